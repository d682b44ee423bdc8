"""What a project survives: killed programs, full disks, damage, two programs at once."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.store import (
    DiskError,
    NewerProjectError,
    NotAProjectError,
    Project,
    ProjectDamagedError,
    ProjectExistsError,
    ProjectLockedError,
    ProjectMissingError,
    ProjectReadOnlyError,
    list_snapshots,
    restore,
    schema,
)
from quotetrack.store.history import STEPS_KEPT
from tests.store.articles import dam_article, short_article
from tests.store.dump import dump

LONG = bool(os.environ.get("QUOTETRACK_LONG"))
KILLS = 200 if LONG else 9

WORKER = """
import sys
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
        print(number, flush=True)
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (Path.cwd(), *sys.path)))}
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def killed_after(process: subprocess.Popen[str], seconds: float) -> list[str]:
    """Lets the process open its project, kills it some time later, and returns the lines it printed."""
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    return [first.strip(), *rest.splitlines()]


def test_nothing_that_was_saved_is_gone_after_kill_9(path: Path) -> None:
    chance = random.Random(None if LONG else 4)
    saved: set[int] = set()
    note = -1
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
    for number in range(KILLS):
        kind = ("import", "correct")[number % 2]
        lines = killed_after(start(WORKER, str(path), str(number * 1_000), kind), chance.uniform(0, 0.12))
        done = [int(line) for line in lines[1:]]
        if kind == "import":
            saved |= {one * 5 + part for one in done for part in range(5)}
        note = max([note, *done]) if kind == "correct" else note
        with Project.open(path) as project:
            assert project.check() == []
            titles = {row.title for row in project.articles.list(limit=1_000_000)}
            assert {f"خبر القطار {one}" for one in saved} <= titles
            if note >= 0:
                assert int(project.quotes.get(1).note) >= note
            assert project.quotes.count(QuoteFilter(text="القطار")) == project.articles.count() - 1
    assert saved
    assert note >= 0
    with Project.open(path) as project:
        steps = len(project.history.entries(limit=1_000_000))
        undone = 0
        while ops.undo(project):
            undone += 1
        assert undone == min(steps, STEPS_KEPT)
        assert (project.articles.count() == 0) is (steps <= STEPS_KEPT)
        assert project.check() == []


MIGRATING = """
import sys, time
from quotetrack.store import Project, schema

def slow(database):
    database["quotes"].add_column("colour", str)
    for number in range(1, 400):
        database.execute("UPDATE quotes SET colour = ? WHERE id = ?", (str(number), number))
        time.sleep(0.0005)

schema.MIGRATIONS = (slow,)
print("open", flush=True)
with Project.open(sys.argv[1]) as project:
    print("migrated", flush=True)
"""


def paint(database: Database) -> None:
    database.table("quotes").add_column("colour", str)
    database.execute("UPDATE quotes SET colour = id")


def test_a_killed_migration_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(5)
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([short_article(number) for number in range(400)]))
        before = dump(project)
    for _ in range(KILLS // 3):
        lines = killed_after(start(MIGRATING, str(path)), chance.uniform(0, 0.5))
        with sqlite3.connect(path) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            assert version == 1 or "migrated" in lines or version == 2
            if version == 2:
                count = connection.execute("SELECT count(*) FROM quotes WHERE colour IS NULL").fetchone()[0]
                assert count == 1
                break
        connection.close()
        with Project.open(path) as project:
            assert dump(project) == before
            assert project.check() == []
    monkeypatch.setattr(schema, "MIGRATIONS", (paint,))
    Project.open(path).close()
    aside = list(path.parent.glob("*.snapshots/before-version-2-*.qtrack"))
    assert aside
    monkeypatch.undo()
    with Project.open(aside[0]) as old:
        assert dump(old) == before
    with pytest.raises(NewerProjectError):
        Project.open(path)


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
        before = dump(project)

    def broken(database: Database) -> None:
        paint(database)
        database.execute("SELECT * FROM nowhere")

    monkeypatch.setattr(schema, "MIGRATIONS", (broken,))
    with pytest.raises(sqlite3.OperationalError):
        Project.open(path)
    monkeypatch.undo()
    with Project.open(path) as project:
        assert dump(project) == before


def test_a_newer_file_is_refused_and_left_alone(path: Path) -> None:
    Project.create(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerProjectError):
        Project.open(path)
    assert path.read_bytes() == before


def test_a_full_disk_loses_nothing(path: Path) -> None:
    """In a process of its own, because a limit on file sizes is for a whole process."""
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
    code = """
    import resource, sys
    from quotetrack import operations as ops
    from quotetrack.store import DiskError, Project
    from tests.store.articles import short_article
    with Project.open(sys.argv[1]) as project:
        size = project.path.stat().st_size
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 600_000, hard))
        done = 0
        try:
            while done < 5_000:
                ops.perform(project, ops.ImportArticles([short_article(done)]))
                done += 1
        except DiskError as error:
            assert error.key in ("store.disk_full", "store.disk_error"), error
        else:
            raise AssertionError("the disk never filled")
        assert project.articles.count() == done + 1
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        ops.perform(project, ops.ImportArticles([short_article(done)]))
        assert project.check() == []
        print(done + 2)
    """
    process = start(code, str(path))
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    with Project.open(path) as project:
        assert project.articles.count() == int(output)
        assert project.check() == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="mounting a small disk takes root")
def test_a_small_disk_that_fills(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", disk], check=False)
    if mounted.returncode:
        pytest.skip("no right to mount")
    try:
        with Project.create(disk / "p.qtrack") as project:
            done = 0
            with pytest.raises(DiskError):  # noqa: PT012 - the point is that one of many fails
                while done < 5_000:
                    ops.perform(project, ops.ImportArticles([short_article(done)]))
                    done += 1
            assert done
            assert project.articles.count() == done
            with pytest.raises(DiskError):
                project.snapshot()
            assert project.snapshots == []
        with Project.open(disk / "p.qtrack") as project:
            assert project.articles.count() == done
            assert project.check() == []
    finally:
        subprocess.run(["umount", disk], check=True)


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
    assert filled._writer is not None
    filled._writer.execute("PRAGMA busy_timeout = 20")
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


def test_a_file_that_may_only_be_read() -> None:
    """In a process without root's rights, which ignore permissions."""
    code = """
    import os, sys
    from quotetrack.store import Project, ProjectReadOnlyError
    if os.geteuid() == 0:
        os.setuid(65534)
    try:
        Project.open(sys.argv[1])
    except ProjectReadOnlyError as error:
        print(error.key)
    with Project.open(sys.argv[1], read_only=True) as project:
        print(project.quotes.count())
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "p.qtrack"
        with Project.create(path) as project:
            ops.perform(project, ops.ImportArticles([dam_article()]))
        path.chmod(0o444)
        folder.chmod(0o555)
        output, _ = start(code, str(path)).communicate(timeout=60)
        assert output.split() == ["store.read_only_folder", "4"]
        folder.chmod(0o755)
        output, _ = start(code, str(path)).communicate(timeout=60)
        assert output.split() == ["store.read_only_folder" if os.geteuid() == 0 else "store.read_only", "4"]


def flipped(data: bytes) -> bytes:
    """Every page after the first has some bytes turned round."""
    changed = bytearray(data)
    for at in range(4_096, len(changed), 4_096):
        for offset in range(24):
            changed[at + offset] ^= 0xFF
    return bytes(changed)


DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda data: data[: len(data) // 2],
    lambda data: data[:5_000],
    lambda data: b"",
    lambda data: bytes(100) + data[100:],
    flipped,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=["half", "start", "empty", "no header", "flipped"])
def test_a_damaged_file_offers_its_newest_snapshot(path: Path, damage: Callable[[bytes], bytes]) -> None:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article(), *map(short_article, range(30))]))
        before = dump(project)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(ProjectDamagedError) as damaged:
        Project.open(path)
    assert damaged.value.snapshot is not None
    replaced = restore(path, damaged.value.snapshot)
    assert replaced is not None
    assert replaced.exists()
    with Project.open(path) as project:
        assert dump(project) == before
        ops.undo(project)
        assert project.articles.count() == 0


def test_a_changed_word_in_a_text_is_found(path: Path) -> None:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
    data = path.read_bytes()
    at = data.index("وزير المياه سالم".encode())
    path.write_bytes(data[: at + 1] + bytes([data[at + 1] ^ 1]) + data[at + 2 :])
    with pytest.raises(ProjectDamagedError):
        Project.open(path)


def test_a_thorough_check_finds_what_the_quick_one_leaves(filled: Project) -> None:
    assert filled.check() == []
    assert filled._writer is not None
    filled._writer.execute("UPDATE quotes SET content = 'غير ذلك' WHERE id = 2")
    filled._writer.execute("PRAGMA foreign_keys = OFF")
    filled._writer.execute("UPDATE quotes SET speaker_id = 999 WHERE id = 3")
    assert len(filled.check()) == 2


def test_snapshots_only_when_changed_and_only_so_many(filled: Project) -> None:
    first = filled.snapshot()
    assert first is not None
    assert filled.snapshot() is None
    for number in range(5):
        ops.perform(filled, ops.SetNote(1, str(number)))
        assert filled.snapshot(keep=3) is not None
    assert len(filled.snapshots) == 3
    assert filled.snapshots[0].taken > filled.snapshots[1].taken
    with pytest.raises(ProjectLockedError):
        restore(filled.path, first)


def test_a_damaged_snapshot_is_not_restored(path: Path) -> None:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
    (snapshot,) = list_snapshots(path)
    snapshot.path.write_bytes(flipped(snapshot.path.read_bytes()))
    before = path.read_bytes()
    with pytest.raises(ProjectDamagedError):
        restore(path, snapshot)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("folder", "service"),
    [("Dropbox/أخبار", "Dropbox"), ("OneDrive - Desk", "OneDrive"), ("omega", None), ("نصوص", None)],
)
def test_a_folder_that_goes_to_the_cloud_is_told(tmp_path: Path, folder: str, service: str | None) -> None:
    (tmp_path / folder).mkdir(parents=True)
    with Project.create(tmp_path / folder / "p.qtrack") as project:
        assert project.cloud_service == service


def test_closing_leaves_one_file(path: Path) -> None:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article()]))
    assert {one.name for one in path.parent.iterdir()} == {path.name, f"{path.stem}.snapshots"}
