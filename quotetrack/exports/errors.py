"""What can go wrong when a file is written, so that a person can act on it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quotetrack.errors import QuotetrackError

_KNOWN = {
    errno.ENOENT: "not_found",
    errno.ENOTDIR: "not_found",
    errno.EISDIR: "is_folder",
    errno.EEXIST: "exists",
    errno.ENOTEMPTY: "not_empty",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.ENAMETOOLONG: "name_too_long",
}


class ExportError(QuotetrackError):
    """A sheet could not be written; what stood in its place is untouched."""


class CancelledError(Exception):
    """The user stopped an export; nothing was written."""


def of_system(error: OSError, file: Path | None = None) -> ExportError:
    """`error` as a sentence about `file`, which was to be written, or about the one that the system names."""
    key = _KNOWN.get(error.errno or 0, "system")
    if key == "not_found" and file is not None and file.parent.is_dir():
        key = "no_new_files"
    name = str(file or error.filename or "-")
    return ExportError(f"exports.error.{key}", file=name, reason=error.strerror or error)


def refuse_project(file: Path, project: Path) -> None:
    """Keeps a slip from replacing the project by something that was made of it.

    Raises:
        ExportError: `file` is the project.
    """
    if os.path.realpath(file) == os.path.realpath(project):
        raise ExportError("exports.error.is_project", file=str(file))


@contextmanager
def translated(file: Path | None = None) -> Iterator[None]:
    """Turns what the system refuses in the block into an `ExportError` about `file`.

    A closed pipe stays one.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise of_system(error, file) from error
