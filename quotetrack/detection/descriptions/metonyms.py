"""The body that another of its names means: «أبل» is the company of that name, «طهران» is Iran."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from quotetrack.detection.descriptions.description_words import DescriptionWords
from quotetrack.detection.drafts.draft import Draft
from quotetrack.detection.drafts.headings import Headings
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import BODIES, REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.entities.spoken import Spoken
from quotetrack.detection.text.places import OCCURRENCES
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.word import COMMA, WORD, stem

_LONGEST: Final = 2
"""How many words call a body without the noun for what it is, or a country."""


class Metonyms:
    """Tells whom such names mean in one article."""

    def __init__(
        self,
        words: DescriptionWords,
        tokens: Tokens,
        mentions: Mentions,
        entities: Entities,
        spoken: Spoken,
        headings: Headings,
    ) -> None:
        self._words, self._tokens, self._headings = words, tokens, headings
        self._mentions, self._entities, self._spoken = mentions, entities, spoken
        self._short: dict[str, Draft] | None = None

    def meant(self, mention: Mention, described: Callable[[Mention], Entity]) -> Entity | None:
        """The entity of the body that the mention means, or None where it is called by all its name.

        `described` gives the entity that a description takes up.
        """
        words = self._tokens.words[slice(*mention.phrase)]
        plain = all(word.kind == WORD and not (word.title or word.head) for word in words)
        if not plain or len(words) > _LONGEST or mention.titled:
            return None
        countries = self._words.capitals.get(words[0].fold) if len(words) == 1 else None
        if countries is not None:
            country = self._country(countries)
            return described(country) if country is not None else None
        known = words[0].given or words[0].fold in self._words.places or mention.noun
        return None if known else self._body(tuple(word.stem for word in words))

    def _country(self, names: frozenset[str]) -> Mention | None:
        """The country of one of these names that the article names, first as one that speaks."""
        speaking = self._speaking()
        found = [speaking[name] for name in names if name in speaking]
        first = min(found, key=lambda draft: draft.anchor, default=None)
        if first is not None and first.source is not None:
            return self._mentions.parse(self._tokens, first.source, clitic=first.clitic)
        places = [at for name in names for at in self._entities.places(stem(name))[:OCCURRENCES]]
        called = (at for at in places if self._tokens.words[at].fold in names)  # روسيا, not الروسية
        named = min((at for at in called if not self._is_apart(at)), default=None)
        if named is None:
            return None
        end = named + 1
        while end < self._tokens.count and self._tokens.words[end].fold in self._words.ends_of_countries:
            end += 1  # الولايات المتحدة
        return self._mentions.parse(self._tokens, (named, end))

    def _is_apart(self, at: int) -> bool:
        """Whether the country at `at` only tells where its town lies (صنعاء، اليمن), or stands in a link."""
        words = self._tokens.words
        town = at > 1 and words[at - 1].kind == COMMA and words[at - 2].noun & nouns.TOWN
        return bool(town) or (at >= self._headings.first_end and self._headings.hold(at))

    def _speaking(self) -> dict[str, Draft]:
        """The first draft of each short source, by its first word; made when first asked for."""
        if self._short is None:
            self._short = {}
            for draft in self._spoken.drafts:
                source = draft.source
                if source is not None and source[1] - source[0] <= _LONGEST:
                    self._short.setdefault(self._tokens.words[source[0]].fold, draft)
        return self._short

    def _body(self, key: tuple[str, ...]) -> Entity | None:
        """The body met so far whose name goes on so behind the noun for what it is (شركة أبل)."""
        end = 1 + len(key)
        for entity in reversed(self._entities.known[-REMEMBERED:]):
            if entity.kind in BODIES and entity.key[1:end] == key and entity.key[0] in self._words.bodies:
                return entity
        return None
