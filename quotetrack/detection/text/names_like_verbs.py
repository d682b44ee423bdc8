"""Names and nouns that are spelt like verbs, particles or «that», and are told by where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.vocabulary import Vocabulary
from quotetrack.detection.words.word import COLON, COMMA, DASH, OPEN, STRAIGHT, WORD, Word

_OPENS_SPEECH: Final = frozenset((COLON, OPEN, STRAIGHT))
_AFTER_NAME: Final = _OPENS_SPEECH | {COMMA}
_VAN: Final = "فان"
_LE: Final = "لو"
_THAT: Final = "ان"
_AND: Final = "و"
_SAID: Final = "قال"
_IN_NAME: Final = "باسم"
_PARTICLES: Final = (_VAN, _LE)
_PREFIXES: Final = ("ي", "ت")
_QUOTED_THAT: Final = "إن"
_EDGES: Final = (COMMA, DASH)
_SECOND: Final = 2
_LONGEST: Final = 4
"""Which token may at first be a surname behind a verb and a first name, and the most words of a name."""


class NamesLikeVerbs:
    """Takes words of one article for names or nouns: puts them as such into its `words`."""

    def __init__(self, words: list[Word], vocabulary: Vocabulary) -> None:
        self._words, self._vocabulary = words, vocabulary
        self._foreign: frozenset[str] | None = None

    def take(self, likely: Sequence[int], letters: Sequence[int]) -> bool:
        """Take them for names, and tell whether there were any.

        `likely` are the tokens that are spelt like verbs or particles, `letters` those that are names of
        letters.
        """
        taken = self._take_alike(likely)
        taken = self._take_letters(letters) or taken
        return self._take_surnames(likely) or taken

    def _take_alike(self, likely: Sequence[int]) -> bool:
        """Take what stands behind «أبو» or «ولي», and first names with what only they have behind them."""
        words, name, alike = self._words, self._vocabulary.name, self._vocabulary.names_alike
        taken = False
        for i in likely:
            if i and words[i - 1].kin and words[i].cues:
                words[i] = name(words[i])  # أبو طالب
                taken = True
            elif i and words[i - 1].fold in self._vocabulary.guardians and words[i].cues:
                words[i] = self._vocabulary.noun(words[i])  # ولي أمر
                taken = True
            elif words[i].fold == _IN_NAME and 0 < i < len(words) - 1 and self._is_first_name(i):
                words[i] = name(words[i])  # الإعلامي باسم يوسف
                taken = True
            elif words[i].given and i + 1 < len(words) and words[i + 1].fold in alike:
                words[i : i + 2] = map(name, words[i : i + 2])  # بان كي مون
                taken = True
        return taken

    def _is_first_name(self, i: int) -> bool:
        """Whether «in the name of» at i is a first name: behind a title, with a surname behind.

        «الإعلامي باسم يوسف», not «المرشح باسم الحزب».
        """
        before, after = self._words[i - 1], self._words[i + 1]
        surname = after.definite and not after.noun & (nouns.ORDINARY | nouns.PLACE | nouns.MANY)
        surname = surname and after.fold not in self._vocabulary.lexicon.kinds
        spokesman = before.fold in self._vocabulary.lexicon.words["spokesmen"]
        surname = surname and not (after.head or after.title or after.naming)
        titled = before.title and before.definite and not spokesman
        return titled and bool(surname or after.given or _is_unknown(after))

    def _take_letters(self, letters: Sequence[int]) -> bool:
        """Take the letters of an abbreviation that are spelt like «that» (سي إن إن، إن بي سي)."""
        words, places = self._words, set(letters)
        taken = [
            place
            for i in letters
            for place in (i - 1, i + 1, i + 2)
            if 0 < place < len(words) and words[place].fold == _THAT and self._is_letter(place, i, places)
        ]
        for place in taken:
            words[place] = self._vocabulary.name(words[place])
        return bool(taken)

    def _is_letter(self, place: int, i: int, letters: set[int]) -> bool:
        """Whether the «that» at `place`, near the letter at i, is a letter as well."""
        words = self._words
        if place < i:  # شبكة إن بي سي
            return place - 1 in letters or words[place - 1].naming
        return i + 2 < len(words) and words[i + 1].fold == words[i + 2].fold == _THAT  # سي إن إن

    def _take_surnames(self, likely: Sequence[int]) -> bool:
        """Take, wherever they stand, those that are somebody's surname somewhere.

        «قال محمد ساري»، «قال كوبي براينت إن».
        """
        words, name = self._words, self._vocabulary.name
        found = [i for i in likely if 1 <= i < len(words) - 1 and self._is_name(i)]
        if not found:
            return False
        particles = {(words[i].raw, words[i + 1].raw) for i in found if words[i].raw in _PARTICLES}
        names = {words[i].raw for i in found if words[i].raw not in _PARTICLES}
        for i in likely:
            raw, following = words[i].raw, words[i + 1].raw if i + 1 < len(words) else ""
            if raw in names or (raw, following) in particles:
                words[i] = name(words[i])
        return True

    def _is_name(self, i: int) -> bool:
        """Whether the word at i, which is spelt like a verb or a particle, is surely part of a name."""
        word, before, after = self._words[i], self._words[i - 1], self._words[i + 1]
        if word.fold == _IN_NAME:
            return False
        if word.cues:
            return i >= _SECOND and self._is_told(i)
        says = before.cues and before.finite and (before.joined or not before.noun_too)
        if word.raw not in _PARTICLES and says:
            return self._is_sayer(i)
        speech = after.complementiser or after.kind in _OPENS_SPEECH or after.noun & nouns.AUDIENCE
        if i < _SECOND or (word.raw not in _PARTICLES and not speech):
            return False
        if not before.noun & nouns.MAY_BEGIN_NAME or before.definite:
            return False
        second = self._words[i - 2]
        if word.raw in _PARTICLES:
            return self._links_names(i)
        return second.finite and word.verbal and word.fold[0] not in _PREFIXES

    def _is_sayer(self, i: int) -> bool:
        """Whether the word at i, right behind a verb of saying, is a foreign name (قال ويتكوف إن، قال يلدز).

        No verb but one that opens what is said can stand there, and that is in the present («قال يجب أن»);
        nor does a و join anything to a verb without an object.
        """
        word, after = self._words[i], self._words[i + 1]
        speech = after.complementiser or after.kind in _OPENS_SPEECH or after.noun & nouns.AUDIENCE
        if word.raw[0] == _AND:
            return bool(speech and word.raw in self._behind_names()) or self._is_named(i)
        if not word.verbal or word.joined or word.fold in self._vocabulary.lexicon.verbs:
            return False
        edge = after.kind in _EDGES
        if word.fold[0] in _PREFIXES:
            quoted = after.raw.startswith(_QUOTED_THAT) or after.kind in _OPENS_SPEECH
            told = after.noun & nouns.AUDIENCE and not word.object
            return quoted or edge or bool(told)  # قال يلدز إن، قال يلدز للصحفيين
        return bool(speech or edge or _is_unknown(after) or after.preposition or after.cues)

    def _is_named(self, i: int) -> bool:
        """Whether the word in و at i and unknown ones stand before an office, a comma or what is said.

        «قال وياندا لوبلينك، قبطان المركب», «قال والكوم فون ساندرز إن».
        """
        words = self._words
        word = words[i]
        if word.joined or word.noun & nouns.ORDINARY or words[i - 1].object or not _is_unknown(words[i + 1]):
            return False
        end = i + 2
        while end < min(i + _LONGEST, len(words)) and _is_unknown(words[end]):
            end += 1
        if end == len(words):
            return False
        edge = words[end]
        return edge.complementiser or edge.head or edge.title or edge.kind in _AFTER_NAME

    def _links_names(self, i: int) -> bool:
        """Whether a name goes on behind the particle at i (الدكتور بيرند فان ليندر، جان إيف لو دريان).

        «لو» is «if» as well, and joins names only where one ends right behind it.
        """
        words = self._words
        word, before, after = words[i], words[i - 1], words[i + 1]
        if word.raw == _LE:
            edge = words[i + 2] if i + 2 < len(words) else None
            if edge is not None and edge.kind == WORD and not (edge.complementiser or edge.adverbial):
                return False
        second = words[i - 2]
        goes_on = after.noun & nouns.MAY_BEGIN_NAME and after.noun & nouns.NAMES
        other = after.noun & (nouns.PLACE if before.given else nouns.PLACE | nouns.ORDINARY)
        told = second.title or second.finite or second.definite or second.given  # الهولندي لويس فان غال
        return bool(told and goes_on and not other)

    def _is_told(self, i: int) -> bool:
        """Whether the word at i, which is spelt like a verb of saying, ends the name of who says so."""
        word, before, second = self._words[i], self._words[i - 1], self._words[i - 2]
        if not (before.given or before.title):
            return False
        told = second.finite or (second.title and i > 2 and self._words[i - 3].finite)
        if not told or word.joined or word.noun_too or word.complementiser or word.preposition:
            return False
        if word.adverbial or any(form.cue.lemma == _SAID for form in word.cues):
            return False  # قال سامي عبر الهاتف، وأضاف الوزير يقول
        return all(form.form is Form.PAST or form.form is Form.PRESENT for form in word.cues)

    def _behind_names(self) -> frozenset[str]:
        """The words in و that stand somewhere behind what may be a first name (ستيف ويتكوف)."""
        if self._foreign is None:
            other = nouns.ORDINARY | nouns.PLACE
            self._foreign = frozenset(
                word.raw
                for one, word in pairwise(self._words)
                if word.raw[0] == _AND
                and one.noun & nouns.MAY_BEGIN_NAME
                and not (one.noun & other or one.definite or one.finite or one.verbal)
            )
        return self._foreign


def _is_unknown(word: Word) -> bool:
    """Whether the word may be part of a name that no list knows: no verb, and not in the accusative."""
    if word.definite or word.verbal or word.cues or word.head or word.title or word.raw.endswith("ا"):
        return False
    return bool(word.noun & nouns.MAY_BEGIN_NAME) and not word.noun & nouns.ORDINARY
