"""The order of a view of quotes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from quotetrack.filters import QuoteFilter
from quotetrack.store.conditions import conditions
from quotetrack.store.ranking import ranked
from quotetrack.store.records import Sort, SortBy

_IN_TEXT = "q.article_id, q.content_start"
_BY_ID = "q.id"

_BY = {
    SortBy.DATE: "q.published {way}, q.article_id {way}, q.content_start",
    SortBy.ADDED: "q.article_id {way}, q.content_start",
    SortBy.SPEAKER: f"s.folded {{way}}, q.speaker_id, q.published, {_BY_ID}",
    SortBy.OUTLET: f"o.folded {{way}}, {_BY_ID}",
    SortBy.TITLE: f"a.title {{way}}, {_IN_TEXT}",
    SortBy.QUOTE: f"q.content {{way}}, {_BY_ID}",
    SortBy.CUE: f"q.cue_lemma {{way}}, q.cue, {_BY_ID}",
    SortBy.TYPE: f"(q.facets >> 3 & 7) {{way}}, {_BY_ID}",
    SortBy.STATUS: f"(q.facets & 7) {{way}}, {_BY_ID}",
    SortBy.VERDICT: f"q.verdict {{way}}, {_BY_ID}",
    SortBy.CONFIDENCE: f"q.confidence {{way}}, {_BY_ID}",
}
_JOINS = {
    SortBy.SPEAKER: " LEFT JOIN speakers s ON s.id = q.speaker_id",
    SortBy.OUTLET: " LEFT JOIN outlets o ON o.id = q.outlet_id",
    SortBy.TITLE: " JOIN articles a ON a.id = q.article_id",
}


def ordered_ids(
    connection: sqlite3.Connection, wanted: QuoteFilter, sort: Sort, limit: int | None
) -> Iterable[int]:
    """The ids of the quotes that meet `wanted`, in order."""
    if sort.by is SortBy.RELEVANCE and (found := ranked(connection, wanted, limit)) is not None:
        return found
    by = SortBy.DATE if sort.by is SortBy.RELEVANCE else sort.by
    met = conditions(connection, wanted)
    order = _BY[by].format(way="DESC" if sort.descending else "ASC")
    sql = f"SELECT q.id FROM quotes q{_JOINS.get(by, '')}{met.where} ORDER BY {order} LIMIT ?"
    rows = connection.execute(sql, [*met.parameters, -1 if limit is None else limit])
    return (row[0] for row in rows)
