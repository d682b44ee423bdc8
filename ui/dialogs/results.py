"""What happened to each file of an import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from quotetrack.importing import Outcome, Report, Result
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.language import isolate, led
from ui.panes.table import OwnDirection

_SIGNS = {Outcome.IMPORTED: "✓", Outcome.DUPLICATE: "○", Outcome.FAILED: "✕", Outcome.CANCELLED: "–"}


class ResultsDialog(Dialog):
    """A line for each article or file: imported, known already, or why not and what to do."""

    def __init__(self, desk: Desk, parent: QWidget, report: Report) -> None:
        super().__init__(
            parent, self.tr("What happened to each file"), self._summary(desk, report), width=820
        )
        self._desk = desk
        self._report = report
        self.table = self._filled(report.results)
        self.column.addWidget(self.table, 1)
        box = self.add_buttons(self.tr("Close"), cancel=False)
        save = box.addButton(self.tr("Save the report…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.clicked.connect(lambda _checked=False: self._save())

    def _summary(self, desk: Desk, report: Report) -> str:
        tongue = desk.tongue
        counted = (
            self.tr("%n article(s) imported", "", report.count(Outcome.IMPORTED)),
            self.tr("%n article(s) already in the project", "", report.count(Outcome.DUPLICATE)),
            self.tr("%n file(s) not read", "", report.count(Outcome.FAILED)),
        )
        shown = [text for text, each in zip(counted, Outcome, strict=False) if report.count(each)]
        stopped = [tongue.explain(report.stopped)] if report.stopped else []
        return tongue.digits(tongue.join([*shown, *stopped]))

    def _filled(self, results: tuple[Result, ...]) -> QTableWidget:
        table = QTableWidget(len(results), 3)
        table.setAccessibleName(self.tr("Results"))
        table.setItemDelegate(OwnDirection(table))
        table.setHorizontalHeaderLabels(
            [self.tr("File"), self.tr("Result"), self.tr("Article, or what to do")]
        )
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        table.setColumnWidth(0, 190)
        table.setColumnWidth(1, 150)
        table.setMinimumHeight(300)
        for row, result in enumerate(results):
            for column, text in enumerate(
                (Path(result.name).name, self._outcome(result), self._words(result))
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(row, column, item)
        if len(results) <= 200:
            table.resizeRowsToContents()
        return table

    def _outcome(self, result: Result) -> str:
        tongue = self._desk.tongue
        word = tongue.message(f"importing.outcome.{result.outcome.value}")
        return led(f"{_SIGNS[result.outcome]}  {word}", right_to_left=tongue.right_to_left)

    def _words(self, result: Result) -> str:
        tongue = self._desk.tongue
        found = self.tr("%n quote(s)", "", result.quotes) if result.outcome is Outcome.IMPORTED else ""
        lines = [tongue.digits(tongue.join((result.title, found)))]
        if result.error is not None:
            lines.append(tongue.explain(result.error))
        lines.extend(tongue.message(key) for key in result.warnings)
        return "\n".join(filter(None, lines))

    def _save(self) -> None:
        path = self._desk.asking.target(
            self.tr("Save the report"),
            self.tr("Import report") + ".csv",
            self.tr("CSV (*.csv);;JSON (*.json)"),
        )
        if path is not None:
            self._report.save(path, self._desk.tongue.language)
            self.accept_button.setFocus()
            self.setWindowTitle(self.tr("Report saved as {}").format(isolate(path.name)))
