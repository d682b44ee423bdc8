"""Who has a name behind «ويدعى», to whom a source spoke, and what only looks like a report."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at

CALLED = [
    "وأضاف المتهم ويدعى سعد كريم أنه لم يقصد القتل. وتابع: لم أكن أعرف أنه مات.",
    "وأضاف المتهم ويدعى «سعد كريم» خلال التحقيقات أنه لم يقصد القتل. وتابع: لم أكن أعرف أنه مات.",
    "قال المتهم إنه بريء. وأضاف المتهم واسمه سعد كريم أنه لم يقصد القتل.",
]


@pytest.mark.parametrize("text", CALLED)
def test_he_has_his_name_from_then_on(text: str) -> None:
    assert {one.speaker.name for one in detect(text) if one.speaker} == {"سعد كريم"}


def test_who_has_no_name_keeps_what_he_is() -> None:
    assert speaker_at("وأضاف المتهم خلال التحقيقات أنه لم يقصد القتل.", "وأضاف") == "المتهم"


TOLD = [
    ("وصل 11 مصابا، وفق ما أفاد مصدر طبي للشبكة، وأشار إلى أن القسم بلا كهرباء.", "مصدر طبي"),
    ("اندلع حريق في السوق، بحسب ما قال ضابط للصحيفة، وأشار إلى أن الخسائر كبيرة.", "ضابط"),
]


@pytest.mark.parametrize(("text", "speaker"), TOLD)
def test_to_whom_a_source_spoke_ends_its_phrase(text: str, speaker: str) -> None:
    first, second = detect(text)
    assert [part.of(text) for part in first.content] == [text.split("،", maxsplit=1)[0]]
    assert second.speaker is not None
    assert (second.speaker.name, second.parent) == (speaker, None)


@pytest.mark.parametrize(
    "text",
    [
        "صدى الضفاف - كتب: سامي الخالد - تحولت الجلسة أمس إلى محاكمة.",
        "كتبت: ليلى حداد – شهدت أسواق المدينة إقبالا كبيرا.",
        "وجاء في النص: «ندعو إلى كشف الفاعلين. إن الحقيقة حق للجميع، وسنعمل لها».",
    ],
)
def test_what_is_no_report_of_its_own(text: str) -> None:
    found = [one.cue.of(text) for one in detect(text) if one.cue and one.type != "reported"]
    assert not {*found} - {"وجاء في"}


def test_what_somebody_said_may_be_judged_in_marks() -> None:
    text = "ورأى رامي حداد أن ما صرحت به ليلى نصار «هراء لا يستحق الرد عليه»."
    (found,) = detect(text)
    assert found.speaker is not None
    assert found.speaker.name == "رامي حداد"


def test_an_act_ends_with_its_sentence() -> None:
    text = "صدر عن الحزب البيان الآتي: «يطالب الحزب بكشف الفاعلين. إن الحقيقة حق للجميع، وسنعمل لها»."
    acts = [one.content[0].of(text) for one in detect(text) if one.type == "reported"]
    assert acts == ["بكشف الفاعلين"]
