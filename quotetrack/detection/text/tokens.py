"""An article cut into tokens, its sentences and its quotations.

Token numbers, not offsets, are what the rules count in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, compress
from typing import Final

from quotetrack.detection.records import Span
from quotetrack.detection.text.names_like_verbs import NamesLikeVerbs
from quotetrack.detection.text.quotations import Quotations
from quotetrack.detection.text.sentences import Sentences
from quotetrack.detection.text.wrapping import unwrapped
from quotetrack.detection.words import nouns
from quotetrack.detection.words.vocabulary import Vocabulary
from quotetrack.detection.words.word import (
    AS_LETTER,
    AS_MARK,
    AS_NAME,
    AS_OFFICE,
    AS_OPENING,
    BEFORE_NAME,
    BREAK,
    COLON,
    COMMA,
    WORD,
    Word,
    is_derived,
)

# A capturing group, so that a split gives the tokens and what is between them: every other one. Each branch
# begins with what it matches. No possessive quantifier: `re` of Python 3.11.2 loses letters by them.
_TOKEN: Final = re.compile(
    "([^\\W_]+(?:(?:[\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u200c-\u200f]"
    "|[.,:/٫][\u200e\u200f]?(?=[0-9\u0660-\u0669])"
    "|[%٪](?<=[0-9\u0660-\u0669].)|[.@/:_-](?<=[A-Za-z0-9].)(?=[A-Za-z0-9]))[^\\W_]*)*"
    "|\n|\\.{2,}|--+|''+|&(?:#34|quot);|[^\\s\\w#\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff])"
)

_BARE_ENTITY: Final = "quot;"
_BARE_MARK: Final = re.compile("(?<!&)quot;")
_IN_PLACE: Final = "'''''"
"""What stands in for a mark whose & is lost; it is as long, so that every other place stays."""
_ON: Final = "على"
_ALI: Final = "علي"
_DOTLESS: Final = "ى"
_SLASH: Final = "/"
_DOT: Final = "."
_DOTTED: Final = re.compile("[\u0621-\u064a]\\.[\u0621-\u064a]")
_IN_DOTLESS: Final = "فى"
_AND: Final = "و"
_AND_APART: Final = " و "
_BREAK: Final = "\n"


class Tokens:
    """The tokens of one article.

    `words[i]` stands at `starts[i]`:`ends[i]`; `sentence_ends[i]` is the first token after the
    sentence of token i; `quote_at[i]` is the quotation that opens at i, `inside[i]` the innermost
    one that token i stands in; `cues` are the tokens that may be a cue, `marks` those that are no words,
    `openings` those that may open a source phrase, `offices` titles with and without what leans on them;
    `first_break` is the first token that ends a paragraph, or `count`.
    """

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        if _BARE_ENTITY in text:
            text = _BARE_MARK.sub(_IN_PLACE, text)
        parts = _TOKEN.split(unwrapped(text))
        self.words = list(map(vocabulary.__getitem__, parts[1::2]))
        if _DOTLESS not in text and _ALI in text:  # it dots every final ya: علي may be the preposition
            self._take_prepositions(vocabulary[_ON])
        elif _IN_DOTLESS in parts:  # it dots no final ya: على may be the name
            self._take_names(vocabulary[_ALI])
        bounds = list(accumulate(map(len, parts)))
        self.starts, self.ends = bounds[:-1:2], bounds[1::2]
        if _DOTTED.search(text):
            self._join_initials(vocabulary)
        if _SLASH in text:
            self._join_titles()
        if _AND_APART in text:
            self._join_and(vocabulary)
        if _BREAK in text:
            self._join_lines()
        self.count = len(self.words)
        likely = self._search()
        if NamesLikeVerbs(self.words, vocabulary).take(likely, self._letters):
            likely = self._search()
        self.cues = [i for i in likely if self.words[i].cues]
        self.first_break = next((i for i in self.marks if self.words[i].kind == BREAK), self.count)
        quotations = Quotations(self.words, self.starts, self.ends, self.marks, vocabulary.eulogies)
        self.quotations, self.inside = quotations.found, quotations.inside
        self.quote_at, self.quote_end = quotations.at, quotations.end
        sentences = Sentences(self.words, self.starts, self.ends, self.marks, quotations, vocabulary)
        self.sentence_starts, self.sentence_ends = sentences.starts, sentences.ends
        self.clause_stops: dict[int, dict[int, tuple[int, bool]]] = {}
        self.introduced: set[str] | None = None
        self._named: frozenset[str] | None = None
        self._surnames: frozenset[str] | None = None
        self._last_names: frozenset[str] | None = None
        self._speaking: frozenset[str] | None = None

    def _take_prepositions(self, on: Word) -> None:
        """Take every علي for the preposition but the one that goes on with a name (قال محمد علي إن)."""
        words = self.words
        for i, word in enumerate(words):
            if word.raw == _ALI and not (i and _is_before_name(words[i - 1])):
                words[i] = on

    def _take_names(self, name: Word) -> None:
        """Take على for the name between a title or a first name and a word of a name (الدكتور على جمعة)."""
        words = self.words
        for i in range(1, len(words) - 1):
            if words[i].raw != _ON or not _is_before_name(words[i - 1]):
                continue
            after = words[i + 1]
            named = after.noun & nouns.MAY_BEGIN_NAME and not (after.definite or after.noun & nouns.ORDINARY)
            if after.given or named:
                words[i] = name

    def _join_and(self, vocabulary: Vocabulary) -> None:
        """Read a verb behind a و that stands apart as if it were written on it (و قال)."""
        words = self.words
        apart = {
            i
            for i in range(len(words) - 1)
            if words[i].raw == _AND and (words[i + 1].cues or words[i + 1].verbal)
        }
        for i in apart:
            words[i + 1] = vocabulary[_AND + words[i + 1].raw]
        self._leave_out(apart)

    def _join_lines(self) -> None:
        """Leave out the line breaks that stand in a sentence: behind a word that waits for the next one.

        That is a preposition, أن or a relative pronoun (إلى، التي), or a verb of saying alone on its line.
        """
        words = self.words
        within = {
            i
            for i in range(1, len(words) - 1)
            if words[i].kind == BREAK and words[i + 1].kind == WORD and self._waits(i - 1)
        }
        if within:
            self._leave_out(within)

    def _waits(self, i: int) -> bool:
        """Whether the word at i cannot end a paragraph."""
        word, alone = self.words[i], i == 0 or self.words[i - 1].kind == BREAK
        preposition = word.preposition and not word.pronoun and word.raw != _ON  # محمد على
        return preposition or word.complementiser or word.relative or (alone and word.finite)

    def _join_initials(self, vocabulary: Vocabulary) -> None:
        """Read letters with dots between them as one word (إي.دي.إف), with the last dot before a name."""
        words, starts, ends = self.words, self.starts, self.ends
        apart: set[int] = set()
        for found in vocabulary.initials.finditer(self.text):
            i, last = bisect_left(starts, found.start()), bisect_left(ends, found.end())
            if starts[i] != found.start() or ends[last] != found.end():
                continue
            after = words[last + 2] if last + 2 < len(words) and words[last + 1].raw == _DOT else None
            if after is not None and after.noun & nouns.MAY_BEGIN_NAME and not after.noun & nouns.ORDINARY:
                last += 1  # جي.آي. باراتا
            ends[i] = ends[last]
            words[i] = vocabulary[self.text[starts[i] : ends[i]]]
            apart.update(range(i + 1, last + 1))
        if apart:
            self._leave_out(apart)

    def _leave_out(self, tokens: set[int]) -> None:
        kept = [i not in tokens for i in range(len(self.words))]
        self.words = list(compress(self.words, kept))
        self.starts, self.ends = list(compress(self.starts, kept)), list(compress(self.ends, kept))

    def _join_titles(self) -> None:
        """Leave out the stroke between a title and a name (السيد الرئيس/ سامي الخالد)."""
        words = self.words
        strokes = {
            i
            for i in range(1, len(words) - 1)
            if words[i].raw == _SLASH
            and (words[i - 1].title or words[i - 1].head)
            and words[i + 1].kind == WORD
        }
        self._leave_out(strokes)

    def _search(self) -> list[int]:
        """Find all that articles are searched for, in one pass; gives what is spelt like a verb."""
        likely: list[int] = []
        self.marks: list[int] = []
        self.openings: list[int] = []
        self.offices: list[int] = []
        self._before_names: list[int] = []
        self._letters: list[int] = []
        for i, word in enumerate(self.words):
            sought = word.sought
            if not sought:
                continue
            if sought & AS_MARK:
                self.marks.append(i)
                continue
            if sought & AS_NAME:
                likely.append(i)
            if sought & AS_OPENING:
                self.openings.append(i)
            if sought & AS_OFFICE:
                self.offices.append(i)
            if sought & BEFORE_NAME:
                self._before_names.append(i)
            if sought & AS_LETTER:
                self._letters.append(i)
        return likely

    def span(self, first: int, last: int) -> Span:
        """The code points from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    @property
    def named(self) -> frozenset[str]:
        """The stems of the words behind a title, a first name or a verb of saying: names, most of them."""
        if self._named is None:
            words, found = self.words, set()
            for i in self._before_names:
                word = words[i]
                for following in words[i + 1 : i + (2 if word.finite else 4)]:
                    if following.kind != WORD or following.complementiser or following.preposition:
                        break
                    manner = following.fold[0] == "ب" and is_derived(following.fold[1:])
                    if word.finite and (following.raw.endswith("ة") or manner or following.noun & nouns.MUTE):
                        break  # نشرت صورة، يقول بانتظام
                    found.add(following.stem)
                if word.given:
                    found.add(word.stem)
            self._named = frozenset(found)
        return self._named

    @property
    def surnames(self) -> frozenset[str]:
        """The stems of the words with an article behind a first name (سعاد الخياط)."""
        if self._surnames is None:
            words = self.words
            self._surnames = frozenset(
                words[i + step].stem
                for i in self._before_names
                if words[i].given or words[i].given_added
                for step in (1, 2)
                if i + step < self.count and words[i + step].definite
            )
        return self._surnames

    @property
    def last_names(self) -> frozenset[str]:
        """The stems of the words right behind a first name that no list knows (رائف زريق)."""
        if self._last_names is None:
            words = self.words
            self._last_names = frozenset(
                words[i + 1].stem
                for i in self._before_names
                if words[i].given and i + 1 < self.count and words[i + 1].noun & nouns.MAY_BEGIN_NAME
            )
        return self._last_names

    @property
    def speaking(self) -> frozenset[str]:
        """The stems of the words that stand alone between a verb of saying and what is said (قال سلال إن)."""
        if self._speaking is None:
            words = self.words
            self._speaking = frozenset(
                words[i + 1].stem
                for i in self._before_names
                if i + 2 < self.count
                and words[i].finite
                and words[i + 1].kind == WORD
                and self._closes(i + 2)
            )
        return self._speaking

    def _closes(self, i: int) -> bool:
        """Whether what is said may begin at token i, or an aside before it."""
        word = self.words[i]
        return word.complementiser or word.kind in (COLON, COMMA) or i in self.quote_at

    def lines(self) -> list[tuple[int, int]]:
        """The ranges of the paragraphs that are not empty."""
        breaks = [i for i in self.marks if self.words[i].kind == BREAK]
        starts = [0, *(i + 1 for i in breaks)]
        return [(start, end) for start, end in zip(starts, [*breaks, self.count], strict=True) if end > start]


def _is_before_name(word: Word) -> bool:
    """Whether a name goes on behind the word (محمد علي، بن علي، الدكتور علي)."""
    return word.given or word.title or word.kin
