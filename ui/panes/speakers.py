"""The page of each speaker: what was said, in order of time, where and with which verbs."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from quotetrack import operations as ops
from quotetrack.detection.records import SpeakerKind
from quotetrack.errors import QuotetrackError
from quotetrack.filters import QuoteFilter
from quotetrack.store import Reading
from quotetrack.store.records import Changes, Facets, Kind, QuoteRow, Sort, SortBy, StoredSpeaker
from quotetrack.text import fold
from ui.desk import Desk
from ui.dialogs.speaker import MergeDialog, SpeakerDialog, SplitDialog
from ui.language import isolate
from ui.models.quotes import STATUS_SIGNS
from ui.widgets.aside import Aside, put_aside
from ui.widgets.basic import EmptyState, KeyList, button, label, line

_MOST_QUOTES = 400
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Portrait:
    """One speaker with everything that the page shows."""

    speaker: StoredSpeaker
    facets: Facets
    quotes: tuple[QuoteRow, ...]
    outlets: dict[int, str]


def portrait(reader: Reading, speaker: int) -> Portrait | None:
    """Read a speaker's page; None where the speaker is gone by now."""
    wanted = QuoteFilter(speakers=frozenset({speaker}))
    try:
        known = reader.speakers.get(speaker)
    except QuotetrackError:
        return None
    ids = reader.quotes.ids(wanted, Sort(SortBy.DATE, descending=False))
    outlets = {outlet.id: outlet.name for outlet in reader.outlets.list()}
    return Portrait(
        known, reader.quotes.facets(wanted), tuple(reader.quotes.rows(ids[:_MOST_QUOTES])), outlets
    )


class SpeakersPane(QWidget):
    """A list of speakers and the page of the chosen one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = True
        self._wanted: int | None = None
        self._speakers: list[StoredSpeaker] = []
        self._portrait: Portrait | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(
            EmptyState(
                self.tr("No speakers yet"),
                self.tr(
                    "Everybody who is quoted gets a page here: all they said, where, and in which words."
                ),
            )
        )
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._index())
        splitter.addWidget(self._page())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([250, 540])
        self._stack.addWidget(splitter)
        desk.session.changed.connect(self._changed)
        desk.session.project_changed.connect(self._outdate)

    # --- building --------------------------------------------------------------------------------

    def _index(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 14, 8, 8)
        column.setSpacing(8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a speaker"))
        self.search.setAccessibleName(self.tr("Find a speaker"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._list())
        self.list = KeyList()
        self.list.setAccessibleName(self.tr("Speakers"))
        self.list.setItemDelegate(Aside(self._desk.tokens, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda item, _old: self._choose(item))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        return side

    def _page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 20, 28, 12)
        column.setSpacing(8)
        self._name = label("", "title", wrap=True, selectable=True)
        self._about = label("", "muted", wrap=True)
        self._aliases = label("", "small", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for word, pressed in (
            (self.tr("Edit…"), self.edit),
            (self.tr("Merge…"), self.merge),
            (self.tr("Split…"), self.split),
            (self.tr("Show only this speaker"), self._filter),
        ):
            buttons.addWidget(button(word, pressed))
        buttons.addStretch()
        self._where, self._verbs = label("", wrap=True), label("", wrap=True)
        self.quotes = KeyList()
        self.quotes.setAccessibleName(self.tr("Quotes in order of time"))
        self.quotes.setWordWrap(True)
        self.quotes.setSpacing(3)
        self.quotes.setFrameShape(QFrame.Shape.NoFrame)
        self.quotes.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.quotes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.quotes.itemActivated.connect(self._open)
        self.quotes.itemClicked.connect(self._open)
        for widget in (self._name, self._about, self._aliases):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addSpacing(6)
        for word, widget in ((self.tr("Quoted in"), self._where), (self.tr("Introduced with"), self._verbs)):
            column.addWidget(label(word, "caption"))
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(line())
        column.addWidget(self.quotes, 1)
        return page

    # --- showing ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        chosen = self._desk.session.quote()
        if chosen is not None and chosen.speaker is not None:
            self._wanted = chosen.speaker.id
        self._outdate()

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & {Kind.SPEAKERS, Kind.QUOTES, Kind.ARTICLES, Kind.OUTLETS}:
            self._outdate()

    def _outdate(self) -> None:
        self._stale = True
        if not self.isVisible():
            return
        if self._desk.session.project is None:
            self._stack.setCurrentIndex(0)
            return
        self._desk.session.read(lambda reader: reader.speakers.list(), self._take, "speakers")

    def _take(self, speakers: list[StoredSpeaker]) -> None:
        self._stale = False
        self._speakers = [speaker for speaker in speakers if speaker.quotes]
        self._stack.setCurrentIndex(1 if self._speakers else 0)
        self._list()

    def _list(self) -> None:
        words = fold(self.search.text()).split()
        tongue = self._desk.tongue
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for speaker in self._speakers:
            names = fold(" ".join((speaker.name, *speaker.aliases, speaker.role)))
            if all(word in names for word in words):
                item = QListWidgetItem(speaker.name)
                item.setData(_ID, speaker.id)
                put_aside(item, tongue.number(speaker.quotes))
                item.setToolTip(tongue.join((speaker.name, speaker.role)))
                self.list.addItem(item)
                if speaker.id == self._wanted:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._choose(self.list.currentItem())

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            speaker = int(item.data(_ID))
            self._wanted = speaker
            self._desk.session.read(lambda reader: portrait(reader, speaker), self._draw, "portrait")

    def show_speaker(self, speaker: int) -> None:
        """Open the page of `speaker`."""
        self._wanted = speaker
        self.search.clear()
        self._outdate()

    def _draw(self, found: Portrait | None) -> None:
        self._portrait = found
        if found is None:
            return
        tongue, speaker = self._desk.tongue, found.speaker
        count = tongue.digits(self.tr("%n quote(s)", "", speaker.quotes))
        kind = tongue.message(f"exports.kind.{speaker.kind.value}")
        self._name.setText(speaker.name)
        self._about.setText(tongue.join((kind, speaker.role, speaker.country, count)))
        self._aliases.setText(self.tr("Also: {}").format("، ".join(map(isolate, speaker.aliases))))
        self._aliases.setVisible(bool(speaker.aliases))
        where = {found.outlets.get(id_ or 0, ""): n for id_, n in found.facets.outlets.items() if id_ and n}
        verbs = {
            tongue.message(f"exports.cue_class.{each.value}"): n
            for each, n in found.facets.cue_classes.items()
            if n
        }
        self._where.setText(self._counts(where))
        self._verbs.setText(self._counts(verbs))
        self.quotes.clear()
        for row in found.quotes:
            self.quotes.addItem(self._line(row))

    def _counts(self, counted: dict[str, int]) -> str:
        tongue = self._desk.tongue
        ranked = sorted(counted.items(), key=lambda pair: -pair[1])
        return tongue.join(f"{name}\u00a0{tongue.number(count)}" for name, count in ranked if name) or "—"

    def _line(self, row: QuoteRow) -> QListWidgetItem:
        tongue = self._desk.tongue
        head = tongue.join((STATUS_SIGNS[row.status], tongue.date(row.published), row.outlet, row.cue))
        item = QListWidgetItem(f"{head}\n{' '.join(row.quote.split())}")
        item.setData(_ID, row.id)
        return item

    def _open(self, item: QListWidgetItem) -> None:
        self._desk.session.select(int(item.data(_ID)))

    # --- changing --------------------------------------------------------------------------------

    def _perform(self, *operations: ops.Operation) -> None:
        batch = uuid4().hex if len(operations) > 1 else ""
        try:
            for operation in operations:
                self._desk.session.perform(operation, batch=batch)
        except QuotetrackError as problem:
            self._desk.tasks.failed.emit(problem)

    def _filter(self) -> None:
        if self._portrait is not None:
            self._desk.session.narrow(speakers=frozenset({self._portrait.speaker.id}))
            self._desk.actions["view.table"].trigger()

    def edit(self) -> None:
        """Change name, role, kind and other names."""
        if self._portrait is None:
            return
        speaker = self._portrait.speaker
        dialog = SpeakerDialog(self._desk, self.window(), speaker)

        def save() -> None:
            kind = SpeakerKind(dialog.kind.currentData())
            role, country = dialog.role.text().strip(), dialog.country.text().strip()
            name, aliases = dialog.name.text().strip(), dialog.other_names()
            done: list[ops.Operation] = []
            if name != speaker.name:
                done.append(ops.RenameSpeaker(speaker.id, name))
            if (kind, role, country) != (speaker.kind, speaker.role, speaker.country):
                done.append(ops.EditSpeaker(speaker=speaker.id, kind=kind, role=role, country=country))
            if aliases != speaker.aliases:
                kept = aliases if name == speaker.name else (*aliases, speaker.name)
                done.append(ops.SetAliases(speaker.id, kept))
            self._perform(*done)

        dialog.accepted.connect(save)
        dialog.open()

    def merge(self) -> None:
        """Say that other speakers are this one, after a look at what that touches."""
        if self._portrait is None:
            return
        speaker = self._portrait.speaker
        others = [each for each in self._speakers if each.id != speaker.id]
        dialog = MergeDialog(self._desk, self.window(), speaker, others)
        dialog.accepted.connect(
            lambda: self._perform(ops.MergeSpeakers(speaker.id, tuple(each.id for each in dialog.chosen())))
        )
        dialog.open()

    def split(self) -> None:
        """Take some quotes to a speaker of their own."""
        if self._portrait is None:
            return
        speaker = self._portrait.speaker
        dialog = SplitDialog(self._desk, self.window(), speaker)
        dialog.accepted.connect(
            lambda: self._perform(ops.SplitSpeaker(speaker.id, dialog.chosen(), dialog.name.text().strip()))
        )
        dialog.open()
