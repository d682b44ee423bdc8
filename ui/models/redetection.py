"""The articles in which detecting again would change something, each with a tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from quotetrack.importing import ArticleNews
from ui.language import Tongue
from ui.models.arrivals import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
TITLE, ADDED, CHANGED, REMOVED, KEPT = range(5)


class NewsModel(QAbstractTableModel):
    """A row for each article; a tick says whether what is found now is taken over there."""

    def __init__(
        self,
        tongue: Tongue,
        news: Sequence[ArticleNews],
        title_of: Callable[[int], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tongue = tongue
        self._news = news
        self._title_of = title_of
        self._left_out: set[int] = set()

    def article(self, row: int) -> int:
        """The article in a row."""
        return self._news[row].article

    def wanted(self) -> list[int]:
        """The articles that are ticked."""
        return [one.article for one in self._news if one.article not in self._left_out]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._news)

    def columnCount(self, _parent: Index = _ROOT) -> int:
        return KEPT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Article"), self.tr("New"), self.tr("Otherwise"), self.tr("Gone"), self.tr("Decided"),
        )[section]  # fmt: skip

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TITLE else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._news[index.row()]
        if index.column() == TITLE:
            if role == Qt.ItemDataRole.CheckStateRole:
                left_out = one.article in self._left_out
                return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked
            if role == Qt.ItemDataRole.DisplayRole:
                return self._title_of(one.article)
            return plain_tip(self._title_of(one.article)) if role == Qt.ItemDataRole.ToolTipRole else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        count = (0, one.added, one.changed, one.removed, one.kept)[index.column()]
        return self._tongue.number(count) if count else ""

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._left_out.discard if wanted else self._left_out.add)(self.article(index.row()))
        self.dataChanged.emit(index, index)
        return True
