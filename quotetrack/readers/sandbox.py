"""Reading files of strangers in a child process, so that a hostile one cannot take the program down.

The child has limits of memory and processor time, may not open the network, start programs or
write files, and answers in JSON (never pickles: what it says is not trusted either). The parent
ends it when its time is over or anything goes wrong, and starts a new one for the next file.
"""

from __future__ import annotations

import atexit
import json
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from quotetrack.readers.base import Format, Limits, Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.formats import reader
from quotetrack.readers.tables import Table, preview

Reading = Callable[[Raw, ReadOptions], Iterator[ReadArticle | ReadError]]

_LONGEST_ANSWER = 256 << 20
_FILES_PER_CHILD = 200
_PATIENCE = 0.1
"""Seconds between two looks at whether the user has had enough."""
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def read_here(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """What the child does with a file."""
    return reader(raw.format)(raw, options)


class Sandbox:
    """One child process that reads files in turn, started when first needed.

    Safe to share between threads; each waits for its turn.
    """

    def __init__(self, reading: Reading = read_here) -> None:
        self._reading = reading
        self._lock = threading.Lock()
        self._child: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._limits: Limits | None = None
        self._done = 0

    def read(self, raw: Raw, options: ReadOptions) -> list[ReadArticle | ReadError]:
        """The articles of `raw`.

        Raises:
            ReadError: it took too long or too much memory, broke the child, gave more than an archive
                may, or was stopped by the user.
        """
        answers = self._answers(raw, options, head=False)
        return [_error(said["error"]) if "error" in said else _article(said["article"]) for said in answers]

    def table(self, raw: Raw, options: ReadOptions) -> Table:
        """The head of a table, for matching its columns by hand.

        Raises:
            ReadError: it is no table, or as with `read`.
        """
        [said] = self._answers(raw, options, head=True)
        return _table(said["table"])

    def _answers(self, raw: Raw, options: ReadOptions, *, head: bool) -> list[dict[str, Any]]:
        with self._turn(raw, options):
            pipe = self._ready(options.limits)
            overdue = threading.Event()
            watch = threading.Timer(options.limits.seconds, self._end, (overdue,))
            watch.start()
            try:
                return list(_ask(pipe, raw, options, head=head))
            except (EOFError, OSError, ValueError, TypeError, KeyError) as error:
                self._stop()
                key = "readers.too_slow" if overdue.is_set() else "readers.crashed"
                raise ReadError(key, name=raw.name) from error
            except ReadError as error:
                if error.key in {"readers.too_heavy", "readers.bomb", "readers.stopped"}:
                    self._stop()
                raise
            finally:
                watch.cancel()
                watch.join()

    @contextmanager
    def _turn(self, raw: Raw, options: ReadOptions) -> Iterator[None]:
        """Waits for the files of others, as long as the user does."""
        while not self._lock.acquire(timeout=_PATIENCE):
            if options.stopped():
                raise ReadError("readers.stopped", name=raw.name)
        try:
            yield
        finally:
            self._lock.release()

    def close(self) -> None:
        """Ends the child; the next reading starts another."""
        with self._lock:
            self._stop()

    def _ready(self, limits: Limits) -> Connection:
        alive = self._child is not None and self._child.is_alive()
        if self._pipe is not None and alive and self._done < _FILES_PER_CHILD and self._limits == limits:
            self._done += 1
            return self._pipe
        self._stop()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        child = context.Process(target=serve, args=(theirs, self._reading, limits.memory_bytes), daemon=True)
        child.start()
        theirs.close()
        self._child, self._pipe, self._limits, self._done = child, ours, limits, 1
        return ours

    def _end(self, overdue: threading.Event) -> None:
        overdue.set()
        if self._child is not None:
            self._child.kill()

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._child is not None:
            self._child.kill()
            self._child.join()
            self._child.close()
        self._child = self._pipe = None


def _ask(pipe: Connection, raw: Raw, options: ReadOptions, *, head: bool) -> Iterator[dict[str, Any]]:
    pipe.send_bytes(json.dumps(_question(raw, options) | {"head": head}).encode())
    pipe.send_bytes(raw.data)
    size = 0
    while answer := _answer(pipe, raw, options):
        # A page that a book names again and again, a word in a million cells: little in the file.
        size += len(answer)
        if size > options.limits.unpacked_bytes:
            raise ReadError("readers.bomb", name=raw.name)
        said = json.loads(answer)
        if "failure" in said:
            raise _error(said["failure"])
        yield said


def _answer(pipe: Connection, raw: Raw, options: ReadOptions) -> bytes:
    while not pipe.poll(_PATIENCE):
        if options.stopped():
            raise ReadError("readers.stopped", name=raw.name)
    return pipe.recv_bytes(_LONGEST_ANSWER)


def _question(raw: Raw, options: ReadOptions) -> dict[str, object]:
    return {
        "name": raw.name,
        "format": raw.format.value,
        "charset": raw.charset,
        "link": raw.link,
        "encoding": options.encoding,
        "columns": dict(options.columns) if options.columns else None,
        "today": options.today.isoformat() if options.today else None,
        "limits": asdict(options.limits),
    }


def _asked(said: Mapping[str, Any], data: bytes) -> tuple[Raw, ReadOptions]:
    today = said["today"]
    return (
        Raw(
            name=said["name"],
            data=data,
            format=Format(said["format"]),
            charset=said["charset"],
            link=said["link"],
        ),
        ReadOptions(
            encoding=said["encoding"],
            columns=said["columns"],
            today=date.fromisoformat(today) if today else None,
            limits=Limits(**said["limits"]),
        ),
    )


def _article(said: Mapping[str, Any]) -> ReadArticle:
    """An article as the child tells it, every field of the type that it must have."""
    words = {name: str(said[name]) for name in _WORDS}
    return ReadArticle(
        **words,
        quality=min(1.0, max(0.0, float(said["quality"]))),
        warnings=tuple(map(str, said["warnings"])),
        pages=tuple(map(int, said["pages"])),
        titled=bool(said["titled"]),
    )


def _table(said: Mapping[str, Any]) -> Table:
    return Table(
        columns=tuple(map(str, said["columns"])),
        matched={str(field): str(column) for field, column in said["matched"].items()},
        rows=tuple(tuple(map(str, row)) for row in said["rows"]),
    )


_WORDS = ("text", "title", "outlet", "author", "published", "link", "name", "encoding")


def _error(said: Mapping[str, Any]) -> ReadError:
    key = str(said["key"])
    return ReadError(
        key if key.startswith("readers.") else "readers.crashed",
        **{str(name): str(value)[:500] for name, value in said["values"].items()},
    )


def serve(pipe: Connection, reading: Reading, memory: int) -> None:
    """The child's whole life: limits first, then one file after the other."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _be_silent()
    _limit_memory(memory)
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)
    while True:
        try:
            question = json.loads(pipe.recv_bytes())
            raw, options = _asked(question, pipe.recv_bytes())
        except (EOFError, OSError):
            return
        _limit_time(options.limits.seconds)
        try:
            if question["head"]:
                pipe.send_bytes(json.dumps({"table": asdict(preview(raw, options))}).encode())
            else:
                for found in reading(raw, options):
                    pipe.send_bytes(_told(found))
        except ReadError as error:
            pipe.send_bytes(_failed(error))
        except MemoryError:
            pipe.send_bytes(_failed(ReadError("readers.too_heavy", name=raw.name)))
        except Exception as error:  # noqa: BLE001 (whatever a parser makes of a hostile file)
            pipe.send_bytes(_failed(ReadError("readers.broken", name=raw.name, reason=type(error).__name__)))
        else:
            pipe.send_bytes(b"")


def _told(found: ReadArticle | ReadError) -> bytes:
    if isinstance(found, ReadError):
        return json.dumps({"error": _values(found)}).encode()
    return json.dumps({"article": asdict(found)}).encode()


def _failed(error: ReadError) -> bytes:
    return json.dumps({"failure": _values(error)}).encode()


def _values(error: ReadError) -> dict[str, object]:
    return {"key": error.key, "values": {name: str(value) for name, value in error.values.items()}}


def _be_silent() -> None:
    """Parsers complain on the terminal about files that the user hears of anyway."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _limit_memory(memory: int) -> None:
    """At most `memory` bytes beyond what the process has at its start (POSIX systems)."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (not on Windows)

    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 (no pathlib needed here)
            has = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        has = 0
    resource.setrlimit(resource.RLIMIT_AS, (has + memory, has + memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Ends this process after `seconds` more of processor time, even when the parent is gone."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    used = resource.getrusage(resource.RUSAGE_SELF)
    ends = int(used.ru_utime + used.ru_stime + seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (ends, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _refuse(event: str, args: tuple[object, ...]) -> None:
    """Stops what a reader has no business to do."""
    if event == "open":
        flags = args[2] if len(args) > 2 else 0
        writes = isinstance(flags, int) and flags & _WRITING
        if writes and args[0] != os.devnull:
            raise PermissionError("a reader writes no files")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError("a reader does not reach out of its process")


SHARED = Sandbox()
"""The child that single readings share."""

atexit.register(SHARED.close)
