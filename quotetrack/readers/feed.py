"""RSS and Atom: a list of what an outlet has published, to be ticked; pages are fetched one by one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.dates import parse_date
from quotetrack.readers.hostile import declares_entities
from quotetrack.readers.links import web_address
from quotetrack.readers.markup import plain_text

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

    if declares_entities(raw.data):
        raise ReadError("readers.unsafe", name=raw.name)
    headers = {"content-type": f"application/xml; charset={raw.charset}"} if raw.charset else {}
    # A stream: feedparser would take a string for an address and fetch it.
    found = feedparser.parse(io.BytesIO(raw.data), response_headers=headers)
    if not found.entries:
        raise ReadError("readers.no_entries", name=raw.name)
    outlet = _words(found.feed, "title")
    base = raw.link or str(found.feed.get("link", ""))
    for entry in found.entries:
        yield _article(entry, outlet, base, options)


def _words(part: Any, name: str) -> str:
    """A field without its mark-up, if it has any, as one line."""
    text = str(part.get(name, ""))
    if part.get(f"{name}_detail", {}).get("type") != "text/plain":
        text = plain_text(text)[0]
    return " ".join(text.split())


def _article(entry: Any, outlet: str, base: str, options: ReadOptions) -> ReadArticle:
    contents = [str(part.get("value", "")) for part in entry.get("content", ())]
    html = max([*contents, str(entry.get("summary", ""))], key=len)
    made = entry.get("published_parsed") or entry.get("updated_parsed")
    day = date(*made[:3]) if made else parse_date(str(entry.get("published", "")), options.today)
    title, link = _words(entry, "title"), web_address(str(entry.get("link", "")), base)
    return ReadArticle(
        text=plain_text(html)[0],
        title=title,
        outlet=outlet,
        author=str(entry.get("author", "")),
        published=day.isoformat() if day else "",
        link=link,
        name=link or title,
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
