"""Changing what is known about articles, and taking articles out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from quotetrack.operations import names
from quotetrack.store import Reading
from quotetrack.store.writer import Writer


class _Keep:
    """What a field of `EditArticle` says that stays as it is."""


KEEP: Final = _Keep()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditArticle:
    """Sets title, outlet, author, date or link of an article; fields left at KEEP stay as they are."""

    article: int
    title: str | _Keep = KEEP
    outlet: str | _Keep = KEEP
    author: str | _Keep = KEEP
    published: date | _Keep | None = KEEP
    link: str | _Keep = KEEP

    @property
    def name(self) -> str:
        """The message key of the operation's name."""
        return "store.operation.edit_article"

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the fields; the article's quotes follow."""
        reading.articles.get(self.article)
        values: dict[str, object] = {}
        for column, value in (("title", self.title), ("author", self.author), ("link", self.link)):
            if not isinstance(value, _Keep):
                values[column] = value.strip()
        if not isinstance(self.published, _Keep):
            values["published"] = None if self.published is None else self.published.isoformat()
        if not isinstance(self.outlet, _Keep):
            values["outlet_id"] = names.outlet_id(writer, reading, self.outlet)
        writer.update("articles", (self.article,), values)
