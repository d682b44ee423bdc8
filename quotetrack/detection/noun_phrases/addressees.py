"""Whom a verb is said to, or of whom or what: the noun phrase behind its subject.

«طالب الوزير سامي الخالد الحكومة بدعم …»: no case ending tells where the subject is over. It is over where
no phrase can go on: a name before a body, a body before people, anything definite before an indefinite noun.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.noun_shapes import is_feminine_thing, is_object_by_hamza, is_unknown
from quotetrack.detection.noun_phrases.objects import Objects
from quotetrack.detection.records import CueClass, Gender, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import PLURAL_OBLIQUE, WORD, Word, bare, may_be_masdar
from quotetrack.text import fold

_IN_NAME: Final = "باسم"
_FOR_THE: Final = "لل"
_GOD: Final = "الله"
_NO_NAME: Final = ("ة", "ات")
"""How nouns of the language end that a foreign name does not."""
_NISBA: Final = ("ي", "يه", "يين")
"""How relational adjectives end, which go on with a phrase."""
_SHORTEST_PLURAL: Final = 5
_FULL_NAME: Final = 4
_ADJECTIVE: Final = ("ي", "يه", "ون", "ين")
"""How the adjectives of an indefinite noun end behind which nothing definite is of its phrase (مصدر أمني)."""
_RELATIONAL: Final = ("ي", "يه")
_NO_ADJECTIVE: Final = "ايه"
"""How verbal nouns end that go on with the next noun (لجنة حماية الأطفال)."""
_OF_PEOPLE: Final = frozenset((CueClass.ACCUSATION, CueClass.PRAISE))
"""What is said of people and bodies, in words that take them for a bare object (انتقد الوزير الحكومة)."""
_OF_CAUSES: Final = frozenset((CueClass.RELAY, CueClass.EXPLANATION))
"""What has an object that somebody explains or ascribes, and إلى behind it."""
_TO: Final = "الي"
_PLACE: Final = nouns.COUNTRY | nouns.TOWN
_MANY: Final = frozenset((SpeakerKind.ORGANISATION, SpeakerKind.GROUP, SpeakerKind.ANONYMOUS))


class Addressees:
    """Finds where they begin by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._honorifics = words["honorifics"]
        self._objects, self._kinds, self._places = Objects(lexicon), lexicon.kinds, lexicon.places
        self._feminine, self._plural = words["feminine"], words["plurals"]
        self._places_of_him = words["places_masculine"]
        self._ends_of_countries = words["ends_of_countries"]
        self._masculine, self._women = words["listeners_in_masculine"], words["given_feminine"]
        self._listeners, self._qualifiers = words["listeners"], words["qualifiers"]
        self._told = words["told"] | self._listeners
        self._urged = words["urged"]
        self._urging = {cue.lemma for cue in lexicon.cues if fold(cue.lemma) in words["urging"]}
        several = words["counts"] | words["quantities"] | words["acts.quantities"]
        self._men = (self._plural | words["addressees"]) - several - words["plurals_of_her"]
        self._of_men = self._plural | self._honorifics | words["counts"] | words["acts.quantities"]

    def begin(self, tokens: Tokens, phrase: Range, form: CueForm | None) -> int:
        """The token of `phrase` at which those begin to whom, or of whom, the cue `form` before it speaks.

        The end of the phrase where there are none, or the cue takes none.
        """
        if form is None or not (form.cue.object or (form.cue.calls and _calls(tokens, phrase[1]))):
            return phrase[1]
        if form.gender is Gender.MASCULINE:
            for k in range(phrase[0] + 1, phrase[1]):
                if self._is_another(tokens, k, phrase[0]):
                    return k
        explains = _TO in form.cue.act and form.cue.cue_class in _OF_CAUSES  # عزا المدير التأخير إلى
        return self._begin(tokens, phrase, things=form.cue.describes or form.cue.calls or explains)

    def without(self, tokens: Tokens, phrase: Range, form: CueForm | None) -> Range:
        """The `phrase` as far as those begin to whom, or of whom, the cue `form` before it speaks."""
        return phrase[0], self.begin(tokens, phrase, form)

    def subject_end(self, tokens: Tokens, phrase: Range, form: CueForm | None = None) -> int:
        """The end of a subject in a phrase that may have taken in those spoken to, or what was done."""
        end = self._before_people(tokens, phrase) if form is None else self.begin(tokens, phrase, form)
        return self._objects.subject_end(tokens, (phrase[0], end))

    def _is_people(self, word: Word) -> bool:
        return bool(word.noun & nouns.PEOPLE) or word.fold in self._told

    def _before_people(self, tokens: Tokens, phrase: Range) -> int:
        """Where several people begin behind a definite noun («كرمت رئيسة الجامعة | الطلبة»), or the end."""
        words = tokens.words
        people = (
            k
            for k in range(phrase[0] + 1, phrase[1])
            if words[k].definite and words[k - 1].definite and self._is_people(words[k])
        )
        return next(people, phrase[1])

    def judged(self, tokens: Tokens, phrase: Range, form: CueForm, limit: int) -> int | None:
        """The first token of people, a body or a country that the cue `form` blames or praises, or None.

        They stand in `phrase`, or right behind it and before `limit` («انتقد الوزير الحكومة»).
        """
        first, end = phrase[0], min(phrase[1] + 1, limit)
        begin = self._begin(tokens, (first, end)) if form.cue.cue_class in _OF_PEOPLE else end
        if begin == end:
            return None
        word = tokens.words[begin]
        return begin if self._is_many(word) or word.fold.endswith(PLURAL_OBLIQUE) else None

    def come_first(self, tokens: Tokens, phrase: Range, form: CueForm) -> bool:
        """Whether they, and no subject, are what `phrase` right behind the verb of a cue names.

        An office in the masculine may be that of the woman whose name follows («طالبت عضو اللجنة سعاد …»).
        """
        if not self.follow(tokens.words[phrase[0]], form):
            return False
        return not (form.gender is Gender.FEMININE and self._is_womans(tokens, phrase))

    def _is_womans(self, tokens: Tokens, phrase: Range) -> bool:
        """Whether the phrase begins with an office and has a woman's first name at its end."""
        words = tokens.words
        first, end = phrase
        office = (words[first].title or words[first].head) and not words[first].definite
        last = range(max(first + 1, end - _FULL_NAME), end)
        return office and any(words[k].fold in self._women and not words[k - 1].kin for k in last)

    def follow(self, word: Word, form: CueForm) -> bool:
        """Whether they stand right behind the verb of a cue, which has no subject there (ودعا المنشآت إلى).

        Gender, an ending or what the word means tells so («ودعت المجتمع الدولي إلى», «وأبلغ الحاضرين أن»).
        """
        asked = form.cue.object or form.cue.cue_class in (CueClass.DIRECTIVE, CueClass.QUESTION)
        if is_object_by_hamza(word) or (asked and word.fold == _GOD):
            return True
        if (form.cue.object or form.cue.calls) and self._disagrees(word, form):
            return True
        oblique = word.definite and word.fold.endswith(PLURAL_OBLIQUE) and len(word.fold) > _SHORTEST_PLURAL
        told = word.fold in self._listeners or oblique
        if form.cue.lemma in self._urging and word.fold in self._urged:
            return True
        known = word.given or word.head or word.fold in self._places
        return form.cue.object and told and not known

    def _disagrees(self, word: Word, form: CueForm) -> bool:
        """Whether the noun right behind a verb cannot be its subject by gender."""
        if form.gender is Gender.FEMININE:
            people = word.noun & nouns.PEOPLE or word.fold in self._men
            return self.is_he(word) or bool(people)  # طالبت السكان، طالبت سكان المدينة
        country = word.noun & nouns.COUNTRY and not word.definite and word.fold not in self._places_of_him
        hers = is_feminine_thing(word) or self._is_hers(word)
        return form.gender is Gender.MASCULINE and (hers or bool(country))

    def _is_hers(self, word: Word) -> bool:
        """Whether the word is a noun of the language in ة that means no men (قيادة, not قادة, خليفة)."""
        noun = bare(word.fold)
        men = word.given or word.title or word.head or noun in self._of_men
        known = word.noun & nouns.ORDINARY or self._kinds.get(noun) is SpeakerKind.ORGANISATION
        return word.raw.endswith("ة") and bool(known) and not men

    def _is_another(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether the office at k, a woman's, is not that of the man whose name ends before it.

        «دعا سامي الخالد | رئيسة الوزراء»
        """
        word = tokens.words[k]
        hers = word.head and word.raw.endswith("ة") and not word.definite
        return hers and self._objects.ends_name(tokens, k - 1, first)

    def is_he(self, word: Word) -> bool:
        """Whether the word is surely a masculine singular, a title, a body or the like (الرئيس، حزب)."""
        if word.fold in self._masculine:
            return True
        known = word.title or word.head or self._kinds.get(word.fold) is SpeakerKind.ORGANISATION
        many = word.fold.endswith(("ه", "ات", "ين", "ون", "ا")) or word.fold in self._plural
        many = many or (word.fold.endswith("ي") and not (word.head or word.title))  # ولي العهد: one
        city = word.noun & nouns.TOWN and not word.definite
        return known and not (many or word.fold in self._feminine or word.given or city)

    def _begin(self, tokens: Tokens, phrase: Range, *, things: bool = False) -> int:
        """The token of `phrase` at which another noun phrase begins, or its end; `things` may be objects."""
        first, end = phrase
        for k in range(first + 1, end):
            word, before = tokens.words[k], tokens.words[k - 1]
            if word.kind != WORD or before.kind != WORD or word.adds or word.preposition:
                continue
            waits = self._objects.waits(before) and not (before.definite or before.noun & _PLACE)
            described = k - 1 > first and self._describes(before, tokens.words[k - 2])
            if waits and described and word.definite and not word.noun & _PLACE:
                waits = False  # مصدر أمني | الحكومة
            on_behalf = word.fold.startswith(_IN_NAME) or before.fold.startswith(_IN_NAME)
            if waits or on_behalf or before.preposition or word.adverbial:
                continue
            if things and before.noun & nouns.DEMONSTRATIVE and word.definite:
                continue  # وصف هذا القرار
            if self._are(tokens, k, first) or (things and self._is_thing(tokens, k, first)):
                return k
        return end

    def _are(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether the word at k can only open another phrase than the one that begins at `first`."""
        words = tokens.words
        word, before = words[k], words[k - 1]
        definite = before.definite or before.fold.startswith(_FOR_THE)
        if before.noun & _PLACE and word.fold in self._ends_of_countries:
            return False
        if definite and word.fold.endswith(_NISBA) and not word.given:
            return False  # وزير الدولة للشؤون الخارجية
        named = self._objects.ends_name(tokens, k - 1, first)
        following = words[k + 1] if k + 1 < tokens.count else None
        if word.title and word.definite:
            another = following is not None and following.given
            if another and (named or not self._is_office(words[first])):
                return True  # الوزير سامي | المدير كريم
            if self._is_surname_alone(tokens, k - 1, first):
                return True  # اتهم البراك الوزير
        if k - 1 == first and self._is_apart(before, word):
            return True
        over = k - 1 > first and before.fold.endswith(_ADJECTIVE) and not before.given
        over = over and not _is_verbal_noun(before)
        if not word.definite:
            may = named or over or definite
            return may and self._opens_indefinite(word, words[first], named=named)
        if k - 1 == first and before.definite and self.is_he(before) and self._is_she(word):
            return True  # سأل القاضي المتهمة
        if word.title and not self._is_many(word):
            return over and not (before.definite or self._is_office(words[first]))
        if named:
            thing = word.noun & nouns.ORDINARY and not word.fold.endswith(_NISBA)
            return self._is_many(word) or bool(thing)
        several = word.fold.endswith(PLURAL_OBLIQUE) and word.noun & nouns.MANY
        if definite:
            agrees = before.fold.endswith(PLURAL_OBLIQUE) or word.fold in self._qualifiers
            return self._is_many(word) or bool(several and not agrees)
        over = over or (self._is_many(word) and self._is_foreign(tokens, first, k))
        return over and (self._is_many(word) or bool(several))

    def _describes(self, word: Word, noun: Word) -> bool:
        """Whether the word is the adjective of an indefinite body or source before it (منظمة حقوقية)."""
        shaped = word.fold.endswith(_RELATIONAL) and not (_is_verbal_noun(word) or word.fold in self._kinds)
        return shaped and not (noun.definite or word.given) and noun.fold in self._kinds

    @staticmethod
    def _is_foreign(tokens: Tokens, first: int, end: int) -> bool:
        """Whether nothing but a body with a name that no list knows stands from `first` to `end`."""
        words = tokens.words
        opens = words[first].naming or is_unknown(words[first])
        name = words[first + 1 : end]
        return bool(opens and name) and all(
            is_unknown(word) and not (word.definite or word.raw.endswith(_NO_NAME)) for word in name
        )

    def _is_apart(self, before: Word, word: Word) -> bool:
        """Whether a word of its own cannot go on with the word behind it: a country, several people, a body.

        «اتهمت واشنطن | موسكو», «أخبر الأطباء | ليلى».
        """
        if before.noun & _PLACE and word.noun & _PLACE:
            return not (before.definite or word.definite)
        office = self._is_office(before)
        return before.definite and word.given and not office and self._is_many(before)

    def _is_surname_alone(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether the phrase so far is one word that the article has in a name."""
        word = tokens.words[k]
        office = self._is_office(word)
        return k == first and word.stem in tokens.named and not (office or word.given or word.kin)

    @staticmethod
    def _is_she(word: Word) -> bool:
        """Whether the word is for a woman, or an adjective of one, as nothing said of a man is."""
        woman = word.title or word.head or word.noun & nouns.PARTICIPLE
        return word.raw.endswith("ة") and bool(woman)

    def _opens_indefinite(self, word: Word, opening: Word, *, named: bool) -> bool:
        """Whether an indefinite word is a body, a country, people, or behind a body who has an office."""
        if word.given or word.cues:
            return False
        office = word.head and not (named or self._is_office(opening))
        several = word.noun & nouns.ADDRESSEE or self._kinds.get(word.fold) in _MANY
        return bool(several) or word.naming or word.fold in self._places or office

    def _is_office(self, opening: Word) -> bool:
        """Whether a phrase that begins with the word tells what somebody is (سماحة مفتي البلاد)."""
        return opening.title or opening.head or opening.fold in self._honorifics

    def _is_many(self, word: Word) -> bool:
        """Whether a definite noun is a body or several people (الحكومة، السكان)."""
        noun = bare(word.fold)
        body = self._kinds.get(word.fold) in _MANY or self._kinds.get(noun) in _MANY
        return body or word.fold in self._told or word.fold in self._places

    def _is_thing(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether what is called by some word begins at k (وصف الوزير الوضع بأنه)."""
        word, before = tokens.words[k], tokens.words[k - 1]
        ends = before.definite or self._objects.ends_name(tokens, k - 1, first)
        known = word.definite or word.noun & nouns.ORDINARY  # دونالد ترامب
        return ends and bool(known) and self._objects.opens(tokens, k)


def _calls(tokens: Tokens, end: int) -> bool:
    """Whether marks at `end` hold what a verb calls the thing before them (اعتبر الوزير الاتفاق «كارثة»)."""
    return end in tokens.quote_at


def _is_verbal_noun(word: Word) -> bool:
    """Whether the word, though it ends like an adjective, is a noun that the next one completes (حماية)."""
    return word.fold.endswith(_NO_ADJECTIVE) or may_be_masdar(word.fold)
