"""Cycles are collected by the window's thread alone, and never all of them while work is under way."""

import gc
import weakref

import pytest

from tests.ui.hands import settle
from ui.garbage import Garbage


class Ring:
    """An object that only the collector can take away."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def calls(monkeypatch):
    """The generations that were collected, where all three are due."""
    made = []
    monkeypatch.setattr(gc, "get_count", lambda: (701, 11, 11))
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", made.append)
    return made


@pytest.mark.parametrize(("busy", "oldest"), [(False, 2), (True, 1)])
def test_everything_is_walked_through_only_when_nothing_is_under_way(qtbot, calls, busy, oldest):
    Garbage(lambda: busy).collect()
    assert calls == [oldest]


def test_nothing_is_collected_before_it_is_due(qtbot, calls, monkeypatch):
    monkeypatch.setattr(gc, "get_count", lambda: (700, 10, 10))
    Garbage(lambda: False).collect()
    assert calls == []


def test_the_window_collects_in_python_s_place_and_gives_it_back(qtbot, window):
    assert not gc.isenabled()
    first = Ring()
    gone = weakref.ref(first)
    rings = [first, *(Ring() for _ in range(gc.get_threshold()[0]))]
    del rings, first
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=5_000)
    settle(qtbot, window)
    window.close()
    assert gc.isenabled()
