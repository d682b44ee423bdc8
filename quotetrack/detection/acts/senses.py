"""The senses of cues: which of their forms report nothing, whatever follows them.

A form may be another word (طالب, a student), stand where a noun or an adjective does, say what may come or
should (من المتوقع أن يطالب), or have a thing for its subject (الدلائل تشير إلى).
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.clauses.questions import Expressers, is_accused, is_required, requires
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.cues.false_friends import Unnamed
from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.objects import Objects
from quotetrack.detection.records import CueClass, Gender, Number
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import SHADDA, CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import ACCUSATIVE, WORD, Word, bare, with_pronouns

_PLACES: Final = nouns.PLACE | nouns.TOWN | nouns.COUNTRY
_YEAR: Final = 4
_CENTURIES: Final = ("19", "20", "14")
_SUBJECT: Final = 4
"""The most words of the subject between «to be» and its predicate."""


class Senses:
    """Tells the senses of cues by a lexicon."""

    def __init__(self, lexicon: Lexicon, subjects: Subjects, objects: Objects) -> None:
        self._subjects, self._objects = subjects, objects
        words = lexicon.words
        self._never, self._negations = words["never_cues"], words["jussive"]
        self._left_open = words["acts.left_open"]
        self._unnamed, self._expressers = Unnamed(lexicon), Expressers(lexicon)
        self._copulas, self._like_nouns = words["acts.copulas"], words["acts.like_nouns"]
        self._outcomes, self._required_by = words["outcomes"], words["required_by"]
        self._were, self._things = (
            words["acts.were"],
            words["acts.things"] | with_pronouns(words["acts.things"]),
        )
        self._gestures = {f"ب{limb}" for limb in with_pronouns(words["acts.gestures"])}
        self._supposed = words["acts.supposed"]
        self._counting = words["acts.numbers"] | words["counts"] | words["acts.counting"]
        self._drawn = words["acts.drawn"] | words["attention"]
        self._pointing = words["demonstratives"] | words["each"] | words["quantities"]
        self._feelings, self._being = words["acts.feelings"], words["being"] | words["there"]
        self._formulas = words["formulas.verbs"] | words["acts.passive"]
        self._habits = words["acts.habits"]
        self._that, self._conditions = words["acts.that"], words["acts.conditions"]
        self._saying = words["before_saying"] | words["acts.after"]
        self._auxiliaries = words["auxiliaries"] | words["clause_openers"]
        self._auxiliaries |= words["turns"] | words["pronoun_subjects"]
        self._people = words["heads"] | words["before"] | words["plurals"] | words["given"]
        self._people |= words["stand_ins"]
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._feminine = words["relatives_feminine"]
        self._bodies = words["institutions"] | words["common"]

    def says_nothing(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether the form at i reports nothing: another word, an adjective, what may come or should."""
        if i + 1 < tokens.count and tokens.words[i + 1].fold in self._feelings:
            return True  # يدعو للفخر
        if requires(tokens, i, self._required_by) or self._points_by_hand(tokens, i, form):
            return True
        words = tokens.words
        word, before = words[i], words[i - 1] if i else None
        if word.base in self._never or (form.cue.doubled and SHADDA not in word.raw):
            return True
        if word.object and "" not in form.cue.act and not form.cue.object:
            return True  # عبرها
        if form.form is Form.PARTICIPLE:
            if before is not None and (before.fold in self._being or self._qualifies(before, word)):
                return True  # ما زال واعدا بالمزيد
            if before is not None and self._is_counted(before):
                return True  # 21 متهما
            if self._is_predicate(tokens, i) or is_required(tokens, i, form):
                return True
            paper = word.noun & nouns.DOCUMENT and before is not None and before.finite
            if paper or is_accused(tokens, i, form):
                return True  # أكدت مذكرة داخلية أن
            return word.raw.startswith("ال")
        fold = before.fold if before is not None else ""
        if form.jussive and (fold not in self._negations or any(not c.jussive for c in word.cues)):
            return True
        if self._unnamed.refuses(tokens, i) or self._unnamed.introduces(tokens, i):
            return True
        if form.form is Form.PRESENT and (
            word.base[0] == "س" or (fold in self._that and not self._had(tokens, i))
        ):
            return True
        if self._is_noun(tokens, i, form) or self._of_a_thing(tokens, i, form):
            return True
        habit = form.form is Form.PRESENT and before is not None and before.relative
        if habit and form.cue.lemma in self._habits:
            return True
        if form.cue.cue_class is CueClass.OPINION and fold in self._were:
            return True
        if before is not None and before.base in self._feminine and not self._may_speak(tokens, i - 2):
            return True  # أغنياته التي تعبر عن
        if before is None:
            return False
        called = form.cue.calls and word.object  # ما اعتبره النادي إخلالا
        return (fold in self._conditions and not called) or (before.preposition and before.fold != "من")

    def _points_by_hand(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether the form at i points to something that is there to be seen (أشار الحارس بيده إلى الباب)."""
        if form.cue.cue_class is not CueClass.POINTING:
            return False
        return any(word.fold in self._gestures for word in tokens.words[i + 1 : i + 1 + _SUBJECT])

    @staticmethod
    def is_another(tokens: Tokens, i: int, start: int, form: CueForm) -> bool:
        """Whether the verb at i, what it takes opening at `start`, has an object that makes another of it.

        «شددت الحصار على المدينة»، «توقع اتفاقية», but not «شدد رئيس لجنة العقوبات على».
        """
        words = tokens.words
        for k in range(i + 1, min(start + 1, tokens.count)):
            before = words[k - 1]
            whole = k == i + 1 or before.preposition or before.definite or before.noun & _PLACES
            taken = k == start and before.preposition  # شددت على عقوبات صارمة
            if words[k].fold in form.cue.unless and not taken and (whole or k == start):
                return True
        return False

    def is_supposed(self, tokens: Tokens, i: int) -> bool:
        """Whether what the word at i says is only supposed (في حال رفض العرض، لو رفض)."""
        return i > 0 and tokens.words[i - 1].fold in self._supposed

    def _is_predicate(self, tokens: Tokens, i: int) -> bool:
        """Whether «to be» and its subject stand before the participle at i (سيكون النادي مطالبا بـ)."""
        words = tokens.words
        for k in range(i - 1, max(i - 1 - _SUBJECT, -1), -1):
            if words[k].fold in self._being:
                return k < i - 1
            if words[k].kind != WORD or not (words[k].definite or words[k].head or words[k].given):
                return False
        return False

    def _may_speak(self, tokens: Tokens, k: int) -> bool:
        """Whether the noun that ends at k, adjectives passed over, is one of those who speak."""
        words = tokens.words
        for word in (words[j] for j in range(k, max(k - 6, -1), -1)):
            plain = bare(word.fold)
            if word.head or word.title or word.naming or word.given or word.fold in self._places:
                return True
            if word.fold in self._kinds or plain in self._kinds or plain in self._bodies:
                return True
            if word.finite or word.complementiser:
                return False
        return False

    def _had(self, tokens: Tokens, i: int) -> bool:
        """Whether «قبل أن» or «بعد أن» stands before the verb at i: it was said."""
        return i > 1 and tokens.words[i - 2].fold in self._saying

    def _is_noun(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether what may be a verb stands where a noun does (تقديم طلب، تم رفض، طلباً)."""
        words = tokens.words
        word = words[i]
        if form.form is Form.PAST and form.number is Number.DUAL and form.gender is Gender.MASCULINE:
            return not i or not words[i - 1].fold.endswith("ان")
        if not (word.noun_too or word.look_alike) or word.joined:
            return False
        if word.look_alike and i + 1 < tokens.count and not self._expressers.holds(words[i + 1]):
            return True
        before = self._before(tokens, i)
        if before is None or before.kind != WORD:
            return False
        if before.fold in self._copulas or (self._is_counted(before) and not word.object):
            return True
        if SHADDA in word.raw or before.relative or before.adverbial or before.complementiser:
            return False
        if before.fold in self._auxiliaries:
            return False
        if word.look_alike and i + 1 < tokens.count:
            return words[i + 1].fold not in form.cue.act
        bare = "" in form.cue.act or form.cue.lemma in self._like_nouns
        return bare and not self._subjects.leads(tokens, i)

    def _is_counted(self, before: Word) -> bool:
        """Whether the word before counts the next or singles it out (8000 طالب، أي طالب), and is no year."""
        year = len(before.fold) == _YEAR and before.fold[:2] in _CENTURIES
        return before.base in self._counting or (before.fold.isdigit() and not year)

    def _before(self, tokens: Tokens, i: int) -> Word | None:
        """The word in front of the one at i, adverbs passed over (تقدمان رسميا طلب)."""
        words = tokens.words
        k = i - 1
        while k > tokens.sentence_starts[i] and words[k].adverbial:
            if words[k].finite or words[k].fold in self._auxiliaries:
                break
            k -= 1
        return words[k] if k >= 0 else None

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

    def is_verb(self, tokens: Tokens, i: int) -> bool:
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

    def impersonal(
        self, tokens: Tokens, i: int, form: CueForm, source: Range | None, behind: Range | None, start: int
    ) -> bool:
        """Whether nobody says it: a formula without a subject (يرجح)، or a thing for one (الدلائل تشير)."""
        words = tokens.words
        if source is not None and self._is_thing(tokens, source):
            return True
        if source is not None and words[source[0]].fold in self._outcomes and words[source[1]].relative:
            return True  # …، الأمر الذي يشير إلى
        if words[i + 1].fold in self._drawn or (form.cue.greets and self._is_person(words[start])):
            return True  # لفت أنظار العالم إلى، رحب بالضيوف
        if form.cue.calls and words[i].object:
            return source is None
        if form.cue.calls and behind is not None:
            return words[behind[0]].naming or not self._objects.speaks(tokens, behind[0])
        if form.form is Form.PARTICIPLE or behind is not None:
            return False
        if form.cue.calls or (source is None and self._behind_a_thing(tokens, i, form)):
            return True
        denied = i and words[i - 1].fold in self._negations and words[i].fold in self._left_open
        if source is not None or denied:
            return False  # ولم يستبعد إلغاءها: somebody did not
        return words[i].base in self._formulas and form.gender is Gender.MASCULINE

    def _behind_a_thing(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether a thing is the subject in front of the verb at i (إن موقف الوزير يشير إلى)."""
        words = tokens.words
        if words[i].joined or words[i].object or form.number is Number.PLURAL:
            return False
        for k in range(i - 1, max(i - 6, tokens.sentence_starts[i] - 1), -1):
            if self._is_lifeless(words[k]):
                described = k == i - 1 and (words[k - 1].preposition or words[k - 1].finite)
                return described or self._leads(tokens, k)
            if words[k].kind != WORD or words[k].complementiser or words[k].finite:
                return False
        return False

    def _leads(self, tokens: Tokens, k: int) -> bool:
        """Whether a clause begins with the noun at k, behind words that point or count at most."""
        words = tokens.words
        while k > tokens.sentence_starts[k] and words[k - 1].base in self._pointing:
            k -= 1
        before = words[k - 1]
        return (
            k == tokens.sentence_starts[k]
            or before.kind != WORD
            or before.complementiser
            or before.base in self._auxiliaries
            or words[k].joined
        )

    def _is_thing(self, tokens: Tokens, source: Range) -> bool:
        """Whether the source is a thing, behind words that point or count (هذه النتائج، كل المعطيات)."""
        first, end = source
        while first + 1 < end and tokens.words[first].base in self._pointing:
            first += 1
        return self._is_lifeless(tokens.words[first])

    def _is_lifeless(self, word: Word) -> bool:
        noun = bare(word.base)
        return (noun in self._things or word.base in self._things) and not (word.given or word.title)

    def _is_person(self, word: Word) -> bool:
        """Whether ب and a title, a name or a plural of people are one word."""
        fold = word.fold[1:]
        return fold in self._people or fold.removeprefix("ال") in self._people or fold.endswith("ين")
