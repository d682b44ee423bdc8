"""Reports that «this» takes up behind what was said: «…، أوضح ذلك مدير المركز»."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from quotetrack.detection.drafts.datelines import Datelines
from quotetrack.detection.drafts.draft import Draft, Range, Whose
from quotetrack.detection.drafts.types import content_type
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.reports.content import sentence_core
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COMMA, STOP

_WITH: Final = "ب"
_FEWEST: Final = 4
"""The fewest tokens of what is taken up."""


class ReportsOfThis:
    """Finds them by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names, self._datelines = names, Datelines(lexicon)
        that, self._these = lexicon.words["that"], lexicon.words["this"]
        self._this = that | self._these | {_WITH + word for word in that}

    def make(self, tokens: Tokens, frames: Container[int]) -> list[Draft]:
        """Their drafts; the verbs are none of `frames`, the tokens of cues with a report behind them."""
        made = []
        for i in tokens.cues:
            if i in frames or i in tokens.inside or i + 2 >= tokens.count:
                continue
            draft = self._draft(tokens, i) if tokens.words[i + 1].fold in self._this else None
            if draft is not None:
                made.append(draft)
        return made

    def _draft(self, tokens: Tokens, i: int) -> Draft | None:
        """The draft of the verb at i with «this» behind it, or None where it takes nothing up."""
        words = tokens.words
        form = next((c for c in words[i].cues if c.form is Form.PAST and c.person == 3), None)
        if form is None or words[i].joined or words[i].object or form.cue.within or not form.cue.quotes:
            return None
        if words[i + 1].fold in self._these and words[i + 2].definite:
            return None  # أوضح هذا المسؤول
        source = self._names.noun_phrase(tokens, i + 2, tokens.sentence_ends[i])
        told = words[i + 2].noun & nouns.AUDIENCE  # كشف ذلك لـ«الضفاف» المحافظ
        if source is None or (source[0] != i + 2 and not told) or not self._closes(tokens, source[1]):
            return None
        content = self._taken_up(tokens, i)
        if content[1] - content[0] < _FEWEST:
            return None
        return Draft(
            rule="verb-after",
            anchor=i,
            type=content_type(tokens, [content]),
            content=[content],
            cue=(i, i + 2),
            source=source,
            whose=Whose.SOURCE,
            cue_class=form.cue.cue_class,
            lemma=form.cue.lemma,
            gender=form.gender,
            number=form.number,
        )

    @staticmethod
    def _closes(tokens: Tokens, end: int) -> bool:
        """Whether nothing is said behind the source that ends at `end`."""
        if end >= tokens.count:
            return True
        word = tokens.words[end]
        return word.kind in (STOP, BREAK, COMMA) or word.preposition or (word.finite and word.joined)

    def _taken_up(self, tokens: Tokens, i: int) -> Range:
        """The clause before the verb at i: what stands before its comma, or the sentence before its own."""
        start = tokens.sentence_starts[i]
        if start < i:
            comma = tokens.words[i - 1].kind == COMMA
            return sentence_core(tokens, self._datelines.past(tokens, start, i), i) if comma else (i, i)
        last = i - 1
        while last >= 0 and tokens.words[last].kind == BREAK:
            last -= 1
        if last <= 0:
            return i, i
        return sentence_core(tokens, self._datelines.past(tokens, tokens.sentence_starts[last], i), i)
