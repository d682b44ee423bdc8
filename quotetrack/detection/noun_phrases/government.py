"""What an adjective or a participle takes with it: «مطلع على الخطط», «موالية للنظام», «المقبوض عليهم»."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA, LEANING, WORD, Word, light, without_dual

_FARTHEST: Final = 14
"""How far behind the complement of an adjective what is said may begin."""


class Government:
    """Tells by a lexicon which preposition goes with the adjective before it, and not with the verb."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._takes = {
            preposition: frozenset(map(light, listed))
            for preposition, listed in lexicon.lists("governed").items()
        }
        self._musts = lexicon.words["acts.musts"]

    def governs(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i is, or leans on, a preposition that the adjective before it takes.

        `first` is the first token of the phrase that the adjective carries on, or is itself.
        """
        preposition = self._taken(tokens, i)
        return bool(preposition) and not self._is_of_verb(tokens, i, first, preposition)

    def takes(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i is what the adjective before it may take, whatever the verb takes."""
        return bool(self._taken(tokens, i))

    def _taken(self, tokens: Tokens, i: int) -> str:
        """The preposition of the word at i, if the adjective before it may take it; else empty."""
        word, before = tokens.words[i], tokens.words[i - 1]
        if not before.noun & nouns.GOVERNS:
            return ""
        preposition = self._preposition(word)
        if not preposition or light(without_dual(before.fold)) not in self._takes[preposition]:
            return ""
        if before.given and not before.definite:
            return ""  # هشام مؤيد لصحيفة
        told = word.noun & nouns.AUDIENCE and (before.title or before.head)
        return "" if told else preposition  # المعارض لصحيفة

    def _preposition(self, word: Word) -> str:
        """The preposition that the word is, is written with or bears a pronoun; empty where none is."""
        if word.preposition:
            return word.fold if word.fold in self._takes else ""
        if word.pronoun or word.adverbial:
            return next((p for p in self._takes if word.fold.startswith(p) and word.pronoun), "")
        leans = word.fold[0] in LEANING and len(word.fold) > 2 and not (word.given or word.complementiser)
        return word.fold[0] if leans and word.fold[0] in self._takes else ""

    def _is_of_verb(self, tokens: Tokens, i: int, first: int, preposition: str) -> bool:
        """Whether the verb before the phrase takes the preposition, and what is said begins nowhere else."""
        words = tokens.words
        verb = words[first - 1] if first else words[first]
        if first and verb.noun & nouns.DONE_TO:
            return False  # تقرير أعدته المنظمة المعنية بحقوق …: it has its object
        if verb.noun & (nouns.ACTS | nouns.MAY_BE_VERB) and not verb.cues:
            return True  # قام المتهم بنشر صور: no list tells what the verb takes
        forms = verb.cues if first else ()
        links = {link for form in forms for link in (*form.cue.act, *form.cue.clause)}
        if preposition not in links:
            return False
        for k in range(i + 1 + words[i].preposition, min(i + _FARTHEST, tokens.count)):
            word, before = words[k], words[k - 1]
            if word.complementiser:
                return before.kind == WORD and before.fold in self._musts
            over = word.kind != WORD and not (
                word.kind == COMMA and words[min(k + 1, tokens.count - 1)].complementiser
            )
            if over or word.finite:
                break
        return True
