"""Cues and their frames: where a word of saying opens a report.

A cue alone is nothing. It reports where its complement follows: أن or إن (behind the preposition
that the verb takes), a quotation, or a colon; or, as a speech act, where a noun phrase stands in the
place that the lexicon gives it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from quotetrack.detection.draft import Found
from quotetrack.detection.lexicon import CueForm, Form, Lexicon
from quotetrack.detection.records import CueClass
from quotetrack.detection.tokens import Quotation, Tokens
from quotetrack.detection.words import BREAK, COLON, COMMA, OPEN, PAREN, STOP, UNPAREN, WORD, stem

_SHADDA = "\u0651"
_REACH = 60
_NOUN_REACH = 14
_NEAR = 6
_NAMED = 2
"""The most words in marks right behind a verb that name its subject."""
_WHAT = "ما"
_I = "أنا"
"""It folds like إنا."""
_SLIP = 14
_HEADLINE = 20


_OF_FACTS = frozenset(
    (
        CueClass.STATEMENT,
        CueClass.ANNOUNCEMENT,
        CueClass.CONFIRMATION,
        CueClass.EXPLANATION,
        CueClass.ADDITION,
        CueClass.POINTING,
        CueClass.CLAIM,
        CueClass.ANSWER,
        CueClass.ADMISSION,
        CueClass.ACCUSATION,
    )
)


class Opening(Enum):
    """What opens a content."""

    CLAUSE = auto()
    QUOTATION = auto()
    COLON = auto()


@dataclass(slots=True)
class Frame:
    """A met frame: the cue's token, its form, what opens the content and where.

    `until` is the token before which the source may stand (the preposition of شدد على أن, the
    colon or the opening mark).
    """

    cue: int
    form: CueForm
    opening: Opening
    at: int
    until: int


class Frames:
    """Finds the frames of cues by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._no_report = words["no_report_before_that"]
        self._contrast = words["contrast"]
        self._prepositions = words["links"]
        self._without, self._if_not = words["without"], words["acts.if_not"]
        self._leaning = words["leaning"]
        self._wishes = words["wished"]
        self._withholding, self._withheld = words["withholding"], words["withheld"]
        self._negations, self._turns = words["jussive"], words["turns"]
        self._questions = words["interrogatives"]
        self._within, self._towns = words["within"], words["towns"]
        self._surely = words["surely"]
        self._outcomes, self._labels = words["outcomes"], words["labels"]
        self._polls, self._polled = words["polls"], words["polled"]
        self._being, self._so_called = words["being"], words["so_called"]
        self._worth, self._not = words["worth"], words["denying_nouns"]
        self._before_nouns, self._unsaying = words["before_nouns"], words["unsaying"]
        self._media = {word for word, kind in lexicon.kinds.items() if kind.value == "outlet"}

    def find(self, tokens: Tokens, i: int, phrases: Mapping[int, Found]) -> Frame | None:
        """The frame of the cue at token i, or None where it is met by none of its forms.

        `phrases` maps the first token of each source phrase to the one after it: they are passed over.
        """
        word = tokens.words[i]
        opens = tokens.sentence_starts[i] == i and word.joined
        if word.look_alike and not (opens or self._expresses(tokens, i)):
            return None
        if word.preposition and _SHADDA not in word.raw and not self._opens_clause(tokens, i):
            return None  # بين الوزارة والشركة
        if i > 1 and tokens.words[i - 1].fold == "ان" and tokens.words[i - 2].fold in self._without:
            return None
        if i + 1 < tokens.count and tokens.words[i + 1].fold in self._unsaying:
            return None  # رد فعل
        if any(form.form is Form.PRESENT for form in word.cues) and self._is_outcome(tokens, i):
            return None  # مما يؤكد أنهم عائدون
        before = tokens.words[i - 1].fold if i else ""
        if before == _WHAT and word.object and word.finite and not any(c.cue.describes for c in word.cues):
            return None  # ما تناقلته وسائل الإعلام
        if before in self._worth or (word.noun_too and not word.joined and before in self._before_nouns):
            return None  # الجدير ذكره أن، يمكن وصف … بأن
        past = any(c.form is Form.PAST for c in word.cues)
        if before in self._not and past and not word.noun_too:
            return None  # لا شك في أن
        if self._introduces(tokens, i):
            return None
        if word.fold in self._polled and before in self._polls:
            return None  # استطلاع رأي
        if word.fold in self._surely and i + 1 < tokens.count:
            following = tokens.words[i + 1]
            if not (following.preposition or following.complementiser):
                return None
        cues = word.cues
        for form in cues:
            if form.form is Form.PARTICIPLE and self._is_noun(tokens, i):
                continue
            if form.jussive and not (i and tokens.words[i - 1].fold in self._negations):
                continue
            if form.cue.within and not self._holds_words(tokens, i):
                continue  # ورد الوزير بأن: he answers
            frame = self._scan(tokens, i, form, phrases)
            if frame is not None:
                return frame
        return None

    def _introduces(self, tokens: Tokens, i: int) -> bool:
        """Whether the verb at i only tells a name (مواطن يدعى سامي)."""
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        if tokens.words[i].base not in self._so_called or following is None or following.kind != WORD:
            return False
        return not (following.complementiser or following.preposition or following.definite)

    def _is_noun(self, tokens: Tokens, i: int) -> bool:
        """Whether the participle at i is a noun: with its article, after «to be», or as who speaks.

        «المؤكد»، «ليكون مقراً»، «قالت متحدثة باسم».
        """
        word, before = tokens.words[i], tokens.words[i - 1] if i else None
        if before is not None and (before.fold in self._being or (word.head and before.finite)):
            return True
        return not _accusative(tokens, i)

    def _is_outcome(self, tokens: Tokens, i: int) -> bool:
        """Whether what a clause before it tells, and nobody, is the subject of the verb at i."""
        words = tokens.words
        if i < 2 or not (words[i - 1].fold in self._outcomes or words[i - 2].fold in self._outcomes):
            return False
        if words[i - 2].fold in self._outcomes and not words[i - 1].relative:
            return False
        after = i + 1
        while after < tokens.count and words[after].adverbial and not words[after].complementiser:
            after += 1
        return after < tokens.count and (words[after].complementiser or words[after].preposition)

    def _holds_words(self, tokens: Tokens, i: int) -> bool:
        """Whether a verb such as جاء or ورد says what a document holds (ورد في البيان)."""
        return i + 1 < tokens.count and tokens.words[i + 1].fold in self._within

    def _scan(self, tokens: Tokens, i: int, form: CueForm, phrases: Mapping[int, Found]) -> Frame | None:
        words = tokens.words
        quotation = tokens.inside.get(i)
        end = min(tokens.sentence_ends[i], quotation.close if quotation else tokens.count)
        noun = form.form is Form.NOUN
        limit = min(end, i + (_NOUN_REACH if noun else _REACH))
        j = i + 1
        while j < limit:
            word = words[j]
            if not word.signal:
                j += 1
                continue
            kind = word.kind
            if j in phrases:
                j = phrases[j].after
                continue
            if (
                kind == WORD
                and word.base in self._withholding
                and (after := self._withheld_to(tokens, j, limit))
            ):
                j = after
                continue
            if kind == WORD:
                step = self._at_word(tokens, i, j, form, limit)
            elif kind == COLON:
                return self._colon(tokens, i, j, form, limit)
            elif j in tokens.quote_at or kind == OPEN:
                step = self._at_quotation(tokens, i, j, form)
            elif kind == PAREN:
                step = _after_bracket(tokens, j, limit)
            else:
                step = None if kind in (STOP, BREAK) and word.raw != "." else j + 1
            if step is None or isinstance(step, Frame):
                return step
            j = step
        return None

    def _at_word(self, tokens: Tokens, i: int, j: int, form: CueForm, limit: int) -> Frame | int | None:
        """What the word at j does to the search from i: a frame, the token to go on at, or an end."""
        words = tokens.words
        word = words[j]
        noun = form.form is Form.NOUN
        if word.complementiser and not self._conditional(tokens, j, form):
            opened = self._clause(tokens, i, j, form)
            return opened or (None if words[j - 1].fold in self._contrast else j + 1)
        if form.cue.cue_class is CueClass.QUESTION:
            if word.base in self._questions:
                return Frame(i, form, Opening.CLAUSE, j, j)
            if word.fold == "ما" and j + 1 < limit and words[j + 1].fold == "اذا":
                return Frame(i, form, Opening.CLAUSE, j, j - 1 if words[j - 1].fold == "عن" else j)
        if word.cues:
            if (noun and word.finite and not may_be_noun(tokens, j)) or not self._harmless(tokens, i, j):
                return None
            # a complementiser right behind it is its own
            return j + 2 if j + 1 < limit and words[j + 1].complementiser else j + 1
        return None if noun and word.relative else j + 1

    def _conditional(self, tokens: Tokens, j: int, form: CueForm) -> bool:
        """Whether the إن at j is «if» (هدد بالإضراب إن لم تصرف الرواتب)."""
        if (
            form.cue.cue_class is CueClass.STATEMENT
            or tokens.words[j].fold != "ان"
            or tokens.words[j].raw[:1] == "أ"
            or j + 1 >= tokens.count
        ):
            return False
        return tokens.words[j + 1].fold in self._if_not

    def _withheld_to(self, tokens: Tokens, j: int, limit: int) -> int | None:
        """The comma after «طلب عدم الكشف عن اسمه», which names no source; None where j is no such verb."""
        words = tokens.words
        if j + 1 >= limit or words[j + 1].fold not in self._withheld:
            return None
        return next((k for k in range(j + 2, min(j + 16, limit)) if words[k].kind == COMMA), None)

    def _at_quotation(self, tokens: Tokens, i: int, j: int, form: CueForm) -> Frame | int | None:
        """What the opening mark at j does to the search from i."""
        found, words = tokens.quote_at.get(j), tokens.words
        noun = form.form is Form.NOUN
        if found is None:  # it never closes
            return Frame(i, form, Opening.QUOTATION, j, j) if form.cue.quotes and not noun else j + 1
        before = tokens.words[j - 1].fold
        if (form.cue.describes and before == "ب") or (before and before in form.cue.act and not noun):
            return Frame(i, form, Opening.QUOTATION, j, j - 1)
        said = next((k for k in range(i + 1, j) if words[k].preposition and words[k].fold in form.cue.act), j)
        if j - said > _NEAR and words[j - 1].kind == WORD:
            return found.close + 1  # كشفت الوزارة عن تراجع المساحة إلى 694 ألف هكتار «الهكتار 10 آلاف فدان»
        closes = self._closes(tokens, found)
        short = found.words <= (4 if closes else 6)
        if short and self._that_follows(tokens, found):
            return found.close + 1  # صرح "مركز الخليج" التجاري بأن
        if found.words <= _NAMED and j == i + 1 and self._aside_follows(tokens, found):
            return found.close + 1  # وأبان "الصباغ"، في تصريح صحفي، أن
        far = found.words <= 3 and j - i > 3 and not (closes and "" in form.cue.act and not form.cue.calls)
        if far or (found.words <= 2 and not closes) or self.is_name(tokens, found):
            return found.close + 1
        if form.cue.quotes and not (noun and not form.suffix and j - i > 4):
            return Frame(i, form, Opening.QUOTATION, j, j)
        return None

    def _aside_follows(self, tokens: Tokens, found: Quotation) -> bool:
        """Whether a comma and an aside of the clause stand behind the quotation."""
        at = found.close + 2
        if at >= tokens.count or tokens.words[at - 1].kind != COMMA:
            return False
        return tokens.words[at].preposition or tokens.words[at].adverbial

    def _that_follows(self, tokens: Tokens, found: Quotation) -> bool:
        """Whether a complementiser stands a few words behind the quotation, so that it only holds a name."""
        for k in range(found.close + 1, min(found.close + 5, tokens.count)):
            word = tokens.words[k]
            if word.complementiser:
                return True
            if word.kind == COMMA:
                continue
            if word.kind != WORD or word.cues or word.verbal:
                return False
        return False

    def _clause(self, tokens: Tokens, i: int, j: int, form: CueForm) -> Frame | None:
        """The frame at the complementiser j, if the cue takes it there."""
        words = tokens.words
        before = words[j - 1]
        at = until = j
        link = ""
        if before.kind == WORD and before.fold in self._prepositions and before.preposition and j - 1 > i:
            link, until = before.fold, j - 1
        elif (
            before.kind == WORD
            and before.base in self._no_report
            and j - 1 > i
            and not (words[j].fold[0] == "ب" and before.fold == "ذلك")  # رد على ذلك بأن
        ):
            return None
        if words[j].fold[0] == "ب":
            link = "ب"
        slip = link == "الى" and "" in form.cue.clause and form.form is Form.PAST and j - i < _SLIP
        if link not in form.cue.clause and not slip:
            return None
        if not link and form.cue.cue_class is CueClass.DIRECTIVE and form.cue.object and j - i > _NEAR:
            return None  # سائلاً الله أن, but not دعا للجرحى … أن
        if link in ("", "ب") and form.cue.cue_class in _OF_FACTS and self._wished(tokens, j):
            return None
        return Frame(i, form, Opening.CLAUSE, at, until)

    def _closes(self, tokens: Tokens, found: Quotation) -> bool:
        """Whether the sentence ends with the quotation."""
        after = found.close + 1
        return after >= tokens.count or tokens.words[after].kind in (STOP, BREAK, COMMA)

    def _opens_clause(self, tokens: Tokens, i: int) -> bool:
        """Whether a clause begins at i, so that an unvocalised بين may be the verb."""
        before = tokens.words[i - 1] if i else None
        return (
            before is None
            or before.kind in (BREAK, STOP, COMMA)
            or before.relative
            or before.fold in self._turns
            or (tokens.words[i].joined and before.kind != WORD)
            or (i + 1 < tokens.count and tokens.words[i + 1].complementiser)
        )

    def _expresses(self, tokens: Tokens, i: int) -> bool:
        """Whether an unvocalised عبر is the verb: عن follows it, behind its subject at most."""
        stop = min(i + 7, tokens.sentence_ends[i])
        return tokens.words[i].base.startswith("عبر") and any(
            tokens.words[k].fold == "عن" for k in range(i + 1, stop)
        )

    def _wished(self, tokens: Tokens, j: int) -> bool:
        """Whether a bare أن with an imperfect follows: what is wished or allowed, nothing that is stated."""
        if tokens.words[j].fold not in ("ان", "بان") or j + 1 >= tokens.count:
            return False
        following = tokens.words[j + 1]
        return following.fold in self._wishes or (
            following.fold[0] in "ين"
            and (following.verbal or any(c.form is Form.PRESENT for c in following.cues))
        )

    def _harmless(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether the cue word at j leaves the frame that follows to the cue at i."""
        words = tokens.words
        word = words[j]
        if word.look_alike or word.head or word.title or self._introduces(tokens, j):
            return True
        if words[j - 1].relative or (words[j - 1].fold in ("ما", "من") and j - 1 > i):
            return True
        if is_subordinate(tokens, j) or words[j - 1].fold in self._before_nouns:
            return True
        if words[j - 1].preposition or word.fold in self._towns:
            return True  # في مذكرة، في مستهله
        if word.cues and all(c.jussive for c in word.cues) and words[j - 1].fold not in self._negations:
            return True
        if word.joined and word.finite and not may_be_noun(tokens, j):
            return False
        if may_be_noun(tokens, j):
            return True
        if word.finite:
            return j == i + 1 and words[j].fold[0] in "يت" and words[i].cues[0].form is Form.PAST
        return not (any(c.form is Form.PARTICIPLE for c in word.cues) and _accusative(tokens, j))

    def _colon(self, tokens: Tokens, i: int, j: int, form: CueForm, limit: int) -> Frame | None:
        if not form.cue.quotes or (form.form is Form.NOUN and not form.suffix and j - i > 8):
            return None
        labelled = form.form is not Form.PAST and tokens.words[i].base in self._labels
        if labelled and (i == 0 or tokens.words[i - 1].kind == BREAK):
            return None  # ملاحظة للمحررين: …
        at = j + 1
        if at >= tokens.count or (tokens.words[at].kind in (BREAK, STOP) and at + 1 >= tokens.count):
            return None
        if tokens.words[at].kind == BREAK:
            at += 1
        if at in tokens.quote_at:
            return Frame(i, form, Opening.QUOTATION, at, j)
        if tokens.words[at].complementiser and tokens.words[at].raw != _I:
            return Frame(i, form, Opening.CLAUSE, at, j)
        if at >= limit or (tokens.starts[at] == tokens.ends[j] and tokens.words[at].fold[:1].isdigit()):
            return None
        if form.cue.cue_class is CueClass.OPINION and form.form is Form.PRESENT:
            return None  # تعتبر الأولى من نوعها: …
        if i > tokens.sentence_starts[i] and second_lead(tokens, j) is not None:
            return None  # فلان يستبعد كذا والوزير: …
        return Frame(i, form, Opening.COLON, at, j)

    def is_name(self, tokens: Tokens, quotation: Quotation) -> bool:
        """Whether the marks hold a name or a title rather than words that somebody said."""
        before = tokens.words[quotation.open - 1] if quotation.open else None
        if quotation.words > 6:
            after = quotation.close + 1
            if after < tokens.count and tokens.words[after].kind == COMMA:
                after += 1  # التقرير، المعنون "…"، أن
            return (
                before is not None
                and before.naming
                and quotation.words <= 12
                and after < tokens.count
                and (tokens.words[after].complementiser or tokens.words[after].kind == COLON)
            )
        if before is not None and before.kind == WORD:
            if before.naming or before.base in self._media or before.fold in self._leaning:
                return before.fold != "ب" or quotation.words < 3
            if before.fold[0] in "لبو" and (before.fold[1:] in self._media or before.fold[2:] in self._media):
                return True
            if quotation.words <= 2 and not before.cues and not before.complementiser:
                return True
        after = quotation.close + 1
        if quotation.words <= 4 and after < tokens.count:
            following = tokens.words[after]
            if following.complementiser or (following.kind == COLON) or after in tokens.quote_at:
                return True
            if following.kind == PAREN and quotation.words <= 3:
                return True
        return False


def second_lead(tokens: Tokens, colon: int) -> int | None:
    """Where somebody whom و adds to a headline's clause stands before its colon («… والوزير: …»), or None.

    The line is no longer than a headline, has no comma, and a verb with a subject before what و adds.
    """
    words = tokens.words
    start = colon
    while start and words[start - 1].kind == WORD and colon - start < _HEADLINE:
        start -= 1
    if (start and words[start - 1].kind != BREAK) or words[colon - 1].cues:
        return None
    for k in range(colon - 1, max(start + 2, colon - 4) - 1, -1):
        word = words[k]
        if word.raw[0] != "و" or word.finite or len(word.fold) < 4:
            continue
        verb = any(
            (words[v].finite or words[v].verbal) and not words[v].joined for v in range(start + 1, k - 1)
        )
        known = word.fold[1:3] == "ال" or word.joined or stem(word.fold[1:]) in tokens.named
        return k if verb and known else None
    return None


def is_subordinate(tokens: Tokens, j: int) -> bool:
    """Whether the verb at j stands in a clause that only explains a noun.

    It stands behind a relative pronoun, or its object takes the noun up (تقرير كتبه … ونشرته …).
    """
    words = tokens.words
    for k in range(j - 1, max(j - 3, -1), -1):
        if words[k].relative:
            return True
        if not words[k].adverbial:
            break
    return is_bare_relative(tokens, j) or (words[j].object and words[j].joined and words[j].finite)


def is_bare_relative(tokens: Tokens, j: int) -> bool:
    """Whether the verb at j only explains the indefinite noun before it (بلاغ نقلته، بلاغ توصلت به)."""
    words = tokens.words
    if words[j].joined or not words[j].finite or not j:
        return False
    if not words[j].object:
        after = words[j + 1] if j + 1 < tokens.count else None
        if after is None or not after.pronoun or after.fold.startswith("في"):  # تغريدة قال فيها: a report
            return False
    before = words[j - 1]
    return before.kind == WORD and not (
        before.definite
        or before.finite
        or before.adverbial
        or before.complementiser
        or before.fold.endswith("ما")
    )


def may_be_noun(tokens: Tokens, j: int) -> bool:
    """Whether the cue word at j is a noun or another word as often as a verb (رد، طلب، بين)."""
    return tokens.words[j].noun_too


def _accusative(tokens: Tokens, i: int) -> bool:
    """Whether the participle at i stands as a circumstance (مؤكداً), not as a noun or adjective."""
    return not tokens.words[i].raw.startswith("ال")


def _after_bracket(tokens: Tokens, j: int, limit: int) -> int:
    for k in range(j + 1, min(limit, j + 14)):
        if tokens.words[k].kind == UNPAREN:
            return k + 1
    return j + 1
