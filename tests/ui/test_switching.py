"""Language, digits and months change without a restart, and nothing is left behind."""

import shutil

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from quotetrack.figures import Digits
from quotetrack.operations import SetNote
from tests.ui.dialogs import DIALOGS, IMPORT, show_dialog
from tests.ui.hands import press, settle, type_text
from ui.main_window import MainWindow
from ui.workbench import TABS

BESIDE = tuple(sorted(set(DIALOGS) - {"Palette", *IMPORT, "ExportDialog", "MergeDialog"}))
"""Dialogs that stay open while the window goes on."""
STORY = "عنوان\n\nقال وزير النقل سامر العلي: «سنعيد فتح الطريق الساحلي مساء اليوم رقم {}».\n"


def cells(view):
    """What the lines and headings of a view say."""
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount() if model else 0
    for column in range(columns):
        yield model.headerData(column, Qt.Orientation.Horizontal)
        for row in range(min(40, model.rowCount())):
            index = model.index(row, column)
            yield index.data()
            for inner in range(model.rowCount(index)):
                yield model.index(inner, 0, index).data()


def words(top):
    """Everything that a widget and what is in it say, in any state."""
    for widget in (top, *top.findChildren(QWidget)):
        said = [
            widget.windowTitle(),
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
        ]
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            said.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            said += [widget.itemText(place) for place in range(widget.count())]
        if isinstance(widget, QTabBar):
            said += [widget.tabText(place) for place in range(widget.count())]
        if isinstance(widget, QAbstractItemView):
            said += list(cells(widget))
        for action in widget.actions():
            said += [action.text(), action.toolTip()]
        yield from (str(text) for text in said if text)


def visit(qtbot, window):
    """Open every tab once, so that each has been filled."""
    for tab in TABS:
        window.actions_[f"view.{tab}"].trigger()
        settle(qtbot, window)


def speak(settings, language, digits):
    settings.language, settings.digits = language, digits


@pytest.mark.parametrize(("first", "then"), [("ar", "en"), ("en", "ar")])
def test_a_switched_window_says_what_a_fresh_one_says(
    qtbot, settings, asking, project_file, tmp_path, first, then
):
    said = []
    for start in (first, then):
        speak(settings, start, Digits.ARABIC if start == "ar" else Digits.LATIN)
        window = MainWindow(settings, asking)
        qtbot.addWidget(window, before_close_func=lambda w: settle(qtbot, w))
        window.show()
        window.session.open(shutil.copy(project_file, tmp_path / "same.qtrack"))
        visit(qtbot, window)
        if start == first:
            window.keep()
            speak(settings, then, Digits.ARABIC if then == "ar" else Digits.LATIN)
            window.rebuild()
            QApplication.processEvents()
            visit(qtbot, window)
        said.append(sorted(words(window)))
        window.close()
    switched, fresh = said
    assert len(fresh) > 500
    assert set(switched) ^ set(fresh) == set()


@pytest.mark.parametrize("name", BESIDE)
def test_an_open_dialog_changes_with_the_window(qtbot, window, tmp_path, name):
    before = set(words(show_dialog(qtbot, window, name, tmp_path)))
    speak(window.settings, "en", Digits.LATIN)
    window.rebuild()
    settle(qtbot, window)
    [now] = [
        each for each in window.findChildren(QWidget) if type(each).__name__ == name and each.isVisible()
    ]
    switched = set(words(now))
    now.close()
    QApplication.processEvents()
    fresh = set(words(show_dialog(qtbot, window, name, tmp_path)))
    assert switched == fresh
    assert switched != before


def test_an_import_goes_on_while_the_language_changes(qtbot, window, tmp_path):
    session, before = window.session, window.session.project.articles.count()
    paths = [tmp_path / f"{number}.txt" for number in range(300)]
    for number, path in enumerate(paths):
        path.write_text(STORY.format(number) * 3, encoding="utf-8")
    window.commands.take_files(paths)
    qtbot.waitUntil(lambda: session.project.articles.count() > before, timeout=20_000)
    press(window, "Ctrl+Shift+L")
    assert not window.bench.status._work.isHidden()
    assert "Importing" in window.bench.status._work.text()
    settle(qtbot, window)
    assert window.bench.status._work.isHidden()
    assert session.project.articles.count() == before + 300
    assert "300 articles imported" in window.bench.notice.text


def test_a_note_that_is_being_written_survives(qtbot, window):
    session, quote = window.session, window.session.quote_id
    session.writing.perform(SetNote(quote, "قديم"))
    press(window, "M")
    type_text(window.bench.details.note, "جديد ")
    press(window, "Ctrl+Shift+L")
    settle(qtbot, window)
    assert session.project.quotes.get(quote).note == "جديد قديم"
    assert window.bench.details.note.toPlainText() == "جديد قديم"
