"""The sample articles that come with the program, read the way that a user's files are."""

from __future__ import annotations

import tomllib
from dataclasses import replace

from quotetrack.article import Article
from quotetrack.assets import assets
from quotetrack.readers import read


def sample_articles() -> list[Article]:
    """Our own articles with the title, outlet, author, date and link of `samples.toml`, in its order."""
    folder = assets() / "samples"
    listed = tomllib.loads((folder / "samples.toml").read_text(encoding="utf-8"))["article"]
    articles = []
    for entry in listed:
        [article] = read(folder / entry.pop("file"))
        articles.append(replace(article, **entry))
    return articles
