"""What every test stands on: Qt draws off screen unless the caller chose a platform."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Shared build machines are slow at times, and a red run must stay red: no deadlines, fixed seeds.
settings.register_profile("suite", deadline=None, derandomize=not os.environ.get("QUOTETRACK_LONG"))
settings.load_profile("suite")

ROOT = Path(__file__).parents[1]


def pytest_configure() -> None:
    """Refuse to test machine code of detection that is older than its source: Python would take it."""
    if any((ROOT / "quotetrack" / "detection").rglob("*.so")):
        checked = subprocess.run([ROOT / ".make" / "compiled", "current"], check=False)
        if checked.returncode:
            pytest.exit("Detection was changed since it was compiled: make compiled, or make interpreted", 4)


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose `quotetrack` is interpreted, be it compiled here or not; it is to be run from there."""
    folder = tmp_path_factory.mktemp("source")
    shutil.copytree(ROOT / "quotetrack", folder / "quotetrack", ignore=shutil.ignore_patterns("*.so"))
    (folder / "assets").symlink_to(ROOT / "assets")
    return folder


@pytest.fixture
def x_server() -> Iterator[str]:
    """The display of a virtual X server that lives for one test."""
    if not (program := shutil.which("Xvfb")):
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    options = ("-nolisten", "tcp", "-noreset", "-screen", "0", "1500x950x24")
    server = subprocess.Popen([program, "-displayfd", str(write), *options], pass_fds=[write])
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)
