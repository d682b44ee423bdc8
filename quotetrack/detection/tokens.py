"""An article cut into tokens, its sentences and its quotations.

Every distinct word is folded and looked up once and then shared (`Word`), so that the cost of an
article is that of cutting it. Token numbers, not offsets, are what the rules count in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from quotetrack.detection.lexicon import CueForm, Form, Lexicon
from quotetrack.detection.records import Number, Span
from quotetrack.text import fold

_TOKEN = re.compile(
    "[^\\W_](?:[^\\W_]|[\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u200c-\u200f]|[.,:/٫](?=[0-9\u0660-\u0669])"
    "|(?<=[0-9\u0660-\u0669])[%٪]|(?<=[A-Za-z0-9])[.@/:_-](?=[A-Za-z0-9]))*"
    "|\n|\\.{2,}|--+|&(?:#34|quot);|[^\\s\\w\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)

WORD, STOP, COMMA, COLON, OPEN, CLOSE, STRAIGHT, PAREN, UNPAREN, DASH, BREAK, OTHER = range(12)
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
_LEAN_LEFT = frozenset((PAREN, OPEN, COLON, DASH))
_LEAN_RIGHT = frozenset((UNPAREN, CLOSE, STOP, COMMA, COLON, DASH, BREAK))
_AL_NAMES = ("أل", "إل", "آل")
_HAMZA, _ALEF = "أ", "ا"
_DEEPEST = 4
"""How many quotations may stand in one another; deeper marks are slips."""
_LONGEST_VERSE = 150
_ABBREVIATION = 2
"""The longest part of an abbreviation that a dot divides (إتش.بي)."""
SHADDA = "\u0651"
_ON, _ALI = "على", "علي"
_IMAMS = ("إمام", "وإمام")
_PASSIVE = re.compile("[وف]?\\w\u064f\\w")
_PROCLITICS = ("و", "ف")
LEANING = ("ل", "ب", "ك")
"""Prepositions that are written with the noun on which they lean."""
_HIS = "ه"
_FUTURE = "س"
_AND = "و"
ACCUSATIVE = ("اً", "ًا")
"""How an indefinite accusative ends where the text vocalises it."""


@dataclass(slots=True)
class Word:
    """One spelling and all that the lexicon knows of it.

    `base` is the folded word without a conjunction (و، ف) that stands before a known word;
    `joined` says whether one was there. `cues` are the cue forms that it may be.
    """

    raw: str
    fold: str
    kind: int
    base: str = ""
    joined: bool = False
    cues: tuple[CueForm, ...] = ()
    object: bool = False
    complementiser: bool = False
    adverbial: bool = False
    preposition: bool = False
    relative: bool = False
    pronoun: bool = False
    """A preposition with its pronoun (به، منها)."""
    title: bool = False
    head: bool = False
    leaned: bool = False
    """A title on which a preposition leans (بوزير)."""
    naming: bool = False
    given: bool = False
    finite: bool = False
    verbal: bool = False
    """A verb, as a list or its shape tells."""
    verb_too: bool = False
    """Spelt like a verb and like a noun (تقدم, بحث)."""
    stem: str = ""
    noun_too: bool = False
    look_alike: bool = False
    """Spelt like an adverb or a preposition (عبر، عقب), with no shadda to tell the verb."""
    definite: bool = False
    passive: bool = False


class Vocabulary:
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
        self._naming = words["naming"]
        self._never = words["never_cues"]
        self._given, self._nouns_too = words["given"], words["also_nouns"]
        self._known = self._adverbials | self._prepositions | self._relatives | self._before | self._heads
        self._known |= words["common"]
        self.eulogies = words["eulogies"]
        self._known |= (
            self._complementisers
            | self._naming
            | lexicon.kinds.keys()
            | words["occasions"]
            | words["contrast"]
        )
        self._verbs = lexicon.verbs - self._known - self._given
        self._verbs_too = words["past_too"]
        self._words: dict[str, Word] = {}

    def __getitem__(self, raw: str) -> Word:
        word = self._words.get(raw)
        if word is None:
            if len(self._words) > self._LIMIT:
                self._words.clear()
            word = self._words[raw] = self._look_up(raw)
        return word

    def _look_up(self, raw: str) -> Word:
        if (kind := _MARKS.get(raw)) is not None:
            return Word(raw, raw, kind)
        if raw.startswith(".."):
            return Word(raw, raw, STOP)
        if raw.startswith("--"):
            return Word(raw, raw, DASH)
        folded = fold(raw)
        if not folded or not folded[0].isalnum():
            return Word(raw, folded, OTHER)
        cues, base, joined, suffixed = self._cues(folded, raw)
        if raw.endswith(ACCUSATIVE):  # ردّاً على: no verb
            cues = tuple(c for c in cues if c.form is Form.PARTICIPLE or c.form is Form.NOUN)
        elif raw.endswith(_HIS):  # أسفه is his regret, آسفة she who regrets
            cues = tuple(c for c in cues if c.form is not Form.PARTICIPLE)
        if not cues and folded not in self._known and folded[0] in _PROCLITICS and folded[1:] in self._known:
            base, joined = folded[1:], True
        verb = not cues and (base in self._verbs or (base[0] == _FUTURE and base[1:] in self._verbs))
        if not cues and not verb and base[0] in _PROCLITICS and base[1:] in self._verbs:
            base, joined, verb = base[1:], True, True
        finite = any(c.form is Form.PAST or c.form is Form.PRESENT for c in cues)
        adverbial = (folded in self._adverbials or base in self._adverbials) and raw not in (_ALI, *_IMAMS)
        return Word(
            raw=raw,
            fold=folded,
            kind=WORD,
            base=base,
            joined=joined,
            cues=cues,
            object=suffixed,
            complementiser=folded in self._complementisers or raw == "ألا",
            adverbial=adverbial,
            preposition=base in self._prepositions and raw != _ALI,
            relative=base in self._relatives,
            pronoun=folded in self._pronouns,
            title=base in self._before,
            head=base in self._heads or (folded.startswith("ال") and base[2:] in self._heads),
            naming=base in self._naming or base.removeprefix("ال") in self._naming,
            leaned=self._leans_on_title(folded, cues=bool(cues), adverbial=adverbial),
            given=folded in self._given and (base not in self._prepositions or raw == _ALI),
            finite=finite,
            stem=stem(base or folded),
            look_alike=finite and adverbial and SHADDA not in raw,
            definite=folded.startswith("ال") and raw[:2] not in _AL_NAMES,
            passive=_PASSIVE.match(raw) is not None,
            noun_too=base in self._nouns_too or any(c.form is Form.NOUN for c in cues),
            verbal=verb or (folded not in self._known and folded not in self._given and _looks_verbal(base)),
            verb_too=base in self._verbs_too or (base[0] in _PROCLITICS and base[1:] in self._verbs_too),
        )

    def _leans_on_title(self, folded: str, *, cues: bool, adverbial: bool) -> bool:
        if folded[0] not in LEANING or cues or adverbial or folded in self._given:
            return False
        noun = without_clitic(folded)
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
            if base in self._given and base not in self._nouns_too:
                break
            if found := _by_hamza(forms.get(base, ()), raw):
                if all(c.suffix for c in found) and (verb := self._with_object(base, raw)):
                    return verb + found, base, joined, True
                return found, base, joined, False
        for base, joined in options:
            if base[:1] == "س" and (found := _only(forms.get(base[1:], ()), Form.PRESENT)):
                return found, base, joined, False
            if base[:1] in "لب" and (found := _only(forms.get(base[1:], ()), Form.NOUN)):
                return found, base, joined, False
            if verb := self._with_object(base, raw):
                return verb, base, joined, True
        return (), folded, False, False

    def _with_object(self, base: str, raw: str) -> tuple[CueForm, ...]:
        """The finite forms that `base` is with an object pronoun behind it (وصفه، نقلته)."""
        forms = self.lexicon.forms
        for suffix in ("هما", "ها", "هم", "نا", "ني", "ه"):
            if len(base) > len(suffix) + 2 and base.endswith(suffix) and raw[-1] != "ة":
                bare_verb = base[: -len(suffix)]
                found = forms.get(bare_verb, ())
                if not found and bare_verb.endswith("و"):
                    found = forms.get(bare_verb + "ا", ())
                if not found and bare_verb.endswith("ا"):  # سماه، أسماهم
                    found = forms.get(bare_verb[:-1] + "ي", ())
                finite = _only(found, Form.PAST) + _only(found, Form.PRESENT)
                if finite := tuple(c for c in finite if c.number is not Number.DUAL and c.person == 3):
                    return finite
        return ()


def without_clitic(fold: str) -> str:
    """A folded noun without the و that adds it or the preposition that leans on it."""
    if fold.startswith("لل"):
        return "ال" + fold[2:]
    if fold.startswith("و") and len(fold) > 3:
        return fold[1:]
    return fold[1:] if fold.startswith(LEANING) and len(fold) > 2 else fold


def bare(fold: str) -> str:
    """A folded noun without the article."""
    return fold[2:] if fold.startswith("ال") and len(fold) > 4 else fold


def stem(fold: str) -> str:
    """A folded noun or adjective without article and feminine ending: الأميركية and أميركي are one."""
    fold = bare(fold)
    if fold.endswith("يه") and len(fold) > 4:
        return fold[:-1]
    return fold[:-1] if fold.endswith("ا") and len(fold) > 4 else fold


@lru_cache(50_000)
def light(fold: str) -> str:
    """A folded noun or adjective by what it shares with its kin: روسيا، الروسي and روسية are one.

    A light stem (Larkey, Ballesteros and Connell 2002): article and common endings off, no root.
    """
    for article in ("ال", "لل"):
        if fold.startswith(article) and len(fold) > 4:
            fold = fold[2:]
            break
    for _ in range(2):
        for ending in ("يا", "يه", "ات", "ون", "ين", "ي", "ه", "ا"):
            if fold.endswith(ending) and len(fold) - len(ending) >= 3:
                fold = fold[: -len(ending)]
                break
    return fold


def is_masdar(fold: str) -> bool:
    """Whether a folded word without article has the shape of a verbal noun of form II (تشغيل، تعزيز)."""
    return len(fold) == 5 and fold[0] == "ت" and fold[3] == "ي" and fold[4] != "ه"


_MASDAR = re.compile("(?:ت..ي.|ا..ا.|ا...ا.|است..ا.|است.ا.ه|ا.ا.ه|م.ا..ه|ت.ا..|ت...)(?:ه|ها|هم)?")


@lru_cache(50_000)
def may_be_masdar(fold: str) -> bool:
    """Whether a folded noun may be a verbal noun by its shape, with article or pronoun (الانسحاب، توصله)."""
    return _MASDAR.fullmatch(bare(fold)) is not None


def _looks_verbal(fold: str) -> bool:
    """Whether an unknown word has the shape of a finite verb (يزور، عرضت، استقبل)."""
    if len(fold) < 4 or fold.startswith("ال"):
        return False
    if fold[0] == "ي" or (fold[-1] == "ت" and fold[-2] not in "اوي"):
        return True
    return fold.startswith("است") and len(fold) == 6 and fold[4] != "ا"


def _by_hamza(forms: tuple[CueForm, ...], raw: str) -> tuple[CueForm, ...]:
    """The forms without the past where the spelling tells it from the first person: أعتقد is «I think»."""
    if raw[:1] != _HAMZA and raw[1:2] != _HAMZA:
        return forms
    return tuple(f for f in forms if f.form is not Form.PAST or f.cue.lemma[0] != _ALEF) or forms


def _only(forms: tuple[CueForm, ...], form: Form) -> tuple[CueForm, ...]:
    return tuple(f for f in forms if f.form is form)


@dataclass(slots=True)
class Quotation:
    """A stretch between quotation marks: the tokens of the marks, the closing one included."""

    open: int
    close: int
    words: int


class Tokens:
    """The tokens of one article.

    `words[i]` stands at `starts[i]`:`ends[i]`; `sentence_ends[i]` is the first token after the
    sentence of token i; `quote_at[i]` is the quotation that opens at i, `inside[i]` the innermost
    one that token i stands in.
    """

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.text = text
        matches = list(_TOKEN.finditer(text))
        self.words = [vocabulary[m.group()] for m in matches]
        if _ON not in text and _ALI in text:  # a text that dots every final ya: علي may be the preposition
            on = vocabulary[_ON]
            self.words = [on if word.raw == _ALI else word for word in self.words]
        self.starts = [m.start() for m in matches]
        self.ends = [m.end() for m in matches]
        self.count = len(matches)
        self.quotations: list[Quotation] = []
        self.quote_at: dict[int, Quotation] = {}
        self.quote_end: dict[int, Quotation] = {}
        self.inside: dict[int, Quotation] = {}
        self.introduced: set[str] | None = None
        self._named: frozenset[str] | None = None
        self._surnames: frozenset[str] | None = None
        self.clause_stops: dict[tuple[int, int], tuple[int, bool]] = {}
        self._pair_marks(vocabulary.eulogies)
        self._cut_sentences()

    def span(self, first: int, last: int) -> Span:
        """The code points from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    @property
    def named(self) -> frozenset[str]:
        """The stems of the words behind a title, a first name or a verb of saying: names, most of them."""
        if self._named is None:
            words, found = self.words, set()
            for i, word in enumerate(words):
                if word.title or word.head or word.given or word.finite:
                    for following in words[i + 1 : i + (2 if word.finite else 4)]:
                        if following.kind != WORD or following.complementiser or following.preposition:
                            break
                        if word.finite and following.raw.endswith("ة"):
                            break  # نشرت صورة
                        found.add(following.stem)
                if word.given:
                    found.add(word.stem)
            self._named = frozenset(found)
        return self._named

    @property
    def surnames(self) -> frozenset[str]:
        """The stems of the words with an article behind a first name (سعاد الخياط)."""
        if self._surnames is None:
            words = self.words
            self._surnames = frozenset(
                words[i + step].stem
                for i, word in enumerate(words)
                if word.given
                for step in (1, 2)
                if i + step < self.count and words[i + step].definite
            )
        return self._surnames

    def _pair_marks(self, eulogies: frozenset[str]) -> None:
        """Pair quotation marks within each paragraph, and brackets behind a eulogy (قال تعالى: {…}).

        Which side of a mark its words lean on tells opening from closing, whatever its shape: the
        press writes “…”, ”…”, "…" and »…« alike. Only a mark that leans on neither side, or on
        both, is taken at its shape. A mark that finds no partner costs only its own quotation.
        """
        pending: list[int] = []
        for i, word in enumerate(self.words):
            kind = word.kind
            if kind == BREAK:
                pending.clear()
            elif OPEN <= kind <= STRAIGHT:
                if self._opens(i, kind, pending):
                    pending.append(i)
                    del pending[:-_DEEPEST]
                elif pending:
                    opener = pending.pop()
                    self._close(opener, i)
                    if kind == STRAIGHT:
                        pending.clear()
            elif kind == PAREN and (closing := self._scripture(i, eulogies)) is not None:
                self._close(i, closing)
        self.quotations.sort(key=lambda q: q.open)
        for quotation in self.quotations:
            self.quote_at[quotation.open] = quotation
            self.quote_end[quotation.close] = quotation
            for i in range(quotation.open + 1, quotation.close):
                self.inside[i] = quotation

    def _scripture(self, i: int, eulogies: frozenset[str]) -> int | None:
        """The bracket that closes what the bracket at i quotes behind a eulogy, or None."""
        before = i - 1
        if before >= 0 and self.words[before].kind in (COLON, STRAIGHT, OPEN):
            before -= 1
        if before < 0 or self.words[before].fold not in eulogies:
            return None
        for j in range(i + 1, min(i + _LONGEST_VERSE, self.count)):
            if self.words[j].kind == UNPAREN:
                return j
            if self.words[j].kind == BREAK:
                break
        return None

    def _opens(self, i: int, kind: int, pending: list[int]) -> bool:
        left = i > 0 and self.ends[i - 1] == self.starts[i] and self.words[i - 1].kind not in _LEAN_LEFT
        right = (
            i + 1 < self.count
            and self.starts[i + 1] == self.ends[i]
            and self.words[i + 1].kind not in _LEAN_RIGHT
        )
        if left and right and len(self.words[i - 1].fold) <= 2:
            return True  # a clitic: ب"الكارثية"
        if left != right:
            return right
        if kind == STRAIGHT:
            return not pending
        return kind == OPEN

    def _close(self, opener: int, close: int) -> None:
        words = sum(1 for i in range(opener + 1, close) if self.words[i].kind == WORD)
        self.quotations.append(Quotation(opener, close, words))

    def _cut_sentences(self) -> None:
        self.sentence_ends = ends = [0] * self.count
        self.sentence_starts = starts = [0] * self.count
        first = 0
        words = self.words
        for i, word in enumerate(words):
            if word.kind == BREAK or (word.kind == STOP and self._ends_sentence(i)):
                last = i + 1
                # a closing mark after the stop belongs to its sentence
                if word.kind == STOP and last in self.quote_end:
                    last += 1
                if i >= first:
                    for j in range(first, last):
                        ends[j], starts[j] = last, first
                    first = last
        for j in range(first, self.count):
            ends[j], starts[j] = self.count, first

    def _ends_sentence(self, i: int) -> bool:
        if i in self.inside and i + 1 not in self.quote_end:
            return False
        if i + 1 < self.count and self.words[i].raw == "." and self.starts[i + 1] == self.ends[i]:
            after = self.words[i + 1]
            short = (
                after.kind == WORD
                and len(after.fold) <= _ABBREVIATION
                and not (after.preposition or after.adverbial or after.complementiser)
            )
            return not (short or (self.words[i + 1].kind == WORD and self.initial(i - 1)))
        if self.words[i].raw == ".." and self._goes_on(i + 1):
            return False
        return self.words[i].raw != "." or not self.initial(i - 1)

    def _goes_on(self, i: int) -> bool:
        """Whether the word at i carries a clause on, so that two dots before it are but a pause."""
        if i >= self.count or self.words[i].kind != WORD:
            return False
        word = self.words[i]
        if word.raw[0] != _AND:
            return word.relative
        begins = word.finite or word.verbal or word.cues or word.adverbial
        return not begins or self._vocabulary[word.raw[1:]].complementiser

    def lines(self) -> list[tuple[int, int]]:
        """The ranges of the paragraphs that are not empty."""
        found, start = [], 0
        for i in range(self.count + 1):
            if i == self.count or self.words[i].kind == BREAK:
                if i > start:
                    found.append((start, i))
                start = i + 1
        return found

    def initial(self, i: int) -> bool:
        """Whether token i is a single letter, as before the dot of «د. محمد»."""
        return (
            i >= 0
            and self.words[i].kind == WORD
            and len(self.words[i].fold) == 1
            and not self.words[i].fold.isdigit()
        )
