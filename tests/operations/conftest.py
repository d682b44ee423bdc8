from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.store import Project
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
