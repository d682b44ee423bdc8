"""An article's title, outlet, date and link: of one that is pasted, or of one in the project."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from quotetrack.article import Article, OriginKind
from quotetrack.errors import QuotetrackError
from quotetrack.readers import read_clipboard
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.theme import article_font
from ui.widgets.basic import label


class ArticleFields(QWidget):
    """The fields of what is known about an article."""

    def __init__(self, desk: Desk, article: Article | None = None) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.title, self.outlet, self.author, self.link = (QLineEdit() for _ in range(4))
        project = desk.session.project
        if project is not None:
            known = QCompleter([outlet.name for outlet in project.outlets.list()], self.outlet)
            known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            known.setFilterMode(Qt.MatchFlag.MatchContains)
            self.outlet.setCompleter(known)
        self.dated = QCheckBox(self.tr("The date is known"))
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        # Figures alone: Qt's field would scatter a month's name among them in right-to-left text.
        self.day.setLocale(desk.tongue.number_locale)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.day.setEnabled(False)
        self.dated.toggled.connect(self.day.setEnabled)
        when = QHBoxLayout()
        when.setSpacing(12)
        when.addWidget(self.day, 1)
        when.addWidget(self.dated)
        rows = (
            (self.tr("Title"), self.title),
            (self.tr("Outlet"), self.outlet),
            (self.tr("Author"), self.author),
        )
        for word, field in rows:
            form.addRow(word, field)
            field.setAccessibleName(word)
        form.addRow(self.tr("Date"), when)
        self.day.setAccessibleName(self.tr("Date"))
        form.addRow(self.tr("Link"), self.link)
        self.link.setAccessibleName(self.tr("Link"))
        self.link.setPlaceholderText("https://")
        if article is not None:
            self._fill(article)

    def _fill(self, article: Article) -> None:
        for field, text in (
            (self.title, article.title), (self.outlet, article.outlet),
            (self.author, article.author), (self.link, article.link),
        ):  # fmt: skip
            field.setText(text)
            field.setCursorPosition(0)
        self.dated.setChecked(article.published is not None)
        if article.published is not None:
            self.day.setDate(QDate(article.published.year, article.published.month, article.published.day))

    def published(self) -> date | None:
        """The date, if it is known."""
        return cast("date", self.day.date().toPython()) if self.dated.isChecked() else None

    def filled(self, article: Article) -> Article:
        """`article` with what the fields say."""
        return replace(
            article,
            title=self.title.text().strip(),
            outlet=self.outlet.text().strip(),
            author=self.author.text().strip(),
            published=self.published(),
            link=self.link.text().strip(),
        )


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
        self.text.textChanged.connect(self._trouble.hide)
        self.text.setFocus()

    def accept(self) -> None:
        """Take the text, or say what is wrong with it."""
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


class ArticleDialog(Dialog):
    """Changes what is known about an article of the project."""

    def __init__(self, desk: Desk, parent: QWidget | None, article: Article) -> None:
        super().__init__(
            parent, self.tr("Article details"), self.tr("The text itself stays as it was imported.")
        )
        self.fields = ArticleFields(desk, article)
        self.column.addWidget(self.fields)
        self.add_buttons(self.tr("Save"))
