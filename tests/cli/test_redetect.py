"""`redetect` on a project whose quotes an older program had missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.cli import redetecting
from quotetrack.detection.detector import detect
from quotetrack.store import Project
from tests.store.articles import dam_article, short_article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "مشروع.qtrack"
    known, missed = dam_article()[0], short_article(1)[0]
    with Project.create(made) as project:
        ops.perform(project, ops.ImportArticles([(known, detect(known.text)), (missed, [])]))
        ops.perform(project, ops.Confirm((1,)))
    return made


def counts(path: Path) -> list[int]:
    with Project.open(path, read_only=True) as project:
        return [len(project.quotes.of_article(article)) for article in (1, 2)]


def test_look_says_what_would_change_and_changes_nothing(run, path):
    before = counts(path)
    with Project.open(path):
        # Open elsewhere: looking does not mind.
        code, out, err = run("redetect", path, "--look", "-j", "1")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "2. · خبر القطار 1 · new: 1",
        (
            "Nothing is changed yet. Articles looked at: 2 · would change: 1 · quotes new: 1"
            " · reported otherwise: 0 · taken out: 0 · decided, kept: 0"
        ),
    ]
    assert counts(path) == before


def test_it_is_done_in_one_step_and_tells_each_on_request(run, path):
    before = counts(path)
    code, out, _ = run("redetect", path, "--each", "--language", "ar")
    assert code == 0
    assert out.splitlines()[0] == "2. · خبر القطار 1 · جديدة: 1"
    assert out.splitlines()[1].startswith("مقالات نُظر فيها: 2 · تغيّر منها: 1 · اقتباسات جديدة: 1 ")
    assert counts(path) == [before[0], 1]
    assert "changed: 0" in run("redetect", path)[1]
    with Project.open(path) as project:
        assert project.history.undo_name == ops.Redetect.name
        ops.undo(project)
    assert counts(path) == before


def test_one_article_and_one_that_is_not_there(run, path):
    assert "Articles looked at: 1 · changed: 0" in run("redetect", path, "--article", "1")[1]
    code, _, err = run("redetect", path, "--article", "7")
    assert (code, "7" in err) == (3, True)


def test_stopped_while_looking_nothing_is_changed(run, path, monkeypatch):
    def stopped(*arguments, **settings):
        settings["cancelled"] = lambda: True
        return look_again(*arguments, **settings)

    look_again = redetecting.look_again
    monkeypatch.setattr(redetecting, "look_again", stopped)
    before = counts(path)
    code, out, _ = run("redetect", path)
    assert (code, out.startswith("Nothing is changed yet.")) == (130, True)
    assert counts(path) == before
