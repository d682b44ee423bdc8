"""Where the user was in a project when it was closed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quotetrack.filters import QuoteFilter
from quotetrack.store.catalogue import filter_from_json, filter_to_json
from quotetrack.store.records import Sort, SortBy
from ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Place:
    """What was shown, in which order (None: as usual), and what was chosen."""

    filter: QuoteFilter
    sort: Sort | None
    quote: int | None
    article: int | None


def remember(settings: Settings, project: Path, place: Place) -> None:
    """Keep the place in the project at a path."""
    settings.keep_place(project, "filter", filter_to_json(place.filter))
    way = "down" if place.sort and place.sort.descending else ""
    settings.keep_place(project, "sort", f"{place.sort.by} {way}" if place.sort else "")
    settings.keep_place(project, "quote", str(place.quote or ""))
    settings.keep_place(project, "article", str(place.article or ""))


def recall(settings: Settings, project: Path) -> Place:
    """The place that was kept; what a settings file of another version says wrongly is passed over."""
    wanted, sort = QuoteFilter(), None
    with suppress(ValueError, TypeError, KeyError, IndexError):
        wanted = filter_from_json(settings.place(project, "filter") or "{}")
    with suppress(ValueError):
        by, _, way = settings.place(project, "sort").partition(" ")
        sort = Sort(SortBy(by), way == "down")

    def number(name: str) -> int | None:
        kept = settings.place(project, name)
        return int(kept) if kept.isdigit() else None

    return Place(wanted, sort, number("quote"), number("article"))
