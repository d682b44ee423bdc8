"""Whom a description means by who came last: who spoke last, or who was named last.

«المصدر نفسه», «الزعيمان», «الكاتب» say little or nothing of whom they mean: a reader takes it that the
one whom he has just heard goes on.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from quotetrack.detection.descriptions.description_words import DescriptionWords
from quotetrack.detection.descriptions.weighing import Weighing
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import PEOPLE, REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.word import BREAK

_HIS: Final = "ه"
_HERS: Final = "ها"
_TALKING_WOMAN: Final = ("تنا", "تي")
_WHEN: Final = attrgetter("spoke")


class Latest:
    """Tells who came last of the entities of one article."""

    def __init__(
        self,
        words: DescriptionWords,
        tokens: Tokens,
        mentions: Mentions,
        entities: Entities,
        weighing: Weighing,
    ) -> None:
        self._words, self._tokens, self._given = words, tokens, mentions.given
        self._entities, self._weighing = entities, weighing

    # -- «المصدر نفسه», «الزعيمان» -------------------------------------------------------------

    def same(self, mention: Mention) -> Entity | None:
        """Who «المصدر نفسه» or «معاليه» is: the last speaker of that kind, else the last to speak."""
        if not mention.same:
            return None
        known = self._entities.known[-REMEMBERED:]
        spoken = sorted((e for e in known if e.spoke >= 0), key=lambda e: -e.spoke)
        first, end = mention.phrase
        speaker = end - first > 1 and self._tokens.words[first].fold in self._words.generic  # المتحدث ذاته
        if speaker:
            people = (e for e in spoken if e.kind in PEOPLE and self._weighing.may_be(mention, e))
            if (last := next(people, None)) is not None:
                return last
        recent = self._entities.recent(first)
        for entity in (*spoken, *recent) if mention.noun else spoken:
            if mention.head in entity.heads:
                return entity
        if mention.secret and spoken:
            return spoken[0]  # المصدر ذاته, behind a body or a document
        person = mention.titled or (mention.noun and mention.kind in PEOPLE)
        itself = any(word.noun & nouns.SAME for word in self._tokens.words[first + 1 : end])
        if itself and not person:
            return None  # الدائرة ذاتها، الاتفاق نفسه
        return self._honoured(mention, [*spoken, *(e for e in recent if e.named and e.role)])

    def interlocutor(self, mention: Mention) -> Entity | None:
        """Who talks with the paper («محدثنا», «محدثتنا»): the man or the woman who spoke last."""
        called = self._tokens.words[mention.phrase[0]].fold
        if called not in self._words.our_source:
            return None
        other = Gender.MASCULINE if called.endswith(_TALKING_WOMAN) else Gender.FEMININE
        people = (e for e in self._spoken_before(mention) if e.kind in PEOPLE and e.gender is not other)
        return max(people, key=_WHEN, default=None)

    def _honoured(self, mention: Mention, latest: list[Entity]) -> Entity | None:
        """The last one with the honorific of «معاليه», else with a title that it goes with, else the last."""
        called = self._tokens.words[mention.phrase[0]].base
        people = [e for e in latest if e.kind in PEOPLE]
        if called.endswith(_HERS):
            people = [e for e in people if e.gender is not Gender.MASCULINE]
        honoured = self._words.honoured.get(mention.head, frozenset())
        honorific = called.removesuffix(_HERS).removesuffix(_HIS)
        by_title = next((e for e in people if honoured & e.heads), people[0] if people else None)
        return next((e for e in people if honorific in e.honours), by_title)

    def pair(self, mention: Mention) -> Entity | None:
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

    # -- by another title ----------------------------------------------------------------------

    def speaker(self, mention: Mention, *, goes_on: bool) -> Entity | None:
        """Who spoke last, if he is somebody named whom the description may call by yet another title.

        Unless the verb goes on, that has to be in the same paragraph.
        """
        if mention.owned:
            return None  # «جاره» is not he
        described = goes_on and mention.kind in PEOPLE and self._is_definite(mention)
        titled = mention.titled and not mention.secret and (goes_on or mention.definite)
        if not (described or titled):
            return None
        spoken = self._spoken_before(mention)
        if mention.kind in PEOPLE:
            spoken = [e for e in spoken if e.kind is not SpeakerKind.OUTLET]
        entity = max(spoken, key=_WHEN, default=None)
        if entity is None or not entity.named or not self._weighing.admits(mention, entity):
            return None
        between = self._tokens.words[entity.spoke : mention.phrase[0]]
        return entity if goes_on or all(word.kind != BREAK for word in between) else None

    def stood_in_for(self, mention: Mention) -> Entity | None:
        """The man of an office who spoke last, where a noun for any goes on (وأضاف المسؤول المصري)."""
        if not self._words.stands_in(mention):
            return None
        spoken = self._spoken_before(mention)
        last = max(spoken, key=_WHEN, default=None)
        if last is None or not (last.named and last.role) or last.kind is not SpeakerKind.PERSON:
            return None
        if mention.head not in last.heads and any(mention.head in e.heads for e in spoken):
            return None  # قال المدرب …. وقال الوزير …. وأضاف المدرب
        return last if self._weighing.admits(mention, last) else None

    def withheld(self, mention: Mention) -> Entity | None:
        """The withheld name that spoke last, where a noun new to the article goes on for him."""
        if not mention.definite or any(mention.head in e.heads for e in self._entities.known[-REMEMBERED:]):
            return None
        _, last = self._heard(mention)
        return last if last is not None and last.kind is SpeakerKind.ANONYMOUS else None

    # -- a noun alone --------------------------------------------------------------------------

    def alone(self, mention: Mention) -> Entity | None:
        """Whom a definite noun means that nothing else explains («المصدر», «الكاتب», «الجريدة»)."""
        if not mention.definite:
            return None
        return (
            self._only_speaker(mention)
            or self._source(mention)
            or self._medium(mention)
            or self._unknown_body(mention)
        )

    def gathered(self, mention: Mention) -> Entity | None:
        """Who has spoken and is called by another noun («مصادر محلية» … «المصدر», «البنك» … «المصرف»)."""
        others = self._words.counterparts.get(mention.head) if mention.definite else None
        if others is None:
            return None
        recent = self._entities.recent(mention.phrase[0])
        foreign = self._weighing.is_foreign
        return next(
            (e for e in recent if e.spoke >= 0 and others & e.heads and not foreign(mention, e)), None
        )

    def _only_speaker(self, mention: Mention) -> Entity | None:
        """The one person of a name and an office who has spoken so far, whom «الكاتب» alone may mean."""
        heard, last = self._heard(mention)
        if last is None or [e for e in heard if e.named] != [last]:
            return None
        return last if last.role or last.titled else None

    def _source(self, mention: Mention) -> Entity | None:
        """Who spoke last, a body or a document too, for a bare «المصدر» where no source was spoken of."""
        if not mention.secret or mention.traits or mention.number is not Number.SINGULAR:
            return None
        if mention.gender is Gender.FEMININE:
            return None  # المصادر
        spoken = (e for e in self._spoken_before(mention) if e.number is not Number.PLURAL)
        return max(spoken, key=_WHEN, default=None)

    def _medium(self, mention: Mention) -> Entity | None:
        """The medium named last, for a bare «اليومية» or «الجريدة» that was not spoken of."""
        if mention.kind is not SpeakerKind.OUTLET or mention.traits:
            return None
        recent = self._entities.recent(mention.phrase[0])
        media = (e for e in recent if e.kind is SpeakerKind.OUTLET)
        return next((e for e in media if e.named or len(e.key) > 1), None)

    def _unknown_body(self, mention: Mention) -> Entity | None:
        """The body that no list knows and that spoke last, as its verb shows («تقول أوكسفام» … «المنظمة»)."""
        if mention.head not in self._words.called_alone or mention.traits:
            return None
        last = max(self._spoken_before(mention), key=_WHEN, default=None)
        if last is None or last.kind is not SpeakerKind.PERSON or not last.named or last.role or last.titled:
            return None
        given = any(key in self._given for key in last.key)
        return None if given or last.gender is not Gender.FEMININE else last

    # -- small questions -----------------------------------------------------------------------

    def _spoken_before(self, mention: Mention) -> list[Entity]:
        first = mention.phrase[0]
        return [e for e in self._entities.known[-REMEMBERED:] if 0 <= e.spoke < first]

    def _heard(self, mention: Mention) -> tuple[list[Entity], Entity | None]:
        """The people who spoke before a noun that stands in for one of them, and who of them spoke last."""
        if not self._words.stands_in(mention):
            return [], None
        heard = [
            e
            for e in self._spoken_before(mention)
            if e.kind in PEOPLE
            and (e.named or e.kind is SpeakerKind.ANONYMOUS)
            and self._weighing.may_be(mention, e)
        ]
        last = max(heard, key=_WHEN, default=None)
        if last is None or not (mention.traits & self._words.nations) - last.traits:
            return heard, last
        adjectives = all(word.definite for word in self._tokens.words[slice(*mention.phrase)])
        ours = adjectives and not self._weighing.is_foreign(mention, last)  # المسؤول الدبلوماسي المغربي
        return heard, last if ours else None

    def _is_definite(self, mention: Mention) -> bool:
        """Whether a description is definite, by itself or by its genitive (ناشط حقوق الإنسان)."""
        return any(word.definite for word in self._tokens.words[slice(*mention.phrase)])
