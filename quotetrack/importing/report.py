"""The report of an import, which can be saved."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotetrack.errors import QuotetrackError
from quotetrack.exports.atomic import replacing
from quotetrack.exports.columns import Cell
from quotetrack.exports.delimited import BOM, guarded
from quotetrack.exports.errors import translated
from quotetrack.importing.records import Item, Outcome, Result
from quotetrack.messages import Language, explain, message

Row = dict[str, Cell]
"""A line of the report: what its columns hold, by their keys."""

_ITEM_COLUMNS = (
    "name",
    "format",
    "size",
    "encoding",
    "quality",
    "articles",
    "duplicates",
    "duplicate_of",
    "title",
    "warnings",
    "error",
)
_COLUMNS = (
    "name",
    "outcome",
    "format",
    "size",
    "encoding",
    "quality",
    "title",
    "outlet",
    "published",
    "link",
    "article",
    "duplicate_of",
    "quotes",
    "warnings",
    "error",
)


@dataclass(frozen=True, slots=True)
class Report:
    """All results in the order of the queue.

    `cancelled` when a person stopped it; `stopped` is the trouble with the project's file that
    ended it (a full disk), after which nothing more was stored. What was imported before stays.
    """

    results: tuple[Result, ...]
    seconds: float
    cancelled: bool = False
    stopped: QuotetrackError | None = None

    def count(self, outcome: Outcome) -> int:
        """How many articles or files ended so."""
        return Counter(result.outcome for result in self.results)[outcome]

    @property
    def quotes(self) -> int:
        """How many quotes were found and stored."""
        return sum(result.quotes for result in self.results)

    def rows(self, language: Language) -> list[Row]:
        """The results as a table, everything for people in `language`."""
        return [_row(result, language) for result in self.results]

    def save(self, path: Path, language: Language) -> None:
        """Writes the report as JSON where the name ends in .json, otherwise as CSV for spreadsheets.

        The file appears whole or not at all.

        Raises:
            ExportError: it cannot be written.
        """
        _save(self.rows(language), _COLUMNS, path, language)


def item_rows(items: Iterable[Item], language: Language) -> list[Row]:
    """What is known of items before they are imported, as a table; the parts of an archive follow it."""
    return [_item_row(one, language) for item in items for one in (item, *item.parts)]


def save_items(items: Iterable[Item], path: Path, language: Language) -> None:
    """Writes what is known of items as `Report.save` writes what became of them.

    Raises:
        ExportError: it cannot be written.
    """
    _save(item_rows(items, language), _ITEM_COLUMNS, path, language)


def _save(rows: list[Row], columns: Sequence[str], path: Path, language: Language) -> None:
    as_json = path.suffix.lower() == ".json"
    text = json.dumps(rows, ensure_ascii=False, indent=1) if as_json else _csv(rows, columns, language)
    with translated(path), replacing(path) as temporary:
        temporary.write_bytes(text.encode("utf-8", errors="replace"))


def _item_row(item: Item, language: Language) -> Row:
    return {
        "name": item.name,
        "format": message(f"readers.format.{item.format}", language) if item.format else "",
        "size": item.size,
        "encoding": item.encoding,
        "quality": item.quality if item.articles else None,
        "articles": item.articles,
        "duplicates": item.duplicates,
        "duplicate_of": item.duplicate_of or item.same_as,
        "title": item.first,
        "warnings": " ".join(message(key, language) for key in item.warnings),
        "error": explain(item.error, language) if item.error else "",
    }


def _row(result: Result, language: Language) -> Row:
    return {
        "name": result.name,
        "outcome": message(f"importing.outcome.{result.outcome.value}", language),
        "format": message(f"readers.format.{result.format}", language) if result.format else "",
        "size": result.size,
        "encoding": result.encoding,
        "quality": result.quality,
        "title": result.title,
        "outlet": result.outlet,
        "published": result.published.isoformat() if result.published else "",
        "link": result.link,
        "article": result.article,
        "duplicate_of": result.duplicate_of,
        "quotes": result.quotes,
        "warnings": " ".join(message(key, language) for key in result.warnings),
        "error": explain(result.error, language) if result.error else "",
    }


def _csv(rows: list[Row], columns: Sequence[str], language: Language) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([message(f"importing.column.{column}", language) for column in columns])
    for row in rows:
        writer.writerow([guarded(row[column]) for column in columns])
    return BOM + out.getvalue()
