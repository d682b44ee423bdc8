"""Contrasts: whether «، لكن …» or «، إلا أن …» goes on with a report or opens what another says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotetrack.detection.clauses.questions import says_how_much
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.records import CueClass, Gender
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA, LEANING, WORD, Word

_TELLING: Final = frozenset(
    (CueClass.STATEMENT, CueClass.ANNOUNCEMENT, CueClass.EXPLANATION, CueClass.POINTING)
)
_AND: Final = "و"
_AND_NOT: Final = "ولم"
_THAT: Final = "ان"
_YA: Final = "ى"
_REACH: Final = 6
"""How near a verb stands behind «لكن» and its subject."""
_FAR: Final = 12
"""… where it opens a report of its own."""
_BACK: Final = 40
"""How far before a contrast the verb of the report stands that it may end."""
_AWAITED: Final = 24
"""How far behind a «though» the clause stands that it waits for."""
_HURRIED: Final = 3
"""How far behind «he hastened» the noun of saying stands."""
_GENDERS: Final = {"ه": Gender.MASCULINE, "ا": Gender.FEMININE, "م": Gender.MASCULINE}
"""The genders by the last letters of لكنه، لكنها and لكنهم."""


class Contrasts:
    """Tells what a clause set against a report belongs to."""

    def __init__(self, lexicon: Lexicon, subjects: Subjects) -> None:
        words = lexicon.words
        self._subjects = subjects
        self._hearsay = words["formulas.hearsay"]
        self._pronoun_subjects, self._negations = words["pronoun_subjects"], words["jussive"]
        self._but = words["but"] | words["contrast"] | self._pronoun_subjects
        self._links, self._before_that = words["contrast"] - words["coordinating"], words["but"]
        self._resumptions, self._conditions = words["resumes"], words["acts.suppositions"]
        self._conceding = words["conceding"]
        self._be_less, self._measures = words["be_less"], words["amounts"] | words["counts"]
        self._left_open, self._hastens = words["acts.left_open"], words["acts.hastens"]

    def another_says(self, tokens: Tokens, i: int, limit: int, frames: Mapping[int, Frame]) -> bool:
        """Whether «، لكن …» opens at i what another says («، لكن تركيا تقول إن»، «لكنه نفى»)."""
        words = tokens.words
        link = words[i]
        if link.fold not in self._but or i + 2 >= limit:
            return False
        comma = words[i - 1].kind == COMMA or i - 1 in tokens.quote_end
        first = i + 1
        pronoun = link if link.fold in self._pronoun_subjects else None
        if pronoun is None and words[first].complementiser:  # إلا أنه
            if self._completes(tokens, i):
                return False
            pronoun = words[first] if words[first].fold != _THAT else None
            first += 1
        if first + 1 >= limit:
            return False
        if pronoun is not None:
            return self._he_says(tokens, first, pronoun, limit, frames, comma=comma)
        if comma:
            return self._somebody_says(tokens, first, limit, frames)
        goes = link.fold not in self._before_that or words[i + 1].complementiser
        return goes and link.fold in self._links and self._reports(tokens, first, limit, frames)

    def denies(self, tokens: Tokens, i: int, limit: int, frames: Mapping[int, Frame]) -> bool:
        """Whether «ولم» at i and its verb say what whoever reports did not say («، ولم يستبعد أن»)."""
        words = tokens.words
        if words[i].fold != _AND_NOT or i + 2 >= limit or not words[i + 1].finite:
            return False
        if self._subjects.before(tokens, i + 1) is not None:
            return False
        frame = frames.get(i + 1)
        if frame is None:
            surely = words[i - 1].kind == COMMA and not words[i + 1].noun_too and words[i + 2].kind == WORD
            forms = [form for form in words[i + 1].cues if form.cue.act]
            return surely and any(self._spoke(tokens, i, form.gender, frames) for form in forms)
        near = frame.opening is Opening.CLAUSE and frame.until == i + 2
        return near and self._spoke(tokens, i, frame.form.gender, frames)

    def adds_another(self, tokens: Tokens, i: int, limit: int, frames: Mapping[int, Frame]) -> bool:
        """Whether «، و…» opens at i, with its subject in front, what another says («، وجاره يؤكد أن»)."""
        words = tokens.words
        if words[i].raw[0] != _AND or words[i].finite or words[i].verbal or words[i - 1].kind != COMMA:
            return False
        for k in range(i + 1, min(i + _REACH, limit)):
            if words[k].kind != WORD or words[k].complementiser or words[k].relative:
                return False
            if k in frames:
                clause = frames[k].opening is Opening.CLAUSE and words[k].finite and not words[k].joined
                clause = clause and words[k].base not in self._hearsay  # ورجل أعمال قيل إنه
                before = self._subjects.before(tokens, k) if clause else None
                return before is not None and before[0] == i
        return False

    def resumes(self, tokens: Tokens, i: int, frames: Mapping[int, Frame]) -> bool:
        """Whether «، فقد …» or «، فإن …» at i is no part of the report before it.

        It has a report of its own («، فقد أكد الوزير أن»), or goes on with what a «when» that holds the
        report began («إذا أثبت التحقيق أن …، فإن …»).
        """
        words = tokens.words
        if words[i].fold not in self._resumptions:
            return False
        if i + 1 in frames and words[i + 1].finite:
            return True
        start = tokens.sentence_starts[i]
        return words[start].base in self._conditions and any(k in frames for k in (start + 1, start + 2))

    def _completes(self, tokens: Tokens, i: int) -> bool:
        """Whether a «though» in the sentence waits for the «إلا أن» at i (رغم الأزمة، إلا أن الوضع جيد)."""
        before = range(i - 1, max(tokens.sentence_starts[i], i - _AWAITED) - 1, -1)
        return any(tokens.words[k].fold in self._conceding for k in before)

    def _he_says(
        self, tokens: Tokens, i: int, he: Word, limit: int, frames: Mapping[int, Frame], *, comma: bool
    ) -> bool:
        """Whether the verb at i, whose subject the pronoun of `he` is, says what the speaker says besides."""
        words = tokens.words
        if not self._agrees(tokens, i, he, frames):
            return False
        if self._leaves_open(tokens, i, limit):
            return True  # لكنه لم يكشف عن تفاصيل العقد
        frame, beside = frames.get(i), frames.get(i + 1)
        if words[i].finite and beside is not None and beside.form.form is Form.PARTICIPLE:
            return True  # لكنه أضاف متسائلا: «…»
        if not comma:  # «… الدعوة لكنه قال إن»
            return frame is not None and frame.opening is Opening.CLAUSE
        if frame is not None and not words[i].joined:
            return True
        return he.raw[0] != _AND and (_acts(words, i) or self._hurries(words, i, limit))

    def _agrees(self, tokens: Tokens, i: int, he: Word, frames: Mapping[int, Frame]) -> bool:
        """Whether the pronoun of `he` may be whoever the last verb of saying before i is of."""
        gender = _GENDERS.get(he.fold[-1])
        return gender is None or self._spoke(tokens, i, gender, frames)

    @staticmethod
    def _spoke(tokens: Tokens, i: int, gender: Gender, frames: Mapping[int, Frame]) -> bool:
        """Whether a verb of saying before i may be of one of `gender`, or there is none near."""
        spoke = set()
        for k in range(i - 2, max(tokens.sentence_starts[i], i - _BACK) - 1, -1):
            if k in frames:
                spoke.add(frames[k].form.gender)
        return not spoke or not spoke.isdisjoint((gender, Gender.UNKNOWN))

    def _leaves_open(self, tokens: Tokens, i: int, limit: int) -> bool:
        """Whether «لم» at i and its verb say what was not told (لم يكشف عن، لم يحدد)."""
        if tokens.words[i].fold not in self._negations or i + 1 >= limit:
            return False
        verb = tokens.words[i + 1]
        if verb.fold in self._be_less and says_how_much(tokens, i + 1, self._measures):
            return False  # لم تقل مدتها عن عام
        telling = verb.finite and any(form.cue.cue_class in _TELLING for form in verb.cues)
        return telling or verb.fold in self._left_open

    def _hurries(self, words: list[Word], i: int, limit: int) -> bool:
        """Whether the verb at i says that somebody hastened to say something (سارعت إلى نفي)."""
        near = words[i + 1 : min(i + 1 + _HURRIED, limit)]
        return words[i].fold in self._hastens and any(word.cues for word in near)

    def _somebody_says(self, tokens: Tokens, first: int, limit: int, frames: Mapping[int, Frame]) -> bool:
        """Whether the subject at `first` has a verb of saying."""
        words = tokens.words
        if words[first].base in self._hearsay and first in frames:
            return True  # لكن يُعتقد أن
        subject, facts = words[first], words[first].noun
        if subject.cues or subject.kind != WORD:
            return False
        somebody = subject.naming or subject.given or facts & (nouns.SOMEBODY | nouns.COUNTRY | nouns.BODY)
        reach = range(first + 1, min(first + _REACH, limit))
        if any(self._leaves_open(tokens, k, limit) for k in reach):
            return True  # إلا أن أيا من التقارير لم يتأكد
        for k in reach:
            word = words[k]
            if somebody and (says(word) or self._hurries(words, k, limit)):
                return True
            if word.cues or word.kind != WORD or word.verbal or word.complementiser or word.preposition:
                break
        return self._reports(tokens, first, limit, frames)

    def _reports(self, tokens: Tokens, first: int, limit: int, frames: Mapping[int, Frame]) -> bool:
        """Whether the subject at `first` has a report of its own."""
        for k in range(first + 1, min(first + _FAR, limit)):
            if k in frames and tokens.words[k].finite and not tokens.words[k].joined:
                before = self._subjects.before(tokens, k)
                return before is not None and before[0] == first
        return False


def says(word: Word) -> bool:
    """Whether a word is surely a verb of saying that و adds to nothing."""
    return word.finite and not (word.joined or word.noun_too)


def _acts(words: list[Word], i: int) -> bool:
    """Whether the verb at i is of a speech act (نفى التهمة، طالب بضمانات), and neither زاد nor a student."""
    word, following = words[i], words[i + 1].fold
    if not word.finite or word.joined:
        return False
    links = {link for form in word.cues for link in form.cue.act}
    if not word.noun_too or word.raw.endswith(_YA):
        return bool(links)
    return following in links or (following[0] in LEANING and following[0] in links)
