"""The report of an import, which can be saved."""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from quotetrack.errors import QuotetrackError
from quotetrack.importing.records import Outcome, Result
from quotetrack.messages import Language, explain, message

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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

    def rows(self, language: Language) -> list[dict[str, object]]:
        """The results as a table, everything for people in `language`."""
        return [_row(result, language) for result in self.results]

    def save(self, path: Path, language: Language) -> None:
        """Writes the report as JSON where the name ends in .json, otherwise as CSV for spreadsheets.

        The file appears whole or not at all.

        Raises:
            QuotetrackError: it cannot be written.
        """
        rows = self.rows(language)
        text = (
            json.dumps(rows, ensure_ascii=False, indent=1) if path.suffix == ".json" else _csv(rows, language)
        )
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                    file.write(text)
                Path(name).replace(path)
            finally:
                Path(name).unlink(missing_ok=True)
        except OSError as error:
            raise QuotetrackError("importing.unwritable", name=path.name, reason=error.strerror) from error


def _row(result: Result, language: Language) -> dict[str, object]:
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


def _csv(rows: list[dict[str, object]], language: Language) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([message(f"importing.column.{column}", language) for column in _COLUMNS])
    for row in rows:
        writer.writerow([_harmless(row[column]) for column in _COLUMNS])
    return "\ufeff" + out.getvalue()


def _harmless(value: object) -> str:
    """A cell that no spreadsheet runs."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
