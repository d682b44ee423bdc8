"""From the database to the file: with the worst text in every field, what others read back is what is stored.

The other tests hold each format to the quotes that its writer is handed. These hold those quotes to
the rows of the SQLite file, read without our store, and a table to the rows from end to end.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date

import docx
import openpyxl
import pytest
from markdown_it import MarkdownIt
from pyrefiqda.refiproject import RefiProject

from quotetrack import operations as ops
from quotetrack.article import Article, Origin, OriginKind
from quotetrack.detection.records import Attribution, AttributionType, CueClass, Span, Speaker, SpeakerKind
from quotetrack.exports.characters import lines
from quotetrack.exports.columns import BY_KEY
from quotetrack.exports.delimited import unguarded
from quotetrack.exports.exporting import export, sheet_of
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Group, Options
from quotetrack.filters import QuoteFilter
from quotetrack.store import Project, Sort

from .test_data import validate
from .test_documents import Page, markdown_text, needs_poppler
from .test_tables import needs_libreoffice, office

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", '=HYPERLINK("http://127.0.0.1:1","x")')


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
    assert by_id(rows) == [[lines(cell) for cell in row] for row in expected(project)]
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@needs_libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("form", [Format.CSV, Format.XLSX])
def test_libreoffice_shows_what_the_database_holds(project, tmp_path, form):
    path = tmp_path / f"a{form.form.suffix}"
    export(project, QuoteFilter(), form, path, OPTIONS)
    told = ("--infilter=CSV:44,34,UTF8,1",) if form is Format.CSV else ()
    made = office(path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", tmp_path, *told)
    _, *rows = csv.reader(io.StringIO(made.read_bytes().decode("utf-8"), newline=""))
    back = unguarded if form is Format.CSV else str
    shown = [[lines(back(cell)) for cell in row] for row in by_id(rows)]
    assert shown == [[lines(cell) for cell in row] for row in expected(project)]


def words(text):
    return re.findall(r"\w+", re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ", text))


def documented(project):
    """What a document has of each row, as it stands in it: the quote, and each fact of its own."""
    for row in stored(project).values():
        evidence = " ".join(json.loads(row["evidence"])[0][i] for i in (1, 0, 2))
        tags = json.loads(row["tags"])[0]
        yield [lines(text) for text in (*(row[field] for field in FIELDS.values()), tags, evidence)]


DOCUMENT = Options(language="en", columns=(*FIELDS, "tags", "evidence"))


@pytest.mark.parametrize("group", list(Group))
def test_docx_equals_the_database(project, tmp_path, group):
    export(project, QuoteFilter(), Format.DOCX, tmp_path / "a.docx", replace(DOCUMENT, group=group))
    text = "\n".join(paragraph.text for paragraph in docx.Document(tmp_path / "a.docx").paragraphs)
    assert [told for row in documented(project) for told in row if told not in text] == []


@needs_libreoffice
@pytest.mark.slow
def test_libreoffice_shows_in_the_docx_what_the_database_holds(project, tmp_path):
    export(project, QuoteFilter(), Format.DOCX, tmp_path / "a.docx", DOCUMENT)
    made = office(tmp_path / "a.docx", "txt:Text (encoded):UTF8", tmp_path)
    text = made.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    assert [told for row in documented(project) for told in row if told not in text] == []


@needs_poppler
def test_pdf_has_the_words_of_the_database(project, tmp_path):
    export(project, QuoteFilter(), Format.PDF, tmp_path / "a.pdf", DOCUMENT)
    done = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], check=True, capture_output=True, timeout=60)
    text = done.stdout.decode("utf-8")
    found = Counter(words(text))
    for row in documented(project):
        for told in row:
            assert not Counter(words(told)) - found
    count = sum(told.count("😀") for row in documented(project) for told in row)
    assert text.count("😀") >= count
    assert "👩" in text


@pytest.mark.parametrize("group", list(Group))
def test_markdown_equals_the_database(project, tmp_path, group):
    export(project, QuoteFilter(), Format.MARKDOWN, tmp_path / "a.md", replace(DOCUMENT, group=group))
    source = (tmp_path / "a.md").read_bytes().decode("utf-8")
    tokens = MarkdownIt("commonmark").parse(source)
    text = "\n".join(markdown_text([token]) for token in tokens if token.type == "inline")
    assert [told for row in documented(project) for told in row if told.strip() not in text] == []
    assert not {"html_inline", "code_inline", "em"} & {
        child.type for token in tokens for child in token.children or ()
    }


def test_html_equals_the_database(project, tmp_path):
    export(project, QuoteFilter(), Format.HTML, tmp_path / "a.html")
    page = Page()
    page.feed((tmp_path / "a.html").read_bytes().decode("utf-8"))
    rows = stored(project).values()
    assert sorted("\n".join(lines_) for lines_ in page.articles) == sorted(row["text"] for row in rows)
    assert sorted(page.quotes) == sorted(row["content"] for row in rows)
    for row in rows:
        assert page.parts[str(row["id"]), "cue"] == row["cue"]
        assert page.parts[str(row["id"]), "source"].replace("\n", "") == row["source"].replace("\n", "")


@pytest.mark.parametrize("form", [Format.JSON, Format.JSONL])
def test_json_equals_the_database_and_its_schema(project, tmp_path, form):
    export(project, QuoteFilter(), form, tmp_path / "a")
    text = (tmp_path / "a").read_bytes().decode("utf-8")
    records = json.loads(text) if form is Format.JSON else [json.loads(one) for one in text.split("\n")[:-1]]
    rows = stored(project)
    for record in records:
        validate(record, "quotes")
        [quote], article = record["attributions"], record["article"]
        row = rows.pop(quote["id"])
        told = (quote["quote"], quote["cue_text"], quote["source_text"], quote["speaker"], quote["note"])
        assert told == (row["content"], row["cue"], row["source"], row["speaker"], row["note"])
        assert (quote["verdict"], quote["tags"]) == (row["verdict"], json.loads(row["tags"]))
        assert [list(piece.values()) for piece in quote["evidence"]] == json.loads(row["evidence"])
        told = (record["file"], article["title"], article["outlet"], article["author"], article["link"])
        assert told == tuple(row[name] for name in ("origin_name", "title", "outlet", "author", "link"))
        assert (article["text"], article["published"]) == (row["text"], row["day"])
    assert not rows


@pytest.mark.parametrize("form", [Format.CLAIM, Format.CLAIM_REVIEW])
def test_claims_equal_the_database_and_their_schema(project, tmp_path, form):
    export(project, QuoteFilter(), form, tmp_path / "a", Options(publisher=worst("مدقق", "=1")))
    graph = json.loads((tmp_path / "a").read_bytes())
    validate(graph, "claims")
    rows = stored(project)
    for thing in graph["@graph"]:
        claim = thing if form is Format.CLAIM else thing["itemReviewed"]
        row = rows.pop(int(claim["identifier"]))
        assert (claim["text"], claim["author"]["name"]) == (row["content"], row["speaker"])
        assert claim["author"]["jobTitle"] == row["mention_role"]
        assert claim["keywords"] == json.loads(row["tags"])
        seen = claim["appearance"]
        assert (seen["headline"], seen["publisher"]["name"], seen["author"]["name"], seen["url"]) == (
            row["title"], row["outlet"], row["author"], row["link"],
        )  # fmt: skip
        if form is Format.CLAIM_REVIEW:
            assert thing["reviewRating"]["alternateName"] == row["verdict"]
            assert thing["reviewBody"] == row["note"]
            [[link, title, note]] = json.loads(row["evidence"])
            assert thing["citation"] == [
                {"@type": "CreativeWork", "url": link, "name": title, "description": note}
            ]
            assert thing["author"]["name"] == worst("مدقق", "=1")
    assert not rows


def test_qdpx_equals_the_database(project, tmp_path):
    export(project, QuoteFilter(), Format.QDPX, tmp_path / "a.qdpx")
    folder = tmp_path / "unpacked"
    made = RefiProject.load(tmp_path / "a.qdpx", folder)
    codes = {code.guid: code.name for top in made.code_book.codes.code for code in top.code}
    rows = {row["text"]: row for row in stored(project).values()}
    for source in made.sources.text_source:
        path = RefiProject.resolve_source_path(source.plain_text_path, folder)
        row = rows.pop(path.read_bytes().decode("utf-8"))
        content, cue, said_by = source.plain_text_selection
        for selection, part in ((content, "content"), (cue, "cue"), (said_by, "source")):
            assert row["text"][selection.start_position : selection.end_position] == row[part]
        assert lines(content.description) == lines(row["note"])
        names = {codes[coding.code_ref.target_guid] for coding in content.coding}
        assert {row["speaker"], row["verdict"], *json.loads(row["tags"])} <= names
        values = {lines(value.text_value) for value in source.variable_value}
        assert {lines(row[name]) for name in ("outlet", "author", "day", "link", "origin_name")} == values
    assert not rows


def test_folders_equal_the_database(project, tmp_path):
    ids = tuple(project.quotes.ids())
    ops.perform(project, ops.Confirm(ids))
    try:
        export(project, QuoteFilter(), Format.CITRON, tmp_path / "citron")
        export(project, QuoteFilter(), Format.GOLD, tmp_path / "gold")
    finally:
        ops.undo(project)
    rows = {row["text"]: row for row in stored(project).values()}
    citron = [json.loads(path.read_bytes()) for path in (tmp_path / "citron").iterdir()]
    assert {record["text"] for record in citron} == rows.keys()
    for record in citron:
        [quote], row = record["quotes"], rows[record["text"]]
        assert (quote["contents"][0]["text"], quote["cue"]["text"], quote["sources"][0]["text"]) == (
            row["content"], row["cue"], row["source"],
        )  # fmt: skip
        assert quote["speaker"] == row["speaker"]
    gold = {path.read_bytes().decode("utf-8"): path for path in (tmp_path / "gold").glob("*.txt")}
    assert gold.keys() == rows.keys()
    for text, path in gold.items():
        [said] = json.loads(path.with_suffix(".json").read_bytes())["attributions"]
        row = rows[text]
        assert (said["content"], said["cue"], said["source"], said["speaker"]) == (
            [row["content"]], row["cue"], row["source"], row["speaker"],
        )  # fmt: skip
