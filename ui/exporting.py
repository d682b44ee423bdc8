"""Writing a quote sheet off the window's thread."""

from __future__ import annotations

from pathlib import Path

from quotetrack.exports.exporting import export
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Options
from quotetrack.filters import QuoteFilter
from quotetrack.messages import Language
from quotetrack.store import Project, Sort
from ui.tasks import Task


def export_csv(  # noqa: PLR0913, PLR0917 - what, as what, where, who is told
    project: Project, wanted: QuoteFilter, sort: Sort, path: Path, language: Language, task: Task
) -> int:
    """Write the quotes that `wanted` shows to `path`; how many they were."""

    def progress(done: int, total: int) -> bool:
        task.progress(done, total)
        return not task.cancelled

    with project.reader() as reader:
        report = export(
            reader, wanted, Format.CSV, path, Options(language=language), sort=sort, progress=progress
        )
    return report.quotes
