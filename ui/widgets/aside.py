"""Lines of a list with something small at their far side: a count, a key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.language import isolate
from ui.theme import Tokens, interface_font

ASIDE = Qt.ItemDataRole.UserRole + 7
"""What stands at the far side of a line."""
_GAP = 10


def put_aside(item: QListWidgetItem, words: str) -> None:
    """Let `words` stand at the far side of `item`, and be told with it."""
    item.setData(ASIDE, words)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()} {words}".strip())


class Aside(QStyledItemDelegate):
    """Draws what `put_aside` has put at the far side of a line."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink, self._muted = tokens.color("text"), tokens.color("muted")
        self._small = interface_font(12)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        aside = QFontMetrics(self._small).horizontalAdvance(index.data(ASIDE) or "")
        room = option.rect.width() - aside - (3 if aside else 2) * _GAP
        if option.rect.isValid():
            # Cut where the words end, in whichever direction they run.
            option.text = isolate(
                option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)
            )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        painter.save()
        painter.setFont(self._small)
        painter.setPen(self._ink if option.state & QStyle.StateFlag.State_Selected else self._muted)
        painter.drawText(
            option.rect.adjusted(_GAP, 0, -_GAP, 0),
            int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter),
            index.data(ASIDE) or "",
        )
        painter.restore()
