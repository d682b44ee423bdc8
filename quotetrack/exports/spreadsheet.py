"""XLSX: quotes, who said them and where they stand, on sheets that run in the reader's direction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from quotetrack.exports.characters import direction, lines, xml_text
from quotetrack.exports.columns import Cell, Column, Kind, chosen, kind_name
from quotetrack.exports.document import web_link
from quotetrack.exports.errors import ExportError
from quotetrack.exports.job import Job
from quotetrack.exports.records import SheetQuote
from quotetrack.messages import Language

_CELL = 32_767
_ROWS = 1_048_576
_LINKS = 65_530
_LINE, _HIGHEST = 19, 400
_LINK_LENGTH = 2_079
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
_ARTICLE = ("article", "outlet", "title", "author", "date", "link", "file")
Cells = Sequence[tuple[Kind, Cell]]


def write_xlsx(stream: BinaryIO, job: Job) -> None:
    """Write the quotes on the first sheet, the speakers and the articles on the next two.

    Raises:
        ExportError: there are more quotes than a sheet has rows.
    """
    if len(job.sheet) >= _ROWS:
        raise ExportError("exports.error.too_many_rows", count=len(job.sheet), limit=_ROWS - 1)
    try:
        _write_book(stream, job)
    except FileCreateError as error:
        # XlsxWriter wraps what the system said when it closes the file.
        raise next((one for one in error.args if isinstance(one, OSError)), OSError(str(error))) from error


def _write_book(stream: BinaryIO, job: Job) -> None:
    speakers: Counter[tuple[str, str, str]] = Counter()
    articles: Counter[int | str] = Counter()
    samples: dict[int | str, SheetQuote] = {}
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        book.set_properties({"title": xml_text(job.title), "created": job.made.replace(tzinfo=None)})
        formats = _Formats(book)
        quotes = _Rows(book, formats, job, "quotes", _headed(job.columns, job.language))
        for quote in job.sheet.quotes():
            quotes.add([(c.kind, c.value(quote, job.language)) for c in job.columns])
            speakers[quote.speaker or "", quote.speaker_role, kind_name(quote, job.language)] += 1
            key = quote.article.name if quote.article.id is None else quote.article.id
            articles[key] += 1
            if key not in samples:
                samples[key] = replace(quote, article=replace(quote.article, text=""))
        quotes.close()
        _write_speakers(_Rows(book, formats, job, "speakers", _speaker_headers(job)), speakers)
        headers = [*_headed(chosen(_ARTICLE), job.language), (job.say("sheet.count"), 10)]
        rows = _Rows(book, formats, job, "articles", headers)
        for key, sample in samples.items():
            cells: list[tuple[Kind, Cell]] = [
                (c.kind, c.value(sample, job.language)) for c in chosen(_ARTICLE)
            ]
            rows.add([*cells, (Kind.NUMBER, articles[key])])
        rows.close()


def _headed(columns: Sequence[Column], language: Language) -> list[tuple[str, int]]:
    return [(column.header(language), column.width) for column in columns]


def _speaker_headers(job: Job) -> list[tuple[str, int]]:
    columns = chosen(("speaker", "speaker_role", "speaker_kind"))
    return [*_headed(columns, job.language), (job.say("sheet.count"), 10)]


def _write_speakers(rows: _Rows, speakers: Counter[tuple[str, str, str]]) -> None:
    for (name, role, kind), count in speakers.most_common():
        rows.add([*((Kind.TEXT, text) for text in (name, role, kind)), (Kind.NUMBER, count)])
    rows.close()


def _wrapped(text: str, width: int) -> int:
    """How many lines a cell's text will take; not every program works it out on opening a file."""
    return sum(1 + len(line) // width for line in text[:_CELL].split("\n"))


class _Formats:
    """The looks of cells: text in the direction of its own first letter, wrapped, from the top."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        look = {"valign": "top", "text_wrap": True, "font_name": "Noto Naskh Arabic", "font_size": 11}
        self.text = {
            way: book.add_format(look | {"reading_order": order, "align": side})
            for way, order, side in (("rtl", 2, "right"), ("ltr", 1, "left"))
        }
        plain = {"valign": "top", "align": "center"}
        self.link = book.add_format(look | {"font_color": "#0B6E5F", "underline": 1, "reading_order": 1})
        self.number = book.add_format(plain)
        self.share = book.add_format(plain | {"num_format": "0%"})
        self.date = book.add_format(plain | {"num_format": "yyyy-mm-dd"})
        self.header = book.add_format(
            {"bold": True, "valign": "vcenter", "text_wrap": True, "bg_color": "#F2F0EA", "bottom": 1}
        )


class _Rows:
    """One worksheet, filled from the top; cells keep their kind and no text is ever a formula."""

    def __init__(
        self,
        book: xlsxwriter.Workbook,
        formats: _Formats,
        job: Job,
        name: str,
        headers: Sequence[tuple[str, int]],
    ) -> None:
        self._sheet = book.add_worksheet(job.say(f"sheet.{name}"))
        self._formats, self._job = formats, job
        self._widths = [width for _, width in headers]
        self._row = self._links = 0
        if job.language == "ar":
            self._sheet.right_to_left()
        self._sheet.freeze_panes(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.set_landscape()
        self._sheet.set_row(0, 34)
        for column, (header, width) in enumerate(headers):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, header, formats.header)

    def add(self, cells: Cells) -> None:
        """Write the next row, as high as its longest cell needs."""
        self._row += 1
        wrapped = (
            _wrapped(cell, width)
            for (_, cell), width in zip(cells, self._widths, strict=True)
            if isinstance(cell, str)
        )
        self._sheet.set_row(self._row, min(_LINE * max(wrapped, default=1), _HIGHEST))
        for column, (kind, cell) in enumerate(cells):
            if isinstance(cell, date):
                self._sheet.write_datetime(self._row, column, cell, self._formats.date)
            elif isinstance(cell, str):
                self._text(column, kind, cell)
            elif cell is not None:
                look = self._formats.share if kind is Kind.SHARE else self._formats.number
                self._sheet.write_number(self._row, column, cell, look)

    def _text(self, column: int, kind: Kind, text: str) -> None:
        if not text:
            return
        if len(text) > _CELL:
            self._job.notes["cell_cut"] += 1
            text = text[: _CELL - 1] + "…"
        # A carriage return would stand in the cell as _x000D_ for all programs but Excel.
        text = xml_text(lines(text))
        if kind is Kind.LINK and self._linkable(text):
            self._links += 1
            self._sheet.write_url(self._row, column, text, self._formats.link, string=text)
        else:
            way = direction(text, "rtl" if self._job.language == "ar" else "ltr")
            self._sheet.write_string(self._row, column, text, self._formats.text[way])

    def _linkable(self, text: str) -> bool:
        return bool(web_link(text)) and len(text) <= _LINK_LENGTH and self._links < _LINKS

    def close(self) -> None:
        """Put filters on the header once the number of rows is known."""
        self._sheet.autofilter(0, 0, self._row, len(self._widths) - 1)
