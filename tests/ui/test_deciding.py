"""Decisions while others write: the window goes on at once, nothing is lost, and undo takes back the last."""

import threading
import time
from contextlib import contextmanager

import pytest

from quotetrack import operations as ops
from quotetrack.status import Status
from quotetrack.store import DiskError, Project
from quotetrack.store.records import Kind
from tests.ui.hands import press, settle


@contextmanager
def held(project):
    """Another thread's transaction that lasts as long as the block, or until the event is set."""
    begun, end = threading.Event(), threading.Event()

    def work(_writer, _reading):
        begun.set()
        assert end.wait(20)

    thread = threading.Thread(target=lambda: project.change("operation.confirm", work))
    thread.start()
    assert begun.wait(20)
    try:
        yield end
    finally:
        end.set()
        thread.join()


@pytest.fixture
def reviewing(window):
    window.bench.reader.view.setFocus()
    return window


def status(project, quote):
    return project.quotes.get(quote).status


def test_the_window_goes_on_before_the_decision_is_in_the_file(qtbot, reviewing):
    session = reviewing.session
    chosen = []
    with held(session.project):
        for key in ("Return", "X", "Return"):
            chosen.append(session.quote_id)
            press(reviewing, key)
        assert len({*chosen, session.quote_id}) == 4
        assert session.writing.deciding == set(chosen)
        assert {status(session.project, each) for each in chosen} == {Status.UNREVIEWED}
    settle(qtbot, reviewing)
    assert session.writing.deciding == set()
    assert [status(session.project, each) for each in chosen] == [
        Status.CONFIRMED,
        Status.REJECTED,
        Status.CONFIRMED,
    ]
    assert session.shown.facets.statuses[Status.REJECTED] == 1


def test_undo_takes_back_the_last_decision_though_it_still_waits(qtbot, reviewing):
    session = reviewing.session
    first = session.quote_id
    with held(session.project):
        press(reviewing, "Return")
        second = session.quote_id
        press(reviewing, "X")
        session.writing.undo()
    settle(qtbot, reviewing)
    assert status(session.project, first) is Status.CONFIRMED
    assert status(session.project, second) is Status.UNREVIEWED
    press(reviewing, "Ctrl+Shift+Z")
    settle(qtbot, reviewing)
    assert status(session.project, second) is Status.REJECTED


def test_a_change_that_is_waited_for_comes_after_the_decisions_before_it(qtbot, reviewing):
    session = reviewing.session
    quote = session.quote_id
    with held(session.project) as end:
        press(reviewing, "Return")
        threading.Timer(0.2, end.set).start()
        changes = session.writing.perform(ops.MarkForCheck((quote,)))
    assert changes.ids == {Kind.QUOTES: {quote}}
    settle(qtbot, reviewing)
    assert status(session.project, quote) is Status.CHECK
    session.writing.undo()
    settle(qtbot, reviewing)
    assert status(session.project, quote) is Status.CONFIRMED


def test_decisions_that_still_wait_when_the_window_closes_are_kept(qtbot, reviewing):
    session = reviewing.session
    project, path = session.project, session.project.path
    chosen = []
    with held(project) as end:
        for _ in range(3):
            chosen.append(session.quote_id)
            press(reviewing, "Return")
        threading.Timer(0.2, end.set).start()
        reviewing.close()
    with Project.open(path) as again:
        assert {status(again, each) for each in chosen} == {Status.CONFIRMED}


def test_a_decision_that_fails_later_is_told_and_is_not_left_waiting(qtbot, reviewing, monkeypatch):
    session = reviewing.session
    quote, real = session.quote_id, ops.perform

    def full(project, operation, **more):
        time.sleep(0.1)
        raise DiskError("store.disk_full", path=project.path)

    monkeypatch.setattr(ops, "perform", full)
    press(reviewing, "Return")
    assert session.quote_id != quote
    settle(qtbot, reviewing)
    monkeypatch.setattr(ops, "perform", real)
    assert session.writing.deciding == set()
    assert status(session.project, quote) is Status.UNREVIEWED
    assert not reviewing.bench.notice.isHidden()
