"""The field for a note."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

_PAUSE = 900


class NoteEdit(QPlainTextEdit):
    """A note that is to be `kept` when the user pauses or leaves."""

    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(84)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.kept)
        self.textChanged.connect(self._pause.start)

    def keep_now(self) -> None:
        """Have what was typed since the last pause kept."""
        if self._pause.isActive():
            self._pause.stop()
            self.kept.emit()

    def set_note(self, text: str) -> None:
        """Show `text`, which is kept already."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.setPlainText(text)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep_now()
