"""A progress bar on standard error: only for a person, only when the work is long."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

import click

_SOON = 0.8


class Bar:
    """Shows how much is done once the work has taken `_SOON` seconds and somebody looks."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._begun = time.monotonic()
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def show(self, done: int, total: int) -> bool:
        """Move the bar to `done` of `total`; always True, so that it can be an export's progress."""
        if self._bar is None and sys.stderr.isatty() and time.monotonic() - self._begun > _SOON:
            self._bar = self._stack.enter_context(click.progressbar(length=total, file=sys.stderr))
        if self._bar is not None:
            self._bar.length = max(total, 1)
            self._bar.update(done - self._bar.pos)
        return True
