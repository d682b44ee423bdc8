"""Interviews whose turns open with marks, stand on one line, or ask without a question mark."""

from __future__ import annotations

import pytest

from quotetrack import detect

LEAD = "حوار مع الروائية ليلى حداد عن المدينة\n\n"


def answers(text: str) -> list[str]:
    found = [one for one in detect(text) if one.rule == "interview-answer"]
    assert {one.speaker.name if one.speaker else None for one in found} <= {"ليلى حداد"}
    return [one.content[0].of(text) for one in found]


@pytest.mark.parametrize(
    "turns",
    [
        (
            "• كيف بدأت الكتابة؟\n•• بدأت في المدرسة مع معلمي.\n"
            "• وماذا عن الرواية الجديدة؟!\n•• انتهيت منها في الشتاء.\n"
        ),
        (
            "* كيف بدأت الكتابة؟!\n- بدأت في المدرسة مع معلمي.\n"
            "* حدثينا عن الرواية الجديدة.\n- انتهيت منها في الشتاء.\n* وأين تكتبين؟\n- نعم.\n"
        ),
    ],
)
def test_turns_behind_marks(turns: str) -> None:
    assert answers(LEAD + turns) == ["بدأت في المدرسة مع معلمي", "انتهيت منها في الشتاء"]


def test_answers_on_the_lines_of_their_questions() -> None:
    text = LEAD + (
        "* كيف بدأت الكتابة؟ - بدأت في المدرسة مع معلمي. * وماذا عن الرواية الجديدة؟ ومتى تصدر؟ - انتهيت "
        "منها في الشتاء. * وأين تكتبين؟ - أكتب في المقهى كل صباح."
    )
    assert answers(text) == [
        "بدأت في المدرسة مع معلمي",
        "انتهيت منها في الشتاء",
        "أكتب في المقهى كل صباح",
    ]


def test_an_answer_may_ask_as_well() -> None:
    text = LEAD + (
        "\n• كيف بدأت الكتابة؟\n- بدأت في المدرسة مع معلمي.\n"
        "• وماذا عن النقاد؟\n- لا أقرأ لهم، فمن يقرأ لهم اليوم؟\n"
        "• وأين تكتبين؟\n- أكتب في المقهى كل صباح.\n"
    )
    assert answers(text) == [
        "بدأت في المدرسة مع معلمي",
        "لا أقرأ لهم، فمن يقرأ لهم اليوم؟",
        "أكتب في المقهى كل صباح",
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "أسئلة إلى الوزير:\n* هل تكفي الميزانية هذا العام؟\n* ارتفعت أسعار الماء في الشتاء.\n"
            "* متى يفتح الطريق؟\n* الطريق إلى القرى مغلق.\n"
        ),
        "هل يفتح الطريق - كما وعد الوزير - هذا العام؟ لا أحد يعرف - حتى الآن - متى. وهل تكفي؟ - ربما.",
    ],
)
def test_a_list_and_dashes_are_no_interview(text: str) -> None:
    assert answers(text) == []
