"""Who answers where only the one who asks is named: «سأل القاضي الشاهد: …؟ فأجاب: …»."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Draft, Whose
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mentions
from quotetrack.detection.entities.spoken import Spoken
from quotetrack.detection.records import AttributionType, CueClass
from quotetrack.detection.speakers.candidates import Candidates, agree
from quotetrack.detection.speakers.naming import Naming
from quotetrack.detection.text.tokens import Tokens

_ASKS: Final = "سأل"
_SO: Final = "ف"
_QUESTION_MARK: Final = "؟"
_NEAR: Final = 4
"""How many tokens behind a question its answer begins, at the most."""


class Replies:
    """Finds, in one article, to whom a question was put that a verb with no subject answers."""

    def __init__(
        self,
        tokens: Tokens,
        mentions: Mentions,
        entities: Entities,
        naming: Naming,
        candidates: Candidates,
        spoken: Spoken,
    ) -> None:
        self._tokens, self._mentions, self._names = tokens, mentions, entities.names
        self._naming, self._candidates = naming, candidates
        self._drafts, self._known = spoken.drafts, spoken.speakers

    def question(self, i: int) -> int | None:
        """The draft of the question that draft i answers right behind it, if its speaker is known."""
        draft, words = self._drafts[i], self._tokens.words
        if draft.cue_class is not CueClass.ANSWER or draft.whose is not Whose.CONTINUED:
            return None
        for j in range(i - 1, max(-1, i - _NEAR), -1):
            asked = self._drafts[j]
            if self._known[j] is None or not asked.end <= draft.anchor <= asked.end + _NEAR:
                continue
            marked = any(word.raw == _QUESTION_MARK for word in words[asked.end - 1 : draft.anchor])
            if asked.lemma == _ASKS or (marked and words[draft.anchor].raw.startswith(_SO)):
                return j
        return None

    def answerer(self, i: int, question: int) -> Entity | None:
        """Who answers in draft i: whom the question names, or another who has spoken before; or None."""
        draft, asker = self._drafts[i], self._known[question]
        if asker is not None and (asked := self._asked(draft, self._drafts[question], asker)) is not None:
            return asked
        for j in range(question - 1, max(-1, question - REMEMBERED), -1):
            entity, other = self._known[j], self._drafts[j]
            speaks = entity is not None and other.parent is None and other.type != AttributionType.REPORTED
            if entity is None or not speaks or entity is asker:
                continue
            if agree(draft, entity.gender, entity.number, entity.kind):
                return entity
        return None

    def _asked(self, draft: Draft, question: Draft, asker: Entity) -> Entity | None:
        """Whom the question names behind the one who asks (سأل القاضي الشاهد)."""
        if question.source is None or question.lemma != _ASKS:
            return None
        first = question.source[1]
        phrase = self._names.noun_phrase(self._tokens, first, question.start)
        if phrase is None or phrase[0] != first:
            return None
        mention = self._mentions.parse(self._tokens, phrase)
        agrees = agree(draft, mention.gender, mention.number, mention.kind)
        if not (agrees and self._candidates.can_speak(mention)):
            return None
        return self._naming.another(mention, asker)
