"""In the smallest window nothing is cut: buttons, charts and names of any length."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QStyleOptionViewItem

from quotetrack.operations import CorrectSpeaker
from tests.ui.hands import press, settle
from ui.language import FIRST_STRONG_ISOLATE, POP_ISOLATE

NAME = "الأمين العام المساعد للشؤون السياسية والإعلامية في المنظمة الإقليمية لحماية البيئة البحرية"


@pytest.fixture
def small(qtbot, spoken):
    spoken.resize(spoken.minimumSize())
    settle(qtbot, spoken)
    return spoken


def inside(widget, outer):
    """Whether the whole width of `widget` lies in `outer`."""
    left = widget.mapTo(outer, QPoint(0, 0)).x()
    return left >= 0 and left + widget.width() <= outer.width()


def test_the_buttons_of_a_speaker_are_as_wide_as_their_words(qtbot, small):
    press(small, "Ctrl+3")
    settle(qtbot, small)
    page = small.bench.speakers
    buttons = page._buttons.findChildren(QPushButton)
    assert len(buttons) == 4
    for made in buttons:
        assert made.width() >= made.sizeHint().width(), made.text()
        assert page._buttons.rect().contains(made.geometry()), made.text()
        assert inside(made, page)
    assert page.quotes.height() >= 150


def test_fields_and_buttons_of_the_details_end_below_each_other(small):
    details = small.bench.details
    parts = (details._type, details.speaker, details.verdict)
    places = [(part.mapTo(details, QPoint()).x(), part.width()) for part in parts]
    left, width = places[0]
    assert set(places) == {(left, width)}
    buttons = [made for made in details._decided.findChildren(QPushButton) if made.isVisible()]
    assert min(made.mapTo(details, QPoint()).x() for made in buttons) == left
    assert max(made.mapTo(details, made.rect().topRight()).x() for made in buttons) == left + width - 1


def test_charts_stand_one_under_the_other_where_two_have_no_room(qtbot, small):
    press(small, "Ctrl+4")
    settle(qtbot, small)
    charts = small.bench.charts
    cards = [card for card in charts.cards.values() if card.isVisible()]
    assert len(cards) == 6
    assert all(inside(card, charts) for card in cards)
    assert len({card.mapTo(charts, QPoint()).x() for card in cards}) == 1
    small.resize(1500, 800)
    QApplication.processEvents()
    assert all(inside(card, charts) for card in cards)
    assert len({card.mapTo(charts, QPoint()).x() for card in cards}) == 2


def test_of_a_long_name_the_beginning_is_shown(qtbot, small):
    small.session.writing.perform(CorrectSpeaker((small.session.quote_id,), NAME))
    field = small.bench.details.speaker
    for key in ("Ctrl+2", "Ctrl+3", "Ctrl+1"):
        press(small, key)  # on its way the focus passes the field
        settle(qtbot, small)
        assert (field.text(), field.cursorPosition()) == (NAME, 0)


def test_a_name_that_is_cut_is_cut_at_its_end_in_both_directions(qtbot, small):
    small.session.writing.perform(CorrectSpeaker((small.session.quote_id,), NAME))
    press(small, "Ctrl+3")
    settle(qtbot, small)
    speakers = small.bench.speakers
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 120, 33)
    index = speakers.list.currentIndex()
    speakers.list.itemDelegate().initStyleOption(option, index)
    assert index.data() == NAME
    # Within an isolate the dots stand where Arabic words end, also in an English window.
    assert option.text.startswith(FIRST_STRONG_ISOLATE + NAME[:4])
    assert option.text.endswith("…" + POP_ISOLATE)
