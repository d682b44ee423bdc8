"""A line's dateline is no part of what a source phrase covers."""

import pytest

from quotetrack import detect

_TOLD = "ارتفعت الأسعار بنسبة كبيرة"
_SAYS = "، وفقا لتقرير حكومي."


@pytest.mark.parametrize(
    "dateline",
    [
        "",
        "بيروت: ",
        "لندن (رويترز) - ",
        "القاهرة، مصر (CNN) -- ",
        "دبي، الإمارات العربية المتحدة (CNN) --  ",
        "رانغون - «الشرق الأوسط»: ",
        "الرياض - سامي الكوني: ",
        "سبق- الرياض: ",
        "واس - جدة ",
    ],
)
def test_a_dateline_is_no_part_of_what_was_said(dateline: str) -> None:
    text = dateline + _TOLD + _SAYS
    (found,) = detect(text)
    assert [span.of(text) for span in found.content] == [_TOLD]


@pytest.mark.parametrize(
    "told",
    [
        "الرياض مدينة كبيرة - وهي العاصمة - يسكنها الملايين",
        "القاهرة - وهي العاصمة - يسكنها الملايين",
        "بيروت ارتفعت فيها الأسعار",
    ],
)
def test_a_place_that_is_told_of_is_no_dateline(told: str) -> None:
    text = told + _SAYS
    (found,) = detect(text)
    assert [span.of(text) for span in found.content] == [told]
