"""Names that stand far behind what their bearers are, right before what these say.

«المشرف على مخيم «الضفاف» الذي يقيمه المكتب الشيخ سامي الخالد أن …»: a phrase that is followed word by word
is over before such a name. It is looked for from the other side, and is an apposition where nothing between
the two can govern it.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    CLOSE,
    COLON,
    COMMA,
    LEANING,
    PAREN,
    STRAIGHT,
    UNPAREN,
    WORD,
    Word,
)

_FARTHEST: Final = 26
"""The most tokens between what somebody is and his name."""
_WORKPLACE: Final = 12
"""How many tokens may say where somebody works before his title and name, with an aside behind them."""
_FULL_NAME: Final = 2
_LONGEST: Final = 7
"""The fewest and the most words of a name."""
_ELSEWHERE: Final = nouns.OCCASION | nouns.AUDIENCE | nouns.ADDRESSED | nouns.OCCASION_TOO
_IN: Final = "في"
_COMPLETE: Final = nouns.DAY | nouns.TOWN | nouns.WITH_ARTICLE | nouns.IN_PLACE
_NO_NAME: Final = nouns.ORDINARY | nouns.OTHER | nouns.DAY | nouns.TIME | nouns.HANGING | nouns.COMMON


class LateNames:
    """Finds them by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names = names
        words = lexicon.words
        self._titles = words["before"] | words["short_titles"]
        self._offices = words["heads"] | words["before"]
        self._particles, self._acting = words["name_particles"], words["acting"]
        self._places, self._headquarters = lexicon.places, words["headquarters"]

    def end(self, tokens: Tokens, phrase: Range, until: int) -> int:
        """The end of the phrase with the name behind it that reaches `until`; its own end where none does."""
        first, end = phrase
        words = tokens.words
        opening = words[first]
        the_man = all(word.definite for word in words[first:end])  # المختص الاستشاري
        if end >= until or opening.given or not (opening.head or opening.title or the_man):
            return end
        if any(word.given for word in words[first:end]):
            return end
        for last in self._lasts(tokens, end, until):
            start = self._start(tokens, end, last)
            if start is None or start - end > _FARTHEST:
                continue
            if self._may_lie_between(tokens, end, start) or self._is_behind_aside(tokens, end, start, last):
                return last
        return end

    def _lasts(self, tokens: Tokens, end: int, until: int) -> list[int]:
        """Where the name may end: before what is said, or before an aside behind a title and a name."""
        words = tokens.words
        last = until
        while last > end and words[last - 1].kind == COMMA:
            last -= 1
        for k in range(end + 1, min(end + _WORKPLACE, until - 2)):
            if words[k].fold in self._titles and words[k].definite and self._is_of_name(words[k + 2]):
                name = self._names.noun_phrase(tokens, k, until)
                return [last] if name is None or name[0] != k else [last, name[1]]
        return [last]

    def _start(self, tokens: Tokens, low: int, last: int) -> int | None:
        """The first token of the name that ends at `last`, its title and marks included; None without one."""
        words = tokens.words
        marked = words[last - 1].kind in (UNPAREN, CLOSE, STRAIGHT)
        end = last - marked
        k = end
        while k > max(low, end - _LONGEST) and self._is_of_name(words[k - 1]):
            k -= 1
        plain = words[k - 1].kind == WORD and not words[k - 1].definite
        if k - 2 > low and plain and words[k - 2].fold in self._titles:
            k -= 1  # الدكتورة إرادة الخالد
        before = words[k - 1]
        marked_before = k - 1 in tokens.quote_end  # مهرجان «الضفاف» جمعان الخالد
        apposed = before.kind == COMMA or before.fold in self._titles or marked_before  # …، سام كاو
        while k < end and not (words[k].given or apposed):
            k += 1
        if end - k < _FULL_NAME:
            return None
        if marked:
            opens = k > low and (words[k - 1].kind == PAREN or k - 1 in tokens.quote_at)
            return k - 1 if opens else None
        while k > low and (words[k - 1].fold in self._titles or words[k - 1].raw == "."):
            k -= 1
        return k

    def _is_of_name(self, word: Word) -> bool:
        """Whether the word may be a part of a name."""
        if word.kind != WORD or word.finite or word.preposition or word.complementiser or word.relative:
            return False
        if word.given or word.fold in self._particles:
            return True
        return not (word.noun & _NO_NAME or word.head or word.title or word.cues)

    def _may_lie_between(self, tokens: Tokens, end: int, start: int) -> bool:
        """Whether the tokens from `end` to `start` say more of who somebody is, and govern no name."""
        words = tokens.words
        if start == end:
            return words[end].kind != WORD  # الروائي (سامي الخالد)
        seats = (k for k in range(end, start - 1) if words[k + 1].fold in self._headquarters)
        if (comma := next(seats, None)) is not None:
            apposed = words[comma].kind == COMMA and words[start - 1].kind == COMMA
            return apposed and (comma == end or self._tells_more(tokens, end, comma, titled=False))
        titled = words[start].fold in self._titles
        return self._tells_more(tokens, end, start, titled=titled) and self._is_complete(tokens, start - 1)

    def _is_behind_aside(self, tokens: Tokens, end: int, start: int, last: int) -> bool:
        """Whether but an aside and a comma stand before the name (مسؤول لـ«الضفاف»، سامي الخالد، إن)."""
        words = tokens.words
        if words[start - 1].kind != COMMA or any(w.title or w.head or w.leaned for w in words[end:start]):
            return False  # في مؤتمر مع الرئيس السويدي، أكسل نوردن
        return self._names.asides.skip(tokens, end, last) == start

    def _tells_more(self, tokens: Tokens, end: int, start: int, *, titled: bool) -> bool:
        """Whether they tell a place, a field or a second office, or, before a title, what somebody did."""
        words = tokens.words
        opening = words[end]
        led = opening.preposition or opening.relative or opening.fold[0] in LEANING
        added = opening.adds and (opening.title or opening.head)
        aside = opening.adverbial and not opening.preposition
        if aside or opening.pronoun or not (led or added or end in tokens.quote_at):
            return False
        told = False
        for k in range(end, start):
            word = words[k]
            if word.kind == COLON or word.complementiser or word.noun & _ELSEWHERE:
                return False
            told = told or word.relative
            aside = word.adverbial and not word.preposition
            if (word.finite or word.verbal or aside) and not told:
                return False
            if word.fold in self._offices and words[k - 1].fold not in self._acting:
                return False
        return titled or not told

    def _is_complete(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at k waits for no name that goes on with it."""
        word = tokens.words[k]
        if word.kind != WORD:
            return word.kind in (COMMA, UNPAREN) or k in tokens.quote_end
        if word.noun & _COMPLETE:
            return True
        hangs = word.finite or word.preposition or word.adverbial
        if not hangs and tokens.words[k - 1].fold == _IN:
            return True  # في تايبيه
        return not hangs and (word.definite or word.fold in self._places)
