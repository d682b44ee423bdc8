"""`quotetrack detect`: who said what in files or standard input, without a project."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

import click

import quotetrack
from quotetrack.cli.exits import Exit
from quotetrack.cli.language import Command, current, language_option, option, say
from quotetrack.cli.output import complain, text_output
from quotetrack.cli.parallel import ordered
from quotetrack.cli.progress import Bar
from quotetrack.cli.texts import text_block
from quotetrack.detection.records import Attribution
from quotetrack.exports.columns import PRESETS, chosen
from quotetrack.exports.delimited import write_rows
from quotetrack.exports.errors import of_system
from quotetrack.exports.jsonlines import article_record, line, write_list
from quotetrack.exports.records import SheetArticle, SheetQuote, from_detection
from quotetrack.messages import explain

Found = tuple[SheetArticle, list[SheetQuote]]

_CSV = tuple(
    key
    for key in PRESETS["full"]
    if key
    not in {
        "status",
        "verdict",
        "outlet",
        "title",
        "author",
        "date",
        "link",
        "page",
        "note",
        "tags",
        "evidence",
        "article",
    }
)


@click.command(cls=Command, help="detect.about")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl", "csv"]),
    default="text",
    help="detect.format",
)
@option("--speech-acts/--no-speech-acts", default=True, help="detect.speech_acts")
@option("--encoding", default="utf-8", help="detect.encoding")
@option("--output", "-o", type=click.Path(path_type=Path, allow_dash=True), help="output")
@option("--bom/--no-bom", default=False, help="bom")
@option("--guard/--no-guard", default=True, help="guard")
@option("--jobs", "-j", type=click.IntRange(min=1), default=1, help="jobs")
@language_option
def detect(  # noqa: PLR0913 - one parameter for each option of the command
    files: tuple[Path, ...],
    form: str,
    encoding: str,
    output: Path | None,
    jobs: int,
    *,
    speech_acts: bool,
    bom: bool,
    guard: bool,
) -> None:
    """Print the attributions of each file; files that cannot be read are named and left out."""
    _known(encoding)
    failed: list[Path] = []
    sources = files or (Path("-"),)
    with text_output(output) as stream, Bar() as bar:
        texts = _texts(_watched(sources, bar), encoding, failed)
        found = (
            (article, from_detection(article, attributions, speech_acts=speech_acts))
            for name, text, attributions in ordered(_attributions, texts, jobs)
            for article in (SheetArticle(text=text, name=name),)
        )
        if form == "csv":
            quotes = (quote for _, listed in found for quote in listed)
            write_rows(stream, quotes, chosen(_CSV), current(), bom=bom, guard=guard)
        else:
            _PRINTERS[form](stream, found)
    if failed:
        click.get_current_context().exit(Exit.SOME_FAILED)


def _known(encoding: str) -> None:
    try:
        codecs.lookup(encoding)
    except LookupError as error:
        raise click.UsageError(say("error.no_encoding", encoding=encoding)) from error


def _attributions(text: str) -> Sequence[Attribution]:
    return quotetrack.detect(text)


def _watched(files: Sequence[Path], bar: Bar) -> Iterator[Path]:
    for done, path in enumerate(files):
        bar.show(done, len(files))
        yield path


def _texts(files: Iterable[Path], encoding: str, failed: list[Path]) -> Iterator[tuple[str, str]]:
    """Name and text of each file that can be read; the others are complained about."""
    for path in files:
        name = str(path)
        try:
            data = sys.stdin.buffer.read() if name == "-" else path.read_bytes()
            text = data.decode(encoding)
        except OSError as error:
            failed.append(path)
            complain(explain(of_system(error), current()))
        except UnicodeDecodeError:
            failed.append(path)
            complain(say("error.encoding", file=name, encoding=encoding))
        else:
            if not text.strip():
                complain(say("note.empty", file=name))
            yield name, text


def _print_lines(stream: TextIO, found: Iterable[Found]) -> None:
    for article, quotes in found:
        stream.write(line(article_record(article, quotes)))
        stream.flush()


def _print_json(stream: TextIO, found: Iterable[Found]) -> None:
    write_list(stream, (article_record(article, quotes) for article, quotes in found))


def _print_text(stream: TextIO, found: Iterable[Found]) -> None:
    for number, (article, quotes) in enumerate(found):
        stream.write("\n" * bool(number) + say("text.file", file=article.name, count=len(quotes)) + "\n")
        stream.writelines(text_block(quote) for quote in quotes)


_PRINTERS = {"text": _print_text, "json": _print_json, "jsonl": _print_lines}
