"""A program that is killed at any moment loses nothing that it had reported as saved."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.store import Project, schema
from quotetrack.store.history import STEPS_KEPT
from tests.store.articles import dam_article, short_article
from tests.store.old_files import make_version_1
from tests.store.programs import KILLS, LONG, killed_after, start

# sqlite_utils is loaded before the work, so that the kill comes in its midst.
WORKER = """
import sys
import sqlite_utils
from quotetrack import operations as ops
from quotetrack.store import Project
from tests.store.articles import short_article
path, first, kind = sys.argv[1], int(sys.argv[2]), sys.argv[3]
with Project.open(path) as project:
    print("open", flush=True)
    for number in range(first, first + 100_000):
        if kind == "import":
            ops.perform(project, ops.ImportArticles([short_article(number * 5 + part) for part in range(5)]))
        else:
            ops.perform(project, ops.SetNote(1, str(number)))
            ops.perform(project, ops.CorrectSpeaker((2,), f"متحدث {number}"))
            ops.undo(project)
            ops.redo(project)
        print(number, flush=True)
"""


def chance(seed: int) -> random.Random:
    return random.Random(None if LONG else seed)


def killed_at_work(path: Path, kind: str, first: int, seconds: float) -> list[int]:
    """What a program that was killed at work had reported as done."""
    return [int(line) for line in killed_after(start(WORKER, str(path), str(first), kind), seconds)[1:]]


def test_imports_are_whole_and_searchable_after_kill_9(path: Path) -> None:
    moments = chance(4)
    saved: set[int] = set()
    Project.create(path).close()
    for number in range(KILLS):
        done = killed_at_work(path, "import", number * 1_000, moments.uniform(0, 0.12))
        saved |= {one * 5 + part for one in done for part in range(5)}
        with Project.open(path) as project:
            assert project.check() == []
            titles = {row.title for row in project.articles.list(limit=1_000_000)}
            assert {f"خبر القطار {one}" for one in saved} <= titles
            assert project.articles.count() % 5 == 0
            assert project.quotes.count(QuoteFilter(text="القطار")) == project.articles.count()
    assert saved
    with Project.open(path) as project:
        steps = len(project.history.entries(limit=1_000_000))
        undone = 0
        while ops.undo(project):
            undone += 1
        assert undone == min(steps, STEPS_KEPT)
        assert (project.articles.count() == 0) is (steps <= STEPS_KEPT)
        assert project.check() == []


def test_corrections_undo_and_redo_survive_kill_9(path: Path) -> None:
    moments = chance(5)
    note = -1
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
    for number in range(KILLS):
        done = killed_at_work(path, "correct", number * 1_000, moments.uniform(0, 0.12))
        note = max([note, *done])
        with Project.open(path) as project:
            assert project.check() == []
            if note < 0:
                continue
            assert int(project.quotes.get(1).note) >= note
            speaker = project.quotes.get(2).speaker
            assert speaker is not None
            assert project.quotes.count(QuoteFilter(speakers=frozenset({speaker.id}))) >= 1
    assert note >= 0


MIGRATING = """
import sys, time
import sqlite_utils
from quotetrack.store import Project, schema

def slow(database):
    database["quotes"].add_column("colour", str)
    for number in range(1, 201):
        database.execute("UPDATE quotes SET colour = ? WHERE id = ?", (str(number), number))
        time.sleep(0.0003)

schema.MIGRATIONS = (*schema.MIGRATIONS, slow)
print("open", flush=True)
with Project.open(sys.argv[1]) as project:
    print("migrated", flush=True)
"""


def paint(database: Database) -> None:
    database.table("quotes").add_column("colour", str)
    database.execute("UPDATE quotes SET colour = CAST(id AS TEXT)")


def contents(path: Path) -> list[tuple[object, ...]]:
    """What the old version of the file held, as the file has it now."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            row
            for table, columns in (
                ("articles", "id, title, text_hash"),
                ("article_texts", "article_id, text"),
                ("quotes", "id, content, status, speaker_id, facets"),
                ("history", "id, name, state"),
            )
            for row in connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1")
        ]


def test_a_killed_migration_leaves_the_old_file_or_the_new_one(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = chance(6)
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([short_article(number) for number in range(200)]))
    make_version_1(path)
    before, newest = contents(path), schema.current_version() + 1
    shutil.copyfile(path, tmp_path / "whole.qtrack")
    whole = start(MIGRATING, str(tmp_path / "whole.qtrack"))
    with whole:
        assert whole.stdout is not None
        lines = [(line.strip(), time.monotonic()) for line in whole.stdout]
    assert [line for line, _ in lines] == ["open", "migrated"]
    longest = (lines[1][1] - lines[0][1]) * 1.3
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        copy = folder / path.name
        shutil.copyfile(path, copy)
        reported = killed_after(start(MIGRATING, str(copy)), moments.uniform(0, longest))
        with closing(sqlite3.connect(copy)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            painted = "colour" in {row[1] for row in connection.execute("PRAGMA table_info(quotes)")}
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert painted is (version == newest)
        assert version == newest or "migrated" not in reported
        assert contents(copy) == before
        with monkeypatch.context() as patch:
            patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, paint))
            with Project.open(copy) as project:
                assert project.check() == []
        assert contents(copy) == before
        assert not list(folder.glob("*.snapshots/*.new"))
        shutil.rmtree(folder)
