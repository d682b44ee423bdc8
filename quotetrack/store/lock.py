"""One writer: the lock that a program holds while it has a project open.

It is a lock of the operating system on a small file beside the project: it ends with the process
that holds it, however that ends. (Locks on the database file itself belong to SQLite.)
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from quotetrack.store.errors import ProjectLockedError, ProjectReadOnlyError

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """The lock of the project at `path`.

    Raises:
        ProjectLockedError: another program (or this one) holds it.
        ProjectReadOnlyError: the folder cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(f".{path.name}.lock")
        self._handle: int | None = None
        while self._handle is None:
            self._handle = self._taken(path)

    def _taken(self, project: Path) -> int | None:
        try:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        except OSError as error:
            raise ProjectReadOnlyError("store.read_only_folder", path=project) from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise ProjectLockedError("store.locked", path=project) from error
        if self._replaced(handle):
            os.close(handle)
            return None
        return handle

    def _replaced(self, handle: int) -> bool:
        """Whether its last holder removed the file between our opening and locking it."""
        try:
            return not os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return True

    def release(self) -> None:
        """Gives the lock back and takes its file away."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":
            os.close(handle)
            return
        self.path.unlink(missing_ok=True)
        os.close(handle)
