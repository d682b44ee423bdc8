"""Finding quotes again in what a project has: a look first, then what the user ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from quotetrack.importing import Redetection, look_again, redetect
from quotetrack.importing.detecting import usual_jobs
from quotetrack.store.records import ArticleRow, Changes, Kind
from ui.dialogs.redetection import RedetectionDialog

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.tasks import Task


class SecondLook(QObject):
    """Detects again off the window's thread and asks before anything is changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.bench)
        self._window = window
        self._desk = window.desk
        self._session = window.session

    def begin(self) -> None:
        """Detect again in every article, and show what would change."""
        project = self._session.project
        if project is None:
            return

        def work(task: Task) -> tuple[Redetection, list[ArticleRow]]:
            with project.reader() as reader:
                found = look_again(
                    reader,
                    jobs=usual_jobs(),
                    progress=lambda done, expected: task.progressed.emit(done, expected, ""),
                    cancelled=lambda: task.cancelled,
                )
                return found, list(reader.articles.rows(found.found))

        name = self.tr("Finding quotes again")
        self._desk.tasks.run(work, lambda both: self._show(*both), name=name, key="redetection")

    def _show(self, found: Redetection, articles: list[ArticleRow]) -> None:
        if not found.news:
            looked = self.tr("Looked at %n article(s): every quote is found as before.", "", found.looked)
            self._window.say(self._desk.tongue.digits(looked))
            return
        dialog = RedetectionDialog(self._desk, self._window, found, articles)
        dialog.accepted.connect(lambda: self._take_over(found, dialog.model.wanted()))
        dialog.open()

    def _take_over(self, found: Redetection, wanted: list[int]) -> None:
        project = self._session.project
        if project is None:
            return

        def work(task: Task) -> int:
            return redetect(
                project,
                found,
                wanted,
                progress=lambda done, expected: task.progressed.emit(done, expected, ""),
                cancelled=lambda: task.cancelled,
            )

        self._desk.tasks.run(work, self._done, name=self.tr("Taking over what was found"), always=True)

    def _done(self, articles: int) -> None:
        changes = Changes(ids={kind: frozenset() for kind in (Kind.QUOTES, Kind.ARTICLES, Kind.SPEAKERS)})
        self._session.tell(changes)
        self._window.say(
            self._desk.tongue.digits(self.tr("Quotes found again in %n article(s).", "", articles)),
            self.tr("Undo"),
            self._session.undo,
        )
