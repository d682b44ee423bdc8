"""The lines of an article that are headlines or links, no paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.word import COLON, DASH, PAREN, STOP, UNPAREN, WORD, Word

_LONGEST: Final = 25
"""The most tokens of a line without a full stop that is a headline or a link."""
_PICTURES: Final = 2
"""The most words that say at its end what the page of a headline shows besides (فيديو وصور)."""


def without_pictures(words: Sequence[Word], first: int, end: int, pictures: AbstractSet[str]) -> int:
    """The end of what `first` opens, before what says that there are pictures (… .. فيديو، … (صور)).

    `pictures` are the folded words that say it.
    """
    last = end - (words[end - 1].kind == UNPAREN)
    at = last
    while at > first and last - at < _PICTURES and words[at - 1].kind == WORD:
        shown = words[at - 1].fold
        if shown not in pictures and shown[1:] not in pictures:
            break
        at -= 1
    if at == last or at - 1 <= first:
        return end
    before = words[at - 1]
    apart = before.kind == PAREN if last < end else before.kind in (STOP, DASH)
    return at - 1 if apart else end


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
