"""The order of a view of quotes."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from quotetrack.filters import QuoteFilter
from quotetrack.store.conditions import Conditions, conditions
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


def ordered_ids(
    connection: sqlite3.Connection, wanted: QuoteFilter, sort: Sort, limit: int | None
) -> Iterable[int]:
    """The ids of the quotes that meet `wanted`, in order."""
    if sort.by is SortBy.RELEVANCE and (found := ranked(connection, wanted, limit)) is not None:
        return found
    if limit is not None and (page := _looked_for(connection, wanted, sort, limit)) is not None:
        return page
    return islice(_in_order(connection, conditions(connection, wanted), sort, limit), limit)


def _looked_for(
    connection: sqlite3.Connection, wanted: QuoteFilter, sort: Sort, limit: int
) -> Sequence[int] | None:
    """A first page of a text that most quotes have, found by looking into the first of them."""
    search = search_for(connection, wanted)
    if search is None or not search.broad:
        return None
    rest = conditions(connection, wanted, text=False)
    return first_page(connection, search, _in_order(connection, rest, sort, WALKED), limit)


def _in_order(
    connection: sqlite3.Connection, met: Conditions, sort: Sort, limit: int | None
) -> Iterator[int]:
    """The ids of the quotes that meet some conditions; `limit` is how many of them are asked for."""
    if sort.by in _BY_GROUP:
        return _grouped(connection, met, sort)
    order = _BY_COLUMN.get(sort.by, _BY_COLUMN[SortBy.DATE]).format(way="DESC" if sort.descending else "ASC")
    sql = f"SELECT q.id FROM quotes q{met.where} ORDER BY {order} LIMIT ?"
    rows = connection.execute(sql, [*met.parameters, -1 if limit is None else limit])
    return (row[0] for row in rows)


def _grouped(connection: sqlite3.Connection, met: Conditions, sort: Sort) -> Iterator[int]:
    """Gathers ids by key and puts the keys in order: a tenth of the time that sorting all rows takes."""
    key, listed = _BY_GROUP[sort.by]
    along = met.along if sort.by in {SortBy.TYPE, SortBy.STATUS} else ""
    sql = f"SELECT {key}, q.id FROM quotes q{along}{met.where}"
    groups: defaultdict[float | None, array[int]] = defaultdict(lambda: array("q"))
    for value, id_ in connection.execute(sql, met.parameters):
        groups[value].append(id_)
    # Quotes without a key come last when ascending, like names that nobody has.
    without = groups.pop(None, array("q"))
    if listed is None:
        keys = sorted(value for value in groups if value is not None)
    else:
        keys = [row[0] for row in connection.execute(listed) if row[0] in groups]
    ordered = [*(groups[value] for value in keys), without]
    if sort.descending:
        ordered.reverse()
    return (id_ for group in ordered for id_ in sorted(group))
