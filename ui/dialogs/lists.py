"""How lists with a box before each line are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.language import isolate
from ui.panes.table import OwnDirection


class TickedDirection(OwnDirection):
    """Draws each cell in the direction of its own text; the box stays on the side where lines begin."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            option.text = isolate(option.text)
            option.direction = option.widget.layoutDirection()
            option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
