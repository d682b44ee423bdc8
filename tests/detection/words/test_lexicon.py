"""The lexicon: every file is whole, every entry makes sense, and an added one works."""

import shutil
from pathlib import Path

import pytest

from quotetrack import ordinary
from quotetrack.assets import assets
from quotetrack.detection import detector
from quotetrack.detection.detector import Detector
from quotetrack.detection.records import CueClass
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import LexiconError, lexicon, load
from quotetrack.messages import LANGUAGES, explain
from quotetrack.text import fold


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A lexicon of one's own to write into."""
    folder = tmp_path / "lexicon"
    shutil.copytree(assets() / "lexicon", folder)
    return folder


@pytest.mark.parametrize("cue", lexicon().cues, ids=lambda cue: cue.lemma)
def test_every_cue_makes_sense(cue) -> None:
    assert cue.cue_class is not CueClass.NONE
    assert cue.clause or cue.act or cue.quotes
    assert all(link == "" or " " not in link for link in cue.clause | cue.act)
    assert not cue.present or cue.present[0] == "ي"
    known = lexicon().forms.get(cue.past, ()) + lexicon().doubled.get(cue.past, ())
    past = [form for form in known if form.cue is cue]
    assert any(form.form is Form.PAST for form in past)


def test_no_word_list_is_empty() -> None:
    assert all(lexicon().words.values())


def test_every_word_list_is_read() -> None:
    """A list that nothing reads would let a linguist work for nothing."""
    folder = Path(detector.__file__).parent
    files = [*folder.rglob("*.py"), Path(ordinary.__file__)]
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    tables = ("seats", "capitals", "honoured", "praised", "counterparts", "known_by", "training", "governed")
    tables += ("does",)
    named = {name for name in lexicon().words if name.partition(".")[0] not in ("kinds", *tables)}
    assert all(f'lists("{table}")' in code for table in tables)
    assert {name for name in named if f'"{name}"' not in code} == set()


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("قالت", "قال"),
        ("قلنا", "قال"),
        ("يقولون", "قال"),
        ("أشارت", "أشار"),
        ("نفوا", "نفى"),
        ("دعت", "دعا"),
        ("يدعون", "دعا"),
        ("مؤكدين", "أكد"),
        ("لافتة", "لفت"),
        ("تصريحاته", "صرّح"),
        ("يرى", "رأى"),
        ("أضافا", "أضاف"),
    ],
)
def test_inflection(form: str, lemma: str) -> None:
    assert any(fold(found.cue.lemma) == fold(lemma) for found in lexicon().forms[fold(form)])


def test_an_added_cue_works_without_python(copy: Path) -> None:
    text = "شوشر الوزير بأن السوق ستغلق غداً."
    assert Detector(load(copy)).detect(text) == []
    with (copy / "cues.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[cue]]\nlemma = "شوشر"\nclass = "claim"\npast = "شوشر"\npresent = "يشوشر"\nclause = ["ب"]\n'
        )
    (found,) = Detector(load(copy)).detect(text)
    assert found.cue_class is CueClass.CLAIM
    assert found.speaker
    assert found.speaker.name == "الوزير"


@pytest.mark.parametrize(
    ("entry", "key", "problem"),
    [
        ('lemma = "س"\nclass = "claim"\npast = "شوش"\ncaluse = ["ب"]', "lexicon.entry", "caluse"),
        ('lemma = "س"\nclass = "gossip"\npast = "شوش"', "lexicon.entry", "gossip"),
        ('lemma = "س"\nclass = "claim"', "lexicon.entry", "past"),
        ('lemma = "قال"\nclass = "claim"\npast = "شوش"', "lexicon.twice", "قال"),
        ('lemma = "س"\nclass = "claim"\npast = "شوش"\nclause = "ب"', "lexicon.entry", "clause"),
        ('lemma = "س"\nclass = "claim"\npast = "شوش"\nquotes = false', "lexicon.entry", "clause"),
        ("lemma = ", "lexicon.unreadable", "cues.toml"),
    ],
)
def test_a_wrong_entry_is_named(copy: Path, entry: str, key: str, problem: str) -> None:
    with (copy / "cues.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[[cue]]\n{entry}\n")
    with pytest.raises(LexiconError) as caught:
        load(copy)
    assert caught.value.key == key
    for language in LANGUAGES:
        assert problem in explain(caught.value, language)


@pytest.mark.parametrize(
    ("entry", "key", "problem"),
    [
        ('cue = "بموجب"\nthan = "ل"', "lexicon.entry", "than"),
        ('then = "ل"', "lexicon.entry", "cue"),
        ('cue = "وفقا"', "lexicon.twice", "وفقا"),
        ('cue = "بحسب رواية"', "lexicon.twice", "بحسب رواية"),
    ],
)
def test_a_wrong_source_phrase_is_named(copy: Path, entry: str, key: str, problem: str) -> None:
    phrases = copy / "phrases.toml"
    before, rules = phrases.read_text(encoding="utf-8").split("[according_rules]")
    phrases.write_text(f"{before}[[according]]\n{entry}\n[according_rules]{rules}", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load(copy)
    assert caught.value.key == key
    for language in LANGUAGES:
        assert problem in explain(caught.value, language)


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "titles.toml").unlink()
    with pytest.raises(LexiconError) as caught:
        load(copy)
    assert "titles.toml" in explain(caught.value, "ar")
