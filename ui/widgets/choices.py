"""Choices of the details that hold at once: a verdict, and what the verb of a cue says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem

from quotetrack.detection.records import CueClass


class _Told(QStyledItemDelegate):
    """Draws a choice without words of its own as it is told."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = option.text or index.data(Qt.ItemDataRole.AccessibleTextRole) or ""


class _Choice(QComboBox):
    """Leaves the wheel to the pane that scrolls: what is chosen holds at once."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def begin(self) -> None:
        """Let the user choose."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.showPopup()


class VerdictEdit(_Choice):
    """A verdict chosen or typed, perhaps none: `textActivated` tells it."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        nothing = self.tr("Not judged yet")
        self.addItems([
            "", self.tr("True"), self.tr("Mostly true"), self.tr("Lacks context"), self.tr("Misleading"),
            self.tr("False"), self.tr("Cannot be checked"),
        ])  # fmt: skip
        self.setItemData(0, nothing, Qt.ItemDataRole.AccessibleTextRole)
        self.setItemDelegate(_Told(self))
        field = self.lineEdit()
        if field is not None:
            field.setPlaceholderText(nothing)
            field.setAccessibleName(self.tr("Verdict"))


class CueClassEdit(_Choice):
    """What the verb of a cue says: `chosen` tells the class that the user takes.

    `word` says a message of the catalogue in the language of the window.
    """

    chosen = Signal(object)

    def __init__(self, word: Callable[[str], str]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What the verb says"))
        self.setToolTip(self.tr("What the verb says"))
        self._none = word(f"exports.cue_class.{CueClass.NONE.value}")
        for each in CueClass:
            if each is not CueClass.NONE:
                self.addItem(word(f"exports.cue_class.{each.value}"), each.value)
        self.setMaxVisibleItems(self.count())
        self.activated.connect(lambda _row: self.chosen.emit(CueClass(self.currentData())))

    def show_class(self, cue_class: CueClass, *, has_cue: bool) -> None:
        """Show the class that holds; without a cue there is nothing to choose."""
        self.setEnabled(has_cue)
        self.setPlaceholderText(self.tr("Not said yet") if has_cue else self._none)
        self.setCurrentIndex(self.findData(cue_class.value) if has_cue else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys decide about the quote, as everywhere outside of text; Qt would seek a choice by them.
        if event.text() and event.key() != Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)
