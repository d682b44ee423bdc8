"""Speech acts: a verb of saying whose complement is a noun phrase (طالب بضمانات، نفى الاتهامات)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from quotetrack.detection.acts.acts_in_marks import type_of
from quotetrack.detection.acts.complements import Complements
from quotetrack.detection.acts.hanging import Hanging
from quotetrack.detection.acts.senses import Senses
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.cues.false_friends import Unnamed
from quotetrack.detection.drafts.draft import Draft, Found, Range, Whose
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.noun_phrases.objects import Objects
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import AttributionType, CueClass
from quotetrack.detection.reports.content import Extents
from quotetrack.detection.reports.phrase_ends import PhraseEnds
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import OF_OTHERS, CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA, WORD, Word

_REACH: Final = 22
_REPEATED: Final = 13
_LEAD: Final = "colon-lead"
_CLITICS: Final = ("و", "ل", "ب")


class Acts:
    """Makes drafts of type `reported`."""

    def __init__(self, lexicon: Lexicon, names: Phrases, extents: Extents, subjects: Subjects) -> None:
        self._names, self._extents, self._subjects = names, extents, subjects
        self._ends = PhraseEnds(lexicon, extents)
        self._objects = Objects(lexicon)
        self._complements = Complements(lexicon, names, subjects, self._objects)
        self._senses = Senses(lexicon, subjects, self._objects)
        self._unnamed, self._hanging = Unnamed(lexicon), Hanging(lexicon)
        words = lexicon.words
        self._demonstratives, self._untold = words["demonstratives"], words["acts.untold"]
        self._musts, self._because = words["acts.musts"], words["acts.because"]
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._owned, self._alternatives = lexicon.words["acts.owned"], lexicon.words["alternatives"]
        self._also, self._purposes = lexicon.words["also"], lexicon.words["purposes"]

    def make(
        self, tokens: Tokens, frames: Mapping[int, Frame], phrases: Mapping[int, Found], drafts: list[Draft]
    ) -> list[Draft]:
        """Drafts for the cues that no report took."""
        # A verb behind what was said may do something besides, but not «أوضح ذلك», whose object is taken.
        cues = [d.cue for d in drafts if d.cue and (d.rule != "verb-after" or d.cue[1] - d.cue[0] > 1)]
        taken = {k for cue in cues for k in range(*cue)}
        beside = {k for frame in frames.values() for k in frame.beside}
        sourced = {k for found in phrases.values() for k in self._taken_up(tokens, found)}
        sources = {d.cue[0]: d.source for d in drafts if d.cue is not None and d.source is not None}
        made: list[Draft] = []
        for i in tokens.cues:
            word = tokens.words[i]
            if i in sourced or i in beside or (i in taken and i not in frames):
                continue
            if self._unnamed.asks(tokens, i) or self._senses.is_supposed(tokens, i):
                continue
            for form in word.cues:
                if not form.cue.act or form.person != 3 or form.cue.quoted:
                    continue
                if form.form is not Form.NOUN:
                    draft = self._act(tokens, i, form, frames, phrases)
                elif (
                    i in frames
                    or self._senses.is_verb(tokens, i)
                    or any(_within(d, i, form) for d in made[-2:])
                ):
                    draft = None
                else:
                    draft = self._noun(tokens, i, form, frames, phrases)
                if draft is not None:
                    if draft.rule == self._hanging.rule or not _in_source(draft, sources.get(i)):
                        made.append(draft)
                    break
        self._hanging.replace(made, drafts)
        _stop_at_leads(made, drafts)
        return made + self.media(tokens, drafts)

    def _taken_up(self, tokens: Tokens, found: Found) -> Iterable[int]:
        """The tokens of a source phrase that are no cue of an act (حسبما أعلن), but behind «also» may be."""
        also = tokens.words[found.first].fold in self._also
        return (found.first,) if also else (found.first, *range(*found.cue))

    def media(self, tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
        """Drafts for the media that reports name in passing («قال في خطاب نقله التلفزيون إن»)."""
        made = []
        for draft in drafts:
            if draft.cue is None or draft.type is AttributionType.REPORTED or draft.rule == "relay":
                continue
            first = draft.cue[1]
            limit = draft.start if draft.start >= first else tokens.sentence_ends[first - 1]
            for j in range(first, min(limit, first + _REACH)):
                medium = self._medium(tokens, j, limit) if tokens.words[j].object else None
                if medium is not None:
                    made.append(replace(medium, content=list(draft.content)))
                    break
        return made

    def _medium(self, tokens: Tokens, j: int, limit: int) -> Draft | None:
        """The draft of the medium behind the verb at j, which passes on what stands before it."""
        word = tokens.words[j]
        form = next((c for c in word.cues if c.cue.passes and c.form is Form.PAST), None)
        if form is None:
            return None
        phrase = self._names.noun_phrase(tokens, j + 1, limit)
        if phrase is None or phrase[0] != j + 1:
            return None
        passing = _reported(j, form, phrase, phrase)
        passing.rule, passing.cue_class = "relay-medium", CueClass.RELAY
        return passing

    def _noun(
        self, tokens: Tokens, i: int, form: CueForm, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> Draft | None:
        """The draft of a noun of saying and what was said: «إعلان إسرائيل تعليق البناء»."""
        end = tokens.sentence_ends[i]
        if i + 1 >= end or form.cue.calls or tokens.words[i + 1].complementiser:
            return None
        if tokens.words[i].naming and i + 1 in tokens.quote_at:
            return None  # رواية «العراء»
        purpose = tokens.words[i].base in self._purposes  # تجمعوا للمطالبة بالإفراج عنه
        nobodys = form.suffix or purpose or tokens.words[i].definite
        source = None if nobodys else self._owner(tokens, i + 1, end)
        at = source[1] if source else i + 1
        if (
            form.suffix
            and at + 1 < end
            and tokens.words[at].joined
            and any(c.suffix for c in tokens.words[at].cues)
        ):
            at += 1  # شكره وتقديره لـ
        if source is None and not (form.suffix or purpose):
            unowned = form.cue.unowned and tokens.words[i].base not in self._owned
            if not (unowned or self._to_this(tokens.words[at])):
                return None
            at = self._past_adjectives(tokens, at, end)
            if at < end and tokens.words[at].fold.startswith("لل"):  # اتهامات للوزير بالفساد
                at += 1
                while at < end and tokens.words[at].definite:
                    at += 1
        if at >= end or tokens.words[at].kind != WORD:
            return None
        denies = form.cue.cue_class is CueClass.DENIAL and tokens.words[at].kind == WORD and not source
        denies = denies and self._objects.is_action(tokens.words[at].fold, tokens.words[at])
        directly = at == i + 1 and source is None
        bare = source is not None or form.suffix or denies
        start = self._said(tokens, at, form, bare=bare, directly=directly)
        if start is None and form.cue.object and not form.cue.describes:
            start = self._complements.past_told(tokens, at, end, form.cue.act)
        if start is None or start >= end:
            return None
        if form.cue.repeats and not any(c.form is Form.NOUN for c in tokens.words[start].cues):
            return None  # تجديد رخص العمل
        stop = self._ends.find(tokens, start, end, frames, phrases)
        if stop <= start:
            return None
        draft = _reported(i, form, (start, stop), source)
        if source is None and not form.suffix:
            draft.whose = Whose.ATTACHED if purpose else Whose.NOBODY
        return draft

    def _owner(self, tokens: Tokens, at: int, end: int) -> Range | None:
        """Whose noun of saying it is: the name or title that opens at `at`."""
        words = tokens.words
        if at >= end:
            return None
        first = words[at]
        if at in tokens.quote_at:
            return at, tokens.quote_at[at].close + 1
        known = (
            first.title
            or first.head
            or first.given
            or first.fold in self._kinds
            or first.fold in self._places
        )
        if not known:
            alone = (
                first.kind == WORD and self._is_name(tokens, first) and not self._objects.opens(tokens, at)
            )
            return (at, at + 1) if alone and self._opens_next(tokens, at + 1, end) else None
        source = self._names.noun_phrase(tokens, at, end)
        if source is None or source[0] != at:
            return None
        owned = self._objects.split(tokens, source) or source[1]
        led = (k for k in range(at + 1, owned) if words[k].fold.startswith("لل"))
        return at, next(led, owned)  # رفض الحكومة | للمقترح

    def _is_name(self, tokens: Tokens, word: Word) -> bool:
        """Whether the word is a name of the article's (رفض حبري الاعتراف), not «طلب مستمر» nor «الرفض أو»."""
        if word.definite or word.preposition or word.finite or word.adverbial or word.fold[0] in "بل":
            return False
        if word.pronoun or word.fold in self._alternatives or word.noun & nouns.AND_VERB:
            return False
        known = word.stem in tokens.named or word.stem in tokens.surnames
        return known and word.noun & (nouns.MAY_BEGIN_NAME | nouns.APART) == nouns.MAY_BEGIN_NAME

    def _to_this(self, word: Word) -> bool:
        return word.kind == WORD and word.fold[0] == "ل" and word.fold[1:] in self._demonstratives

    def _opens_next(self, tokens: Tokens, at: int, end: int) -> bool:
        word = tokens.words[at] if at < end else None
        return word is not None and word.kind == WORD and self._objects.is_action(word.fold, word)

    def _past_adjectives(self, tokens: Tokens, at: int, end: int) -> int:
        """The token behind the adjectives of a noun of saying (اتهامات مباشرة بالفساد)."""
        words = tokens.words
        while at < end and words[at].kind == WORD and words[at].fold.endswith(("ه", "ي")):
            word = words[at]
            if (
                word.cues
                or word.preposition
                or word.fold[0] in "بل"
                or word.definite != words[at - 1].definite
            ):
                break
            at += 1
        return at

    def _said(
        self, tokens: Tokens, at: int, form: CueForm, *, bare: bool, directly: bool = False
    ) -> int | None:
        """The first token of what a noun of saying says, where one of its complements begins at `at`."""
        word = tokens.words[at]
        wanted = form.cue.act
        if word.preposition and word.fold in wanted:
            return at + 1
        if bare and "" in wanted and self._objects.opens(tokens, at) and not word.finite:
            return at
        thanks = form.cue.cue_class is CueClass.PRAISE and word.fold[0] == "ل" and len(word.fold) > 3
        if "" in wanted and (self._to_this(word) or (bare and (thanks or word.fold.startswith("لل")))):
            return at  # نفي للخبر: a verbal noun takes its object with ل, too
        if not self._complements.leans(tokens, at - 1, at, wanted):
            return None
        directly = directly and word.fold[0] == "ب" and bool(word.noun & nouns.ORDINARY)
        surely = bare or directly or word.fold[1:3] == "ال" or self._objects.is_action(word.fold[1:], word)
        return at if surely else None

    def _act(
        self, tokens: Tokens, i: int, form: CueForm, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> Draft | None:
        if self._senses.says_nothing(tokens, i, form):
            return None
        found = self._complements.of(tokens, i, form)
        if found is None:
            return None
        source, start = found
        if form.cue.unless and self._senses.is_another(tokens, i, start, form):
            return None
        behind = self._whose(tokens, i, form, source)
        if behind is None and form.form is Form.PRESENT and tokens.words[i].fold[0] == "ل":
            return None  # بدأ العمل بالمشروع ليؤكد نجاح الخطة
        if form.cue.events and form.cue.clause and i in frames:
            return None  # أوضح أن: the clause is what is explained
        if behind is None and _goes_on(tokens, i, form):
            return None
        if form.cue.repeats:
            start = self._said_again(tokens, start)
        frame = frames.get(i)
        stop = self._stop(tokens, i, start, frames, phrases)
        if stop is None:
            return None
        hangs = self._hanging.hangs(tokens, frame, stop)
        if frame is not None and not (hangs or self._apart(tokens, frame, start, stop)):
            return None
        if self._unnamed.keeps(tokens, start) or self._points(tokens, start, form):
            return None
        source = behind
        if source is None and form.form is not Form.PARTICIPLE:
            source = self._subjects.before(tokens, i)
        asked = form.cue.cue_class is CueClass.QUESTION  # تساءل عن أسباب الغياب
        untold = tokens.words[start].fold in self._untold and not asked
        if untold or self._senses.impersonal(tokens, i, form, source, behind, start):
            return None
        draft = _reported(i, form, (start, stop), source)
        draft.type = type_of(tokens, start, stop)
        led = source is not None and self._subjects.is_led(tokens.words[source[0]])
        draft.clitic = led  # والفقرة الثانية تنص على
        if frame is not None and hangs:
            self._hanging.take_in(tokens, draft, frame.at)
        return draft

    def _whose(self, tokens: Tokens, i: int, form: CueForm, source: Range | None) -> Range | None:
        """Whose act the verb at i tells, where somebody behind it may be whom it is told or done to."""
        if source is None or source[0] <= i:
            return source
        if self._subjects.is_led(tokens.words[source[0]]):
            return None  # تعهد لعباس، تشير بصفة مبدئية إلى: told, or said how
        if not form.cue.object:
            return source
        front = self._subjects.in_front(tokens, i, source)
        if front is not None and (form.form is Form.PRESENT or self._subjects.begins(tokens, i, front)):
            return front  # الأمم المتحدة تتهم دمشق بـ
        if form.form is Form.PAST:
            return self._subjects.apposed(tokens, i) or source
        return source

    def _stop(
        self, tokens: Tokens, i: int, start: int, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> int | None:
        """The token behind what is said, which begins at `start`, or None where nothing is."""
        quotation, frame = tokens.inside.get(i), frames.get(i)
        end = min(tokens.sentence_ends[i], quotation.close if quotation else tokens.count)
        end = min(end, frame.until) if frame is not None else end
        if start >= end:
            return None
        must = start + 1 < end and tokens.words[start].fold in self._musts
        if must and tokens.words[start + 1].complementiser:
            stop = self._extents.clause_end(tokens, start + 1, end, frames, phrases)
        elif self._opens_clause(tokens, start, frames):
            return None
        else:
            stop = self._ends.find(tokens, start, end, frames, phrases)
        return stop if stop > start else None

    def _points(self, tokens: Tokens, start: int, form: CueForm) -> bool:
        """Whether a pronoun alone stands for what is said (نفى ذلك، أوضح ذلك المتحدث)."""
        if form.cue.calls or tokens.words[start].fold not in self._demonstratives:
            return False
        if start + 1 >= tokens.count:
            return True
        pointed_at = tokens.words[start + 1]
        return not pointed_at.definite or pointed_at.title

    def _apart(self, tokens: Tokens, frame: Frame, start: int, stop: int) -> bool:
        """Whether the verb of the frame has an act of its own before the report (نفى الرواية، وتابع: «…»)."""
        if not (self._objects.opens(tokens, start) or tokens.words[start].fold[0] == "ب"):
            return False
        if stop < frame.until:
            clause = frame.opening is Opening.CLAUSE and stop + 1 == frame.at
            apposed = clause and tokens.words[frame.at].raw[0] not in _CLITICS
            return tokens.words[stop].kind == COMMA and not apposed  # اعتبرت فلانة، مساعدة الوزير، أن
        if frame.opening is Opening.COLON:
            return True
        quotation = tokens.quote_at.get(frame.at)
        if any(word.fold in self._because for word in tokens.words[start:stop]):
            return False  # أعرب عن أسفه لأن التقرير «لا يذكر الهجمات»
        return quotation is not None and quotation.words >= 5 and (stop - start > 1 or frame.at > frame.until)

    def _said_again(self, tokens: Tokens, start: int) -> int:
        """What a noun of saying at `start` says, which the verb repeats (جدد دعوته إلى الحوار)."""
        for form in tokens.words[start].cues:
            if form.form is Form.NOUN and form.cue.act:
                end = tokens.sentence_ends[start]
                owner = None if form.suffix else self._owner(tokens, start + 1, end)
                first = owner[1] if owner else start + 1
                for at in range(first, min(start + _REPEATED, end)):
                    said = self._said(tokens, at, form, bare=at == first)
                    if said is not None:
                        return said
        return start

    def _opens_clause(self, tokens: Tokens, start: int, frames: Mapping[int, Frame]) -> bool:
        """Whether what is said is a clause behind the first word (عن أمله في أن، التأكيد على أن)."""
        words = tokens.words
        opened = frames.get(start)
        if opened is not None and opened.form.form is Form.NOUN and opened.form.cue.cue_class in OF_OTHERS:
            return False  # نفى الاتهامات بأن
        if words[start].complementiser or (opened is not None and opened.opening is Opening.CLAUSE):
            return True
        behind = start + 1
        if behind < tokens.count and words[behind].preposition:
            behind += 1
        return behind < tokens.count and words[behind].complementiser and words[behind].raw[0] != "إ"


def _reported(i: int, form: CueForm, content: Range, source: Range | None) -> Draft:
    """The draft of a speech act by the cue at token i."""
    attached = form.form is Form.PARTICIPLE
    whose = Whose.ATTACHED if attached else Whose.SOURCE if source else Whose.CONTINUED
    return Draft(
        rule="speech-act",
        anchor=i,
        type=AttributionType.REPORTED,
        content=[content],
        cue=(i, i + 1),
        source=source,
        whose=whose,
        cue_class=form.cue.cue_class,
        lemma=form.cue.lemma,
        gender=form.gender,
        number=form.number,
    )


def _goes_on(tokens: Tokens, i: int, form: CueForm) -> bool:
    """Whether the verb goes on inside a quotation with what he who is quoted tells («فطلب منها البقاء»)."""
    return i - 1 in tokens.quote_at and tokens.words[i].fold[0] in "وف" and form.cue.lemma[0] not in "وف"


def _stop_at_leads(acts: list[Draft], drafts: list[Draft]) -> None:
    """Let the acts that run into the lead of another report end before it."""
    starts = [act.start for act in acts]
    for draft in drafts:
        if draft.rule != _LEAD or draft.cue is None:
            continue
        lead = draft.source[0] if draft.source else draft.cue[0]
        last = bisect_left(starts, lead)
        for act in acts[max(0, last - 2) : last]:
            if act.end > lead:
                act.content = [(act.start, lead)]


def _in_source(draft: Draft, source: Range | None) -> bool:
    """Whether an act would take part of the `source` of the verb's report for what was said.

    «ذكر المهدي بنسعيد أن», «لمح السفير الروسي إلى بريطانيا، …، إلى أن».
    """
    return source is not None and source[0] < draft.start < source[1]


def _within(act: Draft, i: int, form: CueForm) -> bool:
    """Whether the noun at i is what the act is of (أعلن رفضه)، or one more such («عن تقديره وشكره»)."""
    if act.cue is None:
        return False
    return act.cue[0] < i <= act.start or (form.suffix and act.start < i < act.end)
