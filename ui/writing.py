"""The one way to change the open project from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quotetrack import operations as ops
from quotetrack.store import Project
from quotetrack.store.records import Changes
from ui.tasks import Lane, Task, Tasks

if TYPE_CHECKING:
    from ui.session import Session

_MANY = 1_000
"""Quotes from which on a change takes longer than a person notices."""
_NOTICED = 0.02
"""Seconds that the window waits for a change; longer, and a person might notice."""


class Writing(QObject):
    """Makes changes one after the other, and tells the session what they have changed.

    `deciding` are the quotes about which a decision is on its way to the file.
    """

    busy = Signal()

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__(session)
        self._session = session
        self._tasks = tasks
        self._long: Task | None = None
        self.deciding: set[int] = set()

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
        targets = self._session.targets
        if self._session.project is None or not targets:
            return
        if len(targets) >= _MANY:
            self.change_later(
                lambda project, _task: ops.perform(project, operation(targets)),
                lambda: self.tr("Changing %n quote(s)", "", len(targets)),
                then,
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

    def change_later(
        self,
        work: Callable[[Project, Task], Changes],
        name: Callable[[], str],
        then: Callable[[], object] | None = None,
    ) -> bool:
        """Let `work` change the project off the window's thread, showing `name`, and call `then`.

        Nothing else is changed meanwhile; who tries is told. False where it cannot begin.
        """
        task = self._write(work, name)
        if task is None:
            return False
        self._long = task
        if then is not None:
            done = then
            task.finished.connect(lambda _changes: done())
        return True

    def _write(
        self, work: Callable[[Project, Task], Changes], name: Callable[[], str] | None = None
    ) -> Task | None:
        """Let `work` change the project after every change that was asked for before, and tell everybody.

        None where there is no project, or a long change is under way: the user is told.
        """
        project = self._session.project
        if project is None:
            return None
        if self._long is not None and not self._long.done:
            self.busy.emit()
            return None
        return self._tasks.run(
            lambda task: work(project, task),
            lambda changes: self._session.tell(changes) if project is self._session.project else None,
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

    def finish(self) -> None:
        """Stop what waits or runs, and wait until every change that was asked for is in the project."""
        self._tasks.finish_writing()
        self.deciding.clear()
