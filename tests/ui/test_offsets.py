"""Places survive the way into a QTextDocument and back, whatever the text holds."""

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from ui.offsets import Utf16Offsets, shown

TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\r\n\u2028\u2029\ufeff\xa0\0\ufdd0\ufdd1\ufffc\u200f\u064e😀𐤀قال«»"),
    )
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
@example("😀قال😀")
def test_every_code_point_has_a_place_in_utf16_and_back(text):
    offsets = Utf16Offsets(text)
    for point in range(len(text) + 1):
        unit = offsets.to_utf16(point)
        assert unit == units(text[:point])
        assert offsets.to_code_points(unit) == point


@given(st.text(st.sampled_from("قA😀𐤀"), min_size=1))
def test_the_middle_of_a_pair_is_the_code_point_it_makes(text):
    offsets = Utf16Offsets(text)
    for point, character in enumerate(text):
        if units(character) == 2:
            assert offsets.to_code_points(offsets.to_utf16(point) + 1) == point


@given(TEXTS)
@example("سطر\r\nسطر\rسطر")
@example("\ufeffسطر\u2028سطر\u2029\ufdd0")
def test_a_document_keeps_every_unit_of_the_shown_text(qapp, text):
    document = QTextDocument()
    QTextCursor(document).insertText(shown(text))
    assert len(shown(text)) == len(text)
    assert document.characterCount() - 1 == units(text)
    raw = document.toRawText()
    for point, character in enumerate(text):
        if character.isalnum():
            assert raw[point] == character
