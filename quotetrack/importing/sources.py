"""What can be put into the queue, and how each becomes articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
from quotetrack.readers.decoding import readable

_HEAD = 4096
_LINED = frozenset({Format.JSONL, Format.CSV})

OptionsOf = Callable[[str], ReadOptions | None]


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A page to fetch when the queue runs (or looks).

    `typed` when a person wrote the address; otherwise `found_on` may be the address, written by a
    person, of the feed that lists it.
    """

    address: str
    typed: bool = True
    found_on: str = ""


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


Source = Path | WebAddress | Pasted | Piece | Raw | Article
"""What the queue takes; `Raw` is what was fetched or opened before."""


@dataclass(frozen=True, slots=True)
class Found:
    """One article or failure from a source; `left` is how many more are expected from it.

    `item` is the name of the item or, in an archive, of the part that it comes from.
    """

    what: Article | ReadError
    format: str
    size: int
    left: int = 0
    item: str = ""


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
        case Raw():
            return Item(name=source.name, format=source.format.value, size=len(source.data))
        case Article():
            return Item(
                name=source.origin.name or source.title,
                format=source.origin.format,
                size=len(source.text.encode()),
            )
        case Path():
            return _file(source)


def _file(path: Path) -> Item:
    item = Item(name=readable(str(path)))
    try:
        if path.is_file():
            with path.open("rb") as file:
                kind = sniff(path.name, file.read(_HEAD), file)
            item = replace(item, format=kind.value, size=path.stat().st_size)
    except OSError:
        pass  # Reading it will say what is wrong, in words.
    return item


def opened(source: Source, options: ReadOptions) -> Raw | Article:
    """The bytes of a source, fetched or read from the disk, or the article that it is.

    Raises:
        ReadError: it cannot be had.
    """
    match source:
        case Article() | Raw():
            return source
        case Pasted():
            return read_clipboard(source.text, options=options)
        case WebAddress():
            from quotetrack.readers.web import fetch  # noqa: PLC0415 (no network code without the wish)

            return fetch(source.address, typed=source.typed, found_on=source.found_on, options=options)
        case Piece():
            return load(source.data, name=source.name, options=options)
        case Path():
            return load(source, options=options)


def read_source(source: Source, name: str, options_of: OptionsOf) -> Iterator[Found]:
    """The articles of a source, and what of it could not be read; never raises a ReadError.

    `name` is its item's; `options_of` gives the options for an item or a part by its name, None
    for one that is to be left out.
    """
    options = options_of(name)
    if options is None:
        return
    try:
        made = opened(source, options)
        if isinstance(made, Article):
            yield Found(made, made.origin.format, len(made.text.encode()), item=name)
            return
        for member, key in parts(made, name, options):
            if isinstance(member, ReadError):
                yield Found(member, "", 0, item=key)
            elif (wanted := options_of(key)) is not None:
                yield from _read(member, key, wanted)
    except ReadError as error:
        yield Found(error, "", 0, item=name)


def parts(raw: Raw, name: str, options: ReadOptions) -> Iterator[tuple[Raw | ReadError, str]]:
    """What is in `raw` with the name by which a person chooses for it."""
    for member in unpack(raw, options):
        inside = str(member.values.get("name", "")) if isinstance(member, ReadError) else member.name
        known = inside.removeprefix(f"{raw.name}/")
        yield member, name if raw.format is not Format.ZIP or inside == raw.name else f"{name}/{known}"


def _read(member: Raw, key: str, options: ReadOptions) -> Iterator[Found]:
    left = member.data.count(b"\n", 0, -1) + 1 if member.format in _LINED else 1
    size = len(member.data)
    for number, found in enumerate(read_raw(member, options), start=1):
        yield Found(found, member.format.value, size if left == 1 else 0, max(0, left - number), key)
