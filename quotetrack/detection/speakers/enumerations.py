"""Whose the verbs of a list are: «فإن المكتب السياسي: ⏎ - يعبر عن قلقه؛ ⏎ - يطالب بـ…».

Parties, unions and councils give their resolutions so: one subject before a colon, then a verb without one
at the head of each line, behind a dash, a number or an ordinal.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.speakers.actors import Actors
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.word import BREAK, COLON, WORD

_LONGEST: Final = 60
"""How many lines of a list are looked back over, and how many tokens from its colon to its subject."""
_MARK: Final = 4
"""The most tokens of the mark that opens an item («أولا:», «1 -»)."""
_THAT: Final = frozenset(("ان", "فان", "وان"))


class Enumerations:
    """Finds, in one article, the subjects of its lists."""

    def __init__(self, tokens: Tokens, names: Phrases, actors: Actors) -> None:
        self._tokens, self._names, self._actors = tokens, names, actors
        self._found: dict[int, Range | None] = {}

    def subject(self, anchor: int) -> Range | None:
        """Whose the verb at token `anchor` is, if it opens an item of a list; or None."""
        start = self._tokens.sentence_starts[anchor]
        if not 0 < start <= anchor or not self._is_item(start, anchor):
            return None
        return self._of_line(start)

    def _is_item(self, start: int, verb: int) -> bool:
        """Whether nothing but the mark of an item stands between the start of its line and its verb."""
        words = self._tokens.words
        if words[start - 1].kind != BREAK or not 0 < verb - start <= _MARK:
            return False
        mark = words[start:verb]
        return all(word.kind != WORD or word.adverbial or word.fold[:1].isdigit() for word in mark)

    def _of_line(self, start: int) -> Range | None:
        """The subject of the list that the line from `start` on is an item of, or None."""
        items: list[int] = []
        found: Range | None = None
        while len(items) < _LONGEST:
            if start in self._found:
                found = self._found[start]
                break
            items.append(start)
            before = self._line_before(start)
            if before is None:
                break
            first, end = before
            if self._tokens.words[end - 1].kind == COLON:
                found = self._head(first, end - 1)
                break
            if not self._opens_item(first, end):
                break
            start = first
        self._found.update(dict.fromkeys(items, found))
        return found

    def _line_before(self, start: int) -> Range | None:
        """The line before the one that begins at `start`, without its break and empty lines; or None."""
        words, end = self._tokens.words, start
        while end and words[end - 1].kind == BREAK:
            end -= 1
        first = end
        while first and words[first - 1].kind != BREAK and end - first < _LONGEST * _MARK:
            first = self._tokens.sentence_starts[first - 1]
        return (first, end) if first < end else None

    def _opens_item(self, first: int, end: int) -> bool:
        """Whether a line begins with the mark of an item and a verb."""
        words = self._tokens.words
        verb = next(
            (k for k in range(first, min(first + _MARK + 1, end)) if words[k].verbal or words[k].finite), 0
        )
        return verb > first and first > 0 and self._is_item(first, verb)

    def _head(self, first: int, colon: int) -> Range | None:
        """The subject of the clause before the colon: behind the last «إن», else whoever acts in it first."""
        words = self._tokens.words
        for k in range(colon - 1, max(first, colon - _LONGEST) - 1, -1):
            if words[k].fold in _THAT and k + 1 < colon:
                phrase = self._names.noun_phrase(self._tokens, k + 1, colon)
                if phrase is not None and phrase[0] == k + 1:
                    return phrase
        acting = (actor.phrase for actor in self._actors.of_sentence(first) if actor.at < colon)
        return next(acting, None)
