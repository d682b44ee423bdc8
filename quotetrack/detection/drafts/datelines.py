"""Datelines: where a line tells where and for whom it was written, before what it says.

«القاهرة، مصر (CNN) -- …», «رانغون - «الشرق الأوسط»: …», «سبق- الرياض: …», «الرياض - سامي الخالد: …».
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COLON, COMMA, DASH, PAREN, UNPAREN, WORD, Word

_LONGEST: Final = 16
"""The most tokens of a dateline."""
_NAME: Final = 4
"""The most words of a medium in marks, and of who wrote."""
_PLACE: Final = nouns.TOWN | nouns.COUNTRY
_AND: Final = "و"


class Datelines:
    """Knows them by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds, self._ends = lexicon.kinds, lexicon.words["ends_of_countries"]

    def past(self, tokens: Tokens, start: int, end: int) -> int:
        """The token behind the dateline that a line opens with at `start`, before `end`; else `start`."""
        words = tokens.words
        if start >= end or (start and words[start - 1].kind != BREAK):
            return start
        end = min(end, start + _LONGEST)
        k, place, medium = self._part(tokens, start, end)
        if k == start:
            return self._past_unknown(tokens, start, end) or start
        while k < end and words[k].kind == DASH:
            part = next((j for j in range(k, end) if words[j].kind != DASH), end)
            if (after := self._past_writer(tokens, part, end)) > part:
                return after
            k, another, one_more = self._part(tokens, part, end)
            place, medium = place or another, medium or one_more
            if k == part:
                return k if k < end and self._opens(words[k], known=medium) else start
        if k < end and words[k].kind == COLON:
            return k + 1
        told = place and medium and k < end and (words[k].finite or words[k].verbal)
        return k if told and words[k - 1].kind == WORD else start

    def _part(self, tokens: Tokens, k: int, end: int) -> tuple[int, bool, bool]:
        """The token behind the places and media from k on; whether a place, and a medium, are among them."""
        place = medium = False
        while k < end:
            if self._is_place(tokens.words[k]):
                place, k = True, k + 1
            elif (after := self._past_medium(tokens, k, end)) > k:
                medium, k = True, after
            elif tokens.words[k].kind == COMMA and place:
                k += 1
            else:
                break
        return k, place, medium

    def _is_place(self, word: Word) -> bool:
        """Whether a word names a place, or ends the name of one (الإمارات العربية المتحدة)."""
        return word.kind == WORD and bool(word.noun & _PLACE or word.fold in self._ends)

    def _past_unknown(self, tokens: Tokens, start: int, end: int) -> int:
        """The token behind a dateline whose medium no list knows (سبق- الرياض: …); 0 where none is."""
        if start + 2 >= end or tokens.words[start].kind != WORD or tokens.words[start + 1].kind != DASH:
            return 0
        after, _, _ = self._part(tokens, start + 2, end)
        return after + 1 if start + 2 < after < end and tokens.words[after].kind == COLON else 0

    def _past_medium(self, tokens: Tokens, k: int, end: int) -> int:
        """The token behind the medium at k, in brackets or marks or none; k where none is."""
        words = tokens.words
        if words[k].kind == PAREN:
            inside = range(k + 1, min(end, k + _NAME + 2))
            return next((j + 1 for j in inside if words[j].kind == UNPAREN), k)
        quotation = tokens.quote_at.get(k)
        if quotation is not None and quotation.words <= _NAME and quotation.close < end:
            return quotation.close + 1
        return k + (self._kinds.get(words[k].fold) is SpeakerKind.OUTLET)

    @staticmethod
    def _past_writer(tokens: Tokens, k: int, end: int) -> int:
        """The token behind the colon of who wrote, whose name stands at k; k where no such name does."""
        words = tokens.words
        if k >= end or not words[k].given:
            return k
        colon = next((j for j in range(k + 1, min(end, k + _NAME + 1)) if words[j].kind != WORD), None)
        return colon + 1 if colon is not None and words[colon].kind == COLON else k

    @staticmethod
    def _opens(word: Word, *, known: bool) -> bool:
        """Whether what is said may open with the word behind a dash, which no aside does."""
        return known or not (word.raw[0] == _AND or word.relative or word.pronoun)
