"""The sample project: our own articles, brought in the way that a user's files are."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_data_path

from quotetrack import detect
from quotetrack.article import Article
from quotetrack.assets import assets
from quotetrack.operations import ImportArticles, perform
from quotetrack.readers import read
from quotetrack.store import Project


def sample_articles() -> list[Article]:
    """The articles with the title, outlet, author, date and link of `samples.toml`, in its order."""
    folder = assets() / "samples"
    listed = tomllib.loads((folder / "samples.toml").read_text(encoding="utf-8"))["article"]
    articles = []
    for entry in listed:
        [article] = read(folder / entry.pop("file"))
        articles.append(replace(article, **entry))
    return articles


def sample_project(folder: Path | None = None) -> Path:
    """The file of the sample project in `folder` (the user's data folder by default).

    It is made the first time; afterwards it is the user's, with whatever was changed in it.

    Raises:
        StoreError: it cannot be written.
        OSError: the folder cannot be made.
    """
    folder = folder or user_data_path("quotetrack", appauthor=False)
    path = folder / "sample.qtrack"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    # Made aside and moved when it is whole: a project that exists is never half a sample.
    with TemporaryDirectory(prefix=".sample-", dir=folder) as aside:
        made = Path(aside) / path.name
        with Project.create(made) as project:
            articles = sample_articles()
            perform(project, ImportArticles([(article, detect(article.text)) for article in articles]))
        made.rename(path)
    return path
