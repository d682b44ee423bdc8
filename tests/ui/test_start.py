"""Without a display the window's command explains itself instead of aborting."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ui.display import EXIT_NO_DISPLAY

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a display is a given")


def test_no_display_is_explained_in_both_languages_before_qt_is_imported() -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    script = (
        "import atexit, sys; from ui.start import main\n"
        "atexit.register(lambda: print(sum(name.startswith('PySide6') for name in sys.modules)))\n"
        "main([])"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=bare, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == EXIT_NO_DISPLAY
    assert done.stdout == "0\n"
    assert "لا توجد شاشة" in done.stderr
    assert "There is no display" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_window_stands_before_what_only_later_steps_need_is_imported() -> None:
    heavy = (
        "babel", "numpy", "pyqtgraph", "quotetrack.detection.detector", "rapidfuzz", "regex", "trafilatura",
    )  # fmt: skip
    script = f"import sys, ui.application; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
