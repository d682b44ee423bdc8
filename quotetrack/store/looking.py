"""Looks into the texts themselves, where a piece is of so many words that the index is not asked for all.

Most rows have such a piece, so that those at the beginning of an order fill a page at once. For all
rows, a few of those that are undecided tell which words decide most of them, and the index names the
rows with those words; what is left at the end is read.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from quotetrack.store.documents import documents
from quotetrack.store.listing import listed
from quotetrack.store.query import Clause
from quotetrack.store.rows import LISTED, ids_json
from quotetrack.store.search import (
    ALTERNATIVES,
    PLACES,
    Place,
    Search,
    any_of,
    phrases_of,
)
from quotetrack.store.words import words

# Up to as many words the index is asked for without more ado.
ASKED_FOR = 2_000
# Rows that tell which words decide most, and the least share of all that such words have to decide.
SAMPLE = 40
GAIN = 0.25
READ_AT_ONCE = 1_000
# Quotes that a page is looked for among, before all matches are.
WALKED = 800


def standing(
    connection: sqlite3.Connection, place: Place, clauses: Sequence[Clause], ids: Iterable[int]
) -> set[int]:
    """Those of the rows `ids` in which all of `clauses` stand, spelling aside."""
    rest = iter(ids)
    found: set[int] = set()
    while some := list(islice(rest, READ_AT_ONCE)):
        read = documents(connection, place.index, some).items()
        found.update(
            id_ for id_, texts in read if all(any(map(clause.stands_in, texts)) for clause in clauses)
        )
    return found


def having(
    connection: sqlite3.Connection, place: Place, clause: Clause, among: Iterable[int] | None
) -> set[int]:
    """Those of the rows `among` (of all, with None) that have a word that a clause is a piece of."""
    if among is None:
        return _with_any_of(connection, place, phrases_of(connection, clause))
    found, left = set[int](), set(among)
    many = len(phrases_of(connection, clause, ASKED_FOR + 1)) > ASKED_FOR
    while many and len(left) * place.words_a_row > ASKED_FOR:
        before = len(left)
        asked = islice(left, 0, None, before // SAMPLE + 1)
        hits = left & _with_any_of(connection, place, _deciding(connection, place, clause, asked))
        found |= hits
        left -= hits
        if len(hits) < GAIN * before:
            break
    # What is left is read, unless to ask for all the words takes less time.
    most = int(len(left) * place.words_a_row)
    phrases = phrases_of(connection, clause, most + 1)
    if len(phrases) > most:
        return found | standing(connection, place, (clause,), left)
    return found | (left & _with_any_of(connection, place, phrases))


def _with_any_of(connection: sqlite3.Connection, place: Place, phrases: Sequence[str]) -> set[int]:
    """The rows that have any of some phrases, which FTS5 is given in parts."""
    found: set[int] = set()
    for start in range(0, len(phrases), ALTERNATIVES):
        match = any_of(phrases[start : start + ALTERNATIVES])
        found.update(listed(connection, place.matching((), match, exact=False)))
    return found


def _deciding(connection: sqlite3.Connection, place: Place, clause: Clause, ids: Iterable[int]) -> list[str]:
    """A few phrases, the commonest first: each of the rows `ids` has one, if it has any."""
    read = documents(connection, place.index, ids).values()
    undecided = [
        {clause.phrase(word) for text in texts for word in clause.beginnings(words(text))} for texts in read
    ]
    phrases: list[str] = []
    while len(phrases) < ALTERNATIVES and (counted := Counter(chain.from_iterable(undecided))):
        phrases.append(max(counted, key=lambda phrase: (counted[phrase], phrase)))
        undecided = [one for one in undecided if phrases[-1] not in one]
    return phrases


def first_page(
    connection: sqlite3.Connection, search: Search, ids: Iterator[int], limit: int
) -> list[int] | None:
    """The first `limit` of the quotes `ids` that match, in their order; None where most of them do not."""
    page: list[int] = []
    walked, step = 0, limit
    while len(page) < limit:
        if walked >= WALKED:
            return None
        some = list(islice(ids, step))
        if not some:
            break
        matching = _matching(connection, search, some)
        page += [id_ for id_ in some if id_ in matching]
        walked += len(some)
        step *= 2
    return page[:limit]


def _matching(connection: sqlite3.Connection, search: Search, ids: Sequence[int]) -> set[int]:
    """Those of the quotes `ids` that a search matches."""
    left = set(ids)
    if search.wanted:
        left = _somewhere(connection, search, search.wanted, left)
    for clause in search.unwanted:
        left -= _somewhere(connection, search, (clause,), left)
    return left


def _somewhere(
    connection: sqlite3.Connection, search: Search, clauses: Sequence[Clause], ids: set[int]
) -> set[int]:
    """Those of the quotes `ids` that have all of `clauses` at one place."""
    found: set[int] = set()
    for place in PLACES:
        rows = connection.execute(
            f"SELECT id, {place.column} FROM quotes WHERE id {LISTED}",
            (ids_json(ids - found),),
        ).fetchall()
        holding = standing(connection, place, clauses, {row for _, row in rows} - {None})
        if search.exact:
            holding.intersection_update(listed(connection, place.exactly(clauses, holding)))
        found.update(id_ for id_, row in rows if row in holding)
    return found
