"""How well a description fits an entity: by noun, traits, kind, number, nation, distance and speech."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.descriptions.description_words import DescriptionWords
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import PEOPLE, REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mention
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.word import light

_ENOUGH: Final = 3.0
_SEVERAL: Final = (Number.PLURAL, Number.DUAL)


class Weighing:
    """Weighs descriptions against the entities of one article.

    `headline` is the token at which the headline is over; it may be indefinite about whom the body
    describes.
    """

    def __init__(self, words: DescriptionWords, tokens: Tokens, entities: Entities, headline: int) -> None:
        self._words, self._tokens, self._entities, self._headline = words, tokens, entities, headline
        self.barred: Entity | None = None
        """Whom no description means for now, but by a noun that he is called by."""

    def best(self, mention: Mention) -> Entity | None:
        """The entity that fits best, if it fits well enough: those called by the same noun go first."""
        at = mention.phrase[0]
        known = self._entities.known[-REMEMBERED:]
        last = max((e.spoke for e in known), default=-1)
        best, best_weight = None, (False, _ENOUGH)
        by_head = not (self._words.stands_in(mention) or mention.head in self._words.leaders)
        by_head = by_head and not self._words.may_train(mention.head)
        for entity in known:
            if by_head and mention.head not in entity.heads and mention.head not in entity.key:
                continue
            weight = self._weight(mention, entity, at, last)
            if weight is None or weight <= _ENOUGH:
                continue
            rank = mention.head in entity.heads, weight
            if rank > best_weight:
                best, best_weight = entity, rank
        return best

    def admits(self, mention: Mention, entity: Entity) -> bool:
        """Whether kind, gender, number and nation leave it possible that the entity is described."""
        return self.may_be(mention, entity) and not self.is_foreign(mention, entity)

    def may_be(self, mention: Mention, entity: Entity) -> bool:
        """Whether kind, gender and number leave it possible."""
        if entity is self.barred and mention.head not in entity.heads:
            return False
        if (mention.kind in PEOPLE) != (entity.kind in PEOPLE) and SpeakerKind.GROUP not in (
            mention.kind,
            entity.kind,
        ):
            return False
        if entity.kind is SpeakerKind.DOCUMENT and mention.kind is SpeakerKind.ORGANISATION:
            return False
        if Gender.UNKNOWN not in (mention.gender, entity.gender) and mention.gender is not entity.gender:
            return False
        return (mention.number in _SEVERAL) == (entity.number in _SEVERAL)

    def is_foreign(self, mention: Mention, entity: Entity) -> bool:
        """Whether description and entity are of different nations; where somebody is does not count."""
        ours = (mention.traits & self._words.nations) - mention.located
        if not ours:
            return False
        theirs = (entity.traits & self._words.nations) - entity.located
        return bool(theirs) and not ours & theirs

    def _weight(self, mention: Mention, entity: Entity, at: int, last: int) -> float | None:
        """How well a description fits an entity; None where something speaks against it."""
        head = self._heads_agree(mention, entity)
        if head is None or not self.may_be(mention, entity):
            return None
        if self.is_foreign(mention, entity):
            return None
        shared = len(mention.traits & entity.traits)
        plain = self._words.in_charge if mention.titled else self._words.traitless
        missing = len(mention.traits - plain) - shared
        headline = at < self._headline
        brings_in = not mention.definite and (mention.secret or not mention.titled) and not headline
        if brings_in and (missing or not mention.traits):
            return None  # an indefinite description is of somebody new
        speaks = 0 <= entity.spoke == last and not headline
        if missing and not shared and not speaks and entity.traits - {light(h) for h in entity.heads}:
            head -= 2
        away = entity.distance(at, self._tokens.count)
        follows = away >= self._tokens.count
        if follows and (
            missing or not (entity.named or headline) or not (mention.traits or mention.definite or headline)
        ):
            return None
        age = 3.0 if follows else min(away / 60, 3.0)
        speaking = 1.0 if speaks else 0.5 if entity.spoke >= 0 else 0.0
        if not (mention.traits or mention.secret):
            speaking *= 3  # «الشركة» alone is whoever has spoken, not one more of the kind
        return head + 2 * shared - missing - age + speaking + (0.5 if entity.named else 0.0)

    def _heads_agree(self, mention: Mention, entity: Entity) -> float | None:
        """How well the noun of a description goes with what an entity is called."""
        if mention.head in entity.heads or mention.head in entity.key:
            return 5.0
        leads = mention.head in self._words.leaders and entity.heads & self._words.leaders
        if leads and mention.traits & entity.traits - self._words.nations:
            return 4.0  # رئيس حركة النهضة … زعيم النهضة
        if self._words.may_train(mention.head) and self._trains_the_same(mention, entity):
            return 4.0
        if self._words.stands_in(mention):
            called = entity.named and entity.kind is SpeakerKind.PERSON and (entity.role or entity.titled)
            return 3.0 if called and entity.spoke >= 0 else None
        return None

    def _trains_the_same(self, mention: Mention, entity: Entity) -> bool:
        """Whether both are the trainer of one team («المدير الفني للنجم» … «مدرب النجم»)."""
        team = mention.traits & entity.traits - self._words.nations
        train = self._words.train
        return bool(team) and train((mention.head,), mention.traits) and train(entity.heads, entity.traits)
