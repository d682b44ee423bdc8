"""Where a noun phrase stops because a circumstance of the verb follows: to whom, where, when, in what."""

from __future__ import annotations

import re
from typing import Final

from quotetrack.detection.noun_phrases.noun_shapes import is_body, is_of_marked, is_unknown, office
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COLON, OPEN, STRAIGHT, Word, bare, is_derived, light

_SPEECH: Final = (COLON, OPEN, STRAIGHT)
_NUMBER: Final = "رقم"
_MIDDLE_EAST: Final = ("للشرق", "الاوسط")
_AND_NORTH: Final = "وشمال"
_BY_ACT: Final = "بإ"
_FORM_FOUR: Final = re.compile("ا..ا.")
"""The verbal nouns of form IV (إيقاف، إصدار)."""
_OF_HIS: Final = ("ه", "ها", "هم")
_OF_VERB: Final = nouns.WITH_VERB | nouns.OCCASION_TOO | nouns.LEANS_ON_B
_WITH_LAM: Final = (
    nouns.AUDIENCE | nouns.FOR_MANY | nouns.FOR_THING | nouns.FOR_BODY | nouns.FOR_PERSON | nouns.FOR_HAMZA
)


class Circumstances:
    """Tells what goes with the verb from what goes with the noun phrase behind it."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._places, self._regions = lexicon.places, words["regions"]
        self._nations = frozenset(map(light, lexicon.places))
        self._faith = words["faith"]
        self._with_their_b = words["with_their_b"]
        self._numbered = words["numbered"]
        self._serving = words["serving"]
        self._polls, self._of_media = words["polls"], words["of_media"]

    def begin(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i goes with the verb: a time, those spoken to, where or in what it was said.

        `first` is the first token of the phrase.
        """
        words, first = tokens.words, office(tokens, first, i)
        facts, before, opening = words[i].noun, words[i - 1], words[first]
        if facts & nouns.NUMBER and (before.noun & nouns.NAMED_BY_NUMBER or self._numbers(tokens, i)):
            return False  # موقع 24، المادة 12 من القانون
        if facts & _OF_VERB:
            if is_of_marked(tokens, i, first):
                return False
            theirs = facts & nouns.LEANS_ON_B and before.fold in self._with_their_b and i - 1 > first
            return not (theirs or is_body(tokens, i))  # المتحدث بصحة تبوك
        act = facts & nouns.BEHIND_B and before.definite and words[i].fold[1:] not in self._places
        if act and _is_act(words[i], before):
            return True
        titled = opening.title or opening.head
        if facts & nouns.ON_BEHALF and not (before.head or before.title):
            return True  # رفع الرئيس العام باسمه …
        if facts & _WITH_LAM and self._is_addressee(tokens, i, first):
            return True
        serving = opening.fold in self._serving and i > first + 1
        if facts & nouns.ADDRESSED and before.definite and not (titled or serving):
            return True  # أوضحت الجامعة للطالبة
        if facts & nouns.AND_VERB and before.definite:
            return True  # زار الوزير سامي الخالد وبدأ
        if facts & nouns.WHAT:
            return not (i + 1 < tokens.count and words[i + 1].noun & nouns.SO_CALLED)
        if facts & nouns.LEANS_ON_L:
            return not titled
        place = (
            facts & (nouns.IN_PLACE | nouns.BEHIND_B) and words[i].fold not in self._faith
        )  # المنتصر بالله
        return bool(place) and self._is_where(tokens, i, first)

    def _numbers(self, tokens: Tokens, i: int) -> bool:
        """Whether the number at i tells which article, brigade or the like is meant, and counts nothing."""
        base = tokens.words[i - 1].base
        return base == _NUMBER or bare(base) in self._numbered

    def _is_addressee(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i, on which a ل leans, says to whom or at what, not whose the phrase is."""
        words = tokens.words
        facts, before, opening = words[i].noun, words[i - 1], words[first]
        titled = opening.title or opening.head
        told = facts & nouns.AUDIENCE and not self._is_of_audience(words[i], opening)
        if told and titled and self._is_region(tokens, i):
            return False
        if told and not (before.noun & nouns.QUALIFIER and not words[i].fold.endswith("ين")):
            return True
        named, alone = opening.noun & nouns.NAMES, i == first + 1 and opening.definite and not titled
        if facts & nouns.FOR_MANY and (alone or named):
            return True
        if facts & nouns.FOR_THING and alone:
            return True  # المرصد لغارات روسية
        if facts & nouns.FOR_BODY and named and not self._role_between(tokens, first, i):
            return True  # ذكر أوغلو لهيئة الإذاعة
        if facts & nouns.FOR_PERSON and self._is_told(tokens, i, first):
            return True
        return bool(facts & nouns.FOR_HAMZA and alone and named)  # أشار المفرج لأولى مباريات

    @staticmethod
    def _is_region(tokens: Tokens, i: int) -> bool:
        """Whether the Middle East at i is what somebody, whose name follows, is in charge of."""
        words = tokens.words
        if i + 2 >= tokens.count or (words[i].fold, words[i + 1].fold) != _MIDDLE_EAST:
            return False
        name = words[i + 2]
        known = name.given or name.fold == _AND_NORTH
        return known or is_unknown(name)

    def _is_of_audience(self, word: Word, opening: Word) -> bool:
        """Whether those of `word` are whom a poll asked, or whose body the phrase names."""
        body = opening.noun & nouns.OPEN_ENDED and not (opening.title or opening.head)
        return opening.fold in self._polls or bool(body and word.fold in self._of_media)

    def _is_where(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i says where or in what it was said, not where the phrase's body sits."""
        words = tokens.words
        facts, before, opening = words[i].noun, words[i - 1], words[first]
        if opening.noun & nouns.OPEN_ENDED:
            return False
        if i > first + 1 and before.definite and self._sits(tokens, i):
            return False
        if facts & nouns.IN_PLACE:
            return True
        return bool(opening.definite or opening.noun & nouns.PLACE) and not self._is_surname(tokens, i, first)

    def _is_surname(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i, in ب, is a name or the last of one (توماس باخ، الفرنسي بلاتيني)."""
        word, before = tokens.words[i], tokens.words[i - 1]
        if not word.noun & nouns.MAY_BEGIN_NAME:
            return False
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        named = before.definite and (before.title or light(before.fold) in self._nations)
        named = named and i == first + 1 and not word.verbal
        named = named and not (following is not None and following.definite)
        if (before.given or named) and not word.noun & nouns.ORDINARY:
            return True
        last = following is not None and (following.complementiser or following.kind in _SPEECH)
        unknown = before.noun & nouns.MAY_BEGIN_NAME and before.noun & nouns.NAMES
        return bool(last and unknown and not before.noun & nouns.ORDINARY)

    @staticmethod
    def _is_told(tokens: Tokens, i: int, first: int) -> bool:
        """Whether the one at i is spoken to (قال الوزير لرئيس اللجنة), not served (المستشار الخاص لرئيس)."""
        before, his = tokens.words[i - 1], tokens.words[i].raw.endswith(_OF_HIS)
        office = before.definite and before.fold.endswith(("ي", "يه")) and not his  # الروسي لنظيره
        office = office or bool(before.noun & nouns.QUALIFIER)
        return not (office and i > first + 1)

    @staticmethod
    def _role_between(tokens: Tokens, first: int, i: int) -> bool:
        """Whether a title stands behind the name that opens at `first` (فلان المدير التنفيذي لهيئة …)."""
        return any(word.title or word.head for word in tokens.words[first + 1 : i])

    def _sits(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i opens the town where a body sits, and what it says follows.

        «قالت الغرفة التجارية بالرياض إن»، «الدفاع المدني بمنطقة جازان أن».
        """
        words = tokens.words
        region = words[i].fold in self._regions
        town = words[i + region].fold if i + region < tokens.count else ""
        edge = words[i + region + 1] if i + region + 1 < tokens.count else None
        said = edge is not None and (edge.complementiser or edge.kind in _SPEECH)
        return said and (town if region else town[1:]) in self._places


def _is_act(word: Word, before: Word) -> bool:
    """Whether a verbal noun behind ب says what was done or promised (تعهد مؤسسة النقد بتوفير السيولة).

    A participle before it may take it for itself (المتهم بتهريب السلاح).
    """
    if word.given or word.noun & nouns.FIELD or before.noun & nouns.PARTICIPLE:
        return False  # بتعليم الضفاف
    act = word.fold[1:]
    return is_derived(act) or (word.raw.startswith(_BY_ACT) and _FORM_FOUR.fullmatch(act) is not None)
