"""Sentences: where those of an article begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.detection.text.quotations import Quotations
from quotetrack.detection.words import nouns
from quotetrack.detection.words.vocabulary import Vocabulary
from quotetrack.detection.words.word import BREAK, COMMA, STOP, WORD, Word

_ABBREVIATION: Final = 2
"""The longest part of an abbreviation that a dot divides."""
_SECTION: Final = 2
"""The tokens of a section's name: a word and a slash."""
_AND: Final = "و"
_SLASH: Final = "/"


class Sentences:
    """The sentences of one article, whose words stand at `word_starts[i]`:`word_ends[i]`.

    `starts[i]` is the first token of the sentence of token i, `ends[i]` the first token after it.
    """

    def __init__(
        self,
        words: Sequence[Word],
        word_starts: Sequence[int],
        word_ends: Sequence[int],
        marks: Sequence[int],
        quotations: Quotations,
        vocabulary: Vocabulary,
    ) -> None:
        self._words, self._count = words, len(words)
        self._word_starts, self._word_ends = word_starts, word_ends
        self._quotations, self._vocabulary = quotations, vocabulary
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._cut(marks)

    def _cut(self, marks: Sequence[int]) -> None:
        words, closing = self._words, self._quotations.end
        first = self._after_section()
        self._add(0, first)
        for i in marks:
            stop = words[i].kind == STOP
            if i < first or not (words[i].kind == BREAK or (stop and self._is_end(i))):
                continue
            # a closing mark after the stop belongs to its sentence
            last = i + 2 if stop and i + 1 in closing else i + 1
            self._add(first, last)
            first = last
        self._add(first, self._count)

    def _after_section(self) -> int:
        """The first token behind the section that an agency puts before a title («عام / وزير …»)."""
        if self._count <= _SECTION or self._words[1].raw != _SLASH or self._words[0].finite:
            return 0
        spaced = self._word_ends[0] < self._word_starts[1] and self._word_ends[1] < self._word_starts[2]
        return _SECTION if spaced else 0

    def _add(self, first: int, last: int) -> None:
        self.starts += [first] * (last - first)
        self.ends += [last] * (last - first)

    def _is_end(self, i: int) -> bool:
        """Whether the stop at i ends a sentence."""
        words, stop = self._words, self._words[i].raw
        if i in self._quotations.inside and i + 1 not in self._quotations.end:
            return False
        if stop == "." and i + 1 < self._count:
            after = words[i + 1]
            if after.kind == COMMA and self._is_initial(i - 1):
                return False  # خضر م.، وهو سائق
            if self._word_starts[i + 1] == self._word_ends[i]:
                word = after.kind == WORD
                return not (word and (self._is_initial(i - 1) or _may_be_abbreviated(after)))
            if after.raw == ".":
                return False  # . . .
        pause = stop == ".." or (i and stop == words[i - 1].raw)
        if pause and self._goes_on(i + 1):
            return False
        return stop != "." or not self._is_initial(i - 1)

    def _goes_on(self, i: int) -> bool:
        """Whether the word at i carries a clause on, so that two dots before it are but a pause."""
        if i >= self._count or self._words[i].kind != WORD:
            return False
        word = self._words[i]
        if word.raw[0] != _AND:
            return word.relative
        begins = word.finite or word.verbal or word.cues or word.adverbial
        rest = self._vocabulary[word.raw[1:]]
        restarts = rest.noun & (nouns.WHAT | nouns.DEMONSTRATIVE)  # .. وما يهمنا هو
        return rest.complementiser or not (begins or restarts)

    def _is_initial(self, i: int) -> bool:
        """Whether token i is a single letter, as before the dot of «د. محمد»."""
        if i < 0 or self._words[i].kind != WORD:
            return False
        fold = self._words[i].fold
        return len(fold) == 1 and not fold.isdigit()


def _may_be_abbreviated(word: Word) -> bool:
    """Whether the word right behind a dot may be a part of what the dot divides (إتش.بي)."""
    return len(word.fold) <= _ABBREVIATION and not (word.preposition or word.adverbial or word.complementiser)
