"""What the actions of the registry do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quotetrack import operations as ops
from quotetrack.errors import QuotetrackError
from ui.beside import Opener
from ui.dialogs.about import AboutDialog
from ui.dialogs.again import AgainDialog, take
from ui.dialogs.article import ArticleDialog
from ui.dialogs.hints import HintsDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.palette import Palette
from ui.dialogs.preferences import Preferences
from ui.dialogs.snapshots import SnapshotsDialog
from ui.dialogs.words import AddressDialog
from ui.finding import Finding
from ui.people import People
from ui.review import Review
from ui.settings import ThemeChoice
from ui.workbench import TABS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from quotetrack.store.records import Snapshot
    from ui.arrivals import Arrivals
    from ui.desk import Desk
    from ui.dialogs.base import Dialog
    from ui.main_window import MainWindow
    from ui.sheets import Sheets


class Commands(QObject):
    """Binds every action; one for each building of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._session = window.session
        self.review = Review(window)
        self.finding = Finding(window)
        self.people = People(window)
        for name, handler in self._handlers().items():
            window.actions_.bind(name, self._guarded(handler))
        window.beside.openers = self._openers()

    # Readers, the queue and the exports bring many libraries; they are imported when first asked for,
    # so that the window does not wait for them at the start.

    @cached_property
    def arrivals(self) -> Arrivals:
        """What brings articles in."""
        from ui.arrivals import Arrivals  # noqa: PLC0415

        return Arrivals(self._window, self.new_project)

    @cached_property
    def sheets(self) -> Sheets:
        """What takes quote sheets out."""
        from ui.sheets import Sheets  # noqa: PLC0415

        return Sheets(self._window, self._guarded)

    def _later(self, part: str, what: str) -> None:
        getattr(getattr(self, part), what)()

    def _guarded(self, handler: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            try:
                handler()
            except (QuotetrackError, OSError) as problem:
                self._window.trouble(problem)

        return run

    def _handlers(self) -> dict[str, Callable[[], object]]:
        window, session, bench = self._window, self._session, self._window.bench
        made: dict[str, Callable[[], object]] = {
            "project.import": partial(self._later, "arrivals", "choose_files"),
            "project.paste": partial(self._later, "arrivals", "paste"),
            "project.folder": partial(self._later, "arrivals", "choose_folder"),
            "project.address": lambda: window.beside.show("address"),
            "project.export": partial(self._later, "sheets", "export"),
            "project.again": self.detect_again,
            "project.new": self.new_project,
            "project.open": self.open_project,
            "project.sample": self.open_sample,
            "project.snapshots": self.snapshots,
            "project.settings": self.preferences,
            "project.quit": window.close,
            "edit.undo": session.writing.undo,
            "edit.redo": session.writing.redo,
            "edit.search": bench.top.begin_search,
            "edit.article": self.edit_article,
            "edit.delete_article": self.delete_article,
            "view.next_article": lambda: session.walk.step_article(1),
            "view.previous_article": lambda: session.walk.step_article(-1),
            "view.next_pane": bench.focus_next_pane,
            "view.menu": lambda: window.menuBar().setActiveAction(window.menuBar().actions()[0]),
            "view.larger": lambda: bench.reader.zoom(1),
            "view.smaller": lambda: bench.reader.zoom(-1),
            "view.normal_size": lambda: bench.reader.zoom(0),
            "view.underline": self.toggle_underline,
            "view.theme": self.toggle_theme,
            "view.language": self.toggle_language,
            "view.palette": lambda: Palette(self._desk, window).show(),
            "help.keys": lambda: window.beside.show("keys"),
            "help.hints": lambda: window.beside.show("hints"),
            "help.about": lambda: window.beside.show("about"),
        }
        for tab in TABS:
            made[f"view.{tab}"] = partial(bench.show_tab, tab)
        return made | self.review.handlers() | self.finding.handlers() | self.people.handlers()

    def _openers(self) -> dict[str, Opener]:
        perform = self._session.writing.perform
        made = {
            "article": Opener(
                lambda desk, window, article: ArticleDialog(
                    desk, window, article, self._session.needed().articles.get(article).article
                ),
                lambda dialog: perform(dialog.operation()) is not None,
            ),
            "again": Opener(AgainDialog, self._take_over),
            "snapshots": Opener(lambda desk, window, _: self._snapshots(desk, window)),
            "address": Opener(
                lambda _desk, window, _: AddressDialog(window),
                lambda dialog: self._take_address(dialog.words()),
                of_project=False,
            ),
            "paste": Opener(
                self._pasting,
                lambda dialog: self.arrivals.take_pasted(dialog.article),
                of_project=False,
                modal=True,
            ),
            "keys": Opener(lambda desk, window, _: KeysDialog(desk.actions, window), of_project=False),
            "hints": Opener(lambda desk, window, _: HintsDialog(desk, window), of_project=False),
            "about": Opener(lambda _desk, window, _: AboutDialog(window), of_project=False),
        }
        for handlers in (self.review, self.finding, self.people):
            made |= handlers.openers()
        return made

    def _take_address(self, address: str) -> bool:
        self.arrivals.take_addresses([address])
        return True

    def _pasting(self, desk: Desk, window: QWidget, text: str) -> Dialog:
        from ui.dialogs.paste import PasteDialog  # noqa: PLC0415 - it brings the readers, as above

        return PasteDialog(desk, window, text)

    # --- projects --------------------------------------------------------------------------------

    def _project_filter(self) -> str:
        return self.tr("Projects (*.qtrack)")

    def new_project(self) -> bool:
        """Ask for a name and make a project; whether there is one now."""
        path = self._desk.asking.target(
            self.tr("New project"), self.tr("My quotes") + ".qtrack", self._project_filter()
        )
        if path is None:
            return False
        self._session.open(path if path.suffix else path.with_suffix(".qtrack"), create=True)
        return True

    def open_project(self) -> None:
        """Ask for a project and open it."""
        path = self._desk.asking.file(self.tr("Open a project"), self._project_filter())
        if path is not None:
            self._session.open(path)

    def restore(self, path: Path, snapshot: Snapshot) -> None:
        """Put a snapshot in the place of a project and open it."""
        self._guarded(lambda: self._session.restore(path, snapshot))()

    def look_at(self, path: Path) -> None:
        """Open a project for reading only."""
        self._guarded(lambda: self._session.open(path, read_only=True))()

    def snapshots(self) -> None:
        """Show earlier states of the project and go back to one."""
        newest = next(iter(self._session.needed().snapshots), None)
        self._desk.beside.show("snapshots", str(newest.path) if newest is not None else "")

    def _snapshots(self, desk: Desk, window: QWidget) -> SnapshotsDialog:
        project = self._session.needed()
        dialog = SnapshotsDialog(desk, window, project.snapshots)
        dialog.chosen.connect(lambda snapshot: self.restore(project.path, snapshot))
        return dialog

    def detect_again(self) -> None:
        """Show what detection would report today, and take it over if the user wants it."""
        if self._session.article_id is not None:
            self._desk.beside.show("again", self._session.article_id)

    def _take_over(self, dialog: AgainDialog) -> bool:
        seen = dialog.seen
        return seen is not None and self._session.writing.change_later(
            lambda project, task: take(project, seen, task),
            lambda: self.tr("Taking over what was detected"),
            lambda: self._window.say(self.tr("Detected again. Undo brings back what was.")),
        )

    def take_files(self, paths: Sequence[Path]) -> None:
        """Open a project that was dropped, or import files and folders."""
        projects = [path for path in paths if path.suffix == ".qtrack"]
        if projects:
            self._open_path(projects[0])
        else:
            self.arrivals.take_files(paths)

    def open_sample(self) -> None:
        """Open the sample project; it is made the first time, which takes a moment."""
        from quotetrack.samples import sample_project  # noqa: PLC0415

        self._desk.tasks.run(
            lambda _: sample_project(), self._open_path, name=lambda: self.tr("Preparing the sample")
        )

    def _open_path(self, path: Path) -> None:
        try:
            self._session.open(path)
        except QuotetrackError as problem:
            self._window.trouble(problem)

    def edit_article(self) -> None:
        """Change title, outlet, author, date and link of the article in the reader."""
        if self._session.article_id is not None:
            self._desk.beside.show("article", self._session.article_id)

    def delete_article(self) -> None:
        """Take the article in the reader out of the project; undo brings it back."""
        if self._session.article_id is not None:
            self._session.writing.perform(ops.DeleteArticles((self._session.article_id,)))

    # --- the window ------------------------------------------------------------------------------

    def preferences(self) -> None:
        """Show the settings."""
        window = self._window
        Preferences(self._desk, window, before=window.keep, after=window.rebuild).open()

    def toggle_underline(self) -> None:
        """Draw the marks without colour, or stop drawing them."""
        self._desk.settings.underline = not self._desk.settings.underline
        self._window.bench.reader.set_underline()

    def toggle_theme(self) -> None:
        """Change from light to dark or back."""
        self._desk.settings.theme = ThemeChoice.LIGHT if self._desk.tokens.dark else ThemeChoice.DARK
        self._window.rebuild()

    def toggle_language(self) -> None:
        """Change from Arabic to English or back."""
        self._window.keep()
        self._desk.settings.language = "en" if self._desk.settings.language == "ar" else "ar"
        self._window.rebuild()
