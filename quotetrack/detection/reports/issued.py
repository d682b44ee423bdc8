"""Statements that follow in full: «صدر عن الوزارة البيان التالي: …», «أصدر الحزب البيان الآتي: «…»»."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.drafts.draft import Draft, Range, Whose
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import CueClass, Gender, Number
from quotetrack.detection.reports.content import Extents
from quotetrack.detection.reports.framed import Contents
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.entries import Cue, CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COLON, OPEN, PAREN, STOP, STRAIGHT, bare

_REACH: Final = 40
"""The most tokens from the verb to the statement."""
_TITLE: Final = 12
"""The most tokens of its title."""
_BRACKETS: Final = (PAREN, OPEN, STRAIGHT)
_AND: Final = "و"
_SHE: Final = "ت"
_FROM: Final = "عن"
_ISSUES: Final = CueForm(Cue("أصدر", CueClass.ANNOUNCEMENT, past="اصدر"), Form.PAST)
"""What the verb is: no cue anywhere else."""


class Issued:
    """Finds them by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases, extents: Extents, subjects: Subjects) -> None:
        words = lexicon.words
        self._names, self._subjects = names, subjects
        self._contents = Contents(lexicon, extents)
        self._statements, self._following = words["statements"], words["following"]
        self._titles = {bare(noun) for noun in self._statements}
        self._come_out = words["come_out"] | {_AND + verb for verb in words["come_out"]}
        self._verbs = self._come_out.union(words["issue"], (_AND + verb for verb in words["issue"]))

    def make(self, tokens: Tokens, frames: Mapping[int, Frame]) -> list[Draft]:
        """Their drafts; `frames` are those of the cues by token, at which what follows may end."""
        words = tokens.words
        made = []
        for j in tokens.marks:
            if j < 2 or words[j].kind != COLON or j in tokens.inside:
                continue
            if words[j - 1].fold in self._following and words[j - 2].fold in self._statements:
                draft = self._draft(tokens, j, frames)
                if draft is not None:
                    made.append(draft)
        return made

    def _draft(self, tokens: Tokens, colon: int, frames: Mapping[int, Frame]) -> Draft | None:
        """The draft of the statement that the colon opens, or None where nobody issues it."""
        words, noun = tokens.words, colon - 2
        at = self._past_title(tokens, colon + 1)
        if at >= tokens.count or words[at].kind in (BREAK, STOP):
            return None
        for i in range(noun - 1, max(tokens.sentence_starts[noun], noun - _REACH) - 1, -1):
            if words[i].fold in self._verbs:
                break
        else:
            return None
        source = self._issuer(tokens, i, noun)
        if source is None and words[i].fold in self._come_out:
            return None
        opening = Opening.QUOTATION if at in tokens.quote_at else Opening.COLON
        content, kind = self._contents.opened(tokens, Frame(i, _ISSUES, opening, at, colon), frames, {})
        if not content:
            return None
        return Draft(
            rule=f"verb-{opening.name.lower()}",
            anchor=i,
            type=kind,
            content=content,
            cue=(i, i + 1),
            source=source,
            whose=Whose.SOURCE if source is not None else Whose.CONTINUED,
            cue_class=CueClass.ANNOUNCEMENT,
            lemma=_ISSUES.cue.lemma,
            gender=Gender.FEMININE if words[i].fold[-1] == _SHE else Gender.MASCULINE,
            number=Number.SINGULAR,
        )

    def _issuer(self, tokens: Tokens, i: int, noun: int) -> Range | None:
        """Who issues by the verb at i the statement whose noun stands at `noun`."""
        words = tokens.words
        if words[i].fold in self._come_out:
            return self._at(tokens, i + 2, noun) if words[i + 1].fold == _FROM else None
        return self._at(tokens, i + 1, noun) or self._subjects.before(tokens, i)

    def _at(self, tokens: Tokens, first: int, noun: int) -> Range | None:
        """The noun phrase at `first`, before the noun of the statement."""
        if first >= noun:
            return None
        phrase = self._names.noun_phrase(tokens, first, noun)
        return phrase if phrase is not None and phrase[0] == first else None

    def _past_title(self, tokens: Tokens, at: int) -> int:
        """The token behind a break at `at`, and behind a line that is the statement's title («بيان من …»)."""
        words = tokens.words
        at += at < tokens.count and words[at].kind == BREAK
        first = at + (at < tokens.count and words[at].kind in _BRACKETS)
        if first >= tokens.count or words[first].fold not in self._titles:
            return at
        near = range(first, min(first + _TITLE, tokens.count))
        return next((k + 1 for k in near if words[k].kind == BREAK), at)
