"""Speech acts: a verb of saying whose complement is a noun phrase (طالب بضمانات، نفى الاتهامات)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quotetrack.detection.complements import Complements
from quotetrack.detection.content import Extents
from quotetrack.detection.cues import Frame, Opening
from quotetrack.detection.draft import Draft, Found, Range, Whose
from quotetrack.detection.lexicon import CueForm, Form, Lexicon
from quotetrack.detection.objects import Objects
from quotetrack.detection.records import AttributionType, CueClass, Gender, Number
from quotetrack.detection.source import Phrases
from quotetrack.detection.subjects import Subjects
from quotetrack.detection.tokens import ACCUSATIVE, COMMA, SHADDA, WORD, Tokens, Word

_REACH = 22
_REPEATED = 13
_LEAD = "colon-lead"


class Acts:
    """Makes drafts of type `reported`."""

    def __init__(self, lexicon: Lexicon, names: Phrases, extents: Extents, subjects: Subjects) -> None:
        self._names, self._extents, self._subjects = names, extents, subjects
        self._objects = Objects(lexicon, names)
        self._complements = Complements(lexicon, names, subjects, self._objects)
        words = lexicon.words
        self._never, self._negations = words["never_cues"], words["jussive"]
        self._withholding, self._withheld = words["withholding"], words["withheld"]
        self._people = (
            words["heads"] | words["before"] | words["plurals"] | words["given"] | words["stand_ins"]
        )
        self._identity = words["acts.identity"]
        self._copulas = words["acts.copulas"]
        self._were, self._things, self._untold = (
            words["acts.were"],
            words["acts.things"],
            words["acts.untold"],
        )
        self._passive = words["acts.passive"]
        self._formulas, self._demonstratives = words["formulas.verbs"], words["demonstratives"]
        self._doubled = lexicon.doubled
        self._that, self._conditions = words["acts.that"], words["acts.conditions"]
        self._saying, self._auxiliaries = (
            words["before_saying"] | words["acts.after"],
            words["auxiliaries"] | words["clause_openers"] | words["turns"] | words["pronoun_subjects"],
        )
        self._kinds, self._places = lexicon.kinds, lexicon.places

    def make(
        self, tokens: Tokens, frames: Mapping[int, Frame], phrases: Mapping[int, Found], drafts: list[Draft]
    ) -> list[Draft]:
        """Drafts for the cues that no report took."""
        taken = {k for d in drafts if d.cue and d.rule != "verb-after" for k in range(*d.cue)}
        made: list[Draft] = []
        doubled = SHADDA in tokens.text
        for i, word in enumerate(tokens.words):
            if not (word.cues or (doubled and SHADDA in word.raw)):
                continue
            if i in phrases or (i in taken and i not in frames):
                continue
            for form in self._forms_of(word):
                if not form.cue.act or form.person != 3 or form.cue.quoted:
                    continue
                if form.form is not Form.NOUN:
                    draft = self._act(tokens, i, form, frames, phrases)
                elif i in frames or self._is_verb(tokens, i) or any(_within(d, i, form) for d in made[-2:]):
                    draft = None
                else:
                    draft = self._noun(tokens, i, form, frames, phrases)
                if draft is not None:
                    made.append(draft)
                    break
        for lead in drafts:
            if lead.rule == _LEAD and lead.cue:
                _stop_at(made, lead.source[0] if lead.source else lead.cue[0])
        return made + self.media(tokens, drafts)

    def _forms_of(self, word: Word) -> tuple[CueForm, ...]:
        """The forms of the word, of a verb with a written shadda before those that are spelt alike (وعدّ)."""
        if SHADDA not in word.raw:
            return word.cues
        found = self._doubled.get(word.fold, ())
        if not found and word.fold[0] in "وف":
            found = self._doubled.get(word.fold[1:], ())
        return found + word.cues

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
        if i + 1 >= end or form.cue.calls:
            return None
        source = None if form.suffix or tokens.words[i].definite else self._owner(tokens, i + 1, end)
        at = source[1] if source else i + 1
        if (
            form.suffix
            and at + 1 < end
            and tokens.words[at].joined
            and any(c.suffix for c in tokens.words[at].cues)
        ):
            at += 1  # شكره وتقديره لـ
        if source is None and not form.suffix:
            if not (form.cue.unowned or self._to_this(tokens.words[at])):
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
        start = self._said(tokens, at, form, bare=source is not None or form.suffix or denies)
        if start is None or start >= end:
            return None
        stop = self._extents.phrase_end(tokens, start, end, frames, phrases)
        if stop <= start:
            return None
        draft = _reported(i, form, (start, stop), source)
        if source is None and not form.suffix:
            draft.whose = Whose.NOBODY
        return draft

    def _owner(self, tokens: Tokens, at: int, end: int) -> Range | None:
        """Whose noun of saying it is: the name or title that opens at `at`."""
        words = tokens.words
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
            alone = first.kind == WORD and not (first.definite or self._objects.opens(tokens, at))
            unnamed = first.preposition or first.finite or first.adverbial or first.fold[0] in "بل"
            return (at, at + 1) if alone and not unnamed and self._opens_next(tokens, at + 1, end) else None
        source = self._names.noun_phrase(tokens, at, end)
        if source is None or source[0] != at:
            return None
        return at, self._objects.split(tokens, source) or source[1]

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

    def _said(self, tokens: Tokens, at: int, form: CueForm, *, bare: bool) -> int | None:
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
        surely = bare or word.fold[1:3] == "ال" or self._objects.is_action(word.fold[1:], word)
        return at if surely else None

    def _act(
        self, tokens: Tokens, i: int, form: CueForm, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> Draft | None:
        if self._says_nothing(tokens, i, form):
            return None
        found = self._complements.of(tokens, i, form)
        if found is None:
            return None
        source, start = found
        if form.cue.repeats:
            start = self._said_again(tokens, start)
        quotation, frame = tokens.inside.get(i), frames.get(i)
        end = min(tokens.sentence_ends[i], quotation.close if quotation else tokens.count)
        if frame is not None:
            end = min(end, frame.until)
        if start >= end:
            return None
        stop = self._extents.phrase_end(tokens, start, end, frames, phrases)
        if stop <= start or self._opens_clause(tokens, start, frames):
            return None
        if frame is not None and not self._apart(tokens, frame, start, stop):
            return None
        if self._keeps_name_back(tokens, start):
            return None
        pointed = tokens.words[start].fold in self._demonstratives and not form.cue.calls
        if pointed and not tokens.words[start + 1].definite:
            return None  # نفى ذلك
        behind = source
        if source is None and form.form is not Form.PARTICIPLE:
            source = self._subjects.before(tokens, i)
        if (
            self._impersonal(tokens, i, form, source, behind, start)
            or tokens.words[start].fold in self._untold
        ):
            return None
        return _reported(i, form, (start, stop), source)

    def _keeps_name_back(self, tokens: Tokens, start: int) -> bool:
        """Whether what was asked for is to stay unnamed (مفضلا عدم الإشارة إلى اسمه)."""
        words = tokens.words
        asked = words[start].fold in self._withheld
        return asked and any(w.fold in self._identity for w in words[start + 1 : start + 5])

    def _apart(self, tokens: Tokens, frame: Frame, start: int, stop: int) -> bool:
        """Whether the verb of the frame has an act of its own before the report (نفى الرواية، وتابع: «…»)."""
        if not (self._objects.opens(tokens, start) or tokens.words[start].fold[0] == "ب"):
            return False
        if stop < frame.until:
            return tokens.words[stop].kind == COMMA
        if frame.opening is Opening.COLON:
            return True
        quotation = tokens.quote_at.get(frame.at)
        return quotation is not None and quotation.words >= 5 and (stop - start > 1 or frame.at > frame.until)

    def _impersonal(
        self, tokens: Tokens, i: int, form: CueForm, source: Range | None, behind: Range | None, start: int
    ) -> bool:
        """Whether nobody says it: a formula without a subject (يرجح)، or a thing for one (الدلائل تشير)."""
        words = tokens.words
        if source is not None and words[source[0]].base in self._things:
            return True
        if words[i + 1].fold in self._things or (form.cue.greets and self._is_person(words[start])):
            return True  # لفت أنظار العالم إلى، رحب بالضيوف
        if form.cue.calls and behind is not None:
            named = words[behind[0]].naming or not self._objects.speaks(tokens, behind[0])
            if named:
                return True
        if form.form is Form.PARTICIPLE or behind is not None:
            return False
        if form.cue.calls or (source is None and self._behind_a_thing(tokens, i)):
            return True
        formula = words[i].base in self._formulas or words[i].base in self._passive
        return source is None and formula and form.gender is Gender.MASCULINE

    def _behind_a_thing(self, tokens: Tokens, i: int) -> bool:
        """Whether a thing is the subject in front of the verb at i (إن موقف الوزير يشير إلى)."""
        words = tokens.words
        for k in range(i - 1, max(i - 6, tokens.sentence_starts[i] - 1), -1):
            if words[k].base in self._things:
                return True
            if words[k].kind != WORD or words[k].complementiser or words[k].finite:
                return False
        return False

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

    def _is_person(self, word: Word) -> bool:
        """Whether ب and a title, a name or a plural of people are one word."""
        fold = word.fold[1:]
        return fold in self._people or fold.removeprefix("ال") in self._people or fold.endswith(("ين", "يه"))

    def _opens_clause(self, tokens: Tokens, start: int, frames: Mapping[int, Frame]) -> bool:
        """Whether what is said is a clause behind the first word (عن أمله في أن، التأكيد على أن)."""
        words = tokens.words
        if words[start].complementiser or (start in frames and frames[start].opening is Opening.CLAUSE):
            return True
        behind = start + 1
        if behind < tokens.count and words[behind].preposition:
            behind += 1
        return behind < tokens.count and words[behind].complementiser and words[behind].raw[0] != "إ"

    def _says_nothing(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether the form at i reports nothing: another word, an adjective, what may come or should."""
        words = tokens.words
        word, before = words[i], words[i - 1] if i else None
        if word.base in self._never or (form.cue.doubled and SHADDA not in word.raw):
            return True
        if word.object and "" not in form.cue.act and not form.cue.object:
            return True  # عبرها
        if form.form is Form.PARTICIPLE:
            return word.raw.startswith("ال") or (before is not None and self._qualifies(before, word))
        fold = before.fold if before is not None else ""
        if form.jussive and (fold not in self._negations or any(not c.jussive for c in word.cues)):
            return True
        if word.base in self._withholding and i + 1 < tokens.count and words[i + 1].fold in self._withheld:
            return True
        if form.form is Form.PRESENT and (
            word.base[0] == "س" or (fold in self._that and not self._had(tokens, i))
        ):
            return True
        if self._is_noun(tokens, i, form) or self._of_a_thing(tokens, i, form):
            return True
        if form.cue.cue_class is CueClass.OPINION and fold in self._were:
            return True
        if before is None:
            return False
        return fold in self._conditions or (before.preposition and before.fold != "من")

    def _had(self, tokens: Tokens, i: int) -> bool:
        """Whether «قبل أن» or «بعد أن» stands before the verb at i: it was said."""
        return i > 1 and tokens.words[i - 2].fold in self._saying

    def _is_noun(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether what may be a verb stands where a noun does (تقديم طلب، تم رفض، طلباً)."""
        words = tokens.words
        word, before = words[i], words[i - 1] if i else None
        if form.form is Form.PAST and form.number is Number.DUAL and form.gender is Gender.MASCULINE:
            return before is None or not before.fold.endswith("ان")
        k = i - 1
        while (
            k > tokens.sentence_starts[i]
            and words[k].adverbial
            and not words[k].finite
            and words[k].fold not in self._auxiliaries
        ):
            k -= 1
        before = words[k] if k >= 0 else None
        if not (word.noun_too or word.look_alike) or word.joined or before is None or before.kind != WORD:
            return False
        if before.fold in self._copulas:
            return True
        if SHADDA in word.raw or before.relative or before.adverbial or before.complementiser:
            return False
        if before.fold in self._auxiliaries:
            return False
        if word.look_alike and i + 1 < tokens.count:
            return words[i + 1].fold not in form.cue.act
        if "" not in form.cue.act:
            return False
        return not self._subjects.leads(tokens, i)

    def _of_a_thing(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether the verb explains an indefinite noun that cannot speak (ضمانات قانونية تستبعد التوسع)."""
        words = tokens.words
        before = words[i - 1] if i else None
        if form.form is not Form.PRESENT or words[i].joined or before is None or before.kind != WORD:
            return False
        if not before.fold.endswith(("ه", "ات", "ي")) or before.adverbial or before.finite or before.object:
            return False
        for k in range(i - 1, max(i - 4, tokens.sentence_starts[i] - 1), -1):
            word = words[k]
            if word.definite or word.head or word.title or word.given or word.naming or word.relative:
                return False
            if word.fold in self._kinds or word.fold in self._places or word.kind != WORD:
                return False
            if word.finite or word.adverbial or word.preposition:
                return True
        return True

    def _is_verb(self, tokens: Tokens, i: int) -> bool:
        """Whether what may be a verb or a noun (نفى، كشف) stands where a clause begins."""
        word, before = tokens.words[i], tokens.words[i - 1] if i else None
        if not word.finite or word.fold[0] in "بل":
            return False
        return word.joined or before is None or before.kind != WORD or before.fold in self._auxiliaries

    def _qualifies(self, before: Word, participle: Word) -> bool:
        """Whether the participle is an adjective of the noun before it, or leans on a preposition."""
        if before.preposition or participle.fold.endswith("ات"):
            return True
        if before.kind != WORD or participle.joined or participle.raw.endswith(ACCUSATIVE):
            return False
        if participle.fold[-1] == "ا":
            return False
        return participle.fold.endswith("ين") or not (before.definite or before.finite)


def _reported(i: int, form: CueForm, content: Range, source: Range | None) -> Draft:
    """The draft of a speech act by the cue at token i."""
    silent = Whose.ATTACHED if form.form is Form.PARTICIPLE else Whose.CONTINUED
    return Draft(
        rule="speech-act",
        anchor=i,
        type=AttributionType.REPORTED,
        content=[content],
        cue=(i, i + 1),
        source=source,
        whose=Whose.SOURCE if source else silent,
        cue_class=form.cue.cue_class,
        lemma=form.cue.lemma,
        gender=form.gender,
        number=form.number,
    )


def _stop_at(acts: list[Draft], lead: int) -> None:
    """Let the acts that run into the lead of another report end before it."""
    for act in acts:
        if act.start < lead < act.end:
            act.content = [(act.start, lead)]


def _within(act: Draft, i: int, form: CueForm) -> bool:
    """Whether the noun at i is what the act is of (أعلن رفضه)، or one more such («عن تقديره وشكره»)."""
    if act.cue is None:
        return False
    return act.cue[0] < i <= act.start or (form.suffix and act.start < i < act.end)
