"""Whom a clause without a relative pronoun describes by what he says: «اتصالا من سيدة تزعم أن».

Behind an indefinite noun a clause is always one that describes it (Ryding, A Reference Grammar of Modern
Standard Arabic, chapter 14), wherever in the sentence that noun stands, and its verb is that noun's.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import LEANING, WORD, Word

_REACH: Final = 5
"""How far before its verb such a noun stands, in tokens."""
_HE: Final = ("هو", "هي", "هم")
_OF_SOMEBODY: Final = ("نه", "نها", "نهم")
_MANY: Final = ("ون", "ين")
_TWO: Final = "ان"
_ACCUSATIVE: Final = "ا"
_SOMEBODY: Final = frozenset(
    (SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATION)
)
_NEVER: Final = nouns.HAS_PRONOUN | nouns.DAY | nouns.TIME | nouns.NUMBER | nouns.PLACE


class ToldByClause:
    """Finds them by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._kinds, self._many = lexicon.kinds, words["plurals"]
        self._one_of, self._several = words["one_of"], words["quantities"] | words["acts.quantities"]
        self._bearers = words["heads"] | words["before"] | self._many | words["somebody"]
        self._people = self._bearers | words["may_speak"]
        self._hearsay, self._counts = words["formulas.hearsay"], words["counts"] | words["amounts"]

    def source(self, tokens: Tokens, i: int, low: int) -> Range | None:
        """The noun from `low` on that the clause of the verb of saying at i describes, or None."""
        words = tokens.words
        if words[i].joined or not self._says_that(tokens, i):
            return None
        hearsay = words[i].base in self._hearsay and words[i + 1].fold.endswith(_OF_SOMEBODY)
        if hearsay:
            return None  # رجل يعتقد أنه قتل
        for k in range(i - 1, max(low, i - _REACH) - 1, -1):
            word = words[k]
            if word.kind != WORD or word.complementiser or word.relative:
                return None
            before = words[k - 1] if k > low else None
            if word.definite:
                first = None if before is None else self._part_of_many(words, k, low, words[i])
                if first is not None:
                    return first, i  # أحد العمال، عدد من السكان
                if before is None or not before.preposition:
                    return None
                continue  # عامل في المصنع
            if self._may_be(word) and self._agrees(word, words[i]):
                first = self._whole(words, k, low)
                counted = first > low and self._is_counted_by(words[first - 1])
                return None if counted or self._is_told_of(tokens, words[first], i) else (first, i)
            if word.adverbial or word.finite:
                return None
        return None

    @staticmethod
    def _says_that(tokens: Tokens, i: int) -> bool:
        """Whether أن stands right behind the verb at i, or behind its preposition."""
        following = tokens.words[i + 1 : i + 3]
        if not following:
            return False
        return following[0].complementiser or (following[0].preposition and following[-1].complementiser)

    @staticmethod
    def _is_told_of(tokens: Tokens, noun: Word, i: int) -> bool:
        """Whether the subject of the clause before says it of the noun («اعتقل الأمن رجلا قال إنه»)."""
        past = all(form.form is Form.PAST for form in tokens.words[i].cues)
        theirs = tokens.words[i + 1].fold.endswith(_OF_SOMEBODY)
        return past and theirs and noun.fold.endswith(_ACCUSATIVE)

    def _is_counted_by(self, before: Word) -> bool:
        """Whether the word before a noun counts it, or says that he is so (ألف رجل، فهو رجل يؤمن بأن)."""
        counts = before.noun & (nouns.NUMBER | nouns.LISTING) or before.fold in self._counts
        return bool(counts) or before.fold.endswith(_HE)

    def _part_of_many(self, words: list[Word], k: int, low: int, verb: Word) -> int | None:
        """Where «one of» or «some of» begins that the definite noun at k ends (أحد الجيران)."""
        at = k - 1 - (words[k - 1].preposition and k - 2 >= low)
        fold = words[at].fold
        if fold in self._one_of:
            return at if _is_one(verb, Gender.FEMININE if fold[-1] == "ي" else Gender.MASCULINE) else None
        several = fold in self._several and any(form.number is Number.PLURAL for form in verb.cues)
        return at if several else None

    def _whole(self, words: list[Word], first: int, low: int) -> int:
        """Where the noun begins that the one at `first` describes or belongs to (سيدة مسنة)."""
        before = words[first - 1] if first > low else words[first]
        leans = words[first].fold[0] in LEANING and words[first].leaned
        bearer = before.kind == WORD and self._may_be(before) and self._plain(before) in self._bearers
        return first - (first > low and bearer and not leans)

    def _may_be(self, word: Word) -> bool:
        """Whether the word is an indefinite noun of somebody, with no pronoun on it."""
        if word.definite or word.given or word.preposition or word.noun & _NEVER:
            return False
        plain = self._plain(word)
        kind = self._kinds.get(plain) or self._kinds.get(word.fold)
        return plain in self._people or word.fold in self._people or kind in _SOMEBODY

    def _plain(self, word: Word) -> str:
        """The folded noun without a preposition on it and the ا of an indefinite accusative."""
        fold = word.fold
        if fold[0] in LEANING and fold[1:] in self._people:
            return fold[1:]
        return fold.removesuffix(_ACCUSATIVE)

    def _agrees(self, noun: Word, verb: Word) -> bool:
        """Whether the noun agrees with the verb behind it in gender and number."""
        plain = self._plain(noun)
        if plain in self._many or noun.fold.endswith(_MANY):
            return any(form.number is not Number.SINGULAR for form in verb.cues)
        if plain.endswith(_TWO) and any(form.number is Number.DUAL for form in verb.cues):
            return True
        return _is_one(verb, Gender.FEMININE if plain.endswith(("ه", "ات")) else Gender.MASCULINE)


def _is_one(verb: Word, gender: Gender) -> bool:
    """Whether a form of the verb is of one person or thing of the gender."""
    return any(form.number is Number.SINGULAR and form.gender is gender for form in verb.cues)
