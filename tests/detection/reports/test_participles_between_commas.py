"""Participles that commas part from what is said: they tell how it is said, and leave it to its verb."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        ("وأكد سامي الخالد، مخاطبا أنصاره، أن الوقت انتهى.", "وأكد", "أن الوقت انتهى"),
        ("وأوضحت سعاد، موجهة حديثها إلى الطلاب، أن الباب مفتوح.", "وأوضحت", "أن الباب مفتوح"),
        (
            "ونقلت الوكالة عن سامي الخالد قوله، موجها كلامه لخصمه، «لقد انتهى وقت الكلام».",
            "قوله",
            "«لقد انتهى وقت الكلام»",
        ),
        ("ونقلت الوكالة عن سامي الخالد قوله، مخاطبا خصمه، «لقد انتهى الوقت».", "قوله", "«لقد انتهى الوقت»"),
        # A participle that goes on with a report keeps its own.
        ("رحب الوزير بالقرار، مضيفا في تصريح صحفي، أن العمل مستمر.", "مضيفا", "أن العمل مستمر"),
        ("وأكد الوزير أهمية القرار، مضيفا، أن العمل مستمر.", "مضيفا", "أن العمل مستمر"),
    ],
)
def test_what_stands_behind_the_second_comma(text: str, cue: str, said: str) -> None:
    found = [one for one in detect(text) if one.type != "reported"]
    assert [(one.cue.of(text), one.content[0].of(text)) for one in found if one.cue] == [(cue, said)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال سامي الخالد متوجها إلى خصمه «لقد انتهى الوقت منذ زمن».", "سامي الخالد"),
        ("وقالت سعاد متهكمة إن الوقت انتهى.", "سعاد"),
        ("وقال متعب الخالد إن الوقت انتهى.", "متعب الخالد"),
    ],
)
def test_how_somebody_speaks_is_no_part_of_his_name(text: str, speaker: str) -> None:
    assert speaker_at(text, text.split(maxsplit=1)[0]) == speaker
