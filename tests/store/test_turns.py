"""Writers take turns in the order in which they asked."""

from __future__ import annotations

import threading
import time

import pytest

from quotetrack.store.turns import Turns


def in_line(turns: Turns, count: int) -> None:
    while len(turns._line) < count:
        time.sleep(0.001)


def test_who_asks_again_stands_behind_those_who_wait() -> None:
    turns, order = Turns(), list[str]()

    def write(name: str) -> None:
        with turns:
            order.append(name)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("first", "second", "third")]
    with turns:
        for number, thread in enumerate(threads, 2):
            thread.start()
            in_line(turns, number)
    write("again")
    for thread in threads:
        thread.join()
    assert order == ["first", "second", "third", "again"]


def test_who_gives_up_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    turns, done = Turns(), threading.Event()

    def interrupted(_condition: object) -> None:
        raise KeyboardInterrupt

    def wait_behind() -> None:
        with turns:
            done.set()

    with turns:
        with monkeypatch.context() as patch:
            patch.setattr(turns._changed, "wait_for", interrupted)
            with pytest.raises(KeyboardInterrupt), turns:
                pass
        threading.Thread(target=wait_behind).start()
        in_line(turns, 2)
    assert done.wait(10)


def test_a_turn_ends_with_an_error() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns:
        _ = 1 / 0
    with turns:
        assert len(turns._line) == 1
