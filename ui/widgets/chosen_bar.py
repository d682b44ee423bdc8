"""What tells the chosen quote from others without colour: a bar in the margin, a stroke at each end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from ui.theme import Tokens

BAR = 5
"""How thick the bar is, in pixels."""
BAR_INK = "content_line"
_AWAY = 12
_STROKE = 2
Stretch = tuple[int, int]


class ChosenBar:
    """Stands beside the lines of some stretches of `view`, on the side where they begin."""

    def __init__(self, view: QTextEdit, tokens: Tokens) -> None:
        self._view = view
        self._tokens = tokens
        self._stretches: tuple[Stretch, ...] = ()

    def stand_beside(self, stretches: Sequence[Stretch]) -> None:
        """Stand from now on beside these stretches, each two positions in the document."""
        if self._stretches != tuple(stretches):
            # All the rest of the page is left as it is drawn.
            self._ask_to_draw()
            self._stretches = tuple(stretches)
            self._ask_to_draw()

    def _ask_to_draw(self) -> None:
        viewport = self._view.viewport()
        for box in (*self.bars(viewport.rect()), *self.strokes(viewport.rect())):
            viewport.update(box.toAlignedRect())

    def paint(self, painter: QPainter, sight: QRect) -> None:
        """Draw what of it is in `sight`, a part of the viewport."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.color(BAR_INK))
        for box in self.bars(sight):
            painter.drawRoundedRect(box, BAR / 2, BAR / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for box in self.strokes(sight):
            painter.fillRect(box, self._tokens.color("text"))

    def bars(self, sight: QRect) -> list[QRectF]:
        """The bar beside each paragraph in `sight`, by its place in the viewport."""
        margin = self._view.document().documentMargin()
        made = []
        for block, start, end in self._in(sight):
            first, last = self._line(block, start), self._line(block, end - 1)
            at = block.layout().position() - self._scrolled()
            mirrored = block.textDirection() is Qt.LayoutDirection.RightToLeft
            right = self._view.document().size().width() - margin - self._scrolled().x()
            x = right + _AWAY if mirrored else margin - self._scrolled().x() - _AWAY - BAR
            top, bottom = at.y() + first.y(), at.y() + last.y() + last.height()
            made.append(QRectF(x, top + 3, BAR, bottom - top - 6))
        return made

    def strokes(self, sight: QRect) -> list[QRectF]:
        """The strokes in `sight`, before the first word and behind the last, as the bars."""
        made = []
        for block, start, end in self._in(sight):
            if start == self._stretches[0][0]:
                made.append(self._stroke(block, self._line(block, start), start))
            if end == self._stretches[-1][1]:
                made.append(self._stroke(block, self._line(block, end - 1), end))
        return made

    def _stroke(self, block: QTextBlock, line: QTextLine, place: int) -> QRectF:
        along = cast("tuple[float, int]", line.cursorToX(place - block.position()))[0]
        at = block.layout().position() - self._scrolled() + QPointF(along, line.y())
        return QRectF(round(at.x()) - _STROKE / 2, at.y() + 2, _STROKE, line.height() - 4)

    def _scrolled(self) -> QPointF:
        return QPointF(self._view.horizontalScrollBar().value(), self._view.verticalScrollBar().value())

    @staticmethod
    def _line(block: QTextBlock, position: int) -> QTextLine:
        return block.layout().lineForTextPosition(position - block.position())

    def _in(self, sight: QRect) -> Iterator[tuple[QTextBlock, int, int]]:
        """Each paragraph in `sight` that has something of the stretches, and from where to where.

        What is out of sight is not asked for: it may not be laid out yet.
        """
        if not self._stretches:
            return
        document, down = self._view.document(), self._scrolled().y()
        top, bottom = (
            document.documentLayout().hitTest(QPointF(0, y + down), Qt.HitTestAccuracy.FuzzyHit)
            for y in (sight.top(), sight.bottom())
        )
        for start, end in self._stretches:
            block = document.findBlock(max(start, document.findBlock(top).position()))
            while block.isValid() and block.position() < min(end, bottom + 1):
                from_here = max(start, block.position())
                to_here = min(end, block.position() + block.length() - 1)
                if from_here < to_here and block.layout().lineCount():
                    yield block, from_here, to_here
                block = block.next()
