"""How a quote sheet is to be written: format, columns, order of its parts."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from quotetrack.exports.columns import PRESETS
from quotetrack.exports.formats import Format, Shape
from quotetrack.exports.job import Group, Options
from ui.desk import Desk
from ui.dialogs.base import Dialog


class ExportDialog(Dialog):
    """Asks for a format and its options; CSV with all columns stands ready."""

    def __init__(self, desk: Desk, parent: QWidget, count: int, chosen: int) -> None:
        super().__init__(
            parent,
            self.tr("Export what is shown"),
            desk.tongue.digits(self.tr("%n quote(s), in the order of the table.", "", count)),
            width=500,
        )
        self._desk = desk
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(12)
        language = desk.tongue.language
        self.format = QComboBox()
        for each in Format:
            self.format.addItem(each.label(language), each.value)
        self.preset = QComboBox()
        for name in PRESETS:
            self.preset.addItem(desk.tongue.message(f"exports.preset.{name}"), name)
        self.group = QComboBox()
        for word, group in ((self.tr("Speaker"), Group.SPEAKER), (self.tr("Article"), Group.ARTICLE)):
            self.group.addItem(word, group.value)
        for word, field in (
            (self.tr("Format"), self.format),
            (self.tr("Columns"), self.preset),
            (self.tr("Gathered by"), self.group),
        ):
            form.addRow(word, field)
            field.setAccessibleName(word)
        self.bom = QCheckBox(self.tr("Mark it as UTF-8 for Excel"))
        self.guard = QCheckBox(self.tr("Keep spreadsheets from running cells (= + - @)"))
        self.only_chosen = QCheckBox(desk.tongue.digits(self.tr("Only the %n selected quote(s)", "", chosen)))
        self.only_chosen.setVisible(chosen > 1)
        for box in (self.bom, self.guard):
            box.setChecked(True)
        for box in (self.bom, self.guard, self.only_chosen):
            form.addRow("", box)
        self.column.addLayout(form)
        self.format.currentIndexChanged.connect(lambda _index: self._fit())
        self.add_buttons(self.tr("Choose a file…"))
        self._fit()

    def _fit(self) -> None:
        wanted = self.chosen_format()
        self.preset.setEnabled(bool(wanted.form.preset))
        if wanted.form.preset:
            self.preset.setCurrentIndex(self.preset.findData(wanted.form.preset))
        self.group.setEnabled(wanted.form.grouped)
        for box in (self.bom, self.guard):
            box.setEnabled(wanted is Format.CSV)

    def chosen_format(self) -> Format:
        """The format that is chosen."""
        return Format(self.format.currentData())

    @property
    def is_folder(self) -> bool:
        """Whether the format is a folder of files."""
        return self.chosen_format().form.shape is Shape.FOLDER

    def options(self) -> Options:
        """The options as they stand."""
        form = self.chosen_format().form
        return Options(
            language=self._desk.tongue.language,
            columns=PRESETS[self.preset.currentData()] if form.preset else (),
            group=Group(self.group.currentData()),
            bom=self.bom.isChecked(),
            guard=self.guard.isChecked(),
        )
