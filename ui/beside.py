"""Dialogs beside the window: it goes on being used while they are open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quotetrack.errors import QuotetrackError
from quotetrack.store import Project
from ui.dialogs.base import Dialog
from ui.language import isolate

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.session import Session
    from ui.tasks import Tasks

D = TypeVar("D", bound=QWidget)


@dataclass(slots=True)
class _Shown:
    """A dialog that is open, and what it was opened for."""

    dialog: Dialog
    make: Callable[[Desk, QWidget], Dialog]
    about: object
    known: object
    of_project: bool
    gone: bool = False
    outdated: bool = False


class Beside(QObject):
    """Keeps one dialog of each kind; one for the window, whatever is built anew in it.

    What is open is told when the thing that it is about is changed or gone, and closed with the project.
    `desk` is that of the present building. What the user is to know is `said`, or `troubled` about.
    """

    said = Signal(str)
    troubled = Signal(object)
    desk: Desk

    def __init__(self, window: QWidget, session: Session, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._open: dict[str, _Shown] = {}
        self._lost: list[str] = []
        self._taking = ""
        self._why = ""
        tasks.failed.connect(self._hear)
        self._session.changed.connect(lambda _changes: self._look_again())
        self._session.leaving.connect(lambda _path: self._leave())
        self._session.returned.connect(lambda _path: self._tell_what_is_lost())

    def show(
        self,
        kind: str,
        make: Callable[[Desk, QWidget], D],
        take: Callable[[D], bool] | None = None,
        *,
        about: object = None,
        of_project: bool = True,
    ) -> None:
        """Show the dialog that `make` makes, or the one of this `kind` that is open."""
        held = self._open.get(kind)
        if held is not None:
            if held.dialog.touched or (held.about == about and not held.outdated):
                if held.about != about:
                    self.said.emit(
                        self.tr("Something in {} is not saved yet. Save or close it first.").format(
                            _named(held.dialog)
                        )
                    )
                _to_front(held.dialog)
                return
            held.dialog.close()
        dialog = self._made(kind, make, take)
        project = self._session.project
        try:
            known = dialog.thing(project) if of_project and project is not None else None
        except QuotetrackError as problem:
            dialog.deleteLater()
            self.troubled.emit(problem)
            return
        self._open[kind] = _Shown(dialog, partial(self._made, kind, make, take), about, known, of_project)
        dialog.show()

    def _made(
        self,
        kind: str,
        make: Callable[..., Any],
        take: Callable[[Any], bool] | None,
        desk: Desk | None = None,
        window: QWidget | None = None,
    ) -> Dialog:
        dialog: Dialog = make(desk or self.desk, window or self._window)
        if take is not None:
            dialog.taking = lambda: self._take(kind, take)
        dialog.finished.connect(lambda _code: self._closed(kind, dialog))
        dialog.begin()
        return dialog

    def _take(self, kind: str, take: Callable[[Any], bool]) -> bool:
        shown, project = self._open[kind], self._session.project
        self._taking, self._why = kind, ""
        try:
            if shown.of_project and project is not None:
                shown.dialog.thing(project)
            done = take(shown.dialog)
        except (QuotetrackError, OSError) as problem:
            self._hear(problem)
            self.troubled.emit(problem)
            done = False
        finally:
            self._taking = ""
        if not done:
            # Whoever has just pressed the button looks at the dialog.
            shown.dialog.tell(self._why)
        return done

    def _hear(self, problem: BaseException) -> None:
        self._why = self.desk.tongue.explain(problem) if isinstance(problem, QuotetrackError) else ""

    def _closed(self, kind: str, dialog: Dialog) -> None:
        shown = self._open.get(kind)
        if shown is not None and shown.dialog is dialog:
            del self._open[kind]
            self._window.activateWindow()

    # --- what happens meanwhile ------------------------------------------------------------------

    def _look_again(self) -> None:
        project = self._session.project
        if project is None:
            return
        for kind, shown in self._open.items():
            if shown.of_project and kind != self._taking:
                self._compare(shown, project)

    def _compare(self, shown: _Shown, project: Project) -> None:
        try:
            now = shown.dialog.thing(project)
        except QuotetrackError as problem:
            why = self.desk.tongue.explain(problem)
            if not shown.gone:
                self.said.emit(why)
            shown.gone = shown.outdated = True
            stays = self.tr("What you have typed stays here until you close this.")
            shown.dialog.tell(f"{why} {stays}")
            return
        shown.gone, shown.outdated = False, now != shown.known
        changed = self.tr("This was changed meanwhile. Only what you change here will be saved.")
        shown.dialog.tell(changed if shown.outdated else "")

    def _leave(self) -> None:
        for shown in list(self._open.values()):
            if shown.of_project:
                if shown.dialog.touched:
                    self._lost.append(_named(shown.dialog))
                shown.dialog.close()

    def _tell_what_is_lost(self) -> None:
        if self._lost:
            names = self.desk.tongue.listed(self._lost)
            self.said.emit(self.tr("Closed with the project, without being saved: {}").format(names))
        self._lost.clear()

    def may_leave(self, *, closing: bool = False) -> bool:
        """Whether the project may be closed, or the whole window where it is `closing`.

        The user is asked where something typed would be lost.
        """
        typed = [
            shown.dialog
            for shown in self._open.values()
            if (closing or shown.of_project) and shown.dialog.touched
        ]
        if not typed:
            return True
        names = self.desk.tongue.listed(map(_named, typed))
        if not self.desk.asking.sure(
            self.tr("Not saved yet"),
            self.tr("What you have typed is not saved: {}").format(names),
            self.tr("Close without saving"),
        ):
            _to_front(typed[0])
            return False
        for dialog in typed:
            dialog.close()
        return True

    def make_anew(self) -> None:
        """Show what is open in the language of now, with what was typed."""
        for shown in self._open.values():
            old, shown.dialog = shown.dialog, shown.make(self.desk, self._window)
            shown.dialog.enter(old.entered())
            old.give_way(shown.dialog)
        self._look_again()


def _named(dialog: Dialog) -> str:
    return isolate(dialog.windowTitle())


def _to_front(dialog: Dialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
