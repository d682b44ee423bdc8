"""What can go wrong with a project file, each with a message that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrack.errors import QuotetrackError

if TYPE_CHECKING:
    from quotetrack.store.records import Snapshot


class StoreError(QuotetrackError):
    """Trouble with a project file."""


class ProjectMissingError(StoreError):
    """There is no file at the path."""


class ProjectExistsError(StoreError):
    """A new project would overwrite a file."""


class ProjectLockedError(StoreError):
    """Another program has the project open for writing."""


class NotAProjectError(StoreError):
    """The file is something else."""


class NewerProjectError(StoreError):
    """A newer program made the file."""


class ProjectReadOnlyError(StoreError):
    """The file or its folder cannot be written."""


class ProjectDamagedError(StoreError):
    """The file is truncated or some of its bytes are wrong.

    `snapshot` is the newest snapshot that can be restored, None where there is none.
    """

    def __init__(self, key: str, /, snapshot: Snapshot | None = None, **values: object) -> None:
        super().__init__(key, **values)
        self.snapshot = snapshot


class DiskError(StoreError):
    """The disk is full, or refused to write; what was saved before is safe."""


class GoneError(StoreError):
    """The row that was asked for does not exist (any more)."""


class RefusedError(StoreError):
    """The operation makes no sense for these rows, and changed nothing."""


_KNOWN: Mapping[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_FULL: (DiskError, "store.disk_full"),
    sqlite3.SQLITE_IOERR: (DiskError, "store.disk_error"),
    sqlite3.SQLITE_NOTADB: (NotAProjectError, "store.not_a_project"),
    sqlite3.SQLITE_CANTOPEN: (ProjectReadOnlyError, "store.cannot_open"),
    sqlite3.SQLITE_CORRUPT: (ProjectDamagedError, "store.damaged"),
    sqlite3.SQLITE_BUSY: (ProjectLockedError, "store.busy"),
    sqlite3.SQLITE_LOCKED: (ProjectLockedError, "store.busy"),
    sqlite3.SQLITE_READONLY: (ProjectReadOnlyError, "store.read_only"),
    sqlite3.SQLITE_PERM: (ProjectReadOnlyError, "store.read_only"),
    sqlite3.SQLITE_AUTH: (ProjectReadOnlyError, "store.read_only"),
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns SQLite's errors about `path` into ones that a person can act on; bugs pass through."""
    try:
        yield
    except sqlite3.Error as error:
        known = _KNOWN.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if known is None:
            raise
        kind, key = known
        raise kind(key, path=path) from error


_NO_SENSE = (sqlite3.OperationalError, sqlite3.DataError, sqlite3.IntegrityError)
# A number or nothing where a text should be is met by any of the last three.
NO_VALUE = (ValueError, TypeError, LookupError, AttributeError)


@contextmanager
def nonsense_told(path: Path, *, values: bool = True) -> Iterator[None]:
    """For what we wrote ourselves: what makes no sense to SQLite, or is no value of ours, is damage.

    Without `values` errors of the latter kind pass through: more than reading goes on.
    """
    told = (*_NO_SENSE, *NO_VALUE) if values else _NO_SENSE
    try:
        yield
    except told as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code & 0xFF in _KNOWN or code == sqlite3.SQLITE_INTERRUPT:
            raise
        if isinstance(error, sqlite3.IntegrityError) and code != sqlite3.SQLITE_CONSTRAINT_CHECK:
            raise  # what we write always meets a check, unless the check itself is damaged
        raise ProjectDamagedError("store.damaged", path=path) from error
