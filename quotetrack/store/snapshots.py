"""Snapshots of a project: whole, checked copies in a folder beside it, and the way back to one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from quotetrack.store import schema
from quotetrack.store.connection import connect_reader
from quotetrack.store.errors import DiskError, ProjectDamagedError, StoreError, translated
from quotetrack.store.lock import Lock
from quotetrack.store.records import Snapshot

KEPT = 10
_TIME = "%Y-%m-%dT%H-%M-%S-%fZ"
_SUFFIX = ".qtrack"
_UNFINISHED = ".new"
_ASIDE = "before-version-"
_REPLACED = "replaced-"


def folder_of(project: Path) -> Path:
    """Where the snapshots of a project are: `name.snapshots` beside it."""
    return project.with_name(f"{project.stem}.snapshots")


def list_snapshots(project: Path) -> list[Snapshot]:
    """The snapshots of the project file `project`, newest first; it need not be open or sound."""
    found = []
    for path in folder_of(project).glob(f"*{_SUFFIX}"):
        with suppress(ValueError, OSError):
            taken = datetime.strptime(path.name.removesuffix(_SUFFIX), _TIME).replace(tzinfo=UTC)
            found.append(Snapshot(path, taken, path.stat().st_size))
    return sorted(found, key=lambda snapshot: snapshot.taken, reverse=True)


def revision(connection: sqlite3.Connection) -> int:
    """How many transactions have changed a project since it was made."""
    row = connection.execute("SELECT value FROM settings WHERE key = 'revision'").fetchone()
    return 0 if row is None else int(row[0])


def revision_of(path: Path) -> int | None:
    """The revision of a file that is not open, None where it cannot be read."""
    try:
        with closing(connect_reader(path, immutable=True)) as connection:
            return revision(connection)
    except sqlite3.Error:
        return None


def take(project: Path, connection: sqlite3.Connection, keep: int = KEPT) -> Snapshot | None:
    """Copies the project as `connection` sees it, unless the newest snapshot says the same.

    The copy appears under its name only when it is whole. The oldest snapshots beyond `keep` go.

    Raises:
        DiskError: there is no room; no half snapshot is left, and no old one is gone.
    """
    known = list_snapshots(project)
    if known and revision_of(known[0].path) == revision(connection):
        return None
    taken = datetime.now(UTC)
    path = folder_of(project) / f"{taken.strftime(_TIME)}{_SUFFIX}"
    copy_into(connection, path)
    for old in known[max(keep - 1, 0) :]:
        old.path.unlink(missing_ok=True)
    return Snapshot(path, taken, path.stat().st_size)


def keep_aside(project: Path, connection: sqlite3.Connection, version: int) -> Path:
    """Copies a project before it is brought to schema `version`; such copies are never removed."""
    path = folder_of(project) / f"{_ASIDE}{version}-{datetime.now(UTC).strftime(_TIME)}{_SUFFIX}"
    copy_into(connection, path)
    return path


def copy_into(connection: sqlite3.Connection, path: Path) -> None:
    """Writes a whole copy of a database to `path`, through a temporary name."""
    fresh = path.with_suffix(_UNFINISHED)
    with translated(path):
        try:
            path.parent.mkdir(exist_ok=True)
            fresh.unlink(missing_ok=True)
            connection.execute("VACUUM INTO ?", (str(fresh),))
            _synchronised(fresh)
            fresh.replace(path)
            _synchronised(path.parent)
        except OSError as error:
            raise DiskError("store.no_snapshot", path=path.parent) from error
        finally:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)


def clear_unfinished(project: Path) -> None:
    """Removes copies that a program began and did not live to finish; for whoever holds the lock."""
    for left in folder_of(project).glob(f"*{_UNFINISHED}"):
        with suppress(OSError):
            left.unlink()


def restore(project: Path, snapshot: Snapshot) -> Path | None:
    """Puts a snapshot in the place of a project that is not open; returns where the old file went.

    Raises:
        ProjectLockedError: the project is open somewhere.
        ProjectDamagedError: the snapshot itself is damaged; nothing has changed.
        DiskError: there is no room; nothing has changed.
    """
    lock = Lock(project)
    try:
        return _restore(project, snapshot)
    finally:
        lock.release()


def _restore(project: Path, snapshot: Snapshot) -> Path | None:
    fresh = project.with_name(f".{project.name}.restored")
    aside = folder_of(project) / f"{_REPLACED}{datetime.now(UTC).strftime(_TIME)}{_SUFFIX}"
    try:
        shutil.copyfile(snapshot.path, fresh)
        _check_copy(fresh, snapshot)
        _synchronised(fresh)
        kept = project.exists()
        if kept:
            project.replace(aside)
        for ending in ("-wal", "-shm"):
            beside = project.with_name(project.name + ending)
            if beside.exists():
                beside.replace(aside.with_name(aside.name + ending))
        fresh.replace(project)
        _synchronised(project.parent)
    except OSError as error:
        raise DiskError("store.disk_error", path=project) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return aside if kept else None


def _check_copy(path: Path, snapshot: Snapshot) -> None:
    try:
        with translated(path), closing(connect_reader(path, immutable=True)) as connection:
            schema.version(connection, path)
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    except StoreError as error:
        raise ProjectDamagedError("store.damaged_snapshot", path=snapshot.path) from error
    if not sound:
        raise ProjectDamagedError("store.damaged_snapshot", path=snapshot.path)


def _synchronised(path: Path) -> None:
    """Waits until the disk has what was written to a file, or in a folder."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() or os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
