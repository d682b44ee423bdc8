"""Answers of an interview: what stands behind a question, and behind a mark of its own."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from quotetrack.detection.drafts.draft import Draft, Whose
from quotetrack.detection.records import AttributionType
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.word import DASH, OTHER, STOP, Word

_SHORTEST: Final = 3
_FEWEST: Final = 2
_FEWEST_INLINE: Final = 3
"""How many answers on the lines of their questions make an interview."""
_QUESTION_MARKS: Final = ("؟", "?")
_DASHES: Final = "-–—ـ|"
_BULLETS: Final = ("*", "•", "●", "■", "◆", "○")
_LONGEST_MARK: Final = 3
"""How many tokens open a turn, and how many marks close a question («؟!», «؟..»), at the most."""

_Line = tuple[str, int, int, bool]
"""The mark that opens a line, the tokens behind it, and whether a question mark closes it."""


def answers(tokens: Tokens) -> list[Draft]:
    """Drafts of the answers in an article, if there are several; whose they are is not known yet."""
    if not any(mark in tokens.text for mark in _QUESTION_MARKS):
        return []
    lines = [_line(tokens.words, start, end) for start, end in tokens.lines()]
    marked = [
        (before, line)
        for before, line in pairwise(lines)
        if line[0] and line[2] - line[1] >= _SHORTEST and _may_follow(before, line)
    ]
    turns = [(before, line) for before, line in marked if not line[3]]
    # «* كلمة أخيرة.»: what stands between the marks of questions and answers asks without a question mark.
    marks = {(before[0], line[0]) for before, line in turns if before[3] and before[0] != line[0]}
    marks = {(asking, answering) for asking, answering in marks if asking}
    # An answer may ask as well, where its mark tells that it is one.
    found = [
        (line[1], line[2])
        for before, line in marked
        if (before[3] and not line[3]) or (before[0], line[0]) in marks
    ]
    if len(found) < _FEWEST:
        found = _inline(tokens, lines)
    return [
        Draft(
            rule="interview-answer",
            anchor=first,
            type=AttributionType.DIRECT,
            content=[(first, end - (tokens.words[end - 1].raw == "."))],
            whose=Whose.INTERVIEWED,
        )
        for first, end in found
    ]


def _may_follow(question: _Line, line: _Line) -> bool:
    """Whether a line may answer the one before it: behind a dash, or a mark that is not the question's."""
    if line[0].strip(_DASHES):
        return question[0] not in ("", line[0])
    return True


def _line(words: list[Word], start: int, end: int) -> _Line:
    """What a paragraph is as a turn. A dash may be a tatweel; bullets are doubled («••»)."""
    first = start
    while first < min(end, start + _LONGEST_MARK) and words[first].kind in (DASH, OTHER):
        first += 1
    last = end
    while last > max(first, end - _LONGEST_MARK) and words[last - 1].kind in (STOP, OTHER):
        last -= 1
    asks = any(word.raw in _QUESTION_MARKS for word in words[last:end])
    return "".join(word.raw for word in words[start:first]), first, end, asks


def _inline(tokens: Tokens, lines: list[_Line]) -> list[tuple[int, int]]:
    """The answers on the lines of their questions («* متى؟ - غداً. * وأين؟ - هنا.»)."""
    words = tokens.words
    found: list[tuple[int, int]] = []
    for _, start, end, _ in lines:
        asked = opened = False
        first = end
        for i in range(max(start - 1, 0), end):
            word = words[i]
            if word.raw in _BULLETS:
                if i - first >= _SHORTEST:
                    found.append((first, i))
                opened, asked, first = True, False, end
            elif word.raw in _QUESTION_MARKS:
                asked = True
            elif opened and first == end and asked and word.kind == DASH and words[i - 1].kind == STOP:
                first = i + 1
        if end - first >= _SHORTEST:
            found.append((first, end))
    return found if len(found) >= _FEWEST_INLINE else []
