"""What happened to each file of an import."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QTableView, QWidget

from quotetrack.errors import QuotetrackError
from quotetrack.importing import Outcome, Report, Result
from quotetrack.readers import label
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.dialogs.lists import dress
from ui.language import isolate, led
from ui.models.arrivals import plain_tip, short_name
from ui.widgets.basic import label as word_label
from ui.widgets.cells import OwnDirection

_SIGNS = {Outcome.IMPORTED: "✓", Outcome.DUPLICATE: "○", Outcome.FAILED: "✕", Outcome.CANCELLED: "–"}
_ROOT = QModelIndex()
_FEW = 200
"""Rows up to which each is made as high as its words need."""
NAME, OUTCOME, WORDS, KIND, SIZE, ENCODING, QUALITY = range(7)
_WIDTHS = {NAME: 170, OUTCOME: 140, WORDS: 330, KIND: 104, SIZE: 74, ENCODING: 124, QUALITY: 72}


class ResultsModel(QAbstractTableModel):
    """A row for each article or file that gave none."""

    def __init__(self, desk: Desk, results: tuple[Result, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._results = results

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._results)

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return len(_WIDTHS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("File"), self.tr("Result"), self.tr("Article, or what to do"), self.tr("Kind"),
            self.tr("Size"), self.tr("Encoding"), self.tr("Quality"),
        )[section]  # fmt: skip

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.text(index.row(), index.column()))
        return self.text(index.row(), index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def text(self, row: int, column: int) -> str:
        """The words of a cell."""
        result, tongue = self._results[row], self._desk.tongue
        if column == WORDS:
            return self._words(result)
        read = result.outcome is not Outcome.FAILED
        return {
            NAME: short_name(result.name, part=True),
            OUTCOME: self._outcome(result),
            KIND: tongue.message(f"readers.format.{result.format}") if result.format else "",
            SIZE: tongue.size(result.size),
            ENCODING: label(result.encoding),
            QUALITY: tongue.percent(result.quality) if read and result.encoding + result.title else "",
        }[column]

    def _outcome(self, result: Result) -> str:
        tongue = self._desk.tongue
        word = tongue.message(f"importing.outcome.{result.outcome.value}")
        return led(f"{_SIGNS[result.outcome]}  {word}", right_to_left=tongue.right_to_left)

    def _words(self, result: Result) -> str:
        tongue = self._desk.tongue
        found = self.tr("%n quote(s)", "", result.quotes) if result.outcome is Outcome.IMPORTED else ""
        same = self._title(result.duplicate_of) if result.duplicate_of is not None else ""
        if same and same != result.title:
            found = self.tr("the same as {}").format(same)
        lines = [tongue.digits(tongue.join((result.title, found)))]
        if result.error is not None:
            lines.append(tongue.explain(result.error))
        lines.extend(tongue.message(key) for key in result.warnings)
        return "\n".join(filter(None, lines))

    def _title(self, article: int) -> str:
        project = self._desk.session.project
        rows = project.articles.rows([article]) if project is not None else ()
        return " ".join(rows[0].title.split()) if rows else ""


class ResultsDialog(Dialog):
    """A line for each article or file: imported, known already, or why not and what to do."""

    def __init__(self, desk: Desk, parent: QWidget, report: Report) -> None:
        super().__init__(
            parent, self.tr("What happened to each file"), self._summary(desk, report), width=1000
        )
        self._desk = desk
        self._report = report
        self.model = ResultsModel(desk, report.results, self)
        self.table = self._table()
        self.column.addWidget(self.table, 1)
        self._saved = word_label("", "muted", wrap=True)
        self._saved.hide()
        self.column.addWidget(self._saved)
        box = self.add_buttons(self.tr("Close"), cancel=False)
        save = box.addButton(self.tr("Save the report…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.clicked.connect(lambda _checked=False: self._save())

    def anew(self, desk: Desk, window: QWidget) -> ResultsDialog:
        return ResultsDialog(desk, window, self._report)

    def _summary(self, desk: Desk, report: Report) -> str:
        tongue = desk.tongue
        counted = (
            self.tr("%n article(s) imported", "", report.count(Outcome.IMPORTED)),
            self.tr("%n article(s) already in the project", "", report.count(Outcome.DUPLICATE)),
            self.tr("%n file(s) not read", "", report.count(Outcome.FAILED)),
            self.tr("%n not reached", "", report.count(Outcome.CANCELLED)),
        )
        shown = [text for text, each in zip(counted, Outcome, strict=True) if report.count(each)]
        stopped = [tongue.explain(report.stopped)] if report.stopped else []
        return tongue.digits(tongue.join([*shown, *stopped]))

    def _table(self) -> QTableView:
        table = QTableView()
        dress(table, self.tr("Results"))
        table.setModel(self.model)
        table.setItemDelegate(OwnDirection(table))
        header = table.horizontalHeader()
        header.setMinimumSectionSize(48)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(320)
        if self.model.rowCount() <= _FEW:
            table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _save(self) -> None:
        path = self._desk.asking.target(
            self.tr("Save the report"),
            self.tr("Import report") + ".csv",
            self.tr("CSV (*.csv);;JSON (*.json)"),
        )
        if path is None:
            return
        try:
            self._report.save(path, self._desk.tongue.language)
        except QuotetrackError as problem:
            self._saved.setText(self._desk.tongue.explain(problem))
        else:
            self._saved.setText(self.tr("Report saved as {}").format(isolate(path.name)))
            self.accept_button.setFocus()
        self._saved.show()
