"""Bringing articles in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from quotetrack.article import Article
from quotetrack.detection.records import Attribution
from quotetrack.operations import names
from quotetrack.operations.base import now
from quotetrack.operations.linking import Linker
from quotetrack.operations.rows import QUOTE_COLUMNS, quote_values
from quotetrack.store import Reading
from quotetrack.store.articles import text_hash
from quotetrack.store.errors import RefusedError
from quotetrack.store.writer import Writer
from quotetrack.text import fold

_ARTICLE_COLUMNS = (
    "title",
    "outlet_id",
    "author",
    "published",
    "link",
    "imported",
    "origin_kind",
    "origin_name",
    "origin_format",
    "origin_encoding",
    "origin_retrieved",
    "quality",
    "warnings",
    "text_hash",
    "original_hash",
    "length",
)


@dataclass(frozen=True, slots=True)
class ImportArticles:
    """Adds articles with what was detected in them.

    An article that the project has already (same text, title and outlet) is left out and reported
    in `Changes.skipped`; `repeats` adds it all the same.
    """

    name: ClassVar[str] = "store.operation.import_articles"
    items: Sequence[tuple[Article, Sequence[Attribution]]]
    repeats: bool = False

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Adds the articles, their speakers and their quotes."""
        fresh = self._fresh(writer, reading)
        if not fresh:
            return
        outlets = {
            name: names.outlet_id(writer, reading, name) for name in {item[0].outlet for item, _ in fresh}
        }
        imported = now()
        articles = writer.insert(
            "articles",
            _ARTICLE_COLUMNS,
            [
                _article_values(article, hash_, outlets[article.outlet], imported)
                for (article, _), hash_ in fresh
            ],
        )
        writer.insert_owned(
            "article_texts",
            ("article_id", "text"),
            [(id_, article.text) for id_, ((article, _), _) in zip(articles, fresh, strict=True)],
        )
        linker = Linker(writer, reading)
        linker.link([(article.outlet, found) for (article, found), _ in fresh])
        rows: list[tuple[object, ...]] = []
        first = writer.next_id("quotes")
        for id_, ((article, found), _) in zip(articles, fresh, strict=True):
            place = (id_, outlets[article.outlet], article.published, False)
            base = first + len(rows)
            rows.extend(quote_values(article.text, place, one, base, linker.speaker_of(one)) for one in found)
        writer.insert("quotes", QUOTE_COLUMNS, rows)

    def _fresh(
        self, writer: Writer, reading: Reading
    ) -> list[tuple[tuple[Article, Sequence[Attribution]], str]]:
        hashes = [_hash(article) for article, _ in self.items]
        known = {} if self.repeats else reading.articles.same(hashes)
        fresh: list[tuple[tuple[Article, Sequence[Attribution]], str]] = []
        for at, (item, hash_) in enumerate(zip(self.items, hashes, strict=True)):
            identity = (hash_, fold(item[0].title), fold(" ".join(item[0].outlet.split())))
            if identity in known:
                writer.skipped[at] = known[identity]
                continue
            if not self.repeats:
                known[identity] = writer.next_id("articles") + len(fresh)
            fresh.append((item, hash_))
        return fresh


def _hash(article: Article) -> str:
    try:
        article.text.encode()
        article.title.encode()
    except UnicodeEncodeError as error:
        raise RefusedError("store.not_text", name=article.origin.name or article.title[:60]) from error
    return text_hash(article.text)


def _article_values(article: Article, hash_: str, outlet: int | None, imported: str) -> tuple[object, ...]:
    origin = article.origin
    return (
        article.title,
        outlet,
        article.author,
        None if article.published is None else article.published.isoformat(),
        article.link,
        imported,
        origin.kind.value,
        origin.name,
        origin.format,
        origin.encoding,
        None if origin.retrieved is None else origin.retrieved.isoformat(),
        origin.quality,
        json.dumps(origin.warnings, ensure_ascii=False),
        hash_,
        None if origin.original is None else hashlib.sha256(origin.original).hexdigest(),
        len(article.text),
    )
