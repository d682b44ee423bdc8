"""Which quotes a text matches, as a condition on each quote.

A quote matches by its own words, by its speaker or by its article. The rows that match are looked up
once; few quotes are then named one by one, and for many a bitmap of each place's rows is asked about
every quote: with a word that most articles have, that takes a third of the time of a list of quotes.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Mapping, Sequence

from quotetrack.filters import QuoteFilter
from quotetrack.store.listing import listed
from quotetrack.store.looking import having
from quotetrack.store.query import Clause
from quotetrack.store.rows import LISTED, ids_json
from quotetrack.store.search import (
    ARTICLE,
    PLACES,
    QUOTE,
    SPEAKER,
    Condition,
    Place,
    Search,
    search_for,
)

# Up to this share of all quotes (or articles), naming them is quicker than asking about every one.
FEW = 0.05
_LISTED = (
    "q.id IN (SELECT value FROM json_each(?)"
    " UNION SELECT id FROM quotes WHERE speaker_id IN (SELECT value FROM json_each(?))"
    " UNION SELECT id FROM quotes WHERE article_id IN (SELECT value FROM json_each(?)))"
)
_Rows = Mapping[Place, Collection[int]]


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
        parts.append(_named(found) if expected <= FEW * last[QUOTE] else _marked(connection, found, last))
    return _all_of([*parts, *_unwanted(connection, search, last)])


def unwanted_condition(connection: sqlite3.Connection, search: Search) -> Condition:
    """What a quote has to meet for none of the excluded clauses, of which there are some, to match it."""
    return _all_of(_unwanted(connection, search, _last_rows(connection)))


def _all_of(parts: Sequence[Condition]) -> Condition:
    return Condition(
        " AND ".join(part.sql for part in parts),
        tuple(value for part in parts for value in part.parameters),
        many=all(part.many for part in parts),
    )


def _unwanted(connection: sqlite3.Connection, search: Search, last: Mapping[Place, int]) -> list[Condition]:
    found = (_rows(connection, search, [clause], last) for clause in search.unwanted)
    marked = (_marked(connection, rows, last) for rows in found)
    return [Condition(f"{one.sql} IS NOT TRUE", one.parameters, many=True) for one in marked]


def _rows(
    connection: sqlite3.Connection, search: Search, clauses: Sequence[Clause], last: Mapping[Place, int]
) -> _Rows:
    """The rows that match all of `clauses`, by place.

    Where a clause is a piece of very many words and nearly all articles match, rows of the other
    places are left out whose quotes match by their article anyway.
    """
    broad = not search.broad.isdisjoint(clauses)
    all_articles = _all_rows(connection, ARTICLE) if broad else None
    found: dict[Place, Collection[int]] = {
        ARTICLE: _rows_at(connection, search, ARTICLE, clauses, all_articles)
    }
    among: dict[Place, Collection[int] | None] = {QUOTE: None, SPEAKER: None}
    if all_articles is not None:
        rest = set(all_articles).difference(found[ARTICLE])
        if len(rest) <= FEW * last[ARTICLE]:
            quotes = connection.execute(
                f"SELECT id, speaker_id FROM quotes WHERE article_id {LISTED}", (ids_json(rest),)
            ).fetchall()
            among = {QUOTE: [id_ for id_, _ in quotes], SPEAKER: {row for _, row in quotes} - {None}}
    for place, rows in among.items():
        found[place] = _rows_at(connection, search, place, clauses, rows)
    return found


def _rows_at(
    connection: sqlite3.Connection,
    search: Search,
    place: Place,
    clauses: Sequence[Clause],
    among: Collection[int] | None,
) -> Collection[int]:
    """The rows of a place (those `among` all, where given) that match all of `clauses`."""
    narrow, wide = search.parted(clauses)
    found = among
    if narrow:
        match = place.matching(narrow, search.match(narrow), exact=search.exact and not wide)
        found = listed(connection, match)
        found = found if among is None else set(among).intersection(found)
    for clause in wide:
        found = having(connection, place, clause, found)
    if wide and search.exact and found:
        found = listed(connection, place.exactly(clauses, found))
    return found or ()


def _all_rows(connection: sqlite3.Connection, place: Place) -> array[int]:
    return listed(connection, (f"SELECT id FROM {place.table}", ()))


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


def _marked(connection: sqlite3.Connection, found: _Rows, last: Mapping[Place, int]) -> Condition:
    """The quotes of some rows, by a bitmap of each place that has any."""
    if len(found[ARTICLE]) == connection.execute("SELECT count(*) FROM articles").fetchone()[0]:
        return Condition("TRUE", many=True)
    places = [place for place in PLACES if found[place]]
    # The place that most quotes match at is asked first, and for most quotes no other.
    places.sort(key=lambda place: -_expected(found, place, last))
    if not places:
        return Condition("FALSE", many=True)
    marked = " OR ".join(f"substr(?, q.{place.column}, 1) = x'01'" for place in places)
    bitmaps = tuple(_bitmap(found[place], last[place]) for place in places)
    return Condition(f"({marked})", bitmaps, many=True)


def _bitmap(ids: Collection[int], last: int) -> bytes:
    """A byte for each id from 1 to `last`, 1 where it is one of `ids`."""
    marked = bytearray(last)
    for id_ in ids:
        marked[id_ - 1] = 1
    return bytes(marked)
