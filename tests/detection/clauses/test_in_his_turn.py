"""A subject before its verb, with no comma behind «in his turn» (بدوره سامي الخالد أكد أن)."""

import pytest

from quotetrack import detect

BEFORE = "وقال كمال حداد إن الأسعار ارتفعت. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("بدوره سامي الخالد اعتبر أن القرار مجحف.", "سامي الخالد"),
        ("وبدورها ليلى الخالد أكدت أن القرار مجحف.", "ليلى الخالد"),
        ("من جانبه سامي الخالد قال إن القرار مجحف.", "سامي الخالد"),
        ("من جهته المتحدث باسم الشركة أوضح أن القرار مجحف.", "المتحدث باسم الشركة"),
    ],
)
def test_it_is_who_speaks(text: str, speaker: str) -> None:
    found = detect(BEFORE + text)[-1]
    assert found.source is not None
    assert found.speaker is not None
    assert found.speaker.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "مر بجانبه سامي الخالد، وأكد أن القرار مجحف.",
        "أدى بدوره سامي الخالد دورا، وأضاف أن القرار مجحف.",
        "بدوره أكد أن القرار مجحف.",
    ],
)
def test_behind_anything_else_it_is_none(text: str) -> None:
    assert detect(BEFORE + text)[-1].source is None
