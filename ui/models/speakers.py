"""Lists of speakers and of what one of them said, of any length."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from quotetrack.store import Reading
from quotetrack.store.records import QuoteRow, StoredSpeaker
from quotetrack.text import fold
from ui.desk import Desk
from ui.models.pages import Pages
from ui.models.quotes import STATUS_SIGNS
from ui.widgets.aside import ASIDE

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole
HEAD, WORDS = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker with all names and the role, folded for searching."""

    speaker: StoredSpeaker
    folded: str


def read_known(reader: Reading) -> tuple[Known, ...]:
    """All speakers with quotes, those with the most first; runs in the reading lane."""
    return tuple(
        Known(speaker, fold(" ".join((speaker.name, *speaker.aliases, speaker.role))))
        for speaker in reader.speakers.list()
        if speaker.quotes
    )


class TickedList(QAbstractListModel):
    """A list whose lines have a box each where `ticks` says so; `ticked` are the ids of those that are on."""

    ticked_changed = Signal()

    def __init__(self, *, ticks: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks = ticks
        self.ticked: dict[int, None] = {}

    def id_at(self, row: int) -> int:
        """The id of what stands in `row`."""
        raise NotImplementedError

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._ticks else flags

    def tick_state(self, index: Index) -> Qt.CheckState | None:
        """Whether the line is ticked; None where lines have no boxes."""
        if not self._ticks:
            return None
        return Qt.CheckState.Checked if self.id_at(index.row()) in self.ticked else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not self._ticks or not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        number = self.id_at(index.row())
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.ticked[number] = None
        else:
            self.ticked.pop(number, None)
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True


class SpeakersModel(TickedList):
    """Speakers whose names or roles have the words that are looked for; ticked ones stay in sight."""

    def __init__(self, desk: Desk, *, ticks: bool = False, parent: QObject | None = None) -> None:
        super().__init__(ticks=ticks, parent=parent)
        self._desk = desk
        self._known: Sequence[Known] = ()
        self._shown: list[StoredSpeaker] = []
        self._words: list[str] = []

    def show(self, known: Sequence[Known]) -> None:
        """Stand for these speakers, in their order."""
        self._known = known
        self._choose()

    def seek(self, text: str) -> None:
        """Show only speakers that have all words of `text`."""
        self._words = fold(text).split()
        self._choose()

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = [known.speaker for known in self._known if not self._words or self._meant(known)]
        self.endResetModel()

    def _meant(self, known: Known) -> bool:
        return known.speaker.id in self.ticked or all(word in known.folded for word in self._words)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def speaker_at(self, row: int) -> StoredSpeaker:
        """The speaker in `row`."""
        return self._shown[row]

    def id_at(self, row: int) -> int:
        return self._shown[row].id

    def row_of(self, speaker: int) -> int | None:
        """Where a speaker stands; None where it is not shown."""
        return next((row for row, shown in enumerate(self._shown) if shown.id == speaker), None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        speaker, tongue = self._shown[index.row()], self._desk.tongue
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.tick_state(index)
        if role == Qt.ItemDataRole.DisplayRole and not self._ticks:
            return speaker.name
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return tongue.join((speaker.name, speaker.role, tongue.number(speaker.quotes)))
        if role == ASIDE:
            return "" if self._ticks else tongue.number(speaker.quotes)
        told: dict[int, object] = {
            Qt.ItemDataRole.ToolTipRole: tongue.join((speaker.name, speaker.role)),
            ID: speaker.id,
        }
        return told.get(role)


class SpokenModel(TickedList):
    """Quotes as two lines each: when, where and with which word; and what was said."""

    def __init__(self, desk: Desk, *, ticks: bool = False, parent: QObject | None = None) -> None:
        super().__init__(ticks=ticks, parent=parent)
        self._desk = desk
        self._ids: array[int] = array("q")
        self._pages = Pages(self._read)

    def show(self, ids: array[int]) -> None:
        """Stand for these quotes."""
        self.beginResetModel()
        self._ids = ids
        self._pages.show(ids)
        self.endResetModel()

    def _read(self, ids: array[int]) -> list[tuple[str, str]]:
        project = self._desk.session.project
        rows = {row.id: row for row in project.quotes.rows(ids)} if project is not None else {}
        return [self._lines(rows[each]) if each in rows else ("", "") for each in ids]

    def _lines(self, row: QuoteRow) -> tuple[str, str]:
        tongue = self._desk.tongue
        head = tongue.join((STATUS_SIGNS[row.status], tongue.date(row.published), row.outlet, row.cue))
        return head, " ".join(row.quote.split())

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def id_at(self, row: int) -> int:
        return self._ids[row]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.tick_state(index)
        if role == ID:
            return self._ids[index.row()]
        if role in {HEAD, WORDS, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            head, words = self._pages.at(index.row())
            known = {HEAD: head, WORDS: words, Qt.ItemDataRole.ToolTipRole: words}
            return known.get(role, f"{head}\n{words}")
        return None
