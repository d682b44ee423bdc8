"""Tables of articles: columns in any language, broken rows among good ones, every dialect."""

import csv
import gzip
import io
import json
import resource
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quotetrack.article import Article, OriginKind
from quotetrack.messages import LANGUAGES, explain
from quotetrack.readers import Limits, ReadError, ReadOptions, read, read_each, read_table
from quotetrack.readers.freezing import freeze
from tests.readers.articles import BODY, FIRST, SECOND, TITLE

LINK = "https://example.org/خبر/1?a=b"
ENGLISH = {"title": TITLE, "outlet": "الميدان", "url": LINK, "date": "2015-08-04 18:05:36", "text": BODY}
ARABIC = {"العنوان": TITLE, "المصدر": "الميدان", "الرابط": LINK, "التاريخ": "4 آب 2015", "النص": BODY}
ODD = {"A": TITLE, "B": "الميدان", "C": LINK, "D": "١٩ شوال ١٤٣٦ هـ", "E": BODY}
ODD_COLUMNS = {"title": "A", "outlet": "B", "link": "C", "published": "D", "text": "E"}


def as_csv(row: dict[str, str], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(row), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(row)
    writer.writerow(row | {next(iter(row)): "عنوان آخر لخبر آخر"})
    return out.getvalue().encode(encoding)


def as_jsonl(row: dict[str, str]) -> bytes:
    return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\r\n" for line in (row, row))


def as_xlsx(row: dict[str, object]) -> bytes:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    book.create_sheet("فارغة", 0)
    sheet = book.worksheets[1]
    sheet.append(list(row))
    sheet.append(list(row.values()))
    sheet.append(list(row.values()))
    book.save(out)
    return out.getvalue()


TABLES: dict[str, tuple[str, bytes]] = {
    "csv": ("t.csv", as_csv(ENGLISH)),
    "csv with a mark": ("t.csv", as_csv(ENGLISH, encoding="utf-8-sig")),
    "csv with semicolons in Windows-1256": ("t.csv", as_csv(ENGLISH, ";", "cp1256")),
    "tsv in UTF-16": ("t.tsv", as_csv(ENGLISH, "\t", "utf-16")),
    "csv with Arabic headers": ("t.csv", as_csv(ARABIC)),
    "jsonl": ("t.jsonl", as_jsonl(ENGLISH)),
    "jsonl, packed": ("t.jsonl.gz", gzip.compress(as_jsonl(ENGLISH))),
    "json": ("t.json", json.dumps([ENGLISH, ENGLISH]).encode()),
    "xlsx": ("t.xlsx", as_xlsx(dict(ENGLISH))),
    "xlsx with a real date": ("t.xlsx", as_xlsx({**ARABIC, "التاريخ": date(2015, 8, 4)})),
}


@pytest.mark.parametrize(("name", "data"), TABLES.values(), ids=TABLES.keys())
def test_columns_are_recognised(name: str, data: bytes) -> None:
    article, other = read(data, name=name)
    assert article.text == f"{TITLE}\n\n{BODY}"
    assert (article.title, article.outlet, article.link) == (TITLE, "الميدان", LINK)
    assert article.published == date(2015, 8, 4)
    assert article.origin.kind is OriginKind.TABLE
    assert article.origin.name.endswith("#1")
    assert other.origin.name.endswith("#2")


@pytest.mark.parametrize("make", [as_csv, as_jsonl, as_xlsx])
def test_the_user_matches_columns_that_nobody_could_guess(make: Callable[[dict[str, str]], bytes]) -> None:
    name = {as_csv: "t.csv", as_jsonl: "t.jsonl", as_xlsx: "t.xlsx"}[make]
    data = make(ODD)
    with pytest.raises(ReadError) as caught:
        read(data, name=name)
    assert caught.value.key == "readers.no_text_column"
    assert "A · B" in explain(caught.value, "ar")
    table = read_table(data, name=name)
    assert table is not None
    assert table.columns == ("A", "B", "C", "D", "E")
    assert table.rows[0][0] == TITLE
    article = read(data, name=name, options=ReadOptions(columns=ODD_COLUMNS))[0]
    assert (article.title, article.link, article.published) == (TITLE, LINK, date(2015, 8, 4))


def test_one_bad_row_never_stops_the_rest() -> None:
    good = json.dumps(ENGLISH, ensure_ascii=False)
    lines = [
        good,
        '{"text": "مقطوع',
        "[1, 2]",
        json.dumps({"title": TITLE}),
        '{"text": "only English"}',
        "",
        good,
    ]
    found = list(read_each("\n".join(lines).encode(), name="t.jsonl"))
    assert [item.key if isinstance(item, ReadError) else item.title for item in found] == [
        TITLE, "readers.broken_row", "readers.broken_row", "readers.empty_row", "readers.no_arabic", TITLE,
    ]  # fmt: skip
    for item in found:
        if isinstance(item, ReadError):
            for language in LANGUAGES:
                assert "t.jsonl#" in explain(item, language)


def test_json_nested_too_deeply_is_one_bad_row() -> None:
    found = list(read_each(b'{"a": ' * 100_000 + b"\n" + as_jsonl(ENGLISH), name="t.jsonl"))
    assert isinstance(found[0], ReadError)
    assert isinstance(found[1], Article)


def deep(levels: int, *, objects: bool) -> str:
    opened, closed = ('{"a": ', "}") if objects else ("[", "]")
    return opened * levels + json.dumps(FIRST) + closed * levels


@pytest.mark.parametrize("levels", [2, 300, 900, 985])
@pytest.mark.parametrize("objects", [True, False])
def test_values_within_values_are_words_however_deep(levels: int, objects: bool) -> None:
    lines = f'{{"text": {deep(levels, objects=objects)}}}\n'.encode() + as_jsonl(ENGLISH)
    found = list(read_each(lines, name="t.jsonl"))
    assert [isinstance(one, Article) for one in found[1:]] == [True, True]
    assert isinstance(found[0], ReadError) or found[0].text == FIRST
    assert read_table(lines, name="t.jsonl") is not None


def test_a_text_in_paragraphs_and_several_authors_are_joined() -> None:
    row = {"text": [FIRST, SECOND], "title": TITLE, "author": ["هالة الكرمي", "سامر الحداد"]}
    [article] = read(json.dumps(row).encode(), name="t.json")
    assert article.text == f"{TITLE}\n\n{FIRST}\n{SECOND}"
    assert article.author == "هالة الكرمي، سامر الحداد"


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize(
    "whole",
    [
        {"articles": [ENGLISH, ENGLISH]},
        {"source": "الميدان", "tags": [{"x": 1}] * 9, "items": [ENGLISH, ENGLISH]},
        {"ODD": [ODD, ODD]},
        ENGLISH | {"tags": [{"name": "سوق"}]},
    ],
)
def test_a_file_may_be_one_value(whole: dict[str, object], indent: int | None) -> None:
    data = json.dumps(whole, ensure_ascii=False, indent=indent).encode()
    columns = ODD_COLUMNS if "ODD" in whole else None
    articles = read(data, name="t.json", options=ReadOptions(columns=columns))
    assert [article.title for article in articles] == [TITLE] * (1 if "text" in whole else 2)


def test_a_damaged_value_is_one_error() -> None:
    data = json.dumps({"articles": [ENGLISH] * 9}, ensure_ascii=False, indent=1).encode()[:-20]
    [error] = read_each(data, name="t.json")
    assert isinstance(error, ReadError)
    assert error.key == "readers.broken_row"


def test_a_line_that_names_the_delimiter_is_none_of_the_table() -> None:
    for said in (b"sep=;\r\n", b"SEP=;\n", b"\xef\xbb\xbfsep=;\n"):
        assert read(said + as_csv(ENGLISH, ";"), name="t.csv")[0].title == TITLE


def test_rows_after_a_broken_one_are_read() -> None:
    head, good = as_csv(ENGLISH).split(b"\r\n", 1)
    found = list(read_each(head + b"\r\n" + b"x" * 10_500_000 + b",y\r\n" + good, name="t.csv"))
    assert [one.key if isinstance(one, ReadError) else one.title for one in found] == [
        "readers.broken_row", TITLE, "عنوان آخر لخبر آخر",
    ]  # fmt: skip


def test_a_sheet_that_is_a_cover_is_passed_over() -> None:
    from openpyxl import load_workbook

    book, out = load_workbook(io.BytesIO(as_xlsx(dict(ENGLISH)))), io.BytesIO()
    book.create_sheet("غلاف", 0)["B2"] = "أرشيف الميدان"
    book.save(out)
    assert [article.title for article in read(out.getvalue(), name="t.xlsx")] == [TITLE, TITLE]
    table = read_table(out.getvalue(), name="t.xlsx")
    assert table is not None
    assert table.columns == tuple(ENGLISH)


@pytest.mark.parametrize(("name", "data"), [("t.csv", b"text,title\r\n"), ("t.jsonl", b"\n\n")])
def test_a_table_without_rows_is_empty(name: str, data: bytes) -> None:
    [error] = read_each(data, name=name)
    assert isinstance(error, ReadError)
    assert error.key == "readers.empty"


def test_a_long_cell_with_quotes_and_line_breaks_is_whole() -> None:
    text = (f'{FIRST} "مقتبس, فيه فاصلة"\r\n' * 4000) + SECOND
    [article, _] = read(as_csv({"text": text, "title": TITLE}), name="t.csv")
    assert article.text == f"{TITLE}\n\n" + text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "لا رابط", "http://[x", "//[", "http://:99999999/"]
)
def test_only_web_addresses_become_links(link: str) -> None:
    assert read(as_jsonl(ENGLISH | {"url": link}), name="t.jsonl")[0].link == ""


def test_a_formula_gives_its_last_value_never_itself() -> None:
    with pytest.raises(ReadError) as caught:  # never calculated: it has none
        read(as_xlsx({"text": '=HYPERLINK("http://example.org","قال")'}), name="t.xlsx")
    assert caught.value.key in {"readers.empty", "readers.empty_row", "readers.no_text_column"}


def test_a_text_is_no_table() -> None:
    assert read_table(BODY.encode(), name="a.txt") is None


@pytest.mark.corpus
def test_the_corpus_of_six_thousand_articles_reads_without_a_loss() -> None:
    path = Path(__file__).parents[3] / "shared/corpora/saudinewsnet.jsonl.gz"
    if not path.exists():
        pytest.skip("the corpus is not beside the checkout")
    rows = [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
    articles = list(read_each(path))
    assert len(articles) == len(rows) == 6000
    for row, article in zip(rows, articles, strict=True):
        assert isinstance(article, Article)
        assert article.published == date.fromisoformat(row["date"][:10])
        if not article.origin.warnings:
            assert article.title == " ".join(freeze(row["title"])[0].split())
            assert article.text.endswith(row["text"].replace("\r\n", "\n"))


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.json", b"["),
        ("a.jsonl", b"["),
        ("a.jsonl", b'{"a":\n['),
        ("a.json", b"\xef\xbb\xbf\n ["),
        ("a.jsonl", b"[\n"),
    ],
)
def test_a_little_json_that_fills_the_memory_is_parsed_elsewhere(name: str, head: bytes) -> None:
    """Three characters of it take 64 bytes: what a disk holds easily no memory does."""
    data = head + b"{},\n" * 3_000_000 + b"{}]" + b"}" * head.startswith(b"{")
    options = ReadOptions(limits=Limits(memory_bytes=150 << 20))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    [error] = read_each(data, name=name, options=options)
    assert isinstance(error, ReadError)
    assert error.key == "readers.too_heavy"
    with pytest.raises(ReadError):
        read_table(data, name=name, options=options)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 120_000, "kilobytes"


def test_a_line_of_json_without_end_is_not_parsed() -> None:
    line = b'{"a":[' + b"{}," * 3_500_000 + b"{}]}\n"
    found = list(read_each(as_jsonl(ENGLISH) + line + as_jsonl(ENGLISH), name="t.jsonl"))
    assert [isinstance(one, Article) for one in found] == [True, True, False, True, True]
