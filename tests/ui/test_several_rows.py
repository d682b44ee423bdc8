"""Deciding about many rows of the table at once; what takes long is done off the window's thread."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quotetrack import operations as ops
from quotetrack.detection.records import CueClass
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from tests.ui.hands import press, settle
from ui import writing
from ui.dialogs.error import ErrorDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def table(qtbot, window):
    press(window, "Ctrl+2")
    settle(qtbot, window)
    window.session.select(window.session.shown.ids[4])
    settle(qtbot, window)
    return window.bench.table.table


def reach(table, rows):
    for _ in range(rows - 1):
        QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)


def choose(window, cue_class):
    """Press the key for what the verb says and take a class from the list."""
    press(window, "L")
    box = window.bench.details.cue_class
    assert box.view().isVisible()
    row = box.findData(cue_class.value)
    for _ in range(box.count()):
        if box.view().currentIndex().row() == row:
            break
        down = box.view().currentIndex().row() < row
        QTest.keyClick(box.view(), Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


def turn(widget):
    """Turn the wheel over a widget."""
    middle = QPointF(widget.rect().center())
    step = QWheelEvent(
        middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, step)


def statuses(window, ids):
    return set(window.session.project.quotes.statuses(ids).values())


@pytest.mark.parametrize("many", [1_000, 2], ids=["at once", "off the thread"])
@pytest.mark.parametrize(
    ("key", "status"), [("X", Status.REJECTED), ("Return", Status.CONFIRMED), ("C", Status.CHECK)]
)
def test_a_decision_holds_for_every_selected_row_and_is_undone_in_one_step(
    qtbot, window, table, monkeypatch, many, key, status
):
    monkeypatch.setattr(writing, "_MANY", many)
    reach(table, 3)
    chosen, others = (
        window.session.shown.ids[4:7],
        window.session.shown.ids[:4] + window.session.shown.ids[7:],
    )
    assert window.session.targets == tuple(chosen)
    press(window, key)
    settle(qtbot, window)
    assert statuses(window, chosen) == {status}
    assert statuses(window, others) == {Status.UNREVIEWED}
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert statuses(window, window.session.shown.ids) == {Status.UNREVIEWED}


def test_what_the_verb_says_holds_for_every_selected_row_that_has_one(qtbot, window, table):
    session = window.session
    reach(table, 3)
    chosen = session.shown.ids[4:7]
    bare = chosen[1]
    session.writing.perform(ops.SetCue(bare, None))
    settle(qtbot, window)
    before = {each: session.project.quotes.get(each).cue_class for each in chosen}
    box = window.bench.details.cue_class
    choose(window, CueClass.CLAIM)
    settle(qtbot, window)
    now = {each: session.project.quotes.get(each).cue_class for each in chosen}
    assert now == dict.fromkeys(chosen, CueClass.CLAIM) | {bare: CueClass.NONE}
    assert box.currentData() == "claim"
    press(window, "Ctrl+Z")
    settle(qtbot, window)
    assert {each: session.project.quotes.get(each).cue_class for each in chosen} == before


def test_without_a_cue_there_is_nothing_to_say_about_it(qtbot, spoken):
    session, details = spoken.session, spoken.bench.details
    quote = session.quote()
    word = spoken.tongue.message
    assert details.cue_class.currentText() == word(f"exports.cue_class.{quote.cue_class.value}")
    assert spoken.actions_["correct.cue_class"].isEnabled()
    session.writing.perform(ops.SetCue(quote.id, None))
    settle(qtbot, spoken)
    assert not details.cue_class.isEnabled()
    assert not spoken.actions_["correct.cue_class"].isEnabled()
    assert (details.cue_class.currentText(), details.cue_class.placeholderText()) == (
        "",
        word("exports.cue_class.none"),
    )
    session.writing.undo()
    settle(qtbot, spoken)
    assert details.cue_class.isEnabled()


def test_a_letter_decides_though_a_choice_has_the_keys_and_the_wheel_scrolls(qtbot, window):
    session, box = window.session, window.bench.details.cue_class
    quote, held = session.quote_id, session.quote().cue_class
    box.setFocus()
    press(window, "X")
    settle(qtbot, window)
    assert session.project.quotes.statuses([quote]) == {quote: Status.REJECTED}
    assert session.project.quotes.get(quote).cue_class is held
    assert session.quote_id != quote
    shown = box.currentIndex()
    turn(box)
    settle(qtbot, window)
    assert box.currentIndex() == shown


def test_all_rows_are_selected_without_being_read(qtbot, window, table):
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.session.target_count == len(window.session.shown.ids)
    assert window.session.targets == tuple(window.session.shown.ids)


def test_rows_picked_apart_are_meant_and_no_others(qtbot, window, table):
    model, ids = window.bench.table.model, window.session.shown.ids
    for row in (4, 9, 7):
        point = table.visualRect(model.index(row, 2)).center()
        modifier = Qt.KeyboardModifier.NoModifier if row == 4 else Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, point)
    assert set(window.session.targets) == {ids[4], ids[7], ids[9]}


def test_a_selection_that_is_out_of_sight_is_not_decided_about(qtbot, window, table):
    reach(table, 4)
    chosen = window.session.quote_id
    kind = window.session.quote().type
    others = window.session.shown.facets.types.keys() - {kind}
    window.session.shown.set_filter(QuoteFilter(types=frozenset(others)))
    settle(qtbot, window)
    assert window.session.quote_id == chosen
    assert window.session.targets == (chosen,)


def test_rows_selected_in_the_table_are_not_decided_about_in_the_article(qtbot, window, table):
    reach(table, 3)
    press(window, "Ctrl+1")
    settle(qtbot, window)
    assert window.session.targets == (window.session.quote_id,)
    press(window, "Ctrl+2")
    settle(qtbot, window)
    assert window.session.targets == tuple(window.session.shown.ids[4:7])


def test_nothing_else_is_changed_while_many_are_being_changed(qtbot, window, table, monkeypatch):
    from threading import Event

    monkeypatch.setattr(writing, "_MANY", 2)
    go, perform = Event(), ops.perform

    def slowly(project, operation, **more):
        go.wait(10)
        return perform(project, operation, **more)

    monkeypatch.setattr(writing.ops, "perform", slowly)
    reach(table, 3)
    press(window, "X")
    window.session.select(window.session.shown.ids[20])
    press(window, "Ctrl+Z")
    window.session.writing.perform(ops.SetNote(window.session.quote_id, "ملاحظة"))
    assert window.bench.notice.isVisible()
    go.set()
    settle(qtbot, window)
    assert statuses(window, window.session.shown.ids[4:7]) == {Status.REJECTED}
    assert window.session.quote().note == ""
    window.session.writing.perform(ops.SetNote(window.session.quote_id, "ملاحظة"))
    assert window.session.quote().note == "ملاحظة"


def test_deleting_several_goes_on_to_what_stands_after_them(qtbot, window, table):
    ids = window.session.shown.ids[:]
    reach(table, 3)
    press(window, "Delete")
    settle(qtbot, window)
    assert window.session.quote_id == ids[7]
    assert window.session.shown.ids == ids[:4] + ids[7:]


def test_another_project_is_opened_in_the_middle_of_an_import(qtbot, window, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number}.txt").write_text(
            f"خبر رقم {number}\nقال الوزير سامر العلي إن المشروع رقم {number} سيبدأ في موعده.\n" * 40,
            encoding="utf-8",
        )
    first = window.session.project.path
    window.commands.take_files([folder])
    qtbot.waitUntil(lambda: window.session.project.articles.count() > 20, timeout=20_000)
    window.session.open(tmp_path / "other.qtrack", create=True)
    settle(qtbot, window)
    assert window.session.project.path.stem == "other"
    assert window.session.project.articles.count() == 0
    assert not window.findChildren(ErrorDialog)
    window.session.open(first)
    settle(qtbot, window)
    assert 20 < window.session.project.articles.count() <= 125
    assert window.session.project.check() == []
