"""Which quotes a text matches, as SQL over the search indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from quotetrack.filters import QuoteFilter
from quotetrack.store.connection import Query
from quotetrack.store.query import Clause, parse
from quotetrack.store.rows import LISTED, ids_json
from quotetrack.store.tables import ARTICLE_SEARCH, QUOTE_SEARCH, SPEAKER_SEARCH, SearchIndex

# FTS5 looks at every alternative of a query for every row that one of them finds.
ALTERNATIVES = 32
# A piece of more words than this says little: nobody asks for its best match, and to look into the rows
# themselves is quicker than to ask the index for all those words.
MANY_WORDS = 400
_NEVER = '"\u0001"'


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on quotes q, with its parameters in order.

    `many` says that it is asked about every quote, and answered without the table's rows.
    """

    sql: str
    parameters: tuple[object, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Somewhere that search looks: in the documents of `index`, each of which is a row of `table`.

    A quote is found there when its `column` names one of them. An exact search joins what `joined`
    names and puts the condition `exact` for each clause. `words_a_row` is how many words the index
    can be asked for in the time that it takes to read a row.
    """

    table: str
    column: str
    index: SearchIndex
    joined: str
    exact: str
    words_a_row: float

    def matching(self, clauses: Sequence[Clause], match: str, *, exact: bool) -> Query:
        """The query for the rows that match here."""
        typed = clauses if exact else ()
        return self._rows(f"m.{self.index.name} MATCH ?", typed), (match, *self.patterns(typed))

    def exactly(self, clauses: Sequence[Clause], ids: Collection[int]) -> Query:
        """The query for those of the rows `ids` in which all of `clauses` stand as typed."""
        return self._rows(f"m.rowid {LISTED}", clauses), (ids_json(ids), *self.patterns(clauses))

    def _rows(self, which: str, typed: Sequence[Clause]) -> str:
        joined = self.joined if typed else ""
        return f"SELECT m.rowid FROM {self.index.name} m{joined} WHERE {which}{self.exact * len(typed)}"

    def patterns(self, clauses: Sequence[Clause]) -> list[str]:
        """The parameters of the exact conditions for `clauses`."""
        marks = self.exact.count("?")
        return [clause.exact_pattern for clause in clauses for _ in range(marks)]


QUOTE = Place(
    "quotes",
    "id",
    QUOTE_SEARCH,
    " JOIN quotes e ON e.id = m.rowid",
    " AND (e.content REGEXP ? OR e.source REGEXP ? OR e.mention REGEXP ?)",
    words_a_row=0.2,
)
SPEAKER = Place(
    "speakers",
    "speaker_id",
    SPEAKER_SEARCH,
    " JOIN speakers s ON s.id = m.rowid",
    " AND (s.name REGEXP ? OR EXISTS (SELECT 1 FROM aliases WHERE speaker_id = s.id AND alias REGEXP ?))",
    words_a_row=0.2,
)
ARTICLE = Place(
    "articles",
    "article_id",
    ARTICLE_SEARCH,
    " JOIN articles a ON a.id = m.rowid JOIN article_texts t ON t.article_id = a.id",
    " AND (t.text REGEXP ? OR a.title REGEXP ?)",
    words_a_row=2.0,
)
PLACES = (QUOTE, SPEAKER, ARTICLE)


@dataclass(frozen=True, slots=True)
class Search:
    """A text to search for: the clauses that have to be there, and those that must not.

    `phrases` has each of them in FTS5's language: any of its phrases is enough. Only the `broad` ones
    are not there: pieces of very many words.
    """

    wanted: tuple[Clause, ...]
    unwanted: tuple[Clause, ...]
    phrases: Mapping[Clause, Sequence[str]]
    broad: frozenset[Clause]
    exact: bool

    def parted(self, clauses: Sequence[Clause]) -> tuple[list[Clause], list[Clause]]:
        """Those of `clauses` that FTS5 is asked for in one query, and those of more words than that."""
        narrow = [
            clause
            for clause in clauses
            if clause not in self.broad and len(self.phrases[clause]) <= ALTERNATIVES
        ]
        return narrow, [clause for clause in clauses if clause not in narrow]

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
    phrases = {clause: phrases_of(connection, clause, MANY_WORDS + 1) for clause in clauses}
    broad = frozenset(clause for clause in clauses if len(phrases[clause]) > MANY_WORDS)
    return Search(
        tuple(clause for clause in clauses if not clause.excluded),
        tuple(clause for clause in clauses if clause.excluded),
        {clause: phrases[clause] for clause in clauses if clause not in broad},
        broad,
        wanted.exact,
    )


def phrases_of(connection: sqlite3.Connection, clause: Clause, limit: int = -1) -> list[str]:
    """A clause in FTS5's language; one inside words with every word that its first is a part of."""
    if not clause.inside:
        return [clause.phrase(clause.words[0])]
    words = connection.execute(
        "SELECT word FROM words"
        " WHERE instr(word, ?1) AND (?2 = 1 OR substr(word, -length(?1)) = ?1) LIMIT ?3",
        (clause.words[0], len(clause.words), limit),
    )
    return [clause.phrase(word) for (word,) in words]
