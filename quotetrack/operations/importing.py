"""Bringing articles in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import ClassVar

from quotetrack.article import Article
from quotetrack.detection.records import Attribution
from quotetrack.operations import names
from quotetrack.operations.base import now
from quotetrack.operations.linking import Linker
from quotetrack.operations.repeats import Repeat, Repeats
from quotetrack.operations.rows import QUOTE_COLUMNS, quote_values
from quotetrack.store import Reading
from quotetrack.store.articles import packed_original, text_hash
from quotetrack.store.documents import fold_all
from quotetrack.store.errors import RefusedError
from quotetrack.store.writer import Writer

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
    "pages",
    "length",
    "duplicate_of",
    "similarity",
)


@dataclass(frozen=True, slots=True)
class _Fresh:
    """An article that the project does not have yet, with the id that it will get."""

    id: int
    article: Article
    found: Sequence[Attribution]
    hash: str
    repeat: Repeat | None


@dataclass(frozen=True, slots=True)
class ImportArticles:
    """Adds articles with what was detected in them.

    An article that tells the story of another (the same wire report in another outlet) is added and
    marked as its duplicate.

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
        named = dict.fromkeys(one.article.outlet for one in fresh)
        outlets = {name: names.outlet_id(writer, reading, name) for name in named}
        self._add_articles(writer, fresh, outlets)
        linker = Linker(writer, reading)
        rows: list[tuple[object, ...]] = []
        first = writer.next_id("quotes")
        for one in fresh:
            outlet = outlets[one.article.outlet]
            place = (one.id, outlet, one.article.published, one.repeat is not None)
            base = first + len(rows)
            rows.extend(
                quote_values(one.article.text, place, found, base, linker.link(found, outlet))
                for found in one.found
            )
        linker.finish()
        writer.insert("quotes", QUOTE_COLUMNS, rows)

    def _add_articles(
        self, writer: Writer, fresh: Sequence[_Fresh], outlets: Mapping[str, int | None]
    ) -> None:
        imported = now()
        rows = [_article_values(one, outlets[one.article.outlet], imported) for one in fresh]
        writer.insert("articles", _ARTICLE_COLUMNS, rows)
        texts = [(one.id, one.article.text) for one in fresh]
        writer.insert_owned("article_texts", ("article_id", "text"), texts)
        originals = [(one.id, one.article.origin.original) for one in fresh]
        packed = [(id_, packed_original(data)) for id_, data in originals if data is not None]
        writer.insert_owned("originals", ("article_id", "packed"), packed)

    def _fresh(self, writer: Writer, reading: Reading) -> list[_Fresh]:
        hashes = [_hash(article) for article, _ in self.items]
        folded = fold_all(
            [part for article, _ in self.items for part in (article.title, article.outlet, article.text)]
        )
        known: dict[tuple[str, ...], int] = {} if self.repeats else reading.articles.same(hashes)
        writer.know_folds({article.text: folded[at * 3 + 2] for at, (article, _) in enumerate(self.items)})
        repeats = Repeats(reading, list(zip(folded[2::3], hashes, strict=True)))
        following = count(writer.next_id("articles"))
        fresh: list[_Fresh] = []
        for at, ((article, found), hash_) in enumerate(zip(self.items, hashes, strict=True)):
            title, outlet, text = folded[at * 3 : at * 3 + 3]
            identity = (hash_, title, " ".join(outlet.split()))
            if identity in known:
                writer.skipped[at] = known[identity]
                continue
            id_ = next(following)
            if not self.repeats:
                known[identity] = id_
            fresh.append(_Fresh(id_, article, found, hash_, repeats.of(id_, text, hash_)))
        return fresh


def _hash(article: Article) -> str:
    try:
        article.text.encode()
        article.title.encode()
    except UnicodeEncodeError as error:
        raise RefusedError("store.not_text", name=article.origin.name or article.title[:60]) from error
    return text_hash(article.text)


def _article_values(one: _Fresh, outlet: int | None, imported: str) -> tuple[object, ...]:
    article = one.article
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
        one.hash,
        None if origin.original is None else hashlib.sha256(origin.original).hexdigest(),
        json.dumps(article.pages),
        len(article.text),
        one.repeat and one.repeat.of,
        one.repeat and one.repeat.similarity,
    )
