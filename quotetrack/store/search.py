"""Search: which quotes a text matches, and where in the original the matches stand."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from quotetrack.detection.records import Span
from quotetrack.filters import QuoteFilter
from quotetrack.store.query import Clause, parse
from quotetrack.text import folded

WORDS_EXPANDED = 2_000
_NEVER = '"\u0001"'


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A query that yields the ids of the quotes that a text matches."""

    sql: str
    parameters: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text around its matches.

    `marks` are places in `text`, `start` is its place in the whole.
    """

    text: str
    start: int
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Somewhere that search looks: `sql` finds quotes by an FTS5 match.

    An exact search puts the condition `exact` (with as many parameters as it has marks) for each
    clause into `exactly`.
    """

    sql: str
    exactly: str
    exact: str


_PLACES = (
    _Place(
        "SELECT rowid FROM quote_search WHERE quote_search MATCH ?",
        "SELECT m.rowid FROM quote_search m JOIN quotes ON quotes.id = m.rowid"
        " WHERE m.quote_search MATCH ?{}",
        " AND (quotes.content REGEXP ? OR quotes.source REGEXP ? OR quotes.mention REGEXP ?)",
    ),
    _Place(
        "SELECT id FROM quotes WHERE speaker_id IN"
        " (SELECT rowid FROM speaker_search WHERE speaker_search MATCH ?)",
        "SELECT id FROM quotes WHERE speaker_id IN (SELECT s.id FROM speaker_search m"
        " JOIN speakers s ON s.id = m.rowid WHERE m.speaker_search MATCH ?{})",
        " AND (s.name REGEXP ? OR EXISTS (SELECT 1 FROM aliases WHERE speaker_id = s.id AND alias REGEXP ?))",
    ),
    _Place(
        "SELECT id FROM quotes WHERE article_id IN"
        " (SELECT rowid FROM article_search WHERE article_search MATCH ?)",
        "SELECT id FROM quotes WHERE article_id IN (SELECT a.id FROM article_search m"
        " JOIN articles a ON a.id = m.rowid JOIN article_texts t ON t.article_id = a.id"
        " WHERE m.article_search MATCH ?{})",
        " AND (t.text REGEXP ? OR a.title REGEXP ?)",
    ),
)


def _anywhere(clauses: Sequence[Clause], match: str, *, exact: bool) -> TextMatch:
    queries: list[str] = []
    parameters: list[object] = []
    for place in _PLACES:
        parameters.append(match)
        if exact:
            queries.append(place.exactly.format(place.exact * len(clauses)))
            times = place.exact.count("?")
            parameters.extend(clause.exact_pattern for clause in clauses for _ in range(times))
        else:
            queries.append(place.sql)
    return TextMatch(" UNION ".join(queries), tuple(parameters))


def text_match(connection: sqlite3.Connection, wanted: QuoteFilter) -> TextMatch | None:
    """The quotes whose words, speaker or article a filter's text matches; None without a text."""
    clauses = parse(wanted.text)
    if not clauses:
        return None
    match = {clause: _clause_match(connection, clause, inside=wanted.inside_words) for clause in clauses}
    positive = [clause for clause in clauses if not clause.excluded]
    if positive:
        found = _anywhere(positive, " AND ".join(match[clause] for clause in positive), exact=wanted.exact)
    else:
        found = TextMatch("SELECT id FROM quotes", ())
    negative = [clause for clause in clauses if clause.excluded]
    for clause in negative:
        without = _anywhere([clause], match[clause], exact=wanted.exact)
        found = TextMatch(
            f"SELECT * FROM ({found.sql}) EXCEPT SELECT * FROM ({without.sql})",
            found.parameters + without.parameters,
        )
    return found


def _clause_match(connection: sqlite3.Connection, clause: Clause, *, inside: bool) -> str:
    """A clause in FTS5's language; `inside` lets its first and last word be parts of longer words."""
    if not inside:
        return clause.match
    first, *rest = clause.words
    pattern = f"%{first}" + ("%" if not rest else "")
    heads = [
        row[0]
        for row in connection.execute(
            "SELECT word FROM words WHERE word LIKE ? LIMIT ?", (pattern, WORDS_EXPANDED)
        )
    ]
    if not heads:
        return _NEVER
    tail = "".join(f" {word}" for word in rest)
    star = " *" if rest else ""
    return "(" + " OR ".join(f'"{head}{tail}"{star}' for head in heads) + ")"


def marks(text: str, wanted: QuoteFilter) -> tuple[Span, ...]:
    """Where a filter's text stands in `text`: places in the original, in order, apart from each other."""
    clauses = [clause for clause in parse(wanted.text) if not clause.excluded]
    if not clauses:
        return ()
    if wanted.exact:
        found = [Span(*hit.span()) for clause in clauses for hit in re.finditer(clause.exact_pattern, text)]
    else:
        searched = folded(text)
        pattern = "|".join(_folded_pattern(clause, inside=wanted.inside_words) for clause in clauses)
        found = [Span(*searched.span(*hit.span())) for hit in re.finditer(pattern, searched.text)]
    return _apart(found)


def _folded_pattern(clause: Clause, *, inside: bool) -> str:
    pattern = r"[\W_]+".join(map(re.escape, clause.words))
    if inside:
        return pattern
    return rf"(?<![^\W_]){pattern}" + (r"[^\W_]*" if clause.prefix else r"(?![^\W_])")


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        elif span.end > span.start:
            apart.append(span)
    return tuple(apart)


def snippet(text: str, wanted: QuoteFilter, width: int = 160) -> Snippet:
    """About `width` code points of `text` around its first match, cut between words."""
    found = marks(text, wanted)
    at = found[0].start if found else 0
    start = max(0, at - width // 3)
    if start:
        start = text.find(" ", start, at) + 1 or start
    end = min(len(text), start + width)
    if end < len(text):
        end = max(text.rfind(" ", at, end), found[0].end if found else 0)
        end = end if end > start else min(len(text), start + width)
    inside = tuple(
        Span(mark.start - start, mark.end - start)
        for mark in found
        if mark.start >= start and mark.end <= end
    )
    return Snippet(text[start:end], start, inside)
