"""Reports that stand within somebody's words in quotation marks, and where they end."""

import pytest

from quotetrack import detect


def _within(text: str) -> list[tuple[str, str]]:
    """The cue and the content of every clause of `text` that another attribution holds."""
    return [
        (one.cue.of(text), one.content[0].of(text))
        for one in detect(text)
        if one.cue and one.parent is not None and one.type != "reported"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقال سامي الخالد: «أوقفنا الحراس وقالوا إن الطريق مغلق. ثم عدنا إلى القرية سيرا على الأقدام».",
            [("وقالوا", "إن الطريق مغلق")],
        ),
        (
            'وقالت ليلى حداد "أعتقد أن القرار متأخر! لم يسألنا أحد من قبل".',
            [("أعتقد", "أن القرار متأخر")],
        ),
        # What is added to it with another أن still belongs to it.
        (
            "وقال سامي الخالد: «أكد الطبيب أن الحالة مستقرة. وأن الخطر زال عن الجميع».",
            [("أكد", "أن الحالة مستقرة. وأن الخطر زال عن الجميع")],
        ),
        # The dot of an initial ends no sentence, nor do two dots.
        (
            "وقال سامي الخالد: «أكد الطبيب أن السيد م. حداد بخير وسيعود إلى بيته غدا».",
            [("أكد", "أن السيد م. حداد بخير وسيعود إلى بيته غدا")],
        ),
        (
            "وقال سامي الخالد: «أعتقد أن القرار متأخر .. لكننا نقبله على أي حال».",
            [("أعتقد", "أن القرار متأخر .. لكننا نقبله على أي حال")],
        ),
    ],
)
def test_a_clause_within_marks_ends_with_its_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert _within(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وأكد النادي أن ما قيل عن الصفقة «غير صحيح على الإطلاق».",
        "وأكدت ليلى حداد أن ما يتداول في المواقع عن زيادة الأسعار «عار عن الصحة تماما».",
        "وقال اللاعب إن ما كتب عنه «مجرد شائعات لا قيمة لها».",
    ],
)
def test_marks_may_say_something_of_what_was_said(text: str) -> None:
    (found,) = detect(text)
    assert found.content[0].end == len(text) - 1


def test_what_he_called_so_is_quoted() -> None:
    text = "وقالت الوزيرة إن ما وصفه بـ«الكارثة الكبرى» لم يقع."
    assert [one.cue.of(text) for one in detect(text) if one.cue] == ["وقالت", "وصفه"]
