"""What quotation marks behind a cue do: open what is said, or hold a name that is passed over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.detection.clauses.questions import lists_names
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.noun_phrases.marks import Marks, aside_follows, closes_sentence, that_follows
from quotetrack.detection.noun_phrases.noun_shapes import is_unknown
from quotetrack.detection.records import CueClass
from quotetrack.detection.text.quotations import Quotation
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    COLON,
    COMMA,
    LEANING,
    WORD,
    Word,
    is_derived,
    may_be_masdar,
    with_pronouns,
)
from quotetrack.text import fold

_NEAR: Final = 6
_ASIDE: Final = 14
_APART: Final = 2
_BODY: Final = 10
_REACH_OF_ASIDE: Final = 14
"""The most words of a body in marks, and how far behind them its أن may stand."""
_NAMED: Final = 2
"""The most words in marks right behind a verb that name its subject."""
_TITLE: Final = 4
"""The most words in marks that name it where what it says stands in other marks."""
_LONG_TITLE: Final = 6
"""The most words in marks that are the title of a work."""
_WITHIN: Final = "في"
_AND: Final = "و"
_ADDS: Final = CueClass.ADDITION
_BY_THE: Final = "بال"
_WITH_B: Final = "ب"
_REACH_OF_B: Final = 16
"""How far behind a verb the marks stand that open with its ب."""


class AtMarks:
    """Tells by a lexicon what the marks mean to the cue before them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._marks = Marks(lexicon)
        recalled = lexicon.words["recalled"]
        self._recalled = {cue.lemma for cue in lexicon.cues if fold(cue.lemma) in recalled}
        self._works = with_pronouns(lexicon.words["works"])
        self._given, self._acted_on = lexicon.words["given"], lexicon.words["acts.objects"]
        self._he, self._was = lexicon.words["copulas"], lexicon.words["auxiliaries"]
        self._conjunctions = lexicon.words["no_report_before_that"] - lexicon.words["that"]

    def step(self, tokens: Tokens, i: int, j: int, form: CueForm) -> Frame | int | None:
        """What the opening mark at j does to the search from the cue at i.

        The frame that it opens, the token at which the search goes on, or None where it is over.
        """
        found, words = tokens.quote_at.get(j), tokens.words
        noun, cue = form.form is Form.NOUN, form.cue
        if cue.lemma in self._recalled and words[j - 1].kind != COLON:
            return j + 1 if found is None else found.close + 1  # يتذكر «الهدف الأول», but «كنا صغارا»، يتذكر
        if found is None:  # it never closes
            return Frame(i, form, Opening.QUOTATION, j, j) if cue.quotes and not noun else j + 1
        if found.close == j + 1:
            return found.close + 1  # «» holds nothing
        before = words[j - 1].fold
        if self._is_anothers(tokens, i, found) or (
            form.cue.cue_class is _ADDS and self._is_deed(tokens, found)
        ):
            return found.close + 1
        if lists_names(words[j + 1 : found.close], self._given):
            return found.close + 1  # هيئة تضم المحامين «سامي الخالد – ليلى حداد»
        if before in LEANING and words[j - 2].noun & nouns.SO_CALLED:
            return found.close + 1  # الدول التي تعرف بـ «الراعية»
        takes = (cue.describes and before == "ب") or (before and before in cue.act and not noun)
        if takes and not _is_another_verbs(tokens, i, j):
            return Frame(i, form, Opening.QUOTATION, j, j - 1)
        if cue.describes and _says_what(words[j + 1]) and not _is_another_verbs(tokens, i, j):
            return Frame(i, form, Opening.QUOTATION, j, j)  # وصف القرار «بالمتسرع»
        if cue.calls and words[i].object and _is_subject(words[i + 1 : j]):
            return Frame(i, form, Opening.QUOTATION, j, j)  # التي تعتبرها إسرائيل «منظمة إرهابية»
        if _WITH_B in cue.act and not noun and self._takes_in_marks(tokens, i, j):
            return Frame(i, form, Opening.QUOTATION, j, j)  # ونددت المنظمة «بالصمت الدولي»
        if words[j - 1].complementiser and (
            noun or any(w.joined and w.finite and w.cues for w in words[i + 1 : j])
        ):
            return None  # أشار، ضمن إفادته، إلى أن «…»، نفى الخبر ووصفه بأنه «…»
        if before in LEANING:
            return found.close + 1  # بعد توجيه اتهامات لها بـ«الإساءة»
        said = next((k for k in range(i + 1, j) if words[k].preposition and words[k].fold in cue.act), j)
        if j - said > _NEAR and words[j - 1].kind == WORD:
            return found.close + 1  # كشفت الوزارة عن تراجع المساحة إلى 694 ألف هكتار «الهكتار 10 آلاف فدان»
        if cue.calls and not noun and _is_called(tokens, i, j):
            return Frame(i, form, Opening.QUOTATION, j, j)  # تعتبر الجبهة الحزب «منظمة إرهابية»
        if self._names(tokens, i, form, found):
            return found.close + 1
        if noun and j == i + 1 and found.words <= _TITLE and words[i].noun & nouns.TITLED:
            return found.close + 1  # معالجة لرواية «كارمن»
        named = cue.quoted and found.words <= _TITLE and j == i + 1  # إن نص "هيا تعال" حاول
        if cue.quotes and not (named or (noun and not form.suffix and j - i > 4)):
            return Frame(i, form, Opening.QUOTATION, j, j)
        return None

    def _takes_in_marks(self, tokens: Tokens, i: int, j: int) -> bool:
        """Whether the marks at j open with what the verb at i takes with ب, written in them.

        A verbal noun or a definite one, no name that begins with ب, nor one that another verb takes.
        """
        words = tokens.words
        word = words[j + 1]
        if word.fold[0] != _WITH_B or word.given or word.naming or j - i > _REACH_OF_B:
            return False
        between = words[i + 1 : j]
        if any(w.cues and w.finite for w in between) or words[j - 1].preposition or not between:
            return False
        noun = word.fold[1:]
        acted = noun in self._acted_on or may_be_masdar(noun) or is_derived(noun)
        return acted or word.fold.startswith(_BY_THE)

    def _is_anothers(self, tokens: Tokens, i: int, found: Quotation) -> bool:
        """Whether the marks stand behind a verb that says nothing, for its subject (هجوم نفذته «عناصر»)."""
        j, words = found.open, tokens.words
        verb = words[j - 1]
        return (
            j - 1 > i
            and verb.verbal
            and not verb.cues
            and words[j - 2].fold.removeprefix(_AND) not in self._he
        )

    def _is_deed(self, tokens: Tokens, found: Quotation) -> bool:
        """Whether the marks hold what somebody goes on with: a deed, no sentence (يواصل «عدوانه»)."""
        said = tokens.words[found.open + 1 : found.close]
        if not said[0].noun & nouns.HAS_PRONOUN or said[0].finite:
            return False
        verbs = (
            word.verbal or word.base in self._was or (word.finite and not word.look_alike) for word in said
        )
        return not any(verbs) and all(w.kind in (WORD, COMMA) and not w.complementiser for w in said)

    def _names(self, tokens: Tokens, i: int, form: CueForm, found: Quotation) -> bool:
        """Whether the marks hold who speaks by the verb at i, or another name, and not what is said."""
        words, j = tokens.words, found.open
        closes, few = closes_sentence(tokens, found), found.words <= _TITLE
        if found.words <= _LONG_TITLE and self._is_title(words, j):
            return True  # فاز بالجائزة عن روايته «قال لي البحر»
        if found.words <= (4 if closes else 6) and that_follows(tokens, found, self._conjunctions):
            return True  # صرح "مركز الخليج" التجاري بأن
        if j == i + 1 and found.words <= _BODY and words[min(found.close + 1, len(words) - 1)].complementiser:
            return True  # ذكرت «شركة الوادي الكبير للمقاولات العامة» أن
        if j == i + 1 and self._names_subject(tokens, found, form, closes=closes):
            return True
        if closes and not _calls(words[j + 1 : found.close]):
            if few and _answers(words[i + 1 : j], form):
                return False  # فأجابت ليلى "نعم"
            if _is_told_in(tokens, i, j, form):
                return False  # وقال سامي في رده على سؤال "نعم الجميع بخير"
        far = found.words <= 3 and j - i > 3 and not (closes and "" in form.cue.act and not form.cue.calls)
        return far or (found.words <= 2 and not closes) or self._marks.is_name(tokens, found)

    def _is_title(self, words: Sequence[Word], j: int) -> bool:
        """Whether somebody's work, and an adjective at most, stands before the marks at j."""
        if words[j + 1].complementiser:
            return False
        before = words[j - 2] if words[j - 1].definite and j > 1 else words[j - 1]
        fold = before.fold
        return fold in self._works or (fold[:1] in LEANING and fold[1:] in self._works)

    @staticmethod
    def _names_subject(tokens: Tokens, found: Quotation, form: CueForm, *, closes: bool) -> bool:
        """Whether marks right behind a verb hold its subject."""
        said = tokens.words[found.open + 1 : found.close]
        few, first = found.words <= _TITLE, said[0]
        if few and _another(tokens, found, form):
            return True  # وقالت «أطباء بلا حدود» عبر تويتر «…»
        body = (first.naming or first.head) and all(word.noun & nouns.WITH_ARTICLE for word in said)
        if few and body and not closes:
            return True  # أفادت «الوكالة الوطنية للإعلام» في لبنان بمغادرة الوفد
        if found.words <= _LONG_TITLE and _is_apposed(tokens, found, form):
            return True  # أعلنت «سما»، الشركة العقارية، عن مشروع
        if found.words <= _BODY and _speaks_in(tokens, found):
            return True  # وقال "تجمع أهالي المعتقلين" في بيان تلقته الوكالة إن
        return found.words <= _NAMED and aside_follows(tokens, found)  # وأبان "الصباغ"، في تصريح صحفي، أن


def opens_alone(tokens: Tokens, j: int) -> bool:
    """Whether a straight mark without a partner leans on the word behind it, as one that opens does."""
    if j in tokens.quote_end or j == 0 or j + 1 >= tokens.count:
        return False
    return tokens.starts[j + 1] == tokens.ends[j] and tokens.ends[j - 1] < tokens.starts[j]


def _answers(said: Sequence[Word], form: CueForm) -> bool:
    """Whether somebody's name or office ends what stands between a verb that only says and marks."""
    says = form.cue.quotes and not form.cue.act and form.form is not Form.NOUN
    if not (says and said) or any(word.kind != WORD or word.preposition for word in said):
        return False
    last = said[-1]
    if last.naming:
        return False
    return last.given or is_unknown(last) or (last.definite and (last.title or last.head))


def _is_apposed(tokens: Tokens, found: Quotation, form: CueForm) -> bool:
    """Whether commas part from the marks what their bearer is, and the verb's أن or preposition follows."""
    words, at = tokens.words, found.close + 1
    limit = min(at + _REACH_OF_ASIDE, tokens.sentence_ends[found.close] - 1)
    if at + 2 >= limit or words[at].kind != COMMA or not words[at + 1].definite or words[at + 1].finite:
        return False
    comma = next((k for k in range(at + 2, limit) if words[k].kind == COMMA), None)
    if comma is None:
        return False
    following = words[comma + 1]
    links = form.cue.act | form.cue.clause
    leans = following.fold[0] in links and following.fold[0] in LEANING
    return following.complementiser or following.fold in links or bool(leans and len(following.fold) > 1)


def _speaks_in(tokens: Tokens, found: Quotation) -> bool:
    """Whether «in a statement» and the أن of what is said follow the marks, which hold a name then."""
    words, at = tokens.words, found.close + 1
    limit = min(at + _REACH_OF_ASIDE, tokens.sentence_ends[found.close])
    if at + 2 >= limit or words[at].fold != _WITHIN or not words[at + 1].noun & nouns.OCCASION:
        return False
    marks = (k for k in range(at, limit) if words[k].kind != WORD)
    return any(words[k].complementiser for k in range(at, next(marks, limit)))


def _is_told_in(tokens: Tokens, i: int, j: int, form: CueForm) -> bool:
    """Whether nothing but a subject and what was spoken in stands between a verb that only says and j."""
    if not form.cue.quotes or form.cue.act or form.form is Form.NOUN:
        return False
    words = tokens.words
    within = next((k for k in range(i + 1, j) if words[k].fold == _WITHIN), j)
    occasion = within + 1 < j and within - i <= _NEAR and words[within + 1].noun & nouns.OCCASION
    return bool(occasion) and all(w.kind == WORD and not (w.finite or w.naming) for w in words[i + 1 : j])


def _is_another_verbs(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a verb behind the one at i calls by the words in marks at j (الدول التي وصفها بـ«…»)."""
    called = (word for word in tokens.words[i + 1 : j] if word.finite and word.object)
    return any(form.cue.describes for word in called for form in word.cues)


def _says_what(word: Word) -> bool:
    """Whether the ب of a verb of calling is written with the word, which begins what marks hold."""
    return word.fold.startswith(_BY_THE)


def _is_called(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the quoted noun at j says, without its article, what something definite is held for."""
    words = tokens.words
    noun, before = words[j + 1], words[j - 1]
    plain = noun.noun & (nouns.ORDINARY | nouns.COMMON) and not (noun.definite or noun.finite)
    return j - i > 1 and before.definite and bool(plain) and all(w.kind == WORD for w in words[i:j])


def _another(tokens: Tokens, found: Quotation, form: CueForm) -> bool:
    """Whether a longer quotation follows `found`, with no more than an office or a place between them."""
    words = tokens.words
    for k in range(found.close + 1, min(found.close + _ASIDE, tokens.sentence_ends[found.close])):
        if (further := tokens.quote_at.get(k)) is not None:
            longer = further.words > min(_TITLE, found.words)
            return form.cue.quotes and longer and k > found.close + _APART
        word = words[k]
        verb = word.finite and not word.look_alike  # عبر تويتر
        if word.kind not in (WORD, COMMA) or verb or word.adds or word.complementiser:
            return False
        if any(c.form is Form.PARTICIPLE for c in word.cues):
            return False  # قال «لا»، مضيفا «…»
    return False


def _is_subject(between: Sequence[Word]) -> bool:
    """Whether nothing but a subject may stand between a verb and the quotation behind it."""
    return len(between) < _NEAR and all(w.kind == WORD and not w.preposition for w in between)


def _calls(said: Sequence[Word]) -> bool:
    """Whether words in marks name somebody or call him something («أبو فهد»، «المعارض»)."""
    return any(word.given or word.kin or word.title for word in said) or (len(said) == 1 and said[0].definite)
