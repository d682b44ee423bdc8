"""How Arabic inflects: the forms of the lexicon's verbs, nouns of saying and titles, folded.

Regular endings only; what a verb's stem is, the lexicon says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from quotetrack.detection.records import Gender, Number
from quotetrack.detection.words.entries import Cue, CueForm, Form

_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
_M: Final = Gender.MASCULINE
_F: Final = Gender.FEMININE
_S: Final = Number.SINGULAR
_D: Final = Number.DUAL
_P: Final = Number.PLURAL
_Agreement = tuple[str, Gender, Number, int]


def _past(past: str, short: str = "", *, hamza: bool = False) -> Iterator[_Agreement]:
    if past[-1] in "اي" and len(past) > 2 and not hamza:  # defective: نفى، دعا
        stem = past[:-1]
        yield from ((past, _M, _S, 3), (stem + "ت", _F, _S, 3), (stem + "وا", _M, _P, 3))
        yield from ((stem + "يا", _M, _D, 3), (stem + "وا", _M, _D, 3), (stem + "تا", _F, _D, 3))
        for weak in "يو":
            yield from (
                (stem + weak + "ت", Gender.UNKNOWN, _S, 1),
                (stem + weak + "نا", Gender.UNKNOWN, _P, 1),
            )
        return
    short = short or (past[:-2] + past[-1] if len(past) > 2 and past[-2] == "ا" else past)
    yield from ((past, _M, _S, 3), (past + "ت", _F, _S, 3), (past + "ا", _M, _D, 3), (past + "تا", _F, _D, 3))
    yield from ((past + "وا", _M, _P, 3), (short + "ن", _F, _P, 3))
    yield from ((short + "ت", Gender.UNKNOWN, _S, 1), (short + "نا", Gender.UNKNOWN, _P, 1))
    yield (short + "تم", _M, _P, 2)


def _present(present: str) -> Iterator[_Agreement]:
    stem = present[1:]
    defective = stem[-1] in "ايو"
    base = stem[:-1] if defective else stem
    yield from (("ي" + stem, _M, _S, 3), ("ت" + stem, _F, _S, 3))
    yield from (("ا" + stem, Gender.UNKNOWN, _S, 1), ("ن" + stem, Gender.UNKNOWN, _P, 1))
    yield from (("ي" + base + "ون", _M, _P, 3), ("ي" + base + "وا", _M, _P, 3))
    yield from (("ي" + stem + "ان", _M, _D, 3), ("ت" + stem + "ان", _F, _D, 3), ("ي" + stem + "ن", _F, _P, 3))


def _jussive(present: str) -> Iterator[_Agreement]:
    """The short forms of a hollow or defective present (يقل, ينف)."""
    stem = present[1:]
    if stem[-1] in "ايو":
        short = stem[:-1]
    elif len(stem) > 2 and stem[-2] in "اوي":
        short = stem[:-2] + stem[-1]
    else:
        return
    yield from (("ي" + short, _M, _S, 3), ("ت" + short, _F, _S, 3))


def _participle(stem: str) -> Iterator[_Agreement]:
    base = stem[:-1] if stem[-1] == "ي" else stem
    yield from ((stem + "ا", _M, _S, 3), (stem + "ه", _F, _S, 3), (base + "ين", _M, _P, 3))
    yield from ((stem + "ين", _M, _D, 3), (stem + "تين", _F, _D, 3), (stem + "ات", _F, _P, 3))


def _inflected(cue: Cue) -> Iterator[tuple[str, CueForm]]:
    present = "" if cue.hopes else cue.present
    for form, agreements in (
        (Form.PAST, _past(cue.past, cue.short, hamza=cue.hamza)),
        (Form.PRESENT, _present(present) if present else ()),
        (Form.PARTICIPLE, _participle(cue.participle) if cue.participle else ()),
    ):
        for text, gender, number, person in agreements:
            yield text, CueForm(cue, form, gender, number, person)
    for text, gender, number, person in _jussive(present) if present else ():
        yield text, CueForm(cue, Form.PRESENT, gender, number, person, jussive=True)
    for noun in cue.nouns:
        yield noun, CueForm(cue, Form.NOUN)
        yield "ال" + noun, CueForm(cue, Form.NOUN)
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        for suffix, gender, number in (("ه", _M, _S), ("ها", _F, _S), ("هم", _M, _P), ("هما", _M, _D)):
            yield stem + suffix, CueForm(cue, Form.NOUN, gender, number, suffix=True)


def forms_of(cues: tuple[Cue, ...]) -> dict[str, tuple[CueForm, ...]]:
    """What each written form of the cues may be."""
    forms: dict[str, list[CueForm]] = {}
    for cue in cues:
        for text, form in _inflected(cue):
            known = forms.setdefault(text, [])
            if not any(f.cue is form.cue and f.form is form.form and f.person == form.person for f in known):
                known.append(form)
    return {text: tuple(found) for text, found in forms.items()}


def verb_forms(words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The third persons of the verbs that report nothing, without those that may as well be nouns."""
    past = {
        form for verb in words["past"] | words["past_too"] for form, *_, person in _past(verb) if person == 3
    }
    present = {form for verb in words["present"] for form, *_, person in _present(verb) if person == 3}
    return frozenset(past - words["past_too"] | present)


def done_to_forms(words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The verbs of clauses that describe, as they are before a pronoun, without those that may be nouns."""
    past = {_before_pronoun(form) for verb in words["done_to.past"] for form, *_ in _past(verb)}
    too = words["done_to.past_too"]
    past |= {_before_pronoun(form) for verb in too for form, *_ in _past(verb)} - too
    present = {
        form for verb in words["done_to.present"] for form, *_, person in _present(verb) if person == 3
    }
    return frozenset(past | present)


def _before_pronoun(past: str) -> str:
    """A folded form of the past as it is written before a pronoun (أجراه of أجرى, أعدوه of أعدوا)."""
    if past.endswith("وا"):
        return past[:-1]
    return past[:-1] + "ا" if past.endswith("ي") else past


def owned_titles(heads: Iterable[str]) -> dict[str, str]:
    """The titles among `heads` with the pronouns of a third person; رئيسه folds like رئيسة and stays out."""
    owned: dict[str, str] = {}
    for head in heads:
        her = head.endswith("ه")
        stem = head[:-1] + "ت" if her else head
        owned |= {stem + pronoun: head for pronoun in (_PRONOUNS if her else _PRONOUNS[1:])}
    return owned
