"""Other programs that work on a project, and are killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

LONG = bool(os.environ.get("QUOTETRACK_LONG"))


KILLS = 200 if LONG else 9


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (Path.cwd(), *sys.path)))}
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )


def killed_after(process: subprocess.Popen[str], seconds: float) -> list[str]:
    """Lets the process open its project, kills it some time later, and returns the lines it printed."""
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    return [first.strip(), *rest.splitlines()]
