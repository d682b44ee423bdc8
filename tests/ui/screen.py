"""A screen of its own with a window manager, and the program on it, driven from outside by xdotool."""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 30
PROGRAMS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "setxkbmap": "x11-xkb-utils"}
"""What a screen needs, with Debian's names of the packages."""
ROOT = Path(__file__).parents[2]


def missing():
    """Debian's names of what is not installed."""
    return [package for program, package in PROGRAMS.items() if not shutil.which(program)]


class Screen:
    """An X display with openbox on it; `home` is where programs on it keep things."""

    def __init__(self, display, home):
        self.home = home
        kept = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
        self.environ = {name: os.environ[name] for name in kept if name in os.environ} | {
            "DISPLAY": display,
            "HOME": str(home),
            "QT_QPA_PLATFORM": "xcb",
            "QUOTETRACK_SETTINGS": str(home / "settings.ini"),
        }
        self.manager = subprocess.Popen(
            ["openbox", "--sm-disable"], env=self.environ, stderr=subprocess.DEVNULL
        )
        self.layout("us")

    def close(self):
        self.manager.terminate()
        self.manager.wait(10)

    def layout(self, name):
        """Let the keyboard be of `name` ("us", "ara")."""
        subprocess.run(["setxkbmap", name], env=self.environ, check=True)

    def do(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.environ, check=True, timeout=60)


class Program:
    """The running program: hands on its keyboard and mouse, and an eye on its state."""

    def __init__(self, screen, *arguments):
        self.screen = screen
        asked, self._ask = os.pipe()
        self._answer, answered = os.pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.probe", str(asked), str(answered), *map(str, arguments)],
            env=screen.environ, cwd=ROOT, pass_fds=[asked, answered], stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        os.close(asked)
        os.close(answered)
        self.wait("bool(active()) and still()")

    @property
    def process(self):
        """The number of the program's process."""
        return self._process.pid

    # --- hands -----------------------------------------------------------------------------------

    def key(self, *keys):
        """Press keys one after the other ("ctrl+e", "Return"); a number is a place on the keyboard."""
        for key in keys:
            self.screen.do("key", "--clearmodifiers", key)

    def type(self, text):
        """Type with the layout that holds."""
        self.screen.do("type", "--delay", "25", text)

    def click(self, place, button=1):
        """Click where the expression `place` says."""
        x, y = self.look(place)
        self.screen.do("mousemove", x, y, "click", button)

    def click_line(self, facet, value):
        """Click a line of the tree of sources, after turning the wheel until it shows."""
        x, y = self.look("place(window().bench.sources)")
        for _ in range(60):
            if self.look(f"line({facet!r}, {value})"):
                self.click(f"line({facet!r}, {value})")
                return
            self.screen.do("mousemove", x, y, "click", 5)
            time.sleep(0.05)
        raise AssertionError(f"no line for {facet} {value}")

    # --- eye -------------------------------------------------------------------------------------

    def look(self, expression):
        """The value of an expression of `tests.ui.probe`."""
        os.write(self._ask, (expression + "\n").encode())
        ready, _, _ = select.select([self._answer], [], [], PATIENCE)
        heard = os.read(self._answer, 1_000_000) if ready else b""
        if not heard:
            raise AssertionError(f"no answer to {expression}\n{self._told()}")
        while not heard.endswith(b"\n"):
            heard += os.read(self._answer, 1_000_000)
        value = json.loads(heard)
        if isinstance(value, dict) and "problem" in value:
            raise AssertionError(f"{expression}: {value['problem']}")
        return value

    def _told(self):
        if self._process.poll() is None:
            self._process.terminate()
        return self._process.communicate(timeout=10)[1]

    def wait(self, expression):
        """Wait until an expression holds."""
        until, last = time.monotonic() + PATIENCE, None
        while time.monotonic() < until:
            try:
                if self.look(expression):
                    return
            except AssertionError as problem:
                if self._process.poll() is not None:
                    raise
                last = problem
            time.sleep(0.03)
        where = self.look("(focus(), dialog(), window().bench.notice.text, window().session.quote_id)")
        raise AssertionError(f"{expression} never held; {where} {last or ''}")

    def settle(self):
        """Wait until the window waits for nothing but the user."""
        self.wait("still()")

    def ended(self):
        """The exit code, when the program ends by itself; Qt must have warned of nothing."""
        _, told = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode, told

    def kill(self):
        """End the program if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate(timeout=10)
        os.close(self._ask)
        os.close(self._answer)
