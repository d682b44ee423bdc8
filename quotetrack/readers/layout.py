"""From glyphs on a page to lines and paragraphs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_WIDE_GAP = 1.6


class Glyph(NamedTuple):
    """A character and its box on the page, in points from the lower left corner."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float


class Line(NamedTuple):
    """A line of text and its box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How tall its letters are, in points."""
        return max(self.top - self.bottom, 1.0)


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of a page in reading order, without the page's number."""
    lines = [line for line in _merged(_segments(glyphs)) if line.text.strip()]
    while lines and _is_number(lines[-1].text):
        lines.pop()
    while lines and _is_number(lines[0].text):
        lines.pop(0)
    return lines


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """The paragraphs that the lines of a page make."""
    if not lines:
        return []
    found = [lines[0].text.strip()]
    for before, line in pairwise(lines):
        if _continues(before, line, lines):
            found[-1] += " " + line.text.strip()
        else:
            found.append(line.text.strip())
    return found


def _is_number(text: str) -> bool:
    return len(text.strip()) <= 6 and text.strip(" -–|/[]()").isdigit()


def _segments(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Runs of glyphs between the line ends that pdfium puts in."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.letter in "\r\n":
            if run:
                yield run
            run = []
        else:
            run.append(glyph)
    if run:
        yield run


def _merged(segments: Iterator[list[Glyph]]) -> Iterator[Line]:
    """Lines; pieces that pdfium parted because a mark stands higher are one line again."""
    line: list[Glyph] = []
    for segment in segments:
        if line and _same_line(_box(line), _box(segment)):
            line += segment
        else:
            if line:
                yield _line(line)
            line = list(segment)
    if line:
        yield _line(line)


def _box(glyphs: Sequence[Glyph]) -> Line:
    inked = [g for g in glyphs if not g.letter.isspace() and g.right > g.left] or list(glyphs)
    letters = [g for g in inked if not unicodedata.combining(g.letter)] or inked
    return Line(
        "",
        min(g.left for g in inked),
        min(g.bottom for g in letters),
        max(g.right for g in inked),
        max(g.top for g in letters),
    )


def _same_line(first: Line, second: Line) -> bool:
    shared = min(first.top, second.top) - max(first.bottom, second.bottom)
    gap = max(first.left, second.left) - min(first.right, second.right)
    return shared > 0.5 * min(first.height, second.height) and gap < 0.6 * max(first.height, second.height)


def _line(glyphs: Sequence[Glyph]) -> Line:
    """The line of `glyphs`; a mark that lost its letter goes back to the one below it."""
    letters = [g for g in glyphs if not _is_stray(g, glyphs)]
    box = _box(letters or glyphs)
    words = [g.letter for g in letters]
    for stray in (g for g in glyphs if _is_stray(g, glyphs)):
        middle = (stray.left + stray.right) / 2
        below = [
            at
            for at, g in enumerate(letters)
            if g.left - 0.5 <= middle <= g.right + 0.5 and not g.letter.isspace()
        ]
        if below:
            words[below[0]] += stray.letter
    return box._replace(text="".join(words).rstrip())


def _is_stray(glyph: Glyph, line: Sequence[Glyph]) -> bool:
    """Whether a combining mark follows a space or begins a line."""
    if not unicodedata.combining(glyph.letter):
        return False
    at = next(index for index, other in enumerate(line) if other is glyph)
    return at == 0 or line[at - 1].letter.isspace()


def _continues(before: Line, line: Line, lines: Sequence[Line]) -> bool:
    """Whether `line` goes on with the paragraph of the line `before` it.

    It does when its first word had no room left in that line, and no wide gap and no change of
    size lie between.
    """
    gap = before.bottom - line.top
    if gap > _WIDE_GAP * before.height or gap < -before.height:
        return False
    if not 0.7 < line.height / before.height < 1.4 and len(line.text) > 12:
        return False
    column = [other for other in lines if min(other.right, before.right) > max(other.left, before.left)]
    room = max(other.right for other in column) - min(other.left for other in column)
    letter = (before.right - before.left) / len(before.text)
    needed = letter * (len(line.text.split()[0]) + 1)
    return before.right - before.left + 1.3 * needed > room
