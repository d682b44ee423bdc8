"""Every operation is taken back and brought back, by name, also after a restart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import GoneError, Kind, Project
from tests.store.articles import dam_article, short_article
from tests.store.dump import dump

OPERATIONS = [
    ops.ImportArticles([short_article(9), short_article(10)]),
    ops.Confirm((1, 2)),
    ops.Reject((3,)),
    ops.MarkForCheck((4,)),
    ops.CorrectSpeaker((3, 4), "ناطقة باسم الشركة"),
    ops.CorrectSpeaker((1,), 2),
    ops.CorrectSpeaker((1,), None),
    ops.EditArticle(article=1, title="عنوان", outlet="جريدة أخرى", published=date(2026, 5, 1), link=""),
]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_undo_and_redo_are_exact(filled: Project, operation: ops.Operation) -> None:
    before = dump(filled)
    changes = ops.perform(filled, operation)
    after = dump(filled)
    assert after != before
    assert changes.name == operation.name == filled.history.undo_name
    assert ops.undo(filled).kinds == changes.kinds
    assert dump(filled) == before
    assert filled.history.redo_name == operation.name
    ops.redo(filled)
    assert dump(filled) == after


def test_undo_goes_on_after_a_restart(path: Path) -> None:
    with Project.create(path) as project:
        empty = dump(project)
        ops.perform(project, ops.ImportArticles([dam_article()]))
        for step in range(300):
            ops.perform(project, (ops.Confirm, ops.Reject)[step % 2]((1, 3)))
    with Project.open(path) as project:
        assert project.history.undo_name == "store.operation.reject"
        while ops.undo(project):
            pass
        assert dump(project) == empty
        assert project.history.undo_name is None


def test_a_new_operation_ends_redo(filled: Project) -> None:
    ops.perform(filled, ops.Confirm((1,)))
    ops.undo(filled)
    ops.perform(filled, ops.Reject((1,)))
    assert filled.history.redo_name is None
    assert not ops.redo(filled)


def test_a_batch_is_undone_at_once(project: Project) -> None:
    before = dump(project)
    for number in range(4):
        ops.perform(project, ops.ImportArticles([short_article(number)]), batch="one")
    assert project.articles.count() == 4
    ops.undo(project)
    assert dump(project) == before
    ops.redo(project)
    assert project.articles.count() == 4


def test_what_changes_nothing_is_not_in_the_history(filled: Project) -> None:
    ops.perform(filled, ops.Confirm((1,)))
    entries = filled.history.entries()
    assert not ops.perform(filled, ops.Confirm((1,)))
    assert filled.history.entries() == entries


def test_a_refused_operation_changes_nothing(filled: Project) -> None:
    before = dump(filled)
    with pytest.raises(GoneError):
        ops.perform(filled, ops.Confirm((1, 99)))
    assert dump(filled) == before


def test_changes_name_the_rows(filled: Project) -> None:
    changes = ops.perform(filled, ops.CorrectSpeaker((2,), "متحدثة جديدة"))
    assert changes.ids[Kind.QUOTES] == {2}
    assert changes.created[Kind.SPEAKERS] == (filled.quotes.get(2).speaker.id,)  # type: ignore[union-attr]
    assert filled.quotes.get(2).status is Status.CORRECTED


def test_search_follows_undo(filled: Project) -> None:
    wanted = QuoteFilter(text="المهندس")
    found = list(filled.quotes.ids(wanted))
    ops.perform(filled, ops.ImportArticles([short_article(11)]))
    assert len(filled.quotes.ids(wanted)) == len(found) + 1
    ops.undo(filled)
    assert list(filled.quotes.ids(wanted)) == found


def test_the_same_article_is_not_imported_twice(filled: Project) -> None:
    changes = ops.perform(filled, ops.ImportArticles([short_article(20), dam_article()]))
    assert changes.skipped == {1: 1}
    assert filled.articles.count() == 5
    assert ops.perform(filled, ops.ImportArticles([dam_article(outlet="صحيفة أخرى")]))
