"""What is asked of somebody, or something is called, without a preposition: objects behind objects."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.clauses.subjects import Subjects
from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.before_objects import BeforeObjects
from quotetrack.detection.noun_phrases.objects import Objects
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.records import CueClass, Number
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import WORD, Word

_ON: Final = "علي"


class Told:
    """Finds second objects by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases, subjects: Subjects, objects: Objects) -> None:
        self._names, self._subjects, self._objects = names, subjects, objects
        self._before_objects = BeforeObjects(lexicon, objects)
        self._places = lexicon.places
        self._to, self._no_links = lexicon.words["acts.to"], lexicon.words["acts.no_links"]

    def asked(self, tokens: Tokens, i: int, limit: int, form: CueForm) -> int | None:
        """The token that opens what the verb at i asks of somebody (طالب الوزير الهيئات | إيجاد حل)."""
        words = tokens.words
        asks = form.cue.cue_class is CueClass.DIRECTIVE and form.cue.object
        if not asks or form.cue.near or not form.cue.act.isdisjoint(("", _ON)):
            return None
        if words[i].noun_too and not words[i].joined and i and _ends_noun(words[i - 1]):
            return None  # سبعة آلاف طالب
        finite = form.form is not Form.PARTICIPLE and form.number is Number.SINGULAR
        if finite and i + 1 < limit and not (words[i].object or self._objects.speaks(tokens, i + 1)):
            return None  # طالب الطب
        for k in range(i + 2, limit):
            word, before = words[k], words[k - 1]
            if word.kind != WORD or word.finite or word.verbal or word.relative or word.complementiser:
                return None
            if (word.preposition and word.fold not in self._to) or word.fold in self._no_links:
                return None
            waits = before.preposition or before.head or before.naming or before.title
            apart = not word.definite or not before.definite  # not الشركة المساعدة
            if not waits and apart and self._objects.is_action(word.fold, word):
                return k
        return None

    def called(self, tokens: Tokens, i: int, limit: int) -> tuple[Range | None, int] | None:
        """Who calls what the pronoun on the verb means something, and what (ما اعتبره النادي | إخلالا)."""
        words = tokens.words
        led = not (i and words[i - 1].relative) and self._subjects.before(tokens, i) is not None
        phrase = None if led else self._names.noun_phrase(tokens, i + 1, limit)
        if phrase is not None and phrase[0] == i + 1 and self._objects.speaks(tokens, i + 1):
            end = self._before_name(tokens, phrase)
            source, at = (i + 1, end), self._before_objects.past_asides(tokens, end, limit)
        else:
            source, at = None, i + 1
        if at >= limit or words[at].kind != WORD or words[at].definite:
            return None
        accusative = words[at].noun & nouns.IN_ACCUSATIVE or words[at].fold.endswith("ا")
        told = source is not None or accusative or words[at].raw.endswith("ة")
        return (source, at) if told and (accusative or self._objects.nominal(words[at])) else None

    def _before_name(self, tokens: Tokens, phrase: Range) -> int:
        """Where the subject in a phrase ends before what it calls something (النادي | إخلالا بالعقد)."""
        words = tokens.words
        for k in range(phrase[0] + 1, phrase[1]):
            word = words[k]
            if word.definite or word.given or word.head or word.title or word.fold in self._places:
                continue
            over = words[k - 1].fold.endswith("ون") or self._objects.complete(tokens, k - 1, phrase[0])
            thing = self._objects.opens(tokens, k) or self._objects.is_thing(tokens, k)
            if over and (thing or word.raw[-1] == "ة" or word.fold[-1] == "ا"):
                return k
        return phrase[1]


def _ends_noun(before: Word) -> bool:
    """Whether a noun that may have another behind it ends with the word."""
    opens = before.complementiser or before.relative or before.adverbial or before.finite
    return before.kind == WORD and not opens
