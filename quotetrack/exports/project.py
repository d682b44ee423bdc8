"""The sheet of a project: quotes read page by page, however many there are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from quotetrack.exports.records import Evidence, SheetArticle, SheetQuote
from quotetrack.exports.sheet import ByArticle, BySpeaker, speaker_order, text_order
from quotetrack.filters import QuoteFilter
from quotetrack.store import QuoteRow, Reading, Sort, StoredArticle

PAGE = 500
_ARTICLES_KEPT = 200


class ProjectSheet:
    """The quotes `ids` of a project, in this order; ids that are gone by now are left out."""

    def __init__(self, reading: Reading, ids: Sequence[int]) -> None:
        self._reading = reading
        self._ids = ids
        self._article = lru_cache(_ARTICLES_KEPT)(self._read_article)

    def __len__(self) -> int:
        return len(self._ids)

    def quotes(self) -> Iterator[SheetQuote]:
        """The quotes in the order of `ids`."""
        return self._read(self._ids)

    def by_article(self) -> ByArticle:
        """Each article with its quotes in text order."""
        groups: dict[int, array[int]] = {}
        for row in self._rows(self._ids):
            groups.setdefault(row.article_id, array("q")).append(row.id)
        for ids in groups.values():
            quotes = sorted(self._read(ids), key=text_order)
            if quotes:
                yield quotes[0].article, quotes

    def by_speaker(self) -> BySpeaker:
        """Each speaker's first quote and all quotes; a name of two speakers is two groups."""
        groups: dict[tuple[str | None, int | None], array[int]] = {}
        for row in self._rows(self._ids):
            groups.setdefault((row.speaker or None, row.speaker_id), array("q")).append(row.id)
        for key in sorted(groups, key=lambda key: (speaker_order(key[0]), key[1] or 0)):
            for first in self._read(groups[key][:1]):
                yield first, self._read(groups[key])

    def whole(self, article: SheetArticle) -> list[SheetQuote]:
        """All quotes of an article, also those that the sheet leaves out."""
        assert article.id is not None
        wanted = QuoteFilter(articles=frozenset({article.id}))
        return sorted(self._read(self._reading.quotes.ids(wanted, Sort())), key=text_order)

    def _rows(self, ids: Sequence[int]) -> Iterator[QuoteRow]:
        for start in range(0, len(ids), PAGE):
            yield from self._reading.quotes.rows(ids[start : start + PAGE])

    def _read(self, ids: Sequence[int]) -> Iterator[SheetQuote]:
        for start in range(0, len(ids), PAGE):
            rows = self._reading.quotes.rows(ids[start : start + PAGE])
            evidence = self._evidence(row.id for row in rows if row.evidence)
            for row in rows:
                yield _quote(row, self._article(row.article_id), evidence.get(row.id, ()))

    def _evidence(self, ids: Iterable[int]) -> dict[int, tuple[Evidence, ...]]:
        return {
            quote.id: tuple(Evidence(link=e.link, title=e.title, note=e.note) for e in quote.evidence)
            for quote in self._reading.quotes.many(list(ids))
        }

    def _read_article(self, id_: int) -> SheetArticle:
        return sheet_article(self._reading.articles.get(id_))


def sheet_article(stored: StoredArticle) -> SheetArticle:
    """An article of the project as sheets know it."""
    article = stored.article
    return SheetArticle(
        id=stored.id,
        text=article.text,
        name=article.origin.name,
        title=article.title,
        outlet=article.outlet,
        author=article.author,
        published=article.published,
        link=article.link,
        retrieved=article.origin.retrieved,
        pages=article.pages,
    )


def _quote(row: QuoteRow, article: SheetArticle, evidence: tuple[Evidence, ...]) -> SheetQuote:
    return SheetQuote(
        article=article,
        id=row.id,
        type=row.type,
        content=row.content,
        cue=row.cue_span,
        source=row.source_span,
        speaker=row.speaker or None,
        speaker_kind=row.kind,
        speaker_role=row.role,
        cue_class=row.cue_class,
        cue_lemma=row.cue_lemma,
        rule=row.rule,
        confidence=row.confidence,
        parent=row.parent,
        status=row.status,
        verdict=row.verdict,
        verdict_scale=row.verdict_scale,
        note=row.note,
        tags=row.tags,
        evidence=evidence,
    )
