"""The forms in which a sheet leaves the program."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import cast

from quotetrack.messages import Language, message


class Shape(Enum):
    """What a format's writer writes to."""

    TEXT = auto()
    BYTES = auto()
    FOLDER = auto()


class Format(StrEnum):
    """A form of export, by the name that options and presets use."""

    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"
    PDF = "pdf"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    CLAIM = "claim"
    CLAIM_REVIEW = "claimreview"
    QDPX = "qdpx"
    CITRON = "citron"
    GOLD = "gold"

    @property
    def form(self) -> Form:
        """What is to be known about it."""
        return FORMS[self]

    def label(self, language: Language) -> str:
        """Its name in the user's language."""
        return message(f"exports.format.{self.value}", language)


@dataclass(frozen=True, slots=True)
class Form:
    """A format's file ending, its writer ("module:function"), and which options it heeds.

    `preset` names the columns that it has unless others are asked for; "" is a form of its own.
    `articles` says that it has whole articles with all that is said in them.
    """

    suffix: str
    shape: Shape
    writer: str
    preset: str = ""
    grouped: bool = False
    articles: bool = False

    def load(self) -> Callable[..., None]:
        """The writer; its library is imported only now."""
        return cast("Callable[..., None]", pkgutil.resolve_name(f"quotetrack.exports.{self.writer}"))


FORMS: dict[Format, Form] = {
    Format.CSV: Form(".csv", Shape.TEXT, "delimited:write_csv", "full"),
    Format.XLSX: Form(".xlsx", Shape.BYTES, "spreadsheet:write_xlsx", "full"),
    Format.DOCX: Form(".docx", Shape.BYTES, "word:write_docx", "desk", grouped=True),
    Format.PDF: Form(".pdf", Shape.BYTES, "pdf:write_pdf", "desk", grouped=True),
    Format.MARKDOWN: Form(".md", Shape.TEXT, "markdown:write_markdown", "desk", grouped=True),
    Format.HTML: Form(".html", Shape.TEXT, "webpage:write_html", articles=True),
    Format.JSON: Form(".json", Shape.TEXT, "jsonlines:write_json", articles=True),
    Format.JSONL: Form(".jsonl", Shape.TEXT, "jsonlines:write_jsonl", articles=True),
    Format.CLAIM: Form(".jsonld", Shape.TEXT, "claims:write_claims"),
    Format.CLAIM_REVIEW: Form(".jsonld", Shape.TEXT, "claims:write_claim_reviews"),
    Format.QDPX: Form(".qdpx", Shape.BYTES, "refi:write_qdpx", articles=True),
    Format.CITRON: Form("", Shape.FOLDER, "citron:write_citron", articles=True),
    Format.GOLD: Form("", Shape.FOLDER, "gold:write_gold", articles=True),
}


def of_suffix(suffix: str) -> Format | None:
    """The first format whose files end like this."""
    return next((key for key, form in FORMS.items() if form.suffix and form.suffix == suffix.lower()), None)
