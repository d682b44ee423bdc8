"""Counts for every facet value under a filter.

One pass over a covering index groups by outlet and by the number `facets` (status, type, kind, cue
class); outlets and all facets that the number packs fall out of that, each without its own
condition. Speakers, tags and verdicts take a query each.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from quotetrack.detection.records import SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.store import packing
from quotetrack.store.conditions import conditions
from quotetrack.store.records import Facets
from quotetrack.store.search import text_match

ROW_BY_ROW = 50_000
_QUOTES = "quotes q"
_TAGGED = "quote_tags qt CROSS JOIN quotes q ON q.id = qt.quote_id"


@dataclass(slots=True)
class _Cell:
    """How many quotes share an outlet and everything that `facets` packs."""

    outlet: int | None
    facets: int
    quotes: int

    @property
    def status(self) -> StrEnum | None:
        return _value(packing.STATUS, self.facets)

    @property
    def type(self) -> StrEnum | None:
        return _value(packing.TYPE, self.facets)

    @property
    def kind(self) -> StrEnum | None:
        return _value(packing.KIND, self.facets)

    @property
    def cue_class(self) -> StrEnum | None:
        return _value(packing.CUE_CLASS, self.facets)

    @property
    def duplicate(self) -> bool:
        return bool(self.facets & packing.DUPLICATE)

    @property
    def anonymous(self) -> bool:
        return self.kind is SpeakerKind.ANONYMOUS


def _value(field: packing.Field, facets: int) -> StrEnum | None:
    number = field.number(facets)
    return field.values[number - 1] if number else None


_Test = Callable[[_Cell], bool]


def _tests(wanted: QuoteFilter) -> dict[str, _Test]:
    """The conditions that are looked at cell by cell, by the facet whose own they are."""
    tests: dict[str, _Test] = {}
    if wanted.outlets:
        tests["outlets"] = lambda cell: cell.outlet in wanted.outlets
    if wanted.statuses:
        tests["statuses"] = lambda cell: cell.status in wanted.statuses
    if wanted.types:
        tests["types"] = lambda cell: cell.type in wanted.types
    if wanted.kinds:
        tests["kinds"] = lambda cell: cell.kind in wanted.kinds
    if wanted.cue_classes:
        tests["cue_classes"] = lambda cell: cell.cue_class in wanted.cue_classes
    if wanted.anonymous is not None:
        tests["anonymous"] = lambda cell: cell.anonymous == wanted.anonymous
    if not wanted.duplicates:
        tests["duplicates"] = lambda cell: not cell.duplicate
    return tests


def _without_cells(wanted: QuoteFilter) -> QuoteFilter:
    """The conditions that only the rows can answer."""
    nothing = QuoteFilter()
    return replace(
        wanted,
        outlets=nothing.outlets,
        statuses=nothing.statuses,
        types=nothing.types,
        kinds=nothing.kinds,
        cue_classes=nothing.cue_classes,
        anonymous=None,
        duplicates=True,
    )


class _Counting:
    """Groups and counts quotes; what a text matches is looked up once for all counts."""

    def __init__(self, connection: sqlite3.Connection, wanted: QuoteFilter) -> None:
        self._connection = connection
        match = text_match(connection, wanted)
        self._matched = ""
        if match is None:
            return
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS matched (id INTEGER PRIMARY KEY)")
        connection.execute("DELETE FROM temp.matched")
        found = connection.execute(f"INSERT INTO temp.matched {match.sql}", match.parameters).rowcount
        # Many matches are best looked up along a narrow index, few ones row by row.
        self._matched = f"{'+' if found > ROW_BY_ROW else ''}q.id IN (SELECT id FROM temp.matched)"

    def grouped(self, columns: str, wanted: QuoteFilter, tables: str = _QUOTES, also: str = "") -> list[Any]:
        """Groups of `columns` with the number of quotes in each."""
        found = conditions(self._connection, wanted, text=False)
        for part in (self._matched, also):
            if part:
                found.add(part)
        return self._connection.execute(
            f"SELECT {columns}, count(*) FROM {tables}{found.where} GROUP BY {columns}", found.parameters
        ).fetchall()


def facets(connection: sqlite3.Connection, wanted: QuoteFilter) -> Facets:
    """Counts under `wanted`, each facet without its own condition."""
    counting = _Counting(connection, wanted)
    cells = [_Cell(*row) for row in counting.grouped("q.outlet_id, q.facets", _without_cells(wanted))]
    tests = _tests(wanted)

    def counted(own: str, value: Callable[[_Cell], Hashable]) -> Mapping[Any, int]:
        others = [test for name, test in tests.items() if name != own]
        counts: Counter[Hashable] = Counter()
        for cell in cells:
            if all(test(cell) for test in others):
                counts[value(cell)] += cell.quotes
        return counts

    def known(counts: Mapping[Any, int]) -> Mapping[Any, int]:
        return {value: count for value, count in counts.items() if value is not None}

    tagged = counting.grouped(
        "qt.tag_id",
        replace(wanted, tags=frozenset()),
        "quote_tags qt CROSS JOIN quotes q ON q.id = qt.quote_id",
    )
    judged = replace(wanted, verdicts=frozenset())
    return Facets(
        total=sum(counted("", lambda _cell: True).values()),
        outlets=counted("outlets", lambda cell: cell.outlet),
        speakers=dict(counting.grouped("q.speaker_id", replace(wanted, speakers=frozenset()))),
        kinds=known(counted("kinds", lambda cell: cell.kind)),
        types=known(counted("types", lambda cell: cell.type)),
        cue_classes=known(counted("cue_classes", lambda cell: cell.cue_class)),
        statuses=known(counted("statuses", lambda cell: cell.status)),
        verdicts=dict(counting.grouped("q.verdict", judged, also="q.verdict <> ''")),
        tags=dict(tagged),
        anonymous=counted("anonymous", lambda cell: cell.anonymous),
        duplicates=counted("duplicates", lambda cell: cell.duplicate),
    )
