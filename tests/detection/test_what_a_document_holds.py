"""«جاء فيه» behind the document that somebody issued: what it says, and who says it."""

import pytest

from quotetrack import detect

HELD = [
    ("وأصدرت وزارة الداخلية بيانا صحفيا جاء فيه أن العمل انتهى قبل موعده.", "جاء فيه", "وزارة الداخلية"),
    ("وأصدرت الوزارة بيانا جاء فيه: «العمل انتهى قبل موعده بشهر».", "جاء فيه", "الوزارة"),
    ("وأصدرت الوزارة بيانا، جاء فيه أن العمل انتهى قبل موعده.", "جاء فيه", "الوزارة"),
    ("وأصدرت الوزارة بيانا ورد فيه أن العمل انتهى قبل موعده.", "ورد فيه", "الوزارة"),
    ("وبعث الرئيس برسالة جاء فيها أن العمل انتهى قبل موعده.", "جاء فيها", "الرئيس"),
    ("وأصدر حزب الضفاف بيانا «مهما» جاء فيه أن العمل انتهى.", "جاء فيه", "حزب الضفاف"),
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


@pytest.mark.parametrize("text", NOTHING)
def test_what_comes_or_stands_in_it_says_nothing(text: str) -> None:
    assert not [one for one in detect(text) if one.cue and "جاء" in one.cue.of(text)]
