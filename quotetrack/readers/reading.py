"""The door of the room: one function for whatever a person has in hand."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from quotetrack.article import Article, OriginKind
from quotetrack.readers import sandbox, tables
from quotetrack.readers import text as plain
from quotetrack.readers.base import Format, Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.containers import unpack
from quotetrack.readers.decoding import Decoded, decode, readable
from quotetrack.readers.feed import FeedEntry, entries
from quotetrack.readers.formats import FORMATS, reader, sniff
from quotetrack.readers.freezing import finish


def read(
    source: Path | bytes, *, name: str = "", link: str = "", options: ReadOptions | None = None
) -> list[Article]:
    """The articles of a file, or of bytes that go by the name `name`.

    Of a file with many articles (a table, an archive) those that can be read are given; use
    `read_each` to hear of the others.

    Raises:
        ReadError: none can be read; what is wrong with the first, and what to do.
    """
    articles: list[Article] = []
    first: ReadError | None = None
    for found in read_each(source, name=name, link=link, options=options):
        if isinstance(found, Article):
            articles.append(found)
        else:
            first = first or found
    if not articles:
        raise first or ReadError(
            "readers.empty", name=name or (source.name if isinstance(source, Path) else "")
        )
    return articles


def read_each(
    source: Path | bytes, *, name: str = "", link: str = "", options: ReadOptions | None = None
) -> Iterator[Article | ReadError]:
    """The articles of a file one by one; one that cannot be read is given as its error.

    Raises:
        ReadError: the file cannot be opened at all.
    """
    options = options or ReadOptions()
    raw = load(source, name=name, link=link, options=options)
    for member in unpack(raw, options):
        if isinstance(member, ReadError):
            yield member
        else:
            yield from read_raw(member, options)


def load(source: Path | bytes, *, name: str = "", link: str = "", options: ReadOptions) -> Raw:
    """The bytes of a file with their format.

    Raises:
        ReadError: the file cannot be opened, or is empty.
    """
    data = read_bytes(source, options) if isinstance(source, Path) else source
    name = name or (readable(source.name) if isinstance(source, Path) else "")
    if not data:
        raise ReadError("readers.empty", name=name)
    return Raw(name=name, data=data, format=options.format or sniff(name, data), link=link)


_UNREAD = {Format.PROGRAM: "readers.other_program", Format.PACKED: "readers.other_archive"}


def read_raw(raw: Raw, options: ReadOptions) -> Iterator[Article | ReadError]:
    """The articles of bytes whose format is known and no container."""
    if raw.format not in FORMATS:
        yield ReadError(
            _UNREAD.get(raw.format, "readers.unsupported"), name=raw.name, format=raw.format.value
        )
        return
    try:
        for found in _parsed(raw, options):
            yield found if isinstance(found, ReadError) else _finished(found, raw, options)
    except ReadError as error:
        yield error


def _isolated(raw: Raw, options: ReadOptions) -> bool:
    """Whether another process is to parse it."""
    return options.isolate and (FORMATS[raw.format].isolated or tables.is_one_value(raw))


def _parsed(raw: Raw, options: ReadOptions) -> Iterable[ReadArticle | ReadError]:
    if _isolated(raw, options):
        return sandbox.SHARED.read(raw, options)
    return reader(raw.format)(raw, options)


def _finished(found: ReadArticle, raw: Raw, options: ReadOptions) -> Article | ReadError:
    try:
        return finish(found, raw, options)
    except ReadError as error:
        return error


def read_clipboard(text: str, *, options: ReadOptions | None = None) -> Article:
    """The article of a pasted text.

    Raises:
        ReadError: it is empty or has no Arabic in it.
    """
    options = options or ReadOptions()
    raw = Raw(name="", data=b"", format=Format.TEXT, kind=OriginKind.CLIPBOARD)
    return finish(plain.article(Decoded(text, ""), options), raw, options)


def read_text(path: Path, *, encoding: str | None = None, options: ReadOptions | None = None) -> Decoded:
    """A text file's characters exactly as they stand in it: line ends and byte order mark included.

    Raises:
        ReadError: it cannot be read, is empty, is no text, or is not in `encoding`.
    """
    return decode(read_bytes(path, options or ReadOptions()), encoding=encoding, name=readable(path.name))


def read_table(
    source: Path | bytes, *, name: str = "", options: ReadOptions | None = None
) -> tables.Table | None:
    """The head of a table of articles, for matching its columns; None when it is no table.

    Raises:
        ReadError: the file cannot be opened, or is a damaged table.
    """
    options = options or ReadOptions()
    raw = next(unpack(load(source, name=name, options=options), options), None)
    if isinstance(raw, ReadError):
        raise raw
    return None if raw is None else table_of(raw, options)


def table_of(raw: Raw, options: ReadOptions) -> tables.Table | None:
    """The head of a table that is open already; None when it is no table.

    Raises:
        ReadError: it is a damaged table.
    """
    if raw.format not in {Format.CSV, Format.XLSX, Format.JSONL}:
        return None
    if _isolated(raw, options):
        return sandbox.SHARED.table(raw, options)
    return tables.preview(raw, options)


def read_feed(source: Path | Raw, *, options: ReadOptions | None = None) -> list[FeedEntry]:
    """What a feed lists, from a file or as `web.fetch` gave it; the pages themselves are not fetched.

    Raises:
        ReadError: it cannot be opened, or is no feed.
    """
    options = options or ReadOptions()
    raw = load(source, options=options) if isinstance(source, Path) else source
    return entries(list(_parsed(replace(raw, format=Format.FEED), options)))


def read_bytes(path: Path, options: ReadOptions | None = None) -> bytes:
    """All bytes of a regular file.

    Raises:
        ReadError: it is not there, not a file, not permitted, or too large.
    """
    limit = (options or ReadOptions()).limits.file_bytes
    name = readable(path.name)
    try:
        if path.is_dir():
            os.scandir(path).close()  # one that may not be opened says so
            raise ReadError("readers.folder", name=name)
        if path.exists() and not path.is_file():
            raise ReadError("readers.not_a_file", name=name)
        size = path.stat().st_size
        if size > limit:
            raise ReadError("readers.too_large", name=name, size=megabytes(size), limit=megabytes(limit))
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise ReadError("readers.missing", name=readable(str(path))) from None
    except PermissionError:
        raise ReadError("readers.permission", name=name) from None
    except (OSError, ValueError) as error:
        raise ReadError(
            "readers.unreadable", name=name, reason=getattr(error, "strerror", None) or error
        ) from error


def megabytes(size: int) -> str:
    """A size as people say it, in megabytes."""
    return f"{size / 1_000_000:,.1f}"
