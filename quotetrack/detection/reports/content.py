"""How far a report runs: to the end of what is reported, not simply of the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from quotetrack.detection.clauses.contrasts import Contrasts, says
from quotetrack.detection.clauses.questions import has_owner, is_accused, takes_its_own
from quotetrack.detection.clauses.since import is_main_verb, waits_for_verb
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.drafts.draft import Found
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.drafts.headings import without_pictures
from quotetrack.detection.records import CueClass, Gender
from quotetrack.detection.reports.added_acts import AddedActs
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COLON, COMMA, DASH, STOP, WORD, Word

_SUBJECT: Final = 2
"""How many words from the opening of a report a source phrase stands inside it, not at its end."""
_AWAITED: Final = 24
"""How far before a report in its subject's clause the verb may stand whose أن follows the report."""
_AND_THAT: Final = "وذلك"
_THIRD: Final = 3
_SO: Final = "ف"
_SHALL: Final = "س"
_AS_TO: Final = "بالنسبه"
_IN: Final = "في"
_ON: Final = "علي"
_IN_ANSWER: Final = "ردا"
_OF: Final = "من"
_THAT: Final = "ذلك"
_TIME: Final = "وقت"
_FRONTED: Final = 24
_NOTED: Final = 5
"""How far behind «worth noting» its أن stands."""
_NAME: Final = 2
"""How many words in marks are more likely a name than what somebody said."""


class Extents:
    """Finds the ends of contents. `frames` and `phrases` say where the next cue opens."""

    def __init__(self, lexicon: Lexicon, subjects: Subjects) -> None:
        words = lexicon.words
        self._subjects = subjects
        self._contrasts = Contrasts(lexicon, subjects)
        self._noting, self._worth = words["formulas.noting"], words["formulas.worth"]
        self._impersonal = words["formulas.verbs"] | words["formulas.hearsay"]
        self._in_turn, self._for_their_part = words["in_turn"], words["for_their_part"]
        self._links = words["but"] | words["coordinating"]
        self._asides = words["own_asides"]
        self._occasion = words["on_what_occasion"]
        self._before_saying = words["before_saying"]
        self._when_asked, self._were_asked = words["when_asked"], words["were_asked"]
        self._asked, self._without = words["asked"], words["without"]
        self._hints, self._replying = words["hints"], words["replying"]
        self._fronting = words["fronting"]
        self._meanwhile = words["meanwhile"]
        self._openings, self.added = words["new_clause"], AddedActs(lexicon)
        self._trailing = words["trailing"]
        self._pronouns, self._also = words["pronouns"], words["also"]
        self._after_quote, self._pictures = words["asides_after_quotation"], words["pictures"]

    def clause_end(
        self,
        tokens: Tokens,
        first: int,
        limit: int,
        frames: Mapping[int, Frame],
        phrases: Mapping[int, Found],
    ) -> int:
        """The token after the clause that opens at `first`.

        It ends before a participle or a coordinated verb that opens a report of its own, before a
        source phrase that closes the sentence, and before an aside of the paper itself.
        """
        words = tokens.words
        passed: list[int] = []
        stops = tokens.clause_stops.setdefault(limit, {})
        i = first + 1
        stop = limit, False
        since = waits_for_verb(tokens, first)
        while i < limit:
            if i in stops:
                stop = stops[i]
                break
            word = words[i]
            if not word.signal and words[i - 1].kind != COMMA and i not in phrases:
                passed.append(i)
                i += 1
                continue
            if word.kind != WORD:
                quotation = tokens.quote_at.get(i)
                i = quotation.close + 1 if quotation is not None else i + 1
                continue
            if word.complementiser and self._is_awaited(tokens, first, i, frames):
                stop = i, False
                break
            if since and is_main_verb(tokens, i):
                stop = i, False
                break
            if i in phrases and (i - first <= _SUBJECT or self._is_aside(tokens, phrases[i], limit)):
                i = phrases[i].after  # أن زوجته وبحسب التقارير …
                continue
            linked = self._stops(tokens, i, limit, frames, phrases)
            if linked is None and self.added.by_speaker(tokens, first, i, limit):
                linked = True
            if linked is not None and not (i in frames and self._is_predicate(tokens, first, i)):
                stop = i, linked
                break
            passed.append(i)
            i += 1
        # Contents in one another end together: what one has passed the next need not pass again.
        stops.update(dict.fromkeys(passed, stop))
        return self.trim(tokens, first, stop[0], linked=stop[1])

    def _is_aside(self, tokens: Tokens, phrase: Found, limit: int) -> bool:
        """Whether the clause goes on behind a phrase of the same speaker («أن الأزمة تعود بحسب قوله إلى»)."""
        words, after = tokens.words, phrase.after
        if words[phrase.first - 1].kind == COMMA and after < limit and words[after].kind == COMMA:
            after += 1
        elif words[phrase.first - 1].kind != WORD:
            return False
        if phrase.source is not None or after + 1 >= limit or not words[after].preposition:
            return False
        return words[after + 1].fold not in self._without  # …، على حد تعبيره، من دون أن يسميها

    @staticmethod
    def _is_awaited(tokens: Tokens, first: int, i: int, frames: Mapping[int, Frame]) -> bool:
        """Whether «، أن» at i is that of a verb before the report («اعتبرت الهيئة، التي تقول إنها …، أن»)."""
        if tokens.words[i - 1].kind != COMMA:
            return False
        before = range(first - 1, max(tokens.sentence_starts[first], first - _AWAITED) - 1, -1)
        return any(k in frames and frames[k].at == i for k in before)

    def turn_end(self, tokens: Tokens, first: int, limit: int, frames: Mapping[int, Frame]) -> int:
        """The token after a turn without marks that opens at `first`: before the paper goes on reporting."""
        words = tokens.words
        nobody = True
        for i in range(first + 2, limit):
            word = words[i]
            office = word.title or word.leaned or (word.head and not word.noun & nouns.COMMON)
            nobody = nobody and not (office or word.given)
            fronts = words[i - 1].kind == STOP and word.fold in self._fronting
            if fronts and self._fronted(tokens, i, limit, frames):
                return self.trim(tokens, first, i, linked=False)
            if tokens.inside.get(i) is not tokens.inside.get(first):
                continue
            if self._leaves_turn(tokens, i, limit, frames):
                return self.trim(tokens, first, i, linked=True)
            frame = frames.get(i)
            if frame is None:
                continue
            if self._replies(tokens, i, frame, turn=first):
                return self.trim(tokens, first, i, linked=False)
            if words[i - 1].kind != COMMA and not (nobody and _goes_on(frame)):
                continue
            participle = frame.form.form is Form.PARTICIPLE
            if participle or (frame.form.form is Form.PAST and frame.form.person == 3 and words[i].joined):
                return self.trim(tokens, first, i, linked=False)
        return without_pictures(words, first, limit, self._pictures)

    def _leaves_turn(self, tokens: Tokens, i: int, limit: int, frames: Mapping[int, Frame]) -> bool:
        """Whether the paper goes on at i («، فيما أكد آخرون أن», «، مؤكدا حرصه», «. يذكر أن»)."""
        words = tokens.words
        word, before = words[i], words[i - 1].kind
        if before == STOP:
            near = words[i + 1 : min(i + _NOTED, limit)]
            notes = word.base in self._noting or (bool(near) and near[0].fold in self._worth)
            return notes and any(following.complementiser for following in near)
        if (i + 1 in frames or i + 2 in frames) and self._new_clause(tokens, i, limit, frames):
            return True
        if before != COMMA:
            return False
        hints = word.fold == _IN and i + 1 < limit and words[i + 1].fold in self._hints
        return hints or self.added.by_participle(words, i, limit)

    @staticmethod
    def _replies(tokens: Tokens, i: int, frame: Frame, *, turn: int) -> bool:
        """Whether the next turn of a dialogue opens at i («سألته: هل …؟ فقال لي: …»)."""
        before = tokens.words[i - 1]
        edge = before.kind in (COMMA, STOP) or tokens.words[i].raw[0] == "ف"
        finite = frame.form.form is Form.PAST or frame.form.form is Form.PRESENT
        return frame.opening is Opening.COLON and edge and finite and i - turn > 1

    def _stops(
        self, tokens: Tokens, i: int, limit: int, frames: Mapping[int, Frame], phrases: Mapping[int, Found]
    ) -> bool | None:
        """Whether a report ends before the word at i: None if not, True if a link before it goes, too."""
        words = tokens.words
        word = words[i]
        frame = frames.get(i)
        if frame is not None and self._ends_report(tokens, i, frame):
            return True
        adds = words[i - 1].kind == COMMA and word.joined and word.finite and bool(word.cues)
        behind = frames.get(i + 1) if adds else None
        if behind is not None and behind.form.form is Form.PARTICIPLE:
            return True  # …، وأضافت قائلة: «…»
        if self._new_clause(tokens, i, limit, frames):
            return True
        if self._contrasts.another_says(tokens, i, limit, frames):
            return True
        if self._contrasts.denies(tokens, i, limit, frames):
            return True
        if self._meanwhile_acts(tokens, i, limit):
            return True
        if self._contrasts.adds_another(tokens, i, limit, frames):
            return False
        if i in phrases:
            return False
        if word.preposition and i + 1 < limit and words[i + 1].fold in self._hints:
            return False  # في إشارة إلى
        edge = words[i - 1].kind == COMMA or i - 1 in tokens.quote_end
        if edge and word.fold == _IN and i + 1 < limit and words[i + 1].fold in self._replying:
            return False  # …، في تعليقها على
        if self._is_answer(words, i, limit):
            return False  # عندما سئل عن القرار، ردا على سؤال
        if word.fold == _AND_THAT and (i + 1 in phrases or self._tells_when(words, i + 1, limit)):
            return False  # …، وذلك بعد، وذلك وفقا لـ
        if word.preposition and word.raw[0] == "و" and self._in_this_context(words, i, limit):
            return False
        if word.fold in self._fronting and self._fronted(tokens, i, limit, frames):
            return False
        if word.fold in self._also and i + 1 < limit and self._says_also(tokens, i, frames):
            return False  # كما طالب بـ
        if words[i - 1].kind != COMMA:
            return False if self.added.by_participle(words, i, limit) else None
        if self.added.by_verb(words, i, limit) or self._gives_floor(words, i, limit):
            return True
        if word.fold in self._before_saying and self._before_he_says(words, i, limit, frames):
            return False  # «…، قبل أن يستدرك: …»
        aside = (
            word.fold in self._asides
            or self._contrasts.resumes(tokens, i, frames)
            or (
                not (word.definite or has_owner(tokens, i))
                and any(c.form is Form.PARTICIPLE and not is_accused(tokens, i, c) for c in word.cues)
            )
            or (word.fold in self._after_quote and self._follows_words(tokens, i))
        )
        return False if aside else None

    def _is_answer(self, words: Sequence[Word], i: int, limit: int) -> bool:
        """Whether the paper tells at i what question it was that the report answers."""
        i += words[i].fold == _AND_THAT
        if i + 2 >= limit:
            return False
        if words[i].fold == _IN_ANSWER:
            return words[i + 1].fold == _ON and words[i + 2].fold in self._asked
        return words[i].fold in self._when_asked and words[i + 1].fold in self._were_asked

    @staticmethod
    def _follows_words(tokens: Tokens, i: int) -> bool:
        """Whether a comma and somebody's words in marks, no name or title, stand before the word at i."""
        quotation = tokens.quote_end.get(i - 2)
        if quotation is None or quotation.words <= _NAME or i + 1 in tokens.quote_at:
            return False
        return not tokens.words[quotation.open - 1].naming  # برنامج «ربيع المدينة القديمة»، وهو

    def _says_also(self, tokens: Tokens, i: int, frames: Mapping[int, Frame]) -> bool:
        """Whether «كما» at i adds what is said besides («كما طالب بـ»), or compares («كما تتمنى والدتها»)."""
        words = tokens.words
        if i + 1 in frames:
            return True
        if words[i - 1].kind == WORD or any(word.fold.endswith(_THAT) for word in words[i + 2 : i + 4]):
            return False  # كما طالبت بذلك الهيئة
        owned = words[i + 1].object and not takes_its_own(tokens, i + 1)  # كما علمه, not كما اتهمه بـ
        return not owned and any(_may_say(form) for form in words[i + 1].cues)

    @staticmethod
    def _before_he_says(words: Sequence[Word], i: int, limit: int, frames: Mapping[int, Frame]) -> bool:
        """Whether «before» at i stands before a verb that says something (، قبل أن يستدرك: …)."""
        if i + 2 >= limit or not (words[i + 1].complementiser and words[i + 2].finite):
            return False
        acts = any(form.cue.act and _may_say(form) for form in words[i + 2].cues)
        return i + 2 in frames or acts  # not قبل أن يختتم المعسكر

    @staticmethod
    def _has_topic(tokens: Tokens, first: int, i: int) -> bool:
        """Whether nothing but its topic stands between a report's أن and i (أنه بالنسبة للسوق فيتوقع أن)."""
        words = tokens.words
        if not (words[first].complementiser and words[first + 1].fold == _AS_TO and i - first <= _AWAITED):
            return False
        return not any(word.finite or word.verbal for word in words[first + 2 : i])

    def _is_predicate(self, tokens: Tokens, first: int, i: int) -> bool:
        """Whether the verb at i tells what the subject of the report does («إن الوزير، الذي …، أكد أن»)."""
        words = tokens.words
        if words[i].raw[0] == _SO and self._has_topic(tokens, first, i):
            return True
        if not (words[first].complementiser and says(words[i]) and words[i - 1].kind == COMMA):
            return False
        following = words[i + 1] if i + 1 < tokens.count else None
        if following is not None and (following.given or following.definite):
            return False  # إن الوضع خطير، أكد هشام القرشي
        subject = self._subjects.before(tokens, i)
        if subject is None or subject[0] != first + 1 or any(w.verbal for w in words[slice(*subject)]):
            return False
        masculine = all(form.gender is Gender.MASCULINE for form in words[i].cues)
        if masculine and words[first + 1].raw.endswith("ة"):
            return False  # أن السلطنة تحتل المرتبة الثانية في …، أشار إلى
        behind = words[subject[1]]
        described = words[subject[0]].noun & nouns.DOCUMENT and not words[subject[0]].definite
        return bool(described) or behind.kind == COMMA or behind.relative or behind.preposition

    def _tells_when(self, words: Sequence[Word], i: int, limit: int) -> bool:
        """Whether what stands at i says on what occasion it was said (بعد إعلان، في أحدث تقرير)."""
        if i + 2 >= limit:
            return False
        spoken = words[i].preposition or words[i].adverbial
        near = any(word.noun & (nouns.OCCASION | nouns.DOCUMENT) for word in words[i + 1 : i + 3])
        apart = words[i - 2].kind != WORD  # not «أغلقت وذلك بعد انتهاء عقدها»
        answered = words[i + 2]  # ردا على الوزير، ردا على اتهاماته, not ردا على هجوم
        answers = words[i].fold == _IN_ANSWER and words[i + 1].fold == _ON
        answers = answers and bool(answered.title or answered.head or answered.given or answered.cues)
        return (apart and (answers or words[i].fold in self._occasion)) or (spoken and near)

    @staticmethod
    def _fronted(tokens: Tokens, i: int, limit: int, frames: Mapping[int, Frame]) -> bool:
        """Whether the paper puts at i in front what the next report is about («وعن الأسعار قال الوزير»)."""
        for k in range(i + 2, min(i + _FRONTED, limit)):
            if tokens.words[k].kind not in (WORD, COMMA):
                return False
            if k in frames:
                own = frames[k].form.person != _THIRD  # وعن ذلك قلت لهم
                return tokens.words[k].finite and not tokens.words[k].joined and not own
        return False

    @staticmethod
    def _in_this_context(words: Sequence[Word], i: int, limit: int) -> bool:
        """Whether the paper goes on at i with what was said besides («، وفي هذا السياق دعا إلى»)."""
        near = i + 3 < limit and words[i - 1].kind == COMMA and words[i + 1].noun & nouns.DEMONSTRATIVE
        return bool(near) and words[i + 3].finite

    def _gives_floor(self, words: Sequence[Word], i: int, limit: int) -> bool:
        """Whether «، من جانبه» and a verb of saying stand at i: somebody else goes on."""
        part = words[i].fold == _OF and i + 1 < limit and words[i + 1].fold in self._for_their_part
        if not (part or words[i].fold in self._in_turn):
            return False
        verb = i + 1 + part
        verb += verb < limit and words[verb].kind == COMMA
        return verb < limit and says(words[verb])

    def _new_clause(self, tokens: Tokens, i: int, limit: int, frames: Mapping[int, Frame]) -> bool:
        """Whether «، فيما …» or «، في حين …» with a verb of saying opens at i."""
        words = tokens.words
        link = words[i].fold
        if link in self._meanwhile and words[i - 1].fold == _IN:
            comma = i - 2
            i += words[i + 1].relative if i + 1 < limit else 0  # في الوقت الذي يؤكد فيه
        elif link in self._openings:
            comma = i - 1
        else:
            return False
        if words[comma].kind != COMMA or i + 1 >= limit or words[i + 1].object:
            return False
        if link == _TIME and (words[i + 1].verbal or words[i + 1].finite):
            return True  # في وقت تشهد البلاد أزمة
        said = [form for form in words[i + 1].cues if _may_say(form)]
        to_come = words[i + 1].fold[0] == _SHALL and all(form.form is Form.PRESENT for form in said)
        return i + 1 in frames or (bool(said) and not to_come)  # فيما ستعلن الأسماء

    def _meanwhile_acts(self, tokens: Tokens, i: int, limit: int) -> bool:
        """Whether «، بينما» and a verb stand at i, behind words in marks that are all of a report.

        «قال إن «الأزمة انتهت تماما»، بينما غادر النواب القاعة».
        """
        words = tokens.words
        if words[i].fold not in self._openings or words[i - 1].kind != COMMA or i + 1 >= limit:
            return False
        quotation, verb = tokens.quote_end.get(i - 2), words[i + 1]
        if quotation is None or quotation.words <= _NAME or not words[quotation.open - 1].complementiser:
            return False
        return verb.finite or verb.verbal

    def _ends_report(self, tokens: Tokens, i: int, frame: Frame) -> bool:
        words = tokens.words
        form = frame.form.form
        if form is Form.PARTICIPLE:
            return True
        if form is Form.NOUN:
            return False
        before = words[i - 1]
        if i + 1 < tokens.count and words[i + 1].fold in self._pronouns:
            return words[i].joined
        if words[i].joined:
            if words[i].base in self._impersonal and frame.at == i + 1 and not words[i].object:
                return False  # ويتوقع أن
            return not (before.kind == WORD and (before.relative or before.preposition))
        if before.kind == WORD and before.fold in self._links:
            return not (before.fold == "فيما" and words[i].object)
        return before.kind == COMMA and i - 2 > 0

    def trim(self, tokens: Tokens, first: int, end: int, *, linked: bool) -> int:
        """Leave out the comma, the full stop and the linking word before `end`."""
        words = tokens.words
        end = without_pictures(words, first, end, self._pictures)
        if linked:
            while (
                end - 1 > first
                and words[end - 1].kind == WORD
                and (words[end - 1].fold in self._links or words[end - 1].fold in self._trailing)
            ):
                end -= 1
        while end - 1 > first and words[end - 1].kind in (COMMA, STOP, BREAK, DASH):
            end -= 1
        return end


def _goes_on(frame: Frame) -> bool:
    """Whether the cue stands right before its أن (وأضاف أن): no comma need part it from a turn."""
    return frame.opening is Opening.CLAUSE and frame.until == frame.cue + 1


def sentence_core(tokens: Tokens, first: int, end: int) -> tuple[int, int]:
    """The range without the stops and breaks at its edges."""
    words = tokens.words
    while end > first and words[end - 1].kind in (STOP, BREAK, COMMA):
        end -= 1
    while first < end and words[first].kind in (STOP, BREAK, COMMA, COLON, DASH):
        first += 1
    return first, end


def _may_say(form: CueForm) -> bool:
    """Whether a finite verb says something whatever follows, and has no other sense (سجل، واصل، كما يجب)."""
    cue = form.cue
    if form.form not in (Form.PAST, Form.PRESENT) or form.jussive:
        return False
    if cue.calls and form.form is Form.PRESENT:
        return False  # كما تعتبر رافدا للاقتصاد
    if cue.of or cue.cue_class is CueClass.ADDITION:
        return False
    return bool(cue.act) or (cue.quotes and not cue.object)
