"""Whom a description takes up: «المسؤول الأميركي», «الوزارة», «البيان», «الناطق باسمها».

Each entity that the article has named or described is weighed: by the noun that both are called by,
by what describes them, by how lately it was spoken of and whether it was speaking. A description that
nobody fits is looked up in the text, where an institution or a document may stand with its full name;
one that the text does not explain means whoever has spoken last, or somebody new.
"""

from __future__ import annotations

from quotetrack.detection.descriptions.agents import Agents
from quotetrack.detection.descriptions.antecedents import Antecedents
from quotetrack.detection.descriptions.description_words import DescriptionWords
from quotetrack.detection.descriptions.headlines import Headlines
from quotetrack.detection.descriptions.issuers import Issuers
from quotetrack.detection.descriptions.latest import Latest
from quotetrack.detection.descriptions.metonyms import Metonyms
from quotetrack.detection.descriptions.weighing import Weighing
from quotetrack.detection.drafts.headings import Headings
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.entities.spoken import Spoken
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens


class Descriptions:
    """Finds what the descriptions of one article take up."""

    def __init__(
        self,
        words: DescriptionWords,
        tokens: Tokens,
        mentions: Mentions,
        names: Phrases,
        entities: Entities,
        headings: Headings,
        spoken: Spoken,
    ) -> None:
        self._entities, headline = entities, headings.first_end
        self._weighing = Weighing(words, tokens, entities, headline)
        self._agents = Agents(words.doing, tokens, mentions, names, entities)
        self._antecedents = Antecedents(words, tokens, mentions, names, entities, headline)
        self._latest = Latest(words, tokens, mentions, entities, self._weighing)
        self._headlines = Headlines(words, tokens, mentions, entities, headline, spoken, self._weighing)
        self._metonyms = Metonyms(words, tokens, mentions, entities, spoken, headings)
        self._issuers = Issuers(words.issuers, tokens, mentions, names, entities, spoken)

    def entity(self, mention: Mention, *, goes_on: bool = False) -> Entity:
        """The entity that a description takes up, or a new one.

        `goes_on` says that the verb asks for somebody who has spoken already («وأضاف المهاجم»).
        """
        entity = (
            (self._entities.new(mention) if mention.other else None)
            or self._antecedents.surname(mention)
            or self._latest.pair(mention)
            or self._latest.interlocutor(mention)
            or self._latest.same(mention)
            or (self._latest.withheld(mention) or self._latest.stood_in_for(mention) if goes_on else None)
            or self._antecedents.by_what_is_his(mention)
            or self._weighing.best(mention)
            or self._antecedents.of(mention)
            or self._agents.of(mention)
            or self._latest.speaker(mention, goes_on=goes_on)
            or self._headlines.introduced(mention)
            or self._latest.gathered(mention)
            or self._antecedents.by_another_noun(mention)
            or self._latest.alone(mention)
            or self._entities.new(mention)
        )
        self._entities.learn(entity, mention)
        if mention.kind is SpeakerKind.DOCUMENT:
            self._issuers.name(entity, mention, self.entity)
        return entity

    def bar(self, entity: Entity | None) -> None:
        """Let no description that follows be of `entity`, but by a noun that it is called by already.

        Who reports describes others: «قال سامي الخالد إن المدير أكد» are two (Principle C of binding,
        Chomsky 1981), and so are those of «… من جانبه، أكد المدير».
        """
        self._weighing.barred = entity

    def meant(self, mention: Mention) -> Entity | None:
        """The body that the mention means by another of its names: «أبل» is «شركة أبل», «طهران» is Iran."""
        return self._metonyms.meant(mention, self.entity)

    def field_of(self, mention: Mention) -> Entity | None:
        """The body that a headline or marks call by its field: «الصحة» is «وزارة الصحة» of the article."""
        return self._headlines.body(mention, self.entity)
