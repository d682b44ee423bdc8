"""Several sheets of one project at once, each in a process of its own."""

from __future__ import annotations

import multiprocessing
import queue
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any, NamedTuple

from quotetrack.cli.stopping import leave_it
from quotetrack.errors import QuotetrackError
from quotetrack.exports.errors import CancelledError
from quotetrack.exports.exporting import Chosen, Report, export
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Options
from quotetrack.store import Project, Reading, Sort

_TELL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Order:
    """One sheet to be written."""

    format: Format
    path: Path
    options: Options


class Written(NamedTuple):
    """How it went with one sheet: its report, or why it was not written."""

    order: Order
    report: Report | None
    error: QuotetrackError | None = None


class Told(NamedTuple):
    """How many quotes of how many all sheets together have taken."""

    done: int
    total: int


def write_here(
    reading: Reading, chosen: Chosen, sort: Sort, orders: Sequence[Order], progress: Any
) -> Iterator[Written]:
    """The sheets one after the other."""
    for number, order in enumerate(orders):

        def show(done: int, total: int, number: int = number) -> bool:
            progress(Told(total * number + done, total * len(orders)))
            return True

        try:
            report = export(
                reading, chosen, order.format, order.path, order.options, sort=sort, progress=show
            )
        except QuotetrackError as error:
            yield Written(order, None, error)
        else:
            yield Written(order, report)


def write_in_processes(  # noqa: PLR0913, PLR0917 - what, of what, in which order, by how many, who is told
    project: Path, chosen: Chosen, sort: Sort, orders: Sequence[Order], jobs: int, progress: Any
) -> list[Written]:
    """The sheets at once, by at most `jobs` processes, each with a connection of its own.

    On Ctrl-C every process gives up its sheet cleanly before KeyboardInterrupt goes on.
    """
    context = multiprocessing.get_context("spawn")
    told, stop = context.Queue(), context.Event()
    done: dict[int, Told] = {}
    with ProcessPoolExecutor(
        min(jobs, len(orders)), mp_context=context, initializer=_begin, initargs=(told, stop)
    ) as pool:
        coming = [
            pool.submit(_write, project, chosen, sort, number, order) for number, order in enumerate(orders)
        ]
        try:
            while not _drained(coming, told, done):
                progress(Told(sum(one.done for one in done.values()), _expected(done, len(orders))))
        except KeyboardInterrupt:
            stop.set()
            raise
    return [_result(order, one.result()) for order, one in zip(orders, coming, strict=True)]


def _expected(done: dict[int, Told], orders: int) -> int:
    return max((one.total for one in done.values()), default=0) * orders


def _drained(coming: Sequence[Future[Any]], told: Any, done: dict[int, Told]) -> bool:
    """Takes what the processes have said; whether all of them are done."""
    left = wait(coming, _TELL_SECONDS).not_done
    while True:
        try:
            number, made, total = told.get_nowait()
        except queue.Empty:
            return not left
        done[number] = Told(made, total)


def _result(order: Order, said: tuple[Report | None, str, dict[str, object]]) -> Written:
    report, key, values = said
    return Written(order, report, QuotetrackError(key, **values) if report is None else None)


_told: Any = None
_stop: Event | None = None


def _begin(told: Any, stop: Event) -> None:
    """A process's first step."""
    global _told, _stop
    leave_it()
    _told, _stop = told, stop


def _write(
    project: Path, chosen: Chosen, sort: Sort, number: int, order: Order
) -> tuple[Report | None, str, dict[str, object]]:
    """One sheet, in a process of its own; trouble comes back as its key and values."""

    def progress(done: int, total: int) -> bool:
        _told.put((number, done, total))
        return _stop is None or not _stop.is_set()

    try:
        with Project.open(project, read_only=True) as opened:
            report = export(
                opened, chosen, order.format, order.path, order.options, sort=sort, progress=progress
            )
    except CancelledError:
        return None, "exports.error.stopped", {"file": order.path.name}
    except QuotetrackError as error:
        return None, error.key, {name: str(value) for name, value in error.values.items()}
    return report, "", {}
