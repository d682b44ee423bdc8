"""Quotetrack finds who said what in Arabic news.

The library has no window: it reads articles (`quotetrack.readers`), detects attributions
(`quotetrack.detection`), keeps them in one SQLite file (`quotetrack.store`) and prints quote
sheets (`quotetrack.exports`). The desktop window lives in the package `ui`.
"""

__version__ = "0.1.0"

from quotetrack.detection import detect
from quotetrack.detection.records import Attribution, AttributionType, CueClass, Span, Speaker, SpeakerKind

__all__ = ["Attribution", "AttributionType", "CueClass", "Span", "Speaker", "SpeakerKind", "detect"]
