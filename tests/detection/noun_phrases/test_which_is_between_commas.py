"""Relative pronouns behind an aside that tells who somebody is («، وهو سائق،»), and shortened last names."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at

TAKEN_UP = [
    ("ثم استدعي الشاهد وليد جابر، وهو حارس البناية، الذي أكد أنه لم ير أحدا.", "أكد", "وليد جابر"),
    ("وحضرت الطبيبة ليلى حداد، وهي رئيسة القسم، التي أوضحت أن المريض نائم.", "أوضحت", "ليلى حداد"),
    ("وتحدث إلى رامي حداد، وهو من أبناء القرية، الذي روى أن النهر فاض.", "روى", "رامي حداد"),
    ("ثم نودي على المتهم خضر م.، وهو سائق شاحنة، الذي اعترف بأنه نقلها.", "اعترف", "خضر م"),
    # What the aside itself tells of.
    ("وحضر رئيس البلدية، وهو عضو في اللجنة الوطنية، التي أعلنت أنها ستتريث.", "أعلنت", "اللجنة الوطنية"),
    ("ووصل رامي حداد، وهو الناطق باسم النقابة، الذي أكد أن الإضراب قائم.", "أكد", "الناطق باسم النقابة"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), TAKEN_UP)
def test_who_is_taken_up(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


def test_a_shortened_last_name_ends_no_sentence() -> None:
    text = "قال المتهم سعد ك.، الذي أوقف أمس، إنه بريء."
    (found,) = detect(text)
    assert found.content[0].of(text) == "إنه بريء"
