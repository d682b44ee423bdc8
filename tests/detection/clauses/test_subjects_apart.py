"""Subjects that commas, brackets and clauses set apart from the verb that says what they say."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        # A clause behind a bracket, and one behind «was».
        ("سامي الخالد (52 عاما)، وهو سائق أصيب اثنان من أبنائه، قال إن الرش مر.", "قال", "سامي الخالد"),
        ("هدى صبري (30 سنة)، وهي أم تعلم أولادها، تقول إن المدرسة بعيدة.", "تقول", "هدى صبري"),
        ("وكانت ورقة سابقة للفريق، صدرت قبل عام، خلصت إلى أن السهر مضر.", "خلصت", "ورقة سابقة للفريق"),
        ("وكان أحد السكان، الذي فقد بيته، أكد أن المطر لم يتوقف.", "أكد", "أحد السكان"),
        # A name between commas behind what somebody is, taken up by the next sentence.
        ("الجدة نفسها، أم غسان، لا تحب السؤال. وتوضح أنها متعبة.", "وتوضح", "أم غسان"),
        # Who answers says what stands behind both verbs, and not who asks.
        ("سأله ابنه عن البيت، فأجابه سامي الخالد: «تهدم كله».", "فأجابه", "سامي الخالد"),
        # A subject right behind «that» and «because» with a preposition on them.
        ("وأفاد المركز بأن موظفة أكدت أن الرواتب لم تصرف.", "أكدت", "موظفة"),
        ("وأفاد المركز بأن موظفا أكد أن الرواتب لم تصرف.", "أكد", "موظف"),
        ("تأجل اللقاء لأن الحاكم العام السابق سامي الخالد كان قد قال إنه مسافر.", "قال", "سامي الخالد"),
        ("سكت الجميع، لأن ليلى حداد قالت إنها مسافرة.", "قالت", "ليلى حداد"),
        # «ورد على» with somebody behind it answers him.
        ("قال سامي الخالد إن المسرح فقير. وردّ على المشككين بأن الناس جاؤوا.", "وردّ", "سامي الخالد"),
        ("قالت ليلى حداد إن المسرح فقير. وردت على منتقديها بأن الناس جاؤوا.", "وردت", "ليلى حداد"),
    ],
)
def test_a_subject_apart_from_its_verb(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("مدير المخيم، أبو صالح، طالب المنظمات بزيادة الحصص.", "أبو صالح"),
        ("رئيس الجمعية، سامي الخالد، دعا الأهالي إلى التبرع بالدم.", "سامي الخالد"),
        ("منسقة الفريق، أم كريم، ناشدت البلدية إصلاح المصعد.", "أم كريم"),
        ("دعت الحاجة فتحية الصليب الأحمر إلى زيارة السجن.", "فتحية"),
        ("وفي اجتماع أمس، طالب الأهالي بزيادة الحصص.", "الأهالي"),
        ("بعد زيارة مدير المخيم، طالب الأهالي بزيادة الحصص.", "الأهالي"),
    ],
)
def test_who_asks_and_who_is_asked(text: str, speaker: str) -> None:
    (found,) = detect(text)
    assert found.speaker
    assert found.speaker.name == speaker


def test_what_stands_on_a_page_answers_nobody() -> None:
    text = "وورد على موقع الوزارة أن الطريق مغلق."
    assert all(one.speaker is None or one.speaker.name != "الوزارة" for one in detect(text))


TOLD_BY = (
    "تلقت الشرطة اتصالا من {} {} أن الماء مقطوع.",
    "التقى المراسل {} {} أن الماء مقطوع.",
    "وصل إلى المكان {} {} أن الماء مقطوع.",
    "وأفاد المركز بأن {} {} أن الماء مقطوع.",
    "ونشر الموقع قصة {} {} أن الماء مقطوع.",
)
SOMEBODY = (
    ("سيدة", "تزعم"),
    ("موظفة في البلدية", "أكدت"),
    ("عامل", "ذكر"),
    ("رجل مسن", "يؤكد"),
    ("مسؤول محلي", "يدعي"),
    ("شهود", "أكدوا"),
    ("عمال", "يقولون"),
    ("سيدة مسنة", "تدعي"),
    ("أحد العمال", "ذكر"),
    ("عدد من السكان", "أكدوا"),
    ("شيخ قبيلة", "يؤكد"),
    ("شركة", "تزعم"),
)


@pytest.mark.parametrize("sentence", TOLD_BY)
def test_whom_a_clause_describes_by_what_he_says_is_its_source(sentence: str) -> None:
    """Behind an indefinite noun a clause needs no relative pronoun, and its subject is that noun."""
    wrong = []
    for somebody, says in SOMEBODY:
        text = sentence.format(somebody, says)
        found = [
            one.source and one.source.of(text) for one in detect(text) if one.cue and one.cue.of(text) == says
        ]
        if found != [somebody]:
            wrong.append((text, found))
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "كان سامي حنونا، فهو رجل يؤمن بأن الحياة سهلة.",
        "عثرت الشرطة على رجل يعتقد أنه قتل.",
        "اعتقل الأمن رجلا قال إنه متورط.",
    ],
)
def test_whom_a_clause_only_describes_says_nothing_there(text: str) -> None:
    assert all(one.source is None or "رجل" not in one.source.of(text) for one in detect(text))


@pytest.mark.parametrize(
    ("text", "speaker"), [("وتدعي إسرائيل أن الموقع عسكري.", "إسرائيل"), ("تدعي روسيا أنها قصفته.", "روسيا")]
)
def test_who_claims_is_not_called(text: str, speaker: str) -> None:
    [found] = detect(text)
    assert found.speaker
    assert found.speaker.name == speaker
