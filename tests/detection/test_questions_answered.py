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
