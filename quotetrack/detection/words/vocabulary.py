"""The words of all articles, each looked up in the lexicon once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from quotetrack.detection.words.cue_forms import CueForms
from quotetrack.detection.words.entries import SHADDA, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.noun_flags import NounFlags
from quotetrack.detection.words.strange_words import StrangeWords
from quotetrack.detection.words.verbs import Verbs, looks_verbal
from quotetrack.detection.words.word import (
    ACCUSATIVE,
    ADDING,
    ALAN,
    AS_LETTER,
    AS_MARK,
    AS_NAME,
    AS_OFFICE,
    AS_OPENING,
    BEFORE_NAME,
    BREAK,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    LEANING,
    OPEN,
    OTHER,
    PAREN,
    STOP,
    STRAIGHT,
    UNPAREN,
    WORD,
    Word,
    bare,
    stem,
    with_pronouns,
    without_clitic,
)
from quotetrack.text import fold

_MARKS: Final = {
    "\n": BREAK,
    ".": STOP,
    "!": STOP,
    "?": STOP,
    "؟": STOP,
    "…": STOP,
    "،": COMMA,
    ",": COMMA,
    "؛": COMMA,
    ";": COMMA,
    ":": COLON,
    "«": OPEN,
    "“": OPEN,
    "‹": OPEN,
    "﴿": OPEN,
    "„": OPEN,
    "»": CLOSE,
    "”": CLOSE,
    "›": CLOSE,
    "﴾": CLOSE,
    "‘": OPEN,
    "‚": OPEN,
    "’": CLOSE,
    '"': STRAIGHT,
    "'": STRAIGHT,
    "''": STRAIGHT,
    "'''''": STRAIGHT,
    "″": STRAIGHT,
    "‟": STRAIGHT,
    "(": PAREN,
    "[": PAREN,
    "{": PAREN,
    ")": UNPAREN,
    "]": UNPAREN,
    "}": UNPAREN,
    "|": DASH,
    "-": DASH,
    "–": DASH,
    "—": DASH,
    "&#34;": STRAIGHT,
    "&quot;": STRAIGHT,
    "＂": STRAIGHT,
    "〝": STRAIGHT,
    "〞": STRAIGHT,
}
_AL_NAMES: Final = ("أل", "إل", "آل")
_TATWEEL: Final = "ـ"
_ALI: Final = "علي"
_THAT_NOT: Final = ("ألا", "بألا")
_NO_NAMES: Final = ("الآن", "الان", "يمني")
"""What folds like a name (ألان، يمنى)."""
_NO_ADVERBS: Final = (_ALI, "إمام", "وإمام", *ALAN)
"""What folds like an adverb and is a preposition, a noun or a name."""
_DAMMA: Final = "\u064f"
_TA: Final = "ة"
_PASSIVE: Final = re.compile("[وف]?\\w\u064f\\w")
_AND: Final = "و"
_AND_BELOW: Final = "وإ"
_AND_ABOVE: Final = ("وأ", "وإ", "وآ")
_SHORTEST_FOREIGN: Final = 3
_SHORTEST_ADDED: Final = 4
_LIMIT: Final = 200_000
"""How many words are kept at the most."""
_MADDA: Final = "آ"


class Vocabulary(dict[str, Word]):
    """Interns words against a lexicon. One vocabulary serves all articles of a process."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        words = lexicon.words
        self._complementisers = words["complementisers"]
        self._adverbials = words["adverbials"] | words["adverbs"] | words["days"]
        self._prepositions = words["prepositions"]
        self._relatives, self._pronouns = words["relatives"], words["pronouns"]
        self._before, self._heads = words["before"], words["heads"]
        self._naming, self._kin, self._given = words["naming"], words["kin"], words["given"]
        self._nouns_too, self._verbs_too = words["also_nouns"], words["past_too"]
        self._begins_with_w = words["begins_with_w"] | with_pronouns(words["begins_with_w"])
        self._in_lam, self._letters = words["in_lam"], words["letters"]
        self.initials = _dotted(words["initials"])
        """Matches letters with dots between them, and what leans on the first."""
        self._particles = words["particles_in_names"]
        self.names_alike, self.eulogies = words["names_alike"], words["eulogies"]
        self.guardians = words["guardians"]
        self._known = _known(lexicon)
        self._cue_forms, self._verbs = CueForms(lexicon, self._known), Verbs(lexicon, self._known)
        self._nouns, self._strange = NounFlags(lexicon), StrangeWords(lexicon)
        self._names: dict[str, Word] = {}
        rules = words["according_rules.with_verb"], words["according_rules.with_ma"]
        self._signals = words["withholding"] | words["jussive"] | words["interrogatives"]
        self._signals |= words["pronoun_subjects"] | words["contrast"] | words["also"] | words["new_clause"]
        self._signals |= words["meanwhile"] | {"ما", "وذلك"}
        self._signals |= words["bare_speech_behind"] | words["bare_speech_apart"]
        self._signals |= words["when_asked"] | {"ردا"}
        owned = with_pronouns(words["according_rules.owned"])
        self._openings, self._before_verbs = lexicon.phrases.keys(), rules[0] | rules[1] | owned

    def __missing__(self, raw: str) -> Word:
        if len(self) > _LIMIT:
            self.clear()
            self._names.clear()
        word = self[raw] = self._completed(self._look_up(raw))
        return word

    def _completed(self, word: Word) -> Word:
        word.noun = self._nouns.flags(word)
        word.named = self._strange.flags(word)
        word.opening = self._opening(word)
        word.signal = self._is_signal(word)
        word.sought = _sought(word) | (AS_LETTER if word.fold in self._letters else 0)
        return word

    def name(self, word: Word) -> Word:
        """The word as a name, whatever verb it is spelt like (أبو طالب)."""
        name = self._names.get(word.raw)
        if name is None:
            name = self._names[word.raw] = self.noun(word, given=True)
        return name

    def noun(self, word: Word, *, given: bool = False) -> Word:
        """The word as a noun, whatever verb it is spelt like (ولي أمر)."""
        noun = Word(word.raw, word.fold, WORD, base=word.fold, given=given)
        noun.stem = stem(word.fold)
        return self._completed(noun)

    def _is_signal(self, word: Word) -> bool:
        return (
            word.kind != WORD
            or word.complementiser
            or word.relative
            or word.preposition
            or bool(word.cues or word.opening)
            or word.base in self._signals
            or word.fold in self._signals
        )

    def _opening(self, word: Word) -> str:
        """As which folded word, without و or ف, the word may open a source phrase; empty if it cannot."""
        base = word.base if word.base in self._openings else word.fold
        if base not in self._openings and word.fold[:1] in ADDING:
            rest = word.fold[1:]
            base = rest if rest in self._openings or rest in self._before_verbs else base
        return base if base in self._openings or base in self._before_verbs else ""

    def _look_up(self, raw: str) -> Word:
        if (kind := _mark(raw)) is not None:
            return Word(raw, raw, kind)
        folded = fold(raw)
        if not folded or not folded[0].isalnum():
            return Word(raw, folded, OTHER)
        word = self._read(raw, folded)
        self._add_particle(word)
        self._add_noun(word)
        return word

    def _read(self, raw: str, folded: str) -> Word:
        """The word with its base, the cues that it may be, and whether it is a verb."""
        read = self._cue_forms.read(folded, raw)
        cues, base, joined = read.forms, read.base, read.joined
        if raw.endswith(_TA):
            cues = tuple([form for form in cues if not form.suffix])  # طلبة, which folds like طلبه
        if self._is_added(folded, raw, cues=bool(cues)):
            base, joined = folded[1:], True
        if raw.endswith(_TA) and base in self._pronouns:
            base, joined = folded, False  # فلة, which folds like فله
        verb = self._verbs.is_future(base) or (not cues and self._verbs.is_listed(folded, base))
        if not (cues or verb) and self._verbs.is_added(folded, base):
            base, joined, verb = base[1:], True, True
        verb = verb or (not cues and self._verbs.has_object(folded, base, raw))
        verb = verb and not raw.endswith(ACCUSATIVE)  # وفداً
        unknown = folded not in self._known and folded not in self._given
        return Word(
            raw=raw,
            fold=folded,
            kind=WORD,
            base=base,
            joined=joined,
            cues=cues,
            object=read.object,
            finite=bool(cues) and any(c.form is Form.PAST or c.form is Form.PRESENT for c in cues),
            verbal=verb or (unknown and looks_verbal(base)),
            verb_too=base in self._verbs_too or (base[0] in ADDING and base[1:] in self._verbs_too),
            noun_too=base in self._nouns_too or (bool(cues) and any(c.form is Form.NOUN for c in cues)),
            passive=_DAMMA in raw and _PASSIVE.match(raw) is not None,
            stem=stem(base or folded),
        )

    def _is_added(self, folded: str, raw: str, *, cues: bool) -> bool:
        """Whether the first letter is و or ف before a known word, or a title with its article (والمساعد)."""
        if raw.startswith(_AND_BELOW) and folded[1:] in self._prepositions:
            return True  # وإلى, which folds like والي
        if cues or folded in self._known or folded[0] not in ADDING:
            return False
        noun = folded[1:]
        return noun in self._known or (noun.startswith("ال") and noun[2:] in self._heads)

    def _add_particle(self, word: Word) -> None:
        """Add whether the word opens, joins or places what stands around it."""
        raw, folded, base = word.raw, word.fold, word.base
        anna = raw[0] == _MADDA and folded in self._given  # آنا, which folds like أنا
        word.complementiser = (folded in self._complementisers and not anna) or raw in _THAT_NOT
        adverbial = folded in self._adverbials or base in self._adverbials
        word.adverbial = adverbial and raw not in _NO_ADVERBS
        word.look_alike = word.finite and word.adverbial and SHADDA not in raw
        word.preposition = base in self._prepositions and raw != _ALI
        word.relative = base in self._relatives
        word.pronoun = folded in self._pronouns

    def _add_noun(self, word: Word) -> None:
        """Add what the word is before a name, in one, or as one."""
        raw, folded, base = word.raw, word.fold, word.base
        word.definite = folded.startswith("ال") and raw[:2] not in _AL_NAMES
        word.title = base in self._before
        word.head = base in self._heads or (base.startswith("ال") and base[2:] in self._heads)
        word.leaned = self._leans_on_title(word)
        word.naming = base in self._naming or base.removeprefix("ال") in self._naming
        given = folded in self._given and raw not in _NO_NAMES
        word.given = given and (base not in self._prepositions or raw == _ALI)
        added = folded[0] == _AND and len(folded) > _SHORTEST_ADDED and folded[1:] in self._given
        word.given_added = added and not (word.given or word.cues or folded in self._known)
        word.kin = folded in self._kin or base in self._kin
        word.adds = folded[0] == _AND and (word.joined or not self._has_own_w(word))
        foreign = (  # ويتكوف: a name, no conjunction
            folded[0] == _AND
            and len(folded) > _SHORTEST_FOREIGN
            and not word.joined
            and folded not in self._known
        )
        word.surname_too = bool(word.cues) or word.verbal or foreign or raw in self._particles

    def _has_own_w(self, word: Word) -> bool:
        """Whether the word is known to begin with a و of its own (وزارة، وليد، واشنطن، وضعهم)."""
        folded = word.fold
        if word.raw.startswith(_AND_ABOVE):
            return False  # وأحد, which folds like واحد
        known = folded in self._known or folded in self._begins_with_w or folded in self.lexicon.places
        return known or word.given or folded.removesuffix("ا") in self._begins_with_w

    def _leans_on_title(self, word: Word) -> bool:
        folded = word.fold
        if folded[0] not in LEANING or word.cues or word.adverbial or folded in self._given:
            return False
        noun = without_clitic(folded, self._in_lam)
        return noun in self._before or noun in self._heads or bare(noun) in self._heads


def _dotted(initials: Iterable[str]) -> re.Pattern[str]:
    """A pattern of at least two of the folded names of letters with dots between them."""
    one = "|".join(sorted(map(re.escape, initials), key=len, reverse=True)).replace("ا", "[اأإآ]")
    return re.compile(f"(?<!\\w)[{''.join((*ADDING, *LEANING))}]?(?:{one})(?:\\.(?:{one}))+(?!\\w)")


def _known(lexicon: Lexicon) -> frozenset[str]:
    """The words that are what they are listed as, whatever else their letters spell."""
    words = lexicon.words
    lists = (
        "complementisers", "adverbials", "adverbs", "days", "prepositions", "relatives",
        "before", "heads", "naming", "common", "occasions", "contrast", "alone", "others",
    )  # fmt: skip
    return frozenset(lexicon.kinds).union(*(words[name] for name in lists))


def _mark(raw: str) -> int | None:
    """Which kind of mark it is, or None where it is a word."""
    if (kind := _MARKS.get(raw)) is not None:
        return kind
    if raw.startswith(".."):
        return STOP
    return DASH if raw.startswith("--") or not raw.strip(_TATWEEL) else None


def _sought(word: Word) -> int:
    """As what the word is looked for in an article."""
    titled = word.title or word.head
    return (
        (AS_MARK if word.kind != WORD else 0)
        | (AS_NAME if word.surname_too else 0)
        | (AS_OPENING if word.opening else 0)
        | (AS_OFFICE if titled or word.leaned else 0)
        | (BEFORE_NAME if titled or word.given or word.given_added or word.finite else 0)
    )
