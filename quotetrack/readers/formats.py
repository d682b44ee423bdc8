"""Which reader reads which file: by its first bytes first, by its name second."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, cast

from quotetrack.readers.base import Format, Reader
from quotetrack.readers.hostile import BROKEN_ZIP


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """One format: its file name endings, the module that reads it, whether a child process does."""

    suffixes: tuple[str, ...]
    module: str
    isolated: bool = False


FORMATS: dict[Format, FormatInfo] = {
    Format.TEXT: FormatInfo((".txt", ".text"), "text"),
    Format.HTML: FormatInfo((".html", ".htm", ".xhtml", ".shtml"), "html", isolated=True),
    Format.MARKDOWN: FormatInfo((".md", ".markdown"), "markdown", isolated=True),
    Format.DOCX: FormatInfo((".docx", ".docm"), "word", isolated=True),
    Format.PDF: FormatInfo((".pdf",), "pdf", isolated=True),
    Format.EPUB: FormatInfo((".epub",), "epub", isolated=True),
    Format.ODT: FormatInfo((".odt",), "odt", isolated=True),
    Format.RTF: FormatInfo((".rtf",), "rtf", isolated=True),
    Format.FEED: FormatInfo((".rss", ".atom", ".xml"), "feed", isolated=True),
    Format.EML: FormatInfo((".eml",), "mail", isolated=True),
    Format.MHTML: FormatInfo((".mhtml", ".mht"), "mail", isolated=True),
    Format.CSV: FormatInfo((".csv", ".tsv"), "tables"),
    Format.XLSX: FormatInfo((".xlsx", ".xlsm"), "tables", isolated=True),
    Format.JSONL: FormatInfo((".jsonl", ".ndjson", ".json"), "tables"),
}

_STARTS = (
    (b"\x1f\x8b", Format.GZIP),
    (b"{\\rtf", Format.RTF),
    (b"<!doctype html", Format.HTML),
    (b"<html", Format.HTML),
    (b"<rss", Format.FEED),
    (b"<feed", Format.FEED),
)
_BINARY_STARTS = (
    (b"PK\x05\x06", Format.ZIP),
    (b"Rar!", Format.PACKED),
    (b"7z\xbc\xaf", Format.PACKED),
    (b"\xfd7zXZ", Format.PACKED),
    (b"BZh", Format.PACKED),
    (b"\x28\xb5\x2f\xfd", Format.PACKED),
    (b"\xd0\xcf\x11\xe0", Format.PROGRAM),
)
# Office puts these into another program's container where they have a password.
_MAY_BE_LOCKED = {Format.DOCX, Format.XLSX}
LONGEST_DIRECTORY = 12 << 20
_FARTHEST_END = (1 << 16) + 22 + 20 + 56
_BY_SUFFIX = {suffix: kind for kind, info in FORMATS.items() for suffix in info.suffixes}


def suffixes() -> tuple[str, ...]:
    """All file name endings that can be read, for a file dialog."""
    return tuple(_BY_SUFFIX)


def sniff(name: str, data: bytes, file: BinaryIO | None = None) -> Format:
    """The format of a file called `name` that begins with `data`; text where nothing says more.

    `file` is the whole of it where `data` is not.
    """
    named = _BY_SUFFIX.get(PurePath(name).suffix.lower(), Format.TEXT)
    if data.startswith(b"PK\x03\x04"):
        return _zipped(file or io.BytesIO(data))
    if (kind := _begun(data, _BINARY_STARTS)) is not None:
        return named if kind is Format.PROGRAM and named in _MAY_BE_LOCKED else kind
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<?xml") and any(tag in head for tag in (b"<rss", b"<feed", b"<rdf:rdf")):
        return Format.FEED
    return _begun(head, _STARTS) or named


def _begun(data: bytes, starts: Iterable[tuple[bytes, Format]]) -> Format | None:
    return next((kind for start, kind in starts if data.startswith(start)), None)


def _zipped(file: BinaryIO) -> Format:
    """What a ZIP is: the office formats are ZIPs with a table of contents of their own."""
    if directory_size(file) > LONGEST_DIRECTORY:
        return Format.ZIP
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            kind = _beginning(archive, "mimetype") if "mimetype" in names else b""
    except BROKEN_ZIP:
        return Format.ZIP
    signs = (
        ("word/document.xml" in names, Format.DOCX),
        ("xl/workbook.xml" in names, Format.XLSX),
        (kind.startswith(b"application/epub+zip"), Format.EPUB),
        (kind.startswith(b"application/vnd.oasis.opendocument.text"), Format.ODT),
        (kind.startswith(b"application/vnd.oasis.opendocument"), Format.PROGRAM),
        (bool(names & {"ppt/presentation.xml", "Index/Document.iwa"}), Format.PROGRAM),
    )
    return next((format_ for holds, format_ in signs if holds), Format.ZIP)


def _beginning(archive: zipfile.ZipFile, member: str) -> bytes:
    """No more than is looked at: a member may unpack to gigabytes."""
    with archive.open(member) as stream:
        return stream.read(100)


def directory_size(file: BinaryIO) -> int:
    """How many bytes an archive says that its table of contents has, 0 where it says nothing.

    Python reads that table at once, however long: millions of empty entries would fill the memory.
    """
    file.seek(0, io.SEEK_END)
    file.seek(max(0, file.tell() - _FARTHEST_END))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 16:
        return 0
    size = int.from_bytes(tail[at + 12 : at + 16], "little")
    large = tail.rfind(b"PK\x06\x06", 0, at)
    if size == 0xFFFFFFFF and large >= 0:
        size = int.from_bytes(tail[large + 40 : large + 48], "little")
    return size


def reader(format: Format) -> Reader:  # noqa: A002 (the field's own word)
    """The reader of a format.

    Raises:
        KeyError: nothing reads it.
    """
    return cast("Reader", import_module(f"quotetrack.readers.{FORMATS[format].module}").read)
