"""What went in comes out: articles, quotes, rows, and every condition of a filter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from quotetrack import operations as ops
from quotetrack.detection.records import AttributionType, CueClass, Span, SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import GoneError, Project, QuoteRow, Sort, SortBy
from tests.store.articles import MINISTER, TEXT, dam_article


def test_an_article_comes_back_as_it_went_in(filled: Project) -> None:
    stored = filled.articles.get(1)
    article, _ = dam_article()
    assert stored.article.text == article.text
    assert (stored.article.title, stored.article.outlet, stored.article.author) == (
        article.title,
        article.outlet,
        article.author,
    )
    assert (stored.article.published, stored.article.link) == (article.published, article.link)
    assert stored.original_hash is not None


def test_a_quote_comes_back_with_all_its_parts(filled: Project) -> None:
    _, found = dam_article()
    for quote, one in zip(filled.quotes.of_article(1), found, strict=True):
        assert (quote.content, quote.cue, quote.source) == (one.content, one.cue, one.source)
        assert (quote.type, quote.cue_class, quote.cue_lemma) == (one.type, one.cue_class, one.cue_lemma)
        assert quote.mention == one.speaker
        assert quote.quote == one.content[0].of(TEXT)
        assert quote.status is Status.UNREVIEWED
        assert filled.quotes.get(quote.id) == quote
    assert list(filled.quotes.ids_of_article(1)) == [quote.id for quote in filled.quotes.of_article(1)]


def test_rows_come_in_the_order_asked_for_without_the_gone(filled: Project) -> None:
    rows = filled.quotes.rows([4, 999, 1])
    assert [row.id for row in rows] == [4, 1]
    assert rows[1].speaker == MINISTER
    assert (rows[1].outlet, rows[1].published) == ("صحيفة النهر", date(2026, 3, 14))
    assert rows[1].source_span == Span(4, 4 + len(f"وزير المياه {MINISTER}"))


def test_what_is_gone_says_so(filled: Project) -> None:
    with pytest.raises(GoneError):
        filled.quotes.get(99)
    with pytest.raises(GoneError):
        filled.articles.get(99)
    with pytest.raises(GoneError):
        filled.speakers.get(99)


FILTERS = [
    (QuoteFilter(), {1, 2, 3, 4, 5, 6, 7}),
    (QuoteFilter(outlets=frozenset({1})), {1, 2, 3, 4}),
    (QuoteFilter(speakers=frozenset({1})), {1, 2}),
    (QuoteFilter(kinds=frozenset({SpeakerKind.ORGANISATION, SpeakerKind.ANONYMOUS})), {3, 4}),
    (QuoteFilter(types=frozenset({AttributionType.DIRECT})), {2}),
    (QuoteFilter(cue_classes=frozenset({CueClass.DENIAL, CueClass.WARNING})), {3, 4}),
    (QuoteFilter(statuses=frozenset({Status.CONFIRMED})), {6}),
    (QuoteFilter(articles=frozenset({1, 2})), {1, 2, 3, 4, 5}),
    (QuoteFilter(since=date(2026, 2, 1)), {1, 2, 3, 4, 6, 7}),
    (QuoteFilter(until=date(2026, 2, 28)), {5, 6}),
    (QuoteFilter(since=date(2026, 3, 14), until=date(2026, 3, 14)), {1, 2, 3, 4}),
    (QuoteFilter(confidence=(0.5, 0.95)), {1, 3, 5, 6, 7}),
    (QuoteFilter(anonymous=True), {4}),
    (QuoteFilter(anonymous=False), {1, 2, 3, 5, 6, 7}),
    (QuoteFilter(speech_acts=False), {1, 2, 4, 5, 6, 7}),
    (QuoteFilter(outlets=frozenset({1}), types=frozenset({AttributionType.INDIRECT}), anonymous=False), {1}),
]


@pytest.mark.parametrize(("wanted", "ids"), FILTERS)
def test_a_filter_finds_and_counts_the_same_quotes(
    filled: Project, wanted: QuoteFilter, ids: set[int]
) -> None:
    ops.perform(filled, ops.Confirm((6,)))
    for by in SortBy:
        assert set(filled.quotes.ids(wanted, Sort(by))) == ids, by
    assert filled.quotes.count(wanted) == len(ids)
    assert filled.quotes.facets(wanted).total == len(ids)


def test_newest_article_first_in_the_order_of_its_text(filled: Project) -> None:
    assert list(filled.quotes.ids()) == [1, 2, 3, 4, 7, 6, 5]
    assert list(filled.quotes.ids(sort=Sort(SortBy.DATE, descending=False))) == [5, 6, 7, 1, 2, 3, 4]
    assert list(filled.quotes.ids(limit=2)) == [1, 2]


def test_a_reader_sees_what_was_committed(filled: Project) -> None:
    with filled.reader() as reader:
        assert reader.quotes.count() == 7
        ops.perform(filled, ops.Reject((1,)))
        assert reader.quotes.get(1).status is Status.REJECTED


ORDERS = [
    (SortBy.SPEAKER, lambda row: row.speaker),
    (SortBy.OUTLET, lambda row: row.outlet),
    (SortBy.TITLE, lambda row: row.title),
    (SortBy.QUOTE, lambda row: row.quote),
    (SortBy.CONFIDENCE, lambda row: row.confidence),
    (SortBy.STATUS, lambda row: list(Status).index(row.status)),
    (SortBy.TYPE, lambda row: list(AttributionType).index(row.type)),
    (SortBy.VERDICT, lambda row: row.verdict),
    (SortBy.ADDED, lambda row: row.article_id),
]


@pytest.mark.parametrize(("by", "key"), ORDERS, ids=[by.value for by, _ in ORDERS])
@pytest.mark.parametrize("descending", [True, False])
def test_every_order_is_kept_both_ways(
    filled: Project, by: SortBy, key: Callable[[QuoteRow], str], descending: bool
) -> None:
    ops.perform(filled, ops.Confirm((6,)))
    ops.perform(filled, ops.SetVerdict((3, 6), "خطأ"))
    rows = filled.quotes.rows(filled.quotes.ids(sort=Sort(by, descending)))
    assert len(rows) == 7
    keys = [key(row) for row in rows]
    assert keys == sorted(keys, reverse=descending)
    assert [row.id for row in rows][:3] == list(filled.quotes.ids(sort=Sort(by, descending), limit=3))
