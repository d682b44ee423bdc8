"""What may stand between a verb and its subject and is passed over: adverbials, audiences, brackets."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.noun_phrases.government import Government
from quotetrack.detection.noun_phrases.noun_shapes import is_day_before_yesterday
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    BREAK,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    LEANING,
    PAREN,
    STOP,
    UNPAREN,
    WORD,
    Word,
)

_THAT: Final = "ذلك"
_OF: Final = "من"
_PASSED: Final = (
    nouns.AUDIENCE | nouns.ADDRESSED | nouns.ASIDE | nouns.TIME | nouns.DEMONSTRATIVE | nouns.OBJECT
)
"""A word with none of these but ذلك is no aside."""
_RELATIONAL: Final = ("ي", "يه")
_OUTLET: Final = 5
"""The most tokens of the name of a medium that was told something, its comma included."""
_FARTHEST: Final = 60
"""The most tokens that are passed over."""


class Asides:
    """Passes over them by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._audience, self._on_part = lexicon.words["audience"], lexicon.words["for_their_part"]
        self._kinds, self._government = lexicon.kinds, Government(lexicon)
        self._withheld = {noun for noun, kind in lexicon.kinds.items() if kind is SpeakerKind.ANONYMOUS}

    def skip(self, tokens: Tokens, first: int, limit: int) -> int:
        """The first token from `first` that can begin a noun phrase; `limit` where none is near."""
        words = tokens.words
        if first < limit:
            word = words[first]
            if word.kind == WORD and not word.noun & _PASSED and word.fold != _THAT:
                return first
        i = first
        far = first + _FARTHEST
        while i < limit:
            if i > far:
                return limit
            word = words[i]
            if word.kind in (COMMA, DASH):
                i += 1
            elif word.kind == PAREN:
                i = after_bracket(tokens, i, limit)
            elif (i == first or words[i - 1].pronoun) and (after := self._after_object(tokens, i, limit)):
                i = after
            elif word.noun & nouns.AUDIENCE:
                i = self._past_complement(tokens, self._after_audience(tokens, i, limit), limit)
            elif word.noun & nouns.ADDRESSED:
                i = self._after_addressed(tokens, i, limit)
            elif word.noun & nouns.ASIDE:
                i = self._after_aside(tokens, i, limit)
            elif word.noun & _PASSED and i + 1 < limit and self._says_when(word, words[i + 1]):
                i += 2
            elif first < i < limit - 1 and self._describes(word, words[i - 1], words[i + 1]):
                i = self._after_aside(tokens, i, limit)
            else:
                break
        return i

    def _says_when(self, word: Word, following: Word) -> bool:
        """Whether two words say when (أعلن الأسبوع الماضي أنه، يؤمل هذه المرة أن)."""
        if word.noun & nouns.TIME:
            return bool(following.noun & nouns.DAY)
        return bool(word.noun & nouns.DEMONSTRATIVE and following.noun & nouns.TIME)

    @staticmethod
    def _describes(word: Word, before: Word, following: Word) -> bool:
        """Whether the word goes on with what an aside named (في برنامجه، المذاع على القناة، إن)."""
        somebody = word.head or word.title or word.given or word.naming or word.noun & nouns.SOMEBODY
        return before.kind == COMMA and word.definite and following.preposition and not somebody

    def _after_object(self, tokens: Tokens, i: int, limit: int) -> int:
        """Past an object between the verb and a subject that a title opens; 0 where none is.

        «أبلغ "الرأي" مدير الفرع»، «أوضح ذلك مدير الفرع».
        """
        words = tokens.words
        quotation = tokens.quote_at.get(i)
        if quotation is not None:
            tells = i > 0 and any(form.cue.object for form in words[i - 1].cues)  # أبلغ «الضفاف»
            outlet = quotation.words <= 2 and (tells or words[i + 1].fold in self._audience)
            after = quotation.close + 1 if outlet else limit
        elif words[i].kind == WORD and self._kinds.get(words[i].fold) is SpeakerKind.OUTLET:
            comma = next((k for k in range(i + 1, min(i + _OUTLET, limit)) if words[k].kind == COMMA), limit)
            after = comma + 1  # أفاد به الجوهرة أف أم، الناطق باسم النقابة
        elif words[i].noun & nouns.OBJECT and not words[i].definite:
            after = i + 1
            while after < limit and words[after].definite and not (words[after].title or words[after].head):
                after += 1  # روى تفاصيل القصة والد الطفل
            after = after if after > i + 1 else limit
        else:
            after = i + 1 if words[i].fold == _THAT else limit
        if after >= limit:
            return 0
        opens = words[after].title or words[after].head or words[after].fold in self._withheld
        return after if opens else 0

    def _after_audience(self, tokens: Tokens, i: int, limit: int) -> int:
        words = tokens.words
        i += 1
        if i < limit and i in tokens.quote_at:
            i = tokens.quote_at[i].close + 1
            while i < limit and self._is_relational(words[i]):
                i += 1  # لقناة «الضفاف» الفرنسية
            return min(i, limit)
        if i < limit and words[i].kind == PAREN:
            return min(after_bracket(tokens, i, limit), limit)  # لـ(عكاظ)
        taken = 0
        while (
            i < limit
            and words[i].kind == WORD
            and taken < 4
            and (words[i].definite or taken == 0)
            and not words[i].complementiser
            and not words[i].finite
            and not words[i].head
            and not words[i].title
            and not words[i].adverbial
        ):
            i, taken = i + 1, taken + 1
        if i < limit and i in tokens.quote_at and tokens.quote_at[i].words <= 4:
            i = min(tokens.quote_at[i].close + 1, limit)
        named = i + 1 < tokens.count and words[i].noun & nouns.NAMES and not words[i].given
        if named and taken and (words[i + 1].kind == COLON or i + 1 in tokens.quote_at):
            i += 1  # وقال لموقع ديفينس نيوز: …
        return min(i, limit)

    def _past_complement(self, tokens: Tokens, i: int, limit: int) -> int:
        """Past an adjective at i, or before it, and what it takes with it (لقناة «الضفاف» التابعة للحركة)."""
        words = tokens.words
        k = i + (i + 1 < limit and words[i].definite)
        if k >= limit or not self._government.governs(tokens, k, i):
            return i
        k += 1
        while k < limit and words[k].definite and not (words[k].title or words[k].head or words[k].given):
            k += 1
        return k

    @staticmethod
    def _is_relational(word: Word) -> bool:
        """Whether the word is an adjective of a nation or the like with its article."""
        somebody = word.head or word.title or word.given
        return word.definite and word.fold.endswith(_RELATIONAL) and not somebody

    def _after_addressed(self, tokens: Tokens, i: int, limit: int) -> int:
        """Past somebody spoken to and his name, up to a comma, a colon or a report."""
        words = tokens.words
        while i < limit and words[i].kind == WORD and not words[i].complementiser:
            i += 1
        return i

    def _after_aside(self, tokens: Tokens, i: int, limit: int) -> int:
        """Past an adverbial that opens here: to the comma that ends it, or over a few words."""
        words = tokens.words
        start = i
        i += 1
        more = i < limit and _leans(words[i])  # حاليا, but حاليا لمجموعة الضفاف
        if words[start].noun & nouns.ASIDE_ALONE and not more:
            return i + (i < limit and is_day_before_yesterday(tokens, start))  # وقال أمس الأول إنه
        if i < limit and words[i].fold in self._on_part and words[start].fold == _OF:
            return i + 1  # وبين من جهته سامي الخالد أن
        if i < limit and words[i].pronoun and words[start].preposition:
            return i + 1  # الذي أكد من خلاله المحافظ أن
        taken = 0
        while i < limit and words[i].kind != COMMA and taken < 14:
            word = words[i]
            if word.kind != WORD:
                if i in tokens.quote_at:
                    i = tokens.quote_at[i].close + 1
                    continue
                break
            if (
                taken
                and (word.head or word.title)
                and not words[i - 1].preposition
                and start + 1 < i
                and not word.definite
                and not words[i - 1].noun & nouns.OCCASION  # في مؤتمر صحفي
            ):
                break
            i, taken = i + 1, taken + 1
        return min(i, limit)


def _leans(word: Word) -> bool:
    """Whether the word leans on a preposition, and names nobody who is told something."""
    return word.raw[0] in LEANING and bool(word.noun & nouns.OPENS_NOTHING) and not word.noun & nouns.AUDIENCE


def after_bracket(tokens: Tokens, i: int, limit: int) -> int:
    """The token after the bracket that opens at i, or i + 1 where it never closes."""
    for j in range(i + 1, min(limit + 12, tokens.count)):
        kind = tokens.words[j].kind
        if kind == UNPAREN:
            return j + 1
        if kind in (BREAK, COLON, STOP, CLOSE):
            break
    return i + 1
