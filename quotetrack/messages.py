"""The sentences that the library shows to people, in Arabic and in English.

They are TOML files in `assets/messages/<language>/<room>.toml`, so that a translator needs no
Python. A key is "room.name" or "room.table.name". The window's own labels are Qt translations.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

from quotetrack.assets import assets
from quotetrack.errors import QuotetrackError

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")


def _flatten(prefix: str, table: Mapping[str, object]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            flat |= _flatten(key, value)
        else:
            flat[key] = str(value)
    return flat


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """All messages of a language by key."""
    messages: dict[str, str] = {}
    for path in sorted((assets() / "messages" / language).glob("*.toml")):
        messages |= _flatten(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
    return messages


def message(key: str, language: Language, /, **values: object) -> str:
    """The sentence for `key` in `language`, its {placeholders} filled from `values`.

    Raises:
        KeyError: no such message; a test keeps both catalogues complete.
    """
    return catalogue(language)[key].format(**values)


def explain(error: QuotetrackError, language: Language) -> str:
    """What to tell a person about `error`."""
    return message(error.key, language, **error.values)
