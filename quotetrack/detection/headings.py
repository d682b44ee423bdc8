"""The lines of an article that are headlines or links, no paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from quotetrack.detection.draft import Range
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import COLON, STOP

_LONGEST: Final = 25
"""The most tokens of a line without a full stop that is a headline or a link."""


class Headings:
    """Knows the headings of one article."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._lines: list[Range] = [line for line in tokens.lines() if self._is_heading(*line)]

    @property
    def first_end(self) -> int:
        """The token at which the headline is over; 0 where the article begins with a paragraph."""
        first = self._lines[0] if self._lines else (0, 0)
        return first[1] if first[0] == 0 else 0

    def hold(self, at: int) -> bool:
        """Whether token `at` stands in one."""
        i = bisect_right(self._lines, (at, self._tokens.count)) - 1
        return i >= 0 and self._lines[i][0] <= at < self._lines[i][1]

    def _is_heading(self, start: int, end: int) -> bool:
        words = self._tokens.words
        stopped = words[end - 1].kind == STOP or (
            end - 1 in self._tokens.quote_end and words[end - 2].kind == STOP
        )
        goes_on = words[start].joined and words[start].finite  # وأضاف: no headline begins so
        if start and words[end - 1].kind == COLON and any(word.finite for word in words[start:end]):
            return False  # وأوضح الوزير أن العمل سيتم على مراحل:
        return end - start <= _LONGEST and not (stopped or goes_on)
