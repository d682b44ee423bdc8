"""Detection run again over a project: looked at first, done in one step, and never against a person."""

from __future__ import annotations

import pytest

from quotetrack import operations as ops
from quotetrack.detection.detector import detect
from quotetrack.importing import ArticleNews, Redetection, look_again, redetect, redetecting
from quotetrack.importing import detecting as detecting_room
from quotetrack.store import GoneError, Project
from tests.store.articles import short_article
from tests.store.dump import dump

COUNT = 6


@pytest.fixture
def known(project: Project) -> Project:
    """Articles whose quotes an older program had missed, but for the first two."""
    items = [short_article(number)[0] for number in range(COUNT)]
    ops.perform(project, ops.ImportArticles([(one, detect(one.text)) for one in items[:2]]))
    ops.perform(project, ops.ImportArticles([(one, []) for one in items[2:]]))
    return project


@pytest.mark.parametrize("jobs", [1, 2])
def test_looking_changes_nothing_and_says_what_would(
    known: Project, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detecting_room, "_FEW_CHARACTERS", 10)
    before, told = dump(known), []
    with known.reader() as reader:
        found = look_again(reader, jobs=jobs, progress=lambda *share: told.append(share))
    assert dump(known) == before
    assert sorted(found.news, key=lambda one: one.article) == [
        ArticleNews(article, added=1, changed=0, removed=0, kept=0) for article in range(3, COUNT + 1)
    ]
    assert (found.looked, found.failed, found.cancelled) == (COUNT, [], False)
    assert told[-1] == (COUNT, COUNT)


def test_what_was_seen_is_done_and_undone_in_one_step(
    known: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redetecting, "_BATCH", 2)
    before = dump(known)
    assert redetect(known, look_again(known)) == COUNT - 2
    assert known.quotes.count() == COUNT
    assert look_again(known).news == []
    ops.undo(known)
    assert dump(known) == before


def test_only_the_articles_that_are_wanted(known: Project) -> None:
    found = look_again(known, [4, 5])
    assert {one.article for one in found.news} == {4, 5}
    assert redetect(known, found) == 2
    assert [len(known.quotes.of_article(article)) for article in (3, 4, 5)] == [0, 1, 1]
    with pytest.raises(GoneError):
        look_again(known, [99])


def test_what_a_person_decides_after_the_look_stays_too(known: Project) -> None:
    ops.perform(known, ops.AddQuote(article=1, content=(known.quotes.get(1).content[0],)))
    ops.perform(known, ops.DeleteQuotes((1,)))
    found = look_again(known)
    quote = known.quotes.of_article(2)[0]
    ops.perform(known, ops.SetNote(quote.id, "هام"))
    decided = known.quotes.of_article(1), known.quotes.of_article(2)
    ops.perform(known, ops.DeleteArticles((3,)))
    assert redetect(known, found) == COUNT - 3
    assert (known.quotes.of_article(1), known.quotes.of_article(2)) == decided


def test_it_stops_when_asked_and_says_on_what_detection_broke(
    known: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = look_again(known, cancelled=lambda: True)
    assert stopped.cancelled
    assert stopped.looked < COUNT

    def broken(text: str) -> list[object]:
        raise RecursionError(text)

    monkeypatch.setattr(detecting_room, "detect", broken)
    before = dump(known)
    found: Redetection = look_again(known)
    assert sorted(found.failed) == list(range(1, COUNT + 1))
    assert redetect(known, found) == 0
    assert dump(known) == before
