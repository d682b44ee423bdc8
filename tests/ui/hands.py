"""Hands for the window: real keys, real clicks, and a user who answers every question."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.keys import combination_of

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Asking:
    """Answers what the window asks; an answer that nobody has given fails the test."""

    def __init__(self):
        self.answers = {}
        self.asked = []

    def _answer(self, kind, title):
        self.asked.append((kind, title))
        return self.answers[kind]

    def files(self, title, filters):
        return self._answer("files", title)

    def file(self, title, filters):
        return self._answer("file", title)

    def folder(self, title):
        return self._answer("folder", title)

    def target(self, title, name, filters):
        return self._answer("target", title)

    def sure(self, title, question, yes):
        return self._answer("sure", title)


def answer(window, kind, words):
    """Type the answer into the dialog `kind` that asks for a line, and accept it."""
    dialog = next(each for each in window.findChildren(kind) if each.isVisible())
    dialog.field.selectAll()
    type_text(dialog.field, words)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)


def settle(qtbot, window, timeout=20_000):
    """Wait until nothing waits: no query, no task, no timer of the window's."""

    def still():
        QApplication.processEvents()
        assert not window.tasks.busy
        assert not window.session.shown._refresh.isActive()
        assert not window._facts_pause.isActive()
        assert not window.bench.top._pause.isActive()
        assert not window.bench.charts.drawing
        assert not window.bench.sources.counting

    qtbot.waitUntil(lambda: _quiet(still), timeout=timeout)


def _quiet(check):
    try:
        check()
    except AssertionError:
        return False
    return True


def press(window, keys, text=""):
    """Press a key of the registry where the focus is, as a keyboard would."""
    combined = combination_of(keys)
    key, modifiers = Qt.Key(combined & 0x01FFFFFF), Qt.KeyboardModifier(combined & ~0x01FFFFFF)
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def press_letter(window, letter):
    """Press the key that types an Arabic letter; the platform tells no scan code."""
    widget = window.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, ord(letter[0]), NONE, letter))


def type_text(widget, text):
    """Type Arabic, a key event for each character (QTest.keyClicks aborts on it)."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, character))


def click_line(window, facet, value):
    """Click a line of the tree of sources."""
    tree = window.bench.sources.tree
    index = window.bench.sources.index_of(facet, value)
    assert index is not None, (facet, value)
    tree.expand(index.parent())
    tree.scrollTo(index)
    QTest.mouseClick(tree.viewport(), LEFT, NONE, tree.visualRect(index).center())


def click_place(window, place):
    """Click a code point of the article."""
    view = window.bench.reader.view
    from quotetrack.detection.records import Span

    view.reveal(Span(place, place))
    QApplication.processEvents()
    rect = view.cursorRect(view.cursor_for(Span(place, place)))
    after = view.cursorRect(view.cursor_for(Span(place + 1, place + 1)))
    point = QPoint((rect.left() + after.left()) // 2, rect.center().y())
    QTest.mouseClick(view.viewport(), LEFT, NONE, point)


def read_csv(path: Path):
    """The rows of a sheet, as a spreadsheet would see them."""
    import csv

    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))
