"""Colon headlines of a medium that passes somebody on: «رويترز عن مسؤول أميركي: الاتفاق قريب»."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from quotetrack.detection.drafts.draft import Draft, Whose
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import Word, bare

_ABOUT: Final = "عن"
_LONGEST: Final = 6
"""The most tokens of the name of a medium."""
_DUAL: Final = "ين"


class RelayedLeads:
    """Finds them by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names, self._kinds = names, lexicon.kinds

    def make(self, tokens: Tokens, lead: Draft, colon: int) -> list[Draft]:
        """The drafts of whom the medium of `lead` passes on, and of the medium; none where it speaks."""
        words = tokens.words
        if lead.source is None:
            return []
        start = lead.source[0]
        near = range(start + 1, min(start + _LONGEST, colon - 1))
        at = next((k for k in near if words[k].fold == _ABOUT), None)
        if at is None or not self._passes_on(tokens, start, at):
            return []
        source = self._names.noun_phrase(tokens, at + 1, colon)
        if source is None or source != (at + 1, colon):
            return []
        medium = replace(
            lead,
            rule="relay-medium",
            type=AttributionType.REPORTED,
            content=list(lead.content),
            source=(start, at),
            cue_class=CueClass.RELAY,
        )
        lead.source, lead.whose, lead.clitic = source, Whose.SOURCE, False
        return [lead, medium]

    def _passes_on(self, tokens: Tokens, start: int, at: int) -> bool:
        """Whether what stands from `start` to «عن» is a medium that passes on whoever stands behind."""
        words = tokens.words
        opening, who = words[start], words[at + 1]
        outlet = self._kinds.get(opening.fold) is SpeakerKind.OUTLET or start in tokens.quote_at
        if self._is_unnamed(who):
            thing = opening.noun & (nouns.DOCUMENT | nouns.ORDINARY | nouns.OCCASION)
            return outlet or not (thing or opening.title or opening.head or opening.given)
        return outlet and (who.title or who.head)

    def _is_unnamed(self, word: Word) -> bool:
        """Whether the word is one of those who keep their names back, in the dual too (مصدرين)."""
        fold = bare(word.fold)
        kinds = (self._kinds.get(fold), self._kinds.get(fold.removesuffix(_DUAL)))
        return SpeakerKind.ANONYMOUS in kinds
