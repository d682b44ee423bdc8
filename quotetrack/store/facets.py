"""Counts for every facet value under a filter.

One pass over a covering index groups by outlet and by the number `facets` (status, type, kind, cue
class); outlets and all facets that the number packs fall out of that, each without its own
condition. A pass over another index, at the same time where it can be, counts by speaker. Tags,
verdicts and the verbs of those quoted most take a query each.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from quotetrack.detection.records import CueClass, SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.store import packing
from quotetrack.store.beside import Beside, one_state
from quotetrack.store.conditions import Conditions, conditions
from quotetrack.store.connection import Query
from quotetrack.store.matching import text_condition
from quotetrack.store.records import Facets
from quotetrack.store.rows import LISTED, day, ids_json
from quotetrack.store.search import Condition

_QUOTES = "quotes q"
_TAGGED = "quote_tags qt CROSS JOIN quotes q ON q.id = qt.quote_id"
_CELL = "q.outlet_id, q.facets"
_SPEAKER = "q.speaker_id"
_ARTICLE = "q.article_id"
# The plus keeps SQLite from walking article by article where another index finds the quotes sooner.
_ANY_ARTICLE = f"+{_ARTICLE}"
_ALONG_ARTICLES = f"{_QUOTES} INDEXED BY quotes_by_article"
# In the newest so many articles it is quicker to look at every quote than to look for them.
WALKED = 2_000
_CLASS = f"q.facets & {packing.CUE_CLASS.mask << packing.CUE_CLASS.shift}"
_PACKED = (packing.STATUS, packing.TYPE, packing.KIND, packing.CUE_CLASS)
# What a cell's values are, in their order.
_FACETS = ("outlets", "statuses", "types", "kinds", "cue_classes", "anonymous", "duplicates")
_Values = tuple[Any, ...]


@cache
def _unpacked(facets: int) -> _Values:
    """The values of all facets but the outlet that a number packs; None for what is not set.

    Raises:
        ValueError: no program of ours packed it.
    """
    if not isinstance(facets, int):
        raise ValueError(facets)  # noqa: TRY004 (a damaged row, not a wrong call)
    values = [field.value(facets) for field in _PACKED]
    return (*values, values[2] is SpeakerKind.ANONYMOUS, bool(facets & packing.DUPLICATE))


def _allowed(wanted: QuoteFilter) -> list[tuple[int, Collection[object]]]:
    """The conditions that are looked at cell by cell: the place of a facet and the values it may have."""
    chosen: dict[str, Collection[object]] = {
        "outlets": wanted.outlets,
        "statuses": wanted.statuses,
        "types": wanted.types,
        "kinds": wanted.kinds,
        "cue_classes": wanted.cue_classes,
        "anonymous": () if wanted.anonymous is None else (wanted.anonymous,),
        "duplicates": () if wanted.duplicates else (False,),
    }
    return [(place, chosen[name]) for place, name in enumerate(_FACETS) if chosen[name]]


def _counted(
    cells: Iterable[tuple[int | None, int, int]], wanted: QuoteFilter
) -> tuple[int, dict[str, dict[Any, int]]]:
    """The total, and the counts of each facet without its own condition, in one pass."""
    allowed = _allowed(wanted)
    counts: list[dict[Any, int]] = [defaultdict(int) for _ in _FACETS]
    total = 0
    for outlet, facets, quotes in cells:
        values = (outlet, *_unpacked(facets))
        failing = [place for place, chosen in allowed if values[place] not in chosen]
        if not failing:
            total += quotes
            for count, value in zip(counts, values, strict=True):
                count[value] += quotes
        elif len(failing) == 1:
            counts[failing[0]][values[failing[0]]] += quotes
    return total, dict(zip(_FACETS, map(dict, counts), strict=True))


def _shown(outlet: int | None, facets: int, allowed: list[tuple[int, Collection[object]]]) -> bool:
    """Whether the quotes of a cell meet all conditions that are looked at cell by cell."""
    values = (outlet, *_unpacked(facets))
    return all(values[place] in chosen for place, chosen in allowed)


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
        self._match = text_condition(connection, wanted)
        self._named = self._match is not None and not self._match.many
        if self._match is not None and self._named:
            connection.execute("CREATE TEMP TABLE IF NOT EXISTS matched (id INTEGER PRIMARY KEY)")
            connection.execute("DELETE FROM temp.matched")
            connection.execute(
                f"INSERT INTO temp.matched SELECT q.id FROM quotes q WHERE {self._match.sql}",
                self._match.parameters,
            )
            self._match = Condition("q.id IN (SELECT id FROM temp.matched)")

    def met(self, wanted: QuoteFilter, also: str = "") -> Conditions:
        """The conditions of a filter, and one more."""
        found = conditions(self._connection, wanted, text=False)
        if self._match is not None:
            found.add(self._match.sql, *self._match.parameters)
        if also:
            found.add(also)
        return found

    def _query(self, columns: str, wanted: QuoteFilter, tables: str = _QUOTES, also: str = "") -> Query:
        found = self.met(wanted, also)
        sql = f"SELECT {columns}, count(*) FROM {tables}{found.where} GROUP BY {columns}"
        return sql, found.parameters

    def grouped(self, columns: str, wanted: QuoteFilter, tables: str = _QUOTES, also: str = "") -> list[Any]:
        """Groups of `columns` with the number of quotes in each."""
        return self._connection.execute(*self._query(columns, wanted, tables, also)).fetchall()

    def newest(self, wanted: QuoteFilter, most: int) -> dict[int, int]:
        """The newest articles with any of the quotes, at most so many, with the number in each."""
        last = self._connection.execute("SELECT coalesce(max(id), 0) FROM articles").fetchone()[0]
        query = self._query(_ARTICLE, wanted, _ALONG_ARTICLES, f"{_ARTICLE} > {last - WALKED}")
        found = self._first(query, most)
        if len(found) < most and last > WALKED:
            along = "" if self._named else conditions(self._connection, wanted, text=False).along
            # That is what the index of verdicts knows of its rows.
            also = "q.verdict <> ''" if wanted.verdicts and all(wanted.verdicts) else ""
            found = self._first(self._query(_ANY_ARTICLE, wanted, f"{_QUOTES}{along}", also), most)
        return found

    def _first(self, query: Query, most: int) -> dict[int, int]:
        sql, parameters = query
        newest = f"{sql} ORDER BY {_ARTICLE} DESC LIMIT ?"
        return dict(self._connection.execute(newest, (*parameters, most)).fetchall())

    def cells(self, wanted: QuoteFilter) -> list[Any]:
        """Outlet and packed facets with the number of quotes of each cell."""
        return self.grouped(_CELL, _without_cells(wanted))

    def cells_and_speakers(self, wanted: QuoteFilter, beside: Beside | None) -> tuple[list[Any], list[Any]]:
        """The cells, and the quotes of each speaker without the condition on speakers."""
        anyone = replace(wanted, speakers=frozenset())
        if beside is None or self._named:
            return self.cells(wanted), self.grouped(_SPEAKER, anyone)
        cells = self._query(_CELL, _without_cells(wanted))
        return beside.both(self._connection, cells, self._query(_SPEAKER, anyone))


def facets(connection: sqlite3.Connection, wanted: QuoteFilter, beside: Beside | None = None) -> Facets:
    """Counts under `wanted`, each facet without its own condition; `beside` shares the work."""
    with one_state(connection):
        counting = _Counting(connection, wanted)
        cells, speakers = counting.cells_and_speakers(wanted, beside)
        total, counts = _counted(cells, wanted)
        for name in ("statuses", "types", "kinds", "cue_classes"):
            counts[name].pop(None, None)
        judged = replace(wanted, verdicts=frozenset())
        return Facets(
            total=total,
            speakers=dict(speakers),
            verdicts=dict(counting.grouped("q.verdict", judged, also="q.verdict <> ''")),
            tags=dict(counting.grouped("qt.tag_id", replace(wanted, tags=frozenset()), _TAGGED)),
            **counts,
        )


def newest_articles(connection: sqlite3.Connection, wanted: QuoteFilter, most: int) -> dict[int, int]:
    """Counts by article without the condition on articles, of the newest `most` that have any."""
    wanted = replace(wanted, articles=frozenset())
    return _Counting(connection, wanted).newest(wanted, most)


def unnamed(connection: sqlite3.Connection, wanted: QuoteFilter) -> dict[int | None, tuple[int, int]]:
    """By outlet: how many quotes nobody named stands behind, and how many there are."""
    wanted = replace(wanted, anonymous=None)
    cells = _Counting(connection, wanted).cells(wanted)
    allowed = _allowed(wanted)
    counts: dict[int | None, tuple[int, int]] = {}
    for outlet, facets, quotes in cells:
        if _shown(outlet, facets, allowed):
            nameless, total = counts.get(outlet, (0, 0))
            hidden = packing.KIND.value(facets) is SpeakerKind.ANONYMOUS
            counts[outlet] = (nameless + quotes * hidden, total + quotes)
    return counts


def days(connection: sqlite3.Connection, wanted: QuoteFilter) -> dict[date | None, int]:
    """By day of publication, in order: how many quotes; None is for those without a date."""
    rows = _Counting(connection, wanted).grouped("q.published", wanted)
    return {day(published): quotes for published, quotes in rows}


def verbs(connection: sqlite3.Connection, wanted: QuoteFilter) -> dict[str, int]:
    """By the dictionary form of the cue, most used first: how many quotes it introduces."""
    rows = _Counting(connection, wanted).grouped("q.cue_lemma", wanted, also="q.cue_lemma <> ''")
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))


def classes_of_speakers(
    connection: sqlite3.Connection, wanted: QuoteFilter, most: int, always: Collection[int] = ()
) -> dict[int, dict[CueClass, int]]:
    """Of the `most` speakers with the most quotes, most quoted first: how many each class of cue introduces.

    The speakers `always` are among them, wherever they stand.
    """
    met = _Counting(connection, wanted).met(wanted, also="q.speaker_id IS NOT NULL")
    sql = f"""WITH most AS (
            SELECT q.speaker_id AS id FROM quotes q{met.where} GROUP BY q.speaker_id
            ORDER BY q.speaker_id {LISTED} DESC, count(*) DESC, q.speaker_id LIMIT ?
        )
        SELECT q.speaker_id, {_CLASS}, count(*) FROM most CROSS JOIN quotes q ON q.speaker_id = most.id
        {met.where} GROUP BY q.speaker_id, {_CLASS}"""
    parameters = (*met.parameters, ids_json(always), most, *met.parameters)
    counts: dict[int, dict[CueClass, int]] = {}
    for speaker, facets, quotes in connection.execute(sql, parameters):
        if (meaning := packing.CUE_CLASS.value(facets)) is not None:
            counts.setdefault(speaker, {})[CueClass(meaning)] = quotes
    return dict(sorted(counts.items(), key=lambda pair: (-sum(pair[1].values()), pair[0])))
