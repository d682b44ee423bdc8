"""`quotetrack gui`: the window."""

from __future__ import annotations

import pkgutil
from importlib.metadata import entry_points
from pathlib import Path

import click

from quotetrack.cli.language import Command, language_option, option


@click.command("gui", cls=Command, help="gui.about")
@click.argument("project", required=False, type=click.Path(dir_okay=False, path_type=Path))
@option("--sample", is_flag=True, help="gui.sample")
@language_option
def open_window(project: Path | None, *, sample: bool) -> None:
    """Open the window, on a project if one is named, or on the sample project."""
    # The library knows no window: whoever is installed as the program's window is asked.
    named = entry_points(group="gui_scripts", name="quotetrack-gui")
    run = next(iter(named)).load() if named else pkgutil.resolve_name("ui.start:main")
    arguments = ["quotetrack-gui", *(["--sample"] if sample else []), *([str(project)] if project else [])]
    click.get_current_context().exit(int(run(arguments) or 0))
