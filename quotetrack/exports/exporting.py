"""Writing a sheet: what is shown, what is selected or everything, into a file that is there whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from quotetrack.exports.atomic import as_text, replacing, replacing_folder
from quotetrack.exports.columns import PRESETS
from quotetrack.exports.columns import chosen as chosen_columns
from quotetrack.exports.errors import CancelledError, translated
from quotetrack.exports.formats import Format, Shape
from quotetrack.exports.job import Job, Options
from quotetrack.exports.project import ProjectSheet
from quotetrack.exports.sheet import Sheet, Watched
from quotetrack.filters import QuoteFilter
from quotetrack.store import Reading, Sort

Progress = Callable[[int, int], bool]
"""Told how many quotes of how many are written; False stops the export."""

Chosen = QuoteFilter | Sequence[int]
"""Which quotes: those that a filter shows, or these ids in this order."""

_EVERY = 50


@dataclass(frozen=True, slots=True)
class Report:
    """How many quotes an export wrote; `notes` counts what to tell the user (`exports.note`)."""

    quotes: int
    notes: tuple[tuple[str, int], ...] = ()


class _Counter:
    """Counts the quotes that a writer takes."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.done, self._total, self._progress = 0, total, progress

    def tick(self) -> None:
        self.done += 1
        if (
            self._progress
            and (self.done % _EVERY == 0 or self.done == self._total)
            and not self._progress(min(self.done, self._total), self._total)
        ):
            raise CancelledError


def ids_of(reading: Reading, chosen: Chosen, sort: Sort | None = None) -> Sequence[int]:
    """The quotes of a project that a filter shows in the order `sort`, or those with these ids."""
    return reading.quotes.ids(chosen, sort or Sort()) if isinstance(chosen, QuoteFilter) else chosen


def told_once(reading: Reading, ids: Sequence[int], kind: Format, options: Options | None) -> Sequence[int]:
    """`ids` without what another telling of a story has already, where a sheet is not to have it twice."""
    wanted = kind.form.articles or (options or Options()).repeats
    return ids if wanted else reading.quotes.once(ids)


def sheet_of(reading: Reading, chosen: Chosen, sort: Sort | None = None) -> Sheet:
    """A sheet of the quotes that are chosen, each story's as often as it is told."""
    return ProjectSheet(reading, ids_of(reading, chosen, sort))


def export(  # noqa: PLR0913 - what, as what, where, how, and who is told
    reading: Reading,
    chosen: Chosen,
    kind: Format,
    target: Path | BinaryIO,
    options: Options | None = None,
    *,
    sort: Sort | None = None,
    progress: Progress | None = None,
) -> Report:
    """Write quotes of a project to `target`, a path (a folder for the folder formats) or a stream.

    Raises:
        ExportError: the file cannot be written; what was there is untouched.
        CancelledError: `progress` returned False; what was there is untouched.
    """
    ids = ids_of(reading, chosen, sort)
    once = told_once(reading, ids, kind, options)
    report = export_sheet(ProjectSheet(reading, once), kind, target, options, progress=progress)
    if len(once) == len(ids):
        return report
    return replace(report, notes=(*report.notes, ("told_again", len(ids) - len(once))))


def export_sheet(
    sheet: Sheet,
    kind: Format,
    target: Path | BinaryIO,
    options: Options | None = None,
    *,
    progress: Progress | None = None,
) -> Report:
    """The same with a sheet from anywhere."""
    counter = _Counter(len(sheet), progress)
    job = job_of(Watched(sheet, counter.tick), kind, options)
    with translated(target if isinstance(target, Path) else None), _place(target, kind.form.shape) as place:
        if isinstance(place, Path) and kind.form.shape is not Shape.FOLDER:
            with place.open("wb") as stream:
                write(kind, stream, job)
        else:
            write(kind, place, job)
    return Report(counter.done - job.left_out.total(), tuple(sorted(job.notes.items())))


def job_of(sheet: Sheet, kind: Format, options: Options | None = None) -> Job:
    """The work of writing `sheet`, with the format's own columns where none were asked for."""
    options = options or Options()
    preset = kind.form.preset
    keys = options.columns or (PRESETS[preset] if preset else ())
    return Job(sheet, options, chosen_columns(keys))


def _place(target: Path | BinaryIO, shape: Shape) -> AbstractContextManager[Path | BinaryIO]:
    if not isinstance(target, Path):
        return nullcontext(target)
    return replacing_folder(target) if shape is Shape.FOLDER else replacing(target)


def write(kind: Format, place: Path | BinaryIO, job: Job) -> None:
    """Have the format's writer write to a stream of bytes or, for a folder format, into a folder."""
    writer = kind.form.load()
    if kind.form.shape is not Shape.TEXT:
        writer(place, job)
        return
    assert not isinstance(place, Path)
    with as_text(place) as text:
        writer(text, job)
