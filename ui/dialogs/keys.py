"""The sheet of keys, made from the registry of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import GROUPS, SPECS, Actions
from ui.dialogs.base import Dialog
from ui.language import translated
from ui.widgets.basic import label

_FRAME = 60
"""Pixels that a window manager may want around the sheet."""


class KeysDialog(Dialog):
    """Every action that has a key, by group."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Sheet of keys"),
            self.tr("Keys work on the Arabic layout as well, and never while you type."),
            width=940,
        )
        inner = QWidget()
        inner.setObjectName("panel")
        row = QHBoxLayout(inner)
        row.setSpacing(36)
        row.setContentsMargins(12, 10, 12, 0)
        for groups in (("review", "edit", "help"), ("correct", "speakers"), ("view", "project", "filter")):
            column = QVBoxLayout()
            column.setSpacing(6)
            for group in groups:
                column.addLayout(self._group(actions, group))
                column.addSpacing(14)
            column.addStretch()
            row.addLayout(column, 1)
        area = QScrollArea()
        area.setObjectName("framed")
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(360)
        self.column.addWidget(area, 1)
        self.add_buttons(self.tr("Close"), cancel=False)
        around = self.sizeHint().height() - area.sizeHint().height()
        room = self.screen().availableGeometry().height() - _FRAME
        self.resize(self.width(), min(room, inner.sizeHint().height() + around))

    def _group(self, actions: Actions, group: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(translated("groups", GROUPS[group]).replace("&", ""), "caption"), 0, 0, 1, 2)
        for spec in SPECS:
            if spec.group == group and spec.keys:
                place = grid.rowCount()
                grid.addWidget(label(actions.label(spec.id).rstrip("…"), wrap=True), place, 0)
                keys = label(actions.keys(spec.id), "key")
                keys.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
                grid.addWidget(keys, place, 1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        return grid
