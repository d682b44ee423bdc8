"""The schema of a project file: made, recognised, brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrack.store.errors import NewerProjectError, NotAProjectError
from quotetrack.store.indexing import fold_version, rebuild

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = int.from_bytes(b"QTrk", "big")
Migration = Callable[["Database"], None]


def _count_matches_along_one_index(database: Database) -> None:
    """Version 2: counts under a text come from an index alone, so it has the article, too."""
    database.table("quotes").drop_index("quotes_by_outlet")
    database.table("quotes").create_index(
        ["outlet_id", "facets", "article_id", "published", "confidence", "speaker_id"], "quotes_by_outlet"
    )


# MIGRATIONS[n] brings a file of version n + 1 to n + 2, with sqlite-utils; schema.sql is what comes out.
MIGRATIONS: Sequence[Migration] = (_count_matches_along_one_index,)


def current_version() -> int:
    """The version of the schema that this program writes."""
    return len(MIGRATIONS) + 1


def statements(script: str) -> list[str]:
    """The statements of an SQL script."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return found


def create(connection: sqlite3.Connection) -> None:
    """Makes an empty project."""
    script = resources.files("quotetrack.store").joinpath("schema.sql").read_text(encoding="utf-8")
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements(script):
        connection.execute(statement)
    connection.execute("INSERT INTO settings VALUES ('fold', ?)", (fold_version(),))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {current_version()}")
    connection.execute("COMMIT")


def version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a file's schema.

    Raises:
        NotAProjectError: another program's database.
        NewerProjectError: a newer quotetrack made it.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAProjectError("store.not_a_project", path=path)
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > current_version():
        raise NewerProjectError("store.newer", path=path, version=found, known=current_version())
    if found < 1:
        raise NotAProjectError("store.not_a_project", path=path)
    return found


def count_revision(connection: sqlite3.Connection) -> None:
    """Notes that a transaction changed something, so that a snapshot knows whether it is new."""
    connection.execute(
        "INSERT INTO settings VALUES ('revision', '1')"
        " ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )


def refold(connection: sqlite3.Connection) -> None:
    """Makes the search indexes anew where they were made with another folding than today's."""
    row = connection.execute("SELECT value FROM settings WHERE key = 'fold'").fetchone()
    if row is not None and row[0] == fold_version():
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        rebuild(connection)
        connection.execute("INSERT OR REPLACE INTO settings VALUES ('fold', ?)", (fold_version(),))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a file's schema up to date, each step in a transaction of its own."""
    if not MIGRATIONS:
        return
    # Only here: it takes as long to import as the rest of the store three times over.
    from sqlite_utils import Database  # noqa: PLC0415

    done = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for number, migration in enumerate(MIGRATIONS[done - 1 :], done + 1):
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        try:
            migration(Database(connection, recursive_triggers=True))
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        finally:
            connection.execute("PRAGMA foreign_keys = ON")
