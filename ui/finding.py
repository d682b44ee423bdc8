"""The conditions of the filter that are no values of the tree: spelling, dates, confidence and the like."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from quotetrack.filters import QuoteFilter
from quotetrack.store.catalogue import filter_from_json, filter_to_json
from ui.beside import Opener
from ui.dialogs.range import RangeDialog
from ui.dialogs.words import FilterNameDialog, TagNameDialog
from ui.handlers import Handlers

_SWITCHES: dict[str, tuple[str, Any, Any]] = {
    "filter.exact": ("exact", True, False),
    "filter.inside_words": ("inside_words", True, False),
    "filter.unnamed": ("anonymous", True, None),
    "filter.no_acts": ("speech_acts", False, True),
    "filter.no_repeats": ("duplicates", False, True),
}
"""What each switch sets in the filter when it is on, and when it is off."""


class Finding(Handlers):
    """Sets conditions, and shows in the menus which of them hold."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        made: dict[str, Callable[[], object]] = {name: partial(self.switch, name) for name in _SWITCHES}
        return made | {
            "filter.clear": lambda: self._session.shown.set_filter(QuoteFilter()),
            "filter.save": self.save,
            "filter.range": self.choose_range,
        }

    def switch(self, name: str) -> None:
        """Turn a condition on, or off where it holds."""
        field, on, off = _SWITCHES[name]
        held = getattr(self._session.shown.filter, field) == on
        self._session.shown.narrow(**{field: off if held else on})
        self.show_state()

    def show_state(self) -> None:
        """Tick the conditions that hold."""
        for name, (field, on, _) in _SWITCHES.items():
            self._desk.actions[name].setChecked(getattr(self._session.shown.filter, field) == on)

    def choose_range(self) -> None:
        """Ask between which dates and how sure."""
        wanted = self._session.shown.filter
        ends = QuoteFilter(since=wanted.since, until=wanted.until, confidence=wanted.confidence)
        self._desk.beside.show("range", filter_to_json(ends))

    def _narrow(self, dialog: RangeDialog) -> bool:
        self._session.shown.narrow(**dialog.conditions())
        return True

    def save(self) -> None:
        """Keep the present filter under a name."""
        self._desk.beside.show("filter", filter_to_json(self._session.shown.filter))

    def openers(self) -> dict[str, Opener]:
        perform = self._session.writing.perform
        return {
            "range": Opener(
                lambda desk, window, wanted: RangeDialog(desk, window, filter_from_json(wanted)), self._narrow
            ),
            "filter": Opener(
                lambda _desk, window, wanted: FilterNameDialog(window, filter_from_json(wanted)),
                lambda dialog: perform(dialog.operation()) is not None,
            ),
            "tag": Opener(
                lambda _desk, window, tag: TagNameDialog(window, self._session.needed(), tag),
                lambda dialog: perform(dialog.operation()) is not None,
            ),
        }
