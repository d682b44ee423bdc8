"""Tables of articles: CSV, XLSX, JSON and JSON Lines, one article a row.

The columns are the user's (`ReadOptions.columns`) or guessed from their headers.
"""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import chain, islice
from urllib.parse import urlsplit

from quotetrack.assets import assets
from quotetrack.readers.base import Format, Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.dates import parse_date
from quotetrack.readers.decoding import Decoded, decode
from quotetrack.readers.packages import opened
from quotetrack.text import fold

FIELDS = ("text", "title", "outlet", "author", "published", "link")
"""What a column can be matched to; `text` is the one that a table must have."""

_DELIMITERS = ",;\t|"
_SNIFFED = 1 << 16
_PREVIEWED = 50
_LONGEST_CELL = 10_000_000

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Table:
    """The head of a table: its columns, what they were taken for, and its first rows as text."""

    columns: tuple[str, ...]
    matched: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """One article a row."""
    rows, decoded = _rows(raw, options)
    first = list(islice(rows, _PREVIEWED))
    columns = _columns(first)
    matched = options.columns or match_columns(columns)
    if matched.get("text") not in columns:
        raise ReadError("readers.no_text_column", name=raw.name, columns=" · ".join(columns[:20]))
    for number, row in enumerate(chain(first, rows), start=1):
        yield _article(row, matched, f"{raw.name}#{number}", decoded, options)


def preview(raw: Raw, options: ReadOptions, count: int = 5) -> Table:
    """The head of a table, for matching its columns by hand.

    Raises:
        ReadError: it is no table.
    """
    first = list(islice(_rows(raw, options)[0], _PREVIEWED))
    columns = _columns(first)
    shown = tuple(tuple(_cell(row.get(column)) for column in columns) for row in first[:count])
    return Table(columns, match_columns(columns), shown)


def match_columns(columns: Iterable[str]) -> dict[str, str]:
    """The field of an article that each column's header means, as field to column."""
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(_plain(column), column)
    matched = {}
    for field, headers in _headers().items():
        found = next((by_name[header] for header in headers if header in by_name), None)
        if found is not None:
            matched[field] = found
    return matched


def _plain(header: str) -> str:
    return fold(header).strip().strip("\"'").replace(" ", "_").replace("-", "_")


@cache
def _headers() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads((assets() / "lexicon" / "columns.toml").read_text(encoding="utf-8"))
    return {field: tuple(map(_plain, table[field])) for field in FIELDS}


def _columns(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for row in rows if not isinstance(row, _Broken) for column in row))


class _Broken(dict[str, object]):
    """A row that could not be read; `error` says why."""

    def __init__(self, error: ReadError) -> None:
        super().__init__()
        self.error = error


def _article(
    row: Row, matched: Mapping[str, str], name: str, decoded: Decoded, options: ReadOptions
) -> ReadArticle | ReadError:
    if isinstance(row, _Broken):
        return row.error
    fields = {field: _cell(row.get(column)) for field, column in matched.items()}
    text = fields.get("text", "")
    if not text.strip():
        return ReadError("readers.empty_row", name=name)
    link = fields.get("link", "").strip()
    made = _day(row.get(matched.get("published", "")), options.today)
    return ReadArticle(
        text=text,
        title=fields.get("title", ""),
        outlet=fields.get("outlet", ""),
        author=fields.get("author", ""),
        published=made.isoformat() if made else "",
        link=link if urlsplit(link).scheme in {"http", "https"} else "",
        name=name,
        encoding=decoded.encoding,
        quality=decoded.quality,
        warnings=decoded.warnings,
    )


def _day(value: object, today: date | None) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _cell(value)
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return parse_date(text, today)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "، ".join(map(_cell, value))
    return "" if value is None else str(value)


def _rows(raw: Raw, options: ReadOptions) -> tuple[Iterator[Row], Decoded]:
    """The rows of a table and how its characters were read."""
    if raw.format is Format.XLSX:
        return _sheet(raw, options), Decoded("", "")
    decoded = decode(raw.data, encoding=options.encoding, declared=raw.charset, name=raw.name)
    text = decoded.text.removeprefix("\ufeff")
    rows = _csv(text, raw.name) if raw.format is Format.CSV else _json(text, raw.name)
    return rows, decoded


def _csv(text: str, name: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    # The header decides: csv.Sniffer takes semicolons within cells for the delimiter.
    header = text[: text.find("\n") + 1 or len(text)][:_SNIFFED]
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for row in reader:
            yield {column: cell for column, cell in row.items() if column is not None}
    except csv.Error:
        yield _Broken(ReadError("readers.broken_row", name=f"{name}#{reader.line_num}", reason="CSV"))


def _json(text: str, name: str) -> Iterator[Row]:
    """The objects of a JSON array, of an object that holds one, or of JSON Lines."""
    if text.lstrip().startswith("["):
        yield from _array(text, name)
        return
    for number, line in enumerate(io.StringIO(text), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            yield _Broken(ReadError("readers.broken_row", name=f"{name}#{number}", reason="JSON"))
            continue
        if isinstance(row, dict):
            yield row
        else:
            yield _Broken(ReadError("readers.broken_row", name=f"{name}#{number}", reason="JSON"))


def _array(text: str, name: str) -> Iterator[Row]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        raise ReadError("readers.broken", name=name, reason="JSON") from None
    for number, row in enumerate(rows, start=1):
        if isinstance(row, dict):
            yield row
        else:
            yield _Broken(ReadError("readers.broken_row", name=f"{name}#{number}", reason="JSON"))


def _sheet(raw: Raw, options: ReadOptions) -> Iterator[Row]:
    """The rows of a workbook's first sheet that has any; formulas give their last values."""
    from openpyxl import load_workbook  # noqa: PLC0415 (nearly a second)

    with opened(raw, options):
        pass
    try:
        book = load_workbook(io.BytesIO(raw.data), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            values = iter(sheet.iter_rows(values_only=True))
            header = next((row for row in values if any(cell is not None for cell in row)), None)
            if header is None:
                continue
            names = [_cell(cell) or f"#{number}" for number, cell in enumerate(header, start=1)]
            for row in values:
                if any(cell is not None for cell in row):
                    yield dict(zip(names, row, strict=False))
            return
    except MemoryError:
        raise
    except Exception as error:
        # Whatever openpyxl makes of a damaged or hostile workbook.
        raise ReadError("readers.broken", name=raw.name, reason=type(error).__name__) from error
