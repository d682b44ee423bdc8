"""«ما إن كان»: whether something is, which is no report of its own behind «he said»."""

import pytest

from quotetrack import detect


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("وقال سامر الهلالي جوابا على سؤال حول ما إن كان ينتظر ذلك: «لم أكن أنتظره».", "«لم أكن أنتظره»"),
        ("وأكد الوزير ردا على سؤال عما إن كانت الحكومة باقية أن القرار قريب.", "أن القرار قريب"),
    ],
)
def test_it_stands_before_what_was_said(text: str, content: str) -> None:
    (found,) = detect(text)
    assert found.content[0].of(text) == content


@pytest.mark.parametrize(
    "text",
    [
        "وتساءل الوزير ما إن كانت الحكومة ستستقيل.",
        "ولم يوضح الوزير ما إن كانت الحكومة ستستقيل.",
    ],
)
def test_it_is_what_somebody_asks(text: str) -> None:
    (found,) = detect(text)
    assert found.content[0].of(text) == "ما إن كانت الحكومة ستستقيل"


def test_if_alone_opens_what_was_said() -> None:
    text = "وقال الوزير إن كان القرار صعبا فهو ضروري."
    (found,) = detect(text)
    assert found.content[0].of(text).startswith("إن كان")
