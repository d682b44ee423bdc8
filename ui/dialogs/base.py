"""What all dialogs share: margins, a title, buttons in the order of the system."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.language import isolate
from ui.widgets.basic import label

if TYPE_CHECKING:
    from quotetrack.store import Project
    from ui.desk import Desk

_LONG = 140
"""Characters of what a dialog is about that are shown in it."""


class Dialog(QDialog):
    """A dialog with air around it; `about` are the words of what it was opened for.

    `taking` does what accepting means; where it says that it could not, the dialog stays open.
    """

    def __init__(
        self, parent: QWidget | None, title: str, text: str = "", *, about: str = "", width: int = 520
    ) -> None:
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
        if about:
            self.column.addWidget(label(isolate(shortened(about)), "subtitle", wrap=True))
        self._word = label("", "warning", wrap=True)
        self._word.hide()
        self.column.addWidget(self._word)
        self._reminder = label("", "notice", wrap=True)
        self._reminder.hide()
        self.column.addWidget(self._reminder)
        self.taking: Callable[[], bool] | None = None
        self.begun: Sequence[object] = ()

    def tell(self, text: str) -> None:
        """Show a warning above the fields, or none."""
        self._word.setText(text)
        self._word.setVisible(bool(text))

    def remind(self, text: str) -> None:
        """Say above the fields what the user may not remember about what is in them."""
        self._reminder.setText(text)
        self._reminder.show()

    def accept(self) -> None:
        """Do what the dialog is for, and close it if that was done."""
        if self.taking is None or self.taking():
            super().accept()

    def thing(self, _project: Project) -> object:
        """What the dialog is about, as `_project` has it now; None where only its being there matters.

        Raises:
            QuotetrackError: it is gone.
        """
        return None

    # --- what is typed ---------------------------------------------------------------------------

    def entered(self) -> list[object]:
        """What the fields hold."""
        return [_value(field) for field in self._fields()]

    def enter(self, values: Sequence[object]) -> None:
        """Fill the fields with what those of another dialog of this kind hold."""
        for field, value in zip(self._fields(), values, strict=False):
            _set(field, value)

    def begin(self) -> None:
        """Take what the fields hold for what was there before the user came, `begun`."""
        self.begun = self.entered()

    @property
    def touched(self) -> bool:
        """Whether something was typed or chosen that closing would lose."""
        return self.entered() != self.begun

    def _fields(self) -> list[QWidget]:
        """The fields in the order in which they were made, without the parts that Qt makes them of."""
        return [
            field
            for field in self.findChildren(QWidget)
            if isinstance(field, _FIELDS) and not field.objectName().startswith("qt_")
        ]

    # --- anew ------------------------------------------------------------------------------------

    def give_way(self, fresh: Dialog) -> None:
        """Close, with `fresh` in the same place and the keys where they were."""
        focused = self.focusWidget()
        place = self.findChildren(QWidget).index(focused) if focused is not None else -1
        self.close()
        fresh.setWindowModality(self.windowModality())
        fresh.move(self.pos())
        fresh.show()
        if place >= 0:
            fresh.findChildren(QWidget)[place].setFocus()

    def anew(self, _desk: Desk, _window: QWidget) -> Dialog | None:
        """The same dialog in the language and the look of `desk`, not yet shown.

        None where the window waits for it, so that nobody can change them meanwhile, or knows itself
        how it was made.
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


_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QCheckBox, QRadioButton)


def _value(field: QWidget) -> object:
    """What the user set in a field: its user property, but of a choice what it stands for in any language."""
    if isinstance(field, QComboBox):
        return field.currentData()
    return field.metaObject().userProperty().read(field)


def _set(field: QWidget, value: object) -> None:
    if isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    else:
        field.metaObject().userProperty().write(field, value)


def shortened(text: str) -> str:
    """The beginning of `text` in one line."""
    words = " ".join(text.split())
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + "…"
