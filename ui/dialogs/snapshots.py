"""Earlier states of the project, and the way back to one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from quotetrack.store.records import Snapshot
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.widgets.basic import label


class SnapshotsDialog(Dialog):
    """A list of snapshots, newest first."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, snapshots: Sequence[Snapshot]) -> None:
        super().__init__(
            parent,
            self.tr("Earlier states"),
            self.tr("Copies are kept at closing and while you work; the present state is kept, too."),
        )
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName(self.tr("Earlier states"))
        self.list.setMinimumHeight(220)
        self.list.ensurePolished()  # lines that are laid out before the look is known keep a wrong height
        for snapshot in snapshots:
            room = desk.tongue.size(snapshot.bytes)
            item = QListWidgetItem(desk.tongue.join((desk.tongue.moment(snapshot.taken), room)))
            item.setData(Qt.ItemDataRole.UserRole, snapshot)
            self.list.addItem(item)
        self.column.addWidget(self.list, 1)
        if not snapshots:
            self.list.hide()
            self.column.addWidget(label(self.tr("There is none yet."), "muted"))
        self.add_buttons(self.tr("Restore this state"))
        self.accept_button.setEnabled(bool(snapshots))
        self.list.setCurrentRow(0)
        self.accepted.connect(self._restore)

    def _restore(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
