"""Quotations that hang by a comma on what a speech act says are one report with it."""

import pytest

from quotetrack import AttributionType, detect

HANG = [
    (
        "طالب العمدة فؤاد شلبي بإصلاح الجسر، «فالأطفال يعبرون على لوح خشب».",
        "بإصلاح الجسر، «فالأطفال يعبرون على لوح خشب»",
    ),
    (
        "اشتكى الصياد بشير عمر من غلاء الوقود، «حتى صار البحر أغلى من السمك».",
        "غلاء الوقود، «حتى صار البحر أغلى من السمك»",
    ),
    ('دعت هدى صبري إلى حماية البيوت القديمة، "لأنها ذاكرتنا".', 'حماية البيوت القديمة، "لأنها ذاكرتنا"'),
    ("وانتقد هادي عواد غياب الكتب، «وهذا لم يحدث من قبل».", "غياب الكتب، «وهذا لم يحدث من قبل»"),
]
APART = [
    "ونفى الحارس أي صلة له بالحريق، «تركت المفتاح على الباب كما هو».",
    "ندد سامي الخالد بالهجوم، وأضاف: «لأنهم لا يرحمون أحدا في الحي».",
]


@pytest.mark.parametrize(("text", "content"), HANG)
def test_a_quotation_that_goes_on_with_an_act(text: str, content: str) -> None:
    (found,) = detect(text)
    assert found.type is AttributionType.MIXED
    assert [span.of(text) for span in found.content] == [content]


@pytest.mark.parametrize("text", APART)
def test_a_quotation_of_its_own(text: str) -> None:
    assert len(detect(text)) == 2
