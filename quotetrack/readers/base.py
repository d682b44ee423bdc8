"""What every reader takes and gives: the raw bytes, the options, the Protocol and its error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from quotetrack.article import OriginKind
from quotetrack.errors import QuotetrackError

MEGABYTE = 1 << 20


class ReadError(QuotetrackError):
    """Something could not be read; the message says what to do about it."""


class Format(StrEnum):
    """What kind of file the bytes are.

    PROGRAM is another program's document and PACKED another kind of archive, which nothing here reads.
    """

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    EPUB = "epub"
    ODT = "odt"
    RTF = "rtf"
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    FEED = "feed"
    EML = "eml"
    MHTML = "mhtml"
    ZIP = "zip"
    GZIP = "gzip"
    PROGRAM = "program"
    PACKED = "packed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a reader may swallow before it gives up with a reason."""

    file_bytes: int = 512 * MEGABYTE
    unpacked_bytes: int = 1024 * MEGABYTE
    member_bytes: int = 256 * MEGABYTE
    text_chars: int = 3_000_000
    members: int = 20_000
    seconds: float = 60.0
    memory_bytes: int = 1536 * MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user has said about the reading.

    `encoding` and `format` override what would be guessed. `columns` maps the fields of an
    article (title, text, outlet, author, published, link) to the columns of a table. `today` is
    the day from which «قبل ثلاثة أيام» counts, the day of reading when None. With `headline` the
    text of an article whose format knows its title begins with that title and an empty line.
    With `isolate` (the default) formats that need a parser are read in a child process. `stopped`
    is asked while a file is parsed or a page fetched; once it says so, that ends with a `ReadError`.
    """

    encoding: str | None = None
    format: Format | None = None
    columns: Mapping[str, str] | None = None
    today: date | None = None
    headline: bool = True
    keep_original: bool = False
    isolate: bool = True
    limits: Limits = Limits()
    stopped: Callable[[], bool] = field(default=lambda: False, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Bytes on their way to a reader, with what is known about them from outside.

    `charset` is what a web server or a mail header declared; `link` the address that they came
    from.
    """

    name: str
    data: bytes = field(repr=False)
    format: Format
    kind: OriginKind = OriginKind.FILE
    charset: str | None = None
    link: str = ""
    retrieved: datetime | None = None


class Reader(Protocol):
    """One format. Each reader module has a function `read` of this shape."""

    def __call__(self, raw: Raw, options: ReadOptions, /) -> Iterator[ReadArticle | ReadError]:
        """The articles in `raw`, in their order.

        One that cannot be read (a broken line of a table) is given as its error, and the next
        ones follow.

        Raises:
            ReadError: the bytes as a whole are not what they pretend to be.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """What a reader found, before its text is frozen.

    Plain data (it crosses a process border as JSON): the text may still have any line ends;
    `published` is an ISO date or ""; `pages` are the code-point offsets at which pages begin.
    """

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    link: str = ""
    name: str = ""
    encoding: str = ""
    quality: float = 1.0
    warnings: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    titled: bool = True
