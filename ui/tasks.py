"""Work off the window's thread, with progress and cancel.

Four lanes: the reading lane is one thread with its own read-only connection to the open project;
the writing lane is one thread, so that changes are made in the order in which they were asked for;
the free lane has a thread for each task; what nobody waits for goes one by one in the last. A task
that is asked for again under the same `key` replaces the one still waiting or running: its result
is dropped. Each result is handed on in a turn of the event loop of its own.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import Enum
from threading import Event, get_native_id
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_NICENESS = 5


class CancelledError(Exception):
    """The user has cancelled the task."""


class Lane(Enum):
    """Where a task runs."""

    READING = "reading"
    WRITING = "writing"
    FREE = "free"
    UNNOTICED = "unnoticed"


_A_MOMENT = 0.002
"""Seconds for which the window's thread waits for another that is about to be done."""
_GIVING_WAY = {Lane.READING, Lane.UNNOTICED}


class Task(QObject):
    """One piece of work: where it stands, and its end.

    `done` says that it has ended, `error` what went wrong.
    """

    progressed = Signal(int, int, str)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()
    reported = Signal(object)

    def __init__(self, name: Callable[[], str] | None, *, always: bool = False) -> None:
        super().__init__()
        self._name = name
        self._always = always
        self.done = False
        self.error: BaseException | None = None
        self._result: object = None
        self._cancelled, self._over = Event(), Event()

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

    def settle(self, seconds: float | None = None) -> bool:
        """Wait in the window's thread until the work is over, and hand its result on; whether it is over.

        Without `seconds` it waits for as long as that takes.
        """
        if not self.left(seconds):
            return False
        self.end()
        return True

    def left(self, seconds: float | None = None) -> bool:
        """Whether the working thread has let go of the task; waits for that at most `seconds`."""
        return self._over.wait(seconds)

    def run(self, work: Callable[[Task], object]) -> None:
        """Do the work, in the thread of a lane, and say that it is over."""
        try:
            if self._always or not self.cancelled:
                self._result = work(self)
        except CancelledError:
            self.cancel()
        except Exception as problem:  # noqa: BLE001 - shown to the user in the window's thread
            self.error = problem
        self.reported.emit(self)
        # Only now may the window's thread go on and let the task go.
        self._over.set()

    def end(self) -> None:
        """Hand the result on, in the window's thread; the second time nothing happens."""
        if self.done:
            return
        self.done = True
        if self.error is not None:
            self.failed.emit(self.error)
        elif self._always or not self.cancelled:
            self.finished.emit(self._result)
        self.ended.emit()


def _give_way() -> None:
    """Let the thread wait for a core rather than the window's: on Linux each has a priority of its own."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, get_native_id(), _NICENESS)


class Tasks(QObject):
    """The lanes and what runs in them."""

    started = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            lane: ThreadPoolExecutor(
                4 if lane is Lane.FREE else 1,
                thread_name_prefix=lane.value,
                initializer=_give_way if lane in _GIVING_WAY else None,
            )
            for lane in Lane
        }
        self._running: dict[Task, str] = {}
        self._writing: list[Future[None]] = []
        self._over: deque[Task] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._hand_on)

    def run(  # noqa: PLR0913 - each with its name
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], object] | None = None,
        *,
        name: Callable[[], str] | None = None,
        key: str = "",
        lane: Lane = Lane.FREE,
        failed: Callable[[BaseException], object] | None = None,
        always: bool = False,
        writes: bool = False,
    ) -> Task:
        """Run `work(task)` in a lane and call `done(result)` in the window's thread.

        A task with a `name` is shown in the status bar; one with a `key` replaces its forerunner.
        With `always` a task that is cancelled before it begins is begun all the same, and the result
        of a cancelled one counts. One that `writes` into the project, as all do in the writing lane,
        is waited for before that is closed. An error goes to `failed`, or to the window's
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
        task.reported.connect(self._line_up, Qt.ConnectionType.QueuedConnection)
        if name is not None:
            self.started.emit(task)
        under_way = self._lanes[lane].submit(task.run, work)
        if writes or lane is Lane.WRITING:
            self._writing = [each for each in self._writing if not each.done()] + [under_way]
        return task

    def _line_up(self, task: Task) -> None:
        if not task.done:
            self._over.append(task)
            self._turn.start()

    def _hand_on(self) -> None:
        """Hand one result on: what it has changed is painted before the next."""
        if not self._over[0].left(_A_MOMENT):
            # Its thread is still saying so: to end the task would take the signal away from under it.
            self._turn.start()
            return
        task = self._over.popleft()
        if self._over:
            self._turn.start()
        task.end()

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
        """Stop what waits or runs, and wait until every change that was asked for is in the project."""
        self.cancel_all()
        wait(self._writing)

    def in_reading_lane(self, work: Callable[[], object]) -> None:
        """Run `work` in the reading lane and wait for it (opening and closing its connection)."""
        self._lanes[Lane.READING].submit(work).result()

    def shut_down_free(self) -> None:
        """End the free lane; waits for the step that is running."""
        self.cancel_all()
        self._lanes[Lane.FREE].shutdown(wait=True, cancel_futures=True)

    def shut_down(self) -> None:
        """End every lane; waits for the steps that are running, and for every change that was asked for."""
        self.cancel_all()
        for lane, threads in self._lanes.items():
            threads.shutdown(wait=True, cancel_futures=lane is not Lane.WRITING)
