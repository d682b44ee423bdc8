"""The words of the lexicon by which descriptions are told."""

from __future__ import annotations

from collections.abc import Mapping

from quotetrack.detection.issuers import IssuerWords
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.words import light, stem

_BODIES = frozenset((SpeakerKind.ORGANISATION, SpeakerKind.OUTLET))


class DescriptionWords:
    """What the lexicon says of descriptions, by stems; one serves all articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.kinds, self.places = lexicon.kinds, lexicon.places
        self.issuers = IssuerWords(lexicon)
        self.stand_ins = {light(word) for word in words["stand_ins"]}
        self.leaders = {stem(word) for word in words["leaders"]}
        self.nations = frozenset(map(light, lexicon.places - words["continents"] - words["towns"]))
        self.named_so = frozenset(map(light, words["named_so"]))
        self.without = words["without"]
        self.traitless = frozenset(map(light, self.without | words["of_late"]))
        self.peers = sorted({stem(word) for word in words["peers"]})
        self.superlatives = words["superlatives"]
        self.pairs, self.generic = words["pairs"], words["generic"]
        self.called_alone = {stem(word) for word in words["called_alone"]}
        self.bodies = {stem(noun) for noun, kind in lexicon.kinds.items() if kind in _BODIES}
        self.capitals = {
            name.removeprefix("capitals."): countries
            for name, countries in words.items()
            if name.startswith("capitals.")
        }
        self.honoured = _by_noun(words, "honoured.")
        self.counterparts = _by_noun(words, "counterparts.")


def _by_noun(words: Mapping[str, frozenset[str]], prefix: str) -> dict[str, frozenset[str]]:
    """The stems of the lists whose names begin with a prefix, by the stem of the noun behind it."""
    return {
        stem(name.removeprefix(prefix)): frozenset(map(stem, listed))
        for name, listed in words.items()
        if name.startswith(prefix)
    }
