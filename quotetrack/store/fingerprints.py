"""Fingerprints of texts, by which the same wire story is known in several outlets.

A shingle is four words in a row. Of all shingles those count that begin with one of an eighth of all
words (so that both texts choose the same ones), and of their hashes a text's sketch keeps the
smallest: texts that share several of those are worth comparing in full.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from quotetrack.store.words import words

WORDS = 4
SKETCH = 12
SHARED = 3
FEWEST = 6
ALIKE, CONTAINED = 0.5, 0.8


@lru_cache(maxsize=256)
def shingles(folded: str) -> frozenset[int]:
    """The hashes of a folded text's shingles."""
    row = words(folded)
    return frozenset(
        crc32(" ".join(row[at : at + WORDS]).encode("utf-8", "surrogatepass"))
        for at, word in enumerate(row[: len(row) - WORDS + 1])
        if not (ord(word[0]) + len(word)) & 7
    )


@lru_cache(maxsize=2_048)
def sketch(folded: str) -> tuple[int, ...]:
    """The few hashes by which a text is looked up; none for a text too short to tell."""
    found = shingles(folded)
    return tuple(sorted(found)[:SKETCH]) if len(found) >= FEWEST else ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are: shared shingles among all, and among those of the shorter text."""

    alike: float
    contained: float

    @property
    def same_story(self) -> bool:
        """Whether one repeats the other."""
        return self.alike >= ALIKE or self.contained >= CONTAINED


def likeness(first: str, second: str) -> Likeness:
    """How alike two folded texts are."""
    a, b = shingles(first), shingles(second)
    if min(len(a), len(b)) < FEWEST:
        same = float(first == second)
        return Likeness(same, same)
    shared = len(a & b)
    return Likeness(shared / len(a | b), shared / min(len(a), len(b)))
