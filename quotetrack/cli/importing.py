"""`quotetrack import`: articles from files, folders, addresses or standard input into a project."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from quotetrack.cli.exits import Exit
from quotetrack.cli.language import Command, current, language_option, option, say
from quotetrack.cli.output import complain
from quotetrack.cli.progress import Bar
from quotetrack.importing import ImportQueue, Outcome, Piece, Report, Source, WebAddress, sources_of
from quotetrack.messages import explain
from quotetrack.readers import FIELDS, ReadOptions
from quotetrack.store import Project


@click.command("import", cls=Command, help="import.about")
@click.argument("project", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("sources", nargs=-1, required=True)
@option("--encoding", help="import.encoding")
@option("--column", "columns", multiple=True, metavar="FIELD=NAME", help="import.column")
@option("--repeats", is_flag=True, help="import.repeats")
@option("--report", "report_file", type=click.Path(dir_okay=False, path_type=Path), help="import.report")
@option("--jobs", "-j", type=click.IntRange(min=1), help="jobs")
@language_option
def import_articles(  # noqa: PLR0913, PLR0917 - one parameter for each option of the command
    project: Path,
    sources: tuple[str, ...],
    encoding: str | None,
    columns: tuple[str, ...],
    report_file: Path | None,
    jobs: int | None,
    *,
    repeats: bool,
) -> None:
    """Import every source, say what could not be read, and keep what could."""
    options = ReadOptions(encoding=encoding, columns=_columns(columns))
    found = [source for name in sources for source in _source(name)]
    opened = Project.open(project) if project.exists() else Project.create(project)
    with opened, Bar() as bar, _interruptible() as interrupted:
        queue = ImportQueue(opened, found, options=options, jobs=jobs, repeats=repeats)
        report = queue.run(progress=lambda p: _ignore(bar.show(p.done, p.expected)), cancelled=interrupted)
    if report_file:
        report.save(report_file, current())
    _tell(report)


def _ignore(_: object) -> None:
    return None


def _columns(pairs: tuple[str, ...]) -> dict[str, str] | None:
    columns: dict[str, str] = {}
    for pair in pairs:
        field, equals, name = pair.partition("=")
        if not equals or field not in FIELDS:
            raise click.UsageError(say("error.column", given=pair, fields=", ".join(FIELDS)))
        columns[field] = name
    return columns or None


def _source(name: str) -> Iterator[Source]:
    if name == "-":
        yield Piece(say("stdin"), sys.stdin.buffer.read())
    elif name.startswith(("http://", "https://")):
        yield WebAddress(name)
    else:
        yield from sources_of([Path(name)])


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed: what is imported stays; a second time it ends at once."""
    pressed = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


def _tell(report: Report) -> None:
    for result in report.results:
        if result.error is not None:
            complain(f"{result.name}: {explain(result.error, current())}")
    counts = {outcome.value: report.count(outcome) for outcome in Outcome}
    click.echo(say("import.done", quotes=report.quotes, **counts))
    if report.stopped is not None:
        raise report.stopped
    context = click.get_current_context()
    if report.cancelled:
        context.exit(Exit.INTERRUPTED)
    if report.count(Outcome.FAILED):
        context.exit(Exit.SOME_FAILED)
