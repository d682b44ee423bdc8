"""Readers: files, pages, mails and tables become articles with a frozen text.

`read` takes a path, bytes or a pasted string and gives `Article` records; trouble is a
`ReadError`, whose message says what to do. `read_text` gives a text file's characters untouched.
"""

from quotetrack.readers.base import Format, Limits, Raw, ReadError, ReadOptions
from quotetrack.readers.containers import unpack
from quotetrack.readers.decoding import ENCODINGS, Decoded, Preview, label, previews
from quotetrack.readers.feed import FeedEntry
from quotetrack.readers.formats import sniff, suffixes
from quotetrack.readers.reading import (
    load,
    read,
    read_bytes,
    read_clipboard,
    read_each,
    read_feed,
    read_raw,
    read_table,
    read_text,
    table_of,
)
from quotetrack.readers.tables import FIELDS, Table

__all__ = [
    "ENCODINGS",
    "FIELDS",
    "Decoded",
    "FeedEntry",
    "Format",
    "Limits",
    "Preview",
    "Raw",
    "ReadError",
    "ReadOptions",
    "Table",
    "label",
    "load",
    "previews",
    "read",
    "read_bytes",
    "read_clipboard",
    "read_each",
    "read_feed",
    "read_raw",
    "read_table",
    "read_text",
    "sniff",
    "suffixes",
    "table_of",
    "unpack",
]
