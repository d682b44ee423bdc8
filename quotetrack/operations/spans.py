"""Places in an article that a person chose: checked, and turned into columns."""

from __future__ import annotations

from itertools import pairwise

from quotetrack.detection.records import Span
from quotetrack.store import RefusedError
from quotetrack.store.rows import packed_spans, quoted_text

Values = dict[str, object]


def content_values(text: str, content: tuple[Span, ...]) -> Values:
    """The columns of a content.

    Raises:
        RefusedError: it is empty, outside of the text, or its spans overlap.
    """
    ordered = tuple(sorted(content))
    if not ordered or any(first.end > second.start for first, second in pairwise(ordered)):
        raise RefusedError("store.bad_span")
    for span in ordered:
        _check(text, span)
    return {
        "content": quoted_text(text, ordered),
        "content_start": ordered[0].start,
        "content_end": ordered[-1].end,
        "content_spans": packed_spans(ordered),
    }


def span_values(text: str, column: str, span: Span | None) -> Values:
    """The columns of a cue or a source; "" and no place where there is none.

    Raises:
        RefusedError: it is empty or outside of the text.
    """
    if span is None:
        return {column: "", f"{column}_start": None, f"{column}_end": None}
    _check(text, span)
    return {column: span.of(text), f"{column}_start": span.start, f"{column}_end": span.end}


def _check(text: str, span: Span) -> None:
    if not 0 <= span.start < span.end <= len(text) or not span.of(text).strip():
        raise RefusedError("store.bad_span")


def trimmed(text: str, span: Span) -> Span:
    """`span` without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or have only white space between them made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and (span.start <= merged[-1].end or not text[merged[-1].end : span.start].strip()):
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def overlap(first: tuple[Span, ...], second: tuple[Span, ...]) -> float:
    """What two contents share, as a part of what they cover together (0 to 1)."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in first for b in second)
    total = sum(span.end - span.start for span in (*first, *second)) - shared
    return shared / total if total else 0.0
