"""Who may speak at all: whom a list, a title or a full name shows to be somebody, and who agrees."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Draft, Range, Whose
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.speakers.actors import Actor
from quotetrack.detection.speakers.naming import Naming
from quotetrack.detection.speakers.topics import Topic
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.word import Word, bare, is_plural_participle, stem

_AND: Final = "و"
_FINITE: Final = (Form.PAST, Form.PRESENT)
_THIRD: Final = 3
_SHE: Final = "ت"
_SHORTEST_OF_HERS: Final = 5
_MARKED: Final = "ة"
"""How a verb of the past ends that has a feminine subject, the fewest letters that show it, and a noun."""


class Candidates:
    """Tells who of one article may speak."""

    def __init__(self, tokens: Tokens, mentions: Mentions, entities: Entities, naming: Naming) -> None:
        self._tokens, self._mentions, self._entities = tokens, mentions, entities
        self._naming = naming

    def plausible(self, entity: Entity) -> bool:
        """Whether a speech act's subject is surely somebody: named in full, titled, or of a known kind."""
        return (
            bool(entity.role)
            or entity.kind is not SpeakerKind.PERSON
            or entity.titled
            or (
                entity.named and any(k in self._mentions.given or k in self._tokens.named for k in entity.key)
            )
        )

    def is_country(self, phrase: Range) -> bool:
        """Whether a phrase is the name of a country alone."""
        alone = phrase[1] - phrase[0] == 1
        return alone and bool(self._tokens.words[phrase[0]].noun & nouns.COUNTRY)

    def can_speak(self, mention: Mention) -> bool:
        """Whether the subject of a sentence that reports nothing is surely somebody who may speak."""
        if mention.kind is SpeakerKind.OUTLET and mention.traits & self._mentions.networks:
            return False
        if mention.kind is SpeakerKind.DOCUMENT and mention.definite:  # لم يعط البيان تفاصيل، مكتفيا بالقول
            known = self._entities.known[-REMEMBERED:]
            return any(e.kind is mention.kind and mention.head in e.heads for e in known)
        first = self._tokens.words[mention.phrase[0]]
        if first.definite and (first.noun & nouns.PEOPLE or is_plural_participle(bare(first.fold))):
            return True  # العائلة، المعلمون
        if mention.titled or mention.kind not in (SpeakerKind.PERSON, SpeakerKind.DOCUMENT):
            return mention.name is not None or mention.noun
        if mention.name is None:
            return False
        words = self._entities.words_of(mention.name)
        key = {stem(w) for w in words}
        opening = words[0] if words else ""
        return (
            opening in self._mentions.given
            or opening in self._mentions.particles
            or any(
                e.named and key and (key <= set(e.key) or stem(opening) in e.key)
                for e in self._entities.known[-REMEMBERED:]
            )
        )

    def acting(self, draft: Draft, actor: Actor) -> Entity | None:
        """The entity of an actor, if it can speak, agrees with the draft, and is surely the subject."""
        mention = self._mentions.parse(self._tokens, actor.phrase, clitic=actor.clitic)
        verb = self._tokens.words[actor.at]
        if mention.is_last_name and verb.cues and not actor.leads:
            mention.gender = self._gender_of(verb)
        learns = verb.base in self._mentions.learning and actor.phrase[0] in self._tokens.quote_at
        alone = draft.number is not Number.PLURAL and (verb.cues or draft.gender is Gender.FEMININE)
        answers = alone and self.is_country(actor.phrase)  # لكن تركيا تنفي ذلك، وتقول
        wrote = actor.owns and mention.name is not None  # تقريرا لشون أونيل قال فيه
        if not (learns or answers or wrote or self.can_speak(mention)):
            return None  # learns: علمت «المدينة» أن …، وأضافت
        if not agree(draft, mention.gender, mention.number, mention.kind):
            return None
        he = draft.gender is Gender.MASCULINE and draft.number is not Number.PLURAL
        if he and not actor.leads and self._is_hers(verb):
            return None  # أنشأت الضفاف مركزا، وقال
        known = mention.gender is not Gender.UNKNOWN and mention.number is Number.SINGULAR
        if known and not actor.leads and self._gender_of(verb) not in (mention.gender, Gender.UNKNOWN):
            return None  # the object of a pro-drop verb
        return self._naming.entity(mention)

    def about(self, draft: Draft, topic: Topic, *, anybody: bool = False) -> Entity | None:
        """The entity of a topic, if it agrees with the draft and with its verb; it may be `anybody`."""
        words = self._tokens.words
        mention = self._mentions.parse(self._tokens, topic.phrase)
        word = words[topic.phrase[0]]
        anybody = anybody or mention.kind is not SpeakerKind.PERSON or bool(word.noun & nouns.ALONE)
        if draft.whose is not Whose.ATTACHED and not (anybody or self.can_speak(mention)):
            return None
        gender, number = mention.gender, Number.PLURAL if topic.many else mention.number
        if gender is Gender.UNKNOWN and mention.name is None and word.raw.endswith(_MARKED):
            gender = Gender.FEMININE
        if not agree(draft, gender, number, mention.kind):
            return None
        known = gender is not Gender.UNKNOWN and number is Number.SINGULAR
        if known and not topic.leads and self._gender_of(words[topic.at]) not in (gender, Gender.UNKNOWN):
            return None
        return self._naming.entity(mention)

    def contradicts(self, draft: Draft, entity: Entity) -> bool:
        """Whether all that a finite verb may be shows another gender or number than the speaker has.

        A past that may be «I said» as well shows nothing, nor does the gender of a group.
        """
        forms = self._tokens.words[draft.anchor].cues
        if not forms or any(f.form not in _FINITE or f.person != _THIRD for f in forms):
            return False
        if any((f.gender, f.number) != (draft.gender, draft.number) for f in forms):
            return False
        if draft.number is Number.PLURAL:
            return entity.named and entity.kind is SpeakerKind.PERSON and entity.number is Number.SINGULAR
        if entity.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.GROUP):
            return False  # مصادر، الميليشيات
        known = Gender.UNKNOWN not in (draft.gender, entity.gender)
        one = draft.number is entity.number is Number.SINGULAR
        return known and one and draft.gender is not entity.gender

    @staticmethod
    def _is_hers(verb: Word) -> bool:
        """Whether the verb is surely a feminine of the past (أنشأت, not بات)."""
        if verb.cues:
            return all(form.form is Form.PAST and form.gender is Gender.FEMININE for form in verb.cues)
        return verb.base.endswith(_SHE) and len(verb.base) >= _SHORTEST_OF_HERS

    @staticmethod
    def _gender_of(verb: Word) -> Gender:
        """The gender that a verb has in front of its subject, by a list or its shape."""
        third = (form for form in verb.cues if form.form in (Form.PAST, Form.PRESENT) and form.person == 3)
        if (form := next(third, None)) is not None:
            return form.gender
        fold = verb.base.removeprefix(_AND)  # وتقاطع
        if fold.startswith(_SHE) and not fold.endswith(_SHE):
            return Gender.FEMININE if verb.verbal else Gender.UNKNOWN  # تتجه is she, تقدم is he
        return Gender.FEMININE if fold.endswith(_SHE) else Gender.MASCULINE


def agree(draft: Draft, gender: Gender, number: Number, kind: SpeakerKind) -> bool:
    """Whether verb or pronoun can stand for somebody of that gender, number and kind."""
    if draft.number is Number.PLURAL:
        return number is not Number.SINGULAR or kind in (SpeakerKind.GROUP, SpeakerKind.ORGANISATION)
    if number is Number.PLURAL and draft.number is Number.SINGULAR and draft.gender is Gender.MASCULINE:
        return False
    if Gender.UNKNOWN in (draft.gender, gender):
        return True
    return draft.gender is gender
