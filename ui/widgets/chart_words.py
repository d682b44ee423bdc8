"""The words of pyqtgraph's charts, written so that a drawing of them needs no font."""

from __future__ import annotations

from typing import Any, cast

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsTextItem, QStyleOptionGraphicsItem, QWidget

from ui.theme import interface_font
from ui.widgets.drawing import Drawing, write


class _Text(QGraphicsTextItem):
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if not isinstance(painter.device(), Drawing):
            super().paint(painter, option, cast("QWidget", widget))
            return
        painter.setPen(self.defaultTextColor())
        painter.setFont(self.font())
        block = self.document().begin()
        while block.isValid():
            layout = block.layout()
            box = layout.lineAt(0).naturalTextRect().translated(layout.position())
            write(painter, box, Qt.AlignmentFlag.AlignCenter, block.text())
            block = block.next()


class Words(pg.TextItem):  # type: ignore[misc]
    """Words at a place of a chart; `anchor` is what of them stands there."""

    def __init__(self, words: str, color: str, anchor: tuple[float, float]) -> None:
        super().__init__(anchor=anchor)
        self.textItem: QGraphicsTextItem
        self.textItem.setParentItem(cast("QGraphicsItem", None))
        self.textItem = _Text(self)
        self.setColor(color)
        self.setText(words)
        self.setFont(interface_font(12))


class Axis(pg.AxisItem):  # type: ignore[misc]
    """Names along an edge of a chart."""

    def drawPicture(self, painter: QPainter, axis: Any, _ticks: Any, words: Any) -> None:
        # Ticks of no length would be drawn as dots.
        super().drawPicture(painter, axis, [], words)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        if not isinstance(painter.device(), Drawing):
            super().paint(painter, option, widget)
            return
        painter.setFont(interface_font(12))
        specs = self.generateDrawSpecs(painter)
        painter.setPen(self.textPen())
        for box, flags, words in specs[2] if specs is not None else ():
            write(painter, box, flags, words)
