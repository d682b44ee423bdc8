"""The content that a frame opens: a clause, a quotation, or the turn behind a colon."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotetrack.detection.clauses.questions import lists_names
from quotetrack.detection.drafts.draft import Found, Range
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.drafts.types import content_type
from quotetrack.detection.records import AttributionType
from quotetrack.detection.reports.content import Extents
from quotetrack.detection.reports.phrase_ends import PhraseEnds
from quotetrack.detection.text.quotations import Quotation
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    BREAK,
    COMMA,
    DASH,
    LEANING,
    STOP,
    STRAIGHT,
    UNPAREN,
    WORD,
    Word,
    may_be_masdar,
)

_AND: Final = "و"
_HAMZA: Final = "أ"
_OCCASION: Final = nouns.OCCASION | nouns.DOCUMENT | nouns.TIME
_FULL: Final = (".", "؟", "!")
"""Stops that end a sentence; two dots are but a pause."""
_FEW: Final = 2
_LONGEST: Final = 400
"""The most tokens that a clause or a turn without marks may have: a page; it keeps bad texts linear."""


class Contents:
    """Cuts the contents of frames."""

    def __init__(self, lexicon: Lexicon, extents: Extents) -> None:
        self._extents, self._ends = extents, PhraseEnds(lexicon, extents)
        self._given, self._that = lexicon.words["given"], lexicon.words["complementisers"]
        self._speech, self._when = lexicon.words["bare_speech"], lexicon.words["acts.on_which"]
        self._transitions = lexicon.words["transitions"]
        self._within_links, self._contexts = lexicon.words["within"], lexicon.words["contexts"]

    def opened(
        self, tokens: Tokens, frame: Frame, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> tuple[list[Range], AttributionType]:
        """The ranges of tokens that `frame` opens as its content, and their type; no ranges where it is none.

        It ends where the sentence, the quotation, a source phrase of `phrases` or another report ends it.
        """
        at = frame.at
        quotation = tokens.inside.get(frame.cue)
        limit = tokens.sentence_ends[at]
        if quotation is not None:
            limit = min(limit, quotation.close)
        if frame.opening is Opening.QUOTATION:
            found = tokens.quote_at.get(at)
            if found is None:
                return self._unclosed(tokens, at, frames)
            return self._quoted(tokens, found, limit, frame, frames, phrases)
        if frame.opening is Opening.COLON:
            end = self._turn_end(tokens, at, frames)
            end = self._extents.turn_end(tokens, at, end, frames)
            said = sum(w.kind == WORD and not w.fold[0].isdigit() for w in tokens.words[at:end])
            if (said < 2 and end - at < 3) or lists_names(tokens.words[at:end], self._given):
                return [], AttributionType.INDIRECT
            kind = content_type(tokens, [(at, end)])
            names = at in tokens.quote_at  # : «حزب الغد» لن يقبل
            return [(at, end)], AttributionType.DIRECT if names or kind is AttributionType.INDIRECT else kind
        if any(tokens.words[k].kind == DASH for k in range(max(0, frame.cue - 2), frame.cue)):
            limit = next((k for k in range(at, limit) if tokens.words[k].kind == DASH), limit)
        if quotation is not None:
            limit = self._sentence_end(tokens, at, min(limit, at + _LONGEST))
        end = min(self._extents.clause_end(tokens, at, limit, frames, phrases), at + _LONGEST)
        if end - at < 2:
            return [], AttributionType.INDIRECT
        return [(at, end)], content_type(tokens, [(at, end)])

    def _sentence_end(self, tokens: Tokens, at: int, limit: int) -> int:
        """The stop from `at` up to `limit` behind which another sentence of the same quotation begins."""
        words, starts, ends = tokens.words, tokens.starts, tokens.ends
        for k in range(at + _FEW, limit - 1):
            following = words[k + 1]
            if words[k].raw not in _FULL or following.kind != WORD or starts[k + 1] == ends[k]:
                continue
            if len(words[k - 1].fold) < _FEW or words[k - 1].kind == STOP:
                continue
            if following.raw[0] == _AND and following.fold[1:] in self._that:
                continue  # إنهم جيراننا. وإنهم باقون
            return k
        return limit

    def _quoted(
        self,
        tokens: Tokens,
        found: Quotation,
        limit: int,
        frame: Frame,
        frames: Mapping[int, Frame],
        phrases: Mapping[int, Found],
    ) -> tuple[list[Range], AttributionType]:
        """A quotation, and the words that carry it on outside its marks."""
        words = tokens.words
        end, first = found.close + 1, self._lead(tokens, frame, found)
        content = [(first, end)]
        act = frame.until < found.open and words[found.open - 1].fold in frame.form.cue.act
        act = act or first < found.open or self._continues(tokens, found)
        if (listed := self._listed(tokens, end, limit)) > end:
            content = [(first, listed)]
        elif (added := self._added_clause(tokens, end, limit, frame)) is not None:
            content = [(first, self._extents.clause_end(tokens, added, limit, frames, phrases))]
        elif act and end < limit and end not in phrases and self._carries_on(tokens, end):
            stop = self._ends.find(tokens, found.close, limit, frames, phrases, relatives=False)
            content = [(first, stop)]
        return content, content_type(tokens, content)

    def _lead(self, tokens: Tokens, frame: Frame, found: Quotation) -> int:
        """Where the noun phrase begins that goes on in the marks (قلقه إزاء «…»), else their opening."""
        words, act = tokens.words, frame.form.cue.act
        if frame.form.form is Form.NOUN or frame.until < found.open:
            return found.open
        first = next(
            (k for k in range(frame.cue + 1, found.open) if _opens_phrase(words[k], act)), found.open
        )
        between = words[frame.cue + 1 : found.open]
        first += first < found.open and words[first].fold in act
        lead = words[first : found.open]
        if not lead or any(w.complementiser or w.finite or w.verbal for w in between):
            return found.open
        if any(w.kind != WORD for w in lead):
            return found.open
        addressed = lead[0].title or lead[0].head or lead[0].given  # وتمنى على الرئيس «…»
        if addressed or lead[0].adverbial or lead[0].noun & nouns.DEMONSTRATIVE:
            return found.open
        opening = words[found.open + 1]
        sentence = opening.complementiser or opening.verbal or opening.finite
        sentence = sentence or opening.fold in self._speech
        goes_on = lead[-1].preposition or lead[-1].relative
        return first if goes_on or not sentence else found.open

    def _added_clause(self, tokens: Tokens, end: int, limit: int, frame: Frame) -> int | None:
        """Where «وأن» adds a clause to the quotation before `end` (وأضاف: «…»، وأن البلاد …)."""
        words = tokens.words
        link = end + (end < limit and words[end].kind == COMMA)
        if link + 1 >= limit or "" not in frame.form.cue.clause or words[end - 1].kind == UNPAREN:
            return None  # scripture stands in brackets
        adds = words[link].raw[0] == _AND and words[link].fold[1:] in self._that
        return link if adds and words[link].raw[1] == _HAMZA else None

    def _continues(self, tokens: Tokens, found: Quotation) -> bool:
        """Whether the sentence in marks goes on right behind them («لا توجد خطط لتمديد المهمة» في البلاد)."""
        words, end = tokens.words, found.close + 1
        following = words[end] if end < tokens.count else None
        if following is None or following.kind != WORD or words[found.close].kind == UNPAREN:
            return False
        if words[found.close - 1].kind in (STOP, COMMA):
            return False
        if following.cues or following.relative or following.adds or following.fold in self._when:
            return False
        if following.preposition and end + 1 < tokens.count and words[end + 1].fold in self._transitions:
            return False  # «…» من جهة أخرى
        somebody = following.title or following.head or following.given
        if somebody or following.noun & (nouns.AUDIENCE | nouns.ADDRESSED | nouns.SAYING):
            return False
        leans = following.fold[0] in LEANING and may_be_masdar(following.fold[1:])
        pointing = following.definite or following.noun & nouns.DEMONSTRATIVE
        return leans or following.preposition or bool(pointing)

    def _carries_on(self, tokens: Tokens, end: int) -> bool:
        """Whether the words from `end` on carry on a noun phrase in marks («استقرار» في هذا البلد)."""
        words = tokens.words
        following, next_one = words[end], words[min(end + 1, tokens.count - 1)]
        placed = following.preposition and following.fold in self._within_links
        context = next_one.noun & _OCCASION or next_one.fold in self._contexts  # في بيان، في ظل
        says = following.cues and not following.preposition  # «التناقض» بين …
        aside = following.adverbial and not following.preposition
        return following.kind == WORD and not bool(says or aside or (placed and context))

    def _listed(self, tokens: Tokens, end: int, limit: int) -> int:
        """The token after the quotations that و adds to one that ends before `end` («…»، و«…»)."""
        words = tokens.words
        while end < limit:
            link = end + (words[end].kind == COMMA)
            if link >= limit or words[link].kind != WORD or words[link].raw[0] != "و" or words[link].cues:
                break
            further = tokens.quote_at.get(link + 1)
            if further is None:
                break
            end = further.close + 1
        return end

    def _unclosed(
        self, tokens: Tokens, at: int, frames: Mapping[int, Frame]
    ) -> tuple[list[Range], AttributionType]:
        """A quotation whose mark never closes: to the end of its paragraph, or to the next report.

        A straight mark may be a slip: it opens no more than its sentence.
        """
        end = at
        limit = tokens.sentence_ends[at] if tokens.words[at].kind == STRAIGHT else tokens.count
        while end < min(limit, at + _LONGEST) and tokens.words[end].kind != BREAK:
            frame = frames.get(end)
            if (
                frame is not None
                and end > at + 3
                and tokens.words[end - 1].kind in (STOP, COMMA)
                and frame.opening is not Opening.CLAUSE
                and frame.form.person == 3
            ):
                break
            end += 1
        while end > at + 1 and tokens.words[end - 1].kind == STOP:
            end -= 1
        return ([(at, end)], AttributionType.DIRECT) if end - at > 2 else ([], AttributionType.DIRECT)

    def _turn_end(self, tokens: Tokens, at: int, frames: Mapping[int, Frame]) -> int:
        """The end of a turn that a colon opens without marks: its paragraph, or the next report."""
        words = tokens.words
        end = min(tokens.sentence_ends[at], at + _LONGEST)
        while end < min(tokens.count, at + _LONGEST) and words[end - 1].kind != BREAK:
            if any(
                k in frames and frames[k].form.form is not Form.NOUN
                for k in range(end, min(end + 3, tokens.count))
            ):
                break
            if self._extents.added.in_next_sentence(tokens, end):
                break
            end = tokens.sentence_ends[end]
        while end > at and words[end - 1].kind in (STOP, BREAK, COMMA):
            end -= 1
        return end


def _opens_phrase(word: Word, act: frozenset[str]) -> bool:
    """Whether the word is a preposition of `act`, or one leans on the verbal noun that it is (بمحاولة)."""
    if word.preposition and word.fold in act:
        return True
    return word.fold[0] in LEANING and word.fold[0] in act and may_be_masdar(word.fold[1:])
