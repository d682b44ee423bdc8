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
from tests.store.old_files import make_version_1, old_script, structure


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
        connection.executescript(old_script(1))
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


def test_an_import_in_pieces_becomes_one_entry_of_the_history(path: Path) -> None:
    with Project.create(path) as project:
        states = [dump(project)]
        for number, batch in enumerate(["a", "b", "", "", "c", "d", "e"]):
            ops.perform(project, ops.ImportArticles([short_article(number)]), batch=batch)
            states.append(dump(project))
    with closing(sqlite3.connect(path)) as connection:
        # As version 2 kept them: a and b are two pieces of one import, c, d and e three of another.
        connection.executescript("""
            UPDATE history SET batch = 'first' WHERE batch IN ('a', 'b');
            UPDATE history SET batch = 'second' WHERE batch IN ('c', 'd', 'e');
            PRAGMA user_version = 2;
        """)
    with Project.open(path) as project:
        assert len(project.history.entries()) == 4
        assert dump(project) == states.pop()
        for left in (4, 3, 2, 0):
            ops.undo(project)
            assert dump(project) == states[left]
        assert project.history.undo_name is None
        for done in (2, 3, 4):
            ops.redo(project)
            assert dump(project) == states[done]
        ops.redo(project)
        assert project.articles.count() == 7
        assert project.history.redo_name is None


def test_names_and_indexes_of_another_folding_are_made_anew(path: Path) -> None:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article(), short_article(1)]))
        ops.perform(project, ops.SetAliases(1, ("أبو علي",)))
        ops.perform(project, ops.Tag((1,), "مياه"))
        ops.perform(project, ops.Tag((1,), "سدود"))
        before = dump(project)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("""
            UPDATE outlets SET folded = name || '!'; UPDATE speakers SET folded = name || '!';
            UPDATE aliases SET folded = alias || '!'; UPDATE tags SET folded = name || '!';
            INSERT INTO quote_search (quote_search) VALUES ('delete-all');
            UPDATE settings SET value = 'another' WHERE key = 'fold';
        """)
    with Project.open(path) as project:
        assert dump(project) == before
        assert project.quotes.count(QuoteFilter(text="الاسعار")) == 4
        assert [found.id for found in project.speakers.named("ابو على")] == [1]
    Project.open(path).close()


def test_two_names_that_another_folding_makes_one_stay_two(path: Path) -> None:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
        ops.perform(project, ops.Tag((1,), "مياة"))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("""
            INSERT INTO tags (name, folded) VALUES ('مياه', 'مياه!');
            UPDATE settings SET value = 'another' WHERE key = 'fold';
        """)
    with Project.open(path) as project:
        assert {tag.name for tag in project.tags.list()} == {"مياة", "مياه"}
        assert project.check() == []


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    Project.create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(NewerProjectError):
        Project.open(path)
    assert path.read_bytes() == before
