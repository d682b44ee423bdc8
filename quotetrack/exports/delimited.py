"""CSV that opens right in a spreadsheet: one header, line breaks kept, nothing that runs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from quotetrack.exports.columns import Cell, Column, cell_text
from quotetrack.exports.job import Job
from quotetrack.exports.records import SheetQuote
from quotetrack.messages import Language

BOM = "\ufeff"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_GUARD = "'"


def guarded(cell: Cell) -> str:
    """The cell as text that no spreadsheet takes for a formula.

    An apostrophe goes before text that begins with = + - @, a tab or a carriage return, also
    behind spaces, and before text that already begins with apostrophes and one of these, so
    that `unguarded` gives back exactly what went in. Numbers and dates are left alone.
    """
    text = cell_text(cell)
    if not isinstance(cell, str):
        return text
    bare = text.lstrip(_GUARD + " \n\u00a0\u200e\u200f\u061c\ufeff")
    return _GUARD + text if bare.startswith(_DANGEROUS) else text


def unguarded(text: str) -> str:
    """What `guarded` was given, when that was text."""
    without = text.removeprefix(_GUARD)
    return without if without != text and guarded(without) == text else text


def write_rows(  # noqa: PLR0913 - two switches that a user has, each with its name
    stream: TextIO,
    quotes: Iterable[SheetQuote],
    columns: Sequence[Column],
    language: Language,
    *,
    bom: bool,
    guard: bool,
) -> int:
    """Write a header and a row for each quote; how many rows it was.

    `stream` must not translate line ends (newline=""). Rows end in CR LF as RFC 4180 says; line
    breaks inside a cell stay what they are.
    """
    if bom:
        stream.write(BOM)
    as_text = guarded if guard else cell_text
    writer = csv.writer(stream)
    writer.writerow([column.header(language) for column in columns])
    rows = 0
    for quote in quotes:
        writer.writerow([as_text(column.value(quote, language)) for column in columns])
        rows += 1
    return rows


def write_csv(stream: TextIO, job: Job) -> None:
    """The quotes in their order, with the columns, the mark and the guard that were asked for."""
    options = job.options
    write_rows(stream, job.sheet.quotes(), job.columns, job.language, bom=options.bom, guard=options.guard)
