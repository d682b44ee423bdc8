"""Words of saying that say nothing where they stand, on sentences of our own, beside those that do."""

import pytest

from quotetrack import detect


def _said(text: str) -> list[tuple[str | None, str | None, str]]:
    """The cue, the source and the content of each attribution."""
    return [
        (
            one.cue.of(text) if one.cue else None,
            one.source.of(text) if one.source else None,
            one.content[0].of(text),
        )
        for one in detect(text)
    ]


NOTHING = [
    # What stands behind a noun of saying is nobody's name.
    "ولم يصدر أي إدانة أو تعليق من الجهات المعنية.",
    "وقوبل العرض بالرفض مما دفع النادي إلى تقديم عرض آخر.",
    "وحرص المدير على توضيح مظاهر الاحتفال بالعيد للنزلاء.",
    "وارتفعت الأسهم مع تحسن توقعات نمو الاقتصاد على المدى البعيد.",
    "ويمكن طلب شاشة حجمها كبير.",
]

SOMETHING = [
    (
        "وصل مارك سلفان إلى المدينة. وجاء ذلك بعد إعلان سلفان تعديل اسم الشركة.",
        ("إعلان", "سلفان", "تعديل اسم الشركة"),
    ),
    ("وجاء ذلك بعد رفض الوزير تعديل القانون.", ("رفض", "الوزير", "تعديل القانون")),
]


@pytest.mark.parametrize("text", NOTHING)
def test_says_nothing(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(("text", "said"), SOMETHING)
def test_says_something(text: str, said: tuple[str | None, str | None, str]) -> None:
    assert said in _said(text)
