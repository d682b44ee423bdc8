"""A `QuoteFilter` as SQL over the table quotes (alias q)."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from quotetrack.detection.records import AttributionType, SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.store import packing
from quotetrack.store.matching import text_condition
from quotetrack.store.rows import LISTED, ids_json


@dataclass(slots=True)
class Conditions:
    """Conditions joined by AND, with their parameters in order."""

    parts: list[str] = field(default_factory=list)
    parameters: list[Any] = field(default_factory=list)
    packed_only: bool = False

    @property
    def along(self) -> str:
        """Names a narrow index where that answers everything.

        SQLite takes a generated column for one that needs the row, and would read all rows.
        """
        return " INDEXED BY quotes_by_outlet" if self.packed_only else ""

    def add(self, sql: str, *parameters: object) -> None:
        """Adds a condition."""
        self.parts.append(sql)
        self.parameters.extend(parameters)

    def one_of(self, column: str, values: Collection[object]) -> None:
        """Adds "the column has one of these values", where there are any."""
        if values:
            self.add(f"{column} IN ({', '.join('?' * len(values))})", *sorted(map(str, values)))

    def ids(self, sql: str, ids: Collection[int]) -> None:
        """Adds a condition on a set of row ids, where there are any."""
        if ids:
            self.add(sql, ids_json(ids))

    @property
    def where(self) -> str:
        """The WHERE clause, "" where everything is meant."""
        return f" WHERE {' AND '.join(self.parts)}" if self.parts else ""


def conditions(connection: sqlite3.Connection, wanted: QuoteFilter, *, text: bool = True) -> Conditions:
    """All conditions of a filter; without its text where the caller sees to that."""
    found = Conditions()
    if text and (match := text_condition(connection, wanted)) is not None:
        found.add(match.sql, *match.parameters)
    found.ids(f"q.outlet_id {LISTED}", wanted.outlets)
    found.ids(f"q.speaker_id {LISTED}", wanted.speakers)
    found.ids(f"q.article_id {LISTED}", wanted.articles)
    found.ids(f"q.id IN (SELECT quote_id FROM quote_tags WHERE tag_id {LISTED})", wanted.tags)
    found.one_of("q.verdict", wanted.verdicts)
    _add_ranges(found, wanted)
    found.packed_only = not found.parts
    _add_packed(found, wanted)
    return found


def _add_packed(found: Conditions, wanted: QuoteFilter) -> None:
    """Conditions on what the column `facets` packs."""
    for packed, values in (
        (packing.KIND, wanted.kinds),
        (packing.TYPE, wanted.types),
        (packing.CUE_CLASS, wanted.cue_classes),
        (packing.STATUS, wanted.statuses),
    ):
        if values:
            found.add(packed.one_of(values))
    if wanted.anonymous is not None:
        anonymous = packing.KIND.one_of((SpeakerKind.ANONYMOUS,))
        found.add(anonymous if wanted.anonymous else f"NOT {anonymous}")
    if not wanted.speech_acts:
        found.add(f"NOT {packing.TYPE.one_of((AttributionType.REPORTED,))}")
    if not wanted.duplicates:
        found.add(f"q.facets & {packing.DUPLICATE} = 0")


def _add_ranges(found: Conditions, wanted: QuoteFilter) -> None:
    """Conditions on dates and confidence."""
    if wanted.since is not None:
        found.add("q.published >= ?", wanted.since.isoformat())
    if wanted.until is not None:
        found.add("q.published <= ?", wanted.until.isoformat())
    low, high = wanted.confidence
    if low > 0.0:
        found.add("q.confidence >= ?", low)
    if high < 1.0:
        found.add("q.confidence <= ?", high)
