"""Bringing articles in: files, folders, pages, pasted texts, through the queue."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from quotetrack import readers
from quotetrack.filters import QuoteFilter
from quotetrack.importing import ImportQueue, Outcome, Progress, Report, Source, WebAddress, sources_of
from quotetrack.store.records import Changes, Kind
from ui.dialogs.paste import PasteDialog
from ui.dialogs.results import ResultsDialog

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.tasks import Task

_SHOW_EVERY = 2.5
_TELL_EVERY = 0.1
"""Seconds after which an import shows what has arrived, and says how far it is."""


class Arrivals(QObject):
    """Imports off the window's thread and tells how it went."""

    def __init__(self, window: MainWindow, project_needed: Callable[[], bool]) -> None:
        super().__init__(window.bench)
        self._window = window
        self._desk = window.desk
        self._session = window.session
        self._shown = 0.0
        self._project_needed = project_needed

    def choose_files(self) -> None:
        """Ask for files and import them."""
        known = " ".join(f"*{suffix}" for suffix in readers.suffixes())
        paths = self._desk.asking.files(
            self.tr("Open articles"), f"{self.tr('Articles')} ({known});;{self.tr('All files')} (*)"
        )
        self.take_files(paths)

    def choose_folder(self) -> None:
        """Ask for a folder and import everything in it that can be read."""
        folder = self._desk.asking.folder(self.tr("Open a folder of articles"))
        if folder is not None:
            self.take_files([folder])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Import files and folders."""
        if paths:
            self._import(lambda: sources_of(paths))

    def take_address(self) -> None:
        """Ask for an address of the web and import the page."""
        address = self._desk.asking.words(self.tr("Open a web page"), self.tr("Address of the page"))
        if address:
            self._import(lambda: [WebAddress(address)])

    def paste(self, text: str = "") -> None:
        """Let the user paste a text and import it."""
        clipboard = QGuiApplication.clipboard().text()
        dialog = PasteDialog(self._desk, self._window, text or (clipboard if len(clipboard) > 60 else ""))
        dialog.accepted.connect(lambda: self._take_pasted(dialog))
        dialog.open()

    def _take_pasted(self, dialog: PasteDialog) -> None:
        article = dialog.article
        if article is not None:
            self._import(lambda: [article])

    def _import(self, sources: Callable[[], Iterable[Source]]) -> None:
        if self._session.project is None and not self._project_needed():
            return
        project = self._session.project
        if project is None:
            return

        def work(task: Task) -> Report:
            told = 0.0

            def show(progress: Progress) -> None:
                nonlocal told
                if time.monotonic() - told < _TELL_EVERY:
                    return
                told = time.monotonic()
                task.progressed.emit(progress.done, progress.expected, Path(progress.name).name)

            # Looking into folders takes its time, too.
            return ImportQueue(project, sources()).run(progress=show, cancelled=lambda: task.cancelled)

        self._shown = time.monotonic()
        task = self._desk.tasks.run(work, self._imported, name=self.tr("Importing"), always=True)
        task.progressed.connect(self._show_arrivals)

    def _show_arrivals(self, _done: int, _expected: int, _name: str) -> None:
        if time.monotonic() - self._shown > _SHOW_EVERY:
            self._shown = time.monotonic()
            self._session.tell(Changes(ids={Kind.ARTICLES: frozenset()}))

    def _imported(self, report: Report) -> None:
        articles = [result.article for result in report.results if result.article is not None]
        known = [result.duplicate_of for result in report.results if result.duplicate_of is not None]
        self._session.tell(Changes(ids={Kind.ARTICLES: frozenset(articles), Kind.QUOTES: frozenset()}))
        if articles or known:
            self._show_first((articles or known)[0])
        failed = [result.error for result in report.results if result.error is not None]
        problem = report.stopped or (failed[0] if len(report.results) == 1 and failed else None)
        if problem is not None:
            self._window.trouble(problem)
            return
        text = self._desk.tongue.join(
            (
                self.tr("%n article(s) imported", "", report.count(Outcome.IMPORTED)),
                self.tr("%n quote(s) found", "", report.quotes),
            )
        )
        warned = any(result.warnings for result in report.results)
        more = bool(failed or known or len(report.results) > 1 or warned or report.cancelled)
        show = self.tr("Show what happened to each") if more else ""
        self._window.say(self._desk.tongue.digits(text), show, lambda: self._show_results(report))

    def _show_first(self, article: int) -> None:
        project = self._session.project
        if project is None:
            return
        self._session.set_filter(QuoteFilter())
        quotes = project.quotes.of_article(article)
        if quotes:
            self._session.select(quotes[0].id)
        else:
            self._session.show_article(article)
        self._window.bench.show_tab("context")

    def _show_results(self, report: Report) -> None:
        ResultsDialog(self._desk, self._window, report).show()
