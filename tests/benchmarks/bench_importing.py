"""How fast articles become searchable quotes, from a file through the queue into a fresh project.

`make bench ARGS=tests/benchmarks/bench_importing.py` prints articles a second by the clock, and the
processor time that an article takes, which other programs on the machine do not change.
"""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from quotetrack.article import Article
from quotetrack.detection.detector import detect
from quotetrack.filters import QuoteFilter
from quotetrack.importing import ImportQueue, Outcome
from quotetrack.readers import read_each
from quotetrack.store import Project

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "saudinewsnet.jsonl.gz"
COUNT = int(os.environ.get("QUOTETRACK_BENCH_ARTICLES", "6000"))
JOBS = 2


def processor_seconds() -> float:
    """What this process and its ended children have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def plain_seconds(path: Path, target: Path) -> float:
    """How long plain sqlite3 takes to put the lines of a file and their texts into a table."""
    begun = time.perf_counter()
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY, title, outlet, link, text)")
        with path.open(encoding="utf-8") as lines:
            connection.executemany(
                "INSERT INTO articles (title, outlet, link, text) VALUES (:title, :outlet, :url, :text)",
                map(json.loads, lines),
            )
        connection.commit()
    return time.perf_counter() - begun


def test_from_a_file_to_searchable_quotes(tmp_path: Path) -> None:
    if not CORPUS.exists():
        pytest.skip("the corpus is not beside the checkout")
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b"".join(gzip.decompress(CORPUS.read_bytes()).splitlines(keepends=True)[:COUNT]))

    begun = time.perf_counter()
    articles = [found for found in read_each(path) if isinstance(found, Article)]
    reading = time.perf_counter() - begun
    detect("قال")
    begun = time.perf_counter()
    for article in articles[:400]:
        detect(article.text)
    detecting = (time.perf_counter() - begun) / min(400, len(articles))

    used = processor_seconds()
    with Project.create(tmp_path / "bench.qtrack") as project:
        report = ImportQueue(project, [path], jobs=JOBS).run(alone=True)
        searchable = project.quotes.count(QuoteFilter())
    size = project.path.stat().st_size
    used = processor_seconds() - used

    plain = plain_seconds(path, tmp_path / "plain.sqlite")

    assert report.count(Outcome.IMPORTED) + report.count(Outcome.DUPLICATE) == len(articles)
    assert searchable == report.quotes
    rate = len(articles) / report.seconds
    lines = (
        f"{len(articles)} articles, {os.cpu_count()} cores, {JOBS} worker processes",
        f"reading alone          {len(articles) / reading:7.0f} articles/s",
        f"detection alone        {1 / detecting:7.0f} articles/s in one process",
        f"from file to quotes    {rate:7.0f} articles/s by the clock ({report.seconds:.1f} s; wanted: 400),",
        f"    {report.seconds / plain:.0f} times what plain sqlite3 takes to store the same rows, undetected",
        f"processor time         {1000 * used / len(articles):7.2f} ms an article,",
        f"    which two idle cores would do at {2 * len(articles) / used:.0f} articles/s at most",
        f"{searchable} quotes, {size / 1e6:.0f} MB",
    )
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
