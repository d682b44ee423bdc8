"""Reads off a lexicon what a word may do in a noun phrase: its flags of `nouns`.

Those that it has only behind the first word of a phrase are read by `inner_flags`.
"""

from __future__ import annotations

import re
from typing import Final

from quotetrack.detection.words import listed, nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.inner_flags import InnerFlags
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.listed import Lists
from quotetrack.detection.words.word import (
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
    without_dual,
)

_MAQSURA: Final = "ى"
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
        words = lexicon.words
        self._lists = Lists(lexicon)
        self._in_lam = words["in_lam"]
        self._inner = InnerFlags(self._lists, self._in_lam)
        places = lexicon.places | words["metonyms"]
        lists = (
            (nouns.POSITION, words["positions"]),
            (nouns.LINK, words["inner_links"]),
            (nouns.RELAYING, words["relayed_from"]),
            (nouns.STOPS, words["alternatives"] | words["aged"]),
            (nouns.OVERSEEN, words["over"]),
            (nouns.OVERSEER, words["overseers"]),
            (nouns.SOMEBODY, words["heads"] | words["before"]),
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
            (nouns.PLACE, places),
            (nouns.OBJECT, words["objects"]),
            (nouns.COMMON, words["common"]),
            (nouns.QUALIFIER, words["qualifiers"]),
            (nouns.FIELD, words["fields"] | {f"ب{field}" for field in words["fields"]}),
            (nouns.DISTRICT, words["districts"] | words["regions"]),
            (nouns.MUTE, words["mute"]),
            (nouns.COUNTRY, places - words["towns"]),
            (nouns.TOWN, words["towns"] | words["towns_definite"] | lexicon.places),
        )
        self._flags: dict[str, int] = {}
        for flag, folded in lists:
            for fold in folded:
                self._flags[fold] = self._flags.get(fold, 0) | flag
        self._governing = {light(word) for folded in lexicon.lists("governed").values() for word in folded}
        self._done_to, self._issuing = with_pronouns(lexicon.done_to), tuple(words["issuing"])

    def flags(self, word: Word) -> int:
        """The flags of a word or mark."""
        if word.kind != WORD:
            return nouns.COMPLETE | nouns.NAMES
        fold = word.fold
        at, rest = self._lists.of(fold), self._lists.of(fold[1:])
        base = at if word.base == fold else self._lists.of(word.base)
        facts = self._flags.get(fold, 0)
        if word.raw in ALAN or (word.given and word.raw.endswith(_MAQSURA)):  # منى, not مني
            facts &= ~(nouns.ASIDE | nouns.ASIDE_ALONE)
        if word.joined:
            facts |= self._flags.get(word.base, 0) & (nouns.OVERSEER | nouns.ALONE)
        facts |= self._alone(word, at, rest, base) | self._inner.flags(word, at, rest, base)
        facts |= self._name(word, at, rest) | self._verb(word, at, rest, base)
        facts |= (light(without_dual(fold)) in self._governing) * nouns.GOVERNS
        facts |= self._is_oblique(word) * nouns.OBLIQUE
        if fold in self._done_to and not word.raw.endswith("ة"):  # ألقوه, not القوة
            facts |= nouns.DONE_TO | nouns.PREDICATE | nouns.OPENS_NOTHING
        return facts | (nouns.ANOTHER if word.joined and (word.title or word.head) else 0)

    def _alone(self, word: Word, at: int, rest: int, base: int) -> int:
        """What the word is by itself.

        `at` are the lists that hold it, `rest` those that hold it without its first letter, `base` its base.
        """
        fold, facts = word.fold, 0
        if word.complementiser or word.relative or at & listed.DAY or fold == _WE:
            facts |= nouns.STOPS
        if fold.startswith(("بال", "لل")) and any(cue.form is Form.NOUN for cue in word.cues):
            facts |= nouns.STOPS  # وتابع المتحدث بالقول إن، عاد الوزير للحديث
        if rest & listed.COMPLEMENTISER and fold[0] == "ف" and not word.given:
            facts |= nouns.STOPS
        if base & listed.PUBLISHED:
            facts |= nouns.PUBLISHED
        if base & listed.WITHHOLDING:
            facts |= nouns.WITHHOLDING
        if fold.startswith("الم") and len(fold) > 5 and not fold.endswith(("ي", "يه")):
            facts |= nouns.PARTICIPLE
        if base & listed.ISSUED or word.base.startswith(self._issuing):
            facts |= nouns.ISSUED
        if self._in_accusative(word):
            facts |= nouns.IN_ACCUSATIVE
        so = rest & listed.DEMONSTRATIVE and fold[0] in _CLITICS  # بهذا الخصوص، لذلك
        if word.adverbial or word.preposition or so or at & listed.VOICE:
            facts |= nouns.HANGING | nouns.ASIDE
        if self._opens_nothing(word, at, rest):
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
        if at & listed.DOCUMENT:
            facts |= nouns.DOCUMENT
        facts |= self._before_title(word, at, rest)
        if word.complementiser or word.adverbial or word.verbal or word.finite:
            facts |= nouns.SAYS
        leant_on = (rest if fold[0] in _CLITICS else at) & (listed.NAMING | listed.KIND | listed.COMMON)
        noun = word.naming or at & (listed.KIND | listed.COMMON) or leant_on
        leans = fold[0] == "ل" and may_be_masdar(fold[1:])  # لمواجهة …
        waits = word.preposition or at & (listed.QUANTITY | listed.HONORIFIC) or word.head or noun or leans
        if not waits or (word.definite and not word.preposition):
            facts |= nouns.COMPLETE
        if self._open_ended(word, at, rest):
            facts |= nouns.OPEN_ENDED
        elif not (word.definite or noun):
            facts |= nouns.NAMES
        return facts

    def _before_title(self, word: Word, at: int, rest: int) -> int:
        """What the word is to marks that hold a title or a name behind it."""
        facts = nouns.TAKES_QUOTED if _takes_quoted(word, at, rest) else 0
        fold = without_clitic(word.fold, self._in_lam)
        noun = at if fold == word.fold else self._lists.of(fold)
        article = fold.startswith("ال")
        if (at | noun) & listed.HIS_WORK or (article and self._lists.of(fold[2:]) & listed.WORK):
            return facts | nouns.WORK | nouns.TITLED
        titled = word.naming or (at & listed.WORK) or noun & (listed.WORK | listed.NAMING)
        return facts | (nouns.TITLED if titled or self._lists.of(bare(fold)) & listed.NAMING else 0)

    def _is_body(self, word: Word) -> bool:
        """Whether a noun with its article is a body (الحكومة), and no adjective of one (البلدية، المنظمة)."""
        fold = word.fold
        if not self._lists.of(bare(fold)) & (listed.ORGANISATION | listed.NAMING):
            return False
        adjective = fold.endswith("يه") or (fold.startswith("الم") and fold.endswith("ه"))
        return not (word.title or word.head or adjective)

    def _name(self, word: Word, at: int, rest: int) -> int:
        """What the word may do in a name that no list knows."""
        facts = self._may_begin_name(word, at, rest) * nouns.MAY_BEGIN_NAME
        facts |= self._ends_name(word, at, rest) * nouns.ENDS_NAME
        return facts | self._is_ordinary(word, at, rest) * nouns.ORDINARY

    @staticmethod
    def _is_ordinary(word: Word, at: int, rest: int) -> bool:
        """Whether the word, or what is left without what leans on it (لمرحلة), is in no name."""
        if at & listed.ORDINARY:
            return True
        if not rest & listed.ORDINARY or word.given:
            return False
        fold = word.fold
        return fold[0] in _LEANING and len(fold) > _SHORTEST_LEANED and fold[1] not in _LEANING

    def _verb(self, word: Word, at: int, rest: int, base: int) -> int:
        """What the word may do where a clause begins."""
        facts = self._may_be_verb(word, base) * nouns.MAY_BE_VERB
        if word.finite or word.verbal:
            facts |= nouns.ACTS
        if word.raw[0] == "و" and word.verb_too and not _is_known(word, at):
            facts |= nouns.AND_VERB
        occasion = (base | rest) & listed.OCCASION
        if not occasion and word.fold.endswith(_ALEF) and not word.definite:  # تقريرا
            occasion = self._lists.of(word.fold[:-1]) & listed.OCCASION
        return facts | (nouns.OCCASION if occasion else 0)

    def _may_be_verb(self, word: Word, base: int) -> bool:
        """Whether a word that no list knows as a verb can be one."""
        if word.verb_too:
            return True
        return not (
            base & (listed.GIVEN | listed.KIND | listed.COMMON | listed.TOWN | listed.OBJECT)
            or word.definite
            or word.adverbial
            or word.complementiser
            or word.head
            or word.title
            or word.naming
            or word.raw.endswith(_NO_VERB)
            or not _SHORTEST_VERB <= len(word.base) <= _LONGEST_VERB
            or self._lists.of(word.base.removeprefix("و")) & listed.HONORIFIC
        )

    @staticmethod
    def _may_begin_name(word: Word, at: int, rest: int) -> bool:
        fold = word.fold
        if word.preposition or word.adverbial or word.complementiser or (word.finite and word.joined):
            return False
        if at & (listed.HEAD | listed.PLAIN | listed.QUALIFIER | listed.KIND) or word.raw.startswith(
            _ON_HAMZA
        ):
            return False
        leans = fold[0] in "لب" and len(fold) > 3
        if fold[0] == "ب" and not word.given and any(form.form is Form.NOUN for form in word.cues):
            return False  # استشهد الشيخ بقول الشاعر
        if leans and (fold[1:3] == "ال" or fold[:2] == "لل" or rest & listed.PLAIN):
            return False
        if leans and len(fold) >= _SHORTEST_OWNED and fold.endswith(_OWNERS) and not word.given:
            return False  # طالبت الوزيرة بالدعاء لأسرتها
        if fold[0] == "ل" and word.raw[-1] == "ة" and len(fold) > 3 and not word.given:
            return False  # مدرب المنتخب لكرة القدم فلان
        if (fold[0] == "و" and fold[1:3] == "ال") or is_plural_participle(fold):
            return False
        if rest & listed.TOWN and fold[0] in "لبو":
            return False
        if fold.startswith("باسم") or (fold.endswith("ات") and len(fold) > 4):
            return False
        return len(fold) > 1 and not fold[0].isdigit()

    @staticmethod
    def _ends_name(word: Word, at: int, rest: int) -> bool:
        """Whether the word behind a name is a verb, an adverb or a noun that leans on ل or ب."""
        fold = word.fold
        if (
            word.verbal
            or word.adverbial
            or (word.finite and word.joined)
            or at & (listed.OBJECT | listed.ONE_OF)
        ):
            return True
        if fold.startswith("باسم") or word.raw.startswith(_ON_HAMZA):
            return True
        if fold[0] in "لب" and len(fold) > 3 and (fold[1:3] == "ال" or fold[:2] == "لل"):
            return True
        if fold[0] == "ب" and not word.given and (rest & listed.PLACE or _OF_FOUR.fullmatch(fold[1:])):
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
        lists = self._lists.of(noun)
        plain = lists & listed.ORDINARY and noun[-1] not in _WEAK and not word.definite  # جدلا, not أفريقيا
        return bool(plain or lists & listed.THING) or is_masdar(noun)

    def _opens_nothing(self, word: Word, at: int, rest: int) -> bool:
        fold = word.fold
        if at & listed.NO_OPENER or self._is_thing_of_his(word, at):
            return True
        if _leans(word, at, rest) or fold in _CLITICS or word.verbal or fold.removeprefix("ب") == _WHAT:
            return True
        if word.raw[0] == "و" and not (
            word.joined or word.given or fold.startswith("وال") or _is_known(word, at)
        ):
            return True  # a conjunction and an unknown word, most likely a verb
        return bool(at & listed.OBJECT) and not at & listed.KIND

    def _is_thing_of_his(self, word: Word, at: int) -> bool:
        """Whether the word is somebody's thing or act (رسالته، ارتفاعه), not somebody's wife or a name."""
        fold = word.fold
        if word.given or word.head or word.title or at & (listed.KIND | listed.SAME) or word.raw[-1:] == "ة":
            return False  # معاليه
        for pronoun in ("ها", "هم", "ه"):
            noun = fold.removesuffix(pronoun)
            if noun != fold and len(noun) > 2:
                things = at | self._lists.of(noun) | self._lists.of(noun[:-1] + "ه")
                return bool(things & listed.THING_OF_HIS) or may_be_masdar(fold)
        return False

    def _open_ended(self, word: Word, at: int, rest: int) -> bool:
        if word.head or word.title or at & listed.QUANTITY:
            return True
        fold, kind = word.fold, (at | rest) & listed.KIND
        if not kind and fold.endswith("ا") and self._lists.of(fold[:-1]) & listed.ANONYMOUS:
            return True  # مصدرا
        if self._are_people(word, at):
            return True
        return bool(kind) and not (word.definite or at & listed.PLACE)

    def _is_oblique(self, word: Word) -> bool:
        """Whether the word is a sound plural of people in ي, whose is told behind it (موظفي المؤسسة)."""
        fold = word.fold
        if not word.raw.endswith("ي") or len(fold) < _SHORTEST_OWNED or word.definite or word.given:
            return False
        return not word.head and bool(self._lists.of(fold[:-1]) & listed.HEAD)

    def _are_people(self, word: Word, at: int) -> bool:
        """Whether the word is an indefinite plural or dual of people (متعاملون، قيادات، مندوبان)."""
        if at & listed.PLURAL:
            return not word.definite
        fold = word.fold
        if word.definite or word.given or word.cues or at & listed.TOWN:
            return False
        if fold[0] in LEANING or len(fold) <= _SHORTEST_OWNED:
            return False
        if fold.endswith("ات"):
            things = at | self._lists.of(fold[:-2]) | self._lists.of(fold[:-2] + "ه")
            return not (things & listed.THING_OF_HIS or may_be_masdar(fold[:-2]))
        people = fold.endswith(_ENDINGS) and self._lists.of(fold[:-2]) & listed.HEAD
        return bool(people) or is_plural_participle(fold)


def _leans(word: Word, at: int, rest: int) -> bool:
    """Whether a first word hangs on a preposition that is written with it, and so names no source."""
    fold = word.fold
    if at & listed.PARTICLE:
        return False
    if fold.startswith(("بال", "كال", "لل")) or word.raw.startswith(LEANING_ON_HAMZA):
        return True
    owned = fold.endswith(("ها", "هم")) or word.raw[-1] == "ه"
    manner = fold[0] == "ب" and word.raw[-1] == "ة" and not (_is_known(word, at) or at & listed.INSTITUTION)
    if fold[0] in "بل" and len(fold) > 4 and (owned or manner) and not at & listed.GIVEN:
        return True
    if fold[0] in LEANING and is_latin(fold[1:2]):
        return True  # لـCNN
    if fold[0] == "ب" and not word.given and (rest & listed.OCCASION or is_derived(fold[1:])):
        return True  # بانتظام، باتصال هاتفي
    if rest & (listed.ORDINARY | listed.VERB) and fold[:2] == "لي" and not word.given:
        return True  # ليكتشف
    return bool(rest & (listed.KIND | listed.COMMON | listed.NAMING)) and fold[0] in _CLITICS  # لوزارة، بموقع


def _is_known(word: Word, at: int) -> bool:
    """Whether a list knows the word as a name or a noun that opens a source."""
    return bool(at & (listed.GIVEN | listed.KIND | listed.COMMON)) or word.head or word.title or word.naming


def _takes_quoted(word: Word, at: int, rest: int) -> bool:
    """Whether a name in quotation marks may follow the word (صحيفة "…"، الشاب "…")."""
    title = word.naming or word.head or word.title
    known = at & (listed.KIND | listed.COMMON | listed.INSTITUTION) or rest & listed.KIND
    return (
        bool(word.preposition or title or known or word.fold.startswith(("ال", "لل")))
        or word.fold in _CLITICS
    )
