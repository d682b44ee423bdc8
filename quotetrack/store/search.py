"""Which quotes a text matches, as SQL over the search indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotetrack.filters import QuoteFilter
from quotetrack.store.query import Clause, parse

# FTS5 looks at every alternative of a query for every row that one of them finds.
ALTERNATIVES = 32
RANKED_ALTERNATIVES = 1_000
_NEVER = '"\u0001"'


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on quotes q, with its parameters in order.

    `many` says that it is asked about every quote, and answered without the table's rows.
    """

    sql: str
    parameters: tuple[object, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere that search looks: `rows` finds rows of `table` by an FTS5 match.

    A quote is found there when its `column` names one of them. An exact search joins what `joined`
    names and puts the condition `exact` for each clause.
    """

    table: str
    column: str
    rows: str
    joined: str
    exact: str

    def matching(self, clauses: Sequence[Clause], match: str, *, exact: bool) -> Condition:
        """The query for the rows that match here."""
        if not exact:
            return Condition(self.rows.format(join="", exact=""), (match,))
        return Condition(
            self.rows.format(join=self.joined, exact=self.exact * len(clauses)),
            (match, *self.patterns(clauses)),
        )

    def patterns(self, clauses: Sequence[Clause]) -> list[str]:
        """The parameters of the exact conditions for `clauses`."""
        marks = self.exact.count("?")
        return [clause.exact_pattern for clause in clauses for _ in range(marks)]


QUOTE = Place(
    "quotes",
    "id",
    "SELECT m.rowid FROM quote_search m{join} WHERE m.quote_search MATCH ?{exact}",
    " JOIN quotes e ON e.id = m.rowid",
    " AND (e.content REGEXP ? OR e.source REGEXP ? OR e.mention REGEXP ?)",
)
SPEAKER = Place(
    "speakers",
    "speaker_id",
    "SELECT m.rowid FROM speaker_search m{join} WHERE m.speaker_search MATCH ?{exact}",
    " JOIN speakers s ON s.id = m.rowid",
    " AND (s.name REGEXP ? OR EXISTS (SELECT 1 FROM aliases WHERE speaker_id = s.id AND alias REGEXP ?))",
)
ARTICLE = Place(
    "articles",
    "article_id",
    "SELECT m.rowid FROM article_search m{join} WHERE m.article_search MATCH ?{exact}",
    " JOIN articles a ON a.id = m.rowid JOIN article_texts t ON t.article_id = a.id",
    " AND (t.text REGEXP ? OR a.title REGEXP ?)",
)
PLACES = (QUOTE, SPEAKER, ARTICLE)


@dataclass(frozen=True, slots=True)
class Search:
    """A text to search for: the clauses that have to be there, and those that must not.

    `phrases` has each of them in FTS5's language; any of its phrases is enough.
    """

    wanted: tuple[Clause, ...]
    unwanted: tuple[Clause, ...]
    phrases: Mapping[Clause, Sequence[str]]
    exact: bool

    @property
    def broad(self) -> bool:
        """Whether some clause may be so many words that FTS5 cannot be asked for all of them at once."""
        return any(len(phrases) > RANKED_ALTERNATIVES for phrases in self.phrases.values())

    def match(self, clauses: Sequence[Clause]) -> str:
        """All of `clauses` in FTS5's language."""
        return " AND ".join(any_of(self.phrases[clause]) for clause in clauses)


def any_of(phrases: Sequence[str]) -> str:
    """Any of some phrases in FTS5's language."""
    return f"({' OR '.join(phrases)})" if phrases else _NEVER


def search_for(connection: sqlite3.Connection, wanted: QuoteFilter) -> Search | None:
    """The text of a filter as a search; None where there is no word in it."""
    clauses = parse(wanted.text, inside=wanted.inside_words)
    if not clauses:
        return None
    return Search(
        tuple(clause for clause in clauses if not clause.excluded),
        tuple(clause for clause in clauses if clause.excluded),
        {clause: _phrases(connection, clause) for clause in clauses},
        wanted.exact,
    )


def _phrases(connection: sqlite3.Connection, clause: Clause) -> list[str]:
    """A clause in FTS5's language; one inside words with every word that its first is a part of."""
    if not clause.inside:
        return [clause.match]
    first, *rest = clause.words
    words = connection.execute("SELECT word FROM words WHERE instr(word, ?)", (first,))
    tail = "".join(f" {word}" for word in rest)
    star = " *" if rest else ""
    return [f'"{word}{tail}"{star}' for (word,) in words if not rest or word.endswith(first)]
