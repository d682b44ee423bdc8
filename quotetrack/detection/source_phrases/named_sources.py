"""Whom source phrases name: who may stand behind وفقاً لـ or كما أعلن, and how far his name goes."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import WORD, Word, bare, stem, with_pronouns, without_clitic

_FOR_THE: Final = "لل"


class NamedSources:
    """Finds them by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        words = lexicon.words
        self._names = names
        self._known = lexicon.kinds.keys() | words["given"] | lexicon.places | words["same"] | words["alone"]
        self._pointing = words["demonstratives"] | words["same_before"]
        self._heads, self._newest = words["heads"], words["newest"]
        self._before = words["before"] | words["honorifics"]
        self._documents = {word for word, kind in lexicon.kinds.items() if kind is SpeakerKind.DOCUMENT}
        self.theirs = with_pronouns(self._documents | words["according_rules.papers"])
        """Documents with a pronoun (سجله)."""
        self._in_lam = words["in_lam"] - self._documents

    def may_speak(self, tokens: Tokens, first: int, *, clitic: bool) -> bool:
        """Whether somebody who speaks can stand at `first`: known to a list, or named elsewhere in the text.

        What follows حسب or وفق is as often a measure (حسب فئة الترخيص).
        """
        word = tokens.words[first]
        if word.kind != WORD:
            return True
        fold = word.fold
        if clitic and fold[0] == "ل" and len(fold) > 2:
            fold = without_clitic(fold, self._in_lam)
        following = tokens.words[first + 1] if first + 1 < tokens.count else None
        if fold in self._pointing:  # وفقا لهذه الأرقام
            pointed_at = following is not None and following.definite
            return pointed_at and self.may_speak(tokens, first + 1, clitic=False)
        plain = bare(fold)
        if fold in self._newest:
            return True
        if fold in self.theirs or fold in self._known or plain in self._known or plain in self._heads:
            return True
        if word.head or word.title or fold in self._before:
            return True
        if clitic and word.fold.startswith(_FOR_THE) and following is not None and following.given:
            return True  # وفقاً للسباك سامي الخالد
        return stem(fold) in tokens.named or (len(plain) > 5 and plain.endswith(("ين", "ون")))

    def source(self, tokens: Tokens, first: int, end: int, *, clitic: bool) -> Range | None:
        """The source at `first`, before `end`; `clitic` says that a preposition is written with it."""
        words = tokens.words
        if words[first].preposition and not words[first].adverbial:
            return None  # فحسب على
        if words[first].kind == WORD and (clitic or words[first].adverbial):
            if words[first].fold.startswith(_FOR_THE) and (verb := self._verb_behind(tokens, first, end)):
                return first, verb
            issued = words[first + 1].noun & nouns.ISSUED if first + 1 < end else 0
            rest = None if issued else self._names.noun_phrase(tokens, first + 1, end, named=True)
            if rest and rest[0] == first + 1 and not words[first + 1].adverbial:
                return first, rest[1]
            leaned = self._names.noun_phrase(tokens, first, end, named=True, leaning=True) if clitic else None
            return leaned or (first, first + 1)
        theirs = words[first].fold in self.theirs
        return self._names.noun_phrase(tokens, first, end, named=True, leaning=theirs)

    @staticmethod
    def _verb_behind(tokens: Tokens, first: int, end: int) -> int | None:
        """The verb behind a definite noun and its adjectives (للتقرير السنوي | ارتفعت الأسعار)."""
        words = tokens.words
        k = first + 1
        while k < end and words[k].definite and not (is_somebody(words[k]) or words[k].relative):
            k += 1
        word = words[k] if k < end else None
        if word is None or word.kind != WORD or is_somebody(word):
            return None
        if word.noun & nouns.WITH_ARTICLE or word.raw.isascii():
            return None
        looks = word.finite or word.verbal or word.noun & (nouns.ACTS | nouns.MAY_BE_VERB)
        return k if looks else None


def is_somebody(word: Word) -> bool:
    """Whether the word is an office, a title or a first name."""
    return word.title or word.head or word.given
