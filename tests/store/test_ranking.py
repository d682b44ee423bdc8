"""A first page is the beginning of the whole, best first, under any filter."""

from __future__ import annotations

import math

import pytest

from quotetrack.detection.records import AttributionType
from quotetrack.filters import QuoteFilter
from quotetrack.store import Project, Sort, SortBy, ranking
from quotetrack.store.facets import Facets
from quotetrack.store.words import words
from quotetrack.text import fold
from tests.benchmarks.news import common_word

BEST = Sort(SortBy.RELEVANCE)


QUERIES = [
    common_word(3),
    common_word(60),
    f"{common_word(2)} {common_word(5)}",
    f"{common_word(9)} -{common_word(4)}",
    f"{common_word(20)[:2]}*",
    "وزير",
    '"وزير الخارجية"',
]


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("ranked", [3, 1_000])
def test_the_first_page_begins_the_whole(
    news: Project, text: str, exact: bool, ranked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "RANKED", ranked)
    for wanted in (
        QuoteFilter(text=text, exact=exact),
        QuoteFilter(text=text, exact=exact, types=frozenset({AttributionType.DIRECT})),
    ):
        whole = list(news.quotes.ids(wanted, BEST))
        assert set(whole) == set(news.quotes.ids(wanted))
        assert len(whole) == len(set(whole)) == news.quotes.count(wanted) == news.quotes.facets(wanted).total
        for limit in (1, 10, 40):
            assert list(news.quotes.ids(wanted, BEST, limit)) == whole[:limit]


def bm25(documents: dict[int, tuple[str, ...]], sought: tuple[str, ...]) -> dict[int, float]:
    """Okapi's measure of every document that has all the words, as it stands in the books."""
    usual = sum(map(len, documents.values())) / len(documents)
    found = {id_: row for id_, row in documents.items() if set(sought) <= set(row)}
    scores = dict.fromkeys(found, 0.0)
    for word in sought:
        having = sum(word in row for row in documents.values())
        rarity = max(math.log((len(documents) - having + 0.5) / (having + 0.5)), 1e-6)
        for id_, row in found.items():
            often = row.count(word)
            scores[id_] += rarity * often * 2.2 / (often + 1.2 * (0.25 + 0.75 * len(row) / usual))
    return scores


@pytest.mark.parametrize("text", ["وزير", common_word(60), f"{common_word(2)} {common_word(5)}"])
def test_the_best_match_is_first(news: Project, text: str) -> None:
    rows = news._connection.execute("SELECT id, content || ' ' || source || ' ' || mention FROM quotes")
    scores = bm25({id_: words(fold(said)) for id_, said in rows}, words(fold(text)))
    found = list(news.quotes.ids(QuoteFilter(text=text)))
    assert len(scores) > 5
    assert set(found[: len(scores)]) == set(scores)
    ranked = [(-scores[id_], -id_) for id_ in found[: len(scores)]]
    assert [round(score, 9) for score, _ in ranked] == sorted(round(score, 9) for score, _ in ranked)


def test_of_very_many_matches_the_newest_are_ranked(news: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = QuoteFilter(text=common_word(3))
    best = list(news.quotes.ids(wanted))
    monkeypatch.setattr(ranking, "RANKED", 20)
    found = list(news.quotes.ids(wanted))
    rows = news._connection.execute(
        "SELECT rowid FROM quote_search WHERE quote_search MATCH ?", (fold(wanted.text),)
    )
    newest = sorted((row[0] for row in rows), reverse=True)
    assert len(newest) > 40, wanted
    assert found[:20] == [id_ for id_ in best if id_ in newest[:20]]
    assert found[:20] != newest[:20]
    assert found[20 : len(newest)] == newest[20:]


def test_what_nobody_sorts_has_the_best_match_first_and_without_a_text_the_newest(news: Project) -> None:
    sought = QuoteFilter(text=common_word(60))
    assert news.quotes.ids(sought) == news.quotes.ids(sought, BEST)
    assert news.quotes.ids(sought) != news.quotes.ids(sought, Sort(SortBy.DATE))
    assert news.quotes.ids() == news.quotes.ids(sort=Sort(SortBy.DATE))
    excluding = QuoteFilter(text=f"-{common_word(60)}")
    assert news.quotes.ids(excluding) == news.quotes.ids(excluding, Sort(SortBy.DATE))


def test_a_quote_that_says_the_word_comes_before_one_whose_article_does(news: Project) -> None:
    wanted = QuoteFilter(text=common_word(60))
    found = news.quotes.ids(wanted, BEST)
    snippets = news.quotes.snippets(found, wanted)
    says = [bool(snippets[id_].marks) for id_ in found]
    assert says == sorted(says, reverse=True)
    assert any(says)
    assert not all(says)


def test_facets_of_many_and_of_few_matches_agree(news: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = QuoteFilter(text=common_word(5), confidence=(0.5, 1.0))
    found: list[Facets] = []
    for share in (-1.0, 1.0):
        monkeypatch.setattr("quotetrack.store.matching.FEW", share)
        news.quotes._counted.clear()
        found.append(news.quotes.facets(wanted))
    assert found[0] == found[1]
    assert found[0].total > 100


def test_what_must_not_be_there_is_asked_of_each_quote_only_for_a_page(news: Project) -> None:
    wanted = QuoteFilter(text=f"{common_word(9)} -{common_word(4)}")
    asked: list[int] = []
    for limit in (5, None):
        statements: list[str] = []
        news._connection.set_trace_callback(statements.append)
        assert news.quotes.ids(wanted, limit=limit)
        news._connection.set_trace_callback(None)
        asked.append(sum("NOT EXISTS (" in one or "NOT IN" in one for one in statements))
    assert asked[0] > 0 == asked[1]
