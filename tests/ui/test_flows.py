"""The first run, and the fact-checker's whole way."""

import shutil
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from quotetrack.status import Status
from tests.ui.hands import LEFT, NONE, answer, click_line, press, read_csv, settle, type_text
from ui import application
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.hints import HintsDialog
from ui.dialogs.words import FilterNameDialog


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_first_sheet_takes_six_actions_at_most(
    qtbot, settings, asking, language, sample_file, monkeypatch, tmp_path
):
    settings.hints_seen, settings.language = False, language
    copy = shutil.copy(sample_file, tmp_path / "sample.qtrack")
    monkeypatch.setattr("quotetrack.samples.sample_project", lambda: copy)
    actions = 0
    window = application.open_window(settings)
    qtbot.addWidget(window, before_close_func=lambda w: settle(qtbot, w))
    window.asking = window.desk.asking = asking
    qtbot.waitUntil(lambda: window.findChild(HintsDialog) is not None)
    settle(qtbot, window)
    assert window.session.shown.ids

    window.findChild(HintsDialog).accept_button.click()
    actions += 1
    click_line(
        window,
        "outlets",
        max(window.session.shown.facets.outlets, key=window.session.shown.facets.outlets.get),
    )
    actions += 1
    settle(qtbot, window)
    press(window, "Ctrl+E")
    actions += 1
    dialog = window.findChild(ExportDialog)
    asking.answers["target"] = tmp_path / "first.csv"
    dialog.accept_button.click()
    actions += 2  # the button, and the system's own dialog
    settle(qtbot, window)
    assert len(read_csv(tmp_path / "first.csv")) == len(window.session.shown.ids) + 1
    assert actions <= 6
    assert settings.hints_seen


def find(qtbot, window, words):
    press(window, "Ctrl+F")
    type_text(window.bench.top.search, words)
    press(window, "Return")
    settle(qtbot, window)
    assert window.session.shown.ids


def test_a_fact_check_from_finding_to_sheet(qtbot, spoken, asking, tmp_path):
    window, session = spoken, spoken.session
    find(qtbot, window, "المياه")
    press(window, "Escape")
    session.select(session.shown.ids[0])
    quote = session.quote_id

    press(window, "C")
    settle(qtbot, window)
    press(window, "E")
    dialog = window.findChild(EvidenceDialog)
    assert not dialog.accept_button.isEnabled()
    dialog.link.setText("https://example.org/report")
    type_text(dialog.title, "تقرير الهيئة")
    dialog.accept_button.click()
    settle(qtbot, window)

    press(window, "V")
    box = window.bench.details.verdict
    assert box.view().isVisible()
    box.hidePopup()
    box.setCurrentIndex(4)
    box.textActivated.emit(box.currentText())
    press(window, "Escape")
    press(window, "T")
    type_text(window.bench.details.tag, "تدقيق")
    press(window, "Return")
    press(window, "Escape")
    settle(qtbot, window)
    known = session.project.quotes.get(quote)
    assert (known.status, known.verdict) == (Status.CHECK, box.itemText(4))
    assert [piece.title for piece in known.evidence] == ["تقرير الهيئة"]

    window.actions_["filter.clear"].trigger()
    settle(qtbot, window)
    click_line(window, "statuses", Status.CHECK)
    settle(qtbot, window)
    assert list(session.shown.ids) == [quote]
    press(window, "Ctrl+Shift+S")
    answer(window, FilterNameDialog, "للتدقيق")
    settle(qtbot, window)
    assert [saved.name for saved in session.project.saved_filters.list()] == ["للتدقيق"]

    press(window, "Ctrl+E")
    dialog = window.findChild(ExportDialog)
    dialog.preset.setCurrentIndex(dialog.preset.findData("check"))
    asking.answers["target"] = tmp_path / "check.csv"
    dialog.accept_button.click()
    settle(qtbot, window)
    [header, row] = read_csv(tmp_path / "check.csv")
    sheet = dict(zip(header, row, strict=True))
    assert box.itemText(4) in sheet.values()
    assert "https://example.org/report" in " ".join(row)


def test_hovering_a_quote_says_why_it_was_detected(qtbot, window):
    view, quote = window.bench.reader.view, window.session.quote()
    view.reveal(quote.content[0])
    QApplication.processEvents()
    place = view.cursorRect(
        view.cursor_for(quote.content[0]._replace(end=quote.content[0].start + 1))
    ).center()
    at = QPoint(place.x() + 3, place.y())
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    told = QToolTip.text()
    assert quote.speaker.name in told
    assert "%" in told or "٪" in told
    tongue = window.desk.tongue
    assert quote.cue is not None
    assert tongue.message(f"rule.{quote.rule}") in told
    assert tongue.message(f"exports.cue_class.{quote.cue_class.value}") in told
    QToolTip.hideText()


def test_a_double_click_in_the_table_opens_the_article(qtbot, window):
    press(window, "Ctrl+2")
    table = window.bench.table.table
    point = table.visualRect(window.bench.table.model.index(40, 2)).center()
    table.scrollTo(window.bench.table.model.index(40, 2))
    QApplication.processEvents()
    point = table.visualRect(window.bench.table.model.index(40, 2)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, point)
    QTest.mouseDClick(table.viewport(), LEFT, NONE, point)
    assert window.bench.tab == "context"
    assert window.session.quote_id == window.session.shown.ids[40]
    assert window.bench.reader.chosen() is not None


def test_the_table_is_sorted_by_its_headings(qtbot, window):
    press(window, "Ctrl+2")
    header = window.bench.table.table.horizontalHeader()
    for column in (1, 3):
        at = QPoint(
            header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2
        )
        QTest.mouseClick(header.viewport(), LEFT, NONE, at)
        settle(qtbot, window)
        assert window.session.shown.sort.by.value == ("speaker" if column == 1 else "type")
        rows = window.session.project.quotes.rows(window.session.shown.ids)
        kinds = [row.type.value if column == 3 else row.speaker for row in rows]
        changes = sum(one != other for one, other in pairwise(kinds))
        assert changes == len(set(kinds)) - 1


def test_columns_are_chosen_by_the_user(qtbot, window):
    press(window, "Ctrl+2")
    menu = window.bench.table.column_menu()
    header = window.bench.table.table.horizontalHeader()
    verdict = menu.actions()[8]
    assert header.isSectionHidden(8)
    verdict.trigger()
    assert not header.isSectionHidden(8)
    menu.deleteLater()
