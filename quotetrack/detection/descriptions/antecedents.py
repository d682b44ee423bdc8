"""What a description takes up from the text: a fuller phrase of its noun, a peer, a name that it ends.

«الوزارة» is «وزارة الدفاع» where the text says so, before the description or, of a title, behind it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from quotetrack.detection.descriptions.description_words import DescriptionWords
from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.entities.entities import Entities
from quotetrack.detection.entities.entity import Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.entities.roster import name_before
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.places import OCCURRENCES
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.word import WORD

_SAYS_MORE: Final = 2
"""How many words a noun has at least that says whom another one means; one more if it is definite."""
_PLURAL_ADJECTIVES: Final = ("ون", "ين", "ات")


class Antecedents:
    """Looks descriptions up in the text of one article, whose headline is over at token `headline`."""

    def __init__(
        self,
        words: DescriptionWords,
        tokens: Tokens,
        mentions: Mentions,
        names: Phrases,
        entities: Entities,
        headline: int,
    ) -> None:
        self._words, self._tokens, self._mentions, self._names = words, tokens, mentions, names
        self._entities, self._headline = entities, headline

    def of(self, mention: Mention) -> Entity | None:
        """What a definite description or a title of a known noun takes up from the text, if anything."""
        if not mention.noun or not (mention.definite or mention.titled):
            return None
        return self._fuller(mention) or self._peer(mention)

    # -- a last name ---------------------------------------------------------------------------

    def surname(self, mention: Mention) -> Entity | None:
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

    # -- a fuller phrase -----------------------------------------------------------------------

    def _fuller(self, mention: Mention) -> Entity | None:
        """Whom the phrase names or describes that says the same and more: «الوزارة» … «وزارة الدفاع»."""
        first = mention.phrase[0]
        loosely: Mention | None = None
        for at in self._places(mention):
            phrase = self._fuller_phrase(mention, at)
            if phrase is None:
                continue
            found = self._mentions.parse(self._tokens, phrase)
            if not mention.traits <= found.traits:
                if self._headline <= at < first and loosely is None and self._may_describe(mention, found):
                    loosely = found
            elif found.name is None:
                if at < first:
                    return self._described(found)
            elif mention.titled or found.kind is not SpeakerKind.PERSON:
                return self._entities.meet(found)
        return self._described(loosely) if loosely is not None else None

    def _places(self, mention: Mention) -> list[int]:
        """Where else the text has the noun: before the description, last first; then a title behind it."""
        words, (first, end) = self._tokens.words, mention.phrase
        places = self._entities.places(mention.head)
        middle = bisect_left(places, first)
        after = places[middle : middle + OCCURRENCES] if mention.titled else []
        return [
            at
            for at in (*reversed(places[max(0, middle - OCCURRENCES) : middle]), *after)
            if not first <= at < end
            and not (at and words[at - 1].fold in self._words.superlatives)  # «الضفاف»، أكبر شركة للنقل
        ]

    def _fuller_phrase(self, mention: Mention, at: int) -> Range | None:
        """The phrase at `at`, if it says more than the description does."""
        tokens, first = self._tokens, mention.phrase[0]
        if mention.titled and (name := name_before(tokens, at)) is not None:
            phrase = self._names.noun_phrase(tokens, at, tokens.sentence_ends[at], apposition=False)
            if phrase is not None:
                return name[0], phrase[1]
        limit = tokens.sentence_ends[at]
        limit = min(limit, first) if at < first else limit
        phrase = self._names.noun_phrase(tokens, at, limit, apposition=mention.titled)
        if phrase is not None:
            phrase = phrase[0], self._names.addressees.subject_end(tokens, phrase)
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
        many = self._words.kinds.get(words[at].fold) is SpeakerKind.GROUP
        if many and at + 1 < end and not words[at + 1].fold.endswith(_PLURAL_ADJECTIVES):
            return at + 1  # أخذ الأطباء العضو
        i = at + 1
        while i < end and words[i].kind == WORD and words[i].fold.startswith(("ال", "وال", "لل")):
            i += 1
        return i

    def _may_describe(self, mention: Mention, found: Mention) -> bool:
        """Whether a definite body may be the one named before, with one adjective that is new of it.

        «معهد ليون للبحوث» … «المعهد غير الربحي».
        """
        fresh = mention.traits - found.traits - self._words.traitless
        bodies = mention.kind is found.kind is SpeakerKind.ORGANISATION
        own = fresh & (self._words.nations | self._words.named_so)
        return bodies and mention.definite and len(fresh) == 1 and not own

    def _described(self, found: Mention) -> Entity:
        """A new entity of the description that the text has found for another."""
        entity = self._entities.new(found)
        self._entities.learn(entity, found)
        return entity

    # -- another noun --------------------------------------------------------------------------

    def by_another_noun(self, mention: Mention) -> Entity | None:
        """Whom the text calls by another noun, last before a definite one («مجموعة الضفاف» … «الشركة»)."""
        others = self._words.counterparts.get(mention.head, ()) if mention.definite else ()
        found = [called for noun in others if (called := self._last_called(mention, noun)) is not None]
        best = max(found, key=lambda called: called.phrase[0], default=None)
        if best is None:
            return None
        return self._entities.meet(best) if best.name is not None else self._described(best)

    def _last_called(self, mention: Mention, noun: str) -> Mention | None:
        """Whom the text calls by the noun and more, last before the mention, if that may be meant."""
        tokens, first = self._tokens, mention.phrase[0]
        for at in self._before(noun, first):
            phrase = self._names.noun_phrase(
                tokens, at, min(tokens.sentence_ends[at], first), apposition=False
            )
            if phrase is None or phrase[0] != at:
                continue
            phrase = at, self._names.addressees.subject_end(tokens, phrase)
            if phrase[1] - at < _SAYS_MORE + tokens.words[at].definite or tokens.words[at + 1].preposition:
                continue  # مجموعة من السياح
            found = self._mentions.parse(tokens, phrase)
            if mention.traits <= found.traits:
                found.kind, found.gender = mention.kind, mention.gender
                return found
        return None

    def by_what_is_his(self, mention: Mention) -> Entity | None:
        """Whom the text tells by nothing but what he has («سهم الضفاف» … «الشركة»), if by no noun since."""
        nouns_of = self._words.known_by.get(mention.head)
        if nouns_of is None or not mention.definite:
            return None
        tokens, first = self._tokens, mention.phrase[0]
        at = max((places[0] for noun in nouns_of if (places := self._before(noun, first))), default=None)
        called = self._before(mention.head, first)
        if at is None or (called and called[0] > at) or at + 1 >= tokens.count:
            return None
        phrase = self._names.noun_phrase(
            tokens, at + 1, min(tokens.sentence_ends[at], first), apposition=False
        )
        if phrase is None or phrase[0] != at + 1 or tokens.words[at].fold.startswith("ال"):
            return None
        found = self._mentions.parse(tokens, phrase)
        if found.noun or not mention.traits <= found.traits:
            return None
        found.kind, found.gender, found.name = mention.kind, mention.gender, phrase
        return self._entities.meet(found)

    def _before(self, noun: str, first: int) -> list[int]:
        """The last places of a noun in the body of the text before token `first`, the nearest first."""
        places = self._entities.places(noun)
        middle = bisect_left(places, first)
        return [at for at in reversed(places[max(0, middle - OCCURRENCES) : middle]) if at >= self._headline]

    # -- a peer --------------------------------------------------------------------------------

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
