"""Plain text: the whole file is the article; its first line is the title when it looks like one."""

from __future__ import annotations

from collections.abc import Iterator

from quotetrack.readers.base import Raw, ReadArticle, ReadOptions
from quotetrack.readers.decoding import decode

_LONGEST_TITLE = 160
_SENTENCE_ENDS = (".", "،", ",", ":", ";", "؛", "...")


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle]:
    """The one article of a text file."""
    decoded = decode(raw.data, encoding=options.encoding, declared=raw.charset, name=raw.name)
    yield article(decoded.text, decoded.encoding, decoded.quality, decoded.warnings)


def article(
    text: str, encoding: str = "", quality: float = 1.0, warnings: tuple[str, ...] = ()
) -> ReadArticle:
    """What a text without mark-up says about itself."""
    return ReadArticle(
        text=text, title=headline(text), encoding=encoding, quality=quality, warnings=warnings, titled=False
    )


def headline(text: str) -> str:
    """The first line of `text` when it reads like a headline, otherwise "".

    A headline is one short line of at least two words that ends in no full stop or comma and has
    a longer text after it.
    """
    first, _, rest = text.lstrip("\ufeff\r\n\t ").partition("\n")
    first = first.strip()
    words = len(first.split())
    if not 2 <= words <= 28 or len(first) > _LONGEST_TITLE or first.endswith(_SENTENCE_ENDS):
        return ""
    return first if len(rest.strip()) > len(first) else ""
