"""Pairs of speakers that may be one: looked at side by side, merged or kept apart, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.store import Reading
from quotetrack.store.records import Changes, Kind, Sort, SortBy, StoredSpeaker
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.dialogs.lists import TickedDirection
from ui.language import isolate
from ui.models.speakers import SpokenModel
from ui.widgets.basic import button, label
from ui.widgets.spoken import spoken_list

_BY_TIME = Sort(SortBy.DATE, descending=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two speakers that may be one, and how likely that is, 0 to 100."""

    into: StoredSpeaker
    other: StoredSpeaker
    score: float


def read_pairs(reader: Reading) -> list[Pair]:
    """The pairs that nobody has decided about, likeliest first; runs in the reading lane."""
    return [Pair(one.into, one.other, one.score) for one in reader.speakers.merge_suggestions()]


class Side(QWidget):
    """One of the two: name, what is known, and what was said."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._name, self._about = label("", "subtitle", wrap=True), label("", "small", wrap=True)
        self.model = SpokenModel(desk, parent=self)
        self.list = spoken_list(desk, self.tr("Quotes"))
        self.list.setModel(self.model)
        self.list.setMinimumHeight(250)
        for widget in (self._name, self._about, self.list):
            column.addWidget(widget)

    def show_speaker(self, speaker: StoredSpeaker, key: str) -> None:
        """Show `speaker`; `key` tells this side's reading from the other's."""
        tongue = self._desk.tongue
        count = tongue.digits(self.tr("%n quote(s)", "", speaker.quotes))
        kind = tongue.message(f"exports.kind.{speaker.kind.value}")
        self._name.setText(speaker.name)
        self._about.setText(tongue.join((kind, speaker.role, count, *speaker.aliases)))
        self.list.setAccessibleName(self.tr("Quotes of {}").format(speaker.name))
        wanted = QuoteFilter(speakers=frozenset({speaker.id}))
        self._desk.session.read(
            lambda reader: reader.quotes.ids(wanted, _BY_TIME), self.model.show, f"side {key}"
        )


class SameDialog(Dialog):
    """Each pair that is decided about goes to `perform`, which says whether it could be done."""

    def __init__(self, desk: Desk, parent: QWidget, perform: Callable[[ops.Operation], bool]) -> None:
        super().__init__(
            parent,
            self.tr("Who may be the same"),
            self.tr("Names that are written alike, likeliest first. Every decision can be undone."),
            width=900,
        )
        self._desk = desk
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pairs"))
        self.list.setItemDelegate(TickedDirection(self.list))
        self.list.setMinimumHeight(150)
        self.list.currentItemChanged.connect(lambda item, _old: self._look(item))
        self.sides = (Side(desk), Side(desk))
        both = QHBoxLayout()
        both.setSpacing(20)
        for side in self.sides:
            both.addWidget(side, 1)
        self._none = label(self.tr("No two names are alike."), "muted")
        self._none.hide()
        row = QHBoxLayout()
        self.one = button(self.tr("They are one: merge"), lambda: self._decide(one=True))
        self.two = button(self.tr("They are two: keep apart"), lambda: self._decide(one=False))
        for made in (self.one, self.two):
            made.setEnabled(False)
            row.addWidget(made)
        row.addStretch()
        self.column.addWidget(self._none)
        self.column.addWidget(self.list)
        self.column.addLayout(both, 1)
        self.column.addLayout(row)
        self.add_buttons(self.tr("Close"), cancel=False)
        self._perform = perform
        self._deciding = False
        desk.session.changed.connect(self._follow)
        self._read()

    def _read(self) -> None:
        self._desk.session.read(read_pairs, self._show, "pairs")

    def _follow(self, changes: Changes) -> None:
        """Read the pairs again where others have changed speakers; what is decided here is known."""
        if Kind.SPEAKERS in changes.ids and not self._deciding:
            self._read()

    def _show(self, pairs: Sequence[Pair]) -> None:
        tongue = self._desk.tongue
        chosen = self.list.currentItem()
        kept = _who(chosen.data(Qt.ItemDataRole.UserRole)) if chosen is not None else None
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.list.clear()
        for pair in pairs:
            names = self.tr("{} and {}").format(isolate(pair.into.name), isolate(pair.other.name))
            item = QListWidgetItem(tongue.join((names, tongue.percent(pair.score / 100))))
            item.setData(Qt.ItemDataRole.UserRole, pair)
            self.list.addItem(item)
        self._none.setVisible(not pairs)
        self.list.setCurrentRow(next((row for row, pair in enumerate(pairs) if _who(pair) == kept), 0))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._look(self.list.currentItem())

    def _look(self, item: QListWidgetItem | None) -> None:
        for made in (self.one, self.two):
            made.setEnabled(item is not None)
        for side in self.sides:
            side.setVisible(item is not None)
        if item is not None:
            pair: Pair = item.data(Qt.ItemDataRole.UserRole)
            for number, speaker in enumerate((pair.into, pair.other)):
                self.sides[number].show_speaker(speaker, str(number))

    def _decide(self, *, one: bool) -> None:
        pair: Pair = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        first, second = _who(pair)
        self._deciding = True
        try:
            done = self._perform(ops.MergeSpeakers(first, (second,)) if one else ops.KeepApart(first, second))
        finally:
            self._deciding = False
        if not done:
            self._read()
            return
        gone = pair.other.id if one else None
        # Without its rows going one by one through the views beside it.
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        for row in reversed(range(self.list.count())):
            other: Pair = self.list.item(row).data(Qt.ItemDataRole.UserRole)
            if other == pair or gone in {other.into.id, other.other.id}:
                self.list.takeItem(row)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._none.setVisible(not self.list.count())
        self._look(self.list.currentItem())


def _who(pair: Pair) -> tuple[int, int]:
    return pair.into.id, pair.other.id
