"""What the queue says: items before, results after, progress between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quotetrack.errors import QuotetrackError


class Outcome(StrEnum):
    """How it went with one article or file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What the user has decided about one item, beyond what holds for the whole queue."""

    encoding: str | None = None
    columns: Mapping[str, str] | None = None
    left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One source before it is imported.

    `format` and `size` (bytes; 0 for an address) are known at once; the rest after
    `ImportQueue.look`, until when `articles` is None. `quality` is the lowest of its articles,
    `warned` how many of them have `warnings`, `duplicates` how many of them the project has
    already (or the queue, further up), `first` the title of the first, `error` why nothing can be
    read. `duplicate_of` is the first such article's id in the project; where it is further up in
    the queue, `same_as` is the name of its item. `parts` are the members of an archive, whose
    names begin with the archive's.
    """

    name: str
    format: str = ""
    size: int = 0
    encoding: str = ""
    quality: float = 1.0
    warnings: tuple[str, ...] = ()
    warned: int = 0
    articles: int | None = None
    duplicates: int = 0
    duplicate_of: int | None = None
    same_as: str = ""
    failures: int = 0
    first: str = ""
    error: QuotetrackError | None = None
    parts: tuple[Item, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it before it comes in."""
        return bool(self.error or self.failures or self.duplicates or self.warnings or self.articles is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How it went with one article, or with a file or row that gave none.

    `article` is its id in the project, `duplicate_of` the id of the article with the same text,
    title and outlet that was there before.
    """

    name: str
    outcome: Outcome
    format: str = ""
    size: int = 0
    encoding: str = ""
    quality: float = 1.0
    warnings: tuple[str, ...] = ()
    title: str = ""
    outlet: str = ""
    published: date | None = None
    link: str = ""
    article: int | None = None
    duplicate_of: int | None = None
    quotes: int = 0
    error: QuotetrackError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the queue is. `done` of `expected` articles and failures; `expected` grows as files open."""

    name: str
    done: int
    expected: int
    imported: int = 0
    duplicates: int = 0
    failed: int = 0
    quotes: int = 0
