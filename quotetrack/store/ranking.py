"""The best matches of a text first, without looking at more of the matches than needed.

Quotes whose own words match come first, ranked by bm25, then those whose speaker matches, then those
whose article does. Ranking hundreds of thousands of matches of a common word says little and takes
long: beyond `RANKED` the newest come first.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator

from quotetrack.filters import QuoteFilter
from quotetrack.store.conditions import conditions
from quotetrack.store.search import ARTICLE, QUOTE, SPEAKER, Place, Search, search_for, without_unwanted

RANKED = 5_000

_OWN_WORDS = (
    "SELECT q.id FROM quote_search m CROSS JOIN quotes q ON q.id = m.rowid{join}"
    " WHERE m.quote_search MATCH ?{exact}{rest} ORDER BY m.{order} LIMIT ?"
)
_ITS_SPEAKER = (
    "SELECT q.id FROM quotes q WHERE q.speaker_id IN (SELECT m.rowid FROM speaker_search m{join}"
    " WHERE m.speaker_search MATCH ?{exact}){rest} ORDER BY q.id DESC LIMIT ?"
)
_ITS_ARTICLE = (
    "SELECT q.id FROM article_search m CROSS JOIN quotes q ON q.article_id = m.rowid{join}"
    " WHERE m.article_search MATCH ?{exact}{rest} ORDER BY m.rowid DESC LIMIT ?"
)
_STAGES = ((QUOTE, _OWN_WORDS), (SPEAKER, _ITS_SPEAKER), (ARTICLE, _ITS_ARTICLE))


def ranked(connection: sqlite3.Connection, wanted: QuoteFilter, limit: int | None) -> array[int] | None:
    """The ids of the quotes that meet `wanted`, best first; None where it has no text to rank by."""
    search = search_for(connection, wanted)
    if search is None or not search.wanted:
        return None
    found: dict[int, None] = {}
    for place, sql in _STAGES:
        # Earlier stages may have found the same quotes: ask for enough to be left with new ones.
        enough = -1 if limit is None else limit + len(found)
        found.update(dict.fromkeys(_stage(connection, wanted, search, (place, sql), enough)))
        if limit is not None and len(found) >= limit:
            break
    return array("q", list(found)[:limit])


def _stage(
    connection: sqlite3.Connection, wanted: QuoteFilter, search: Search, stage: tuple[Place, str], limit: int
) -> Iterator[int]:
    place, sql = stage
    match, unwanted = without_unwanted(search, place)
    found = place.query(search.wanted, match, exact=search.exact)
    met = conditions(connection, wanted, text=False)
    statement = sql.format(
        join=place.joined if search.exact else "",
        exact=place.exact * len(search.wanted) if search.exact else "",
        rest="".join(f" AND {part}" for part in met.parts) + unwanted.sql,
        order="rank" if _few(connection, match) else "rowid DESC",
    )
    rows = connection.execute(statement, [*found.parameters, *met.parameters, *unwanted.parameters, limit])
    return (row[0] for row in rows)


def _few(connection: sqlite3.Connection, match: str) -> bool:
    row = connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM quote_search WHERE quote_search MATCH ? LIMIT ?)",
        (match, RANKED + 1),
    ).fetchone()
    return int(row[0]) <= RANKED
