"""A speaker's name, other names, kind and role; and which speakers are one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from quotetrack.detection.records import SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.store.records import StoredSpeaker
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.dialogs.lists import TickedDirection
from ui.language import isolate
from ui.widgets.basic import label


class SpeakerDialog(Dialog):
    """Changes what is known about a speaker."""

    def __init__(self, desk: Desk, parent: QWidget, speaker: StoredSpeaker) -> None:
        super().__init__(
            parent, self.tr("Speaker"), self.tr("A new name leaves the old one as another name.")
        )
        self.name, self.role, self.country = (
            QLineEdit(speaker.name),
            QLineEdit(speaker.role),
            QLineEdit(speaker.country),
        )
        self.kind = QComboBox()
        for kind in SpeakerKind:
            self.kind.addItem(desk.tongue.message(f"exports.kind.{kind.value}"), kind.value)
        self.kind.setCurrentIndex(list(SpeakerKind).index(speaker.kind))
        self.aliases = QPlainTextEdit("\n".join(speaker.aliases))
        self.aliases.setFixedHeight(92)
        self.aliases.setTabChangesFocus(True)
        self.aliases.setPlaceholderText(self.tr("One name a line"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        for word, field in (
            (self.tr("Name"), self.name),
            (self.tr("Role"), self.role),
            (self.tr("Kind"), self.kind),
            (self.tr("Country"), self.country),
            (self.tr("Other names"), self.aliases),
        ):
            form.addRow(word, field)
            field.setAccessibleName(word)
        self.column.addLayout(form)
        self.add_buttons(self.tr("Save"))
        self.name.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))

    def other_names(self) -> tuple[str, ...]:
        """The other names, without empty lines."""
        lines = (" ".join(line.split()) for line in self.aliases.toPlainText().split("\n"))
        return tuple(dict.fromkeys(line for line in lines if line))


class MergeDialog(Dialog):
    """Says which speakers are the same as one, and what merging them would touch."""

    def __init__(
        self, desk: Desk, parent: QWidget, into: StoredSpeaker, others: Sequence[StoredSpeaker]
    ) -> None:
        super().__init__(
            parent,
            self.tr("Merge speakers"),
            self.tr("Everybody chosen here becomes {}. It can be undone.").format(isolate(into.name)),
        )
        self._desk = desk
        self._into = into
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a speaker"))
        self.search.setAccessibleName(self.tr("Find a speaker"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName(self.tr("Speakers"))
        self.list.setItemDelegate(TickedDirection(self.list))
        self.list.setSpacing(4)
        self.list.setMinimumHeight(260)
        for speaker in others:
            count = desk.tongue.digits(self.tr("%n quote(s)", "", speaker.quotes))
            item = QListWidgetItem(desk.tongue.join((speaker.name, speaker.role, count)))
            item.setData(Qt.ItemDataRole.UserRole, speaker)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.preview = label("", "muted", wrap=True)
        for widget in (self.search, self.list, self.preview):
            self.column.addWidget(widget)
        self.add_buttons(self.tr("Merge"))
        self.search.textChanged.connect(self._seek)
        self.list.itemChanged.connect(lambda _item: self._show())
        self._show()

    def _seek(self, text: str) -> None:
        from quotetrack.text import fold  # noqa: PLC0415

        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(
                fold(text) not in fold(item.text()) and item.checkState() is Qt.CheckState.Unchecked
            )

    def chosen(self) -> list[StoredSpeaker]:
        """The speakers that are to be merged into the first."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _show(self) -> None:
        chosen, project = self.chosen(), self._desk.session.project
        self.accept_button.setEnabled(bool(chosen))
        if not chosen or project is None:
            self.preview.setText(self.tr("Choose at least one speaker."))
            return
        wanted = QuoteFilter(speakers=frozenset(speaker.id for speaker in chosen))
        rows = project.quotes.rows(project.quotes.ids(wanted))
        articles = len({row.article_id for row in rows})
        names = [name for speaker in chosen for name in (speaker.name, *speaker.aliases)]
        quotes = self.tr("%n quote(s) will move", "", len(rows))
        where = self.tr("in %n article(s)", "", articles)
        known = self.tr("Other names from then on: {}").format("، ".join(map(isolate, names)))
        self.preview.setText(self._desk.tongue.digits(f"{quotes} {where}.\n{known}"))


class SplitDialog(Dialog):
    """Takes some quotes of a speaker to another, who may have the same name."""

    def __init__(self, desk: Desk, parent: QWidget, speaker: StoredSpeaker) -> None:
        super().__init__(
            parent,
            self.tr("Split a speaker"),
            self.tr("Choose the quotes that somebody else said. They go to a new speaker."),
            width=640,
        )
        self.name = QLineEdit(speaker.name)
        self.name.setAccessibleName(self.tr("Name of the new speaker"))
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName(self.tr("Quotes"))
        self.list.setItemDelegate(TickedDirection(self.list))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(300)
        project = desk.session.project
        wanted = QuoteFilter(speakers=frozenset({speaker.id}))
        for row in project.quotes.rows(project.quotes.ids(wanted)[:500]) if project is not None else ():
            item = QListWidgetItem(" ".join(row.quote.split())[:220])
            item.setToolTip(desk.tongue.join((row.outlet, desk.tongue.date(row.published), row.title)))
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        form = QFormLayout()
        form.addRow(self.tr("Name of the new speaker"), self.name)
        self.column.addLayout(form)
        self.column.addWidget(self.list, 1)
        self.add_buttons(self.tr("Split"))
        self.list.itemChanged.connect(lambda _item: self._check())
        self.name.textChanged.connect(lambda _text: self._check())
        self._check()

    def chosen(self) -> tuple[int, ...]:
        """The quotes that go to the new speaker."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def _check(self) -> None:
        chosen = len(self.chosen())
        self.accept_button.setEnabled(0 < chosen < self.list.count() and bool(self.name.text().strip()))
