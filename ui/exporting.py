"""Writing a quote sheet off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotetrack.exports.errors import CancelledError as StoppedError
from quotetrack.exports.errors import refuse_project
from quotetrack.exports.exporting import Report, export
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Options
from quotetrack.filters import QuoteFilter
from quotetrack.store import Project, Sort
from ui.tasks import CancelledError, Task


@dataclass(frozen=True, slots=True)
class Wish:
    """Which quotes, as what, where."""

    chosen: QuoteFilter | Sequence[int]
    sort: Sort
    format: Format
    options: Options
    path: Path


def write_sheet(project: Project, wish: Wish, task: Task) -> Report:
    """Write the sheet over a connection of its own.

    Raises:
        CancelledError: the user stopped it; what was there is untouched.
        QuotetrackError: the file cannot be written, or is the project itself.
    """

    def progress(done: int, total: int) -> bool:
        if not task.cancelled:
            task.progress(done, total)
        return not task.cancelled

    refuse_project(wish.path, project.path)
    try:
        with project.reader() as reader:
            return export(
                reader, wish.chosen, wish.format, wish.path, wish.options, sort=wish.sort, progress=progress
            )
    except StoppedError as stopped:
        raise CancelledError from stopped
