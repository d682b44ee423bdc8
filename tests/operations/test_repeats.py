"""The same story told twice: recognised, filterable, and nobody else's story taken for it."""

from __future__ import annotations

from dataclasses import replace

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.filters import QuoteFilter
from quotetrack.store import Project
from quotetrack.store.fingerprints import likeness
from tests.benchmarks.news import articles
from tests.store.articles import dam_article, span

STORIES = list(articles(12, quotes=6, characters=1_500))
WIRE, FOUND = STORIES[0]


def told_again(text: str) -> str:
    """An editor's hand: another beginning, a sentence less, a word here and there."""
    sentences = text.split(". ")
    return "أفادت مصادر الصحيفة اليوم. " + ". ".join([*sentences[:3], *sentences[4:]]).replace("أكّد", "شدّد")


def test_a_wire_story_in_several_outlets_is_one(project: Project) -> None:
    again = replace(WIRE, text=told_again(WIRE.text), outlet="الساحل")
    third = replace(WIRE, text=told_again(told_again(WIRE.text)), outlet="الجبل")
    for article in (WIRE, again, third):
        ops.perform(project, ops.ImportArticles([(article, FOUND[:2] if article is WIRE else [])]))
    assert project.articles.duplicates_of(1) == [2, 3]
    similarity = project.articles.get(2).similarity
    assert similarity is not None
    assert 0.5 <= similarity < 1.0


def test_other_stories_are_not(project: Project) -> None:
    ops.perform(project, ops.ImportArticles(STORIES))
    assert all(row.duplicate_of is None for row in project.articles.list())


def test_stories_that_come_in_together_are_compared_too(project: Project) -> None:
    items = [(WIRE, FOUND), (replace(WIRE, outlet="الساحل"), FOUND), *STORIES[1:]]
    ops.perform(project, ops.ImportArticles(items))
    assert project.articles.duplicates_of(1) == [2]
    assert project.articles.get(2).similarity == 1.0
    everything = project.quotes.count()
    assert project.quotes.count(QuoteFilter(duplicates=False)) == everything - len(FOUND)
    assert project.quotes.facets().duplicates == {False: everything - len(FOUND), True: len(FOUND)}


def test_a_short_text_repeats_only_the_very_same(project: Project) -> None:
    one, two = Article(text="قال الوزير إن السد امتلأ."), Article(text="قال الوزير إن السد فارغ.")
    ops.perform(project, ops.ImportArticles([(one, []), (two, []), (replace(one, outlet="النهر"), [])]))
    assert [row.duplicate_of for row in project.articles.list()] == [1, None, None]


def test_undo_forgets_the_fingerprints(project: Project) -> None:
    ops.perform(project, ops.ImportArticles([(WIRE, FOUND)]))
    ops.undo(project)
    assert project._connection.execute("SELECT count(*) FROM shingles").fetchone() == (0,)
    ops.perform(project, ops.ImportArticles([dam_article(), (WIRE, FOUND)]))
    ops.perform(project, ops.DeleteArticles((2,)))
    ops.perform(project, ops.ImportArticles([(replace(WIRE, outlet="الساحل"), [])]))
    assert project.articles.list()[0].duplicate_of is None


def test_likeness_is_symmetric_and_bounded() -> None:
    first, second = WIRE.text, told_again(WIRE.text)
    assert likeness(first, second) == likeness(second, first)
    assert likeness(first, first).alike == 1.0
    assert likeness(first, STORIES[1][0].text).alike < 0.1


def test_what_several_tellings_have_counts_once_and_nothing_else_is_lost(project: Project) -> None:
    ops.perform(project, ops.ImportArticles([(WIRE, FOUND), *STORIES[1:3]]))
    again = replace(WIRE, text=told_again(WIRE.text), outlet="الساحل")
    shared = [one for one in FOUND if one.content[0].of(WIRE.text) in again.text]
    moved = [replace(one, content=(span(again.text, one.content[0].of(WIRE.text)),)) for one in shared]
    own = replace(FOUND[0], content=(span(again.text, "أفادت مصادر الصحيفة اليوم"),))
    ops.perform(project, ops.ImportArticles([(again, [*moved, own])]))
    everything = project.quotes.ids()
    once = project.quotes.once(everything)
    assert list(once) == [id_ for id_ in everything if id_ in set(once)]
    left_out = project.quotes.many(set(everything) - set(once))
    assert len(left_out) == len(shared) > 2
    assert {quote.article_id for quote in left_out} == set(project.articles.duplicates_of(1))
    repeats = [quote.id for quote in project.quotes.of_article(project.articles.duplicates_of(1)[0])]
    assert list(project.quotes.once(repeats)) == repeats
