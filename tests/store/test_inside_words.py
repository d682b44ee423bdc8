"""A piece of words is found wherever it stands, whether the index is asked or the texts are looked into."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Iterable

import pytest

from quotetrack.filters import QuoteFilter
from quotetrack.store import Project, Sort, SortBy, looking, search
from quotetrack.store.documents import documents
from quotetrack.store.search import PLACES
from quotetrack.store.tables import SearchIndex
from quotetrack.text import fold
from tests.benchmarks.news import common_word

PIECES = [
    "ا",
    "ث",
    "ال",
    "ات",
    "وز",
    "ظ",
    "ال م",
    '"ا ال"',
    '"ة و"',
    "م -ثا",
    "-ا",
    "-ثق",
    "وزير ا",
    "غغغ ا",
    "1",
]


def plainly(news: Project, wanted: QuoteFilter) -> set[int]:
    """What a reading of every quote, speaker and article finds."""
    rows = news._connection.execute("SELECT id, speaker_id, article_id FROM quotes").fetchall()
    places = {"quotes": [0], "speakers": [1], "articles": [2]}
    texts = {
        place.table: documents(news._connection, place.index, {row[places[place.table][0]] for row in rows})
        for place in PLACES
    }
    clauses = [
        (minus, re.compile(fold(phrase or word).replace(" ", r"[\W_]+")))
        for minus, phrase, word in re.findall(r'(-?)(?:"([^"]*)"|([^\s"]+))', wanted.text)
    ]

    def stands(place: str, row: int, clause: re.Pattern[str]) -> bool:
        return any(map(clause.search, texts[place][row]))

    found = set()
    for row in rows:
        where = list(zip(("quotes", "speakers", "articles"), row, strict=True))
        yes = [clause for minus, clause in clauses if not minus]
        no = [clause for minus, clause in clauses if minus]
        if any(all(stands(*one, clause) for clause in yes) for one in where) and not any(
            stands(*one, clause) for one in where for clause in no
        ):
            found.add(row[0])
    return found


@pytest.mark.parametrize("text", PIECES)
@pytest.mark.parametrize("asked_for", [0, 30, 2_000])
@pytest.mark.parametrize("share", [-1.0, 0.3, 1.0])
def test_a_piece_is_found_wherever_it_stands(
    news: Project, text: str, asked_for: int, share: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MANY_WORDS", 15)
    monkeypatch.setattr(looking, "ASKED_FOR", asked_for)
    monkeypatch.setattr(looking, "SAMPLE", 5)
    monkeypatch.setattr("quotetrack.store.matching.FEW", share)
    wanted = QuoteFilter(text=text, inside_words=True)
    assert set(news.quotes.ids(wanted)) == plainly(news, wanted)
    assert news.quotes.count(wanted) == len(plainly(news, wanted))


@pytest.mark.parametrize("text", PIECES)
@pytest.mark.parametrize("by", [SortBy.RELEVANCE, SortBy.DATE, SortBy.SPEAKER, SortBy.QUOTE])
@pytest.mark.parametrize("walked", [0, 800])
def test_a_first_page_begins_the_whole(
    news: Project, text: str, by: SortBy, walked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MANY_WORDS", 15)
    monkeypatch.setattr(looking, "WALKED", walked)
    for exact in (False, True):
        wanted = QuoteFilter(text=text, inside_words=True, exact=exact)
        whole = list(news.quotes.ids(wanted, Sort(by)))
        for limit in (1, 30, 1_000):
            assert list(news.quotes.ids(wanted, Sort(by), limit)) == whole[:limit]


@pytest.mark.parametrize("text", ["ا", "ال ا", "م -غغ"])
def test_a_page_of_what_most_quotes_have_is_found_among_the_first(
    news: Project, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def noted(
        connection: sqlite3.Connection, index: SearchIndex, ids: Iterable[int]
    ) -> dict[int, tuple[str, ...]]:
        found = documents(connection, index, ids)
        read.extend(found)
        return found

    monkeypatch.setattr(search, "MANY_WORDS", 15)
    monkeypatch.setattr(looking, "ASKED_FOR", 50)
    monkeypatch.setattr(looking, "documents", noted)
    wanted = QuoteFilter(text=text, inside_words=True)
    assert len(news.quotes.ids(wanted, limit=10)) == 10
    assert 10 <= len(read) <= 60
    read.clear()
    # A few of the 150 articles tell of all of them.
    assert news.quotes.count(wanted) == news.quotes.count()
    assert len(read) <= 100


def test_inside_words_finds_all_that_plain_search_finds_and_more(news: Project) -> None:
    chance = random.Random(7)
    for _ in range(5):
        word = common_word(chance.randrange(20, 400))
        plain = set(news.quotes.ids(QuoteFilter(text=word)))
        inside = set(news.quotes.ids(QuoteFilter(text=word, inside_words=True)))
        assert plain <= inside
        looked = {
            id_
            for id_ in news.quotes.ids()
            if word in news.articles.get(news.quotes.get(id_).article_id).article.text
        }
        assert inside >= looked
