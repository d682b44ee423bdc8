"""How rows get into tables, change there and go: few by sqlite-utils, many by executemany."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table

# sqlite-utils looks at the table and at the old row before it changes one: a fifth of a millisecond a
# row, which a person who decides about one quote does not notice, and an import would.
FEW = 10
Rows = Iterable[Sequence[Any]]


def database_of(connection: sqlite3.Connection) -> Database:
    """A connection in the hands of sqlite-utils, which joins the transaction that is open on it."""
    # Only here: it takes longer to import than a project to open.
    from sqlite_utils import Database  # noqa: PLC0415

    return Database(connection, execute_plugins=False)


class TableWrites:
    """Writes rows over one connection, within the transaction that is open on it.

    Table and column names come from the program, never from a person; values are what SQLite knows
    (text, numbers, bytes, None). A row is named by the table's primary key, which is one column.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._tables: dict[str, Table] = {}

    @cached_property
    def _database(self) -> Database:
        return database_of(self.connection)

    def _table(self, name: str) -> Table:
        if name not in self._tables:
            self._tables[name] = self._database.table(name)
        return self._tables[name]

    def next_id(self, table: str) -> int:
        """The id that the next row of `table` gets."""
        row = self.connection.execute(f"SELECT coalesce(max(rowid), 0) + 1 FROM {table}").fetchone()
        return int(row[0])

    def put(self, table: str, columns: Sequence[str], rows: Rows) -> None:
        """Adds rows, each with the values of `columns`; `rows` are read one by one where they are many."""
        few, many = _parted(rows)
        if few:
            self._table(table).insert_all([tuple(columns), *map(tuple, few)])
        marks = ", ".join("?" * len(columns))
        names = ", ".join(f'"{column}"' for column in columns)
        self.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", many)

    def set(self, table: str, columns: Sequence[str], rows: Rows) -> None:
        """Sets `columns` of rows that are there; each of `rows` is an id and the new values."""
        few, many = _parted(rows)
        for id_, *values in few:
            self._table(table).update(id_, dict(zip(columns, values, strict=True)))
        assignments = ", ".join(f"{column} = ?" for column in columns)
        self.connection.executemany(
            f"UPDATE {table} SET {assignments} WHERE rowid = ?", ((*row[1:], row[0]) for row in many)
        )

    def take(self, table: str, ids: Iterable[int]) -> None:
        """Takes rows out that are there."""
        few, many = _parted((id_,) for id_ in ids)
        for (id_,) in few:
            self._table(table).delete(id_)
        self.connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", many)

    def take_where(self, table: str, condition: str, parameters: Sequence[Any] = ()) -> None:
        """Takes out all rows that meet a condition in SQL."""
        self._table(table).delete_where(condition, parameters)

    def keep(self, settings: Mapping[str, str]) -> None:
        """Sets what the table settings says under some keys."""
        # sqlite-utils' own upsert makes a table, once, to see whether SQLite knows ON CONFLICT.
        table = self._table("settings")
        for key, value in settings.items():
            if table.count_where("key = ?", [key]):
                table.update(key, {"value": value})
            else:
                table.insert({"key": key, "value": value})


def _parted(rows: Rows) -> tuple[list[Sequence[Any]], Rows]:
    """`rows` as few and as many: all of them are in one of the two, and none in the other."""
    rest = iter(rows)
    first = list(islice(rest, FEW + 1))
    return (first, ()) if len(first) <= FEW else ([], chain(first, rest))
