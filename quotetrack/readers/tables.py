"""Tables of articles: CSV, XLSX, JSON and JSON Lines, one article a row.

The columns are the user's (`ReadOptions.columns`) or guessed from their headers.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import chain, islice

from quotetrack.assets import assets
from quotetrack.readers.base import Format, Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.dates import parse_date
from quotetrack.readers.decoding import Decoded, decode
from quotetrack.readers.links import web_address
from quotetrack.readers.packages import opened
from quotetrack.text import fold

FIELDS = ("text", "title", "outlet", "author", "published", "link")
"""What a column can be matched to; `text` is the one that a table must have."""

_DELIMITERS = ",;\t|"
_SNIFFED = 1 << 16
_PREVIEWED = 50
_SAYS_DELIMITER = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""A first line that spreadsheets write and understand."""
_LONGEST_CELL = 10_000_000
"""Characters of a cell, and of a line of JSON: parsed, a few characters may take a hundred bytes."""
_FIRST_LINE = re.compile(rb"(?:\xef\xbb\xbf)?\s*([^\n]{0,%d})" % _LONGEST_CELL)
_INK = re.compile(r"\S")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")

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
    if not first:
        raise ReadError("readers.empty", name=raw.name)
    broken = [row for row in first if isinstance(row, ReadError)]
    if len(broken) == len(first):
        raise broken[0]
    matched = options.columns or match_columns(columns)
    if matched.get("text") not in columns:
        raise ReadError("readers.no_text_column", name=raw.name, columns=" · ".join(columns[:20]))
    for number, row in enumerate(chain(first, rows), start=1):
        yield _article(row, matched, f"{raw.name}#{number}", decoded, options)


def is_one_value(raw: Raw) -> bool:
    """Whether this is JSON that has to be parsed whole, of which a little can fill the memory."""
    if raw.format is not Format.JSONL:
        return False
    first = _FIRST_LINE.match(raw.data)
    return first is None or first[1].startswith(b"[") or _loaded(first[1]) is None


def preview(raw: Raw, options: ReadOptions, count: int = 5) -> Table:
    """The head of a table, for matching its columns by hand.

    Raises:
        ReadError: it is no table.
    """
    rows = islice(_rows(raw, options)[0], _PREVIEWED)
    first = [row for row in rows if not isinstance(row, ReadError)]
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


def _columns(rows: Iterable[Row | ReadError]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for row in rows if not isinstance(row, ReadError) for column in row))


def _broken(name: str, number: int, kind: str) -> ReadError:
    return ReadError("readers.broken_row", name=f"{name}#{number}", reason=kind)


def _article(
    row: Row | ReadError, matched: Mapping[str, str], name: str, decoded: Decoded, options: ReadOptions
) -> ReadArticle | ReadError:
    if isinstance(row, ReadError):
        return row
    fields = {
        field: _cell(row.get(column), "\n" if field == "text" else "، ") for field, column in matched.items()
    }
    text = fields.get("text", "")
    if not text.strip():
        return ReadError("readers.empty_row", name=name)
    made = _day(row.get(matched.get("published", "")), options.today)
    return ReadArticle(
        text=text,
        title=fields.get("title", ""),
        outlet=fields.get("outlet", ""),
        author=fields.get("author", ""),
        published=made.isoformat() if made else "",
        link=web_address(fields.get("link", "")),
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


def _cell(value: object, between: str = "، ") -> str:
    return between.join(_plain_values(value))


def _plain_values(value: object) -> Iterator[str]:
    """What a cell of a table or a value of JSON holds, that of lists and objects in it too, however deep."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case list() as some:
                waiting += reversed(some)
            case dict() as some:
                waiting += reversed(some.values())
            case None:
                pass
            case plain:
                yield str(plain)


def _rows(raw: Raw, options: ReadOptions) -> tuple[Iterator[Row | ReadError], Decoded]:
    """The rows of a table, an error for one that is broken, and how its characters were read."""
    if raw.format is Format.XLSX:
        return _sheet(raw, options), Decoded("", "")
    decoded = decode(raw.data, encoding=options.encoding, declared=raw.charset, name=raw.name)
    text = decoded.text.removeprefix("\ufeff")
    rows = _csv(text, raw.name) if raw.format is Format.CSV else _json(text, raw.name)
    return rows, decoded


def _csv(text: str, name: str) -> Iterator[Row | ReadError]:
    csv.field_size_limit(_LONGEST_CELL)
    said = _SAYS_DELIMITER.match(text)
    text = text[said.end() :] if said else text
    # The header decides: csv.Sniffer takes semicolons within cells for the delimiter.
    header = text[: text.find("\n") + 1 or len(text)][:_SNIFFED]
    delimiter = said[1] if said else max(_DELIMITERS, key=header.count)
    reader = csv.DictReader(_lines(text), delimiter=delimiter)
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            yield _broken(name, reader.line_num, "CSV")
            continue
        if row is None:
            return
        yield {column: cell for column, cell in row.items() if column is not None}


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, which io.StringIO would give only of another copy of it."""
    return (line[0] for line in _LINE.finditer(text))


def _json(text: str, name: str) -> Iterator[Row | ReadError]:
    """The objects of a JSON array, of an object that holds one, or of JSON Lines."""
    rows = _whole(text, name)
    if rows is None:
        rows = ((number, _loaded(line)) for number, line in enumerate(_lines(text), start=1) if line.strip())
    for number, row in rows:
        yield row if isinstance(row, dict) else _broken(name, number, "JSON")


def _whole(text: str, name: str) -> Iterable[tuple[int, object]] | None:
    """The articles of a file that is one value, numbered; None where every line is a value of its own."""
    begun = _INK.search(text)
    if begun is None:
        return None
    listed = begun[0] == "["
    end = text.find("\n", begun.start())
    has_more = end >= 0 and _INK.search(text, end) is not None
    if has_more and not listed and _loaded(text[begun.start() : end]) is not None:
        return None
    whole = _loaded(text, len(text))
    if whole is None and listed:
        raise ReadError("readers.broken", name=name, reason="JSON")
    return None if whole is None else enumerate(_held(whole), start=1)


def _loaded(text: str | bytes, limit: int = _LONGEST_CELL) -> object:
    """The value of a piece of JSON, None where it is none or longer than `limit`."""
    try:
        return json.loads(text) if len(text) <= limit else None
    except (ValueError, RecursionError):
        return None


def _held(whole: object) -> list[object]:
    """The articles of one value: a list, a list that an object holds, or the object itself."""
    if isinstance(whole, list):
        return whole
    if isinstance(whole, dict) and "text" not in match_columns(whole):
        values = whole.values()
        lists = [some for some in values if isinstance(some, list) and some and isinstance(some[0], dict)]
        told = [some for some in lists if "text" in match_columns(some[0])]
        if told or not any(isinstance(value, str) for value in values):
            return max(told or lists, key=len, default=[whole])
    return [whole]


def _sheet(raw: Raw, options: ReadOptions) -> Iterator[Row]:
    """The rows of a workbook's first sheet that has any below a header; formulas give their last values."""
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
            filled = (row for row in values if any(cell is not None for cell in row))
            first = next(filled, None)
            if first is not None:
                yield from (dict(zip(names, row, strict=False)) for row in chain((first,), filled))
                return
    except MemoryError:
        raise
    except Exception as error:
        # Whatever openpyxl makes of a damaged or hostile workbook.
        raise ReadError("readers.broken", name=raw.name, reason=type(error).__name__) from error
