"""Who speaks where a source says so: whom its name, its description or its list means."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.descriptions.descriptions import Descriptions
from quotetrack.detection.descriptions.their_documents import document_of_theirs, owns, whose_name
from quotetrack.detection.drafts.draft import Draft
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import PEOPLE, REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.entities.spoken import Spoken
from quotetrack.detection.records import AttributionType, CueClass, Gender, Number, SpeakerKind
from quotetrack.detection.speakers.actors import Actors
from quotetrack.detection.speakers.protagonists import Protagonists
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.word import COMMA, DASH, PAREN, WORD, light, stem

_LATTER: Final = 2
_ASIDE: Final = 20
"""How many tokens behind a description may tell the name."""
_OF: Final = "من"
_TURN: Final = 20
"""How far before a verb «for his part» may stand, in tokens."""
_THINGS: Final = frozenset((SpeakerKind.ORGANISATION, SpeakerKind.OUTLET, SpeakerKind.DOCUMENT))
_BODIES: Final = frozenset((SpeakerKind.ORGANISATION, SpeakerKind.OUTLET, SpeakerKind.GROUP))


class Naming:
    """Tells, in one article, whom sources name."""

    def __init__(
        self,
        tokens: Tokens,
        mentions: Mentions,
        entities: Entities,
        descriptions: Descriptions,
        actors: Actors,
        protagonists: Protagonists,
        headline: int,
        spoken: Spoken,
    ) -> None:
        self._tokens, self._mentions, self._entities = tokens, mentions, entities
        self._descriptions, self._actors, self._protagonists = descriptions, actors, protagonists
        self._headline, self._spoken = headline, spoken
        self._reporter: Entity | None = None

    def entity(self, mention: Mention, *, goes_on: bool = False) -> Entity:
        """The entity of a mention: one known already, or a new one.

        With `goes_on` somebody who has spoken already is meant («وأضاف المسؤول»).
        """
        short = mention.phrase[0] < self._headline or mention.phrase[0] in self._tokens.quote_at
        if short and (body := self._descriptions.field_of(mention)) is not None:
            return body  # «الصحة»: وزارة الصحة
        if (body := self._descriptions.meant(mention)) is not None:
            self._entities.learn(body, mention)
            return body
        if mention.name is not None:
            return self._introduced(mention) or self._entities.meet(mention)
        if (document := self._mentions.within_document(self._tokens, mention)) is not None:
            mention = document  # معطيات التقرير
        return self._descriptions.entity(mention, goes_on=goes_on)

    def _introduced(self, mention: Mention) -> Entity | None:
        """Whom the article has quoted by an office alone so far, where a bare name new to it speaks next.

        «قال رئيس الشركة إن …. وقال فلان الفلاني …» is one man: had he no office of his own, the second
        would be told who he is.
        """
        if mention.kind is not SpeakerKind.PERSON or mention.name is None:
            return None
        first, end = mention.name
        if end < mention.phrase[1]:
            return self._same_office(mention, end)
        if mention.role is not None or self._is_told(end):
            return None
        in_full = self._named_in_headline(mention)
        if in_full is None and (end - first < 2 or not self._entities.is_sure(mention.name)):
            return None
        if any(word.noun & nouns.ORDINARY for word in self._tokens.words[first:end]):
            return None
        entity = self._spoken.only_described(first)
        named = in_full or mention
        if entity is None or entity is self._reporter or self._entities.is_known(named):
            return None
        genders = {entity.gender, named.gender} - {Gender.UNKNOWN}
        if len(genders) > 1:
            return None
        self._entities.name(entity, named)
        return entity

    def _named_in_headline(self, mention: Mention) -> Mention | None:
        """The full name, which only the headline has, of whom the body calls by the last name, or None."""
        fuller = self._entities.in_full(mention)
        if fuller is None or fuller[1] > self._headline:
            return None
        return self._mentions.naming(self._tokens, fuller)

    def _same_office(self, mention: Mention, end: int) -> Entity | None:
        """Whom the article has quoted by the office alone that stands behind a name now, at `end`.

        «صرح المتحدث الرسمي باسم الرئاسة بأن …. وأشار السفير فلان، المتحدث الرسمي، إلى» is one man.
        """
        entity = self._spoken.only_described(mention.phrase[0])
        if entity is None:
            return None
        behind = self._tokens.words[end : mention.phrase[1]]
        office = next((word for word in behind if word.kind == WORD), None)
        if office is None or not office.definite or office.stem not in entity.heads:
            return None
        bodies = {light(word.fold) for word in behind if word.noun & (nouns.BODY | nouns.COUNTRY)}
        if bodies and not bodies & entity.traits:
            return None  # متحدث باسم الحكومة …، فلان، المتحدث باسم الخارجية
        return self._entities.take_name(entity, mention)

    def _is_told(self, end: int) -> bool:
        """Whether the text tells who the one is whose name ends before token `end` («، وهو محلل»)."""
        words = self._tokens.words
        if end >= self._tokens.count:
            return False
        if words[end].kind in (COMMA, PAREN, DASH) and end + 1 < self._tokens.count:
            following = words[end + 1]
            is_one = following.fold in self._mentions.which_is  # وهو محلل
            return is_one or not (following.preposition or following.adverbial)
        return words[end].title or words[end].head or words[end].fold == _OF

    def named(self, draft: Draft) -> Entity:
        """Whom the source of `draft`, which has one, names or describes."""
        assert draft.source
        self._reporter = self._who_reports(draft)
        barred = self._reporter or self._who_quotes(draft) or self._who_gave_way(draft)
        self._descriptions.bar(barred)
        mention = self._mentions.parse(self._tokens, draft.source, clitic=draft.clitic)
        adjacent = draft.cue is not None and draft.cue[1] == draft.source[0]
        adjacent = adjacent or (mention.name is not None and self._leads(draft))
        told = mention.is_last_name or (mention.name is not None and mention.gender is Gender.UNKNOWN)
        if adjacent and told and draft.gender is not Gender.UNKNOWN and mention.kind is SpeakerKind.PERSON:
            mention.gender = draft.gender
        entity = (
            self._ours(draft)
            or self._together(mention)
            or self._side_by_side(mention)
            or self._of_several(mention)
            or self._spokesman(mention, draft)
            or self._document_of_theirs(mention)
            or self._called(mention, draft)
            or self._protagonists.called(mention, draft, barred, self.entity)
            or self.entity(mention, goes_on=draft.cue_class is CueClass.ADDITION)
        )
        she = adjacent and draft.gender is Gender.FEMININE and entity.kind is SpeakerKind.PERSON
        if she or (entity.gender is Gender.UNKNOWN and draft.gender is not Gender.UNKNOWN):
            entity.gender = draft.gender  # قالت كريستين، مدير المركز
        return entity

    def _leads(self, draft: Draft) -> bool:
        """Whether the source of `draft` stands right before its verb (النائب هدى السالم قالت)."""
        leads = draft.cue is not None and draft.source is not None and draft.cue[0] == draft.source[1]
        forms = self._tokens.words[draft.anchor].cues
        return leads and bool(forms) and all(form.form in (Form.PAST, Form.PRESENT) for form in forms)

    def another(self, mention: Mention, entity: Entity) -> Entity:
        """The entity that a mention names or describes, which is not `entity`."""
        self._descriptions.bar(entity)
        found = self.entity(mention)
        return found if found is not entity else self._entities.new(mention)

    def _who_reports(self, draft: Draft) -> Entity | None:
        """Who says in other words than his own the report that `draft` stands in."""
        if draft.parent is None or self._spoken.drafts[draft.parent].type is AttributionType.DIRECT:
            return None
        return self._spoken.speakers[draft.parent]

    def _who_quotes(self, draft: Draft) -> Entity | None:
        """The man between whose marks `draft` stands: of himself he says «I», and of others who they are."""
        if draft.parent is None:
            return None
        above, speaker = self._spoken.drafts[draft.parent], self._spoken.speakers[draft.parent]
        marked = above.start in self._tokens.quote_at
        person = speaker is not None and speaker.kind is SpeakerKind.PERSON
        return speaker if marked and person else None

    def _who_gave_way(self, draft: Draft) -> Entity | None:
        """Who spoke last, where «for his part» before the verb of `draft` lets somebody else speak.

        Or where that verb asks him (سأله القاضي).
        """
        assert draft.source
        start = self._tokens.sentence_starts[draft.anchor]
        said = self._tokens.words[max(start, draft.anchor - _TURN) : draft.anchor]
        asks = draft.cue_class is CueClass.QUESTION and self._tokens.words[draft.anchor].object
        if not (asks or any(word.fold in self._mentions.in_turn for word in said)):
            return None
        spoken = (e for e in self._entities.known[-REMEMBERED:] if 0 <= e.spoke < start)
        return max(spoken, key=lambda e: e.spoke, default=None)

    def praised(self, draft: Draft) -> Entity:
        """Whom the eulogy behind the cue of `draft` names."""
        return self._entities.called(draft.praised, draft.anchor + 1)

    def points_back(self, draft: Draft) -> bool:
        """Whether the source of `draft` is «هذا الأخير» alone: whoever was named last."""
        said = self._tokens.words[slice(*draft.source)] if draft.source else ()
        return 0 < len(said) <= _LATTER and all(word.fold in self._mentions.latter for word in said)

    def latter(self, draft: Draft) -> Entity | None:
        """Whom «هذا الأخير» means: the last one of that gender who was named or acted before it."""
        assert draft.source
        first, end = draft.source
        gender = Gender.FEMININE if self._tokens.words[end - 1].fold.endswith("ه") else Gender.MASCULINE
        start = self._tokens.sentence_starts[first]
        near = self._tokens.sentence_starts[start - 1] if start else 0
        acting = self._actors.of_sentence(start - 1) if start else []
        found = [self._mentions.parse(self._tokens, a.phrase, clitic=a.clitic) for a in reversed(acting)]
        named = [m for m in found if m.name is not None and m.gender in (gender, Gender.UNKNOWN)]
        for entity in self._entities.recent(first):
            plural = entity.number is Number.PLURAL or entity.kind is SpeakerKind.DOCUMENT
            if plural or entity.gender not in (gender, Gender.UNKNOWN):
                continue
            doubtful = entity.gender is Gender.UNKNOWN or first - near < entity.distance(first, first + 1)
            hers = named[0] if named and doubtful and named[0].gender is gender else None
            return entity if hers is None else self.entity(hers)
        return self.entity(named[0]) if named else None

    def _together(self, mention: Mention) -> Entity | None:
        """Those whom «كل من … و…» lists, as one group under their full names."""
        first, end = mention.phrase
        words = self._tokens.words
        if words[first].fold not in self._mentions.each or end - first < 4 or words[first + 1].kind != WORD:
            return None
        starts = [first + 2]
        starts += [k for k in range(first + 3, end) if self._mentions.adds_another(self._tokens, k)]
        return self._group(mention, self._parts(starts, end)) if len(starts) > 1 else None

    def _side_by_side(self, mention: Mention) -> Entity | None:
        """Those whose names و joins, behind what they are, if that is said («المشجعون سامي وفهد»)."""
        if mention.kind in _THINGS:
            return None
        first, end = mention.phrase
        words = self._tokens.words
        start = mention.name[0] if mention.name is not None else first
        joined = [k for k in range(start + 1, end) if self._mentions.adds_name(self._tokens, k, mention)]
        if not joined or any(words[k].kind == PAREN for k in range(first, joined[-1])):
            return None
        named = next((k for k in range(start, joined[0]) if words[k].given and not words[k].definite), start)
        parts = self._parts([named, *joined], end)
        return self._group(mention, parts) if all(part.name is not None for part in parts) else None

    def _of_several(self, mention: Mention) -> Entity | None:
        """Those without a name whom و joins, each of whom may speak again (مصدر أمني ومسؤول محلي)."""
        first, end = mention.phrase
        if mention.name is not None or mention.kind is not SpeakerKind.ANONYMOUS:
            return None
        joined = [k for k in range(first + 1, end) if self._mentions.adds_source(self._tokens.words[k])]
        return self._group(mention, self._parts([first, *joined], end)) if joined else None

    def _parts(self, starts: list[int], end: int) -> list[Mention]:
        """The mentions that begin at `starts`, all but the first with و before them."""
        return [
            self._mentions.parse(self._tokens, part, clitic=n > 0)
            for n, part in enumerate(zip(starts, [*starts[1:], end], strict=True))
        ]

    def _group(self, mention: Mention, parts: list[Mention]) -> Entity:
        """The group of those whom `parts` mention, under their full names."""
        group = self._entities.new(mention)
        group.name = " و".join(self.entity(part).name for part in parts)
        group.kind, group.number = SpeakerKind.GROUP, Number.PLURAL
        group.key, group.named = (group.name,), False
        return group

    def _spokesman(self, mention: Mention, draft: Draft) -> Entity | None:
        """«الناطق باسمها» by the full name of whom he speaks for: who acts in the sentence or spoke last."""
        first, end = mention.phrase
        words = self._tokens.words
        at = next((k for k in range(first + 1, end) if words[k].fold in self._mentions.on_behalf), None)
        if mention.name is not None or at is None or not mention.titled:
            return None
        gender = Gender.FEMININE if words[at].fold.endswith("ها") else Gender.MASCULINE
        actors = [a for a in self._actors.of_sentence(draft.anchor) if a.at < first]
        acting = [self._mentions.parse(self._tokens, a.phrase, clitic=a.clitic) for a in reversed(actors)]
        bodies = [self.entity(m) for m in acting if m.kind in _BODIES and m.gender is gender]
        recent = [e for e in self._entities.recent(first) if e.gender is gender]
        bodies += [e for e in recent if e.kind in _BODIES or (e is recent[0] and self._has_spoken(e))]
        if not bodies:
            return None
        body = light(bodies[0].key[0])
        for entity in reversed(self._entities.known[-REMEMBERED:]):
            if entity.named and mention.head in entity.heads and body in entity.traits:
                return entity  # المتحدثة باسم الوحدات فلانة
        spokesman = self._entities.new(mention)
        said = self._tokens.span(first, at + 1).of(self._tokens.text)
        spokesman.name = f"{said.removesuffix('ها').removesuffix('ه')} {bodies[0].name}"
        return spokesman

    def _document_of_theirs(self, mention: Mention) -> Entity | None:
        """«تقريرهم» or «بيانها الختامي» by the full name of whose it is: who spoke or acted last."""
        first = mention.phrase[0]
        word = self._tokens.words[first]
        noun, pronoun = document_of_theirs(word, self._mentions.kinds)
        if not noun or mention.clitic:
            return None
        owner = next((e for e in self._entities.recent(first) if owns(e, pronoun)), None)
        if owner is None:
            return None
        document = self._entities.new(mention)
        called = word.raw.removesuffix(pronoun)
        called = called[:-1] + "ة" if noun.endswith("ه") else called
        self._entities.learn(document, mention)
        document.name = f"{called} {whose_name(owner.name, pronoun)}"
        document.kind, document.number = SpeakerKind.DOCUMENT, Number.SINGULAR
        document.gender = Gender.FEMININE if noun.endswith("ه") else Gender.MASCULINE
        document.heads.add(noun)
        document.issued = True
        return document

    def _has_spoken(self, entity: Entity) -> bool:
        """Whether the entity is somebody of an office who has spoken (وندد الأمين العام …: متحدث باسمه)."""
        office = bool(entity.role) or any(self._mentions.is_title(head) for head in entity.heads)
        return entity.kind is SpeakerKind.PERSON and entity.spoke >= 0 and office

    def _called(self, mention: Mention, draft: Draft) -> Entity | None:
        """Whom the words between a description and what he says name («أحد المرضى - سامي الخالد - أنه»)."""
        words, end = self._tokens.words, mention.phrase[1]
        limit = min(draft.start, end + _ASIDE)
        if mention.name is not None or mention.kind not in PEOPLE or end + 1 >= limit:
            return None
        if mention.definite and words[end].fold not in self._mentions.called:
            return None
        start = None
        if words[end].kind in (DASH, PAREN, COMMA) and words[end + 1].given:
            start = end + 1
        for k in range(end, limit - 1):
            apart = k == end or words[k].adds or words[k - 1].kind == COMMA
            if words[k].fold in self._mentions.called and apart:
                start = start or k + 1
            if start is not None or words[k].complementiser or (words[k].finite and words[k].cues):
                break
        name = None if start is None else self._entities.names.noun_phrase(self._tokens, start, limit)
        if name is None or name[0] != start:
            return None
        told = self._mentions.parse(self._tokens, name)
        if told.name is None or told.kind is not SpeakerKind.PERSON:
            return None
        if mention.definite:  # المتهم ويدعى سعد كريم: who was described before has his name now
            described = self.entity(mention)
            if not described.named:
                return self._entities.take_name(described, told) or described
        entity = self._entities.meet(told)
        entity.role = entity.role or self._tokens.span(*mention.phrase).of(self._tokens.text)
        return entity

    def _ours(self, draft: Draft) -> Entity | None:
        """Whom «رئيسنا» means in the mouth of a seat of power: the one of its own country."""
        if draft.parent is None or draft.source is None or draft.source[1] - draft.source[0] != 1:
            return None
        above, fold = self._spoken.speakers[draft.parent], self._tokens.words[draft.source[0]].fold
        if above is None or not fold.endswith("نا") or not self._mentions.is_title(fold[:-2]):
            return None
        adjective = self._mentions.adjective_of(above.heads)
        for mention in self._entities.roster():
            said = self._tokens.words[slice(*mention.phrase)]
            if mention.phrase[0] < draft.anchor and any(stem(word.fold) == adjective for word in said):
                return self.entity(mention)
        return None
