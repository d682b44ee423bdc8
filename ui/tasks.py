"""Work off the window's thread, with progress and cancel.

Two lanes, as in Anki: the reading lane is one thread with its own read-only connection to the open
project; the free lane has a thread for each task. A task that is asked for again under the same
`key` replaces the one still waiting or running: its result is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class CancelledError(Exception):
    """The user has cancelled the task."""


class Task(QObject):
    """One piece of work: where it stands, and its end."""

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _reported = Signal(object, object)

    def __init__(self, name: Callable[[], str] | None, *, always: bool = False) -> None:
        super().__init__()
        self._name = name
        self._always = always
        self.done = False
        self._cancelled = Event()
        self._reported.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def name(self) -> str:
        """What the user is told, in the language of now; "" for a task that nobody is told about."""
        return self._name() if self._name is not None else ""

    @property
    def cancelled(self) -> bool:
        """Whether the task was asked to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; its result is dropped."""
        self._cancelled.set()

    def progress(self, done: int, total: int, what: str = "") -> None:
        """Say from the working thread how far the work is.

        Raises:
            CancelledError: the user does not want it any more.
        """
        if self.cancelled:
            raise CancelledError
        self.progressed.emit(done, total, what)

    def _run(self, work: Callable[[Task], object]) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            if not self.cancelled:
                result = work(self)
        except CancelledError:
            self.cancel()
        except Exception as problem:  # noqa: BLE001 - shown to the user in the window's thread
            error = problem
        self._reported.emit(result, error)

    def _end(self, result: object, error: BaseException | None) -> None:
        self.done = True
        if error is not None:
            self.failed.emit(error)
        elif self._always or not self.cancelled:
            self.finished.emit(result)
        self.ended.emit()


class Tasks(QObject):
    """The lanes and what runs in them."""

    started = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._free = ThreadPoolExecutor(4, thread_name_prefix="free")
        self._running: dict[Task, str] = {}
        self._writing: list[Future[None]] = []

    def run(  # noqa: PLR0913 - each with its name
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], object] | None = None,
        *,
        name: Callable[[], str] | None = None,
        key: str = "",
        reading: bool = False,
        failed: Callable[[BaseException], object] | None = None,
        always: bool = False,
        writes: bool = False,
    ) -> Task:
        """Run `work(task)` in a lane and call `done(result)` in the window's thread.

        A task with a `name` is shown in the status bar; one with a `key` replaces its forerunner.
        With `always` the result of a cancelled task counts as well; one that `writes` into the
        project is waited for before that is closed. An error goes to `failed`, or to the window's
        signal of that name.
        """
        if key:
            for earlier, earlier_key in self._running.items():
                if earlier_key == key:
                    earlier.cancel()
        task = Task(name, always=always)
        self._running[task] = key
        if done is not None:
            task.finished.connect(done)
        task.failed.connect(failed or self.failed.emit)
        task.ended.connect(lambda: self._forget(task))
        lane = self._reading if reading else self._free
        if name is not None:
            self.started.emit(task)
        under_way = lane.submit(task._run, work)  # noqa: SLF001 - the lanes are the task's other half
        if writes:
            self._writing = [each for each in self._writing if not each.done()] + [under_way]
        return task

    def _forget(self, task: Task) -> None:
        self._running.pop(task, None)
        task.deleteLater()

    @property
    def told(self) -> Task | None:
        """The latest task that the user is told about, while it waits or runs."""
        return next((task for task in reversed(self._running) if task.name), None)

    @property
    def busy(self) -> bool:
        """Whether anything is still waiting or running."""
        return bool(self._running)

    def cancel_all(self) -> None:
        """Drop everything that waits or runs."""
        for task in self._running:
            task.cancel()

    def finish_writing(self) -> None:
        """Drop everything that waits or runs, and wait until nothing writes into the project any more."""
        self.cancel_all()
        wait(self._writing)

    def in_reading_lane(self, work: Callable[[], object]) -> None:
        """Run `work` in the reading lane and wait for it (opening and closing its connection)."""
        self._reading.submit(work).result()

    def shut_down_free(self) -> None:
        """End the free lane, so that nothing writes any more; waits for the step that is running."""
        self.cancel_all()
        self._free.shutdown(wait=True, cancel_futures=True)

    def shut_down(self) -> None:
        """End both lanes; waits for the step that is running."""
        self.cancel_all()
        self._reading.shutdown(wait=True, cancel_futures=True)
        self._free.shutdown(wait=True, cancel_futures=True)
