"""The window as a screen reader meets it: over the accessibility bus, from another process."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quotetrack.store import Project
from tests.ui.screen import Program, Screen, missing
from ui.settings import Settings

READER = Path(__file__).with_name("spoken_tree.py")
SYSTEM_PYTHON = shutil.which("python3", path="/usr/bin") or "python3"
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
NEEDED = "at-spi2-core dbus gir1.2-atspi-2.0 python3-gi"


def there():
    """Whether the bus and the bindings are installed, and a screen can be had."""
    if not sys.platform.startswith("linux") or missing() or not shutil.which("dbus-daemon"):
        return False
    return not subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False).returncode


pytestmark = pytest.mark.skipif(
    not there(), reason=f"not installed: one of {NEEDED} (make test installs them)"
)


@pytest.fixture
def bus():
    """The address of a message bus that lives for one test; the accessibility bus is started by it."""
    read, write = os.pipe()
    command = ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"]
    daemon = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        yield answer.readline().strip()
    daemon.terminate()
    daemon.wait(10)


@pytest.fixture
def program(x_server, bus, tmp_path, language, sample_file):
    settings = Settings(tmp_path / "settings.ini")
    settings.language, settings.hints_seen = language, True
    settings.last_project = shutil.copy(sample_file, tmp_path / "desk.qtrack")
    settings.sync()
    screen = Screen(x_server, tmp_path)
    screen.environ |= {"DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    started = Program(screen)
    started.settle()
    yield started
    started.kill()
    screen.close()


def heard(program):
    """Everything that is told of the window, from the frame down."""
    command = [SYSTEM_PYTHON, str(READER), str(program.process)]
    done = subprocess.run(
        command, env=program.screen.environ, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return list(flat(json.loads(done.stdout)))


def flat(part):
    yield part
    for inner in part["parts"]:
        yield from flat(inner)


def focused(parts):
    return [part for part in parts if "focused" in part["states"]]


def test_whatever_takes_the_keys_has_a_name(program):
    for keys in ("ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4"):
        program.key(keys)
        program.settle()
        parts = heard(program)
        nameless = [
            part["role"]
            for part in parts
            if "focusable" in part["states"] and not (part["name"].strip() or any(part["labels"]))
        ]
        assert nameless == [], keys
        assert len(parts) > 40


def test_the_article_is_read_as_it_was_brought_in(program):
    program.key("ctrl+1")
    program.settle()
    (page,) = [part for part in focused(heard(program)) if part["role"] == "text"]
    text = program.look("window().bench.reader.text")
    assert page["text"].endswith(text)


def test_a_decision_and_the_next_quote_are_told(program, tmp_path):
    first = program.look("window().session.quote_id")
    program.key("Return")
    program.wait(f"window().session.quote_id != {first}")
    program.settle()
    following = program.look("window().session.quote_id")
    with Project.open(tmp_path / "desk.qtrack", read_only=True) as project:
        quote = project.quotes.get(following)
        confirmed = project.quotes.get(first)
    assert confirmed.status == "confirmed"
    told = {part["name"] for part in heard(program)} | {part["text"] for part in heard(program)}
    assert " ".join(quote.quote.split()) in told
    assert quote.speaker.name in told


def test_the_row_of_the_chosen_quote_is_told_in_the_table(program):
    program.key("ctrl+2")
    program.settle()
    program.key("Down")
    program.settle()
    chosen = program.look("window().session.quote_id")
    words = program.look(f"window().session.project.quotes.get({chosen}).quote")
    cells = [part for part in heard(program) if part["role"] == "table cell" and "selected" in part["states"]]
    assert " ".join(words.split()) in {cell["name"] for cell in cells}
