"""The history of every change: named, undone and redone in order, across restarts."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from quotetrack.store.changesets import Step
from quotetrack.store.connection import path_of
from quotetrack.store.damage import tells_damage
from quotetrack.store.errors import nonsense_told
from quotetrack.store.writer import Writer

STEPS_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One operation: `name` is its message key; `undone` says that it was taken back."""

    id: int
    at: datetime
    name: str
    undone: bool


_LAST_DONE = (
    "SELECT id, name, batch FROM history WHERE state = 'done'"
    " AND EXISTS (SELECT 1 FROM history_changes WHERE history_id = history.id) ORDER BY id DESC LIMIT 1"
)
_FIRST_UNDONE = "SELECT id, name, batch FROM history WHERE state = 'undone' ORDER BY id LIMIT 1"


@tells_damage
class History:
    """What was done, what the next undo and redo are called."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def undo_name(self) -> str | None:
        """The message key of the operation that undo would take back, None where there is none."""
        row = self._connection.execute(_LAST_DONE).fetchone()
        return None if row is None else str(row[1])

    @property
    def redo_name(self) -> str | None:
        """The message key of the operation that redo would bring back, None where there is none."""
        row = self._connection.execute(_FIRST_UNDONE).fetchone()
        return None if row is None else str(row[1])

    def entries(self, limit: int = 200) -> list[HistoryEntry]:
        """The newest operations, newest first."""
        return [
            HistoryEntry(id_, datetime.fromisoformat(at), name, state == "undone")
            for id_, at, name, state in self._connection.execute(
                "SELECT id, at, name, state FROM history ORDER BY id DESC LIMIT ?", (limit,)
            )
        ]


def record(connection: sqlite3.Connection, name: str, batch: str, steps: list[Step]) -> None:
    """Notes an operation that was just done; what had been undone can no longer be redone."""
    connection.execute(
        "DELETE FROM history_changes WHERE history_id IN (SELECT id FROM history WHERE state = 'undone')"
    )
    connection.execute("DELETE FROM history WHERE state = 'undone'")
    entry = connection.execute(
        "INSERT INTO history (at, name, batch) VALUES (?, ?, ?)",
        (datetime.now(UTC).isoformat(timespec="seconds"), name, batch),
    ).lastrowid
    assert entry is not None
    _write_steps(connection, entry, steps)
    connection.execute("DELETE FROM history_changes WHERE history_id <= ?", (entry - STEPS_KEPT,))


def undo(connection: sqlite3.Connection, writer: Writer) -> str | None:
    """Takes back the last operation, or the batch that it ends; returns its name."""
    return _turn(connection, writer, _LAST_DONE, "undone")


def redo(connection: sqlite3.Connection, writer: Writer) -> str | None:
    """Brings back the operation, or the batch, that was undone last; returns its name."""
    return _turn(connection, writer, _FIRST_UNDONE, "done")


def _turn(connection: sqlite3.Connection, writer: Writer, following: str, state: str) -> str | None:
    turned: str | None = None
    batch = ""
    while (row := connection.execute(following).fetchone()) is not None:
        entry, name, its_batch = row
        if turned is not None and (not batch or its_batch != batch):
            break
        turned, batch = name, its_batch
        with nonsense_told(path_of(connection)):
            steps = [
                Step.unpacked(action, table, data)
                for action, table, data in connection.execute(
                    'SELECT action, "table", rows FROM history_changes WHERE history_id = ? ORDER BY id',
                    (entry,),
                )
            ]
        writer.steps = []
        for step in reversed(steps):
            writer.revert(step)
        connection.execute("DELETE FROM history_changes WHERE history_id = ?", (entry,))
        _write_steps(connection, entry, writer.steps)
        connection.execute("UPDATE history SET state = ? WHERE id = ?", (state, entry))
        if not batch:
            break
    return turned


def _write_steps(connection: sqlite3.Connection, entry: int, steps: list[Step]) -> None:
    connection.executemany(
        'INSERT INTO history_changes (history_id, action, "table", rows) VALUES (?, ?, ?, ?)',
        ((entry, piece.action, piece.table, piece.packed()) for step in steps for piece in step.split()),
    )
