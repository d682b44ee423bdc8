"""A project: one SQLite file, open for reading and, by one program at a time, for writing."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from quotetrack.store import cloud, history, integrity, schema
from quotetrack.store import snapshots as copies
from quotetrack.store.beside import Beside
from quotetrack.store.connection import connect_reader, connect_writer
from quotetrack.store.damage import offering_snapshot
from quotetrack.store.errors import (
    ProjectDamagedError,
    ProjectExistsError,
    ProjectMissingError,
    ProjectReadOnlyError,
    StoreError,
    nonsense_told,
    translated,
)
from quotetrack.store.lock import Lock
from quotetrack.store.reading import Reader, Reading
from quotetrack.store.records import Changes, Snapshot
from quotetrack.store.table_writes import TableWrites
from quotetrack.store.turns import Turns
from quotetrack.store.words import Vocabulary
from quotetrack.store.writer import Writer

SNAPSHOT_AT_CLOSING = 64 * 1024 * 1024
_ASKED_EVERY = 100_000
Work = Callable[[Writer, Reading], None]


class Project(Reading):
    """An open project file. Its reading attributes belong to the thread that opened it.

    Worker threads take a `reader()`. Changes go through `quotetrack.operations` and may come from
    any thread: they wait for each other.
    """

    def __init__(self, path: Path, lock: Lock | None, writer: sqlite3.Connection | None) -> None:
        self.path = path
        self._lock = lock
        self._writes = None if writer is None else TableWrites(writer)
        self._turns = Turns()
        self._verifying = threading.Lock()
        self._closed = False
        self._vocabulary = Vocabulary()
        self.changed_counter = 0
        self._beside = Beside(path)
        super().__init__(connect_reader(path), self._beside)

    @classmethod
    def create(cls, path: Path | str) -> Self:
        """Makes a new project file and opens it.

        Raises:
            ProjectExistsError: there is a file already.
            ProjectReadOnlyError: the folder cannot be written.
        """
        path = Path(path).resolve()
        if path.exists():
            raise ProjectExistsError("store.exists", path=path)
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        except OSError as error:
            raise ProjectReadOnlyError("store.read_only_folder", path=path) from error
        os.close(handle)
        fresh = Path(name)
        try:
            with translated(path):
                connection = connect_writer(fresh)
                try:
                    schema.create(connection)
                finally:
                    connection.close()
            _move_new(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False) -> Self:
        """Opens a project file; `read_only` works while another program has it open.

        Raises:
            StoreError: missing, foreign, newer, locked, read-only or damaged, each by its own class and
                with a message that says what to do.
        """
        path = Path(path).resolve()
        try:
            found = path.is_file()
        except OSError as error:
            raise ProjectReadOnlyError("store.cannot_open", path=path) from error
        if not found:
            raise ProjectMissingError("store.missing", path=path)
        if read_only:
            return cls._open_reading(path)
        lock = Lock(path)
        try:
            with offering_snapshot(path):
                return cls._open_writing(path, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _open_reading(cls, path: Path) -> Self:
        with offering_snapshot(path), translated(path), nonsense_told(path):
            project = cls(path, None, None)
            try:
                integrity.check_size(path)
                schema.version(project._connection, path)
                integrity.check_quickly(project._connection, path)
            except BaseException:
                project.close()
                raise
            return project

    @classmethod
    def _open_writing(cls, path: Path, lock: Lock) -> Self:
        if not os.access(path, os.W_OK):
            raise ProjectReadOnlyError("store.read_only", path=path)
        with translated(path):
            with nonsense_told(path):
                writer = connect_writer(path)
            try:
                with nonsense_told(path):
                    integrity.check_size(path)
                    version = schema.version(writer, path)
                    integrity.check_quickly(writer, path)
                writer.execute("PRAGMA journal_mode = WAL")
                copies.clear_unfinished(path)
                if version < schema.current_version():
                    copies.keep_aside(path, writer, schema.current_version())
                    schema.migrate(writer)
                with nonsense_told(path, values=False):
                    schema.refold(writer)
                return cls(path, lock, writer)
            except BaseException:
                writer.close()
                raise

    @property
    def writable(self) -> bool:
        """Whether operations can change this project."""
        return self._writes is not None

    def reader(self) -> Reader:
        """A read-only connection of its own, for a worker thread."""
        return Reader(self.path)

    def close(self) -> None:
        """Closes the file; everything that was done is in it already."""
        if self._closed:
            return
        self._closed = True
        # A copy is a second safety: where there is no room for it, the project is safe all the same;
        # of a damaged file there is none to be had.
        with suppress(StoreError, OSError, sqlite3.Error):
            if self.changed_counter and self.path.stat().st_size <= SNAPSHOT_AT_CLOSING:
                self.snapshot()
        with ExitStack() as stack:
            if self._lock is not None:
                stack.callback(self._lock.release)
            if self._writes is not None:
                stack.callback(self._writes.connection.close)
            stack.callback(self._connection.close)
            stack.callback(self._beside.close)
            stack.enter_context(self._verifying)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def snapshots(self) -> list[Snapshot]:
        """The snapshots of this project, newest first."""
        return copies.list_snapshots(self.path)

    def snapshot(self, keep: int = copies.KEPT) -> Snapshot | None:
        """Takes a snapshot now, unless nothing changed since the newest one; may run in any thread.

        Closing a small project takes one; a program that keeps a project open takes them from
        time to time.

        Raises:
            DiskError: there is no room for it.
        """
        if self._writes is None:
            raise ProjectReadOnlyError("store.read_only", path=self.path)
        # SQLite before 3.42 cannot copy generated columns over a read-only connection.
        with translated(self.path), closing(connect_writer(self.path)) as connection:
            return copies.take(self.path, connection, keep)

    def check(self) -> list[str]:
        """Everything that is wrong with the file, for an expert; may run in any thread."""
        with translated(self.path), closing(connect_reader(self.path)) as connection:
            return integrity.check_thoroughly(connection)

    @property
    def checked_in_part(self) -> bool:
        """Whether opening looked only at parts of the file, because it takes long to read: see `verify`."""
        return self.path.stat().st_size > integrity.SMALL

    def verify(self, stopped: Callable[[], bool] = lambda: False) -> None:
        """Looks at everything in the file, for seconds to a minute; for a worker thread.

        Ends early when `stopped`, which is asked all the time, says so or the project is closed.

        Raises:
            ProjectDamagedError: something is wrong.
        """

        def no_more() -> bool:
            return self._closed or stopped()

        with (
            self._verifying,
            offering_snapshot(self.path),
            translated(self.path),
            nonsense_told(self.path),
            closing(connect_reader(self.path)) as connection,
        ):
            connection.set_progress_handler(no_more, _ASKED_EVERY)
            try:
                problems = integrity.check_thoroughly(connection)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                    return
                raise
            if problems:
                raise ProjectDamagedError("store.damaged", path=self.path)

    @property
    def cloud_service(self) -> str | None:
        """The service that copies the project's folder to the cloud (message "store.cloud_folder")."""
        return cloud.service_of(self.path)

    def change(self, name: str, work: Work, batch: str = "") -> Changes:
        """Runs `work` in one transaction and notes it in the history; all of it happens, or nothing.

        Raises:
            ProjectReadOnlyError: the project was opened for reading only.
            DiskError: the disk is full or failed; the file is as it was before.
        """
        with self._transaction() as (writes, writer):
            work(writer, Reading(writes.connection))
            changes = writer.finish(name)
            if writer.steps:
                history.record(writes, name, batch, writer.steps)
        self.changed_counter += 1
        return changes

    def undo(self) -> Changes:
        """Takes back the last operation; empty changes where there is none."""
        return self._turn(history.undo)

    def redo(self) -> Changes:
        """Brings back what was undone last; empty changes where there is nothing."""
        return self._turn(history.redo)

    def _turn(self, turn: Callable[[TableWrites, Writer], str | None]) -> Changes:
        with self._transaction() as (writes, writer):
            name = turn(writes, writer)
            changes = writer.finish(name or "")
        self.changed_counter += 1
        return changes

    @contextmanager
    def _transaction(self) -> Iterator[tuple[TableWrites, Writer]]:
        if self._writes is None:
            raise ProjectReadOnlyError("store.read_only", path=self.path)
        with (
            self._turns,
            offering_snapshot(self.path),
            translated(self.path),
            nonsense_told(self.path, values=False),
        ):
            connection = self._writes.connection
            connection.execute("BEGIN IMMEDIATE")
            try:
                connection.execute("PRAGMA defer_foreign_keys = ON")
                writer = Writer(self._writes, self._vocabulary)
                yield self._writes, writer
                if writer.changed:
                    schema.count_revision(self._writes)
                connection.execute("COMMIT")
            except BaseException:
                self._vocabulary.forget()
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def _move_new(fresh: Path, path: Path) -> None:
    """Gives a finished file its name, without ever replacing another's."""
    try:
        os.link(fresh, path)
    except FileExistsError as error:
        raise ProjectExistsError("store.exists", path=path) from error
    except OSError:
        if path.exists():
            raise ProjectExistsError("store.exists", path=path) from None
        fresh.replace(path)
