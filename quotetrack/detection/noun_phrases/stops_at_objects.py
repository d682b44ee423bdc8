"""Where a noun phrase stops because the verb's object follows."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.noun_phrases.noun_shapes import is_act_of, is_body
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    COLON,
    LEANING,
    PLURAL_OBLIQUE,
    WORD,
    Word,
    bare,
    may_be_masdar,
)

_HOUSE: Final = "آل"
_GOD: Final = "الله"
_PARTICIPLE: Final = "م"
_IN_NAME: Final = "باسم"
_LIKE: Final = "ك"


class VerbObjects:
    """Tells the object of a verb from what carries on the noun phrase before it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._without, self._describing = lexicon.words["without"], lexicon.words["described_by"]
        self._plain = lexicon.words["ordinary"] | lexicon.words["mute"]
        self._bodies = {noun for noun, kind in lexicon.kinds.items() if kind is SpeakerKind.ORGANISATION}

    def is_second(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i is the object of what a place, a body, a title or a name before it does."""
        word, opening = tokens.words[i], tokens.words[i - 1]
        if opening.noun & (nouns.PLACE | nouns.BODY) and word.naming and not word.definite:
            return True  # أبلغت واشنطن مجلس الأمن
        if opening.noun & nouns.COUNTRY and word.definite and word.fold in self._bodies:
            return True  # أبلغت تركيا الأمم المتحدة
        act = opening.noun & nouns.PLACE and not (word.definite or word.given)
        if act and (word.noun & nouns.OBJECT or may_be_masdar(word.fold)):
            return True  # قررت موسكو إعادة فرض الرسوم
        titled = opening.title and opening.definite
        named = opening.given and not (opening.head or opening.title or word.definite)
        if not (titled or named) or word.given:
            return False
        act = is_act_of(tokens, i)  # أبرزت النائبة تشبث المرأة، توقع سالم انتعاش السوق
        return act or bool(titled and _is_thing_of(tokens, i))

    def is_object(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word is the object of the verb: the source is complete, and it cannot belong to it."""
        words = tokens.words
        word, before, opening = words[i], words[i - 1], words[first]
        facts, complete = word.noun, bool(before.noun & nouns.COMPLETE)
        if is_body(tokens, i - 1):
            return False  # جوازات نجران
        if facts & nouns.OWNED and not before.definite:
            return complete and not facts & nouns.COMMON  # مشعل مباحثاته
        owned = facts & nouns.HAS_PRONOUN and not facts & nouns.SAME and i == first + 1
        if owned and (before.definite or (before.given and not word.fold.endswith("ه"))):
            return True  # حذرت السعودية مواطنيها
        waits = before.head and not before.definite and i == first + 1  # وزير دفاعه
        if complete and facts & nouns.OWNED_ACT and not waits:
            return True  # ختمت الخياط مؤتمرها، أبدت إعجابها
        if facts & nouns.COUNTRY and before.title and before.definite and not word.given:
            return True  # حذر السفير اليابان
        if facts & nouns.TOWN and i == first + 1 and opening.given and _goes_on_with_office(tokens, i):
            return False  # مصطفى بغداد مدير المهرجان
        settled = _is_settled(tokens, i, first)
        somebody = _is_somebody(tokens, i, first, settled=settled)
        return somebody or self._is_thing(tokens, i, first, settled=settled)

    def _is_thing(self, tokens: Tokens, i: int, first: int, *, settled: bool) -> bool:
        """Whether the word at i is what was done, sent or offered."""
        words = tokens.words
        word, before, opening = words[i], words[i - 1], words[first]
        facts = word.noun
        if settled and facts & nouns.DOCUMENT and not word.definite:
            return True  # بعث سامي الخالد برقية
        if word.fold in self._describing and before.definite and _begins_genitive(tokens, i):
            return False  # رئيس الحكومة منتهية الولاية
        led = (opening.head or opening.title) and before.definite and not opening.fold.endswith("ه")
        if (settled or led) and facts & nouns.IN_TA and _begins_genitive(tokens, i):
            return True  # أكد عبده الحذيفي سيطرة الأجهزة، وصف مدير التعليم رباطة الجأش
        if facts & nouns.ORDINARY and self.is_left_over(word, before, opening):
            return True
        if facts & nouns.OFFERED and before.noun & (nouns.WITH_ARTICLE | nouns.TOWN) and not before.naming:
            return True  # قدم أمير منطقة حائل الشكر
        return bool(before.noun & nouns.COMPLETE and facts & nouns.ACT) and not opening.noun & nouns.OBJECT

    @staticmethod
    def is_behind_name(tokens: Tokens, i: int, first: int) -> bool:
        """Whether the ordinary noun at i, with a definite one behind it, stands behind a name that is over.

        «وصف سامي قرقاش أداء الجيش», and a last name alone where the text has it in full.
        """
        word = tokens.words[i]
        if word.definite or word.fold[0] in LEANING or word.adds or word.cues:
            return False
        named = _is_settled(tokens, i, first) or _is_known(tokens, i - 1, first)
        return named and _begins_genitive(tokens, i)

    def is_left_over(self, word: Word, before: Word, opening: Word) -> bool:
        """Whether the noun cannot belong to the definite thing or body before it (الشركة سبب نموها)."""
        person = opening.title or opening.head or opening.given or opening.fold[0] in LEANING
        person = person or before.fold == _GOD  # ذبيح الله مجاهد
        apart = before.noun & nouns.WITH_ARTICLE and not word.noun & (nouns.WITH_ARTICLE | nouns.SAME)
        whole = word.fold[0] == _LIKE and word.fold in self._plain  # كلام، كتاب
        leans = word.fold[0] in LEANING and not whole
        bound = leans or word.adds or word.fold in self._without
        return bool(apart and not (person or bound))


def _is_thing_of(tokens: Tokens, i: int) -> bool:
    """Whether the word at i is a thing that never speaks, and a noun behind it says whose (كلام النائب)."""
    word, following = tokens.words[i], tokens.words[min(i + 1, tokens.count - 1)]
    if not word.noun & nouns.MUTE or word.definite or word.cues or word.fold.startswith(_IN_NAME):
        return False
    unknown = word.preposition or word.adverbial or word.noun & nouns.COMMON or word.joined
    return following.definite and not unknown


def _is_somebody(tokens: Tokens, i: int, first: int, *, settled: bool) -> bool:
    """Whether the word at i names people, a place or a body to whom something was done."""
    words = tokens.words
    facts, before, opening = words[i].noun, words[i - 1], words[first]
    if facts & nouns.MANY and _is_surname(tokens, i, first):
        return False
    acted_on = before.noun & nouns.COMPLETE and facts & (nouns.ADDRESSEE | nouns.MANY | nouns.PLACE)
    if acted_on and (settled or opening.noun & nouns.NAMES):
        return True  # دعت رجوي أبناء الشعب، دعا فلان السياح، طالب بوتين الولايات المتحدة
    if settled and facts & nouns.PEOPLE:
        return True  # طمأن سامي الخالد السكان
    if facts & nouns.BODY and i > first + 1 and before.definite and not (before.title or before.head):
        return True  # اتهم المفوض الأعلى في الأمم المتحدة النظام
    if not facts & nouns.ENDS_IN_IN:
        return False
    singular = i == first + 1 and before.definite and not before.noun & nouns.ENDS_PLURAL
    if singular and facts & nouns.MANY:
        return True  # وعدت الوزارة المشجعين
    several = facts & (nouns.MANY | nouns.PEOPLE)
    return bool(several) and _is_definite_singular(tokens, first, i)  # نبهت اللجنة الدائمة المواطنين


def _is_surname(tokens: Tokens, i: int, first: int) -> bool:
    """Whether what ends like a plural is a surname: behind a first name, before أن (قال أحمد الشحات إن)."""
    words = tokens.words
    word, after = words[i], words[i + 1] if i + 1 < tokens.count else None
    alone = words[i - 1].given and (i == first + 1 or words[i - 2].title)
    if not alone or after is None or word.noun & nouns.ORDINARY:
        return False
    noun = bare(word.fold)
    many = noun.startswith(_PARTICIPLE) or may_be_masdar(noun[: -len(PLURAL_OBLIQUE)])  # المنشآت، التجاوزات
    return not many and (after.complementiser or after.kind == COLON)


def _is_definite_singular(tokens: Tokens, first: int, i: int) -> bool:
    """Whether a definite feminine noun and its adjectives stand before i: no plural can describe them."""
    return i > first + 1 and all(
        word.definite and word.raw.endswith("ة") and not (word.head or word.title)
        for word in tokens.words[first:i]
    )


def _goes_on_with_office(tokens: Tokens, i: int) -> bool:
    """Whether an office or what is said follows the word at i, which is therefore the end of a name."""
    if i + 1 >= tokens.count:
        return False
    after = tokens.words[i + 1]
    return after.head or after.title or after.complementiser or after.kind == COLON


def _is_settled(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the word before i is a last name: behind a first name or «بن»."""
    words = tokens.words
    last = words[i - 1]
    named = i - 2 >= first and (words[i - 2].given or words[i - 2].kin)
    return named and last.kind == WORD and not (last.title or last.head or last.kin)


def _is_known(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the word at i is the phrase so far, and a last name that the article has in full."""
    word = tokens.words[i]
    return i == first and word.stem in tokens.last_names and not (word.definite or word.head or word.title)


def _begins_genitive(tokens: Tokens, i: int) -> bool:
    """Whether the word at i begins a noun phrase of two; behind «آل …» a single noun does, too."""
    words = tokens.words
    if words[i].definite:
        return words[i - 2].raw == _HOUSE
    return i + 1 < tokens.count and words[i + 1].definite
