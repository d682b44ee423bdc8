"""Which forms of cues a word may be: as it is written, behind what leans on it, before its object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from quotetrack.detection.records import Number
from quotetrack.detection.words.entries import SHADDA, CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.verbs import FUTURE, OBJECTS
from quotetrack.detection.words.word import ACCUSATIVE, ADDING

_HAMZA: Final = "أ"
_BELOW: Final = "إ"
_ALEF: Final = "ا"
_SEATED: Final = "ؤ"
_HAMZAS: Final = "أإآؤئء"
_HERS: Final = "ت"  # ورفعت الوزارة: no name behind a conjunction
_HIS: Final = "ه"
_IN_ORDER: Final = ("لي", "لت")
"""How the subjunctive of a third person begins (ليردف متأسفا)."""


@dataclass(slots=True)
class Reading:
    """The forms of cues that a word may be, and the word without the conjunction before them.

    `object` says whether a pronoun on it is their object.
    """

    forms: tuple[CueForm, ...]
    base: str
    joined: bool = False
    object: bool = False


class CueForms:
    """Reads words by a lexicon; `known` are the words that are cues only as they are listed."""

    def __init__(self, lexicon: Lexicon, known: frozenset[str]) -> None:
        words = lexicon.words
        self._forms, self._doubled = lexicon.forms, lexicon.doubled
        self._never = words["complementisers"] | words["never_cues"]
        self._known = known.difference(self._forms)
        self._given, self._nouns_too = words["given"], words["also_nouns"]
        self._purposes = words["purposes"]

    def read(self, folded: str, raw: str) -> Reading:
        """The forms that the folded word may be, as it is written in `raw`; none where it is no cue."""
        read = self._read(folded, raw)
        if SHADDA in raw and (doubled := self._read_doubled(folded)) is not None:
            known = read if read.forms else doubled
            read = Reading(doubled.forms + read.forms, known.base, known.joined, read.object)
        if read.forms:
            read.forms = _by_ending(read.forms, raw)
        return read

    def _read(self, folded: str, raw: str) -> Reading:
        nothing = Reading((), folded)
        if folded in self._never or folded in self._known:
            return nothing
        options = [(folded, False)]
        if folded[0] in ADDING:
            options.append((folded[1:], True))
        return self._as_listed(options, raw) or self._with_clitics(options, raw) or nothing

    def _as_listed(self, options: list[tuple[str, bool]], raw: str) -> Reading | None:
        """The word as a form that is listed, with or without the conjunction that may be on it."""
        forms = self._forms
        for base, joined in options:
            if base in self._purposes:
                return Reading(_only(forms[base[2:]], Form.NOUN), base, joined)
            if base in self._given and base not in self._nouns_too and not (joined and base[-1] == _HERS):
                return None
            if found := _by_hamza(forms.get(base, ()), raw):
                if not joined and len(options) > 1 and all(c.cue.within for c in found):
                    found += forms.get(base[1:], ())  # وردت الوزارة بأن, as ورد في البيان
                if all(c.suffix for c in found) and (verb := self._with_object(base, raw)):
                    return Reading(verb + found, base, joined, object=True)
                if _is_no_noun(found, raw) and (verb := self._with_object(base, raw)):
                    return Reading(verb, base, joined, object=True)  # أجابه, which folds like إجابة
                return Reading(found, base, joined)
        return None

    def _with_clitics(self, options: list[tuple[str, bool]], raw: str) -> Reading | None:
        """The word as a listed form with what is written before it (سيقول، ليقول، لقوله) or behind it."""
        forms = self._forms
        for base, joined in options:
            in_order = base[:2] in _IN_ORDER and base[1:] not in self._nouns_too
            present = base[:1] == FUTURE or in_order
            if present and (found := _only(forms.get(base[1:], ()), Form.PRESENT)):
                return Reading(found, base, joined)
            if base[:1] in "لب" and (found := _only(forms.get(base[1:], ()), Form.NOUN)):
                return Reading(found, base, joined)
            if verb := self._with_object(base, raw):
                return Reading(verb, base, joined, object=True)
        return None

    def _with_object(self, base: str, raw: str) -> tuple[CueForm, ...]:
        """The finite forms that `base` is with an object pronoun behind it (وصفه، نقلته)."""
        if raw[-1] == "ة" or not base.endswith(OBJECTS):
            return ()
        for suffix in OBJECTS:
            if len(base) > len(suffix) + 2 and base.endswith(suffix):
                found = self._before_pronoun(base[: -len(suffix)])
                finite = _only(found, Form.PAST) + _only(found, Form.PRESENT)
                finite = _by_hamza(finite, raw)  # إفادته: his statement, not أفادته
                if finite := tuple(c for c in finite if c.number is not Number.DUAL and c.person == 3):
                    return finite
        return ()

    def _before_pronoun(self, verb: str) -> tuple[CueForm, ...]:
        """The forms of a verb as it is spelt before a pronoun: قالوا without its alef, سمى with one."""
        found = self._forms.get(verb, ())
        if not found and verb.endswith("و"):
            found = self._forms.get(verb + "ا", ())
        if not found and verb.endswith("ا"):  # سماه، أسماهم
            found = self._forms.get(verb[:-1] + "ي", ())
        return found

    def _read_doubled(self, folded: str) -> Reading | None:
        """The word as a verb that only a written shadda tells (وعدّ)."""
        for base, joined in ((folded, False), (folded[1:], True)):
            if (not joined or folded[0] in ADDING) and (forms := self._doubled.get(base)):
                return Reading(forms, base, joined)
        return None


def _by_ending(forms: tuple[CueForm, ...], raw: str) -> tuple[CueForm, ...]:
    """The forms without those that cannot end as the word does."""
    if raw.endswith(ACCUSATIVE):  # ردّاً على: no verb
        return tuple(c for c in forms if c.form is Form.PARTICIPLE or c.form is Form.NOUN)
    if raw.endswith(_HIS) and any(c.form is not Form.PARTICIPLE for c in forms):
        return tuple(c for c in forms if c.form is not Form.PARTICIPLE)  # أسفه is his regret; لافته she
    return forms


def _is_no_noun(forms: tuple[CueForm, ...], raw: str) -> bool:
    """Whether the spelling tells a verb with «him» from the forms, which are those of a noun in ة alone."""
    above = raw[0] == _HAMZA or (raw[0] in ADDING and raw[1:2] == _HAMZA)
    return above and raw[-1] == _HIS and all(c.form is Form.NOUN and not c.suffix for c in forms)


def _by_hamza(forms: tuple[CueForm, ...], raw: str) -> tuple[CueForm, ...]:
    """The forms without the past where the spelling tells it from the first person: أعتقد is «I think»."""
    if _SEATED in raw:  # رؤى are visions, روى is «told»
        forms = tuple(f for f in forms if any(letter in f.cue.lemma for letter in _HAMZAS))
    if not forms:
        return forms
    if not any(letter in _HAMZAS for letter in raw):  # رايت is a name, رأيت is «I saw»
        forms = tuple(f for f in forms if f.person != 1 or _HAMZA not in f.cue.lemma[1:])
    if _BELOW in (raw[:1], raw[1:2]):  # إبان: «during», not أبان
        return tuple(f for f in forms if f.form is not Form.PAST or f.cue.lemma[0] != _HAMZA)
    if raw[:1] != _HAMZA and raw[1:2] != _HAMZA:
        return forms
    return tuple(f for f in forms if f.form is not Form.PAST or f.cue.lemma[0] != _ALEF) or forms


def _only(forms: tuple[CueForm, ...], form: Form) -> tuple[CueForm, ...]:
    return tuple(f for f in forms if f.form is form)
