"""`quotetrack export`: quote sheets in every form."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from quotetrack.cli.choosing import choosing, chosen, ordered
from quotetrack.cli.exits import Exit
from quotetrack.cli.language import Command, country_of_locale, current, language_option, option, say
from quotetrack.cli.output import binary_output, complain
from quotetrack.cli.progress import Bar
from quotetrack.cli.sheets import Order, Told, Written, write_here, write_in_processes
from quotetrack.exports.columns import BY_KEY, PRESETS
from quotetrack.exports.errors import ExportError, refuse_project
from quotetrack.exports.exporting import Chosen, Report, export
from quotetrack.exports.formats import Format, Shape, of_suffix
from quotetrack.exports.job import Group, Options
from quotetrack.figures import COUNTRIES, Digits, Figures
from quotetrack.messages import explain, message
from quotetrack.store import Project, Reading


@click.command("export", cls=Command, help="export.about")
@click.argument("project", type=click.Path(dir_okay=False, path_type=Path))
@option("--output", "-o", "outputs", multiple=True, metavar="[FORMAT:]FILE", help="export.output")
@option("--format", "form", type=click.Choice([form.value for form in Format]), help="export.format")
@option("--preset", type=click.Choice(list(PRESETS)), help="export.preset")
@option("--columns", help="export.columns")
@option(
    "--group", type=click.Choice([group.value for group in Group]), default="speaker", help="export.group"
)
@option("--digits", type=click.Choice([each.value for each in Digits]), default="latin", help="export.digits")
@option("--country", type=click.Choice(COUNTRIES), help="export.country")
@option("--title", default="", help="export.title")
@option("--publisher", default="", help="export.publisher")
@option("--quotes", help="export.quotes")
@option("--bom/--no-bom", default=None, help="export.bom")
@option("--told-again/--told-once", "repeats", default=False, help="export.repeats")
@option("--guard/--no-guard", default=True, help="guard")
@option("--preview", type=click.IntRange(min=1), metavar="N", help="export.preview")
@option("--jobs", "-j", type=click.IntRange(min=1), default=1, help="export.jobs")
@choosing
@language_option
def export_quotes(project: Path, outputs: tuple[str, ...], form: str | None, **values: Any) -> None:
    """Write the quotes that the options choose into each file; its ending says the format unless named."""
    if outputs in {(), ("-",)}:
        _to_stream(project, Format(form) if form else Format.CSV, values)
        return
    orders = [_order(given, form, values) for given in outputs]
    for order in orders:
        refuse_project(order.path, project)
    if values["preview"]:
        _preview(project, orders[0].format, orders[0].options, values)
        return
    with Project.open(project, read_only=True) as opened, Bar() as bar:
        wanted, sort = _wanted(opened, values), ordered(values)

        def show(told: Told) -> None:
            bar.show(told.done, told.total)

        if values["jobs"] > 1 and len(orders) > 1:
            written = write_in_processes(project, wanted, sort, orders, values["jobs"], show)
        else:
            written = list(write_here(opened, wanted, sort, orders, show))
    _tell(written)


def _to_stream(project: Path, kind: Format, values: dict[str, Any]) -> None:
    """The sheet, or how it will begin, on standard output."""
    options = _options(values, bom=False)
    if values["preview"]:
        _preview(project, kind, options, values)
        return
    _check_stream(kind)
    with Project.open(project, read_only=True) as opened, Bar() as bar, binary_output(None) as stream:
        wanted, sort = _wanted(opened, values), ordered(values)
        report = export(opened, wanted, kind, stream, options, sort=sort, progress=bar.show)
    _tell_notes(report)


def _preview(project: Path, kind: Format, options: Options, values: dict[str, Any]) -> None:
    from quotetrack.exports.previewing import preview  # noqa: PLC0415 (reads every format: slow to load)

    with Project.open(project, read_only=True) as opened:
        wanted, sort = _wanted(opened, values), ordered(values)
        shown = preview(opened, wanted, kind, options, sort=sort, rows=values["preview"])
    click.echo(shown.text or "\n".join("\t".join(map(repr, row)) for row in shown.table), nl=False)


def _order(given: str, form: str | None, values: dict[str, Any]) -> Order:
    """One sheet: its format is named before the file, by --format, or by the file's ending."""
    named, colon, rest = given.partition(":")
    if colon and named in set(Format):
        return Order(Format(named), Path(rest), _options(values, bom=True))
    path = Path(given)
    kind = Format(form) if form else of_suffix(path.suffix)
    if kind is None or given == "-":
        raise click.UsageError(say("error.no_format", file=given))
    return Order(kind, path, _options(values, bom=True))


def _options(values: dict[str, Any], *, bom: bool) -> Options:
    return Options(
        language=current(),
        columns=_columns(values),
        group=Group(values["group"]),
        figures=Figures(Digits(values["digits"]), values["country"] or country_of_locale()),
        title=values["title"],
        publisher=values["publisher"],
        bom=bom if values["bom"] is None else values["bom"],
        guard=values["guard"],
        repeats=values["repeats"],
    )


def _tell(written: Sequence[Written]) -> None:
    """What became of every sheet; the exit code says whether all, some or none were written."""
    failed = [one.error for one in written if one.error is not None]
    if len(failed) == len(written):
        for error in failed[:-1]:
            complain(explain(error, current()))
        raise failed[-1]
    for one in written:
        if one.report is not None:
            _tell_notes(one.report)
            click.echo(say("export.done", count=one.report.quotes, file=one.order.path), err=True)
        elif one.error is not None:
            complain(explain(one.error, current()))
    if failed:
        click.get_current_context().exit(Exit.SOME_FAILED)


def _tell_notes(report: Report) -> None:
    for note, count in report.notes:
        complain(message(f"exports.note.{note}", current(), count=count))


def _check_stream(kind: Format) -> None:
    if kind.form.shape is Shape.FOLDER:
        raise ExportError("exports.error.folder_needed")
    if kind.form.shape is Shape.BYTES and sys.stdout.isatty():
        raise ExportError("exports.error.terminal")


def _columns(values: dict[str, Any]) -> tuple[str, ...]:
    if not values["columns"]:
        return PRESETS[values["preset"]] if values["preset"] else ()
    keys = tuple(key.strip() for key in values["columns"].split(","))
    if unknown := [key for key in keys if key not in BY_KEY]:
        raise click.UsageError(say("error.no_column", given=", ".join(unknown), known=", ".join(BY_KEY)))
    return keys


def _wanted(reading: Reading, values: dict[str, Any]) -> Chosen:
    """The quotes that --quotes names, else those that the filter shows."""
    if values["quotes"] is None:
        return chosen(reading, values)
    try:
        return [int(number) for number in values["quotes"].split(",")]
    except ValueError as error:
        raise click.UsageError(say("error.numbers", given=values["quotes"])) from error
