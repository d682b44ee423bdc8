"""Who an article names: its entities, each with all that its mentions say of it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import OSA

from quotetrack.detection import nouns
from quotetrack.detection.draft import Range
from quotetrack.detection.entity import REMEMBERED, Entity
from quotetrack.detection.mentions import Mention, Mentions
from quotetrack.detection.places import Places
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.roster import Roster
from quotetrack.detection.source import Phrases
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import (
    ADDING,
    LEANING,
    PLURAL,
    PLURAL_OBLIQUE,
    WORD,
    hidden_article,
    light,
    stem,
)

_QUOTES = '"«»“”'
_FULL_NAME = 2
_GOD = ("الله",)
_LIKE = "كأ"
"""How a word begins that says as what somebody does something (كأول)."""
_SON, _SONS = "بن", ("ابن", "إبن")
"""How «son of» is spelt between names, and at their head."""
_ALEF_AT_END = re.compile("ً?اً?$")
_ACCUSATIVE = re.compile("(?:اً|ًا)(?!\\w)")
_ACRONYM = re.compile(r"(?<=\w)\s*[\"“«(]\s*[A-Z]{2,}\s*[\"”»)]$")
"""What a body is called by for short behind its name (منظمة حظر الأسلحة "OPCW")."""


class _Joined(NamedTuple):
    """A name run together: its length, the whole without articles, and the same from each word on."""

    size: int
    whole: str
    tails: frozenset[str]

    @classmethod
    def of(cls, key: tuple[str, ...]) -> _Joined:
        tails = [_without_article("".join(key[k:])) for k in range(len(key))]
        return cls(sum(map(len, key)), tails[0], frozenset(tails))


class Entities:
    """The entities of one article, by name and by what they are called."""

    def __init__(self, tokens: Tokens, mentions: Mentions, names: Phrases) -> None:
        self.tokens, self.mentions, self.names = tokens, mentions, names
        self.known: list[Entity] = []
        places = Places(tokens)
        self._roster = Roster(tokens, mentions, names, places)
        self.places, self.roster = places.of, self._roster.titled
        self._all_joined: dict[tuple[str, ...], _Joined] = {}

    def words_of(self, part: Range) -> tuple[str, ...]:
        """The folded words of a range."""
        folds = [w.fold for w in self.tokens.words[part[0] : part[1]] if w.kind == WORD]
        return tuple([_SON if fold in _SONS else fold for fold in folds])

    # -- names ---------------------------------------------------------------------------------

    def introduce(self, headline: int) -> None:
        """Meet everybody whom the article names with a title: its body first, the headline last."""
        roster = self._roster.titled()
        split = bisect_left(roster, headline, key=lambda mention: mention.phrase[0])
        for mention in (*roster[split:], *roster[:split]):
            if mention.name is not None and mention.kind is SpeakerKind.PERSON and self.is_sure(mention.name):
                self.meet(mention)

    def is_sure(self, name: Range) -> bool:
        """Whether a phrase that no verb vouches for ends in a name: a first name, or two words to an edge."""
        words = self.tokens.words
        first, end = name
        if words[first].given:
            return True
        edge = words[end] if end < self.tokens.count else None
        closed = edge is None or edge.kind != WORD or edge.complementiser or edge.finite or edge.relative
        if edge is not None and edge.noun & nouns.ORDINARY:
            unknown = all(
                word.noun & nouns.MAY_BEGIN_NAME and not (word.noun & nouns.ORDINARY or word.head)
                for word in words[first:end]
            )
            closed = unknown and end - first == _FULL_NAME and not words[first].raw.startswith(_LIKE)
        if edge is not None and edge.preposition:
            closed = all(word.noun & nouns.MAY_BEGIN_NAME for word in words[first:end])
        return (
            closed
            and end - first > 1
            and not any(
                w.definite or w.adverbial or w.verbal or w.raw[0] == "و" for w in words[first : first + 1]
            )
            and len(words[first].fold) > 2
        )

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
        entity.key = tuple(map(stem, self.words_of(mention.name)))
        entity.named, entity.named_at = True, self.tokens.span(*mention.name)
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
        assert mention.name
        key = tuple(map(stem, self.words_of(mention.name)))
        if not key:
            return None
        parts, given = frozenset(key), self.tokens.words[mention.name[0]].given
        first = self.tokens.words[mention.name[0]]
        mute = len(key) == 1 and first.definite and first.noun & nouns.MUTE
        outlet, medium = SpeakerKind.OUTLET, mention.kind is SpeakerKind.OUTLET
        fitting = []
        for e in self.known[-REMEMBERED:]:
            if not e.named:
                continue
            if key != e.key and (mute or _GOD in (key, e.key)):
                continue  # الله، رسول الله; الواقع, no «سامي واقع»
            if medium or e.kind is outlet:  # «ذي دايلي مايل»، «ذي دايلي تلغراف»
                same = _holds(parts, e.key)
            else:
                same = self._same_name(key, parts, e.key, given=given)
            if same and not (len(key) == 1 and self._is_pair(e)):
                fitting.append(e)
        if fitting:
            heard = len(key) == 1 or not given  # آل فايد, where father and son are
            entity = min(
                fitting,
                key=lambda e: (
                    len(e.key) == 1,
                    heard and e.spoke < 0,
                    e.distance(mention.phrase[0], self.tokens.count),
                ),
            )
            theirs = entity.key
            here = self.tokens.span(*mention.name)
            if here.start == entity.named_at.start and here.end < entity.named_at.end:
                entity.key, entity.name, entity.named_at = key, self.text(mention.name, mention), here
            if len(key) > len(theirs) and set(theirs) <= set(key) and not _begins(key, theirs):
                entity.key, entity.name = key, self.text(mention.name, mention)
                entity.named_at = self.tokens.span(*mention.name)
            return entity
        if (variant := self._variant(key)) is not None:
            return variant
        if mute or key == _GOD:
            return None
        person = mention.kind is SpeakerKind.PERSON and mention.name[0] not in self.tokens.inside
        if person and len(key) <= 2 and (fuller := self._roster.in_full(mention.name, key)) is not None:
            entity = self.new(mention)
            entity.name, entity.key = (
                self.text(fuller, mention),
                tuple(stem(w) for w in self.words_of(fuller)),
            )
            entity.named_at = self.tokens.span(*fuller)
            return entity
        return None

    def _is_pair(self, entity: Entity) -> bool:
        """Whether two names are joined in the entity's (سامي الخالد وكريم الحسن)."""
        return any(part[0] == "و" and part[1:] in self.mentions.given for part in entity.key)

    def _same_name(
        self, key: tuple[str, ...], parts: frozenset[str], theirs: tuple[str, ...], *, given: bool
    ) -> bool:
        """Whether two names are those of one person: one is part of the other, or cut otherwise.

        A last name may open a phrase that goes on with other words, unless it is a first name (`given`).
        """
        if given and len(key) > 1 and (_SON, key[0]) in pairwise(theirs):
            return False  # محمد بن راشد is the father of حمدان بن محمد بن راشد
        if parts.isdisjoint(theirs):
            return key[-1][-1:] == theirs[-1][-1:] and self._run_together(key, theirs)
        return _holds(parts, theirs) or _begins(key, theirs, given=given) or self._run_together(key, theirs)

    def _run_together(self, key: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether two names differ only in where they are cut (نصر الله، نصرالله), first names aside."""
        one, two = self._joined(key), self._joined(other)
        if one.size > two.size:
            one, two = two, one
        return len(one.whole) > 4 and one.whole in two.tails

    def _joined(self, key: tuple[str, ...]) -> _Joined:
        joined = self._all_joined.get(key)
        if joined is None:
            joined = self._all_joined[key] = _Joined.of(key)
        return joined

    def _variant(self, key: tuple[str, ...]) -> Entity | None:
        """Who a last name spelt with one letter more, less or other is: foreign names vary, and slip."""
        if len(key) != 1 or len(key[0]) < 5:
            return None
        for entity in reversed(self.known[-REMEMBERED:]):
            if entity.named and any(
                len(known) >= 5 and OSA.distance(key[0], known, score_cutoff=1) <= 1 for known in entity.key
            ):
                return entity
        return None

    # -- what is known of them -----------------------------------------------------------------

    def new(self, mention: Mention) -> Entity:
        """An entity of its own for a mention."""
        part = mention.name or mention.phrase
        key = tuple(stem(w) for w in self.words_of(part))
        entity = Entity(
            name=self.text(part, mention),
            key=key,
            kind=mention.kind,
            gender=mention.gender,
            number=mention.number,
            named_at=self.tokens.span(*part),
            named=mention.name is not None and bool(key),  # a mark alone names nobody
            titled=mention.titled,
        )
        self.known.append(entity)
        return entity

    def called(self, name: str, at: int) -> Entity:
        """The entity of a name that the text does not spell out; `at` is the token that implies it."""
        for entity in self.known:
            if entity.name == name:
                return entity
        entity = Entity(
            name, (name,), SpeakerKind.PERSON, Gender.MASCULINE, Number.SINGULAR, self.tokens.span(at, at + 1)
        )
        entity.named = True
        self.known.append(entity)
        return entity

    def learn(self, entity: Entity, mention: Mention) -> None:
        """Take over what a mention says of an entity."""
        words = self.tokens.words[mention.phrase[0] : mention.phrase[1]]
        entity.heads.add(mention.head)
        for word in words:
            if word.kind == WORD:
                entity.traits.add(light(word.fold))
                if (word.head or word.title) and not self.mentions.describes(word.base):
                    entity.heads.add(word.stem)
        entity.located |= mention.located
        entity.titled = entity.titled or mention.titled
        before = self.tokens.words[max(0, mention.phrase[0] - 1)]
        for word in (before, *words[:2]):
            if word.base in self.mentions.honorifics:
                entity.honours.add(word.base)
        if mention.role is not None and mention.name is not None and not entity.role:
            entity.role = self.text(mention.role, mention)
        if mention.gender is not Gender.UNKNOWN and entity.gender is Gender.UNKNOWN:
            entity.gender = mention.gender
        called = words[0].raw
        described = not entity.named and mention.name is None and called.endswith(PLURAL)
        if described and entity.name == called.removesuffix(PLURAL) + PLURAL_OBLIQUE:
            entity.name = self.text(mention.phrase, mention)
            entity.named_at = self.tokens.span(*mention.phrase)
        insort(entity.seen, mention.phrase[0])

    def recent(self, at: int) -> list[Entity]:
        """The entities mentioned before `at`, the last first."""
        ages = [(e.distance(at, self.tokens.count), e) for e in self.known[-REMEMBERED:]]
        ages.sort(key=itemgetter(0))
        return [entity for age, entity in ages if age < self.tokens.count]

    def text(self, part: Range, mention: Mention) -> str:
        """The words of a part of a mention as a name: without marks, clitic and accusative ending."""
        text = _unmarked(self.tokens.span(*part).of(self.tokens.text))
        if mention.clitic and part[0] == mention.phrase[0] and text.startswith((*LEANING, "و")):
            article, letters = hidden_article(self.tokens.words[part[0]].fold, self.mentions.in_lam)
            return article + text[letters:]
        first = self.tokens.words[part[0]]
        if first.joined and first.raw[0] in ADDING and text.startswith(first.raw):
            text = text[1:]  # ومجموعة أخرى
        if part[0] == mention.phrase[0] and self.mentions.is_accusative(first) and text.startswith(first.raw):
            text = _ALEF_AT_END.sub("", first.raw) + text[len(first.raw) :]
        return _ACCUSATIVE.sub("", text)


def _unmarked(text: str) -> str:
    """A name without the commas and quotation marks at its ends, those that enclose part of it kept."""
    text = _ACRONYM.sub("", text.replace("#", "").replace("_", " ").strip(" ،,"))
    inner = text.strip(_QUOTES)
    if inner == text:
        return text
    marks = sum(text.count(mark) for mark in _QUOTES) - sum(inner.count(mark) for mark in _QUOTES)
    enclosed = any(mark in inner for mark in _QUOTES) and marks % 2
    return text if enclosed else inner.strip(" ،,")


def _holds(parts: frozenset[str], theirs: tuple[str, ...]) -> bool:
    """Whether one of two names is part of the other."""
    return parts.issubset(theirs) or parts.issuperset(theirs)


def _begins(key: tuple[str, ...], theirs: tuple[str, ...], *, given: bool = False) -> bool:
    """Whether a phrase begins with a known name and goes on with other words (an object, a slip)."""
    known = 0
    while known < len(key) and key[known] in theirs:
        known += 1
    names = [part for part in key[:known] if part != _SON]
    return (
        0 < known < len(key)
        and (len(names) > 1 or (key[0] == theirs[-1] and not given))
        and not set(theirs) <= set(key)
    )


def _without_article(name: str) -> str:
    """A name run together without the article in it (عبدالخالق, as عبد and خالق make it)."""
    return name.replace("عبدال", "عبد", 1)
