"""The open project as the window sees it, and what is chosen in it.

Panes never talk to each other. They read from here, from what is `shown`, change the project by
`writing`, and redraw when one of the signals tells them.
"""

from __future__ import annotations

from array import array
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from quotetrack.errors import QuotetrackError
from quotetrack.store import GoneError, Project, restore
from quotetrack.store.records import Changes, Quote, Snapshot
from ui.places import Place, recall, remember
from ui.settings import Settings
from ui.shown import Shown
from ui.tasks import Lane, Task, Tasks
from ui.walk import Walk
from ui.writing import Writing


class Session(QObject):
    """One open project, or none: `changed` tells which of its rows are others."""

    project_changed = Signal()
    leaving = Signal(object)
    returned = Signal(object)
    changed = Signal(object)
    quote_changed = Signal()
    article_changed = Signal()
    selection_changed = Signal()
    history_changed = Signal()

    def __init__(self, settings: Settings, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._tasks = tasks
        self._project: Project | None = None
        self._reader: Any = None
        self._quote: int | None = None
        self._article: int | None = None
        self._selection = array("q")
        self._selected = False
        self.shown = Shown(self, settings)
        self.writing = Writing(self, tasks)
        self.walk = Walk(self)

    # --- the project -----------------------------------------------------------------------------

    @property
    def project(self) -> Project | None:
        """The open project."""
        return self._project

    def needed(self) -> Project:
        """The open project, for what is done only while there is one.

        Raises:
            LookupError: there is none.
        """
        if self._project is None:
            raise LookupError
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
        self._quote = self._article = None
        self.shown.begin()
        self.project_changed.emit()
        self.shown.filter_changed.emit()
        self.history_changed.emit()
        self._return_to(recall(self._settings, path))
        self.shown.refresh()
        if opened.checked_in_part:
            self._tasks.run(lambda task: opened.verify(lambda: task.cancelled), lane=Lane.UNNOTICED)
        self.returned.emit(path)

    def _return_to(self, place: Place) -> None:
        self.shown.return_to(place)
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
        self.shown.forget()
        self.project_changed.emit()

    def close(self) -> None:
        """Remember the place and close the project."""
        if self._project is None:
            return
        path = self._project.path
        self.leaving.emit(path)
        place = Place(self.shown.filter, self.shown.chosen_sort, self._quote, self._article)
        remember(self._settings, path, place)
        self.writing.finish()
        reader, project = self._reader, self._project
        self._project = self._reader = None
        self._tasks.in_reading_lane(reader.close)
        project.close()

    def read(self, work: Any, done: Any, key: str) -> Task | None:
        """Run `work(reader)` in the reading lane and give its result to `done`."""
        reader = self._reader
        if reader is None:
            return None
        return self._tasks.run(lambda _: work(reader), done, key=key, lane=Lane.READING)

    def tell(self, changes: Changes) -> None:
        """Tell every pane that rows have changed."""
        self._drop_what_is_gone()
        self.changed.emit(changes)
        self.history_changed.emit()
        self.shown.refresh()

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
            self.shown.refresh()
            return
        self._quote = quote
        self._selected = quote in self._selection if len(self._selection) > 1 else False
        if article != self._article:
            self._article = article
            self.article_changed.emit()
        self.quote_changed.emit()

    def choose_first(self) -> None:
        """Choose the first shown quote where nothing is chosen yet."""
        if self._quote is None and self._article is None and self.shown.ids:
            self.select(self.shown.ids[0])

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
