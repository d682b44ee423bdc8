"""The table of quotes: columns that the user chooses, orders, sizes and sorts."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QTableView,
    QWidget,
)

from ui.desk import Desk
from ui.keys import types
from ui.language import translated
from ui.models.quotes import COLUMNS, QuotesModel
from ui.widgets.basic import EmptyState, button
from ui.widgets.cells import QuoteCells

ROW_HEIGHT = 38
_STATE = "table-v1"


class QuotesTable(QTableView):
    """The view; keys that mean an action go to the window."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The style sheet takes this away. What lets nothing through is moved when it is scrolled, and only
        # the rows that come into sight are drawn.
        self.viewport().setAutoFillBackground(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acting = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_F2}
        if types(event) or event.key() in acting:
            event.ignore()
        else:
            super().keyPressEvent(event)


class TablePane(QWidget):
    """The table, or what to do where it is empty."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._following = False
        self.model = QuotesModel(desk)
        self.table = QuotesTable()
        self.table.setAccessibleName(self.tr("Table of quotes"))
        self._dress()
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        # To draw a heading Qt asks whether all rows of its column are selected, one by one.
        header.setSelectionModel(QItemSelectionModel(self.model, header))
        self._restore()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing_shown())
        self._stack.addWidget(self._nothing_yet())
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.doubleClicked.connect(lambda _index: desk.actions["view.context"].trigger())
        desk.session.quote_changed.connect(self._follow)
        desk.session.returned.connect(self._show_sort)
        desk.session.shown.filter_changed.connect(self._show_sort)
        self.model.modelReset.connect(self._show_sort)
        self.model.modelReset.connect(self._after_reset)
        desk.session.shown.facets_changed.connect(self._after_reset)
        self._after_reset()

    def _dress(self) -> None:
        table = self.table
        table.setItemDelegate(QuoteCells(self._desk, table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._column_menu)
        header.setStretchLastSection(True)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._row_menu)

    def _restore(self) -> None:
        header = self.table.horizontalHeader()
        stored = self._desk.settings.state(_STATE)
        if stored is None or not header.restoreState(stored):
            for index, column in enumerate(COLUMNS):
                header.resizeSection(index, column.width)
                header.setSectionHidden(index, not column.shown)
        header.setStretchLastSection(True)
        self.table.setSortingEnabled(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        self._show_sort()
        header.sortIndicatorChanged.connect(self.model.sort)

    def _show_sort(self) -> None:
        sort = self._desk.session.shown.sort
        place = next((index for index, column in enumerate(COLUMNS) if column.sort is sort.by), -1)
        order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(place, order)

    def keep(self) -> None:
        """Remember the columns for the present direction."""
        self._desk.settings.keep_state(_STATE, self.table.horizontalHeader().saveState())

    def _nothing_shown(self) -> QWidget:
        clear = self._desk.actions["filter.clear"]
        return EmptyState(
            self.tr("No quote meets these conditions"),
            self.tr("Take away a filter or look for other words."),
            [button(self._desk.actions.label("filter.clear"), clear.trigger)],
        )

    def _nothing_yet(self) -> QWidget:
        actions = self._desk.actions
        names = ("project.import", "project.paste")
        return EmptyState(
            self.tr("There are no quotes yet"),
            self.tr("Open or paste an article: every quote in it becomes a row here."),
            [button(actions.label(name), actions[name].trigger) for name in names],
        )

    # --- choosing --------------------------------------------------------------------------------

    def _after_reset(self) -> None:
        if not self.table.selectionModel().hasSelection():
            # Qt lets a selection go without a word when the rows are others.
            self._desk.session.set_selection(array("q"))
        empty = 1 if self._desk.session.shown.filtered else 2
        # A table that is shown with the focus and without a current row would choose its first.
        self._follow()
        self._stack.setCurrentIndex(0 if self.model.rowCount() else empty)
        self.table.scrollTo(self.table.currentIndex())

    def _follow(self) -> None:
        quote = self._desk.session.quote_id
        row = self.model.row_of(quote) if quote is not None else None
        if row is None or row == self.table.currentIndex().row():
            return
        self._following = True
        index = self.model.index(row, max(0, self.table.currentIndex().column()))
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, rows)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._following = False

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._following and current.isValid():
            self._desk.session.select(self.model.id_at(current.row()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_selection()

    def hideEvent(self, event: QHideEvent) -> None:
        # Rows that are out of sight are not to be decided about; they are selected still on coming back.
        super().hideEvent(event)
        if not event.spontaneous():
            self._desk.session.set_selection(array("q"))

    def _selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if self.isVisible():
            self._tell_selection()

    def _tell_selection(self) -> None:
        selected = self.table.selectionModel().selection()
        ranges = [selected.at(number) for number in range(selected.count())]
        stretches = {(each.top(), each.bottom()) for each in ranges}
        self._desk.session.set_selection(self.model.ids_in(sorted(stretches)))

    # --- menus -----------------------------------------------------------------------------------

    def _row_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        for name in ("review.confirm", "review.reject", "review.check", "", "correct.speaker", "review.tag",
                     "review.verdict", "", "edit.copy", "view.context", "correct.delete"):  # fmt: skip
            if name:
                menu.addAction(self._desk.actions[name])
            else:
                menu.addSeparator()
        menu.exec(self.table.viewport().mapToGlobal(point))

    def column_menu(self) -> QMenu:
        """The menu that chooses which columns are shown."""
        menu = QMenu(self)
        header = self.table.horizontalHeader()
        for index, column in enumerate(COLUMNS):
            action = QAction(translated("columns", column.heading), menu, checkable=True)
            action.setChecked(not header.isSectionHidden(index))
            action.setEnabled(column.key != "quote")
            action.toggled.connect(lambda on, place=index: header.setSectionHidden(place, not on))
            menu.addAction(action)
        return menu

    def _column_menu(self, point: QPoint) -> None:
        self.column_menu().exec(self.table.horizontalHeader().mapToGlobal(point))
