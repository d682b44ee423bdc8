"""`quotetrack export`: quote sheets in every form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from quotetrack.cli.choosing import choosing, chosen, ordered
from quotetrack.cli.language import Command, current, language_option, option, say
from quotetrack.cli.output import binary_output, complain
from quotetrack.cli.progress import Bar
from quotetrack.exports.columns import BY_KEY, PRESETS
from quotetrack.exports.errors import ExportError
from quotetrack.exports.exporting import Chosen, export
from quotetrack.exports.formats import Format, Shape, of_suffix
from quotetrack.exports.job import Group, Options
from quotetrack.messages import message
from quotetrack.store import Project, Reading


@click.command("export", cls=Command, help="export.about")
@click.argument("project", type=click.Path(dir_okay=False, path_type=Path))
@option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help="output")
@option("--format", "form", type=click.Choice([form.value for form in Format]), help="export.format")
@option("--preset", type=click.Choice(list(PRESETS)), help="export.preset")
@option("--columns", help="export.columns")
@option(
    "--group", type=click.Choice([group.value for group in Group]), default="speaker", help="export.group"
)
@option("--title", default="", help="export.title")
@option("--publisher", default="", help="export.publisher")
@option("--quotes", help="export.quotes")
@option("--bom/--no-bom", default=None, help="export.bom")
@option("--guard/--no-guard", default=True, help="guard")
@option("--preview", type=click.IntRange(min=1), metavar="N", help="export.preview")
@choosing
@language_option
def export_quotes(project: Path, output: Path | None, form: str | None, **values: Any) -> None:
    """Write the quotes that the options choose; the format is that of the file's ending unless named."""
    output = None if output is None or str(output) == "-" else output
    kind = Format(form) if form else of_suffix(output.suffix) if output else Format.CSV
    if kind is None:
        raise click.UsageError(say("error.no_format", file=output))
    if output is None and not values["preview"]:
        _check_stream(kind)
    options = Options(
        language=current(),
        columns=_columns(values),
        group=Group(values["group"]),
        title=values["title"],
        publisher=values["publisher"],
        bom=output is not None if values["bom"] is None else values["bom"],
        guard=values["guard"],
    )
    with Project.open(project, read_only=True) as opened, Bar() as bar:
        wanted, sort = _wanted(opened, values), ordered(values)
        if values["preview"]:
            from quotetrack.exports.previewing import preview  # noqa: PLC0415 (reads every format: slow to load)

            shown = preview(opened, wanted, kind, options, sort=sort, rows=values["preview"])
            click.echo(shown.text or "\n".join("\t".join(map(repr, row)) for row in shown.table), nl=False)
            return
        if output is None:
            with binary_output(None) as stream:
                report = export(opened, wanted, kind, stream, options, sort=sort, progress=bar.show)
        else:
            report = export(opened, wanted, kind, output, options, sort=sort, progress=bar.show)
    for note, count in report.notes:
        complain(message(f"exports.note.{note}", current(), count=count))
    if output is not None:
        click.echo(say("export.done", count=report.quotes, file=output), err=True)


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
