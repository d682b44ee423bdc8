"""The door of the room: one function for whatever a person has in hand."""

from __future__ import annotations

from pathlib import Path

from quotetrack.article import Article, OriginKind
from quotetrack.readers import text as plain
from quotetrack.readers.base import Format, Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.decoding import Decoded, decode
from quotetrack.readers.formats import FORMATS, reader, sniff
from quotetrack.readers.freezing import finish


def read(
    source: Path | bytes, *, name: str = "", link: str = "", options: ReadOptions | None = None
) -> list[Article]:
    """The articles of a file, or of bytes that go by the name `name`.

    Raises:
        ReadError: what is wrong with it and what to do.
    """
    options = options or ReadOptions()
    data = read_bytes(source, options) if isinstance(source, Path) else source
    name = name or (source.name if isinstance(source, Path) else "")
    if not data:
        raise ReadError("readers.empty", name=name)
    raw = Raw(name=name, data=data, format=options.format or sniff(name, data), link=link)
    return read_raw(raw, options)


def read_raw(raw: Raw, options: ReadOptions) -> list[Article]:
    """The articles of bytes whose format is known.

    Raises:
        ReadError: what is wrong with them and what to do.
    """
    if raw.format not in FORMATS:
        raise ReadError("readers.unsupported", name=raw.name, format=raw.format.value)
    found: list[ReadArticle] = list(reader(raw.format)(raw, options))
    return [finish(article, raw, options) for article in found]


def read_clipboard(text: str, *, options: ReadOptions | None = None) -> Article:
    """The article of a pasted text.

    Raises:
        ReadError: it is empty or has no Arabic in it.
    """
    raw = Raw(name="", data=b"", format=Format.TEXT, kind=OriginKind.CLIPBOARD)
    return finish(plain.article(text), raw, options or ReadOptions())


def read_text(path: Path, *, encoding: str | None = None, options: ReadOptions | None = None) -> Decoded:
    """A text file's characters exactly as they stand in it: line ends and byte order mark included.

    Raises:
        ReadError: it cannot be read, is empty, is no text, or is not in `encoding`.
    """
    return decode(read_bytes(path, options or ReadOptions()), encoding=encoding, name=path.name)


def read_bytes(path: Path, options: ReadOptions | None = None) -> bytes:
    """All bytes of a regular file.

    Raises:
        ReadError: it is not there, not a file, not permitted, or too large.
    """
    limit = (options or ReadOptions()).limits.file_bytes
    try:
        if path.is_dir():
            raise ReadError("readers.folder", name=path.name)
        if path.exists() and not path.is_file():
            raise ReadError("readers.not_a_file", name=path.name)
        size = path.stat().st_size
        if size > limit:
            raise ReadError("readers.too_large", name=path.name, size=megabytes(size), limit=megabytes(limit))
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise ReadError("readers.missing", name=str(path)) from None
    except PermissionError:
        raise ReadError("readers.permission", name=path.name) from None
    except (OSError, ValueError) as error:
        raise ReadError("readers.unreadable", name=path.name, reason=str(error)) from error


def megabytes(size: int) -> str:
    """A size as people say it, in megabytes."""
    return f"{size / 1_000_000:,.1f}"
