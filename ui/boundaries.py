"""Moving the ends of a quote through the text, by word or by letter, earlier or later."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from quotetrack.detection.records import Span

if TYPE_CHECKING:
    import regex

_REACH = 400


class Unit(Enum):
    """How far one key press moves a boundary."""

    WORD = "word"
    LETTER = "letter"


def moved(
    text: str, content: Sequence[Span], *, start: bool, later: bool, unit: Unit
) -> tuple[Span, ...] | None:
    """`content` with its first start or last end moved by one `unit`; None where it cannot move.

    A letter is what a reader sees as one: a base letter with its marks. The content keeps at least
    one letter, and a stretch that interrupts it stays out of it.
    """
    spans = list(content)
    at = 0 if start else -1
    span = spans[at]
    place = span.start if start else span.end
    wanted = _next(text, place, later=later, unit=unit, start=start)
    low = 0 if start or len(spans) == 1 else spans[-2].end
    high = len(text) if not start or len(spans) == 1 else spans[1].start
    if wanted is None or not low <= wanted <= high:
        return None
    changed = Span(wanted, span.end) if start else Span(span.start, wanted)
    if changed.end <= changed.start or not changed.of(text).strip():
        return None
    spans[at] = changed
    return tuple(spans)


@cache
def _pattern(unit: Unit) -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - not before a boundary is moved

    return regex.compile(r"\S+" if unit is Unit.WORD else r"\X")


def _next(text: str, place: int, *, later: bool, unit: Unit, start: bool) -> int | None:
    low = max(0, place - _REACH)
    window = text[low : place + _REACH]
    pattern = _pattern(unit)
    stops = [low + (match.start() if start else match.end()) for match in pattern.finditer(window)]
    if later:
        return min((stop for stop in stops if stop > place), default=None)
    return max((stop for stop in stops if stop < place), default=None)
