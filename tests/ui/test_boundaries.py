"""Boundaries move in the order of the text, by what a reader calls a word and a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.detection.records import Span
from ui.boundaries import Unit, moved

TEXT = "قالَ الوزير: «لن تُمسَّ الأسعار» أمس."


def at(words):
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


@pytest.mark.parametrize(
    ("start", "later", "unit", "wanted"),
    [
        (True, False, Unit.WORD, "الوزير: «لن تُمسَّ الأسعار»"),
        (True, True, Unit.WORD, "تُمسَّ الأسعار»"),
        (False, False, Unit.WORD, "«لن تُمسَّ"),
        (False, True, Unit.WORD, "«لن تُمسَّ الأسعار» أمس."),
        (True, True, Unit.LETTER, "لن تُمسَّ الأسعار»"),
        (False, False, Unit.LETTER, "«لن تُمسَّ الأسعار"),
    ],
)
def test_a_boundary_moves_by_words_and_letters(start, later, unit, wanted):
    found = moved(TEXT, at("«لن تُمسَّ الأسعار»"), start=start, later=later, unit=unit)
    assert found[0].of(TEXT) == wanted


def test_a_letter_keeps_its_marks():
    found = moved(TEXT, at("تُمسَّ"), start=True, later=True, unit=Unit.LETTER)
    assert found[0].of(TEXT) == "مسَّ"


def test_a_quote_never_disappears_or_leaves_the_text():
    assert moved("لا", (Span(0, 1),), start=True, later=True, unit=Unit.LETTER) is None
    assert moved("لا", (Span(0, 2),), start=True, later=False, unit=Unit.WORD) is None
    assert moved("لا", (Span(0, 2),), start=False, later=True, unit=Unit.LETTER) is None


@given(st.text("قل «»َّ \n.", min_size=2, max_size=40), st.data())
def test_what_moves_stays_a_quote_in_order(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = moved(
        text, (Span(start, end),), start=data.draw(st.booleans()), later=data.draw(st.booleans()),
        unit=data.draw(st.sampled_from(Unit)),
    )  # fmt: skip
    if found is not None:
        assert 0 <= found[0].start < found[0].end <= len(text)
        assert found[0] != (start, end)
        assert found[0].of(text).strip()
