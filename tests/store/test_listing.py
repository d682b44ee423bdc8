"""Ids of very many quotes are read in stretches, between which others have their turn, and of one state."""

from __future__ import annotations

import json
import random
from array import array
from binascii import a2b_hex
from types import ModuleType

import pytest

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.store import Project, Sort, SortBy, listing, matching, ordering, ranking
from tests.benchmarks.news import articles, common_word

WORD = common_word(3)
ONE_DIGIT_TO_SEVEN = [1, 20, 300, 4_000, 50_000, 600_000, 7_000_000]


@pytest.mark.parametrize("at_once", [1, 4, 1_000])
@pytest.mark.parametrize("ids", [[], [7], [-1, 2**62, -(2**63), 0], ONE_DIGIT_TO_SEVEN * 9])
def test_a_list_is_the_same_in_whatever_steps_it_is_taken_over(
    project: Project, ids: list[int], at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "AT_ONCE", at_once)
    query = "SELECT value FROM json_each(?) LIMIT -1", (json.dumps(ids),)
    assert listing.listed(project._connection, query) == array("q", ids)


@pytest.mark.parametrize("sort", [Sort(), Sort(SortBy.ADDED), Sort(SortBy.RELEVANCE)])
@pytest.mark.parametrize("text", ["", WORD])
def test_no_more_ids_are_taken_over_at_once_than_take_a_moment(
    news: Project, sort: Sort, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []

    def counted(digits: bytes) -> bytes:
        steps.append(len(digits) // 16)
        return a2b_hex(digits)

    monkeypatch.setattr(listing, "a2b_hex", counted)
    monkeypatch.setattr(listing, "AT_ONCE", 10)
    found = news.quotes.ids(QuoteFilter(text=text), sort)
    assert sum(steps) >= len(found) > 50
    assert max(steps) == 10
    left = news._connection.execute("SELECT name FROM temp.sqlite_schema WHERE name = 'listed'")
    assert left.fetchall() == []


@pytest.mark.parametrize("by", [SortBy.STATUS, SortBy.TYPE, SortBy.OUTLET, SortBy.CONFIDENCE, SortBy.SPEAKER])
def test_large_groups_are_put_in_order_in_stretches(
    news: Project, by: SortBy, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = [news.quotes.ids(sort=Sort(by, descending)) for descending in (False, True)]
    monkeypatch.setattr(ordering, "SORTED_AT_ONCE", 4)
    assert [news.quotes.ids(sort=Sort(by, descending)) for descending in (False, True)] == wanted


@pytest.mark.parametrize("share", [1, 2, 5, 40])
def test_ids_ascend_wherever_they_lie(share: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = random.Random(share).sample(range(1, 2_001), 2_000 // share)
    monkeypatch.setattr(ordering, "SORTED_AT_ONCE", 16)
    stretches = [list(stretch) for stretch in ordering._ascending(array("q", ids))]
    assert [id_ for stretch in stretches for id_ in stretch] == sorted(ids)
    if share < ordering._SPARSE:
        assert max(map(len, stretches)) <= 16


@pytest.mark.parametrize(
    ("by", "module", "step"), [(SortBy.RELEVANCE, ranking, "_stage"), (SortBy.DATE, matching, "_last_rows")]
)
def test_quotes_that_come_while_others_are_found_are_of_the_next_state(
    project: Project, monkeypatch: pytest.MonkeyPatch, by: SortBy, module: ModuleType, step: str
) -> None:
    stories = list(articles(12, quotes=5, characters=900))
    ops.perform(project, ops.ImportArticles(stories[:6]))
    before = project.quotes.ids(QuoteFilter(text=WORD), Sort(by))
    take_step = getattr(module, step)

    def step_and_import(*given: object) -> object:
        answer = take_step(*given)
        monkeypatch.setattr(module, step, take_step)
        ops.perform(project, ops.ImportArticles(stories[6:]))
        return answer

    monkeypatch.setattr(matching, "FEW", -1.0)
    monkeypatch.setattr(module, step, step_and_import)
    with project.reader() as reader:
        assert reader.quotes.ids(QuoteFilter(text=WORD), Sort(by)) == before
        assert len(reader.quotes.ids(QuoteFilter(text=WORD), Sort(by))) > len(before)
