"""Reports of nouns of saying: قوله إن، تأكيد الوزير أن، تصريحات … بأن."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.clauses.behind import Behind
from quotetrack.detection.clauses.questions import is_subordinate
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.cues.scripture import Scripture
from quotetrack.detection.drafts.draft import Draft, Range, Whose
from quotetrack.detection.drafts.frame import Frame
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import Gender, Number
from quotetrack.detection.reports.relays import Relays
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import OF_OTHERS, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import ADDING, COMMA, PLURAL, PLURAL_OBLIQUE, WORD, Word

_WHO_SAYS: Final = "القايل"
_GIST: Final = "مفاد"
"""How they begin, folded."""
_AND_THE: Final = "وال"
_SAYING: Final = "بالقول"
_THE: Final = "بال"
_FROM: Final = "من"
_TO_THE: Final = "لل"
_POINT: Final = "حد"
_FARTHEST: Final = 10
"""How many tokens behind the noun what it says may open."""
_NEAR: Final = 2


class NounReports:
    """Finishes the drafts of frames that a noun of saying opens."""

    def __init__(
        self, lexicon: Lexicon, names: Phrases, subjects: Subjects, behind: Behind, relays: Relays
    ) -> None:
        self._names, self._subjects, self._behind, self._relays = names, subjects, behind, relays
        words = lexicon.words
        self._copulas, self._prepositions = words["copulas"], words["links"]
        self._leading, self._leading_with_b = words["lead_to_saying"], words["lead_to_saying_with_b"]
        self._scripture = Scripture(lexicon)

    def finish(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft]:
        """`draft` with its speaker, and with the draft of whoever passes it on; none if it is no report."""
        words, i = tokens.words, frame.cue
        if words[i].fold.startswith(_WHO_SAYS):
            return self._of_who_says(tokens, frame, draft)
        if frame.form.suffix:
            draft.whose = Whose.CONTINUED
            if words[i].base.startswith(_GIST):  # رسالة مفادها أن: hers is the message
                draft.gender, draft.number, draft.whose = Gender.UNKNOWN, Number.UNKNOWN, Whose.ATTACHED
                draft.described = True
            relayed = self._relays.of_noun(tokens, i, draft)
            return [draft] if relayed is None else relayed
        if words[i].definite and (relayed := self._relays.of_noun(tokens, i, draft)) is not None:
            return relayed  # نقلت الصحيفة عن فلان القول إن
        if words[i].fold[0] == "ل" and frame.at - i <= _NEAR:  # في محاولة لتوضيح أن
            draft.whose = Whose.ATTACHED
            return [draft]
        cited = self._scripture.is_saying_cited(tokens, i)
        if words[i].fold[0] == "ب" and not cited and self._goes_with_verb(tokens, i, draft):
            return [draft]  # أدلى فلان بتصريحات قال فيها إن
        if frame.at - i > _FARTHEST:
            return []
        if words[i].definite and frame.until == i + 1 and self._is_led_to(tokens, i, draft):
            return [draft]  # حرص الوزير على التأكيد أن
        if (owner := self._from(tokens, frame)) is not None:
            draft.source = owner
            return [draft]
        source = self._names.noun_phrase(tokens, i + 1, frame.until)
        if source is None:
            return _ownerless(tokens, frame, draft)
        if source[0] == i + 1:
            source = source[0], _without_what_describes(tokens, i, source)
        if source[0] != i + 1 or _describes(words[i], words[source[0]], source):
            return []  # السؤال الأهم، سؤال أخير: nobody's
        if words[source[0]].fold in self._copulas or words[frame.at - 1].fold in self._copulas:
            return []  # والسؤال هو كيف
        draft.source = source
        return [draft]

    def _of_who_says(self, tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft]:
        """The draft of «who says» behind people, or behind what is nobody's (الرأي القائل بأن)."""
        words, i = tokens.words, frame.cue
        if frame.at != i + 1 or not i:
            return []
        if not (words[i - 1].definite or words[i - 1].fold.startswith(_AND_THE)):
            return []
        draft.described = True
        people = words[i].fold.endswith((PLURAL, PLURAL_OBLIQUE)) or words[i - 1].title or words[i - 1].head
        draft.whose = Whose.SOURCE if people else Whose.NOBODY
        draft.source = (i - 1, i) if people else None
        return [draft]

    def _from(self, tokens: Tokens, frame: Frame) -> Range | None:
        """Whose what the noun says is, where «from» names them (اتهامات من المعارضة بأن)."""
        words = tokens.words
        k = frame.cue + 1
        described = words[k].kind == WORD and not words[k].definite and words[k].noun & nouns.ORDINARY
        k += bool(described)
        if words[k].fold != _FROM or k + 1 >= frame.until:
            return None
        his = words[k + 1].noun & nouns.HAS_PRONOUN and _FROM not in frame.form.cue.clause  # من معارضيه
        phrase = self._names.noun_phrase(tokens, k + 1, frame.until)
        if phrase is None or phrase[0] != k + 1 or not (his or self._subjects.speaks(tokens, k + 1)):
            return None
        told = (k for k in range(phrase[0] + 1, phrase[1]) if words[k].raw.startswith(_TO_THE))
        return phrase[0], next(told, phrase[1])  # من المعارضة للحكومة

    def _is_led_to(self, tokens: Tokens, i: int, draft: Draft) -> bool:
        """Whether a verb and its preposition lead to the noun at i: `draft` gets whose they are."""
        words = tokens.words
        first = i - 1 - (words[i - 1].fold == _POINT)  # ذهب إلى حد القول
        if first < 1 or not (words[first].preposition and words[first].fold in self._prepositions):
            return False
        for k in range(first - 1, max(tokens.sentence_starts[i], i - _FARTHEST) - 1, -1):
            word = words[k]
            if word.kind != WORD or word.complementiser or word.relative:
                return False
            if word.fold in self._leading or (word.fold[0] in ADDING and word.fold[1:] in self._leading):
                draft.source = self._behind.subject(tokens, k, first) or self._subjects.before(tokens, k)
                draft.whose = Whose.SOURCE if draft.source else Whose.CONTINUED
                return draft.source is not None or not words[k + 1].definite  # not يصل الأمر إلى
        return False

    def _goes_with_verb(self, tokens: Tokens, i: int, draft: Draft) -> bool:
        """Whether the noun at i, in ب, says how the verb before it is meant: `draft` gets whose that is."""
        words = tokens.words
        verb = _main_verb(tokens, i)
        if verb is not None:
            behind = self._behind.subject(tokens, verb, i)
            near = i - (words[i - 1].kind == COMMA)  # وتابع المدير، سامي الخالد، بالقول
            beside = verb + 1 == i or (behind is not None and behind[1] == near)
            if beside and words[i].fold.startswith(_THE) and _says(tokens, verb):
                draft.cue, draft.anchor = (verb, verb + 1 if behind else i + 1), verb  # وتابع فلان بالقول
            draft.source = behind or self._subjects.before(tokens, verb)
            draft.whose = Whose.SOURCE if draft.source else Whose.CONTINUED
            return True
        before = range(i - 1, max(tokens.sentence_starts[i], i - _FARTHEST) - 1, -1)
        verb = next((k for k in before if words[k].base in self._leading_with_b), None)
        if verb is not None:  # اكتفى الوزير بالإشارة إلى أن
            draft.source = self._behind.subject(tokens, verb, i) or self._subjects.before(tokens, verb)
            draft.whose = Whose.SOURCE if draft.source else Whose.CONTINUED
            return True
        said = words[i].fold == _SAYING  # علق الوزير على القرار بالقول إن
        if said or (i and words[i - 1].kind == WORD and words[i - 1].verbal):  # اكتفى بتأكيد أن
            draft.whose = Whose.CONTINUED
            return True
        return False


def _ownerless(tokens: Tokens, frame: Frame, draft: Draft) -> list[Draft]:
    """The draft of a noun with nobody behind it; none where it reports nothing."""
    i = frame.cue
    if i and tokens.words[i - 1].finite:
        draft.whose = Whose.CONTINUED
        return [draft]
    if frame.form.cue.cue_class in OF_OTHERS and frame.at == i + 1:
        draft.whose = Whose.NOBODY  # نفى الوزير الاتهامات بأن
        return [draft]
    return []


def _main_verb(tokens: Tokens, i: int) -> int | None:
    """The verb that a noun of saying with its ب at i goes with: one that says, else the nearest.

    One that only explains a noun is passed over («علق الوزير على الزيارة التي يجريها … بالقول إن»).
    """
    words = tokens.words
    before = range(i - 1, tokens.sentence_starts[i] - 1, -1)
    finite = (k for k in before if words[k].finite and not words[k].preposition)
    verbs = [k for k in finite if not is_subordinate(tokens, k)]
    return next((k for k in verbs if _says(tokens, k)), verbs[0] if verbs else None)


def _without_what_describes(tokens: Tokens, i: int, phrase: Range) -> int:
    """The end of the owner of the noun at i, without the adjective of that noun (تصريحات الوزير الأخيرة)."""
    words = tokens.words
    first, end = phrase
    adjective, before = words[end - 1], words[end - 2]
    hers = adjective.definite and adjective.raw.endswith("ة") and words[i].fold.endswith(("ات", "ه"))
    his = (before.title or before.head or before.given) and not before.raw.endswith("ة")
    return end - 1 if end - first > 1 and hers and his and not adjective.title else end


def _describes(noun: Word, word: Word, phrase: Range) -> bool:
    """Whether the word behind a noun of saying describes it rather than says whose it is."""
    if noun.definite:
        return word.definite and not (word.title or word.head or word.naming)
    alone = phrase[1] - phrase[0] == 1 and not word.noun & (nouns.SAME | nouns.HAS_PRONOUN)
    return alone and not word.definite and bool(word.noun & nouns.ORDINARY)


def _says(tokens: Tokens, k: int) -> bool:
    """Whether the word at k is surely a verb of saying in a finite form."""
    word = tokens.words[k]
    forms = (c for c in word.cues if c.form in (Form.PAST, Form.PRESENT))
    opens = k == tokens.sentence_starts[k] or tokens.words[k - 1].kind == COMMA  # بعد الخلاف، رد الوزير
    sure = word.joined or opens or not word.noun_too
    return word.finite and sure and any(c.cue.quotes for c in forms)
