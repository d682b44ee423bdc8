"""Who speaks: sources, pronouns and silence, over the article's discourse."""

from __future__ import annotations

from quotetrack.detection.draft import Draft, Whose
from quotetrack.detection.entities import REMEMBERED, Entities, Entity
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.mentions import Mention, Mentions
from quotetrack.detection.morphology import Morphology
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.source import Phrases
from quotetrack.detection.tokens import WORD, Tokens, stem


class Resolver:
    """Gives every draft its speaker."""

    def __init__(self, lexicon: Lexicon, names: Phrases, morphology: Morphology | None = None) -> None:
        self._mentions = Mentions(lexicon, morphology)
        self._names = names
        self._openers = lexicon.words["clause_openers"]

    def resolve(self, tokens: Tokens, drafts: list[Draft]) -> None:
        """Fill in `speaker` of all drafts, which stand in text order with their parents set."""
        discourse = Discourse(tokens, self._mentions, self._names, self._openers)
        known: list[Entity | None] = [None] * len(drafts)
        for i, draft in enumerate(drafts):
            if draft.whose is Whose.SOURCE and draft.source:
                known[i] = discourse.named(draft)
        for i in range(len(drafts)):
            known[i] = discourse.ours(i, drafts, known) or known[i]
        for i, draft in enumerate(drafts):
            if draft.whose is Whose.CONTINUED:
                known[i] = discourse.continued(i, drafts, known)
            elif draft.whose is Whose.ATTACHED:
                known[i] = discourse.attached(i, drafts, known)
        for draft, entity in zip(drafts, known, strict=True):
            draft.speaker = entity.speaker() if entity else None


class Discourse(Entities):
    """How the drafts of one article refer to its entities where no source names them."""

    def ours(self, i: int, drafts: list[Draft], known: list[Entity | None]) -> Entity | None:
        """Whom «رئيسنا» means in the mouth of a seat of power: the one of its own country."""
        draft = drafts[i]
        if draft.parent is None or draft.source is None or draft.source[1] - draft.source[0] != 1:
            return None
        above, fold = known[draft.parent], self.tokens.words[draft.source[0]].fold
        if above is None or not fold.endswith("نا") or not self.mentions.is_title(fold[:-2]):
            return None
        adjective = self.mentions.adjective_of(above.heads)
        for place, phrase in self.roster():
            mention = self.mentions.parse(self.tokens, phrase)
            if place < draft.anchor and adjective in mention.words:
                return self.refer(phrase)
        return None

    def continued(self, i: int, drafts: list[Draft], known: list[Entity | None]) -> Entity | None:
        """Whoever spoke before and agrees with a pro-drop verb or a pronoun.

        The sentence itself is asked first, then its subject, then those who spoke before it, then
        the subjects of the sentences before.
        """
        draft = drafts[i]
        if draft.parent is not None:
            above = known[draft.parent]
            if draft.pronoun and (subject := self._clause_subject(drafts[draft.parent])) is not None:
                return subject
            if above is not None and (draft.first_person or _agree(draft, above)):
                return above
        start = self.tokens.sentence_starts[draft.anchor]
        speakers = [
            j
            for j in range(i - 1, max(-1, i - REMEMBERED), -1)
            if known[j] is not None
            and drafts[j].rule != "relay-medium"
            and j != draft.parent
            and drafts[j].parent in (None, draft.parent)
            and self._heard(drafts[j].anchor, draft.anchor)
            and (drafts[j].type != "reported" or self._plausible(known[j]))
        ]
        agreeing = [j for j in speakers if _agree(draft, known[j])]
        near = next((j for j in agreeing if drafts[j].anchor >= start), None)
        if near is not None:
            return known[near]
        if draft.anchor - start > 2 and (subject := self._subject_of(draft, start)) is not None:
            return subject
        for passing in (False, True):
            for j in agreeing:
                if passing or not drafts[j].rule.startswith("source-phrase"):
                    return known[j]
        for _ in range(6):
            if (subject := self._subject_of(draft, start)) is not None:
                return subject
            if start == 0:
                break
            start = self.tokens.sentence_starts[start - 1]
        return known[speakers[0]] if speakers else None

    def _clause_subject(self, host: Draft) -> Entity | None:
        """The named subject of the clause that a report consists of («إن بوتين …، لكنه حذر …»)."""
        phrase = self.names.noun_phrase(self.tokens, host.start + 1, host.end)
        if phrase is None or phrase[0] != host.start + 1:
            return None
        entity = self.refer(phrase)
        return entity if entity.named else None

    def attached(self, i: int, drafts: list[Draft], known: list[Entity | None]) -> Entity | None:
        """The speaker of the verb that a participle hangs on, else the subject of its sentence."""
        draft = drafts[i]
        start = self.tokens.sentence_starts[draft.anchor]
        for j in range(i - 1, max(-1, i - REMEMBERED), -1):
            other, entity = drafts[j], known[j]
            if other.anchor < start:
                break
            if (
                entity is None
                or other.rule == "relay-medium"
                or (other.parent != draft.parent and other.parent is not None)
            ):
                continue
            if other.start <= draft.anchor < other.end and draft.anchor in self.tokens.inside:
                continue
            if _agree(draft, entity):
                return entity
        subject = self._subject_of(draft, start)
        return subject or self.continued(i, drafts, known)

    def _heard(self, other: int, here: int) -> bool:
        """Whether who speaks at `other` may be meant at `here`: not from inside a quotation that is over."""
        inside = self.tokens.inside.get(other)
        return inside is None or inside is self.tokens.inside.get(here)

    def _plausible(self, entity: Entity | None) -> bool:
        """Whether a speech act's subject is surely somebody: named in full, titled, or of a known kind."""
        if entity is None:
            return False
        return (
            bool(entity.role)
            or entity.kind is not SpeakerKind.PERSON
            or entity.titled
            or (entity.named and (len(entity.key) > 1 or entity.key[0] in self.mentions.given))
        )

    def _can_speak(self, mention: Mention) -> bool:
        """Whether the subject of a sentence that reports nothing is surely somebody who may speak."""
        if mention.titled:
            return mention.name is not None or mention.definite
        if mention.name is not None:
            words = self.words_of(mention.name)
            key = {stem(w) for w in words}
            return words[0] in self.mentions.given or any(
                e.named and key <= set(e.key) for e in self.entities
            )
        return mention.definite and mention.kind in (SpeakerKind.ORGANISATION, SpeakerKind.OUTLET)

    def _subject_of(self, draft: Draft, start: int) -> Entity | None:
        """The subject of the sentence that begins at `start`, if it can be who speaks in `draft`."""
        tokens = self.tokens
        words = tokens.words
        at = start
        while at < draft.anchor and (words[at].kind != WORD or words[at].fold in self._openers):
            at += 1
        leads = at < draft.anchor and (
            words[at].head or words[at].title or words[at].fold in self.mentions.given
        )
        if not leads and not (at + 1 < draft.anchor and (words[at + 1].head or words[at + 1].title)):
            while at < draft.anchor and (
                words[at].kind != WORD or not (words[at].verbal or words[at].finite)
            ):
                at += 1
                if at - start > 8:
                    return None
        if at >= draft.anchor:
            return None
        first = at if leads else at + 1
        phrase = self.names.noun_phrase(tokens, first, draft.anchor)
        if phrase is None or phrase[0] != first:
            return None
        mention = self.mentions.parse(tokens, phrase)
        if not self._can_speak(mention):
            return None
        if not leads and words[at].fold.endswith("ت") and draft.gender is Gender.MASCULINE:
            return None
        entity = self.refer(phrase)
        return entity if _agree(draft, entity) else None


def _agree(draft: Draft, entity: Entity | None) -> bool:
    """Whether verb or pronoun can stand for the entity."""
    if entity is None:
        return False
    if draft.number is Number.PLURAL:
        return entity.number is not Number.SINGULAR or entity.kind in (
            SpeakerKind.GROUP,
            SpeakerKind.ORGANISATION,
        )
    if draft.gender is Gender.UNKNOWN or entity.gender is Gender.UNKNOWN:
        return True
    return draft.gender is entity.gender
