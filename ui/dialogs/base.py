"""What all dialogs share: margins, a title, buttons in the order of the system."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.widgets.basic import label


class Dialog(QDialog):
    """A dialog with air around it."""

    def __init__(self, parent: QWidget | None, title: str, text: str = "", *, width: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(26, 22, 26, 20)
        self.column.setSpacing(12)
        self.column.addWidget(label(title, "title", wrap=True))
        if text:
            self.column.addWidget(label(text, "muted", wrap=True))
            self.column.addSpacing(4)

    def anew(self, _desk: Desk, _window: QWidget) -> Dialog | None:
        """The same dialog in the language and the look of `desk`, not yet shown.

        None where the window waits for it, so that nobody can change them meanwhile.
        """
        return None

    def showEvent(self, event: QShowEvent) -> None:
        # Qt asks words that wrap how high they are at another width than the dialog's.
        super().showEvent(event)
        needed = self.column.totalHeightForWidth(self.width())
        if needed > 0 and not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.resize(self.width(), max(needed, self.minimumHeight()))

    def add_buttons(self, accept: str, *, cancel: bool = True) -> QDialogButtonBox:
        """The row that ends the dialog; `accept` says what going on means."""
        box = QDialogButtonBox()
        go_on = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setProperty("primary", True)  # noqa: FBT003 - Qt's own signature
        go_on.setDefault(True)
        if cancel:
            cancel_text = QCoreApplication.translate("dialogs", "Cancel")
            box.addButton(cancel_text, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.column.addSpacing(6)
        self.column.addWidget(box)
        self.accept_button = go_on
        return box
