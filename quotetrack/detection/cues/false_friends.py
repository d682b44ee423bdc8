"""False friends: words of saying that say nothing where they stand (بين الوزارة والشركة، رد فعل)."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.clauses.questions import (
    Expressers,
    has_owner,
    is_accusative,
    is_accused,
    is_counted,
    is_required,
    requires,
    says_how_much,
    says_of_what,
)
from quotetrack.detection.records import CueClass, Gender, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import SHADDA, CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    BREAK,
    CLOSE,
    COLON,
    COMMA,
    LEANING,
    STOP,
    STRAIGHT,
    WORD,
    Word,
    bare,
    with_pronouns,
)

_WHAT: Final = "ما"
_THAT: Final = "ان"
_WHO: Final = "من"
_TO: Final = "الي"
_HER: Final = ("ها", "هم")
_ARTICLE: Final = "ال"
_AND: Final = "و"
_IN_T: Final = "تي"
_DOTLESS: Final = "ى"
_TO_WHOM: Final = "ل"
_HEARD: Final = "تردد"
_INDIVIDUAL: Final = "فرد"
_ON: Final = "علي"

_BODIES: Final = (SpeakerKind.ORGANISATION, SpeakerKind.OUTLET)
_PRESENT: Final = ("ي", "ت", "ا", "ن")
_NOT: Final = 10
"""How far before a verb of opinion «was not» stands."""
_NAME: Final = 4
"""The most words of a name in quotation marks."""


class Unnamed:
    """Tells where a source asks to stay unnamed, which is nothing that it says."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._withholding, self._withheld = words["withholding"], words["withheld"]
        self._identity = words["acts.identity"]
        self._not, self._unnaming = words["jussive"], words["unnaming"]
        self._so_called = words["so_called"]

    def refuses(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i asks that something be kept back (رفض الكشف عن), or says that it is."""
        words = tokens.words
        asks = words[i].base in self._withholding and i + 1 < tokens.count
        return (asks and words[i + 1].fold in self._withheld) or self.leaves_unnamed(tokens, i)

    def leaves_unnamed(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i denies that a source was named (عن مصادر لم تسمها، لم تذكر اسمه)."""
        words = tokens.words
        if words[i].fold not in self._not or i + 1 >= tokens.count:
            return False
        named = any(word.fold in self._identity for word in words[i + 2 : i + 5])
        return named or words[i + 1].fold in self._unnaming

    def asks(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i asks that a name be kept back (طلب عدم نشر اسمه), or did not tell it."""
        asks = tokens.words[i].base in self._withholding and self.keeps(tokens, i + 1)
        return asks or (i > 0 and self.leaves_unnamed(tokens, i - 1))

    def after(self, tokens: Tokens, i: int, limit: int) -> int | None:
        """The mark or أن behind what the word at i asks to keep back; None where it asks for nothing."""
        if i + 1 >= limit or not self.refuses(tokens, i):
            return None
        words = tokens.words
        return next(
            (
                k
                for k in range(i + 2, min(i + 16, limit))
                if words[k].kind in (COMMA, COLON) or k in tokens.quote_at or words[k].complementiser
            ),
            None,
        )

    def introduces(self, tokens: Tokens, i: int) -> bool:
        """Whether the verb at i only tells a name (مواطن يدعى سامي)."""
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        if tokens.words[i].base not in self._so_called or following is None:
            return False
        if (marks := tokens.quote_at.get(i + 1)) is not None:
            opens = tokens.words[min(i + 2, tokens.count - 1)]
            return marks.words <= _NAME and not opens.complementiser  # مدونة تدعى «سرب أون لاين»
        if following.kind != WORD:
            return False
        behind = tokens.words[min(i + 2, tokens.count - 1)]
        if following.noun & nouns.PLACE and behind.complementiser:
            return False  # تدعي إسرائيل أن, not مدينة تدعى الضفاف
        return not (following.complementiser or following.preposition or following.definite)

    def keeps(self, tokens: Tokens, start: int) -> bool:
        """Whether what begins at `start` keeps a name back (عدم الإشارة إلى اسمه)."""
        words = tokens.words
        kept = start < tokens.count and words[start].fold in self._withheld
        return kept and any(word.fold in self._identity for word in words[start + 1 : start + 5])


class FalseFriends:
    """Tells them by a lexicon and the words next to them."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._kinds = lexicon.kinds
        self._without, self._there = words["without"], words["there"]
        self._negations, self._turns = words["jussive"], words["turns"]
        self._within, self._surely = words["within"], words["surely"]
        self._held_on = words["held_on"] | with_pronouns(words["held_on"])
        self._outcomes, self._outcome_subjects = words["outcomes"], words["outcome_subjects"]
        self._polls, self._polled = words["polls"], words["polled"]
        self._being = words["being"]
        self._was = words["being_short"] | words["acts.were"]
        self._worth, self._not = words["worth"], words["denying_nouns"]
        self._memos = words["memos"]
        self._before_nouns, self._unsaying = words["before_nouns"], words["unsaying"]
        self._parties = words["parties"]
        self._public, self._happenings = words["of_public"], words["happenings"]
        self._never_before = words["never_before_verbs"]
        self._reaches, self._turned_out = words["reaches"], words["turns_out"]
        self._facts, self._whenever = words["facts"], words["whenever"]
        self._signs = words["signs"]
        self._between = words["between_and_as"]
        self._be_less, self._quantities = words["be_less"], words["amounts"] | words["counts"]
        self._doubtful = self._memos | self._turned_out | self._between | self._reaches | self._be_less
        self._measures = words["measures"] | with_pronouns(words["measures"])
        self._houses = words["publishers"]
        self._attention, self._required_by = words["attention"], words["required_by"]
        self._lacking, self._unnamed = words["lacking"], Unnamed(lexicon)
        self._apart = words["participles_apart"]
        self._expressers = Expressers(lexicon)

    def says_nothing(self, tokens: Tokens, i: int) -> bool:
        """Whether the cue word at token i is none here, in any of its forms."""
        return (
            self.is_other_word(tokens, i)
            or self._is_ruled_out_before(tokens, i)
            or self._is_outcome(tokens, i)
            or self._was_not_thought(tokens, i)
            or self.speaks(tokens, i)
            or self._unnamed.asks(tokens, i)
            or self._unnamed.introduces(tokens, i)
        )

    def _was_not_thought(self, tokens: Tokens, i: int) -> bool:
        """Whether «was not» before the verb of opinion at i says that nobody thought it (لم يكن يتوقع أن)."""
        words = tokens.words
        if words[i].fold[0] not in _PRESENT or not words[i].finite:
            return False
        if any(form.cue.cue_class is not CueClass.OPINION for form in words[i].cues):
            return False
        for k in range(i - 1, max(i - 1 - _NOT, tokens.sentence_starts[i]), -1):
            if words[k].fold in self._was:
                return words[k - 1].fold in self._negations or words[k - 1].fold.removeprefix(_AND) == _WHAT
            if words[k].kind != WORD or words[k].finite or words[k].complementiser:
                return False
        return False

    def speaks(self, tokens: Tokens, i: int) -> bool:
        """Whether the noun of saying at i is what speaks by the verb before it (أظهرت التوقعات أن)."""
        word, before = tokens.words[i], tokens.words[i - 1]
        if i and word.fold in self._parties and before.finite:  # قال الدفاع إن, not نفى الادعاء بأن
            return any(form.cue.quotes and form.cue.cue_class is not CueClass.DENIAL for form in before.cues)
        hers = word.noun & nouns.DOCUMENT and word.definite and word.fold.endswith(("ات", "ه"))
        return bool(i and hers) and any(
            form.gender is Gender.FEMININE
            and form.form is not Form.NOUN
            and form.cue.clause
            and form.cue.document
            for form in before.cues
        )

    def is_other_word(self, tokens: Tokens, i: int) -> bool:
        """Whether a word of the same spelling stands at i."""
        word = tokens.words[i]
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        opens = word.joined and (tokens.sentence_starts[i] == i or tokens.words[i - 1].kind == COMMA)
        if word.look_alike and not (opens or self._expresses(tokens, i) or self._is_held_in_it(tokens, i)):
            return True
        if word.preposition and SHADDA not in word.raw and not self._opens_clause(tokens, i):
            return True  # بين الوزارة والشركة
        if following is None:
            return False
        if following.fold in self._unsaying:
            return True  # رد فعل
        if following.fold in self._attention and i + 2 < tokens.count:
            return tokens.words[i + 2].complementiser  # لفت نظري أن
        if word.base in self._doubtful and self._is_other_base(tokens, i, following):
            return True
        if requires(tokens, i, self._required_by):
            return True
        if word.raw == _INDIVIDUAL and not self._replies(tokens, i, following):
            return True  # وقال فرد من القبيلة
        if following.fold in self._public and word.noun_too and word.fold[word.joined :].startswith(_ARTICLE):
            return True  # الادعاء العام
        if word.object and following.fold == _TO and any(c.cue.passes for c in word.cues):
            return True  # جولة نقلته إلى الصين
        paper = tokens.words[i - 1] if i and word.definite and word.noun_too else None
        if paper is not None and paper.noun & nouns.DOCUMENT and not paper.definite:
            return True  # لائحة الاتهام
        return word.fold in self._surely and not (following.preposition or following.complementiser)

    @staticmethod
    def _replies(tokens: Tokens, i: int, following: Word) -> bool:
        """Whether فرد is «and he replied»: to whom, or saying what, and no noun of a clause before it."""
        before = tokens.words[i - 1] if i else None
        if before is not None and (before.finite or before.preposition or before.noun & nouns.LISTING):
            return False
        says = any(form.form is Form.PARTICIPLE for form in following.cues) and following.raw.endswith("ا")
        to_whom = following.pronoun and following.fold.startswith(_ON)
        return to_whom or says or following.complementiser

    def _is_other_base(self, tokens: Tokens, i: int, following: Word) -> bool:
        """Whether one of the words that are hardly ever of saying is not here; `following` is behind it."""
        word = tokens.words[i]
        if word.base in self._memos:
            paper = i and tokens.words[i - 1].finite and not word.joined  # أفادت مذكرة للوزارة بأن
            said = following.complementiser or following.fold[0] in LEANING
            return bool(paper) or (not said and following.kind == WORD)  # مذكرة تفاهم
        if word.base in self._turned_out:
            to_whom = following.fold[0] == _TO_WHOM and not following.given
            aside = to_whom or following.adverbial or following.preposition
            return (following.complementiser or aside) and self._is_said_of_none(tokens, i)  # ثم تبين له أن
        if word.base in self._be_less:
            return says_how_much(tokens, i, self._quantities)  # لم يقل عددهم عن مئة
        if word.base in self._between:
            return i + 1 not in tokens.quote_at and not following.complementiser  # وبينهم سيدة
        return self._is_measure(following)  # يبلغ طوله

    @staticmethod
    def _is_said_of_none(tokens: Tokens, i: int) -> bool:
        """Whether no noun right before the verb at i is its subject (الأرقام تبين أن), nor does ل lead it."""
        before, word = tokens.words[i - 1] if i else None, tokens.words[i]
        return not (before is not None and before.definite) and word.fold.removeprefix(_AND)[0] in _IN_T

    def is_of_their_field(self, tokens: Tokens, i: int) -> bool:
        """Whether the noun at i says of what the body or the office before it is."""
        return i > 0 and tokens.words[i].definite and self._is_field(tokens.words[i - 1])

    def _is_field(self, before: Word) -> bool:
        """Whether what stands behind the word says of what it is a body or an office (وزير الدفاع)."""
        office = before.head or self._kinds.get(before.base) in _BODIES
        return office and not before.definite  # لجنة الطعون

    def _is_measure(self, word: Word) -> bool:
        """Whether the word says how much: a measure, with or without whose, or a number."""
        return word.fold in self._measures or word.fold[:1].isdigit()

    def _is_ruled_out_before(self, tokens: Tokens, i: int) -> bool:
        """Whether the word before i takes the saying away, or makes a noun of the verb."""
        words = tokens.words
        word, before = words[i], words[i - 1].fold if i else ""
        if before in self._lacking:
            return True  # عدم ذكر اسمه
        if i > 1 and before == _THAT and words[i - 2].fold in self._without:
            return True  # دون أن يقول
        if before in self._whenever or (before in self._without and not word.joined):
            return True  # كلما قلت، بلا تردد
        what = before == _WHAT and word.object and word.finite
        if what and not (any(c.cue.describes for c in word.cues) or says_of_what(tokens, i)):
            return True  # ما تناقلته وسائل الإعلام
        if self.is_field_of_his(tokens, i):
            return True
        if i and word.noun_too and not word.joined and words[i - 1].verbal and before.endswith(_HER):
            return True  # تناولتها كتب كثيرة
        if self.is_passive(tokens, i):
            return True  # في مقال نشر على الموقع
        if self.is_of_their_field(tokens, i):
            return True  # وزارة الدفاع
        if words[i - 1].fold in self._houses and i and not (word.joined or word.fold.endswith("ت")):
            return True  # دار نشر
        happens = i > 1 and words[i - 1].relative and words[i - 2].fold in self._happenings
        if happens and any(c.cue.cue_class is CueClass.DIRECTIVE for c in word.cues):
            return True  # الأمر الذي دعا البائع إلى
        if before in self._worth:
            return True  # الجدير ذكره أن
        if before in self._not and not word.noun_too and any(c.form is Form.PAST for c in word.cues):
            return True  # لا شك في أن
        return word.fold in self._polled and before in self._polls  # استطلاع رأي

    @staticmethod
    def is_field_of_his(tokens: Tokens, i: int) -> bool:
        """Whether the noun at i tells of what the office before it is in charge (وزير دفاعه)."""
        word = tokens.words[i]
        if not i or word.joined or not word.cues or not all(form.suffix for form in word.cues):
            return False
        return tokens.words[i - 1].head and not tokens.words[i - 1].definite

    def is_passive(self, tokens: Tokens, i: int) -> bool:
        """Whether the verb at i says where a document before it came out, and nobody published it."""
        words = tokens.words
        if i < 2 or i + 1 >= tokens.count or not words[i].noun & nouns.PUBLISHED:
            return False
        document = words[i - 1].noun & (nouns.OCCASION | nouns.DOCUMENT) and not words[i - 1].definite
        following = words[i + 1]
        where = following.preposition or following.adverbial or bool(following.noun & nouns.DAY)
        where = where and not (following.pronoun or following.complementiser)  # نشر مساء الثلاثاء
        return bool(document) and where and words[i - 2].preposition

    def is_other_form(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether the cue word at token i says something, but not as `form`."""
        if form.form is Form.PARTICIPLE and (self.is_noun(tokens, i) or is_accused(tokens, i, form)):
            return True
        noun = form.form is Form.PARTICIPLE and tokens.words[i].fold in self._apart
        if noun and not _stands_apart(tokens, i):
            return True  # متابعة العمل
        if is_required(tokens, i, form):
            return True
        before = tokens.words[i - 1] if i else None
        leans = before is not None and before.preposition and not (before.pronoun or before.base == _WHO)
        if leans and form.form is Form.PARTICIPLE:
            return True  # مع ملاحظة أن
        no_verb = leans and not tokens.words[i].joined  # الحاجة إلى نقله، ساهم في نشر
        no_verb = no_verb or (before is not None and before.fold in self._never_before)  # على أمل أن
        nominal = before is not None and before.fold in self._before_nouns
        nominal = nominal and tokens.words[i].noun_too and not tokens.words[i].joined
        if nominal and form.form is Form.NOUN and form.cue.describes and not form.suffix:
            return True  # يمكن وصف … بأن
        no_verb = no_verb or nominal  # بعد إعلان
        if no_verb and (form.form is Form.PAST or form.form is Form.PRESENT):
            return True
        if form.jussive and not (i and tokens.words[i - 1].fold in self._negations):
            return True
        if form.cue.lemma == _HEARD and before is not None and before.fold in self._negations:
            return True  # لم يتردد الوزير في القول إن
        if form.cue.denied and not self._is_denied(tokens, i):
            return True  # أخفى الوزير أن
        if form.cue.within:
            return not self._holds_words(tokens, i)  # ورد الوزير بأن: he answers
        either = any(c.cue.within for c in tokens.words[i].cues)  # and what was found: أحاديث وردت فيهم
        return either and before is not None and before.kind == WORD

    def _is_denied(self, tokens: Tokens, i: int) -> bool:
        """Whether a negation stands before the verb at i (لم يخف قلقه), and nothing is hidden from whom."""
        before = tokens.words[i - 1].fold if i else ""
        return (before in self._negations or before in self._not) and not tokens.words[i].raw.endswith(
            _DOTLESS
        )

    def is_noun(self, tokens: Tokens, i: int) -> bool:
        """Whether the participle at i is a noun: with its article, after «to be», or as who speaks.

        «المؤكد»، «ليكون مقراً»، «قالت متحدثة باسم».
        """
        word, before = tokens.words[i], tokens.words[i - 1] if i else None
        if before is not None and (before.fold in self._being or (word.head and before.finite)):
            return True
        if before is not None and (before.fold in self._without or before.fold in self._there):
            return True  # زيارة غير معلنة، هناك داعيا
        if is_counted(tokens, i):
            return True
        if i > 1 and before is not None and self._kinds.get(before.fold) is SpeakerKind.ANONYMOUS:
            return tokens.words[i - 2].finite  # أفادت مصادر مؤكدة أن
        return has_owner(tokens, i) or not is_accusative(tokens, i)

    def _is_outcome(self, tokens: Tokens, i: int) -> bool:
        """Whether what a clause before it tells, and nobody, is the subject of the verb at i.

        «مما يؤكد أنهم عائدون».
        """
        words = tokens.words
        if i < 2 or not any(form.form is Form.PRESENT for form in words[i].cues):
            return False
        before, second = words[i - 1], words[i - 2]
        behind = i + 2 if i + 1 < tokens.count and words[i + 1].preposition else i + 1
        that = behind < tokens.count and words[behind].complementiser
        shown = before.fold in self._facts and that
        if shown and not (second.finite or second.verbal or second.preposition):
            return True  # وهذا يؤكد أن, not يعلن ذلك ليؤكد أن
        sign = second if before.relative else before
        if that and bare(sign.fold) in self._signs and sign.definite == before.relative:
            return True  # دليل يؤكد أن، العلامات التي تشير إلى أن
        told = second.kind == COMMA or second.fold in self._outcome_subjects
        what = before.fold == _WHAT and told  # …، ما يشير إلى أن
        if not (what or before.fold in self._outcomes or (second.fold in self._outcomes and before.relative)):
            return False
        after = i + 1
        while after < tokens.count and words[after].adverbial and not words[after].complementiser:
            after += 1
        return after < tokens.count and (words[after].complementiser or words[after].preposition)

    def _holds_words(self, tokens: Tokens, i: int) -> bool:
        """Whether a verb such as جاء or ورد says what a document holds (ورد في البيان)."""
        words = tokens.words
        if i + 2 >= tokens.count or words[i + 1].fold not in self._within:
            return False
        answers = words[i + 1].fold == _ON and not all(form.cue.within for form in words[i].cues)
        return not answers or words[i + 2].base in self._held_on  # ورد على منتقديه بأن, not ورد على لسانه أن

    def _is_held_in_it(self, tokens: Tokens, i: int) -> bool:
        """Whether a verb such as جاء says what the document before it holds (بيانا صحفيا جاء فيه أن)."""
        words, at = tokens.words, i + 2
        if at >= tokens.count or not (self._holds_words(tokens, i) and words[i + 1].pronoun):
            return False
        held = words[at].complementiser or words[at].kind == COLON or at in tokens.quote_at
        named = i > 0 and words[i - 1].kind in (WORD, COMMA, CLOSE, STRAIGHT)
        what = i > 0 and words[i - 1].fold.removeprefix("ب") == _WHAT  # علم بما جاء فيه
        return held and named and not what and any(form.cue.within for form in words[i].cues)

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
        if i + 1 < stop and not self._expressers.holds(tokens.words[i + 1]):
            return False
        return tokens.words[i].base.startswith("عبر") and any(
            tokens.words[k].fold == "عن" for k in range(i + 1, stop)
        )


def _stands_apart(tokens: Tokens, i: int) -> bool:
    """Whether the word at i stands between a comma and what is said (…، متابعة: «…»)."""
    if not i or i + 1 >= tokens.count or tokens.words[i - 1].kind != COMMA:
        return False
    following = tokens.words[i + 1]
    return following.complementiser or following.kind == COLON or i + 1 in tokens.quote_at
