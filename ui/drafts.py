"""What was typed into dialogs when the project or the window was closed, kept until they are shown again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QDate, Qt

from ui.opening import About


@dataclass(frozen=True, slots=True)
class Draft:
    """A dialog as it was left: what its fields held when it was `begun`, and what was `entered` by then."""

    kind: str
    about: About
    begun: tuple[object, ...]
    entered: tuple[object, ...]

    def onto(self, fresh: Sequence[object]) -> list[object]:
        """What the fields of a `fresh` dialog hold when what was changed in this one is changed there.

        Raises:
            ValueError: it has other fields.
        """
        return [
            now if now != before else held
            for before, now, held in zip(self.begun, self.entered, fresh, strict=True)
        ]

    @property
    def typed(self) -> str:
        """The words that were typed, a line for each field."""
        pairs = zip(self.begun, self.entered, strict=False)
        return "\n".join(now for before, now in pairs if isinstance(now, str) and now and now != before)


def to_text(drafts: Iterable[Draft]) -> str:
    """Drafts as text; "" for none."""
    plain = [[each.kind, each.about, each.begun, each.entered] for each in drafts]
    return json.dumps(plain, ensure_ascii=False, default=_plain) if plain else ""


def from_text(text: str) -> list[Draft]:
    """The drafts that `to_text` wrote; none from what it did not write."""
    try:
        plain = json.loads(text, object_hook=_day) if text else []
        return [Draft(str(kind), *map(_frozen, values)) for kind, *values in plain]
    except (ValueError, TypeError):
        return []


def _plain(value: object) -> object:
    if isinstance(value, QDate):
        return {"day": value.toString(Qt.DateFormat.ISODate)}
    raise TypeError(value)


def _day(value: dict[str, Any]) -> QDate:
    return QDate.fromString(value.get("day", ""), Qt.DateFormat.ISODate)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
