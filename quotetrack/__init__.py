"""Quotetrack finds who said what in Arabic news.

The library has no window: it reads articles (`quotetrack.readers`), detects attributions
(`quotetrack.detection`), keeps them in one SQLite file (`quotetrack.store`) and prints quote
sheets (`quotetrack.exports`). The desktop window lives in the package `ui`.

`detect` and the records that it gives are loaded when they are first asked for, so that a window
which only shows a project opens without them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotetrack.detection.detector import detect
    from quotetrack.detection.records import (
        Attribution,
        AttributionType,
        CueClass,
        Span,
        Speaker,
        SpeakerKind,
    )

__version__ = "0.1.0"

__all__ = ["Attribution", "AttributionType", "CueClass", "Span", "Speaker", "SpeakerKind", "detect"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    room = "detector" if name == "detect" else "records"
    value = getattr(import_module(f"quotetrack.detection.{room}"), name)
    globals()[name] = value
    return value
