"""Files that hold files: gzip, ZIP archives and folders. Nothing is ever unpacked to the disk."""

from __future__ import annotations

import gzip
import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath, PurePosixPath

from quotetrack.readers.base import Format, Raw, ReadError, ReadOptions
from quotetrack.readers.decoding import file_name
from quotetrack.readers.formats import LONGEST_DIRECTORY, directory_size, sniff
from quotetrack.readers.hostile import BROKEN_ZIP, HONEST_RATIO, SMALL, is_bomb

_CHUNK = 1 << 20
_DEPTH = 2
_ENCRYPTED, _UTF_8 = 0x1, 0x800
_ENTRY = b"PK\x01\x02"
_LITTER = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
_NO_ARTICLES = frozenset(
    {".toml", ".ini", ".cfg", ".yaml", ".yml", ".css", ".js", ".py", ".log", ".qtrack", ".db", ".sqlite"}
)
"""Endings that a folder or an archive holds beside its articles: settings, code, a project of ours."""


@dataclass(slots=True)
class _Left:
    """How many bytes and files may still come out of an archive and all that it holds."""

    size: int
    members: int


def unpack(raw: Raw, options: ReadOptions) -> Iterator[Raw | ReadError]:
    """What is in `raw`: itself when it is no container, otherwise its members, those of archives in it too.

    A member that cannot be had is given as its error, and the next ones follow.
    """
    yield from _unpacked(raw, options, _Left(options.limits.unpacked_bytes, options.limits.members), 0)


def _unpacked(raw: Raw, options: ReadOptions, left: _Left, depth: int) -> Iterator[Raw | ReadError]:
    try:
        match raw.format:
            case Format.GZIP if depth <= _DEPTH:
                limit = min(left.size, options.limits.file_bytes)
                data = _gunzipped(raw, limit)
                left.size -= len(data)
                name = raw.name.removesuffix(".gz")
                packed = replace(raw, name=name, data=data, format=sniff(name, data))
                yield from _unpacked(packed, options, left, depth + 1)
            case Format.ZIP if depth <= _DEPTH:
                for member in _members(raw, options, left):
                    if isinstance(member, ReadError):
                        yield member
                    else:
                        yield from _unpacked(member, options, left, depth + 1)
            case Format.ZIP | Format.GZIP:
                yield ReadError("readers.nested", name=raw.name)
            case _:
                yield raw
    except ReadError as error:
        yield error


def files(folder: Path) -> Iterator[Path]:
    """All visible files below `folder` in order of their names; links out of it are not followed.

    Folders that cannot be opened come last, as themselves: whoever reads them is told why.
    """
    root = os.path.realpath(folder)
    shut: list[Path] = []
    for here, folders, names in os.walk(
        folder, followlinks=False, onerror=lambda error: shut.append(Path(error.filename))
    ):
        folders[:] = sorted(name for name in folders if not _stands_aside(PurePath(name)))
        for name in sorted(names):
            path = Path(here, name)
            inside = not path.is_symlink() or Path(os.path.realpath(path)).is_relative_to(root)
            if inside and not _stands_aside(PurePath(name)):
                yield path
    yield from shut


def _stands_aside(path: PurePath) -> bool:
    """Whether what is called so below a folder or in an archive is hidden, or no article by its name."""
    hidden = any(part in _LITTER or part.startswith(".") for part in path.parts)
    return hidden or path.suffix.lower() in _NO_ARTICLES


def _gunzipped(raw: Raw, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw.data)) as stream:
            while part := stream.read(_CHUNK):
                size += len(part)
                if size > limit or is_bomb(size, len(raw.data)):
                    raise ReadError("readers.bomb", name=raw.name)
                parts.append(part)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError("readers.broken", name=raw.name, reason="GZIP") from error
    return b"".join(parts)


def _members(raw: Raw, options: ReadOptions, left: _Left) -> Iterator[Raw | ReadError]:
    """The files of an archive, read one at a time, their sizes counted as they are unpacked."""
    if directory_size(io.BytesIO(raw.data)) > LONGEST_DIRECTORY:
        raise ReadError("readers.too_many", name=raw.name, count=f"{raw.data.count(_ENTRY):,}")
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw.data))
    except BROKEN_ZIP as error:
        raise ReadError("readers.broken", name=raw.name, reason="ZIP") from error
    with archive:
        infos = [info for info in archive.infolist() if not _skipped(info)]
        if not infos:
            raise ReadError("readers.empty", name=raw.name)
        left.members -= len(infos)
        if left.members < 0:
            raise ReadError("readers.too_many", name=raw.name, count=f"{len(infos):,}")
        for info in infos:
            name = f"{raw.name}/{_member_name(info)}"
            if info.flag_bits & _ENCRYPTED:
                yield ReadError("readers.encrypted", name=name)
                continue
            try:
                data = _member(archive, info, name, min(left.size, options.limits.member_bytes))
            except ReadError as error:
                yield error
                continue
            left.size -= len(data)
            yield replace(raw, name=name, data=data, format=sniff(name, data))


def _skipped(info: zipfile.ZipInfo) -> bool:
    is_link = (info.external_attr >> 16) & 0o170000 == 0o120000
    return info.is_dir() or is_link or _stands_aside(PurePosixPath(_member_name(info)))


def _member_name(info: zipfile.ZipInfo) -> str:
    """A member's name for people; one without the UTF-8 flag was read as if it came from an old PC."""
    name = info.filename
    if not info.flag_bits & _UTF_8:
        name = file_name(name.encode("cp437", errors="replace"))
    return "/".join(part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in {"/", ".."})


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limit: int) -> bytes:
    """One member's bytes.

    Raises:
        ReadError: damaged, or more than `limit` or than an honest ratio of compression gives.
    """
    try:
        with archive.open(info) as stream:
            data = stream.read(min(limit, max(SMALL, info.compress_size * HONEST_RATIO)) + 1)
    except BROKEN_ZIP as error:
        raise ReadError("readers.broken", name=name, reason="ZIP") from error
    if len(data) > limit or is_bomb(len(data), info.compress_size):
        raise ReadError("readers.bomb", name=name)
    return data
