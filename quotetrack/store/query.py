"""What a person types into the search field, taken apart.

Words and "phrases" have to be there, -words and -"phrases" must not, a word* is a prefix. Arabic
and typographic quotation marks and dashes do as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotetrack.store.words import LETTER, words
from quotetrack.text import fold

_PART = re.compile(
    r"(?P<minus>(?<!\S)[-−–])?(?:[\"«»“”„](?P<phrase>[^\"«»“”„]*)[\"«»“”„]?|(?P<word>[^\s\"«»“”„]+))(?P<star>\*)?"
)


@dataclass(frozen=True)
class Clause:
    """One condition: these `words` in a row.

    `prefix` lets the last one go on; `inside` lets the first begin earlier, too.
    """

    text: str
    words: tuple[str, ...]
    prefix: bool
    excluded: bool
    inside: bool = False

    def phrase(self, first: str) -> str:
        """The clause in FTS5's language, where it begins with the word `first`."""
        goes_on = len(self.words) > 1 if self.inside else self.prefix
        return '"' + " ".join((first, *self.words[1:])) + '"' + (" *" if goes_on else "")

    def beginnings(self, row: Sequence[str]) -> Iterator[str]:
        """The words of a text, which are `row`, in which a clause inside words begins."""
        first, *rest = self.words
        for at, word in enumerate(row):
            if not rest:
                if first in word:
                    yield word
            elif word.endswith(first):
                *middle, last = (*row[at + 1 : at + len(self.words)], "")[: len(rest)]
                if middle == rest[:-1] and last.startswith(rest[-1]):
                    yield word

    def stands_in(self, folded: str) -> bool:
        """Whether a clause inside words stands in a folded text."""
        if not all(word in folded for word in self.words):
            return False
        # A single piece is all letters, so wherever it stands is a word.
        return len(self.words) == 1 or any(self.beginnings(words(folded)))

    @cached_property
    def exact_pattern(self) -> str:
        """A regular expression that finds the clause as typed, diacritics and all."""
        pattern = r"\s+".join(map(re.escape, self.text.split()))
        if self.inside:
            return pattern
        return rf"(?<!{LETTER}){pattern}" + ("" if self.prefix else f"(?!{LETTER})")


def parse(text: str, *, inside: bool = False) -> tuple[Clause, ...]:
    """The clauses of a search; none where the text has no word in it."""
    clauses = []
    for part in _PART.finditer(text):
        raw = part["phrase"] if part["phrase"] is not None else part["word"]
        starred = bool(part["star"]) or raw.endswith("*")
        raw = raw.rstrip("*")
        found = words(fold(raw))
        if found:
            clauses.append(Clause(raw.strip(), found, starred, bool(part["minus"]), inside))
    return tuple(clauses)
