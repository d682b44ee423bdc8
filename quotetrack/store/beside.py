"""A second connection, so that two long queries of one reader run at once.

SQLite lets go of the interpreter while it runs a query: with a core for each, two that take as long
as each other are done in the time of one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from quotetrack.store.connection import Query, connect_reader

# Up to as many quotes, a thread costs more than it saves.
FEW = 50_000
_STATE = "SELECT value FROM settings WHERE key = 'revision'"


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is read meanwhile is of one state of the file, whoever writes."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


class Beside:
    """A second connection to the file at `path`, made when it is first of use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def both(self, connection: sqlite3.Connection, one: Query, other: Query) -> tuple[list[Any], list[Any]]:
        """The rows of two queries on the state of the file that `connection` reads.

        They run one after the other where the file is small or has just changed.
        """
        if connection.execute("SELECT coalesce(max(id), 0) FROM quotes").fetchone()[0] > FEW:
            if self._connection is None:
                self._connection = connect_reader(self._path)
            with one_state(self._connection), ThreadPoolExecutor(1) as thread:
                if _same_state(connection, self._connection):
                    found = thread.submit(_rows, self._connection, other)
                    return _rows(connection, one), found.result()
        return _rows(connection, one), _rows(connection, other)

    def interrupt(self) -> None:
        """Stops the query that runs here in another thread."""
        if self._connection is not None:
            self._connection.interrupt()

    def close(self) -> None:
        """Closes the connection."""
        if self._connection is not None:
            self._connection.close()


def _rows(connection: sqlite3.Connection, query: Query) -> list[Any]:
    return connection.execute(*query).fetchall()


def _same_state(connection: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    return connection.execute(_STATE).fetchall() == other.execute(_STATE).fetchall()
