"""Reads off a lexicon what a word may do in a noun phrase: its flags of `nouns`.

Those that it has only behind the first word of a phrase are read by `inner_flags`.
"""

from __future__ import annotations

import re
from typing import Final

from quotetrack.detection import nouns
from quotetrack.detection.entries import Form
from quotetrack.detection.inner_flags import InnerFlags
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.words import (
    ACCUSATIVE,
    ALAN,
    LEANING,
    LEANING_ON_HAMZA,
    WORD,
    Word,
    bare,
    is_derived,
    is_latin,
    is_masdar,
    is_plural_participle,
    light,
    may_be_masdar,
    with_pronouns,
    without_clitic,
)

_SHORTEST_OWNED: Final = 5
_SHORTEST_VERB: Final = 3
_LONGEST_VERB: Final = 7
_CLITICS: Final = ("ب", "ل")
_LEANING: Final = ("ب", "ل", "و")
_SHORTEST_LEANED: Final = 4
_WHAT: Final = "ما"
_WE: Final = "نحن"
_ON_HAMZA: Final = ("لإ", "بإ", "لأ", "بأ", "لآ", "بآ", "فلإ", "ولإ", "وبإ")
"""How a word begins that leans on one with a hamza: no name does (لإفساح)."""
_OF_FOUR: Final = re.compile("[^اويم][^اوي]{3}ه")
"""The shape of the verbal nouns of four radicals (عرقلة)."""
_OWNERS: Final = ("ها", "هم", "هما")
"""How a noun ends that is somebody's."""
_ENDINGS: Final = ("ون", "ين", "ان")
"""How the sound plural and the dual of people end."""
_ALEF: Final = "ا"
_NO_VERB: Final = (*ACCUSATIVE, "ة", "ات")
"""How no verb ends."""
_WEAK: Final = "يهوا"
"""Behind these an alef is no ending of the accusative (أفريقيا، أجراها)."""


class NounFlags:
    """Reads the flags of a word off a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._inner = InnerFlags(lexicon)
        words = lexicon.words
        self._kinds, self._places = lexicon.kinds, lexicon.places | words["metonyms"]
        self._towns = lexicon.places
        self._given, self._common, self._objects = words["given"], words["common"], words["objects"]
        self._occasions, self._days = words["occasions"], words["days"]
        self._aged = words["aged"]
        self._complementisers = words["complementisers"]
        self._people = words["heads"] | words["before"]
        self._nouns = words["institutions"] | words["naming"]
        self._particles = words["name_particles"]
        self._naming, self._verbs = words["naming"], lexicon.verbs
        self._governing = {light(word) for listed in lexicon.lists("governed").values() for word in listed}
        self._plurals = words["plurals"]
        self._quantities = words["quantities"] | words["each"]
        self._voices, self._same = words["voices"], words["same"]
        self._qualifiers, self._one_of = words["qualifiers"], words["one_of"]
        self._plain = self._common | self._objects | self._occasions | words["naming"]
        self._honorifics = words["honorifics"]
        self._plain_nouns = self._common | self._towns | self._objects
        lists = (
            (nouns.POSITION, words["positions"]),
            (nouns.LINK, words["inner_links"]),
            (nouns.RELAYING, words["relayed_from"]),
            (nouns.STOPS, words["alternatives"]),
            (nouns.OVERSEEN, words["over"]),
            (nouns.OVERSEER, words["overseers"]),
            (nouns.SOMEBODY, self._people),
            (nouns.LISTING, words["each"]),
            (nouns.SAME, words["same"]),
            (nouns.OTHER, words["others"]),
            (nouns.ALONE, words["alone"]),
            (nouns.SO_CALLED, words["so_called"]),
            (nouns.WISHING, words["wishing_well"]),
            (nouns.COPULA, words["copulas"]),
            (nouns.DEMONSTRATIVE, words["demonstratives"]),
            (nouns.TIME, words["time_nouns"]),
            (nouns.BEARING, words["bearings"]),
            (nouns.DAY, words["days"]),
            (nouns.ON_BEHALF, words["on_behalf"]),
            (nouns.ASIDE | nouns.ASIDE_ALONE, words["days"] | words["pronouns"] | words["adverbs"]),
            (nouns.ADDRESSEE, words["addressees"]),
            (nouns.PLACE, self._places),
            (nouns.OBJECT, self._objects),
            (nouns.COMMON, self._common),
            (nouns.QUALIFIER, self._qualifiers),
            (nouns.FIELD, words["fields"] | {f"ب{field}" for field in words["fields"]}),
            (nouns.DISTRICT, words["districts"] | words["regions"]),
            (nouns.MUTE, words["mute"]),
            (nouns.COUNTRY, self._places - words["towns"]),
            (nouns.TOWN, words["towns"] | words["towns_definite"] | lexicon.places),
        )
        self._listed: dict[str, int] = {}
        for flag, listed in lists:
            for fold in listed:
                self._listed[fold] = self._listed.get(fold, 0) | flag
        self._done_to = with_pronouns(lexicon.done_to)
        self._works, self._their_works = words["works"], with_pronouns(words["works"])
        self._in_lam = words["in_lam"]
        self._things_of_his = self._objects | self._occasions
        self._issuing, self._issued = tuple(words["issuing"]), words["issued"]
        self._ordinary = words["ordinary"] | words["mute"]
        self._demonstratives = words["demonstratives"]
        self._no_openers = words["no_openers"]
        self._published, self._withholding = words["published"], words["withholding"]
        things = (SpeakerKind.DOCUMENT, SpeakerKind.ORGANISATION)
        self._things = {noun for noun, kind in lexicon.kinds.items() if kind in things}
        self._things |= self._occasions | self._objects

    def flags(self, word: Word) -> int:
        """The flags of a word or mark."""
        if word.kind != WORD:
            return nouns.COMPLETE | nouns.NAMES
        facts = self._listed.get(word.fold, 0)
        if word.raw in ALAN:
            facts &= ~(nouns.ASIDE | nouns.ASIDE_ALONE)
        if word.joined:
            facts |= self._listed.get(word.base, 0) & (nouns.OVERSEER | nouns.ALONE)
        facts |= self._alone(word) | self._inner.flags(word) | self._name(word) | self._verb(word)
        facts |= (light(word.fold) in self._governing) * nouns.GOVERNS
        facts |= self._is_oblique(word) * nouns.OBLIQUE
        if word.fold in self._done_to and not word.raw.endswith("ة"):  # ألقوه, not القوة
            facts |= nouns.DONE_TO | nouns.PREDICATE | nouns.OPENS_NOTHING
        return facts | (nouns.ANOTHER if word.joined and (word.title or word.head) else 0)

    def _alone(self, word: Word) -> int:
        """What the word is by itself."""
        fold, facts = word.fold, 0
        if word.complementiser or word.relative or fold in self._days or fold == _WE or fold in self._aged:
            facts |= nouns.STOPS
        if fold.startswith(("بال", "لل")) and any(cue.form is Form.NOUN for cue in word.cues):
            facts |= nouns.STOPS  # وتابع المتحدث بالقول إن، عاد الوزير للحديث
        if fold[0] == "ف" and fold[1:] in self._complementisers and not word.given:
            facts |= nouns.STOPS
        if word.base in self._published:
            facts |= nouns.PUBLISHED
        if word.base in self._withholding:
            facts |= nouns.WITHHOLDING
        if fold.startswith("الم") and len(fold) > 5 and not fold.endswith(("ي", "يه")):
            facts |= nouns.PARTICIPLE
        if word.base in self._issued or word.base.startswith(self._issuing):
            facts |= nouns.ISSUED
        if self._in_accusative(word):
            facts |= nouns.IN_ACCUSATIVE
        so = fold[0] in _CLITICS and fold[1:] in self._demonstratives  # بهذا الخصوص، لذلك
        if word.adverbial or word.preposition or so or fold in self._voices:
            facts |= nouns.HANGING | nouns.ASIDE
        if self._opens_nothing(word):
            facts |= nouns.OPENS_NOTHING
        if fold[0].isdigit():
            facts |= nouns.NUMBER | nouns.WITH_VERB
        if word.definite and self._is_body(word):
            facts |= nouns.BODY
        if word.cues:
            saying = Form.NOUN if word.definite else Form.PARTICIPLE
            facts |= any(cue.form is saying for cue in word.cues) * nouns.SAYING
        if word.definite or fold.startswith(("وال", "لل", "بال", "فال")):
            facts |= nouns.WITH_ARTICLE
        if self._kinds.get(fold) is SpeakerKind.DOCUMENT:
            facts |= nouns.DOCUMENT
        facts |= self._before_title(word)
        if word.complementiser or word.adverbial or word.verbal or word.finite:
            facts |= nouns.SAYS
        plain = fold[1:] if fold[0] in _CLITICS else fold
        noun = word.naming or fold in self._kinds or fold in self._common or plain in self._naming
        noun = noun or plain in self._kinds or plain in self._common
        leans = fold[0] == "ل" and may_be_masdar(fold[1:])  # لمواجهة …
        waits = word.preposition or fold in self._quantities or word.head or noun or leans
        waits = waits or fold in self._honorifics
        if not waits or (word.definite and not word.preposition):
            facts |= nouns.COMPLETE
        if self._open_ended(word):
            facts |= nouns.OPEN_ENDED
        elif not (word.definite or noun):
            facts |= nouns.NAMES
        return facts

    def _before_title(self, word: Word) -> int:
        """What the word is to marks that hold a title or a name behind it."""
        takes = self._takes_quoted(word) * nouns.TAKES_QUOTED
        fold = without_clitic(word.fold, self._in_lam)
        owned = word.fold if word.fold in self._their_works else fold
        if owned in self._their_works or (fold.startswith("ال") and fold[2:] in self._works):
            return takes | nouns.WORK | nouns.TITLED
        listed = fold in self._works or fold in self._naming or bare(fold) in self._naming
        return takes | (nouns.TITLED if word.naming or listed or word.fold in self._works else 0)

    def _is_body(self, word: Word) -> bool:
        """Whether a noun with its article is a body (الحكومة), and no adjective of one (البلدية، المنظمة)."""
        noun, fold = bare(word.fold), word.fold
        if self._kinds.get(noun) is not SpeakerKind.ORGANISATION and noun not in self._naming:
            return False
        adjective = fold.endswith("يه") or (fold.startswith("الم") and fold.endswith("ه"))
        return not (word.title or word.head or adjective)

    def _name(self, word: Word) -> int:
        """What the word may do in a name that no list knows."""
        facts = self._may_begin_name(word) * nouns.MAY_BEGIN_NAME | self._ends_name(word) * nouns.ENDS_NAME
        return facts | self._is_ordinary(word) * nouns.ORDINARY

    def _is_ordinary(self, word: Word) -> bool:
        """Whether the word, or what is left without what leans on it (لمرحلة), is in no name."""
        fold = word.fold
        if fold in self._ordinary:
            return True
        clitic = fold[0] in _LEANING and len(fold) > _SHORTEST_LEANED and fold[1] not in _LEANING
        return clitic and not word.given and fold[1:] in self._ordinary

    def _verb(self, word: Word) -> int:
        """What the word may do where a clause begins."""
        facts = self._may_be_verb(word) * nouns.MAY_BE_VERB
        if word.finite or word.verbal:
            facts |= nouns.ACTS
        if word.raw[0] == "و" and word.verb_too and not self._known(word):
            facts |= nouns.AND_VERB
        accusative = word.fold[:-1] if word.fold.endswith("ا") and not word.definite else ""  # تقريرا
        if not self._occasions.isdisjoint((word.base, word.fold[1:], accusative)):
            facts |= nouns.OCCASION
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
            or word.raw.endswith(_NO_VERB)
            or not _SHORTEST_VERB <= len(base) <= _LONGEST_VERB
        )

    def _may_begin_name(self, word: Word) -> bool:
        fold = word.fold
        if word.preposition or word.adverbial or word.complementiser or (word.finite and word.joined):
            return False
        if fold in self._people or fold in self._plain or fold in self._qualifiers or fold in self._kinds:
            return False
        if word.raw.startswith(_ON_HAMZA):
            return False
        leans = fold[0] in "لب" and len(fold) > 3
        if leans and (fold[1:3] == "ال" or fold[:2] == "لل" or fold[1:] in self._plain):
            return False
        if leans and len(fold) >= _SHORTEST_OWNED and fold.endswith(_OWNERS) and not word.given:
            return False  # طالبت الوزيرة بالدعاء لأسرتها
        if fold[0] == "ل" and word.raw[-1] == "ة" and len(fold) > 3 and not word.given:
            return False  # مدرب المنتخب لكرة القدم فلان
        if (fold[0] == "و" and fold[1:3] == "ال") or is_plural_participle(fold):
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
        if fold.startswith("باسم") or fold in self._one_of or word.raw.startswith(_ON_HAMZA):
            return True
        if fold[0] in "لب" and len(fold) > 3 and (fold[1:3] == "ال" or fold[:2] == "لل"):
            return True
        if fold[0] == "ب" and not word.given and (fold[1:] in self._places or _OF_FOUR.fullmatch(fold[1:])):
            return True  # بموسكو، بعرقلة
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
        if not word.raw.endswith(_ALEF) or word.given or len(noun) <= 2:
            return False
        plain = noun in self._ordinary and noun[-1] not in _WEAK and not word.definite  # جدلا, not أفريقيا
        return plain or noun in self._things or is_masdar(noun)

    def _opens_nothing(self, word: Word) -> bool:
        fold = word.fold
        if fold in self._no_openers or self._is_thing_of_his(word):
            return True
        if self._leans(word) or fold in _CLITICS or word.verbal or fold.removeprefix("ب") == _WHAT:
            return True
        if word.raw[0] == "و" and not (
            word.joined or word.given or fold.startswith("وال") or self._known(word)
        ):
            return True  # a conjunction and an unknown word, most likely a verb
        return fold in self._objects and fold not in self._kinds

    def _is_thing_of_his(self, word: Word) -> bool:
        """Whether the word is somebody's thing or act (رسالته، ارتفاعه), not somebody's wife or a name."""
        fold = word.fold
        if word.given or word.head or word.title or fold in self._kinds or word.raw[-1:] == "ة":
            return False
        if fold in self._same:
            return False  # معاليه
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
        if fold.startswith(("بال", "كال", "لل")) or word.raw.startswith(LEANING_ON_HAMZA):
            return True
        owned = fold.endswith(("ها", "هم")) or word.raw[-1] == "ه"
        manner = fold[0] == "ب" and word.raw[-1] == "ة" and not self._known(word) and fold not in self._nouns
        if fold[0] in "بل" and len(fold) > 4 and (owned or manner) and fold not in self._given:
            return True
        if fold[0] in LEANING and is_latin(fold[1:2]):
            return True  # لـCNN
        act = is_derived(fold[1:]) or fold[1:] in self._occasions
        if fold[0] == "ب" and act and not word.given:
            return True  # بانتظام، باتصال هاتفي
        if fold[:2] == "لي" and not word.given and (fold[1:] in self._ordinary or fold[1:] in self._verbs):
            return True  # ليكتشف
        noun = fold[1:] in self._kinds or fold[1:] in self._common or fold[1:] in self._naming
        return fold[0] in _CLITICS and noun  # لوزارة، بموقع

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
        if kind is None and fold.endswith("ا") and self._kinds.get(fold[:-1]) is SpeakerKind.ANONYMOUS:
            return True  # مصدرا
        if self._are_people(word):
            return True
        return kind is not None and not word.definite and word.fold not in self._places

    def _is_oblique(self, word: Word) -> bool:
        """Whether the word is a sound plural of people in ي, whose is told behind it (موظفي المؤسسة)."""
        fold = word.fold
        if not word.raw.endswith("ي") or len(fold) < _SHORTEST_OWNED or word.definite or word.given:
            return False
        return not word.head and fold[:-1] in self._people

    def _are_people(self, word: Word) -> bool:
        """Whether the word is an indefinite plural or dual of people (متعاملون، قيادات، مندوبان)."""
        fold = word.fold
        if fold in self._plurals:
            return not word.definite
        known = word.definite or word.given or word.cues or fold in self._towns
        if known or fold[0] in LEANING or len(fold) <= _SHORTEST_OWNED:
            return False
        if fold.endswith("ات"):
            thing = not self._things_of_his.isdisjoint((fold, fold[:-2], fold[:-2] + "ه"))
            return not (thing or may_be_masdar(fold[:-2]))
        return (fold.endswith(_ENDINGS) and fold[:-2] in self._people) or is_plural_participle(fold)
