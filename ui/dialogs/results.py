"""What happened to each file of an import."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from quotetrack.errors import QuotetrackError
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.importing import Result
from ui.panes.table import OwnDirection


class ResultsDialog(Dialog):
    """A line for each file: imported, known already, or why not and what to do."""

    def __init__(self, desk: Desk, parent: QWidget, results: list[Result]) -> None:
        super().__init__(parent, self.tr("What happened to each file"), width=760)
        self._desk = desk
        table = QTableWidget(len(results), 2)
        table.setAccessibleName(self.tr("Results"))
        table.setItemDelegate(OwnDirection(table))
        table.setHorizontalHeaderLabels([self.tr("File"), self.tr("Result")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        table.setColumnWidth(0, 220)
        table.setMinimumHeight(280)
        for row, result in enumerate(results):
            table.setItem(row, 0, QTableWidgetItem(result.name))
            table.setItem(row, 1, QTableWidgetItem(self._words(result)))
        self.table = table
        self.column.addWidget(table, 1)
        self.add_buttons(self.tr("Close"), cancel=False)

    def _words(self, result: Result) -> str:
        tongue = self._desk.tongue
        lines: list[str] = []
        if result.articles:
            articles = self.tr("✓ %n article(s)", "", len(result.articles))
            lines.append(tongue.digits(tongue.join((articles, self.tr("%n quote(s)", "", result.quotes)))))
        if result.known:
            lines.append(
                tongue.digits(self.tr("○ %n article(s) already in the project", "", len(result.known)))
            )
        lines.extend(f"✕ {self._explained(error)}" for error in result.errors)
        lines.extend(f"! {tongue.message(key)}" for key in sorted(result.warnings))
        return "\n".join(lines)

    def _explained(self, error: QuotetrackError) -> str:
        return self._desk.tongue.explain(error)
