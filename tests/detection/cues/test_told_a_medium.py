"""A medium that is named like a noun of saying (لوكالة الأخبار): the أن behind it is the verb's before it."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    "text",
    [
        "وقال سامر الهلالي لوكالة الأخبار إن القرار مجحف.",
        "وقال سامر الهلالي لوكالة الأخبار انهم تجار من المدينة.",
        "وأكد سامر الهلالي لصحيفة الأخبار أن القرار مجحف.",
        "وقال سامر الهلالي -وهو أحد التجار- لوكالة الأخبار ان القرار مجحف.",
    ],
)
def test_what_it_was_told_begins_with_that(text: str) -> None:
    (found,) = detect(text)
    assert found.content[0].of(text).startswith(("أن", "إن", "ان"))
    assert found.speaker is not None
    assert found.speaker.name == "سامر الهلالي"


def test_a_noun_of_saying_keeps_its_own() -> None:
    text = "ونفى الوزير للصحفيين تصريحات بأن الحكومة ستستقيل."
    assert all(
        found.cue is None or found.cue.of(text) != "ونفى" or found.type == "reported"
        for found in detect(text)
    )
