"""Texts whose lines were broken at a width, as wire copies and mails are: which breaks end no paragraph."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

_NARROWEST: Final = 50
_WIDEST: Final = 120
"""How long the longest line is where lines were broken at a width; those of verse are shorter."""
_FEWEST: Final = 4
_FULL: Final = 0.7
_MANY: Final = 0.6
"""From which share of the width a line is full; which share of the lines has to be full."""
_OPEN: Final = 0.5
"""Which share of the full lines has to end inside a sentence."""
_STOPS: Final = ".؟?!:؛…"
_CLOSERS: Final = "»”\"')]"


def unwrapped(text: str) -> str:
    """`text` with a space for every line break that only keeps a width; every other place stays.

    A line break ends a paragraph before an empty or indented line, and behind a line that is not full.
    """
    if "\n" not in text:
        return text
    lines = text.split("\n")
    width = max(map(len, lines))
    filled = [line for line in lines if line.strip()]
    if not _NARROWEST <= width <= _WIDEST or len(filled) < _FEWEST:
        return text
    full = [line for line in filled if len(line) >= width * _FULL]
    inside = [line for line in full if not _ends_sentence(line)]
    if len(full) < len(filled) * _MANY or len(inside) < len(full) * _OPEN:
        return text
    pieces: list[str] = []
    for line, following in pairwise(lines):
        goes_on = len(line) >= width * _FULL and following[:1].strip()
        pieces += (line, " " if goes_on else "\n")
    return "".join((*pieces, lines[-1]))


def _ends_sentence(line: str) -> bool:
    return line.rstrip().rstrip(_CLOSERS).endswith(tuple(_STOPS))
