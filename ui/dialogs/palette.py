"""Every command by name: type a few letters, press Return."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from quotetrack.text import fold
from ui.actions import SPECS
from ui.desk import Desk
from ui.language import isolate
from ui.widgets.aside import Aside, put_aside


class Palette(QDialog):
    """A search field over all enabled actions."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Commands"))
        self.setObjectName("palette")
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a command"))
        self.field.setAccessibleName(self.tr("Command"))
        self.field.setMinimumHeight(38)
        self.list = QListWidget()
        self.list.setObjectName("popup")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setItemDelegate(Aside(desk.tokens, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._run)
        self.resize(520, 420)
        self._fill("")
        top = parent.mapToGlobal(parent.rect().topLeft())
        self.move(top.x() + (parent.width() - self.width()) // 2, top.y() + 90)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, text: str) -> None:
        actions = self._desk.actions
        names = [spec.id for spec in SPECS if actions[spec.id].isEnabled() and spec.id != "view.palette"]
        wanted = fold(text).split()
        labels = {name: fold(actions.label(name)) for name in names}
        names = [name for name in names if all(word in labels[name] for word in wanted)]
        if wanted:
            names.sort(key=lambda name: labels[name].find(wanted[0]))
        self.list.clear()
        for name in names:
            keys = actions.keys(name)
            item = QListWidgetItem(actions.label(name).rstrip("…"))
            put_aside(item, isolate(keys) if keys else "")
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        if not names:
            nothing = QListWidgetItem(self.tr("No command is called that."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            name = item.data(Qt.ItemDataRole.UserRole)
            self.close()
            self._desk.actions[name].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)
