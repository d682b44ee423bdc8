"""Seconds from a new process to a standing window, with and without a project, and to one detection."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from quotetrack.assets import assets
from quotetrack.samples import sample_project

ROUNDS = 5

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from ui.application import make_application, open_window
from ui.settings import Settings

app = make_application()
settings = Settings(Path(sys.argv[1]))
settings.hints_seen = True
window = open_window(settings, Path(sys.argv[2]) if sys.argv[2:] else None)
assert QTest.qWaitForWindowExposed(window)
QTest.qWait(0)
window.close()
"""


def test_seconds_to_start(tmp_path: Path) -> None:
    settings = tmp_path / "settings.ini"
    sample = assets() / "samples" / "agency-report.txt"
    starts = {
        "window, no project": ["-c", WINDOW, settings],
        "window, sample project": ["-c", WINDOW, settings, sample_project(tmp_path)],
        "quotetrack detect": ["-m", "quotetrack", "detect", sample],
    }
    print()
    for name, arguments in starts.items():
        seconds = [started(*map(str, arguments)) for _ in range(ROUNDS)]
        print(
            f"{name:>24}: {statistics.median(seconds):.2f} s (median of {ROUNDS}), best {min(seconds):.2f} s"
        )


def started(*arguments: str) -> float:
    """Seconds of the clock that a Python process with `arguments` takes."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], env=environ, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start
