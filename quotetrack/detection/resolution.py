"""Who the sources are: names, descriptions, pronouns and silence, over the article's discourse."""

from __future__ import annotations

from quotetrack.detection.draft import Draft, Range, Whose
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.records import Gender, Number, Speaker, SpeakerKind
from quotetrack.detection.tokens import WORD, Tokens


class Resolver:
    """Gives every draft its speaker."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def resolve(self, tokens: Tokens, drafts: list[Draft]) -> None:
        """Fill in `speaker` of all drafts, which stand in text order."""
        last: Draft | None = None
        for draft in drafts:
            if draft.whose is Whose.SOURCE and draft.source:
                draft.speaker = self._named(tokens, draft)
            elif draft.whose is Whose.NOBODY:
                draft.speaker = None
            elif last is not None:
                draft.speaker = last.speaker
            if draft.speaker is not None and draft.parent is None:
                last = draft

    def _named(self, tokens: Tokens, draft: Draft) -> Speaker:
        assert draft.source
        name = tokens.span(*draft.source).of(tokens.text)
        return Speaker(
            name,
            SpeakerKind.PERSON,
            gender=draft.gender,
            number=draft.number,
            named_at=tokens.span(*draft.source),
        )


__all__ = ["WORD", "Gender", "Number", "Range", "Resolver"]
