"""OpenDocument text: headings, paragraphs, lists, tables, notes and text boxes in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.decoding import Decoded
from quotetrack.readers.packages import opened, xml
from quotetrack.readers.text import article

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
_ASIDES = {f"{_TEXT}note-body", _BOX}
_UNSEEN = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}index-body", _BOX}
_LONGEST_SPACE = 100


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The one article of a document."""
    with opened(raw, options) as package:
        names = package.namelist()
        if "META-INF/manifest.xml" in names and b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise ReadError("readers.encrypted", name=raw.name)
        root = xml(package, "content.xml")
        author = _author(xml(package, "meta.xml")) if "meta.xml" in names else ""
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ReadError("readers.broken", name=raw.name, reason="office:text")
    text = "\n".join(_lines(body)).strip("\n") + "\n"
    found = article(Decoded(text, ""), options)
    yield replace(found, author=found.author or author)


def _author(meta: Element) -> str:
    return next((element.text or "" for element in meta.iter(f"{_DC}creator")), "")


def _lines(block: Element) -> Iterator[str]:
    for child in block:
        if child.tag in _PARAGRAPHS:
            yield "".join(_characters(child))
            for aside in _asides(child):
                yield from _lines(aside)
        elif child.tag == f"{_TABLE}table-row":
            cells = child.iterfind(f"{_TABLE}table-cell")
            yield "\t".join(" ".join(filter(None, _lines(cell))) for cell in cells)
        elif child.tag not in _UNSEEN:
            yield from _lines(child)


def _asides(element: Element) -> Iterator[Element]:
    """The notes and text boxes that hang on a paragraph, without those that hang on them."""
    for child in element:
        if child.tag in _ASIDES:
            yield child
        elif child.tag not in {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation"}:
            yield from _asides(child)


def _characters(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdigit() else 1, _LONGEST_SPACE)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _UNSEEN:
            yield from _characters(child)
        yield child.tail or ""
