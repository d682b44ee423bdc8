"""Speech acts: a verb of saying whose complement is a noun phrase (طالب بضمانات، نفى الاتهامات)."""

from __future__ import annotations

from collections.abc import Mapping

from quotetrack.detection.content import Extents
from quotetrack.detection.cues import Frame
from quotetrack.detection.draft import Draft, Found, Range, Whose
from quotetrack.detection.lexicon import CueForm, Form, Lexicon
from quotetrack.detection.records import AttributionType, CueClass, Number
from quotetrack.detection.source import Phrases
from quotetrack.detection.subjects import Subjects
from quotetrack.detection.tokens import COMMA, OPEN, STOP, STRAIGHT, WORD, Tokens, may_be_masdar

_REACH = 22


class Acts:
    """Makes drafts of type `reported`."""

    def __init__(self, lexicon: Lexicon, names: Phrases, extents: Extents, subjects: Subjects) -> None:
        self._names, self._extents, self._subjects = names, extents, subjects
        self._objects = lexicon.words["objects"]
        self._occasions = lexicon.words["occasions"]
        self._links = lexicon.words["links"]
        self._qualifiers = lexicon.words["qualifiers"]
        self._begins_with_b = lexicon.words["begins_with_b"]
        self._demonstratives = lexicon.words["demonstratives"]
        self._nouns = lexicon.words["institutions"] | lexicon.words["common"]
        self._kinds, self._places = lexicon.kinds, lexicon.places

    def make(
        self, tokens: Tokens, frames: Mapping[int, Frame], phrases: Mapping[int, Found], drafts: list[Draft]
    ) -> list[Draft]:
        """Drafts for the cues that no report took."""
        taken = {k for d in drafts if d.cue for k in range(*d.cue)}
        made = []
        for i, word in enumerate(tokens.words):
            if not word.cues or i in frames or i in taken or i in phrases:
                continue
            for form in word.cues:
                if not form.cue.act or form.person != 3:
                    continue
                if form.form is Form.NOUN:
                    draft = self._noun(tokens, i, form, frames, phrases)
                else:
                    draft = self._act(tokens, i, form, frames, phrases)
                if draft is not None:
                    made.append(draft)
                    break
        return made + self._media(tokens, drafts)

    def _media(self, tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
        """Drafts for the media that a report names in passing («قال في خطاب نقله التلفزيون إن»)."""
        words = tokens.words
        made = []
        for draft in drafts:
            if draft.cue is None or draft.type is AttributionType.REPORTED or draft.rule == "relay":
                continue
            for j in range(draft.cue[1], min(draft.start, draft.cue[1] + _REACH)):
                form = next((c for c in words[j].cues if c.cue.relay and c.form is Form.PAST), None)
                if form is None or not words[j].object:
                    continue
                medium = self._names.noun_phrase(tokens, j + 1, draft.start)
                if medium is None or medium[0] != j + 1:
                    continue
                passing = _reported(j, form, (draft.start, draft.end), medium)
                passing.rule, passing.cue_class = "relay-medium", CueClass.RELAY
                passing.content = list(draft.content)
                made.append(passing)
                break
        return made

    def _noun(
        self, tokens: Tokens, i: int, form: CueForm, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> Draft | None:
        """The draft of a noun of saying with its speaker and what was said: «إعلان إسرائيل تعليق البناء»."""
        words = tokens.words
        end = tokens.sentence_ends[i]
        source: Range | None = None
        at = i + 1
        if words[i].definite or at >= end:
            return None
        if not form.suffix:
            first = words[at]
            known = (
                first.title
                or first.head
                or first.given
                or first.fold in self._kinds
                or first.fold in self._places
            )
            source = self._names.noun_phrase(tokens, at, end) if known or first.stem in tokens.named else None
            if source is None or source[0] != at:
                return None
            at = self._split(tokens, source) or source[1]
            source = source[0], at
        if at >= end or words[at].kind != WORD:
            return None
        start = self._said(tokens, at, form)
        if start is None or start >= end:
            return None
        stop = self._extents.phrase_end(tokens, start, end, frames, phrases)
        if stop <= start:
            return None
        return _reported(i, form, (start, stop), source)

    def _said(self, tokens: Tokens, at: int, form: CueForm) -> int | None:
        """The first token of what a noun of saying says, where one of its complements begins at `at`."""
        word = tokens.words[at]
        wanted = form.cue.act
        if word.preposition and word.fold in wanted and word.fold in self._links:
            return at + 1
        if "" in wanted and (word.fold in self._objects or may_be_masdar(word.fold)) and not word.finite:
            return at
        if "ب" in wanted and word.fold[0] == "ب" and len(word.fold) > 3 and self._with_b(word.fold):
            return at
        return at if "إلى" in wanted and word.fold[:2] == "لل" and len(word.fold) > 4 else None

    def _act(
        self, tokens: Tokens, i: int, form: CueForm, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> Draft | None:
        words = tokens.words
        if form.form is Form.PARTICIPLE and words[i].raw.startswith("ال"):
            return None
        if i and words[i - 1].preposition:
            return None
        quotation = tokens.inside.get(i)
        end = min(tokens.sentence_ends[i], quotation.close if quotation else tokens.count)
        found = self._complement(tokens, i, min(end, i + _REACH), form)
        if found is None:
            return None
        source, at = found
        start = at
        if words[at].preposition and words[at].fold in self._links:
            start = at + 1
        if start >= end:
            return None
        stop = self._extents.phrase_end(tokens, start, end, frames, phrases)
        if stop <= start:
            return None
        if source is None and form.form is not Form.PARTICIPLE:
            source = self._subjects.before(tokens, i)
        return _reported(i, form, (start, stop), source)

    def _complement(
        self, tokens: Tokens, i: int, limit: int, form: CueForm
    ) -> tuple[Range | None, int] | None:
        """The source behind the verb, and the token that opens what was said."""
        words = tokens.words
        bare = self._bare_object(tokens, i, limit, form) if "" in form.cue.act else None
        at = self._linked(tokens, i, limit, form)
        if bare is not None and (at is None or bare[1] < at):
            return bare
        if at is None:
            return None
        source = None
        if form.form is not Form.PARTICIPLE and not words[i].object:
            source = self._without_object(tokens, self._names.noun_phrase(tokens, i + 1, at), form)
            if source is not None and (
                source[0] > i + 1 + words[i + 1].pronoun
                or form.number is Number.PLURAL
                or self._addressed(words[source[0]].fold, form)
            ):
                source = None
        return source, at

    def _without_object(self, tokens: Tokens, phrase: Range | None, form: CueForm) -> Range | None:
        """The phrase without those spoken to: after a relational adjective another noun begins them."""
        if phrase is None or not form.cue.object:
            return phrase
        words = tokens.words
        first = words[phrase[0]]
        if first.definite and not (first.head or first.title) and phrase[1] - phrase[0] > 1:
            following = words[phrase[0] + 1]
            if following.naming or following.fold in self._kinds or following.fold in self._nouns:
                return phrase[0], phrase[0] + 1  # اتهمت الخياط شركة المياه
        for k in range(phrase[0] + 2, phrase[1]):
            fold, before = words[k].fold, words[k - 1].fold
            if (
                fold.startswith("ال")
                and before.startswith("ال")
                and before.endswith(("ي", "يه"))
                and not fold.endswith(("ي", "يه"))
                and fold not in self._qualifiers
            ):
                return phrase[0], k
        return phrase

    def _addressed(self, fold: str, form: CueForm) -> bool:
        """Whether the phrase behind a verb is in the accusative: those spoken to (دعا المواطنين إلى)."""
        return form.cue.object and fold.endswith("ين") and len(fold) > 5

    def _linked(self, tokens: Tokens, i: int, limit: int, form: CueForm) -> int | None:
        """The token that opens the complement behind the verb's preposition."""
        words = tokens.words
        wanted = form.cue.act
        subject = self._names.noun_phrase(tokens, i + 1, limit, apposition=False)
        first = i + 1
        if "من" in wanted and subject is not None and subject[0] == first:
            first = subject[1]
        for j in range(first, limit):
            word = words[j]
            if word.kind == STOP:
                return None
            if word.kind == COMMA and j > i + 1 and words[j + 1 if j + 1 < limit else j].finite:
                return None
            if word.kind != WORD:
                continue
            if word.fold in wanted and word.preposition:
                return j
            if "ب" in wanted and word.fold[0] == "ب" and len(word.fold) > 2 and self._with_b(word.fold):
                return j
            if "ل" in wanted and word.fold[0] == "ل" and len(word.fold) > 3 and j == i + 1:
                return j
            if word.finite and j > i + 1:
                return None
        return None

    def _with_b(self, fold: str) -> bool:
        """Whether the word is ب and a noun, not a noun that begins with the letter."""
        return fold not in self._begins_with_b and fold[1:] not in self._occasions

    def _bare_object(
        self, tokens: Tokens, i: int, limit: int, form: CueForm
    ) -> tuple[Range | None, int] | None:
        """The source and the first token of a bare object."""
        words = tokens.words
        first = i + 1
        if first >= limit or words[first].kind not in (WORD, OPEN, STRAIGHT):
            return None
        if words[first].fold in self._objects or form.form is Form.PARTICIPLE:
            return None, first
        if form.number is Number.PLURAL:
            return None
        if words[first].fold in self._demonstratives:
            return None, first
        if self._led(tokens, i):
            return None, first
        phrase = self._names.noun_phrase(tokens, first, limit)
        if phrase is None or phrase[0] != first:
            return None
        split = self._split(tokens, phrase)
        if split is not None:
            return (first, split), split
        j = self._names.skip_asides(tokens, phrase[1], limit)
        if (
            j < limit
            and words[j].kind == WORD
            and (
                words[j].fold in self._objects
                or words[j].fold in self._demonstratives
                or words[j].fold == "ما"
                or (may_be_masdar(words[j].fold) and not words[j].cues and not words[j].verbal)
            )
        ):
            return phrase, j
        return None

    def _led(self, tokens: Tokens, i: int) -> bool:
        """Whether the subject stands in front of the verb at i, so that a noun behind it is its object."""
        first = tokens.words[i + 1]
        if first.kind == WORD and (first.adverbial or first.preposition or first.cues or first.relative):
            return False
        before = self._subjects.before(tokens, i)
        return before is not None and before[1] == i

    def _split(self, tokens: Tokens, phrase: Range) -> int | None:
        """Where the object begins inside a phrase that took subject and object for one.

        After a place that speaks (طلبت مدريد مساعدة …), and after a definite institution where an
        indefinite noun follows (انتقدت اللجنة شركة …).
        """
        words = tokens.words
        first, end = phrase
        if end - first < 2:
            return None
        if words[first].fold in self._places:
            following = words[first + 1].fold
            return None if following.endswith("ي") and len(following) > 5 else first + 1
        for k in range(first + 1, end):
            fold = words[k].fold
            if fold.startswith("ال") or words[k].kind != WORD or fold in self._begins_with_b:
                continue
            before = words[k - 1].fold
            if before.startswith("ال") and (fold in self._nouns or words[k].naming or fold in self._kinds):
                return k
            return None
        return None


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
