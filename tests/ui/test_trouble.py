"""Trouble is told in words that say what to do, with a button where there is something to do."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from quotetrack.status import Status
from quotetrack.store import DiskError, Project, ProjectReadOnlyError
from tests.ui.hands import press, settle
from ui.application import open_window
from ui.dialogs.snapshots import SnapshotsDialog


def test_a_full_disk_is_told_and_nothing_is_lost(qtbot, spoken, monkeypatch):
    session, quote = spoken.session, spoken.session.quote_id

    def full(*_, **__):
        raise DiskError("store.disk_full", path=session.project.path)

    monkeypatch.setattr("quotetrack.operations.perform", full)
    press(spoken, "C")
    settle(qtbot, spoken)
    assert spoken.bench.notice.isVisible()
    assert session.project.path.name in spoken.bench.notice.text
    assert session.project.quotes.get(quote).status is Status.UNREVIEWED
    monkeypatch.undo()
    press(spoken, "C")
    settle(qtbot, spoken)
    assert session.project.quotes.get(quote).status is Status.CHECK


def test_a_locked_project_can_be_looked_at(qtbot, empty_window, project_file):
    window = empty_window
    with Project.open(project_file):
        window.commands.take_files([project_file])
        assert window.session.project is None
        assert window.bench.notice.isVisible()
        window.bench.notice._action.click()
        settle(qtbot, window)
        assert len(window.session.shown.ids) > 50
        press(window, "X")
        assert window.bench.notice.isVisible()
        rows = window.session.project.quotes.rows(window.session.shown.ids)
        assert {row.status for row in rows} == {Status.UNREVIEWED}


def test_an_earlier_state_is_restored(qtbot, window):
    session, quote = window.session, window.session.quote_id
    session.project.snapshot()
    press(window, "X")
    settle(qtbot, window)
    window.actions_["project.snapshots"].trigger()
    dialog = window.findChild(SnapshotsDialog)
    dialog.accept_button.click()
    settle(qtbot, window)
    assert session.project.quotes.get(quote).status is Status.UNREVIEWED


def test_a_damaged_project_offers_its_newest_snapshot(qtbot, window, project_file):
    session, quote = window.session, window.session.quote_id
    press(window, "C")
    settle(qtbot, window)
    session.project.snapshot()
    session.close()
    session._clear()
    with project_file.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 60_000)
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(project_file).execute("PRAGMA integrity_check; ").fetchall()[5]
    window.commands.take_files([project_file])
    assert window.bench.notice.isVisible()
    window.bench.notice._action.click()
    settle(qtbot, window)
    assert session.project.quotes.get(quote).status is Status.CHECK


def test_a_project_in_a_cloud_folder_is_told(qtbot, empty_window, tmp_path, project_file):
    empty_window.session.open(project_file)
    assert not empty_window.bench.notice.isVisible()
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    moved = Path(shutil.copy(project_file, folder))
    empty_window.session.open(moved)
    settle(qtbot, empty_window)
    assert "Dropbox" in empty_window.bench.notice.text
    empty_window.session.open(moved.with_name("new.qtrack"), create=True)
    assert "Dropbox" in empty_window.bench.notice.text


def test_damage_that_a_quick_look_at_opening_missed_is_told_afterwards(
    qtbot, window, project_file, monkeypatch
):
    window.session.project.snapshot()
    window.session.close()
    window.session._clear()
    monkeypatch.setattr("quotetrack.store.integrity.SMALL", 0)
    data = project_file.read_bytes()
    at = data.rindex("المياه".encode())
    project_file.write_bytes(data[: at + 1] + bytes([data[at + 1] ^ 1]) + data[at + 2 :])
    window.session.open(project_file)
    settle(qtbot, window)
    assert project_file.name in window.bench.notice.text
    window.bench.notice._action.click()
    settle(qtbot, window)
    assert window.session.project.check() == []


def test_a_project_that_has_moved_is_asked_for(qtbot, settings, asking, project_file, tmp_path):
    settings.last_project = tmp_path / "moved.qtrack"
    window = open_window(settings)
    qtbot.addWidget(window, before_close_func=lambda w: settle(qtbot, w))
    window.asking = window.desk.asking = asking
    assert "moved.qtrack" in window.bench.notice.text
    asking.answers["file"] = project_file
    window.bench.notice._action.click()
    settle(qtbot, window)
    assert window.session.project.path == project_file
    assert not window.bench.notice.isVisible()


def test_a_project_in_a_folder_that_cannot_be_written_is_looked_at(
    qtbot, empty_window, project_file, monkeypatch
):
    def refuse(*_):
        raise ProjectReadOnlyError("store.read_only_folder", path=project_file)

    monkeypatch.setattr("quotetrack.store.project.Lock", refuse)
    empty_window.commands.take_files([project_file])
    assert project_file.name in empty_window.bench.notice.text
    empty_window.bench.notice._action.click()
    settle(qtbot, empty_window)
    assert len(empty_window.session.shown.ids) > 50
