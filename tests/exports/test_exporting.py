"""Exports of real projects: scope, counts, preview, progress, stopping, and never half a file."""

from __future__ import annotations

import csv
import io
import json
import os
import resource
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.detection.records import Attribution, AttributionType, Span, Speaker, SpeakerKind
from quotetrack.exports import project as paging
from quotetrack.exports.columns import BY_KEY, COLUMNS, PRESETS
from quotetrack.exports.errors import CancelledError, ExportError
from quotetrack.exports.exporting import export, sheet_of
from quotetrack.exports.formats import FORMS, Format, Shape, of_suffix
from quotetrack.exports.job import Group, Options
from quotetrack.exports.previewing import preview
from quotetrack.filters import QuoteFilter
from quotetrack.messages import LANGUAGES, catalogue, explain
from quotetrack.store import Project, Sort, SortBy

ROOT = Path(__file__).parents[2]


def attribution(text: str, words: str, speaker: str | None, type_=AttributionType.DIRECT, parent=None):
    start = text.index(words)
    return Attribution(
        type=type_,
        content=(Span(start, start + len(words)),),
        speaker=Speaker(speaker, SpeakerKind.PERSON) if speaker else None,
        parent=parent,
        confidence=0.75,
    )


def articles(count: int):
    for number in range(count):
        text = f"خبر {number} 😀\nقال سامي الحداد: «=قول أول {number}\nبسطرين». ثم طالب بزيادة {number}.\n"
        article = Article(
            text=text, title=f"@عنوان {number}", outlet=f"صحيفة {number % 3}", link=f"https://e.org/{number}"
        )
        yield (
            article,
            [
                attribution(
                    text, f"«=قول أول {number}\nبسطرين»", "سامي الحداد" if number % 2 else f"شخص {number}"
                ),
                attribution(text, f"بزيادة {number}", None, AttributionType.REPORTED),
            ],
        )


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.qtrack") as opened:
        ops.perform(opened, ops.ImportArticles(list(articles(40))))
        ids = opened.quotes.ids(QuoteFilter(), Sort(SortBy.ADDED, descending=False))
        ops.perform(opened, ops.SetNote(quote=ids[0], note='=ملاحظة 📝\nسطر "ثانٍ"'))
        ops.perform(opened, ops.Tag(quotes=(ids[0], ids[1]), tag="-وسم"))
        ops.perform(opened, ops.Confirm(quotes=tuple(ids[:20])))
        yield opened


def rows_of(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "wanted",
    [
        QuoteFilter(),
        QuoteFilter(types=frozenset({AttributionType.DIRECT})),
        QuoteFilter(text="سامي"),
        QuoteFilter(speech_acts=False),
        QuoteFilter(text="لا_يوجد_هذا"),
    ],
)
@pytest.mark.parametrize("form", [Format.CSV, Format.JSONL, Format.XLSX, Format.CLAIM])
def test_an_export_has_as_many_quotes_as_the_status_bar_says(project, tmp_path, wanted, form):
    report = export(project, wanted, form, tmp_path / f"out{FORMS[form].suffix}")
    assert report.quotes == project.quotes.count(wanted)


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("ids", [(), (1,)])
def test_none_and_one_can_be_written_in_every_form(project, tmp_path, form, ids):
    path = tmp_path / f"out{FORMS[form].suffix}"
    report = export(project, ids, form, path)
    assert report.quotes == (0 if form is Format.CLAIM_REVIEW else len(ids))
    assert path.exists()


def test_what_is_shown_is_written_in_its_order_with_every_field(project, tmp_path):
    sort = Sort(SortBy.TITLE, descending=True)
    ids = list(project.quotes.ids(QuoteFilter(), sort))
    export(project, QuoteFilter(), Format.CSV, tmp_path / "a.csv", Options(language="en"), sort=sort)
    rows = rows_of(tmp_path / "a.csv")
    assert [int(row["Quote no."]) for row in rows] == ids
    for row, stored in zip(rows, project.quotes.rows(ids), strict=True):
        assert row["Quote"].removeprefix("'") == stored.quote
        assert row["Speaker"] == stored.speaker
        assert row["Outlet"] == stored.outlet
        assert row["Link"] == stored.link
        text = project.articles.get(stored.article_id).article.text
        assert text[int(row["Start"]) : int(row["End"])] == stored.quote
        assert text == row["Context before"] + stored.quote + row["Context after"]


def test_what_is_selected_is_written_in_the_order_of_selection(project, tmp_path):
    ids = list(project.quotes.ids(QuoteFilter(), Sort()))[5:25:7][::-1]
    export(project, ids, Format.CSV, tmp_path / "a.csv", Options(language="en"))
    assert [int(row["Quote no."]) for row in rows_of(tmp_path / "a.csv")] == ids


@pytest.fixture
def told_twice(project):
    """The first article comes from another outlet as well."""
    article, found = next(articles(40))
    ops.perform(project, ops.ImportArticles([(replace(article, outlet="صحيفة الساحل"), found)]))
    return len(found)


@pytest.mark.parametrize("form", list(Format))
def test_a_sheet_has_what_is_told_twice_once_unless_it_is_wanted_again(project, told_twice, tmp_path, form):
    path = tmp_path / f"out{FORMS[form].suffix}"
    everything = project.quotes.count()
    judged = tuple(project.quotes.ids())
    ops.perform(project, ops.SetVerdict(judged, "صحيح"))
    ops.perform(project, ops.Confirm(judged))
    again = dict(export(project, QuoteFilter(), form, path).notes).get("told_again", 0)
    assert again == (0 if form.form.articles else told_twice)
    both = tmp_path / f"both{FORMS[form].suffix}"
    report = export(project, QuoteFilter(), form, both, Options(repeats=True))
    assert report.quotes == everything
    assert "told_again" not in dict(report.notes)
    if form is Format.CSV:
        once = preview(project, QuoteFilter(), form, Options(language="en"), rows=everything).table
        export(project, QuoteFilter(), form, path, Options(language="en"))
        assert len(once) - 1 == len(rows_of(path)) == everything - told_twice


def test_pages_do_not_show(project, tmp_path, monkeypatch):
    for form in (Format.CSV, Format.JSONL, Format.MARKDOWN):
        whole, paged = io.BytesIO(), io.BytesIO()
        export(project, QuoteFilter(), form, whole)
        monkeypatch.setattr(paging, "PAGE", 7)
        export(project, QuoteFilter(), form, paged)
        monkeypatch.undo()
        assert whole.getvalue() == paged.getvalue()


def test_every_walk_has_every_quote_once(project):
    sheet = sheet_of(project, QuoteFilter())
    ids = sorted(quote.id for quote in sheet.quotes())
    assert sorted(q.id for _, quotes in sheet.by_article() for q in quotes) == ids
    assert sorted(q.id for _, quotes in sheet.by_speaker() for q in quotes) == ids
    assert len(ids) == len(sheet) == project.quotes.count()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_previewed_exactly_as_it_is_written(project, tmp_path, language):
    ids = project.quotes.ids(QuoteFilter(), Sort())
    options = Options(language=language, columns=PRESETS["desk"])
    for form in (Format.CSV, Format.XLSX):
        shown = preview(project, QuoteFilter(), form, options, rows=6).table
        export(project, ids[:6], form, tmp_path / "out", options)
        assert len(shown) == 7
        assert shown[0] == tuple(BY_KEY[key].header(language) for key in PRESETS["desk"])
    export(project, QuoteFilter(), Format.CSV, tmp_path / "all.csv", options)
    text = preview(project, QuoteFilter(), Format.CSV, options, rows=6).text
    assert (tmp_path / "all.csv").read_bytes().decode("utf-8").startswith(text)


def test_a_preview_of_lines_is_how_the_file_begins(project, tmp_path):
    ids = project.quotes.ids(QuoteFilter(), Sort(SortBy.ADDED, descending=False))
    text = preview(project, ids, Format.JSONL, rows=6).text
    export(project, ids, Format.JSONL, tmp_path / "all.jsonl")
    assert (tmp_path / "all.jsonl").read_bytes().decode("utf-8").startswith(text)


@pytest.mark.parametrize("group", list(Group))
@pytest.mark.parametrize("form", [Format.MARKDOWN, Format.DOCX])
def test_a_document_is_previewed_as_it_begins_with_its_own_count(project, tmp_path, form, group):
    options = Options(language="en", group=group)
    shown = preview(project, QuoteFilter(), form, options, rows=4).text
    path = tmp_path / f"whole{FORMS[form].suffix}"
    export(project, QuoteFilter(), form, path, options)
    if form is Format.MARKDOWN:
        whole = path.read_text(encoding="utf-8")
        assert whole.startswith(shown)
    else:
        whole = "\n".join(paragraph.text for paragraph in docx.Document(path).paragraphs)
        assert whole.startswith(shown)
    assert f"quotes: {project.quotes.count()}" in shown
    assert shown.count("قول أول") + shown.count("بزيادة") >= 4
    assert len(shown) < len(whole) / 3


def test_the_first_page_of_a_pdf_is_shown_as_it_will_be_printed(project, tmp_path):
    shown = preview(project, QuoteFilter(), Format.PDF, rows=5)
    assert shown.picture is not None
    assert (shown.picture.width, shown.picture.height) == (893, 1263)
    assert len(shown.picture.data) >= shown.picture.height * shown.picture.stride
    ink = sum(byte < 128 for byte in shown.picture.data[::401])
    assert ink > 20, "letters are drawn"
    assert "سامي" in shown.text or "شخص" in shown.text


@pytest.mark.parametrize("form", list(Format))
def test_every_form_can_be_previewed(project, form):
    ids = project.quotes.ids(QuoteFilter(), Sort(SortBy.ADDED, descending=False))
    shown = preview(project, ids, form, rows=2)
    assert shown.table or "قول" in shown.text or form in {Format.CLAIM_REVIEW, Format.GOLD}


def test_progress_comes_to_its_end_and_can_stop(project, tmp_path):
    told = []
    export(project, QuoteFilter(), Format.CSV, tmp_path / "a.csv", progress=lambda *x: told.append(x) or True)
    assert told == [(50, 80), (80, 80)]
    for form in Format:
        target = tmp_path / f"stopped{FORMS[form].suffix}"
        with pytest.raises(CancelledError):
            export(project, QuoteFilter(), form, target, progress=lambda *_: False)
        assert not target.exists()
    assert sorted(p.name for p in tmp_path.iterdir() if "stopped" in p.name) == []


def test_a_writer_that_fails_leaves_the_old_file(project, tmp_path, monkeypatch):
    monkeypatch.setattr("quotetrack.exports.records.SheetQuote.before", property(lambda _: 1 / 0))
    target = tmp_path / "old.csv"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    with pytest.raises(ZeroDivisionError):
        export(project, QuoteFilter(), Format.CSV, target)
    assert target.read_text(encoding="utf-8") == "old"
    monkeypatch.undo()
    export(project, QuoteFilter(), Format.CSV, target)
    assert target.stat().st_mode & 0o777 == 0o640
    assert not list(tmp_path.glob(".old*"))


def test_a_real_full_disk_is_said_and_harms_nothing(project, tmp_path):
    """The limit on the size of files stands for a disk that is full."""
    target = tmp_path / "old.csv"
    target.write_text("old", encoding="utf-8")
    program = f"""
import resource, signal
from pathlib import Path
from quotetrack.exports.exporting import export
from quotetrack.exports.formats import Format
from quotetrack.exports.errors import ExportError
from quotetrack.filters import QuoteFilter
from quotetrack.store import Project
with Project.open({str(project.path)!r}, read_only=True) as opened:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY))
    for form in Format:
        name = "old.csv" if form is Format.CSV else "new" + form.form.suffix
        try:
            export(opened, QuoteFilter(), form, Path({str(tmp_path)!r}) / name)
        except ExportError as error:
            print(form.value, error.key, name == Path(error.values['file']).name)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told = [line.split() for line in done.stdout.splitlines()]
    refused = {form for form, _, _ in told}
    assert {named for _, _, named in told} == {"True"}
    assert {"csv", "xlsx", "docx", "pdf", "html", "json", "jsonl", "markdown"} <= refused
    assert target.read_text(encoding="utf-8") == "old"
    assert not list(tmp_path.glob(".*.part"))
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_folders_are_never_written_over(project, tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    export(project, QuoteFilter(), Format.CITRON, folder)
    before = sorted(folder.iterdir())
    assert len(before) == 40
    with pytest.raises(ExportError) as error:
        export(project, QuoteFilter(), Format.CITRON, folder)
    assert error.value.key == "exports.error.not_empty"
    assert sorted(folder.iterdir()) == before
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(ExportError):
        export(project, QuoteFilter(), Format.GOLD, file)


def test_a_link_keeps_leading_to_its_file(project, tmp_path):
    real = tmp_path / "real.csv"
    real.touch()
    (tmp_path / "link.csv").symlink_to(real)
    export(project, QuoteFilter(), Format.CSV, tmp_path / "link.csv")
    assert (tmp_path / "link.csv").is_symlink()
    assert len(rows_of(real)) == 80


@pytest.mark.parametrize("form", [Format.CSV, Format.PDF, Format.GOLD])
@pytest.mark.parametrize(
    ("place", "key"),
    [("/proc/x", "no_new_files"), ("/dev/null/x", "not_found"), ("/no-such-folder/x", "not_found")],
)
def test_an_odd_place_is_refused_at_once(project, form, place, key):
    begun = time.monotonic()
    with pytest.raises(ExportError) as error:
        export(project, QuoteFilter(), form, Path(place + FORMS[form].suffix))
    assert time.monotonic() - begun < 5
    assert error.value.key == f"exports.error.{key}"
    assert all(place in explain(error.value, language) for language in LANGUAGES)


def test_links_in_a_circle_are_no_reason_to_break(project, tmp_path):
    (tmp_path / "circle").symlink_to("circle")
    for name in ("circle/a.csv", "circle/folder"):
        with pytest.raises(ExportError):
            export(project, QuoteFilter(), Format.CSV if "." in name else Format.CITRON, tmp_path / name)
    export(project, QuoteFilter(), Format.CSV, tmp_path / "circle")
    assert len(rows_of(tmp_path / "circle")) == 80


@pytest.mark.parametrize("form", list(Format))
def test_a_title_may_be_as_long_as_it_likes(project, tmp_path, form):
    title = "كشف «طويل» " * 100
    path = tmp_path / f"out{FORMS[form].suffix}"
    export(project, (1,), form, path, Options(title=title))
    if form is Format.DOCX:
        assert docx.Document(path).paragraphs[0].text == title


def test_more_quotes_than_a_sheet_has_rows_are_refused_before_anything_is_written(
    project, tmp_path, monkeypatch
):
    monkeypatch.setattr("quotetrack.exports.spreadsheet._ROWS", 80)
    for work in (
        lambda: export(project, QuoteFilter(), Format.XLSX, tmp_path / "a.xlsx"),
        lambda: preview(project, QuoteFilter(), Format.XLSX),
    ):
        with pytest.raises(ExportError) as error:
            work()
        assert all("80" in explain(error.value, language) for language in LANGUAGES)
    assert not list(tmp_path.glob("*.xlsx"))
    monkeypatch.setattr("quotetrack.exports.spreadsheet._ROWS", 81)
    export(project, QuoteFilter(), Format.XLSX, tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].max_row == 81


def test_another_thread_exports_while_this_one_decides(project, tmp_path):
    failures: list[BaseException] = []

    def work():
        try:
            with project.reader() as reader:
                for number in range(5):
                    export(reader, QuoteFilter(), Format.JSONL, tmp_path / f"{number}.jsonl")
        except BaseException as error:  # noqa: BLE001 - told to the test
            failures.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    for id_ in range(1, 30):
        ops.perform(project, ops.Confirm(quotes=(id_,)))
    thread.join(60)
    assert not failures
    for number in range(5):
        lines = (tmp_path / f"{number}.jsonl").read_text(encoding="utf-8").splitlines()
        assert sum(len(json.loads(line)["attributions"]) for line in lines) == 80


def test_gold_looks_at_all_quotes_of_an_article_not_only_those_shown(project, tmp_path):
    wanted = QuoteFilter(types=frozenset({AttributionType.DIRECT}))
    report = export(project, wanted, Format.GOLD, tmp_path / "gold")
    assert report.notes == (("not_confirmed", 30),)
    files = sorted((tmp_path / "gold").glob("*.json"))
    assert len(files) == 10
    assert all(len(json.loads(file.read_bytes())["attributions"]) == 2 for file in files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_and_sentence_is_there(language):
    known = catalogue(language)
    for column in COLUMNS:
        assert column.header(language)
    for form in Format:
        assert form.label(language)
    for preset in PRESETS:
        assert f"exports.preset.{preset}" in known
    for key in ("not_found", "is_folder", "exists", "not_empty", "no_permission", "read_only", "disk_full"):
        error = ExportError(f"exports.error.{key}", file="ملف.csv", reason="")
        assert "ملف.csv" in explain(error, language)
    assert len({column.header(language) for column in COLUMNS}) == len(COLUMNS)


def test_a_format_is_known_by_the_ending_of_its_files():
    assert (of_suffix(".XLSX"), of_suffix(".md"), of_suffix(".exe"), of_suffix("")) == (
        Format.XLSX,
        Format.MARKDOWN,
        None,
        None,
    )
    assert {form for form in Format if FORMS[form].shape is Shape.FOLDER} == {Format.CITRON, Format.GOLD}
