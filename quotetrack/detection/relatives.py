"""Clauses without a relative pronoun that say which indefinite source is meant.

«قال ناشط يدعو إلى الحوار إن …», «أكد مسؤول تحدث شريطة عدم كشف اسمه أن …»: a verb of saying in such a clause
reports nothing here, and what follows belongs to the verb before the source. Behind an indefinite noun a
clause is always one that describes it (Ryding, A Reference Grammar of Modern Standard Arabic, chapter 14).
"""

from __future__ import annotations

from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.records import Gender, SpeakerKind
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import WORD, Word

_REACH = 9
"""How far behind the verb of saying the verb of such a clause may stand, in tokens."""
_LEANING = ("ب", "ل")
_SOURCES = frozenset((SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, SpeakerKind.DOCUMENT))


class Relatives:
    """Finds clauses that describe indefinite sources, by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds, self._one_of = lexicon.kinds, lexicon.words["one_of"]

    def explains(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether the verb at token j describes the indefinite subject right behind the verb at i."""
        words = tokens.words
        verb = words[j]
        if not verb.finite or verb.joined or not i + 2 <= j <= i + _REACH or words[i + 1].definite:
            return False
        may_be_noun = verb.noun_too and not words[j - 1].definite  # مسؤول في الحزب رفض القرار
        if may_be_noun or j + 1 >= tokens.count or words[j + 1].complementiser:
            return False
        again = {form.cue.lemma for form in verb.cues} & {form.cue.lemma for form in words[i].cues}
        if again:
            return False  # وقال مندوب بالحركة قال للصحيفة إن
        return words[i].finite and self._agrees(words[i + 1], verb) and self._is_indefinite(words, i + 1, j)

    def clause(self, tokens: Tokens, i: int, until: int) -> range:
        """The tokens, before `until`, of the clause that describes the subject of the verb at i."""
        last = min(until, i + _REACH + 1)
        verb = (k for k in range(i + 2, last) if tokens.words[k].cues and self.explains(tokens, i, k))
        return range(next(verb, until), until)

    def _agrees(self, noun: Word, verb: Word) -> bool:
        """Whether the noun may be the subject of the verb: a man does nothing in the feminine."""
        man = (noun.title or noun.head) and not noun.fold.endswith("ه")
        return not man or any(form.gender is not Gender.FEMININE for form in verb.cues)

    def _is_indefinite(self, words: list[Word], first: int, end: int) -> bool:
        """Whether a noun for people or documents, not definite, and what belongs to it fill the tokens."""
        noun = words[first]
        source = noun.title or noun.head or self._kinds.get(noun.fold) in _SOURCES
        if noun.kind != WORD or noun.given or noun.naming or not (source or noun.fold in self._one_of):
            return False
        hangs = noun.fold in self._one_of
        for word in words[first + 1 : end]:
            hangs = hangs or word.preposition or word.fold[0] in _LEANING
            if word.kind != WORD or word.finite or word.complementiser or word.relative:
                return False
            if not hangs and (word.definite or word.given or word.title):
                return False  # نائب الرئيس يدعو
        return True
