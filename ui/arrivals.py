"""Bringing articles in: files, folders, pages, feeds, pasted texts, through the queue."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from quotetrack import readers
from quotetrack.article import Article
from quotetrack.filters import QuoteFilter
from quotetrack.importing import ImportQueue, Outcome, Progress, Report, Source, WebAddress, sources_of
from quotetrack.readers import FeedEntry, Format, Raw, ReadOptions
from quotetrack.store.records import Changes, Kind
from ui.dialogs.arrivals import ArrivalsDialog
from ui.dialogs.feed import FeedDialog
from ui.dialogs.results import ResultsDialog
from ui.turns import in_turns

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.tasks import Task

_SHOW_EVERY = 2.5
_TELL_EVERY = 0.1
"""Seconds after which an import shows what has arrived, and says how far it is."""
_LONG = 60
"""Characters from which on what is in the clipboard may be an article."""


class Arrivals(QObject):
    """Imports off the window's thread and tells how it went."""

    def __init__(self, window: MainWindow, project_needed: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._session = window.session
        self._shown = 0.0
        self._project_needed = project_needed

    # --- ways in ---------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files and import them."""
        known = " ".join(f"*{suffix}" for suffix in (*readers.suffixes(), ".zip", ".gz"))
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
        """Import files and folders; of a feed that was saved the user chooses."""
        if len(paths) == 1 and paths[0].is_file() and _is_feed(paths[0]):
            self._list_feed(lambda _: readers.load(paths[0], options=ReadOptions()), "")
        elif paths:
            self._import(lambda: sources_of(paths))

    def take_addresses(self, addresses: Sequence[str]) -> None:
        """Fetch what the user has typed or dropped."""
        if len(addresses) == 1:
            self._fetch(addresses[0])
        elif addresses:
            self._import(lambda: map(WebAddress, addresses))

    def paste(self, text: str = "") -> None:
        """Let the user paste a text and import it; files that were copied are imported as they are."""
        clipboard = QGuiApplication.clipboard()
        held: QMimeData | None = clipboard.mimeData()  # None where the clipboard holds nothing at all
        urls = held.urls() if held is not None else []
        copied = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if copied and not text:
            self.take_files(copied)
            return
        words = clipboard.text()
        self._desk.beside.show("paste", text or (words if len(words) > _LONG else ""))

    def take_pasted(self, article: Article) -> bool:
        """Import an article that was pasted, unless the user wants no project for it."""
        there = self._project_there()
        if there:
            self._run_now(lambda: [article])
        return there

    # --- pages and feeds -------------------------------------------------------------------------

    def _fetch(self, address: str) -> None:
        def work(task: Task) -> Raw:
            from quotetrack.readers.web import fetch  # noqa: PLC0415 - no network code without the wish

            return fetch(address, options=ReadOptions(stopped=lambda: task.cancelled))

        self._list_feed(work, address, lambda: self.tr("Fetching the page"))

    def _list_feed(
        self, get: Callable[[Task], Raw], address: str, name: Callable[[], str] | None = None
    ) -> None:
        """Get a page or a feed; a page is imported, a feed shown as a list to tick."""
        if not self._project_there():
            return

        def work(task: Task) -> tuple[Raw, list[FeedEntry] | None]:
            raw = get(task)
            return raw, readers.read_feed(raw) if raw.format is Format.FEED else None

        def show(found: tuple[Raw, list[FeedEntry] | None]) -> None:
            raw, entries = found
            if entries is None:
                self._import(lambda: [raw])
                return
            dialog = FeedDialog(self._desk, self._window, raw.name, entries)
            dialog.accepted.connect(lambda: self._take_entries(raw, address, dialog))
            dialog.open()

        self._desk.tasks.run(work, show, name=name)

    def _take_entries(self, feed: Raw, address: str, dialog: FeedDialog) -> None:
        ticked, as_given = dialog.ticked(), dialog.as_given.isChecked()

        def sources() -> Iterable[Source]:
            own = _own_texts(feed) if as_given or not all(entry.link for entry in ticked) else {}
            for entry in ticked:
                article = own.get(entry.link or entry.title)
                if entry.link and not as_given:
                    yield WebAddress(entry.link, typed=False, found_on=address)
                elif article is not None:
                    yield article

        self._import(sources)

    # --- the queue -------------------------------------------------------------------------------

    def _project_there(self) -> bool:
        return self._session.project is not None or self._project_needed()

    def _import(self, sources: Callable[[], Iterable[Source]]) -> None:
        if not self._project_there():
            return
        if not self._desk.settings.look_first:
            self._run_now(sources)
            return
        project = self._session.project
        if project is None:
            return
        # Looking into folders takes its time.
        self._desk.tasks.run(
            lambda _: ImportQueue(project, sources()),
            self._look,
            name=lambda: self.tr("Looking at the files"),
        )

    def _look(self, queue: ImportQueue) -> None:
        if not queue.items:
            self._window.say(self.tr("There is nothing here that can be read."))
            return
        dialog = ArrivalsDialog(self._desk, self._window, queue)
        dialog.accepted.connect(lambda: self._run(lambda: queue))
        dialog.open()

    def _run_now(self, sources: Callable[[], Iterable[Source]]) -> None:
        project = self._session.project
        if project is not None:
            self._run(lambda: ImportQueue(project, sources()))

    def _run(self, queue: Callable[[], ImportQueue]) -> None:
        def work(task: Task) -> Report:
            told = 0.0

            def show(progress: Progress) -> None:
                nonlocal told
                if time.monotonic() - told < _TELL_EVERY:
                    return
                told = time.monotonic()
                task.progressed.emit(progress.done, progress.expected, Path(progress.name).name)

            return queue().run(progress=show, cancelled=lambda: task.cancelled)

        self._shown = time.monotonic()
        project = self._session.project
        task = self._desk.tasks.run(
            work,
            lambda report: self._imported(report) if project is self._session.project else None,
            name=lambda: self.tr("Importing"),
            always=True,
            writes=True,
        )
        task.progressed.connect(self._show_arrivals)

    def _show_arrivals(self, _done: int, _expected: int, _name: str) -> None:
        if self._session.project is not None and time.monotonic() - self._shown > _SHOW_EVERY:
            self._shown = time.monotonic()
            self._session.tell(Changes(ids={Kind.ARTICLES: frozenset()}))

    # --- afterwards ------------------------------------------------------------------------------

    def _imported(self, report: Report) -> None:
        articles = [result.article for result in report.results if result.article is not None]
        known = [result.duplicate_of for result in report.results if result.duplicate_of is not None]
        self._session.tell(Changes(ids={Kind.ARTICLES: frozenset(articles), Kind.QUOTES: frozenset()}))
        first = (articles or known)[:1]
        in_turns(self, *(partial(self._show_first, each) for each in first), partial(self._say_how, report))

    def _say_how(self, report: Report) -> None:
        known = [result.duplicate_of for result in report.results if result.duplicate_of is not None]
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
        self._session.shown.set_filter(QuoteFilter())
        quotes = project.quotes.ids_of_article(article)
        if quotes:
            self._session.select(quotes[0])
        else:
            self._session.show_article(article)
        self._window.bench.show_tab("context")

    def _show_results(self, report: Report) -> None:
        ResultsDialog(self._desk, self._window, report).show()


def _is_feed(path: Path) -> bool:
    """Whether a file that was chosen lists articles rather than being one."""
    try:
        with path.open("rb") as file:
            return readers.sniff(path.name, file.read(4096), file) is Format.FEED
    except OSError:
        return False


def _own_texts(feed: Raw) -> dict[str, Article]:
    """The articles that a feed carries itself, by their links, or titles where they have none."""
    found = readers.read_raw(replace(feed, format=Format.FEED), ReadOptions())
    return {one.link or one.title: one for one in found if isinstance(one, Article)}
