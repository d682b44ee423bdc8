"""The `quotetrack` command: its group and how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import IO, Any

import click

from quotetrack import __version__
from quotetrack.cli.detecting import detect
from quotetrack.cli.evaluate import evaluate
from quotetrack.cli.exits import Exit
from quotetrack.cli.exporting import export_quotes
from quotetrack.cli.feeding import list_feed
from quotetrack.cli.importing import import_articles
from quotetrack.cli.language import Group, Option, current, language_option, teach_click
from quotetrack.cli.listing import list_quotes
from quotetrack.cli.redetecting import redetect_articles
from quotetrack.cli.window import open_window
from quotetrack.errors import QuotetrackError
from quotetrack.exports.errors import of_system
from quotetrack.messages import explain


class _Refused(click.ClickException):
    """A message that already says everything."""

    exit_code = Exit.REFUSED

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=file is None)


class _Quotetrack(Group):
    """Turns what a person can act on into a sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except QuotetrackError as error:
            raise _Refused(explain(error, current())) from error
        except BrokenPipeError as error:
            # Whoever read our output has gone; Python must not complain again when it exits.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(Exit.PIPE_CLOSED) from error
        except OSError as error:
            raise _Refused(explain(of_system(error), current())) from error
        return result


@click.group(cls=_Quotetrack, help="quotetrack", context_settings={"help_option_names": ["-h", "--help"]})
@language_option
@click.version_option(__version__, message="%(prog)s %(version)s", cls=Option, help="version")
def quotetrack() -> None:
    """The group of all commands."""


for _command in (
    detect,
    import_articles,
    list_feed,
    redetect_articles,
    list_quotes,
    export_quotes,
    open_window,
    evaluate,
):
    quotetrack.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line with `arguments` (those of the process by default) and exit."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    teach_click(sys.argv[1:] if arguments is None else arguments)
    try:
        code = quotetrack.main(arguments, prog_name="quotetrack", standalone_mode=False)
    except click.Abort:
        return Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return int(code or Exit.DONE)
