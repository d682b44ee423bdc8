"""Reports whose verb stands inside the marks of what it reports («سكت طويلا، يقول سامي الخالد، ومضيت»)."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from quotetrack.detection.drafts.draft import Draft
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import CueClass, Number
from quotetrack.detection.reports.after_quotations import quoted
from quotetrack.detection.text.quotations import Quotation
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.word import COMMA, Word

_SAYING: Final = frozenset((CueClass.STATEMENT, CueClass.ADDITION, CueClass.EXPLANATION, CueClass.ANSWER))
_FEWEST: Final = 2
"""The fewest words before the verb."""
_THIRD: Final = 3
_LONGEST: Final = 120
"""How many tokens of a quotation are looked at."""
_ASIDE: Final = 10
"""Within how many tokens behind the verb a comma closes what is put in."""
_WHILE: Final = ("وهو", "وهي", "وهم")


class Inserted:
    """Finds verbs of saying between two commas of a quotation that nobody else reports."""

    def __init__(self, names: Phrases) -> None:
        self._names = names

    def make(self, tokens: Tokens, taken: Container[int]) -> list[Draft]:
        """The drafts of quotations that do not open at a token of `taken`, nor in another quotation."""
        drafts = []
        for close, quotation in tokens.quote_end.items():
            if quotation.open in taken or quotation.open in tokens.inside:
                continue
            last = min(close, quotation.open + _LONGEST)
            for i in range(quotation.open + 1 + _FEWEST, last - 1):
                if (draft := self._at(tokens, quotation, i)) is not None:
                    drafts.append(draft)
                    break
        return drafts

    def _at(self, tokens: Tokens, quotation: Quotation, i: int) -> Draft | None:
        words = tokens.words
        form = _form(words[i]) if words[i - 1].kind == COMMA else None
        if form is None:
            return None
        source = self._names.noun_phrase(tokens, i + 1, quotation.close)
        if source is not None and source[0] != i + 1:
            source = None
        end = self._end(tokens, i + 1 if source is None else source[1], quotation.close)
        if end is None or (source is None and form.form is not Form.PRESENT):
            return None
        for k in range(i, end):
            tokens.inside.pop(k, None)  # what is put in is nobody's speech
        draft = quoted(tokens, i, form, quotation, source)
        draft.content = [(quotation.open, i - 1), (end + 1, quotation.close + 1)]
        return draft

    @staticmethod
    def _end(tokens: Tokens, after: int, close: int) -> int | None:
        """The comma that closes what is put in, right behind token `after` or «while» (وهي تبكي)."""
        words = tokens.words
        if after + 1 >= close:
            return None
        if words[after].kind == COMMA:
            return after
        if words[after].raw not in _WHILE:
            return None
        near = range(after + 1, min(after + _ASIDE, close - 1))
        return next((k for k in near if words[k].kind == COMMA), None)


def _form(word: Word) -> CueForm | None:
    """The form of a verb of saying in the third person of one, without و and object, or None."""
    if not word.finite or word.joined or word.object:
        return None
    for form in word.cues:
        if form.form in (Form.PAST, Form.PRESENT) and form.person == _THIRD:
            says = form.cue.quotes and form.cue.cue_class in _SAYING
            return form if says and form.number is Number.SINGULAR else None
    return None
