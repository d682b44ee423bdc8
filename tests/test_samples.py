"""The sample articles are whole, described and ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotetrack import samples
from quotetrack.article import Article
from quotetrack.assets import assets
from quotetrack.detection.records import AttributionType
from quotetrack.operations import Confirm, perform
from quotetrack.samples import sample_articles, sample_project
from quotetrack.status import Status
from quotetrack.store import Project

ARTICLES = sample_articles()


def test_every_sample_is_listed() -> None:
    assert {article.origin.name for article in ARTICLES} == {
        path.name for path in (assets() / "samples").glob("*.txt")
    }


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.origin.name)
def test_sample_is_described(article: Article) -> None:
    assert article.text.startswith(article.title)
    assert article.outlet
    assert article.published
    assert article.link.startswith("https://example.org/")
    assert 250 <= len(article.text.split()) <= 450
    assert not article.origin.warnings


def test_samples_share_speakers_across_outlets() -> None:
    for speaker in ("سعاد الخياط", "مروان الدالي", "هيثم القلعاوي", "رامي الجندلي"):
        assert len({article.outlet for article in ARTICLES if speaker in article.text}) >= 2


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_project(tmp_path_factory.mktemp("data") / "quotetrack")


def test_sample_project_has_every_article_and_its_quotes(path: Path) -> None:
    with Project.open(path, read_only=True) as project:
        stored = project.articles.list()
        assert {row.title for row in stored} == {article.title for article in ARTICLES}
        for row in stored:
            found = {quote.type for quote in project.quotes.of_article(row.id)}
            assert found >= {AttributionType.DIRECT, AttributionType.INDIRECT}, row.title
        shared = [outlet.name for outlet in project.outlets.list()]
        assert len(shared) == len({article.outlet for article in ARTICLES})


def test_sample_project_is_left_as_the_user_changed_it(path: Path) -> None:
    with Project.open(path) as project:
        quote = project.quotes.of_article(project.articles.list()[0].id)[0]
        perform(project, Confirm(quotes=(quote.id,)))
    assert sample_project(path.parent) == path
    with Project.open(path, read_only=True) as project:
        assert project.quotes.get(quote.id).status is Status.CONFIRMED


def test_nothing_of_its_making_is_left_beside_it(path: Path) -> None:
    assert list(path.parent.glob(".sample-*")) == []


def test_failure_leaves_no_half_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(samples, "detect", stop)
    with pytest.raises(KeyboardInterrupt):
        sample_project(tmp_path)
    assert list(tmp_path.iterdir()) == []
