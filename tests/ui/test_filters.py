"""Conditions beside those of the tree: each narrows what is shown, is a chip, and can be taken away."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox

from quotetrack import operations as ops
from quotetrack.detection.detector import detect
from quotetrack.detection.records import CueClass
from quotetrack.filters import QuoteFilter
from tests.ui.hands import click_line, press, settle
from ui.dialogs.filters import FilterDialog
from ui.widgets.basic import Chip

CHANGES = {
    "since": (lambda d: d.since.set_value(date(2026, 10, 14)), QuoteFilter(since=date(2026, 10, 14))),
    "until": (lambda d: d.until.set_value(date(2026, 10, 12)), QuoteFilter(until=date(2026, 10, 12))),
    "confidence": (lambda d: d.least.setValue(80), QuoteFilter(confidence=(0.8, 1.0))),
    "unnamed": (lambda d: d.speakers.setCurrentIndex(2), QuoteFilter(anonymous=True)),
    "named": (lambda d: d.speakers.setCurrentIndex(1), QuoteFilter(anonymous=False)),
    "exact": (lambda d: d.exact.setChecked(True), QuoteFilter(exact=True)),
    "inside words": (lambda d: d.inside.setChecked(True), QuoteFilter(inside_words=True)),
    "no speech acts": (lambda d: d.acts.setChecked(False), QuoteFilter(speech_acts=False)),
    "no repeats": (lambda d: d.repeats.setChecked(False), QuoteFilter(duplicates=False)),
}


def opened(window):
    window.actions_["edit.filter"].trigger()
    return window.findChildren(FilterDialog)[-1]


@pytest.mark.parametrize(("change", "wanted"), CHANGES.values(), ids=CHANGES)
def test_a_condition_narrows_what_is_shown_and_is_taken_away_by_its_chip(qtbot, window, change, wanted):
    dialog = opened(window)
    change(dialog)
    dialog.accept_button.click()
    settle(qtbot, window)
    session = window.session
    assert session.filter == wanted
    assert set(session.ids) == set(session.project.quotes.ids(wanted))
    (chip,) = window.bench.top.findChildren(Chip)
    chip.findChild(QAbstractButton).click()
    settle(qtbot, window)
    assert session.filter == QuoteFilter()


def test_the_other_conditions_stay_and_the_dialog_shows_what_holds(qtbot, window):
    session = window.session
    session.set_filter(
        QuoteFilter(text="المياه", outlets=frozenset({1}), confidence=(0.333, 1.0), exact=True)
    )
    dialog = opened(window)
    assert (dialog.least.value(), dialog.exact.isChecked(), dialog.inside.isChecked()) == (33, True, False)
    dialog.inside.setChecked(True)
    dialog.accept_button.click()
    assert session.filter == QuoteFilter(
        text="المياه", outlets=frozenset({1}), confidence=(0.333, 1.0), exact=True, inside_words=True
    )
    dialog = opened(window)
    box = dialog.findChild(QDialogButtonBox)
    (clear,) = (b for b in box.buttons() if box.buttonRole(b) is QDialogButtonBox.ButtonRole.ResetRole)
    clear.click()
    dialog.accept_button.click()
    settle(qtbot, window)
    assert session.filter == QuoteFilter(text="المياه", outlets=frozenset({1}))


def test_a_line_of_the_tree_chooses_what_the_verb_says(qtbot, window):
    before = len(window.session.ids)
    click_line(window, "cue_classes", CueClass.DENIAL)
    settle(qtbot, window)
    rows = window.session.project.quotes.rows(window.session.ids)
    assert {row.cue_class for row in rows} == {CueClass.DENIAL}
    assert 0 < len(rows) < before
    press(window, "Ctrl+Backspace")
    settle(qtbot, window)
    assert len(window.session.ids) == before


def test_a_story_that_is_told_twice_is_shown_and_can_be_left_out(qtbot, spoken):
    window, project = spoken, spoken.session.project
    first = project.articles.get(1).article
    again = replace(first, outlet="صحيفة الساحل", text="أفادت الصحيفة اليوم.\n" + first.text)
    changes = ops.perform(project, ops.ImportArticles([(again, detect(again.text))]))
    window.session.tell(changes)
    settle(qtbot, window)
    (repeat,) = project.articles.duplicates_of(1)
    for article, other in ((repeat, first.outlet), (1, again.outlet)):
        window.session.show_article(article)
        settle(qtbot, window)
        assert other in window.bench.reader.view.toPlainText()
    window.session.show_article(2)
    assert again.outlet not in window.bench.reader.view.toPlainText()
    dialog = opened(window)
    dialog.repeats.setChecked(False)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert repeat not in {row.article_id for row in project.quotes.rows(window.session.ids)}
