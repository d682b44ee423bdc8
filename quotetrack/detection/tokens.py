"""An article cut into tokens, its sentences and its quotations.

Every distinct word is folded and looked up once and then shared (`Word`), so that the cost of an
article is that of cutting it. Token numbers, not offsets, are what the rules count in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quotetrack.detection.lexicon import CueForm, Form, Lexicon
from quotetrack.detection.records import Span
from quotetrack.text import fold

_TOKEN = re.compile(
    "[^\\W_](?:[^\\W_]|[\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u200c-\u200f]|[.,:/٫](?=[0-9\u0660-\u0669])"
    "|(?<=[0-9\u0660-\u0669])[%٪])*"
    "|\n|\\.{2,}|--+|[^\\s\\w\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
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
    "„": OPEN,
    "»": CLOSE,
    "”": CLOSE,
    "›": CLOSE,
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
    "＂": STRAIGHT,
    "〝": STRAIGHT,
    "〞": STRAIGHT,
}
_PROCLITICS = ("و", "ف")


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
    title: bool = False
    head: bool = False
    naming: bool = False
    finite: bool = field(default=False)


class Vocabulary:
    """Interns words against a lexicon. One vocabulary serves all articles of a process."""

    _LIMIT = 200_000

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        words = lexicon.words
        self._complementisers = words["complementisers"]
        self._adverbials = words["adverbials"] | words["days"]
        self._prepositions = words["prepositions"]
        self._relatives = words["relatives"]
        self._before, self._heads = words["before"], words["heads"]
        self._naming = words["naming"]
        self._known = self._adverbials | self._prepositions | self._relatives | self._before | self._heads
        self._known |= self._naming | lexicon.kinds.keys() | words["occasions"] | words["contrast"]
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
        cues, base, joined, suffixed = self._cues(folded)
        if not cues and folded not in self._known and folded[0] in _PROCLITICS and folded[1:] in self._known:
            base, joined = folded[1:], True
        return Word(
            raw=raw,
            fold=folded,
            kind=WORD,
            base=base,
            joined=joined,
            cues=cues,
            object=suffixed,
            complementiser=folded in self._complementisers or raw == "ألا",
            adverbial=folded in self._adverbials or base in self._adverbials,
            preposition=base in self._prepositions,
            relative=base in self._relatives,
            title=base in self._before,
            head=base in self._heads,
            naming=base in self._naming or base.removeprefix("ال") in self._naming,
            finite=any(c.form is Form.PAST or c.form is Form.PRESENT for c in cues),
        )

    def _cues(self, folded: str) -> tuple[tuple[CueForm, ...], str, bool, bool]:
        forms = self.lexicon.forms
        if folded in self._known and folded not in forms:
            return (), folded, False, False
        options = [(folded, False)]
        if folded[0] in _PROCLITICS:
            options.append((folded[1:], True))
        for base, joined in options:
            if found := forms.get(base):
                return found, base, joined, False
        for base, joined in options:
            if base[:1] == "س" and (found := _only(forms.get(base[1:], ()), Form.PRESENT)):
                return found, base, joined, False
            if base[:1] in "لب" and (found := _only(forms.get(base[1:], ()), Form.NOUN)):
                return found, base, joined, False
            for suffix in ("هما", "ها", "هم", "نا", "ني", "ه"):
                if len(base) > len(suffix) + 2 and base.endswith(suffix):
                    stem = base[: -len(suffix)]
                    found = forms.get(stem, ()) or (forms.get(stem + "ا", ()) if stem.endswith("و") else ())
                    finite = _only(found, Form.PAST) + _only(found, Form.PRESENT)
                    if finite:
                        return finite, base, joined, True
        return (), folded, False, False


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
        self.text = text
        matches = list(_TOKEN.finditer(text))
        self.words = [vocabulary[m.group()] for m in matches]
        self.starts = [m.start() for m in matches]
        self.ends = [m.end() for m in matches]
        self.count = len(matches)
        self.quotations: list[Quotation] = []
        self.quote_at: dict[int, Quotation] = {}
        self.quote_end: dict[int, Quotation] = {}
        self.inside: dict[int, Quotation] = {}
        self._pair_marks()
        self._cut_sentences()

    def span(self, first: int, last: int) -> Span:
        """The code points from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def _pair_marks(self) -> None:
        """Pair quotation marks paragraph by paragraph.

        A straight mark opens where none of its kind is open. A wrong-way pair (»…«) is taken as
        one; a mark that finds no partner is an ordinary token, unless it opens a paragraph and the
        next paragraph opens with another one, as long speeches do.
        """
        pending: list[tuple[int, str]] = []
        for i, word in enumerate(self.words):
            kind = word.kind
            if kind <= COLON or kind > STRAIGHT:
                if kind == BREAK:
                    pending.clear()
                continue
            if kind == STRAIGHT:
                opener = next((p for p in reversed(pending) if p[1] == "straight"), None)
                if opener is None:
                    pending.append((i, "straight"))
                else:
                    self._close(pending, opener, i)
            elif kind == OPEN:
                opener = next((p for p in reversed(pending) if p[1] == "reversed"), None)
                if opener is not None and not self._glued_after(i):
                    self._close(pending, opener, i)
                elif (
                    word.raw == "“"
                    and (same := next((p for p in reversed(pending) if p[1] == "“"), None))
                    and not self._glued_after(i)
                ):
                    self._close(pending, same, i)
                else:
                    pending.append((i, word.raw))
            else:
                opener = next((p for p in reversed(pending) if p[1] not in ("straight", "reversed")), None)
                if opener is not None:
                    self._close(pending, opener, i)
                elif self._glued_after(i):
                    pending.append((i, "reversed"))
        self.quotations.sort(key=lambda q: q.open)
        for quotation in self.quotations:
            self.quote_at[quotation.open] = quotation
            self.quote_end[quotation.close] = quotation
            for i in range(quotation.open + 1, quotation.close):
                self.inside[i] = quotation

    def _glued_after(self, i: int) -> bool:
        """Whether the mark at i leans on the word after it, as an opening mark does."""
        return (
            i + 1 < self.count
            and self.starts[i + 1] == self.ends[i]
            and (
                i == 0
                or self.ends[i - 1] < self.starts[i]
                or self.words[i - 1].kind in (COLON, PAREN, BREAK, DASH)
            )
        )

    def _close(self, pending: list[tuple[int, str]], opener: tuple[int, str], close: int) -> None:
        at = pending.index(opener)
        del pending[at:]
        words = sum(1 for i in range(opener[0] + 1, close) if self.words[i].kind == WORD)
        self.quotations.append(Quotation(opener[0], close, words))

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
            return self.words[i + 1].kind != WORD or len(self.words[i - 1].fold) > 1
        return not (self.words[i].raw == "." and i > 0 and len(self.words[i - 1].fold) == 1)
