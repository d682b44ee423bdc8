"""The one way to change what a person can undo: every row that goes through here can be brought back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quotetrack.store.changesets import Step
from quotetrack.store.indexing import Indexer
from quotetrack.store.records import Changes, Kind
from quotetrack.store.table_writes import TableWrites
from quotetrack.store.tables import TABLES
from quotetrack.store.words import Vocabulary


class Writer:
    """Changes rows within a transaction, and notes how to turn each change back.

    Table and column names come from the program, never from a person.
    """

    def __init__(self, writes: TableWrites, vocabulary: Vocabulary | None = None) -> None:
        self._writes = writes
        self._connection = writes.connection
        self._indexer = Indexer(writes.connection, vocabulary)
        self.steps: list[Step] = []
        self._ids: dict[Kind, set[int]] = defaultdict(set)
        self._created: dict[Kind, list[int]] = defaultdict(list)
        self.skipped: dict[int, int] = {}

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> range:
        """Adds rows that have no id yet, and returns the ids that they got."""
        first = self.next_id(table)
        ids = range(first, first + len(rows))
        self._insert(table, ("id", *columns), [(id_, *row) for id_, row in zip(ids, rows, strict=True)])
        self._created[TABLES[table].kind].extend(ids if TABLES[table].owner == "id" else ())
        return ids

    @property
    def changed(self) -> bool:
        """Whether any row has changed."""
        return bool(self._ids)

    def know_folds(self, folds: Mapping[str, str]) -> None:
        """Takes texts that are folded already, so that search need not fold them again."""
        self._indexer.known_folds.update(folds)

    def next_id(self, table: str) -> int:
        """The id that the next row of `table` gets."""
        return self._writes.next_id(table)

    def insert_owned(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Adds rows whose first column is their id already."""
        self._insert(table, columns, rows)

    def copy(self, table: str, id_: int, values: Mapping[str, Any]) -> int:
        """Adds a row like the one with `id_` except for `values`, and returns its id."""
        columns = [column for column in self._columns(table) if column != "id"]
        (row,) = self._rows(table, columns, (id_,))
        copied = {**dict(zip(columns, row[1:], strict=True)), **values}
        return self.insert(table, tuple(copied), [tuple(copied.values())])[0]

    def update(self, table: str, ids: Iterable[int], values: Mapping[str, Any]) -> None:
        """Sets the same `values` in the rows `ids`; rows that have them already do not count as changed."""
        new = tuple(values.values())
        self.update_each(table, tuple(values), [(id_, *new) for id_ in ids])

    def update_each(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Sets `columns` row by row; each of `rows` is an id and the new values."""
        wanted = {row[0]: tuple(row[1:]) for row in rows}
        old = self._rows(table, columns, wanted)
        changed = [row for row in old if row[1:] != wanted[row[0]]]
        if not changed:
            return
        self._touch(table, columns, [row[0] for row in changed], new=False)
        self._writes.set(table, columns, [(row[0], *wanted[row[0]]) for row in changed])
        self.steps.append(Step("update", table, tuple(columns), changed))

    def delete(self, table: str, ids: Iterable[int]) -> None:
        """Takes rows out; nothing that refers to them may be left when the transaction ends."""
        columns = self._columns(table)
        rows = self._rows(table, columns, ids)
        if not rows:
            return
        self._touch(table, columns, [row[0] for row in rows], new=False)
        self._writes.take(table, [row[0] for row in rows])
        self.steps.append(Step("delete", table, tuple(columns), [row[1:] for row in rows]))

    def revert(self, step: Step) -> None:
        """Turns `step` back; doing so is noted as a step of its own."""
        if step.action == "insert":
            self.delete(step.table, [row[0] for row in step.rows])
        elif step.action == "update":
            self.update_each(step.table, step.columns, step.rows)
        else:
            self._insert(step.table, step.columns, step.rows)

    def taken_steps(self) -> list[Step]:
        """The steps since the last time, with search brought up to date; the writer forgets them."""
        self._indexer.flush()
        steps, self.steps = self.steps, []
        return steps

    def finish(self, name: str) -> Changes:
        """Brings search up to date and says what changed."""
        self._indexer.flush()
        return Changes(
            name=name,
            ids={kind: frozenset(ids) for kind, ids in self._ids.items() if ids},
            created={kind: tuple(ids) for kind, ids in self._created.items() if ids},
            skipped=dict(self.skipped),
        )

    def _columns(self, table: str) -> list[str]:
        return [row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")]

    def _rows(self, table: str, columns: Sequence[str], ids: Iterable[int]) -> list[tuple[Any, ...]]:
        return self._connection.execute(
            f"SELECT rowid, {', '.join(columns)} FROM {table}"
            " WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid",
            (json.dumps(list(ids)),),
        ).fetchall()

    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        if not rows:
            return
        owners = {
            column: [row[at] for row in rows]
            for at, column in enumerate(columns)
            if column == TABLES[table].owner or column in self._indexer.feeds(table)
        }
        self._indexer.touch(table, columns, owners, new=True)
        self._writes.put(table, columns, rows)
        self._ids[TABLES[table].kind].update(owners[TABLES[table].owner])
        self.steps.append(Step("insert", table, (), [(row[0],) for row in rows]))

    def _touch(self, table: str, columns: Iterable[str], ids: list[int], *, new: bool) -> None:
        names = {TABLES[table].owner, *self._indexer.feeds(table)}
        owners = {
            name: ids if name == "id" else [row[1] for row in self._rows(table, (name,), ids)]
            for name in names
        }
        self._indexer.touch(table, columns, owners, new=new)
        self._ids[TABLES[table].kind].update(owners[TABLES[table].owner])
