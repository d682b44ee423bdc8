"""The sample articles are whole, described and ours."""

from __future__ import annotations

import pytest

from quotetrack.article import Article
from quotetrack.assets import assets
from quotetrack.samples import sample_articles

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
