"""Whom a description takes up: «المسؤول الأميركي», «الوزارة», «البيان», «الناطق باسمها».

Each entity that the article has named or described is weighed: by the noun that both are called by,
by what describes them, by how lately it was spoken of and whether it was speaking. A description that
nobody fits is looked up in the text, where an institution or a document may stand with its full name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from quotetrack.detection.draft import Range
from quotetrack.detection.entities import Entities
from quotetrack.detection.entity import REMEMBERED, Entity
from quotetrack.detection.issuers import Issuers, IssuerWords
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.mentions import Mention, Mentions
from quotetrack.detection.places import OCCURRENCES
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.roster import name_before
from quotetrack.detection.source import Phrases
from quotetrack.detection.spoken import Spoken
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import BREAK, WORD, light, stem

_PEOPLE = frozenset((SpeakerKind.PERSON, SpeakerKind.ANONYMOUS))
_ORGANISATION = SpeakerKind.ORGANISATION
_ENOUGH = 3.0
_FIELD = 3
"""The most words by which a headline names the field of a body («الغذاء والدواء»)."""
_IN_TOWN = 2
"""How many words call a body by its field and its town («فلكية جدة»: الجمعية الفلكية بجدة)."""
_HIS = "ه"


class DescriptionWords:
    """What the lexicon says of descriptions, by stems; one serves all articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.kinds, self.places = lexicon.kinds, lexicon.places
        self.issuers = IssuerWords(lexicon)
        self.stand_ins = {light(word) for word in words["stand_ins"]}
        self.leaders = {stem(word) for word in words["leaders"]}
        self.nations = frozenset(map(light, lexicon.places - words["continents"] - words["towns"]))
        self.without = words["without"]
        self.traitless = frozenset(map(light, self.without | words["of_late"]))
        self.peers = sorted({stem(word) for word in words["peers"]})
        self.superlatives = words["superlatives"]
        self.pairs, self.generic = words["pairs"], words["generic"]
        self.called_alone = {stem(word) for word in words["called_alone"]}
        self.honoured = _by_noun(words, "honoured.")
        self.counterparts = _by_noun(words, "counterparts.")


class Descriptions:
    """Finds what the descriptions of one article take up."""

    def __init__(
        self,
        words: DescriptionWords,
        tokens: Tokens,
        mentions: Mentions,
        names: Phrases,
        entities: Entities,
        headline: int,
        spoken: Spoken,
    ) -> None:
        self._words = words
        self._tokens, self._mentions, self._names, self._entities = tokens, mentions, names, entities
        self.issuers = Issuers(words.issuers, tokens, mentions, names, entities, spoken)
        self._headline, self._spoken = headline, spoken
        """The token at which the headline is over; it may be indefinite about whom the body describes."""

    def entity(self, mention: Mention, *, goes_on: bool = False) -> Entity:
        """The entity that a description takes up, or a new one.

        `goes_on` says that the verb asks for somebody who has spoken already («وأضاف المهاجم»).
        """
        entity = (
            self._surname(mention)
            or self._pair(mention)
            or self._same(mention)
            or (self._withheld(mention) if goes_on else None)
            or self._fitting(mention)
        )
        if entity is None and mention.noun and (mention.definite or mention.titled):
            entity = self._antecedent(mention) or self._peer(mention)
        described = goes_on and mention.kind in _PEOPLE and self._is_definite(mention)
        if entity is None and (
            described or (mention.titled and not mention.secret and (goes_on or mention.definite))
        ):
            entity = self._last_speaker(mention, goes_on=goes_on)
        if entity is None and mention.phrase[0] < self._headline:
            entity = self._only_one(mention) or self._first_heard(mention)
        if entity is None and mention.definite:
            entity = self._one_of(mention) or self._only_speaker(mention) or self._source(mention)
            entity = entity or self._medium(mention) or self._unknown_body(mention)
        if entity is None:
            entity = self._entities.new(mention)
        self._entities.learn(entity, mention)
        if mention.kind is SpeakerKind.DOCUMENT:
            self.issuers.name(entity, mention, self.entity)
        return entity

    def _is_definite(self, mention: Mention) -> bool:
        """Whether a description is definite, by itself or by its genitive (ناشط حقوق الإنسان)."""
        return any(word.definite for word in self._tokens.words[slice(*mention.phrase)])

    def _surname(self, mention: Mention) -> Entity | None:
        """Whose last name a single noun is («نواب» where «محمد نواب» was named, «السلطان» likewise)."""
        if mention.phrase[1] - mention.phrase[0] > 1:
            return None
        if mention.definite and (mention.noun or mention.titled):
            return self._after_given(mention)
        recent = self._entities.recent(mention.phrase[0])
        return next((e for e in recent if e.named and len(e.key) > 1 and e.key[-1] == mention.head), None)

    def _after_given(self, mention: Mention) -> Entity | None:
        """Whom the text names with the noun behind a first name, before it alone («جاسم السلطان»)."""
        words = self._tokens.words
        if not mention.titled or mention.head not in self._tokens.surnames:
            return None
        for at in reversed(self._entities.places(mention.head)):
            if at >= mention.phrase[0] or not at or not words[at - 1].given:
                continue
            start = at - 1
            while start and words[start - 1].given:
                start -= 1
            named = self._mentions.parse(self._tokens, (start, at + 1))
            return self._entities.meet(named) if named.name is not None else None
        return None

    def field_of(self, mention: Mention) -> Entity | None:
        """The body that a headline or marks call by its field: «الصحة» is «وزارة الصحة» of the article."""
        words = [w for w in self._tokens.words[slice(*mention.phrase)] if w.kind == WORD]
        if mention.titled or not 0 < len(words) <= _FIELD:
            return None
        placed = len(words) == _IN_TOWN and words[-1].fold in self._words.places and not mention.noun
        if not (words[0].definite or placed):
            return None  # «الصحة»، «فلكية جدة»
        field = {light(w.fold) for w in words}
        inside = {light(f"ب{words[-1].fold}")} if placed else set()
        bodies = [
            e
            for e in self._entities.known
            if e.kind is SpeakerKind.ORGANISATION
            and e.seen
            and len(e.traits) <= len(field) + _FIELD
            and e.seen[0] >= self._headline
            and self._is_of_field(field, inside, e.traits)
        ]
        body = min(bodies, key=lambda e: e.seen[0], default=None)
        for at in self._entities.places(words[0].stem)[:OCCURRENCES]:
            noun = self._tokens.words[at - 1]
            if body is not None and body.seen[0] < at:
                break
            if (
                at > self._headline
                and not noun.definite
                and self._words.kinds.get(noun.base) is _ORGANISATION
            ):
                end = min(at + len(words), self._tokens.count)
                found = self._mentions.parse(self._tokens, (at - 1, end))
                return self._entities.meet(found) if found.name is not None else self.entity(found)
        return body

    @staticmethod
    def _is_of_field(field: set[str], inside: set[str], traits: set[str]) -> bool:
        """Whether traits hold all of a field, its town perhaps with the ب of «in» (`inside`)."""
        return field <= traits or bool(inside and inside <= traits and len(field - traits) == 1)

    # -- «المصدر نفسه», «الزعيمان» -------------------------------------------------------------

    def _same(self, mention: Mention) -> Entity | None:
        """Who «المصدر نفسه» or «معاليه» is: the last speaker of that kind, else the last to speak."""
        if not mention.same:
            return None
        spoken = sorted(
            (e for e in self._entities.known[-REMEMBERED:] if e.spoke >= 0), key=lambda e: -e.spoke
        )
        first, end = mention.phrase
        speaker = end - first > 1 and self._tokens.words[first].fold in self._words.generic  # المتحدث ذاته
        if speaker and (people := [e for e in spoken if e.kind in _PEOPLE and self._may_be(mention, e)]):
            return people[0]
        called = [e for e in spoken if mention.head in e.heads]
        if called:
            return called[0]
        if mention.noun:
            seen = [e for e in self._entities.recent(first) if mention.head in e.heads]
            if seen:
                return seen[0]
        if mention.secret and spoken:
            return spoken[0]  # المصدر ذاته, behind a body or a document
        seen = [e for e in self._entities.recent(first) if e.named and e.role]
        either = [e for e in (*spoken, *seen) if e.kind in _PEOPLE]
        honoured = self._words.honoured.get(mention.head, frozenset())
        honorific = self._tokens.words[first].base.removesuffix(_HIS)
        by_title = next((e for e in either if honoured & e.heads), either[0] if either else None)
        return next((e for e in either if honorific in e.honours), by_title)

    def _pair(self, mention: Mention) -> Entity | None:
        """The two people that a dual takes up («الزعيمان»): the last two whom the text names before it."""
        first = mention.phrase[0]
        if self._tokens.words[first].fold not in self._words.pairs:
            return None
        people = [
            e
            for e in self._entities.recent(first)
            if e.named and e.kind is SpeakerKind.PERSON and len(e.key) > 1
        ]
        two = sorted(people[:2], key=lambda e: e.named_at.start)
        if len(two) < 2:
            return None
        pair = self._entities.new(mention)
        pair.name, pair.kind, pair.number = "، ".join(e.name for e in two), SpeakerKind.GROUP, Number.DUAL
        pair.gender = Gender.MASCULINE
        return pair

    def _last_speaker(self, mention: Mention, *, goes_on: bool) -> Entity | None:
        """Who spoke last, if he is somebody named whom the description may call by yet another title.

        Unless the verb goes on, that has to be in the same paragraph.
        """
        spoken = [e for e in self._entities.known[-REMEMBERED:] if 0 <= e.spoke < mention.phrase[0]]
        if mention.kind in _PEOPLE:
            spoken = [e for e in spoken if e.kind is not SpeakerKind.OUTLET]
        entity = max(spoken, key=lambda e: e.spoke, default=None)
        if entity is None or not entity.named or not self._may_be(mention, entity):
            return None
        between = self._tokens.words[entity.spoke : mention.phrase[0]]
        if not goes_on and any(word.kind == BREAK for word in between):
            return None
        return None if self._foreign(mention, entity) else entity

    def _only_one(self, mention: Mention) -> Entity | None:
        """The one entity of the body that is called by the noun of a headline's description («خبير: …»)."""
        called = [
            entity
            for entity in self._entities.known[-REMEMBERED:]
            if mention.head in entity.heads
            and not self._foreign(mention, entity)
            and self._may_be(mention, entity)
        ]
        return called[0] if len(called) == 1 else None

    def _first_heard(self, mention: Mention) -> Entity | None:
        """The person of a name and an office with whom the body begins, for a headline's «مسؤول كويتي»."""
        if mention.kind not in _PEOPLE or not mention.titled or mention.number is not Number.SINGULAR:
            return None
        entity = self._spoken.first_after(self._headline)
        if entity is None or not entity.named or not (entity.role and self._may_be(mention, entity)):
            return None
        return None if self._foreign(mention, entity) else entity

    def _one_of(self, mention: Mention) -> Entity | None:
        """Those of whom a definite singular is one, or that a plural gathers («مصادر محلية» … «المصدر»)."""
        others = self._words.counterparts.get(mention.head)
        if others is None:
            return None
        recent = self._entities.recent(mention.phrase[0])
        return next((e for e in recent if e.spoke >= 0 and others & e.heads), None)

    def _source(self, mention: Mention) -> Entity | None:
        """Who spoke last, a body or a document too, for a bare «المصدر» where no source was spoken of."""
        if not mention.secret or mention.traits or mention.number is not Number.SINGULAR:
            return None
        if mention.gender is Gender.FEMININE:
            return None  # المصادر
        known = self._entities.known[-REMEMBERED:]
        spoken = (e for e in known if 0 <= e.spoke < mention.phrase[0] and e.number is not Number.PLURAL)
        return max(spoken, key=lambda e: e.spoke, default=None)

    def _medium(self, mention: Mention) -> Entity | None:
        """The medium named last, for a bare «اليومية» or «الجريدة» that was not spoken of."""
        if mention.kind is not SpeakerKind.OUTLET or mention.traits:
            return None
        recent = self._entities.recent(mention.phrase[0])
        return next((e for e in recent if e.named and e.kind is SpeakerKind.OUTLET), None)

    def _unknown_body(self, mention: Mention) -> Entity | None:
        """The body that no list knows and that spoke last, as its verb shows («تقول أوكسفام» … «المنظمة»)."""
        if mention.head not in self._words.called_alone or mention.traits:
            return None
        spoken = (e for e in self._entities.known[-REMEMBERED:] if 0 <= e.spoke < mention.phrase[0])
        last = max(spoken, key=lambda e: e.spoke, default=None)
        if last is None or last.kind is not SpeakerKind.PERSON or not last.named or last.role or last.titled:
            return None
        given = any(key in self._mentions.given for key in last.key)
        return None if given or last.gender is not Gender.FEMININE else last

    def _last_heard(self, mention: Mention) -> tuple[list[Entity], Entity | None]:
        """The people who spoke before a noun that stands in for one of them, and who of them spoke last."""
        if light(mention.head) not in self._words.stand_ins:
            return [], None
        heard = [
            e
            for e in self._entities.known[-REMEMBERED:]
            if e.kind in _PEOPLE
            and (e.named or e.kind is SpeakerKind.ANONYMOUS)
            and 0 <= e.spoke < mention.phrase[0]
            and self._may_be(mention, e)
        ]
        last = max(heard, key=lambda e: e.spoke, default=None)
        if last is None or not (mention.traits & self._words.nations) - last.traits:
            return heard, last
        adjectives = all(word.definite for word in self._tokens.words[slice(*mention.phrase)])
        ours = adjectives and not self._foreign(mention, last)  # المسؤول الدبلوماسي المغربي
        return heard, last if ours else None

    def _withheld(self, mention: Mention) -> Entity | None:
        """The withheld name that spoke last, where a noun new to the article goes on for him."""
        if not mention.definite or any(mention.head in e.heads for e in self._entities.known[-REMEMBERED:]):
            return None
        _, last = self._last_heard(mention)
        return last if last is not None and last.kind is SpeakerKind.ANONYMOUS else None

    def _only_speaker(self, mention: Mention) -> Entity | None:
        """The one person of a name and an office who has spoken so far, whom «الكاتب» alone may mean."""
        heard, last = self._last_heard(mention)
        alone = last is not None and [e for e in heard if e.named] == [last]
        return last if alone and last is not None and (last.role or last.titled) else None

    # -- weighing ------------------------------------------------------------------------------

    def _fitting(self, mention: Mention) -> Entity | None:
        """The entity that fits best, if it fits well enough: those called by the same noun go first."""
        at = mention.phrase[0]
        known = self._entities.known[-REMEMBERED:]
        last = max((e.spoke for e in known), default=-1)
        best, best_weight = None, (False, _ENOUGH)
        stands_in = mention.definite and light(mention.head) in self._words.stand_ins
        by_head = not (stands_in or mention.head in self._words.leaders)
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

    def _weight(self, mention: Mention, entity: Entity, at: int, last: int) -> float | None:
        """How well a description fits an entity; None where something speaks against it."""
        head = self._heads_agree(mention, entity)
        if head is None or not self._may_be(mention, entity):
            return None
        shared = len(mention.traits & entity.traits)
        missing = len(mention.traits - self._words.traitless) - shared
        if self._foreign(mention, entity):
            return None
        headline = at < self._headline
        open_ended = not (mention.definite or mention.titled) or (mention.secret and not mention.definite)
        if open_ended and not headline and (missing or not mention.traits):
            return None  # an indefinite description brings in somebody new
        speaks = 0 <= entity.spoke == last and not headline
        if missing and not shared and not speaks and entity.traits - {light(h) for h in entity.heads}:
            head -= 2
        away = entity.distance(at, self._tokens.count)
        follows = away >= self._tokens.count
        if follows and (
            missing
            or not (entity.named or headline)
            or (len(mention.traits) < 1 and not mention.definite and not headline)
        ):
            return None
        age = 3.0 if follows else min(away / 60, 3.0)
        speaking = 1.0 if speaks else 0.5 if entity.spoke >= 0 else 0.0
        if not (
            mention.traits or mention.secret
        ):  # «الشركة» alone is whoever has spoken, not one more of the kind
            speaking *= 3
        return head + 2 * shared - missing - age + speaking + (0.5 if entity.named else 0.0)

    def _heads_agree(self, mention: Mention, entity: Entity) -> float | None:
        """How well the noun of a description goes with what an entity is called."""
        if mention.head in entity.heads or mention.head in entity.key:
            return 5.0
        leads = mention.head in self._words.leaders and entity.heads & self._words.leaders
        if leads and mention.traits & entity.traits - self._words.nations:
            return 4.0  # رئيس حركة النهضة … زعيم النهضة
        if mention.definite and light(mention.head) in self._words.stand_ins:
            called = entity.named and entity.kind is SpeakerKind.PERSON and (entity.role or entity.titled)
            return 3.0 if called and entity.spoke >= 0 else None
        return None

    def _foreign(self, mention: Mention, entity: Entity) -> bool:
        """Whether description and entity are of different nations; where somebody is does not count."""
        ours = (mention.traits & self._words.nations) - mention.located
        if not ours:
            return False
        theirs = (entity.traits & self._words.nations) - entity.located
        return bool(theirs) and not ours & theirs

    def _may_be(self, mention: Mention, entity: Entity) -> bool:
        """Whether kind, gender and number leave it possible."""
        if (mention.kind in _PEOPLE) != (entity.kind in _PEOPLE) and SpeakerKind.GROUP not in (
            mention.kind,
            entity.kind,
        ):
            return False
        if entity.kind is SpeakerKind.DOCUMENT and mention.kind is SpeakerKind.ORGANISATION:
            return False
        if Gender.UNKNOWN not in (mention.gender, entity.gender) and mention.gender is not entity.gender:
            return False
        plural = (Number.PLURAL, Number.DUAL)
        return (mention.number in plural) == (entity.number in plural)

    # -- the text ------------------------------------------------------------------------------

    def _antecedent(self, mention: Mention) -> Entity | None:
        """What a definite description takes up from the text: «الوزارة» … «وزارة الدفاع»."""
        tokens = self._tokens
        first = mention.phrase[0]
        places = self._entities.places(mention.head)
        middle = bisect_left(places, first)
        loosely: Mention | None = None
        after = places[middle : middle + OCCURRENCES] if mention.titled else []
        for at in [*reversed(places[max(0, middle - OCCURRENCES) : middle]), *after]:
            if mention.phrase[0] <= at < mention.phrase[1]:
                continue
            if at and tokens.words[at - 1].fold in self._words.superlatives:
                continue  # «الضفاف»، أكبر شركة للنقل
            phrase = self._fuller(mention, at)
            if phrase is None:
                continue
            found = self._mentions.parse(tokens, phrase)
            if not mention.traits <= found.traits:
                if self._headline <= at < first and loosely is None and self._may_describe(mention, found):
                    loosely = found
                continue
            if found.name is not None and found.kind is SpeakerKind.PERSON and not mention.titled:
                continue
            if at > first and found.name is None:
                continue
            if found.name is not None:
                return self._entities.meet(found)
            return self._first_met(found)
        return self._first_met(loosely) if loosely is not None else None

    def _first_met(self, mention: Mention) -> Entity:
        entity = self._entities.new(mention)
        self._entities.learn(entity, mention)
        return entity

    def _may_describe(self, mention: Mention, found: Mention) -> bool:
        """Whether a definite body may be the one named before, with one adjective that is new of it.

        «معهد ليون للبحوث» … «المعهد غير الربحي».
        """
        fresh = mention.traits - found.traits - self._words.traitless
        bodies = mention.kind is found.kind is SpeakerKind.ORGANISATION
        return bodies and mention.definite and len(fresh) == 1 and not fresh & self._words.nations

    def _peer(self, mention: Mention) -> Entity | None:
        """Whom the text named before as somebody's peer of the nation whose office is meant now.

        «سامي الخالد مع نظيره المصري هشام القرشي» … «الوزير المصري».
        """
        nations = mention.traits & self._words.nations
        if not (mention.titled and nations) or mention.kind is not SpeakerKind.PERSON:
            return None  # مسؤول أمريكي
        tokens, first = self._tokens, mention.phrase[0]
        for peer in self._words.peers:
            for at in self._entities.places(peer)[:OCCURRENCES]:
                if at >= first:
                    break
                phrase = self._names.noun_phrase(tokens, at, min(tokens.sentence_ends[at], first))
                found = self._mentions.parse(tokens, phrase) if phrase and phrase[0] == at else None
                if found is not None and found.name is not None and nations & found.traits:
                    entity = self._entities.meet(found)
                    entity.role = tokens.span(*mention.phrase).of(tokens.text)
                    return entity
        return None

    def _fuller(self, mention: Mention, at: int) -> Range | None:
        """The phrase at `at`, if it says more than the description does."""
        tokens, first = self._tokens, mention.phrase[0]
        if mention.titled and (name := name_before(tokens, at)) is not None:
            phrase = self._names.noun_phrase(tokens, at, tokens.sentence_ends[at], apposition=False)
            if phrase is not None:
                return name[0], phrase[1]
        limit = tokens.sentence_ends[at]
        limit = min(limit, first) if at < first else limit
        phrase = self._names.noun_phrase(tokens, at, limit, apposition=mention.titled)
        if phrase is not None and tokens.words[at].definite:
            phrase = phrase[0], self._definite_end(at, phrase[1])
        told = sum(word.fold not in self._words.without for word in tokens.words[slice(*mention.phrase)])
        if phrase is None or phrase[0] != at or phrase[1] - at <= told:
            return None
        return phrase

    def _definite_end(self, at: int, end: int) -> int:
        """The end of a phrase that begins with a definite noun: only definite words go on with it."""
        words = self._tokens.words
        if words[at].title or words[at].head:
            return end
        i = at + 1
        while i < end and words[i].kind == WORD and words[i].fold.startswith(("ال", "وال", "لل")):
            i += 1
        return i


def _by_noun(words: Mapping[str, frozenset[str]], prefix: str) -> dict[str, frozenset[str]]:
    """The stems of the lists whose names begin with a prefix, by the stem of the noun behind it."""
    return {
        stem(name.removeprefix(prefix)): frozenset(map(stem, listed))
        for name, listed in words.items()
        if name.startswith(prefix)
    }
