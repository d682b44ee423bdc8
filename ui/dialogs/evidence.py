"""A link, a title and a note that support or contradict a quote."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from quotetrack.store.records import Evidence
from ui.dialogs.base import Dialog


class EvidenceDialog(Dialog):
    """Asks for one piece of evidence, or for what is otherwise about a `known` one."""

    def __init__(self, parent: QWidget, known: Evidence | None = None) -> None:
        super().__init__(parent, self.tr("Evidence"), self.tr("What supports or contradicts this quote?"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        self.link, self.title, self.note = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.note.setFixedHeight(90)
        self.note.setTabChangesFocus(True)
        self.link.setPlaceholderText("https://")
        for word, field in (
            (self.tr("Link"), self.link),
            (self.tr("Title"), self.title),
            (self.tr("Note"), self.note),
        ):
            form.addRow(word, field)
            field.setAccessibleName(word)
        self.column.addLayout(form)
        if known is not None:
            self.link.setText(known.link)
            self.title.setText(known.title)
            self.note.setPlainText(known.note)
        self.add_buttons(self.tr("Add") if known is None else self.tr("Save"))
        for field in (self.link, self.title, self.note):
            field.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        self.accept_button.setEnabled(any(self.values()))

    def values(self) -> tuple[str, str, str]:
        """Link, title and note."""
        return self.link.text().strip(), self.title.text().strip(), self.note.toPlainText().strip()
