"""The workers: order kept, and a text that kills or stalls one takes only itself along."""

import os
import struct
import sys
import threading
import time
from collections.abc import Sequence

import pytest

from quotetrack.importing import detecting
from quotetrack.importing.detecting import Detected, Detecting, Detector


def obey(texts: Sequence[str]) -> list[Detected]:
    """Dies or stalls where the text says so."""
    for text in texts:
        if text.startswith("die"):
            os._exit(1)
        if text.startswith("stall"):
            time.sleep(60)
        if text.startswith("half"):
            begin_a_result()
            time.sleep(60)
    return [Detected() for _ in texts]


def begin_a_result() -> None:
    """Write to the pool the beginning of a result that never comes, as a worker does that is killed then."""
    frame = sys._getframe()
    while "result_queue" not in frame.f_locals and frame.f_back is not None:
        frame = frame.f_back
    frame.f_locals["result_queue"]._writer._send(struct.pack("!i", 1 << 20) + b"half")


def run(texts: Sequence[str], detecting: Detecting, jobs: int = 2) -> list[tuple[int, bool]]:
    found: list[tuple[int, Detected]] = []
    with Detector[int](jobs, detecting) as detector:
        for number, text in enumerate(texts):
            found += detector.put(number, text)
        found += detector.finish()
    return [(number, detected.failed) for number, detected in found]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detecting, "_FEW_CHARACTERS", 10)
    monkeypatch.setattr(detecting, "_CHUNK_CHARACTERS", 40)
    monkeypatch.setattr(detecting, "_SECONDS", 3.0)


def test_texts_come_back_in_their_order() -> None:
    texts = [f"نص رقم {number} " * (number % 5 + 1) for number in range(60)]
    assert run(texts, obey) == [(number, False) for number in range(60)]


@pytest.mark.parametrize("deed", ["die", "stall"])
def test_only_the_guilty_text_fails(deed: str) -> None:
    texts = [f"نص عادي رقم {number}" for number in range(14)]
    texts[6] = deed
    assert run(texts, obey) == [(number, number == 6) for number in range(14)]


@pytest.mark.parametrize("deed", ["stall", "half"])
def test_what_is_dropped_leaves_nothing_that_would_keep_the_program_from_ending(deed: str) -> None:
    before = set(threading.enumerate())
    with Detector[int](2, obey) as detector:
        for number in range(8):  # each more than a pipe holds, so that one is on its way at the end
            assert not list(detector.put(number, f"{deed} {'نص ' * 60_000}"))
        time.sleep(1)
        assert detector.drop() == list(range(8))
    deadline = time.monotonic() + 20
    while any(waited_for := [t for t in threading.enumerate() if not (t in before or t.daemon)]):
        assert time.monotonic() < deadline, waited_for
        time.sleep(0.05)
