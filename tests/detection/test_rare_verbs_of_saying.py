"""Verbs that say something in one construction alone, and those that few papers use."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        # What somebody does not hide.
        ("ولم يخف الوزير أن الأزمة صعبة.", "يخف", "الوزير", "أن الأزمة صعبة"),
        ("ولا يخفي المدرب أن الفريق متعب.", "يخفي", "المدرب", "أن الفريق متعب"),
        (
            "ولم يخف المدرب سامي الخالد قلقه من تراجع النتائج.",
            "يخف",
            "المدرب سامي الخالد",
            "قلقه من تراجع النتائج",
        ),
        ("ولم تخف الهند استياءها من القرار.", "تخف", "الهند", "استياءها من القرار"),
        # What something is said to be, with a bare أن.
        ("ووصف الوزير الحادث أنه عمل إجرامي.", "ووصف", "الوزير", "أنه عمل إجرامي"),
        (
            "ووصفت الشركة العثور على القطعة أنه «انفراجة كبيرة».",
            "ووصفت",
            "الشركة",
            "أنه «انفراجة كبيرة»",
        ),
        ("وبررت الشركة أن الطلب تراجع.", "وبررت", "الشركة", "أن الطلب تراجع"),
        ("وتذمر السكان من أن المياه مقطوعة.", "وتذمر", "السكان", "أن المياه مقطوعة"),
        ("ووقف المدير متعللا بأن الوقت ضيق.", "متعللا", None, "بأن الوقت ضيق"),
    ],
)
def test_what_they_say(text: str, cue: str, source: str | None, content: str) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert (found.cue.of(text), found.content[0].of(text)) == (cue, content)
    assert (found.source.of(text) if found.source else None) == source


@pytest.mark.parametrize(
    "text",
    [
        "وأخفى المدرب أن الفريق متعب.",
        "ولا يخفى على أحد أن الفريق متعب.",
        "ولا يخفى أن الفريق متعب.",
        "ولم تخف منه شيئا حتى رقم خزانتها.",
        "ولم يخف وزن اللاعب خلال الشهر.",
        "والفيلم لم يخف عدد القتلى.",
        "وأثار القرار تذمر السكان من كل المدن.",
        "وسمع وصف الحادث وكيف أنه وقع ليلا.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert detect(text) == []
