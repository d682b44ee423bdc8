"""A project of a million quotes for the window's benchmarks: made once, then kept in `.cache`.

Making it takes minutes. It is made anew when what goes into it has changed; a run works on a copy.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from hashlib import blake2b
from pathlib import Path

import quotetrack.operations.importing
import quotetrack.store
from quotetrack import operations as ops
from quotetrack.store import Project
from tests.benchmarks import news

ARTICLES = int(os.environ.get("QUOTETRACK_BENCH_ARTICLES", "100000"))
_QUOTES_AN_ARTICLE = 10
_CHUNK = 1_000
_CACHE = Path(__file__).resolve().parents[2] / ".cache" / "benchmarks"


def _recipe() -> str:
    """What the kept project depends on: the articles, the tables, and how articles are stored."""
    made = blake2b(digest_size=6)
    schema = Path(quotetrack.store.__file__).with_name("schema.sql")
    for source in (Path(news.__file__), schema, Path(quotetrack.operations.importing.__file__)):
        made.update(source.read_bytes())
    return made.hexdigest()


def large_project(copy: Path) -> Path:
    """Puts a project of ARTICLES articles with ten quotes each at `copy`."""
    kept = _CACHE / f"{ARTICLES}-{_recipe()}.qtrack"
    if not kept.exists():
        _CACHE.mkdir(parents=True, exist_ok=True)
        for older in _CACHE.glob(f"{ARTICLES}-*"):
            older.unlink()
        sys.stdout.write(f"\nmaking a project of {ARTICLES * _QUOTES_AN_ARTICLE:,} quotes, once ...\n")
        sys.stdout.flush()
        unfinished = kept.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        source = news.articles(ARTICLES, quotes=_QUOTES_AN_ARTICLE)
        with Project.create(unfinished) as project:
            while items := list(itertools.islice(source, _CHUNK)):
                ops.perform(project, ops.ImportArticles(items), batch="bench")
        unfinished.rename(kept)
    shutil.copy(kept, copy)
    return copy
