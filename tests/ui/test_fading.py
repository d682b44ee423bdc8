"""A quote that was rejected is faded in the article until it is chosen, to the last pixel."""

from collections import Counter

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QTextCharFormat

from quotetrack import operations as ops
from tests.ui.hands import press, settle
from ui.settings import ThemeChoice

CHOSEN, REJECTED, OTHER = range(3)
LETTERS = 12


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK], ids=["light", "dark"])
def themed(request, qtbot, window):
    window.settings.theme = request.param
    window.rebuild()
    window.session.select(alone(window)[CHOSEN].id)
    settle(qtbot, window)
    return window


def alone(window):
    """The quotes of the article that stand neither inside another nor around one."""
    quotes = window.bench.reader.quotes
    outer = {quote.parent for quote in quotes}
    return [quote for quote in quotes if quote.parent is None and quote.id not in outer]


def colours(window, span):
    """How many pixels each colour has around the first letters of `span`, which are in one line."""
    view = window.bench.reader.view
    cursor = view.cursor_for(span)
    first = view.cursorRect(cursor_at(view, cursor.selectionStart()))
    last = view.cursorRect(cursor_at(view, cursor.selectionStart() + LETTERS))
    assert first.top() == last.top()
    place = QRect(last.center(), first.center()).normalized()
    place.setTop(first.top())
    place.setBottom(first.bottom())
    drawn = view.viewport().grab(place).toImage()
    points = ((x, y) for x in range(drawn.width()) for y in range(drawn.height()))
    return Counter(drawn.pixelColor(*point).name() for point in points)


def cursor_at(view, position):
    cursor = view.textCursor()
    cursor.setPosition(position)
    return cursor


def look(window, quote):
    """The ground on which a quote stands, and the inks that its letters are drawn with."""
    tokens = window.desk.tokens
    found = colours(window, quote.content[0])
    (ground, _) = found.most_common(1)[0]
    inks = {name for name in ("text", "muted") if found[QColor(getattr(tokens, name)).name()]}
    return ground, inks


def format_at(view, span):
    """The format of the one mark that begins where `span` does."""
    start, made = view.cursor_for(span).selectionStart(), view.extraSelections()
    (form,) = [QTextCharFormat(each.format) for each in made if each.cursor.selectionStart() == start]
    return form


def colour(window, token):
    return QColor(getattr(window.desk.tokens, token)).name()


def test_rejecting_fades_and_taking_it_back_does_not(qtbot, themed):
    session = themed.session
    rejected = alone(themed)[REJECTED]
    assert look(themed, rejected) == (colour(themed, "content"), {"text"})
    session.writing.perform(ops.Reject((rejected.id,)))
    settle(qtbot, themed)
    assert look(themed, rejected) == (colour(themed, "page"), {"muted"})
    assert look(themed, alone(themed)[OTHER]) == (colour(themed, "content"), {"text"})
    press(themed, "Ctrl+Z")
    settle(qtbot, themed)
    assert look(themed, rejected) == (colour(themed, "content"), {"text"})


def test_the_chosen_quote_is_never_faded(qtbot, themed):
    session = themed.session
    rejected = alone(themed)[REJECTED]
    session.writing.perform(ops.Reject((rejected.id,)))
    session.select(rejected.id)
    settle(qtbot, themed)
    assert look(themed, rejected) == (colour(themed, "selected_content"), {"text"})
    session.select(alone(themed)[CHOSEN].id)
    settle(qtbot, themed)
    assert look(themed, rejected) == (colour(themed, "page"), {"muted"})


@pytest.mark.parametrize("part", ["cue", "source"])
def test_cue_and_source_fade_with_the_quote(qtbot, themed, part):
    reader = themed.bench.reader
    quote = alone(themed)[REJECTED]

    def grounds():
        form = format_at(reader.view, getattr(quote, part))
        return form.background().color().name() if form.hasProperty(form.Property.BackgroundBrush) else None

    assert grounds() == colour(themed, part)
    themed.session.writing.perform(ops.Reject((quote.id,)))
    settle(qtbot, themed)
    assert grounds() is None


@pytest.mark.parametrize("lines", [True, False])
def test_what_is_rejected_is_struck_out_where_lines_tell_the_parts_apart(qtbot, themed, lines):
    reader = themed.bench.reader
    if themed.settings.underline is not lines:
        press(themed, "Ctrl+U")
    quote = alone(themed)[REJECTED]
    themed.session.writing.perform(ops.Reject((quote.id,)))
    settle(qtbot, themed)
    assert format_at(reader.view, quote.content[0]).fontStrikeOut() is lines
