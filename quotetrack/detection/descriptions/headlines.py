"""Whom the short words of a headline mean, which the body of the article tells in full."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from quotetrack.detection.descriptions.description_words import DescriptionWords
from quotetrack.detection.descriptions.weighing import Weighing
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import PEOPLE, REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.entities.spoken import Spoken
from quotetrack.detection.records import Number, SpeakerKind
from quotetrack.detection.text.places import OCCURRENCES
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.word import WORD, Word, light

_ORGANISATION: Final = SpeakerKind.ORGANISATION
_FIELD: Final = 3
"""The most words by which a headline names the field of a body («الغذاء والدواء»)."""
_IN_TOWN: Final = 2
"""How many words call a body by its field and its town («فلكية جدة»: الجمعية الفلكية بجدة)."""
_MINISTRY: Final = "وزاره"
"""The stem of the body that a field means first, where the text has several of it (التعليم)."""


class Headlines:
    """Tells whom the headline of one article means, which is over at token `headline`."""

    def __init__(
        self,
        words: DescriptionWords,
        tokens: Tokens,
        mentions: Mentions,
        entities: Entities,
        headline: int,
        spoken: Spoken,
        weighing: Weighing,
    ) -> None:
        self._words, self._tokens, self._mentions, self._entities = words, tokens, mentions, entities
        self._headline, self._spoken, self._weighing = headline, spoken, weighing

    def body(self, mention: Mention, described: Callable[[Mention], Entity]) -> Entity | None:
        """The body that a headline or marks call by its field: «الصحة» is «وزارة الصحة» of the article.

        `described` gives the entity that a description takes up.
        """
        words = [w for w in self._tokens.words[slice(*mention.phrase)] if w.kind == WORD]
        if mention.titled or not 0 < len(words) <= _FIELD:
            return None
        placed = len(words) == _IN_TOWN and words[-1].fold in self._words.places and not mention.noun
        if not (words[0].definite or placed):
            return None  # «الصحة»، «فلكية جدة»
        body = self._known_body(words, placed=placed)
        places = self._entities.places(words[0].stem)[:OCCURRENCES]
        for at in sorted(places, key=lambda at: self._tokens.words[at - 1].stem != _MINISTRY):
            if body is not None and body.seen[0] < at:
                break
            noun = self._tokens.words[at - 1]
            if (
                at > self._headline
                and not noun.definite
                and self._words.kinds.get(noun.base) is _ORGANISATION
            ):
                end = min(at + len(words), self._tokens.count)
                found = self._mentions.parse(self._tokens, (at - 1, end))
                return self._entities.meet(found) if found.name is not None else described(found)
        return body

    def _known_body(self, words: list[Word], *, placed: bool) -> Entity | None:
        """The first body met behind the headline that the words of its field, its town perhaps, describe."""
        field = {light(w.fold) for w in words}
        inside = {light(f"ب{words[-1].fold}")} if placed else set()
        bodies = [
            e
            for e in self._entities.known
            if e.kind is _ORGANISATION
            and e.seen
            and len(e.traits) <= len(field) + _FIELD
            and e.seen[0] >= self._headline
            and _is_of_field(field, inside, e.traits)
        ]
        return min(bodies, key=lambda e: e.seen[0], default=None)

    def introduced(self, mention: Mention) -> Entity | None:
        """Whom a headline's description means whom the body introduces («خبير: …», «مسؤول كويتي»)."""
        if mention.phrase[0] >= self._headline:
            return None
        return self._only_one(mention) or self._first_heard(mention)

    def _only_one(self, mention: Mention) -> Entity | None:
        """The one entity of the body that is called by the noun of the description."""
        called = [
            entity
            for entity in self._entities.known[-REMEMBERED:]
            if mention.head in entity.heads and self._weighing.admits(mention, entity)
        ]
        return called[0] if len(called) == 1 else None

    def _first_heard(self, mention: Mention) -> Entity | None:
        """The person of a name and an office with whom the body begins."""
        if mention.kind not in PEOPLE or not mention.titled or mention.number is not Number.SINGULAR:
            return None
        entity = self._spoken.first_after(self._headline)
        if entity is None or not (entity.named and entity.role):
            return None
        return entity if self._weighing.admits(mention, entity) else None


def _is_of_field(field: set[str], inside: set[str], traits: set[str]) -> bool:
    """Whether traits hold all of a field, its town perhaps with the ب of «in» (`inside`)."""
    return field <= traits or bool(inside and inside <= traits and len(field - traits) == 1)
