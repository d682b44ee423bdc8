"""What somebody calls a thing: the ب of the verb in the marks, and «this» before what is called so."""

import pytest

from quotetrack import detect

IN_MARKS = [
    ('ووصف الوزير القرار "بالمتسرع".', 'القرار "بالمتسرع"'),
    ("الوزيرة تصف محاولات منعها من الكلام “بالفاشلة”\n\nوغادرت.", "محاولات منعها من الكلام “بالفاشلة”"),
    ("الهلالي وصف القرار «بالمتسرع» وغادر القاعة.", "القرار «بالمتسرع»"),
]


@pytest.mark.parametrize(("text", "content"), IN_MARKS)
def test_the_preposition_may_stand_in_the_marks(text: str, content: str) -> None:
    found = detect(text)[0]
    assert found.type == "mixed"
    assert found.content[0].of(text) == content


@pytest.mark.parametrize(
    "text",
    [
        'ووصف الهلالي دواء "أسبرين" للمريض.',
        'وصفت المرأة التي أصيبت الجاني "الملثم" للشرطة.',
    ],
)
def test_a_name_in_marks_is_not_what_it_is_called(text: str) -> None:
    assert all(found.type == "reported" for found in detect(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("ووصف هذا القرار بأنه خطأ.", None),
        ("ووصفت تلك التصريحات «بالخطأ».", None),
        ("ووصف هذه الأسعار بأنها جنونية.", None),
        ("ووصف هذا الوزير القرار بأنه خطأ.", "هذا الوزير"),
    ],
)
def test_this_is_no_source_of_its_own(text: str, source: str | None) -> None:
    (found,) = detect(text)
    assert (found.source and found.source.of(text)) == source


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        (
            "وأعلنت «ضفاف كلاود»، الشركة الأولى في الحوسبة، عن فتح مكتبها.",
            "وأعلنت",
            "«ضفاف كلاود»، الشركة الأولى",
            "فتح مكتبها",
        ),
        (
            'وقالت "أصوات"، المنظمة الحقوقية، إن السجن مكتظ.',
            "وقالت",
            '"أصوات"، المنظمة الحقوقية',
            "إن السجن مكتظ",
        ),
        (
            "طالبت «عدالة»، المنظمة الحقوقية، بفتح تحقيق.",
            "طالبت",
            "«عدالة»، المنظمة الحقوقية",
            "بفتح تحقيق",
        ),
    ],
)
def test_whoever_an_apposition_tells_of_speaks(text: str, cue: str, source: str, content: str) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert found.source is not None
    assert (found.cue.of(text), found.source.of(text)) == (cue, source)
    assert found.content[0].of(text) == content


def test_an_apposition_to_what_was_said_does_not() -> None:
    (found,) = detect("وقال «لا»، الكلمة التي ننتظرها، ثم مضى.")
    assert found.source is None


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ('طالب العمال "بصرف الرواتب" قبل العيد.', "طالب", "العمال", '"بصرف الرواتب"'),
        ('طالب العمال الذين أضربوا أمس "بصرف الرواتب".', "طالب", "العمال", '"بصرف الرواتب"'),
        ("ونددت المنظمة «بالصمت الدولي» حيال الحرب.", "ونددت", "المنظمة", "«بالصمت الدولي»"),
        ("واعترف الوزير «بوقوع تجاوزات».", "واعترف", "الوزير", "«بوقوع تجاوزات»"),
    ],
)
def test_what_a_verb_takes_may_begin_in_the_marks(text: str, cue: str, source: str, content: str) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert found.source is not None
    assert (found.cue.of(text), found.source.of(text)) == (cue, source)
    assert found.content[0].of(text) == content


def test_a_name_in_b_in_the_marks_is_a_name() -> None:
    (found,) = detect("وطالب المدير «بنك النخيل» بالتعويض.")
    assert found.content[0].of("وطالب المدير «بنك النخيل» بالتعويض.") == "بالتعويض"
