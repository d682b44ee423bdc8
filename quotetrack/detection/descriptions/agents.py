"""Whom a noun of office means by what somebody is said to do: «برنامج تقدمه ليلى حداد» … «مقدمة البرنامج»."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import Gender, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import ADDING, LEANING, SUFFIXES, WORD, light, stem

_FEMININE: Final = "ه"
_SHE: Final = "ت"
_HE: Final = "ي"
_BACK: Final = 800
"""How many tokens before a description the verb may stand."""
_OBJECT: Final = 5
"""How far behind the verb its subject stands, an object between them."""
_AROUND: Final = 60
_BEHIND: Final = 6
"""Within how many tokens before the verb, and behind it, the text says of what he does it."""


class Agents:
    """Finds, in one article, who does what a noun of office says.

    `doing` are the folded forms of verbs by the stem of the noun.
    """

    def __init__(
        self,
        doing: Mapping[str, tuple[str, ...]],
        tokens: Tokens,
        mentions: Mentions,
        names: Phrases,
        entities: Entities,
    ) -> None:
        self._doing, self._tokens, self._mentions = doing, tokens, mentions
        self._names, self._entities = names, entities

    def of(self, mention: Mention) -> Entity | None:
        """Who does, before the description, what its noun says; None where nobody is named."""
        forms = self._doing.get(mention.head) or self._doing.get(mention.head.removesuffix(_FEMININE))
        definite = mention.definite or any(w.definite for w in self._tokens.words[slice(*mention.phrase)])
        if forms is None or not definite or mention.name is not None:
            return None
        first = mention.phrase[0]
        near = {k for word in {stem(form) for form in forms} for k in self._entities.near(word, first, _BACK)}
        for k in sorted(near, reverse=True):
            if self._tokens.words[k].fold not in forms or not self._is_of_it(mention, k):
                continue
            found = self._subject(k)
            if found is not None and Gender.UNKNOWN not in (found.gender, mention.gender):
                found = found if found.gender is mention.gender else None
            if found is not None:
                return self._entities.meet(found)
        return None

    def _is_of_it(self, mention: Mention, k: int) -> bool:
        """Whether the text around the verb at k has all that describes the noun (مقدمة | البرنامج)."""
        around = self._tokens.words[max(0, k - _AROUND) : k + _BEHIND]
        said = {word.fold for word in around}
        said.update(fold[1:] for fold in tuple(said) if fold.startswith(LEANING))  # لبرنامج
        return mention.traits <= {light(fold) for fold in said}

    def _subject(self, k: int) -> Mention | None:
        """The person whose name stands behind the verb at k, or behind its object."""
        words = self._tokens.words
        end = self._tokens.sentence_ends[k]
        for j in range(k + 1, min(k + 1 + _OBJECT, end)):
            word = words[j]
            if word.kind != WORD or word.finite or word.complementiser or word.relative:
                return None
            if word.title or word.given:
                phrase = self._names.noun_phrase(self._tokens, j, end)
                found = self._mentions.naming(self._tokens, phrase) if phrase and phrase[0] == j else None
                return found if found is not None and found.kind is SpeakerKind.PERSON else None
        return None


def doing(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The forms of the verbs of `does`, masculine and feminine, with pronouns and what leans on them."""
    forms = {}
    for noun, verbs in lexicon.lists("does").items():
        hers = [_SHE + verb[1:] if verb[0] == _HE else verb + _SHE for verb in verbs]
        bare = [*verbs, *hers]
        owned = [*bare, *(form + his for form in bare for his in SUFFIXES)]
        forms[stem(noun)] = (*owned, *(letter + form for letter in ADDING for form in owned))
    return forms
