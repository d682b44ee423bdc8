"""«جاء فيه» behind the document that somebody issued: what it says, and who says it."""

import pytest

from quotetrack import detect
from tests.detection.found import speaker_at

HELD = [
    ("وأصدرت وزارة الداخلية بيانا صحفيا جاء فيه أن العمل انتهى قبل موعده.", "جاء فيه", "وزارة الداخلية"),
    ("وأصدرت الوزارة بيانا جاء فيه: «العمل انتهى قبل موعده بشهر».", "جاء فيه", "الوزارة"),
    ("وأصدرت الوزارة بيانا، جاء فيه أن العمل انتهى قبل موعده.", "جاء فيه", "الوزارة"),
    ("وأصدرت الوزارة بيانا ورد فيه أن العمل انتهى قبل موعده.", "ورد فيه", "الوزارة"),
    ("وبعث الرئيس برسالة جاء فيها أن العمل انتهى قبل موعده.", "جاء فيها", "الرئيس"),
    ("وأصدر حزب الضفاف بيانا «مهما» جاء فيه أن العمل انتهى.", "جاء فيه", "حزب الضفاف"),
    ("وجاء ذلك في بيان للوزارة أكدت فيه أن العمل انتهى.", "أكدت", "الوزارة"),
    ("وصدر عن نقابة الأطباء بيان، جاء فيه أن العمل انتهى.", "جاء فيه", "نقابة الأطباء"),
    ("وصدر عن الوزارة أمس بيان حول الحادث أكدت فيه أن العمل انتهى.", "أكدت", "الوزارة"),
]

ISSUED = [
    ("صدر عن وزارة الضفاف البيان التالي: «انتهى العمل قبل موعده».", "صدر", "وزارة الضفاف", 0),
    ("صدر عن نقابة الأطباء اليوم، البيان الآتي:\nانتهى العمل قبل موعده.", "صدر", "نقابة الأطباء", 0),
    (
        "أصدر المكتب الإعلامي للنائب سامي الخالد البيان الآتي: «انتهى العمل».",
        "أصدر",
        "المكتب الإعلامي للنائب سامي الخالد",
        0,
    ),
    ("وكانت الوزارة قد أصدرت التوضيح التالي: انتهى العمل قبل موعده.", "أصدرت", "الوزارة", 0),
    ("وصدر عن مجلس الضفاف البيان التالي:\n(بيان من المجلس)\nانتهى العمل.", "وصدر", "مجلس الضفاف", 0),
    ("صدر عن مجلس الضفاف البيان التالي:\nبيان من المجلس\nانتهى العمل.", "صدر", "مجلس الضفاف", 0),
    (
        "عقدت كتلة الضفاف اجتماعها برئاسة سامي الخالد، وأصدرت على الأثر التوضيح الآتي: «انتهى العمل».",
        "وأصدرت",
        "كتلة الضفاف",
        0,
    ),
    # What goes on with it is the statement's, or whose it is.
    (
        "صدر عن نقابة الأطباء البيان التالي: «انتهى العمل».\nوأضاف البيان أن الطريق مفتوح.",
        "وأضاف",
        "بيان نقابة الأطباء",
        1,
    ),
    (
        "صدر عن نقابة الأطباء البيان التالي: «انتهى العمل».\nوأكدت أن الطريق مفتوح.",
        "وأكدت",
        "نقابة الأطباء",
        1,
    ),
]

UNISSUED = [
    "صدر القرار التالي: تلغى الرسوم من أول العام.",
    "وصدرت عن دار الضفاف الكتب التالية: رواية وديوانان.",
    "وفي البيان التالي: أسماء الفائزين وجوائزهم.",
]

NOTHING = [
    "وقرأ المجلس التقرير وأحاط علما بما جاء فيه ووجه بما يلزم.",
    "ونشرت المجلة صورة جاء فيها اللاعب مع زوجته.",
    "وحضر الحفل الذي جاء فيه السفير متأخرا.",
    "ونشرت قائمة الفائزين جاء فيها اسم سامي الخالد أولا.",
    "وخالف التاجر ما جاء فيه، والدليل أن البضاعة وصلت ناقصة.",
    "وفتحوا الباب لرجل جاء فيهم غريبا أن الليل طويل.",
    "وكان يوما جاء فيه «الأسد» إلى القرية.",
]


@pytest.mark.parametrize(("text", "cue", "speaker"), HELD)
def test_a_document_says_what_is_held_in_it(text: str, cue: str, speaker: str) -> None:
    (found,) = [one for one in detect(text) if one.type != "reported"]
    assert found.cue
    assert found.speaker
    assert (found.cue.of(text), found.speaker.name) == (cue, speaker)


@pytest.mark.parametrize(("text", "cue", "speaker", "at"), ISSUED)
def test_a_statement_that_follows_in_full_is_said_by_whoever_issues_it(
    text: str, cue: str, speaker: str, at: int
) -> None:
    found = detect(text)[at]
    assert found.cue
    assert found.speaker
    assert "بيان" not in found.content[0].of(text)
    assert (found.cue.of(text), found.speaker.name) == (cue, speaker)


@pytest.mark.parametrize("text", UNISSUED)
def test_what_else_comes_out_says_nothing(text: str) -> None:
    assert not detect(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_comes_or_stands_in_it_says_nothing(text: str) -> None:
    assert not [one for one in detect(text) if one.cue and "جاء" in one.cue.of(text)]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("وتلقى المأمور بلاغا من هشام القرشي يفيد بأن الطريق خطر.", "يفيد", "بلاغ من هشام القرشي"),
        ("وتلقى العميد سامي الخالد إخطارا من القسم، يفيد بأن الطريق خطر.", "يفيد", "إخطار من القسم"),
        ("وتلقت الوزيرة رسالة من السكان تؤكد أن الطريق خطر.", "تؤكد", "رسالة من السكان"),
        # Who issued it says what it holds, and what «and» adds is somebody else's.
        ("وأصدر الوزير بيانا عن الحادث يؤكد فيه أن الطريق خطر.", "يؤكد", "الوزير"),
        ("وتلقت الوزيرة بلاغا من السكان، وتؤكد أن الطريق خطر.", "وتؤكد", "الوزيرة"),
    ],
)
def test_a_document_that_somebody_sent_says_what_its_verb_tells(text: str, cue: str, speaker: str) -> None:
    (found,) = [one for one in detect(text) if one.type != "reported"]
    assert found.cue
    assert found.speaker
    assert (found.cue.of(text), found.speaker.name) == (cue, speaker)


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        # Whose a document is, whatever it is called besides.
        ("وبحسب مسح ميداني واسع أجرته جامعة الضفاف، تراجعت الثقة.", "وبحسب", "مسح جامعة الضفاف"),
        (
            "توقفت قناة الضفاف أمس. وحسب استطلاع سريع أنجزته القناة، قل العمل.",
            "وحسب",
            "استطلاع قناة الضفاف",
        ),
        ("وكشفت دراسة تحليلية أعدها معهد الضفاف أن الثقة تراجعت.", "وكشفت", "دراسة معهد الضفاف"),
        # Who only got hold of it is nobody's.
        ("وكشف تقرير سري حصلت عليه صحيفة الضفاف أن الجسر خطر.", "وكشف", "تقرير سري"),
    ],
)
def test_whose_a_document_is(text: str, cue: str, speaker: str) -> None:
    assert speaker_at(text, cue) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أعلنت حركة الضفاف الإضراب. وجاء في بيانها الختامي أن الحوار ضرورة.", "بيان حركة الضفاف"),
        (
            "أعلنت حركة الضفاف الإضراب. وجاء في بيانها أن الوقت ضاق. وأضاف البيان أنها باقية.",
            "بيان حركة الضفاف",
        ),
        (
            "وقال مراقبون محليون إن الاقتراع هادئ. وجاء في تقريرهم الأولي أن الصناديق تأخرت.",
            "تقرير مراقبين محليين",
        ),
        ("وقال الباحث سامي حداد إن البحر يرتفع. وجاء في دراسته أن المدن مهددة.", "دراسة سامي حداد"),
        ("وجاء في تقريره أن المدن مهددة.", "تقريره"),
    ],
)
def test_a_document_with_a_pronoun_is_that_of_whoever_spoke(text: str, speaker: str) -> None:
    found = detect(text)[-1].speaker
    assert found is not None
    assert found.name == speaker
