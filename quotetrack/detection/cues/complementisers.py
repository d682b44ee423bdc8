"""Complementisers: whether the أن or إن behind a cue opens what its source says.

A cue takes them bare, written with a ب, or behind the preposition that the lexicon gives it. One that
opens a wish, a condition or what another noun is about opens no report.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.clauses.questions import calls_so, is_surname
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.noun_phrases.noun_shapes import is_private
from quotetrack.detection.records import CueClass
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import OF_FACTS, OF_OTHERS, CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA, LEANING, PAREN, WORD, may_be_masdar, with_pronouns

_NEAR: Final = 6
_NAMED_IN: Final = 10
"""The most tokens of a verb and its subject."""
_ASIDE: Final = 16
_AROUND: Final = 2
"""How many tokens a subject and an aside behind it take, and how many commas stand around that."""
_SHE: Final = "ت"
_OTHERS: Final = ("ي", "ن")
_NOUN_IN_ACCUSATIVE: Final = ("ا", "ً")
_I: Final = "أنا"
"""It folds like إنا."""
_IN: Final = "إ"
_NAMELY: Final = "ألا"
_WITHIN: Final = "في"
_THAT_OR_IF: Final = "إن"
_WHETHER: Final = ("ما", "عما", "فيما")
"""Behind them a verb makes إن «if»."""
_WHAT: Final = ("ما", "مما", "بما", "لما", "عما", "فيما", "وما")
_TO: Final = "الي"
_ON: Final = "علي"
_AND: Final = "و"
_GOD: Final = "الله"
_AGREED: Final = "اتفق"
_HAMZA: Final = "أ"
_OF: Final = "من"
"""It may stand before the أن of a noun of saying (مزاعم الشركة من أن المنتج آمن)."""


class Complementisers:
    """Finds by a lexicon the frames that complementisers open."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._no_report = words["no_report_before_that"] | words["acts.musts"]
        self._prepositions, self._of_pointing = words["links"], words["links_of_pointing"]
        self._if_not, self._if_any = words["acts.if_not"], words["acts.if_any"]
        self._being = words["being"]
        self._he, self._besides, self._wishes = words["copulas"], words["besides_that"], words["wished"]
        self._answers = words["acts.answers"]
        self._negations, self._verbs = words["jussive"], lexicon.verbs
        self._private, self._divine = words["private"], words["divine"] | {_GOD}
        self._feelings = with_pronouns(words["feelings"]) | {f"ال{feeling}" for feeling in words["feelings"]}

    def clause(self, tokens: Tokens, i: int, j: int, form: CueForm) -> Frame | None:
        """The frame at the complementiser j, if the cue takes it there."""
        words = tokens.words
        before = words[j - 1]
        if form.form is Form.NOUN and not form.suffix and before.kind == COMMA and words[j].raw[0] == _IN:
            return None  # ماض في إقرار القانون، إن الناس …: a new sentence
        if words[j].raw == _NAMELY and j + 1 < tokens.count and words[j + 1].fold[1:] in self._he:
            return None  # ألا وهو
        if words[j].raw == _I and not self._speaks_of_himself(tokens, i, j, form):
            return None
        at = until = j
        link = ""
        if before.kind == WORD and before.fold in self._prepositions and before.preposition and j - 1 > i:
            link, until = before.fold, j - 1
        elif (
            before.kind == WORD
            and before.base in self._no_report
            and j - 1 > i + is_surname(before)
            and not is_private(tokens, j - 1, self._private)
            and not (words[j].fold[0] == "ب" and before.fold == "ذلك")  # رد على ذلك بأن
            and not (before.fold == "ذلك" and words[j - 2].fold in self._besides)  # أكد بعد ذلك أن
            and not (before.fold == "ذلك" and words[j - 3].fold in self._answers)  # قال ردا على ذلك إن
        ):
            return None
        if j - 1 > i and _is_anothers(tokens, j):
            return None
        if words[j].fold[0] == "ب":
            link = "ب"
        if link == "ب" and form.cue.cue_class is CueClass.ANSWER and _answers_claim(tokens, i, j):
            return None
        pointed = words[i + 1].fold == _TO and _TO in form.cue.act and words[i + 2].kind == WORD
        if not link and pointed:
            return None  # لا تشير إلى شيء، ومن الأفضل أن
        told = form.form is Form.NOUN and form.cue.cue_class in OF_FACTS and not self._wished(tokens, j)
        if link == _OF and (told or _says_what(tokens, i, form)):
            return Frame(i, form, Opening.CLAUSE, at, until)
        beside = until == i + 1 or self._is_behind_aside(tokens, i, until)
        loosely = link and "" in form.cue.clause and beside and before.fold in self._of_pointing
        pointing = link == "ب" and _TO in form.cue.clause and all(w.fold != _TO for w in words[i:j])
        if link not in form.cue.clause and not (loosely or pointing):
            return None  # مؤكدا إلى أن، يشير الوزير بأن, as the press has it
        far = form.cue.cue_class is CueClass.DIRECTIVE and form.cue.object and j - i > _NEAR
        if not link and far and not (self._asked_of(tokens, i) and self._is_to_do(tokens, j)):
            return None  # سائلاً الله أن, but not دعا للجرحى … أن
        if not link and form.cue.describes and not calls_so(tokens, i, j, form):
            return None  # وصف الحادث أنه مؤسف
        near = form.cue.near and form.cue.clause == {link} and form.form is not Form.PARTICIPLE
        if near and (j - i > _NAMED_IN or any(w.cues or w.relative for w in words[i + 1 : j])):
            return None  # شهدت الجلسة اعتراف المتهم بأنه
        in_order = form.form is Form.PRESENT and words[i].fold[0] == "ل"
        if in_order and j - i > _NEAR:
            return None  # ليواصل سلسلة مكاسبه، في حين توقع المحلل أن
        if link in ("", "ب") and form.cue.cue_class in OF_FACTS and self._wished(tokens, j):
            return None
        if link == _ON and form.cue.cue_class is CueClass.OPINION and self._wished(tokens, j):
            return None  # يتفق الوزيران على أن يجتمعا: a plan
        if words[i].base.startswith(_AGREED) and _HAMZA not in words[i].raw:
            return None  # اتفقت الدول على أن: what they decided, not أتفق
        return Frame(i, form, Opening.CLAUSE, at, until)

    def _asked_of(self, tokens: Tokens, i: int) -> bool:
        """Whether the verb at i says of whom something is asked (طلب المدير من الموظفين الذين زاروه أن).

        Or of God (سأل المولى عز وجل في ختام خطبته أن).
        """
        near = tokens.words[i + 1 : i + _NEAR]
        return any((word.fold == _OF and word.preposition) or word.fold in self._divine for word in near)

    def _is_to_do(self, tokens: Tokens, j: int) -> bool:
        """Whether the أن at j opens what somebody is to do."""
        following = tokens.words[j + 1] if j + 1 < tokens.count else None
        she = following is not None and following.fold.startswith(_SHE * 2)  # أن تتوسط
        return self._wished(tokens, j) or (
            she and following is not None and not may_be_masdar(following.fold)
        )

    def felt(self, tokens: Tokens, i: int, that: int, form: CueForm) -> Frame | None:
        """The frame of a verb that says what somebody feels: «أعرب عن أمله في أن», `that` being its أن."""
        words = tokens.words
        k = that - 1 - (words[that - 1].preposition and words[that - 1].fold in self._prepositions)
        link = words[k - 1].fold
        if k - 1 <= i or words[k].fold not in self._feelings or not link or link not in form.cue.act:
            return None
        return Frame(i, form, Opening.CLAUSE, that, k - 1)

    def repeated(self, tokens: Tokens, i: int, j: int, form: CueForm) -> Frame | None:
        """The frame of a verb that says again what the noun of saying at j says (جدد المجلس التأكيد أن)."""
        words = tokens.words
        if words[j].fold[0] in LEANING or not any(c.form is Form.NOUN for c in words[j].cues):
            return None
        at = j + 1
        if at < tokens.count and words[at].preposition and words[at].fold in self._prepositions:
            at += 1
        opened = at < tokens.count and words[at].complementiser
        return Frame(i, form, Opening.CLAUSE, at, j) if opened else None

    def conditional(self, tokens: Tokens, j: int, form: CueForm) -> bool:
        """Whether the إن at j is «if» (هدد بالإضراب إن لم تصرف الرواتب)."""
        words = tokens.words
        if words[j].fold != "ان" or words[j].raw[:1] == "أ" or j + 1 >= tokens.count:
            return False
        following = words[j + 1]
        if words[j - 1].fold in _WHETHER and (following.verbal or following.fold in self._being):
            return True  # سؤال حول ما إن كان
        if words[j].raw == _THAT_OR_IF and following.fold in self._if_any:
            return True  # المستندات إن وجدت
        either = following.noun_too or following.verb_too  # قال، وهو طالب، إن تنقل الناس صعب
        past = following.verbal or (following.finite and not either)
        if words[j].raw == _THAT_OR_IF and words[j - 1].kind in (COMMA, PAREN) and past:
            return True  # المستندات، إن وجدت
        return form.cue.cue_class is not CueClass.STATEMENT and following.fold in self._if_not

    def _speaks_of_himself(self, tokens: Tokens, i: int, j: int, form: CueForm) -> bool:
        """Whether the «I» at j opens what is said: a verb that quotes and its subject stand before it."""
        if not form.cue.quotes or (form.form is Form.NOUN and not form.suffix) or j - i > _NAMED_IN:
            return False  # قدر التوقعات وأنا
        if form.cue.object:
            return False  # أطالب أنا وزوجتي بالتحقيق
        between = tokens.words[i + 1 : j]
        return not any(w.cues or w.verbal or w.joined or w.base in self._negations for w in between)

    @staticmethod
    def _is_behind_aside(tokens: Tokens, i: int, until: int) -> bool:
        """Whether a subject and an aside between commas stand before `until` (وأضاف، في بيان، إلى أن)."""
        between = tokens.words[i + 1 : until]
        if not 0 < len(between) <= _ASIDE or between[-1].kind != COMMA:
            return False
        commas = [k for k, word in enumerate(between) if word.kind == COMMA]
        if len(commas) != _AROUND or any(word.cues or word.kind not in (WORD, COMMA) for word in between):
            return False
        aside = between[commas[0] + 1 : commas[1]]
        return len(aside) > 1 and aside[0].fold == _WITHIN and bool(aside[1].noun & nouns.OCCASION)

    def _wished(self, tokens: Tokens, j: int) -> bool:
        """Whether a bare أن with an imperfect follows: what is wished or allowed, nothing that is stated."""
        that = tokens.words[j]
        if that.fold not in ("ان", "بان") or that.raw[0] == _IN or j + 1 >= tokens.count:
            return False  # إن states: قال إن تنقل الطلاب صعب
        following = tokens.words[j + 1]
        if following.fold in self._wishes:
            return True
        present = any(c.form is Form.PRESENT for c in following.cues)
        if following.fold[:1] == _SHE:  # تركيا is no verb, nor تحسنا
            noun = following.raw.endswith(_NOUN_IN_ACCUSATIVE)
            return present or (following.fold in self._verbs and not noun)
        return following.fold[:1] in _OTHERS and (following.verbal or present)


def _says_what(tokens: Tokens, i: int, form: CueForm) -> bool:
    """Whether «what» stands before the verb at i, which the أن behind من explains (ما قاله المدير من أن)."""
    finite = form.form is Form.PAST or form.form is Form.PRESENT
    says = form.cue.cue_class in OF_FACTS  # not ما يهدد من أن
    return finite and says and i > 0 and tokens.words[i - 1].fold in _WHAT


def _is_anothers(tokens: Tokens, j: int) -> bool:
    """Whether the أن at j belongs to a verb right before it, which opens a clause and says nothing.

    «لم يقل شيئا، اكتفى بأن هز رأسه».
    """
    verb, before = tokens.words[j - 1], tokens.words[j - 2]
    if verb.kind != WORD or verb.cues or verb.given or not (verb.finite or verb.verbal):
        return False
    return verb.raw[0] == _AND or before.kind == COMMA


def _answers_claim(tokens: Tokens, i: int, that: int) -> bool:
    """Whether what others claim or accuse of is what the verb at i answers (رد على مزاعم الصحيفة بأن)."""
    words = tokens.words
    return any(
        words[k - 1].fold == _ON
        and any(c.form is Form.NOUN and c.cue.cue_class in OF_OTHERS for c in words[k].cues)
        for k in range(i + 2, that)
    )
