"""The names that stand in the text of an article: with a title, before one, or in full somewhere."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.text.places import OCCURRENCES, Places
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.word import COMMA, DASH, LEANING, WORD, Word, stem

_SHORTEST: Final = 2
"""How few words a name has that no more than a comma tells."""
_BEFORE: Final = 6
_AND: Final = "و"
_FULL: Final = 4
"""How many tokens back a name may begin that a title or a last name ends."""


class Roster:
    """Finds the names in the text of one article."""

    def __init__(self, tokens: Tokens, mentions: Mentions, names: Phrases, places: Places) -> None:
        self._tokens, self._mentions, self._names, self._places = tokens, mentions, names, places
        self._titled: list[Mention] | None = None

    def titled(self) -> list[Mention]:
        """Everybody whom the article names with a title, in text order; made when first asked for."""
        if self._titled is None:
            found = map(self._with_title, self._tokens.offices)
            self._titled = [mention for mention in found if mention is not None]
        return self._titled

    def _with_title(self, i: int) -> Mention | None:
        """The title at i, which a preposition may lean on (بوزير), with the name behind or before it."""
        tokens, word = self._tokens, self._tokens.words[i]
        titled = word.title or word.head
        if titled and self._mentions.starts.is_eponym(tokens, i):
            return None
        phrase = self._names.noun_phrase(tokens, i, tokens.sentence_ends[i], leaning=not titled)
        if phrase is None or phrase[0] != i:
            return None
        told_by = tokens.words[i - 1].cues if i else ()
        phrase = self._names.addressees.without(tokens, phrase, told_by[0] if told_by else None)
        phrase = i, self._before_another(i, phrase[1])
        mention = None
        if any(behind.noun & nouns.MAY_BEGIN_NAME for behind in tokens.words[i + 1 : phrase[1]]):
            mention = self._mentions.naming(tokens, phrase, clitic=word.joined or not titled)
        if mention is None and titled and (name := name_before(tokens, i)) is not None:
            mention = self._mentions.naming(tokens, (name[0], phrase[1]), clitic=self._is_leaned_on(name[0]))
        return mention

    def _before_another(self, first: int, end: int) -> int:
        """Where a title with its name ends before whom و adds («رئيس الحزب سامي خوري | ومحمد حداد»)."""
        words = self._tokens.words
        added = (k for k in range(first + 2, end) if words[k].given_added)
        return next((k for k in added if words[k - 1].kind == WORD and not words[k - 1].head), end)

    def _is_leaned_on(self, i: int) -> bool:
        """Whether the word at i is a first name with a preposition (لسامي, not لبنى)."""
        fold, given = self._tokens.words[i].fold, self._mentions.given
        return fold.startswith(LEANING) and fold[1:] in given and fold not in given

    def in_full(self, name: Range, key: tuple[str, ...]) -> Range | None:
        """A longer form of the name elsewhere in the article, behind a title or in a comma's shelter.

        `key` are the stems of the name's words.
        """
        words = self._tokens.words
        best: Range | None = None
        for at in self._places.of(stem(key[-1]))[:OCCURRENCES]:
            if name[0] <= at < name[1]:
                continue
            start = self._start(at)
            if start == at or not self._is_sheltered(start):
                continue
            if not set(key) <= {stem(w.fold) for w in words[start : at + 1]}:
                continue
            if best is None or at + 1 - start > best[1] - best[0]:
                best = start, at + 1
        alone = name[1] - name[0] == 1 and words[name[0]].given and not words[name[0]].definite
        return self._by_first_name(name[0]) if best is None and alone else best

    def _by_first_name(self, i: int) -> Range | None:
        """The full name, last before the first name at i, that opens with it (سعاد بركات … قالت سعاد)."""
        tokens, words = self._tokens, self._tokens.words
        for at in reversed(self._places.of(words[i].stem)[:OCCURRENCES]):
            before = words[max(at - 1, 0)]
            if at >= i or not words[at].given or (at and (before.given or before.kin or before.naming)):
                continue
            phrase = self._names.noun_phrase(tokens, at, tokens.sentence_ends[at], apposition=False)
            name = None if phrase is None else self._mentions.naming(tokens, phrase)
            if name is None or name.name is None or name.name[0] != at:
                continue
            if name.name[1] - at >= _SHORTEST and self._is_full(at, name.name[1]):
                return name.name
        return None

    def _is_full(self, at: int, end: int) -> bool:
        """Whether one name in full, and nothing else, stands from the first name at `at` to `end`."""
        words = self._tokens.words
        last = words[at + 1]
        given = self._mentions.given
        if any(w.kind != WORD or (w.raw[0] == _AND and w.fold[1:] in given) for w in words[at:end]):
            return False  # سامي وفهد
        if last.given or last.kin or last.fold in self._mentions.particles:
            return True
        object_too = bool(last.noun & nouns.IN_ACCUSATIVE) or last.raw.endswith("ا")  # كان سامي تاجرا
        if end < self._tokens.count and not last.definite:
            object_too = object_too or words[end].definite  # بدأت سعاد مشوار العودة
        return not (object_too or last.noun & nouns.ORDINARY)

    def _start(self, at: int) -> int:
        """Where the words begin that may be one name with the last name at `at`."""
        words, start = self._tokens.words, at
        while start > 0 and at - start < _FULL and self._is_name_like(start - 1):
            if start < at and words[start].given and not (words[start - 1].given or words[start - 1].kin):
                break  # مصممة أزياء | سارة الخالد
            start -= 1
            if words[start].given_added:
                break  # سامي الخالد | وفهد الحسن
        return start

    def _is_name_like(self, i: int) -> bool:
        word = self._tokens.words[i]
        return (
            word.kind == WORD
            and not (word.cues or word.preposition or word.adverbial or word.complementiser or word.relative)
            and not word.definite
            and bool(word.noun & nouns.MAY_BEGIN_NAME)
            and not word.joined
            and not (word.noun & nouns.ORDINARY and word.stem not in self._tokens.speaking)
        )

    def _is_sheltered(self, start: int) -> bool:
        """Whether a name begins at `start`: it opens with a given name, or stands behind a title."""
        words = self._tokens.words
        if words[start].fold in self._mentions.given:
            return True
        for back in range(start - 1, max(start - 5, -1), -1):
            before = words[back]
            if before.title or before.head:
                return True
            if before.kind != WORD or not before.definite:
                return False
        return False


def name_before(tokens: Tokens, at: int) -> Range | None:
    """The name that a comma, or a dash, sets before the title at `at` («فلان الفلاني، مدير …»)."""
    words = tokens.words
    if at < 3:
        return None
    if words[at - 1].kind == WORD:  # «فاروق جليك وزير العمل»
        first = words[at - 2]
        named = first.given and not first.preposition and bool(words[at - 1].noun & nouns.MAY_BEGIN_NAME)
        return (at - 2, at) if named and not words[at].definite else None
    dash = words[at - 1].kind == DASH
    if words[at - 1].kind != COMMA and not dash:
        return None
    start = at - 1
    while start > 0 and at - start < _BEFORE and not _ends_name(words[start - 1]):
        start -= 1
    while start < at - 1 and words[start].definite:
        start += 1
    if at - 1 - start < _SHORTEST or not words[start].noun & nouns.MAY_BEGIN_NAME:
        return None
    return None if dash and not words[start].given else (start, at - 1)  # أبو ظبي - وزير …


def _ends_name(word: Word) -> bool:
    """Whether a name before a comma cannot reach back over the word."""
    return (
        word.kind != WORD
        or word.title
        or word.head
        or word.preposition
        or word.adverbial
        or word.finite
        or word.complementiser
        or word.verbal
    )
