"""Every title of the lexicon takes up whom it was told of, past others who have spoken since."""

import tomllib
from pathlib import Path

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at

LEXICON = Path(__file__).parents[3] / "assets/lexicon/titles.toml"
NO_OFFICES = {"آية", "حجة", "مرأة"}
"""They stand before another title only (آية الله, حجة الإسلام), or tell nobody's office."""


def titles(*lists: str) -> list[str]:
    lexicon = tomllib.loads(LEXICON.read_text(encoding="utf-8"))
    nouns = (noun.removeprefix("ال") for name in lists for noun in lexicon[name].split())
    return sorted({noun for noun in nouns if noun not in NO_OFFICES and noun[-1] != "ا"})  # رئيسا


def not_taken_up(title: str, place: str) -> str | None:
    """The text in which `title`, at its `place` in the first sentence, is not taken up; None if it is."""
    hers = title.endswith("ة")
    said, confirmed = ("قالت", "وأكدت") if hers else ("قال", "وأكد")
    name = "سلمى الخياط" if hers else "كريم القرشي"
    other = "النائبة ليلى العمري" if hers else "الطبيب هشام بن علي"
    if other.split(maxsplit=1)[0] == f"ال{title}":
        return None
    source = place.format(title=title, name=name)
    text = f"{said} {source} إن الطريق مغلق. و{said} {other} إن الخطة جاهزة. {confirmed} ال{title} أنه آمن."
    found = [a.speaker.name for a in detect(text) if a.speaker and a.cue and a.cue.of(text) == confirmed]
    return None if found == [name] else f"{text} => {found}"


@pytest.mark.parametrize("place", ["ال{title} {name}", "{name}، ال{title} في الشركة،"])
def test_a_title_with_the_article(place: str) -> None:
    assert [t for title in titles("before", "heads") if (t := not_taken_up(title, place))] == []


def test_an_office_behind_a_name() -> None:
    assert [t for title in titles("heads") if (t := not_taken_up(title, "{name}، {title} الشركة،"))] == []


@pytest.mark.parametrize("verb", ["وأضاف", "وأكد", "وقال"])
def test_who_goes_on_is_called_as_before(verb: str) -> None:
    that = "إن" if verb == "وقال" else "أن"
    said = "قال المدرب سامي حداد إن الوضع جيد. وقال الرئيس جون ميلر إن الخطة جاهزة."
    text = f"{said} {verb} المدرب {that} العمل مستمر."
    assert [a.speaker.name for a in detect(text) if a.speaker][-1] == "سامي حداد"


def test_but_one_of_an_office_may_be_called_anything() -> None:
    text = "قال وزير الري سامي حداد إن السد آمن. وأضاف المسؤول أن العمل مستمر."
    assert speaker_at(text, "وأضاف") == "سامي حداد"
