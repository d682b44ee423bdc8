"""The open project as the window sees it: what is shown, what is chosen, and the one way to change it.

Panes never talk to each other. They read from here, write through `perform`, and redraw when one of
the signals tells them.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from quotetrack import operations as ops
from quotetrack.errors import QuotetrackError
from quotetrack.filters import QuoteFilter
from quotetrack.store import GoneError, Project, restore
from quotetrack.store.records import Changes, Facets, Quote, Snapshot, Sort, SortBy
from ui.places import Place, recall, remember
from ui.settings import Settings
from ui.tasks import Lane, Task, Tasks
from ui.walk import Walk, place_in

_MANY = 1_000
"""Quotes from which on a change takes longer than a person notices."""
_NOTICED = 0.02
"""Seconds that the window waits for a change; longer, and a person might notice."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: the ids in order, and where the chosen quote stands among them."""

    ids: array[int]
    place: int | None


class Session(QObject):
    """One open project, or none.

    `deciding` are the quotes about which a decision is on its way to the file.
    """

    project_changed = Signal()
    leaving = Signal(object)
    returned = Signal(object)
    changed = Signal(object)
    filter_changed = Signal()
    shown_changed = Signal()
    facets_changed = Signal()
    quote_changed = Signal()
    article_changed = Signal()
    selection_changed = Signal()
    history_changed = Signal()
    busy = Signal()

    def __init__(self, settings: Settings, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._tasks = tasks
        self._project: Project | None = None
        self._reader: Any = None
        self._filter = QuoteFilter()
        self._sort = settings.sort
        self._best_first = False
        self._ids: array[int] = array("q")
        self._facets: Facets | None = None
        self._quote: int | None = None
        self._article: int | None = None
        self._selection = array("q")
        self._selected = False
        self.walk = Walk(self)
        self._long: Task | None = None
        self.deciding: set[int] = set()
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._query)

    # --- the project -----------------------------------------------------------------------------

    @property
    def project(self) -> Project | None:
        """The open project."""
        return self._project

    def open(self, path: Path, *, create: bool = False, read_only: bool = False) -> None:
        """Close what is open and open (or create) the project at `path`, where it was left.

        With `read_only` it can be looked at while another window has it open.

        Raises:
            QuotetrackError: it cannot be opened; what was open stays open.
        """
        opened = Project.create(path) if create else Project.open(path, read_only=read_only)
        self.close()
        self._project = opened
        self._reader = opened.reader()
        self._settings.last_project = path
        self._filter, self._sort, self._best_first = QuoteFilter(), self._settings.sort, False
        self._quote = self._article = None
        self._ids, self._facets = array("q"), None
        self.project_changed.emit()
        self.filter_changed.emit()
        self.history_changed.emit()
        self._return_to(recall(self._settings, path))
        self.refresh()
        if opened.checked_in_part:
            self._tasks.run(lambda task: opened.verify(lambda: task.cancelled), lane=Lane.UNNOTICED)
        self.returned.emit(path)

    def _return_to(self, place: Place) -> None:
        self.set_filter(place.filter)
        self._sort = place.sort or self._sort
        for chosen, go in ((place.article, self.show_article), (place.quote, self.select)):
            if chosen is not None:
                with suppress(QuotetrackError):
                    go(chosen)

    def restore(self, path: Path, snapshot: Snapshot) -> None:
        """Put a snapshot in the place of the project at `path` and open it.

        Raises:
            QuotetrackError: the snapshot is damaged or there is no room; the project is as it was.
        """
        if self._project is not None and self._project.path == path:
            self.close()
            self._clear()
        try:
            restore(path, snapshot)
        finally:
            self.open(path)

    def _clear(self) -> None:
        self._quote = self._article = None
        self._ids, self._facets = array("q"), None
        self.project_changed.emit()

    def close(self) -> None:
        """Remember the place and close the project."""
        if self._project is None:
            return
        path = self._project.path
        self.leaving.emit(path)
        remember(self._settings, path, Place(self._filter, self._sort, self._quote, self._article))
        self._tasks.finish_writing()
        self.deciding.clear()
        reader, project = self._reader, self._project
        self._project = self._reader = None
        self._tasks.in_reading_lane(reader.close)
        project.close()

    # --- changing --------------------------------------------------------------------------------

    def perform(self, operation: ops.Operation, *, batch: str = "") -> Changes | None:
        """Do `operation`, tell everybody, and return what it changed.

        Operations in a row that share a `batch` are undone together. Where nothing could be
        changed (no project, a full disk, a name that means two people) it is None, and the user
        is told why.
        """
        written: list[Changes] = []
        task = self._write(lambda project, _task: ops.perform(project, operation, batch=batch))
        if task is not None:
            task.finished.connect(written.append)
            task.settle()
        return written[0] if written else None

    def perform_for_all(
        self,
        operation: Callable[[tuple[int, ...]], ops.Operation],
        then: Callable[[], object] | None = None,
    ) -> None:
        """Do an operation to every target, and go on with `then`.

        That is when it is done; but where others write just now, or very many are to be changed, it
        is done off the window's thread, and the few that are waited for are `deciding` meanwhile.
        """
        project, targets = self._project, self.targets
        if project is None or not targets:
            return
        if len(targets) >= _MANY:
            self.perform_later(
                lambda: operation(targets), lambda: self.tr("Changing %n quote(s)", "", len(targets)), then
            )
            return
        task = self._write(lambda project, _task: ops.perform(project, operation(targets)))
        if task is None:
            return
        if not task.settle(_NOTICED):
            self.deciding.update(targets)
            task.ended.connect(lambda: self.deciding.difference_update(targets))
        if then is not None and task.error is None:
            then()

    def perform_later(
        self,
        operation: Callable[[], ops.Operation],
        name: Callable[[], str],
        then: Callable[[], object] | None = None,
    ) -> None:
        """Do an operation that takes long off the window's thread, showing `name`, and call `then`."""
        self.change_later(lambda project, _task: ops.perform(project, operation()), name, then)

    def change_later(
        self,
        work: Callable[[Project, Task], Changes],
        name: Callable[[], str],
        then: Callable[[], object] | None = None,
    ) -> None:
        """Let `work` change the project off the window's thread, showing `name`, and call `then`.

        Nothing else is changed meanwhile; who tries is told.
        """
        task = self._write(work, name)
        if task is None:
            return
        self._long = task
        if then is not None:
            done = then
            task.finished.connect(lambda _changes: done())

    def _write(
        self, work: Callable[[Project, Task], Changes], name: Callable[[], str] | None = None
    ) -> Task | None:
        """Let `work` change the project after every change that was asked for before, and tell everybody.

        None where there is no project, or a long change is under way: the user is told.
        """
        project = self._project
        if project is None:
            return None
        if self._long is not None and not self._long.done:
            self.busy.emit()
            return None
        return self._tasks.run(
            lambda task: work(project, task),
            lambda changes: self.tell(changes) if project is self._project else None,
            name=name,
            lane=Lane.WRITING,
            always=True,
        )

    def undo(self) -> None:
        """Take back the last operation."""
        self._turn(ops.undo)

    def redo(self) -> None:
        """Bring back the operation that was undone last."""
        self._turn(ops.redo)

    def _turn(self, turn: Callable[[Project], Changes]) -> None:
        task = self._write(lambda project, _task: turn(project))
        if task is not None:
            task.settle(_NOTICED)

    def tell(self, changes: Changes) -> None:
        """Tell every pane that rows have changed."""
        self._drop_what_is_gone()
        self.changed.emit(changes)
        self.history_changed.emit()
        self.refresh()

    def _drop_what_is_gone(self) -> None:
        if self._quote is not None and self.quote() is None:
            self._quote = None
            self.quote_changed.emit()
        if self._article is not None and self._project is not None:
            try:
                self._project.articles.get(self._article)
            except QuotetrackError:
                self._article = None
                self.article_changed.emit()

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def filter(self) -> QuoteFilter:
        """Which quotes are meant."""
        return self._filter

    @property
    def sort(self) -> Sort:
        """Their order: the chosen one, or the best match first until one is chosen for what is sought."""
        sort = Sort() if self._best_first else self._sort
        if sort.by is SortBy.RELEVANCE and not self._filter.text.strip():
            return Sort(SortBy.DATE, sort.descending)
        return sort

    @property
    def filtered(self) -> bool:
        """Whether any condition is set."""
        return self._filter != QuoteFilter()

    @property
    def ids(self) -> array[int]:
        """The quotes that are shown, in order."""
        return self._ids

    @property
    def facets(self) -> Facets | None:
        """The counts under the present filter; None until they are known."""
        return self._facets

    def set_filter(self, wanted: QuoteFilter) -> None:
        """Show the quotes that meet `wanted`."""
        if wanted != self._filter:
            if wanted.text != self._filter.text:
                self._best_first = bool(wanted.text.strip())
            self._filter = wanted
            self.filter_changed.emit()
            self.refresh()

    def narrow(self, **conditions: Any) -> None:
        """Change some conditions of the filter."""
        self.set_filter(replace(self._filter, **conditions))

    def toggle(self, facet: str, value: Any) -> None:
        """Add `value` to the conditions of `facet`, or take it away."""
        chosen: frozenset[Any] = getattr(self._filter, facet)
        self.narrow(**{facet: chosen ^ {value}})

    def set_sort(self, wanted: Sort) -> None:
        """Show them in another order."""
        if wanted != self.sort:
            self._best_first = False
            self._sort = self._settings.sort = wanted
            self.refresh()

    def refresh(self) -> None:
        """Ask again for what is shown, once, when the present events are done."""
        self._refresh.start()

    def _query(self) -> None:
        reader = self._reader
        if reader is None:
            self._ids, self._facets = array("q"), None
            self.shown_changed.emit()
            self.facets_changed.emit()
            return
        wanted, order, chosen = self._filter, self.sort, self._quote

        def find(_task: Task) -> Found:
            ids = reader.quotes.ids(wanted, order)
            return Found(ids, None if chosen is None else place_in(ids, chosen))

        self._tasks.run(find, self._take_ids, key="ids", lane=Lane.READING)
        self._tasks.run(
            lambda _: reader.quotes.facets(wanted), self._take_facets, key="facets", lane=Lane.READING
        )

    def _take_ids(self, found: Found) -> None:
        self._ids = found.ids
        self.walk.begin_at(found.place)
        self.shown_changed.emit()
        # In a turn of its own: the panes have just drawn what was found.
        QTimer.singleShot(0, self, self._choose_first)

    def _choose_first(self) -> None:
        if self._quote is None and self._article is None and self._ids:
            self.select(self._ids[0])

    def _take_facets(self, facets: Facets) -> None:
        self._facets = facets
        self.facets_changed.emit()

    def read(self, work: Any, done: Any, key: str) -> Task | None:
        """Run `work(reader)` in the reading lane and give its result to `done`."""
        reader = self._reader
        if reader is None:
            return None
        return self._tasks.run(lambda _: work(reader), done, key=key, lane=Lane.READING)

    # --- what is chosen --------------------------------------------------------------------------

    @property
    def quote_id(self) -> int | None:
        """The chosen quote."""
        return self._quote

    @property
    def article_id(self) -> int | None:
        """The article in the reader."""
        return self._article

    def quote(self) -> Quote | None:
        """Everything about the chosen quote; None where none is chosen or it is gone."""
        if self._project is None or self._quote is None:
            return None
        try:
            return self._project.quotes.get(self._quote)
        except QuotetrackError:
            return None

    def select(self, quote: int | None) -> None:
        """Choose a quote and show its article."""
        if self._project is None or quote == self._quote:
            return
        try:
            article = self._project.quotes.get(quote).article_id if quote is not None else self._article
        except GoneError:
            # An undo has taken it away; the query that will say so is on its way.
            self.refresh()
            return
        self._quote = quote
        self._selected = quote in self._selection if len(self._selection) > 1 else False
        if article != self._article:
            self._article = article
            self.article_changed.emit()
        self.quote_changed.emit()

    @property
    def targets(self) -> tuple[int, ...]:
        """The quotes that a decision is about: the rows selected in the table, or the chosen quote."""
        if self.target_count > 1:
            return tuple(self._selection)
        return () if self._quote is None else (self._quote,)

    @property
    def target_count(self) -> int:
        """How many quotes a decision is about."""
        return len(self._selection) if self._selected else int(self._quote is not None)

    def set_selection(self, quotes: array[int]) -> None:
        """Note which rows of the table are selected."""
        self._selection = quotes
        self._selected = self._quote in quotes if quotes else False
        self.selection_changed.emit()

    def show_article(self, article: int) -> None:
        """Show an article; the chosen quote stays only if it is in it."""
        if self._project is None or article == self._article:
            return
        self._project.articles.get(article)
        self._article = article
        chosen = self.quote()
        self.article_changed.emit()
        if chosen is not None and chosen.article_id != article:
            self._quote = None
            self.quote_changed.emit()
