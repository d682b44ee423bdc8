"""How cells of tables and lists are drawn: in the direction of their own text, with what was found marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from quotetrack.store import Snippet
from ui.desk import Desk
from ui.language import direction_of
from ui.models.quotes import FOUND
from ui.offsets import Utf16Offsets

_BESIDE = 12
"""Pixels at each side of a cell's text, as the style leaves them."""
# Flags are put together once: for each cell of each frame it would take longer than drawing.
_OWN_SIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
_OTHER_SIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing


class OwnDirection(QStyledItemDelegate):
    """Draws each cell in the direction of its own text, on the side where the window's columns begin."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        direction = direction_of(option.text)
        option.direction = direction
        option.displayAlignment = _OWN_SIDE if direction is option.widget.layoutDirection() else _OTHER_SIDE


class QuoteCells(OwnDirection):
    """Marks what a search has found, in the stretch of the cell's text that it stands in."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._hit = QTextCharFormat()
        self._hit.setBackground(desk.tokens.color("hit"))
        self._hit.setFontWeight(QFont.Weight.Bold)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Snippet | None = index.data(FOUND)
        if found is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        self._write(painter, option, found)

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, found: Snippet) -> None:
        body = option.rect.adjusted(_BESIDE, 0, -_BESIDE, 0)
        whole = ("…" if found.start else "") + found.text
        metrics = QFontMetrics(option.font)
        text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, body.width())
        places = Utf16Offsets(whole)
        before = len(whole) - len(found.text)
        formats = []
        for mark in found.marks:
            piece = QTextLayout.FormatRange()
            piece.start = places.to_utf16(mark.start + before)
            piece.length = places.to_utf16(mark.end + before) - piece.start
            piece.format = self._hit
            formats.append(piece)
        mirrored = option.widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        choice = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        choice.setTextDirection(option.direction)
        choice.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout = QTextLayout(text, option.font)
        layout.setTextOption(choice)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(body.width())
        layout.endLayout()
        painter.save()
        painter.setClipRect(option.rect)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        layout.draw(painter, QPointF(body.left(), body.top() + (body.height() - line.height()) / 2))
        painter.restore()
