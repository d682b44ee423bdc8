"""The tags of the chosen quote: a chip for each, and a field for another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from quotetrack.store.records import Quote
from ui.desk import Desk
from ui.language import isolate
from ui.widgets.basic import Chip, FlowLayout, emptied, tab_after


class TagsEdit(QWidget):
    """`added` and `removed` tell the name of a tag."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column.addWidget(self._chips)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("New tag"))
        self.field.setPlaceholderText(self.tr("Add a tag"))
        self.field.returnPressed.connect(self._add)
        column.addWidget(self.field)

    def show_of(self, quote: Quote, after: QWidget) -> None:
        """Show the tags of `quote`; Tab comes to them from `after`."""
        emptied(self._flow)
        cross = self._desk.icon("close", "muted")
        stops: list[QWidget] = []
        for tag in quote.tags:
            chip = Chip(tag.name, cross, self.tr("Remove the tag {}").format(isolate(tag.name)))
            chip.removed.connect(lambda name=tag.name: self.removed.emit(name))
            self._flow.addWidget(chip)
            chip.show()
            stops.append(chip.close_button)
        tab_after(after, *stops)
        self._chips.setVisible(bool(quote.tags))
        self._chips.updateGeometry()

    def _add(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.field.clear()
            self.added.emit(name)
