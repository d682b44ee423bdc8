"""Which quotes are meant: one object drives table, reader, counts, charts, exports and `list`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFilter:
    """A set of conditions, all of which a quote has to meet; an empty one means "any".

    `text` is a search query (words, "a phrase", prefix*, -without) over quote, speaker and
    article; `exact` switches folding off, `inside_words` also finds it behind و ف ب ل ال and
    inside longer words. Speakers, articles and tags are row ids; outlets are row ids, too.
    """

    text: str = ""
    exact: bool = False
    inside_words: bool = False
    outlets: frozenset[int] = frozenset()
    speakers: frozenset[int] = frozenset()
    kinds: frozenset[SpeakerKind] = frozenset()
    types: frozenset[AttributionType] = frozenset()
    cue_classes: frozenset[CueClass] = frozenset()
    statuses: frozenset[Status] = frozenset()
    verdicts: frozenset[str] = frozenset()
    tags: frozenset[int] = frozenset()
    articles: frozenset[int] = frozenset()
    since: date | None = None
    until: date | None = None
    confidence: tuple[float, float] = (0.0, 1.0)
    anonymous: bool | None = None
    speech_acts: bool = True
    duplicates: bool = True
