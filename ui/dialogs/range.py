"""Between which dates, and how sure: the conditions of a filter that have two ends."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFormLayout, QSizePolicy, QWidget

from quotetrack.filters import QuoteFilter
from ui.desk import Desk
from ui.dialogs.base import Dialog

_STEP = 5


class RangeDialog(Dialog):
    """Asks for the first and last day of an article, and for the least and most confidence of a quote."""

    def __init__(self, desk: Desk, parent: QWidget, wanted: QuoteFilter) -> None:
        super().__init__(
            parent, self.tr("Dates and confidence"), self.tr("Only quotes between these are shown.")
        )
        self._desk = desk
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        self.has_since, self.since = self._day(self.tr("Not before"), wanted.since)
        self.has_until, self.until = self._day(self.tr("Not after"), wanted.until)
        self.least, self.most = (self._percent(share) for share in wanted.confidence)
        form.addRow(self.has_since, self.since)
        form.addRow(self.has_until, self.until)
        for word, field in ((self.tr("At least as sure as"), self.least), (self.tr("At most"), self.most)):
            form.addRow(word, field)
            field.setAccessibleName(word)
        self.column.addLayout(form)
        self.add_buttons(self.tr("Show"))
        for field in (self.least, self.most):
            field.currentIndexChanged.connect(self._check)
        for day in (self.since, self.until):
            day.dateChanged.connect(self._check)
        for box in (self.has_since, self.has_until):
            box.toggled.connect(self._check)
        self._check()

    def _day(self, word: str, known: date | None) -> tuple[QCheckBox, QDateEdit]:
        box, field = QCheckBox(word), QDateEdit(QDate.currentDate())
        # As high as its row, it stands beside the middle of the field.
        box.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        field.setCalendarPopup(True)
        field.setLocale(self._desk.tongue.number_locale)
        # Figures alone, as in the details of an article.
        field.setDisplayFormat("dd/MM/yyyy")
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.setAccessibleName(word)
        box.setChecked(known is not None)
        field.setEnabled(known is not None)
        box.toggled.connect(field.setEnabled)
        if known is not None:
            field.setDate(QDate(known.year, known.month, known.day))
        return box, field

    def _percent(self, share: float) -> QComboBox:
        field = QComboBox()
        for each in sorted({*range(0, 101, _STEP), round(share * 100)}):
            field.addItem(self._desk.tongue.percent(each / 100), each)
        field.setCurrentIndex(field.findData(round(share * 100)))
        return field

    def _check(self) -> None:
        since, until = self._days()
        dates = since is None or until is None or since <= until
        self.accept_button.setEnabled(dates and self.least.currentData() <= self.most.currentData())

    def _days(self) -> tuple[date | None, date | None]:
        first, last = (
            cast("date", field.date().toPython()) if box.isChecked() else None
            for box, field in ((self.has_since, self.since), (self.has_until, self.until))
        )
        return first, last

    def conditions(self) -> dict[str, Any]:
        """The fields of the filter that this dialog sets."""
        since, until = self._days()
        confidence = (self.least.currentData() / 100, self.most.currentData() / 100)
        return {"since": since, "until": until, "confidence": confidence}
