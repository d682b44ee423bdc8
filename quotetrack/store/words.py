"""The words of folded texts, as search and fingerprints count them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# What FTS5's unicode61 takes for part of a token: also combining marks and private characters.
LETTER = r"(?:[^\W_]|[\u0300-\u0331\ue000-\uf8ff])"
_WORD = re.compile(rf"(?![\u0300-\u0331]){LETTER}+")
_WORDS_KEPT = 200_000


@lru_cache(maxsize=512)
def words(folded: str) -> tuple[str, ...]:
    """The words of a folded text, in order. An import asks for those of each text several times."""
    return tuple(_WORD.findall(folded))


class Vocabulary:
    """Remembers what the table `words` was given: nearly every word of a new text is an old one.

    It has to forget when a transaction is rolled back.
    """

    def __init__(self) -> None:
        self._known: set[str] = set()

    def unknown(self, texts: Iterable[str]) -> list[str]:
        """The words of folded texts that may be new to the table, in order; they are known from now on."""
        found = set().union(*map(words, texts)) - self._known
        if len(self._known) + len(found) > _WORDS_KEPT:
            self._known.clear()
        self._known |= found
        return sorted(found)

    def forget(self) -> None:
        """Takes nothing for known any more."""
        self._known.clear()
