"""`quotetrack gui`: the window."""

from __future__ import annotations

import pkgutil
from importlib.metadata import entry_points
from pathlib import Path

import click

from quotetrack.cli.language import Command, language_option


@click.command("gui", cls=Command, help="gui.about")
@click.argument("project", required=False, type=click.Path(dir_okay=False, path_type=Path))
@language_option
def open_window(project: Path | None) -> None:
    """Open the window, on a project if one is named."""
    # The library knows no window: whoever is installed as the program's window is asked.
    named = entry_points(group="gui_scripts", name="quotetrack-gui")
    run = next(iter(named)).load() if named else pkgutil.resolve_name("ui.application:main")
    arguments = ["quotetrack-gui", *([str(project)] if project else [])]
    click.get_current_context().exit(int(run(arguments) or 0))
