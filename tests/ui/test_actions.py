"""One registry: every action bound, reachable, without clashes, on whichever layout."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from quotetrack.detection.records import AttributionType
from quotetrack.status import Status
from tests.ui.hands import NONE, press, press_letter, settle, type_text
from ui.actions import GROUPS, SPECS
from ui.dialogs.keys import KeysDialog
from ui.dialogs.palette import Palette
from ui.keys import bare, combination, combination_of
from ui.language import isolate


def test_every_action_is_bound_and_in_a_menu(spoken):
    names = {spec.id for spec in SPECS}
    assert spoken.actions_.bound == names
    shown = {action.objectName() for menu in spoken.menuBar().actions() for action in menu.menu().actions()}
    assert names <= shown
    assert {spec.group for spec in SPECS} == set(GROUPS)


def test_every_action_says_what_it_does_in_both_languages(spoken):
    for spec in SPECS:
        words = spoken.actions_.label(spec.id)
        arabic = any("\u0621" <= letter <= "\u064a" for letter in words)
        assert words
        assert arabic == (spoken.settings.language == "ar"), words


def test_no_two_keys_clash():
    keys = [combination_of(spec.keys) for spec in SPECS if spec.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_no_key_opens_a_menu_as_well(spoken):
    menus = [QKeySequence.mnemonic(menu.title()).toString() for menu in spoken.menus]
    taken = {spec.keys for spec in SPECS if spec.keys}
    assert taken.isdisjoint(menus)
    assert len(set(filter(None, menus))) == len(list(filter(None, menus)))
    assert "F10" in taken  # the way to the menus where no letter is marked


def test_actions_are_enabled_when_they_make_sense(qtbot, empty_window, project_file):
    actions = empty_window.actions_
    for spec in SPECS:
        assert actions[spec.id].isEnabled() == (not spec.needs), spec.id
    empty_window.session.open(project_file)
    settle(qtbot, empty_window)
    for spec in SPECS:
        expected = not spec.needs & {"selection", "redo", "filtered", "several"}
        assert actions[spec.id].isEnabled() == expected, spec.id


LETTERS = {
    "X": "ء",
    "C": "ؤ",
    "N": "ى",
    "J": "ت",
    "K": "ن",
    "S": "س",
    "M": "ة",
    "T": "ف",
    "V": "ر",
    "A": "ش",
    "P": "ح",
}


@pytest.mark.parametrize(("latin", "arabic"), LETTERS.items())
def test_an_arabic_letter_is_the_key_in_its_place(latin, arabic):
    event = QKeyEvent(QEvent.Type.KeyPress, ord(arabic), NONE, arabic)
    assert combination(event) == combination_of(latin)


def test_scan_codes_decide_where_the_platform_tells_them(monkeypatch):
    monkeypatch.setattr("ui.keys.QGuiApplication.platformName", lambda: "xcb")
    monkeypatch.setattr("ui.keys.sys.platform", "linux")
    control = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.KeyPress, ord("ن"), control, 45, 0, 0, "ن")
    assert combination(event) == combination_of("Ctrl+K")


def test_keys_decide_on_the_arabic_layout(qtbot, window):
    session = window.session
    quote = session.quote_id
    press_letter(window, "ء")
    settle(qtbot, window)
    assert session.project.quotes.get(quote).status is Status.REJECTED
    assert session.quote_id != quote
    press_letter(window, "١")
    settle(qtbot, window)
    assert session.quote().type is AttributionType.DIRECT


def test_no_bare_key_acts_while_a_text_field_has_the_focus(qtbot, window):
    session = window.session
    details = window.bench.details
    for field in (
        window.bench.top.search,
        details.tag,
        details.speaker,
        details.note,
        details.verdict.lineEdit(),
    ):
        field.setFocus()
        assert field.hasFocus()
        before = (session.quote_id, session.project.changed_counter)
        for spec in SPECS:
            if spec.keys and bare(spec.keys) and len(spec.keys) == 1:
                press(window, spec.keys)
        type_text(field, "ءؤىتن")
        assert (session.quote_id, session.project.changed_counter) == before
        if isinstance(field, QLineEdit):
            assert "ءؤىتن" in field.text()
        field.clear()
        window.bench.reader.view.setFocus()
    details.note._pause.stop()
    settle(qtbot, window)


def test_the_palette_finds_a_command_by_some_letters_and_runs_it(qtbot, spoken):
    press(spoken, "Ctrl+K")
    palette = spoken.findChild(Palette)
    assert palette.isVisible()
    assert palette.list.count() > 20
    assert palette.focusWidget() is palette.field
    type_text(palette.field, "جدول" if spoken.settings.language == "ar" else "table")
    assert palette.list.currentItem().data(Qt.ItemDataRole.UserRole) == "view.table"
    QApplication.sendEvent(palette.field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NONE))
    assert spoken.bench.tab == "table"


def test_keys_are_written_as_they_are_beside_words_of_either_language(spoken):
    for spec in SPECS:
        action, keys = spoken.actions_[spec.id], spoken.actions_.keys(spec.id)
        _, _, beside = action.text().partition("\t")
        # In a line that runs from the right ] would be drawn as [, and Ctrl++ as ++Ctrl.
        written_by_qt = keys[-1:].isalnum() and not bare(spec.keys)
        assert beside == (isolate(keys) if keys and not written_by_qt else ""), spec.id
        if keys and spec.group != "edit":  # undo and redo also say what
            assert action.toolTip().endswith(f"({isolate(keys)})")
        assert isolate("") not in action.toolTip()


def test_the_sheet_of_keys_names_every_key(qtbot, spoken):
    press(spoken, "F1")
    sheet = spoken.findChild(KeysDialog)
    shown = {
        label.text()
        for label in sheet.findChildren(type(sheet.findChild(object, "key")))
        if label.objectName() == "key"
    }
    for spec in SPECS:
        if spec.keys:
            native = QKeySequence(spec.keys).toString(QKeySequence.SequenceFormat.NativeText)
            assert native in shown
    sheet.close()


def test_panes_are_visited_in_reading_order(qtbot, spoken):
    bench = spoken.bench
    bench.top.search.setFocus()
    visited = []
    for _ in range(4):
        press(spoken, "F6")
        visited.append(spoken.focusWidget())
    assert visited == [bench.sources.tree, bench.reader.view, bench.details.speaker, bench.top.search]
    centres = [
        pane.mapTo(spoken, pane.rect().center()).x() for pane in (bench.sources, bench.pages, bench.details)
    ]
    backwards = [one > other for one, other in pairwise(centres)]
    assert backwards == [spoken.settings.language == "ar"] * 2
