"""The history of every change: named, undone and redone in order, across restarts."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from quotetrack.store.changesets import Step
from quotetrack.store.connection import path_of
from quotetrack.store.damage import tells_damage
from quotetrack.store.errors import nonsense_told
from quotetrack.store.table_writes import TableWrites
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
    "SELECT id, name FROM history WHERE state = 'done'"
    " AND EXISTS (SELECT 1 FROM history_changes WHERE history_id = history.id) ORDER BY id DESC LIMIT 1"
)
_FIRST_UNDONE = "SELECT id, name FROM history WHERE state = 'undone' ORDER BY id LIMIT 1"


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


def record(writes: TableWrites, name: str, batch: str, steps: list[Step]) -> None:
    """Notes an operation that was just done; what had been undone can no longer be redone.

    It joins the entry before it where both are of one `batch`.
    """
    writes.take_where("history_changes", "history_id IN (SELECT id FROM history WHERE state = 'undone')")
    writes.take_where("history", "state = 'undone'")
    last = writes.connection.execute("SELECT id, batch FROM history ORDER BY id DESC LIMIT 1").fetchone()
    entry = last[0] if last is not None and batch and last[1] == batch else None
    if entry is None:
        entry = writes.next_id("history")
        at = datetime.now(UTC).isoformat(timespec="seconds")
        writes.put("history", ("id", "at", "name", "batch"), [(entry, at, name, batch)])
        writes.take_where("history_changes", "history_id <= ?", (entry - STEPS_KEPT,))
    _write_steps(writes, entry, steps)


def undo(writes: TableWrites, writer: Writer) -> str | None:
    """Takes back the last operation; returns its name."""
    return _turn(writes, writer, _LAST_DONE, "undone")


def redo(writes: TableWrites, writer: Writer) -> str | None:
    """Brings back the operation that was undone last; returns its name."""
    return _turn(writes, writer, _FIRST_UNDONE, "done")


def _turn(writes: TableWrites, writer: Writer, following: str, state: str) -> str | None:
    """Turns an entry round piece by piece, last first: all of a large import would not fit in memory."""
    found = writes.connection.execute(following).fetchone()
    if found is None:
        return None
    entry, name = found
    pieces = writes.connection.execute(
        "SELECT id FROM history_changes WHERE history_id = ? ORDER BY id DESC", (entry,)
    ).fetchall()
    for (piece,) in pieces:
        writer.revert(_step(writes.connection, piece))
        writes.take("history_changes", (piece,))
        _write_steps(writes, entry, writer.taken_steps())
    writes.set("history", ("state",), [(entry, state)])
    return str(name)


def _step(connection: sqlite3.Connection, piece: int) -> Step:
    with nonsense_told(path_of(connection)):
        row = connection.execute(
            'SELECT action, "table", rows FROM history_changes WHERE id = ?', (piece,)
        ).fetchone()
        return Step.unpacked(*row)


def _write_steps(writes: TableWrites, entry: int, steps: list[Step]) -> None:
    pieces = (piece for step in steps for piece in step.split())
    writes.put(
        "history_changes",
        ("history_id", "action", "table", "rows"),
        ((entry, piece.action, piece.table, piece.packed()) for piece in pieces),
    )
