"""Quotes are found again: a look first, then what is ticked, undone in one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from quotetrack.detection.detector import detect
from quotetrack.detection.records import AttributionType
from tests.ui.hands import press, settle
from tests.ui.test_dialogs import check
from ui.dialogs.redetection import RedetectionDialog
from ui.models.redetection import ADDED, CHANGED, TITLE

CHECK = Qt.ItemDataRole.CheckStateRole


def states(project):
    return [project.quotes.of_article(article) for article in sorted(project.articles.ids())]


@pytest.fixture
def updated(monkeypatch):
    """A detector that calls everything direct now."""

    def every_quote_is_direct(text):
        return [replace(one, type=AttributionType.DIRECT) for one in detect(text)]

    monkeypatch.setattr("quotetrack.importing.detecting.detect", every_quote_is_direct)


def test_where_nothing_would_change_that_is_said(qtbot, spoken):
    before = states(spoken.session.project)
    spoken.actions_["project.redetect"].trigger()
    settle(qtbot, spoken)
    assert spoken.findChild(RedetectionDialog) is None
    assert spoken.bench.notice.isVisible()
    assert states(spoken.session.project) == before


def test_what_would_change_is_shown_ticked_and_undone_in_one_step(qtbot, spoken, updated):
    window, project = spoken, spoken.session.project
    before = states(project)
    indirect = next(q for q in project.quotes.of_article(1) if q.type is AttributionType.INDIRECT)
    window.session.select(indirect.id)
    press(window, "C")
    settle(qtbot, window)
    decided = project.quotes.get(indirect.id)
    window.actions_["project.redetect"].trigger()
    settle(qtbot, window)
    dialog = window.findChild(RedetectionDialog)
    check(dialog, window.settings.language)
    model = dialog.model
    rows = {model.article(row): row for row in range(model.rowCount())}
    assert len(rows) > 2
    assert states(project)[1:] == before[1:]
    dialog.table.setCurrentIndex(model.index(rows[1], TITLE))
    settle(qtbot, window)
    lines = [dialog.quotes.item(row).text() for row in range(dialog.quotes.count())]
    word = window.tongue.message("exports.type.direct")
    assert sum(line[1:].startswith("≠") and word in line for line in lines) == int(
        model.index(rows[1], CHANGED).data()
    )
    assert not model.index(rows[1], ADDED).data()
    assert sum(line[1:].startswith("✓") for line in lines) == 1
    assert model.setData(model.index(rows[2], TITLE), Qt.CheckState.Unchecked.value, CHECK)
    dialog.accept_button.click()
    settle(qtbot, window)
    after = states(project)
    assert project.quotes.get(decided.id) == decided
    assert {q.type for q in after[0] if q.id != decided.id} == {AttributionType.DIRECT}
    assert after[1] == before[1]
    assert {q.type for q in after[2]} == {AttributionType.DIRECT}
    window.bench.notice._action.click()
    settle(qtbot, window)
    assert states(project)[1:] == before[1:]
    assert project.quotes.get(decided.id) == decided


def test_without_a_tick_there_is_nothing_to_take_over(qtbot, window, updated):
    window.actions_["project.redetect"].trigger()
    settle(qtbot, window)
    dialog = window.findChild(RedetectionDialog)
    for row in range(dialog.model.rowCount()):
        dialog.model.setData(dialog.model.index(row, TITLE), Qt.CheckState.Unchecked.value, CHECK)
    assert not dialog.accept_button.isEnabled()
    dialog.reject()
