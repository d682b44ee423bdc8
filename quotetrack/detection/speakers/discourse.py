"""Who speaks where no source says so: pro-drop verbs, participles and pronouns.

The sentence itself is asked first: whoever spoke or acts in a clause that is still open before the
verb. Then the sentences before it, the nearest first: those who spoke in them, then those who acted.
The order is that of centering (Grosz, Joshi and Weinstein 1995), in which subjects go before objects.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import Final

from quotetrack.detection.drafts.draft import Draft, Whose
from quotetrack.detection.drafts.headings import Headings
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mentions
from quotetrack.detection.entities.spoken import Spoken
from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.detection.speakers.actors import Actor, Actors
from quotetrack.detection.speakers.candidates import Candidates, agree
from quotetrack.detection.speakers.enumerations import Enumerations
from quotetrack.detection.speakers.naming import Naming
from quotetrack.detection.speakers.replies import Replies
from quotetrack.detection.speakers.topics import Topic, Topics
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.word import COMMA, SUFFIXES, WORD

_SENTENCES: Final = 8
"""How many sentences back somebody who only acts may be taken up."""
_INTRODUCED: Final = 3
"""How many sentences back somebody who is only named may be taken up."""
_NEAR: Final = 2
"""How far «، لكنه» puts a verb behind the report that it takes up."""
_CLAUSE: Final = 3
"""How near before its main verb a clause that says when is over («عندما سأله القاضي، قال»)."""


@dataclass(slots=True)
class _Event:
    """Somebody speaks (`draft`) or acts (`actor`) at token `at`."""

    at: int
    draft: int | None = None
    actor: Actor | None = None


class Discourse:
    """Takes up, in one article, those who spoke or acted before."""

    def __init__(
        self,
        tokens: Tokens,
        mentions: Mentions,
        entities: Entities,
        naming: Naming,
        actors: Actors,
        headings: Headings,
        spoken: Spoken,
        topics: Topics,
    ) -> None:
        self._tokens, self._mentions = tokens, mentions
        self._topics, self._candidates = topics, Candidates(tokens, mentions, entities, naming)
        self._entities, self._naming, self._actors = entities, naming, actors
        self._headings = headings
        self._drafts, self._anchors, self._known = spoken.drafts, spoken.anchors, spoken.speakers
        self._enumerations = Enumerations(tokens, entities.names, actors)
        self._replies = Replies(tokens, mentions, entities, naming, self._candidates, spoken)

    def continued(self, i: int) -> Entity | None:
        """Whom a pro-drop verb or a pronoun takes up."""
        draft = self._drafts[i]
        if draft.parent is not None:
            above = self._known[draft.parent]
            if draft.first_person and above is not None:
                return above
        if (question := self._replies.question(i)) is not None:
            return self._replies.answerer(i, question)
        if self._says_of_himself(draft) and (above := self._above(i)) is not None:
            return above
        if draft.pronoun and (host := self._contradicted(i)) is not None:
            subject = self._clause_subject(host)
            if subject is not None:
                return subject
        return (
            self._agreeing(i, self._in_sentence(i))
            or self._above(i)
            or self._medium(i)
            or self._listed(i)
            or self._topic(i)
            or self._before(i)
            or self._anybody(i)
            or self._any_actor(i)
            or self._introduced(i)
            or self._first_subject(i)
        )

    def _says_of_himself(self, draft: Draft) -> bool:
        """Whether a report that draft stands in opens with «إنه» right before its verb (كتب إنه قال)."""
        if draft.parent is None:
            return False
        that = self._drafts[draft.parent].start
        return draft.anchor == that + 1 and self._tokens.words[that].complementiser

    def _contradicted(self, i: int) -> Draft | None:
        """The report that «لكنه» takes up: the one that draft i stands in, or that ends right before it."""
        draft = self._drafts[i]
        if draft.parent is not None:
            return self._drafts[draft.parent]
        near = (j for j in range(i - 1, max(-1, i - REMEMBERED), -1) if self._drafts[j].end <= draft.anchor)
        last = next(near, None)
        return (
            self._drafts[last]
            if last is not None and draft.anchor - self._drafts[last].end <= _NEAR
            else None
        )

    def attached(self, i: int) -> Entity | None:
        """Whom a participle goes on with: who speaks or acts in its sentence, above all who agrees."""
        events = self._in_sentence(i)
        found = (
            self._agreeing(i, events)
            or self._above(i)
            or self._medium(i)
            or self._agreeing(i, self._in_sentence(i, over=True))
        )
        if found is not None:
            return found  # ذكرت الوكالة أن الوزير أشار إلى …، مضيفاً: she does not agree, he does
        if (topic := self._topic(i)) is not None:
            return topic
        for event in events:
            if event.draft is not None and (entity := self._known[event.draft]) is not None:
                return entity
        parent = self._drafts[i].parent
        if parent is not None and (entity := self._known[parent]) is not None:
            return entity  # one pair of marks around a whole report: «… ، مضيفاً أن …»
        return self._before(i) or self._anybody(i) or self._first_subject(i)

    def interviewed(self, i: int) -> Entity | None:
        """Whom an interview is with: who speaks most before its answers, else who is named most."""
        drafts = self._drafts
        first = next(j for j, draft in enumerate(drafts) if draft.whose is Whose.INTERVIEWED)
        if first < i:
            return self._known[first]
        spoken = Counter(
            entity
            for j, entity in enumerate(self._known[:first])
            if entity is not None and entity.kind is SpeakerKind.PERSON and drafts[j].parent is None
        )
        if spoken:
            return spoken.most_common(1)[0][0]
        named = [e for e in self._entities.known if e.named and e.kind is SpeakerKind.PERSON]
        return max(
            named,
            key=lambda e: sum(at < self._anchors[first] for at in self._entities.places(e.key[-1])),
            default=None,
        )

    def _listed(self, i: int) -> Entity | None:
        """The subject of the list whose item the verb of draft i opens."""
        phrase = self._enumerations.subject(self._anchors[i])
        mention = None if phrase is None else self._mentions.parse(self._tokens, phrase)
        if mention is None or not self._candidates.can_speak(mention):
            return None
        entity = self._naming.entity(mention)
        return entity if agree(self._drafts[i], entity.gender, entity.number, entity.kind) else None

    # -- the sentence --------------------------------------------------------------------------

    def _in_sentence(self, i: int, *, over: bool = False) -> list[_Event]:
        """Who spoke or acts before the anchor of draft i in its sentence, the nearest first.

        What stands in a quotation that is closed does not count, nor what stands in a report that is
        over, unless asked for by `over`; who is only named as a source in passing (وفقاً لـ) comes last.
        """
        draft, tokens = self._drafts[i], self._tokens
        start = tokens.sentence_starts[draft.anchor]
        low = bisect_left(self._anchors, start)
        spoken = [j for j in range(max(low, i - REMEMBERED), i) if j != draft.parent]
        closed = [
            part
            for j in spoken
            if not (over or self._holds(j, draft.anchor))
            for part in self._drafts[j].content
        ]
        in_it = self._is_in_it(draft.anchor)
        cues = set(self._anchors[max(low, i - REMEMBERED) : i + 1])
        events = [_Event(self._drafts[j].anchor, draft=j) for j in spoken if self._speaks(j)]
        events += [
            _Event(actor.at, actor=actor)
            for actor in self._actors.of_sentence(draft.anchor)
            if actor.at < draft.anchor and actor.at not in cues and (in_it or not actor.owns)
        ]
        # Whose speech it is stands inside what the verb before is about (انتقد تصريحات فلان، التي قال فيها).
        events = [
            e
            for e in events
            if self._heard(e.at, draft.anchor)
            and not (draft.whose is Whose.CONTINUED and self._met_him(e.at, draft.anchor))
            and ((e.actor is not None and e.actor.owns) or not any(a <= e.at < b for a, b in closed))
        ]
        goes_on = draft.cue_class is CueClass.ADDITION
        return sorted(events, key=lambda e: (self._passing(e), goes_on and e.draft is None, -e.at))

    def _met_him(self, at: int, anchor: int) -> bool:
        """Whether the clause of the verb at `at`, which a comma ends before `anchor`, only says when.

        In it somebody met whoever goes on behind it («عندما سأله القاضي، قال»).
        """
        words = self._tokens.words
        if at == 0 or words[at - 1].base not in self._mentions.when or not words[at].raw.endswith(SUFFIXES):
            return False
        return any(words[k].kind == COMMA for k in range(max(at, anchor - _CLAUSE), anchor))

    def _is_in_it(self, anchor: int) -> bool:
        """Whether a speech is taken up right behind the verb (قال فيها)."""
        following = self._tokens.words[min(anchor + 1, self._tokens.count - 1)]
        return following.pronoun and following.fold in self._mentions.within

    def _holds(self, j: int, anchor: int) -> bool:
        return any(a <= anchor < b for a, b in self._drafts[j].content)

    def _speaks(self, j: int) -> bool:
        """Whether draft j has somebody who may be taken up."""
        entity, draft = self._known[j], self._drafts[j]
        if entity is None or draft.rule == "relay-medium" or entity.is_scripture() or draft.described:
            return False
        return draft.type != AttributionType.REPORTED or self._candidates.plausible(entity)

    def _passing(self, event: _Event) -> bool:
        """Whether somebody is only named in passing (وفقاً لـ), or may be no speaker at all."""
        if event.draft is None:
            return False
        entity = self._known[event.draft]
        doubtful = entity is not None and not self._candidates.plausible(entity)
        draft = self._drafts[event.draft]
        forms = {cue.form for cue in self._tokens.words[draft.anchor].cues}
        behind = draft.anchor and self._tokens.words[draft.anchor - 1].adverbial
        named_act = draft.rule == "speech-act" and forms == {Form.NOUN} and behind  # إثر إعلان الصندوق
        return doubtful or named_act or draft.rule.startswith("source-phrase")

    def _agreeing(self, i: int, events: list[_Event]) -> Entity | None:
        """The first of the events whose speaker or actor agrees with draft i."""
        draft = self._drafts[i]
        for event in events:
            if event.draft is not None:
                entity = self._known[event.draft]
                if entity is None or not agree(draft, entity.gender, entity.number, entity.kind):
                    continue
            elif event.actor is None or (entity := self._candidates.acting(draft, event.actor)) is None:
                continue
            if not self._is_said_of(draft, entity):
                return entity
        return None

    def _is_said_of(self, draft: Draft, entity: Entity) -> bool:
        """Whether what is said is of that man by name (وقال إن بوتين): of himself he says «إنه».

        Principle C of binding (Chomsky 1981): a name is not bound by the pronoun that a verb holds.
        """
        words, name = self._tokens.words, draft.start + 1
        if not entity.named or entity.kind is not SpeakerKind.PERSON or name >= draft.end:
            return False
        return words[draft.start].complementiser and words[name].stem in (entity.key[0], entity.key[-1])

    def _topic(self, i: int) -> Entity | None:
        """Whom the sentence of draft i is about, if he agrees and his place in it is surely a subject's."""
        topic = self._topics.before(self._drafts[i].anchor)
        if topic is None or not (topic.leads or topic.many):
            return None
        draft = self._drafts[i]
        finite = any(form.form in (Form.PAST, Form.PRESENT) for form in self._tokens.words[draft.anchor].cues)
        if draft.whose is not Whose.ATTACHED and (not finite or draft.cue_class is CueClass.ADDITION):
            return None
        return self._about(i, topic)

    def _first_subject(self, i: int) -> Entity | None:
        """Who stands behind the first verb: a subject, for where nobody was named before none is dropped."""
        topic = self._topics.before(self._drafts[i].anchor, any_noun=True)
        if topic is None or topic.leads:
            return None
        return self._about(i, topic, anybody=self._is_in_it(self._anchors[i]))  # أصدرت القبائل بيانا أكدت فيه

    def _about(self, i: int, topic: Topic, *, anybody: bool = False) -> Entity | None:
        """The entity of a topic that draft i may take up; it may be `anybody`."""
        draft = self._drafts[i]
        heard = self._heard(topic.at, draft.anchor)
        return self._candidates.about(draft, topic, anybody=anybody) if heard else None

    # -- above and before ----------------------------------------------------------------------

    def _above(self, i: int) -> Entity | None:
        """Who says the report that draft i stands in; in a direct quotation he would say «I»."""
        draft, host = self._drafts[i], self._host(i)
        if host is None or self._drafts[host].type == AttributionType.DIRECT:
            return None
        above = self._known[host]
        agrees = above is not None and agree(draft, above.gender, above.number, above.kind)
        return above if agrees else None

    def _clause_subject(self, host: Draft) -> Entity | None:
        """The named subject of the clause that a report consists of («إن بوتين …، لكنه حذر …»)."""
        phrase = self._entities.names.noun_phrase(self._tokens, host.start + 1, host.end)
        if phrase is None or phrase[0] != host.start + 1:
            return None
        mention = self._mentions.parse(self._tokens, phrase)
        named = mention.name is not None and self._candidates.can_speak(mention)
        return self._naming.entity(mention) if named else None

    def _before(self, i: int) -> Entity | None:
        """Whom the sentences before bring in: a speaker before an actor, unless the actor is nearer.

        A verb that goes on («وأضاف») asks for somebody who has spoken already, and a body that only acts is
        no nearer than who has.
        """
        draft, tokens = self._drafts[i], self._tokens
        goes_on = draft.cue_class is CueClass.ADDITION
        in_heading = self._headings.hold(draft.anchor)
        start = tokens.sentence_starts[draft.anchor]
        actor: Entity | None = None
        for _ in range(_SENTENCES):
            if start == 0:
                break
            end, start = start, tokens.sentence_starts[start - 1]
            if self._headings.hold(start) and not in_heading:
                headed = self._heading_names(draft, start, end) if actor is None else None
                if headed is not None:
                    return headed
                continue
            if (speaker := self._spoke_in(i, start, end)) is not None:
                return speaker
            actor = actor or self._acted_in(draft, start)
            if actor is not None and actor.kind is SpeakerKind.PERSON and not goes_on:
                return actor
        return actor

    def _heading_names(self, draft: Draft, start: int, end: int) -> Entity | None:
        """Whose name the heading of a section is («سامي الخالد – مدرب الضفاف»), if he agrees; or None."""
        words = self._tokens.words
        first = next((k for k in range(start, end) if words[k].kind == WORD), end)
        verbs = any(word.finite or word.verbal for word in words[first:end])
        if verbs or start < self._headings.first_end or first in self._tokens.inside:
            return None
        phrase = self._entities.names.noun_phrase(self._tokens, first, end)
        if phrase is None or phrase[0] != first or (phrase[1] < end and words[phrase[1]].kind == WORD):
            return None
        mention = self._mentions.parse(self._tokens, phrase)
        told = words[first].given or mention.role is not None or phrase[1] + 1 < end
        named = told and mention.name is not None and mention.kind is SpeakerKind.PERSON
        if not named or not agree(draft, mention.gender, mention.number, mention.kind):
            return None
        assert mention.name is not None
        return self._naming.entity(mention) if self._entities.is_sure(mention.name) else None

    def _acted_in(self, draft: Draft, start: int) -> Entity | None:
        """The first agreeing actor of the sentence that begins at `start`."""
        for actor in self._actors.of_sentence(start):
            if not self._heard(actor.at, draft.anchor):
                continue
            entity = self._candidates.acting(draft, actor)  # nobody behind the first becomes known by it
            if entity is not None and not entity.is_scripture():
                return entity
        return None

    def _spoke_in(self, i: int, start: int, end: int) -> Entity | None:
        """The last agreeing speaker of a sentence; one named in passing only where there is no other."""
        events = [e for e in self._said_in(i, start, end) if e.draft is not None and self._speaks(e.draft)]
        events.sort(key=lambda e: (self._passing(e), -e.at))
        return self._agreeing(i, events) or self._relayed_in(i, start, end)

    def _relayed_in(self, i: int, start: int, end: int) -> Entity | None:
        """The last agreeing medium of a sentence, for where its source does not agree.

        «نقلت الصحيفة عن مسؤول أن …، وأضافت».
        """
        media = [
            e
            for e in reversed(self._said_in(i, start, end))
            if e.draft is not None
            and self._drafts[e.draft].rule == "relay-medium"
            and self._drafts[e.draft].content != self._drafts[i].content
        ]
        return self._agreeing(i, media)

    def _said_in(self, i: int, start: int, end: int) -> list[_Event]:
        """What is said in a sentence before draft i, in no report but the one that holds draft i."""
        draft = self._drafts[i]
        low, high = bisect_left(self._anchors, start), min(i, bisect_right(self._anchors, end - 1))
        return [
            _Event(self._anchors[j], draft=j)
            for j in range(max(low, high - REMEMBERED), high)
            if j != draft.parent
            and self._host(j) in (None, draft.parent)
            and self._heard(self._anchors[j], draft.anchor)
        ]

    def _medium(self, i: int) -> Entity | None:
        """The last agreeing medium before draft i in its sentence."""
        at = self._anchors[i]
        return self._relayed_in(i, self._tokens.sentence_starts[at], at)

    def _host(self, j: int) -> int | None:
        """The report that draft j stands in; one that a source phrase only covers stands in none."""
        parent = self._drafts[j].parent
        while parent is not None and self._drafts[parent].rule.startswith("source-phrase"):
            parent = self._drafts[parent].parent
        return parent

    def _anybody(self, i: int) -> Entity | None:
        """The last speaker of all, agreeing or not: better than nobody, unless the verb is another's."""
        spoken = [j for j in range(i - 1, max(-1, i - REMEMBERED), -1) if self._speaks(j)]
        for check in (True, False):
            for j in spoken:
                if self._host(j) is not None or not self._heard(self._anchors[j], self._anchors[i]):
                    continue
                entity = self._known[j]
                assert entity is not None
                if check and not agree(self._drafts[i], entity.gender, entity.number, entity.kind):
                    continue
                return self._unless_anothers(i, entity)
        return None

    def _unless_anothers(self, i: int, entity: Entity) -> Entity | None:
        """The entity, unless the verb of draft i shows that it is surely another's."""
        draft = self._drafts[i]
        draft.anothers = self._candidates.contradicts(draft, entity)
        return None if draft.anothers else entity

    def _any_actor(self, i: int) -> Entity | None:
        """The body that acts last in the sentence before, agreeing or not, where nobody has spoken."""
        start = self._tokens.sentence_starts[self._anchors[i]]
        if start == 0:
            return None
        for actor in reversed(self._actors.of_sentence(start - 1)):
            mention = self._mentions.parse(self._tokens, actor.phrase, clitic=actor.clitic)
            if mention.kind is SpeakerKind.ORGANISATION and self._candidates.can_speak(mention):
                return self._unless_anothers(i, self._naming.entity(mention))
        return None

    def _introduced(self, i: int) -> Entity | None:
        """The last person of a name and an office before draft i, where nobody has spoken or acted."""
        draft = self._drafts[i]
        low = self._anchors[i]
        for _ in range(_INTRODUCED):
            low = self._tokens.sentence_starts[low - 1] if low else 0
        roster = self._entities.roster()
        first, end = (bisect_left(roster, at, key=lambda one: one.phrase[0]) for at in (low, draft.anchor))
        for mention in reversed(roster[first:end]):
            name = mention.name if mention.kind is SpeakerKind.PERSON else None
            sure = name is not None and self._entities.is_sure(name)
            heard = sure and self._heard(mention.phrase[0], draft.anchor)
            if heard and agree(draft, mention.gender, mention.number, mention.kind):
                return self._naming.entity(mention)
        return None

    # -- small questions -----------------------------------------------------------------------

    def _heard(self, other: int, here: int) -> bool:
        """Whether who speaks at `other` may be meant at `here`: not from inside a quotation that is over."""
        inside = self._tokens.inside.get(other)
        return inside is None or inside is self._tokens.inside.get(here)
