"""Who speaks: names, titles, descriptions and bodies, on sentences of our own."""

import pytest

from quotetrack import detect

SPEAKERS = [
    # Titles on which a preposition or و leans bring somebody in as well.
    (
        "جدد المجلس ثقته بوزير الري الشيخ جابر الخالد، لينهي الخلاف. لكن الوزير قال إنه مستقيل.",
        "قال",
        "جابر الخالد",
    ),
    ("التقى الوفد بالرئيس السابق سامي الخالد. وقال الرئيس السابق إن الزيارة ناجحة.", "وقال", "سامي الخالد"),
    (
        "بحث الرئيس الكاستاني سامي الخالد ونظيره الماروني رامي حداد في المدينة. وأكد الرئيسان أن الحل قريب.",
        "وأكد",
        "سامي الخالد، رامي حداد",
    ),
    # Ranks, kin and surnames.
    (
        "زار وزير الدفاع، الفريق أول سامي الخالد، الثكنة. وقال وزير الدفاع الحالي إن الجيش جاهز.",
        "وقال",
        "سامي الخالد",
    ),
    ("رافقه ملحقه العسكري العميد رامي حداد. وذكر ملحقه العسكري أن الوفد غادر.", "وذكر", "رامي حداد"),
    ("قال سالم حداد أحد المزارعين إن الموسم سيئ.", "قال", "سالم حداد"),
    ("ميكيات: أرفض التكرار\n\nوقال الممثل حسن ميكيات إن الدور صعب.\n", "وقال", "حسن ميكيات"),
    ("وذكر العريس «ترفي برنهارد» أنه سعيد.", "وذكر", "ترفي برنهارد"),
    # Bodies that bear a name, honorifics, spokespeople of a body named before.
    ("قال عميد كلية الزراعة بجامعة الملك فيصل الدكتور سامي الحمد إن الموسم جيد.", "قال", "سامي الحمد"),
    ("زار الأمير فيصل الحمد، الجمعة، المعرض. وقال سموه إن المدينة تكبر.", "وقال", "فيصل الحمد"),
    (
        "أعلنت وزارة الري الكاستانية رفع السدود، وقالت الناطقة باسمها ليلى حداد إن العمل بدأ.",
        "وقالت",
        "ليلى حداد",
    ),
    ("قال كل من وزير الري سامي الخالد والسفير رامي حداد إن الاتفاق قريب.", "قال", "سامي الخالد ورامي حداد"),
    # Descriptions: the noun that the text has used goes first.
    ("كشف مصدر أمني أن التحقيق انتهى. وقال المصدر إن المتهم اعترف.", "وقال", "مصدر أمني"),
    (
        "قالت شركة الأفق إن الإنتاج توقف. وأكدت شركة الماء أن السد امتلأ. وأضافت الشركة أن الضخ مستمر.",
        "وأضافت",
        "شركة الماء",
    ),
    # A source phrase ends where its clause goes on.
    ("وبحسب التقارير الطبية تحتاج المريضة إلى عملية عاجلة.", "وبحسب", "التقارير الطبية"),
    ("ووفق معلومات الوزارة هم في الخارج منذ شهر.", "ووفق", "معلومات الوزارة"),
    # Numbers and shares of people can speak.
    ("ورأى 40% من المشاركين أن الأسعار مرتفعة.", "ورأى", "40% من المشاركين"),
]


@pytest.mark.parametrize(("text", "cue", "speaker"), SPEAKERS)
def test_who_speaks(text: str, cue: str, speaker: str) -> None:
    (found,) = [one for one in detect(text) if one.cue and one.cue.of(text) == cue and one.type != "reported"]
    assert found.speaker
    assert found.speaker.name == speaker


NOT_SAID = [
    "وغادروا الفندق مما يؤكد أنهم عائدون.",
    "وغادروا الفندق الأمر الذي يثبت أنهم عائدون.",
    "جاء القرار كرد فعل على أن السوق مغلقة.",
    "ويشترط لإحداث الفرق أن تكون المهمة واضحة.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_nobody_speaks(text: str) -> None:
    assert [one for one in detect(text) if one.type != "reported" and one.speaker] == []


def test_an_interview_gives_each_answer_to_its_guest() -> None:
    text = (
        "حوار مع الروائية ليلى حداد عن المدينة\n\n"
        "كيف بدأت الكتابة؟\n\n- بدأت في المدرسة، وكان المعلم يقرأ ما أكتب.\n\n"
        "وماذا عن الرواية الجديدة؟\n\n- انتهيت منها في الشتاء، وستصدر قريباً.\n"
    )
    answers = [one for one in detect(text) if one.rule == "interview-answer"]
    assert len(answers) == 2
    assert {one.speaker.name for one in answers if one.speaker} == {"ليلى حداد"}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وقال الوزير إن السد امتلأ.. وأن القرى آمنة.", ["إن السد امتلأ.. وأن القرى آمنة"]),
        ("وقال الوزير إن سعر الدولار بلغ 3.5 وإن السوق هادئة.", ["إن سعر الدولار بلغ 3.5 وإن السوق هادئة"]),
    ],
)
def test_dots_that_end_nothing(text: str, content: list[str]) -> None:
    (found,) = detect(text)
    assert [span.of(text) for span in found.content] == content


def test_what_was_said_is_not_who_said_it() -> None:
    text = "قال سامي حداد إن السوق هادئة. ولكن القرارات، كما أوضح، «لم تمنع الشركة من البيع أبداً»."
    assert {one.speaker.name for one in detect(text) if one.speaker} <= {"سامي حداد", "القرارات"}
