"""Who an article names: its entities, each with all that its mentions say of it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from operator import itemgetter
from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.entities.bearers import SON, Bearers, Key
from quotetrack.detection.entities.entity import REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.entities.roster import Roster
from quotetrack.detection.noun_phrases.enclosed_names import end_of_name
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.text.places import Places
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.word import (
    ADDING,
    COMMA,
    LEANING,
    PLURAL,
    PLURAL_OBLIQUE,
    WORD,
    hidden_article,
    light,
    stem,
)

_QUOTES: Final = '"«»“”'
_FULL_NAME: Final = 2
_LIKE: Final = "كأ"
"""How a word begins that says as what somebody does something (كأول)."""
_AND: Final = "و"
_SONS: Final = ("ابن", "إبن")
"""How «son of» is spelt at the head of names."""
_ALEF_AT_END: Final = re.compile("ً?اً?$")
_ACCUSATIVE: Final = re.compile("(?:اً|ًا)(?!\\w)")
_ALEF_AT_ENDS: Final = re.compile("ا(?!\\w)")
_DESCRIBING: Final = re.compile("(?: \\w{3,}ا(?![\\wً]))+")
"""Adjectives without tanween right behind a noun in the accusative (مصدرا دبلوماسيا كبيرا)."""
_ACRONYM: Final = re.compile(r"(?<=\w)\s*[\"“«(]\s*[A-Z]{2,}\s*[\"”»)]$")
"""What a body is called by for short behind its name (منظمة حظر الأسلحة "OPCW")."""


class Entities:
    """The entities of one article, by name and by what they are called."""

    def __init__(self, tokens: Tokens, mentions: Mentions, names: Phrases) -> None:
        self._tokens, self._mentions, self.names = tokens, mentions, names
        self.known: list[Entity] = []
        self._bearers = Bearers(tokens, mentions, self.known)
        places = Places(tokens)
        self._roster = Roster(tokens, mentions, names, places)
        self.places, self.roster = places.of, self._roster.titled
        """The tokens that have a stem; everybody whom the article names with a title."""

    def words_of(self, part: Range) -> tuple[str, ...]:
        """The folded words of a range."""
        words = self._tokens.words[part[0] : part[1]]
        folds = [w.fold[w.given_added and w is words[0] :] for w in words if w.kind == WORD]
        return tuple([SON if fold in _SONS else fold for fold in folds])

    # -- names ---------------------------------------------------------------------------------

    def introduce(self, headline: int) -> None:
        """Meet everybody whom the article names with a title: its body first, the headline last."""
        roster = self.roster()
        split = bisect_left(roster, headline, key=lambda mention: mention.phrase[0])
        for mention in (*roster[split:], *roster[:split]):
            if mention.name is not None and mention.kind is SpeakerKind.PERSON and self.is_sure(mention.name):
                self.meet(mention)

    def is_sure(self, name: Range) -> bool:
        """Whether a phrase that no verb vouches for ends in a name: a first name, or two words to an edge."""
        words = self._tokens.words
        first, end = name
        opening = words[first]
        if opening.given or self._is_enclosed(first, end):
            return True
        edge = words[end] if end < self._tokens.count else None
        closed = edge is None or edge.kind != WORD or edge.complementiser or edge.finite or edge.relative
        closed = closed or (edge is not None and edge.verbal and not edge.given)  # الرئيس فلان الفلاني أرجأ
        if edge is not None and edge.noun & nouns.ORDINARY:
            unknown = all(
                word.noun & nouns.MAY_BEGIN_NAME and not (word.noun & nouns.ORDINARY or word.head)
                for word in words[first:end]
            )
            closed = unknown and end - first == _FULL_NAME and not opening.raw.startswith(_LIKE)
        if edge is not None and edge.preposition:
            closed = all(word.noun & nouns.MAY_BEGIN_NAME for word in words[first:end])
        return (
            closed
            and end - first > 1
            and not (opening.definite or opening.adverbial or opening.verbal or opening.raw[0] == "و")
            and len(opening.fold) > 2
        )

    def _is_enclosed(self, first: int, end: int) -> bool:
        """Whether words that no list knows, and that have no shape of another, fill a name behind a title."""
        plain = all(not word.verbal and word.raw[0] != _AND for word in self._tokens.words[first:end])
        return plain and end_of_name(self._tokens, first, end) == end

    def meet(self, mention: Mention) -> Entity:
        """The entity that a mention names: one known already, or a new one."""
        entity = self._by_name(mention) or self.new(mention)
        self.learn(entity, mention)
        return entity

    def is_known(self, mention: Mention) -> bool:
        """Whether the article has met somebody of that name."""
        return self._by_name(mention) is not None

    def name(self, entity: Entity, mention: Mention) -> None:
        """Give a name to somebody who was only described so far."""
        assert mention.name
        entity.role = entity.role or entity.name
        entity.name = self.text(mention.name, mention)
        entity.key = self._key(mention.name)
        entity.named, entity.named_at = True, self._tokens.span(*mention.name)
        self.learn(entity, mention)

    def take_name(self, entity: Entity, mention: Mention) -> Entity | None:
        """Give somebody described the name of the mention, unless its bearer has spoken himself."""
        bearer = self._by_name(mention)
        if bearer is not None:
            if bearer.spoke >= 0:
                return None
            self.known.remove(bearer)
        self.name(entity, mention)
        return entity

    def _by_name(self, mention: Mention) -> Entity | None:
        key = self._name_key(mention)
        if not key:
            return None
        entity = self._bearers.likeliest(mention, key)
        if entity is not None:
            self._respell(entity, mention, key)
            return entity
        return self._bearers.misspelt(key) or self._met_in_full(mention)

    def _respell(self, entity: Entity, mention: Mention, key: Key) -> None:
        """Write an entity's name as the mention does, if that ends it sooner in place or makes it longer."""
        assert mention.name
        here, theirs = self._tokens.span(*mention.name), entity.named_at
        sooner = here.start == theirs.start and here.end < theirs.end
        if sooner or (len(key) > len(entity.key) and set(entity.key) <= set(key)):
            entity.key, entity.name, entity.named_at = key, self.text(mention.name, mention), here

    def in_full(self, mention: Mention) -> Range | None:
        """Where the article has a person's short name in full, or None."""
        assert mention.name
        key = self._name_key(mention)
        person = mention.kind is SpeakerKind.PERSON and mention.name[0] not in self._tokens.inside
        if not person or len(key) > _FULL_NAME or self._bearers.is_nobody(mention, key):
            return None
        return self._roster.in_full(mention.name, key)

    def _met_in_full(self, mention: Mention) -> Entity | None:
        """A new entity of the longer name by which the article tells who a person's short one is."""
        fuller = self.in_full(mention)
        if fuller is None:
            return None
        entity = self.new(mention)
        entity.name, entity.key = self.text(fuller, mention), self._key(fuller)
        entity.named_at = self._tokens.span(*fuller)
        return entity

    def _name_key(self, mention: Mention) -> Key:
        """The key of the name that a mention has, without the و that adds a last name (الخالد | وحداد)."""
        assert mention.name
        first, end = mention.name
        word = self._tokens.words[first]
        alone = mention.clitic and first == mention.phrase[0] and end == first + 1
        added = alone and word.adds
        return (stem(word.fold[1:]),) if added else self._key(mention.name)

    def _key(self, part: Range) -> Key:
        return tuple(map(stem, self.words_of(part)))

    # -- what is known of them -----------------------------------------------------------------

    def new(self, mention: Mention) -> Entity:
        """An entity of its own for a mention."""
        part = mention.name or self._without_apposition(mention)
        key = self._key(part)
        entity = Entity(
            name=self.text(part, mention),
            key=key,
            kind=mention.kind,
            gender=mention.gender,
            number=mention.number,
            named_at=self._tokens.span(*part),
            named=mention.name is not None and bool(key),  # a mark alone names nobody
            titled=mention.titled,
        )
        self.known.append(entity)
        return entity

    def _without_apposition(self, mention: Mention) -> Range:
        """The phrase of a mention without what a comma adds to a body or document (شركة الضفاف، المستشار)."""
        first, end = mention.phrase
        if mention.kind not in (SpeakerKind.ORGANISATION, SpeakerKind.DOCUMENT):
            return mention.phrase
        commas = (k for k in range(first + 1, end) if self._tokens.words[k].kind == COMMA)
        return first, next(commas, end)

    def called(self, name: str, at: int) -> Entity:
        """The entity of a name that the text does not spell out; `at` is the token that implies it."""
        for entity in self.known:
            if entity.name == name:
                return entity
        entity = Entity(
            name,
            (name,),
            SpeakerKind.PERSON,
            Gender.MASCULINE,
            Number.SINGULAR,
            self._tokens.span(at, at + 1),
        )
        entity.named = True
        self.known.append(entity)
        return entity

    def learn(self, entity: Entity, mention: Mention) -> None:
        """Take over what a mention says of an entity."""
        words = self._tokens.words[mention.phrase[0] : mention.phrase[1]]
        entity.heads.add(mention.head)
        for k, word in enumerate(words):
            if word.kind == WORD:
                entity.traits.add(light(word.fold))
                of_something = not word.definite and k + 1 < len(words) and words[k + 1].definite
                if (word.head or word.title) and (of_something or not self._mentions.describes(word.base)):
                    entity.heads.add(word.stem)  # مسؤول العلاقات العامة, not ضابط مسؤول
        entity.located |= mention.located
        entity.titled = entity.titled or mention.titled
        before = self._tokens.words[max(0, mention.phrase[0] - 1)]
        for word in (before, *words[:2]):
            if word.base in self._mentions.honorifics:
                entity.honours.add(word.base)
        if mention.role is not None and mention.name is not None and not entity.role:
            entity.role = self.text(mention.role, mention)
        if mention.gender is not Gender.UNKNOWN and entity.gender is Gender.UNKNOWN:
            entity.gender = mention.gender
        called = words[0].raw
        described = not entity.named and mention.name is None and called.endswith(PLURAL)
        if described and entity.name == called.removesuffix(PLURAL) + PLURAL_OBLIQUE:
            entity.name = self.text(mention.phrase, mention)
            entity.named_at = self._tokens.span(*mention.phrase)
        insort(entity.seen, mention.phrase[0])

    def near(self, word: str, at: int, reach: int) -> list[int]:
        """The tokens before `at`, not farther back than `reach`, whose stem is `word`."""
        places = self.places(word)
        return places[bisect_left(places, at - reach) : bisect_left(places, at)]

    def recent(self, at: int) -> list[Entity]:
        """The entities mentioned before `at`, the last first."""
        ages = [(e.distance(at, self._tokens.count), e) for e in self.known[-REMEMBERED:]]
        ages.sort(key=itemgetter(0))
        return [entity for age, entity in ages if age < self._tokens.count]

    def text(self, part: Range, mention: Mention) -> str:
        """The words of a part of a mention as a name: without marks, clitic and accusative ending."""
        text = _unmarked(self._tokens.span(*part).of(self._tokens.text))
        first = self._tokens.words[part[0]]
        leans = text.startswith(LEANING) or (first.adds and text.startswith(_AND))
        if mention.clitic and part[0] == mention.phrase[0] and leans:
            article, letters = hidden_article(first.fold, self._mentions.in_lam)
            return article + text[letters:]
        added = first.given_added or (first.joined and first.raw[0] in ADDING)
        if added and text.startswith(first.raw) and part[0] - 1 not in self._tokens.quote_at:  # «فرايه بوته»
            text = text[1:]  # ومجموعة أخرى، وسامي الخالد
        if (
            part[0] == mention.phrase[0]
            and self._mentions.is_accusative(self._tokens, part[0])
            and text.startswith(first.raw)
        ):
            text = _ALEF_AT_END.sub("", first.raw) + _nominative(text[len(first.raw) :])
        return _ACCUSATIVE.sub("", text)


def _nominative(text: str) -> str:
    """What stands behind a noun in the accusative, its adjectives in the nominative."""
    found = _DESCRIBING.match(text)
    return text if found is None else _ALEF_AT_ENDS.sub("", found[0]) + text[found.end() :]


def _unmarked(text: str) -> str:
    """A name without the commas and quotation marks at its ends, those that enclose part of it kept."""
    text = _ACRONYM.sub("", text.replace("#", "").replace("_", " ").strip(" ،,"))
    inner = text.strip(_QUOTES)
    if inner == text:
        return text
    marks = sum(text.count(mark) for mark in _QUOTES) - sum(inner.count(mark) for mark in _QUOTES)
    enclosed = any(mark in inner for mark in _QUOTES) and marks % 2
    return text if enclosed else inner.strip(" ،,")
