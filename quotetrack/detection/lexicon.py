"""The lexicon: cues, titles and small words from `assets/lexicon`, inflected and folded.

A linguist edits the TOML files; nothing here names an Arabic word, only the endings by which
Arabic inflects. `lexicon()` reads them once and raises `LexiconError` with the file and the
entry that is wrong.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache
from pathlib import Path
from typing import Final

from babel import Locale

from quotetrack.assets import assets
from quotetrack.detection.records import CueClass, Gender, Number, SpeakerKind
from quotetrack.errors import QuotetrackError
from quotetrack.text import fold


class LexiconError(QuotetrackError):
    """A lexicon file that cannot be read; names the file, the entry and what is wrong with it."""


class Form(Enum):
    """What a form of a cue is."""

    PAST = auto()
    PRESENT = auto()
    PARTICIPLE = auto()
    NOUN = auto()


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying and what it takes; see the head of `cues.toml`."""

    lemma: str
    cue_class: CueClass
    past: str
    present: str = ""
    short: str = ""
    participle: str = ""
    nouns: tuple[str, ...] = ()
    clause: frozenset[str] = frozenset()
    act: frozenset[str] = frozenset()
    quotes: bool = True
    object: bool = False
    describes: bool = False
    transitive: bool = False
    document: bool = False
    relay: bool = False
    within: bool = False
    hamza: bool = False
    """Whether the past ends in a hamza, which folds like the alef of a defective verb (تنبأ)."""
    of: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    passes: bool = False
    greets: bool = False
    repeats: bool = False
    unowned: bool = False
    events: bool = False
    calls: bool = False
    near: bool = False
    doubled: bool = False
    quoted: bool = False
    blames: bool = False
    hopes: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class CueForm:
    """One inflected form: which cue, what form, and whom it agrees with."""

    cue: Cue
    form: Form
    gender: Gender = Gender.UNKNOWN
    number: Number = Number.UNKNOWN
    person: int = 3
    suffix: bool = False
    jussive: bool = False
    """A short present that only follows a negation (لم يقل)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase such as وفقاً لـ: its words, what the source follows, whom it names.

    `unless` are the folded words before which it says something else. One that stands `apart` covers
    a clause only where a mark or the start of the sentence parts it from the word before.
    """

    words: tuple[str, ...]
    then: str = ""
    relay: bool = False
    unless: frozenset[str] = frozenset()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that detection looks words up in, folded."""

    forms: Mapping[str, tuple[CueForm, ...]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    words: Mapping[str, frozenset[str]]
    kinds: Mapping[str, SpeakerKind]
    places: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    """Forms of verbs that report nothing and are hardly ever anything but verbs."""
    done_to: frozenset[str] = frozenset()
    """Forms of verbs that with a pronoun describe what it means, as they are before it (أجرا of أجراها)."""
    owned: Mapping[str, str] = field(default_factory=dict)
    """Titles with a pronoun (رئيسها، زوجته) by the title."""
    doubled: Mapping[str, tuple[CueForm, ...]] = field(default_factory=dict, repr=False)
    """Forms that make speech acts only where their shadda is written (عدّ), kept from `forms` (عدن)."""
    cues: tuple[Cue, ...] = field(default=(), repr=False)

    def lists(self, table: str) -> dict[str, frozenset[str]]:
        """The word lists of a table of the lexicon, by their keys, folded («[honoured]»)."""
        prefix = f"{table}."
        named = {name: listed for name, listed in self.words.items() if name.startswith(prefix)}
        return {name.removeprefix(prefix): listed for name, listed in named.items()}


SHADDA: Final = "\u0651"
_LISTS: Final = ("nouns", "clause", "act", "of", "unless")
_FIELDS: Final = {"lemma", "class", "past", "present", "short", "participle", *_LISTS}
_FLAGS: Final = {
    "quotes",
    "object",
    "describes",
    "transitive",
    "document",
    "relay",
    "within",
    "passes",
    "greets",
    "repeats",
    "unowned",
    "events",
    "calls",
    "near",
    "doubled",
    "quoted",
    "blames",
    "hopes",
    "denied",
}

_PHRASE_FIELDS: Final = {"cue", "then", "relay", "unless", "nouns", "apart"}
_PRONOUNS: Final = ("ه", "ها", "هم", "هما")


def _read(folder: Path, name: str) -> dict[str, object]:
    path = folder / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError("lexicon.unreadable", file=name, problem=str(error)) from error


def _cue(entry: Mapping[str, object], file: str) -> Cue:
    lemma = str(entry.get("lemma", "?"))

    def wrong(problem: str) -> LexiconError:
        return LexiconError("lexicon.entry", file=file, entry=lemma, problem=problem)

    if unknown := set(entry) - _FIELDS - _FLAGS:
        raise wrong(", ".join(sorted(unknown)))
    for name in ("lemma", "class", "past"):
        if not entry.get(name):
            raise wrong(name)
    if not (entry.get("clause") or entry.get("act") or entry.get("quotes", True)):
        raise wrong("clause, act, quotes")
    try:
        cue_class = CueClass(str(entry["class"]))
    except ValueError as error:
        raise wrong(f"class = {entry['class']}") from error
    lists = {}
    for name in _LISTS:
        value = entry.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise wrong(name)
        lists[name] = [fold(item) for item in value]

    def text(name: str) -> str:
        return fold(str(entry.get(name, "")))

    def flag(name: str, *, default: bool = False) -> bool:
        return bool(entry.get(name, default))

    return Cue(
        lemma=lemma,
        cue_class=cue_class,
        nouns=tuple(lists["nouns"]),
        clause=frozenset(lists["clause"]),
        act=frozenset(lists["act"]),
        of=frozenset(lists["of"]),
        unless=frozenset(lists["unless"]),
        past=text("past"),
        present=text("present"),
        short=text("short"),
        participle=text("participle"),
        quotes=flag("quotes", default=True),
        object=flag("object"),
        describes=flag("describes"),
        transitive=flag("transitive"),
        document=flag("document"),
        relay=flag("relay"),
        within=flag("within"),
        hamza=str(entry["past"]).endswith("أ"),
        passes=flag("passes"),
        greets=flag("greets"),
        repeats=flag("repeats"),
        unowned=flag("unowned"),
        events=flag("events"),
        calls=flag("calls"),
        near=flag("near"),
        doubled=flag("doubled"),
        quoted=flag("quoted"),
        blames=flag("blames"),
        hopes=flag("hopes"),
        denied=flag("denied"),
    )


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


def _forms(cues: tuple[Cue, ...]) -> dict[str, tuple[CueForm, ...]]:
    forms: dict[str, list[CueForm]] = {}
    for cue in cues:
        for text, form in _inflected(cue):
            known = forms.setdefault(text, [])
            if not any(f.cue is form.cue and f.form is form.form and f.person == form.person for f in known):
                known.append(form)
    return {text: tuple(found) for text, found in forms.items()}


def _verbs(words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The third persons of the verbs that report nothing, without those that may as well be nouns."""
    past = {
        form for verb in words["past"] | words["past_too"] for form, *_, person in _past(verb) if person == 3
    }
    present = {form for verb in words["present"] for form, *_, person in _present(verb) if person == 3}
    return frozenset(past - words["past_too"] | present)


def _done_to(words: Mapping[str, frozenset[str]]) -> frozenset[str]:
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


def _words(table: Mapping[str, object]) -> Iterator[tuple[str, frozenset[str]]]:
    for name, value in table.items():
        if isinstance(value, str):
            yield name, frozenset(fold(value).split())


def _phrases(entries: object, nouns: Iterable[str], nobodys: frozenset[str]) -> dict[str, tuple[Phrase, ...]]:
    """The source phrases by their first word, the longest first.

    Where an entry says so there is another with each noun of saying behind it (بحسب رواية، وفقا لرواية), but
    before the adjectives `nobodys`.

    Raises:
        LexiconError: an entry has no cue, one that another has, or a key that means nothing.
    """
    file = "phrases.toml"
    phrases: dict[str, list[Phrase]] = {}
    for entry in entries if isinstance(entries, list) else ():
        cue = entry.get("cue", "")
        if not cue or (unknown := entry.keys() - _PHRASE_FIELDS):
            problem = ", ".join(sorted(unknown)) if cue else "cue"
            raise LexiconError("lexicon.entry", file=file, entry=cue, problem=problem)
        words, then = tuple(fold(cue).split()), fold(entry.get("then", ""))
        if any(words == other.words for other in phrases.get(words[0], ())):
            raise LexiconError("lexicon.twice", file=file, entry=cue)
        unless = frozenset(fold(entry.get("unless", "")).split())
        found = phrases.setdefault(words[0], [])
        found.append(Phrase(words, then, entry.get("relay", False), unless, entry.get("apart", False)))
        if entry.get("nouns", False):
            found += [Phrase((*words, then + noun), unless=nobodys) for noun in nouns]
    return {first: tuple(sorted(found, key=lambda p: -len(p.words))) for first, found in phrases.items()}


def _owned(heads: Iterable[str]) -> dict[str, str]:
    """The titles among `heads` with the pronouns of a third person; رئيسه folds like رئيسة and stays out."""
    owned: dict[str, str] = {}
    for head in heads:
        her = head.endswith("ه")
        stem = head[:-1] + "ت" if her else head
        owned |= {stem + pronoun: head for pronoun in (_PRONOUNS if her else _PRONOUNS[1:])}
    return owned


def _places() -> frozenset[str]:
    """The Arabic names of countries and territories, from Babel's CLDR."""
    names = Locale("ar").territories.values()
    return frozenset(word for name in names if " " not in (word := fold(name)))


def load(folder: Path) -> Lexicon:
    """Read the lexicon from `folder`.

    Raises:
        LexiconError: a file is missing, is no TOML, or has an entry that makes no sense.
    """
    cues: list[Cue] = []
    entries = _read(folder, "cues.toml").get("cue")
    for entry in entries if isinstance(entries, list) else ():
        cue = _cue(entry, "cues.toml")
        if any(cue.lemma == other.lemma for other in cues):
            raise LexiconError("lexicon.twice", file="cues.toml", entry=cue.lemma)
        cues.append(cue)
    words: dict[str, frozenset[str]] = {}
    kinds: dict[str, SpeakerKind] = {}
    tables = {
        name: _read(folder, name)
        for name in ("words.toml", "titles.toml", "phrases.toml", "verbs.toml", "ordinary.toml")
    }
    for table in tables.values():
        words |= _words(table)
        for name, value in table.items():
            if name == "kinds" and isinstance(value, dict):
                for kind, listed in _words(value):
                    kinds |= {word: SpeakerKind(kind) for word in listed if word not in kinds}
            elif isinstance(value, dict):
                words |= {f"{name}.{fold(key)}": listed for key, listed in _words(value)}
    kinds |= dict.fromkeys(words.get("metonyms", ()), SpeakerKind.ORGANISATION)
    words["given"] = words.get("given", frozenset()) | words.get("given_feminine", frozenset())
    words["days"] = words.get("days", frozenset()) | words.get("weekdays", frozenset())
    towns = words.get("towns", frozenset()) | words.get("towns_definite", frozenset())
    words |= {name: words.get(name, frozenset()) - towns for name in ("ordinary", "mute")}
    heads = words.get("heads", frozenset())
    nouns = {f"ال{head}" for head in heads} | words.get("before", frozenset()) | kinds.keys()
    in_lam = {noun for noun in nouns if noun.startswith("الل")}
    words["in_lam"] = frozenset(in_lam | {name for name in words["given"] if name.startswith("ل")})
    plain = heads.difference(*(words.get(name, ()) for name in ("common", "never_owned")))
    kin = words.get("kin_owned", frozenset())
    words["his_heads"] = heads | kin
    owned = _owned(head for head in plain | kin if not head.startswith("ال"))
    owned = {form: head for form, head in owned.items() if form not in heads}
    words["heads"] = heads.union(owned)
    doubled = [cue for cue in cues if cue.doubled]
    doubled = [cue for cue in doubled if SHADDA in cue.lemma or not (cue.clause or cue.quotes)]
    return Lexicon(
        forms=_forms(tuple(cue for cue in cues if cue not in doubled)),
        doubled=_forms(tuple(doubled)),
        phrases=_phrases(
            tables["phrases.toml"]["according"],
            words["according_rules.nouns"],
            words["according_rules.nobodys"],
        ),
        words=words,
        kinds=kinds,
        verbs=_verbs(words),
        done_to=_done_to(words),
        places=_places().union(*(words.get(name, ()) for name in ("metonyms", "towns", "countries"))),
        cues=tuple(cues),
        owned=owned,
    )


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    return load(assets() / "lexicon")
