from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.store import Project
from tests.benchmarks.news import articles
from tests.store.articles import dam_article, short_article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "مشروع.qtrack"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with Project.create(path) as made:
        yield made


@pytest.fixture
def filled(project: Project) -> Project:
    """The article about the dams (quotes 1 to 4) and three short ones (quotes 5 to 7)."""
    ops.perform(project, ops.ImportArticles([dam_article()]))
    ops.perform(project, ops.ImportArticles([short_article(n) for n in range(3)]))
    return project


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """150 articles with five quotes each; to be read only."""
    with Project.create(tmp_path_factory.mktemp("news") / "news.qtrack") as project:
        ops.perform(project, ops.ImportArticles(list(articles(150, quotes=5, characters=900))))
        yield project
