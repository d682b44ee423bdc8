"""The field for a speaker's name, with ranked suggestions under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from quotetrack.store.records import StoredSpeaker
from ui.language import isolate

_WIDEST = 480
Suggest = Callable[[str, Callable[[Sequence[StoredSpeaker]], None]], object]
"""Finds the speakers that a text may mean and gives them to a function, at once or later."""


class SpeakerEdit(QLineEdit):
    """A name typed or taken from the list: `decided` tells a speaker's id, or a new name."""

    decided = Signal(object)

    def __init__(self, suggest: Suggest, describe: Callable[[StoredSpeaker], str]) -> None:
        super().__init__()
        self._suggest = suggest
        self._describe = describe
        self._shown_name = ""
        self.list = QListWidget()
        self.list.setObjectName("popup")
        self.list.setWindowFlags(Qt.WindowType.ToolTip)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.list.itemClicked.connect(self._take)
        self.destroyed.connect(self.list.deleteLater)
        self.textEdited.connect(lambda _text: self._fill())

    def set_name(self, name: str) -> None:
        """Show the name that holds now."""
        self._shown_name = name
        self.setText(name)
        self.setCursorPosition(0)
        self.list.hide()

    def begin(self) -> None:
        """Let the user type a name, with the likely ones in sight."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._fill(everything=True)

    def _fill(self, *, everything: bool = False) -> None:
        self._suggest("" if everything else self.text(), self._show)

    def _show(self, found: Sequence[StoredSpeaker]) -> None:
        if not self.hasFocus():
            return
        self.list.clear()
        for speaker in found:
            item = QListWidgetItem(f"{isolate(speaker.name)}   {self._describe(speaker)}")
            item.setData(Qt.ItemDataRole.UserRole, speaker.id)
            item.setData(Qt.ItemDataRole.UserRole + 1, speaker.name)
            self.list.addItem(item)
        self.list.setVisible(bool(found) and self.isVisible())
        if found:
            self.list.setLayoutDirection(self.layoutDirection())
            wanted = self.list.sizeHintForColumn(0) + 24
            width = max(260, self.width(), min(_WIDEST, wanted))
            self.list.setFixedSize(width, min(8, len(found)) * self.list.sizeHintForRow(0) + 12)
            # The field is at the far side of the window, so what is wider reaches over the article.
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.list.move(
                self.mapToGlobal(QPoint(0 if mirrored else self.width() - width, self.height() + 4))
            )

    def _take(self, item: QListWidgetItem) -> None:
        self.list.hide()
        self.setText(str(item.data(Qt.ItemDataRole.UserRole + 1)))
        self._shown_name = self.text()
        self.decided.emit(item.data(Qt.ItemDataRole.UserRole))
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if self.list.isHidden():
                self._fill(everything=True)
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._accept()
        elif key == Qt.Key.Key_Escape:
            self.set_name(self._shown_name)
            self._leave()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        chosen = self.list.currentItem() if self.list.isVisible() else None
        name = " ".join(self.text().split())
        if chosen is not None:
            self._take(chosen)
        elif name and name != self._shown_name:
            self.list.hide()
            self._shown_name = name
            self.decided.emit(name)
            self._leave()
        else:
            self.set_name(self._shown_name)
            self._leave()

    def _leave(self) -> None:
        window: QWidget = self.window()
        self.clearFocus()
        window.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.list.hide()
        if self.text() != self._shown_name:
            self.setText(self._shown_name)
        # Of a long name its beginning is shown, not the end at which the cursor stood.
        self.setCursorPosition(0)
