"""A frame that a cue meets: what opens what is said, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from quotetrack.detection.words.entries import CueForm


class Opening(Enum):
    """What opens a content."""

    CLAUSE = auto()
    QUOTATION = auto()
    COLON = auto()


@dataclass(slots=True)
class Frame:
    """A met frame: the cue's token, its form, what opens the content and where.

    `until` is the token before which the source may stand (the preposition of شدد على أن, the
    colon or the opening mark).
    """

    cue: int
    form: CueForm
    opening: Opening
    at: int
    until: int
    beside: range = range(0)
    """The tokens between cue and content that only say which source is meant (قال ناشط يدعو إلى …)."""
