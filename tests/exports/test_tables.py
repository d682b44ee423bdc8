"""CSV and XLSX: what independent readers find in the cells is what went in."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.exports.columns import COLUMNS, PRESETS, chosen
from quotetrack.exports.delimited import guarded, unguarded
from quotetrack.exports.exporting import export_sheet
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Options
from quotetrack.messages import LANGUAGES

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def office(source, to: str, tmp_path, *more: str):
    """What LibreOffice makes of a file; each call has a profile of its own."""
    out = tmp_path / "office"
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            *more,
            "--convert-to",
            to,
            "--outdir",
            out,
            source,
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    [made] = out.iterdir()
    return made


def expected(quotes, language):
    """Cells as text, by header."""
    return [{c.header(language): c.value(q, language) for c in COLUMNS} for q in quotes]


def as_text(cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("guard", [True, False])
def test_csv_gives_every_cell_back(sheet, quotes, tmp_path, language, guard):
    path = tmp_path / "sheet.csv"
    report = export_sheet(sheet, Format.CSV, path, Options(language=language, guard=guard))
    assert report.quotes == len(quotes)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    back = unguarded if guard else str
    wanted = [{k: as_text(v) for k, v in row.items()} for row in expected(quotes, language)]
    assert [{k: back(v) for k, v in row.items()} for row in rows] == wanted
    if guard:
        assert not [v for row in rows for v in row.values() if v.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(st.text())
def test_the_guard_can_be_taken_off_again(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "'=1", "\u200f=1", "''+"])
def test_nothing_a_spreadsheet_would_run_stays_bare(text):
    assert guarded(text) == "'" + text


def test_numbers_and_dates_are_no_formulas(sheet):
    assert (guarded(-3), guarded(-0.5), guarded(date(2024, 1, 2)), guarded("ثلاثة - اثنان")) == (
        "-3",
        "-0.5",
        "2024-01-02",
        "ثلاثة - اثنان",
    )


@needs_libreoffice
def test_libreoffice_opens_the_csv_and_shows_what_was_written(sheet, quotes, tmp_path):
    path = tmp_path / "sheet.csv"
    export_sheet(sheet, Format.CSV, path, Options(language="ar"))
    # What its import window chooses by itself on seeing the mark has to be said without a window.
    utf8 = "--infilter=CSV:44,34,UTF8,1"
    assert utf8 in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    made = office(path, "xlsx:Calc MS Excel 2007 XML", tmp_path, utf8)
    rows = list(openpyxl.load_workbook(made).active.iter_rows(values_only=True))
    headers = [c.header("ar") for c in COLUMNS]
    assert list(rows[0]) == headers
    assert len(rows) == len(quotes) + 1
    for found, wanted in zip(rows[1:], expected(quotes, "ar"), strict=True):
        for header, cell in zip(headers, found, strict=True):
            value = wanted[header]
            if isinstance(cell, datetime):
                assert cell.date() == value
            elif isinstance(value, str):
                assert unguarded(str(cell or "")) == value.replace("\r\n", "\n").replace("\t", "\t")
            else:
                assert cell == value or (cell is None and value is None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_xlsx_gives_every_cell_back_and_has_no_formula(sheet, quotes, tmp_path, language):
    path = tmp_path / "sheet.xlsx"
    assert export_sheet(sheet, Format.XLSX, path, Options(language=language)).quotes == len(quotes)
    book = openpyxl.load_workbook(path)
    assert len(book.worksheets) == 3
    assert not [c for ws in book for row in ws.iter_rows() for c in row if c.data_type == "f"]
    first = book.worksheets[0]
    assert first.sheet_view.rightToLeft is (True if language == "ar" else None)
    assert first.freeze_panes == "A2"
    assert first.auto_filter.ref == f"A1:AC{len(quotes) + 1}"
    assert first["A2"].alignment.wrap_text
    headers = [cell.value for cell in first[1]]
    for row, wanted in zip(first.iter_rows(min_row=2), expected(quotes, language), strict=True):
        for header, cell in zip(headers, row, strict=True):
            value = cell.value.date() if isinstance(cell.value, datetime) else cell.value
            assert value == (wanted[header] if wanted[header] != "" else None)
    links = [c for row in first.iter_rows() for c in row if c.hyperlink]
    assert {c.hyperlink.target for c in links} == {"https://example.com/a?b=1&c=%D8%AE"}


def test_xlsx_lists_speakers_and_articles_with_their_counts(sheet, quotes, tmp_path):
    path = tmp_path / "sheet.xlsx"
    export_sheet(sheet, Format.XLSX, path, Options(language="ar"))
    _, speakers, articles = openpyxl.load_workbook(path).worksheets
    assert (speakers["A2"].value, speakers["D2"].value) == ("سامي الحدّاد", 3)
    assert sum(row[-1] for row in speakers.iter_rows(min_row=2, values_only=True)) == len(quotes)
    assert [row[-1] for row in articles.iter_rows(min_row=2, values_only=True)] == [4, 3, 1]


def test_xlsx_says_how_many_cells_it_had_to_cut(quotes, tmp_path):
    from dataclasses import replace

    from quotetrack.exports.sheet import ListSheet

    long = replace(quotes[0], note="ن" * 40_000)
    path = tmp_path / "sheet.xlsx"
    report = export_sheet(ListSheet([long]), Format.XLSX, path, Options(columns=("note",)))
    assert report.notes == (("cell_cut", 1),)
    assert openpyxl.load_workbook(path).active["A2"].value == "ن" * 32_766 + "…"


@needs_libreoffice
def test_libreoffice_reads_the_same_from_the_xlsx(sheet, quotes, tmp_path):
    path = tmp_path / "sheet.xlsx"
    keys = ("quote", "speaker", "note", "tags", "title", "outlet", "link", "evidence")
    export_sheet(sheet, Format.XLSX, path, Options(language="ar", columns=keys))
    made = office(path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", tmp_path)
    rows = list(csv.reader(io.StringIO(made.read_text(encoding="utf-8"), newline="")))
    wanted = [[as_text(c.value(q, "ar")) for c in chosen(keys)] for q in quotes]
    assert rows[1:] == wanted


def test_a_quote_from_a_paged_document_says_its_page(sheet, tmp_path):
    path = tmp_path / "sheet.csv"
    export_sheet(sheet, Format.CSV, path, Options(language="en"))
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    pages = {row["Quote no."]: row["Page"] for row in rows}
    assert [pages[number] for number in ("103", "101", "102", "104")] == ["1", "1", "2", "3"]
    assert {pages[number] for number in ("201", "202", "203", "301")} == {""}


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_choose_columns_that_there_are(sheet, preset, tmp_path):
    path = tmp_path / "sheet.csv"
    export_sheet(sheet, Format.CSV, path, Options(language="en", columns=PRESETS[preset], bom=False))
    header = next(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    assert header == [c.header("en") for c in chosen(PRESETS[preset])]
