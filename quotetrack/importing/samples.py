"""How an item begins, and what of its reading a person may choose, before it is imported."""

from __future__ import annotations

from dataclasses import dataclass

from quotetrack.article import Article
from quotetrack.errors import QuotetrackError
from quotetrack.importing.sources import OptionsOf, Source, opened, parts
from quotetrack.readers import Format, Preview, Raw, ReadError, Table, previews, read_raw, table_of

_LENGTH = 1200
_ENCODED = frozenset(
    {
        Format.TEXT,
        Format.MARKDOWN,
        Format.HTML,
        Format.CSV,
        Format.JSONL,
        Format.RTF,
        Format.EML,
        Format.MHTML,
    }
)
_TABLES = frozenset({Format.CSV, Format.XLSX, Format.JSONL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The beginning of the first article as it will be read, or why it cannot be.

    `encodings` show the same bytes in each encoding, the likeliest first, where one may be chosen;
    `table` is the head of a table, whose columns may be matched by hand.
    """

    text: str = ""
    encodings: tuple[Preview, ...] = ()
    table: Table | None = None
    error: QuotetrackError | None = None


def sample_of(source: Source, item: str, name: str, options_of: OptionsOf) -> Sample:
    """The sample of the part called `name` of the source whose item is called `item`."""
    options = options_of(item)
    if options is None:
        return Sample()
    try:
        made = opened(source, options)
        if isinstance(made, Article):
            return Sample(text=made.text[:_LENGTH])
        # Of an archive itself the first member is shown.
        for member, key in parts(made, item, options):
            if name in {key, item}:
                return Sample(error=member) if isinstance(member, ReadError) else _of(member, key, options_of)
    except ReadError as error:
        return Sample(error=error)
    return Sample()


def _of(member: Raw, key: str, options_of: OptionsOf) -> Sample:
    options = options_of(key)
    if options is None:
        return Sample()
    encodings = tuple(previews(member.data, _LENGTH)) if member.format in _ENCODED else ()
    first = next(iter(read_raw(member, options)), None)
    try:
        table = table_of(member, options) if member.format in _TABLES else None
    except ReadError as error:
        return Sample(encodings=encodings, error=error)
    if isinstance(first, Article):
        return Sample(text=first.text[:_LENGTH], encodings=encodings, table=table)
    return Sample(encodings=encodings, table=table, error=first)
