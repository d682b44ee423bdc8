"""The conditions of the filter that are no values of the tree: spelling, dates, confidence and the like."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from ui.dialogs.range import RangeDialog

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_SWITCHES: dict[str, tuple[str, Any, Any]] = {
    "filter.exact": ("exact", True, False),
    "filter.inside_words": ("inside_words", True, False),
    "filter.unnamed": ("anonymous", True, None),
    "filter.no_acts": ("speech_acts", False, True),
    "filter.no_repeats": ("duplicates", False, True),
}
"""What each switch sets in the filter when it is on, and when it is off."""


class Finding(QObject):
    """Sets conditions, and shows in the menus which of them hold."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.bench)
        self._window = window
        self._desk = window.desk
        self._session = window.session

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The actions that this does."""
        made: dict[str, Callable[[], object]] = {name: partial(self.switch, name) for name in _SWITCHES}
        return made | {
            "filter.clear": lambda: self._session.set_filter(QuoteFilter()),
            "filter.save": self.save,
            "filter.range": self.choose_range,
        }

    def switch(self, name: str) -> None:
        """Turn a condition on, or off where it holds."""
        field, on, off = _SWITCHES[name]
        held = getattr(self._session.filter, field) == on
        self._session.narrow(**{field: off if held else on})
        self.show_state()

    def show_state(self) -> None:
        """Tick the conditions that hold."""
        for name, (field, on, _) in _SWITCHES.items():
            self._desk.actions[name].setChecked(getattr(self._session.filter, field) == on)

    def choose_range(self) -> None:
        """Ask between which dates and how sure."""
        dialog = RangeDialog(self._desk, self._window, self._session.filter)
        dialog.accepted.connect(lambda: self._session.narrow(**dialog.conditions()))
        dialog.open()

    def save(self) -> None:
        """Keep the present filter under a name."""
        name = self._desk.asking.words(self.tr("Save this filter"), self.tr("Name of the filter"))
        if name:
            self._session.perform(ops.SaveFilter(name, self._session.filter))
