"""Before an import: what every item is, what may be chosen for it, and that looking costs nothing twice."""

import csv
import io
import json
import time
from pathlib import Path
from threading import Event, Timer

import pytest

from quotetrack.importing import Choice, ImportQueue, Outcome, Pasted, WebAddress, item_rows, save_items
from quotetrack.importing.records import Item
from quotetrack.messages import LANGUAGES
from quotetrack.readers import ReadOptions
from quotetrack.store import Project
from tests.readers import documents
from tests.readers.articles import ARTICLE, FIRST, SECOND, TITLE
from tests.readers.server import serving
from tests.readers.test_containers import zipped
from tests.readers.test_tables import as_xlsx

OTHER = ARTICLE.replace(TITLE, "عنوان ثانٍ لخبر آخر")
SCRAMBLED = OTHER.encode("cp1256").decode("latin-1").encode("utf-8")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "مرسل.zip"
    path.write_bytes(
        zipped(
            {
                "a.txt": ARTICLE.encode("cp1256"),
                "b/odd.csv": f"A,B\n{TITLE},{FIRST} {SECOND}\n".encode("utf-16"),
                "c.bin": b"\x7fELF" + bytes(900),
                "d.txt": ARTICLE.encode("utf-8"),
            }
        )
    )
    return path


def test_the_parts_of_an_archive_are_items_of_their_own(project: Project, archive: Path) -> None:
    queue = ImportQueue(project, [archive])
    [item] = queue.look()
    assert (item.format, item.articles, item.failures, item.duplicates) == ("zip", 2, 2, 1)
    parts = {part.name.removeprefix(f"{archive}/"): part for part in item.parts}
    assert list(parts) == ["a.txt", "b/odd.csv", "c.bin", "d.txt"]
    assert (parts["a.txt"].encoding, parts["d.txt"].encoding) == ("cp1256", "utf-8")
    assert parts["d.txt"].same_as == parts["a.txt"].name
    assert parts["b/odd.csv"].error is not None
    assert parts["b/odd.csv"].error.key == "readers.no_text_column"
    assert parts["c.bin"].error is not None
    assert parts["a.txt"].size == len(ARTICLE.encode("cp1256"))
    assert [part.doubtful for part in item.parts] == [False, True, True, True]


def test_columns_and_encoding_are_chosen_for_one_part_alone(project: Project, archive: Path) -> None:
    queue = ImportQueue(project, [archive])
    odd, binary = f"{archive}/b/odd.csv", f"{archive}/c.bin"
    queue.look()
    sample = queue.sample(odd)
    assert sample.table is not None
    assert sample.table.columns == ("A", "B")
    assert sample.table.rows[0][0] == TITLE
    queue.choices[odd] = Choice(columns={"title": "A", "text": "B"})
    queue.choices[binary] = Choice(left_out=True)
    queue.look_again(odd)
    [item] = queue.items
    assert (item.articles, item.failures, len(item.parts)) == (3, 0, 3)
    report = queue.run()
    assert [result.outcome.value for result in report.results] == ["imported", "imported", "duplicate"]
    assert report.results[1].title == TITLE
    assert report.results[1].encoding == "utf-16-le"


def test_an_encoding_is_chosen_for_one_file_with_a_look_at_its_words(
    project: Project, tmp_path: Path
) -> None:
    first, second = tmp_path / "1.txt", tmp_path / "2.txt"
    first.write_bytes(ARTICLE.encode("iso8859-6", errors="replace").replace(b"?", b""))
    second.write_bytes(OTHER.encode("cp1256"))
    queue = ImportQueue(project, [first, second])
    sample = queue.sample(str(second))
    assert sample.text.startswith("عنوان ثانٍ")
    assert sample.encodings[0].encoding == "cp1256"
    assert sample.encodings[0].text.startswith("عنوان ثانٍ")
    shown = {preview.encoding: preview.text for preview in sample.encodings}
    assert shown["iso8859-6"] != shown["cp1256"]
    queue.choices[str(first)] = Choice(encoding="iso8859-6")
    queue.choices[str(second)] = Choice(encoding="mac_arabic")
    queue.look()
    assert [item.encoding for item in queue.items] == ["iso8859-6", "mac-arabic"]
    queue.choices[str(second)] = Choice(encoding="utf-8")
    queue.look_again(str(second))
    assert queue.items[1].error is not None
    assert queue.items[1].error.key == "readers.wrong_encoding"
    assert queue.sample(str(second)).error is not None
    report = queue.run()
    assert [result.outcome for result in report.results] == [Outcome.IMPORTED, Outcome.FAILED]


def test_of_a_table_it_is_said_how_many_rows_are_warned_of_or_repeated(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "t.jsonl"
    texts = [
        ARTICLE,
        OTHER,
        ARTICLE,
        ARTICLE + "\0",
        "قال x y z w v u t s r q p o n m l k j i h g f e d c b a",
    ]
    path.write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    [item] = ImportQueue(project, [path]).look()
    assert (item.articles, item.duplicates, item.warned) == (5, 2, 2)
    assert {warning.rpartition(".")[2] for warning in item.warnings} == {"nul", "little_arabic"}


def test_looking_again_forgets_what_the_item_held_before(project: Project) -> None:
    queue = ImportQueue(project, [Pasted(ARTICLE, "أول"), Pasted(ARTICLE, "ثان")])
    assert [item.same_as for item in queue.look()] == ["", "أول"]
    queue.look_again("أول")
    assert [item.same_as for item in queue.items] == ["", "أول"]


def test_a_table_in_a_workbook_is_looked_at_in_the_child_process(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(as_xlsx({"A": TITLE, "B": f"{FIRST} {SECOND}"}))

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a workbook of strangers is parsed in the program's own process")

    monkeypatch.setattr("openpyxl.load_workbook", refuse)
    sample = ImportQueue(project, [path]).sample(str(path))
    assert sample.table is not None
    assert sample.table.columns == ("A", "B")
    hostile = documents.with_entities(path.read_bytes(), "xl/workbook.xml", documents.BOMB)
    path.write_bytes(hostile)
    sample = ImportQueue(project, [path]).sample(str(path))
    assert sample.error is not None
    assert sample.error.key == "readers.unsafe"


def test_a_page_is_fetched_once_for_looking_and_importing(project: Project) -> None:
    with serving() as (address, asked):
        queue = ImportQueue(
            project, [WebAddress(f"{address}/article"), WebAddress(f"{address}/nowhere"), Pasted(ARTICLE)]
        )
        assert queue.sample(f"{address}/article").text == ""
        assert not asked, "a sample fetches nothing"
        page, missing, pasted = queue.look()
        assert (page.format, page.articles, page.encoding) == ("html", 1, "utf-8")
        assert page.size > 500
        assert missing.error is not None
        assert missing.error.key == "readers.web.not_found"
        assert pasted.articles == 1
        assert FIRST in queue.sample(f"{address}/article").text
        report = queue.run()
        assert [path for path, _ in asked].count("/article") == 1
    assert [result.outcome.value for result in report.results] == ["imported", "failed", "imported"]


def test_what_a_feed_lists_may_stand_on_the_feeds_own_host_alone(project: Project) -> None:
    with serving() as (address, asked):
        feed = f"{address}/feed.xml"
        ours = WebAddress(f"{address}/article", typed=False, found_on=feed)
        other = WebAddress("http://127.0.0.1:9/router", typed=False, found_on=feed)
        strange = WebAddress(f"{address}/article", typed=False)
        results = ImportQueue(project, [ours, other, strange]).run().results
    assert results[0].outcome is Outcome.IMPORTED
    assert [r.error.key for r in results[1:] if r.error] == ["readers.web.private"] * 2
    assert len(asked) == 1


def test_a_slow_page_or_file_does_not_hold_up_a_cancel(project: Project) -> None:
    stop = Event()
    with serving() as (address, _):
        queue = ImportQueue(project, [Pasted(ARTICLE), WebAddress(f"{address}/slow"), Pasted(OTHER)])
        Timer(1.0, stop.set).start()
        begun = time.monotonic()
        report = queue.run(cancelled=stop.is_set)
        assert time.monotonic() - begun < 10, "the server would drip for minutes"
    assert report.cancelled
    assert [result.outcome.value for result in report.results] == ["imported", "cancelled", "cancelled"]
    assert project.articles.count() == 1


def test_looking_can_be_stopped_and_gone_on_with(project: Project, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_text(f"{ARTICLE}\nالعدد {number}", encoding="utf-8")
    queue = ImportQueue(project, paths)
    known: list[tuple[int, Item]] = []
    queue.look(each=lambda *one: known.append(one), cancelled=lambda: len(known) >= 2)
    assert [number for number, _ in known] == [0, 1]
    assert [item.articles for item in queue.items] == [1, 1, None, None]
    queue.look(each=lambda *one: known.append(one))
    assert [number for number, _ in known] == [0, 1, 2, 3]


def test_options_of_the_queue_hold_where_nothing_else_is_chosen(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.encode("cp1256"))
    queue = ImportQueue(project, [path], options=ReadOptions(encoding="utf-8"))
    assert queue.look()[0].error is not None
    queue.choices[str(path)] = Choice(encoding="cp1256")
    queue.look_again(str(path))
    assert queue.items[0].articles == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_seen_before_the_import_can_be_saved(
    project: Project, archive: Path, tmp_path: Path, language: str
) -> None:
    lang = LANGUAGES[LANGUAGES.index(language)]  # type: ignore[arg-type]
    items = ImportQueue(project, [archive]).look()
    save_items(items, tmp_path / "look.csv", lang)
    save_items(items, tmp_path / "look.json", lang)
    text = (tmp_path / "look.csv").read_bytes().decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text, newline="")))
    assert len(table) == 1 + 1 + 4
    listed = json.loads((tmp_path / "look.json").read_text(encoding="utf-8"))
    assert listed == json.loads(json.dumps(item_rows(items, lang)))
    assert listed[4]["duplicate_of"].endswith("/a.txt")
    assert [row["articles"] for row in listed] == [2, 1, 0, 0, 1]
