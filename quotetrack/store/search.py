"""Which quotes a text matches, as SQL over the search indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from quotetrack.filters import QuoteFilter
from quotetrack.store.query import Clause, parse

WORDS_EXPANDED = 2_000
_NEVER = '"\u0001"'


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A query that yields the ids of the quotes that a text matches."""

    sql: str
    parameters: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere that search looks: `sql` finds quotes by an FTS5 match.

    An exact search joins what `joined` names and puts the condition `exact` for each clause.
    """

    sql: str
    joined: str
    exact: str

    def query(self, clauses: Sequence[Clause], match: str, *, exact: bool) -> TextMatch:
        """The quotes that match here."""
        if not exact:
            return TextMatch(self.sql.format(join="", exact=""), (match,))
        marks = self.exact.count("?")
        patterns = [clause.exact_pattern for clause in clauses for _ in range(marks)]
        return TextMatch(
            self.sql.format(join=self.joined, exact=self.exact * len(clauses)), (match, *patterns)
        )


QUOTE = Place(
    "SELECT m.rowid FROM quote_search m{join} WHERE m.quote_search MATCH ?{exact}",
    " JOIN quotes e ON e.id = m.rowid",
    " AND (e.content REGEXP ? OR e.source REGEXP ? OR e.mention REGEXP ?)",
)
SPEAKER = Place(
    "SELECT id FROM quotes WHERE speaker_id IN"
    " (SELECT m.rowid FROM speaker_search m{join} WHERE m.speaker_search MATCH ?{exact})",
    " JOIN speakers s ON s.id = m.rowid",
    " AND (s.name REGEXP ? OR EXISTS (SELECT 1 FROM aliases WHERE speaker_id = s.id AND alias REGEXP ?))",
)
ARTICLE = Place(
    "SELECT id FROM quotes WHERE article_id IN"
    " (SELECT m.rowid FROM article_search m{join} WHERE m.article_search MATCH ?{exact})",
    " JOIN articles a ON a.id = m.rowid JOIN article_texts t ON t.article_id = a.id",
    " AND (t.text REGEXP ? OR a.title REGEXP ?)",
)


# How a quote q is kept that must not match at a place.
_ELSEWHERE = {
    QUOTE: " AND NOT EXISTS (SELECT 1 FROM quote_search x WHERE x.quote_search MATCH ? AND x.rowid = q.id)",
    SPEAKER: (
        " AND (q.speaker_id IS NULL OR q.speaker_id NOT IN"
        " (SELECT rowid FROM speaker_search WHERE speaker_search MATCH ?))"
    ),
    ARTICLE: " AND q.article_id NOT IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)",
}


@dataclass(frozen=True, slots=True)
class Search:
    """A text to search for: what has to be there, and what must not, each in FTS5's language."""

    wanted: tuple[Clause, ...]
    match: str
    unwanted: tuple[tuple[Clause, str], ...]
    exact: bool

    def anywhere(self) -> TextMatch:
        """The quotes that have all of what is wanted in their words, their speaker or their article."""
        if not self.wanted:
            return TextMatch("SELECT id FROM quotes", ())
        return _anywhere(self.wanted, self.match, exact=self.exact)


def _anywhere(clauses: Sequence[Clause], match: str, *, exact: bool) -> TextMatch:
    found = [place.query(clauses, match, exact=exact) for place in (QUOTE, SPEAKER, ARTICLE)]
    return TextMatch(
        " UNION ".join(one.sql for one in found),
        tuple(parameter for one in found for parameter in one.parameters),
    )


def search_for(connection: sqlite3.Connection, wanted: QuoteFilter) -> Search | None:
    """The text of a filter as a search; None where there is no word in it."""
    clauses = parse(wanted.text, inside=wanted.inside_words)
    if not clauses:
        return None
    match = {clause: _clause_match(connection, clause) for clause in clauses}
    positive = tuple(clause for clause in clauses if not clause.excluded)
    return Search(
        positive,
        " AND ".join(match[clause] for clause in positive),
        tuple((clause, match[clause]) for clause in clauses if clause.excluded),
        wanted.exact,
    )


def text_match(connection: sqlite3.Connection, wanted: QuoteFilter) -> TextMatch | None:
    """The quotes whose words, speaker or article a filter's text matches; None without a text."""
    search = search_for(connection, wanted)
    if search is None:
        return None
    found = search.anywhere()
    for clause, match in search.unwanted:
        without = _anywhere([clause], match, exact=search.exact)
        found = TextMatch(
            f"SELECT * FROM ({found.sql}) EXCEPT SELECT * FROM ({without.sql})",
            found.parameters + without.parameters,
        )
    return found


def without_unwanted(search: Search, place: Place) -> tuple[str, TextMatch]:
    """What to match at a place, and conditions on the quotes q found there, to leave out the unwanted.

    The index of the place does its own part of that; the other places are looked up.
    """
    if not search.unwanted:
        return search.match, TextMatch("", ())
    if search.exact:
        found = [_anywhere([clause], match, exact=True) for clause, match in search.unwanted]
        return search.match, TextMatch(
            "".join(f" AND q.id NOT IN ({one.sql})" for one in found),
            tuple(parameter for one in found for parameter in one.parameters),
        )
    unwanted = " OR ".join(match for _, match in search.unwanted)
    conditions = [sql for other, sql in _ELSEWHERE.items() if other is not place]
    return f"({search.match}) NOT ({unwanted})", TextMatch("".join(conditions), (unwanted,) * len(conditions))


def _clause_match(connection: sqlite3.Connection, clause: Clause) -> str:
    """A clause in FTS5's language; one inside words as all the words that it is a part of."""
    if not clause.inside:
        return clause.match
    first, *rest = clause.words
    words = connection.execute("SELECT word FROM words WHERE instr(word, ?)", (first,))
    heads = [row[0] for row in islice(words, WORDS_EXPANDED) if not rest or row[0].endswith(first)]
    if not heads:
        return _NEVER
    tail = "".join(f" {word}" for word in rest)
    star = " *" if rest else ""
    return "(" + " OR ".join(f'"{head}{tail}"{star}' for head in heads) + ")"
