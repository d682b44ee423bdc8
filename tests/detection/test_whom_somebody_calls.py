"""Whom a speaker calls something: «من» before the verb is its object (عن من أسماه «بطل المدينة»)."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("وقال سامر الهلالي إنه يبحث عن من أسماه «بطل المدينة الصغيرة».", "أسماه"),
        ("وقال سامر الهلالي إن الحزب هزم على يد من وصفهم بأنهم أعداء البلاد.", "وصفهم"),
    ],
)
def test_the_speaker_calls_him_so(text: str, cue: str) -> None:
    (found,) = [one for one in detect(text) if one.cue and one.cue.of(text) == cue]
    assert found.source is None
    assert found.speaker is not None
    assert found.speaker.name == "سامر الهلالي"


@pytest.mark.parametrize("text", ["وهناك من وصفه بأنه بطل المدينة.", "وهناك من يقول إن القرار خطأ."])
def test_who_there_is_speaks(text: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == "من"
