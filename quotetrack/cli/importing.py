"""`quotetrack import`: articles from files, folders, addresses or standard input into a project."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from quotetrack.cli.exits import Exit
from quotetrack.cli.feeding import entries_of
from quotetrack.cli.items import item_lines, result_line
from quotetrack.cli.language import Command, current, language_option, option, say
from quotetrack.cli.output import complain
from quotetrack.cli.progress import Bar
from quotetrack.cli.stopping import interruptible
from quotetrack.exports.errors import refuse_project
from quotetrack.importing import (
    Choice,
    ImportQueue,
    Item,
    Outcome,
    Piece,
    Progress,
    Report,
    Source,
    WebAddress,
    save_items,
    sources_of,
)
from quotetrack.messages import explain, message
from quotetrack.readers import FIELDS
from quotetrack.store import Project

_EVERYTHING = "*"


@click.command("import", cls=Command, help="import.about")
@click.argument("project", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("sources", nargs=-1)
@option("--encoding", "encodings", multiple=True, metavar="[PATTERN=]NAME", help="import.encoding")
@option("--column", "columns", multiple=True, metavar="[PATTERN:]FIELD=NAME", help="import.column")
@option("--leave-out", "left_out", multiple=True, metavar="PATTERN", help="import.leave_out")
@option("--feed", help="import.feed")
@option("--entries", metavar="1,3-5", help="import.entries")
@option("--as-given", is_flag=True, help="import.as_given")
@option("--repeats", is_flag=True, help="import.repeats")
@option("--look", is_flag=True, help="import.look")
@option("--each", is_flag=True, help="import.each")
@option("--report", "report_file", type=click.Path(dir_okay=False, path_type=Path), help="import.report")
@option("--jobs", "-j", type=click.IntRange(min=1), help="jobs")
@language_option
def import_articles(project: Path, sources: tuple[str, ...], **values: Any) -> None:
    """Import every source, say what could not be read, and keep what could."""
    rules = _rules(values["encodings"], values["columns"], values["left_out"])
    if values["report_file"]:
        refuse_project(values["report_file"], project)
    found = list(_found(sources, values))
    with _opened(project, look=values["look"]) as opened, Bar() as bar, interruptible() as interrupted:
        queue = ImportQueue(opened, found, rules=rules, jobs=values["jobs"], repeats=values["repeats"])

        def show(progress: Progress) -> None:
            bar.show(progress.done, progress.expected)

        if values["look"]:
            queue.look(progress=show, cancelled=interrupted)
        else:
            report = queue.run(alone=True, progress=show, cancelled=interrupted)
    if values["look"]:
        _tell_items(queue.items, values["report_file"], stopped=interrupted())
        return
    if values["report_file"]:
        report.save(values["report_file"], current())
    _tell(report, each=values["each"])


@contextmanager
def _opened(path: Path, *, look: bool) -> Iterator[Project]:
    """The project, made if there is none; a look leaves what is there as it is, and nothing behind."""
    if look and not path.exists():
        with TemporaryDirectory() as folder, Project.create(Path(folder) / path.name) as project:
            yield project
        return
    with Project.open(path, read_only=look) if path.exists() else Project.create(path) as project:
        if project.cloud_service is not None and not look:
            complain(message("store.cloud_folder", current(), service=project.cloud_service))
        yield project


def _rules(
    encodings: tuple[str, ...], columns: tuple[str, ...], left_out: tuple[str, ...]
) -> list[tuple[str, Choice]]:
    """What the options say, by the pattern of names for which they say it."""
    rules: list[tuple[str, Choice]] = []
    for given in encodings:
        pattern, _, encoding = given.rpartition("=")
        try:
            codecs.lookup(encoding)
        except LookupError as error:
            raise click.UsageError(say("error.no_encoding", encoding=encoding)) from error
        rules.append((pattern or _EVERYTHING, Choice(encoding=encoding)))
    matched: dict[str, dict[str, str]] = {}
    for given in columns:
        before, equals, name = given.partition("=")
        pattern, _, field = before.rpartition(":")
        if not equals or field not in FIELDS:
            raise click.UsageError(say("error.column", given=given, fields=", ".join(FIELDS)))
        matched.setdefault(pattern or _EVERYTHING, {})[field] = name
    rules += [(pattern, Choice(columns=chosen)) for pattern, chosen in matched.items()]
    return rules + [(pattern, Choice(left_out=True)) for pattern in left_out]


def _found(names: tuple[str, ...], values: dict[str, Any]) -> Iterator[Source]:
    if values["feed"] is None:
        if not names or values["entries"]:
            raise click.UsageError(say("error.entries_of" if names else "error.no_source"))
    elif not values["entries"]:
        raise click.UsageError(say("error.which_entries"))
    for name in names:
        yield from _source(name)
    if values["feed"] is not None:
        yield from entries_of(values["feed"], values["entries"], as_given=values["as_given"])


def _source(name: str) -> Iterator[Source]:
    if name == "-":
        yield Piece(say("stdin"), sys.stdin.buffer.read())
    elif "://" in name:
        yield WebAddress(name)
    else:
        yield from sources_of([Path(name)])


def _tell_items(items: Sequence[Item], file: Path | None, *, stopped: bool) -> None:
    """What every item is, before anything is imported."""
    for line in item_lines(items):
        click.echo(line)
    if file:
        save_items(items, file, current())
    context = click.get_current_context()
    if stopped:
        context.exit(Exit.INTERRUPTED)
    if any(item.error or item.failures for item in items):
        context.exit(Exit.SOME_FAILED)


def _tell(report: Report, *, each: bool) -> None:
    for result in report.results:
        if each:
            click.echo(result_line(result))
        elif result.error is not None:
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
