"""The chosen quote and one inside another have shapes of their own on the page."""

import pytest
from PySide6.QtGui import QColor, QImage, QTextCharFormat
from PySide6.QtWidgets import QApplication

from quotetrack.detection.records import Span
from tests.ui.hands import press, settle
from ui.settings import ThemeChoice
from ui.widgets.chosen_bar import BAR_INK
from ui.widgets.legend import Swatch

UNDERLINE = QTextCharFormat.UnderlineStyle


@pytest.fixture
def view(window):
    return window.bench.reader.view


def boxes(view):
    QApplication.processEvents()
    return view._bar.bars(view.viewport().rect())


def strokes(view):
    QApplication.processEvents()
    return view._bar.strokes(view.viewport().rect())


def drawn(view, box):
    """How much of a box is drawn in the ink of the bar."""
    QApplication.processEvents()
    picture = view.viewport().grab(box.toAlignedRect()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    ink = view._tokens.color(BAR_INK)
    inked = sum(
        QColor(picture.pixel(x, y)) == ink for x in range(picture.width()) for y in range(picture.height())
    )
    return inked / (box.width() * box.height())


def lines_of(view, span):
    """Where the lines of a span begin and end on the screen."""
    first, last = (view.cursorRect(view.cursor_for(Span(at, at))) for at in (span.start, span.end))
    return first, last


def middle_quote(window):
    """A quote of one paragraph that stands in the middle of its article, chosen."""
    quotes = window.session.project.quotes.of_article(window.session.article_id)
    quote = quotes[len(quotes) // 2]
    window.session.select(quote.id)
    return quote


def check_beside(view, quote):
    (box,) = boxes(view)
    first, last = lines_of(view, Span(quote.content[0].start, quote.content[-1].end))
    assert first.top() - 8 <= box.top() <= first.bottom()
    assert last.top() <= box.bottom() <= last.bottom() + 8
    assert view.viewport().rect().contains(box.toAlignedRect())
    assert drawn(view, box) > 0.7
    return box


@pytest.mark.parametrize("look", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_bar_stands_beside_the_chosen_quote_where_its_lines_begin(qtbot, spoken, look):
    spoken.settings.theme = look
    spoken.rebuild()
    view = spoken.bench.reader.view
    quote = middle_quote(spoken)
    settle(qtbot, spoken)
    view.reveal(quote.content[0])
    box = check_beside(view, quote)
    # Arabic lines begin at the right, whatever the language of the window.
    assert box.left() > max(view.cursorRect(view.cursor_for(Span(at, at))).right() for at in quote.content[0])


def test_the_bar_goes_along(qtbot, window, view):
    quote = middle_quote(window)
    settle(qtbot, window)
    before = check_beside(view, quote)
    bar = view.verticalScrollBar()
    down = 40 if bar.value() + 40 <= bar.maximum() else -40
    bar.setValue(bar.value() + down)
    assert check_beside(view, quote).top() == before.top() - down
    window.resize(1000, 700)
    settle(qtbot, window)
    view.reveal(quote.content[0])
    check_beside(view, quote)
    for _ in range(3):
        press(window, "Ctrl++")
    settle(qtbot, window)
    check_beside(view, window.session.quote())
    window.settings.underline = False
    window.bench.reader.set_underline()
    check_beside(view, window.session.quote())
    window.session.select(None)
    assert boxes(view) == []


def test_the_strokes_stand_at_the_ends_and_follow_the_keys(qtbot, window, view):
    quote = middle_quote(window)
    settle(qtbot, window)
    before = strokes(view)
    assert len(before) == 2
    first, last = lines_of(view, Span(quote.content[0].start, quote.content[-1].end))
    assert abs(before[0].center().x() - first.left()) <= 3
    assert abs(before[1].center().x() - last.left()) <= 3
    press(window, "O")
    settle(qtbot, window)
    now = strokes(view)
    assert now[0] == before[0]
    assert now[1] != before[1]
    check_beside(view, window.session.quote())


def test_a_quote_inside_another_is_underlined_otherwise_wherever_the_choice_is(qtbot, window, view):
    project = window.session.project
    inner = next(
        quote for quote in map(project.quotes.get, window.session.shown.ids) if quote.parent is not None
    )
    outer = project.quotes.get(inner.parent)

    def style(place):
        position = view.cursor_for(Span(place, place)).position()
        found = UNDERLINE.NoUnderline
        for mark in view.extraSelections():
            covered = mark.cursor.selectionStart() <= position < mark.cursor.selectionEnd()
            if covered and mark.format.underlineStyle() != UNDERLINE.NoUnderline:
                found = mark.format.underlineStyle()
        return found

    for chosen in (inner, outer):
        window.session.select(chosen.id)
        settle(qtbot, window)
        assert style(inner.content[0].start) == UNDERLINE.WaveUnderline
        assert style(outer.content[0].start) == UNDERLINE.SingleUnderline


def test_the_legend_shows_every_shape(qtbot, spoken):
    swatches = spoken.bench.reader.findChildren(Swatch)
    pictures = {bytes(each.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8).constBits())
                for each in swatches}  # fmt: skip
    assert len(swatches) == len(pictures) == 5
    assert all(each.isVisible() for each in swatches)
