"""What is about to come in, as a tree: files and pages, and the members of archives under them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from quotetrack.importing import Item
from quotetrack.readers import label
from ui.language import Tongue, isolate, led

Index = QModelIndex | QPersistentModelIndex
NAME, KIND, SIZE, ENCODING, QUALITY, COUNT, NOTE = range(7)
_TOP = 0
"""The internal id of a top line; that of a part is its parent's row and one."""
_UNKNOWN = "…"


class ArrivalsModel(QAbstractItemModel):
    """A line for each item; a tick says whether it is wanted."""

    def __init__(self, tongue: Tongue, title_of: Callable[[int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tongue = tongue
        self._title_of = title_of
        self._items: list[Item] = []
        self.left_out: set[str] = set()

    # --- what it holds ---------------------------------------------------------------------------

    def update(self, items: Sequence[Item]) -> None:
        """Show `items`, of which only what changed is drawn anew; their number stays."""
        if len(items) != len(self._items):
            self.beginResetModel()
            self._items = list(items)
            self.endResetModel()
            return
        pairs = zip(self._items, items, strict=True)
        changed = [row for row, (old, new) in enumerate(pairs) if old is not new]
        for row in changed:
            self._exchange(row, items[row])
        if changed:
            self.dataChanged.emit(self.index(changed[0], NAME), self.index(changed[-1], NOTE))

    def _exchange(self, row: int, item: Item) -> None:
        old, top = self._items[row], self.index(row, NAME)
        if len(old.parts) == len(item.parts):
            self._items[row] = item
            return
        if old.parts:
            self.beginRemoveRows(top, 0, len(old.parts) - 1)
            self._items[row] = replace(old, parts=())
            self.endRemoveRows()
        if item.parts:
            self.beginInsertRows(top, 0, len(item.parts) - 1)
        self._items[row] = item
        if item.parts:
            self.endInsertRows()

    def item(self, index: Index) -> Item | None:
        """The item in a line."""
        if not index.isValid():
            return None
        inside = index.internalId()
        return self._items[index.row()] if inside == _TOP else self._items[inside - 1].parts[index.row()]

    def index_of(self, name: str) -> QModelIndex:
        """The line of the item or part called `name`; an invalid one where there is none."""
        for row, item in enumerate(self._items):
            if item.name == name:
                return self.index(row, NAME)
            for inner, part in enumerate(item.parts):
                if part.name == name:
                    return self.index(inner, NAME, self.index(row, NAME))
        return QModelIndex()

    # --- what Qt asks ----------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        inside = parent.row() + 1 if parent.isValid() else _TOP
        return self.createIndex(row, column, inside)

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008 - Qt's own
        inside = index.internalId() if index.isValid() else _TOP
        return QModelIndex() if inside == _TOP else self.createIndex(inside - 1, NAME, _TOP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        if not parent.isValid():
            return len(self._items)
        top = parent.internalId() == _TOP and parent.column() == NAME
        return len(self._items[parent.row()].parts) if top else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return NOTE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("File"), self.tr("Kind"), self.tr("Size"), self.tr("Encoding"), self.tr("Quality"),
            self.tr("Articles"), self.tr("To know"),
        )[section]  # fmt: skip

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            return Qt.CheckState.Unchecked if item.name in self.left_out else Qt.CheckState.Checked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._cell(item, index.column(), part=bool(index.internalId()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in {NAME, NOTE}:
            return plain_tip(item.name if index.column() == NAME else self.note(item))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        item = self.item(index)
        if item is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        (self.left_out.discard if wanted else self.left_out.add)(item.name)
        self.dataChanged.emit(index, index)
        return True

    # --- words -----------------------------------------------------------------------------------

    def _cell(self, item: Item, column: int, *, part: bool) -> str:
        tongue, looked = self._tongue, item.articles is not None
        if column == NOTE:
            return self.note(item)
        known = {
            NAME: short_name(item.name, part=part),
            KIND: tongue.message(f"readers.format.{item.format}") if item.format else "",
            SIZE: tongue.size(item.size),
        }
        if column in known:
            return known[column]
        if not looked:
            return _UNKNOWN
        return {
            ENCODING: label(item.encoding),
            QUALITY: tongue.percent(item.quality) if item.articles else "",
            COUNT: tongue.number(item.articles or 0),
        }[column]

    def note(self, item: Item) -> str:
        """What a person should know about an item, with a sign before it; a tick where all is well."""
        tongue = self._tongue
        known = " · ".join(filter(None, (self._repeats(item), self._failures(item))))
        if item.error is not None:
            text = f"✕  {tongue.explain(item.error)}"
        elif item.warnings:
            few = self.tr("with warnings: {}").format(tongue.number(item.warned))
            some = few if item.warned != item.articles else ""
            text = "!  " + "  ".join(filter(None, (known, some, *map(tongue.message, item.warnings))))
        elif known:
            text = f"{'○' if item.duplicates else '✕'}  {known}"
        else:
            text = "" if item.articles is None else "✓"
        return led(text, right_to_left=tongue.right_to_left) if text else ""

    def _repeats(self, item: Item) -> str:
        if not item.duplicates:
            return ""
        if (item.articles or 0) > 1:
            return self._tongue.digits(self.tr("%n known already", "", item.duplicates))
        if item.duplicate_of is not None:
            return self.tr("already in the project: {}").format(isolate(self._title_of(item.duplicate_of)))
        return self.tr("the same as {}").format(isolate(short_name(item.same_as, part=True)))

    def _failures(self, item: Item) -> str:
        count = item.failures if item.error is None else 0
        return self._tongue.digits(self.tr("%n not read", "", count)) if count else ""


def short_name(name: str, *, part: bool = False) -> str:
    """A file's name without its folders; an address as it is, of a `part` what stands in the archive."""
    if "://" in name:
        return name
    inside = name.partition(".zip/")[2] if part else ""
    return inside or Path(name).name or name


def plain_tip(text: str) -> str:
    """A tool tip that shows `text` as it is: Qt would take a text with tags in it for mark-up."""
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if text else ""
