"""The article as it walks from a reader to the detector and into the store."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class OriginKind(StrEnum):
    """How an article came in."""

    FILE = "file"
    WEB = "web"
    CLIPBOARD = "clipboard"
    FEED = "feed"
    TABLE = "table"
    MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an article came from, and how its characters were read.

    `name` is a file name, an address or a label; `quality` is 1.0 for text that needed no
    guessing and falls with every sign that an extraction lost something; `warnings` are message
    keys (see `quotetrack.messages`) that a reader wants a person to see.
    """

    kind: OriginKind
    name: str = ""
    format: str = ""
    encoding: str = ""
    retrieved: datetime | None = None
    original: bytes | None = field(default=None, repr=False)
    quality: float = 1.0
    warnings: tuple[str, ...] = ()


def page_at(pages: Sequence[int], place: int) -> int | None:
    """The page, counted from 1, on which the code point at `place` stands; None without pages."""
    return max(1, bisect_right(pages, place)) if pages else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with its text frozen: every offset in the program counts its code points.

    A reader that changes a character (a line end, a NUL) does it before it makes the article;
    after that nobody does. `title` may be "" when nothing in it reads like a headline; where there
    is one, `text` begins with it. `pages` are the code points at which the pages of a paged
    document begin.
    """

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None
    link: str = ""
    pages: tuple[int, ...] = ()
    origin: Origin = Origin(kind=OriginKind.CLIPBOARD)
