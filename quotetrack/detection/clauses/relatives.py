"""Clauses without a relative pronoun that say which indefinite source is meant.

«قال ناشط يدعو إلى الحوار إن …», «أكد مسؤول تحدث شريطة عدم كشف اسمه أن …»: a verb of saying in such a clause
reports nothing here, and what follows belongs to the verb before the source. Behind an indefinite noun a
clause is always one that describes it (Ryding, A Reference Grammar of Modern Standard Arabic, chapter 14).
Where the noun is no subject, the clause tells what it says itself: «تلقى بلاغات تفيد بأن», «في تقرير قال إن».
"""

from __future__ import annotations

import re
from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COLON, COMMA, STOP, WORD, Word

_REACH: Final = 9
"""How far behind the verb of saying the verb of such a clause may stand, in tokens."""
_SENT: Final = 14
"""How far before its verb a document may stand that somebody sent."""
_HIS: Final = "ه"
_LEANING: Final = ("ب", "ل")
_PLURAL: Final = "ات"
_SHORTEST_PLURAL: Final = 5
_ADJECTIVES: Final = 2
_THEIR_PEOPLE: Final = ("يه", "يها", "يهم", "وه", "وها", "وهم")
_SHORTEST_OF_THEIRS: Final = 6
"""How a plural ends that has a pronoun (منتقديه، معارضوها), and its fewest letters."""
_DESCRIBED: Final = 24
"""Within how many tokens behind a document its verb stands."""
_ADJECTIVE: Final = re.compile("(?:ي|ية|يا|يً?ا)$")
_EDGES: Final = (BREAK, COLON, COMMA, STOP)
_NAME: Final = 4
"""The most words of a name in quotation marks."""
_SAID: Final = "قال"
_IN: Final = "في"
_OF_HER: Final = "ها"
_PRONOUNS: Final = ("ه", "ها", "هم")
_PEOPLE: Final = frozenset((SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.ANONYMOUS))
_SOURCES: Final = frozenset(
    (SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, SpeakerKind.DOCUMENT)
)


class Relatives:
    """Finds clauses that describe indefinite sources, by a lexicon; `RelativePronouns` asks of the others."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._kinds, self._one_of = lexicon.kinds, words["one_of"]
        self._things, self._times = words["things_told"], words["many_times"]
        self._before_nouns = words["before_nouns"] | {_IN}
        self._senders = words["senders"]
        self._copies, self._offices = words["copies"], words["heads"] | words["before"]

    def explains(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether the verb at token j describes the indefinite subject right behind the verb at i."""
        words = tokens.words
        verb = words[j]
        if not verb.finite or verb.joined or not i + 2 <= j <= i + _REACH or words[i + 1].definite:
            return False
        may_be_noun = verb.noun_too and not words[j - 1].definite  # مسؤول في الحزب رفض القرار
        if may_be_noun or j + 1 >= tokens.count or words[j + 1].complementiser:
            return False
        again = {form.cue.lemma for form in verb.cues} & {form.cue.lemma for form in words[i].cues}
        if again:
            return False  # وقال مندوب بالحركة قال للصحيفة إن
        return words[i].finite and self._agrees(words[i + 1], verb) and self._is_indefinite(words, i + 1, j)

    def gets_copy(self, tokens: Tokens, j: int) -> bool:
        """Whether the verb at j says who has got a document before it (في بلاغ توصلت الجريدة بنسخة منه)."""
        words = tokens.words
        if not words[j].finite or words[j].joined:
            return False
        near = range(j + 1, min(j + _REACH, tokens.count - 1))
        copy = next((k for k in near if words[k].fold in self._copies or words[k].kind in _EDGES), j)
        return words[copy].fold in self._copies and words[copy + 1].pronoun

    def clause(self, tokens: Tokens, i: int, until: int) -> range:
        """The tokens, before `until`, of the clause that describes the subject of the verb at i."""
        last = min(until, i + _REACH + 1)
        verb = (k for k in range(i + 2, last) if tokens.words[k].cues and self.explains(tokens, i, k))
        return range(next(verb, until), until)

    def antecedent(self, tokens: Tokens, i: int, low: int) -> Range | None:
        """The indefinite plural before the verb at i that a clause describes (تلقى بلاغات تفيد بأن)."""
        words = tokens.words
        form = words[i].cues[0] if words[i].cues else None
        if form is None or form.gender is not Gender.FEMININE or form.number is not Number.SINGULAR:
            return None
        following = words[i + 1] if i + 1 < tokens.count else None
        if following is None or following.pronoun or words[i].joined or words[i].object:
            return None  # في تصريحات أكدت فيها
        theirs = following.complementiser and following.fold.endswith(_OF_HER)
        if form.form is Form.PAST and (theirs or form.cue.lemma == _SAID):
            return None  # نشرت صورا أكدت أنها له: what somebody else says
        for first in range(i - 1, max(low - 1, i - 2 - _ADJECTIVES), -1):
            if self._is_many(words[first]):
                before = words[first - 1] if first else None
                when = before and (before.fold in self._before_nouns or before.noun & nouns.NUMBER)
                return None if when else (first, i)
            if words[first].definite or not words[first].raw.endswith("ة") or words[first].preposition:
                return None
        return None

    def those_who(self, tokens: Tokens, i: int, last: int, low: int) -> Range | None:
        """The indefinite plural right before a plural verb, which says what they say (منتقدين يقولون إن)."""
        words = tokens.words
        form = words[i].cues[0] if words[i].cues else None
        if form is None or form.number is not Number.PLURAL or words[last].definite:
            return None
        fold = words[last].fold
        plural = fold.endswith(("ين", "ون")) and len(fold) > 4
        owned = fold.endswith(_THEIR_PEOPLE) and len(fold) >= _SHORTEST_OF_THEIRS
        owned = owned and not words[last].raw.endswith("ة")
        somebody = (plural or owned) and not (words[last].given or words[last].pronoun or words[last].verbal)
        return (last, last + 1) if somebody and last >= low else None

    def explained(self, tokens: Tokens, i: int, last: int, low: int) -> Range | None:
        """The indefinite document that the next verb explains (في تقرير قال إن، تلقت بلاغا يفيد بأن)."""
        words = tokens.words
        if words[i].joined or words[last].definite or words[last].kind != WORD or words[i].object:
            return None
        if i + 1 < tokens.count and words[i + 1].pronoun:
            return None  # في تغريدة قال فيها
        for k in range(last, max(low, last - 3), -1):
            word, before = words[k], words[k - 1]
            if word.kind != WORD or word.definite or word.preposition or word.adverbial:
                return None
            hangs = before.preposition or before.adverbial
            whose = not (before.finite or before.verbal or word.raw.endswith("ا")) and before.kind == WORD
            hangs = hangs or (whose and not before.definite and self._goes_with(word, words[i]))
            if not hangs and any(form.form is not Form.PRESENT for form in words[i].cues):
                continue
            if self._kinds.get(_nominative(word.fold)) is SpeakerKind.DOCUMENT:
                return k, last + 1
        return None

    def described(self, tokens: Tokens, i: int, first: int) -> Range | None:
        """The indefinite person at `first` whom a clause describes before the verb at i tells what he says.

        «مصدر طلب عدم كشف اسمه قال إن». Gives the person without the clause.
        """
        words = tokens.words
        person = words[first]
        hers = person.fold.endswith(_PRONOUNS) and person.raw[-1] != "ة"
        if person.definite or person.verbal or person.preposition or hers or words[i].object:
            return None
        for j in range(first + 1, min(first + 2 + _ADJECTIVES + 1, i - 1)):
            if (words[j].verbal or words[j].finite) and not (words[j].joined or words[j].definite):
                break
            if (
                words[j].definite
                or words[j].preposition
                or words[j].noun & nouns.WHAT
                or words[j].kind != WORD
            ):
                return None  # زعيم ما يسمى
        else:
            return None
        plain = _nominative(person.fold)
        one = person.title or person.head or plain in self._offices or self._kinds.get(plain) in _PEOPLE
        agrees = one and not person.given and self._goes_with(person, words[i])
        between = words[j + 1 : i]
        ends = any(word.kind != WORD or word.complementiser or word.relative for word in between)
        return (first, j) if agrees and not ends else None

    def introduced(self, tokens: Tokens, i: int, low: int) -> Range | None:
        """The indefinite document behind «that», or first in its sentence, whose verb stands at i.

        Clauses that describe it may stand between («أن دراسة كندية شملت ألف رجل أظهرت أن»). One may stand
        anywhere that a clause tells who made it («بعد تقرير نشرته الصحيفة يقول إن»).
        """
        words = tokens.words
        if words[i].object:
            return None  # إنه اتفاق سيئ يجب رفضه
        for k in range(i - 1, max(low, i - _DESCRIBED) - 1, -1):
            word = words[k]
            if word.complementiser or not (word.kind in (WORD, COMMA) or self._is_in_short_marks(tokens, k)):
                return None
            made = self._is_made(tokens, k, i)
            if not (k == low or words[k - 1].complementiser or made):
                continue
            document = self._kinds.get(_nominative(word.fold)) is SpeakerKind.DOCUMENT and not word.definite
            if not document and made:
                continue
            if not document or not self._goes_with(word, words[i]):
                return None
            end = k + 1
            while (
                end < i and _ADJECTIVE.search(words[end].raw) and not (words[end].finite or words[end].verbal)
            ):
                end += 1
            return k, min(end, k + 1 + _ADJECTIVES)
        return None

    def explained_afar(self, tokens: Tokens, i: int, last: int, low: int) -> Range | None:
        """The indefinite document that the verb explains behind who sent it («بلاغا من أحدهم يفيد بأن»)."""
        words = tokens.words
        if words[i].joined or words[i].object or any(f.form is not Form.PRESENT for f in words[i].cues):
            return None
        if i + 1 < tokens.count and words[i + 1].pronoun:
            return None  # بيانا عن الحادث يؤكد فيه
        if words[last].kind == COMMA:
            last -= 1
        for k in range(last - 1, max(low, last - _SENT) - 1, -1):
            word, after = words[k], words[k + 1]
            held = any(form.cue.within for form in word.cues)  # بلاغا ورد للمركز يفيد بأن
            if word.kind != WORD or word.complementiser or word.relative:
                return None
            if (word.finite or word.verbal) and not held:
                return None
            document = self._kinds.get(_nominative(word.fold)) is SpeakerKind.DOCUMENT
            if not document or word.definite or word.raw.endswith(_HIS):
                continue
            sent = (
                after.fold in self._senders or after.fold[0] == _LEANING[1] or (after.finite and k + 1 < last)
            )
            return (k, last + 1) if sent and self._goes_with_its_form(word, words[i]) else None
        return None

    @staticmethod
    def _goes_with_its_form(noun: Word, verb: Word) -> bool:
        """Whether a document and the verb that tells what it says agree in gender."""
        gender = Gender.FEMININE if noun.raw.endswith(("ة", "ات")) else Gender.MASCULINE
        return all(form.gender is gender and form.number is Number.SINGULAR for form in verb.cues)

    @staticmethod
    def _is_in_short_marks(tokens: Tokens, k: int) -> bool:
        """Whether the mark at k is of a name in quotation marks (تقرير نشرته «الضفاف»)."""
        quotation = tokens.quote_at.get(k) or tokens.quote_end.get(k)
        return quotation is not None and quotation.words <= _NAME

    @staticmethod
    def _is_made(tokens: Tokens, k: int, i: int) -> bool:
        """Whether a clause behind the word at k tells who made it, before the verb at i (نشرته الصحيفة)."""
        words = tokens.words
        for j in range(k + 1, min(k + 2 + _ADJECTIVES, i - 1)):
            if words[j].noun & nouns.DONE_TO:
                who = words[j + 1]
                somebody = who.definite or who.naming or who.title or who.head or who.given
                somebody = somebody or j + 1 in tokens.quote_at
                return somebody and not (who.preposition or who.adverbial or who.noun & nouns.DAY)
        return False

    def _is_many(self, word: Word) -> bool:
        """Whether the word is an indefinite plural that takes the feminine, of anything but times."""
        if word.definite or word.given or word.finite or word.preposition or word.adverbial:
            return False
        sound = word.fold.endswith(_PLURAL) and len(word.fold) >= _SHORTEST_PLURAL and not word.verbal
        return (sound or word.fold in self._things) and word.fold not in self._times

    @staticmethod
    def _goes_with(noun: Word, verb: Word) -> bool:
        """Whether an indefinite noun and the verb behind it agree in gender (صحة تقرير أفاد بأن)."""
        gender = Gender.FEMININE if noun.fold.endswith(("ه", "ات")) else Gender.MASCULINE
        return any(form.gender is gender for form in verb.cues)

    def _agrees(self, noun: Word, verb: Word) -> bool:
        """Whether the noun may be the subject of the verb: a man does nothing in the feminine."""
        man = (noun.title or noun.head) and not noun.fold.endswith("ه")
        return not man or any(form.gender is not Gender.FEMININE for form in verb.cues)

    def _is_indefinite(self, words: list[Word], first: int, end: int) -> bool:
        """Whether a noun for people or documents, not definite, and what belongs to it fill the tokens."""
        noun = words[first]
        source = noun.title or noun.head or self._kinds.get(noun.fold) in _SOURCES
        if noun.kind != WORD or noun.given or noun.naming or not (source or noun.fold in self._one_of):
            return False
        hangs = noun.fold in self._one_of
        for word in words[first + 1 : end]:
            hangs = hangs or word.preposition or word.fold[0] in _LEANING
            if word.kind != WORD or word.finite or word.complementiser or word.relative:
                return False
            if not hangs and (word.definite or word.given or word.title):
                return False  # نائب الرئيس يدعو
        return True


def _nominative(fold: str) -> str:
    """A folded noun without the ا of an indefinite accusative (بلاغا)."""
    return fold.removesuffix("ا")
