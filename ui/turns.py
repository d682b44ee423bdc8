"""Work for the window's thread in several turns of the event loop instead of one long one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def in_turns(owner: QObject, *steps: Callable[[], object]) -> None:
    """Take each of `steps` when its turn comes, as long as `owner` lives.

    What a step has changed is painted, and keys are taken, before the next. Timers of 0 that are
    started together would all fire in one turn.
    """
    if not steps:
        return

    def take() -> None:
        in_turns(owner, *steps[1:])
        steps[0]()

    QTimer.singleShot(0, owner, take)
