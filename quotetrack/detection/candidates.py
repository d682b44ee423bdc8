"""Who may speak at all: whom a list, a title or a full name shows to be somebody, and who agrees."""

from __future__ import annotations

from quotetrack.detection import nouns
from quotetrack.detection.draft import Draft, Range
from quotetrack.detection.entities import Entities
from quotetrack.detection.entity import REMEMBERED, Entity
from quotetrack.detection.mentions import Mention, Mentions
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import stem


class Candidates:
    """Tells who of one article may speak."""

    def __init__(self, tokens: Tokens, mentions: Mentions, entities: Entities) -> None:
        self._tokens, self._mentions, self._entities = tokens, mentions, entities

    def plausible(self, entity: Entity) -> bool:
        """Whether a speech act's subject is surely somebody: named in full, titled, or of a known kind."""
        return (
            bool(entity.role)
            or entity.kind is not SpeakerKind.PERSON
            or entity.titled
            or (
                entity.named and any(k in self._mentions.given or k in self._tokens.named for k in entity.key)
            )
        )

    def is_country(self, phrase: Range) -> bool:
        """Whether a phrase is the name of a country alone."""
        alone = phrase[1] - phrase[0] == 1
        return alone and bool(self._tokens.words[phrase[0]].noun & nouns.COUNTRY)

    def can_speak(self, mention: Mention) -> bool:
        """Whether the subject of a sentence that reports nothing is surely somebody who may speak."""
        if mention.kind is SpeakerKind.OUTLET and mention.traits & self._mentions.networks:
            return False
        if mention.kind is SpeakerKind.DOCUMENT and mention.definite:  # لم يعط البيان تفاصيل، مكتفيا بالقول
            known = self._entities.known[-REMEMBERED:]
            return any(e.kind is mention.kind and mention.head in e.heads for e in known)
        if mention.titled or mention.kind not in (SpeakerKind.PERSON, SpeakerKind.DOCUMENT):
            return mention.name is not None or mention.noun
        if mention.name is None:
            return False
        words = self._entities.words_of(mention.name)
        key = {stem(w) for w in words}
        first = words[0] if words else ""
        return (
            first in self._mentions.given
            or first in self._mentions.particles
            or any(
                e.named and key and (key <= set(e.key) or stem(first) in e.key)
                for e in self._entities.known[-REMEMBERED:]
            )
        )


def agree(draft: Draft, gender: Gender, number: Number, kind: SpeakerKind) -> bool:
    """Whether verb or pronoun can stand for somebody of that gender, number and kind."""
    if draft.number is Number.PLURAL:
        return number is not Number.SINGULAR or kind in (SpeakerKind.GROUP, SpeakerKind.ORGANISATION)
    if number is Number.PLURAL and draft.number is Number.SINGULAR and draft.gender is Gender.MASCULINE:
        return False
    if Gender.UNKNOWN in (draft.gender, gender):
        return True
    return draft.gender is gender
