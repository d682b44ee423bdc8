"""Source phrases with a pronoun for a source: they name whoever has spoken once more (حسبه، بحسب قوله)."""

import pytest

from quotetrack import detect

BEFORE = "وقال سامر الهلالي إن المشروع سيتوقف. "

ALONE = [
    ("وتعود الأزمة حسبه إلى غياب التمويل.", ["وتعود الأزمة", "إلى غياب التمويل"]),
    ("وتعود الأزمة، حسبه، إلى غياب التمويل.", ["وتعود الأزمة", "إلى غياب التمويل"]),
    ("فالأزمة لا حل لها حسبه، والأسعار ترتفع.", ["فالأزمة لا حل لها"]),
    ("وحسبه، فإن الأسعار ارتفعت كثيرا.", ["فإن الأسعار ارتفعت كثيرا"]),
]


@pytest.mark.parametrize(("text", "content"), ALONE)
def test_it_covers_a_clause_that_nobody_reports(text: str, content: list[str]) -> None:
    text = BEFORE + text
    found = detect(text)[-1]
    assert [part.of(text) for part in found.content] == content
    assert found.speaker is not None
    assert found.speaker.name == "سامر الهلالي"


@pytest.mark.parametrize(
    "text",
    [
        "وأكدت الوزيرة أن الحكومة لن تستقيل حسبها.",
        "وأكدت الوزيرة أن الحكومة لن تستقيل، حسبها.",
    ],
)
def test_it_closes_a_report_of_its_own_speaker(text: str) -> None:
    (found,) = detect(text)
    assert found.content[-1].of(text) == "أن الحكومة لن تستقيل"


@pytest.mark.parametrize(
    "text",
    [
        "وأكد الوزير أن الأزمة تعود حسبه إلى غياب التمويل.",
        "وأكد الوزير أن الأزمة تعود، حسبه، إلى غياب التمويل.",
        "وأكد الوزير أن الأزمة تعود بحسب قوله إلى غياب التمويل.",
        "وأكد الوزير أن الأزمة تعود كما يقول إلى غياب التمويل.",
    ],
)
def test_a_report_goes_on_behind_one_that_stands_in_it(text: str) -> None:
    (found,) = detect(text)
    assert found.content[-1].end == len(text) - 1


@pytest.mark.parametrize(
    "text",
    [
        "رآه سامر من بعيد فحسبه صديقا قديما.",
        "وحسبه أنه بنى المدينة مرتين.",
        "والرجل الذي حسبه، لوهلة، عدوا مضى.",
    ],
)
def test_the_verb_and_what_is_enough_are_no_source(text: str) -> None:
    assert detect(BEFORE + text)[1:] == []


def test_what_somebody_leaves_out_is_not_what_he_says() -> None:
    text = "وزعم سامي الخالد أن العقد متوقف، على حد تعبيره، من دون أن يسمي أحدا."
    (found,) = detect(text)
    assert found.content[-1].of(text) == "أن العقد متوقف"
