"""EPUB: every chapter with text is an article, in the order of the book."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.dates import parse_date
from quotetrack.readers.decoding import ARABIC, decode
from quotetrack.readers.html import declared_charset
from quotetrack.readers.markup import plain_text
from quotetrack.readers.packages import opened, xml

_CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SHORTEST = 120


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The chapters of a book that have at least a paragraph."""
    with opened(raw, options) as package:
        if "META-INF/encryption.xml" in package.namelist() and "META-INF/rights.xml" in package.namelist():
            raise ReadError("readers.encrypted", name=raw.name)
        path = next(
            filter(None, (element.get("full-path") for element in xml(package, _CONTAINER).iter())), ""
        )
        book = xml(package, path)
        said = {tag: _first(book, tag) for tag in ("publisher", "creator", "date")}
        published = parse_date(said["date"], options.today)
        count = 0
        for member in _spine(book, posixpath.dirname(path)):
            text, title = _chapter(package, member)
            if len(text) < _SHORTEST or not ARABIC.search(text):
                continue
            count += 1
            yield ReadArticle(
                text=text,
                title=title,
                outlet=said["publisher"],
                author=said["creator"],
                published=published.isoformat() if published else "",
                name=f"{raw.name}#{count}",
                titled=False,
            )
    if not count:
        raise ReadError("readers.no_arabic", name=raw.name)


def _first(book: Element, tag: str) -> str:
    return next(("".join(element.itertext()).strip() for element in book.iter(f"{_DC}{tag}")), "")


def _spine(book: Element, folder: str) -> Iterator[str]:
    """The names of the chapters' members in reading order."""
    hrefs = {e.get("id"): e.get("href", "") for e in book.iter() if e.tag.endswith("}item")}
    for reference in book.iter():
        if reference.tag.endswith("}itemref") and (href := hrefs.get(reference.get("idref"))):
            yield posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _chapter(package: zipfile.ZipFile, member: str) -> tuple[str, str]:
    try:
        data = package.read(member)
    except KeyError:
        return "", ""
    if not data:
        return "", ""
    return plain_text(decode(data, declared=declared_charset(data), name=member).text)
