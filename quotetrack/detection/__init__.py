"""Detection: attributions in a frozen text. It knows no database and no window."""

from quotetrack.detection.detector import detect

__all__ = ["detect"]
