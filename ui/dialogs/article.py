"""What is known about an article: title, outlet, author, date and link."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QWidget

from quotetrack.article import Article
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.widgets.day_field import DayField


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
        self.date = DayField(desk.tongue, self.tr("Date"), self.tr("The date is known"))
        rows = (
            (self.tr("Title"), self.title),
            (self.tr("Outlet"), self.outlet),
            (self.tr("Author"), self.author),
        )
        for word, field in rows:
            form.addRow(word, field)
            field.setAccessibleName(word)
        form.addRow(self.tr("Date"), self.date)
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
        self.date.set_value(article.published)

    def filled(self, article: Article) -> Article:
        """`article` with what the fields say."""
        return replace(
            article,
            title=self.title.text().strip(),
            outlet=self.outlet.text().strip(),
            author=self.author.text().strip(),
            published=self.date.value(),
            link=self.link.text().strip(),
        )


class ArticleDialog(Dialog):
    """Changes what is known about an article of the project."""

    def __init__(self, desk: Desk, parent: QWidget | None, article: Article) -> None:
        super().__init__(
            parent, self.tr("Article details"), self.tr("The text itself stays as it was imported.")
        )
        self.fields = ArticleFields(desk, article)
        self.column.addWidget(self.fields)
        self.add_buttons(self.tr("Save"))
