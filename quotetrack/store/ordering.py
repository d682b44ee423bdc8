"""The order of a view of quotes."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from quotetrack.filters import QuoteFilter
from quotetrack.store.conditions import Conditions, conditions
from quotetrack.store.listing import listed
from quotetrack.store.looking import WALKED, first_page
from quotetrack.store.ranking import ranked
from quotetrack.store.records import Sort, SortBy
from quotetrack.store.search import search_for

# Orders that one index or one pass over the table gives.
_BY_COLUMN = {
    SortBy.DATE: "q.published {way}, q.article_id {way}, q.content_start",
    SortBy.ADDED: "q.article_id {way}, q.content_start",
    SortBy.QUOTE: "q.content {way}, q.id",
    SortBy.CUE: "q.cue_lemma {way}, q.cue, q.id",
    SortBy.VERDICT: "q.verdict {way}, q.id",
}
# Orders by something that many quotes share: a key for each quote, and where the keys have an order
# of their own, a query that lists them in it.
_BY_GROUP = {
    SortBy.SPEAKER: ("q.speaker_id", "SELECT id FROM speakers ORDER BY folded, id"),
    SortBy.OUTLET: ("q.outlet_id", "SELECT id FROM outlets ORDER BY folded"),
    SortBy.TITLE: ("q.article_id", "SELECT id FROM articles ORDER BY title, id"),
    SortBy.TYPE: ("q.facets >> 3 & 7", None),
    SortBy.STATUS: ("q.facets & 7", None),
    SortBy.CONFIDENCE: ("q.confidence", None),
}
SORTED_AT_ONCE = 16_384
"""Ids that are put in order in one step, between which other threads have their turn; more if they are few
of all."""
_SPARSE = 16


def ordered_ids(
    connection: sqlite3.Connection, wanted: QuoteFilter, sort: Sort, limit: int | None
) -> array[int]:
    """The ids of the quotes that meet `wanted`, in order."""
    if sort.by is SortBy.RELEVANCE and (found := ranked(connection, wanted, limit)) is not None:
        return found
    if limit is not None and (page := _looked_for(connection, wanted, sort, limit)) is not None:
        return array("q", page)
    return _in_order(connection, conditions(connection, wanted), sort, limit)


def _looked_for(
    connection: sqlite3.Connection, wanted: QuoteFilter, sort: Sort, limit: int
) -> Sequence[int] | None:
    """A first page of a text that most quotes have, found by looking into the first of them."""
    search = search_for(connection, wanted)
    if search is None or not search.broad:
        return None
    rest = conditions(connection, wanted, text=False)
    return first_page(connection, search, iter(_in_order(connection, rest, sort, WALKED)), limit)


def _in_order(connection: sqlite3.Connection, met: Conditions, sort: Sort, limit: int | None) -> array[int]:
    """The ids of the first `limit` quotes that meet some conditions, or of all."""
    if sort.by in _BY_GROUP:
        return array("q", _grouped(connection, met, sort))[:limit]
    order = _BY_COLUMN.get(sort.by, _BY_COLUMN[SortBy.DATE]).format(way="DESC" if sort.descending else "ASC")
    sql = f"SELECT q.id FROM quotes q{met.where} ORDER BY {order} LIMIT ?"
    return listed(connection, (sql, [*met.parameters, -1 if limit is None else limit]))


def _grouped(connection: sqlite3.Connection, met: Conditions, sort: Sort) -> Iterator[int]:
    """Gathers ids by key and puts the keys in order: a tenth of the time that sorting all rows takes."""
    key, keys_in_order = _BY_GROUP[sort.by]
    along = met.along if sort.by in {SortBy.TYPE, SortBy.STATUS} else ""
    sql = f"SELECT {key}, q.id FROM quotes q{along}{met.where}"
    groups: defaultdict[float | None, array[int]] = defaultdict(lambda: array("q"))
    for value, id_ in connection.execute(sql, met.parameters):
        groups[value].append(id_)
    # Quotes without a key come last when ascending, like names that nobody has.
    without = groups.pop(None, array("q"))
    if keys_in_order is None:
        keys = sorted(value for value in groups if value is not None)
    else:
        keys = [row[0] for row in connection.execute(keys_in_order) if row[0] in groups]
    ordered = [*(groups[value] for value in keys), without]
    if sort.descending:
        ordered.reverse()
    return (id_ for group in ordered for stretch in _ascending(group) for id_ in stretch)


def _ascending(ids: array[int]) -> Iterator[Iterable[int]]:
    """Ids, of which each is there once, in their order and in stretches."""
    stretches = range(0, len(ids), SORTED_AT_ONCE)
    last = max((max(ids[first : first + SORTED_AT_ONCE]) for first in stretches), default=0)
    if len(ids) <= max(SORTED_AT_ONCE, last // _SPARSE):
        yield sorted(ids)
        return
    known = bytearray(last + 1)
    for id_ in ids:
        known[id_] = 1
    for first in range(0, len(known), SORTED_AT_ONCE):
        yield compress(range(first, len(known)), known[first : first + SORTED_AT_ONCE])
