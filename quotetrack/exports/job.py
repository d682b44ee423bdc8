"""What a format's writer is handed, and what it is asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from quotetrack.exports.columns import COLUMNS, Column
from quotetrack.exports.sheet import Sheet
from quotetrack.figures import Figures
from quotetrack.messages import Language, message


class Group(StrEnum):
    """What a document's quotes are gathered under."""

    SPEAKER = "speaker"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a sheet is to look.

    `columns` are keys of `columns.BY_KEY`, none meaning those that suit the format; formats with a
    form of their own take no notice of them. `figures` are for what people read (documents and web
    pages); tables and data keep 2024-02-29 and 0.93. `bom` and `guard` are for CSV alone.
    `publisher` is who reviews the claims (ClaimReview).
    """

    language: Language = "ar"
    columns: tuple[str, ...] = ()
    group: Group = Group.SPEAKER
    figures: Figures = field(default_factory=Figures)
    title: str = ""
    publisher: str = ""
    bom: bool = True
    guard: bool = True
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """One export: its quotes, its columns and its options.

    Writers count in `notes` what a person should hear of: message keys under `exports.note`; in
    `left_out` under the same keys the quotes that they took and did not write.
    """

    sheet: Sheet
    options: Options = field(default_factory=Options)
    columns: tuple[Column, ...] = COLUMNS
    made: datetime = field(default_factory=lambda: datetime.now(UTC))
    notes: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def language(self) -> Language:
        """The language of headers and names."""
        return self.options.language

    @property
    def title(self) -> str:
        """The document's title."""
        return self.options.title or self.say("title")

    def day(self, when: date) -> str:
        """A date in words, as the reader of a document wants it."""
        return self.options.figures.day(when, self.language)

    def say(self, key: str, /, **values: object) -> str:
        """A message of the exports in the sheet's language."""
        return message(f"exports.{key}", self.language, **values)
