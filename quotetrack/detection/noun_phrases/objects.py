"""The objects of verbs: where a noun phrase that names what is said begins, and what stands before it.

Without vowel signs the accusative does not show. What opens an object is told by its shape (a verbal noun),
by the lexicon (the nouns that people demand, deny and condemn), or by standing where no subject can go on.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.noun_shapes import awaits_owner, is_body, is_with_b, things
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    ACCUSATIVE,
    LEANING,
    OPEN,
    PLURAL_OBLIQUE,
    STRAIGHT,
    SUFFIXES,
    WORD,
    Word,
    may_be_masdar,
)

_TO_WHOM: Final = "ل"
_NAME: Final = 6
"""The most words of a body's name."""
_MANY: Final = "ات"
_SHORTEST_MANY: Final = 7
_HIS: Final = "ه"
_ALEF: Final = "ا"
_BOUND: Final = (*LEANING, "و")
_THINGS: Final = nouns.ORDINARY | nouns.DOCUMENT
_NISBA: Final = ("ي", "يه")
_PLURAL_ALEF: Final = ("أ", "الأ", "لأ", "للأ", "بالأ")


class Objects:
    """Tells objects from subjects by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._objects = words["objects"] | words["acts.objects"]
        self._demonstratives = words["demonstratives"]
        self._begins_with_b = words["begins_with_b"]
        self._nouns = words["institutions"] | words["common"]
        self._plurals = words["plurals"] | words["addressees"] | words["crowds"]
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._feminine, self._offices = words["feminine"], words["heads"] | words["before"]
        self._ends_of_countries, self._of_rank = words["ends_of_countries"], words["of_rank"]
        self._same, self._with_their_b = words["same"], words["with_their_b"]
        self._with_own_b = words["begins_with_b"]
        self._places_of_work = words["common"] | words["institutions"]
        self._places_of_work |= {n for n, kind in lexicon.kinds.items() if kind is SpeakerKind.ORGANISATION}
        self._with_b = (things(lexicon) | words["naming"]) - self._places_of_work
        self._honorifics, self._alone = words["same"] | words["honorifics"], words["alone"]
        self._answers, self._surnames = words["acts.answers"], words["surnames_like_acts"]
        self._quantities = words["acts.quantities"]

    def speaks(self, tokens: Tokens, k: int) -> bool:
        """Whether the word can open the name of somebody who speaks."""
        word = tokens.words[k]
        fold = word.fold
        if word.kind != WORD:
            return k in tokens.quote_at
        if is_body(tokens, k) or fold in self._alone or self._names_body(tokens, k):
            return True
        if fold in self._objects or (fold.removeprefix("ال") in self._objects and not word.head):
            return False
        return (
            word.head
            or word.title
            or word.given
            or word.naming
            or fold in self._kinds
            or fold in self._places
            or fold in self._honorifics
            or fold in self._nouns
            or word.stem in tokens.surnames
            or self._is_last_name_of(tokens, word)
            or (word.definite and fold.endswith("ون"))
        )

    def _names_body(self, tokens: Tokens, k: int) -> bool:
        """Whether a word that may as well be an object is a body by what is behind it (مجموعة «الضفاف»)."""
        word = tokens.words[k]
        if not word.naming or word.fold not in self._objects or k + 1 >= tokens.count:
            return False
        behind = tokens.words[k + 1]
        if self._kinds.get(word.fold) is not SpeakerKind.ORGANISATION:
            return False
        state = behind.definite and self._kinds.get(behind.fold) is SpeakerKind.ORGANISATION  # تنظيم الدولة
        named = k + 1 in tokens.quote_at or state or (word.raw[-1] == "ة" and behind.definite)
        return named or self._tells_of_its_own(tokens, k)

    def _tells_of_its_own(self, tokens: Tokens, k: int) -> bool:
        """Whether behind the name at k an object says of what is its own (تنظيم السهم | مسؤوليته عن …)."""
        words = tokens.words
        for j in range(k + 2, min(k + _NAME, tokens.count)):
            word = words[j]
            if word.kind != WORD or word.preposition or word.finite:
                return False
            if word.raw[-1] == _HIS and not word.definite and self.is_action(word.fold, word):
                return words[j - 1].definite
        return False

    @staticmethod
    def _is_last_name_of(tokens: Tokens, word: Word) -> bool:
        """Whether the text has the word for a last name, and the language for nothing (ترمب)."""
        return word.stem in tokens.last_names and not (word.definite or word.noun & nouns.ORDINARY)

    def nominal(self, word: Word) -> bool:
        """Whether a noun phrase can open with the word."""
        if word.kind != WORD:
            return word.kind in (OPEN, STRAIGHT)
        if word.preposition or word.adverbial or word.relative or word.complementiser or word.pronoun:
            return False
        if word.verbal and not word.fold.endswith("ا"):
            return False
        if word.finite and not word.noun_too:
            return False
        if word.fold[0] == "ب" and word.fold not in self._begins_with_b and not word.naming:
            return False
        return not (word.raw.endswith(ACCUSATIVE) or word.fold[:1].isdigit() or len(word.fold) < 3)

    def opens(self, tokens: Tokens, k: int) -> bool:
        """Whether the word opens an object: an action, a thing said of, a demonstrative, «ما»."""
        word = tokens.words[k]
        fold = word.fold
        if word.kind != WORD or word.preposition or word.relative or (k and tokens.words[k - 1].relative):
            return False
        if is_body(tokens, k) or self._names_body(tokens, k):
            return False
        if fold in self._demonstratives:
            return True
        named = word.title and word.definite and k + 1 < tokens.count and _is_name(tokens.words[k + 1])
        if word.adverbial or named:
            return False  # الحاجة فتحية
        if k + 1 < tokens.count and tokens.words[k + 1].fold == "من" and fold in self._quantities:
            return False
        if fold in self._answers:
            return False
        if fold == "ما" or fold in self._objects:
            return True
        if word.cues and not word.joined and all(c.form is Form.NOUN and c.suffix for c in word.cues):
            return True  # جدد تهديداته
        who = k and tokens.words[k - 1].finite and self._is_last_name_of(tokens, word)  # وأيد ترمب
        if word.adds or who:
            return False
        return self.is_action(fold, word)

    def is_action(self, fold: str, word: Word) -> bool:
        """Whether the noun is a verbal noun or of those that a speech act takes, whosever it is."""
        if fold in self._objects:
            return True
        plain = fold.removeprefix("ال")
        if fold in self._plurals or plain in self._plurals:
            return False  # التجار
        if self.in_accusative(word) and plain[0] == _ALEF and may_be_masdar(plain[:-1]):
            return True
        for suffix in SUFFIXES:
            if plain.endswith(suffix) and len(plain) > len(suffix) + 2:
                stem = plain[: -len(suffix)]
                if stem in self._objects or (stem.endswith("ت") and stem[:-1] + "ه" in self._objects):
                    return word.raw[-1] != "ة"
        if plain in self._objects:
            return True
        if word.head or word.title or word.given or fold in self._kinds or fold in self._places:
            return False
        if fold in self._surnames or word.verbal or word.naming or plain.endswith("ي"):
            return False
        if word.raw[-1] == "ة" and plain[:1] not in ("ا", "م"):
            return False
        if plain[:1] == "ا" and word.raw.startswith(_PLURAL_ALEF):
            return False  # أعضاء: a plural, where إعلان is an action
        return may_be_masdar(fold) and not (plain.startswith("تا") and len(plain) == 4)  # التابع

    def in_accusative(self, word: Word) -> bool:
        """Whether the noun shows its accusative (رفضت المحكمة استئنافا) and is no adverb (احتجاجا على)."""
        return bool(word.noun & nouns.IN_ACCUSATIVE) and not (word.adverbial or word.cues)

    def split(self, tokens: Tokens, phrase: Range) -> int | None:
        """Where the object begins inside a phrase that took subject and object for one."""
        words = tokens.words
        first, end = phrase
        if end - first < 2:
            return None
        if words[first].fold in self._places:
            behind = first + 1
            while behind < end - 1 and words[behind].adds and words[behind].fold[1:] in self._places:
                behind += 1  # أدانت مصر والأردن الهجوم
            following = words[behind]
            relational = following.fold.endswith("ي") and len(following.fold) > 5
            behind += following.fold in self._ends_of_countries
            return None if relational or following.adds or behind >= end else behind
        for k in range(first + 1, end):
            word, before = words[k], words[k - 1]
            if word.kind != WORD or word.fold in self._begins_with_b or word.preposition or word.adverbial:
                continue
            marked = k - 1 in tokens.quote_at
            if marked and k - 1 == first:
                continue  # «صحة» الرياض
            name = before.title or before.head or before.given
            after_name = k == first + 1 and self._foreign(before) and word.definite
            thing = word.definite and bool(word.noun & _THINGS) and not (word.head or word.title)
            thing = thing and not word.fold.endswith(("ي", "يه"))
            ends = self.complete(tokens, k - 1, first) or (after_name and self.is_action(word.fold, word))
            settled = ends and before.definite
            if settled and (self.is_thing(tokens, k) or self._cannot_go_on(tokens, k, first)):
                return k
            if settled and self._is_several_things(word, before):
                return k
            if self._is_apart_from_indefinite(tokens, k, first):
                return k
            if not ends or (name and not word.definite and not self._said_of(word)):
                continue
            if self.opens(tokens, k):
                return k - marked
            if thing and (before.given or self._is_last_name(tokens, k - 1, first)):
                return k
            if not word.definite and before.definite and not word.adds and word.raw[0] not in "بلفك":
                if word.fold in self._nouns or word.naming or word.fold in self._kinds:
                    return k
                if word.raw.endswith(("ة", "ات")) and not (word.given or word.head or word.title):
                    return k
        return None

    def _is_apart_from_indefinite(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether a definite object stands at k behind somebody and an adjective (ناطق عسكري | التعليق)."""
        somebody, adjective, word = tokens.words[first], tokens.words[k - 1], tokens.words[k]
        secret = self._kinds.get(somebody.fold) is SpeakerKind.ANONYMOUS
        unnamed = (somebody.title or somebody.head or secret) and not (somebody.definite or somebody.given)
        ranked = adjective.fold in self._of_rank and (k - 1 > first + 1 or not adjective.head)
        kind = adjective.fold.endswith(_NISBA) or ranked
        described = k - 1 > first and kind and not adjective.definite
        inner = any(w.definite or w.given or w.preposition for w in tokens.words[first:k])
        known = adjective.given or (adjective.title and not kind)
        return bool(
            unnamed and described and word.definite and not (inner or known) and self.opens(tokens, k)
        )

    def _is_several_things(self, word: Word, before: Word) -> bool:
        """Whether a plural in ات stands behind a singular, so describes it not (النقابة | الاقتطاعات)."""
        many = word.definite and word.fold.endswith(_MANY) and len(word.fold) >= _SHORTEST_MANY
        somebody = word.given or word.head or word.title or word.naming or word.fold in self._kinds
        several = before.fold.endswith((_MANY, PLURAL_OBLIQUE)) or before.fold in self._plurals
        return many and not (somebody or several or before.title or before.head)

    def subject_end(self, tokens: Tokens, phrase: Range) -> int:
        """The end of the subject in a phrase that may have taken in the object of its verb, or the verb.

        «تقاطع المعارضة الانتخابات», «تسلم محافظ النخيل هدية», «توصل النادي لاتفاق», «جيش النخيل اعتقل».
        """
        first, end = phrase
        end = self.split(tokens, phrase) or end
        things = (k for k in range(first + 1, end) if self._is_settled(tokens, k - 1, first))
        end = next((k for k in things if self._is_apart(tokens, k)), end)
        last = next((k for k in range(end - 1, first, -1) if tokens.words[k].given), first)
        return next((k for k in range(last + 1, end) if self._is_with_b(tokens, k)), end)

    def _is_with_b(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at k says with what somebody acts (عاد الوزير | بوفد), not where he works.

        «الأستاذ بجامعة الضفاف», «الخبير بشؤون الطاقة» are one phrase.
        """
        word, before = tokens.words[k], tokens.words[k - 1]
        person = before.definite and (before.title or before.head or before.noun & nouns.PEOPLE)
        if not person or not word.noun & nouns.BEHIND_B or before.fold in self._with_their_b:
            return False
        if word.raw.endswith("ة") and not (word.given or before.raw.endswith("ة")):  # nor is a man called so
            return word.fold[1:] not in self._places_of_work
        return is_with_b(word, self._with_b, self._with_own_b)

    def _is_settled(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether the phrase from `first` on may be over with the word at k, which no noun explains."""
        word = tokens.words[k]
        named = (k == first or tokens.words[k - 1].given) and self._is_last_name_of(tokens, word)
        settled = named or word.definite or word.noun & (nouns.TOWN | nouns.COUNTRY)
        return bool(settled) and not (word.title and k == first)

    def _is_apart(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at k is an ordinary one, indefinite, that nobody is called by, or what he was."""
        word, following = tokens.words[k], tokens.words[k + 1] if k + 1 < tokens.count else None
        somebody = word.given or word.head or word.title or word.naming or word.noun & nouns.SAME
        if word.definite or somebody or word.preposition or word.adverbial or word.cues:
            return False
        if word.fold[0] == _TO_WHOM:  # لاتفاق كامل, not لحقوق الإنسان
            genitive = following is not None and following.definite
            return may_be_masdar(word.fold[1:]) and not genitive
        if word.fold.endswith(_ALEF) and word.fold[:-1] in self._offices:
            return True  # كان كريم الداود مدرسا
        return bool(word.noun & nouns.ORDINARY) and word.fold[0] not in _BOUND

    def is_thing(self, tokens: Tokens, k: int) -> bool:
        """Whether an indefinite noun that no one is called by can open an object (رفض الوزير مسودة …)."""
        word, following = tokens.words[k], tokens.words[k + 1] if k + 1 < tokens.count else None
        things = _THINGS if tokens.words[k - 1].title else _THINGS | nouns.IN_TA  # المذيعة مهيرة
        person = word.definite or word.head or word.title or word.given or word.fold in self._honorifics
        plain = word.raw[0] not in "ول" and self.nominal(word)
        named = following is not None and following.given  # دين محمد درويش
        return bool(word.noun & things) and plain and not (person or word.cues or named)

    def _cannot_go_on(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether the definite noun at k is no adjective of what is before it, and so opens an object.

        It is for a document, or differs in gender («أيد الوزير | الاتفاق», «رفض الوزير | العقوبات»).
        """
        word, before = tokens.words[k], tokens.words[k - 1]
        person = word.head or word.title or word.given or word.naming
        if not word.definite or person or word.cues or word.fold.endswith(_NISBA):
            return False
        if word.noun & nouns.DOCUMENT and not word.noun & nouns.MANY:
            return True
        one = before.title or before.head or self._kinds.get(before.fold) is SpeakerKind.ORGANISATION
        if not (one and k - 1 == first) and not before.fold.endswith("ي"):
            return False
        if not (word.fold.endswith("ات") or word.noun & (nouns.ORDINARY | nouns.BODY | nouns.MANY)):
            return False  # الدكتور الربيعة
        hers = before.raw.endswith("ة")
        if not hers and before.fold.endswith(("ات", "ون", "ين", "ا")):
            return False
        if hers:
            noun = may_be_masdar(word.fold) or word.noun & nouns.ORDINARY
            return bool(noun) and not word.fold.endswith(("ه", "ات", "ا", "ي", "اء"))
        return before.fold not in self._feminine and word.raw.endswith(("ة", "ات"))

    def _foreign(self, word: Word) -> bool:
        """Whether the word, which no list knows, may be a name (رفض بينيتيز التعليق)."""
        several = word.raw.endswith("و") and (word.raw[0] == "م" or word.raw[1] == "ا")  # مسؤولو، لاعبو
        return not (word.definite or several or self.waits(word) or word.raw.endswith(("ة", "ات")))

    def _said_of(self, word: Word) -> bool:
        """Whether the lexicon has the word, or what is left without a pronoun, for an object."""
        fold = word.fold
        return fold in self._objects or any(
            fold.endswith(s) and fold[: -len(s)] in self._objects for s in SUFFIXES
        )

    def complete(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether a subject that begins at `first` may end with the word at k."""
        word = tokens.words[k]
        if word.kind != WORD:
            return True
        if word.preposition:
            return False
        if word.definite or word.fold in self._places or word.given or word.fold in self._same:
            return True
        if tokens.words[k + 1].definite:  # كليات الحقوق is one phrase, أوباما الاتفاق is two
            named = word.stem in tokens.surnames or self._is_last_name(tokens, k, first)
            return named and not self.waits(word)
        if k > first and word.fold.endswith(("ي", "يه", "ون", "ين")) and not word.head:
            return True  # سكان محليون
        if k > first and word.raw[-1] == tokens.words[first].raw[-1] == "ة":
            described = word.fold[0] == "م" or word.fold not in self._nouns
            return described and not (word.naming or may_be_masdar(word.fold))  # لجنة مستقلة
        return not self.waits(word)

    def ends_name(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether the name of a person ends with the word at k, in a phrase that begins at `first`."""
        word, before = tokens.words[k], tokens.words[k - 1]
        if k == first:
            return word.given or self._foreign(word)
        if word.given:
            return not word.head
        surname = word.definite and before.given and not before.head
        return surname or self._is_last_name(tokens, k, first)

    def _is_last_name(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether a word that no list knows is a name, as a title or a first name before it says."""
        word, before = tokens.words[k], tokens.words[k - 1]
        called = tokens.words[first].title or tokens.words[first].head
        adjective = (
            called and before.definite and before.fold.endswith(("ي", "يه")) and word.raw[0] not in "لب"
        )
        led = (before.given and not before.head) or (before.definite and before.title) or adjective
        unknown = word.noun & nouns.MAY_BEGIN_NAME and not (word.definite or word.noun & nouns.ORDINARY)
        return k > first and led and bool(unknown) and not word.raw.endswith(("ة", "ات"))

    def waits(self, word: Word) -> bool:
        """Whether the word is a noun that the next one explains (وزير، لجنة، بوزارة)."""
        if word.head or word.title or word.naming or word.fold in self._plurals or awaits_owner(word):
            return True
        folds = (word.fold, word.fold[1:]) if word.fold[0] in "بل" else (word.fold,)
        return any(f in self._kinds or f in self._nouns or f in self._objects for f in folds)


def _is_name(word: Word) -> bool:
    """Whether a word without article may be a first name."""
    name = word.noun & nouns.MAY_BEGIN_NAME and not (word.noun & nouns.ORDINARY or word.definite)
    return word.given or bool(name)
