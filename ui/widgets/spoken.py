"""A list of quotes with their circumstances: a small line, and up to two lines of what was said."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.desk import Desk
from ui.language import direction_of
from ui.models.speakers import HEAD, WORDS
from ui.theme import interface_font
from ui.widgets.long_list import KeyList

_HEAD, _LINE, _AIR, _BOX = 20, 22, 6, 30


class QuoteLines(QStyledItemDelegate):
    """Draws a quote in three lines, so that a list of any length is laid out at once."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk = desk
        self._small, self._plain = interface_font(12), interface_font(14)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _HEAD + 2 * _LINE + 2 * _AIR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        ticks = bool(option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        body = option.rect.adjusted(10, _AIR, -10, -_AIR)
        if ticks:
            body = body.adjusted(0, 0, -_BOX, 0) if mirrored else body.adjusted(_BOX, 0, 0, 0)
        painter.save()
        self._head(painter, QRect(body.left(), body.top(), body.width(), _HEAD), str(index.data(HEAD) or ""))
        words = QRect(body.left(), body.top() + _HEAD, body.width(), 2 * _LINE)
        self._words(painter, words, str(index.data(WORDS) or ""), mirrored=mirrored)
        painter.restore()

    def _head(self, painter: QPainter, place: QRect, text: str) -> None:
        painter.setFont(self._small)
        painter.setPen(self._desk.tokens.color("muted"))
        painter.setLayoutDirection(self._desk.settings.direction)
        short = QFontMetrics(self._small).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), short)

    def _words(self, painter: QPainter, place: QRect, text: str, *, mirrored: bool) -> None:
        """Two lines of `text`, the second cut short where more follows."""
        painter.setPen(self._desk.tokens.color("text"))
        direction = direction_of(text)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        choice = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        choice.setTextDirection(direction)
        layout = QTextLayout(text, self._plain)
        layout.setTextOption(choice)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(place.width())
        layout.endLayout()
        line.draw(painter, QPointF(place.topLeft()))
        rest = text.encode("utf-16-le")[2 * line.textLength() :].decode("utf-16-le", "ignore").strip()
        painter.setFont(self._plain)
        painter.setLayoutDirection(direction)
        short = QFontMetrics(self._plain).elidedText(rest, Qt.TextElideMode.ElideRight, place.width())
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(place.left(), place.top() + _LINE, place.width(), _LINE), flags, short)


def spoken_list(desk: Desk, name: str) -> QListView:
    """A list for a `SpokenModel`, called `name` for those who do not see it."""
    made = KeyList()
    made.setAccessibleName(name)
    made.setItemDelegate(QuoteLines(desk, made))
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
