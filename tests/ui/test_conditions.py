"""Conditions that are no values of the tree: from the menu beside the search, as chips, taken away again."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QToolButton

from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from tests.ui.hands import press, settle
from ui.dialogs.range import RangeDialog
from ui.widgets.basic import Chip

SWITCHES = {
    "filter.exact": QuoteFilter(exact=True),
    "filter.inside_words": QuoteFilter(inside_words=True),
    "filter.unnamed": QuoteFilter(anonymous=True),
    "filter.no_acts": QuoteFilter(speech_acts=False),
    "filter.no_repeats": QuoteFilter(duplicates=False),
}


def chips(window):
    return [chip for chip in window.bench.top._chips.findChildren(Chip) if not chip.isHidden()]


def menu_of(window):
    buttons = window.bench.top.findChildren(QToolButton)
    return next(button.menu() for button in buttons if button.menu() is not None)


@pytest.mark.parametrize("name", SWITCHES)
def test_a_condition_is_ticked_in_the_menu_shown_as_a_chip_and_taken_away(qtbot, spoken, name):
    window = spoken
    action = next(each for each in menu_of(window).actions() if each.objectName() == name)
    assert not action.isChecked()
    action.trigger()
    settle(qtbot, window)
    assert window.session.shown.filter == SWITCHES[name]
    assert list(window.session.shown.ids) == list(window.session.project.quotes.ids(SWITCHES[name]))
    assert action.isChecked()
    (chip,) = chips(window)
    chip.findChild(QToolButton).click()
    settle(qtbot, window)
    assert window.session.shown.filter == QuoteFilter()
    assert not action.isChecked()
    assert chips(window) == []


def test_exact_spelling_tells_hamza_from_alef(qtbot, window):
    window.bench.top.search.setText("الأحياء")
    settle(qtbot, window)
    folded = len(window.session.shown.ids)
    window.bench.top.search.setText("الاحياء")
    settle(qtbot, window)
    assert len(window.session.shown.ids) == folded > 0
    window.actions_["filter.exact"].trigger()
    settle(qtbot, window)
    assert len(window.session.shown.ids) == 0


def test_dates_and_confidence_are_asked_for_and_kept(qtbot, window):
    press(window, "Ctrl+D")
    dialog = window.findChild(RangeDialog)
    dialog.has_since.setChecked(True)
    dialog.since.setDate(QDate(2026, 10, 18))
    dialog.has_until.setChecked(True)
    dialog.until.setDate(QDate(2026, 10, 17))
    assert not dialog.accept_button.isEnabled()
    dialog.until.setDate(QDate(2026, 10, 20))
    dialog.least.setCurrentIndex(dialog.least.findData(95))
    dialog.most.setCurrentIndex(dialog.most.findData(90))
    assert not dialog.accept_button.isEnabled()
    dialog.most.setCurrentIndex(dialog.most.findData(100))
    dialog.accept_button.click()
    settle(qtbot, window)
    wanted = QuoteFilter(since=date(2026, 10, 18), until=date(2026, 10, 20), confidence=(0.95, 1.0))
    assert window.session.shown.filter == wanted
    rows = window.session.project.quotes.rows(window.session.shown.ids)
    assert all(wanted.since <= row.published <= wanted.until and row.confidence >= 0.95 for row in rows)
    assert len(chips(window)) == 3
    press(window, "Ctrl+D")
    again = window.findChildren(RangeDialog)[-1]
    assert again.conditions() == {"since": wanted.since, "until": wanted.until, "confidence": (0.95, 1.0)}
    again.reject()


def test_counts_in_the_tree_follow_a_decision_and_what_is_folded_stays(qtbot, window):
    sources = window.bench.sources

    def told(status):
        return sources.index_of("statuses", status).data(Qt.ItemDataRole.AccessibleTextRole)

    def count(status):
        return window.session.shown.facets.statuses.get(status, 0)

    before = count(Status.UNREVIEWED)
    outlet = min(filter(None, window.session.shown.facets.outlets))
    sources.tree.collapse(sources.index_of("outlets", outlet).parent())
    sources.tree.setCurrentIndex(sources.index_of("statuses", Status.UNREVIEWED))
    window.bench.reader.view.setFocus()
    for decided in (1, 2):
        press(window, "Return")
        settle(qtbot, window)
        assert count(Status.UNREVIEWED) == before - decided
        for status in (Status.UNREVIEWED, Status.CONFIRMED):
            assert str(count(status)) in told(status)
    assert not sources.tree.isExpanded(sources.index_of("outlets", outlet).parent())
    assert sources.tree.currentIndex() == sources.index_of("statuses", Status.UNREVIEWED)
