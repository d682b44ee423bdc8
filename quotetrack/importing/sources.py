"""What can be put into the queue, and how each becomes articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from quotetrack.article import Article
from quotetrack.importing.records import Item
from quotetrack.readers import (
    Format,
    Raw,
    ReadError,
    ReadOptions,
    load,
    read_clipboard,
    read_raw,
    sniff,
    unpack,
)
from quotetrack.readers.containers import files

_HEAD = 4096
_LINED = frozenset({Format.JSONL, Format.CSV})


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A page to fetch when the queue runs (or looks); `typed` when a person wrote the address."""

    address: str
    typed: bool = True


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text from the clipboard."""

    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes that were dropped or come from standard input, under a name."""

    name: str
    data: bytes = field(repr=False)


Source = Path | WebAddress | Pasted | Piece | Article


@dataclass(frozen=True, slots=True)
class Found:
    """One article or failure from a source; `left` is how many more are expected from it."""

    what: Article | ReadError
    format: str
    size: int
    left: int = 0


def sources_of(paths: Iterable[Path]) -> Iterator[Path]:
    """Files as they are, folders as the files in them, in order."""
    for path in paths:
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def first_look(source: Source) -> Item:
    """What is known of a source without reading it."""
    match source:
        case WebAddress():
            return Item(name=source.address)
        case Pasted():
            return Item(
                name=source.name, format=Format.TEXT.value, size=len(source.text.encode(errors="replace"))
            )
        case Piece():
            return Item(name=source.name, format=sniff(source.name, source.data).value, size=len(source.data))
        case Article():
            return Item(
                name=source.origin.name or source.title,
                format=source.origin.format,
                size=len(source.text.encode()),
            )
        case Path():
            return _file(source)


def _file(path: Path) -> Item:
    item = Item(name=str(path))
    try:
        if path.is_file():
            with path.open("rb") as file:
                kind = sniff(path.name, file.read(_HEAD), file)
            item = replace(item, format=kind.value, size=path.stat().st_size)
    except OSError:
        pass  # Reading it will say what is wrong, in words.
    return item


def read_source(source: Source, options: ReadOptions) -> Iterator[Found]:
    """The articles of a source, and what of it could not be read; never raises a ReadError."""
    try:
        match source:
            case Article():
                yield Found(source, source.origin.format, len(source.text.encode()))
            case Pasted():
                article = read_clipboard(source.text, options=options)
                yield Found(article, Format.TEXT.value, len(source.text.encode(errors="replace")))
            case WebAddress():
                from quotetrack.readers.web import fetch  # noqa: PLC0415 (no network code without the wish)

                yield from _read(fetch(source.address, typed=source.typed, options=options), options)
            case Piece():
                yield from _read(load(source.data, name=source.name, options=options), options)
            case Path():
                yield from _read(load(source, options=options), options)
    except ReadError as error:
        yield Found(error, "", 0)


def _read(raw: Raw, options: ReadOptions) -> Iterator[Found]:
    for member in unpack(raw, options):
        if isinstance(member, ReadError):
            yield Found(member, "", 0)
            continue
        left = member.data.count(b"\n", 0, -1) + 1 if member.format in _LINED else 1
        size = len(member.data)
        for number, found in enumerate(read_raw(member, options), start=1):
            yield Found(found, member.format.value, size if left == 1 else 0, max(0, left - number))
