"""Reports of finite verbs: whose a verb is, by what stands behind it, on it and in front of it."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.clauses.behind import Behind
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.drafts.draft import Draft, Range, Whose
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.noun_phrases.noun_shapes import pointed_at
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import AttributionType, Gender, Number, SpeakerKind
from quotetrack.detection.reports.relays import Relays
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import WORD, Word

_THAT: Final = "ان"
_WHO: Final = "من"
_SAYING: Final = "بالقول"
_TONGUE: Final = "لسان"
_ON: Final = "علي"
_WHAT: Final = "ما"
_LONGEST_OBJECT: Final = 24
_FIRST_OF_PASSIVES: Final = "تا"
"""How verbs begin whose present has a damma only where it is passive (يُتوقع, not يُشير)."""


class VerbReports:
    """Finishes the drafts of frames that a finite verb opens."""

    def __init__(
        self, lexicon: Lexicon, names: Phrases, subjects: Subjects, behind: Behind, relays: Relays
    ) -> None:
        self._names, self._subjects, self._behind, self._relays = names, subjects, behind, relays
        words = lexicon.words
        self._formulas, self._always = words["formulas.verbs"], words["formulas.always"]
        self._hearsay, self._of_things = words["formulas.hearsay"], words["formulas.of_things"]
        self._pronoun_subjects, self._within_links = words["pronoun_subjects"], words["within"]
        self._there = words["there"]
        self._negations, self._left_open = words["jussive"], words["acts.left_open"]
        documents = {word for word, kind in lexicon.kinds.items() if kind is SpeakerKind.DOCUMENT}
        self._kinds = lexicon.kinds
        self._finders = documents | words["finders"]

    def finish(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft]:
        """`draft` with its speaker, and with the draft of whoever passes it on; none if it is no report."""
        relayed = self._relays.of_verb(tokens, frame, draft) if frame.form.cue.relay else None
        if relayed is not None:
            return relayed
        if frame.form.cue.within:
            return self._within(tokens, frame, draft)
        if frame.form.person == 3:
            return self._of_third_person(tokens, frame, draft)
        return self._with_source(tokens, frame, draft, None)

    def _of_third_person(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft]:
        """Ask in turn for a subject behind the verb, as a pronoun on the word before it, and in front."""
        words, i = tokens.words, frame.cue
        if _says_i(tokens, frame):
            draft.first_person, draft.whose = True, Whose.CONTINUED
            return [draft]
        behind = self._subject_behind(tokens, frame)
        described = frame.form.cue.describes and i > 0 and words[i - 1].fold == _WHAT and not words[i].object
        if behind is None and described:
            draft.whose = Whose.NOBODY  # عن ما وصف بأنه
            return [draft]
        draft.cue = _compound(tokens, frame)
        he = draft.gender is Gender.MASCULINE and not words[i].joined  # واعتقلت من تزعم أنهم: whom
        calls = frame.form.cue.describes or frame.form.cue.calls
        whom = calls and words[i].object and frame.form.form is Form.PAST and i > 1
        whom = whom and words[i - 2].base not in self._there  # عن من أسماه «…», not هناك من وصفه
        if behind is None and he and i and words[i - 1].fold == _WHO and not whom:
            draft.source, draft.whose = (i - 1, i), Whose.NOBODY  # هناك من يقول إن
            return [draft]
        if i and words[i - 1].fold in self._pronoun_subjects:
            draft.pronoun = True  # لكنه حذر بايدن: the subject is said, an object follows
            return self._with_source(tokens, frame, draft, None)
        if i and _has_subject(words[i - 1]):
            draft.whose = Whose.CONTINUED  # لأنه قال بعد توليه منصب الوزير
            return [] if frame.form.cue.document else [draft]
        if behind is not None or self._is_believed(tokens, frame):
            return self._with_source(tokens, frame, draft, behind)
        if frame.at == i + 2 and words[i - 1].relative and words[i + 1].noun & nouns.HAS_PRONOUN:
            return []  # الأسئلة التي أكدت نتائجها أن
        front = self._subject_in_front(tokens, frame)
        if front is not None:  # سبق للنائب أن قال، والطبيب يقول إن
            if self._is_expected_of(tokens, frame, front):
                return []
            draft.clitic = words[i - 1].fold == "ان" or self._subjects.is_led(words[front[0]])
            draft.described = self._subjects.is_described(tokens, i, front)
        return self._with_source(tokens, frame, draft, front)

    def _with_source(self, tokens: Tokens, frame: Frame, draft: Draft, source: Range | None) -> list[Draft]:
        """The draft with the subject that was found; none where the verb is a formula or shows nothing."""
        cue = frame.form.cue
        if source is None:
            if self._is_formula(tokens, frame, draft):
                return []
            draft.whose = Whose.NOBODY if self._is_impersonal(tokens, frame) else Whose.CONTINUED
        if cue.document and not self._shows(tokens, frame, source):
            return []
        draft.source = source
        if frame.opening is Opening.QUOTATION and (cue.describes or cue.calls):
            self._take_in_object(tokens, frame, draft)
        return [draft]

    def _subject_behind(self, tokens: Tokens, frame: Frame) -> Range | None:
        words, i = tokens.words, frame.cue
        if frame.form.number is Number.PLURAL:  # Arabic: before its subject a verb stays singular
            return None
        source = self._behind.subject(tokens, i, frame.until)
        if source is None or (words[i].base in self._hearsay and _is_told(words[i + 1])):
            return None  # قيل لفلان إن
        asks = frame.form.cue.object and frame.form.form is Form.PAST
        apposed = self._subjects.apposed(tokens, i) if asks else None
        return apposed or self._subjects.in_front(tokens, i, source) or source

    def _subject_in_front(self, tokens: Tokens, frame: Frame) -> Range | None:
        source = self._subjects.before(tokens, frame.cue)
        if source is None or not _takes_up(tokens, frame):
            return source
        speaks = self._subjects.speaks(tokens, source[0])
        return source if speaks else None  # المشروع الذي قال إنه مكلف: said of it

    def _is_expected_of(self, tokens: Tokens, frame: Frame, source: Range) -> bool:
        """Whether the verb says what others expect of a thing (الجفاف الذي يتوقع أن يمتد)."""
        word = tokens.words[frame.cue]
        bare = word.base in self._formulas and frame.at == frame.cue + 1 and not word.object
        return bare and not self._subjects.speaks(tokens, source[0])

    def _is_believed(self, tokens: Tokens, frame: Frame) -> bool:
        """Whether nobody in front of the verb says so: it is passive, or is believed of whoever stands there.

        «الصبي الذي يعتقد أنه قتل».
        """
        word = tokens.words[frame.cue]
        if word.passive and frame.form.cue.lemma[0] in _FIRST_OF_PASSIVES:
            return True
        return word.base in self._hearsay and (word.passive or _takes_up(tokens, frame))

    def _is_formula(self, tokens: Tokens, frame: Frame, draft: Draft) -> bool:
        """Whether the verb without a subject reports nothing (يتوقع أن)."""
        word, before = tokens.words[frame.cue], tokens.words[max(frame.cue - 1, 0)]
        if word.base in self._of_things and tokens.words[frame.at].complementiser:
            return False
        if before.fold in self._negations and word.fold in self._left_open:
            return False  # ولم يستبعد أن: somebody did not
        near = frame.at - frame.cue <= 3 and draft.gender is not Gender.FEMININE
        return word.base in self._always or (word.base in self._formulas and near and not word.object)

    def _is_impersonal(self, tokens: Tokens, frame: Frame) -> bool:
        """Whether the verb without a subject is nobody's (قيل إن)."""
        word = tokens.words[frame.cue]
        unobjected = frame.form.cue.transitive and not word.object and frame.until == frame.cue + 1
        return frame.form.person == 3 and (word.passive or word.base in self._hearsay or unobjected)

    def _shows(self, tokens: Tokens, frame: Frame, source: Range | None) -> bool:
        """Whether a document or a researcher finds (أظهرت الدراسة): no player, nor «you» (ستجد أن)."""
        if source is None:
            return frame.form.form is Form.PAST and frame.form.number is Number.SINGULAR
        return tokens.words[pointed_at(tokens, source)].fold in self._finders  # أظهر هذا الاستطلاع

    def _within(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft]:
        """وجاء في البيان أن: the document that holds the words is their source."""
        words, i = tokens.words, frame.cue
        if i + 1 >= frame.until or words[i + 1].fold not in self._within_links:
            return []
        if i + 2 < frame.until and words[i + 2].fold == _TONGUE:
            return []  # جاء على لسان فلان: a source phrase
        if words[i + 1].fold == _ON and i + 2 < frame.until and not self._holds(words[i + 2]):
            return []  # جاء على خلفية الأزمة
        source = self._names.noun_phrase(tokens, i + 2, frame.until)
        pronoun = words[i + 1].fold != "في" and words[i + 1].fold not in ("علي", "ب")
        if source is None and not pronoun:
            source = self._document(tokens, i + 2, frame.until)
        draft.cue, draft.source = (i, i + 2), source
        draft.whose = Whose.SOURCE if source else Whose.CONTINUED
        if pronoun:  # أصدرت الوزارة بيانا جاء فيه أن: the verb agrees with nobody who speaks
            draft.gender, draft.number = Gender.UNKNOWN, Number.UNKNOWN
        return [draft]

    def _holds(self, word: Word) -> bool:
        """Whether words may stand on what the word names: a medium or a document (جاء على الموقع)."""
        return self._kinds.get(word.fold) in (SpeakerKind.OUTLET, SpeakerKind.DOCUMENT)

    def _document(self, tokens: Tokens, first: int, until: int) -> Range | None:
        """The document at `first`: words such as بيان, which elsewhere only say where somebody spoke."""
        if first >= until or tokens.words[first].kind != WORD:
            return None
        rest = self._names.noun_phrase(tokens, first + 1, until, apposition=False)
        return first, rest[1] if rest and rest[0] == first + 1 else first + 1

    def _take_in_object(self, tokens: Tokens, frame: Frame, draft: Draft) -> None:
        """Let the content begin with what is called by the quoted words (وصف الوضع في القرى بـ«الكارثي»)."""
        words, i = tokens.words, frame.cue
        behind = draft.source is not None and draft.source[0] > i
        first = draft.source[1] if behind and draft.source is not None else i + 1
        first = self._names.asides.skip(tokens, first, frame.until)
        if words[i].object or not 0 < frame.until - first <= _LONGEST_OBJECT:
            return
        called = words[first : frame.until]
        plain = all(word.kind == WORD and not word.complementiser for word in called)
        if plain and not called[0].adds:
            draft.content[0] = first, draft.content[0][1]
            draft.type = AttributionType.MIXED


def _takes_up(tokens: Tokens, frame: Frame) -> bool:
    """Whether «أنه» behind the verb may take up what the relative pronoun before the verb does."""
    that, i = tokens.words[frame.at], frame.cue
    owned = frame.at == i + 1 and that.fold[0] == _THAT[0] and len(that.fold) > len(_THAT)
    return owned and i > 0 and tokens.words[i - 1].relative


def _says_i(tokens: Tokens, frame: Frame) -> bool:
    """Whether a past without hamza is «I think» in the mouth of somebody quoted (اعتقد أننا)."""
    i = frame.cue
    other = any(c.person == 1 and c.cue is frame.form.cue for c in tokens.words[i].cues)
    return other and i in tokens.inside and frame.at == i + 1


def _compound(tokens: Tokens, frame: Frame) -> Range:
    """The cue with a second word of saying that stands beside it (وأضاف قائلاً)."""
    i, end = frame.cue, frame.cue + 1
    if end >= frame.until:
        return i, end
    second = tokens.words[end]
    forms = (Form.PARTICIPLE, Form.PRESENT)
    goes_with = second.cues and end < frame.at and second.cues[0].form in forms and not second.joined
    speaks = second.head or second.noun & nouns.DOCUMENT  # قالت متحدثة، قالت مذكرة
    if second.fold == _SAYING or (goes_with and not speaks):
        end += 1
    return i, end


def _is_told(word: Word) -> bool:
    """Whether the word is somebody to whom something was said."""
    return word.fold[0] == "ل" and not (word.given or word.title or word.head)


def _has_subject(before: Word) -> bool:
    """Whether the word before a verb carries its subject as a pronoun (لأنه يعتقد، أنها قالت)."""
    fold = before.fold
    return fold.startswith(("ان", "لان", "وان", "بان", "فان", "كان")) and fold.endswith(
        ("نه", "نها", "نهم", "نهما")
    )
