"""PDF through pypdfium2: lines are put together by where they stand, and the result is graded."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.decoding import Decoded
from quotetrack.readers.grading import FORMS, grade, put_right, turned_marks
from quotetrack.readers.layout import Glyph, Line, lines_of, paragraphs
from quotetrack.readers.text import article

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST_PAGES = 3000


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The one article of a document; `pages` says where its pages begin."""
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(raw.data)
    except pypdfium2.PdfiumError as error:
        key = "readers.encrypted" if "password" in str(error).lower() else "readers.broken"
        raise ReadError(key, name=raw.name, reason="PDF") from error
    try:
        yield _article(document, raw, options)
    finally:
        document.close()


def _article(document: PdfDocument, raw: Raw, options: ReadOptions) -> ReadArticle:
    if len(document) > _MOST_PAGES:
        raise ReadError("readers.too_many_pages", name=raw.name, count=f"{len(document):,}")
    pages: list[list[Line]] = []
    scanned = 0
    for number in range(len(document)):
        lines, is_scan = _page(document[number])
        pages.append(lines)
        scanned += is_scan
    if scanned and not any(pages):
        raise ReadError("readers.scanned", name=raw.name)
    texts, mended = put_right([[line.text for line in lines] for lines in pages])
    text, starts = _joined(
        [
            paragraphs([line._replace(text=word) for line, word in zip(lines, words, strict=True)])
            for lines, words in zip(pages, texts, strict=True)
        ]
    )
    text, marks_turned = turned_marks(text)
    quality, warnings = grade(text)
    if marks_turned:
        quality, warnings = min(quality, 0.8), (*warnings, "readers.warning.pdf_marks")
    if mended:
        quality, warnings = min(quality, 0.5), (*warnings, "readers.warning.pdf_reordered")
    if scanned:
        quality, warnings = min(quality, 0.5), (*warnings, "readers.warning.scanned_pages")
    found = article(Decoded(text, "", quality, warnings), options)
    return replace(found, pages=starts)


def _page(page: PdfPage) -> tuple[list[Line], bool]:
    """The lines of a page, and whether it is a picture without text."""
    from pypdfium2 import raw as pdfium  # noqa: PLC0415

    try:
        text = page.get_textpage()
        glyphs = []
        for index in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code:
                glyphs.append(Glyph(chr(min(code, 0x10FFFF)), *text.get_charbox(index)))
        text.close()
        found = lines_of(glyphs)
        picture = not found and any(True for _ in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        return [_unshaped(line) for line in found], picture
    finally:
        page.close()


def _unshaped(line: Line) -> Line:
    """A line with its presentation forms as plain letters."""
    return line._replace(text=FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), line.text))


def _joined(pages: Sequence[Sequence[str]]) -> tuple[str, tuple[int, ...]]:
    """One text of all pages and where each begins; a sentence cut by a page's end is one line."""
    text = ""
    starts = []
    for lines in pages:
        if text and lines:
            ends = text.rstrip().endswith((".", "؟", "!", ":", "»", '"', "”")) or len(lines[0]) < 25
            text += "\n" if ends else " "
        starts.append(len(text))
        text += "\n".join(lines)
    return text + "\n", tuple(starts)
