"""The states of the window that are worth a picture."""

from __future__ import annotations

import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from quotetrack import operations as ops
from quotetrack.detection.records import AttributionType
from quotetrack.importing import ImportQueue, Outcome, Report, Result, Source
from quotetrack.readers import FeedEntry, ReadError
from quotetrack.store import Project
from ui.actions import GROUPS
from ui.dialogs.arrivals import ArrivalsDialog
from ui.dialogs.error import ErrorDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.feed import FeedDialog
from ui.dialogs.results import ResultsDialog
from ui.dialogs.speaker import SpeakerDialog
from ui.main_window import MainWindow


class Scenes:
    """Brings a window into each state worth a picture."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def all(self) -> dict[str, Callable[[], QWidget | None]]:
        """The scenes by name; each gives the dialog that stands before the window, if any."""
        run = self._run
        return {
            "context": self._context,
            "nested": self._nested,
            "around-nested": self._around_nested,
            "colours-alone": lambda: run("view.underline"),
            "search": self._search,
            "menu": self._menu,
            "speaker-edit": lambda: run("correct.speaker"),
            "table": lambda: run("view.table"),
            "table-sorted": self._sorted,
            "table-columns": self._columns,
            "table-empty": self._nothing,
            "filtered": self._filtered,
            "verdict": lambda: run("review.verdict"),
            "cue-class": lambda: run("correct.cue_class"),
            "speakers": lambda: run("view.speakers"),
            "charts": lambda: run("view.charts"),
            "large": self._large,
            "paste": lambda: self._dialog("project.paste"),
            "article": lambda: self._dialog("edit.article"),
            "export": lambda: self._dialog("project.export"),
            "export-pdf": self._export_pdf,
            "settings": lambda: self._dialog("project.settings"),
            "snapshots": self._snapshots,
            "evidence": lambda: self._dialog("review.evidence"),
            "palette": lambda: self._dialog("view.palette"),
            "keys": lambda: self._dialog("help.keys"),
            "hints": lambda: self._dialog("help.hints"),
            "about": lambda: self._dialog("help.about"),
            "arrivals": self._arrivals,
            "arrivals-table": self._arrivals_table,
            "feed": self._feed,
            "results": self._results,
            "error": self._error,
            "speaker": lambda: self._of_speaker("edit"),
            "draft": self._draft,
            "draft-lost": self._lost_draft,
            "merge": lambda: self._of_speaker("merge"),
            "split": lambda: self._of_speaker("split"),
            "same": self._same,
            "again": lambda: self._dialog("project.again"),
            "range": lambda: self._dialog("filter.range"),
            "article-menu": self._article_menu,
            "narrow": self._narrow,
            "empty": self._empty,
        }

    def _run(self, action: str) -> None:
        self._window.actions_[action].trigger()

    def _context(self) -> None:
        window = self._window
        window.bench.show_tab("context")
        quotes = [q for q in window.session.project.quotes.of_article(1) if q.parent is None]  # type: ignore[union-attr]
        window.session.select(quotes[min(4, len(quotes) - 1)].id)

    def _nested(self) -> None:
        project = self._window.session.project
        assert project is not None
        quotes = (project.quotes.get(each) for each in self._window.session.shown.ids)
        self._window.session.select(next(quote.id for quote in quotes if quote.parent is not None))

    def _around_nested(self) -> None:
        self._nested()
        self._run("review.parent")

    def _search(self) -> None:
        self._window.bench.top.search.setText("المياه")

    def _menu(self) -> QWidget:
        menu = self._window.menus[list(GROUPS).index("correct")]
        menu.popup(self._window.mapToGlobal(QPoint(300, 40)))
        return menu

    def _sorted(self) -> None:
        self._run("view.table")
        self._window.bench.table.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)

    def _columns(self) -> QWidget:
        self._run("view.table")
        menu = self._window.bench.table.column_menu()
        menu.popup(self._window.mapToGlobal(QPoint(460, 180)))
        return menu

    def _filtered(self) -> None:
        session = self._window.session
        session.shown.narrow(
            types=frozenset({AttributionType.DIRECT}), articles=frozenset({1, 3}), since=date(2026, 10, 1)
        )
        settle(self._window)
        self._window.say(self._window.tongue.explain(ReadError("readers.empty", name="خبر.txt")))

    def _snapshots(self) -> QWidget:
        self._window.session.project.snapshot()  # type: ignore[union-attr]
        return self._dialog("project.snapshots")

    def _nothing(self) -> None:
        self._run("view.table")
        self._window.bench.top.search.setText("زرافة")

    def _large(self) -> None:
        self._run("view.context")
        for _ in range(4):
            self._run("view.larger")

    def _narrow(self) -> None:
        self._run("view.context")
        self._window.resize(self._window.minimumSize())

    def _empty(self) -> None:
        path = Path(tempfile.mkdtemp()) / "empty.qtrack"
        self._window.session.open(path, create=True)
        self._run("view.context")

    def _dialog(self, action: str) -> QWidget:
        known = set(self._window.findChildren(QDialog))
        QGuiApplication.clipboard().clear()
        self._run(action)
        return next(dialog for dialog in self._window.findChildren(QDialog) if dialog not in known)

    def _of_speaker(self, what: str) -> QWidget:
        self._run("view.speakers")
        settle(self._window)
        return self._dialog(f"speakers.{what}")

    def _typed(self) -> Path:
        """Type into a speaker's dialog; the path of the project."""
        project = self._window.session.project
        assert project is not None
        dialog = self._dialog("speakers.edit")
        assert isinstance(dialog, SpeakerDialog)
        dialog.role.setText("وزيرة المياه منذ ٢٠٢٤")
        dialog.note.setPlainText("يراجَع مع المكتب الإعلامي.")
        return project.path

    def _draft(self) -> QWidget:
        path = self._typed()
        self._window.session.close()
        self._window.session.open(path)
        return next(each for each in self._window.findChildren(SpeakerDialog) if each.isVisible())

    def _lost_draft(self) -> None:
        path = self._typed()
        speaker = self._window.commands.people.speaker()
        self._window.session.close()
        with Project.open(path) as project:
            other = next(one.id for one in project.speakers.list() if one.id != speaker)
            ops.perform(project, ops.MergeSpeakers(other, (speaker or 0,)))
        self._window.session.open(path)

    def _same(self) -> QWidget:
        session = self._window.session
        project = session.project
        assert project is not None
        known = next(one for one in project.speakers.list() if len(one.name.split()) == 2)
        other = next(
            row for row in project.quotes.rows(session.shown.ids) if row.speaker_id not in {None, known.id}
        )
        session.writing.perform(ops.CorrectSpeaker((other.id,), f"{known.name}ي"))
        return self._dialog("speakers.same")

    def _article_menu(self) -> QWidget:
        self._context()
        reader = self._window.bench.reader
        chosen = reader.chosen()
        menu = reader.menu(chosen.content[0].start if chosen is not None else None)
        menu.popup(self._window.mapToGlobal(QPoint(460, 240)))
        return menu

    def _export_pdf(self) -> QWidget:
        dialog = self._dialog("project.export")
        assert isinstance(dialog, ExportDialog)
        dialog.format.setCurrentIndex(dialog.format.findData("pdf"))
        return dialog

    def _queue(self) -> ImportQueue:
        project = self._window.session.project
        assert project is not None
        known = project.articles.get(1).article
        folder = Path(tempfile.mkdtemp(prefix="quotetrack-"))
        story = "عودة القطار\nقال مدير المحطة سالم عبود إن القطار سيعود يوم الأحد.\n"
        sources: list[Source] = [replace(known, origin=replace(known.origin, name="بيان الشركة.txt"))]
        for name, data in (
            ("قديم.txt", story.encode("cp1256")),
            ("empty.txt", b""),
            ("table.csv", f"A,B\nعودة القطار,{story.splitlines()[1]}\n".encode()),
        ):
            (folder / name).write_bytes(data)
            sources.append(folder / name)
        with zipfile.ZipFile(folder / "أرشيف.zip", "w") as archive:
            archive.writestr("خبر-١.txt", story + "وأضاف أن المواعيد لم تتغير.")
            archive.writestr("صورة.png", b"\x89PNG" + bytes(90))
        return ImportQueue(project, [*sources, folder / "أرشيف.zip"])

    def _arrivals(self) -> QWidget:
        dialog = ArrivalsDialog(self._window.desk, self._window, self._queue())
        dialog.show()
        settle(self._window)
        dialog.tree.setCurrentIndex(dialog.tree.model().index(1, 0))
        return dialog

    def _arrivals_table(self) -> QWidget:
        dialog = self._arrivals()
        assert isinstance(dialog, ArrivalsDialog)
        dialog.tree.setCurrentIndex(dialog.tree.model().index(3, 0))
        return dialog

    def _feed(self) -> QWidget:
        titles = ("متى تعود المياه؟", "لا زيادة هذا الشتاء", "«الصيانة» تبدأ غداً", "اتفاق على فتح الطريق")
        entries = [
            FeedEntry(
                title=title,
                link=f"https://example.org/{number}",
                outlet="جريدة الميدان",
                published=date(2026, 10, 4 - number),
                summary="قال مدير المحطة سالم عبود إن العمل سيبدأ صباح الأحد، وأضاف أن المواعيد لم تتغير.",
                whole=number == 1,
            )
            for number, title in enumerate(titles)
        ]
        dialog = FeedDialog(self._window.desk, self._window, "https://example.org/feed", entries)
        dialog.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)  # type: ignore[union-attr]
        dialog.list.topLevelItem(2).setCheckState(0, Qt.CheckState.Checked)  # type: ignore[union-attr]
        dialog.show()
        return dialog

    def _results(self) -> QWidget:
        results = (
            Result(
                name="خبر-الكهرباء.txt", outcome=Outcome.IMPORTED, title="لا زيادة هذا الشتاء", quotes=12,
                format="text", size=5_300, encoding="cp1256", quality=0.95,
            ),
            Result(name="report.html", outcome=Outcome.IMPORTED, title="متى تعود المياه؟", quotes=7,
                   format="html", size=31_000, encoding="utf-8"),
            Result(name="again.txt", outcome=Outcome.DUPLICATE, title="لا زيادة هذا الشتاء", duplicate_of=1,
                   format="text", size=4_200, encoding="utf-8"),
            Result(
                name="empty.txt", outcome=Outcome.FAILED, format="text",
                error=ReadError("readers.empty", name="empty.txt"),
            ),
        )  # fmt: skip
        dialog = ResultsDialog(self._window.desk, self._window, Report(results, 1.4))
        dialog.show()
        return dialog

    def _error(self) -> QWidget:
        try:
            self._window.actions_.bind("no.such.action", print)
        except KeyError as error:
            dialog = ErrorDialog(self._window, error)
        dialog.show()
        return dialog


def settle(window: MainWindow) -> None:
    """Let every query and task come to its end."""
    until = time.monotonic() + 10
    quiet = 0
    while quiet < 4 and time.monotonic() < until:
        QTest.qWait(15)
        QApplication.processEvents()
        waits = window.tasks.busy or window.bench.top._pause.isActive()  # noqa: SLF001
        quiet = 0 if waits or window.bench.charts.drawing else quiet + 1
