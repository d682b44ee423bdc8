"""Damaged files are recognised, and the newest snapshot brings the work back."""

from __future__ import annotations

import random
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.store import (
    GoneError,
    Project,
    ProjectDamagedError,
    ProjectLockedError,
    integrity,
    list_snapshots,
    restore,
)
from tests.store.articles import dam_article, short_article
from tests.store.dump import dump
from tests.store.programs import LONG


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
    assert filled._writes is not None
    filled._writes.connection.execute("UPDATE quotes SET content = 'غير ذلك' WHERE id = 2")
    filled._writes.connection.execute("PRAGMA foreign_keys = OFF")
    filled._writes.connection.execute("UPDATE quotes SET speaker_id = 999 WHERE id = 3")
    assert len(filled.check()) == 2


def test_a_file_that_was_opened_after_a_quick_look_is_verified(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article(), *map(short_article, range(30))]))
        assert not project.checked_in_part
        project.verify()
    monkeypatch.setattr(integrity, "SMALL", 0)
    data = path.read_bytes()
    at = data.index("القطار رقم 7 سيصل".encode())
    path.write_bytes(data[: at + 1] + bytes([data[at + 1] ^ 1]) + data[at + 2 :])
    with Project.open(path) as project:
        assert project.checked_in_part
        with pytest.raises(ProjectDamagedError) as damaged:
            project.verify()
        assert damaged.value.snapshot is not None


def test_closing_ends_a_verification(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended = threading.Event(), threading.Event()

    def endless(connection: sqlite3.Connection) -> list[str]:
        begun.set()
        connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"
        )
        return []

    def verify() -> None:
        filled.verify()
        ended.set()

    monkeypatch.setattr(integrity, "check_thoroughly", endless)
    filled.verify(stopped=begun.is_set)
    begun.clear()
    thread = threading.Thread(target=verify)
    thread.start()
    begun.wait()
    filled.close()
    assert ended.wait(10)
    thread.join()
    assert not filled.path.with_name(f"{filled.path.name}-wal").exists()


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


def hurt(data: bytes, chance: random.Random) -> bytes:
    """A file cut off anywhere, or with a few bytes, a stretch or a whole page gone wrong."""
    at = chance.randrange(len(data))
    kind = chance.choice(("cut", "bytes", "stretch", "page"))
    if kind == "cut":
        return data[:at]
    changed = bytearray(data)
    if kind == "page":
        at -= at % 4_096
        changed[at : at + 4_096] = bytes(4_096)
    elif kind == "stretch":
        length = min(chance.randrange(1, 20_000), len(data) - at)
        changed[at : at + length] = chance.randbytes(length)
    else:
        for _ in range(chance.randrange(1, 20)):
            changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def everything(project: Project) -> None:
    """Reads all that a window would, and changes something."""
    for id_ in project.articles.ids():
        project.articles.get(id_)
        project.articles.original(id_)
    project.articles.list()
    project.quotes.rows(project.quotes.ids())
    project.quotes.many(project.quotes.ids(QuoteFilter(text="القطار")))
    project.quotes.ids(QuoteFilter(text="ا", inside_words=True), limit=20)
    project.quotes.count(QuoteFilter(text="ا -ظ", inside_words=True))
    project.quotes.facets()
    project.speakers.list()
    project.speakers.suggest("كريم")
    project.outlets.list()
    project.tags.list()
    project.saved_filters.list()
    project.history.entries()
    ops.perform(project, ops.Confirm(tuple(project.quotes.ids(limit=5))))
    ops.undo(project)


@pytest.mark.parametrize("large", [False, True], ids=["read whole at opening", "too large for that"])
def test_any_damage_is_told_with_a_snapshot_or_does_no_harm(
    path: Path, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damage where nothing is kept may pass; no text is shown but as it was, and no bug's error ends it."""
    chance = random.Random(None if LONG else 8)
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article(), *map(short_article, range(60))]))
        ops.perform(project, ops.Tag((1, 5), "مياه"))
        ops.perform(project, ops.AddEvidence(1, "https://example.org"))
        ops.perform(project, ops.SaveFilter("مياه", QuoteFilter(text="مياه")))
        texts = [project.articles.text(id_) for id_ in project.articles.ids()]
    if large:
        monkeypatch.setattr(integrity, "SMALL", 0)
    monkeypatch.setattr("quotetrack.store.search.MANY_WORDS", 5)
    whole = path.read_bytes()
    offered = []
    (snapshot,) = list_snapshots(path)
    for _ in range(1_000 if LONG else 80):
        path.write_bytes(hurt(whole, chance))
        try:
            with Project.open(path) as project:
                try:
                    everything(project)
                    found = [project.articles.get(id_).article.text for id_ in project.articles.ids()]
                except GoneError:  # of an id that is listed
                    found = []
                if large and found != texts:
                    project.verify()
                assert found == texts
        except ProjectDamagedError as error:
            offered.append(error.snapshot)
        for beside in (f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(beside).unlink(missing_ok=True)
        for taken in list_snapshots(path):
            if taken != snapshot:
                taken.path.unlink()
        path.write_bytes(whole)
    assert len(offered) > 20
    assert set(offered) == {snapshot}
