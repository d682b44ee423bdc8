"""What ends a report with no comma: «but» and somebody's own verb of saying, and what was not said."""

import pytest

from quotetrack import detect

ENDS = [
    ("ونفت الشركة أن تكون قد خسرت لكن أرقام البورصة تشير إلى أن السهم هبط.", "أن تكون قد خسرت", "تشير"),
    ("وقال المدير إن المصنع آمن غير أن عمالا ذكروا أن السقف تصدع.", "إن المصنع آمن", "ذكروا"),
    ("وقال المحامي إن موكله بريء لكن الشرطة قالت إن السلاح له.", "إن موكله بريء", "قالت"),
    ('ووصف الوفد اللقاء بأنه "مثمر" إلا أنه انتقد غياب الوزير.', 'بأنه "مثمر"', "انتقد"),
    ('وقال المراقبون إن التصويت كان "هادئا" لكنهم طالبوا بإعادة الفرز.', 'إن التصويت كان "هادئا"', "طالبوا"),
    ("وقال السفير إن حكومته لن تتراجع ودعا إلى الهدوء.", "إن حكومته لن تتراجع", "ودعا"),
    ("وقال الناطق إن العملية فشلت وأشاد بالجنود.", "إن العملية فشلت", "وأشاد"),
    ("وقال الطبيب إن الحالة مستقرة ولم يستبعد أن تتحسن.", "إن الحالة مستقرة", "يستبعد"),
    ("وأكدت الناطقة أن التحقيق مستمر، ولم تنف أن الحريق متعمد.", "أن التحقيق مستمر", "تنف"),
    ("وقالت الوزيرة إن الخطة جاهزة، ولم تستبعد إلغاء الدعم.", "إن الخطة جاهزة", "تستبعد"),
]


@pytest.mark.parametrize(("text", "content", "following"), ENDS)
def test_it_ends_before_another_report(text: str, content: str, following: str) -> None:
    first, second = detect(text)
    assert first.content[-1].of(text) == content
    assert second.cue is not None
    assert (second.cue.of(text), second.parent) == (following, None)


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير إن الاقتصاد ينمو لكن الناس لا يشعرون بالتحسن.",
        "وقالت ليلى حداد إن زوجها كان يعمل لكن صاحب المصنع طرده.",
        "وأكد الوزير أن القاتل هرب ولم يترك أثرا.",
        "وقال الناطق إن الطائرة هبطت وعاد الركاب إلى بيوتهم.",
    ],
)
def test_it_goes_on_with_what_nobody_says(text: str) -> None:
    (found,) = detect(text)
    assert found.content[-1].end == len(text) - 1


@pytest.mark.parametrize(
    "text",
    [
        "وقال الناطق إن الوزير زار المدينة ودعا إلى الهدوء.",
        "وقال الناطق إن الطائرة هبطت ورحب الركاب بالطاقم.",
    ],
)
def test_an_act_that_somebody_in_it_may_do_is_a_part_of_it(text: str) -> None:
    assert detect(text)[0].content[-1].end == len(text) - 1


def test_what_the_subject_of_a_report_did_not_say_is_a_part_of_it() -> None:
    text = "وأكد الوزير أن الشركة أغلقت المصنع ولم تعلن أنها ستعوض العمال."
    assert detect(text)[0].content[-1].end == len(text) - 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال الطبيب رامي حداد إن الحالة مستقرة. ولم يستبعد أن تتحسن قريبا.", "رامي حداد"),
        ("وقال الطبيب رامي حداد إن الحالة مستقرة. ولم يستبعد نقل المريض.", "رامي حداد"),
    ],
)
def test_who_did_not_rule_it_out_is_somebody(text: str, speaker: str) -> None:
    found = detect(text)[1].speaker
    assert found is not None
    assert found.name == speaker
