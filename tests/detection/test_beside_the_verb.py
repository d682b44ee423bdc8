"""Who is named right beside a verb of saying, and what beside it says nothing."""

import pytest

from quotetrack import detect


def reports(text: str) -> list[tuple[str | None, str | None, str]]:
    """Cue, source and content of each report in `text`."""
    return [
        (
            one.cue.of(text) if one.cue else None,
            one.source.of(text) if one.source else None,
            " … ".join(part.of(text) for part in one.content),
        )
        for one in detect(text)
        if one.type != "reported"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "وتأمل الحكومة أن ينمو السوق هذا العام.",
        "ويأمل العلماء بأن تساعد العينات على فهم الكوكب.",
        "كانت المدينة تتمنى عودة الماء، ولم يعد.",
        "ويتمنى السكان أن يعود الماء قريبا.",
        "ما زالت الجدة تأمل في أن يزور حفيدها القرية.",
        "ويرجو الفلاحون أن يهطل المطر.",
    ],
)
def test_what_somebody_hopes_is_not_said(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("وتمنى المدرب أن يعود اللاعب.", ("وتمنى", "المدرب", "أن يعود اللاعب")),
        ("وأعربت الوزيرة عن أملها في أن يعود الماء.", ("وأعربت", "الوزيرة", "أن يعود الماء")),
        ("ورحب المدير بالحضور، متمنيا أن ينجح الحفل.", ("متمنيا", None, "أن ينجح الحفل")),
        ("وقال الوزير إنه يأمل أن يعود الماء.", ("وقال", "الوزير", "إنه يأمل أن يعود الماء")),
        ("وأمل الوزير أن يعود الماء.", ("وأمل", "الوزير", "أن يعود الماء")),
    ],
)
def test_wishes_that_are_uttered(text: str, report: tuple[str, str | None, str]) -> None:
    assert reports(text) == [report]
