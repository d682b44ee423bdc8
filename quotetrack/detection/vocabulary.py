"""The words of all articles, each looked up in the lexicon once."""

from __future__ import annotations

import re

from quotetrack.detection.lexicon import SHADDA, CueForm, Form, Lexicon
from quotetrack.detection.noun_flags import NounFlags
from quotetrack.detection.records import Number
from quotetrack.detection.words import (
    ACCUSATIVE,
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
    may_be_masdar,
    stem,
    without_clitic,
)
from quotetrack.text import fold

_MARKS = {
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
    '"': STRAIGHT,
    "‟": STRAIGHT,
    "(": PAREN,
    "[": PAREN,
    "{": PAREN,
    ")": UNPAREN,
    "]": UNPAREN,
    "}": UNPAREN,
    "-": DASH,
    "–": DASH,
    "—": DASH,
    "&#34;": STRAIGHT,
    "&quot;": STRAIGHT,
    "＂": STRAIGHT,
    "〝": STRAIGHT,
    "〞": STRAIGHT,
}
_AL_NAMES = ("أل", "إل", "آل")
_TATWEEL = "ـ"
_HAMZA, _BELOW, _ALEF = "أ", "إ", "ا"
_HAMZAS = "أإآؤئء"
_ALI = "علي"
_IMAMS = ("إمام", "وإمام")
_DAMMA = "\u064f"
_PASSIVE = re.compile("[وف]?\\w\u064f\\w")
_PROCLITICS = ("و", "ف")
_AND = "و"
_SHORTEST_FOREIGN = 3
_MADDA = "آ"
_HERS = "ت"  # ورفعت الوزارة: no name behind a conjunction
_HIS = "ه"
_FUTURE, _PRESENT = "س", "يتن"
_AND_BELOW = "وإ"
_IN_ORDER = ("لي", "لت")
"""How the subjunctive of a third person begins (ليردف متأسفا)."""
_THIRD = ("ه", "ها", "هم")
_OBJECTS = ("هما", "ها", "هم", "نا", "ني", "ه")
_ENDINGS = ("ون", "ين", "ان", "وا")
_SHORTEST_IMPERFECT, _STEM = 3, 5
"""The most letters of an imperfect without ending and pronoun, one more in ت."""


class Vocabulary(dict[str, Word]):
    """Interns words against a lexicon. One vocabulary serves all articles of a process."""

    _LIMIT = 200_000

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        words = lexicon.words
        self._complementisers = words["complementisers"]
        self._adverbials = words["adverbials"] | words["days"]
        self._prepositions = words["prepositions"]
        self._relatives, self._pronouns = words["relatives"], words["pronouns"]
        self._before, self._heads = words["before"], words["heads"]
        self._naming, self._kin = words["naming"], words["kin"]
        self._never = words["never_cues"]
        self._given, self._nouns_too = words["given"], words["also_nouns"]
        self._known = self._adverbials | self._prepositions | self._relatives | self._before | self._heads
        self._known |= words["common"]
        self.names_alike, self._letters = words["names_alike"], words["letters"]
        self._particles = words["particles_in_names"]
        self.eulogies = words["eulogies"]
        self._known |= (
            self._complementisers
            | self._naming
            | lexicon.kinds.keys()
            | words["occasions"]
            | words["contrast"]
        )
        self._verbs = lexicon.verbs - self._known - self._given
        self._ordinary = words["ordinary"] | words["mute"]
        self._verbs_too, self._being = words["past_too"], words["being"]
        self._nouns = NounFlags(lexicon)
        self._purposes, self._in_lam = words["purposes"], words["in_lam"]
        self._names: dict[str, Word] = {}
        rules = words["according_rules.with_verb"], words["according_rules.with_ma"]
        self._signals = words["withholding"] | words["jussive"] | words["interrogatives"]
        self._signals |= words["pronoun_subjects"] | words["also"] | words["new_clause"]
        self._signals |= words["meanwhile"] | {"ما", "وذلك"}
        self._openings, self._before_verbs = lexicon.phrases.keys(), rules[0] | rules[1]

    def __missing__(self, raw: str) -> Word:
        if len(self) > self._LIMIT:
            self.clear()
            self._names.clear()
        word = self[raw] = self._completed(self._look_up(raw))
        return word

    def _completed(self, word: Word) -> Word:
        word.noun = self._nouns.flags(word)
        word.opening = self._opening(word)
        word.signal = self._is_signal(word)
        word.sought = _sought(word) | (AS_LETTER if word.fold in self._letters else 0)
        return word

    def name(self, word: Word) -> Word:
        """The word as a name, whatever verb it is spelt like (أبو طالب)."""
        name = self._names.get(word.raw)
        if name is None:
            name = Word(word.raw, word.fold, WORD, base=word.fold, given=True)
            name.stem = stem(word.fold)
            self._names[word.raw] = self._completed(name)
        return name

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
        if base not in self._openings and word.fold[:1] in _PROCLITICS:
            rest = word.fold[1:]
            base = rest if rest in self._openings or rest in self._before_verbs else base
        return base if base in self._openings or base in self._before_verbs else ""

    def _look_up(self, raw: str) -> Word:
        if (kind := _MARKS.get(raw)) is not None:
            return Word(raw, raw, kind)
        if raw.startswith(".."):
            return Word(raw, raw, STOP)
        if raw.startswith("--") or not raw.strip(_TATWEEL):
            return Word(raw, raw, DASH)
        folded = fold(raw)
        if not folded or not folded[0].isalnum():
            return Word(raw, folded, OTHER)
        cues, base, joined, suffixed = self._cues(folded, raw)
        if SHADDA in raw and (found := self._doubled(folded)) is not None:
            cues = found[0] + cues
            base, joined = (base, joined) if len(cues) > len(found[0]) else found[1:]
        if raw.endswith(ACCUSATIVE):  # ردّاً على: no verb
            cues = tuple(c for c in cues if c.form is Form.PARTICIPLE or c.form is Form.NOUN)
        elif raw.endswith(_HIS) and any(c.form is not Form.PARTICIPLE for c in cues):
            cues = tuple(c for c in cues if c.form is not Form.PARTICIPLE)  # أسفه is his regret; لافته she
        if not cues and folded not in self._known and folded[0] in _PROCLITICS and self._adds(folded[1:]):
            base, joined = folded[1:], True
        if raw.startswith(_AND_BELOW) and folded[1:] in self._prepositions:
            base, joined = folded[1:], True  # وإلى, which folds like والي
        will = base[1:] if base[0] == _FUTURE else base
        verb = not cues and folded not in self._kin and (base in self._verbs or will in self._verbs)
        known = will in self._being or will in self._ordinary  # سيكون، سيصادق
        verb = verb or (will != base and will[:1] in _PRESENT and known)
        names = folded in self._given or folded in self._kin  # فيصل، بنت
        if not (cues or verb or names) and base[0] in _PROCLITICS and base[1:] in self._verbs:
            base, joined, verb = base[1:], True, True
        verb = verb or (not (cues or names) and folded not in self._known and self._takes_object(base, raw))
        verb = verb and not raw.endswith(ACCUSATIVE)  # وفداً
        finite = bool(cues) and any(c.form is Form.PAST or c.form is Form.PRESENT for c in cues)
        verbal = verb or (folded not in self._known and folded not in self._given and _looks_verbal(base))
        foreign = (  # ويتكوف: a name, no conjunction
            folded[0] == _AND and len(folded) > _SHORTEST_FOREIGN and not joined and folded not in self._known
        )
        anna = raw[0] == _MADDA and folded in self._given  # آنا, which folds like أنا
        adverbial = (folded in self._adverbials or base in self._adverbials) and raw not in (_ALI, *_IMAMS)
        return Word(
            raw=raw,
            fold=folded,
            kind=WORD,
            base=base,
            joined=joined,
            cues=cues,
            object=suffixed,
            complementiser=(folded in self._complementisers and not anna) or raw == "ألا",
            adverbial=adverbial,
            preposition=base in self._prepositions and raw != _ALI,
            relative=base in self._relatives,
            pronoun=folded in self._pronouns,
            title=base in self._before,
            head=base in self._heads or (base.startswith("ال") and base[2:] in self._heads),
            naming=base in self._naming or base.removeprefix("ال") in self._naming,
            leaned=self._leans_on_title(folded, cues=bool(cues), adverbial=adverbial),
            given=folded in self._given and (base not in self._prepositions or raw == _ALI),
            kin=folded in self._kin or base in self._kin,
            finite=finite,
            stem=stem(base or folded),
            look_alike=finite and adverbial and SHADDA not in raw,
            definite=folded.startswith("ال") and raw[:2] not in _AL_NAMES,
            passive=_DAMMA in raw and _PASSIVE.match(raw) is not None,
            noun_too=base in self._nouns_too or (bool(cues) and any(c.form is Form.NOUN for c in cues)),
            verbal=verbal,
            surname_too=bool(cues) or verbal or foreign or raw in self._particles,
            verb_too=base in self._verbs_too or (base[0] in _PROCLITICS and base[1:] in self._verbs_too),
        )

    def _doubled(self, folded: str) -> tuple[tuple[CueForm, ...], str, bool] | None:
        """The forms of the verbs that only a written shadda tells (وعدّ), with the word's base and its و."""
        for base, joined in ((folded, False), (folded[1:], True)):
            if (not joined or folded[0] in _PROCLITICS) and (forms := self.lexicon.doubled.get(base)):
                return forms, base, joined
        return None

    def _takes_object(self, base: str, raw: str) -> bool:
        """Whether the word is a listed verb with its object (أجرته، زرعها)."""
        if raw[-1] == "ة" or not base.endswith(_THIRD) or may_be_masdar(base):  # استقالته
            return False
        for pronoun in _THIRD:
            verb = base.removesuffix(pronoun)
            sure = verb.endswith("ت") or pronoun != "ه"  # زرعها، أجرته, but عمله is his work
            if verb != base and sure and verb in self._verbs:
                return True
        return False

    def _adds(self, noun: str) -> bool:
        """Whether what is left without و or ف is a known word, or a title with its article (والمساعد)."""
        return noun in self._known or (noun.startswith("ال") and noun[2:] in self._heads)

    def _leans_on_title(self, folded: str, *, cues: bool, adverbial: bool) -> bool:
        if folded[0] not in LEANING or cues or adverbial or folded in self._given:
            return False
        noun = without_clitic(folded, self._in_lam)
        return noun in self._before or noun in self._heads or bare(noun) in self._heads

    def _cues(self, folded: str, raw: str) -> tuple[tuple[CueForm, ...], str, bool, bool]:
        forms = self.lexicon.forms
        if folded in self._complementisers or folded in self._never:
            return (), folded, False, False
        if folded in self._known and folded not in forms:
            return (), folded, False, False
        options = [(folded, False)]
        if folded[0] in _PROCLITICS:
            options.append((folded[1:], True))
        for base, joined in options:
            if base in self._purposes:
                return _only(forms[base[2:]], Form.NOUN), base, joined, False
            if base in self._given and base not in self._nouns_too and not (joined and base[-1] == _HERS):
                break
            if found := _by_hamza(forms.get(base, ()), raw):
                if not joined and len(options) > 1 and all(c.cue.within for c in found):
                    found += forms.get(base[1:], ())  # وردت الوزارة بأن, as ورد في البيان
                if all(c.suffix for c in found) and (verb := self._with_object(base, raw)):
                    return verb + found, base, joined, True
                return found, base, joined, False
        for base, joined in options:
            if base[:1] == "س" and (found := _only(forms.get(base[1:], ()), Form.PRESENT)):
                return found, base, joined, False
            in_order = base[:2] in _IN_ORDER and base[1:] not in self._nouns_too
            if in_order and (found := _only(forms.get(base[1:], ()), Form.PRESENT)):
                return found, base, joined, False
            if base[:1] in "لب" and (found := _only(forms.get(base[1:], ()), Form.NOUN)):
                return found, base, joined, False
            if verb := self._with_object(base, raw):
                return verb, base, joined, True
        return (), folded, False, False

    def _with_object(self, base: str, raw: str) -> tuple[CueForm, ...]:
        """The finite forms that `base` is with an object pronoun behind it (وصفه، نقلته)."""
        if raw[-1] == "ة" or not base.endswith(_OBJECTS):
            return ()
        forms = self.lexicon.forms
        for suffix in _OBJECTS:
            if len(base) > len(suffix) + 2 and base.endswith(suffix):
                bare_verb = base[: -len(suffix)]
                found = forms.get(bare_verb, ())
                if not found and bare_verb.endswith("و"):
                    found = forms.get(bare_verb + "ا", ())
                if not found and bare_verb.endswith("ا"):  # سماه، أسماهم
                    found = forms.get(bare_verb[:-1] + "ي", ())
                finite = _only(found, Form.PAST) + _only(found, Form.PRESENT)
                finite = _by_hamza(finite, raw)  # إفادته: his statement, not أفادته
                if finite := tuple(c for c in finite if c.number is not Number.DUAL and c.person == 3):
                    return finite
        return ()


def _sought(word: Word) -> int:
    """As what the word is looked for in an article."""
    titled = word.title or word.head
    return (
        (AS_MARK if word.kind != WORD else 0)
        | (AS_NAME if word.surname_too else 0)
        | (AS_OPENING if word.opening else 0)
        | (AS_OFFICE if titled or word.leaned else 0)
        | (BEFORE_NAME if titled or word.given or word.finite else 0)
    )


def _looks_verbal(fold: str) -> bool:
    """Whether an unknown word has the shape of a finite verb (يزور، عرضت، استقبل)."""
    if len(fold) < 4 or fold.startswith("ال"):
        return False
    if fold[0] == "ي":
        return _is_imperfect(fold)
    if fold[-1] == "ت" and fold[-2] not in "اوي":
        return True
    return fold.startswith("است") and len(fold) == 6 and fold[4] != "ا"


def _is_imperfect(fold: str) -> bool:
    """Whether a word in ي is no longer than an imperfect: six letters of a form in ت, otherwise five.

    What is longer without an ending or a pronoun is a foreign name (يوفنتوس، يورغنسن).
    """
    for endings in (_OBJECTS, _ENDINGS):
        long = (e for e in endings if fold.endswith(e) and len(fold) > _SHORTEST_IMPERFECT + len(e))
        fold = fold.removesuffix(next(long, ""))
    return len(fold) <= _STEM or (len(fold) == _STEM + 1 and "ت" in fold[1:3])


def _by_hamza(forms: tuple[CueForm, ...], raw: str) -> tuple[CueForm, ...]:
    """The forms without the past where the spelling tells it from the first person: أعتقد is «I think»."""
    if not forms:
        return forms
    if not any(letter in _HAMZAS for letter in raw):  # رايت is a name, رأيت is «I saw»
        forms = tuple(f for f in forms if f.person != 1 or _HAMZA not in f.cue.lemma[1:])
    if _BELOW in (raw[:1], raw[1:2]):  # إبان: «during», not أبان
        return tuple(f for f in forms if f.form is not Form.PAST or f.cue.lemma[0] != _HAMZA)
    if raw[:1] != _HAMZA and raw[1:2] != _HAMZA:
        return forms
    return tuple(f for f in forms if f.form is not Form.PAST or f.cue.lemma[0] != _ALEF) or forms


def _only(forms: tuple[CueForm, ...], form: Form) -> tuple[CueForm, ...]:
    return tuple(f for f in forms if f.form is form)
