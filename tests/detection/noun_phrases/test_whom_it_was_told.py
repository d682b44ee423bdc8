"""Who stands behind a verb that is said to somebody: its subject, or whom it was told."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("من جانبها، طالبت عضو لجنة المالية في المجلس سعاد حداد، بفتح تحقيق.", "سعاد حداد"),
        ("وطالبت نائب رئيس اللجنة سلمى حداد الحكومة بالاعتذار.", "سلمى حداد"),
        ("وحذرت مدير عام الصحة سميرة حداد من انتشار المرض.", "سميرة حداد"),
        ("وناشدت رئيس الجمعية مريم حداد المحسنين التبرع للمرضى.", "مريم حداد"),
    ],
)
def test_a_woman_may_hold_an_office_that_is_called_as_a_mans(text: str, speaker: str) -> None:
    found = detect(text)[0].speaker
    assert found is not None
    assert found.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "قالت سعاد حداد إن الغرامة ظالمة. وطالبت رئيس البلدية سامي الخالد بإلغائها.",
        "قالت سعاد حداد إن الطريق مقطوع. وناشدت المواطنين عدم الاقتراب من الوادي.",
        "قالت سعاد حداد إن الطريق مقطوع. وناشدت السائقين التمهل.",
    ],
)
def test_whom_she_asks_does_not_speak(text: str) -> None:
    found = detect(text)[1]
    assert found.source is None
    assert found.speaker is not None
    assert found.speaker.name == "سعاد حداد"


def test_whoever_asks_them_speaks() -> None:
    (found,) = detect("وناشد الرئيس المواطنين عدم الخروج.")
    assert found.speaker is not None
    assert found.speaker.name == "الرئيس"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('ووصف مراقبو الاتحاد الأوروبي عملية الاقتراع بأنها "منظمة".', "مراقبو الاتحاد الأوروبي"),
        ("واتهم معارضو الرئيس الحكومة بتزوير النتائج.", "معارضو الرئيس"),
        ("ووصف محللو البنك المركزي الوضع بأنه خطير.", "محللو البنك المركزي"),
        ("وحمل متظاهرو ساحة النخيل الحكومة مسؤولية الأزمة.", "متظاهرو ساحة النخيل"),
        ("ووصف ماريو الوضع بأنه ممتاز.", "ماريو"),
    ],
)
def test_a_plural_without_its_nun_takes_the_next_noun(text: str, source: str) -> None:
    found = detect(text)[0].source
    assert found is not None
    assert found.of(text) == source


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('صحيفة "دير بوته" دعت المستشارة إلى الاستقالة، وكتبت: "كفى."', "دير بوته"),
        ("المهندسة سعاد حداد طالبت اللجنة بفتح الملف، وقالت إن الوقت ضيق.", "سعاد حداد"),
        ("وكانت النقابة طالبت الوزارة بصرف الرواتب.", "النقابة"),
        ("لكن المعارضة اتهمت الحكومة بالتزوير.", "المعارضة"),
        ("وأوضح سامي الخالد أن المركز دعا الأطباء إلى التطوع.", "المركز"),
        # Not what only says when, or does not agree.
        ("الأحد دعا الرئيس إلى الحوار.", "الرئيس"),
        ("في هذه المدينة دعا الرئيس إلى الحوار.", "الرئيس"),
    ],
)
def test_who_stands_before_a_verb_begins_its_clause(text: str, speaker: str) -> None:
    found = detect(text)[-1].speaker
    assert found is not None
    assert found.name == speaker


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وطالب الادعاء العام بسجن المتهم، معتبرا أن الأدلة كافية.", "الادعاء العام"),
        ("طلب الادعاء أمام محكمة الضفاف أمس إنزال العقوبة بالمتهم.", "الادعاء"),
        ("ورفض الادعاء العام التعليق.", "الادعاء العام"),
        ("ورد الوزير على الادعاء بأن الخزانة فارغة.", None),
    ],
)
def test_the_prosecution_is_a_body(text: str, source: str | None) -> None:
    found = detect(text)[0].source
    assert (found.of(text) if found else None) == source
