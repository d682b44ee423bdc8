"""Objects without a preposition that a verb of saying takes: they have to be told from its subject.

The subject stands first (أعلن النادي استقالة مدربه), with what explains it, times and asides
between; those spoken to may follow it (ناشد المالكي العراقيين عدم التخلي).
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.clauses.since import is_main_verb
from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.before_objects import BeforeObjects
from quotetrack.detection.noun_phrases.noun_shapes import is_felt
from quotetrack.detection.noun_phrases.objects import Objects
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import CueClass, Gender, Number
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA, OPEN, STRAIGHT, WORD, Word, with_pronouns

_NAME: Final = 5


class BareObjects:
    """Finds bare objects by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases, subjects: Subjects, objects: Objects) -> None:
        self._names, self._subjects, self._objects = names, subjects, objects
        self._before_objects = BeforeObjects(lexicon, objects)
        words = lexicon.words
        self._places, self._to = lexicon.places, words["acts.to"]
        self._feelings = with_pronouns(words["feelings"])
        self._clause_openers = words["clause_openers"] | words["after_which"]
        self._findings, self._feminine, self._alone = words["findings"], words["feminine"], words["alone"]

    def find(self, tokens: Tokens, i: int, limit: int, form: CueForm) -> tuple[Range | None, int] | None:
        """The source behind the cue at i and the first token of its object before `limit`, or None."""
        words = tokens.words
        if words[i].object:
            return None
        first = self._before_objects.past_asides(tokens, i + 1, limit)
        if first >= limit or words[first].kind not in (WORD, OPEN, STRAIGHT):
            return None
        speaks = self._objects.speaks(tokens, first) or self._finds(words[first], form)
        if not speaks and self._objects.opens(tokens, first):
            second = form.cue.cue_class is CueClass.OPINION and self._objects.in_accusative(words[first])
            return None if second else (None, first)  # معتبرا في ذلك إنجازا
        if is_felt(tokens, first, self._feelings):
            return None, first
        relative = i > 0 and words[i - 1].relative and words[first].kind != WORD
        alone = form.form is Form.PARTICIPLE or form.number is Number.PLURAL
        if alone or relative or self._subjects.leads(tokens, i):
            return (None, first) if self._objects.nominal(words[first]) else None
        phrase = self._names.noun_phrase(tokens, first, limit)
        if phrase is None or phrase[0] != first:
            return None
        addressed = form.cue.object and self._names.addressees.come_first(tokens, phrase, form)
        addressed = addressed or (form.cue.object and is_main_verb(tokens, i))
        split = self._objects.split(tokens, phrase)
        if split is not None:
            return None if addressed else self._speaker(tokens, (first, split), form), split
        if form.cue.object and (told := self._past_told(tokens, phrase[1], limit)) is not None:
            return None if addressed else self._names.addressees.without(tokens, phrase, form), told
        behind = self._past_description(tokens, phrase[1], limit)
        last = words[behind - 1]
        waits = last.kind == WORD and not (last.definite or last.fold in self._places)
        if behind < limit and waits and self._objects.waits(last):
            behind += 1  # المتحدث بوزارة | العمل
        if self._opens_clause(tokens, behind, limit):
            return None
        j = self._before_objects.past_asides(tokens, behind, limit)
        if j < limit and words[j].kind == WORD:
            apart = j > behind and words[j - 1].kind != COMMA and not words[j].adds
            pronoun = phrase[1] - first == 1 and words[first].fold in self._alone
            apart = apart or pronoun  # انتقد البعض الحملة
            apart = apart or self._closes_apposition(tokens, phrase, j)
            body = words[j].naming and not words[j].definite and words[j - 1].definite  # اللجنة | شركة …
            if form.cue.events and not speaks and self._objects.in_accusative(words[j]):
                return None  # كشفت جولة ازدحاما
            apart = apart or (words[j - 1].definite and self._objects.is_thing(tokens, j))
            if body or self._objects.opens(tokens, j) or (apart and self._objects.nominal(words[j])):
                return self._speaker(tokens, phrase, form), j
        if (k := self._past_name(tokens, j, limit)) is not None:
            return self._speaker(tokens, phrase, form), k
        if not speaks and form.gender is Gender.FEMININE and self._masculine(words[first]):
            return None, first
        judged = self._names.addressees.judged(tokens, phrase, form, limit)
        return None if judged is None else ((first, judged), judged)

    def _opens_clause(self, tokens: Tokens, comma: int, limit: int) -> bool:
        """Whether a clause of its own begins behind a comma (أيدت المحكمة الحكم، لكن الوزارة رفضته)."""
        words = tokens.words
        if comma + 1 >= limit or words[comma].kind != COMMA:
            return False
        return words[comma + 1].fold in self._clause_openers

    def _past_description(self, tokens: Tokens, at: int, limit: int) -> int:
        """The token behind a clause at `at` that describes a noun (دراسة | أجراها المركز), else `at`."""
        words = tokens.words
        if at + 1 >= limit or not words[at].noun & nouns.DONE_TO or words[at - 1].definite:
            return at
        phrase = self._names.noun_phrase(tokens, at + 1, limit)
        return at if phrase is None else phrase[1]

    def _finds(self, word: Word, form: CueForm) -> bool:
        """Whether the word is a study or the like that agrees with the verb (أكدت دراسة حديثة تراجع …)."""
        feminine = word.raw.endswith("ة") or word.fold in self._feminine
        return (
            word.fold in self._findings
            and form.form is Form.PAST
            and feminine is (form.gender is Gender.FEMININE)
        )

    def _closes_apposition(self, tokens: Tokens, phrase: Range, j: int) -> bool:
        """Whether the comma before j ends the name that explains an office (الرئيس، سامي الخالد، | الصين)."""
        words = tokens.words
        if words[j - 1].kind != COMMA or words[j].adds:
            return False
        apposed = any(words[k].kind == COMMA for k in range(phrase[0], phrase[1]))
        known = words[j].fold in self._places or words[j].head or words[j].naming
        return apposed and (known or self._objects.is_thing(tokens, j))

    def _past_name(self, tokens: Tokens, first: int, limit: int) -> int | None:
        """The object behind a foreign name that goes on the subject (رئيس الشركة اليابانية توشيبا كورب)."""
        words = tokens.words
        if words[first - 1].kind != WORD:
            return None
        for k in range(first, min(limit, first + _NAME)):
            word = words[k]
            if word.kind != WORD or word.finite or word.verbal or word.preposition or word.adds:
                return None
            if self._objects.opens(tokens, k):
                return k
        return None

    def _speaker(self, tokens: Tokens, phrase: Range, form: CueForm) -> Range | None:
        """The subject without those spoken to (طلب المهندس من الوزارة، ناشد المالكي السكان).

        None where only they stand behind the verb (ناشد المواطنين البقاء).
        """
        if not form.cue.object:
            return phrase
        if self._names.addressees.come_first(tokens, phrase, form):
            return None
        first, end = phrase
        told = next((k for k in range(first + 1, end) if tokens.words[k].fold in self._to), end)
        return self._names.addressees.without(tokens, (first, told), form)

    def _past_told(self, tokens: Tokens, first: int, limit: int) -> int | None:
        """The object behind those spoken to (ناشد المالكي العراقيين عدم التخلي), which open at `first`."""
        words = tokens.words
        if first >= limit or not words[first].definite:
            return None
        k = first + 1
        while k < limit and words[k].definite and not self._objects.opens(tokens, k):
            k += 1
        return k if k < limit and self._objects.opens(tokens, k) else None

    @staticmethod
    def _masculine(word: Word) -> bool:
        """Whether a definite singular noun is masculine by its ending, so no subject of a feminine verb."""
        return word.definite and not word.fold.endswith(("ه", "ات", "ون", "ين", "ا", "ي"))
