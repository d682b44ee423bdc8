"""Morphology and named entities from camel-tools, where its data is installed.

Detection works without them. They sharpen it where the lexicon and the text are silent: the
gender of a first name, the lemma of an unknown verb, a name without a title. No package carries
the data: `camel_data -i morphology-db-msa-r13` (and `ner-arabert`, with the extra `neural`)
fetches it, or a folder or database file is named in the settings.

Importing camel-tools costs half a second and more, and its morphology asks the network for a
catalogue unless CAMELTOOLS_DATA names a folder that has one. So nothing here imports it before
the first word is analysed, and then with that variable set.
"""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol

from quotetrack.assets import assets
from quotetrack.detection.records import Gender, Number
from quotetrack.errors import QuotetrackError

_VARIABLE: Final = "CAMELTOOLS_DATA"
_CATALOGUE: Final = "catalogue.json"
_DATABASE: Final = "morphology.db"
_CACHED_WORDS: Final = 20_000
_PROPER: Final = "noun_prop"
_GENDERS: Final = {"m": Gender.MASCULINE, "f": Gender.FEMININE}
_NUMBERS: Final = {"s": Number.SINGULAR, "d": Number.DUAL, "p": Number.PLURAL}


class MorphologyError(QuotetrackError):
    """The data of camel-tools is there but cannot be used; names the file and what is wrong."""


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "PERS"
    ORGANISATION = "ORG"
    PLACE = "LOC"
    OTHER = "MISC"


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word. `lemma` is vocalised; `pos` is the tag of camel-tools; `person` 1 to 3, or 0."""

    lemma: str
    pos: str
    gender: Gender
    number: Number
    person: int

    @property
    def proper(self) -> bool:
        """Whether the word is a name by this reading."""
        return self.pos == _PROPER


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: words `start` to `end` (not included) of a sentence, and what it names."""

    start: int
    end: int
    kind: EntityKind


class Morphology(Protocol):
    """What detection may ask about words."""

    def analyse(self, word: str) -> Sequence[Analysis]:
        """Every reading of a word as it is spelt; none where it is unknown."""

    def entities(self, words: Sequence[str]) -> Sequence[Entity]:
        """The names in a sentence of words, in their order; none where there is no model."""


def gender_of(morphology: Morphology, word: str) -> Gender:
    """The gender that all readings of a word as a name (else all as anything) agree on."""
    readings = morphology.analyse(word)
    readings = [each for each in readings if each.proper] or readings
    genders = {each.gender for each in readings}
    return genders.pop() if len(genders) == 1 else Gender.UNKNOWN


@cache
def installed(setting: Path | None = None) -> Morphology | None:
    """The morphology that the user has installed, or None.

    Args:
        setting: a data folder of camel-tools or a database file; without it, the folder that the
            variable CAMELTOOLS_DATA names, else that of `camel_data`.
    """
    for place in [setting] if setting else _usual_places():
        if place.is_file():
            return CamelMorphology(place)
        if database := _dataset(place, "MorphologyDB", _DATABASE):
            return CamelMorphology(database, place, _dataset(place, "NamedEntityRecognition", "config.json"))
    return None


def _usual_places() -> list[Path]:
    if value := os.environ.get(_VARIABLE):
        return [Path(value).expanduser()]
    try:
        home = Path.home()
    except RuntimeError:
        return []
    return [home / ".camel_tools", home / "AppData" / "Roaming" / "camel_tools"]


def _dataset(folder: Path, component: str, name: str) -> Path | None:
    """A file of the default data set of a component; None where it is not installed."""
    try:
        catalogue = json.loads((folder / _CATALOGUE).read_text(encoding="utf-8"))
        entry = catalogue["components"][component]
        path = folder / "data" / entry["datasets"][entry["default"]]["path"] / name
    except (OSError, ValueError, LookupError, TypeError):
        return None
    return path if path.is_file() else None


@contextmanager
def _catalogue(folder: Path) -> Iterator[None]:
    """Keep camel-tools off the network, and its old packages quiet, while it is imported."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(folder if (folder / _CATALOGUE).is_file() else assets() / "camel_tools")
    try:
        with warnings.catch_warnings():
            for category in (SyntaxWarning, DeprecationWarning):
                warnings.simplefilter("ignore", category)
            yield
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before


class CamelMorphology:
    """`Morphology` by a database of camel-tools and, with `model`, its recogniser of names.

    Both are loaded at the first question. Asking raises MorphologyError where a file is damaged.
    """

    def __init__(self, database: Path, folder: Path | None = None, model: Path | None = None) -> None:
        self._database = database
        self._folder = folder or database.parent
        self._model = model

    @cached_property
    def _analyser(self) -> Any:
        with _catalogue(self._folder):
            analyser = import_module("camel_tools.morphology.analyzer")
            database = import_module("camel_tools.morphology.database")
            errors = import_module("camel_tools.morphology.errors")
        try:
            tables = database.MorphologyDB(str(self._database))
        except (OSError, ValueError, LookupError, TypeError, errors.MorphologyError) as error:
            raise MorphologyError("morphology.damaged", file=self._database, problem=error) from error
        if not tables.stem_hash:
            raise MorphologyError("morphology.damaged", file=self._database, problem="###STEMS###?")
        return analyser.Analyzer(tables, cache_size=_CACHED_WORDS)

    @cached_property
    def _recogniser(self) -> Any:
        """The recogniser, or None where it is not installed: it needs torch (extra `neural`)."""
        if self._model is None:
            return None
        try:
            with _catalogue(self._folder):
                ner = import_module("camel_tools.ner")
        except ImportError:
            return None
        try:
            return ner.NERecognizer(str(self._model.parent), use_gpu=False)
        except (OSError, ValueError, LookupError) as error:
            raise MorphologyError("morphology.damaged", file=self._model.parent, problem=error) from error

    def analyse(self, word: str) -> Sequence[Analysis]:
        """Every reading of a word as it is spelt, each once; none where it is unknown."""
        readings = (self._reading(features) for features in self._analyser.analyze(word))
        return tuple(dict.fromkeys(readings))

    @staticmethod
    def _reading(features: dict[str, str]) -> Analysis:
        person = features.get("per", "")
        return Analysis(
            lemma=features.get("lex", ""),
            pos=features.get("pos", ""),
            gender=_GENDERS.get(features.get("gen", ""), Gender.UNKNOWN),
            number=_NUMBERS.get(features.get("num", ""), Number.UNKNOWN),
            person=int(person) if person.isdigit() else 0,
        )

    def entities(self, words: Sequence[str]) -> Sequence[Entity]:
        """The names in a sentence of words, in their order; none where there is no model."""
        if self._recogniser is None or not words:
            return ()
        return tuple(_runs(self._recogniser.predict_sentence(list(words))))


def _runs(labels: Sequence[str]) -> Iterator[Entity]:
    """Names from labels such as B-PERS, I-PERS, O; an I without its B begins a name too."""
    start, kind = 0, ""
    for at, label in enumerate((*labels, "O")):
        mark, _, name = label.partition("-")
        if kind and (mark != "I" or name != kind):
            yield Entity(start, at, EntityKind(kind))
            kind = ""
        if mark in {"B", "I"} and not kind:
            start, kind = at, name
