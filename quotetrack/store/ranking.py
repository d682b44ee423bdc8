"""The best matches of a text first, without looking at more of the matches than needed.

Quotes whose own words match come first, ranked by bm25, then those whose speaker matches, then those
whose article does. Ranking hundreds of thousands of matches of a common word says little and takes
long: of more than `RANKED` that many of the newest are ranked, and the others follow, newest first.
"""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import replace

from quotetrack.filters import QuoteFilter
from quotetrack.store.conditions import Conditions, conditions
from quotetrack.store.listing import listed
from quotetrack.store.matching import unwanted_condition
from quotetrack.store.search import ARTICLE, QUOTE, SPEAKER, Condition, Place, Search, any_of, search_for

RANKED = 1_000

_OWN_WORDS = (
    "SELECT m.rowid AS id, m.rank AS score FROM quote_search m{quotes}{join}"
    " WHERE m.quote_search MATCH ?{exact}{rest} ORDER BY m.rowid DESC LIMIT ?"
)
_BEST_OF_THEM = f"SELECT id FROM ({_OWN_WORDS}) ORDER BY score, id DESC LIMIT -1"
_THE_OTHERS = f"SELECT id FROM ({_OWN_WORDS})"
_ITS_SPEAKER = (
    "SELECT q.id FROM quotes q WHERE q.speaker_id IN (SELECT m.rowid FROM speaker_search m{join}"
    " WHERE m.speaker_search MATCH ?{exact}){rest} ORDER BY q.id DESC LIMIT ?"
)
_ITS_ARTICLE = (
    "SELECT q.id FROM article_search m CROSS JOIN quotes q ON q.article_id = m.rowid{join}"
    " WHERE m.article_search MATCH ?{exact}{rest} ORDER BY m.rowid DESC LIMIT ?"
)
# _THE_OTHERS only where there are more of them than the best were chosen from.
_STAGES = ((QUOTE, _THE_OTHERS), (SPEAKER, _ITS_SPEAKER), (ARTICLE, _ITS_ARTICLE))
# How a quote q is kept that must not match at a place.
_ELSEWHERE = {
    QUOTE: " AND NOT EXISTS (SELECT 1 FROM quote_search x WHERE x.quote_search MATCH ? AND x.rowid = q.id)",
    SPEAKER: (
        " AND (q.speaker_id IS NULL OR q.speaker_id NOT IN"
        " (SELECT rowid FROM speaker_search WHERE speaker_search MATCH ?))"
    ),
    ARTICLE: " AND q.article_id NOT IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)",
}


def ranked(connection: sqlite3.Connection, wanted: QuoteFilter, limit: int | None) -> array[int] | None:
    """The ids of the quotes that meet `wanted`, best first.

    None where it has no text to rank by, or a piece of so many words that all of them say nothing.
    """
    search = search_for(connection, wanted)
    if search is None or not search.wanted or search.broad:
        return None
    met = conditions(connection, wanted, text=False)
    # For a page each quote that is found is asked about; for all of them to mark the unwanted is quicker.
    if search.unwanted and (search.exact or limit is None):
        marked = unwanted_condition(connection, search)
        met.add(marked.sql, *marked.parameters)
        search = replace(search, unwanted=())
    found = _stage(connection, met, search, (QUOTE, _BEST_OF_THEM), RANKED)
    known = bytearray(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM quotes").fetchone()[0])
    for id_ in found:
        known[id_] = 1
    for place, sql in _STAGES[0 if len(found) == RANKED else 1 :]:
        if limit is not None and len(found) >= limit:
            break
        # Earlier stages may have found the same quotes: ask for enough to be left with new ones.
        enough = -1 if limit is None else limit + len(found)
        for id_ in _stage(connection, met, search, (place, sql), enough):
            if not known[id_]:
                known[id_] = 1
                found.append(id_)
    return found[:limit]


def _stage(
    connection: sqlite3.Connection, met: Conditions, search: Search, stage: tuple[Place, str], limit: int
) -> array[int]:
    place, sql = stage
    match, unwanted = _without_unwanted(search, place)
    rest = "".join(f" AND {part}" for part in met.parts) + unwanted.sql
    statement = sql.format(
        # To look up thousands of quotes takes longer than to rank them.
        quotes=" CROSS JOIN quotes q ON q.id = m.rowid" if rest else "",
        join=place.joined if search.exact else "",
        exact=place.exact * len(search.wanted) if search.exact else "",
        rest=rest,
    )
    patterns = place.patterns(search.wanted) if search.exact else ()
    return listed(connection, (statement, [match, *patterns, *met.parameters, *unwanted.parameters, limit]))


def _without_unwanted(search: Search, place: Place) -> tuple[str, Condition]:
    """What to match at a place, and conditions on the quotes q found there, to leave out the unwanted.

    The index of the place does its own part of that; the other places are looked up.
    """
    match = search.match(search.wanted)
    if not search.unwanted:
        return match, Condition("")
    unwanted = " OR ".join(any_of(search.phrases[clause]) for clause in search.unwanted)
    elsewhere = [sql for other, sql in _ELSEWHERE.items() if other is not place]
    return f"({match}) NOT ({unwanted})", Condition("".join(elsewhere), (unwanted,) * len(elsewhere))
