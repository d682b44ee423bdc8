"""Python's collector of cycles, run by the window's thread alone and in small pieces.

Left to itself it runs in whichever thread makes the object too many, and holds up all of them
while it walks through the lexicon: half a second at a time. It would also take widgets apart in a
thread that must not touch them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY = 100


class Garbage(QObject):
    """Collects the young objects ten times a second, and all of them only while nothing is `busy`."""

    def __init__(self, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy = busy
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take over from Python."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [age for age in range(3) if counts[age] > thresholds[age]]
        if not due:
            return
        oldest = due[-1]
        gc.collect(1 if oldest == 2 and self._busy() else oldest)

    def pause(self) -> None:
        """Collect nothing until `go_on`: what is being loaded stays to the end anyway."""
        self._timer.stop()

    def go_on(self) -> None:
        """Collect again, and never look again at what there is now: modules and the lexicon."""
        gc.freeze()
        self._timer.start()
