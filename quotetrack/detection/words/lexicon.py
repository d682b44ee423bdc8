"""The lexicon: cues, titles and small words from `assets/lexicon`, inflected and folded.

A linguist edits the TOML files; nothing here names an Arabic word. `lexicon()` reads them once
and raises `LexiconError` with the file and the entry that is wrong.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from babel import Locale

from quotetrack.assets import assets
from quotetrack.detection.records import CueClass, SpeakerKind
from quotetrack.detection.words.entries import SHADDA, Cue, CueForm, Phrase
from quotetrack.detection.words.inflection import done_to_forms, forms_of, owned_titles, verb_forms
from quotetrack.detection.words.word import with_pronouns
from quotetrack.errors import QuotetrackError
from quotetrack.text import fold


class LexiconError(QuotetrackError):
    """A lexicon file that cannot be read; names the file, the entry and what is wrong with it."""


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

_OF_TEXTS: Final = "ordinary.toml"
"""The file of words that were met in texts, each as it was spelt there."""
_PHRASE_FIELDS: Final = {"cue", "then", "relay", "unless", "nouns", "apart", "his", "closes"}


def _read(folder: Path, name: str) -> dict[str, object]:
    path = folder / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError("lexicon.unreadable", file=name, problem=str(error)) from error


def _cue(entry: Mapping[str, object], file: str, spellings: Mapping[str, str]) -> Cue:
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
        lists[name] = list(_spelt(map(fold, value), spellings))

    def text(name: str) -> str:
        return fold(str(entry.get(name, "")))

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
        hamza=str(entry["past"]).endswith("أ"),
        **{name: bool(entry.get(name, name == "quotes")) for name in _FLAGS},
    )


def _spellings(table: object) -> dict[str, str]:
    """How others write parts of words, folded, by how the lexicon writes them."""
    listed = table.items() if isinstance(table, dict) else ()
    return {fold(str(ours)): fold(str(theirs)) for ours, theirs in listed}


def _words(table: Mapping[str, object], spellings: Mapping[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The word lists of a table by name, each word in all its `spellings`."""
    for name, value in table.items():
        if isinstance(value, str):
            yield name, frozenset(_spelt(fold(value).split(), spellings))


def _spelt(words: Iterable[str], spellings: Mapping[str, str]) -> Iterator[str]:
    """Folded words as they are, and as others write a part of them."""
    for word in words:
        yield word
        for ours, theirs in spellings.items():
            if ours in word:
                yield word.replace(ours, theirs)


def _phrases(entries: object, nouns: Iterable[str], nobodys: frozenset[str]) -> dict[str, tuple[Phrase, ...]]:
    """The source phrases by their first word, the longest first.

    Where an entry says so there is another with each noun of saying behind it (بحسب رواية، وفقا لرواية), but
    before the adjectives `nobodys`; or one with a pronoun on its last word (برأيه).

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
        closes = entry.get("closes", False)
        if entry.get("his", False) or closes:
            for owned in sorted(with_pronouns(words[-1:])):
                his = Phrase((*words[:-1], owned), apart=not closes, his=True)
                phrases.setdefault(his.words[0], []).append(his)
        if entry.get("nouns", False):
            found += [Phrase((*words, then + noun), unless=nobodys) for noun in nouns]
    return {first: tuple(sorted(found, key=lambda p: -len(p.words))) for first, found in phrases.items()}


def _places() -> frozenset[str]:
    """The Arabic names of countries and territories, from Babel's CLDR."""
    names = Locale("ar").territories.values()
    return frozenset(word for name in names if " " not in (word := fold(name)))


def load(folder: Path) -> Lexicon:
    """Read the lexicon from `folder`.

    Raises:
        LexiconError: a file is missing, is no TOML, or has an entry that makes no sense.
    """
    tables = {
        name: _read(folder, name)
        for name in ("words.toml", "titles.toml", "phrases.toml", "verbs.toml", "ordinary.toml")
    }
    spellings = _spellings(tables["words.toml"].pop("spellings", None))
    cues = _cues(folder, spellings)
    words, kinds = _lists(tables, spellings)
    owned = _derive(words, kinds)
    doubled = [cue for cue in cues if cue.doubled]
    doubled = [cue for cue in doubled if SHADDA in cue.lemma or not (cue.clause or cue.quotes)]
    return Lexicon(
        forms=forms_of(tuple(cue for cue in cues if cue not in doubled)),
        doubled=forms_of(tuple(doubled)),
        phrases=_phrases(
            tables["phrases.toml"]["according"],
            words["according_rules.nouns"],
            words["according_rules.nobodys"],
        ),
        words=words,
        kinds=kinds,
        verbs=verb_forms(words),
        done_to=done_to_forms(words),
        places=_places().union(*(words.get(name, ()) for name in ("metonyms", "towns", "countries"))),
        cues=tuple(cues),
        owned=owned,
    )


def _cues(folder: Path, spellings: Mapping[str, str]) -> list[Cue]:
    cues: list[Cue] = []
    entries = _read(folder, "cues.toml").get("cue")
    for entry in entries if isinstance(entries, list) else ():
        cue = _cue(entry, "cues.toml", spellings)
        if any(cue.lemma == other.lemma for other in cues):
            raise LexiconError("lexicon.twice", file="cues.toml", entry=cue.lemma)
        cues.append(cue)
    return cues


def _lists(
    tables: Mapping[str, dict[str, object]], spellings: Mapping[str, str]
) -> tuple[dict[str, frozenset[str]], dict[str, SpeakerKind]]:
    """The word lists of all files by their names, and the kinds of those that may speak."""
    words: dict[str, frozenset[str]] = {}
    kinds: dict[str, SpeakerKind] = {}
    for file, table in tables.items():
        words |= _words(table, spellings if file != _OF_TEXTS else {})
        for name, value in table.items():
            if name == "kinds" and isinstance(value, dict):
                for kind, listed in _words(value, spellings):
                    kinds |= {word: SpeakerKind(kind) for word in listed if word not in kinds}
            elif isinstance(value, dict):
                words |= {f"{name}.{fold(key)}": listed for key, listed in _words(value, spellings)}
    return words, kinds


def _derive(words: dict[str, frozenset[str]], kinds: dict[str, SpeakerKind]) -> Mapping[str, str]:
    """Add to `words` and `kinds` what follows from their lists; gives titles with a pronoun by the title."""
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
    owned = owned_titles(head for head in plain | kin if not head.startswith("ال"))
    owned = {form: head for form, head in owned.items() if form not in heads}
    words["heads"] = heads.union(owned)
    return owned


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    return load(assets() / "lexicon")
