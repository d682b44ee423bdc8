"""The window: a shell around the workbench, its menus, and what happens to it from outside."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from quotetrack.assets import assets
from quotetrack.errors import QuotetrackError
from quotetrack.messages import message
from quotetrack.store import (
    ProjectDamagedError,
    ProjectLockedError,
    ProjectMissingError,
    ProjectReadOnlyError,
)
from ui import theme
from ui.actions import BREAKS, GROUPS, SPECS, Actions
from ui.asking import Asking, AskingUser
from ui.beside import Beside
from ui.commands import Commands
from ui.desk import Desk
from ui.dialogs.base import Dialog, shortened
from ui.dialogs.error import ErrorDialog
from ui.garbage import Garbage
from ui.keys import bare, combination, in_text_field
from ui.language import Tongue, isolate, translated
from ui.session import Session
from ui.settings import Settings, ThemeChoice
from ui.tasks import Lane, Tasks
from ui.workbench import TABS, Workbench

_GEOMETRY = "geometry-v1"
_SNAPSHOT_EVERY = 15 * 60 * 1000


class MainWindow(QMainWindow):
    """One window on one project."""

    rebuilt = Signal()

    def __init__(self, settings: Settings, asking: Asking | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.tongue = Tongue(settings)
        self.tasks = Tasks(self)
        self.garbage = Garbage(lambda: self.tasks.busy, self)
        self.garbage.start()
        self.session = Session(settings, self.tasks, self)
        self.asking = asking or AskingUser(self, settings)
        self.beside = Beside(self, self.session, settings, self.tasks)
        self.beside.said.connect(self.say)
        self.beside.troubled.connect(self.trouble)
        self.beside.lost.connect(self._say_lost)
        self.setWindowIcon(QIcon(str(assets() / "icons" / "quotetrack.svg")))
        self.setAcceptDrops(True)
        self.tongue.install(_app())
        theme.apply(_app(), theme.tokens_for(settings))
        self.actions_ = Actions(self)
        self.menus: list[QMenu] = []
        self.setMinimumSize(960, 600)
        self.resize(1320, 840)
        self.build()
        stored = settings.state(_GEOMETRY)
        if stored is not None:
            self.restoreGeometry(stored)
        self._facts_pause = QTimer(self, singleShot=True, interval=0)
        self._facts_pause.timeout.connect(self._update_actions)
        for signal in (
            self.session.project_changed, self.session.quote_changed, self.session.article_changed,
            self.session.shown.filter_changed, self.session.history_changed, self.session.shown.ids_changed,
            self.session.selection_changed,
        ):  # fmt: skip
            signal.connect(self._facts_pause.start)
        self.session.project_changed.connect(self._name_window)
        self.session.project_changed.connect(self._begin)
        self.session.writing.busy.connect(
            lambda: self.say(self.tr("The last change is still being saved. Try again in a moment."))
        )
        self.session.leaving.connect(self._keep_place)
        self.session.returned.connect(self._return_to_place)
        self.tasks.failed.connect(self.trouble)
        self._snapshots = QTimer(self, interval=_SNAPSHOT_EVERY)
        self._snapshots.timeout.connect(self._take_snapshot)
        self._snapshots.start()
        _app().styleHints().colorSchemeChanged.connect(self._scheme_changed)

    # --- building --------------------------------------------------------------------------------

    def build(self) -> None:
        """Make the panes and menus in the language and the look that hold now."""
        tokens = theme.tokens_for(self.settings)
        self.desk = Desk(
            self.session, self.settings, self.tongue, tokens, self.tasks, self.actions_, self.asking,
            self.beside,
        )  # fmt: skip
        self.beside.desk = self.desk
        self.actions_.retranslate()
        self._spoken = (self.settings.language, self.settings.digits, self.settings.country)
        self.setLayoutDirection(self.settings.direction)
        self.bench = Workbench(self.desk)
        self.commands = Commands(self)
        self.bench.reader.view.selectionChanged.connect(self._update_actions)
        self.bench.tabs.currentChanged.connect(lambda _tab: self._update_actions())
        self.bench.speakers.drawn.connect(self._update_actions)
        self.setCentralWidget(self.bench)
        self.bench.focus_center()
        self._fill_menus()
        self._name_window()
        self._update_actions()

    def rebuild(self) -> None:
        """Build anew after a change of language or look; the place in the project is kept."""
        spoken = self._spoken
        tab, place = self.bench.tab, self.bench.reader.view.scrolled
        self.tongue.install(_app())
        if theme.tokens_for(self.settings) is not self.desk.tokens:
            theme.apply(_app(), theme.tokens_for(self.settings))
        self.build()
        self.bench.show_tab(tab)
        self.bench.reader.view.scroll_to(place)
        if spoken != self._spoken:
            for dialog in self.findChildren(Dialog):
                fresh = dialog.anew(self.desk, self) if dialog.isVisible() else None
                if fresh is not None:
                    dialog.give_way(fresh)
            self.beside.make_anew()
        self.rebuilt.emit()

    def _fill_menus(self) -> None:
        bar = self.menuBar()
        bar.clear()
        for menu in self.menus:
            menu.deleteLater()
        self.menus = []
        bar.setAccessibleName(self.tr("Menus"))
        for group, text in GROUPS.items():
            menu = QMenu(translated("groups", text), bar)
            bar.addMenu(menu)
            self.menus.append(menu)
            for spec in SPECS:
                if spec.group == group:
                    if spec.id in BREAKS:
                        menu.addSeparator()
                    menu.addAction(self.actions_[spec.id])

    def _scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.settings.theme is ThemeChoice.SYSTEM:
            self.rebuild()

    def _begin(self) -> None:
        self.bench.notice.hide()
        self.bench.focus_center()
        project = self.session.project
        service = project.cloud_service if project is not None and project.writable else None
        if service is not None:
            self.say(message("store.cloud_folder", self.tongue.language, service=isolate(service)))

    def _keep_place(self, path: Path) -> None:
        self.settings.keep_place(path, "tab", self.bench.tab)
        self.settings.keep_place(path, "scroll", f"{self.bench.reader.view.scrolled:.5f}")

    def _return_to_place(self, path: Path) -> None:
        tab, scroll = self.settings.place(path, "tab"), self.settings.place(path, "scroll")
        if tab in TABS:
            self.bench.show_tab(tab)
        if scroll:
            # The page is as long as it will be when the window has been laid out.
            view = self.bench.reader.view
            QTimer.singleShot(0, view, lambda: view.scroll_to(float(scroll)))

    def _name_window(self) -> None:
        project = self.session.project
        self.setWindowTitle(
            f"{isolate(project.path.stem)} — quotetrack" if project is not None else "quotetrack"
        )

    # --- what can be done now --------------------------------------------------------------------

    def _facts(self) -> set[str]:
        session = self.session
        project = session.project
        facts = {
            "project": project is not None,
            "quote": session.quote_id is not None,
            "cue": self.bench.details.has_cue,
            "several": session.target_count > 1,
            "article": session.article_id is not None,
            "who": self.commands.people.speaker() is not None,
            "filtered": session.shown.filtered,
            "selection": self.bench.tab == "context" and self.bench.reader.selected() is not None,
            "undo": project is not None and project.history.undo_name is not None,
            "redo": project is not None and project.history.redo_name is not None,
        }
        return {name for name, holds in facts.items() if holds}

    def _update_actions(self) -> None:
        self.actions_.update(self._facts())
        project = self.session.project
        self.actions_["view.underline"].setChecked(self.settings.underline)
        self.commands.finding.show_state()
        for name, key in (
            ("edit.undo", project.history.undo_name if project else None),
            ("edit.redo", project.history.redo_name if project else None),
        ):
            label = self.actions_.label(name)
            what = self.tongue.message(key) if key else ""
            self.actions_[name].setText(f"{label}: {what}" if what else label)
            self.actions_[name].setToolTip(f"{self.actions_[name].text()} ({self.actions_.keys(name)})")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.bench.notice.hide()
            self.bench.focus_center()
            return
        pressed = combination(event)
        action = self.actions_.for_key(pressed)
        if action is None:
            super().keyPressEvent(event)
            return
        typing = in_text_field(self.focusWidget()) and bare(self.actions_.spec(action.objectName()).keys)
        if typing:
            super().keyPressEvent(event)
        else:
            action.trigger()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A field that was left gives the keys to the window; they go where one sees them.
        super().focusInEvent(event)
        self.bench.focus_center()

    # --- from outside ----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        addresses = [url.toString() for url in data.urls() if url.scheme() in {"http", "https"}]
        event.acceptProposedAction()
        if paths:
            self.commands.take_files(paths)
        elif addresses:
            self.commands.arrivals.take_addresses(addresses)
        elif data.hasText():
            self.commands.arrivals.paste(data.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowTitleChange:
            self.setAccessibleName(self.windowTitle())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            # In a turn of its own: what stands beside the window comes after it.
            QTimer.singleShot(0, self.beside, self.beside.resume)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.bench.details.note.clearFocus()
        self.keep()
        self.beside.leave()
        self.tasks.shut_down_free()
        self.session.close()
        self.tasks.shut_down()
        self.garbage.stop()
        self.settings.sync()
        event.accept()

    def keep(self) -> None:
        """Remember the state of the window for the present direction."""
        self.bench.keep()
        self.settings.keep_state(_GEOMETRY, self.saveGeometry())

    # --- saying ----------------------------------------------------------------------------------

    def say(self, text: str, action: str = "", handler: object = None) -> None:
        """Show a line above the panes."""
        self.bench.notice.say(text, action, handler if callable(handler) else None)

    def _say_lost(self, why: str, words: str) -> None:
        """Tell what was typed into a dialog that cannot be shown again."""
        typed = self.tr("What you had typed: {}").format(isolate(shortened(words.replace("\n", " · "))))
        copy = partial(QGuiApplication.clipboard().setText, words)
        self.say(f"{why} {typed}", self.tr("Copy what was typed"), copy)

    def trouble(self, error: BaseException) -> None:
        """Show what a person can act on as a line; anything else as a report to copy."""
        if isinstance(error, QuotetrackError):
            self.say(self.tongue.explain(error), *self._remedy(error))
        elif isinstance(error, OSError):
            self.say(self.tr("The file could not be used: {}").format(isolate(error.strerror or str(error))))
        else:
            dialog = ErrorDialog(self, error)
            dialog.setWindowModality(Qt.WindowModality.NonModal)
            dialog.show()

    def _remedy(self, error: QuotetrackError) -> tuple[str, object]:
        """What a button beside the message could do about it."""
        path = error.values.get("path")
        if isinstance(error, ProjectDamagedError) and error.snapshot is not None and isinstance(path, Path):
            snapshot = error.snapshot
            return self.tr("Restore the newest snapshot"), lambda: self.commands.restore(path, snapshot)
        if isinstance(error, ProjectMissingError):
            return self.actions_.label("project.open"), self.actions_["project.open"].trigger
        if (
            isinstance(error, ProjectReadOnlyError)
            and self.session.project is None
            and isinstance(path, Path)
        ):
            return self.tr("Open for reading only"), lambda: self.commands.look_at(path)
        if isinstance(error, ProjectLockedError) and isinstance(path, Path):
            return self.tr("Open for reading only"), lambda: self.commands.look_at(path)
        return "", None

    def _take_snapshot(self) -> None:
        project = self.session.project
        if project is not None and project.writable and not self.tasks.busy:
            self.tasks.run(lambda _: project.snapshot(), lane=Lane.UNNOTICED)


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError(app)
    return app
