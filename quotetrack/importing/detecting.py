"""Detection for many articles: here for a few, in worker processes for many.

Threads do not help (detection holds the interpreter), and a bulk import in the program's own process
would stall the window.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Generic, NamedTuple, Self, TypeVar

from quotetrack.detection.detector import detect
from quotetrack.detection.records import Attribution

Tag = TypeVar("Tag")

_FEW_CHARACTERS = 150_000
_CHUNK_CHARACTERS = 60_000
_CHUNKS_AHEAD = 12
_SECONDS = 90.0
_COLLECT_AFTER = 50_000
_NICENESS = 10


class Detected(NamedTuple):
    """What was found in one text; `failed` when detection broke on it."""

    attributions: Sequence[Attribution] = ()
    failed: bool = False


def detect_all(texts: Sequence[str]) -> list[Detected]:
    """Detection in a row of texts; one on which it breaks gives nothing and says so."""
    return [_detect_one(text) for text in texts]


def usual_jobs() -> int:
    """How many worker processes detect where nobody says otherwise: two, as far as there are cores."""
    return min(2, os.cpu_count() or 1)


Detecting = Callable[[Sequence[str]], list[Detected]]


def _detect_one(text: str) -> Detected:
    try:
        return Detected(detect(text))
    except Exception:  # noqa: BLE001 (an article is kept even when detection has a bug)
        return Detected(failed=True)


def _warm() -> None:
    """Leaves Ctrl-C to the one who asks, gives way to the window, and loads the lexicon beforehand.

    The collector is kept from the lexicon, through which it would walk again and again: a tenth of
    the time. What detection makes is nearly all gone when it has no more use, so that looking for
    cycles can wait.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    detect("قال الوزير إن العمل بدأ.")
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)


class Detector(Generic[Tag]):
    """Takes texts with a tag each, in order, and gives them back detected, in the same order.

    The first texts are done in this process; when they grow many, worker processes take over. A
    text that kills or stalls a worker is given back as failed.
    """

    def __init__(self, jobs: int, detecting: Detecting = detect_all) -> None:
        self._jobs = jobs
        self._detecting = detecting
        self._pool: ProcessPoolExecutor | None = None
        self._seen = 0
        self._chunk: list[tuple[Tag, str]] = []
        self._chunk_size = 0
        self._ahead: deque[tuple[list[tuple[Tag, str]], Future[list[Detected]]]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_pool()

    def put(self, tag: Tag, text: str) -> Iterator[tuple[Tag, Detected]]:
        """Takes a text, and gives what is ready."""
        self._seen += len(text)
        if self._jobs < 2 or (self._pool is None and self._seen <= _FEW_CHARACTERS):
            yield tag, self._detecting([text])[0]
            return
        self._chunk.append((tag, text))
        self._chunk_size += len(text)
        if self._chunk_size >= _CHUNK_CHARACTERS:
            self._submit()
        while len(self._ahead) > self._jobs * _CHUNKS_AHEAD or (self._ahead and self._ahead[0][1].done()):
            yield from self._take()

    def finish(self) -> Iterator[tuple[Tag, Detected]]:
        """Gives everything that is still under way."""
        if self._chunk:
            self._submit()
        while self._ahead:
            yield from self._take()

    def drop(self) -> list[Tag]:
        """Forgets what is not done yet, and says what that was."""
        dropped = [tag for chunk, _ in self._ahead for tag, _ in chunk] + [tag for tag, _ in self._chunk]
        self._ahead.clear()
        self._chunk = []
        self._end_pool()
        return dropped

    def _submit(self) -> None:
        chunk, self._chunk, self._chunk_size = self._chunk, [], 0
        texts = [text for _, text in chunk]
        try:
            future = self._ready().submit(self._detecting, texts)
        except BrokenProcessPool:
            # A worker died on an earlier chunk, which `_take` will find out; this one is innocent.
            future = Future()
            future.set_exception(BrokenProcessPool())
        self._ahead.append((chunk, future))

    def _ready(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_warm)
            # Before Python 3.11.5 the thread that hands out texts never notices that the workers are gone
            # (python/cpython#94777): the program must not wait for it at its end.
            texts: Any = self._pool._call_queue  # type: ignore[attr-defined]  # noqa: SLF001
            texts.cancel_join_thread()
        return self._pool

    def _take(self) -> Iterator[tuple[Tag, Detected]]:
        chunk, future = self._ahead.popleft()
        try:
            found = future.result(_SECONDS)
        except (BrokenProcessPool, TimeoutError):
            found = self._one_by_one([text for _, text in chunk])
        for (tag, _), detected in zip(chunk, found, strict=True):
            yield tag, detected

    def _one_by_one(self, texts: Sequence[str]) -> list[Detected]:
        """Detection after a worker died or stalled: each text alone, so that only the guilty one fails.

        The chunks under way died with the pool and are done again.
        """
        self._end_pool()
        found = []
        for text in texts:
            try:
                pool = self._ready()
                pool.submit(self._detecting, []).result()  # so that starting is not counted as stalling
                found += pool.submit(self._detecting, [text]).result(_SECONDS)
            except (BrokenProcessPool, TimeoutError):
                found.append(Detected(failed=True))
                self._end_pool()
        pool = self._ready()
        self._ahead = deque(
            (chunk, future if _is_good(future) else pool.submit(self._detecting, [text for _, text in chunk]))
            for chunk, future in self._ahead
        )
        return found

    def _end_pool(self) -> None:
        """Ends the workers at once: a text on which one stalls would hold up everything."""
        if self._pool is None:
            return
        pool, self._pool = self._pool, None
        workers = list((pool._processes or {}).values())  # noqa: SLF001 (no public way before Python 3.14)
        results: Any = pool._result_queue  # noqa: SLF001
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.join()
        # A worker may have been killed in the middle of a result: the pool's thread would wait for the rest
        # of it, and the program for that thread, as long as anybody could still write it.
        results._writer.close()  # noqa: SLF001


def _is_good(future: Future[list[Detected]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None
