"""`quotetrack evaluate`: how well detection does on a folder of annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import click

import quotetrack
from quotetrack.cli.exits import Exit
from quotetrack.cli.language import Command, current, language_option, option
from quotetrack.evaluation import as_dict, as_text, read_gold
from quotetrack.evaluation import evaluate as compare


@click.command(cls=Command, help="evaluate.about")
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@option("--errors", is_flag=True, help="evaluate.errors")
@option("--json", "as_json", is_flag=True, help="evaluate.json")
@option("--only", multiple=True, metavar="NAME", help="evaluate.only")
@language_option
def evaluate(gold_dir: Path, only: tuple[str, ...], *, errors: bool, as_json: bool) -> None:
    """Detect attributions in annotated articles and print how well that went."""
    evaluation = compare(read_gold(gold_dir, only), quotetrack.detect)
    if as_json:
        click.echo(json.dumps(as_dict(evaluation), ensure_ascii=False))
    else:
        click.echo(as_text(evaluation, current(), errors=errors), nl=False)
    if evaluation.problems:
        click.get_current_context().exit(Exit.SOME_FAILED)
