"""A list of any length is laid out in pieces; the line that is gone to comes into sight all the same."""

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from ui.widgets.long_list import AT_ONCE, LongList

LINES = 20 * AT_ONCE


class Lines(QAbstractListModel):
    """Numbered lines, and how often Qt has asked for one."""

    def __init__(self):
        super().__init__()
        self.asked = 0

    def rowCount(self, parent=QModelIndex()):  # noqa: B008 - Qt's own
        self.asked += 1
        return 0 if parent.isValid() else LINES

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None

    def fill_anew(self):
        self.beginResetModel()
        self.endResetModel()


@pytest.fixture
def listed(qtbot):
    made, model = LongList(), Lines()
    qtbot.addWidget(made)
    made.resize(200, 400)
    made.setModel(model)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("row", [0, 700, LINES * 3 // 4, LINES - 1])
def test_a_line_comes_into_sight_and_no_turn_asks_for_all(qtbot, listed, row):
    model = listed.model()
    model.fill_anew()
    model.asked = 0
    listed.go_to(model.index(row, 0))
    turns = [model.asked]

    def in_sight():
        model.asked = 0
        QApplication.processEvents()
        turns.append(model.asked)
        place = listed.visualRect(model.index(row, 0))
        return place.isValid() and listed.viewport().rect().contains(place)

    qtbot.waitUntil(in_sight)
    assert listed.currentIndex().row() == row
    assert max(turns) < 5 * AT_ONCE


def test_who_scrolls_afterwards_is_not_brought_back(qtbot, listed):
    model = listed.model()
    listed.go_to(model.index(LINES - 1, 0))
    bar = listed.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    bar.setValue(0)
    listed.resize(200, 500)
    QApplication.processEvents()
    assert bar.value() == 0
