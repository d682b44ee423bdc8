"""The child process: what a hostile file does there stays there."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from quotetrack.messages import LANGUAGES, explain
from quotetrack.readers.base import Format, Limits, Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.sandbox import Sandbox

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX")
OPTIONS = ReadOptions(limits=Limits(seconds=15))
QUICK = ReadOptions(limits=Limits(seconds=1.5))


def hang() -> None:
    while True:
        time.sleep(1)


def spin() -> None:
    while True:
        pass


def eat() -> None:
    hoard = []
    while True:
        hoard.append(bytes(50 << 20))


def surprise() -> None:
    raise RuntimeError


def noise() -> None:
    os.write(1, b"noise\n")
    os.write(2, b"noise\n")


DEEDS: dict[str, Callable[[], object]] = {
    "hang": hang,
    "spin": spin,
    "eat": eat,
    "die": lambda: os._exit(3),
    "crash": lambda: os.kill(os.getpid(), 11),
    "raise": surprise,
    "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
    "run": lambda: subprocess.run(["true"], check=True),
    "fork": os.fork,
    "noise": noise,
}


def obey(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """A reader that does what the file says: what a taken-over parser could do."""
    deed, _, path = raw.data.decode().partition(" ")
    if deed == "write":
        Path(path).write_text("x")
    elif deed == "delete":
        Path(path).unlink()
    elif deed in DEEDS:
        DEEDS[deed]()
    elif deed == "flood":
        while True:
            yield ReadArticle(text="سيل" * 1_000_000)
    yield ReadArticle(text=raw.data.decode(), title="ت", pages=(0, 3), quality=7.0)
    yield ReadError("readers.empty_row", name="x")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    child = Sandbox(obey)
    yield child
    child.close()


def ask(sandbox: Sandbox, what: str, options: ReadOptions = OPTIONS) -> list[ReadArticle | ReadError]:
    return sandbox.read(Raw(name="ملف.pdf", data=what.encode(), format=Format.PDF), options)


def test_an_article_and_an_error_come_back_whole(sandbox: Sandbox) -> None:
    article, error = ask(sandbox, "سلام")
    assert article == ReadArticle(text="سلام", title="ت", pages=(0, 3), quality=1.0)
    assert isinstance(error, ReadError)
    assert (error.key, error.values) == ("readers.empty_row", {"name": "x"})


@pytest.mark.parametrize(
    ("what", "key"),
    [
        ("hang", "readers.too_slow"),
        ("spin", "readers.too_slow"),
        ("eat", "readers.too_heavy"),
        ("die", "readers.crashed"),
        ("crash", "readers.crashed"),
        ("raise", "readers.broken"),
        ("connect", "readers.broken"),
        ("run", "readers.broken"),
        ("fork", "readers.broken"),
    ],
)
def test_trouble_is_said_and_the_next_file_is_read(sandbox: Sandbox, what: str, key: str) -> None:
    begun = time.monotonic()
    with pytest.raises(ReadError) as caught:
        ask(sandbox, what, QUICK if key == "readers.too_slow" else OPTIONS)
    assert caught.value.key == key
    assert time.monotonic() - begun < 10
    for language in LANGUAGES:
        assert "ملف.pdf" in explain(caught.value, language)
    assert len(ask(sandbox, "سلام")) == 2


def test_no_file_is_written_or_deleted(sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_text("safe")
    for what in (f"write {path}", f"write {tmp_path / 'new'}", f"delete {path}"):
        with pytest.raises(ReadError):
            ask(sandbox, what)
    assert path.read_text() == "safe"
    assert list(tmp_path.iterdir()) == [path]


def test_parsers_do_not_write_on_the_terminal(sandbox: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    ask(sandbox, "noise")
    captured = capfd.readouterr()
    assert "noise" not in captured.out + captured.err


def test_a_flood_of_articles_is_stopped_before_it_fills_the_memory(sandbox: Sandbox) -> None:
    options = ReadOptions(limits=Limits(seconds=30, unpacked_bytes=100 << 20))
    begun = time.monotonic()
    with pytest.raises(ReadError) as caught:
        ask(sandbox, "flood", options)
    assert caught.value.key == "readers.bomb"
    assert time.monotonic() - begun < 20
    assert len(ask(sandbox, "سلام")) == 2


def test_who_waits_for_anothers_file_can_have_enough(sandbox: Sandbox) -> None:
    def hold() -> None:
        with suppress(ReadError):
            ask(sandbox, "hang", QUICK)

    busy = threading.Thread(target=hold)
    busy.start()
    while not sandbox._lock.locked():
        time.sleep(0.01)
    begun = time.monotonic()
    with pytest.raises(ReadError) as caught:
        ask(sandbox, "سلام", ReadOptions(limits=Limits(seconds=15), stopped=lambda: True))
    assert caught.value.key == "readers.stopped"
    assert time.monotonic() - begun < 1
    busy.join()


def test_a_child_is_used_again_and_ends_with_its_sandbox() -> None:
    child = Sandbox(obey)
    ask(child, "سلام")
    first = child._child
    ask(child, "سلام")
    assert child._child is first
    assert first is not None
    pid = first.pid
    assert pid is not None
    child.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
