"""Outlets that no list knows, to whom a source speaks: «قال مصدر أمني لضفاف نيوز إن», «سامي لضفاف نيوز: …».

Their ل is written on a name, and stands behind a source that is complete without it.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.noun_phrases.noun_shapes import is_full_name
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import WORD, Word, bare, may_be_masdar

_TO: Final = "ل"
_TO_THE: Final = "لل"
_SERVANT: Final = "عبد"
_SHORTEST: Final = 4
_THREE: Final = 3
_LONGEST: Final = 3
"""The most words of such a name, and of what stands before it in an unnamed source."""
_OWNED: Final = ("ه", "ها", "هم", "هما")


class ToldOutlets:
    """Finds them by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._sources = words["speaking"]
        listed = ("common", "objects", "occasions", "heads", "before", "naming", "quantities", "ordinary")
        self._known = words["acts.objects"].union(lexicon.kinds, *(words[name] for name in listed))
        self._places = lexicon.places

    def begin(self, tokens: Tokens, first: int, end: int) -> int:
        """The token at which they begin in the phrase from `first` to `end`, or its end."""
        near = range(max(first + 1, end - _LONGEST), end)
        return next((k for k in near if self._leans(tokens, k) and self._ends(tokens, k, first)), end)

    def past(self, tokens: Tokens, first: int, limit: int) -> int:
        """The token behind one that stands at `first`, before whoever speaks; `first` where none does.

        «وقال لضفاف نيوز مصدر أمني إن», «وأوضح لضفاف نيوز المهندس سامي الخالد أن».
        """
        words = tokens.words
        if first >= limit or not self._leans(tokens, first) or not self._may_be_name(words[first]):
            return first
        for k in range(first + 1, min(first + _LONGEST, limit - 1)):
            word, following = words[k], words[k + 1]
            if word.kind != WORD or word.complementiser or word.finite:
                break
            called = word.title and word.definite and following.given
            if called or word.fold in self._sources or is_full_name(tokens, k + 1, k):
                return k
        return first

    def _leans(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at k is ل and a noun without its article."""
        word = tokens.words[k]
        plain = word.kind == WORD and word.raw[0] == _TO and not word.given and word.fold not in self._places
        return plain and len(word.fold) >= _SHORTEST and not word.fold.startswith(_TO_THE)

    def _ends(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether the source that begins at `first` is complete before k, and no more of it follows."""
        words = tokens.words
        before, opening = words[k - 1], words[first]
        if before.kind != WORD or before.noun & nouns.GOVERNS:
            return False  # مصدر موال لحزب الغد
        servant = k - _THREE >= first and words[k - _THREE].fold == _SERVANT  # عبد الرحمن الخالد
        if is_full_name(tokens, k - 1, first) or (servant and before.definite):
            return True
        source = opening.base in self._sources or bare(opening.base) in self._sources
        if not source or k - first > _LONGEST or any(word.preposition for word in words[first:k]):
            return False
        return self._may_be_name(words[k])

    def _may_be_name(self, word: Word) -> bool:
        """Whether what ل leans on may be a name, and is no word of the language."""
        rest = word.fold[1:]
        if word.noun & nouns.ORDINARY or rest.endswith(_OWNED):
            return False
        return rest not in self._known and not may_be_masdar(rest)
