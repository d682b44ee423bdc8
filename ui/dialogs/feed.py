"""What a feed lists, to be ticked; only what is ticked is fetched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from quotetrack.readers import FeedEntry
from quotetrack.text import fold
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.dialogs.lists import TickedDirection
from ui.language import direction_of, isolate
from ui.models.arrivals import plain_tip
from ui.widgets.basic import button, label

_TITLE, _DAY = 0, 1
_LINE = 36
_ENTRY = Qt.ItemDataRole.UserRole


class FeedDialog(Dialog):
    """A list with a box before each line, newest first as the feed has them."""

    def __init__(self, desk: Desk, parent: QWidget, name: str, entries: Sequence[FeedEntry]) -> None:
        outlet = next((entry.outlet for entry in entries if entry.outlet), "")
        super().__init__(parent, self.tr("Choose from the feed"), width=760)
        self._desk = desk
        self._about = desk.tongue.join((outlet, name))
        self._summary = label("", "muted", wrap=True)
        self.column.addWidget(self._summary)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Show only headlines with these words"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(button(self.tr("All"), lambda: self._tick_all(Qt.CheckState.Checked)))
        row.addWidget(button(self.tr("None"), lambda: self._tick_all(Qt.CheckState.Unchecked)))
        self.column.addLayout(row)
        self.list = self._filled(entries)
        self.column.addWidget(self.list, 1)
        self._words = label("", "small", wrap=True, selectable=True)
        self._words.setMinimumHeight(58)
        self._words.setAlignment(self._words.alignment() | Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self._words)
        whole = sum(entry.whole for entry in entries)
        own = self.tr("Fetch nothing: take the feed's own text (whole articles: {})")
        self.as_given = QCheckBox(own.format(desk.tongue.number(whole)))
        self.as_given.toggled.connect(lambda _on: self._tell())
        self.column.addWidget(self.as_given)
        self.add_buttons("")
        self.list.itemChanged.connect(lambda *_: self._tell())
        self.list.currentItemChanged.connect(lambda now, _before: self._show(now))
        self.list.setCurrentIndex(self.list.model().index(0, _TITLE))
        self._tell()

    def _filled(self, entries: Sequence[FeedEntry]) -> QTreeWidget:
        made = QTreeWidget()
        made.setObjectName("framed")
        made.setAccessibleName(self.tr("Articles of the feed"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAllColumnsShowFocus(True)
        made.setMinimumHeight(300)
        made.setItemDelegate(TickedDirection(made))
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHeaderLabels([self.tr("Headline"), self.tr("Date")])
        for entry in entries:
            line = QTreeWidgetItem([" ".join(entry.title.split()), self._desk.tongue.date(entry.published)])
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(_TITLE, Qt.CheckState.Unchecked)
            line.setData(_TITLE, _ENTRY, entry)
            line.setSizeHint(_TITLE, QSize(0, _LINE))
            line.setToolTip(_TITLE, plain_tip(entry.link))
            made.addTopLevelItem(line)
        header = made.header()
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        made.setColumnWidth(_DAY, 150)
        return made

    def _lines(self) -> list[QTreeWidgetItem]:
        lines = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [line for line in lines if line is not None]

    def _narrow(self, text: str) -> None:
        wanted = fold(text).split()
        for line in self._lines():
            words = fold(line.text(_TITLE))
            line.setHidden(not all(word in words for word in wanted))

    def _tick_all(self, state: Qt.CheckState) -> None:
        for line in self._lines():
            if not line.isHidden():
                line.setCheckState(_TITLE, state)

    def _show(self, line: QTreeWidgetItem | None) -> None:
        entry = line.data(_TITLE, _ENTRY) if line is not None else None
        text = entry.summary if isinstance(entry, FeedEntry) else ""
        self._words.setText(" ".join(text.split())[:260])
        side = Qt.AlignmentFlag.AlignRight
        if direction_of(text) is Qt.LayoutDirection.LeftToRight:
            side = Qt.AlignmentFlag.AlignLeft
        self._words.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)

    def ticked(self) -> list[FeedEntry]:
        """What is ticked, in the order of the feed, also where a search hides it."""
        return [
            line.data(_TITLE, _ENTRY)
            for line in self._lines()
            if line.checkState(_TITLE) is Qt.CheckState.Checked
        ]

    def _tell(self) -> None:
        count = len(self.ticked())
        tongue = self._desk.tongue
        chosen = self.tr("Chosen: {}").format(tongue.number(count))
        self._summary.setText(f"{self._about}\n{isolate(chosen)}")
        text = self.tr("Take %n article(s)", "", count)
        if not self.as_given.isChecked():
            text = self.tr("Fetch %n page(s)", "", count)
        self.accept_button.setText(tongue.digits(text))
        self.accept_button.setEnabled(bool(count))
