"""Between columns and records."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime

from quotetrack.detection.records import Span
from quotetrack.text import fold

LISTED = "IN (SELECT value FROM json_each(?))"


def ids_json(ids: Iterable[int]) -> str:
    """Ids as the one parameter of `LISTED`."""
    return json.dumps(list(ids))


def folded_name(name: str) -> str:
    """What a name is known by, spelling differences aside: the columns `folded`."""
    return " ".join(fold(name).split())


def span(start: int | None, end: int | None) -> Span | None:
    """The span of two columns, None where it is not set."""
    return None if start is None or end is None else Span(start, end)


def content_spans(start: int, end: int, spans: str | None) -> tuple[Span, ...]:
    """The spans of a quote's content, in order."""
    return (Span(start, end),) if spans is None else tuple(Span(*pair) for pair in json.loads(spans))


def packed_spans(content: tuple[Span, ...]) -> str | None:
    """What the column content_spans holds: only what start and end do not say already."""
    return json.dumps([list(span) for span in content]) if len(content) > 1 else None


def quoted_text(text: str, content: tuple[Span, ...]) -> str:
    """The words of a content; an ellipsis stands where a cue or a source interrupts them."""
    return " … ".join(span.of(text) for span in content)


def day(value: str | None) -> date | None:
    """A date column."""
    return None if value is None else date.fromisoformat(value)


def moment(value: str | None) -> datetime | None:
    """A time column."""
    return None if value is None else datetime.fromisoformat(value)
