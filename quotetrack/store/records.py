"""What the store hands out: frozen records, no rows and no connections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from quotetrack.article import Article
from quotetrack.detection.records import (
    AttributionType,
    CueClass,
    Span,
    Speaker,
    SpeakerKind,
)
from quotetrack.status import Status


class MadeBy(StrEnum):
    """Who made a quote or a speaker."""

    DETECTOR = "detector"
    PERSON = "person"


class Kind(StrEnum):
    """A kind of rows that an operation changes."""

    ARTICLES = "articles"
    QUOTES = "quotes"
    SPEAKERS = "speakers"
    OUTLETS = "outlets"
    TAGS = "tags"
    FILTERS = "filters"


class SortBy(StrEnum):
    """What a list of quotes is ordered by; equals stand in the order of their articles' text."""

    RELEVANCE = "relevance"
    DATE = "date"
    ADDED = "added"
    SPEAKER = "speaker"
    OUTLET = "outlet"
    TITLE = "title"
    QUOTE = "quote"
    CUE = "cue"
    TYPE = "type"
    STATUS = "status"
    VERDICT = "verdict"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of quotes; one that nobody chose is by relevance.

    Relevance has the best match of the filter's text first, whatever `descending` says; without a
    text it is the order by date.
    """

    by: SortBy = SortBy.RELEVANCE
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher; `articles` is how many of its articles the project holds."""

    id: int
    name: str
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Tag:
    """A label; `quotes` is how many quotes carry it."""

    id: int
    name: str
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that supports or contradicts a quote."""

    id: int
    link: str
    title: str
    note: str
    added: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSpeaker:
    """A speaker across articles; `aliases` are the other names that lead here.

    `quotes` is how many quotes it has, 0 where nobody counted (in a `Quote`).
    """

    id: int
    name: str
    kind: SpeakerKind
    role: str = ""
    country: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()
    made_by: MadeBy = MadeBy.DETECTOR
    quotes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article in the project. `duplicate_of` is the article whose story it repeats."""

    id: int
    article: Article
    imported: datetime
    text_hash: str
    original_hash: str | None
    outlet_id: int | None
    duplicate_of: int | None
    similarity: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One line in a list of articles: everything but the text."""

    id: int
    title: str
    outlet: str
    outlet_id: int | None
    author: str
    published: date | None
    link: str
    imported: datetime
    length: int
    quotes: int
    unreviewed: int
    quality: float
    warnings: tuple[str, ...]
    duplicate_of: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """One line of the table and of a sheet. `source` is the speaker as written."""

    id: int
    article_id: int
    parent: int | None
    quote: str
    speaker: str
    speaker_id: int | None
    kind: SpeakerKind | None
    role: str
    source: str
    cue: str
    cue_class: CueClass
    cue_lemma: str
    type: AttributionType
    status: Status
    verdict: str
    verdict_scale: str
    tags: tuple[str, ...]
    note: str
    evidence: int
    outlet: str
    outlet_id: int | None
    title: str
    author: str
    published: date | None
    link: str
    confidence: float
    rule: str
    content: tuple[Span, ...]
    cue_span: Span | None
    source_span: Span | None
    duplicate: bool
    made_by: MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Everything about one quote. Spans are places in its article's frozen text.

    `mention` is the speaker as the detector resolved it within the article, `speaker` the
    project's speaker that it was linked to.
    """

    id: int
    article_id: int
    parent: int | None
    type: AttributionType
    status: Status
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    quote: str
    cue_text: str
    source_text: str
    cue_class: CueClass
    cue_lemma: str
    mention: Speaker | None
    speaker: StoredSpeaker | None
    rule: str
    confidence: float
    made_by: MadeBy
    verdict: str
    verdict_scale: str
    note: str
    decided: datetime | None
    duplicate: bool
    tags: tuple[Tag, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of a project as it was at a moment; `bytes` is its size."""

    path: Path
    taken: datetime
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """How many quotes each value would show.

    Each facet is counted under all conditions but its own, so that with one outlet chosen the
    others still say what they would add; `total` counts under all of them.
    """

    total: int
    outlets: Mapping[int | None, int]
    speakers: Mapping[int | None, int]
    kinds: Mapping[SpeakerKind, int]
    types: Mapping[AttributionType, int]
    cue_classes: Mapping[CueClass, int]
    statuses: Mapping[Status, int]
    verdicts: Mapping[str, int]
    tags: Mapping[int, int]
    anonymous: Mapping[bool, int]
    duplicates: Mapping[bool, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an operation changed: `name` is its message key, `ids` the rows by kind.

    `created` are the ids of new rows in the order in which they were made. `skipped` maps the
    places, in an import's items, of articles that the project already had to their ids.
    """

    name: str = ""
    ids: Mapping[Kind, frozenset[int]] = field(default_factory=dict)
    created: Mapping[Kind, tuple[int, ...]] = field(default_factory=dict)
    skipped: Mapping[int, int] = field(default_factory=dict)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of rows that changed."""
        return frozenset(self.ids)

    def __bool__(self) -> bool:
        return bool(self.ids)
