"""Where a command writes: standard output, or a file that is replaced whole."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

import click

from quotetrack.exports.atomic import as_text, replacing
from quotetrack.exports.errors import translated


@contextmanager
def binary_output(path: Path | None) -> Iterator[BinaryIO]:
    """A stream of bytes into `path`, or to standard output where that is None or "-"."""
    if path is None or str(path) == "-":
        stream = sys.stdout.buffer
        yield stream
        stream.flush()
        return
    with translated(path), replacing(path) as temporary, temporary.open("wb") as stream:
        yield stream


@contextmanager
def text_output(path: Path | None) -> Iterator[TextIO]:
    """The same as UTF-8 text, line ends untouched; lone surrogates become question marks."""
    with binary_output(path) as stream, as_text(stream) as text:
        yield text


def complain(sentence: str) -> None:
    """Write a sentence to standard error."""
    click.echo(sentence, err=True)
