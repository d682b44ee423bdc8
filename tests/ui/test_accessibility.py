"""What a screen reader is told, and what the keyboard alone reaches, in every pane and dialog."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QScrollArea, QWidget

from quotetrack.detection.records import SpeakerKind
from quotetrack.operations import Tag
from tests.ui.dialogs import DIALOGS, show_dialog
from tests.ui.hands import settle
from ui.dialogs.base import Dialog
from ui.workbench import TABS

ROLE = QAccessible.Role
ACTED_ON = {
    ROLE.PushButton, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.RadioButton, ROLE.ComboBox, ROLE.EditableText,
    ROLE.SpinBox, ROLE.List, ROLE.Table, ROLE.Tree, ROLE.PageTab, ROLE.PageTabList, ROLE.MenuItem,
    ROLE.MenuBar, ROLE.Dialog, ROLE.ProgressBar, ROLE.Document, ROLE.Link,
}  # fmt: skip
"""Roles of what a person acts on or reads: each has a name."""
FRAMES = {ROLE.ScrollBar, ROLE.Grip, ROLE.Separator, ROLE.Indicator}
CELLS = {ROLE.Cell, ROLE.ListItem, ROLE.TreeItem, ROLE.ColumnHeader, ROLE.RowHeader}


def tree(interface, depth=0):
    """An accessible object and everything under it that is to be seen."""
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    if interface.role() in FRAMES or depth > 12:
        return
    for number in range(min(interface.childCount(), 200)):
        yield from tree(interface.child(number), depth + 1)


def read(widget):
    """Everything that a screen reader finds in `widget`."""
    return list(tree(QAccessible.queryAccessibleInterface(widget)))


def name_of(interface):
    return interface.text(QAccessible.Text.Name).strip()


def what(interface):
    """How to call an object that fails."""
    widget = interface.object()
    return interface.role(), type(widget).__name__, widget.objectName() if widget else "", name_of(interface)


def own_words(interface):
    """Whether the name of an object is the window's own, and not what a person wrote or a sign."""
    return interface.role() in ACTED_ON and any(letter.isalpha() for letter in name_of(interface))


def is_arabic(text):
    """Whether a name is Arabic, or the same in every language."""
    if text in {"English", "123", "quotetrack"}:
        return True
    return any("\u0621" <= letter <= "\u064a" for letter in text)


def check_names(widget, language):
    found = read(widget)
    assert len(found) > 2
    nameless = [what(each) for each in found if each.role() in ACTED_ON and not name_of(each)]
    assert not nameless
    # A label is told by its own words, not by what stands above it.
    labels = [each for each in found if isinstance(each.object(), QLabel) and each.object().text()]
    assert [what(each) for each in labels if each.object().text() not in name_of(each)] == []
    if language == "ar":
        foreign = [what(each) for each in found if own_words(each) and not is_arabic(name_of(each))]
        assert foreign == []
    return found


@pytest.mark.parametrize("tab", TABS)
def test_everything_in_the_window_has_a_name(qtbot, spoken, tab):
    spoken.actions_[f"view.{tab}"].trigger()
    settle(qtbot, spoken)
    found = check_names(spoken, spoken.settings.language)
    roles = {each.role() for each in found}
    assert {
        ROLE.MenuItem,
        ROLE.PageTab,
        ROLE.EditableText,
        ROLE.PushButton,
        ROLE.ComboBox,
        ROLE.Tree,
    } <= roles


@pytest.mark.parametrize("name", DIALOGS)
def test_everything_in_a_dialog_has_a_name(qtbot, spoken, tmp_path, name):
    dialog = show_dialog(qtbot, spoken, name, tmp_path)
    found = check_names(dialog, spoken.settings.language)
    assert found[0].role() == ROLE.Dialog
    dialog.close()


def test_no_dialog_is_left_out():
    kinds = {kind.__name__ for one in Dialog.__subclasses__() for kind in one.__subclasses__() or [one]}
    assert kinds | {"Palette"} == set(DIALOGS)


def test_tables_trees_and_lists_tell_their_cells(qtbot, spoken):
    told = {}
    for tab in ("table", "speakers"):
        spoken.actions_[f"view.{tab}"].trigger()
        settle(qtbot, spoken)
        for each in read(spoken.bench):
            if each.role() in CELLS:
                told.setdefault(name_of(each.parent()), []).append(name_of(each))
    bench, quote = spoken.bench, spoken.session.quote()
    assert quote.speaker.name in told[bench.table.table.accessibleName()]
    sources = told[bench.sources.tree.accessibleName()]
    assert any(quote.speaker.name in each and any(map(str.isdigit, each)) for each in sources)
    speakers = told[bench.speakers.list.accessibleName()]
    assert any(quote.speaker.name in each and any(map(str.isdigit, each)) for each in speakers)
    # Rows outside the window's edge are told, too; an empty cell is empty on the screen as well.
    for words in told.values():
        assert sum(map(bool, words)) >= len(words) * 0.6


def test_the_article_and_its_quotes_are_told(qtbot, spoken):
    view = spoken.bench.reader.view
    words = QAccessible.queryAccessibleInterface(view).textInterface()
    text = words.text(0, words.characterCount())
    assert spoken.session.quote().quote[:20] in text
    assert "\u2029" in text or "\n" in text


def test_bars_of_a_chart_are_told_and_picked_by_keys(qtbot, spoken):
    spoken.actions_["view.charts"].trigger()
    settle(qtbot, spoken)
    chart = spoken.bench.charts.cards["outlets"].chart
    chart.setFocus()
    first = QAccessible.queryAccessibleInterface(chart).text(QAccessible.Text.Name)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    second = QAccessible.queryAccessibleInterface(chart).text(QAccessible.Text.Name)
    assert first != second
    assert chart._labels[1].strip("\u200e\u200f") in second
    wanted = chart._bars[1]
    QTest.keyClick(chart, Qt.Key.Key_Return)
    settle(qtbot, spoken)
    assert spoken.session.shown.filter.outlets == wanted.conditions[0][1]
    assert len(spoken.session.shown.ids) == wanted.value


# --- by keyboard alone ---------------------------------------------------------------------------


def chain(top):
    """What Tab visits, from what has the focus until it is there again."""
    seen = [top.focusWidget()]
    for _ in range(200 if len(set(reachable(top))) > 1 else 0):
        QTest.keyClick(top.focusWidget(), Qt.Key.Key_Tab)
        if top.focusWidget() is seen[-1]:
            continue  # a date has three parts
        if top.focusWidget() in seen:
            assert top.focusWidget() is seen[0]
            return seen
        seen.append(top.focusWidget())
        QApplication.processEvents()
        assert in_sight(seen[-1]), seen[-1]  # it was scrolled to
    assert len(seen) == 1, (seen[-1], seen[-1].accessibleName())
    return seen


def in_sight(widget):
    """Whether some of `widget` is to be seen; a view is covered by its viewport."""
    seen = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    return not seen.visibleRegion().isEmpty()


def reachable(top):
    """What Tab should visit; of the buttons of one group Qt visits the one that is down."""
    for widget in top.findChildren(QWidget):
        group = getattr(widget, "group", lambda: None)()
        if (
            widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.window() is top and widget.focusProxy() is None and "qt_" not in widget.objectName()
            and not (group is not None and group.exclusive() and group.checkedButton() not in {None, widget})
        ):  # fmt: skip
            yield widget


def check_order(top, visited, mirrored):
    """Each stop is below the one before, or beside it in reading direction, or in another column."""

    def box(widget):
        start = widget.mapTo(top, QPoint(0, 0))
        left, right = start.x(), start.x() + widget.width()
        sides = (top.width() - right, top.width() - left) if mirrored else (left, right)
        return *sides, start.y(), start.y() + widget.height()

    # What is scrolled out of sight has no place on the screen.
    for one, two in pairwise(each for each in visited if in_sight(each)):
        start1, end1, top1, bottom1 = box(one)
        start2, end2, top2, bottom2 = box(two)
        if min(bottom1, bottom2) - max(top1, top2) > 4:
            assert start2 >= start1, (one, two)
        elif min(end1, end2) - max(start1, start2) > 4:
            assert top2 >= top1, (one, two)


def shown_focus(top, widget):
    """Whether `widget` looks otherwise when it has the focus."""
    pictures = []
    for wanted in (widget, next(each for each in reachable(top) if each is not widget)):
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        for area in top.findChildren(QScrollArea):
            if area.isAncestorOf(widget):
                area.ensureWidgetVisible(widget)
        QApplication.processEvents()
        rect = widget.rect().translated(widget.mapTo(top, QPoint(0, 0))).adjusted(-2, -2, 2, 2)
        pictures.append(top.grab(rect).toImage())
    return pictures[0] != pictures[1]


def check_keyboard(top, language):
    wanted = set(reachable(top))
    if top.focusWidget() not in wanted:
        next(reachable(top)).setFocus(Qt.FocusReason.TabFocusReason)
    visited = chain(top)
    assert [(each, each.accessibleName()) for each in wanted if each not in visited] == []
    if len(visited) == 1:
        return
    back = [visited[0]]
    for _ in range(200):
        QTest.keyClick(top.focusWidget(), Qt.Key.Key_Backtab)
        if top.focusWidget() is not back[-1]:
            back.append(top.focusWidget())
        if len(back) > len(visited):
            break
    assert back == [visited[0], *visited[::-1]]
    first = min(range(len(visited)), key=lambda place: visited[place].mapTo(top, QPoint(0, 0)).y())
    check_order(top, visited[first:] + visited[:first], mirrored=language == "ar")
    assert [(each, each.accessibleName()) for each in visited if not shown_focus(top, each)] == []


@pytest.mark.parametrize("name", [name for name in DIALOGS if name != "Palette"])
def test_tab_reaches_everything_in_a_dialog(qtbot, spoken, tmp_path, name):
    dialog = show_dialog(qtbot, spoken, name, tmp_path)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    check_keyboard(dialog, spoken.settings.language)
    dialog.close()


@pytest.mark.parametrize("tab", TABS)
def test_tab_reaches_everything_in_the_window(qtbot, spoken, tab):
    spoken.actions_[f"view.{tab}"].trigger()
    spoken.session.shown.narrow(kinds=frozenset(SpeakerKind))  # chips can be reached, too
    spoken.session.writing.perform(Tag((spoken.session.quote_id,), "للمتابعة"))
    settle(qtbot, spoken)
    check_keyboard(spoken, spoken.settings.language)
