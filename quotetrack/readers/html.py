"""HTML pages: trafilatura finds the text among menus, and the title, outlet, author and date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.decoding import decode
from quotetrack.readers.links import site, web_address

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_HEAD = 8192


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The one article of a page."""
    declared = raw.charset or declared_charset(raw.data)
    decoded = decode(raw.data, encoding=options.encoding, declared=declared, name=raw.name)
    yield article(decoded.text, raw, decoded.encoding, decoded.quality, decoded.warnings)


def declared_charset(data: bytes) -> str | None:
    """The encoding that the page's own head declares."""
    found = _META_CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii", errors="ignore") if found else None


def article(
    page: str, raw: Raw, encoding: str = "", quality: float = 1.0, warnings: tuple[str, ...] = ()
) -> ReadArticle:
    """What is worth reading in `page`.

    Raises:
        ReadError: the page holds no running text.
    """
    # Half a second that plain text need not wait for.
    import trafilatura  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    found = trafilatura.bare_extraction(
        page.removeprefix("\ufeff"),
        url=raw.link or None,
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        with_metadata=True,
    )
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise ReadError("readers.no_article", name=raw.name)
    link = found.url or raw.link
    return ReadArticle(
        text=without_title(found.text or "", found.title or ""),
        title=found.title or "",
        outlet=found.sitename or site(link),
        author=found.author or "",
        published=found.date or "",
        link=web_address(link),
        encoding=encoding,
        quality=quality,
        warnings=warnings,
    )


def without_title(text: str, title: str) -> str:
    """`text` without its first line where that repeats `title`."""
    first, _, rest = text.partition("\n")
    return rest.lstrip() if title and first.split() == title.split() else text
