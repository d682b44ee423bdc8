"""Few rows go through sqlite-utils and many by executemany: in both ways the same becomes of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.store import Project, table_writes
from quotetrack.store.connection import connect_reader, connect_writer
from quotetrack.store.table_writes import FEW, TableWrites
from tests.store.dump import dump

Change = Callable[[TableWrites], None]
TEXTS = ("", "قال: «لا»", 'it\'s "so"', "[1, 2]", "0012", "1e3", "a\u0000b", "\u200f\n")


@pytest.fixture
def writes(filled: Project) -> Iterator[TableWrites]:
    filled.close()
    with closing(connect_writer(filled.path)) as connection:
        yield TableWrites(connection)


def values(writes: TableWrites) -> None:
    rows = [(number, text) for number, text in enumerate(TEXTS, 10)]
    writes.put("tags", ("id", "name", "folded"), [(id_, text, f"{id_}") for id_, text in rows])
    writes.put("quote_tags", ("quote_id", "tag_id"), [(1, id_) for id_, _ in rows])
    writes.set("tags", ("name", "folded"), [(10, b"\x00\xff".hex(), "x"), (11, "ب", "ب")])
    writes.set("quotes", ("note", "confidence", "decided"), [(1, TEXTS[1], 1, None), (2, "", True, "x")])
    writes.set("articles", ("similarity", "duplicate_of"), [(2, 0.1 + 0.2, 1), (3, None, None)])


def copies(writes: TableWrites) -> None:
    writes.set("articles", ("outlet_id", "published", "duplicate_of"), [(1, None, "2020-01-01", 2)])
    writes.set("speakers", ("kind",), [(1, "group")])
    writes.set("quotes", ("speaker_id",), [(4, 1)])


def other_keys(writes: TableWrites) -> None:
    writes.take("article_texts", [2])
    writes.put("article_texts", ("article_id", "text"), [(2, "نص آخر")])
    writes.set("article_texts", ("text",), [(3, "غيره")])
    writes.put("originals", ("article_id", "packed"), [(2, "ab")])
    writes.put(
        "history_changes", ("history_id", "action", "table", "rows"), [(1, "insert", "x", b"\x00\xff")]
    )


def removals(writes: TableWrites) -> None:
    writes.take("quotes", [5, 6])
    writes.take("article_texts", [2, 3])
    writes.take("articles", [2, 3])


@pytest.mark.parametrize("change", [values, copies, other_keys, removals])
def test_few_and_many_rows_end_up_the_same(
    writes: TableWrites, change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    def everything() -> list[str]:
        tables = [row[0] for row in writes.connection.execute("SELECT name FROM sqlite_schema")]
        assert not any(table.startswith("sqlite_utils") for table in tables)
        return list(writes.connection.iterdump())

    outcomes = []
    before = everything()
    for few in (100, 0):
        monkeypatch.setattr(table_writes, "FEW", few)
        statements: list[str] = []
        writes.connection.set_trace_callback(statements.append)
        writes.connection.execute("BEGIN IMMEDIATE")
        writes.connection.execute("PRAGMA defer_foreign_keys = ON")
        change(writes)
        writes.connection.set_trace_callback(None)
        assert any("sqlite_utils_" in statement for statement in statements) is (few > 0)
        assert writes.connection.in_transaction
        outcomes.append(everything())
        writes.connection.execute("ROLLBACK")
        assert everything() == before
    assert outcomes[0] == outcomes[1] != before


@pytest.mark.parametrize("rows", [1, FEW, FEW + 1])
def test_nothing_is_seen_by_others_before_the_transaction_ends(writes: TableWrites, rows: int) -> None:
    path = Path(writes.connection.execute("PRAGMA database_list").fetchone()[2])
    with closing(connect_reader(path)) as other:

        def seen() -> tuple[int, ...]:
            counts = ("tags", "quotes WHERE note <> ''", "quote_tags")
            return tuple(other.execute(f"SELECT count(*) FROM {one}").fetchone()[0] for one in counts)

        before = seen()
        writes.connection.execute("BEGIN IMMEDIATE")
        writes.put("tags", ("name", "folded"), [(f"{n}", f"{n}") for n in range(rows)])
        writes.set("quotes", ("note",), [(id_, "x") for id_ in range(1, 8)][:rows])
        writes.take("tags", range(1, rows))
        assert writes.connection.in_transaction
        assert seen() == before
        writes.connection.execute("COMMIT")
        assert seen() == (1, min(rows, 7), 0)


@pytest.mark.parametrize("few", [0, FEW])
@pytest.mark.parametrize(
    ("table", "columns", "row"),
    [
        ("tags", ("name", "folded"), (None, "x")),
        ("tags", ("name", "colour"), ("x", "red")),
        ("speakers", ("name", "folded", "kind"), ("x", "x", "planet")),
        ("quotes", ("article_id",), (1,)),
        ("outlets", ("id", "name", "folded"), ("one", "x", "x")),
    ],
)
def test_what_the_schema_forbids_is_refused(
    writes: TableWrites,
    table: str,
    columns: tuple[str, ...],
    row: tuple[object, ...],
    few: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table_writes, "FEW", few)
    writes.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises((sqlite3.IntegrityError, sqlite3.OperationalError)):
        writes.put(table, columns, [row])
    assert writes.connection.in_transaction


def test_a_reference_to_nothing_fails_only_when_the_transaction_ends(writes: TableWrites) -> None:
    writes.connection.execute("BEGIN IMMEDIATE")
    writes.connection.execute("PRAGMA defer_foreign_keys = ON")
    writes.set("quotes", ("speaker_id",), [(1, 999)])
    writes.take("articles", [1])
    with pytest.raises(sqlite3.IntegrityError):
        writes.connection.execute("COMMIT")


def test_a_decision_goes_through_sqlite_utils_and_an_import_by_executemany(filled: Project) -> None:
    assert filled._writes is not None
    statements: list[str] = []
    filled._writes.connection.set_trace_callback(statements.append)
    ops.perform(filled, ops.Confirm((1,)))
    assert sum(one.startswith('update "quotes"') for one in statements) == 1
    assert not any(one.startswith("UPDATE quotes") for one in statements)
    statements.clear()
    ops.perform(filled, ops.Confirm(tuple(range(1, 8))))
    assert sum(one.startswith('update "quotes"') for one in statements) == 6


def test_what_is_done_and_undone_does_not_hang_on_the_way(
    filled: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change that went one way is undone the other way, byte for byte."""
    before = dump(filled)
    for there, back in ((0, FEW), (FEW, 0)):
        monkeypatch.setattr(table_writes, "FEW", there)
        ops.perform(filled, ops.Tag((1, 2), "ماء"))
        after = dump(filled)
        monkeypatch.setattr(table_writes, "FEW", back)
        ops.undo(filled)
        assert dump(filled) == before
        ops.redo(filled)
        assert dump(filled) == after
        ops.undo(filled)
