"""Who the sources name: the entities of one article, found by name, by description and by what follows."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from quotetrack.detection.draft import Draft, Range
from quotetrack.detection.mentions import Mention, Mentions
from quotetrack.detection.records import Gender, Number, Span, Speaker, SpeakerKind
from quotetrack.detection.source import Phrases
from quotetrack.detection.tokens import COMMA, WORD, Tokens, stem

_OCCURRENCES = 24
"""How many places of a word are looked at for a fuller form: more would cost, and tell nothing new."""
REMEMBERED = 120
"""How many speakers back a reader remembers; it keeps long articles linear."""
_ACCUSATIVE = re.compile("(?:اً|ًا)(?!\\w)")


@dataclass(slots=True)
class Entity:
    """Somebody in the article, with all that its mentions said."""

    name: str
    key: tuple[str, ...]
    kind: SpeakerKind
    gender: Gender
    number: Number
    named_at: Span
    role: str = ""
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    named: bool = False
    titled: bool = False

    def speaker(self) -> Speaker:
        """The record that leaves the room."""
        return Speaker(self.name, self.kind, self.role, self.gender, self.number, self.named_at)


class Entities:
    """The entities of one article, in the order in which they were last spoken of."""

    def __init__(self, tokens: Tokens, mentions: Mentions, names: Phrases, openers: frozenset[str]) -> None:
        self.tokens, self.mentions, self.names, self._openers = tokens, mentions, names, openers
        self.entities: list[Entity] = []
        self._index: dict[str, list[int]] | None = None
        self._titled: list[tuple[int, Range]] | None = None

    def _at(self, word: str) -> list[int]:
        """The tokens whose stem is `word`; the index is made when it is first asked for."""
        if self._index is None:
            self._index = {}
            for i, token in enumerate(self.tokens.words):
                if token.kind == WORD:
                    self._index.setdefault(token.stem, []).append(i)
        return self._index.get(word, [])

    # -- sources -------------------------------------------------------------------------------

    def named(self, draft: Draft) -> Entity:
        """The entity that the source of `draft` names or describes."""
        assert draft.source
        entity = self.refer(draft.source, clitic=draft.clitic)
        if entity.gender is Gender.UNKNOWN and draft.gender is not Gender.UNKNOWN:
            entity.gender = draft.gender
        return entity

    def refer(self, phrase: Range, *, clitic: bool = False) -> Entity:
        """The entity of a noun phrase: one known already, or a new one."""
        mention = self.mentions.parse(self.tokens, phrase, clitic=clitic)
        if (pair := self._pair(mention)) is not None:
            return pair
        if mention.same and (known := self._same(mention)) is not None:
            return known
        entity = self._by_name(mention) if mention.name else self._by_description(mention)
        if entity is None:
            entity = self._new(mention)
        self._learn(entity, mention)
        return entity

    def _pair(self, mention: Mention) -> Entity | None:
        """The two people that a dual takes up («الزعيمان»): the last two whom the text names before it."""
        if self.tokens.words[mention.phrase[0]].fold not in self.mentions.pairs:
            return None
        two: list[Entity] = []
        roster = self.roster()
        upto = bisect_left(roster, (mention.phrase[0], (0, 0)))
        for _, phrase in reversed(roster[max(0, upto - _OCCURRENCES) : upto]):
            entity = self.refer(phrase)
            if entity.named and len(entity.key) > 1 and all(entity is not other for other in two):
                two.append(entity)
            if len(two) == 2:
                break
        two.sort(key=lambda e: e.named_at.start)
        if len(two) < 2:
            return None
        pair = self._new(mention)
        pair.name, pair.kind, pair.number = "، ".join(e.name for e in two), SpeakerKind.GROUP, Number.DUAL
        pair.gender = Gender.MASCULINE
        return pair

    def roster(self) -> list[tuple[int, Range]]:
        """Every titled phrase of the article that holds a name, with its place; made when first asked for."""
        if self._titled is not None:
            return self._titled
        found = []
        for i, word in enumerate(self.tokens.words):
            if word.title or word.head:
                phrase = self.names.noun_phrase(
                    self.tokens, i, self.tokens.sentence_ends[i], apposition=False
                )
                if (
                    phrase is not None
                    and phrase[0] == i
                    and self.mentions.parse(self.tokens, phrase).name is not None
                ):
                    found.append((i, phrase))
        self._titled = found
        return found

    def _same(self, mention: Mention) -> Entity | None:
        """Who «المصدر نفسه» or «معاليه» is: the last with that head, else the last to speak."""
        recent = self.entities[-REMEMBERED:]
        fitting = [e for e in recent if mention.head in e.heads] or [
            e for e in recent if e.kind not in (SpeakerKind.OUTLET, SpeakerKind.DOCUMENT)
        ]
        return fitting[-1] if fitting else None

    def words_of(self, part: Range) -> tuple[str, ...]:
        """The folded words of a range."""
        return tuple(w.fold for w in self.tokens.words[part[0] : part[1]] if w.kind == WORD)

    def _by_name(self, mention: Mention) -> Entity | None:
        assert mention.name
        key = tuple(stem(w) for w in self.words_of(mention.name))
        for entity in reversed(self.entities[-REMEMBERED:]):
            if not entity.named:
                continue
            theirs = entity.key
            if (
                _begins(key, theirs)
                or set(key) <= set(theirs)
                or set(theirs) <= set(key)
                or _run_together(key, theirs)
            ):
                if len(key) > len(theirs) and set(theirs) <= set(key) and not _begins(key, theirs):
                    entity.key, entity.name = key, self._text(mention.name, mention)
                    entity.named_at = self.tokens.span(*mention.name)
                return entity
        if (variant := self._variant(key)) is not None:
            return variant
        if (described := self._described_before(mention)) is not None:
            described.name, described.key, described.named = self._text(mention.name, mention), key, True
            described.kind, described.named_at = mention.kind, self.tokens.span(*mention.name)
            return described
        if len(key) <= 2 and (fuller := self._fuller(mention.name, key)) is not None:
            entity = self._new(mention)
            entity.name, entity.key = (
                self._text(fuller, mention),
                tuple(stem(w) for w in self.words_of(fuller)),
            )
            entity.named_at = self.tokens.span(*fuller)
            return entity
        return None

    def _variant(self, key: tuple[str, ...]) -> Entity | None:
        """Who a last name spelt with one letter more, less or other is: foreign names vary, and slip."""
        if len(key) != 1 or len(key[0]) < 5:
            return None
        for entity in reversed(self.entities[-REMEMBERED:]):
            if entity.named and any(
                len(known) >= 5 and Levenshtein.distance(key[0], known, score_cutoff=1) <= 1
                for known in entity.key
            ):
                return entity
        return None

    def _described_before(self, mention: Mention) -> Entity | None:
        """A titled description, in a headline or a lead, to which this mention gives the name."""
        if mention.role is None or mention.kind is not SpeakerKind.PERSON:
            return None
        role = frozenset(self.tokens.words[i].stem for i in range(*mention.role))
        for entity in reversed(self.entities[-REMEMBERED:]):
            if entity.named or not entity.titled or entity.kind is not SpeakerKind.PERSON:
                continue
            if entity.gender is not mention.gender and Gender.UNKNOWN not in (entity.gender, mention.gender):
                continue
            shared = entity.words & role
            if shared & entity.heads and len(shared) > 1 and (entity.words <= role or len(shared) > 2):
                return entity
        return None

    def _fuller(self, name: Range, key: tuple[str, ...]) -> Range | None:
        """A longer form of the name elsewhere in the article, behind a title or in a comma's shelter."""
        words = self.tokens.words
        best: Range | None = None
        for at in self._at(stem(key[-1]))[:_OCCURRENCES]:
            if name[0] <= at < name[1]:
                continue
            start = at
            while start > 0 and at - start < 4 and self._name_like(start - 1):
                start -= 1
            if start == at or not self._sheltered(start):
                continue
            if not set(key) <= {stem(w.fold) for w in words[start : at + 1]}:
                continue
            if best is None or at + 1 - start > best[1] - best[0]:
                best = start, at + 1
        return best

    def _name_like(self, i: int) -> bool:
        word = self.tokens.words[i]
        return (
            word.kind == WORD
            and not (word.cues or word.preposition or word.adverbial or word.complementiser or word.relative)
            and not word.definite
            and self.mentions.can_begin_name(word)
            and not word.joined
        )

    def _sheltered(self, start: int) -> bool:
        """Whether a name begins at `start`: it opens with a given name, or stands behind a title."""
        words = self.tokens.words
        if words[start].fold in self.mentions.given:
            return True
        for back in range(start - 1, max(start - 5, -1), -1):
            before = words[back]
            if before.title or before.head:
                return True
            if before.kind != WORD or not before.definite:
                return False
        return False

    def _by_description(self, mention: Mention) -> Entity | None:
        """The most recent entity with the same head noun and nothing against it."""
        if len(mention.words) == 1:
            for entity in reversed(self.entities[-REMEMBERED:]):
                if entity.named and mention.head in entity.key:
                    return entity
        if mention.definite or mention.titled:
            best, best_score = None, 0
            for age, entity in enumerate(reversed(self.entities[-REMEMBERED:])):
                score = self._fits(mention, entity)
                if score and score * 4 - age > best_score:
                    best, best_score = entity, score * 4 - age + 0
            if best is not None and (best.named or not mention.titled or mention.secret):
                return best
            if (
                mention.titled
                and not mention.secret
                and (named := self._antecedent(mention, anywhere=True)) is not None
            ):
                return self._merged(best, named)
            if best is not None:
                return best
        if mention.noun and (mention.definite or (mention.titled and len(mention.words) > 1)):
            antecedent = self._antecedent(mention)
            if antecedent is not None:
                return antecedent
        return None

    def _fits(self, mention: Mention, entity: Entity) -> int:
        if mention.head not in entity.heads:
            if mention.titled and len(mention.words) > 1 and mention.words <= entity.words:
                return 4
            return 0
        extra = mention.words - {mention.head}
        if not mention.definite:
            return 6 if mention.words <= entity.words and extra else 0
        if not extra:
            return 4
        shared = len(extra & entity.words)
        return 4 + 2 * shared if shared else (2 if entity.kind is SpeakerKind.ANONYMOUS else 0)

    def _merged(self, described: Entity | None, named: Entity) -> Entity:
        """One entity of a description met before and the name that the text gives for it."""
        if described is None or described is named or not named.named:
            return described or named
        described.name, described.key, described.named = named.name, named.key, True
        described.kind, described.named_at, described.role = named.kind, named.named_at, named.role
        described.heads |= named.heads
        described.words |= named.words
        self.entities = [e for e in self.entities[-REMEMBERED:] if e is not named]
        return described

    def _antecedent(self, mention: Mention, *, anywhere: bool = False) -> Entity | None:
        """What a definite description takes up from the text before: «الوزارة» … «وزارة الدفاع»."""
        tokens = self.tokens
        first = mention.phrase[0]
        places = self._at(mention.head)
        middle = bisect_left(places, first)
        after = places[middle : middle + _OCCURRENCES] if anywhere else []
        for at in [*reversed(places[max(0, middle - _OCCURRENCES) : middle]), *after]:
            if mention.phrase[0] <= at < mention.phrase[1]:
                continue
            if mention.titled and (name := self._name_before(at)) is not None:
                phrase = self.names.noun_phrase(tokens, at, tokens.sentence_ends[at], apposition=False)
                if phrase is not None and mention.words <= self.mentions.parse(tokens, phrase).words:
                    return self.refer((name[0], phrase[1]))
            limit = tokens.sentence_ends[at]
            limit = min(limit, first) if at < first else limit
            phrase = self.names.noun_phrase(tokens, at, limit, apposition=mention.titled)
            if phrase is not None and tokens.words[at].definite:
                phrase = phrase[0], self._definite_end(at, phrase[1])
            if phrase is None or phrase[0] != at or phrase[1] - at <= mention.phrase[1] - first:
                continue
            found = self.mentions.parse(tokens, phrase)
            if not (mention.words - {mention.head}) <= found.words:
                continue
            if found.name is not None and found.kind is SpeakerKind.PERSON and not mention.titled:
                continue
            if anywhere and found.name is None:
                continue
            entity = (self._by_name(found) if found.name else None) or self._new(found)
            self._learn(entity, found)
            return entity
        return None

    def _name_before(self, at: int) -> Range | None:
        """The name that a comma sets before the title at `at` («فلان الفلاني، مدير …»)."""
        words = self.tokens.words
        if at < 3 or words[at - 1].kind != COMMA:
            return None
        start = at - 1
        while start > 0 and at - start < 6:
            word = words[start - 1]
            if (
                word.kind != WORD
                or word.title
                or word.head
                or word.preposition
                or word.adverbial
                or word.finite
                or word.complementiser
                or word.verbal
            ):
                break
            start -= 1
        while start < at - 1 and words[start].definite:
            start += 1
        if at - 1 - start < 2 or not self.mentions.can_begin_name(words[start]):
            return None
        return start, at - 1

    def _definite_end(self, at: int, end: int) -> int:
        """The end of a phrase that begins with a definite noun: only definite words go on with it."""
        words = self.tokens.words
        if words[at].title or words[at].head:
            return end
        i = at + 1
        while i < end and words[i].fold.startswith(("ال", "وال", "لل")):
            i += 1
        return i

    def _new(self, mention: Mention) -> Entity:
        part = mention.name or mention.phrase
        entity = Entity(
            name=self._text(part, mention),
            key=tuple(stem(w) for w in self.words_of(part)),
            kind=mention.kind,
            gender=mention.gender,
            number=mention.number,
            named_at=self.tokens.span(*part),
            named=mention.name is not None,
            titled=mention.titled,
        )
        self.entities.append(entity)
        return entity

    def _learn(self, entity: Entity, mention: Mention) -> None:
        entity.heads.add(mention.head)
        for word in self.tokens.words[mention.phrase[0] : mention.phrase[1]]:
            if word.head or word.title:
                entity.heads.add(word.stem)
        entity.words |= mention.words
        if mention.role is not None and mention.name is not None and not entity.role:
            entity.role = self.tokens.span(*mention.role).of(self.tokens.text).strip("،, ")
        if mention.gender is not Gender.UNKNOWN and entity.gender is Gender.UNKNOWN:
            entity.gender = mention.gender
        if self.entities and self.entities[-1] is not entity:
            for at in range(len(self.entities) - 1, max(-1, len(self.entities) - REMEMBERED - 1), -1):
                if self.entities[at] is entity:
                    self.entities.append(self.entities.pop(at))
                    break

    def _text(self, part: Range, mention: Mention) -> str:
        text = self.tokens.span(*part).of(self.tokens.text).strip(' "«»“”،,')
        if mention.clitic and part[0] == mention.phrase[0] and text.startswith("ل"):
            return "ال" + text[2:] if text.startswith("لل") else text[1:]
        return _ACCUSATIVE.sub("", text)


def _begins(key: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether a phrase begins with a known name and goes on with other words (an object, a slip)."""
    known = 0
    while known < len(key) and key[known] in theirs:
        known += 1
    return 0 < known < len(key) and (known > 1 or key[0] == theirs[-1]) and not set(theirs) <= set(key)


def _run_together(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names differ only in where they are cut (نصر الله، نصرالله)."""
    one, two = sorted(("".join(key), "".join(other)), key=len)
    return len(key) != len(other) and len(one) > 4 and two.endswith(one)
