"""The schema of a project file: made, recognised, brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrack.store.errors import NewerProjectError, NotAProjectError
from quotetrack.store.indexing import fold_version, rebuild
from quotetrack.store.rows import folded_name
from quotetrack.store.table_writes import TableWrites, database_of

if TYPE_CHECKING:
    from sqlite_utils import Database

_FOLD = "fold"
# Tables with a column `folded`, and the column that it folds.
_NAMED = {"outlets": "name", "speakers": "name", "aliases": "alias", "tags": "name"}
APPLICATION_ID = int.from_bytes(b"QTrk", "big")
Migration = Callable[["Database"], None]


def _count_matches_along_one_index(database: Database) -> None:
    """Version 2: counts under a text come from an index alone, so it has the article, too."""
    database.table("quotes").drop_index("quotes_by_outlet")
    database.table("quotes").create_index(
        ["outlet_id", "facets", "article_id", "published", "confidence", "speaker_id"], "quotes_by_outlet"
    )


def _keep_a_batch_in_one_entry(database: Database) -> None:
    """Version 3: what is undone at once is one entry of the history, however many transactions it took."""
    history, entry, before = database.table("history"), 0, ("", "")
    for row in list(history.rows_where(order_by="id")):
        this = (row["batch"], row["state"])
        if row["batch"] and this == before:
            database.execute(
                "UPDATE history_changes SET history_id = ? WHERE history_id = ?", (entry, row["id"])
            )
            history.delete(row["id"])
        else:
            entry, before = row["id"], this


# MIGRATIONS[n] brings a file of version n + 1 to n + 2; schema.sql is what comes out.
MIGRATIONS: Sequence[Migration] = (_count_matches_along_one_index, _keep_a_batch_in_one_entry)


def current_version() -> int:
    """The version of the schema that this program writes."""
    return len(MIGRATIONS) + 1


def create(connection: sqlite3.Connection) -> None:
    """Makes an empty project.

    By a script: sqlite-utils' own calls know no CHECK, no generated column, no WITHOUT ROWID, no
    partial index, and an FTS5 table only over a table with the same words, where ours hold folded
    ones and no text.
    """
    script = resources.files("quotetrack.store").joinpath("schema.sql").read_text(encoding="utf-8")
    database = database_of(connection)
    with database.atomic():
        database.executescript(script)
        database.table("settings").insert({"key": _FOLD, "value": fold_version()})
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {current_version()}")


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


def count_revision(writes: TableWrites) -> None:
    """Notes that a transaction changed something, so that a snapshot knows whether it is new."""
    (following,) = writes.connection.execute(
        "SELECT coalesce(max(CAST(value AS INTEGER)), 0) + 1 FROM settings WHERE key = 'revision'"
    ).fetchone()
    writes.keep({"revision": str(following)})


def refold(connection: sqlite3.Connection) -> None:
    """Makes search indexes and folded names anew where another folding than today's made them."""
    row = connection.execute("SELECT value FROM settings WHERE key = ?", (_FOLD,)).fetchone()
    if row is not None and row[0] == fold_version():
        return
    with database_of(connection).atomic():
        rebuild(connection)
        for table, column in _NAMED.items():
            names = connection.execute(f"SELECT id, {column} FROM {table}").fetchall()
            # Two names that are one now stay two: which of them goes is for a person to say.
            connection.executemany(
                f"UPDATE OR IGNORE {table} SET folded = ? WHERE id = ?",
                [(folded_name(name), id_) for id_, name in names],
            )
        TableWrites(connection).keep({_FOLD: fold_version()})


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a file's schema up to date, each step in a transaction of its own."""
    database = database_of(connection)
    done = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for number, migration in enumerate(MIGRATIONS[done - 1 :], done + 1):
        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            with database.atomic():
                migration(database)
                database.execute(f"PRAGMA user_version = {number}")
        finally:
            connection.execute("PRAGMA foreign_keys = ON")
