"""The order of a view of quotes."""

from __future__ import annotations

import sqlite3

from quotetrack.filters import QuoteFilter
from quotetrack.store.conditions import conditions
from quotetrack.store.records import Sort, SortBy

_IN_TEXT = "q.article_id, q.content_start, q.id"

_BY = {
    SortBy.DATE: "q.published {way}, q.article_id {way}, q.content_start, q.id",
    SortBy.ADDED: "q.article_id {way}, q.content_start, q.id",
    SortBy.SPEAKER: f"s.folded {{way}}, {_IN_TEXT}",
    SortBy.OUTLET: f"o.folded {{way}}, {_IN_TEXT}",
    SortBy.TITLE: f"a.title {{way}}, {_IN_TEXT}",
    SortBy.QUOTE: f"q.content {{way}}, {_IN_TEXT}",
    SortBy.CUE: f"q.cue_lemma {{way}}, q.cue, {_IN_TEXT}",
    SortBy.TYPE: f"q.type {{way}}, {_IN_TEXT}",
    SortBy.STATUS: f"q.status {{way}}, {_IN_TEXT}",
    SortBy.VERDICT: f"q.verdict {{way}}, {_IN_TEXT}",
    SortBy.CONFIDENCE: f"q.confidence {{way}}, {_IN_TEXT}",
}
_JOINS = {
    SortBy.SPEAKER: " LEFT JOIN speakers s ON s.id = q.speaker_id",
    SortBy.OUTLET: " LEFT JOIN outlets o ON o.id = q.outlet_id",
    SortBy.TITLE: " JOIN articles a ON a.id = q.article_id",
}


def ordered(connection: sqlite3.Connection, wanted: QuoteFilter, sort: Sort) -> tuple[str, list[object]]:
    """A query for the ids that meet `wanted`, in order."""
    by = SortBy.DATE if sort.by is SortBy.RELEVANCE else sort.by
    found = conditions(connection, wanted)
    order = _BY[by].format(way="DESC" if sort.descending else "ASC")
    return f"SELECT q.id FROM quotes q{_JOINS.get(by, '')}{found.where} ORDER BY {order}", found.parameters
