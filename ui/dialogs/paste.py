"""A text that the user pastes, with what is known about it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from quotetrack.article import Article, OriginKind
from quotetrack.errors import QuotetrackError
from quotetrack.readers import read_clipboard
from ui.desk import Desk
from ui.dialogs.article import ArticleFields
from ui.dialogs.base import Dialog
from ui.theme import article_font
from ui.widgets.basic import label

_PAUSE = 300
"""Milliseconds after the last change until the text is looked at for headline, outlet and date."""


class PasteDialog(Dialog):
    """Takes a text that the user pastes, with what is known about it."""

    def __init__(self, desk: Desk, parent: QWidget | None, text: str = "") -> None:
        super().__init__(
            parent,
            self.tr("Paste an article"),
            self.tr("The first line may be the headline. Everything here can be changed later."),
            width=640,
        )
        self._desk = desk
        self.text = QPlainTextEdit(text)
        self.text.setFont(article_font(95))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(260)
        self.text.setPlaceholderText(self.tr("Paste the text of the article here"))
        self.text.setAccessibleName(self.tr("Text of the article"))
        self.column.addWidget(self.text, 1)
        self.fields = ArticleFields(desk)
        self.column.addWidget(self.fields)
        self._trouble = label("", "warning", wrap=True)
        self._trouble.hide()
        self.column.addWidget(self._trouble)
        self.add_buttons(self.tr("Find the quotes"))
        self.article: Article | None = None
        self._found: dict[QLineEdit, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._fill)
        self.text.textChanged.connect(self._trouble.hide)
        self.text.textChanged.connect(self._pause.start)
        self.text.setFocus()
        self._fill()

    def _fill(self) -> None:
        """Put what the text says about itself into the fields that the user has not touched."""
        try:
            read = read_clipboard(self.text.toPlainText())
        except QuotetrackError:
            return
        fields = self.fields
        for field, said in (
            (fields.title, read.title),
            (fields.outlet, read.outlet),
            (fields.author, read.author),
            (fields.link, read.link),
        ):
            if field.text() == self._found.get(field, ""):
                self._found[field] = said
                field.setText(said)
                field.setCursorPosition(0)
        if read.published is not None and not fields.dated.isChecked():
            fields.dated.setChecked(True)
            fields.day.setDate(QDate(read.published.year, read.published.month, read.published.day))

    def accept(self) -> None:
        """Take the text, or say what is wrong with it."""
        if self._pause.isActive():
            self._pause.stop()
            self._fill()
        try:
            read = read_clipboard(self.text.toPlainText())
        except QuotetrackError as problem:
            self._trouble.setText(self._desk.tongue.explain(problem))
            self._trouble.show()
            return
        made = self.fields.filled(read)
        self.article = replace(
            made, title=made.title or read.title, origin=replace(read.origin, kind=OriginKind.CLIPBOARD)
        )
        super().accept()
