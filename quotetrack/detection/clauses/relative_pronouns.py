"""Whom a relative pronoun takes up as the subject of its verb: «مسؤول في الوزارة الذي قال إن»."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.noun_shapes import is_feminine_thing, is_full_name
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    CLOSE,
    COMMA,
    LEANING,
    OPEN,
    STOP,
    STRAIGHT,
    WORD,
    Word,
    adds_noun,
    is_plural_participle,
    without_clitic,
)

_QUOTED_NAME: Final = 4
_HER: Final = "ها"
_THEM: Final = "هم"
_WHAT: Final = "ما"
_AND_HE: Final = "وهو"
_AND_SHE: Final = "وهي"
_AND_THEY: Final = "وهم"
_ASIDE: Final = 6
"""How many words may stand between «was» and what somebody was doing."""
_CLAUSE: Final = 16
"""How far behind a relative pronoun another one is added to it."""
_BODIES: Final = (SpeakerKind.ORGANISATION, SpeakerKind.GROUP)


class RelativePronouns:
    """Finds what relative pronouns take up by a lexicon; `Relatives` asks of clauses without one."""

    def __init__(self, lexicon: Lexicon, names: Phrases) -> None:
        self._names = names
        words = lexicon.words
        self._which_is = words["asides_after_quotation"]
        self._kinds, self._in_lam, self._within = lexicon.kinds, words["in_lam"], words["within"]
        self._given, self._feminine, self._years = words["given"], words["feminine"], words["years"]
        self._one_man, self._were = "الذي", words["acts.were"]
        self._feminine_relatives = words["relatives_feminine"]
        self._plural_relatives = words["relatives_plural"]

    def subject(self, tokens: Tokens, i: int, last: int, low: int) -> Range | None:
        """Whom the relative pronoun at `last` takes up as the subject of the verb at i."""
        words = tokens.words
        following = words[i + 1] if i + 1 < tokens.count else None
        within = following is not None and following.pronoun and following.fold in self._within
        if within and words[last].definite:
            return None  # في الوقت الذي طالب فيه الرئيس: when, not who
        if self._object_relative(words[last], words[i]):
            return None
        return self._antecedent(tokens, last, low)

    def of_was(self, tokens: Tokens, last: int, low: int) -> int | None:
        """The relative pronoun whose «was» the verb behind `last` belongs to (الذين كانوا حينها يزعمون)."""
        words = tokens.words
        for k in range(last, max(low, last - _ASIDE), -1):
            word = words[k]
            if word.kind != WORD or word.complementiser or word.cues:
                return None
            if word.base in self._were and words[k - 1].relative:
                return k - 1
            if word.verbal or word.relative:
                return None
        return None

    def _object_relative(self, relative: Word, verb: Word) -> bool:
        """Whether what a relative pronoun takes up is no subject, by the gender or object of the verb."""
        form = verb.cues[0] if verb.cues else None
        if form is None or form.person != 3:
            return False
        if verb.object and self._is_taken_up(relative, verb):
            return True  # التنظيم الذي تتهمه السلطات، المعسكر الذي وصفه بالمميز
        if form.number is not Number.SINGULAR:
            return relative.fold == self._one_man  # أمير مكة الذي وصفوا توجيهه
        if relative.base in self._feminine_relatives:
            return form.gender is Gender.MASCULINE  # تونس، التي قال إنها بلد آمن
        return relative.definite and form.gender is Gender.FEMININE

    def _is_taken_up(self, relative: Word, verb: Word) -> bool:
        """Whether the pronoun on a verb may mean what the relative pronoun before it does."""
        if relative.base in self._feminine_relatives:
            return verb.base.endswith(_HER)
        if relative.base in self._plural_relatives:
            return verb.base.endswith(_THEM)
        return relative.fold == self._one_man and not verb.base.endswith((_HER, _THEM))

    def _antecedent(self, tokens: Tokens, relative: int, low: int) -> Range | None:
        """The noun phrase that a relative pronoun takes up, an apposition between commas included.

        The longest one that ends there and agrees with the pronoun: «مسؤول في الوزارة الذي» is the
        official, «صحة التقارير التي» the reports.
        """
        words = tokens.words
        relative = self._first_of(tokens, relative, low)
        last = relative
        if last - 1 > low and words[last - 1].kind == COMMA:
            last = self._before_aside(tokens, last - 1, low, words[relative].base)
        if last - 2 > low and words[last - 1].noun & nouns.NUMBER and words[last - 2].fold in self._years:
            last -= 2  # قرار الهيئة لعام 2015 الذي
        feminine = words[relative].base in self._feminine_relatives
        several = words[relative].base in self._plural_relatives
        found: Range | None = None
        for start in range(last - 1, max(low, last - 16) - 1, -1):
            word = words[start]
            if word.kind == STOP or word.complementiser or (word.kind == WORD and word.finite):
                break
            if word.kind != WORD or word.preposition or word.adverbial or word.relative:
                continue
            if found is None and self._takes_up_leaned(words[relative], word):
                return self._names.noun_phrase(tokens, start, last, leaning=True)
            if found is None and feminine and word.definite and word.fold.endswith("ي"):
                continue  # دول التحالف العربي التي
            if adds_noun(word) and word.fold[1:] not in self._kinds:
                continue  # … والتجزئة التي: one more of what is before it
            phrase = self._names.noun_phrase(tokens, start, last)
            if phrase is None or phrase[0] != start or phrase[1] < last:
                continue
            body = self._kinds.get(word.fold) is SpeakerKind.ORGANISATION
            if several and (body or word.noun & nouns.TOWN or word.raw.endswith("ة")):
                continue  # من منطقة عسير، الذين أكدوا
            many = word.fold.endswith("ات") and not (word.title or word.head or word.given)
            if words[relative].base == self._one_man and (many or is_feminine_thing(word)):
                continue  # مع القيادة السعودية الملف النووي الذي
            agrees = word.fold.endswith(("ه", "ات")) or word.fold in self._feminine
            agrees = agrees or self._kinds.get(word.fold) is SpeakerKind.GROUP  # دول التحالف التي
            described = found is not None and found[0] == start + 1 and word.definite
            following = words[start + 1]
            same = word.raw.endswith("ة") is following.raw.endswith("ة") is feminine
            if described and following.definite and same and not following.title:
                found = phrase  # الفيدرالية العربية، التي تقول
            known = word.head or word.title or word.fold in self._kinds or word.fold in self._given
            if found is None or (known and (agrees or not feminine)):
                found = phrase
        marks = tokens.quote_end.get(last - 1)
        if found is None and marks is not None and marks.words <= _QUOTED_NAME:
            return marks.open, marks.close + 1  # باستثناء «الضفاف» التي أعلنت
        return None if found is None else (_last_person(tokens, found), found[1])

    def _first_of(self, tokens: Tokens, relative: int, low: int) -> int:
        """The relative pronoun to which «and» adds the one at `relative` (التي انتشرت، والتي تقول)."""
        words = tokens.words
        word = words[relative]
        if not word.joined or relative - 1 <= low or words[relative - 1].kind != COMMA:
            return relative
        for k in range(relative - 2, max(low, relative - _CLAUSE) - 1, -1):
            before = words[k]
            if before.kind == STOP or before.complementiser:
                break
            if before.fold == word.base:
                return k
        return relative

    def _before_aside(self, tokens: Tokens, comma: int, low: int, pronoun: str) -> int:
        """The comma before «، وهو سائق،» that ends at `comma`, behind the name of whom it tells, or `comma`.

        It has the gender of the relative `pronoun`. A full stop before it only shortens his name
        (خضر م.، وهو سائق، الذي).
        """
        words = tokens.words
        for k in range(comma - 1, max(low, comma - _CLAUSE), -1):
            word = words[k]
            if word.fold in self._which_is and words[k - 1].kind == COMMA:
                hers, theirs = pronoun in self._feminine_relatives, pronoun in self._plural_relatives
                agrees = word.fold == (_AND_SHE if hers else _AND_THEY if theirs else _AND_HE)
                if not agrees or words[k + 1].definite or words[k + 1].fold == _WHAT:
                    break  # وهو ما يعني، وهي الادعاءات التي
                shortened = words[k - 2].kind == STOP and len(words[k - 3].fold) == 1
                return k - 2 if shortened else k - 1
            if word.kind not in (WORD, OPEN, CLOSE, STRAIGHT) or word.complementiser:
                break
        return comma

    def _takes_up_leaned(self, relative: Word, word: Word) -> bool:
        """Whether the pronoun takes up a body or people on whom a preposition leans (بالمعارضة التي)."""
        if not self.is_leaned_on(word):
            return False
        feminine, hers = relative.base in self._feminine_relatives, word.raw.endswith("ة")
        return relative.base in self._plural_relatives or feminine is hers

    def is_leaned_on(self, word: Word) -> bool:
        """Whether the word is a body or people with a preposition (بالمعارضة، لمواطنين)."""
        if word.fold[0] not in LEANING or word.given or word.head or word.title:
            return False
        noun = without_clitic(word.fold, self._in_lam)
        return self._kinds.get(noun) in _BODIES or is_plural_participle(noun)


def _last_person(tokens: Tokens, phrase: Range) -> int:
    """Where the last of two people in the phrase begins (استقبل الرئيس سامي الخالد | السفير رامي حداد الذي).

    An office behind a name in full is another man's where a name follows it, too.
    """
    words, (first, end) = tokens.words, phrase
    named = False
    for k in range(end - 1, first + 1, -1):
        word = words[k]
        office = (word.title and word.definite) or (word.head and not word.definite)
        if named and office and is_full_name(tokens, k - 1, first):
            return k
        named = (named or (word.given and not word.definite)) and not (word.naming and not word.definite)
    return first  # not رئيس مؤسسة الملك خالد
