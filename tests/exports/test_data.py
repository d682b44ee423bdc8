"""JSON, JSON-LD, REFI-QDA, Citron and annotations: read back by others, they equal the quotes."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from pyrefiqda.refiproject import RefiProject

from quotetrack.assets import assets
from quotetrack.detection.records import AttributionType, Span, SpeakerKind
from quotetrack.evaluation.gold import problems_of, read_gold
from quotetrack.exports.exporting import export_sheet
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Options
from quotetrack.exports.records import SheetArticle, SheetQuote
from quotetrack.exports.sheet import ListSheet
from quotetrack.messages import LANGUAGES
from quotetrack.status import Status

SCORE = Path(__file__).parents[3] / "shared" / "eval" / "score.py"


def validate(record, name):
    schema = json.loads((assets() / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    checker.check_schema(schema)
    checker.validate(record)


def read(sheet, form, tmp_path, **options):
    path = tmp_path / f"out{form.form.suffix}"
    written = export_sheet(sheet, form, path, Options(**options)).quotes
    assert written == len(sheet) or form is Format.GOLD
    return path


def check_records(records, quotes):
    """Every article with every one of its quotes, field by field."""
    assert [record["article"]["id"] for record in records] == list(
        dict.fromkeys(q.article.id for q in quotes)
    )
    found = {row["id"]: (row, record) for record in records for row in record["attributions"]}
    assert set(found) == {quote.id for quote in quotes}
    for quote in quotes:
        row, record = found[quote.id]
        article = record["article"]
        assert article["text"] == quote.article.text
        assert (record["file"], article["title"], article["outlet"], article["author"], article["link"]) == (
            quote.article.name,
            quote.article.title,
            quote.article.outlet,
            quote.article.author,
            quote.article.link,
        )
        assert [article["text"][s:e] for s, e in row["content"]] == [
            s.of(quote.article.text) for s in quote.content
        ]
        assert (row["cue_text"], row["source_text"], row["speaker"]) == (
            quote.cue_text,
            quote.source_text,
            quote.speaker,
        )
        assert row["page"] == quote.page
        assert (row["note"], row["tags"], row["verdict"] or "") == (
            quote.note,
            list(quote.tags),
            quote.verdict,
        )
        assert [piece["note"] for piece in row["evidence"]] == [piece.note for piece in quote.evidence]
        parent = None if row["parent"] is None else record["attributions"][row["parent"]]["id"]
        assert parent == quote.parent


def test_json_lines_are_valid_and_equal_the_quotes(sheet, quotes, tmp_path):
    text = read(sheet, Format.JSONL, tmp_path).read_bytes().decode("utf-8")
    records = [json.loads(line) for line in text.split("\n")[:-1]]
    for record in records:
        validate(record, "quotes")
    check_records(records, quotes)


def test_json_is_a_list_of_the_same(sheet, quotes, tmp_path):
    records = json.loads(read(sheet, Format.JSON, tmp_path).read_bytes())
    lines = read(sheet, Format.JSONL, tmp_path).read_bytes().decode("utf-8").split("\n")[:-1]
    assert records == [json.loads(line) for line in lines]
    check_records(records, quotes)


def test_what_detect_prints_is_valid_too():
    from quotetrack import detect
    from quotetrack.exports.jsonlines import article_record
    from quotetrack.exports.records import from_detection

    text = (assets() / "samples" / "newspaper-report.txt").read_text(encoding="utf-8")
    article = SheetArticle(text=text, name="x.txt")
    record = article_record(article, from_detection(article, detect(text)))
    assert len(record["attributions"]) > 5
    validate(record, "quotes")


def test_a_parent_that_is_not_on_the_sheet_is_nobody(quotes, tmp_path):
    only = [quote for quote in quotes if quote.id == 202]
    [record] = json.loads(read(ListSheet(only), Format.JSON, tmp_path).read_bytes())
    assert record["attributions"][0]["parent"] is None


def test_claims_are_valid_and_say_who_said_what_where(sheet, quotes, tmp_path):
    graph = json.loads(read(sheet, Format.CLAIM, tmp_path).read_bytes())
    validate(graph, "claims")
    claims = graph["@graph"]
    assert [claim["text"] for claim in claims] == [quote.quote for quote in quotes]
    assert [claim.get("author", {}).get("name") for claim in claims] == [quote.speaker for quote in quotes]
    assert claims[0]["appearance"]["url"] == quotes[0].article.link
    assert claims[0]["datePublished"] == "2024-02-29"
    assert "javascript" not in json.dumps(claims)


def test_a_document_that_speaks_is_no_person(quotes, tmp_path):
    report = replace(quotes[0], speaker="تقرير الميناء", speaker_kind=SpeakerKind.DOCUMENT)
    graph = json.loads(read(ListSheet([report]), Format.CLAIM, tmp_path).read_bytes())
    validate(graph, "claims")
    assert graph["@graph"][0]["isBasedOn"]["name"] == "تقرير الميناء"


def test_claim_reviews_hold_every_verdict_with_its_evidence(sheet, quotes, tmp_path):
    path = tmp_path / "out.jsonld"
    report = export_sheet(sheet, Format.CLAIM_REVIEW, path, Options(publisher="مدققون «بلا حدود»"))
    graph = json.loads(path.read_bytes())
    validate(graph, "claims")
    judged = [quote for quote in quotes if quote.verdict]
    assert report.notes == (("no_verdict", len(quotes) - len(judged)),)
    assert report.quotes == len(judged)
    reviews = graph["@graph"]
    assert [r["reviewRating"]["alternateName"] for r in reviews] == [quote.verdict for quote in judged]
    assert [r["claimReviewed"] for r in reviews] == [quote.quote for quote in judged]
    assert reviews[0]["citation"][0]["url"] == "https://example.org/e?x=«1»"
    assert reviews[0]["author"]["name"] == "مدققون «بلا حدود»"


def test_the_claims_schema_refuses_what_is_no_claim():
    good = {"@type": "Claim", "identifier": "1", "text": "x", "inLanguage": "ar",
            "appearance": {"@type": "NewsArticle", "headline": "h"}}  # fmt: skip
    validate({"@context": "https://schema.org", "@graph": [good]}, "claims")
    for bad in ({"text": ""}, {"datePublished": "29.2.2024"}, {"author": {"@type": "Ship", "name": "x"}}):
        with pytest.raises(jsonschema.ValidationError):
            validate({"@context": "https://schema.org", "@graph": [good | bad]}, "claims")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pyrefiqda_reads_every_coding_of_the_project(sheet, quotes, tmp_path, language):
    path = read(sheet, Format.QDPX, tmp_path, language=language, title='مشروع ="1" 😀')
    folder = tmp_path / "unpacked"
    project = RefiProject.load(path, folder)
    assert project.name == 'مشروع ="1" 😀'
    codes = {code.guid: (top.name, code.name) for top in project.code_book.codes.code for code in top.code}
    sources = {source.guid: source for source in project.sources.text_source}
    texts = {
        guid: RefiProject.resolve_source_path(source.plain_text_path, folder).read_bytes().decode("utf-8")
        for guid, source in sources.items()
    }
    assert sorted(texts.values()) == sorted({quote.article.text for quote in quotes})
    found = []
    for guid, source in sources.items():
        for selection in source.plain_text_selection:
            said = texts[guid][selection.start_position : selection.end_position]
            names = {codes[coding.code_ref.target_guid] for coding in selection.coding}
            found.append((said, {name for _, name in names}, selection.description))
    nobody = {"ar": "(لم يُسمَّ أحد)", "en": "(nobody named)"}[language]
    for quote in quotes:
        for span in quote.content:
            wanted = {quote.speaker or nobody, *quote.tags}
            hits = [f for f in found if f[0] == span.of(quote.article.text) and wanted <= f[1]]
            assert len(hits) == 1
            assert (hits[0][2] or "") == quote.note.replace("\r\n", "\n")
        assert any(f[0] == quote.cue_text for f in found) or not quote.cue
        assert any(f[0] == quote.source_text for f in found) or not quote.source
    [first] = [s for s in sources.values() if any(v.text_value == "2024-02-29" for v in s.variable_value)]
    assert quotes[0].article.outlet in {value.text_value for value in first.variable_value}


def test_the_same_project_has_the_same_ids_again(sheet, tmp_path):
    one = RefiProject.load(read(sheet, Format.QDPX, tmp_path), tmp_path / "1")
    two = RefiProject.load(read(sheet, Format.QDPX, tmp_path), tmp_path / "2")
    ids = [
        [s.guid for source in p.sources.text_source for s in source.plain_text_selection] for p in (one, two)
    ]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == len(ids[0])


def test_citron_files_hold_texts_and_spans(sheet, quotes, tmp_path):
    folder = read(sheet, Format.CITRON, tmp_path)
    records = [json.loads(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    assert len(records) == 3
    by_id = {row["id"]: (row, record["text"]) for record in records for row in record["quotes"]}
    assert set(by_id) == {str(quote.id) for quote in quotes}
    for quote in quotes:
        row, text = by_id[str(quote.id)]
        assert text == quote.article.text
        spans = [*row["contents"], *row["sources"], *([row["cue"]] if row["cue"] else [])]
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
        assert [span["text"] for span in row["contents"]] == [span.of(text) for span in quote.content]
        assert row["speaker"] == quote.speaker


def test_gold_has_the_articles_that_are_decided_and_says_how_many_are_not(sheet, quotes, tmp_path):
    path = tmp_path / "gold"
    report = export_sheet(sheet, Format.GOLD, path, Options())
    assert report.notes == (("not_confirmed", 1),)
    written = sum(len(json.loads(one.read_bytes())["attributions"]) for one in path.glob("*.json"))
    assert report.quotes == written
    assert len(list(path.glob("*.txt"))) == len(list(path.glob("*.json"))) == 2
    articles = read_gold(path)
    assert not list(problems_of(articles))
    text = next(p for p in path.glob("*.txt") if "مقال" in p.name)
    assert text.read_bytes().decode("utf-8") == quotes[0].article.text
    [first] = [a for a in articles if a.text == quotes[0].article.text]
    wanted = sorted((q for q in quotes if q.article.id == 7), key=lambda q: (q.cue or q.content[0]).start)
    assert [[tuple(s) for s in row.content] for row in first.attributions] == [
        [tuple(s) for s in quote.content] for quote in wanted
    ]
    assert [row.speaker for row in first.attributions] == [quote.speaker for quote in wanted]


def test_gold_leaves_rejected_quotes_out_and_hands_their_children_up(tmp_path):
    text = "قال سامي: «قالت ليلى: «قال زيد: لا»»."
    article = SheetArticle(text=text, id=1, name="n.txt")

    def quote(id_, start, parent, status):
        return SheetQuote(
            article=article,
            id=id_,
            type=AttributionType.DIRECT,
            content=(Span(start, len(text) - 1),),
            parent=parent,
            status=status,
        )

    nested = [
        quote(1, 10, None, Status.CONFIRMED),
        quote(2, 22, 1, Status.REJECTED),
        quote(3, 32, 2, Status.CORRECTED),
    ]
    path = read(ListSheet(nested), Format.GOLD, tmp_path)
    rows = json.loads((path / "n.json").read_bytes())["attributions"]
    assert [(row["id"], row["parent"]) for row in rows] == [(1, None), (2, 1)]


@pytest.mark.skipif(not SCORE.exists(), reason="score.py is not beside the checkout")
@pytest.mark.corpus
def test_score_py_finds_nothing_wrong_with_the_gold(sheet, tmp_path):
    path = read(sheet, Format.GOLD, tmp_path)
    done = subprocess.run(
        [sys.executable, SCORE, path, "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, "0 problems" in done.stdout) == (0, True), done.stderr
