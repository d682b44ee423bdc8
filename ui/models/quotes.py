"""The table of quotes: an array of ids, and pages of rows read when they come into view."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from quotetrack.status import Status
from quotetrack.store import Snippet, snippet
from quotetrack.store.records import Changes, Kind, QuoteRow, Sort, SortBy
from ui.desk import Desk
from ui.language import QT_TRANSLATE_NOOP, translated
from ui.models.pages import SIZE, Pages
from ui.session import Session

_SEARCHED = frozenset({"quote", "speaker", "article"})
_SNIPPETS_KEPT = 2_000
FOUND = Qt.ItemDataRole.UserRole
"""What a search has found in a cell: a `Snippet`, or None."""
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
STATUS_SIGNS = {
    Status.UNREVIEWED: "○",
    Status.CONFIRMED: "✓",
    Status.CORRECTED: "✎",
    Status.REJECTED: "✕",
    Status.CHECK: "?",
}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its key in stored settings, its heading, what it sorts by, its first width."""

    key: str
    heading: str
    sort: SortBy | None
    width: int
    shown: bool = True


COLUMNS: tuple[TableColumn, ...] = (
    TableColumn("status", QT_TRANSLATE_NOOP("columns", "Status"), SortBy.STATUS, 138),
    TableColumn("speaker", QT_TRANSLATE_NOOP("columns", "Speaker"), SortBy.SPEAKER, 170),
    TableColumn("quote", QT_TRANSLATE_NOOP("columns", "Quote"), SortBy.QUOTE, 420),
    TableColumn("type", QT_TRANSLATE_NOOP("columns", "Type"), SortBy.TYPE, 96),
    TableColumn("cue", QT_TRANSLATE_NOOP("columns", "Cue"), SortBy.CUE, 100),
    TableColumn("outlet", QT_TRANSLATE_NOOP("columns", "Outlet"), SortBy.OUTLET, 130),
    TableColumn("article", QT_TRANSLATE_NOOP("columns", "Article"), SortBy.TITLE, 220),
    TableColumn("date", QT_TRANSLATE_NOOP("columns", "Date"), SortBy.DATE, 140),
    TableColumn("verdict", QT_TRANSLATE_NOOP("columns", "Verdict"), SortBy.VERDICT, 110, shown=False),
    TableColumn("tags", QT_TRANSLATE_NOOP("columns", "Tags"), None, 120, shown=False),
    TableColumn("source", QT_TRANSLATE_NOOP("columns", "As written"), None, 160, shown=False),
    TableColumn("confidence", QT_TRANSLATE_NOOP("columns", "Confidence"), SortBy.CONFIDENCE, 90, shown=False),
    TableColumn("note", QT_TRANSLATE_NOOP("columns", "Note"), None, 180, shown=False),
)


class QuotesModel(QAbstractTableModel):
    """Rows of the session's shown quotes, as many as there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session: Session = desk.session
        self._ids: array[int] = desk.session.shown.ids
        self._pages = Pages(self._read)
        self._pages.show(self._ids)
        self._sought = desk.session.shown.filter
        self._snippets: dict[str, Snippet] = {}
        desk.session.shown.ids_changed.connect(self._take)
        desk.session.changed.connect(self._change)
        desk.session.project_changed.connect(self._take)

    def _take(self) -> None:
        ids = self._session.shown.ids
        if ids == self._ids:
            return  # what has changed in them was told by `changed`
        self.beginResetModel()
        self._ids = ids
        self._pages.show(ids)
        self.endResetModel()

    def _change(self, changes: Changes) -> None:
        if changes.kinds == {Kind.QUOTES} and len(changed := changes.ids[Kind.QUOTES]) <= SIZE:
            for row in self._pages.read_anew(changed):
                self._tell(row, row)
        elif self._ids:
            self._pages.show(self._ids)
            self._tell(0, len(self._ids) - 1)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def id_at(self, row: int) -> int:
        """The quote in `row`."""
        return self._ids[row]

    def ids_in(self, stretches: Iterable[tuple[int, int]]) -> array[int]:
        """The quotes in stretches of rows, each from its first to its last row."""
        found: array[int] = array("q")
        for first, last in stretches:
            found.extend(self._ids[first : last + 1])
        return found

    def row_of(self, quote: int) -> int | None:
        """Where `quote` stands; None where it is not shown."""
        return self._session.walk.place_of(quote)

    def row(self, row: int) -> QuoteRow | None:
        """What is known of the quote in `row`; None where it is gone."""
        return self._entry(row)[0]

    def _entry(self, row: int) -> tuple[QuoteRow | None, tuple[str, ...]]:
        return self._pages.at(row)

    def _read(self, ids: array[int]) -> list[tuple[QuoteRow | None, tuple[str, ...]]]:
        project = self._session.project
        rows = {row.id: row for row in project.quotes.rows(ids)} if project is not None else {}
        gone = (None, ("",) * len(COLUMNS))
        return [(rows[each], self._texts(rows[each])) if each in rows else gone for each in ids]

    def _texts(self, row: QuoteRow) -> tuple[str, ...]:
        tongue = self._desk.tongue
        return (
            f"{STATUS_SIGNS[row.status]}  {tongue.message(f'exports.status.{row.status.value}')}",
            row.speaker or "—",
            " ".join(row.quote.split()),
            tongue.message(f"exports.type.{row.type.value}"),
            row.cue,
            row.outlet,
            " ".join(row.title.split()),
            tongue.date(row.published),
            row.verdict,
            tongue.listed(row.tags),
            row.source,
            tongue.percent(row.confidence),
            " ".join(row.note.split()),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._entry(index.row())[1][index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            row = self._entry(index.row())[0]
            if row is not None and row.status is Status.REJECTED:
                return self._desk.tokens.color("muted")
        if role == FOUND:
            return self._found(index)
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[index.column()].key in {
            "quote",
            "article",
            "note",
        }:
            return self._entry(index.row())[1][index.column()]
        return None

    def _found(self, index: Index) -> Snippet | None:
        """The stretch of a cell's text in which a search has found something; None where it has not."""
        wanted = self._session.shown.filter
        if not wanted.text.strip() or COLUMNS[index.column()].key not in _SEARCHED:
            return None
        if wanted != self._sought:
            self._sought, self._snippets = wanted, {}
        text = self._entry(index.row())[1][index.column()]
        if text not in self._snippets:
            if len(self._snippets) > _SNIPPETS_KEPT:
                self._snippets.clear()
            self._snippets[text] = snippet(text, wanted)
        found = self._snippets[text]
        return found if found.marks else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return translated("columns", COLUMNS[section].heading)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            self._session.shown.set_sort(Sort())
        elif (by := COLUMNS[column].sort) is not None:
            self._session.shown.set_sort(Sort(by, order is Qt.SortOrder.DescendingOrder))
