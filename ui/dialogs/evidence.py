"""A link, a title and a note that support or contradict a quote."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from quotetrack import operations as ops
from quotetrack.operations import KEEP
from quotetrack.store import GoneError, Project
from quotetrack.store.records import Evidence, Quote
from ui.dialogs.base import Dialog


class EvidenceDialog(Dialog):
    """Asks for one piece of evidence of a quote, or for what is otherwise about the one with the id `piece`.

    Raises:
        GoneError: the quote has no such piece.
    """

    def __init__(self, parent: QWidget, quote: Quote, piece: int | None = None) -> None:
        known = None if piece is None else _piece(quote, piece)
        super().__init__(
            parent,
            self.tr("Evidence"),
            self.tr("What supports or contradicts this quote?"),
            about=quote.quote,
        )
        self._quote = quote.id
        self._known = known
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

    def thing(self, project: Project) -> object:
        quote = project.quotes.get(self._quote)
        return None if self._known is None else _piece(quote, self._known.id)

    def operation(self) -> ops.Operation:
        """What has to be done; of a known piece only what was changed here is set."""
        if self._known is None:
            return ops.AddEvidence(self._quote, *self.values())
        before = (self._known.link, self._known.title, self._known.note)
        link, title, note = (
            KEEP if new == old else new for new, old in zip(self.values(), before, strict=True)
        )
        return ops.EditEvidence(quote=self._quote, evidence=self._known.id, link=link, title=title, note=note)


def _piece(quote: Quote, piece: int) -> Evidence:
    for known in quote.evidence:
        if known.id == piece:
            return known
    raise GoneError("store.gone_evidence")
