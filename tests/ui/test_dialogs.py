"""Every dialog opens in both languages, reads in the right direction, and names what it holds."""

import sys
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from quotetrack.importing import Outcome, Report, Result
from quotetrack.readers import ReadError
from quotetrack.store.records import Snapshot
from tests.ui.dialogs import show_dialog
from tests.ui.hands import settle
from ui.application import catch_bugs
from ui.dialogs.arrivals import _WIDTHS
from ui.dialogs.error import ErrorDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.preferences import Preferences
from ui.dialogs.range import RangeDialog
from ui.dialogs.results import ResultsDialog
from ui.dialogs.snapshots import SnapshotsDialog
from ui.models.arrivals import KIND
from ui.theme import DARK

OPENED_BY = {
    "project.paste": "PasteDialog",
    "project.export": "ExportDialog",
    "project.settings": "Preferences",
    "project.snapshots": "SnapshotsDialog",
    "project.again": "AgainDialog",
    "edit.article": "ArticleDialog",
    "filter.range": "RangeDialog",
    "speakers.edit": "SpeakerDialog",
    "speakers.merge": "MergeDialog",
    "speakers.split": "SplitDialog",
    "speakers.same": "SameDialog",
    "review.evidence": "EvidenceDialog",
    "view.palette": "Palette",
    "help.keys": "KeysDialog",
    "help.hints": "HintsDialog",
    "help.about": "AboutDialog",
}


def check(dialog, language):
    wanted = Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight
    assert dialog.layoutDirection() == wanted
    for field in dialog.findChildren(QWidget):
        if isinstance(field, QLineEdit | QPlainTextEdit | QComboBox | QAbstractButton) and field.isVisible():
            inside = isinstance(field.parent(), QLineEdit | QComboBox) or "qt_" in field.objectName()
            text = field.text() if isinstance(field, QAbstractButton) else ""
            assert inside or field.accessibleName() or text, (dialog, field)


@pytest.mark.parametrize(("action", "name"), OPENED_BY.items())
def test_a_dialog_opens(qtbot, spoken, action, name):
    spoken.actions_[action].trigger()
    dialog = next(d for d in spoken.findChildren(QDialog) if type(d).__name__ == name)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.windowTitle()
    check(dialog, spoken.settings.language)
    dialog.close()


def test_what_happened_to_each_file_is_told(qtbot, spoken, tmp_path):
    results = (
        Result(name="a.txt", outcome=Outcome.IMPORTED, title="عودة المياه", article=1, quotes=3),
        Result(name="b.txt", outcome=Outcome.DUPLICATE, duplicate_of=4),
        Result(name="c.txt", outcome=Outcome.FAILED, error=ReadError("readers.empty", name="c.txt")),
    )
    dialog = ResultsDialog(spoken.desk, spoken, Report(results, 0.1))
    dialog.show()
    check(dialog, spoken.settings.language)
    told = [dialog.model.text(row, 1) for row in range(3)]
    assert all(sign in text for sign, text in zip("✓○✕", told, strict=True))
    assert "c.txt" in dialog.model.text(2, 2)
    spoken.asking.answers["target"] = tmp_path / "report.csv"
    dialog._save()
    assert "b.txt" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")
    dialog.close()


def test_a_bug_is_shown_with_its_trace_and_the_window_lives(qtbot, spoken, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    catch_bugs(spoken)
    with pytest.raises(KeyError) as caught:
        spoken.actions_.bind("ما كان يجب أن يحدث هذا", print)
    sys.excepthook(caught.type, caught.value, caught.tb)
    dialog = spoken.findChild(ErrorDialog)
    check(dialog, spoken.settings.language)
    copy = next(b for b in dialog.findChildren(QAbstractButton) if b is not dialog.accept_button)
    copy.click()
    assert "KeyError: 'ما كان يجب أن يحدث هذا'" in QGuiApplication.clipboard().text()
    assert "test_dialogs.py" in QGuiApplication.clipboard().text()
    dialog.close()
    assert spoken.isVisible()


def test_settings_take_effect_at_once(qtbot, window):
    window.actions_["project.settings"].trigger()
    for name, value in (("theme", "dark"), ("digits", "arabic"), ("language", "en"), ("text_size", 140)):
        [dialog] = [each for each in window.findChildren(Preferences) if each.isVisible()]
        field = getattr(dialog, name)
        field.setFocus()
        field.setCurrentIndex(field.findData(value))
        field.activated.emit(field.currentIndex())
        settle(qtbot, window)
        [dialog] = [each for each in window.findChildren(Preferences) if each.isVisible()]
        assert dialog.focusWidget() is getattr(dialog, name)
    assert dialog.windowTitle() == "Settings"
    assert window.desk.tokens is DARK
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.bench.reader.view._percent == 140
    assert "٠" in window.bench.status.reviewed.text()
    dialog.close()


def test_ticks_stand_beside_the_middle_of_their_dates(qtbot, spoken):
    spoken.actions_["filter.range"].trigger()
    dialog = spoken.findChild(RangeDialog)
    qtbot.waitUntil(dialog.isVisible)
    for box, field in ((dialog.has_since, dialog.since), (dialog.has_until, dialog.until)):
        assert abs(box.geometry().center().y() - field.geometry().center().y()) <= 1
    dialog.close()


def test_the_frame_of_the_sheet_of_keys_is_whole(qtbot, spoken):
    spoken.actions_["help.keys"].trigger()
    dialog = spoken.findChild(KeysDialog)
    qtbot.waitUntil(dialog.isVisible)
    area = dialog.findChild(QScrollArea)
    drawn = area.grab().toImage()
    middle, last = area.rect().center(), area.rect().bottomRight()
    edges = ((middle.x(), 0), (middle.x(), last.y()), (0, middle.y()), (last.x(), middle.y()))
    frame = spoken.desk.tokens.color("accent" if area.hasFocus() else "edge")
    assert [drawn.pixelColor(*edge) for edge in edges] == [frame] * 4
    dialog.close()


def test_headings_and_the_chosen_line_of_the_queue_are_seen_whole(qtbot, spoken, tmp_path):
    dialog = show_dialog(qtbot, spoken, "ArrivalsDialog", tmp_path)
    header = dialog.tree.header()
    for column in _WIDTHS:
        assert header.sectionSizeFromContents(column).width() <= header.sectionSize(column), column
    dialog.tree.setFocus()
    line = dialog.tree.visualRect(dialog.tree.currentIndex().siblingAtColumn(KIND))
    ground = dialog.tree.viewport().grab(line).toImage().pixelColor(2, 2)
    assert ground == spoken.desk.tokens.color("selected_content")
    dialog.close()


def test_lines_of_earlier_states_do_not_cover_each_other(qtbot, window):
    kept = Snapshot(path=window.session.project.path, taken=datetime(2026, 10, 13, 9, tzinfo=UTC), bytes=400)
    dialog = SnapshotsDialog(window.desk, window, [kept] * 3)
    dialog.open()
    settle(qtbot, window)
    places = [dialog.list.visualItemRect(dialog.list.item(row)) for row in range(3)]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert {place.height() for place in places} == {dialog.list.sizeHintForRow(0)}
    dialog.close()
