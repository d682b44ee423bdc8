"""Who acts in the clauses of a sentence, whatever the verb: «أصدرت الوزارة بياناً …، قائلة إن».

A pro-drop verb or a participle takes up the subject of the clause that it goes on with, and that
clause need not report anything. Arabic puts the verb first, so a word that begins a clause, is no
noun that a list knows, and stands before a title, a name or an institution is taken for its verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.source import Phrases, bracketed
from quotetrack.detection.records import Number, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    BREAK,
    COLON,
    COMMA,
    DASH,
    OPEN,
    STOP,
    STRAIGHT,
    WORD,
    bare,
    may_be_masdar,
    without_clitic,
)

_EDGES: Final = frozenset((COMMA, COLON, DASH, STOP, BREAK, OPEN, STRAIGHT))
_REACH: Final = 14
"""Within how many tokens behind its verb a statement stands."""
_FROM: Final = "عن"
_OF: Final = "من"
_WHAT: Final = "ما"
_IT_IS: Final = ("هو", "هي")
_FOR_WHAT: Final = "لما"
_WITH_WHAT: Final = "بما"
_AND: Final = "و"
_IT: Final = ("ه", "ها")
_MAY_ACT: Final = nouns.OCCASION | nouns.MAY_BE_VERB | nouns.ACTS
_SHORTEST_PLURAL: Final = 5
_CLAUSE: Final = 8
"""Within how many tokens behind its verb a clause takes up what it describes (تلقت الوكالة نسخة منه)."""
_OF_NAME: Final = 5
"""How many tokens at most a name or a description between commas has."""
_ASKING: Final = "؟?"
_PRESENTING: Final = 6
"""Within how many tokens of a sentence a name is presented."""
_LONGEST: Final = 160
"""How many tokens of a sentence are looked at: it keeps texts without full stops linear."""


@dataclass(slots=True)
class Actor:
    """The verb at token `at` and its subject; `leads` says that the subject stands in front of it."""

    at: int
    phrase: Range
    leads: bool
    clitic: bool = False
    owns: bool = False
    """Whether he only owns what is said (تصريحات للرئيس), which nothing but «قال فيها» goes on with."""


class ActorWords:
    """What the lexicon says of those who act; one serves all articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.auxiliaries = words["auxiliaries"]
        self.openers = words["clause_openers"] | self.auxiliaries
        self.jussive, self.in_lam, self.that = words["jussive"], words["in_lam"], words["that"]
        self.given, self.common = words["given"], words["common"]
        self.known = self.given.union(lexicon.kinds, lexicon.places, words["name_particles"])
        self.were = words["acts.were"] | {_AND + were for were in words["acts.were"]}
        self.kunya, self.presenting = words["kunya"], words["presenting"] | words["demonstratives"]
        self.met, self.happenings = words["met"], words["happenings"]
        self.occasions, self.people = words["occasions"], words["heads"] | words["before"]
        self.come_out = words["come_out"] | {_AND + verb for verb in words["come_out"]}
        self.statements = {bare(noun) for noun in words["statements"]}
        self.press = words["releases"]
        self.issued = self.statements | words["issued_papers"]
        self.bodies = {noun for noun, kind in lexicon.kinds.items() if kind is SpeakerKind.ORGANISATION}
        self.documents = {noun for noun, kind in lexicon.kinds.items() if kind is SpeakerKind.DOCUMENT}


class Actors:
    """Finds the subjects of clauses in one article, a sentence at a time, and remembers them."""

    def __init__(self, words: ActorWords, tokens: Tokens, names: Phrases, subjects: Subjects) -> None:
        self._words, self._tokens, self._names, self._subjects = words, tokens, names, subjects
        self._found: dict[int, list[Actor]] = {}

    def of_sentence(self, at: int) -> list[Actor]:
        """The actors of the sentence that token `at` stands in, in text order."""
        start = self._tokens.sentence_starts[at]
        found = self._found.get(start)
        if found is None:
            end = min(self._tokens.sentence_ends[start], start + _LONGEST)
            found = self._found[start] = self._scan(start, end)
        return found

    def _scan(self, start: int, end: int) -> list[Actor]:
        found = []
        for i in range(start, end):
            word = self._tokens.words[i]
            if word.cues and (phrase := self._pledger(i, end)) is not None:
                found.append(Actor(i, phrase, leads=True))
                continue
            idle = not word.noun & _MAY_ACT and word.fold not in self._words.were
            if idle or word.relative or word.preposition:
                continue
            occasion = word.noun & nouns.OCCASION
            if occasion and i + 1 < end and self._tokens.words[i + 1].fold in self._words.press:
                continue  # مؤتمر صحفي
            if occasion and (phrase := self._owner(i, end)) is not None:
                clitic = phrase[0] > i and self._tokens.words[phrase[0]].fold[0] == "ل"
                found.append(Actor(i, phrase, leads=True, clitic=clitic, owns=True))
                continue
            before = self._tokens.words[i - 1] if i > start else None
            if before is not None and before.preposition and not before.pronoun:
                continue  # حول توجه الوزارة: a noun
            sure = (
                word.fold in self._words.were
                or word.finite
                or word.verbal
                or (before is not None and before.base in self._words.jussive)
            )
            if not sure and not (word.noun & nouns.MAY_BE_VERB and self._begins(i, start)):
                continue
            if self._explains(i, start):
                continue  # it says who the noun before it is
            tells = self._tells_of(i, start)
            if not tells and (phrase := self._issuer(i, end)) is not None:
                found.append(Actor(i, phrase, leads=True))  # the verb agrees with the statement
                continue
            phrase = self._behind(i, end)
            if tells and phrase is not None and word.fold.endswith(_IT):
                found.append(Actor(i, phrase, leads=False, owns=True))  # مقالة كتبها فلان
            if tells:
                continue
            if phrase is not None:
                found.append(Actor(i, phrase, leads=False))
            elif (
                sure
                and (phrase := self._subjects.before(self._tokens, i)) is not None
                and phrase[0] >= start
                and not self._subjects.is_described(self._tokens, i, phrase)
            ):
                found.append(Actor(i, phrase, leads=True))
        presented = self._presented(start, end)
        if presented is None:
            return found
        doubles = [actor for actor in found if actor.phrase[0] == presented.phrase[0]]
        verbs = [self._tokens.words[actor.at] for actor in doubles]
        met = self._tokens.words[presented.at].fold in self._words.met
        if not met and any(verb.verbal or verb.finite for verb in verbs):
            return found
        return [presented, *(actor for actor in found if actor not in doubles)]

    def _presented(self, start: int, end: int) -> Actor | None:
        """Who is presented by name where the sentence begins («أم وائل أرملة»، «من بين هؤلاء سعاد بركات»)."""
        words = self._tokens.words
        i = start
        while i + 1 < end and words[i].kind != WORD:
            i += 1
        if words[i].fold in self._words.met:
            met = self._names.noun_phrase(self._tokens, i + 1, end, leaning=words[i + 1].leaned)
            named = met is not None and met[0] == i + 1 and words[i + 1].kind == WORD
            return Actor(i, met, leads=True, clitic=words[i + 1].leaned) if met and named else None
        i = self._apposed(i, end)
        while i < min(end, start + _PRESENTING):
            word = words[i]
            if word.given or word.fold in self._words.kunya:
                break
            opens = word.preposition or word.adverbial or word.fold in self._words.presenting
            opens = opens or (i > start and word.definite and words[start].preposition)  # في الخيمة المجاورة
            if word.kind == WORD and not opens:
                return None
            i += 1
        asked = words[end - 1].raw in _ASKING or (start > 0 and words[start - 1].raw in _ASKING)  # أم هو خطأ؟
        if i + 1 >= end or i in self._tokens.inside or words[end - 1].kind != STOP or asked:
            return None  # a line without a full stop says who wrote the text
        before = words[i - 1] if i > start else None
        if before is not None and before.kind == WORD and before.preposition and not before.pronoun:
            return None
        last = words[i + 1]
        child = words[i].fold in self._words.kunya and not (last.noun & nouns.ORDINARY or last.verbal)
        full = child or (words[i].given and (last.given or last.definite or last.kin))
        phrase = self._names.noun_phrase(self._tokens, i, end) if full and last.kind == WORD else None
        if phrase is None or phrase[0] != i or words[phrase[1]].kind in (DASH, COLON, BREAK):
            return None
        return Actor(i, phrase, leads=True)

    def _apposed(self, start: int, end: int) -> int:
        """Where the name stands that commas set behind a definite noun at `start` (الجدة نفسها، أم سالم)."""
        words = self._tokens.words
        comma = start
        while comma < min(end, start + _OF_NAME) and words[comma].kind == WORD:
            word = words[comma]
            if not (word.definite or word.noun & nouns.SAME) or word.adverbial or word.noun & nouns.DAY:
                return start
            comma += 1
        named = comma + 2 < end and words[comma].kind == COMMA and comma > start
        at = comma + 1
        if not named or not (words[at].given or words[at].fold in self._words.kunya):
            return start
        closes = (words[k].kind == COMMA for k in range(at + 1, min(at + _OF_NAME, end)))
        return at if any(closes) else start

    def _explains(self, i: int, start: int) -> bool:
        """Whether the verb at i stands behind a relative pronoun or ما (الذي لم يقم، ما يسمى، لما نقلته)."""
        words = self._tokens.words
        k = i - 1
        while k > start and words[k].fold in self._words.auxiliaries and words[k].fold != _WHAT:
            k -= 1
        if k >= start and words[i].object and self._is_of_that(k):
            return False  # وهو ما نفاه الوزير، مؤكدا أن
        if k < start or words[k].relative or words[k].fold == _WHAT:
            return k >= start
        return words[k].fold in (_FOR_WHAT, _WITH_WHAT) and words[i].fold.endswith(_IT)  # not لما وصل

    def _is_of_that(self, k: int) -> bool:
        """Whether ما or a relative pronoun at k takes up what was told before (وهو ما، الأمر الذي)."""
        words = self._tokens.words
        if not k:
            return False
        it_is = words[k].fold == _WHAT and words[k - 1].fold.endswith(_IT_IS)
        return it_is or (words[k].relative and words[k - 1].fold in self._words.happenings)

    def _tells_of(self, i: int, start: int) -> bool:
        """Whether the verb at i says of the indefinite document before it what a pronoun takes up again.

        «في بيان تلقت الوكالة نسخة منه»، «في تقرير صحفي نشرته الصحيفة».
        """
        words = self._tokens.words
        if words[i].joined or words[i - 1].kind != WORD or words[i - 1].definite:
            return False
        said = any(words[k].noun & (nouns.DOCUMENT | nouns.OCCASION) for k in range(max(start, i - 2), i))
        if not said or words[i].fold.endswith(_IT):
            return said
        for k in range(i + 1, min(i + _CLAUSE, self._tokens.count)):
            marked = k in self._tokens.quote_at or k in self._tokens.quote_end
            if (words[k].kind != WORD and not marked) or words[k].complementiser:
                return False
            if words[k].pronoun:
                return True
        return False

    def _owner(self, i: int, end: int) -> Range | None:
        """Whose speech the noun at i is («تصريحات من الرئيس …»), which «قال فيها» goes on with."""
        words = self._tokens.words
        for j in range(i + 1, min(i + 3, end)):
            word = words[j]
            if word.kind != WORD:
                return None
            if word.fold == _OF:
                phrase = self._names.noun_phrase(self._tokens, j + 1, end)
                return phrase if phrase and phrase[0] == j + 1 and self._somebody(words[j + 1].fold) else None
            if word.fold[0] == "ل" and len(word.fold) > 3:
                fold = without_clitic(word.fold, self._words.in_lam)
                phrase = self._names.noun_phrase(self._tokens, j, end, leaning=True) or (j, j + 1)
                titled = any(word.title for word in words[j + 1 : phrase[1]])  # كلمة لمحرر الكتاب الأستاذ …
                issued = fold in self._words.bodies and bare(words[i].fold) in self._words.issued
                told = titled or issued or self._somebody(fold) or self._wrote(i, j, end)
                return phrase if told else None
            if not word.definite and word.fold in self._words.occasions:
                return None
            if word.fold in self._words.known and not word.definite:
                break  # تحدي تركيا لأوروبا
        owner = words[i + 1] if i + 1 < end and not words[i].definite else None
        last_name = owner is not None and owner.definite and owner.stem in self._tokens.surnames
        if owner is not None and (owner.title or owner.head or last_name):
            return self._names.noun_phrase(self._tokens, i + 1, end)  # بعد خطاب الملك سلمان، وقال فيه
        return None

    def _wrote(self, i: int, j: int, end: int) -> bool:
        """Whether the unknown name behind ل at j is of who wrote the document at i (تقريرا لشون أونيل)."""
        words = self._tokens.words
        noun = (
            words[i].fold.removesuffix("ا") if words[i].fold not in self._words.documents else words[i].fold
        )
        last = words[j + 1] if j + 1 < end else None
        return (
            noun in self._words.documents
            and last is not None
            and all(
                word.noun & nouns.MAY_BEGIN_NAME and not (word.noun & nouns.ORDINARY or word.definite)
                for word in (words[j], last)
            )
        )

    def _somebody(self, fold: str) -> bool:
        return fold in self._words.people or fold in self._words.given

    def _begins(self, i: int, start: int) -> bool:
        """Whether a clause may begin at i."""
        if i == start:
            return True
        before, second = self._tokens.words[i - 1], self._tokens.words[max(start, i - 2)]
        adds = self._tokens.words[i].raw[0] == "و"
        then = before.fold in self._words.that and (second.preposition or second.adverbial)  # بعد ذلك
        then = then or (before.adverbial and (i - 1 == start or second.kind in _EDGES))  # بعدها
        return adds or then or before.kind in _EDGES or before.fold in self._words.openers

    def _pledger(self, i: int, end: int) -> Range | None:
        """Who makes the pledge, the demand or the like at i («أثار تعهدا من الوزير بمنع ما وصفه بالفوضى»)."""
        words = self._tokens.words
        if i + 2 >= end or words[i].definite or words[i + 1].fold != _OF:
            return None
        forms = words[i].cues  # the dual of a verb is spelt like the accusative of its noun
        pledged = any(form.form is Form.NOUN or form.number is Number.DUAL for form in forms)
        if not pledged or not (words[i + 2].title or words[i + 2].head):
            return None
        phrase = self._names.noun_phrase(self._tokens, i + 2, end)
        return phrase if phrase is not None and phrase[0] == i + 2 else None

    def _issuer(self, i: int, end: int) -> Range | None:
        """Who issues a statement that comes out by the verb at i (صدر عن النقابة بيان، وأكدت فيه أن)."""
        words = self._tokens.words
        if words[i].fold not in self._words.come_out or i + 2 >= end or words[i + 1].fold != _FROM:
            return None
        near = range(i + 3, min(i + _REACH, end))
        noun = next((k for k in near if bare(words[k].fold) in self._words.statements), None)
        if noun is None or any(words[k].finite or words[k].kind in (STOP, BREAK) for k in range(i + 2, noun)):
            return None
        phrase = self._names.noun_phrase(self._tokens, i + 2, noun)
        return phrase if phrase is not None and phrase[0] == i + 2 else None

    def _behind(self, i: int, end: int) -> Range | None:
        """The subject right behind the verb at i, if it is surely somebody."""
        words = self._tokens.words
        if i + 2 < end and words[i + 1].fold in self._words.that and not words[i + 2].definite:
            return self._behind(i + 1, end) if words[i].cues else None  # نفى ذلك سامي الخالد
        if i + 1 >= end:
            return None
        if words[i + 1].kind == WORD and not words[i + 1].adverbial:
            phrase = self._names.noun_phrase(self._tokens, i + 1, end) if self._is_somebody(i + 1) else None
            if phrase is None or phrase[0] != i + 1:
                return None
            form = words[i].cues[0] if words[i].cues else None
            if form is not None and self._names.addressees.follow(words[i + 1], form):
                return None  # وشكر الجماهير على دعمها، مؤكدا أن
            return phrase[0], self._names.addressees.subject_end(self._tokens, phrase, form)
        verb = words[i].cues or words[i].verbal
        if verb and (name := bracketed(self._tokens, i + 1, end)) is not None:
            return name
        first = self._names.asides.skip(self._tokens, i + 1, end)
        if first >= end or first > i + 8 or not self._is_somebody(first):
            return None
        return self._names.noun_phrase(self._tokens, first, end)

    def _is_somebody(self, first: int) -> bool:
        """Whether a phrase that begins at `first` is surely a person or a body."""
        word = self._tokens.words[first]
        if word.head or word.title:
            return True
        owned = word.raw[-1] == "ه" and word.fold[-1] == "ه" and not word.given
        if owned and (may_be_masdar(word.fold) or word.fold.endswith("اته")):
            return False  # جدد تهديداته
        return (
            word.fold in self._words.known
            or first in self._tokens.quote_at
            or bool(word.definite and word.noun & nouns.PEOPLE)
            or (word.definite and word.fold.endswith("ون") and len(word.fold) > _SHORTEST_PLURAL)
            or word.stem in self._tokens.surnames
            or (word.stem in self._tokens.named and not word.definite and word.fold not in self._words.common)
        )
