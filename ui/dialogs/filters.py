"""Conditions that the tree of sources has no line for: dates, confidence, how words are searched."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QWidget,
)

from quotetrack.filters import QuoteFilter
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.widgets.basic import label
from ui.widgets.day_field import DayField


class FilterDialog(Dialog):
    """Changes these conditions of a filter and leaves the others as they are."""

    def __init__(self, desk: Desk, parent: QWidget, wanted: QuoteFilter) -> None:
        super().__init__(
            parent,
            self.tr("More filters"),
            self.tr("They hold together with what is chosen in the tree and typed in the search."),
            width=560,
        )
        self._filter = wanted
        tick = self.tr("limited")
        self.since = DayField(desk.tongue, self.tr("Published from"), tick)
        self.until = DayField(desk.tongue, self.tr("Published until"), tick)
        self.least, self.most = self._percent(desk, self.tr("Least")), self._percent(desk, self.tr("Most"))
        self.least.valueChanged.connect(self.most.setMinimum)
        self.speakers = QComboBox()
        for value, words in (
            (None, self.tr("named or not")),
            (False, self.tr("named")),
            (True, self.tr("unnamed")),
        ):
            self.speakers.addItem(words, value)
        self.exact = QCheckBox(self.tr("Letters as they are typed, with hamzas and diacritics"))
        self.inside = QCheckBox(self.tr("Also inside longer words"))
        self.acts = QCheckBox(self.tr("Speech acts that hold no clause and no quotation"))
        self.repeats = QCheckBox(self.tr("Stories that another article has told already"))
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(12)
        form.addRow(self.tr("Published from"), self.since)
        form.addRow(self.tr("Published until"), self.until)
        form.addRow(self.tr("Confidence"), self._range())
        form.addRow(self.tr("Speakers"), self.speakers)
        self.speakers.setAccessibleName(self.tr("Speakers"))
        form.addRow(self.tr("Search"), self.exact)
        form.addRow("", self.inside)
        form.addRow(self.tr("Also show"), self.acts)
        form.addRow("", self.repeats)
        self.column.addLayout(form)
        box = self.add_buttons(self.tr("Show these"))
        clear = box.addButton(self.tr("No such conditions"), QDialogButtonBox.ButtonRole.ResetRole)
        clear.clicked.connect(lambda _checked=False: self._show(QuoteFilter()))
        self._show(wanted)

    def _percent(self, desk: Desk, name: str) -> QSpinBox:
        field = QSpinBox()
        field.setRange(0, 100)
        field.setSingleStep(5)
        field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        field.setSuffix("%")
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setLocale(desk.tongue.number_locale)
        field.setAccessibleName(f"{self.tr('Confidence')}: {name}")
        return field

    def _range(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.least)
        row.addWidget(label(self.tr("to")), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.most)
        row.addStretch()
        return row

    def _show(self, wanted: QuoteFilter) -> None:
        self.since.set_value(wanted.since)
        self.until.set_value(wanted.until)
        low, high = _percentages(wanted)
        self.least.setValue(low)
        self.most.setValue(high)
        self.speakers.setCurrentIndex(self.speakers.findData(wanted.anonymous))
        self.exact.setChecked(wanted.exact)
        self.inside.setChecked(wanted.inside_words)
        self.acts.setChecked(wanted.speech_acts)
        self.repeats.setChecked(wanted.duplicates)

    def wanted(self) -> QuoteFilter:
        """The filter with the conditions that the fields say."""
        shown = self.least.value(), self.most.value()
        untouched = shown == _percentages(self._filter)
        return replace(
            self._filter,
            since=self.since.value(),
            until=self.until.value(),
            confidence=self._filter.confidence if untouched else (shown[0] / 100, shown[1] / 100),
            anonymous=self.speakers.currentData(),
            exact=self.exact.isChecked(),
            inside_words=self.inside.isChecked(),
            speech_acts=self.acts.isChecked(),
            duplicates=self.repeats.isChecked(),
        )


def _percentages(wanted: QuoteFilter) -> tuple[int, int]:
    low, high = wanted.confidence
    return round(low * 100), round(high * 100)
