"""Plain text: the whole file is the article, and its first and last lines say what they can of it."""

from __future__ import annotations

from collections.abc import Iterator

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.bylines import particulars
from quotetrack.readers.decoding import Decoded, decode


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The one article of a text file."""
    decoded = decode(raw.data, encoding=options.encoding, declared=raw.charset, name=raw.name)
    yield article(decoded, options)


def article(decoded: Decoded, options: ReadOptions) -> ReadArticle:
    """A text without mark-up, whole, with what it says about itself."""
    found = particulars(decoded.text, options.today)
    return ReadArticle(
        text=decoded.text,
        title=found.title,
        outlet=found.outlet,
        author=found.author,
        published=found.published,
        link=found.link,
        encoding=decoded.encoding,
        quality=decoded.quality,
        warnings=decoded.warnings,
        titled=False,
    )
