"""Where in an original text the words of a search stand, and a stretch of it to show them in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotetrack.detection.records import Span
from quotetrack.filters import QuoteFilter
from quotetrack.store.query import Clause, parse
from quotetrack.store.words import LETTER
from quotetrack.text import folded


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text around its matches.

    `marks` are places in `text`, `start` is its place in the whole.
    """

    text: str
    start: int
    marks: tuple[Span, ...]


def marks(text: str, wanted: QuoteFilter) -> tuple[Span, ...]:
    """Where a filter's text stands in `text`: places in the original, in order, apart from each other."""
    clauses = [clause for clause in parse(wanted.text, inside=wanted.inside_words) if not clause.excluded]
    if not clauses:
        return ()
    if wanted.exact:
        found = [Span(*hit.span()) for clause in clauses for hit in re.finditer(clause.exact_pattern, text)]
    else:
        searched = folded(text)
        pattern = "|".join(_folded_pattern(clause) for clause in clauses)
        found = [Span(*searched.span(*hit.span())) for hit in re.finditer(pattern, searched.text)]
    return _apart(found)


def _folded_pattern(clause: Clause) -> str:
    pattern = r"[\W_]+".join(map(re.escape, clause.words))
    if clause.inside:
        return pattern
    return rf"(?<!{LETTER}){pattern}" + (f"{LETTER}*" if clause.prefix else f"(?!{LETTER})")


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
