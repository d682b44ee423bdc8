"""Counts for every facet value under a filter.

One pass over a covering index groups by outlet and by the number `facets` (status, type, kind, cue
class); outlets and all facets that the number packs fall out of that, each without its own
condition. Speakers, tags and verdicts take a query each. See the column `facets` in schema.sql for
the packing; a test holds the two together.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store.conditions import conditions
from quotetrack.store.records import Facets

_STATUSES: tuple[Status | None, ...] = (None, *Status)
_TYPES: tuple[AttributionType | None, ...] = (None, *AttributionType)
_KINDS: tuple[SpeakerKind | None, ...] = (None, *SpeakerKind)
_CUE_CLASSES: tuple[CueClass | None, ...] = (None, *CueClass)


@dataclass(slots=True)
class _Cell:
    """How many quotes share an outlet and everything that `facets` packs."""

    outlet: int | None
    facets: int
    quotes: int

    @property
    def status(self) -> Status | None:
        return _STATUSES[self.facets & 7]

    @property
    def type(self) -> AttributionType | None:
        return _TYPES[self.facets >> 3 & 7]

    @property
    def kind(self) -> SpeakerKind | None:
        return _KINDS[self.facets >> 6 & 7]

    @property
    def duplicate(self) -> bool:
        return bool(self.facets >> 9 & 1)

    @property
    def cue_class(self) -> CueClass | None:
        return _CUE_CLASSES[self.facets >> 10]

    @property
    def anonymous(self) -> bool:
        return self.kind is SpeakerKind.ANONYMOUS


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


def _grouped(
    connection: sqlite3.Connection, columns: str, wanted: QuoteFilter, source: str = "quotes q"
) -> list[Any]:
    found = conditions(connection, wanted)
    return connection.execute(
        f"SELECT {columns}, count(*) FROM {source}{found.where} GROUP BY {columns}",
        found.parameters,
    ).fetchall()


def facets(connection: sqlite3.Connection, wanted: QuoteFilter) -> Facets:
    """Counts under `wanted`, each facet without its own condition."""
    cells = [_Cell(*row) for row in _grouped(connection, "q.outlet_id, q.facets", _without_cells(wanted))]
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

    tagged = _grouped(
        connection,
        "qt.tag_id",
        replace(wanted, tags=frozenset()),
        "quote_tags qt JOIN quotes q ON q.id = qt.quote_id",
    )
    judged = conditions(connection, replace(wanted, verdicts=frozenset()))
    judged.add("q.verdict <> ''")
    verdicts = connection.execute(
        f"SELECT q.verdict, count(*) FROM quotes q{judged.where} GROUP BY q.verdict",
        judged.parameters,
    )
    return Facets(
        total=sum(counted("", lambda _cell: True).values()),
        outlets=counted("outlets", lambda cell: cell.outlet),
        speakers=dict(_grouped(connection, "q.speaker_id", replace(wanted, speakers=frozenset()))),
        kinds=known(counted("kinds", lambda cell: cell.kind)),
        types=known(counted("types", lambda cell: cell.type)),
        cue_classes=known(counted("cue_classes", lambda cell: cell.cue_class)),
        statuses=known(counted("statuses", lambda cell: cell.status)),
        verdicts=dict(verdicts.fetchall()),
        tags=dict(tagged),
        anonymous=counted("anonymous", lambda cell: cell.anonymous),
        duplicates=counted("duplicates", lambda cell: cell.duplicate),
    )
