"""A date that may be unknown."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget

from ui.language import Tongue


class DayField(QWidget):
    """A date and, beside it, whether there is one; `known` says what a tick there means."""

    def __init__(self, tongue: Tongue, name: str, known: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.dated = QCheckBox(known)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        # Figures alone: Qt's field would scatter a month's name among them in right-to-left text.
        self.day.setLocale(tongue.number_locale)
        self.day.setDisplayFormat("dd/MM/yyyy")
        self.day.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.day.setAccessibleName(name)
        self.day.setEnabled(False)
        self.dated.toggled.connect(self.day.setEnabled)
        row.addWidget(self.day, 1)
        row.addWidget(self.dated)
        row.addSpacing(4)

    def value(self) -> date | None:
        """The date, if there is one."""
        return cast("date", self.day.date().toPython()) if self.dated.isChecked() else None

    def set_value(self, value: date | None) -> None:
        """Show a date, or that there is none."""
        self.dated.setChecked(value is not None)
        if value is not None:
            self.day.setDate(QDate(value.year, value.month, value.day))
