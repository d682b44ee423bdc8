"""What question a report answers, which the paper tells behind it and which is no part of it."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وقال سامي الخالد إن الموقف ثابت عندما سُئل عن اللقاء.", "إن الموقف ثابت"),
        ("وقالت الوزيرة إن الموقف ثابت لدى سؤالها عن اللقاء.", "إن الموقف ثابت"),
        ("وقالت الوزيرة إن الموقف ثابت، وذلك لدى سؤالها عن اللقاء.", "إن الموقف ثابت"),
        ("وقال المتحدث إن الموقف ثابت ردا على سؤال حول اللقاء.", "إن الموقف ثابت"),
        ("وقال المتحدث عندما سئل عن اللقاء إن الموقف ثابت.", "إن الموقف ثابت"),
        # Other things that happen when, or in answer to something, are told by him who speaks.
        ("وقال المتحدث إن الحريق اندلع عندما سقط العمود.", "إن الحريق اندلع عندما سقط العمود"),
        ("وقال المتحدث إن القصف جاء ردا على هجوم الأمس.", "إن القصف جاء ردا على هجوم الأمس"),
        ("وقال المتحدث إن الوثائق لدى وزارة المالية.", "إن الوثائق لدى وزارة المالية"),
    ],
)
def test_the_question_is_the_papers(text: str, said: str) -> None:
    assert [part.of(text) for one in detect(text) for part in one.content] == [said]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        (
            'وبسؤاله عن فرص النجاح رد الوزير السابق سامي الخالد ضاحكا "لا أقرأ الطالع ولا أريد".',
            "رد",
            "سامي الخالد",
        ),
        ('ولدى سؤاله عن الخطة علق المدير غاضبا "لا تعليق لدي الآن".', "علق", "المدير"),
        ('وعند سؤالها عن الخطة اكتفت المديرة بالقول "لا تعليق لدي الآن".', "بالقول", "المديرة"),
    ],
)
def test_who_is_asked_answers_by_the_verb_behind(text: str, cue: str, speaker: str) -> None:
    (found,) = detect(text)
    assert found.cue is not None
    assert found.speaker is not None
    assert (found.cue.of(text), found.speaker.name) == (cue, speaker)


def test_what_he_asks_is_quoted_where_no_verb_follows() -> None:
    text = "وأضحك المدير سؤاله: «هل أنت متعب اليوم يا سيدي؟»."
    (found,) = detect(text)
    assert found.cue is not None
    assert found.cue.of(text) == "سؤاله"
