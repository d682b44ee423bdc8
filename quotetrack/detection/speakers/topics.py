"""Whom a sentence is about, by the place of a noun alone: it opens the sentence, or stands behind the verb.

A participle has its subject in its sentence («دقت فعاليات بيئية ناقوس الخطر، مسجلة أن»), and so it takes up
that noun where nobody is found who surely speaks or acts there, whatever verb and noun are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.speakers.actors import ActorWords
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.word import COMMA, PLURAL, WORD, Word

_NOBODY: Final = (
    nouns.DAY
    | nouns.TIME
    | nouns.OCCASION
    | nouns.ACT
    | nouns.OBJECT
    | nouns.DOCUMENT
    | nouns.DEMONSTRATIVE
    | nouns.IN_ACCUSATIVE
    | nouns.NUMBER
    | nouns.HANGING
    | nouns.LEANS_ON_L
    | nouns.LEANS_ON_B
)
"""What no word has that is whom a sentence is about."""
_AND: Final = "و"
_SHE: Final = "ت"
_GOD: Final = "الله"
_MAQSURA: Final = "ى"
_SHORTEST: Final = 5
_OPENING: Final = 12
"""Within how many tokens of a sentence its first clause begins."""


@dataclass(slots=True)
class Topic:
    """Whom a sentence is about; `leads` says that he stands in front of the verb, at token `at`.

    `many` says that the noun is a nominative plural by its ending (منظمو), and so no object.
    """

    at: int
    phrase: Range
    leads: bool
    many: bool = False


class Topics:
    """Finds them in one article."""

    def __init__(self, words: ActorWords, tokens: Tokens, names: Phrases) -> None:
        self._words, self._tokens, self._names = words, tokens, names

    def before(self, at: int, *, any_noun: bool = False) -> Topic | None:
        """Whom the sentence of token `at` is about, if its first clause tells before `at`.

        With `any_noun` the noun behind the verb may be any but one that nobody is called by.
        """
        words = self._tokens.words
        first = self._tokens.sentence_starts[at]
        last = min(at - 1, first + _OPENING)
        while first < last and self._opens(words[first], words[first + 1]):
            first += 1
        if first >= last:
            return None
        return self._leading(first, at) or self._behind(first, at, any_noun=any_noun)

    def _opens(self, word: Word, following: Word) -> bool:
        """Whether the word or mark only opens a clause (ولكن، والجمعة،)."""
        return (
            word.kind != WORD
            or word.fold in self._words.openers
            or (word.adverbial and following.kind == COMMA)
        )

    def _leading(self, first: int, at: int) -> Topic | None:
        """Who opens the clause at `first`, in front of its verb."""
        if not self._may_be_somebody(self._tokens.words[first]):
            return None
        phrase = self._names.noun_phrase(self._tokens, first, at, apposition=False)
        if phrase is None or phrase[0] != first or self._is_clause(phrase, at):
            return None
        return Topic(first, phrase, leads=True)

    def _is_clause(self, phrase: Range, at: int) -> bool:
        """Whether a noun has its predicate in or right behind its phrase (الأمثلة كثيرة، الملاحظ أيضا أن)."""
        words = self._tokens.words
        first, end = phrase
        after = self._names.asides.skip(self._tokens, end, at)
        if any(word.complementiser for word in words[end : after + 1]):
            return True
        plain = words[first].definite and not (words[first].title or words[first].head)
        following = words[first + 1]
        return plain and end > first + 1 and not following.definite and bool(following.noun & nouns.ORDINARY)

    def _behind(self, first: int, at: int, *, any_noun: bool) -> Topic | None:
        """The subject right behind the verb at `first`."""
        words = self._tokens.words
        verb, word = words[first], words[first + 1]
        acts = verb.finite or verb.verbal or verb.noun & nouns.MAY_BE_VERB
        sure = verb.finite or verb.verbal or verb.base.endswith(_SHE)  # أصدرت قبائل
        somebody = self._is_noun(word) if any_noun and sure else self._may_be_somebody(word)
        if not acts or verb.noun & nouns.WISHING or not somebody:
            return None
        many = self._is_nominative(word)
        if many and verb.base.removeprefix(_AND)[0] == _SHE:
            return None  # تواصل سيناريو القضية
        phrase = self._names.noun_phrase(self._tokens, first + 1, at, apposition=False)
        if phrase is None or phrase[0] != first + 1:
            return None
        end = self._names.addressees.subject_end(self._tokens, phrase)
        links = {link for form in verb.cues for link in form.cue.act}  # شككت قيادات | في الهدنة
        taken = (k for k in range(first + 2, end) if words[k].preposition and words[k].fold in links)
        return Topic(first, (first + 1, next(taken, end)), leads=False, many=many)

    def _may_be_somebody(self, word: Word) -> bool:
        """Whether a word of that kind is somebody or a body where it is a subject."""
        if word.noun & nouns.MUTE or not self._is_noun(word):
            return False
        return bool(
            word.definite
            or word.head
            or word.title
            or word.given
            or word.fold in self._words.known
            or word.noun & (nouns.HAS_PRONOUN | nouns.LISTING | nouns.ALONE)
            or self._is_nominative(word)
        )

    @staticmethod
    def _is_noun(word: Word) -> bool:
        """Whether the word may be a noun by which somebody is called."""
        if word.kind != WORD or word.noun & _NOBODY or word.finite or word.verbal or word.cues:
            return False
        return word.fold != _GOD and (not word.raw.endswith(_MAQSURA) or word.given)  # رحمه الله، نادى

    @staticmethod
    def _is_nominative(word: Word) -> bool:
        """Whether the word ends like a plural that is a subject (منظمو، متظاهرون)."""
        return word.fold.endswith((PLURAL, _AND)) and len(word.fold) >= _SHORTEST and not word.given
