"""The queue from end to end: real files, a real project, real worker processes."""

import csv
import errno
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.detection.detector import detect
from quotetrack.filters import QuoteFilter
from quotetrack.importing import (
    ImportQueue,
    Outcome,
    Pasted,
    Piece,
    Progress,
    Report,
    WebAddress,
    running,
    sources_of,
)
from quotetrack.messages import LANGUAGES
from quotetrack.readers import ReadOptions, read
from quotetrack.store import Project, history
from quotetrack.store.errors import StoreError
from tests.readers import documents
from tests.readers.articles import ARTICLE, FIRST, PAGE, SECOND, THIRD, TITLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with something of everything, good and bad."""
    made = tmp_path / "وارد"
    (made / "sub").mkdir(parents=True)
    (made / "a.txt").write_bytes(ARTICLE.encode("cp1256"))
    (made / "b.html").write_text(PAGE.replace("{charset}", "utf-8").replace(TITLE, "عنوان الصفحة الثانية"))
    (made / "c.bin").write_bytes(b"\x7fELF" + bytes(900))
    (made / "d.jsonl").write_text("\n".join(rows(3)) + "\n{broken\n")
    (made / "e.docx").write_bytes(documents.docx())
    (made / "sub" / "f.txt").write_bytes(ARTICLE.encode("utf-16"))
    (made / "sub" / "g.txt").write_bytes(b"")
    return made


def rows(count: int, start: int = 0) -> list[str]:
    return [
        json.dumps(
            {
                "title": f"خبر رقم {number} عن السوق",
                "outlet": "الميدان",
                "text": f"{FIRST}\n{SECOND} {number}\n{THIRD}",
            }
        )
        for number in range(start, start + count)
    ]


def many(tmp_path: Path, count: int) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(rows(count)))
    return path


def outcomes(report: Report) -> list[tuple[str, str]]:
    return [(Path(result.name).name, result.outcome.value) for result in report.results]


def test_everything_in_a_folder_becomes_searchable_and_nothing_bad_stops_it(
    project: Project, folder: Path
) -> None:
    report = ImportQueue(project, sources_of([folder])).run()
    assert outcomes(report) == [
        ("a.txt", "imported"), ("b.html", "imported"), ("c.bin", "failed"), ("d.jsonl#1", "imported"),
        ("d.jsonl#2", "imported"), ("d.jsonl#3", "imported"), ("d.jsonl#4", "failed"), ("e.docx", "imported"),
        ("f.txt", "duplicate"), ("g.txt", "failed"),
    ]  # fmt: skip
    first, other = report.results[0], report.results[8]
    assert other.duplicate_of == first.article
    assert (first.encoding, first.format, first.size) == ("cp1256", "text", len(ARTICLE.encode("cp1256")))
    assert first.quotes == len(detect(ARTICLE)) > 1
    assert first.article is not None
    assert project.articles.get(first.article).article.text == ARTICLE
    assert project.articles.count() == 6
    assert project.quotes.count(QuoteFilter()) == report.quotes
    assert project.quotes.count(QuoteFilter(text="الباعة")) >= 6
    assert not report.cancelled
    assert report.stopped is None


def test_every_item_is_known_before_it_is_imported(project: Project, folder: Path) -> None:
    ImportQueue(project, [folder / "a.txt"]).run()
    queue = ImportQueue(project, sources_of([folder]))
    before = {Path(item.name).name: item for item in queue.items}
    assert {name: item.format for name, item in before.items()} == {
        "a.txt": "text", "b.html": "html", "c.bin": "text", "d.jsonl": "jsonl", "e.docx": "docx",
        "f.txt": "text", "g.txt": "text",
    }  # fmt: skip
    assert before["e.docx"].size == (folder / "e.docx").stat().st_size
    assert all(item.articles is None for item in queue.items)
    queue.look()
    after = {Path(item.name).name: item for item in queue.items}
    assert (after["a.txt"].encoding, after["a.txt"].quality) == ("cp1256", 0.95)
    assert (after["a.txt"].duplicates, after["a.txt"].duplicate_of) == (1, 1)
    assert (after["f.txt"].encoding, after["f.txt"].duplicates) == ("utf-16-le", 1)
    assert (after["b.html"].articles, after["b.html"].duplicates) == (1, 0)
    assert (after["d.jsonl"].articles, after["d.jsonl"].failures) == (3, 1)
    assert after["d.jsonl"].error is None
    assert after["c.bin"].articles == 0
    assert after["c.bin"].error is not None
    assert after["c.bin"].error.key == "readers.binary"
    assert project.articles.count() == 1, "looking stores nothing"


def test_a_folder_that_may_not_be_opened_is_told(
    project: Project, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def shut(path: str | Path) -> object:
        if Path(path).name == "sub":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", shut)
    report = ImportQueue(project, sources_of([folder])).run()
    (told,) = [result for result in report.results if result.name == "sub"]
    assert told.error is not None
    assert told.error.key == "readers.permission"
    assert report.count(Outcome.IMPORTED) > 0


def test_duplicates_within_the_queue_are_seen_before_and_after(project: Project) -> None:
    twice = [Pasted(ARTICLE, "أول"), Pasted(ARTICLE, "ثان")]
    queue = ImportQueue(project, twice)
    assert [item.duplicates for item in queue.look()] == [0, 1]
    report = queue.run()
    assert [result.outcome for result in report.results] == [Outcome.IMPORTED, Outcome.DUPLICATE]
    again = ImportQueue(project, twice, repeats=True).run()
    assert again.count(Outcome.IMPORTED) == 2


def test_worker_processes_find_what_one_process_finds(project: Project, tmp_path: Path) -> None:
    path = many(tmp_path, 700)
    report = ImportQueue(project, [path], jobs=2).run()
    assert report.count(Outcome.IMPORTED) == 700
    assert [result.name for result in report.results] == [f"many.jsonl#{number}" for number in range(1, 701)]
    assert [result.quotes for result in report.results] == [len(detect(a.text)) for a in read(path)]
    changes = ops.undo(project)
    assert changes
    assert project.articles.count() == 0, "one undo takes the whole import back"
    assert project.quotes.count(QuoteFilter()) == 0


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_done_stays_when_it_is_cancelled(project: Project, tmp_path: Path, jobs: int) -> None:
    seen: list[Progress] = []
    queue = ImportQueue(project, [many(tmp_path, 900), Pasted(ARTICLE)], jobs=jobs)
    report = queue.run(progress=seen.append, cancelled=lambda: bool(seen) and seen[-1].imported >= 100)
    imported = report.count(Outcome.IMPORTED)
    assert report.cancelled
    assert 100 <= imported < 900
    assert project.articles.count() == imported
    assert report.results[-1].outcome is Outcome.CANCELLED
    assert report.count(Outcome.CANCELLED) == len(report.results) - imported
    rest = ImportQueue(project, [tmp_path / "many.jsonl"], jobs=jobs).run()
    assert rest.count(Outcome.DUPLICATE) == imported
    assert project.articles.count() == 900


def test_progress_only_grows_and_ends_at_what_was_expected(
    project: Project, folder: Path, tmp_path: Path
) -> None:
    seen: list[Progress] = []
    ImportQueue(project, [many(tmp_path, 400), *sources_of([folder])]).run(progress=seen.append)
    assert [progress.done for progress in seen] == sorted(progress.done for progress in seen)
    assert all(progress.done <= progress.expected for progress in seen)
    assert seen[0].expected >= 400
    assert seen[-1].done == seen[-1].expected == 410
    assert seen[-1].imported + seen[-1].duplicates + seen[-1].failed == 410


def test_a_full_disk_ends_the_run_and_keeps_what_was_stored(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(range(99))

    def perform(*args: object, **kwargs: object) -> object:
        if next(times) == 1:
            raise StoreError("store.disk_full", path=project.path)
        return ops.perform(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "perform", perform)
    report = ImportQueue(project, [many(tmp_path, 500), Pasted(ARTICLE)], jobs=1).run()
    assert report.stopped is not None
    assert report.stopped.key == "store.disk_full"
    assert 0 < report.count(Outcome.IMPORTED) < 500
    assert project.articles.count() == report.count(Outcome.IMPORTED)
    assert report.results[-1].outcome is Outcome.CANCELLED


def test_an_article_on_which_detection_fails_is_kept_and_said(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(text: str) -> list[object]:
        raise ZeroDivisionError

    monkeypatch.setattr("quotetrack.importing.detecting.detect", broken)
    [result] = ImportQueue(project, [Pasted(ARTICLE)]).run().results
    assert result.outcome is Outcome.IMPORTED
    assert "importing.warning.detection_failed" in result.warnings
    assert project.articles.count() == 1


def test_pieces_and_articles_are_sources_too(project: Project) -> None:
    [article] = read(ARTICLE.encode(), name="a.txt")
    sources = [Piece("stdin.txt", (ARTICLE + "نسخة").encode()), replace(article, outlet="الساحل"), Pasted("")]
    queue = ImportQueue(project, sources)
    assert [item.format for item in queue.items] == ["text", "text", "text"]
    report = queue.run()
    assert [result.outcome.value for result in report.results] == ["imported", "imported", "failed"]


def test_the_options_reach_the_readers(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(f"A,B\n{TITLE},{FIRST}\n", encoding="utf-8")
    [result] = ImportQueue(project, [path]).run().results
    assert result.error is not None
    assert result.error.key == "readers.no_text_column"
    options = ReadOptions(columns={"title": "A", "text": "B"})
    [result] = ImportQueue(project, [path], options=options).run().results
    assert (result.outcome, result.title) == (Outcome.IMPORTED, TITLE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_saved_for_people_and_for_programs(
    project: Project, folder: Path, tmp_path: Path, language: str
) -> None:
    assert language in {"ar", "en"}
    lang = LANGUAGES[LANGUAGES.index(language)]  # type: ignore[arg-type]
    odd = Piece("=cmd.txt", ("=HYPERLINK(1) عنوان طويل لخبر\n" + ARTICLE).encode())
    report = ImportQueue(project, [*sources_of([folder]), odd]).run()
    report.save(tmp_path / "r.csv", lang)
    report.save(tmp_path / "r.json", lang)
    text = (tmp_path / "r.csv").read_bytes().decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text, newline="")))
    listed = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert len(table) - 1 == len(listed) == len(report.results)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in table for cell in row)
    failed = next(row for row in listed if row["name"].endswith("c.bin"))
    assert ("ثنائي" if lang == "ar" else "binary") in failed["error"]
    assert listed[-1]["name"] == "=cmd.txt", "JSON is never altered"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".r.")]


def test_a_report_that_cannot_be_written_says_so(project: Project, tmp_path: Path) -> None:
    from quotetrack.exports import ExportError
    from quotetrack.messages import explain

    report = ImportQueue(project, [Pasted(ARTICLE)]).run()
    with pytest.raises(ExportError) as caught:
        report.save(tmp_path / "no such folder" / "r.csv", "ar")
    assert all("r.csv" in explain(caught.value, language) for language in LANGUAGES)


def test_a_report_takes_the_place_of_the_last_one_with_its_permissions(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "r.csv"
    path.touch(0o640)
    (tmp_path / "link.csv").symlink_to(path)
    ImportQueue(project, [Pasted(ARTICLE, name=" =1+1")]).run().save(tmp_path / "link.csv", "en")
    assert (tmp_path / "link.csv").is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert TITLE in path.read_text(encoding="utf-8-sig")
    assert "' =1+1" in path.read_text(encoding="utf-8-sig"), "a spreadsheet runs a cell behind spaces, too"


def test_an_address_is_fetched_only_when_the_queue_runs(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quotetrack.readers import web
    from quotetrack.readers.base import Format, Raw

    asked: list[tuple[str, bool]] = []

    def fetch(address: str, *, typed: bool, found_on: str, options: ReadOptions) -> Raw:
        asked.append((address, typed))
        return Raw(
            name=address, data=PAGE.replace("{charset}", "utf-8").encode(), format=Format.HTML, link=address
        )

    monkeypatch.setattr(web, "fetch", fetch)
    queue = ImportQueue(project, [WebAddress("https://example.org/1", typed=False)])
    assert not asked
    [result] = queue.run().results
    assert asked == [("https://example.org/1", False)]
    assert (result.outcome, result.link, result.title) == (Outcome.IMPORTED, "https://example.org/1", TITLE)


def test_transactions_are_short_and_one_undo_takes_all_of_them_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "STEPS_KEPT", 3)
    sizes: list[int] = []

    def perform(project: Project, operation: ops.ImportArticles, batch: str) -> object:
        sizes.append(len(operation.items))
        return ops.perform(project, operation, batch=batch)

    monkeypatch.setattr(running, "perform", perform)
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(rows(120)), encoding="utf-8")
    with Project.create(tmp_path / "many.qtrack") as project:
        ImportQueue(project, [path], jobs=1).run()
        assert sum(sizes) == project.articles.count() == 120
        assert max(sizes) <= 8
        assert len(sizes) > 3
        assert len(project.history.entries()) == 1
        ops.undo(project)
        assert project.articles.count() == 0
        assert project.history.undo_name is None


def test_transactions_are_long_where_nobody_waits_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []

    def perform(project: Project, operation: ops.ImportArticles, batch: str) -> object:
        sizes.append(len(operation.items))
        return ops.perform(project, operation, batch=batch)

    monkeypatch.setattr(running, "perform", perform)
    monkeypatch.setattr(running, "_BATCH_SECONDS", 60)
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(rows(60)), encoding="utf-8")
    with Project.create(tmp_path / "many.qtrack") as project:
        ImportQueue(project, [path], jobs=1).run(alone=True)
        assert sizes == [60]
