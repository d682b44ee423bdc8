"""Verbs that report nothing, as a list or their shape tells."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import ADDING, may_be_masdar

FUTURE: Final = "س"
OBJECTS: Final = ("هما", "ها", "هم", "كم", "نا", "ني", "ه")
"""The pronouns of an object as they are written on a verb."""
_PRESENT: Final = "يتن"
_THIRD: Final = ("ه", "ها", "هم")
_ENDINGS: Final = ("ون", "ين", "ان", "وا")
_SHORTEST_IMPERFECT: Final = 3
_STEM: Final = 5
"""The most letters of an imperfect without ending and pronoun, one more in ت."""


class Verbs:
    """Knows listed verbs; `known` are the words that are never taken for one with something written on it.

    All ask of a folded word and of its base, which is the word without a conjunction that was found.
    """

    def __init__(self, lexicon: Lexicon, known: frozenset[str]) -> None:
        words = lexicon.words
        self._known, self._kin = known, words["kin"]
        self._names = words["given"] | words["kin"]  # فيصل، بنت
        self._verbs = lexicon.verbs - known - words["given"]
        self._in_future = words["being"] | words["ordinary"] | words["mute"]

    def is_listed(self, folded: str, base: str) -> bool:
        """Whether the word is a listed verb, in the future too."""
        return folded not in self._kin and (base in self._verbs or base.removeprefix(FUTURE) in self._verbs)

    def is_future(self, base: str) -> bool:
        """Whether the word is by its shape the future of a verb that as a present is a noun or «to be».

        «سيكون»، «سيصادق».
        """
        will = base[1:]
        if base in self._known:
            return False  # سيدة, not «his hand»
        return base[0] == FUTURE and will[:1] in _PRESENT and will in self._in_future

    def is_added(self, folded: str, base: str) -> bool:
        """Whether the word is و or ف and a listed verb, in the future too (وسيتوقف)."""
        added = base[0] in ADDING and folded not in self._names
        return added and (base[1:] in self._verbs or base[1:].removeprefix(FUTURE) in self._verbs)

    def has_object(self, folded: str, base: str, raw: str) -> bool:
        """Whether the word is a listed verb with its object (أجرته، زرعها)."""
        if folded in self._names or folded in self._known:
            return False
        if raw[-1] == "ة" or not base.endswith(_THIRD) or may_be_masdar(base):  # استقالته
            return False
        for pronoun in _THIRD:
            verb = base.removesuffix(pronoun)
            sure = verb.endswith("ت") or pronoun != "ه"  # زرعها، أجرته, but عمله is his work
            if verb != base and sure and verb in self._verbs:
                return True
        return False


def looks_verbal(fold: str) -> bool:
    """Whether an unknown word has the shape of a finite verb (يزور، عرضت، استقبل)."""
    if len(fold) < 4 or fold.startswith("ال"):
        return False
    if fold[0] == "ي":
        return _is_imperfect(fold)
    if fold[-1] == "ت" and fold[-2] not in "اوي":
        return True
    return fold.startswith("است") and len(fold) == 6 and fold[4] != "ا"


def _is_imperfect(fold: str) -> bool:
    """Whether a word in ي is no longer than an imperfect: six letters of a form in ت, otherwise five.

    What is longer without an ending or a pronoun is a foreign name (يوفنتوس، يورغنسن).
    """
    for endings in (OBJECTS, _ENDINGS):
        long = (e for e in endings if fold.endswith(e) and len(fold) > _SHORTEST_IMPERFECT + len(e))
        fold = fold.removesuffix(next(long, ""))
    return len(fold) <= _STEM or (len(fold) == _STEM + 1 and "ت" in fold[1:3])
