"""What is known about an article: title, outlet, author, date and link."""

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
    QWidget,
)

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.operations import KEEP
from quotetrack.store import Project
from ui.desk import Desk
from ui.dialogs.base import Dialog


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


class ArticleDialog(Dialog):
    """Changes what is known about an article of the project."""

    def __init__(self, desk: Desk, parent: QWidget | None, number: int, article: Article) -> None:
        super().__init__(
            parent,
            self.tr("Article details"),
            self.tr("The text itself stays as it was imported."),
            about=article.title,
        )
        self._number = number
        self._before = article
        self.fields = ArticleFields(desk, article)
        self.column.addWidget(self.fields)
        self.add_buttons(self.tr("Save"))

    def thing(self, project: Project) -> object:
        return project.articles.get(self._number).article

    def operation(self) -> ops.EditArticle:
        """What has to be done; only what was changed here is set."""
        before, now = self._before, self.fields.filled(self._before)
        return ops.EditArticle(
            article=self._number,
            title=KEEP if now.title == before.title else now.title,
            outlet=KEEP if now.outlet == before.outlet else now.outlet,
            author=KEEP if now.author == before.author else now.author,
            published=KEEP if now.published == before.published else now.published,
            link=KEEP if now.link == before.link else now.link,
        )
