"""Frozen text: folding for comparison and search, offset maps, paragraphs and sentences.

Offsets count code points. Folding makes spellings that a reader takes for the same word the same
string: no diacritics, tatweel or invisible format characters; one form of alef, ya, ta marbuta
and hamza seats; Latin digits and lower case. For Arabic letters it agrees with the composition of
camel-tools' `dediac_ar`, `normalize_alef_ar`, `normalize_alef_maksura_ar` and
`normalize_teh_marbuta_ar` (a test holds it to that); it is a chain of `str.replace`, because those
take 600 ms to import and a fraction of the speed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_DROPPED = (
    "\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
_DROP = re.compile(f"[{_DROPPED}]+")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_LETTERS = tuple(zip("أإآٱىیةؤئکہھ", "ااااييهويكهه", strict=True))
_DIGITS = tuple((chr(zero + digit), str(digit)) for zero in (0x0660, 0x06F0) for digit in range(10))
_HAS_ARABIC_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_HAS_UPPER = re.compile("[A-Z\u00c0-\u00de\u0130\u0391-\u03a9\u0410-\u042f]")


def fold(text: str) -> str:
    """`text` with the differences removed that Arabic readers overlook.

    The result may be shorter or longer than `text`; use `folded` where places matter.
    """
    text = _DROP.sub("", text)
    if _PRESENTATION.search(text):
        text = _DROP.sub("", _PRESENTATION.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text))
    for old, new in _LETTERS:
        text = text.replace(old, new)
    if _HAS_ARABIC_DIGIT.search(text):
        for old, new in _DIGITS:
            text = text.replace(old, new)
    return text.lower() if _HAS_UPPER.search(text) else text


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back from its places to the original's.

    `_anchors` are places in `text` at which the distance to the original changes and `_origins`
    the original places that they stand for.
    """

    text: str
    _anchors: tuple[int, ...]
    _origins: tuple[int, ...]

    def to_original(self, place: int) -> int:
        """The code point of the original that folded to the one at `place`.

        The end of the text maps to the end of the last original code point that was kept; a
        letter that folds to several (a ligature) is the origin of each.
        """
        at = bisect_right(self._anchors, place) - 1
        anchor, origin = self._anchors[at], self._origins[at]
        following = self._origins[at + 1] if at + 1 < len(self._origins) else None
        moved = origin + place - anchor
        return moved if following is None else min(moved, following)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original stretch for the folded stretch `start` to `end`, trailing marks included."""
        first = self.to_original(start)
        return (first, max(first, self.to_original(end))) if end > start else (first, first)


def folded(text: str) -> Folded:
    """Fold `text` and keep the map back.

    Every stretch without dropped or expanding characters maps one to one, so the map holds one
    pair for each such stretch, not for each character.
    """
    pieces: list[str] = []
    origins: list[int] = []
    end = 0
    for match in _IRREGULAR.finditer(text):
        if match.start() > end:
            pieces.append(fold(text[end : match.start()]))
            origins.append(end)
        for character in fold(match[0]):
            pieces.append(character)
            origins.append(match.start())
        end = match.end()
    if end < len(text):
        pieces.append(fold(text[end:]))
        origins.append(end)
    anchors = list(accumulate(map(len, pieces), initial=0))
    return Folded("".join(pieces), tuple(anchors), (*origins, len(text)))


_IRREGULAR = re.compile(f"[{_DROPPED}]+|[\ufb50-\ufdff\ufe70-\ufefc\u0130]")


@cache
def _sentence_end() -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - a window that only shows a project opens without it

    return regex.compile(
        r"""
        (?: [!?؟…]+ | (?<!\b\p{L}) \. (?!\d) | \.{2,} )   # not after an initial (د. محمد), not in a number
        [»"”’)\]]* (?=\s|$)
        | \n
        """,
        regex.VERBOSE,
    )


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The places of the paragraphs: lines that hold more than white space."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places of the sentences, without the white space around them.

    A sentence ends at a mark of Arabic or Latin punctuation or at the end of its line; a full stop
    after a single letter or inside a number ends none.
    """
    start = 0
    for match in _sentence_end().finditer(text):
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if core := piece.strip():
        first = start + piece.index(core)
        yield first, first + len(core)
