"""Morphology through the real analyser of camel-tools, on a tiny database of our own in its format."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import types
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from quotetrack.detection import morphology
from quotetrack.detection.detector import Detector
from quotetrack.detection.morphology import (
    Analysis,
    CamelMorphology,
    Entity,
    EntityKind,
    Morphology,
    MorphologyError,
    gender_of,
)
from quotetrack.detection.records import Gender, Number
from quotetrack.detection.words.lexicon import lexicon
from quotetrack.messages import LANGUAGES, explain

DATABASE = Path(__file__).parents[1] / "tiny_morphology.db"


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """camel-tools makes a folder in the home as soon as it is imported."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    morphology.installed.cache_clear()
    return tmp_path


@pytest.fixture
def tiny() -> Morphology:
    found = morphology.installed(DATABASE)
    assert found is not None
    return found


def data_folder(folder: Path, *, model: bool = False) -> Path:
    """A data folder as `camel_data` leaves it."""
    (folder / "data" / "morphology_db" / "tiny").mkdir(parents=True)
    shutil.copy(DATABASE, folder / "data" / "morphology_db" / "tiny" / "morphology.db")
    components = {
        "MorphologyDB": {"default": "tiny", "datasets": {"tiny": {"path": "morphology_db/tiny"}}},
        "NamedEntityRecognition": {"default": "small", "datasets": {"small": {"path": "ner/small"}}},
    }
    if model:
        (folder / "data" / "ner" / "small").mkdir(parents=True)
        (folder / "data" / "ner" / "small" / "config.json").write_text("{}", encoding="utf-8")
    catalogue = {"version": "1.6.0", "packages": {}, "components": components}
    (folder / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("قالت", Analysis("قال", "verb", Gender.FEMININE, Number.SINGULAR, 3)),
        ("وقال", Analysis("قال", "verb", Gender.MASCULINE, Number.SINGULAR, 3)),
        ("الوزير", Analysis("وَزِير", "noun", Gender.MASCULINE, Number.SINGULAR, 0)),
        ("المراقبون", Analysis("مُراقِب", "noun", Gender.MASCULINE, Number.PLURAL, 0)),
        ("سلمى", Analysis("سَلْمَى", "noun_prop", Gender.FEMININE, Number.SINGULAR, 0)),
    ],
)
def test_a_word_is_read(tiny: Morphology, word: str, expected: Analysis) -> None:
    assert tiny.analyse(word) == (expected,)
    assert tiny.analyse(word)[0].proper == (expected.pos == "noun_prop")


def test_an_unknown_word_has_no_reading(tiny: Morphology) -> None:
    assert tiny.analyse("بيسكوف") == ()


@pytest.mark.parametrize(
    ("word", "gender"),
    [
        ("سلمى", Gender.FEMININE),
        ("نهاد", Gender.UNKNOWN),
        ("الوزير", Gender.MASCULINE),
        ("بيسكوف", Gender.UNKNOWN),
    ],
)
def test_the_gender_of_a_name(tiny: Morphology, word: str, gender: Gender) -> None:
    assert gender_of(tiny, word) is gender


def test_nothing_is_installed_by_default() -> None:
    assert morphology.installed() is None


def test_the_folder_of_camel_data_is_found(home: Path) -> None:
    data_folder(home / ".camel_tools")
    found = morphology.installed()
    assert found is not None
    assert [reading.pos for reading in found.analyse("قالت")] == ["verb"]


def test_the_variable_of_camel_tools_counts(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    folder = data_folder(home / "elsewhere")
    monkeypatch.setenv("CAMELTOOLS_DATA", str(folder))
    found = morphology.installed()
    assert found is not None
    assert found.analyse("نهاد")
    assert os.environ["CAMELTOOLS_DATA"] == str(folder)


@pytest.mark.parametrize(
    "damage", ["###DEFINES###\nnonsense\n", "", "###DEFINES###\nDEFINE pos\n", "\x00" * 20]
)
def test_a_damaged_database_is_named(home: Path, damage: str) -> None:
    path = home / "bad.db"
    path.write_text(damage, encoding="utf-8")
    found = morphology.installed(path)
    assert found is not None
    with pytest.raises(MorphologyError) as caught:
        found.analyse("قال")
    assert all("bad.db" in explain(caught.value, language) for language in LANGUAGES)


@pytest.mark.parametrize("catalogue", ["", "[]", '{"components": {}}', '{"components": {"MorphologyDB": 1}}'])
def test_a_folder_with_half_a_catalogue_counts_as_none(home: Path, catalogue: str) -> None:
    (home / "catalogue.json").write_text(catalogue, encoding="utf-8")
    assert morphology.installed(home) is None


class Recogniser:
    """Stands for the neural recogniser, which needs 5 GB of packages."""

    def __init__(self, path: str, *, use_gpu: bool) -> None:
        assert Path(path, "config.json").is_file()
        assert not use_gpu

    def predict_sentence(self, words: list[str]) -> list[str]:
        labels = {"وزارة": "B-ORG", "الصحة": "I-ORG", "سلمى": "B-PERS", "الدقاق": "I-PERS", "برلين": "I-LOC"}
        return [labels.get(word, "O") for word in words]


def test_names_are_found_where_the_model_is_installed(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    module = types.ModuleType("camel_tools.ner")
    monkeypatch.setattr(module, "NERecognizer", Recogniser, raising=False)
    monkeypatch.setitem(sys.modules, "camel_tools.ner", module)
    found = morphology.installed(data_folder(home / "data", model=True))
    assert found is not None
    sentence = ["قالت", "سلمى", "الدقاق", "من", "وزارة", "الصحة", "برلين"]
    assert found.entities(sentence) == (
        Entity(1, 3, EntityKind.PERSON),
        Entity(4, 6, EntityKind.ORGANISATION),
        Entity(6, 7, EntityKind.PLACE),
    )
    assert found.entities([]) == ()


def test_without_the_neural_packages_there_are_no_names(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setitem(sys.modules, "camel_tools.ner", None)
    found = morphology.installed(data_folder(home / "data", model=True))
    assert found is not None
    assert found.entities(["سلمى"]) == ()
    assert CamelMorphology(DATABASE).entities(["سلمى"]) == ()


def run(code: str, home: Path, *arguments: object) -> Sequence[str]:
    environment = os.environ | {"HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.split()


def test_camel_tools_is_imported_at_the_first_question_only(home: Path) -> None:
    code = """
import sys
import quotetrack
from quotetrack.detection.morphology import installed
quotetrack.detect("قال الوزير إن الخطة جاهزة.")
assert installed() is None
found = installed(__import__("pathlib").Path(sys.argv[1]))
print(any(name.startswith("camel_tools") for name in sys.modules))
def refuse(*_, **__):
    raise AssertionError("the network was asked")
__import__("socket").socket.connect = refuse
found.analyse("قال")
print(any(name.startswith("camel_tools.morphology") for name in sys.modules))
"""
    assert run(code, home, DATABASE) == ["False", "True"]


TEXT = "تحدث مدير السوق سامي نصار عن الأسعار. ووفقاً لسلمى نصار فإن السوق ستغلق. وأضافت أن العمل سينتهي غداً."


def test_detection_asks_for_the_gender_of_a_first_name(tiny: Morphology) -> None:
    """Without a title, and of a name that no list knows, only the morphology says that it is a woman's."""
    words = {
        name: listed - {"سلمي"} if name in ("given", "given_feminine") else listed
        for name, listed in lexicon().words.items()
    }
    unlisted = replace(lexicon(), words=words)
    text = TEXT.replace("ووفقاً", "وشكر سلمى. ووفقاً")  # met before, so that she may be a source
    with_data = Detector(unlisted, tiny).detect(text)
    named = [one.speaker for one in with_data if one.speaker and "سلمى" in one.speaker.name]
    assert named
    assert all(speaker.gender is Gender.FEMININE for speaker in named)
    without = Detector(unlisted).detect(text)
    assert [one.content for one in without] == [one.content for one in with_data]
    assert {one.speaker.gender for one in without if one.speaker and "سلمى" in one.speaker.name} == {
        Gender.UNKNOWN
    }
    listed = Detector(lexicon()).detect(TEXT)
    assert {one.speaker.gender for one in listed if one.speaker and "سلمى" in one.speaker.name} == {
        Gender.FEMININE
    }
