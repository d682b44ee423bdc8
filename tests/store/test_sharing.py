"""Two programs at once, and files that are no projects."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.store import (
    NotAProjectError,
    Project,
    ProjectExistsError,
    ProjectLockedError,
    ProjectMissingError,
    ProjectReadOnlyError,
)
from tests.store.articles import dam_article
from tests.store.programs import start


def test_two_programs_at_once(path: Path) -> None:
    Project.create(path).close()
    other = start(
        """
        import sys, time
        from quotetrack import operations as ops
        from quotetrack.store import Project
        from tests.store.articles import dam_article
        with Project.open(sys.argv[1]) as project:
            ops.perform(project, ops.ImportArticles([dam_article()]))
            print("open", flush=True)
            time.sleep(60)
        """,
        str(path),
    )
    assert other.stdout is not None
    other.stdout.readline()
    with pytest.raises(ProjectLockedError):
        Project.open(path)
    with Project.open(path, read_only=True) as looking:
        assert looking.articles.count() == 1
        with pytest.raises(ProjectReadOnlyError):
            ops.perform(looking, ops.Confirm((1,)))
    other.kill()
    other.communicate()
    with Project.open(path) as project:
        assert project.articles.count() == 1


def test_the_same_program_twice(project: Project) -> None:
    with pytest.raises(ProjectLockedError):
        Project.open(project.path)


@pytest.mark.skipif(os.name == "nt", reason="making links takes rights there")
def test_a_link_to_an_open_project_is_the_same_project(project: Project) -> None:
    link = project.path.with_name("link.qtrack")
    link.symlink_to(project.path)
    with pytest.raises(ProjectLockedError):
        Project.open(link)


def test_another_program_that_writes_is_waited_for(filled: Project) -> None:
    assert filled._writes is not None
    filled._writes.connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(filled.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProjectLockedError) as busy:
        ops.perform(filled, ops.Confirm((1,)))
    assert busy.value.key == "store.busy"
    other.execute("ROLLBACK")
    other.close()
    assert ops.perform(filled, ops.Confirm((1,)))


def test_paths_that_are_no_projects(tmp_path: Path) -> None:
    with pytest.raises(ProjectMissingError):
        Project.open(tmp_path / "none.qtrack")
    with pytest.raises(ProjectReadOnlyError):
        Project.create(tmp_path / "no folder" / "p.qtrack")
    text = tmp_path / "notes.txt"
    text.write_text("ملاحظات " * 500, encoding="utf-8")
    empty = tmp_path / "empty.qtrack"
    empty.touch()
    foreign = tmp_path / "foreign.sqlite"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE quotes (id INTEGER)")
    connection.close()
    for path in (text, empty, foreign):
        before = path.read_bytes()
        for read_only in (True, False):
            with pytest.raises(NotAProjectError):
                Project.open(path, read_only=read_only)
        assert path.read_bytes() == before
        with pytest.raises(ProjectExistsError):
            Project.create(path)
    assert {one.name for one in tmp_path.iterdir()} == {"notes.txt", "empty.qtrack", "foreign.sqlite"}


def test_closing_leaves_one_file(path: Path) -> None:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
    assert {one.name for one in path.parent.iterdir()} == {path.name, f"{path.stem}.snapshots"}
