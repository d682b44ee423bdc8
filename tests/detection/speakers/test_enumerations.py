"""Lists of what one body says, each item with a verb of its own behind a mark."""

import pytest

from quotetrack import detect

LIST = """- يعبر عن قلقه من ارتفاع الأسعار؛

- يعتبر أن الدعم غير كاف، ويطالب بنشر اللوائح؛

- يجدد تضامنه مع العمال."""


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "استمع الأمين العام سامي الخالد إلى الحضور. وبعد نقاش طويل، فإن المكتب السياسي:\n\n" + LIST,
            "المكتب السياسي",
        ),
        ("إن المجلس الوطني، المجتمع يوم السبت بالعاصمة:\n" + LIST, "المجلس الوطني"),
        (
            "وقرر المكتب التنفيذي للجمعية إصدار ما يلي:\n\n" + LIST.replace("- ", "1- "),
            "المكتب التنفيذي للجمعية",
        ),
        ("وأصدر اتحاد الطلبة البيان التالي:\n" + LIST.replace("- ", "أولا: "), "اتحاد الطلبة"),
    ],
)
def test_the_items_of_a_list_are_said_by_the_subject_before_its_colon(text: str, speaker: str) -> None:
    names = {one.cue.of(text): one.speaker.name if one.speaker else None for one in detect(text) if one.cue}
    assert {names[cue] for cue in ("يعبر", "يعتبر", "ويطالب", "يجدد")} == {speaker}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("زار الوزير سامي الخالد القرية. ويعتبر أن الدعم غير كاف.", ["سامي الخالد"]),
        ("ويعتبر الملعب الجديد واسعا.", []),
    ],
)
def test_somebody_holds_what_follows_with_that(text: str, found: list[str]) -> None:
    assert [one.speaker.name for one in detect(text) if one.speaker] == found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وتدين النقابة الاقتطاعات من الأجور.", "النقابة"),
        ("وانتقد المدير الاتهامات الموجهة إليه.", "المدير"),
        ("ورفض وزير الاتصالات الحديث عن الأمر.", "وزير الاتصالات"),
    ],
)
def test_a_plural_of_things_is_the_object(text: str, source: str) -> None:
    (found,) = detect(text)
    assert found.source is not None
    assert found.source.of(text) == source
