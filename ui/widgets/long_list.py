"""Lists of any length over a model."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from ui.keys import types

AT_ONCE = 1_000
"""Lines that are laid out at a time."""


class LongList(QListView):
    """A list that is laid out in pieces, between which the window has its turn.

    Qt asks the model for every line of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self._wanted = QPersistentModelIndex()

    def go_to(self, index: QModelIndex) -> None:
        """Make a line the current one, and bring it into sight as soon as it is laid out."""
        self.setCurrentIndex(index)
        self._wanted = QPersistentModelIndex(index)
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        if not self._wanted.isValid():
            return
        index = self.model().index(self._wanted.row(), self._wanted.column())
        if self.visualRect(index).isValid():
            self._wanted = QPersistentModelIndex()
            self.scrollTo(index)

    def updateGeometries(self) -> None:
        # Qt calls it when the last line is laid out, too.
        super().updateGeometries()
        self._bring_into_sight()


class KeyList(LongList):
    """One that leaves letters to the keys of the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if types(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
