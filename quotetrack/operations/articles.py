"""Changing what is known about articles, and taking articles out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from quotetrack.operations import names
from quotetrack.operations.base import KEEP, Keep
from quotetrack.operations.removing import remove_quotes
from quotetrack.store import GoneError, Reading, RefusedError
from quotetrack.store.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class EditArticle:
    """Sets title, outlet, author, date or link of an article; fields left at KEEP stay as they are."""

    name: ClassVar[str] = "store.operation.edit_article"
    article: int
    title: str | Keep = KEEP
    outlet: str | Keep = KEEP
    author: str | Keep = KEEP
    published: date | Keep | None = KEEP
    link: str | Keep = KEEP

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the fields; the article's quotes follow."""
        reading.articles.get(self.article)
        values: dict[str, object] = {}
        for column, value in (("title", self.title), ("author", self.author), ("link", self.link)):
            if not isinstance(value, Keep):
                values[column] = value.strip()
        if not isinstance(self.published, Keep):
            values["published"] = None if self.published is None else self.published.isoformat()
        if not isinstance(self.outlet, Keep):
            values["outlet_id"] = names.outlet_id(writer, reading, self.outlet)
        writer.update("articles", (self.article,), values)


@dataclass(frozen=True, slots=True)
class DeleteArticles:
    """Takes articles out with their quotes; of a story told several times another telling stays first."""

    name: ClassVar[str] = "store.operation.delete_articles"
    articles: tuple[int, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Removes the articles, their quotes, and speakers that nobody else quotes or described."""
        ids = sorted(set(self.articles))
        found = {row.id for row in reading.articles.rows(ids)}
        if missing := set(ids) - found:
            raise GoneError("store.gone_article", id=min(missing))
        remove_quotes(writer, reading, reading.quotes.of_articles(ids), dismiss=False)
        for id_ in ids:
            heirs = [heir for heir in reading.articles.duplicates_of(id_) if heir not in found]
            if heirs:
                writer.update("articles", heirs[:1], {"duplicate_of": None, "similarity": None})
                writer.update("articles", heirs[1:], {"duplicate_of": heirs[0]})
        writer.delete("dismissed", reading.articles.dismissed_rows(ids))
        writer.delete("article_texts", ids)
        writer.delete("originals", ids)
        writer.delete("articles", ids)


@dataclass(frozen=True, slots=True)
class SetDuplicate:
    """An article tells the same story as another (`of`), or, with None, one of its own."""

    name: ClassVar[str] = "store.operation.set_duplicate"
    article: int
    of: int | None

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Notes it; who repeated the article now repeats the other one.

        Raises:
            RefusedError: an article cannot repeat itself.
        """
        article = reading.articles.get(self.article)
        first = None if self.of is None else reading.articles.get(self.of)
        original = None if first is None else first.duplicate_of or first.id
        if original == article.id:
            raise RefusedError("store.bad_duplicate")
        repeating = reading.articles.duplicates_of(article.id) if original is not None else ()
        writer.update("articles", (article.id, *repeating), {"duplicate_of": original, "similarity": None})
