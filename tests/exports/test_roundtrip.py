"""From the database to the file: with the worst text in every field, what others read back is what is stored.

The other tests hold each format to the quotes that its writer is handed. These hold those quotes to
the rows of the SQLite file, read without our store, and a table to the rows from end to end.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from datetime import date

import openpyxl
import pytest

from quotetrack import operations as ops
from quotetrack.article import Article, Origin, OriginKind
from quotetrack.detection.records import Attribution, AttributionType, CueClass, Span, Speaker, SpeakerKind
from quotetrack.exports.columns import BY_KEY
from quotetrack.exports.delimited import unguarded
from quotetrack.exports.exporting import export, sheet_of
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Options
from quotetrack.filters import QuoteFilter
from quotetrack.store import Project, Sort

from .test_tables import needs_libreoffice, office

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", '=HYPERLINK("http://127.0.0.1:1","x")')


def worst(word: str, formula: str) -> str:
    """Formula first, Arabic, emoji, both kinds of marks, a line break, what CSV parts cells by, a tag."""
    return f'{formula} {word} «أ» "ب" 😀👩‍💻; , | \n<b>سطر ثانٍ</b> & x'


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    path = tmp_path_factory.mktemp("worst") / "p.qtrack"
    with Project.create(path) as opened:
        items = []
        for number, formula in enumerate(FORMULAS):
            said = worst("القول", formula)
            text = f"{worst('عنوان', formula)}\n\nقال {worst('القائل', formula)}: {said} ثم سكت {number}."
            at, who = text.index(said), text.index("قال ")
            speaker = " ".join(worst("القائل", formula).split())
            article = Article(
                text=text,
                title=" ".join(worst("عنوان", formula).split()),
                outlet=worst("وسيلة", formula),
                author=worst("كاتب", formula),
                published=date(2024, 2, number + 1),
                link=f"https://example.org/{number}?a=1&b=«خبر»",
                pages=(0, at),
                origin=Origin(kind=OriginKind.FILE, name=worst("ملف", formula)),
            )
            quote = Attribution(
                type=AttributionType.DIRECT,
                content=(Span(at, at + len(said)),),
                cue=Span(who, who + 3),
                source=Span(who + 4, who + 4 + len(worst("القائل", formula))),
                speaker=Speaker(speaker, SpeakerKind.PERSON, role=worst("صفة", formula)),
                cue_class=CueClass.STATEMENT,
                cue_lemma="قال",
                rule="quotation",
                confidence=0.87654321,
            )
            items.append((article, [quote]))
        ops.perform(opened, ops.ImportArticles(items))
        for id_, formula in zip(sorted(opened.quotes.ids(QuoteFilter(), Sort())), FORMULAS, strict=True):
            ops.perform(opened, ops.SetNote(id_, worst("ملاحظة", formula).strip()))
            ops.perform(opened, ops.SetVerdict((id_,), " ".join(worst("حكم", formula).split())))
            ops.perform(opened, ops.Tag((id_,), " ".join(worst("وسم", formula).split())))
            ops.perform(
                opened, ops.AddEvidence(id_, "https://e.org/«1»", worst("دليل", formula), worst("+", "x"))
            )
        yield opened


def stored(project):
    """The rows of the file by quote, as any program with SQLite reads them."""
    with sqlite3.connect(f"file:{project.path}?mode=ro", uri=True) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute(
            "SELECT q.*, a.title, a.author, a.published AS day, a.link, a.origin_name, a.pages, t.text,"
            " o.name AS outlet, s.name AS speaker, s.role,"
            " (SELECT json_group_array(g.name) FROM quote_tags x JOIN tags g ON g.id = x.tag_id"
            "   WHERE x.quote_id = q.id) AS tags,"
            " (SELECT json_group_array(json_array(e.link, e.title, e.note)) FROM evidence e"
            "   WHERE e.quote_id = q.id) AS evidence"
            " FROM quotes q JOIN articles a ON a.id = q.article_id"
            " JOIN article_texts t ON t.article_id = a.id"
            " LEFT JOIN outlets o ON o.id = a.outlet_id LEFT JOIN speakers s ON s.id = q.speaker_id"
        ).fetchall()
    connection.close()
    return {row["id"]: row for row in rows}


def test_what_the_writers_are_handed_is_what_is_stored(project):
    rows = stored(project)
    quotes = {quote.id: quote for quote in sheet_of(project, QuoteFilter()).quotes()}
    assert quotes.keys() == rows.keys()
    assert len(rows) == len(FORMULAS)
    for id_, row in rows.items():
        quote = quotes[id_]
        article = quote.article
        assert quote.quote == row["text"][row["content_start"] : row["content_end"]] == row["content"]
        assert quote.cue_text == row["cue"] == row["text"][row["cue_start"] : row["cue_end"]]
        assert quote.source_text == row["source"]
        assert (quote.speaker, quote.note, quote.verdict) == (row["speaker"], row["note"], row["verdict"])
        assert list(quote.tags) == json.loads(row["tags"])
        assert [[p.link, p.title, p.note] for p in quote.evidence] == json.loads(row["evidence"])
        assert (article.text, article.title, article.outlet) == (row["text"], row["title"], row["outlet"])
        assert (article.author, article.link, article.name) == (
            row["author"],
            row["link"],
            row["origin_name"],
        )
        assert article.published.isoformat() == row["day"]
        assert quote.page == 2
        assert quote.confidence == pytest.approx(row["confidence"])


def test_every_field_holds_the_worst(project):
    """The test above compares nothing that is empty or tame."""
    for row in stored(project).values():
        for field in ("content", "outlet", "author", "origin_name", "note", "title", "verdict", "tags"):
            assert "😀" in row[field]
            assert "«أ»" in row[field]
            assert '"ب"' in row[field].replace('\\"', '"')
        for field in ("content", "author", "origin_name", "note"):
            assert "\n" in row[field], field
        assert row["evidence"].count("😀") == 2


FIELDS = {
    "quote": "content",
    "speaker": "speaker",
    "speaker_as_written": "source",
    "outlet": "outlet",
    "title": "title",
    "author": "author",
    "link": "link",
    "note": "note",
    "verdict": "verdict",
    "file": "origin_name",
}


def expected(project):
    return [
        [str(row["id"]), *(row[field] for field in FIELDS.values())]
        for row in sorted(stored(project).values(), key=lambda row: row["id"])
    ]


OPTIONS = Options(language="en", columns=("id", *FIELDS))


def by_id(rows):
    return sorted(([str(cell or "") for cell in row] for row in rows), key=lambda row: int(row[0]))


def test_csv_equals_the_database(project, tmp_path):
    export(project, QuoteFilter(), Format.CSV, tmp_path / "a.csv", OPTIONS)
    text = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    _, *rows = csv.reader(io.StringIO(text, newline=""))
    assert [[unguarded(cell) for cell in row] for row in by_id(rows)] == expected(project)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_xlsx_equals_the_database(project, tmp_path):
    export(project, QuoteFilter(), Format.XLSX, tmp_path / "a.xlsx", OPTIONS)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    header, *rows = book.worksheets[0].iter_rows(values_only=True)
    assert list(header) == [BY_KEY[key].header("en") for key in OPTIONS.columns]
    assert by_id(rows) == expected(project)


@needs_libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("form", [Format.CSV, Format.XLSX])
def test_libreoffice_shows_what_the_database_holds(project, tmp_path, form):
    path = tmp_path / f"a{form.form.suffix}"
    export(project, QuoteFilter(), form, path, OPTIONS)
    told = ("--infilter=CSV:44,34,UTF8,1",) if form is Format.CSV else ()
    made = office(path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", tmp_path, *told)
    _, *rows = csv.reader(io.StringIO(made.read_text(encoding="utf-8"), newline=""))
    back = unguarded if form is Format.CSV else str
    assert [[back(cell) for cell in row] for row in by_id(rows)] == expected(project)
