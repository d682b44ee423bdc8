"""Sources and filters: outlets, speakers, status and the rest in one tree with counts."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.store.records import ArticleRow, Changes, Kind
from ui.desk import Desk
from ui.keys import types
from ui.language import direction_of
from ui.models.sources import Counted, Entry, Group, Names, groups, read_articles, read_names
from ui.tasks import Task
from ui.theme import interface_font

ENTRY = Qt.ItemDataRole.UserRole
GROUP = Qt.ItemDataRole.UserRole + 1
_HEIGHT = 32
_FEW = 100
_COUNTED_AFTER = 300
"""Milliseconds without a change until saved filters are counted."""
# Flags are put together once: for each line of each frame it would take longer than drawing.
_LINE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_LEFT_LINE = int(_LINE | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
_RIGHT_LINE = int(_LINE | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_FOLDED_AT_FIRST = {"types", "kinds", "cue_classes", "verdicts"}


class SourceLine(QStyledItemDelegate):
    """Draws a line: a mark where it is chosen, the name, the count at the far side."""

    def __init__(self, desk: Desk, tree: QTreeView) -> None:
        super().__init__(tree)
        self._desk = desk
        self._ink, self._muted = desk.tokens.color("text"), desk.tokens.color("muted")
        self._head, self._bold = interface_font(12, bold=True), interface_font(14, bold=True)
        self._plain, self._small = interface_font(14), interface_font(12)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _HEIGHT + (8 if index.data(GROUP) else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state = option.state
        entry: Entry | None = index.data(ENTRY)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is not None:
            self._paint_ground(painter, rect, entry, state)
        else:
            rect = rect.adjusted(0, 8, 0, 0)
        count = self._desk.tongue.number(entry.count) if entry and entry.count is not None else ""
        width = QFontMetrics(self._small).horizontalAdvance(count) + 22 if count else 12
        words = rect.adjusted(width, 0, -8, 0) if mirrored else rect.adjusted(8, 0, -width, 0)
        edge = QRect(rect.left() if mirrored else rect.right() - width, rect.top(), width - 8, rect.height())
        painter.setFont(self._head if entry is None else self._bold if self._chosen(entry) else self._plain)
        painter.setPen(self._muted if entry is None else self._ink)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.setLayoutDirection(direction_of(text))
        painter.drawText(words, _RIGHT_LINE if mirrored else _LEFT_LINE, text)
        painter.setFont(self._small)
        painter.setPen(self._ink if entry is not None and self._chosen(entry) else self._muted)
        painter.drawText(edge, _CENTRE, count)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, entry: Entry, state: QStyle.StateFlag) -> None:
        tokens = self._desk.tokens
        body = rect.adjusted(4, 1, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._chosen(entry):
            painter.setBrush(tokens.color("selected_content"))
            painter.drawRoundedRect(body, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(tokens.color("hover"))
            painter.drawRoundedRect(body, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(tokens.color("accent"))
            painter.drawRoundedRect(body, 6, 6)

    def _chosen(self, entry: Entry) -> bool:
        wanted = self._desk.session.shown.filter
        if entry.facet == "saved":
            return bool(wanted == entry.value.filter)
        return entry.value in getattr(wanted, entry.facet)


class SourcesTree(QTreeView):
    """The view; Space and Return choose a line, letters go to the window."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.clicked.emit(self.currentIndex())
        elif types(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class SourcesPane(QWidget):
    """The first pane."""

    page_wanted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._names = Names()
        self._counted = Counted()
        self._uncounted: deque[QuoteFilter] = deque()
        self._listing: Task | None = None
        self._counting: Task | None = None
        self._count_pause = QTimer(self, singleShot=True, interval=_COUNTED_AFTER)
        self._count_pause.timeout.connect(self._count_saved)
        self._groups: list[Group] = []
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = QStandardItemModel(self)
        self.tree = SourcesTree()
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.tree)
        session = desk.session
        session.project_changed.connect(self._begin)
        session.changed.connect(self._changed)
        session.shown.facets_changed.connect(self._fill)
        session.shown.facets_changed.connect(self._ask_articles)
        session.shown.filter_changed.connect(self.tree.viewport().update)
        self._folded: set[str] = set(_FOLDED_AT_FIRST)
        self.tree.collapsed.connect(lambda index: self._folded.add(index.data(GROUP) or ""))
        self.tree.expanded.connect(lambda index: self._folded.discard(index.data(GROUP) or ""))
        self._begin()

    def _dress(self) -> None:
        tree = self.tree
        tree.setObjectName("sources")
        tree.setAccessibleName(self.tr("Sources and filters"))
        tree.setModel(self.model)
        tree.setItemDelegate(SourceLine(self._desk, tree))
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setIndentation(0)
        tree.setMouseTracking(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._menu)
        tree.clicked.connect(self._click)

    @property
    def counting(self) -> bool:
        """Whether saved filters wait to be counted."""
        return self._count_pause.isActive()

    def _begin(self) -> None:
        self._uncounted.clear()
        for task in (self._listing, self._counting):
            if task is not None:
                task.cancel()
        self._counted = Counted()
        self._ask()
        self._ask_articles()

    def _changed(self, changes: Changes) -> None:
        if self._only_decided(changes):
            self._count_soon()
        else:
            self._ask()

    def _only_decided(self, changes: Changes) -> bool:
        """Whether no name can be another: all that has changed is what is known of a few quotes."""
        project = self._desk.session.project
        if project is None or changes.kinds != {Kind.QUOTES} or changes.created:
            return False
        decided = changes.ids[Kind.QUOTES]
        return 0 < len(decided) <= _FEW and len(project.quotes.statuses(decided)) == len(decided)

    def _ask(self) -> None:
        if self._desk.session.project is None:
            self._names = Names()
            self._fill()
            return
        self._desk.session.read(read_names, self._take, "names")

    def _take(self, names: Names) -> None:
        self._names = names
        self._fill()
        self._count_soon()

    def _ask_articles(self) -> None:
        shown = self._desk.session.shown
        if shown.facets is not None:
            wanted = shown.filter
            self._listing = self._desk.session.read(
                lambda reader: read_articles(reader, wanted), self._take_articles, "articles"
            )

    def _take_articles(self, articles: tuple[tuple[ArticleRow, int], ...]) -> None:
        self._counted = replace(self._counted, articles=articles)
        self._fill()

    def _count_soon(self) -> None:
        if self._names.saved:
            self._count_pause.start()

    def _count_saved(self) -> None:
        self._uncounted = deque(dict.fromkeys(saved.filter for saved in self._names.saved))
        known = self._counted.saved
        standing = {wanted: known[wanted] for wanted in self._uncounted if wanted in known}
        self._counted = replace(self._counted, saved=standing)
        self._count_next()

    def _count_next(self) -> None:
        """Count one saved filter: what the user asks for meanwhile does not wait for all of them."""
        if self._uncounted:
            wanted = self._uncounted.popleft()
            self._counting = self._desk.session.read(
                lambda reader: (wanted, reader.quotes.count(wanted)), self._take_count, "saved counts"
            )

    def _take_count(self, found: tuple[QuoteFilter, int]) -> None:
        wanted, count = found
        self._counted = replace(self._counted, saved={**self._counted.saved, wanted: count})
        self._fill()
        self._count_next()

    def _fill(self) -> None:
        session = self._desk.session
        found = (
            groups(self._names, session.shown.facets, self._counted, session.shown.filter, self._desk.tongue)
            if session.shown.facets
            else []
        )
        if found == self._groups:
            self.tree.viewport().update()
            return
        self._groups = found
        place, folded = self.tree.verticalScrollBar().value(), set(self._folded)
        current = self.tree.currentIndex().data(ENTRY)
        for row, group in enumerate(found):
            self._put_group(row, group, opened=group.key not in folded)
        self.model.setRowCount(len(found))
        self._folded = folded
        self._return_to(current)
        self.tree.verticalScrollBar().setValue(place)

    def _put_group(self, row: int, group: Group, *, opened: bool) -> None:
        """Let `group` stand in a row; most of the time it stands there already and has a few other lines."""
        standing = self._row_of(group.key, row)
        if standing is None:
            head = QStandardItem(group.text)
            head.setData(group.key, GROUP)
            head.setToolTip("")
            self.model.insertRow(row, [head])
        else:
            self.model.removeRows(row, standing - row)
            head = self.model.item(row)
        self._put_entries(head, group.entries)
        if standing is None:
            self.tree.setExpanded(head.index(), opened)

    def _row_of(self, key: str, first: int) -> int | None:
        rows = range(first, self.model.rowCount())
        return next((row for row in rows if self.model.item(row).data(GROUP) == key), None)

    def _put_entries(self, head: QStandardItem, entries: Sequence[Entry]) -> None:
        """Let `entries` be the lines under `head`, of which only what is other is touched."""
        standing: list[Entry] = [head.child(row).data(ENTRY) for row in range(head.rowCount())]
        known = [_line(entry) for entry in standing]
        wanted = {_line(entry) for entry in entries}
        for row in reversed(range(len(known))):
            if known[row] not in wanted:
                head.removeRow(row)
                del standing[row], known[row]
        for row, entry in enumerate(entries):
            line = _line(entry)
            if row < len(known) and known[row] == line:
                if standing[row] != entry:
                    self._put(entry, head.child(row))
                continue
            if line in known[row:]:
                before = known.index(line, row)
                head.removeRow(before)
                del standing[before], known[before]
            item = QStandardItem(entry.text)
            item.setToolTip(entry.text)
            self._put(entry, item)
            head.insertRow(row, [item])  # of a single item PySide does not keep the owner
            standing.insert(row, entry)
            known.insert(row, line)

    def _put(self, entry: Entry, item: QStandardItem) -> None:
        count = self._desk.tongue.number(entry.count) if entry.count is not None else ""
        item.setData(entry, ENTRY)
        item.setData(f"{entry.text} {count}".strip(), Qt.ItemDataRole.AccessibleTextRole)

    def _return_to(self, current: Entry | None) -> None:
        """Go back to the current line where it was taken from its place."""
        now = self.tree.currentIndex().data(ENTRY)
        if current is None or (now is not None and _line(now) == _line(current)):
            return
        index = self.index_of(current.facet, current.value)
        if index is not None:
            self.tree.setCurrentIndex(index)

    def index_of(self, facet: str, value: Any) -> QModelIndex | None:
        """Where a value stands in the tree; None where it is not."""
        for row in range(self.model.rowCount()):
            head = self.model.item(row)
            for place in range(head.rowCount()):
                entry: Entry = head.child(place).data(ENTRY)
                if entry.facet == facet and entry.value == value:
                    return head.child(place).index()
        return None

    def _click(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY)
        if index.data(GROUP):
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif entry is not None:
            held = QGuiApplication.keyboardModifiers()
            self.choose(entry, beside=bool(held & Qt.KeyboardModifier.ControlModifier))

    def choose(self, entry: Entry, *, beside: bool = False) -> None:
        """Show what a line stands for: it alone of its group, or `beside` what is chosen there already.

        Once more takes it away again. An article is opened as well.
        """
        session = self._desk.session
        if entry.facet == "saved":
            session.shown.set_filter(entry.value.filter)
            return
        chosen, value = getattr(session.shown.filter, entry.facet), frozenset({entry.value})
        session.shown.narrow(
            **{entry.facet: chosen ^ value if beside else value - chosen if chosen == value else value}
        )
        if (
            entry.facet == "articles"
            and entry.value in session.shown.filter.articles
            and session.project is not None
        ):
            session.show_article(entry.value)
            quotes = session.project.quotes.ids_of_article(entry.value)
            if quotes and session.quote_id is None:
                session.select(quotes[0])

    def _menu(self, point: QPoint) -> None:
        entry: Entry | None = self.tree.indexAt(point).data(ENTRY)
        if entry is None:
            return
        menu = QMenu(self)
        if entry.facet == "articles":
            self._desk.session.show_article(entry.value)
            menu.addAction(self._desk.actions["edit.article"])
            menu.addAction(self._desk.actions["edit.delete_article"])
        elif entry.facet == "saved":
            remove = menu.addAction(self.tr("Remove this filter"))
            remove.triggered.connect(lambda _checked=False: self._remove_saved(entry.value.id))
        else:
            beside = menu.addAction(self.tr("Together with what is chosen (Ctrl and a click)"))
            beside.triggered.connect(lambda _checked=False: self.choose(entry, beside=True))
        if entry.facet == "tags":
            menu.addSeparator()
            rename = menu.addAction(self.tr("Rename the tag…"))
            rename.triggered.connect(lambda _checked=False: self._desk.beside.show("tag", entry.value))
            delete = menu.addAction(self.tr("Delete the tag"))
            delete.triggered.connect(
                lambda _checked=False: self._desk.session.writing.perform(ops.DeleteTag(entry.value))
            )
        elif entry.facet == "speakers":
            menu.addSeparator()
            page = menu.addAction(self._desk.actions.label("speakers.page"))
            page.triggered.connect(lambda _checked=False: self.page_wanted.emit(entry.value))
        menu.exec(self.tree.viewport().mapToGlobal(point))

    def _remove_saved(self, saved: int) -> None:
        self._desk.session.writing.perform(ops.DeleteFilter(saved))


def _line(entry: Entry) -> tuple[str, Any, str]:
    """What stands in a line of the tree, without the count."""
    return entry.facet, entry.value, entry.text
