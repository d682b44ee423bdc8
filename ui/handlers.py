"""What all that does actions of the registry has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.beside import Opener
    from ui.main_window import MainWindow


class Handlers(QObject):
    """Does some actions in a window; one for each building of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.bench)
        self._window = window
        self._desk = window.desk
        self._session = window.session

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The actions that this does."""
        raise NotImplementedError

    def openers(self) -> dict[str, Opener]:
        """The dialogs beside the window that this knows, by their kinds."""
        return {}
