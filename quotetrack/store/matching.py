"""Which quotes a text matches, as a condition on each quote.

A quote matches by its own words, by its speaker or by its article. The rows that match are looked up
once; few quotes are then named one by one, and for many a bitmap of each place's rows is asked about
every quote: with a word that most articles have, that takes a third of the time of a list of quotes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence

from quotetrack.filters import QuoteFilter
from quotetrack.store.query import Clause
from quotetrack.store.rows import ids_json
from quotetrack.store.search import (
    ALTERNATIVES,
    ARTICLE,
    PLACES,
    QUOTE,
    SPEAKER,
    Condition,
    Place,
    Search,
    any_of,
    search_for,
)

# Up to this share of all quotes, naming them is quicker than asking about every one.
FEW = 0.05
_LISTED = (
    "q.id IN (SELECT value FROM json_each(?)"
    " UNION SELECT id FROM quotes WHERE speaker_id IN (SELECT value FROM json_each(?))"
    " UNION SELECT id FROM quotes WHERE article_id IN (SELECT value FROM json_each(?)))"
)
_Rows = Mapping[Place, Sequence[int]]


def text_condition(connection: sqlite3.Connection, wanted: QuoteFilter) -> Condition | None:
    """What a quote has to meet for a filter's text to match it; None where there is no word in it."""
    search = search_for(connection, wanted)
    if search is None:
        return None
    last = _last_rows(connection)
    parts: list[Condition] = []
    if search.wanted:
        found = _rows(connection, search, search.wanted, last)
        expected = sum(_expected(found, place, last) for place in PLACES)
        parts.append(_named(found) if expected <= FEW * last[QUOTE] else _marked(found, last))
    parts += _unwanted(connection, search, last)
    return Condition(
        " AND ".join(part.sql for part in parts),
        tuple(value for part in parts for value in part.parameters),
        many=all(part.many for part in parts),
    )


def unwanted_condition(connection: sqlite3.Connection, search: Search) -> Condition:
    """What a quote has to meet for none of the excluded clauses to match it; "" where there are none."""
    parts = _unwanted(connection, search, _last_rows(connection)) if search.unwanted else []
    return Condition(
        "".join(f" AND {part.sql}" for part in parts),
        tuple(value for part in parts for value in part.parameters),
    )


def _unwanted(connection: sqlite3.Connection, search: Search, last: Mapping[Place, int]) -> list[Condition]:
    found = (_rows(connection, search, [clause], last) for clause in search.unwanted)
    marked = (_marked(rows, last) for rows in found)
    return [Condition(f"{one.sql} IS NOT TRUE", one.parameters, many=True) for one in marked]


def _rows(
    connection: sqlite3.Connection, search: Search, clauses: Sequence[Clause], last: Mapping[Place, int]
) -> _Rows:
    """The rows that match all of `clauses`, by place."""
    narrow = [clause for clause in clauses if len(search.phrases[clause]) <= ALTERNATIVES]
    broad = [clause for clause in clauses if clause not in narrow]

    def listed(place: Place, some: Sequence[Clause], match: str) -> list[int]:
        query = place.matching(some, match, exact=search.exact)
        # One row with a list of many ids comes over twice as fast as a row for each.
        sql = f"SELECT json_group_array(rowid) FROM ({query.sql})"
        found: list[int] = json.loads(connection.execute(sql, query.parameters).fetchone()[0])
        return found

    def having(place: Place, clause: Clause) -> set[int]:
        phrases = search.phrases[clause]
        found: set[int] = set()
        for start in range(0, len(phrases), ALTERNATIVES):
            found.update(listed(place, [clause], any_of(phrases[start : start + ALTERNATIVES])))
            if len(found) == last[place]:
                break
        return found

    found: dict[Place, Sequence[int]] = {}
    for place in PLACES:
        rows = listed(place, narrow, search.match(narrow)) if narrow else None
        for clause in broad:
            also = having(place, clause)
            rows = sorted(also) if rows is None else [id_ for id_ in rows if id_ in also]
        found[place] = rows or []
    return found


def _last_rows(connection: sqlite3.Connection) -> dict[Place, int]:
    return {
        place: int(connection.execute(f"SELECT coalesce(max(id), 0) FROM {place.table}").fetchone()[0])
        for place in PLACES
    }


def _expected(found: _Rows, place: Place, last: Mapping[Place, int]) -> float:
    """About how many quotes the rows found at a place stand for."""
    return len(found[place]) * last[QUOTE] / max(1, last[place])


def _named(found: _Rows) -> Condition:
    """The quotes of some rows, by a list of their ids."""
    return Condition(_LISTED, tuple(ids_json(found[place]) for place in (QUOTE, SPEAKER, ARTICLE)))


def _marked(found: _Rows, last: Mapping[Place, int]) -> Condition:
    """The quotes of some rows, by a bitmap of each place that has any."""
    places = [place for place in PLACES if found[place]]
    # The place that most quotes match at is asked first, and for most quotes no other.
    places.sort(key=lambda place: -_expected(found, place, last))
    if not places:
        return Condition("FALSE", many=True)
    marked = " OR ".join(f"substr(?, q.{place.column}, 1) = x'01'" for place in places)
    bitmaps = tuple(_bitmap(found[place], last[place]) for place in places)
    return Condition(f"({marked})", bitmaps, many=True)


def _bitmap(ids: Sequence[int], last: int) -> bytes:
    """A byte for each id from 1 to `last`, 1 where it is one of `ids`."""
    marked = bytearray(last)
    for id_ in ids:
        marked[id_ - 1] = 1
    return bytes(marked)
