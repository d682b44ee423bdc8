"""Where an article has a word."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from quotetrack.detection.text.tokens import Tokens

OCCURRENCES: Final = 24
"""How many places of a word are looked at: more would cost, and tell nothing new."""
_SCANS: Final = 8
"""How many words are looked for before an index of the article is worth its making."""


class Places:
    """Finds words in one article by their stems."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._scans = 0
        self._stems: list[str] | None = None
        self._index: dict[str, list[int]] | None = None

    def of(self, word: str) -> list[int]:
        """The tokens whose stem is `word`.

        Most articles ask for two or three, which a search answers faster than an index is made; the
        index keeps an article of thousands of names linear.
        """
        if self._scans < _SCANS:
            self._scans += 1
            return self._search(word)
        if self._index is None:
            self._index = defaultdict(list)
            for i, token in enumerate(self._tokens.words):
                self._index[token.stem].append(i)
        return self._index.get(word, [])

    def _search(self, word: str) -> list[int]:
        if self._stems is None:
            self._stems = [token.stem for token in self._tokens.words]
        found, at = [], -1
        for _ in range(self._stems.count(word)):
            at = self._stems.index(word, at + 1)
            found.append(at)
        return found
