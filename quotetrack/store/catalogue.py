"""Reading the small tables: outlets, tags, saved filters, settings."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store.damage import tells_damage
from quotetrack.store.records import Outlet, Tag
from quotetrack.store.rows import folded_name

_ENUMS = {"kinds": SpeakerKind, "types": AttributionType, "cue_classes": CueClass, "statuses": Status}
_DATES = ("since", "until")
_OUTLET = "SELECT id, name, (SELECT count(*) FROM articles WHERE outlet_id = outlets.id) FROM outlets"
_TAG = "SELECT id, name, (SELECT count(*) FROM quote_tags WHERE tag_id = tags.id) FROM tags"


@tells_damage
class Outlets:
    """The publishers of a project's articles."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def list(self) -> list[Outlet]:
        """All outlets by name."""
        return [Outlet(*row) for row in self._connection.execute(f"{_OUTLET} ORDER BY folded")]

    def named(self, name: str) -> Outlet | None:
        """The outlet of this name, spelling differences aside."""
        row = self._connection.execute(f"{_OUTLET} WHERE folded = ?", (folded_name(name),)).fetchone()
        return None if row is None else Outlet(*row)


@tells_damage
class Tags:
    """The labels of a project."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def list(self) -> list[Tag]:
        """All tags by name."""
        return [Tag(*row) for row in self._connection.execute(f"{_TAG} ORDER BY folded")]

    def named(self, name: str) -> Tag | None:
        """The tag of this name, spelling differences aside."""
        row = self._connection.execute(f"{_TAG} WHERE folded = ?", (folded_name(name),)).fetchone()
        return None if row is None else Tag(*row)


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that a person gave a name."""

    id: int
    name: str
    filter: QuoteFilter


@tells_damage
class SavedFilters:
    """The filters that a person kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def list(self) -> list[SavedFilter]:
        """All saved filters in the order in which they were made."""
        rows = self._connection.execute("SELECT id, name, filter FROM saved_filters ORDER BY id")
        return [SavedFilter(id_, name, filter_from_json(text)) for id_, name, text in rows]

    def named(self, name: str) -> SavedFilter | None:
        """The filter of this name."""
        return next((saved for saved in self.list() if saved.name == name), None)


def filter_to_json(wanted: QuoteFilter) -> str:
    """A filter as text: only the conditions that differ from "any", so that new ones can be added."""
    plain = QuoteFilter()
    values: dict[str, Any] = {}
    for field in fields(QuoteFilter):
        value = getattr(wanted, field.name)
        if value == getattr(plain, field.name):
            continue
        if isinstance(value, frozenset):
            values[field.name] = sorted(value)
        elif isinstance(value, date):
            values[field.name] = value.isoformat()
        else:
            values[field.name] = value
    return json.dumps(values, ensure_ascii=False)


def filter_from_json(text: str) -> QuoteFilter:
    """The filter that `filter_to_json` wrote; conditions of a newer program are left out."""
    known = {field.name for field in fields(QuoteFilter)}
    values: dict[str, Any] = {name: value for name, value in json.loads(text).items() if name in known}
    for name, value in values.items():
        if name in _ENUMS:
            values[name] = frozenset(map(_ENUMS[name], value))
        elif name in _DATES:
            values[name] = date.fromisoformat(value)
        elif name == "confidence":
            values[name] = (float(value[0]), float(value[1]))
        elif isinstance(value, list):
            values[name] = frozenset(value)
    return QuoteFilter(**values)
