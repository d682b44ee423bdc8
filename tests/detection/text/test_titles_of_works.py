"""Marks behind somebody's work hold its title, and behind other words what is said."""

import pytest

from quotetrack import detect

TITLES = [
    "وعادت الكاتبة سلمى الخالد بروايتها الجديدة «مفاتيح البيت الثالث».",
    "وفازت الكاتبة سلمى الخالد بالجائزة عن روايتها «قال لي البحر».",
    "وأعلنت لجنة الجائزة فوز الكاتب سامي الخالد عن روايته «قال البحر».",
    "وأكد المخرج سامي الخالد عرض فيلمه «لا تسأل الريح».",
    'وأعرب الوزير عن سعادته بمعالجة جديدة لرواية "الطريق"، وغادر.',
    "وانسحبت الكاتبة سلمى الخالد في قمة نجاحها، إذ بيعت من روايتها «أن تعبر نهرا مرتين» آلاف النسخ.",
]

SAID = [
    ("وقال الشاهد في روايته: «كان اللصوص ثلاثة ولم يروا أحدا».", "«كان اللصوص ثلاثة ولم يروا أحدا»"),
    ("وقال الكاتب في روايته «قال لي البحر» إن الحرب تأكل أبناءها.", "إن الحرب تأكل أبناءها"),
    ("وقال الكاتب في كلمته «لا أخاف من أحد في بلدي».", "«لا أخاف من أحد في بلدي»"),
    ("وكتب الشاعر في ديوانه: «لا تبع أرضك».", "«لا تبع أرضك»"),
    ("وقال المخرج عن فيلمه «إنه حكاية كل أم في القرية».", "«إنه حكاية كل أم في القرية»"),
]


@pytest.mark.parametrize("text", TITLES)
def test_a_title_is_nothing_said(text: str) -> None:
    assert not [one for one in detect(text) if one.content[0].of(text).startswith("«")]


@pytest.mark.parametrize(("text", "content"), SAID)
def test_what_is_said_about_a_work_or_in_it(text: str, content: str) -> None:
    (found,) = [one for one in detect(text) if one.type != "reported"]
    assert found.content[0].of(text) == content


NAMED = [
    ("وكشفت الفنانة ليلى حداد موعد عرض مسلسلها الجديد «ليل القرية».", "reported"),
    ("وأعلنت المطربة ليلى حداد إلغاء حفل «أغاني النهر».", "reported"),
    ("وأعلنت الوزارة رصد ثلاث إصابات بفيروس «سارا».", "reported"),
    ("وأكد المخرج أن فيلمه القصير «باب البحر» سيعرض في الشتاء.", "indirect"),
    ("وأكد المدرب أن فريق الست «سيلعب بلا خوف» في الشتاء.", "mixed"),
    ("وأكدت اللجنة أن العرض الأخير «غير مقبول».", "mixed"),
]


@pytest.mark.parametrize(("text", "kind"), NAMED)
def test_a_title_in_marks_makes_no_report_a_quotation(text: str, kind: str) -> None:
    (found,) = detect(text)
    assert found.type == kind
