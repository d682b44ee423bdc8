"""The page of each speaker: what was said, in order of time, where and with which verbs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desk import Desk


class SpeakersPane(QWidget):
    """A list of speakers and the page of the chosen one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
