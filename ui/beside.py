"""Dialogs beside the window: it goes on being used while they are open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quotetrack.errors import QuotetrackError
from quotetrack.store import Project
from ui import drafts
from ui.dialogs.base import Dialog
from ui.drafts import Draft
from ui.language import isolate
from ui.opening import About

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.session import Session
    from ui.settings import Settings
    from ui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Opener:
    """How dialogs of a kind are made, and what accepting one does.

    `make` gives the dialog about something, before a window, or raises a QuotetrackError where that is
    gone. `take` says whether it could be done; if not, the dialog stays open with what was typed. One
    that is not `of_project` outlives it; for one that is `modal` the window waits.
    """

    make: Callable[[Desk, QWidget, Any], Dialog]
    take: Callable[[Any], bool] | None = None
    of_project: bool = True
    modal: bool = False


@dataclass(slots=True)
class _Shown:
    """A dialog that is open, what it was opened for, and whether it holds what was typed before."""

    dialog: Dialog
    about: About
    known: object
    resumed: bool = False
    gone: bool = False
    outdated: bool = False


class Beside(QObject):
    """Keeps one dialog of each kind; one for the window, whatever is built anew in it.

    What is open is told when the thing that it is about is changed or gone, and closed with the project
    or the window. What was typed by then is kept, and shown again when they are opened again.

    `desk` is that of the present building, `openers` are its ways to make each kind. What the user is to
    know is `said`, or `troubled` about; of a draft that cannot be shown `lost` tells why, and its words.
    """

    said = Signal(str)
    troubled = Signal(object)
    lost = Signal(str, str)
    desk: Desk
    openers: Mapping[str, Opener]

    def __init__(self, window: QWidget, session: Session, settings: Settings, tasks: Tasks) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._open: dict[str, _Shown] = {}
        self._taking = ""
        self._why = ""
        tasks.failed.connect(self._hear)
        self._session.changed.connect(lambda _changes: self._look_again())
        self._session.leaving.connect(self._leave_project)
        self._session.returned.connect(self._return_to_project)

    def show(self, kind: str, about: About = None) -> None:
        """Show a dialog of this `kind`, or the one that is open."""
        held = self._open.get(kind)
        if held is not None:
            if held.dialog.touched or (held.about == about and not held.outdated):
                if held.about != about:
                    self.said.emit(
                        self.tr("Something in {} is not saved yet. Save or close it first.").format(
                            isolate(held.dialog.windowTitle())
                        )
                    )
                _to_front(held.dialog)
                return
            held.dialog.close()
        try:
            self._open[kind] = self._made(kind, about)
        except QuotetrackError as problem:
            self.troubled.emit(problem)
            return
        self._bring(kind)

    def _made(self, kind: str, about: About) -> _Shown:
        """A dialog that is not shown yet.

        Raises:
            QuotetrackError: what it is about is gone.
        """
        opener = self.openers[kind]
        dialog = opener.make(self.desk, self._window, about)
        try:
            project = self._session.project
            known = dialog.thing(project) if opener.of_project and project is not None else None
        except QuotetrackError:
            dialog.deleteLater()
            raise
        if opener.take is not None:
            dialog.taking = lambda: self._take(kind)
        dialog.finished.connect(lambda _code: self._closed(kind, dialog))
        dialog.begin()
        return _Shown(dialog, about, known)

    def _bring(self, kind: str) -> None:
        dialog = self._open[kind].dialog
        if self.openers[kind].modal:
            dialog.open()
        else:
            dialog.show()

    def _take(self, kind: str) -> bool:
        shown, opener, project = self._open[kind], self.openers[kind], self._session.project
        self._taking, self._why = kind, ""
        try:
            if opener.of_project and project is not None:
                shown.dialog.thing(project)
            done = opener.take is None or opener.take(shown.dialog)
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
            if self.openers[kind].of_project and kind != self._taking:
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

    def make_anew(self) -> None:
        """Show what is open in the language of now, with what was typed; what is gone stays as it is."""
        for kind, shown in list(self._open.items()):
            old = shown.dialog
            try:
                fresh = self._made(kind, shown.about)
            except QuotetrackError:
                continue
            self._resume(fresh, _draft(kind, shown), told=shown.resumed)
            self._open[kind] = fresh
            old.give_way(fresh.dialog)
        self._look_again()

    # --- what was typed --------------------------------------------------------------------------

    def _leave_project(self, path: Path) -> None:
        left = [kind for kind in self._open if self.openers[kind].of_project]
        self._settings.keep_place(path, "drafts", self._leave(left))

    def leave(self) -> None:
        """Close what outlives a project, and keep what was typed into it."""
        left = [kind for kind in self._open if not self.openers[kind].of_project]
        self._settings.drafts = self._leave(left)

    def _leave(self, kinds: Iterable[str]) -> str:
        """Close dialogs; what was typed into them as text."""
        shown = {kind: self._open[kind] for kind in kinds}
        kept = drafts.to_text(_draft(kind, each) for kind, each in shown.items() if each.dialog.touched)
        for each in shown.values():
            each.dialog.close()
        return kept

    def _return_to_project(self, path: Path) -> None:
        kept = self._settings.place(path, "drafts")
        self._settings.keep_place(path, "drafts", "")
        self._show_again(kept)

    def resume(self) -> None:
        """Show again, with what was typed, what was open beside the window when it was closed."""
        kept, self._settings.drafts = self._settings.drafts, ""
        self._show_again(kept)

    def _show_again(self, kept: str) -> None:
        unshown, why = [], self.tr("What you were writing cannot be shown again.")
        for draft in drafts.from_text(kept):
            try:
                fresh = self._made(draft.kind, draft.about)
                self._resume(fresh, draft, told=True)
            except QuotetrackError as problem:
                why = self.desk.tongue.explain(problem)
                unshown.append(draft)
            except (KeyError, ValueError, TypeError):  # another version of the program wrote it
                unshown.append(draft)
            else:
                self._open[draft.kind] = fresh
                self._bring(draft.kind)
        words = "\n".join(filter(None, (draft.typed for draft in unshown)))
        if words:
            self.lost.emit(why, words)

    def _resume(self, shown: _Shown, draft: Draft, *, told: bool) -> None:
        shown.dialog.enter(draft.onto(shown.dialog.entered()))
        shown.resumed = told
        if told:
            shown.dialog.remind(self.tr("This is what you had typed before it was closed."))


def _draft(kind: str, shown: _Shown) -> Draft:
    dialog = shown.dialog
    return Draft(kind, shown.about, tuple(dialog.begun), tuple(dialog.entered()))


def _to_front(dialog: Dialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
