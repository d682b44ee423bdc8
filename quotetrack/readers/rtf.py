"""RTF through striprtf; Arabic stands in it as Windows-1256 bytes or as Unicode numbers."""

from __future__ import annotations

from collections.abc import Iterator

from quotetrack.readers.base import Raw, ReadArticle, ReadError, ReadOptions
from quotetrack.readers.decoding import Decoded
from quotetrack.readers.text import article


def read(raw: Raw, options: ReadOptions) -> Iterator[ReadArticle | ReadError]:
    """The one article of a document."""
    from striprtf import striprtf  # noqa: PLC0415

    source = raw.data.decode("latin-1")
    # The package carries no types.
    text: str = striprtf.rtf_to_text(source, encoding=options.encoding or "cp1256", errors="replace")  # type: ignore[no-untyped-call]
    yield article(Decoded(text, options.encoding or "cp1256"), options)
