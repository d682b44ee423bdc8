"""Detecting again: what detection reports today, for articles that are in the project."""

from pathlib import Path

import pytest

from quotetrack import detect
from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.importing import detect_again
from quotetrack.store import Project
from tests.readers.articles import FIRST, SECOND, THIRD


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "p.qtrack") as made:
        texts = [f"{FIRST}\n{SECOND} {number}\n{THIRD}" for number in range(5)]
        ops.perform(made, ops.ImportArticles([(Article(text=text, title=text[:20]), []) for text in texts]))
        yield made


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_finds_what_detection_finds(project: Project, jobs: int) -> None:
    told: list[tuple[int, int]] = []
    articles = list(project.articles.ids())
    found = detect_again(project, articles, jobs=jobs, progress=lambda *both: told.append(both))
    assert found == {article: detect(project.articles.text(article)) for article in articles}
    assert told == [(number + 1, 5) for number in range(5)]


def test_it_stops_when_nobody_wants_it_any_more(project: Project) -> None:
    told: list[int] = []
    found = detect_again(
        project, list(project.articles.ids()), jobs=1,
        progress=lambda done, _: told.append(done), cancelled=lambda: len(told) >= 2,
    )  # fmt: skip
    assert len(found) == 2
