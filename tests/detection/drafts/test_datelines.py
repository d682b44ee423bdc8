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


@pytest.mark.parametrize(
    "line",
    [
        "النخيل ميديا : احتج عدد من الصيادين اليوم أمام الميناء.",
        "أطلس نيوز: اندلع حريق كبير في سوق المدينة.",
    ],
)
def test_a_medium_that_opens_the_body_says_nothing_itself(line: str) -> None:
    assert detect("احتجاج في الميناء\n\n" + line) == []


@pytest.mark.parametrize(
    "text",
    [
        "أطلس نيوز: انفجار في الميناء",
        "احتجاج في الميناء\n\nالوزير: اندلع الحريق في سوق المدينة.",
        "احتجاج في الميناء\n\nأطلس نيوز: الحريق في سوق المدينة مدبر.",
    ],
)
def test_in_a_headline_it_does_and_somebody_anywhere(text: str) -> None:
    assert [found.rule for found in detect(text)] == ["colon-lead"]
