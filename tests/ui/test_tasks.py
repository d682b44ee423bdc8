"""Work runs off the window's thread, ends in it, and can be stopped and replaced."""

import os
import sys
import threading
import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QTimer

from ui.tasks import Lane, Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.shut_down()


def test_the_result_comes_back_in_the_windows_thread(qtbot, tasks):
    seen = []
    tasks.run(
        lambda _: threading.current_thread().name,
        lambda name: seen.append((name, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("free")
    assert seen[0][1] is threading.main_thread()


def test_progress_is_told_and_cancel_drops_the_result(qtbot, tasks):
    go = threading.Event()
    seen, steps = [], []

    def work(task):
        for step in range(1000):
            task.progress(step, 1000, "")
            go.wait(0.005)
        return "done"

    task = tasks.run(work, seen.append, name="work")
    task.progressed.connect(lambda done, _total, _what: steps.append(done))
    qtbot.waitUntil(lambda: len(steps) > 2)
    task.cancel()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert seen == []


def test_a_newer_question_replaces_the_older(qtbot, tasks):
    go = threading.Event()
    seen = []
    tasks.run(lambda _: go.wait(5) and "old", seen.append, key="ids", lane=Lane.READING)
    tasks.run(lambda _: "new", seen.append, key="ids", lane=Lane.READING)
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert seen == ["new"]


def test_results_that_come_together_are_handed_on_one_in_a_turn(qtbot, tasks):
    seen, turns = [], QTimer(interval=0)
    turns.timeout.connect(lambda: seen.append("turn"))
    for name in "abc":
        tasks.run(lambda _, name=name: name, seen.append, lane=Lane.READING)
    tasks.in_reading_lane(lambda: None)  # by now all three are over
    turns.start()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [one for one in seen if one != "turn"] == ["a", "b", "c"]
    places = [seen.index(name) for name in "abc"]
    assert all("turn" in seen[before:after] for before, after in pairwise(places))


def test_a_task_is_let_go_when_its_thread_has_said_all(qtbot, tasks, monkeypatch):
    class Late(threading.Event):
        def set(self):
            time.sleep(0.05)  # the signal has come, but the thread has not come back from it
            super().set()

    monkeypatch.setattr("ui.tasks.Event", Late)
    seen = []
    task = tasks.run(lambda _: "done", lambda _: seen.append(task.left(0)))
    qtbot.waitUntil(lambda: not tasks.busy)
    assert seen == [True]


def test_an_error_is_handed_over(qtbot, tasks):
    seen = []
    tasks.failed.connect(seen.append)
    tasks.run(lambda _: 1 / 0)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a priority for each thread")
def test_what_is_read_gives_way_to_the_window_and_what_writes_does_not(qtbot, tasks):
    seen = {}

    def priority(_task):
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    for lane in Lane:
        tasks.run(priority, lambda found, lane=lane: seen.update({lane: found}), lane=lane)
    qtbot.waitUntil(lambda: len(seen) == len(Lane))
    ours = priority(None)
    # An import holds the interpreter again and again: it must not lose its core meanwhile.
    assert seen[Lane.WRITING] == seen[Lane.FREE] == ours
    assert seen[Lane.READING] == seen[Lane.UNNOTICED] > ours
