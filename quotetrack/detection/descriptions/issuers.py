"""Who issued a document: «البيان» is «بيان وزارة الدفاع» where the text says so once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.entities.spoken import Spoken
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.places import OCCURRENCES
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import LEANING, WORD, bare, light, without_clitic

_ISSUERS: Final = frozenset((SpeakerKind.ORGANISATION, SpeakerKind.OUTLET))
_TANWEEN: Final = "اً"
_REACH: Final = 7
"""Within how many tokens behind a document its issuer is named."""
_OF_BODY: Final = 2
"""The words of a document and of the body whose it is (بيان الوزارة)."""


class IssuerWords:
    """What the lexicon says of documents and their issuers; one serves all articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.kinds = lexicon.kinds
        self.within, self.newest = words["within"] | words["issued_through"], words["newest"]
        self.issued_by, self.issuing = words["issued_by"], tuple(words["issuing"])
        self.come_out = words["come_out"]
        self.statements, self.following = words["statements"], words["following"]
        self.empty = {light(word) for word in words["document_adjectives"]}


class Issuers:
    """Finds the issuers of the documents of one article."""

    def __init__(
        self,
        words: IssuerWords,
        tokens: Tokens,
        mentions: Mentions,
        names: Phrases,
        entities: Entities,
        spoken: Spoken,
    ) -> None:
        self._words = words
        self._tokens, self._mentions, self._names, self._entities = tokens, mentions, names, entities
        self._spoken = spoken

    def name(self, entity: Entity, mention: Mention, described: Callable[[Mention], Entity]) -> None:
        """Name a document by whoever issued it, once: «البيان» is «بيان وزارة الدفاع».

        `described` gives the entity that a description takes up.
        """
        if entity.issued:
            self._name_by_relative(entity, mention)
            return
        entity.issued = True
        if (issuer := self._genitive(mention, described)) is not None:
            noun = self._tokens.words[mention.phrase[0]].raw
            leans = mention.clitic and noun.startswith(LEANING)
            entity.name = f"{noun[leans:]} {issuer.name}"
            return
        said = self._tokens.words[slice(*mention.phrase)]
        if mention.traits - self._words.empty and not any(word.noun & nouns.ISSUED for word in said):
            return
        first = mention.phrase[0]
        places = [p for p in self._entities.places(mention.head) if p <= first][-OCCURRENCES:]
        if any(word.noun & nouns.ISSUED for word in said):
            places = [first]  # بيان صادر عن المجلس: whoever issued another does not matter
        for at in places:
            issuer = self._issuer(at, described)
            if issuer is None:
                continue
            word = self._tokens.words[at]
            noun = bare(word.raw) if word.definite else word.raw
            if mention.clitic and at == first and noun.startswith(LEANING):
                noun = noun[1:]  # وفقاً لبيان صادر عن الوزارة
            entity.name = f"{noun.rstrip(_TANWEEN)} {issuer.name}"
            return

    def _genitive(self, mention: Mention, described: Callable[[Mention], Entity]) -> Entity | None:
        """The body right behind a document, whose it is (بيان الوزارة), if the article says more of it."""
        (first, end), words = mention.phrase, self._tokens.words
        body = self._words.kinds.get(words[first + 1].fold) if end - first == _OF_BODY else None
        if words[first].definite or body not in _ISSUERS or not words[first + 1].definite:
            return None
        issuer = described(self._mentions.parse(self._tokens, (first + 1, end)))
        return issuer if len(issuer.seen) > 1 or issuer.named else None

    def _name_by_relative(self, entity: Entity, mention: Mention) -> None:
        """Name a document by whom a relative clause behind a later mention tells (الذي أعدته الشركة)."""
        words, end = self._tokens.words, mention.phrase[1]
        if end + 2 >= self._tokens.count or not words[end].relative or not mention.definite:
            return
        limit = self._tokens.sentence_ends[end]
        phrase = self._names.noun_phrase(self._tokens, end + 2, limit, apposition=False)
        made = words[end + 1].base.startswith(self._words.issuing) and self._body("ل" + words[end + 2].fold)
        if made and phrase is not None and phrase[0] == end + 2:
            found = self._mentions.parse(self._tokens, phrase)
            raw = words[mention.phrase[0]].raw
            noun = bare(without_clitic(raw, ()) if mention.clitic else raw)
            entity.name = f"{noun} {self._entities.text(phrase, found)}"

    def _issuer(self, at: int, described: Callable[[Mention], Entity]) -> Entity | None:
        """Who issued the document that is named at `at`: behind صادر عن or ل, or who speaks in it there."""
        tokens = self._tokens
        words = tokens.words
        for j in range(at + 1, min(at + _REACH, tokens.sentence_ends[at])):
            word = words[j]
            if word.base in self._words.come_out:
                continue  # بيان صدر عن المجلس
            issues = word.base.startswith(self._words.issuing)
            if word.kind != WORD or word.complementiser or ((word.finite or word.verbal) and not issues):
                break  # بيان وصل لموقع «الضفاف»
            clitic = word.fold[0] == "ل" and self._body(word.fold)
            start = j if clitic else j + 1
            if not (clitic or word.fold in self._words.issued_by or issues):
                continue
            came_out = words[j - 1].base in self._words.come_out
            sure = clitic or came_out or words[j - 1].noun & nouns.ISSUED
            if not (sure or issues) and words[at].definite:
                break  # نقل التقرير عن نازحة
            if start >= tokens.count or not (sure or self._body("ل" + words[start].fold)):
                break
            rest = self._names.noun_phrase(tokens, start + clitic, tokens.sentence_ends[at], apposition=False)
            end = rest[1] if rest is not None and rest[0] == start + clitic else start + 1
            while end > start + 1 and words[end - 1].noun & nouns.ISSUED:
                end -= 1  # تقرير لمؤسسة النقد الصادر أمس
            found = self._mentions.parse(tokens, (start, end), clitic=clitic)
            return self._entities.meet(found) if found.name is not None else described(found)
        before = at - 1 - (at > 1 and words[at - 1].fold in self._words.newest)
        within = before >= 0 and words[before].base in self._words.within
        pointed = words[at + 1].fold in self._words.following if at + 1 < tokens.count else False
        full = pointed and words[at].fold in self._words.statements
        return self._spoken.of_sentence(at) if within or full else None  # صدر عن الوزارة البيان التالي

    def _body(self, fold: str) -> bool:
        """Whether ل and a noun name a body or somebody with a title."""
        noun = without_clitic(fold, self._mentions.in_lam)
        return self._words.kinds.get(noun) in _ISSUERS or self._mentions.is_title(noun)
