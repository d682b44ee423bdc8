"""DOCX: paragraphs, tables, footnotes and text boxes in the order in which a reader meets them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.decoding import Decoded
from quotetrack.readers.packages import opened
from quotetrack.readers.text import article

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = {
    f"{_W}footnoteReference": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes",
    f"{_W}endnoteReference": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/endnotes",
}
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
}
# What is not of the paragraph's own words: deleted and moved text, what old readers see, text boxes.
_NOT_ITS_OWN = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", _FALLBACK, f"{_W}txbxContent"}
_TITLE_STYLES = ("Title", "Heading 1")


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The one article of a document."""
    import docx  # noqa: PLC0415 (a quarter of a second)

    with opened(raw, options):
        pass
    try:
        document = docx.Document(io.BytesIO(raw.data))
    except ValueError as error:
        key = "readers.macros" if "macroEnabled" in str(error) else "readers.broken"
        raise ReadError(key, name=raw.name, reason=type(error).__name__) from error
    notes = {tag: _notes(document, relation) for tag, relation in _NOTES.items()}
    lines = [line for line, _ in _lines(document.element.body, notes)]
    text = "\n".join(lines).strip("\n") + "\n"
    found = article(Decoded(text, ""), options)
    title, author = _title(document) or found.title, found.author or _author(document)
    yield replace(found, title=title, author=author)


def _title(document: Any) -> str:
    """The first paragraph that is styled as a title, when it stands at the top."""
    for paragraph in document.paragraphs[:5]:
        style = paragraph.style.name if paragraph.style is not None else ""
        if paragraph.text.strip() and style in _TITLE_STYLES:
            return str(paragraph.text)
    return ""


def _author(document: Any) -> str:
    author = str(document.core_properties.author or "")
    return "" if author == "python-docx" else author


def _lines(block: Any, notes: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, bool]]:
    """The lines of a body, a cell or a note; tables give a line a row, cells parted by tabs."""
    for child in block.iterchildren():
        if child.tag == f"{_W}p":
            yield "".join(_runs(child)), False
            yield from ((line, True) for line in _cited(child, notes))
            for box in _boxes(child):
                yield from ((line, True) for line, _ in _lines(box, notes))
        elif child.tag == f"{_W}tbl":
            for row in child.iter(f"{_W}tr"):
                if next(row.iterancestors(f"{_W}tbl")) is child:
                    yield from _row(row, notes)
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"}:
            yield from _lines(child, notes)


def _row(row: Any, notes: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, bool]]:
    cells, cited = [], []
    for cell in row.iterchildren(f"{_W}tc"):
        inside = list(_lines(cell, notes))
        cells.append(" ".join(line for line, is_note in inside if line.strip() and not is_note))
        cited += [line for line, is_note in inside if is_note]
    yield "\t".join(cells), False
    yield from ((line, True) for line in cited)


def _runs(paragraph: Any) -> Iterator[str]:
    """The visible characters of a paragraph, inserted and linked ones included."""
    for child in paragraph.iterchildren():
        if child.tag in _NOT_ITS_OWN:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif isinstance(child.tag, str) and child.tag != f"{_W}pPr":
            yield from _runs(child)


def _boxes(paragraph: Any) -> Iterator[Any]:
    return (box for box in paragraph.iter(f"{_W}txbxContent") if _hangs_on(paragraph, box))


def _hangs_on(paragraph: Any, part: Any) -> bool:
    """Whether a part hangs on this very paragraph, not on one of a text box, and new readers see it."""
    around = next(part.iterancestors(f"{_W}p", _FALLBACK))
    return around is paragraph


def _cited(paragraph: Any, notes: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    """The notes to which a paragraph refers, each a paragraph of its own after it."""
    for reference in paragraph.iter(*_NOTES):
        if _hangs_on(paragraph, reference):
            yield from notes[reference.tag].get(reference.get(f"{_W}id"), ())


def _notes(document: Any, relation: str) -> dict[str, list[str]]:
    """The lines of the document's notes of one kind by their ids."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415

    for rel in document.part.rels.values():
        if rel.reltype == relation and not rel.is_external:
            root = parse_xml(rel.target_part.blob)
            return {
                note.get(f"{_W}id"): [
                    line.strip() for line, _ in _lines(note, {tag: {} for tag in _NOTES}) if line.strip()
                ]
                for note in root.iterchildren()
                if note.get(f"{_W}type") is None
            }
    return {}
