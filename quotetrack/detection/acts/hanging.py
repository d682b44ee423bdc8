"""Quotations that hang by a comma on what a speech act says: «طالب بإصلاح الجسر، «فالأطفال يعبرون على لوح»».

Their first word binds them to the words before the marks: both are one report, partly in its own words.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Draft
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.records import AttributionType
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA

_RULE: Final = "verb-quotation"
_BINDING: Final = ("وال", "فال", "لان")
"""How a clause begins that goes on with another (والشتاء، فالأطفال، لأنها)."""


class Hanging:
    """Finds such quotations by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._openers, self.rule = lexicon.words["hanging_openers"], _RULE

    def hangs(self, tokens: Tokens, frame: Frame | None, stop: int) -> bool:
        """Whether the quotation of a frame hangs on an object that ends at token `stop`."""
        if frame is None or frame.opening is not Opening.QUOTATION or frame.form.form is Form.NOUN:
            return False
        quotation, words = tokens.quote_at.get(frame.at), tokens.words
        if quotation is None or stop + 1 != frame.at or words[stop].kind != COMMA:
            return False
        fold = words[frame.at + 1].fold
        return fold in self._openers or fold.startswith(_BINDING)

    @staticmethod
    def take_in(tokens: Tokens, act: Draft, at: int) -> None:
        """Let an act say what the quotation that opens at token `at` holds, too."""
        act.content = [(act.start, tokens.quote_at[at].close + 1)]
        act.type, act.rule = AttributionType.MIXED, _RULE

    @staticmethod
    def replace(made: list[Draft], drafts: list[Draft]) -> None:
        """Take out of `drafts` the quotations that acts in `made` have taken in."""
        taken = {draft.anchor for draft in made if draft.rule == _RULE}
        drafts[:] = [d for d in drafts if d.anchor not in taken or not d.rule.endswith("-quotation")]
