"""Readers: files, pages, mails and tables become articles with a frozen text.

`read` takes a path, bytes or a pasted string and gives `Article` records; trouble is a
`ReadError`, whose message says what to do. `read_text` gives a text file's characters untouched.
"""

from quotetrack.readers.base import Format, Limits, ReadError, ReadOptions
from quotetrack.readers.decoding import ENCODINGS, Decoded, Preview, previews
from quotetrack.readers.formats import suffixes
from quotetrack.readers.reading import (
    load,
    read,
    read_bytes,
    read_clipboard,
    read_each,
    read_table,
    read_text,
)

__all__ = [
    "ENCODINGS",
    "Decoded",
    "Format",
    "Limits",
    "Preview",
    "ReadError",
    "ReadOptions",
    "load",
    "previews",
    "read",
    "read_bytes",
    "read_clipboard",
    "read_each",
    "read_table",
    "read_text",
    "suffixes",
]
