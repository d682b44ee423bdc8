"""RSS and Atom: a list of what an outlet has published, to be ticked; pages are fetched one by one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.dates import parse_date
from quotetrack.readers.markup import plain_text

_DECLARES = re.compile(rb"<!\s*(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)
_SUMMARY = "readers.warning.summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One line of the list. `whole` says that the feed itself carries the whole article."""

    title: str
    link: str = ""
    outlet: str = ""
    published: date | None = None
    summary: str = ""
    whole: bool = False


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The entries of a feed with the text that it carries itself; nothing is fetched."""
    import feedparser  # noqa: PLC0415

    if _DECLARES.search(raw.data.replace(b"\0", b"")):
        raise ReadError("readers.unsafe", name=raw.name)
    headers = {"content-type": f"application/xml; charset={raw.charset}"} if raw.charset else {}
    # A stream: feedparser would take a string for an address and fetch it.
    found = feedparser.parse(io.BytesIO(raw.data), response_headers=headers)
    if not found.entries:
        raise ReadError("readers.no_entries", name=raw.name)
    outlet = str(found.feed.get("title", ""))
    for entry in found.entries:
        yield _article(entry, outlet, options)


def _article(entry: Any, outlet: str, options: ReadOptions) -> ReadArticle:
    contents = [str(part.get("value", "")) for part in entry.get("content", ())]
    html = max([*contents, str(entry.get("summary", ""))], key=len)
    made = entry.get("published_parsed") or entry.get("updated_parsed")
    day = date(*made[:3]) if made else parse_date(str(entry.get("published", "")), options.today)
    link = str(entry.get("link", ""))
    return ReadArticle(
        text=plain_text(html)[0],
        title=str(entry.get("title", "")),
        outlet=outlet,
        author=str(entry.get("author", "")),
        published=day.isoformat() if day else "",
        link=link if urlsplit(link).scheme in {"http", "https"} else "",
        name=link or str(entry.get("title", "")),
        warnings=() if contents else (_SUMMARY,),
    )


def entries(found: list[ReadArticle | ReadError]) -> list[FeedEntry]:
    """The list to tick."""
    return [
        FeedEntry(
            title=one.title or one.link,
            link=one.link,
            outlet=one.outlet,
            published=date.fromisoformat(one.published) if one.published else None,
            summary=one.text[:500],
            whole=_SUMMARY not in one.warnings,
        )
        for one in found
        if isinstance(one, ReadArticle)
    ]
