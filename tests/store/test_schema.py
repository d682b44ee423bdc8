"""Older files are brought up to date, newer ones refused, and what fails changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.store import NewerProjectError, Project, schema
from tests.store.articles import dam_article, short_article
from tests.store.dump import dump
from tests.store.old_files import make_version_1, old_statements, structure


def structure_of(path: Path) -> dict[str, object]:
    with closing(sqlite3.connect(path)) as connection:
        return structure(connection)


@pytest.fixture
def old(path: Path) -> bytes:
    """A project of version 1 at `path`, and the dump of what is in it."""
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article(), short_article(1)]))
        ops.perform(project, ops.Confirm((1,)))
        before = dump(project)
    make_version_1(path)
    return before


def test_the_old_file_of_these_tests_is_as_the_old_program_made_it(path: Path, old: bytes) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in old_statements(1):
            connection.execute(statement)
        assert structure_of(path) == structure(connection)


def test_an_old_file_becomes_like_a_new_one_and_keeps_all(path: Path, old: bytes, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qtrack"
    Project.create(fresh).close()
    with Project.open(path) as project:
        assert dump(project) == old
        assert project.check() == []
        assert project.quotes.facets(QuoteFilter(text="القطار")).total == 1
        assert project.history.undo_name == ops.Confirm.name
    assert structure_of(path) == structure_of(fresh)


def test_a_copy_of_the_old_file_is_kept_aside(
    path: Path, old: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    Project.open(path).close()
    (aside,) = path.parent.glob(f"*.snapshots/before-version-{schema.current_version()}-*.qtrack")
    monkeypatch.setattr(schema, "MIGRATIONS", ())
    with Project.open(aside) as kept:
        assert dump(kept) == old
    with pytest.raises(NewerProjectError):
        Project.open(path)


def test_a_migration_that_fails_changes_nothing(
    path: Path, old: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(database: Database) -> None:
        database.table("quotes").add_column("colour", str)
        database.execute("UPDATE quotes SET colour = id")
        database.execute("SELECT * FROM nowhere")

    before = structure_of(path)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", (broken,))
        with pytest.raises(sqlite3.OperationalError):
            Project.open(path)
    assert structure_of(path) == before
    with Project.open(path) as project:
        assert dump(project) == old


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    Project.create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(NewerProjectError):
        Project.open(path)
    assert path.read_bytes() == before
