"""What an export will look like: its first quotes, really written, to memory."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2

from quotetrack.exports.columns import cell_text
from quotetrack.exports.exporting import Chosen, ids_of, job_of, told_once, write
from quotetrack.exports.formats import Format, Shape
from quotetrack.exports.job import Job, Options
from quotetrack.exports.project import ProjectSheet
from quotetrack.exports.sheet import Beginning
from quotetrack.store import Reading, Sort

_PICTURE_SCALE = 1.5
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it will be printed: rows of `stride` bytes, four for each pixel (blue, green, red, none)."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Preview:
    """The first quotes as they will be written: the cells of a table with its header, or text.

    `picture` is the first page of a format that has printed pages.
    """

    table: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    picture: Picture | None = None


def preview(  # noqa: PLR0913 - the same as export's, and how many
    reading: Reading,
    chosen: Chosen,
    kind: Format,
    options: Options | None = None,
    *,
    sort: Sort | None = None,
    rows: int = 20,
) -> Preview:
    """The first `rows` quotes exactly as `export` would write them, read back from what it wrote.

    A sheet that is gathered by speaker begins as the whole one would, up to `_MOST` quotes; a
    longer one is previewed as if it had no others.
    """
    ids = told_once(reading, ids_of(reading, chosen, sort), kind, options)
    sheet = ProjectSheet(reading, ids if len(ids) <= _MOST else ids[:rows])
    job = job_of(Beginning(sheet, rows, len(ids)), kind, options)
    if kind.form.shape is Shape.FOLDER:
        return Preview(text=_folder(kind, job))
    stream = io.BytesIO()
    write(kind, stream, job)
    if kind is Format.XLSX:
        return Preview(_cells(stream))
    if kind is Format.PDF:
        return Preview(text=_pages(stream), picture=_first_page(stream))
    if kind in _READERS:
        return Preview(text=_READERS[kind](stream))
    text = stream.getvalue().decode("utf-8")
    return Preview(_rows(text), text) if kind is Format.CSV else Preview(text=text)


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))))


def _cells(stream: io.BytesIO) -> tuple[tuple[str, ...], ...]:
    book: Any = openpyxl.load_workbook(stream, read_only=True)
    return tuple(tuple(map(cell_text, row)) for row in book.worksheets[0].iter_rows(values_only=True))


def _paragraphs(stream: io.BytesIO) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(stream).paragraphs)


def _pages(stream: io.BytesIO) -> str:
    with pypdfium2.PdfDocument(stream) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def _first_page(stream: io.BytesIO) -> Picture:
    with pypdfium2.PdfDocument(stream) as document:
        bitmap = document[0].render(scale=_PICTURE_SCALE, prefer_bgrx=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def _project(stream: io.BytesIO) -> str:
    with zipfile.ZipFile(stream) as archive:
        return archive.read("project.qde").decode("utf-8")


_READERS = {Format.DOCX: _paragraphs, Format.QDPX: _project}


def _folder(kind: Format, job: Job) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(kind, folder, job)
        return "\n\n".join(
            f"{path.name}\n{path.read_text(encoding='utf-8')}" for path in sorted(folder.iterdir())
        )
