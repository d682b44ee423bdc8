"""The words of the lexicon by which descriptions are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from quotetrack.detection.descriptions.agents import doing
from quotetrack.detection.descriptions.issuers import IssuerWords
from quotetrack.detection.entities.entity import BODIES
from quotetrack.detection.entities.mentions import Mention
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import light, stem

_NONE: Final[frozenset[str]] = frozenset()


class DescriptionWords:
    """What the lexicon says of descriptions, by stems; one serves all articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.kinds, self.places = lexicon.kinds, lexicon.places
        self.issuers = IssuerWords(lexicon)
        self._stand_ins = {light(word) for word in words["stand_ins"]}
        self.leaders = {stem(word) for word in words["leaders"]}
        self.trainers = {stem(word) for word in words["trainers"]}
        self._training = {
            stem(noun): frozenset(map(light, told)) for noun, told in lexicon.lists("training").items()
        }
        self.nations = frozenset(
            map(light, lexicon.places - words["continents"] - words["towns"] - words["like_countries"])
        )
        self.named_so = frozenset(map(light, words["named_so"]))
        self.without = words["without"]
        self.traitless = frozenset(map(light, self.without | words["of_late"]))
        self.in_charge = self.traitless.union(map(light, words["in_charge"]))
        self.peers = sorted({stem(word) for word in words["peers"]})
        self.superlatives = words["superlatives"]
        self.pairs, self.generic = words["pairs"], words["generic"]
        self.our_source = words["our_source"]
        self.called_alone = {stem(word) for word in words["called_alone"]}
        self.bodies = {stem(noun) for noun, kind in lexicon.kinds.items() if kind in BODIES}
        self.ends_of_countries = words["ends_of_countries"]
        self.capitals = lexicon.lists("capitals")
        self.honoured = _by_noun(lexicon.lists("honoured"))
        self.counterparts = _by_noun(lexicon.lists("counterparts"))
        self.doing = doing(lexicon)
        self.known_by = _by_noun(lexicon.lists("known_by"))

    def stands_in(self, mention: Mention) -> bool:
        """Whether the description is a noun that may stand for anybody of an office («المسؤول المصري»)."""
        return mention.definite and light(mention.head) in self._stand_ins

    def train(self, heads: Iterable[str], traits: AbstractSet[str]) -> bool:
        """Whether whoever is called by one of `heads`, and described by `traits`, trains a team."""
        return any(head in self.trainers or self._training.get(head, _NONE) & traits for head in heads)

    def may_train(self, head: str) -> bool:
        """Whether who is called by `head` may train a team, if an adjective tells so."""
        return head in self.trainers or head in self._training


def _by_noun(lists: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """The stems of lists by the stems of the nouns that they belong to."""
    return {stem(noun): frozenset(map(stem, listed)) for noun, listed in lists.items()}
