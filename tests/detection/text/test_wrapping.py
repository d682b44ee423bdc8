"""Texts whose lines were broken at a width."""

import pytest

from quotetrack import detect
from quotetrack.detection.text.wrapping import unwrapped

WRAPPED = """\
قال وزير الري سامي الخالد في كلمة ألقاها أمام مؤتمر السدود المنعقد في
الرياحين إن «الموسم الحالي أفضل من سابقه، ولا بد أن تتضمن الخطة أدوات
أكثر ملاءمة لتوزيع المياه بين القرى». وأضاف أن السد الجديد يكفي خمس
سنوات.
 وأوضح مدير المحطة هشام القرشي أن العمل جار ليلا ونهارا في المحطة من
أجل إنجاز ما بقي.
"""


def test_a_line_break_that_keeps_a_width_ends_no_report() -> None:
    found = {one.cue.of(WRAPPED): one for one in detect(WRAPPED) if one.cue and one.type != "reported"}
    said = {cue: one.content[0].of(WRAPPED).split() for cue, one in found.items()}
    assert said["قال"][-1] == "القرى»"
    assert said["وأضاف"][-1] == "سنوات"
    assert said["وأوضح"][-1] == "بقي"
    assert found["وأضاف"].speaker
    assert found["وأضاف"].speaker.name == "سامي الخالد"


def test_every_place_stays_where_it_was() -> None:
    joined = unwrapped(WRAPPED)
    assert len(joined) == len(WRAPPED)
    assert joined.split() == WRAPPED.split()
    assert joined.count("\n") == 2  # the short line and the end


def test_paragraphs_stay_paragraphs() -> None:
    for text in (
        WRAPPED.replace("\n", "\n\n"),
        "قال سامي إن الطريق طويل.\nوأضاف أنه متعب.\nوقالت سعاد إنها معه.\nوأضافت أنها سعيدة.",
        "أعاتب الوقت والليل غيابي\nوالدرب أيامنا داست مباديها\nأدري نسانا الهوى والزمن\nأقدامنا ثقلت خطاويها",
        "سطر واحد",
        "",
    ):
        assert unwrapped(text) == text


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("كشفت\nتقارير عدة أن الطريق مفتوح في\nالجنوب كله.", ["أن الطريق مفتوح في\nالجنوب كله"]),
        ("وقال سامي الخالد إن الطريق الذي\nأغلق أمس مفتوح.", ["إن الطريق الذي\nأغلق أمس مفتوح"]),
        ("وقال سامي الخالد إن الطريق مفتوح\nوانصرف الناس.", ["إن الطريق مفتوح"]),
        ("وقال محمد على\n\nوقالت سعاد إن الطريق مفتوح.", ["إن الطريق مفتوح"]),
    ],
)
def test_a_line_that_ends_with_a_word_that_waits_goes_on(text: str, contents: list[str]) -> None:
    assert [one.content[0].of(text) for one in detect(text)] == contents
