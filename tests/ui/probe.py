"""The program as it is, with a pipe through which a test asks what stands on the screen.

`python -m tests.ui.probe ASK ANSWER [argument …]`: ASK and ANSWER are file descriptors. Each line that
comes in is an expression over `window` and the functions below; its value goes out as a line of JSON.
It only looks: what is done to the program comes through the X server.
"""

import json
import os
import sys

from PySide6.QtCore import QPoint, QRect, QSocketNotifier, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabBar, QWidget

from ui.application import make_application
from ui.main_window import MainWindow
from ui.start import main

warnings = []


def window():
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))


def dialog(name=""):
    """The class of the dialog that has the keys, "" for none; with a `name` the dialog itself."""
    shown = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()
    ]
    if name:
        return next(each for each in shown if type(each).__name__ == name)
    return (type(shown[-1]).__name__ if shown[-1].isActiveWindow() else "not yet") if shown else ""


def active():
    """The class of the window that has the keys, "" for none of ours."""
    return type(QApplication.activeWindow()).__name__ if QApplication.activeWindow() else ""


def place(widget, rect=None):
    """The middle of `widget`, or of `rect` in it, on the screen."""
    return widget.mapToGlobal(QRect(rect or widget.rect()).center()).toTuple()


def line(facet, value):
    """The middle of a line of the tree of sources; None where it must be scrolled to."""
    tree = window().bench.sources.tree
    rect = tree.visualRect(window().bench.sources.index_of(facet, value))
    return place(tree.viewport(), rect) if tree.viewport().rect().contains(rect) else None


def letter(at):
    """The middle of a letter of the article."""
    from quotetrack.detection.records import Span

    view = window().bench.reader.view
    ends = [view.cursorRect(view.cursor_for(Span(each, each))).center() for each in (at, at + 1)]
    return view.viewport().mapToGlobal(QPoint((ends[0].x() + ends[1].x()) // 2, ends[0].y())).toTuple()


def tab(number):
    bar = window().findChild(QTabBar)
    return place(bar, bar.tabRect(number))


def named(words):
    """The middle of the button in front that is called `words`."""
    top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or window()
    return place(next(
        each for each in top.findChildren(QAbstractButton)
        if words in (each.text().replace("&", ""), each.accessibleName()) and each.isVisible()
    ))  # fmt: skip


def focus():
    """What has the keys: the accessible name, or the class."""
    widget = QApplication.focusWidget()
    return (widget.accessibleName() or type(widget).__name__) if isinstance(widget, QWidget) else ""


def typed():
    """What stands in the field that has the keys."""
    return QApplication.focusWidget().text()


def still():
    """Whether the window waits for nothing but the user."""
    shown = window()
    timers = (shown.session.shown._refresh, shown._facts_pause, shown.bench.top._pause)
    waits = shown.tasks.busy or shown.bench.charts.drawing
    return not waits and not any(timer.isActive() for timer in timers)


def hear(kind, _context, text):
    if kind != QtMsgType.QtDebugMsg:
        warnings.append(text)


def answer_on(asked, answered):
    with open(asked, buffering=1, encoding="utf-8", closefd=False) as lines:
        try:
            value = eval(lines.readline(), globals())
        except Exception as problem:  # noqa: BLE001 - told to the test
            value = {"problem": repr(problem)}
    os.write(answered, (json.dumps(value, default=str) + "\n").encode())


if __name__ == "__main__":
    ask, answer = int(sys.argv[1]), int(sys.argv[2])
    qInstallMessageHandler(hear)
    app = make_application()
    ear = QSocketNotifier(ask, QSocketNotifier.Type.Read, app)
    ear.activated.connect(lambda *_: answer_on(ask, answer))
    main(sys.argv[3:])
