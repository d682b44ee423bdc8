"""Charts of who is quoted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desk import Desk


class ChartsPane(QWidget):
    """Charts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
