"""`quotetrack list`: quotes of a project on the terminal or for the next program."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

import click

from quotetrack.cli.choosing import choosing, chosen, ordered
from quotetrack.cli.language import Command, current, language_option, option
from quotetrack.cli.output import binary_output, text_output
from quotetrack.cli.texts import text_block
from quotetrack.exports.exporting import export_sheet
from quotetrack.exports.formats import Format
from quotetrack.exports.job import Options
from quotetrack.exports.project import ProjectSheet
from quotetrack.store import Project

_FORMATS = {name: Format(name) for name in ("csv", "json", "jsonl")}


@click.command("list", cls=Command, help="list.about")
@click.argument("project", type=click.Path(dir_okay=False, path_type=Path))
@choosing
@option("--format", "form", type=click.Choice(["text", *_FORMATS]), default="text", help="list.format")
@option("--limit", type=click.IntRange(min=1), help="list.limit")
@option("--count", is_flag=True, help="list.count")
@language_option
def list_quotes(project: Path, form: str, limit: int | None, *, count: bool, **values: Any) -> None:
    """Print the quotes that the options choose, or how many they are."""
    with Project.open(project, read_only=True) as opened:
        wanted = chosen(opened, values)
        if count:
            click.echo(opened.quotes.count(wanted))
            return
        sheet = ProjectSheet(opened, opened.quotes.ids(wanted, ordered(values))[:limit])
        if form != "text":
            with binary_output(None) as raw:
                export_sheet(sheet, _FORMATS[form], raw, Options(language=current(), bom=False))
            return
        with text_output(None) as stream:
            stream.writelines(islice(map(text_block, sheet.quotes()), limit))
