"""Quotations: which quotation marks of an article belong together, and which brackets quote as they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quotetrack.detection.words.word import (
    BREAK,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    OPEN,
    PAREN,
    STOP,
    STRAIGHT,
    UNPAREN,
    WORD,
    Word,
)

_LEAN_LEFT: Final = frozenset((PAREN, OPEN, COLON, DASH))
_LEAN_RIGHT: Final = frozenset((UNPAREN, CLOSE, STOP, COMMA, COLON, DASH, BREAK))
_EDGES: Final = frozenset((STOP, BREAK, COMMA, OPEN, CLOSE, STRAIGHT))
_LONGEST_SOURCE: Final = 12
"""The most tokens from a verb of saying to the mark that opens what is said."""
_DEEPEST: Final = 4
"""How many quotations may stand in one another; deeper marks are slips."""
_LONGEST_VERSE: Final = 150
_SHORTEST_BRACKET: Final = 5

_PARAGRAPHS: Final = 5
"""How many paragraphs a quotation may span."""
_SINGLE: Final = frozenset("'‘‚’")
"""Marks that stand within others («قال لي: 'لن أعود'»), and that only such a mark closes."""

_PERSON: Final = 6
"""The most words of a title and a name."""


@dataclass(slots=True)
class Quotation:
    """A stretch between quotation marks: the tokens of the marks, the closing one included."""

    open: int
    close: int
    words: int


class Quotations:
    """The quotations of one article, whose words stand at `starts[i]`:`ends[i]`.

    `found` has them in the order of their opening marks, `at` by that mark, `end` by the closing one;
    `inside[i]` is the innermost one that token i stands in.
    """

    def __init__(
        self,
        words: Sequence[Word],
        starts: Sequence[int],
        ends: Sequence[int],
        marks: Sequence[int],
        eulogies: frozenset[str],
    ) -> None:
        self._words, self._count = words, len(words)
        self._starts, self._ends = starts, ends
        self._eulogies = eulogies
        self.found: list[Quotation] = []
        self._pair(marks)
        self.found.sort(key=lambda q: q.open)
        self.at: dict[int, Quotation] = {}
        self.end: dict[int, Quotation] = {}
        self.inside: dict[int, Quotation] = {}
        for quotation in self.found:
            self.at[quotation.open] = quotation
            self.end[quotation.close] = quotation
            self.inside.update(dict.fromkeys(range(quotation.open + 1, quotation.close), quotation))

    def _pair(self, marks: Sequence[int]) -> None:
        """Pair quotation marks, and brackets behind a eulogy (قال تعالى: {…}).

        Which side of a mark its words lean on tells opening from closing, whatever its shape: the
        press writes “…”, ”…”, "…" and »…« alike. Only a mark that leans on neither side, or on
        both, is taken at its shape. A mark that finds no partner costs only its own quotation: its
        paragraph ends it, unless what was announced goes on until a mark that nothing else opened.
        """
        pending: list[int] = []
        words, carried, paragraphs, anew = self._words, -1, 0, False
        for i in marks:
            kind = words[i].kind
            if kind == BREAK:
                if pending and self._announced(pending[0]):
                    carried, paragraphs, anew = pending[0], 0, False
                pending.clear()
                paragraphs += words[i - 1].kind != BREAK
                if paragraphs > _PARAGRAPHS or self._speaks_itself(i + 1):
                    carried = -1
            elif OPEN <= kind <= STRAIGHT:
                if self._opens(i, kind, pending):
                    if carried >= 0 and words[i - 1].kind == BREAK and words[i].raw == words[carried].raw:
                        anew = True  # opened at each paragraph, closed at the last
                        continue
                    pending.append(i)
                    del pending[:-_DEEPEST]
                elif pending:
                    self._close(pending, i)
                elif carried >= 0 and self._same_family(carried, i) and (anew or self._ends_paragraph(i)):
                    self._add(carried, i)
                    carried = -1
            elif kind == PAREN and (closing := self._bracketed(i)) is not None:
                self._add(i, closing)

    def _close(self, pending: list[int], i: int) -> None:
        """Close by the mark at i the last one that waits for such a mark."""
        for at in range(len(pending) - 1, -1, -1):
            if self._same_family(pending[at], i):
                self._add(pending[at], i)
                del pending[at:]
                return

    def _same_family(self, opening: int, closing: int) -> bool:
        return (self._words[opening].raw in _SINGLE) == (self._words[closing].raw in _SINGLE)

    def _announced(self, i: int) -> bool:
        """Whether a quotation is expected at the mark at i: behind a colon, a verb of saying or a break."""
        words = self._words
        for k in range(i - 1, max(i - _LONGEST_SOURCE, 0) - 1, -1):
            word = words[k]
            if word.kind in _EDGES and word.kind != COMMA:
                return k == i - 1 and word.kind == BREAK
            if word.kind == COLON or (word.finite and word.cues):
                return True
        return i == 0

    def _speaks_itself(self, i: int) -> bool:
        """Whether the paragraph at i is the paper's own: it begins with a verb or a source phrase.

        «كما أنه» is none, and «we» are not the paper (نؤمن بأن).
        """
        if i >= self._count:
            return False
        word = self._words[i]
        if word.opening and i + 1 < self._count and self._words[i + 1].complementiser:
            return False
        ours = bool(word.cues) and all(form.person == 1 for form in word.cues)
        return (word.finite and not ours) or bool(word.opening)

    def _ends_paragraph(self, i: int) -> bool:
        """Whether the paragraph ends with the mark at i, or the paper goes on to report («…». وأضاف)."""
        after = i + 1
        stop = after < self._count and self._words[after].kind in (STOP, COMMA)
        if stop:
            after += 1
        if after >= self._count or self._words[after].kind == BREAK:
            return True
        return stop and bool(self._words[after].cues) and not self._words[after].definite

    def _add(self, opener: int, close: int) -> None:
        words = sum(1 for i in range(opener + 1, close) if self._words[i].kind == WORD)
        self.found.append(Quotation(opener, close, words))

    def _opens(self, i: int, kind: int, pending: list[int]) -> bool:
        left = i > 0 and self._ends[i - 1] == self._starts[i] and self._words[i - 1].kind not in _LEAN_LEFT
        right = (
            i + 1 < self._count
            and self._starts[i + 1] == self._ends[i]
            and self._words[i + 1].kind not in _LEAN_RIGHT
        )
        if left and right and len(self._words[i - 1].fold) <= 2:
            return True  # a clitic: ب"الكارثية"
        if left and not (right or pending) and self._slipped_inside(i):
            return True
        if left != right:
            return right
        if kind == STRAIGHT or not (left or right or pending):
            return not pending  # ” فطن ”
        reversed_too = bool(pending) and self._words[pending[-1]].kind == CLOSE
        return kind == OPEN and not reversed_too  # » فطن «

    def _slipped_inside(self, i: int) -> bool:
        """Whether the space before an opening mark stands behind it (وقال" سنمضي"، وأضاف المصدر" إن …").

        A verb of saying opens the sentence, with nothing but whoever speaks before the mark.
        """
        words = self._words
        if words[i - 1].finite:
            return True
        if i + 1 >= self._count or words[i].kind == OPEN or words[i + 1].kind != WORD:
            return False
        for k in range(i - 1, max(i - _LONGEST_SOURCE, 0) - 1, -1):
            word = words[k]
            if word.kind not in (WORD, COMMA) or word.complementiser or word.preposition:
                return False
            if word.finite and word.cues:
                return k == 0 or words[k - 1].kind in _EDGES
        return False

    def _bracketed(self, i: int) -> int | None:
        """The bracket that closes what the bracket at i quotes, as some papers quote, or None.

        It quotes behind a eulogy («قال تعالى: {…}»), behind a colon, and what opens with أن.
        """
        words = self._words
        if i + 1 >= self._count or i == 0:
            return None
        said = words[i - 1].kind == COLON or words[i + 1].complementiser
        if said and words[i + 1].kind == WORD:
            closing = self._closing_bracket(i)
            if closing is not None and closing - i > _SHORTEST_BRACKET:
                return closing
        return self._scripture(i)

    def _closing_bracket(self, i: int) -> int | None:
        """The bracket of the same paragraph that closes the one at i, brackets inside it passed over."""
        deep = 0
        for j in range(i, min(i + _LONGEST_VERSE, self._count)):
            kind = self._words[j].kind
            if kind == BREAK:
                return None
            deep += (kind == PAREN) - (kind == UNPAREN)
            if not deep:
                return j
        return None

    def _scripture(self, i: int) -> int | None:
        """The bracket that closes what the bracket at i quotes behind a eulogy, or None."""
        before = i - 1
        if before >= 0 and self._words[before].kind in (COLON, STRAIGHT, OPEN):
            before -= 1
        if before < 0 or self._words[before].fold not in self._eulogies:
            return None
        deep = 1
        for j in range(i + 1, min(i + _LONGEST_VERSE, self._count)):
            kind = self._words[j].kind
            deep += (kind == PAREN) - (kind == UNPAREN)
            if not deep:  # ((…))
                return j
            if kind == BREAK:
                break
        return None


def holds_person(words: Sequence[Word], quotation: Quotation) -> bool:
    """Whether the marks hold a title and the name of a person («العقيد سامي الخالد»)."""
    if not 1 < quotation.words <= _PERSON:
        return False
    title, name = words[quotation.open + 1], words[quotation.open + 2]
    return title.title and title.definite and name.given and not name.definite
