"""Reads off a lexicon what a word may do behind the first of a phrase: hang on a verb, be an object."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from quotetrack.detection.words import listed, nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.listed import Lists
from quotetrack.detection.words.word import (
    LEANING_ON_HAMZA,
    Word,
    bare,
    is_derived,
    is_latin,
    is_masdar,
    may_be_masdar,
    without_clitic,
)

_SHORTEST_OWNED: Final = 5
_CLITICS: Final = ("ب", "ل")
_HAMZAS: Final = "أإ"
_WHAT: Final = "ما"
_WITH_WHAT: Final = "بما"
_THEIR_PLURAL: Final = ("اته", "اتها", "اتهم")
_PLURAL_ALEF: Final = ("الأ", "الآ")
_BROKEN: Final = re.compile("الا(?:.{1,2}ا.|..[يو]?ه)")
"""The plurals of forms أفعال and أفعلة (الأطراف، الآمال، الأجهزة)."""
_FUTURE: Final = "س"
_PRESENT: Final = "يتنا"
_MAQSURA: Final = "ى"


class InnerFlags:
    """Reads the flags that a word has behind the first of a phrase off a lexicon."""

    def __init__(self, lists: Lists, in_lam: Container[str]) -> None:
        self._lists, self._in_lam = lists, in_lam

    def flags(self, word: Word, at: int, rest: int, base: int) -> int:
        """The flags of a word, which is no mark.

        `at` are the lists that hold it, `rest` those that hold it without its first letter, `base` its base.
        """
        return self._inside(word, at, rest, base) | self._as_object(word, at)

    def _inside(self, word: Word, at: int, rest: int, base: int) -> int:
        """What the word does behind the first of a phrase: the predicate, or what hangs on a verb."""
        fold, hangs = word.fold, 0
        if word.cues and any(cue.suffix for cue in word.cues):
            hangs |= nouns.SUFFIXED
        if word.verbal and fold[0] == "ت":
            hangs |= nouns.VERB_IN_T
        if word.verbal and fold[0] == _FUTURE and fold[1] in _PRESENT:
            hangs |= nouns.PREDICATE  # ستتوقف
        participle = word.cues and any(cue.form is Form.PARTICIPLE for cue in word.cues)
        if word.verbal and fold[0] == "ي" and not word.finite:
            hangs |= nouns.VERB_IN_Y | (0 if at & listed.VERB else nouns.LIKE_VERB)
        elif (
            word.finite and (word.raw[-1] == _MAQSURA or word.joined or word.object or not word.noun_too)
        ) or (participle and fold[-1] in "اه" and word.raw[-1] in "اًا"):
            hangs |= nouns.PREDICATE
        if fold in _CLITICS or fold == _WITH_WHAT:
            hangs |= nouns.WITH_VERB
        if self._is_audience(fold):
            hangs |= nouns.AUDIENCE
        for_it = fold[0] == "ل"
        if for_it and not word.given and self._is_addressed(fold):
            hangs |= nouns.FOR_PERSON | (nouns.ADDRESSED if fold.startswith("لل") else 0)
        if fold.startswith("لل") and fold.endswith("ين") and len(fold) > 6:
            hangs |= nouns.FOR_MANY
        if for_it and rest & listed.BODY:
            hangs |= nouns.FOR_BODY
        if for_it and not (word.given or at & (listed.PLACE | listed.COMMON)):
            thing = rest & (listed.COMMON | listed.ACTED_ON) or fold.endswith("ات")
            hangs |= nouns.FOR_THING if thing else 0
        if word.raw.startswith(LEANING_ON_HAMZA):
            hangs |= nouns.FOR_HAMZA
        if word.naming and at & listed.OUTLET:
            hangs |= nouns.NAMED_BY_NUMBER
        if fold.removeprefix("و") == _WHAT:
            hangs |= nouns.WHAT
        if word.joined and base & listed.OCCASION:
            hangs |= nouns.OCCASION_TOO
        if for_it and rest & listed.OBJECT:
            hangs |= nouns.LEANS_ON_L
        if fold[0] == "ب":
            hangs |= nouns.BEHIND_B
            if rest & listed.THING_OF_HIS or (fold.startswith("بان") and _leans_on_b(word)):
                hangs |= nouns.LEANS_ON_B
            if fold.startswith("بال") and len(fold) > 4:
                hangs |= nouns.IN_PLACE
        return hangs

    def _as_object(self, word: Word, at: int) -> int:
        """What the word may be behind a complete subject."""
        fold, facts = word.fold, 0
        his = fold[-1] == "ه" and word.raw[-1] == "ه" and not word.given
        if (
            his
            and len(fold) > 5
            and not (word.definite or fold.endswith("الله"))
            and self._is_thing(fold[:-1])
        ):
            facts |= nouns.OWNED
        if his or fold.endswith(("ها", "هم")):
            if _has_pronoun(word):
                facts |= nouns.HAS_PRONOUN
            if fold[0] != "و" and _is_act(fold, at):
                facts |= nouns.OWNED_ACT
        broken = word.raw.startswith(_PLURAL_ALEF) and _BROKEN.fullmatch(fold) is not None
        sound = fold.startswith("ال") and fold.endswith(("ين", "ات")) and len(fold) > 5
        known = word.title or word.head or word.given or at & (listed.KIND | listed.PLACE)
        if (sound or broken) and not known:
            facts |= nouns.MANY
        if fold.endswith("ين") and len(fold) > 6:
            facts |= nouns.ENDS_IN_IN
        if word.raw.endswith("ة") and not (known or word.naming or fold[0] in "لبوفك"):
            facts |= nouns.IN_TA
        if fold.endswith(("ون", "ين")):
            facts |= nouns.ENDS_PLURAL
        several = word.definite and self._lists.of(bare(fold)) & listed.SEVERAL
        if several and not (word.head or word.title):
            facts |= nouns.PEOPLE
        action = at & listed.OBJECT and word.raw != "آي"
        if word.definite and at & listed.OFFERED:
            facts |= nouns.OFFERED
        if action or (is_masdar(fold) and not (at & listed.KIND or word.given)):
            facts |= nouns.ACT
        return facts

    def _is_thing(self, noun: str) -> bool:
        """Whether a noun that somebody owns is a thing or an act (مباحثاته)."""
        known = self._lists.of(noun) & (listed.PLAIN | listed.KIND)
        return noun.endswith("ات") or bool(known) or may_be_masdar(noun)

    def _is_audience(self, fold: str) -> bool:
        if fold in ("ل", "لل"):
            return True
        if fold[0] != "ل" or len(fold) < 3:
            return False
        if is_latin(fold[1]):
            return True  # لـCNN
        noun = fold[1:]
        rest = "ال" + fold[2:] if fold.startswith("لل") else noun
        lists = self._lists.of(noun) | self._lists.of(rest) | self._lists.of(fold[2:])
        return bool(lists & listed.AUDIENCE)

    def _is_addressed(self, fold: str) -> bool:
        """Whether what is left without the ل is somebody's title or address."""
        return bool(self._lists.of(without_clitic(fold, self._in_lam)) & listed.ADDRESSED)


def _is_act(fold: str, at: int) -> bool:
    """Whether a noun with its pronoun is an act (مؤتمرها)."""
    plural = fold.endswith(_THEIR_PLURAL) and len(fold) > 6
    return plural or bool(at & listed.OCCASION) or may_be_masdar(fold)


def _has_pronoun(word: Word) -> bool:
    """Whether the word, which ends like a pronoun, is a noun on which nothing leans (مواطنيها)."""
    fold = word.fold
    return len(fold) >= _SHORTEST_OWNED and not (
        word.definite or word.given or word.joined or fold[0] in "وبلف" or word.head or word.title
    )


def _leans_on_b(word: Word) -> bool:
    """Whether ب leans on «that» or a verbal noun in «بان» (بأنهم، بانجاز), which no name is (بانيتا)."""
    if word.given:
        return False
    that = word.complementiser or word.raw[1] in _HAMZAS
    return that or may_be_masdar(word.fold[1:]) or is_derived(word.fold[1:])
