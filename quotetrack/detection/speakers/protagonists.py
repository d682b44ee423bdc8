"""Whom «البائع», «الأم», «الشابة» mean where the text has brought them in by a name alone.

«يقف سامي الخالد خلف عربته. ويقول البائع إن»: who acts in a report on ordinary people has no office, and is
taken up by what anybody may be called, or by a trade that nobody else in the text has.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Final

from quotetrack.detection.drafts.draft import Draft
from quotetrack.detection.drafts.headings import Headings
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.entities.spoken import Spoken
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.speakers.actors import Actors
from quotetrack.detection.text.places import OCCURRENCES
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import WORD, Word, light, stem, with_pronouns

_SENTENCES: Final = 4
"""How many sentences back, its own one included, somebody is looked for whom a description takes up."""
_MOTHER: Final = "ام"
_FATHER: Final = "ابو"
_THE_MOTHER: Final = "الام"
_FAR: Final = 400
"""How far before a parent somebody may stand whose parent that is, in tokens."""


class CallingWords:
    """The words of the lexicon by which ordinary people are called; one serves all articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.anybody, self.crafts = words["anybody"], words["crafts"]
        self.lots = self.anybody.union(words["lots"])
        self.offices = set(map(stem, words["heads"] | words["before"]))
        self.offices -= set(map(stem, self.anybody.union(self.crafts, words["kinsfolk"])))
        self.other_crafts = set(map(stem, self.crafts))
        self.works_as = words["works_as"]
        self.feminine, self.kunya = words["feminine"], words["kunya"]
        mothers, fathers = words["mothers"], words["fathers"]
        self.parents = {f"ال{parent}" for parent in mothers.union(fathers)}
        self.mothers = with_pronouns(mothers).union(mothers - self.kunya)
        self.fathers = with_pronouns(fathers).union(fathers - self.kunya)
        self.nations = frozenset(map(light, lexicon.places))


class Protagonists:
    """Finds them in one article."""

    def __init__(
        self,
        words: CallingWords,
        tokens: Tokens,
        mentions: Mentions,
        entities: Entities,
        actors: Actors,
        headings: Headings,
        spoken: Spoken,
    ) -> None:
        self._words, self._tokens, self._mentions = words, tokens, mentions
        self._entities, self._actors = entities, actors
        self._headings, self._spoken = headings, spoken

    def called(
        self, mention: Mention, draft: Draft, barred: Entity | None, meet: Callable[[Mention], Entity]
    ) -> Entity | None:
        """Whom the description that is the source of `draft` takes up, if he is no `barred` one; or None.

        `meet` gives the entity of a name.
        """
        first, end = mention.phrase
        words = self._tokens.words
        word = words[first]
        craft = word.fold in self._words.crafts
        listed = craft or word.fold in self._words.anybody
        if not (listed or (word.definite and (word.head or word.title))) or mention.clitic:
            return None
        if not all(map(self._describes, words[first + 1 : end])):
            return None
        if craft and word.stem in self._tokens.surnames:
            return None  # سامي الحداد … وقال الحداد
        if not listed:
            worker = self._works_as(word, first)
            return None if worker is None else self._learned(meet(worker), mention, barred)
        again = next((e for e in self._entities.recent(first) if e.named and word.stem in e.heads), None)
        if again is not None and again is not barred and again.spoke >= 0:
            return again
        gender = self._gender(word)
        who: Mention | Entity | None = None
        if word.fold in self._words.parents:
            who = self._parent(gender)
        if who is None and not self._is_with_parent(word, gender, first):
            who = self._last(draft, word, gender)
        entity = meet(who) if isinstance(who, Mention) else who
        return None if entity is None else self._learned(entity, mention, barred)

    def _learned(self, entity: Entity, mention: Mention, barred: Entity | None) -> Entity | None:
        """The entity, which is called by the mention from now on, unless it is the `barred` one."""
        if entity is barred:
            return None
        self._entities.learn(entity, mention)
        entity.heads.add(self._tokens.words[mention.phrase[0]].stem)
        return entity

    def _works_as(self, word: Word, first: int) -> Mention | None:
        """Whom the text says to be what a definite noun calls him («تعمل سعاد ممرضة … وتقول الممرضة»)."""
        words, places = self._tokens.words, self._entities.places(word.stem)
        at = next((at for at in places[:OCCURRENCES] if at < first), None)
        if at is None or words[at].definite:
            return None
        acting = [a for a in self._actors.of_sentence(at) if words[a.at].base in self._words.works_as]
        near = [a for a in acting if a.at < at <= a.phrase[1] and not (a.owns or a.clitic)]
        mention = self._mentions.naming(self._tokens, near[0].phrase) if near else None
        named = mention is not None and mention.name is not None and words[mention.name[0]].given
        return mention if named else None

    def _describes(self, word: Word) -> bool:
        """Whether the word is an adjective by which somebody is told from nobody (الشاب، المصري، المتعب)."""
        if word.kind != WORD or not word.definite or word.given:
            return False
        known = word.noun & (nouns.ORDINARY | nouns.COMMON)
        return bool(known) or word.fold in self._words.lots or light(word.fold) in self._words.nations

    def _gender(self, word: Word) -> Gender:
        hers = word.fold.endswith("ه") or word.fold in self._words.feminine or word.fold == _THE_MOTHER
        return Gender.FEMININE if hers else Gender.MASCULINE

    # -- parents -------------------------------------------------------------------------------

    def _is_with_parent(self, word: Word, gender: Gender, first: int) -> bool:
        """Whether a parent may be that of somebody in the text (تعيش ليلى مع والدها … ويقول الأب)."""
        if word.fold not in self._words.parents:
            return False
        kin = self._words.mothers if gender is Gender.FEMININE else self._words.fathers
        return any(before.fold in kin for before in self._tokens.words[max(0, first - _FAR) : first])

    def _parent(self, gender: Gender) -> Mention | None:
        """The only one whom the text calls by a child's name (تقول الأم … أم ملاك)."""
        called = _MOTHER if gender is Gender.FEMININE else _FATHER
        found: dict[str, Mention] = {}
        for at in self._entities.places(called)[:OCCURRENCES]:
            phrase = self._entities.names.noun_phrase(
                self._tokens, at, self._tokens.sentence_ends[at], apposition=False
            )
            named = self._mentions.naming(self._tokens, phrase) if phrase and phrase[0] == at else None
            if named is not None and named.name is not None and named.name[0] == at < named.name[1] - 1:
                found.setdefault(self._tokens.words[at + 1].stem, named)
        return next(iter(found.values())) if len(found) == 1 else None

    # -- who came last -------------------------------------------------------------------------

    def _last(self, draft: Draft, word: Word, gender: Gender) -> Mention | Entity | None:
        """The last one before `draft` whom its source may mean."""
        assert draft.source
        tokens, end = self._tokens, min(draft.source[0], draft.anchor)
        start = tokens.sentence_starts[draft.anchor]
        low = next(iter(self._entities.places(word.stem)), end)
        for _ in range(_SENTENCES):
            if not self._headings.hold(start) or self._headings.hold(draft.anchor):
                found = self._in(start, end, word, gender)
                if found is not None:
                    # the noun stands before only as what he is (سامي الخالد بائع فول)
                    return found if low >= start else None
            if start == 0:
                break
            end, start = start, tokens.sentence_starts[start - 1]
        return None

    def _in(self, start: int, end: int, word: Word, gender: Gender) -> Mention | Entity | None:
        """Who spoke last, or else acts first, between two tokens, if `word` may mean him."""
        anchors = self._spoken.anchors
        for j in range(bisect_left(anchors, end) - 1, bisect_left(anchors, start) - 1, -1):
            entity = self._spoken.speakers[j]
            if entity is None or self._spoken.drafts[j].parent is not None or not entity.named:
                continue
            sure = entity.titled or any(part in self._mentions.given for part in entity.key)
            if entity.kind is SpeakerKind.PERSON and sure and entity.gender in (gender, Gender.UNKNOWN):
                return entity if self._fits(word, entity.heads) else None
        for mention in self._acting(start, end):
            if mention.gender in (gender, Gender.UNKNOWN) and mention.number is Number.SINGULAR:
                return mention if self._fits(word, {mention.head}) else None
        return None

    def _acting(self, start: int, end: int) -> list[Mention]:
        """The people of a name who lead or act between two tokens, in text order."""
        tokens = self._tokens
        actors = self._actors.of_sentence(start)
        phrases = [a.phrase for a in actors if a.at < end and not (a.owns or a.clitic)]
        opening = tokens.words[start]
        if opening.given or opening.fold in self._words.kunya:
            lead = self._entities.names.noun_phrase(tokens, start, end)
            phrases[:0] = [lead] if lead is not None and lead[0] == start else []
        found = []
        for phrase in phrases:
            if phrase[0] in tokens.inside or not start <= phrase[0] < end:
                continue
            mention = self._mentions.naming(tokens, phrase)
            if mention is None or mention.name is None or mention.kind is not SpeakerKind.PERSON:
                continue
            named = tokens.words[mention.name[0]]
            titled = mention.titled and self._entities.is_sure(mention.name)
            if named.given or named.fold in self._words.kunya or titled:
                found.append(mention)
        return found

    def _fits(self, word: Word, heads: AbstractSet[str]) -> bool:
        """Whether somebody called by `heads` may be called by the word: he has no office, no other craft."""
        if word.fold in self._words.anybody:
            return True
        return not any(
            head in self._words.offices or (head in self._words.other_crafts and head != word.stem)
            for head in heads
        )
