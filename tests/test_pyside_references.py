"""PySide6 6.12.0 drops a reference to None at every void call and aborts CPython 3.11.

Versions 6.8 to 6.11 do not, and CPython 3.12 made None immortal. This keeps the upper bound in
`pyproject.toml` honest: it fails where such a PySide6 gets installed.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject

CALLS = 5_000  # some thousands more and a broken pair aborts the interpreter


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from CPython 3.12 on")
def test_void_calls_leave_the_references_to_none_alone() -> None:
    target = QObject()
    call = target.setObjectName
    call("warm")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call("name")
    assert abs(sys.getrefcount(None) - before) < CALLS / 100
