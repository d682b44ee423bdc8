"""What is shown of the open project: the quotes that meet a filter, in an order, and the counts beside it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from quotetrack.filters import QuoteFilter
from quotetrack.store.records import Facets, Sort, SortBy
from ui.settings import Settings
from ui.turns import in_turns
from ui.walk import place_in

if TYPE_CHECKING:
    from ui.places import Place
    from ui.session import Session


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found: the ids in order, and where the quote that was chosen stands among them."""

    ids: array[int]
    chosen: int | None
    place: int | None


class Shown(QObject):
    """The shown quotes of a session, asked for anew when the filter, the order or the project change."""

    filter_changed = Signal()
    ids_changed = Signal()
    facets_changed = Signal()

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(session)
        self._session = session
        self._settings = settings
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._query)
        self.begin()

    def begin(self) -> None:
        """Begin with everything, in the usual order, without a word."""
        self._filter, self._sort, self._best_first = QuoteFilter(), self._settings.sort, False
        self.forget()

    def forget(self) -> None:
        """Show nothing, without a word."""
        self._ids: array[int] = array("q")
        self._facets: Facets | None = None

    def return_to(self, place: Place) -> None:
        """Show what was shown when a project was left."""
        self.set_filter(place.filter)
        self._sort = place.sort or self._sort

    # --- what is meant ---------------------------------------------------------------------------

    @property
    def filter(self) -> QuoteFilter:
        """Which quotes are meant."""
        return self._filter

    @property
    def sort(self) -> Sort:
        """Their order: the chosen one, or the best match first until one is chosen for what is sought."""
        sort = Sort() if self._best_first else self._sort
        if sort.by is SortBy.RELEVANCE and not self._filter.text.strip():
            return Sort(SortBy.DATE, sort.descending)
        return sort

    @property
    def chosen_sort(self) -> Sort:
        """The order that was chosen last, whatever is sought just now."""
        return self._sort

    @property
    def filtered(self) -> bool:
        """Whether any condition is set."""
        return self._filter != QuoteFilter()

    def set_filter(self, wanted: QuoteFilter) -> None:
        """Show the quotes that meet `wanted`."""
        if wanted != self._filter:
            if wanted.text != self._filter.text:
                self._best_first = bool(wanted.text.strip())
            self._filter = wanted
            self.filter_changed.emit()
            self.refresh()

    def narrow(self, **conditions: Any) -> None:
        """Change some conditions of the filter."""
        self.set_filter(replace(self._filter, **conditions))

    def toggle(self, facet: str, value: Any) -> None:
        """Add `value` to the conditions of `facet`, or take it away."""
        chosen: frozenset[Any] = getattr(self._filter, facet)
        self.narrow(**{facet: chosen ^ {value}})

    def set_sort(self, wanted: Sort) -> None:
        """Show them in another order."""
        if wanted != self.sort:
            self._best_first = False
            self._sort = self._settings.sort = wanted
            self.refresh()

    # --- what that gives -------------------------------------------------------------------------

    @property
    def ids(self) -> array[int]:
        """The quotes that are shown, in order."""
        return self._ids

    @property
    def facets(self) -> Facets | None:
        """The counts under the present filter; None until they are known."""
        return self._facets

    def refresh(self) -> None:
        """Ask again for what is shown, once, when the present events are done."""
        self._refresh.start()

    def _query(self) -> None:
        if self._session.project is None:
            self.forget()
            self._session.walk.begin(None, None)
            self.ids_changed.emit()
            self.facets_changed.emit()
            return
        wanted, order, chosen = self._filter, self.sort, self._session.quote_id

        def find(reader: Any) -> Found:
            ids = reader.quotes.ids(wanted, order)
            return Found(ids, chosen, None if chosen is None else place_in(ids, chosen))

        self._session.read(find, self._take_ids, "ids")
        self._session.read(lambda reader: reader.quotes.facets(wanted), self._take_facets, "facets")

    def _take_ids(self, found: Found) -> None:
        self._ids = found.ids
        self._session.walk.begin(found.chosen, found.place)
        self.ids_changed.emit()
        # In a turn of its own: the panes have just drawn what was found.
        in_turns(self, self._session.choose_first)

    def _take_facets(self, facets: Facets) -> None:
        self._facets = facets
        self.facets_changed.emit()
