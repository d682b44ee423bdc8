"""«فالمصانع، كما يقول الخبير، خفضت إنتاجها»: a source phrase between what a clause is about and the rest."""

import pytest

from quotetrack import detect

INSIDE = [
    ("فالمصانع، كما يقول الخبير سامي الخالد، خفضت إنتاجها.", "سامي الخالد", ["فالمصانع", "خفضت إنتاجها"]),
    ("هذا المشروع، كما يؤكد رامي حداد، لن يكتمل.", "رامي حداد", ["هذا المشروع", "لن يكتمل"]),
    ("الثقافة، كما يقول رامي حداد، أمر بالغ الأهمية.", "رامي حداد", ["الثقافة", "أمر بالغ الأهمية"]),
    ("والأسعار، وفقا للوزارة، ارتفعت كثيرا هذا العام.", "الوزارة", ["والأسعار", "ارتفعت كثيرا هذا العام"]),
    # What only says when, or links the sentence, is none of what is said.
    ("اليوم، بحسب الشرطة، أوقف رجلان في السوق.", "الشرطة", ["أوقف رجلان في السوق"]),
    ("وفي المقابل، وفقا للوزارة، ارتفعت الأسعار.", "الوزارة", ["ارتفعت الأسعار"]),
]


@pytest.mark.parametrize(("text", "speaker", "content"), INSIDE)
def test_what_is_covered(text: str, speaker: str, content: list[str]) -> None:
    (found,) = detect(text)
    assert found.speaker is not None
    assert (found.speaker.name, [part.of(text) for part in found.content]) == (speaker, content)


def test_who_spoke_before_is_meant_where_nobody_stands_there() -> None:
    text = "قالت ليلى حداد إن الحال صعب. فالشركات، كما تقول، بدأت تسأل عن ضمانات."
    found = detect(text)[1]
    assert found.speaker is not None
    assert found.speaker.name == "ليلى حداد"
    assert [part.of(text) for part in found.content] == ["فالشركات", "بدأت تسأل عن ضمانات"]
