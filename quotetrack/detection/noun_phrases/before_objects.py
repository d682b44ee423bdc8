"""What stands before an object and is passed over: times, places, adverbs, a medium, people spoken to."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.noun_phrases.noun_shapes import is_day_before_yesterday
from quotetrack.detection.noun_phrases.objects import Objects
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import ACCUSATIVE, COMMA, DASH, PAREN, UNPAREN, WORD

_TO_WHOM: Final = "ل"
_OF: Final = "من"
_MEDIUM: Final = 3
"""How a medium that was told something is introduced, and the most words of its name."""
_ASIDE: Final = 8
_OR: Final = "/"


class BeforeObjects:
    """Passes over it by a lexicon."""

    def __init__(self, lexicon: Lexicon, objects: Objects) -> None:
        words = lexicon.words
        self._objects, self._kinds = objects, lexicon.kinds
        self._demonstratives, self._before = words["demonstratives"], words["acts.before_nouns"]
        self._days, self._pronouns, self._times = words["days"], words["pronouns"], words["acts.times"]
        self._months, self._on_part, self._utmost = (
            words["months"],
            words["for_their_part"],
            words["acts.utmost"],
        )

    def past_asides(self, tokens: Tokens, j: int, limit: int) -> int:
        """The first token from j that is no time, place, adverb or person spoken to."""
        words = tokens.words
        while j < limit:
            word = words[j]
            if word.kind == PAREN:
                j = closing(tokens, j, limit)
            elif (medium := self.past_medium(tokens, j)) > j:
                j = min(medium, limit)
            elif word.kind in (COMMA, DASH):
                j += 1
            elif word.kind != WORD or word.fold in self._demonstratives:
                break
            elif word.fold in self._days or word.fold in self._times or word.fold in self._pronouns:
                j = self.past_day(tokens, j, limit)
            elif word.preposition or word.fold in self._before:
                j = self._past_phrase(tokens, j + 1, limit)
            elif word.adverbial or (
                word.raw.endswith(ACCUSATIVE) and not self._objects.is_action(word.fold, word)
            ):
                if word.cues or word.complementiser:
                    break
                utmost = word.fold in self._utmost and j + 1 < limit and words[j + 1].definite
                j += 1 + utmost  # بأشد العبارات
            elif word.noun & nouns.AUDIENCE or (word.fold.startswith(("لل", "بال")) and len(word.fold) > 4):
                j += 1
                while j < limit and words[j].definite and not self._objects.opens(tokens, j):
                    j += 1
            else:
                break
        return j

    def past_day(self, tokens: Tokens, j: int, limit: int) -> int:
        """The token behind the day or the time that the word at j names (أمس الأول), else j."""
        words = tokens.words
        fold = words[j].fold
        if not (fold in self._days or fold in self._times or fold in self._pronouns):
            return j
        if j + 1 < limit and is_day_before_yesterday(tokens, j):
            return j + 2
        return self._past_date(tokens, j + 1, limit)

    def _past_date(self, tokens: Tokens, j: int, limit: int) -> int:
        """The token behind the date that may follow a day (الاثنين | 10 آب/أغسطس 2015), else j."""
        words = tokens.words
        if j + 1 >= limit or not words[j].fold.isdigit() or words[j + 1].fold not in self._months:
            return j
        k = j + 1
        while k < limit and (words[k].fold in self._months or words[k].raw == _OR or words[k].fold.isdigit()):
            k += 1
        return k

    def past_medium(self, tokens: Tokens, j: int) -> int:
        """The token behind a medium that the ل at j tells (لـ«الضفاف»), or behind «من جانبه»; else j."""
        words = tokens.words
        if j + 1 < tokens.count and words[j].fold == _OF and words[j + 1].fold in self._on_part:
            return j + 2
        told = j < tokens.count and words[j].fold == _TO_WHOM
        quotation = tokens.quote_at.get(j + 1) if told else None
        return quotation.close + 1 if quotation is not None and quotation.words <= _MEDIUM else j

    def _past_phrase(self, tokens: Tokens, first: int, limit: int) -> int:
        """The token behind the noun phrase of a preposition: where an object, a comma or a link comes."""
        words = tokens.words
        for k in range(first, min(limit, first + _ASIDE)):
            word = words[k]
            if word.raw == _OR and k > first:
                continue  # في آذار/مارس
            if (medium := self.past_medium(tokens, k)) > k:
                return min(medium, limit)  # في حديث لـ«الضفاف»
            if word.kind != WORD or word.preposition or (k > first and (word.adverbial or word.finite)):
                return k
            ends = self._objects.opens(tokens, k) or word.fold in self._days or word.raw.endswith(ACCUSATIVE)
            his = word.definite and word.fold in self._kinds and words[k - 1].noun & nouns.HAS_PRONOUN
            ends = ends or bool(his)  # في مقاله | الاتفاقية
            if k > first and not word.adds and ends and self._objects.complete(tokens, k - 1, first):
                return k
        return min(limit, first + _ASIDE)


def closing(tokens: Tokens, j: int, limit: int) -> int:
    """The token behind the bracket that opens at j."""
    for k in range(j + 1, min(limit, j + 14)):
        if tokens.words[k].kind == UNPAREN:
            return k + 1
    return j + 1
