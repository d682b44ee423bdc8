"""Who stands behind a verb that is said to somebody: its subject, or whom it was told."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("من جانبها، طالبت عضو لجنة المالية في المجلس سعاد حداد، بفتح تحقيق.", "سعاد حداد"),
        ("وطالبت نائب رئيس اللجنة سلمى حداد الحكومة بالاعتذار.", "سلمى حداد"),
        ("وحذرت مدير عام الصحة سميرة حداد من انتشار المرض.", "سميرة حداد"),
        ("وناشدت رئيس الجمعية مريم حداد المحسنين التبرع للمرضى.", "مريم حداد"),
    ],
)
def test_a_woman_may_hold_an_office_that_is_called_as_a_mans(text: str, speaker: str) -> None:
    found = detect(text)[0].speaker
    assert found is not None
    assert found.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "قالت سعاد حداد إن الغرامة ظالمة. وطالبت رئيس البلدية سامي الخالد بإلغائها.",
        "قالت سعاد حداد إن الطريق مقطوع. وناشدت المواطنين عدم الاقتراب من الوادي.",
        "قالت سعاد حداد إن الطريق مقطوع. وناشدت السائقين التمهل.",
    ],
)
def test_whom_she_asks_does_not_speak(text: str) -> None:
    found = detect(text)[1]
    assert found.source is None
    assert found.speaker is not None
    assert found.speaker.name == "سعاد حداد"


def test_whoever_asks_them_speaks() -> None:
    (found,) = detect("وناشد الرئيس المواطنين عدم الخروج.")
    assert found.speaker is not None
    assert found.speaker.name == "الرئيس"
