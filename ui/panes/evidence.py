"""The evidence of the chosen quote: each piece to open, to change and to remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from quotetrack import operations as ops
from quotetrack.store.records import Evidence, Quote
from ui.desk import Desk
from ui.language import isolate
from ui.widgets.basic import emptied, label


class EvidenceList(QWidget):
    """A line for each piece."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_of(self, quote: Quote) -> None:
        """Show what there is for `quote`."""
        emptied(self._column)
        for piece in quote.evidence:
            self._column.addWidget(self._line(quote, piece))
        self.setVisible(bool(quote.evidence))

    def _line(self, quote: Quote, piece: Evidence) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        title = piece.title or piece.link
        row.addWidget(label(self._desk.tongue.join((title, piece.note)), wrap=True, selectable=True), 1)
        name = isolate(title or piece.note)
        link = QUrl(piece.link)
        if link.scheme() in {"http", "https"}:
            self._add_tool(
                row, "link", self.tr("Open the evidence {}").format(name),
                lambda: QDesktopServices.openUrl(link),
            )  # fmt: skip
        self._add_tool(
            row, "edit", self.tr("Change the evidence {}").format(name),
            lambda: self._desk.beside.show("evidence", (quote.id, piece.id)),
        )  # fmt: skip
        self._add_tool(
            row, "close", self.tr("Remove the evidence {}").format(name),
            lambda: self._desk.session.writing.perform(ops.RemoveEvidence(quote.id, piece.id)),
        )  # fmt: skip
        return whole

    def _add_tool(self, row: QHBoxLayout, icon: str, words: str, pressed: Callable[[], object]) -> None:
        tool = QToolButton()
        tool.setIcon(self._desk.icon(icon, "muted"))
        tool.setIconSize(QSize(14, 14))
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        tool.clicked.connect(lambda _checked=False: pressed())
        row.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
