"""An article cut into tokens, its sentences and its quotations.

Token numbers, not offsets, are what the rules count in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, compress, pairwise

from quotetrack.detection import nouns
from quotetrack.detection.lexicon import Form
from quotetrack.detection.records import Span
from quotetrack.detection.vocabulary import Vocabulary
from quotetrack.detection.words import (
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
    OPEN,
    PAREN,
    STOP,
    STRAIGHT,
    UNPAREN,
    WORD,
    Word,
    is_derived,
)
from quotetrack.detection.wrapping import unwrapped

# A capturing group, so that a split gives the tokens and what is between them: every other one. Each branch
# begins with what it matches. No possessive quantifier: `re` of Python 3.11.2 loses letters by them.
_TOKEN = re.compile(
    "([^\\W_]+(?:(?:[\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u200c-\u200f]|[.,:/٫](?=[0-9\u0660-\u0669])"
    "|[%٪](?<=[0-9\u0660-\u0669].)|[.@/:_-](?<=[A-Za-z0-9].)(?=[A-Za-z0-9]))[^\\W_]*)*"
    "|\n|\\.{2,}|--+|&(?:#34|quot);|[^\\s\\w#\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff])"
)

_OPENS_SPEECH = frozenset((COLON, OPEN, STRAIGHT))
_LEAN_LEFT = frozenset((PAREN, OPEN, COLON, DASH))
_LEAN_RIGHT = frozenset((UNPAREN, CLOSE, STOP, COMMA, COLON, DASH, BREAK))
_DEEPEST = 4
"""How many quotations may stand in one another; deeper marks are slips."""
_LONGEST_VERSE = 150
_SHORTEST_BRACKET = 5
_ABBREVIATION = 2
"""The longest part of an abbreviation that a dot divides (إتش.بي)."""
_ON, _ALI, _DOTLESS = "على", "علي", "ى"
_AND, _SLASH = "و", "/"
_SECTION = 2
"""The tokens of a section's name: a word and a slash."""
_VAN, _LE, _THAT = "فان", "لو", "ان"
_PARTICLES = (_VAN, _LE)
_PREFIXES = ("ي", "ت")


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
    one that token i stands in; `cues` are the tokens that may be a cue, `marks` those that are no words,
    `openings` those that may open a source phrase, `offices` titles with and without what leans on them;
    `first_break` is the first token that ends a paragraph, or `count`.
    """

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.text = text
        parts = _TOKEN.split(unwrapped(text))
        self.words = list(map(vocabulary.__getitem__, parts[1::2]))
        if _DOTLESS not in text and _ALI in text:  # it dots every final ya: علي may be the preposition
            self._take_prepositions(vocabulary[_ON])
        bounds = list(accumulate(map(len, parts)))
        self.starts, self.ends = bounds[:-1:2], bounds[1::2]
        if _SLASH in text:
            self._join_titles()
        self._foreign: frozenset[str] | None = None
        self.count = len(self.words)
        likely = self._search()
        if self._take_names(likely):
            likely = self._search()
        self.cues = [i for i in likely if self.words[i].cues]
        self.first_break = next((i for i in self.marks if self.words[i].kind == BREAK), self.count)
        self.quotations: list[Quotation] = []
        self.quote_at: dict[int, Quotation] = {}
        self.quote_end: dict[int, Quotation] = {}
        self.inside: dict[int, Quotation] = {}
        self.introduced: set[str] | None = None
        self._named: frozenset[str] | None = None
        self._surnames: frozenset[str] | None = None
        self._last_names: frozenset[str] | None = None
        self._speaking: frozenset[str] | None = None
        self.sentence_ends: list[int] = []
        self.sentence_starts: list[int] = []
        self.clause_stops: dict[int, dict[int, tuple[int, bool]]] = {}
        self._pair_marks(vocabulary.eulogies)
        self._cut_sentences()

    def _take_prepositions(self, on: Word) -> None:
        """Take every علي for the preposition but the one that goes on with a name (قال محمد علي إن)."""
        words = self.words
        for i, word in enumerate(words):
            if word.raw == _ALI and not (i and (words[i - 1].given or words[i - 1].title)):
                words[i] = on

    def _join_titles(self) -> None:
        """Leave out the stroke between a title and a name (السيد الرئيس/ سامي الخالد)."""
        words = self.words
        strokes = {
            i
            for i in range(1, len(words) - 1)
            if words[i].raw == _SLASH
            and (words[i - 1].title or words[i - 1].head)
            and words[i + 1].kind == WORD
        }
        kept = [i not in strokes for i in range(len(words))]
        self.words = list(compress(words, kept))
        self.starts, self.ends = list(compress(self.starts, kept)), list(compress(self.ends, kept))

    def _search(self) -> list[int]:
        """Find all that articles are searched for, in one pass; gives what is spelt like a verb."""
        likely: list[int] = []
        self.marks: list[int] = []
        self.openings: list[int] = []
        self.offices: list[int] = []
        self._before_names: list[int] = []
        self._letters: list[int] = []
        for i, word in enumerate(self.words):
            sought = word.sought
            if not sought:
                continue
            if sought & AS_MARK:
                self.marks.append(i)
                continue
            if sought & AS_NAME:
                likely.append(i)
            if sought & AS_OPENING:
                self.openings.append(i)
            if sought & AS_OFFICE:
                self.offices.append(i)
            if sought & BEFORE_NAME:
                self._before_names.append(i)
            if sought & AS_LETTER:
                self._letters.append(i)
        return likely

    def _take_names(self, likely: list[int]) -> bool:
        """Take for names, wherever they stand, what is spelt like a verb and is somebody's surname.

        «قال محمد ساري»، «قال كوبي براينت إن». Whether there were any.
        """
        words, name = self.words, self._vocabulary.name
        taken = False
        for i in likely:
            if i and words[i - 1].kin and words[i].cues:
                words[i] = name(words[i])  # أبو طالب
                taken = True
            elif (
                words[i].given and words[i + 1 : i + 2] and words[i + 1].fold in self._vocabulary.names_alike
            ):
                words[i : i + 2] = map(name, words[i : i + 2])  # بان كي مون
                taken = True
        taken = self._take_letters() or taken
        found = [i for i in likely if 2 <= i < len(words) - 1 and self._is_name(i)]
        particles = {(words[i].raw, words[i + 1].raw) for i in found if words[i].raw in _PARTICLES}
        names = {words[i].raw for i in found if words[i].raw not in _PARTICLES}
        if found:
            for i in likely:
                raw, following = words[i].raw, words[i + 1].raw if i + 1 < len(words) else ""
                if raw in names or (raw, following) in particles:
                    words[i] = name(words[i])
        return taken or bool(found)

    def _take_letters(self) -> bool:
        """Take for names the letters of an abbreviation that are spelt like «that» (سي إن إن، إن بي سي)."""
        words, letters = self.words, self._letters
        places = set(letters)
        taken = [
            place
            for i in letters
            for place in (i - 1, i + 1, i + 2)
            if 0 < place < len(words) and words[place].fold == _THAT and self._is_letter(place, i, places)
        ]
        for place in taken:
            words[place] = self._vocabulary.name(words[place])
        return bool(taken)

    def _is_letter(self, place: int, i: int, letters: set[int]) -> bool:
        """Whether the «that» at `place`, near the letter at i, is a letter as well."""
        words = self.words
        if place < i:  # شبكة إن بي سي
            return place - 1 in letters or words[place - 1].naming
        return i + 2 < len(words) and words[i + 1].fold == words[i + 2].fold == _THAT  # سي إن إن

    def _is_name(self, i: int) -> bool:
        """Whether the word at i, which is spelt like a verb or a particle, is surely part of a name."""
        word, before, after = self.words[i], self.words[i - 1], self.words[i + 1]
        if word.cues:
            return self._is_told(i)
        if word.raw not in _PARTICLES and not (after.complementiser or after.kind in _OPENS_SPEECH):
            return False
        if word.raw not in _PARTICLES and before.finite and not before.noun_too:  # وقال ويتكوف إن
            foreign = word.raw[0] == _AND and word.raw in self._behind_names()
            return foreign or (word.verbal and word.fold[0] not in (*_PREFIXES, _AND))
        if not before.noun & nouns.MAY_BEGIN_NAME or before.definite:
            return False
        second = self.words[i - 2]
        if word.raw in _PARTICLES:
            return self._links_names(i)
        return second.finite and word.verbal and word.fold[0] not in _PREFIXES

    def _links_names(self, i: int) -> bool:
        """Whether a name goes on behind the particle at i (الدكتور بيرند فان ليندر، جان إيف لو دريان).

        «لو» is «if» as well, and joins names only where one ends right behind it.
        """
        words = self.words
        word, before, after = words[i], words[i - 1], words[i + 1]
        if word.raw == _LE:
            edge = words[i + 2] if i + 2 < len(words) else None
            if edge is not None and edge.kind == WORD and not (edge.complementiser or edge.adverbial):
                return False
        second = words[i - 2]
        goes_on = after.noun & nouns.MAY_BEGIN_NAME and after.noun & nouns.NAMES
        other = after.noun & (nouns.PLACE if before.given else nouns.PLACE | nouns.ORDINARY)
        told = (
            second.title or second.finite or second.definite or second.given
        )  # المدرب الهولندي لويس فان غال
        return bool(told and goes_on and not other)

    def _is_told(self, i: int) -> bool:
        """Whether the word at i, which is spelt like a verb of saying, ends the name of who says so."""
        word, before, second = self.words[i], self.words[i - 1], self.words[i - 2]
        if not (before.given or before.title):
            return False
        told = second.finite or (second.title and i > 2 and self.words[i - 3].finite)
        if not told or word.joined or word.noun_too or word.complementiser or word.preposition:
            return False
        return all(form.form is Form.PAST or form.form is Form.PRESENT for form in word.cues)

    def _behind_names(self) -> frozenset[str]:
        """The words in و that stand somewhere behind what may be a first name (ستيف ويتكوف)."""
        if self._foreign is None:
            other = nouns.ORDINARY | nouns.PLACE
            self._foreign = frozenset(
                word.raw
                for one, word in pairwise(self.words)
                if word.raw[0] == _AND
                and one.noun & nouns.MAY_BEGIN_NAME
                and not (one.noun & other or one.definite or one.finite or one.verbal)
            )
        return self._foreign

    def span(self, first: int, last: int) -> Span:
        """The code points from token `first` up to, not including, token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    @property
    def named(self) -> frozenset[str]:
        """The stems of the words behind a title, a first name or a verb of saying: names, most of them."""
        if self._named is None:
            words, found = self.words, set()
            for i in self._before_names:
                word = words[i]
                for following in words[i + 1 : i + (2 if word.finite else 4)]:
                    if following.kind != WORD or following.complementiser or following.preposition:
                        break
                    manner = following.fold[0] == "ب" and is_derived(following.fold[1:])
                    if word.finite and (following.raw.endswith("ة") or manner or following.noun & nouns.MUTE):
                        break  # نشرت صورة، يقول بانتظام
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
                for i in self._before_names
                if words[i].given
                for step in (1, 2)
                if i + step < self.count and words[i + step].definite
            )
        return self._surnames

    @property
    def last_names(self) -> frozenset[str]:
        """The stems of the words right behind a first name that no list knows (رائف زريق)."""
        if self._last_names is None:
            words = self.words
            self._last_names = frozenset(
                words[i + 1].stem
                for i in self._before_names
                if words[i].given and i + 1 < self.count and words[i + 1].noun & nouns.MAY_BEGIN_NAME
            )
        return self._last_names

    @property
    def speaking(self) -> frozenset[str]:
        """The stems of the words that stand alone between a verb of saying and what is said (قال سلال إن)."""
        if self._speaking is None:
            words = self.words
            self._speaking = frozenset(
                words[i + 1].stem
                for i in self._before_names
                if i + 2 < self.count
                and words[i].finite
                and words[i + 1].kind == WORD
                and self._closes(i + 2)
            )
        return self._speaking

    def _closes(self, i: int) -> bool:
        """Whether what is said may begin at token i, or an aside before it."""
        word = self.words[i]
        return word.complementiser or word.kind in (COLON, COMMA) or i in self.quote_at

    def _pair_marks(self, eulogies: frozenset[str]) -> None:
        """Pair quotation marks within each paragraph, and brackets behind a eulogy (قال تعالى: {…}).

        Which side of a mark its words lean on tells opening from closing, whatever its shape: the
        press writes “…”, ”…”, "…" and »…« alike. Only a mark that leans on neither side, or on
        both, is taken at its shape. A mark that finds no partner costs only its own quotation.
        """
        pending: list[int] = []
        words = self.words
        for i in self.marks:
            kind = words[i].kind
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
            elif kind == PAREN and (closing := self._bracketed(i, eulogies)) is not None:
                self._close(i, closing)
        self.quotations.sort(key=lambda q: q.open)
        for quotation in self.quotations:
            self.quote_at[quotation.open] = quotation
            self.quote_end[quotation.close] = quotation
            self.inside.update(dict.fromkeys(range(quotation.open + 1, quotation.close), quotation))

    def _bracketed(self, i: int, eulogies: frozenset[str]) -> int | None:
        """The bracket that closes what the bracket at i quotes, as some papers quote, or None.

        It quotes behind a eulogy («قال تعالى: {…}»), behind a colon, and what opens with أن.
        """
        words = self.words
        if i + 1 >= self.count or i == 0:
            return None
        said = words[i - 1].kind == COLON or words[i + 1].complementiser
        if said and words[i + 1].kind == WORD:
            closing = self._closing_bracket(i)
            if closing is not None and closing - i > _SHORTEST_BRACKET:
                return closing
        return self._scripture(i, eulogies)

    def _closing_bracket(self, i: int) -> int | None:
        """The bracket of the same paragraph that closes the one at i, brackets inside it passed over."""
        deep = 0
        for j in range(i, min(i + _LONGEST_VERSE, self.count)):
            kind = self.words[j].kind
            if kind == BREAK:
                return None
            deep += (kind == PAREN) - (kind == UNPAREN)
            if not deep:
                return j
        return None

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
        if kind == STRAIGHT or not (left or right or pending):
            return not pending  # ” فطن ”
        reversed_too = bool(pending) and self.words[pending[-1]].kind == CLOSE
        return kind == OPEN and not reversed_too  # » فطن «

    def _close(self, opener: int, close: int) -> None:
        words = sum(1 for i in range(opener + 1, close) if self.words[i].kind == WORD)
        self.quotations.append(Quotation(opener, close, words))

    def _cut_sentences(self) -> None:
        first = self._after_section()
        self._add_sentence(0, first)
        for i in self.marks:
            stop = self.words[i].kind == STOP
            if i < first or not (self.words[i].kind == BREAK or (stop and self._ends_sentence(i))):
                continue
            # a closing mark after the stop belongs to its sentence
            last = i + 2 if stop and i + 1 in self.quote_end else i + 1
            self._add_sentence(first, last)
            first = last
        self._add_sentence(first, self.count)

    def _after_section(self) -> int:
        """The first token behind the section that an agency puts before a title («عام / وزير …»)."""
        if self.count <= _SECTION or self.words[1].raw != _SLASH or self.words[0].finite:
            return 0
        spaced = self.ends[0] < self.starts[1] and self.ends[1] < self.starts[2]
        return _SECTION if spaced else 0

    def _add_sentence(self, first: int, last: int) -> None:
        self.sentence_ends += [last] * (last - first)
        self.sentence_starts += [first] * (last - first)

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
        if self.words[i].raw == "." and i + 1 < self.count and self.words[i + 1].raw == ".":
            return False  # . . .
        pause = self.words[i].raw == ".." or (i and self.words[i].raw == self.words[i - 1].raw)
        if pause and self._goes_on(i + 1):
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
        rest = self._vocabulary[word.raw[1:]]
        restarts = rest.noun & (nouns.WHAT | nouns.DEMONSTRATIVE)  # .. وما يهمنا هو
        return rest.complementiser or not (begins or restarts)

    def lines(self) -> list[tuple[int, int]]:
        """The ranges of the paragraphs that are not empty."""
        breaks = [i for i in self.marks if self.words[i].kind == BREAK]
        starts = [0, *(i + 1 for i in breaks)]
        return [(start, end) for start, end in zip(starts, [*breaks, self.count], strict=True) if end > start]

    def initial(self, i: int) -> bool:
        """Whether token i is a single letter, as before the dot of «د. محمد»."""
        return (
            i >= 0
            and self.words[i].kind == WORD
            and len(self.words[i].fold) == 1
            and not self.words[i].fold.isdigit()
        )
