"""A hostile file of every kind: refused with a reason or read for what it is, in time, and alone."""

import gzip
import io
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from quotetrack.article import Article
from quotetrack.messages import LANGUAGES, explain
from quotetrack.readers import Format, Limits, ReadError, ReadOptions, read_each, sandbox, sniff
from tests.readers import documents
from tests.readers.articles import ARTICLE, FIRST, SECOND, TITLE
from tests.readers.test_containers import zipped
from tests.readers.test_tables import ENGLISH, as_xlsx

OPTIONS = ReadOptions(limits=Limits(seconds=6, memory_bytes=700 << 20))
LONGEST = 40.0
"""Seconds after which a reader has failed to keep its limits, also where other work goes on."""
READ = "read"


def pdf_bomb() -> bytes:
    """A page whose content unpacks to a gigabyte."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(1024)) + packer.flush()
    return pdf_of(packed, b"/Filter /FlateDecode")


def pdf_of(content: bytes, more: bytes = b"", catalog: bytes = b"", kids: bytes = b"[3 0 R]") -> bytes:
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        b"<< /Type /Pages /Kids " + kids + b" /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>",
        b"<< /Length %d " % len(content) + more + b" >>\nstream\n" + content + b"\nendstream",
    )
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    return (
        out
        + b"xref\n0 5\n0000000000 65535 f \n"
        + table
        + (b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    )


def pdf_with_orders() -> bytes:
    """Runs a script, a program and an address on opening, where a viewer obeys."""
    orders = (
        b"/OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1:1/')) >> "
        b"/AA << /WC << /S /Launch /F (/bin/sh) >> >>"
    )
    return pdf_of(b"BT ET", catalog=orders)


def nested_mail() -> bytes:
    body = b"Content-Type: text/plain\r\n\r\n" + ARTICLE.encode()
    for number in range(400):
        mark = b"b%d" % number
        head = b"Content-Type: multipart/mixed; boundary=" + mark + b"\r\n\r\n"
        body = head + b"--" + mark + b"\r\n" + body + b"\r\n--" + mark + b"--\r\n"
    return b"Subject: x\r\nMIME-Version: 1.0\r\n" + body


def directory_bomb() -> bytes:
    """An archive of empty members without end, small but for its table of contents."""
    entry = b"PK\x01\x02" + bytes(24) + (1).to_bytes(2, "little") + bytes(16) + b"a"
    count = 400_000
    directory = entry * count
    counts = (0xFFFF).to_bytes(2, "little") * 2
    end = b"PK\x05\x06" + bytes(4) + counts + len(directory).to_bytes(4, "little") + bytes(4) + bytes(2)
    return b"PK\x03\x04" + bytes(26) + directory + end


def mimetype_bomb() -> bytes:
    """What says the kind of an EPUB unpacks to gigabytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        with archive.open("mimetype", "w", force_zip64=True) as stream:
            for _ in range(600):
                stream.write(bytes(1 << 20))
        archive.writestr("a.txt", ARTICLE)
    return out.getvalue()


def wide_sheet() -> bytes:
    """A workbook that says it has as many cells as a sheet can."""
    data = as_xlsx(dict(ENGLISH))
    part = "xl/worksheets/sheet1.xml"
    sheet = documents.member(data, part)
    start = sheet.index("<sheetData>")
    vast = '<dimension ref="A1:XFD1048576"/>' + sheet[start:].replace('r="A3"', 'r="XFD1048576"')
    return documents.repacked(data, {part: (sheet[: sheet.index("<dimension")] + vast).encode()})


def docx_with_template() -> bytes:
    """Names a template with macros on the web, which a word processor would fetch."""
    part = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    link = f'<Relationship Id="rId77" TargetMode="External" Type="{kind}" Target="http://127.0.0.1:1/evil.dotm"/>'
    said = documents.member(documents.docx(), part).replace("</Relationships>", f"{link}</Relationships>")
    return documents.repacked(documents.docx(), {part: said.encode()})


def looped_epub() -> bytes:
    opf = documents.member(documents.epub(), "OEBPS/content.opf")
    again = opf.replace("</spine>", '<itemref idref="two"/>' * 20_000 + "</spine>")
    return documents.repacked(documents.epub(), {"OEBPS/content.opf": again.encode()})


DEEP = b"<html><body>" + b"<div>" * 150_000 + ARTICLE.encode()
RSS_HEAD = b"<rss version='2.0'><channel><title>x</title>"

HOSTILE: dict[str, tuple[Format, Callable[[], bytes], str, set[str]]] = {
    "text of NULs": (Format.TEXT, lambda: bytes(5_000_000), "a.txt", {"readers.binary"}),
    "text in one line without end": (
        Format.TEXT, lambda: "قال ".encode() * 900_000, "a.txt", {"readers.too_long"},
    ),
    "text of marks that turn it round": (
        Format.TEXT, lambda: (ARTICLE.replace(" ", " \u202e\u2066")).encode(), "a.txt", {READ},
    ),
    "page nested without end": (
        Format.HTML, lambda: DEEP, "a.html",
        {READ, "readers.no_article", "readers.broken", "readers.crashed"},
    ),
    "page of scripts": (
        Format.HTML, lambda: b"<html><script>" + b"while(1){}" * 99_999 + b"</script></html>", "a.html",
        {"readers.no_article", "readers.no_arabic"},
    ),
    "markdown nested without end": (
        Format.MARKDOWN, lambda: b"> " * 60_000 + ARTICLE.encode(), "a.md",
        {READ, "readers.broken", "readers.too_slow", "readers.crashed"},
    ),
    "markdown of brackets": (
        Format.MARKDOWN, lambda: b"![[](" * 60_000 + ARTICLE.encode(), "a.md",
        {READ, "readers.broken", "readers.too_slow", "readers.crashed"},
    ),
    "docx with macros": (Format.DOCX, documents.docm, "a.docm", {"readers.macros"}),
    "docx that unpacks to a gigabyte": (
        Format.DOCX,
        lambda: documents.repacked(documents.docx(), {"word/x.xml": bytes(1 << 28)}), "a.docx",
        {"readers.bomb"},
    ),
    "docx whose template lies outside": (Format.DOCX, docx_with_template, "a.docx", {READ}),
    "pdf that unpacks to a gigabyte": (
        Format.PDF, pdf_bomb, "a.pdf",
        {"readers.too_heavy", "readers.too_slow", "readers.crashed", "readers.empty", "readers.broken"},
    ),
    "pdf whose pages lead back to themselves": (
        Format.PDF, lambda: pdf_of(b"BT ET", kids=b"[2 0 R 2 0 R 2 0 R]"), "a.pdf",
        {"readers.empty", "readers.broken", "readers.crashed", "readers.too_slow"},
    ),
    "pdf that gives orders": (Format.PDF, pdf_with_orders, "a.pdf", {"readers.empty"}),
    "epub with an entity bomb": (
        Format.EPUB,
        lambda: documents.with_entities(documents.epub(), "OEBPS/content.opf", documents.BOMB), "a.epub",
        {"readers.unsafe"},
    ),
    "epub that repeats a chapter without end": (
        Format.EPUB, looped_epub, "a.epub", {READ, "readers.too_slow"},
    ),
    "epub whose kind unpacks to gigabytes": (Format.ZIP, mimetype_bomb, "a.epub", {"readers.bomb", READ}),
    "odt that asks for a file of this machine": (
        Format.ODT,
        lambda: documents.with_entities(documents.odt(), "content.xml", documents.OUTSIDE), "a.odt",
        {"readers.unsafe"},
    ),
    "odt of spaces without end": (
        Format.ODT,
        lambda: documents.repacked(
            documents.odt(),
            {"content.xml": documents.member(documents.odt(), "content.xml")
             .replace("text:c='2'", "text:c='999999999'").encode()},
        ),
        "a.odt", {READ},
    ),
    "rtf nested without end": (Format.RTF, lambda: b"{\\rtf1 " + b"{" * 900_000, "a.rtf", {"readers.empty"}),
    "rtf with a program inside": (
        Format.RTF,
        lambda: b"{\\rtf1{\\object\\objemb{\\*\\objdata " + b"4d5a" * 99_999 + b"}}}", "a.rtf",
        {"readers.empty", "readers.no_arabic"},
    ),
    "feed with an entity bomb": (
        Format.FEED, lambda: documents.BOMB.encode() + RSS_HEAD + b"&i;</channel></rss>", "a.rss",
        {"readers.unsafe"},
    ),
    "feed nested without end": (
        Format.FEED, lambda: RSS_HEAD + b"<item>" * 150_000, "a.rss",
        {"readers.no_entries", "readers.broken", "readers.crashed", "readers.too_slow", "readers.too_heavy",
         "readers.empty"},
    ),
    "mail within mails without end": (
        Format.EML, nested_mail, "a.eml", {READ, "readers.empty", "readers.broken", "readers.too_slow"},
    ),
    "saved page within mails without end": (
        Format.MHTML, lambda: b"Snapshot-Content-Location: http://x/\r\n" + nested_mail(), "a.mhtml",
        {READ, "readers.empty", "readers.broken", "readers.too_slow", "readers.no_article"},
    ),
    "old office file that is its beginning alone": (
        Format.PROGRAM, lambda: b"\xd0\xcf\x11\xe0" + bytes(1 << 20), "a.doc", {"readers.other_program"},
    ),
    "archive of another kind": (
        Format.PACKED, lambda: b"Rar!\x1a\x07" + bytes(1 << 20), "a.txt", {"readers.other_archive"},
    ),
    "mail of headers without end": (
        Format.EML, lambda: b"".join(b"X-%d: y\r\n" % n for n in range(90_000)) + b"\r\n" + ARTICLE.encode(),
        "a.eml", {READ, "readers.too_slow"},
    ),
    "csv of a cell without end": (
        Format.CSV, lambda: b'text,title\n"' + b"x" * 12_000_000, "a.csv",
        {"readers.broken_row", "readers.no_text_column", "readers.no_arabic", "readers.too_long"},
    ),
    "csv of columns without end": (
        Format.CSV, lambda: b"text" + b",a" * 900_000 + b"\n" + ARTICLE.replace("\n", " ").encode(), "a.csv",
        {READ, "readers.empty_row"},
    ),
    "xlsx that says it has all cells": (Format.XLSX, wide_sheet, "a.xlsx", {READ, "readers.too_slow"}),
    "xlsx with an entity bomb": (
        Format.XLSX,
        lambda: documents.with_entities(as_xlsx(dict(ENGLISH)), "xl/workbook.xml", documents.BOMB), "a.xlsx",
        {"readers.unsafe"},
    ),
    "json nested without end": (
        Format.JSONL, lambda: b"[" * 200_000, "a.json", {"readers.broken"},
    ),
    "json lines nested without end": (
        Format.JSONL, lambda: b'{"text":' * 200_000, "a.jsonl",
        {"readers.broken_row", "readers.no_text_column"},
    ),
    "zip of members without end": (Format.ZIP, directory_bomb, "a.zip", {"readers.too_many"}),
    "zip that leads out of itself": (
        Format.ZIP, lambda: zipped({"../../../tmp/escaped.txt": ARTICLE.encode()}), "a.zip", {READ},
    ),
    "zip that unpacks to a gigabyte": (
        Format.ZIP, lambda: zipped({"a.txt": bytes(1 << 28)}, compresslevel=9), "a.zip", {"readers.bomb"},
    ),
    "gzip of gzip of zeros": (
        Format.GZIP, lambda: gzip.compress(gzip.compress(bytes(1 << 28))), "a.txt.gz", {"readers.bomb"},
    ),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("format_", "make", "name", "ends"), HOSTILE.values(), ids=HOSTILE.keys())
def test_it_is_refused_with_a_reason_or_read_for_what_it_is(
    format_: Format, make: Callable[[], bytes], name: str, ends: set[str]
) -> None:
    data = make()
    assert sniff(name, data) is format_
    begun = time.monotonic()
    found = list(read_each(data, name=name, options=OPTIONS))
    assert time.monotonic() - begun < LONGEST
    assert {READ if isinstance(one, Article) else one.key for one in found} <= ends
    assert found
    for one in found:
        if isinstance(one, ReadError):
            assert all(len(explain(one, language)) > 30 for language in LANGUAGES)
        else:
            assert "root:" not in one.text, "nothing of this machine's own files"
    [good] = read_each(documents.docx(), name="good.docx", options=OPTIONS)
    assert isinstance(good, Article), "the next file is read as if nothing had been"
    assert not Path(tempfile.gettempdir(), "escaped.txt").exists()


def test_every_kind_has_a_hostile_file() -> None:
    assert {format_ for format_, _, _, _ in HOSTILE.values()} == set(Format)


def test_formats_with_a_parser_never_reach_it_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDF, DOCX and the like go to the child; here there are only text, CSV and JSON."""
    from quotetrack.readers import formats, reading

    asked: list[Format] = []
    monkeypatch.setattr(reading, "reader", lambda format_: asked.append(format_) or formats.reader(format_))
    for name, data in (
        ("a.pdf", documents.pdf(shaped=True)), ("a.docx", documents.docx()), ("a.odt", documents.odt()),
        ("a.epub", documents.epub()), ("a.rtf", documents.rtf(unicode=True)), ("a.eml", documents.eml()),
        ("a.xlsx", as_xlsx(dict(ENGLISH))), ("a.html", f"<p>{FIRST}</p><p>{SECOND}</p>".encode()),
        ("a.md", documents.MARKDOWN.encode()), ("a.txt", ARTICLE.encode()),
        ("a.csv", f"text,title\n{FIRST},{TITLE}\n".encode()), ("a.jsonl", b'{"text": "\xd9\x82"}'),
    ):  # fmt: skip
        list(read_each(data, name=name, options=OPTIONS))
    assert asked == [Format.TEXT, Format.CSV, Format.JSONL]
    assert sandbox.SHARED is not None
