"""What one word may do in a noun phrase, whatever stands around it.

A phrase is followed word by word, and most of what is asked of a word depends on nothing but its
spelling. That is answered here, once for each spelling of a vocabulary, as flags in `Word.noun`;
`source` and `mentions` put them into context.
"""

from __future__ import annotations

import re

from quotetrack.detection.lexicon import Form, Lexicon
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.words import ACCUSATIVE, WORD, Word, bare, is_derived, is_masdar, may_be_masdar

(
    STOPS,  # carries no phrase on: أن، الذي، أمس
    POSITION,  # لاعب وسط، فريق أول
    LINK,  # may carry a phrase on: في، من
    RELAYING,  # عن
    PUBLISHED,  # what a document is, if behind one: نشر
    WITHHOLDING,  # طلب (عدم الكشف …)
    IN_ACCUSATIVE,  # an adverbial accusative, or an object: تقريراً
    OVERSEEN,  # على, behind an overseer
    OVERSEER,
    ASIDE,  # a preposition, an adverb, a day: passed over before a phrase
    ASIDE_ALONE,  # a day or a pronoun: an aside of one word
    HANGING,  # a preposition or an adverb
    SOMEBODY,  # a title
    LISTING,  # كل
    OPENS_NOTHING,  # no source begins with it
    SAME,  # سماحته، نفسه
    PREDICATE,  # a verb or a participle
    SUFFIXED,  # a noun of saying with its pronoun
    SO_CALLED,
    COPULA,
    VERB_IN_T,  # تحتاج
    VERB_IN_Y,  # يوهان, a verb by its shape
    WITH_VERB,  # a number, a clitic alone
    ON_BEHALF,
    AUDIENCE,  # للصحفيين
    ADDRESSED,  # للأديب
    FOR_MANY,  # للمواطنين
    AND_VERB,  # وبدأ
    WHAT,  # ما
    OCCASION_TOO,  # وخلال
    LEANS_ON_L,  # لدعم
    LEANS_ON_B,  # بدعم، بأن
    IN_PLACE,  # بالرياض
    BEHIND_B,  # باريس as well as ببيروت
    OWNED,  # مباحثاته
    OWNED_ACT,  # مؤتمرها
    ADDRESSEE,
    MANY,  # السياح, المسؤولين: spoken to behind a name
    ENDS_IN_IN,  # المشجعين
    ENDS_PLURAL,
    IN_TA,  # سيطرة
    PLACE,
    ACT,  # a verbal noun or another object
    OBJECT,
    COMMON,
    COMPLETE,  # a phrase may end with it
    NAMES,  # opens a phrase as a name rather than as a noun that others explain
    OPEN_ENDED,  # a phrase that it opens may go on with في or من
    QUALIFIER,
    NUMBER,
    DOCUMENT,
    TAKES_QUOTED,  # صحيفة "…"
    SAYS,  # begins speech rather than a name
    MAY_BEGIN_NAME,
    ENDS_NAME,
    OCCASION,  # تصريحات: who gave it may go on
    WITH_ARTICLE,  # definite, whatever stands before the article: والخبير، للانتخابات
    BEARING,  # وسط، شمال
    DEMONSTRATIVE,
    TIME,  # الأسبوع
    DAY,  # الماضي، أمس
    ANOTHER,  # والمساعد: one more who has a title
    FOR_BODY,  # لهيئة
    FOR_HAMZA,  # لأولى، لإدارة
    NAMED_BY_NUMBER,  # قناة، موقع
    PEOPLE,  # السكان
    PARTICIPLE,  # المدافعة (عن)
    ISSUED,  # صادر (عن)
    FIELD,  # صحة, with a town behind it a body
    TOWN,
    MAY_BE_VERB,  # no list knows it as one
    ACTS,  # a verb, as a list or its shape tells
) = (1 << bit for bit in range(72))

WATCHED = (
    STOPS | POSITION | LINK | PUBLISHED | WITHHOLDING | IN_ACCUSATIVE | OVERSEEN | HANGING | LISTING
    | TIME | DEMONSTRATIVE
    | PREDICATE | SUFFIXED | COPULA | VERB_IN_T | VERB_IN_Y | WITH_VERB | ON_BEHALF | AUDIENCE | ADDRESSED
    | FOR_MANY | AND_VERB | WHAT | OCCASION_TOO | LEANS_ON_L | LEANS_ON_B | IN_PLACE | BEHIND_B | OWNED
    | ANOTHER | SO_CALLED | PEOPLE | IN_TA | FOR_BODY | FOR_HAMZA | OWNED_ACT | ADDRESSEE | MANY | PLACE | ACT
)  # fmt: skip
"""A word with none of these carries on any phrase that has begun."""
_SHORTEST_VERB, _LONGEST_VERB = 3, 7
_CLITICS = ("ب", "ل")
_LEANING_ON_HAMZA = ("لإ", "لأ", "لآ")
_WHAT, _WITH_WHAT = "ما", "بما"
_SEVERAL = (SpeakerKind.GROUP, SpeakerKind.ANONYMOUS)
_BODIES = (SpeakerKind.ORGANISATION, SpeakerKind.OUTLET)
_THEIR_PLURAL = ("اته", "اتها", "اتهم")
_PLURAL_ALEF = ("الأ", "الآ")
_BROKEN = re.compile("الا(?:.{1,2}ا.|..[يو]?ه)")
"""The plurals of forms أفعال and أفعلة (الأطراف، الآمال، الأجهزة)."""
_ALEF, _MAQSURA = "ا", "ى"


class Nouns:
    """Reads the flags of a word off a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._kinds, self._places = lexicon.kinds, lexicon.places | words["metonyms"]
        self._towns = lexicon.places
        self._given, self._common, self._objects = words["given"], words["common"], words["objects"]
        self._occasions, self._days = words["occasions"], words["days"]
        self._complementisers = words["complementisers"]
        self._people = words["heads"] | words["before"]
        self._nouns = words["institutions"] | words["naming"]
        self._particles, self._audience = words["name_particles"], words["audience"]
        self._quantities = words["quantities"] | words["each"]
        self._qualifiers, self._one_of = words["qualifiers"], words["one_of"]
        self._plain = self._common | self._objects | self._occasions | words["naming"]
        self._honorifics = words["honorifics"]
        self._plain_nouns = self._common | self._towns | self._objects
        lists = (
            (POSITION, words["positions"]),
            (LINK, words["inner_links"]),
            (RELAYING, words["relayed_from"]),
            (STOPS, words["alternatives"]),
            (OVERSEEN, words["over"]),
            (OVERSEER, words["overseers"]),
            (SOMEBODY, self._people),
            (LISTING, words["each"]),
            (SAME, words["same"]),
            (SO_CALLED, words["so_called"]),
            (COPULA, words["copulas"]),
            (DEMONSTRATIVE, words["demonstratives"]),
            (TIME, words["time_nouns"]),
            (BEARING, words["bearings"]),
            (DAY, words["days"]),
            (ON_BEHALF, words["on_behalf"]),
            (ASIDE | ASIDE_ALONE, words["days"] | words["pronouns"]),
            (ADDRESSEE, words["addressees"]),
            (PLACE, self._places),
            (OBJECT, self._objects),
            (COMMON, self._common),
            (QUALIFIER, self._qualifiers),
            (FIELD, words["fields"]),
            (TOWN, words["towns"] | words["towns_definite"] | lexicon.places),
        )
        self._listed: dict[str, int] = {}
        for flag, listed in lists:
            for fold in listed:
                self._listed[fold] = self._listed.get(fold, 0) | flag
        self._things_of_his = self._objects | self._occasions
        self._issuing, self._issued = tuple(words["issuing"]), words["issued"]
        self._demonstratives = words["demonstratives"]
        self._no_openers = words["no_openers"]
        self._published, self._withholding = words["published"], words["withholding"]
        things = (SpeakerKind.DOCUMENT, SpeakerKind.ORGANISATION)
        self._things = {noun for noun, kind in lexicon.kinds.items() if kind in things}
        self._things |= self._occasions | self._objects

    def flags(self, word: Word) -> int:
        """The flags of a word or mark."""
        if word.kind != WORD:
            return COMPLETE | NAMES
        facts = self._listed.get(word.fold, 0)
        facts |= self._alone(word) | self._inside(word) | self._as_object(word)
        facts |= self._name(word) | self._verb(word)
        return facts | (ANOTHER if word.joined and (word.title or word.head) else 0)

    def _alone(self, word: Word) -> int:
        """What the word is by itself."""
        fold, facts = word.fold, 0
        if word.complementiser or word.relative or fold in self._days:
            facts |= STOPS
        if fold[0] == "ف" and fold[1:] in self._complementisers:
            facts |= STOPS
        if word.base in self._published:
            facts |= PUBLISHED
        if word.base in self._withholding:
            facts |= WITHHOLDING
        if fold.startswith("الم") and len(fold) > 5 and not fold.endswith(("ي", "يه")):
            facts |= PARTICIPLE
        if word.base in self._issued or word.base.startswith(self._issuing):
            facts |= ISSUED
        if self._in_accusative(word):
            facts |= IN_ACCUSATIVE
        so = fold[0] == "ب" and fold[1:] in self._demonstratives  # بهذا الخصوص
        if word.adverbial or word.preposition or so:
            facts |= HANGING | ASIDE
        if self._opens_nothing(word):
            facts |= OPENS_NOTHING
        if fold[0].isdigit():
            facts |= NUMBER | WITH_VERB
        if word.definite or fold.startswith(("وال", "لل", "بال", "فال")):
            facts |= WITH_ARTICLE
        if self._kinds.get(fold) is SpeakerKind.DOCUMENT:
            facts |= DOCUMENT
        if self._takes_quoted(word):
            facts |= TAKES_QUOTED
        if word.complementiser or word.adverbial or word.verbal or word.finite:
            facts |= SAYS
        noun = word.naming or fold in self._kinds or fold in self._common
        leans = fold[0] == "ل" and may_be_masdar(fold[1:])  # لمواجهة …
        waits = word.preposition or fold in self._quantities or word.head or noun or leans
        waits = waits or fold in self._honorifics
        if not waits or (word.definite and not word.preposition):
            facts |= COMPLETE
        if self._open_ended(word):
            facts |= OPEN_ENDED
        elif not (word.definite or noun):
            facts |= NAMES
        return facts

    def _inside(self, word: Word) -> int:
        """What the word does behind the first of a phrase: the predicate, or what hangs on a verb."""
        fold, base = word.fold, word.base
        hangs = 0
        if any(cue.suffix for cue in word.cues):
            hangs |= SUFFIXED
        if word.verbal and fold[0] == "ت":
            hangs |= VERB_IN_T
        participle = any(cue.form is Form.PARTICIPLE for cue in word.cues)
        if word.verbal and fold[0] == "ي" and not word.finite:
            hangs |= VERB_IN_Y
        elif (
            word.finite and (word.raw[-1] == _MAQSURA or word.joined or word.object or not word.noun_too)
        ) or (participle and fold[-1] in "اه" and word.raw[-1] in "اًا"):
            hangs |= PREDICATE
        if fold in _CLITICS or fold == _WITH_WHAT:
            hangs |= WITH_VERB
        if self._is_audience(fold):
            hangs |= AUDIENCE
        if fold.startswith("لل") and len(fold) > 4 and "ال" + fold[2:] in self._people:
            hangs |= ADDRESSED
        if fold.startswith("لل") and fold.endswith("ين") and len(fold) > 6:
            hangs |= FOR_MANY
        if fold[0] == "ل" and self._kinds.get(fold[1:]) in _BODIES:
            hangs |= FOR_BODY
        if word.raw[0] == "و" and word.verb_too and not self._known(word):
            hangs |= AND_VERB
        if word.raw.startswith(_LEANING_ON_HAMZA):
            hangs |= FOR_HAMZA
        if word.naming and self._kinds.get(fold) is SpeakerKind.OUTLET:
            hangs |= NAMED_BY_NUMBER
        if fold == _WHAT:
            hangs |= WHAT
        if word.joined and base in self._occasions:
            hangs |= OCCASION_TOO
        if fold[0] == "ل" and fold[1:] in self._objects:
            hangs |= LEANS_ON_L
        if fold[0] == "ب":
            hangs |= BEHIND_B
            if fold[1:] in self._objects or fold[1:] in self._occasions or fold.startswith("بان"):
                hangs |= LEANS_ON_B
            if fold.startswith("بال") and len(fold) > 4:
                hangs |= IN_PLACE
        return hangs

    def _as_object(self, word: Word) -> int:
        """What the word may be behind a complete subject."""
        fold, facts = word.fold, 0
        his = fold[-1] == "ه" and word.raw[-1] == "ه" and not word.given
        owned = fold[:-1]
        thing = owned.endswith("ات") or may_be_masdar(owned) or owned in self._plain or owned in self._kinds
        if his and thing and len(fold) > 5 and not (word.definite or fold.endswith("الله")):
            facts |= OWNED
        acts = (
            fold in self._occasions or may_be_masdar(fold) or (fold.endswith(_THEIR_PLURAL) and len(fold) > 6)
        )
        if acts and (his or fold.endswith(("ها", "هم"))) and fold[0] != "و":
            facts |= OWNED_ACT
        broken = word.raw.startswith(_PLURAL_ALEF) and _BROKEN.fullmatch(fold) is not None
        sound = fold.startswith("ال") and fold.endswith(("ين", "ات")) and len(fold) > 5
        if (sound or broken) and not (word.title or word.head or word.given or fold in self._kinds):
            facts |= MANY
        if fold.endswith("ين") and len(fold) > 6:
            facts |= ENDS_IN_IN
        known = word.given or word.title or word.head or word.naming or fold in self._kinds
        if word.raw.endswith("ة") and not (known or fold in self._places or fold[0] in "لبوفك"):
            facts |= IN_TA
        if fold.endswith(("ون", "ين")):
            facts |= ENDS_PLURAL
        several = self._kinds.get(bare(fold)) in _SEVERAL and not (word.head or word.title)
        if several and word.definite:
            facts |= PEOPLE
        action = fold in self._objects and word.raw != "آي"
        if action or (is_masdar(fold) and not (fold in self._kinds or word.given)):
            facts |= ACT
        return facts

    def _name(self, word: Word) -> int:
        """What the word may do in a name that no list knows."""
        return self._may_begin_name(word) * MAY_BEGIN_NAME | self._ends_name(word) * ENDS_NAME

    def _verb(self, word: Word) -> int:
        """What the word may do where a clause begins."""
        facts = self._may_be_verb(word) * MAY_BE_VERB
        if word.finite or word.verbal:
            facts |= ACTS
        if word.base in self._occasions or word.fold[1:] in self._occasions:
            facts |= OCCASION
        return facts

    def _may_be_verb(self, word: Word) -> bool:
        """Whether a word that no list knows as a verb can be one."""
        if word.verb_too:
            return True
        base = word.base
        noun = base in self._given or base in self._kinds or base in self._plain_nouns
        return not (
            noun
            or word.definite
            or word.adverbial
            or word.complementiser
            or word.head
            or word.title
            or word.naming
            or base.removeprefix("و") in self._honorifics
            or word.raw.endswith((*ACCUSATIVE, "ة", "ات"))
            or not _SHORTEST_VERB <= len(base) <= _LONGEST_VERB
        )

    def _may_begin_name(self, word: Word) -> bool:
        fold = word.fold
        if word.preposition or word.adverbial or word.complementiser or (word.finite and word.joined):
            return False
        if fold in self._people or fold in self._plain or fold in self._qualifiers or fold in self._kinds:
            return False
        leans = fold[0] in "لب" and len(fold) > 3
        if leans and (fold[1:3] == "ال" or fold[:2] == "لل" or fold[1:] in self._plain):
            return False
        if fold[0] == "و" and fold[1:3] == "ال":
            return False
        if fold[0] in "لبو" and fold[1:] in self._towns:
            return False
        if fold.startswith("باسم") or (fold.endswith("ات") and len(fold) > 4):
            return False
        return len(fold) > 1 and not fold[0].isdigit()

    def _ends_name(self, word: Word) -> bool:
        """Whether the word behind a name is a verb, an adverb or a noun that leans on ل or ب."""
        fold = word.fold
        if word.verbal or word.adverbial or (word.finite and word.joined) or fold in self._objects:
            return True
        if fold.startswith("باسم") or fold in self._one_of:
            return True
        if fold[0] in "لب" and len(fold) > 3 and (fold[1:3] == "ال" or fold[:2] == "لل"):
            return True
        if fold[0] == "ب" and is_derived(fold[1:]):
            return True  # بارتكاب
        if fold[0] == "ل" and len(fold) > 5 and fold[-1] == "ه" and word.raw[-1] == "ه":
            return True  # لجهوده
        return word.raw.endswith(ACCUSATIVE) or (fold.endswith("ات") and len(fold) > 5 and not word.definite)

    def _in_accusative(self, word: Word) -> bool:
        """Whether the word is an indefinite accusative, by tanween or as a known noun with alef (تقريرا)."""
        if word.raw.endswith(ACCUSATIVE):
            return True
        noun = word.fold[:-1]
        thing = noun in self._things or is_masdar(noun)
        return thing and word.raw.endswith(_ALEF) and not word.given and len(noun) > 2

    def _is_audience(self, fold: str) -> bool:
        if fold in ("ل", "لل"):
            return True
        if fold[0] != "ل" or len(fold) < 4:
            return False
        noun = fold[1:]
        rest = "ال" + fold[2:] if fold.startswith("لل") else noun
        return noun in self._audience or rest in self._audience or fold[2:] in self._audience

    def _opens_nothing(self, word: Word) -> bool:
        fold = word.fold
        if fold in self._no_openers or self._is_thing_of_his(word):
            return True
        if self._leans(word) or fold in _CLITICS or word.verbal or fold.removeprefix("ب") == _WHAT:
            return True
        if word.raw[0] == "و" and not (word.joined or fold.startswith("وال") or self._known(word)):
            return True  # a conjunction and an unknown word, most likely a verb
        return fold in self._objects and fold not in self._kinds

    def _is_thing_of_his(self, word: Word) -> bool:
        """Whether the word is somebody's thing or act (رسالته، ارتفاعه), not somebody's wife or a name."""
        fold = word.fold
        if word.given or word.head or word.title or fold in self._kinds or word.raw[-1:] == "ة":
            return False
        for pronoun in ("ها", "هم", "ه"):
            noun = fold.removesuffix(pronoun)
            if noun != fold and len(noun) > 2:
                things = self._things_of_his
                return fold in things or noun in things or noun[:-1] + "ه" in things or may_be_masdar(fold)
        return False

    def _leans(self, word: Word) -> bool:
        """Whether a first word hangs on a preposition that is written with it, and so names no source."""
        fold = word.fold
        if fold in self._particles:
            return False
        if fold.startswith(("بال", "كال", "لل")) or word.raw.startswith(_LEANING_ON_HAMZA):
            return True
        owned = fold.endswith(("ها", "هم")) or word.raw[-1] == "ه"
        manner = fold[0] == "ب" and word.raw[-1] == "ة" and not self._known(word) and fold not in self._nouns
        if fold[0] in "بل" and len(fold) > 4 and (owned or manner) and fold not in self._given:
            return True
        return fold[0] == "ل" and (fold[1:] in self._kinds or fold[1:] in self._common)

    def _known(self, word: Word) -> bool:
        """Whether a list knows the word as a name or a noun that opens a source."""
        fold = word.fold
        listed = fold in self._given or fold in self._kinds or fold in self._common
        return listed or word.head or word.title or word.naming

    def _takes_quoted(self, word: Word) -> bool:
        """Whether a name in quotation marks may follow the word (صحيفة "…"، الشاب "…")."""
        fold = word.fold
        return (
            word.preposition
            or word.naming
            or word.head
            or word.title
            or fold.startswith(("ال", "لل"))
            or fold in self._kinds
            or fold in self._common
            or fold in _CLITICS
            or fold[1:] in self._kinds
            or fold in self._nouns
        )

    def _open_ended(self, word: Word) -> bool:
        if word.head or word.title or word.fold in self._quantities:
            return True
        fold = word.fold
        kind = self._kinds.get(fold) or self._kinds.get(fold[1:])
        if kind is None and self._kinds.get(fold[:-1]) is SpeakerKind.ANONYMOUS and fold.endswith("ا"):
            return True  # مصدرا
        return kind is not None and not word.definite and word.fold not in self._places
