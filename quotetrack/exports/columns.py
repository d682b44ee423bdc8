"""What the columns of a quote sheet are, said once for every format and for the preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from quotetrack.exports.records import SheetQuote
from quotetrack.messages import Language, message

Cell = str | int | float | date | None


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    NUMBER = auto()
    SHARE = auto()
    DATE = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in presets and options, what it holds, its width in characters."""

    key: str
    value: Callable[[SheetQuote, Language], Cell]
    kind: Kind = Kind.TEXT
    width: int = 16

    def header(self, language: Language) -> str:
        """Its name in the user's language."""
        return message(f"exports.column.{self.key}", language)


def type_name(quote: SheetQuote, language: Language) -> str:
    """The quotation type in the user's language."""
    return message(f"exports.type.{quote.type.value}", language)


def kind_name(quote: SheetQuote, language: Language) -> str:
    """What the speaker is, in the user's language; "" where there is none."""
    kind = quote.speaker_kind
    return message(f"exports.kind.{kind.value}", language) if kind else ""


def cue_class_name(quote: SheetQuote, language: Language) -> str:
    """What the cue says about the act of speaking, in the user's language."""
    return message(f"exports.cue_class.{quote.cue_class.value}", language)


def status_name(quote: SheetQuote, language: Language) -> str:
    """What a person has decided about the quote, in the user's language."""
    return message(f"exports.status.{quote.status.value}", language)


def _evidence(quote: SheetQuote, _: Language) -> str:
    return "\n".join(
        " ".join(filter(None, (piece.title, piece.link, piece.note))) for piece in quote.evidence
    )


COLUMNS: tuple[Column, ...] = (
    Column("quote", lambda q, _: q.quote, width=60),
    Column("speaker", lambda q, _: q.speaker, width=24),
    Column("speaker_as_written", lambda q, _: q.source_text, width=24),
    Column("speaker_role", lambda q, _: q.speaker_role, width=24),
    Column("speaker_kind", kind_name, width=12),
    Column("cue", lambda q, _: q.cue_text, width=12),
    Column("cue_class", cue_class_name, width=12),
    Column("type", type_name, width=12),
    Column("status", status_name, width=12),
    Column("verdict", lambda q, _: q.verdict, width=16),
    Column("confidence", lambda q, _: round(q.confidence, 4), Kind.SHARE, width=8),
    Column("outlet", lambda q, _: q.article.outlet, width=18),
    Column("title", lambda q, _: q.article.title, width=40),
    Column("author", lambda q, _: q.article.author, width=18),
    Column("date", lambda q, _: q.article.published, Kind.DATE, width=12),
    Column("link", lambda q, _: q.article.link, Kind.LINK, width=30),
    Column("page", lambda q, _: q.page, Kind.NUMBER, width=8),
    Column("start", lambda q, _: q.start, Kind.NUMBER, width=8),
    Column("end", lambda q, _: q.end, Kind.NUMBER, width=8),
    Column("before", lambda q, _: q.before, width=40),
    Column("after", lambda q, _: q.after, width=40),
    Column("note", lambda q, _: q.note, width=30),
    Column("tags", lambda q, language: ("، " if language == "ar" else ", ").join(q.tags), width=18),
    Column("evidence", _evidence, width=30),
    Column("rule", lambda q, _: q.rule, width=16),
    Column("file", lambda q, _: q.article.name, width=24),
    Column("article", lambda q, _: q.article.id, Kind.NUMBER, width=8),
    Column("id", lambda q, _: q.id, Kind.NUMBER, width=8),
    Column("parent", lambda q, _: q.parent, Kind.NUMBER, width=8),
)

BY_KEY = {column.key: column for column in COLUMNS}

PRESETS: dict[str, tuple[str, ...]] = {
    "full": tuple(BY_KEY),
    "desk": (
        "quote", "speaker", "speaker_role", "type", "outlet", "title", "date", "link", "page", "status",
        "note",
    ),
    "check": (
        "quote", "speaker", "speaker_as_written", "cue", "type", "status", "verdict", "evidence",
        "note", "tags", "outlet", "date", "link", "page", "before", "after",
    ),
    "research": (
        "id", "article", "parent", "type", "cue_class", "cue", "speaker", "speaker_kind", "speaker_role",
        "quote", "page", "start", "end", "confidence", "rule", "outlet", "date", "status",
    ),
}  # fmt: skip
"""Choices of columns by name; "full" has them all, in the order of `COLUMNS`."""


def chosen(keys: Sequence[str]) -> tuple[Column, ...]:
    """The columns with these keys, in this order.

    Raises:
        KeyError: no such column.
    """
    return tuple(BY_KEY[key] for key in keys)


def cell_text(cell: Cell) -> str:
    """A cell as text: dates as ISO 8601, nothing as ""."""
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
