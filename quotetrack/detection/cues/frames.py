"""Cues and their frames: where a word of saying opens a report.

A cue alone is nothing. It reports where its complement follows: أن or إن (behind the preposition
that the verb takes), a quotation, or a colon; or, as a speech act, where a noun phrase stands in the
place that the lexicon gives it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotetrack.detection.clauses.questions import (
    after_bracket,
    is_subordinate,
    may_be_noun,
    second_lead,
    stands_apart,
)
from quotetrack.detection.clauses.relatives import Relatives
from quotetrack.detection.cues.at_marks import AtMarks, opens_alone
from quotetrack.detection.cues.complementisers import Complementisers
from quotetrack.detection.cues.false_friends import FalseFriends, Unnamed
from quotetrack.detection.cues.plain_speech import PlainSpeech
from quotetrack.detection.cues.scripture import Scripture
from quotetrack.detection.drafts.draft import Found
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.records import CueClass
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import OF_FACTS, CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    BREAK,
    COLON,
    COMMA,
    DASH,
    OPEN,
    PAREN,
    STOP,
    STRAIGHT,
    WORD,
)
from quotetrack.text import fold

_REACH: Final = 60
_NOUN_REACH: Final = 14
_FEW: Final = 3
"""The most words in marks behind a colon that are the subject of what is said."""
_I: Final = "أنا"
"""It folds like إنا."""
_THAT_IT: Final = ("بانه", "بانها", "بانهم")
_IN: Final = "إ"
_SAID: Final = "قال"
_FOR_THE: Final = "لل"
_WITHIN: Final = "في"
_HOW: Final = "كيف"
_CLAUSE_OF_WHAT: Final = 2
_WHAT: Final = "ما"
_IF: Final = "اذا"
_BYLINE: Final = 5
"""Within how many tokens a dash ends the name of a byline."""


class Frames:
    """Finds the frames of cues by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._friends, self._at_marks = FalseFriends(lexicon), AtMarks(lexicon)
        self._relatives = Relatives(lexicon)
        self._before_nouns = words["before_nouns"]
        self._contrast, self._alternatives = words["contrast"], words["alternatives"]
        self._unnamed, self._within = Unnamed(lexicon), words["within"]
        self._negations, self._questions = words["jussive"], words["interrogatives"]
        self._telling = {cue.lemma for cue in lexicon.cues if fold(cue.lemma) in words["telling"]}
        self._plain = PlainSpeech(lexicon)
        self._towns, self._labels, self._parties = words["towns"], words["labels"], words["parties"]
        self._auxiliaries = words["auxiliaries"]
        self._how = {cue.lemma for cue in lexicon.cues if fold(cue.lemma) in words["tell_how"]}
        self._that, self._posted_on = words["that"], words["posted_on"]
        self._clauses, self._scripture = Complementisers(lexicon), Scripture(lexicon)

    def find(self, tokens: Tokens, i: int, phrases: Mapping[int, Found]) -> Frame | None:
        """The frame of the cue at token i, or None where it is met by none of its forms.

        `phrases` maps the first token of each source phrase to the one after it: they are passed over.
        """
        if self._friends.says_nothing(tokens, i) or self._relatives.gets_copy(tokens, i):
            return None
        for form in tokens.words[i].cues:
            if self._friends.is_other_form(tokens, i, form):
                continue
            frame = self._scan(tokens, i, form, phrases)
            if frame is not None and not (
                self._is_of_saying(tokens, frame)
                or self._is_of_verb_before(tokens, frame)
                or self._is_called_so(tokens, frame)
                or self._is_occasion(tokens, frame)
                or self._lacks_message(tokens, frame)
                or self._scripture.is_cited(tokens, frame)
                or _is_of_subject(tokens, frame)
            ):
                frame.beside = self._relatives.clause(tokens, i, frame.until)
                return frame
        plain = self._plain.verb(tokens, i)
        return None if plain is None else Frame(i, plain[0], Opening.CLAUSE, plain[1], plain[1])

    def holds(self, tokens: Tokens, frame: Frame) -> bool:
        """Whether a frame's verb says where its quotation was said (التصريحات التي قال فيها «…»)."""
        behind = tokens.words[min(frame.cue + 1, tokens.count - 1)]
        within = behind.pronoun and behind.fold in self._within
        return within and frame.opening is Opening.QUOTATION and frame.cue + 2 == frame.at

    def _scan(self, tokens: Tokens, i: int, form: CueForm, phrases: Mapping[int, Found]) -> Frame | None:
        words = tokens.words
        quotation = tokens.inside.get(i)
        end = min(tokens.sentence_ends[i], quotation.close if quotation else tokens.count)
        noun = form.form is Form.NOUN
        limit = min(end, i + (_NOUN_REACH if noun else _REACH))
        j, passed = i + 1, False
        if j < limit and self._plain.at_once(tokens, i, form):
            return Frame(i, form, Opening.CLAUSE, j, j)
        while j < limit:
            word = words[j]
            if not word.signal:
                j += 1
                continue
            kind = word.kind
            if j in phrases:
                j = phrases[j].after
                continue
            if kind == WORD and (after := self._unnamed.after(tokens, j, limit)):
                j = after
                continue
            if kind == WORD:
                step = self._at_word(tokens, i, j, form, limit)
                if step is None and self._may_explain(tokens, j, form):
                    step, passed = j + 1, True
            elif kind == COLON:
                step = self._colon(tokens, i, j, form, limit)
            elif j in tokens.quote_at or kind == OPEN or (kind == STRAIGHT and opens_alone(tokens, j)):
                of_what = i > 0 and words[i - 1].fold == _WHAT and words[i + 1].pronoun  # ما صرح به «هراء»
                step = None if of_what else self._at_marks.step(tokens, i, j, form)
            elif kind == PAREN:
                step = after_bracket(tokens, j, limit)
            else:
                over = kind in (STOP, BREAK) and word.raw != "."
                over = over or (kind == STOP and words[min(j + 1, limit - 1)].complementiser)
                step = None if over else j + 1  # بكشف المعتدين. إن الحرية حق
            if isinstance(step, Frame):
                return step if not passed or _opens_with_in(tokens, step) else None
            if step is None:
                return None
            j = step
        return None

    def _is_occasion(self, tokens: Tokens, frame: Frame) -> bool:
        """Whether the noun of a frame only says when, and what follows is the paper's (بعد رفض القرار: …)."""
        if frame.form.form is not Form.NOUN or frame.opening is Opening.CLAUSE:
            return False
        if frame.form.suffix:  # وبسؤاله عن الخطة رد المدير: «…»
            asked = frame.form.cue.cue_class is CueClass.QUESTION
            return asked and any(word.cues for word in tokens.words[frame.cue + 1 : frame.until])
        return frame.cue > 0 and tokens.words[frame.cue - 1].fold in self._before_nouns

    @staticmethod
    def _lacks_message(tokens: Tokens, frame: Frame) -> bool:
        """Whether a verb addresses nothing that holds the words behind it (وجه رسالة إليهم: …)."""
        cue, words, i = frame.form.cue, tokens.words, frame.cue
        if not cue.of or cue.act:
            return False
        goes_on = i > 0 and words[i - 1].finite and words[i - 1].cues  # قال موجها كلامه إليهم
        if words[i].object or goes_on or frame.opening is Opening.CLAUSE:
            return True
        return not any(word.fold in cue.of for word in words[i + 1 : frame.until])

    @staticmethod
    def _may_explain(tokens: Tokens, j: int, form: CueForm) -> bool:
        """Whether the verb at j may only explain a noun behind «he said», which إن goes with (نشرت أمس)."""
        word, before = tokens.words[j], tokens.words[j - 1]
        said = form.cue.lemma == _SAID and form.form is not Form.NOUN
        return said and word.finite and not (word.joined or before.kind != WORD or word.complementiser)

    @staticmethod
    def _is_of_saying(tokens: Tokens, frame: Frame) -> bool:
        """Whether the إن of another verb's frame goes with «he said» before it (قال في تصريح نشر أمس إن)."""
        words, i = tokens.words, frame.cue
        if frame.form.form is Form.PARTICIPLE:
            other = not frame.form.cue.quotes and frame.at > i + 1  # قال، متحدثا أمام الطلاب، إن
        else:
            other = frame.form.form is not Form.NOUN and frame.form.cue.lemma != _SAID
            other = other and not words[i].joined and words[i - 1].kind == WORD
        if not other or not _opens_with_in(tokens, frame):
            return False
        for k in range(i - 1, max(tokens.sentence_starts[i], i - _REACH) - 1, -1):
            word = words[k]
            if any(c.cue.lemma == _SAID and c.form is not Form.NOUN for c in word.cues):
                return True
            if (
                word.complementiser
                or word.kind == COLON
                or k in tokens.quote_end
                or (word.joined and word.finite)
            ):
                return False
        return False

    def _is_of_verb_before(self, tokens: Tokens, frame: Frame) -> bool:
        """Whether the أن behind a participle that tells how is the verb's (أكد، معلقا على القرار، أن)."""
        i, form, words = frame.cue, frame.form, tokens.words
        if form.form is not Form.PARTICIPLE or form.cue.lemma not in self._how:
            return False
        that = next((k for k in range(i + 1, min(frame.at + 1, tokens.count)) if words[k].complementiser), i)
        if that <= i + 1:
            return False
        link = (
            "ب" if words[that].fold[0] == "ب" else words[that - 1].fold if words[that - 1].preposition else ""
        )
        if link and words[i - 1].kind == COMMA and link in form.cue.clause:
            return False  # أكد أهمية القرار، معلقا على الأزمة بأن
        for k in range(i - 1, max(tokens.sentence_starts[i], i - _NOUN_REACH) - 1, -1):
            word = words[k]
            if word.complementiser or word.relative or word.kind not in (WORD, COMMA):
                return False
            verb = next((c for c in word.cues if c.form is Form.PAST or c.form is Form.PRESENT), None)
            if verb is not None and not (word.look_alike or word.title or word.head or word.given):
                return verb.cue.cue_class in OF_FACTS and link in verb.cue.clause
        return False

    def _is_called_so(self, tokens: Tokens, frame: Frame) -> bool:
        """Whether the cue of a frame is the object of a verb before it that calls it by what follows."""
        i = frame.cue
        before = range(max(tokens.sentence_starts[i], i - _NOUN_REACH), i)
        return any(tokens.words[k].cues and self._is_described(tokens, k, i) for k in before)

    def _at_word(self, tokens: Tokens, i: int, j: int, form: CueForm, limit: int) -> Frame | int | None:
        """What the word at j does to the search from i: a frame, the token to go on at, or an end."""
        words = tokens.words
        word = words[j]
        if word.complementiser and words[j - 1].fold in self._alternatives:
            return j + 1  # زيارة أو أن نسمع
        if word.complementiser and _asks_only(form):
            return None  # في جواب عن سؤال أن
        if word.complementiser and not self._clauses.conditional(tokens, j, form):
            opened = self._clauses.felt(tokens, i, j, form) or self._clauses.clause(tokens, i, j, form)
            return opened or (None if words[j - 1].fold in self._contrast else j + 1)
        how = word.fold == _HOW and form.cue.lemma in self._telling and form.form is not Form.NOUN
        if how or (word.base in self._questions and self._asks(tokens, i, form)):
            return Frame(i, form, Opening.CLAUSE, j, j)
        if word.fold == _WHAT and words[j - 1].fold == _IF and j - 1 > i and self._asks(tokens, i, form):
            return Frame(i, form, Opening.CLAUSE, j - 1, j - 1)
        whether = word.fold == _WHAT and j + 1 < limit
        whether = whether and (words[j + 1].fold == _IF or self._clauses.conditional(tokens, j + 1, form))
        if whether and self._asks(tokens, i, form):
            return Frame(i, form, Opening.CLAUSE, j, j - 1 if words[j - 1].fold == "عن" else j)
        if self._plain.opens(tokens, i, j, form):
            return Frame(i, form, Opening.CLAUSE, j, j)
        repeated = self._clauses.repeated(tokens, i, j, form) if form.cue.repeats else None
        if repeated is not None:
            return repeated
        described = word.cues and not word.finite and any(c.form is Form.PARTICIPLE for c in word.cues)
        if described and self._friends.is_noun(tokens, j):
            return j + 1  # أفادت مصادر مؤكدة أن
        if word.cues and self._friends.is_field_of_his(tokens, j):
            return j + 1
        if word.cues and self._relatives.explains(tokens, i, j):
            return j + 1
        noun = (word.cues or word.relative) and form.form is Form.NOUN
        if word.cues:
            if (noun and word.finite and not may_be_noun(tokens, j)) or not self._harmless(tokens, i, j):
                return None
            if j + 1 < limit and words[j + 1].complementiser and self._takes_its_own(tokens, i, j):
                return self._clauses.felt(tokens, i, j + 1, form) or j + 2
            return j + 1
        return None if noun and word.relative else j + 1

    def _takes_its_own(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether the أن behind the cue word at j is that word's, and not of the cue at i before it."""
        before = tokens.words[j - 1]
        medium = before.noun & nouns.AUDIENCE and not before.fold.startswith(_FOR_THE)
        if before.fold == _WITHIN or (medium and tokens.words[j].definite):
            return False  # قال في تصريح إن، قال لوكالة الأخبار إن
        if all(_asks_only(c) for c in tokens.words[j].cues):
            return False  # قال ردا على سؤال إن
        bare = all(c.form is Form.NOUN and not c.suffix for c in tokens.words[j].cues)
        said = any(c.cue.lemma == _SAID and c.form is not Form.NOUN for c in tokens.words[i].cues)
        if bare and said and before.preposition and tokens.words[j + 1].raw[0] == _IN:
            return False  # قال ردا على الاتهامات إن, where a noun takes أن
        if self._is_described(tokens, i, j) or self._friends.is_other_word(tokens, j):
            return False
        return not (self._friends.speaks(tokens, j) or self._friends.is_of_their_field(tokens, j))

    def _asks(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether the verb at i asks, or says that somebody did not tell (ولم يذكر البيان متى)."""
        if form.cue.cue_class is CueClass.QUESTION:
            return True
        told = form.cue.cue_class in OF_FACTS and form.form is Form.PRESENT
        return told and i > 0 and tokens.words[i - 1].base in self._negations

    @staticmethod
    def _is_described(tokens: Tokens, i: int, j: int) -> bool:
        """Whether the noun of saying at j is what the verb at i calls by some word (وصف الاتهامات بأنها)."""
        noun, that = tokens.words[j], tokens.words[min(j + 1, tokens.count - 1)]
        calls = any(form.cue.describes for form in tokens.words[i].cues)
        known = noun.definite or any(form.suffix for form in noun.cues)  # وصفت تصريحاته بأنها
        return calls and known and that.complementiser and that.fold.startswith(_THAT_IT)

    def _harmless(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether the cue word at j leaves the frame that follows to the cue at i."""
        words = tokens.words
        word = words[j]
        if word.look_alike or word.head or word.title or self._unnamed.introduces(tokens, j):
            return True
        if self._friends.is_passive(tokens, j) or self._friends.is_other_word(tokens, j):
            return True
        if self._relatives.gets_copy(tokens, j):
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
            return not (word.finite and words[j - 1].kind == COMMA)  # نقل عن زواره، رأى درباس أن
        if word.finite:
            return j == i + 1 and words[j].fold[0] in "يت" and words[i].cues[0].form is Form.PAST
        if self._tells_how(tokens, i, j) or stands_apart(tokens, j):
            return True
        return not any(c.form is Form.PARTICIPLE for c in word.cues)

    def _tells_how(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether the participle at j only tells how the verb at i says it (قال متحدثا عن القرار إن)."""
        words = tokens.words
        finite = [c for c in words[i].cues if c.form is Form.PAST or c.form is Form.PRESENT]
        how = all(c.form is Form.PARTICIPLE and c.cue.lemma in self._how for c in words[j].cues)
        if how and any(c.cue.cue_class in OF_FACTS for c in finite):
            that = next((w for w in words[j + 1 : j + _NOUN_REACH] if w.complementiser), None)
            of_verb = that is not None and (that.fold[0] != "ب" or words[j - 1].kind != COMMA)
            if of_verb and not words[j + 1].complementiser:
                return True  # أكد الوزير، متحدثا في البرلمان، أن
        said = any(c.cue.lemma == _SAID and c.form is not Form.NOUN for c in words[i].cues)
        said = said and words[i + 1].fold not in self._that  # قال ذلك مستعرضا
        mute = (not c.cue.quotes or (c.cue.of and not c.cue.act) for c in words[j].cues)
        return said and all(mute) and all(c.form is Form.PARTICIPLE for c in words[j].cues)

    def _names_subject(self, tokens: Tokens, at: int) -> bool:
        """Whether a word or two in marks behind a colon are the subject of what is said (: «الغد» لن …)."""
        found = tokens.quote_at[at]
        if found.words > _FEW or found.close + 1 >= tokens.count:
            return False
        verb = tokens.words[found.close + 1]
        if verb.kind != WORD or verb.joined or verb.cues or verb.preposition:
            return False
        return verb.finite or verb.verbal or verb.fold in self._auxiliaries

    def _colon(self, tokens: Tokens, i: int, j: int, form: CueForm, limit: int) -> Frame | None:
        if not form.cue.quotes or (form.form is Form.NOUN and not form.suffix and j - i > 8):
            return None
        words = tokens.words
        if form.form is Form.NOUN and f"ال{words[i].fold}" in self._parties:
            return None  # دفاع المتهم: …
        labelled = form.form is not Form.PAST and words[i].base in self._labels
        if labelled and (i == 0 or words[i - 1].kind == BREAK):
            return None  # ملاحظة للمحررين: …
        at = j + 1
        if at >= tokens.count or (words[at].kind in (BREAK, STOP) and at + 1 >= tokens.count):
            return None
        if words[at].kind == BREAK:
            at += 1
            at += at + 1 in tokens.quote_at and words[at].kind == BREAK  # an empty line between
        if at in tokens.quote_at:
            opening = Opening.COLON if self._names_subject(tokens, at) else Opening.QUOTATION
            return Frame(i, form, opening, at, j)
        if words[at].complementiser and words[at].raw != _I:
            return Frame(i, form, Opening.CLAUSE, at, j)
        if at >= limit or (tokens.starts[at] == tokens.ends[j] and words[at].fold[:1].isdigit()):
            return None
        if form.cue.cue_class is CueClass.OPINION and form.form is Form.PRESENT:
            return None  # تعتبر الأولى من نوعها: …
        byline = form.form is Form.PAST and words[i].fold in self._labels
        dashed = byline and j == i + 1 and (not i or words[i - 1].kind in (BREAK, DASH))
        if dashed and any(word.kind == DASH for word in words[at + 1 : at + _BYLINE]):
            return None  # الضفاف - كتب: سامي الخالد - تحولت الجلسة
        if byline and (not i or words[i - 1].kind == BREAK):
            posted = any(word.fold in self._posted_on for word in words[i + 1 : j])
            if not posted:  # كتب سامي الخالد على حسابه: لن نتراجع
                return None  # كتب سامي الخالد: تنظم الوزارة …
        if i > tokens.sentence_starts[i] and second_lead(tokens, j) is not None:
            return None  # فلان يستبعد كذا والوزير: …
        return Frame(i, form, Opening.COLON, at, j)


def _is_of_subject(tokens: Tokens, frame: Frame) -> bool:
    """Whether the verb of a frame is of the subject of which the marks say something.

    «أكد أن ما قيل عن الصفقة «غير صحيح»», but not «إن ما وصفه بـ«الكارثة» …».
    """
    i, words = frame.cue, tokens.words
    if frame.opening is not Opening.QUOTATION or frame.until != frame.at or i < _CLAUSE_OF_WHAT:
        return False
    calls = frame.form.cue.describes or frame.form.cue.calls
    return not calls and words[i - 1].fold == _WHAT and words[i - 2].complementiser


def _asks_only(form: CueForm) -> bool:
    """Whether the form is a noun that says that something was asked, which takes no أن (سؤال)."""
    return form.form is Form.NOUN and form.cue.cue_class is CueClass.QUESTION and not form.suffix


def _opens_with_in(tokens: Tokens, frame: Frame) -> bool:
    """Whether a frame's content is a clause that إن opens, as behind «he said» and hardly elsewhere."""
    return frame.opening is Opening.CLAUSE and tokens.words[frame.at].raw[0] == _IN
