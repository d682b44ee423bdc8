"""Speed of the store at 100,000 articles and 1,000,000 quotes, beside plain sqlite3 with the same rows.

QUOTETRACK_BENCH_ARTICLES makes it smaller or larger; ten quotes an article.
"""

from __future__ import annotations

import gzip
import itertools
import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.article import Article
from quotetrack.detection.records import AttributionType
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import Project, Sort, SortBy
from tests.benchmarks.news import articles, common_word

COUNT = int(os.environ.get("QUOTETRACK_BENCH_ARTICLES", "100000"))
CHUNK = 1_000
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "saudinewsnet.jsonl.gz"
BEST = Sort(SortBy.RELEVANCE)


def report(what: str, figure: float, unit: str, target: str, plain: float | None = None) -> None:
    """One line: the figure, what it should be, and how many times plain sqlite3's it is."""
    ratio = "" if plain is None else f"   {figure / plain:6.2f} × plain sqlite3 ({plain:,.1f})"
    line = f"{what:<52}{figure:>12,.1f} {unit:<11}{target:<12}{ratio}"
    sys.stdout.write(line.rstrip() + "\n")


def milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1_000


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


class Plain:
    """The same rows in plain tables with the same plain indexes: no search, no undo, no linking."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.executescript("""
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT, outlet TEXT,
                published TEXT, link TEXT);
            CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT);
            CREATE TABLE quotes (id INTEGER PRIMARY KEY, article INTEGER, speaker TEXT, kind TEXT, role TEXT,
                content TEXT, cue TEXT, cue_class TEXT, source TEXT, type TEXT, status TEXT, confidence REAL,
                first INTEGER, last INTEGER, outlet TEXT, published TEXT);
            CREATE INDEX by_article ON quotes (article); CREATE INDEX by_speaker ON quotes (speaker);
            CREATE INDEX by_outlet ON quotes (outlet); CREATE INDEX by_date ON quotes (published);
        """)
        self.articles = 0

    def add(self, items: list[tuple[Article, list]]) -> None:  # type: ignore[type-arg]
        run = self.connection
        run.execute("BEGIN")
        first = self.articles + 1
        self.articles += len(items)
        numbered = list(enumerate(items, first))
        run.executemany(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?)",
            [(n, a.title, a.outlet, str(a.published), a.link) for n, (a, _) in numbered],
        )
        run.executemany("INSERT INTO texts VALUES (?, ?)", [(n, a.text) for n, (a, _) in numbered])
        run.executemany(
            "INSERT INTO quotes VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'unreviewed', ?, ?, ?, ?, ?)",
            [
                (
                    n,
                    q.speaker.name,
                    q.speaker.kind,
                    q.speaker.role,
                    q.content[0].of(a.text),
                    q.cue.of(a.text),
                    q.cue_class,
                    q.source.of(a.text),
                    q.type,
                    q.confidence,
                    *q.content[0],
                    a.outlet,
                    str(a.published),
                )
                for n, (a, found) in numbered
                for q in found
            ],
        )
        run.execute("COMMIT")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Plain]:
    """Both files, and the rate at which articles with their quotes went in."""
    folder = tmp_path_factory.mktemp("bench")
    path, plain = folder / "news.qtrack", Plain(folder / "plain.sqlite")
    ours = theirs = 0.0
    source = articles(COUNT)
    with Project.create(path) as project:
        while items := list(itertools.islice(source, CHUNK)):
            ours += milliseconds(lambda: ops.perform(project, ops.ImportArticles(items), batch="bench"))
            theirs += milliseconds(lambda: plain.add(items))
        quotes = project.quotes.count()
    size = path.stat().st_size / 1e6
    rows = f"{COUNT:,} articles, {quotes:,} quotes, {size:,.0f} MB"
    sys.stdout.write(f"\n{rows}; SQLite {sqlite3.sqlite_version}\n")
    report(
        "import, ten quotes an article", COUNT / ours * 1_000, "articles/s", "≥ 400", COUNT / theirs * 1_000
    )
    return path, plain


@pytest.fixture(scope="module")
def project(built: tuple[Path, Plain]) -> Iterator[Project]:
    with Project.open(built[0]) as opened:
        yield opened


OURS = """
from quotetrack.store import Project
project = Project.open(sys.argv[1])
count = project.quotes.count()
opened = time.perf_counter() - started
ids = project.quotes.ids()
project.quotes.rows(ids[:100])
project.quotes.facets()
project.close()
"""
THEIRS = """
import sqlite3
from array import array
plain = sqlite3.connect(sys.argv[1])
count = plain.execute("SELECT count(*) FROM quotes").fetchone()
opened = time.perf_counter() - started
ids = array("q", (row[0] for row in plain.execute("SELECT id FROM quotes ORDER BY published DESC")))
plain.execute("SELECT * FROM quotes ORDER BY published DESC LIMIT 100").fetchall()
for column in ("outlet", "speaker", "kind", "type", "cue_class", "status"):
    plain.execute(f"SELECT {column}, count(*) FROM quotes GROUP BY {column}").fetchall()
"""
MEASURED = """
import re, sys, time
started = time.perf_counter()
{work}
memory = re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())
print(opened * 1000, int(memory[1]) / 1024)
"""


def opened(work: str, path: Path) -> tuple[float, float]:
    """Milliseconds until the quotes of a file are counted, and megabytes after `work`; best of three."""
    code = MEASURED.format(work=work)
    lines = [
        subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True).stdout
        for _ in range(3)
    ]
    times, memory = zip(*(map(float, line.split()) for line in lines), strict=True)
    return min(times), max(memory)


def test_opening_and_memory(built: tuple[Path, Plain]) -> None:
    (ours, our_memory), (theirs, their_memory) = (
        opened(OURS, built[0]),
        opened(THEIRS, built[0].with_name("plain.sqlite")),
    )
    report("open and count, program start included", ours, "ms", "< 1000", theirs)
    report("memory with all ids, a page and all facets", our_memory, "MB", "< 250", their_memory)


def test_pages(project: Project, built: tuple[Path, Plain]) -> None:
    chance = random.Random(1)
    orders = {by: project.quotes.ids(sort=Sort(by)) for by in (SortBy.DATE, SortBy.SPEAKER)}
    times = []
    for ids in orders.values():
        for _ in range(60):
            at = chance.randrange(len(ids) - 100)
            times.append(milliseconds(lambda: project.quotes.rows(ids[at : at + 100])))  # noqa: B023
    plain = built[1].connection
    theirs = [
        milliseconds(
            lambda: plain.execute(
                "SELECT * FROM quotes JOIN articles ON articles.id = article ORDER BY quotes.published DESC"
                " LIMIT 100 OFFSET ?",
                (chance.randrange(COUNT * 10),),
            ).fetchall()
        )
        for _ in range(5)
    ]
    report("page of 100 rows anywhere, p95", p95(times), "ms", "< 20", p95(theirs))
    report("page of 100 rows anywhere, slowest", max(times), "ms", "< 20", max(theirs))
    for by in (SortBy.DATE, SortBy.SPEAKER, SortBy.CONFIDENCE, SortBy.STATUS):
        took = min(milliseconds(lambda: project.quotes.ids(sort=Sort(by))) for _ in range(2))  # noqa: B023
        report(f"ids of all quotes by {by}", took, "ms", "off thread")


def queries() -> Iterator[QuoteFilter]:
    chance = random.Random(2)
    for _ in range(40):
        rank = int(10 ** chance.uniform(0.5, 4.5))
        other = int(10 ** chance.uniform(0.5, 3))
        yield QuoteFilter(text=common_word(rank))
        yield QuoteFilter(text=f"{common_word(rank)} {common_word(other)}")
        yield QuoteFilter(text=f'"{common_word(rank)} {common_word(other)}"')
        yield QuoteFilter(text=f"{common_word(rank)[:4]}*")
        yield QuoteFilter(text=f"{common_word(rank)} -{common_word(other)}")
        yield QuoteFilter(text=common_word(rank), types=frozenset({AttributionType.DIRECT}))
    yield from (QuoteFilter(text=text) for text in ("أحمد", '"وزير الخارجية"', "الخبير محمد"))


def pieces() -> Iterator[QuoteFilter]:
    """One to four letters that stand within longer words."""
    chance = random.Random(3)
    for number in range(60):
        word = common_word(int(10 ** chance.uniform(0.5, 4.5)))
        yield QuoteFilter(text=word[-1 - number % 4 :], inside_words=True)
    yield from (QuoteFilter(text=text, inside_words=True) for text in ("ا", "ال", "ات", "ظ", "ال ا", "م -ث"))


def test_search(project: Project, built: tuple[Path, Plain]) -> None:
    def first_page(wanted: QuoteFilter) -> None:
        ids = project.quotes.ids(wanted, BEST, limit=50)
        project.quotes.rows(ids)
        project.quotes.snippets(ids, wanted)

    times = [milliseconds(lambda: first_page(wanted)) for wanted in queries()]  # noqa: B023
    plain = built[1].connection
    theirs = [
        milliseconds(
            lambda: plain.execute(
                "SELECT quotes.id FROM quotes JOIN texts ON texts.id = article"
                " WHERE content LIKE ?1 OR text LIKE ?1 LIMIT 50",
                (f"%{common_word(rank)}%",),  # noqa: B023
            ).fetchall()
        )
        for rank in (50, 3_000, 30_000)
    ]
    report("search: first page with snippets, median", statistics.median(times), "ms", "")
    report("search: first page with snippets, p95", p95(times), "ms", "< 50", max(theirs))
    report("search: slowest of all", max(times), "ms", "")
    inside = {wanted: milliseconds(lambda: first_page(wanted)) for wanted in pieces()}  # noqa: B023
    counted = [milliseconds(lambda: project.quotes.count(wanted)) for wanted in inside]  # noqa: B023
    found = list(inside.values())
    report("search inside words: first page, median", statistics.median(found), "ms", "")
    report("search inside words: first page, p95", p95(found), "ms", "< 50")
    report("search inside words: first page, slowest", max(found), "ms", "")
    report("search inside words: count of all, median", statistics.median(counted), "ms", "off thread")
    report("search inside words: count of all, slowest", max(counted), "ms", "off thread")


def test_facets(project: Project, built: tuple[Path, Plain]) -> None:
    wanted = {
        "none": QuoteFilter(confidence=(0.001, 1.0)),
        "two statuses, one type": QuoteFilter(
            statuses=frozenset({Status.UNREVIEWED, Status.CHECK}), types=frozenset({AttributionType.DIRECT})
        ),
        "three outlets": QuoteFilter(outlets=frozenset({1, 2, 3})),
        "dates": QuoteFilter(since=date(2018, 1, 1)),
        "speakers": QuoteFilter(speakers=frozenset(range(1, 20))),
        "a word in 4 % of quotes": QuoteFilter(text=common_word(500)),
        "a word in 30 % of quotes": QuoteFilter(text=common_word(50)),
        "a word in 80 % of quotes": QuoteFilter(text=common_word(5)),
        "all but a word in 30 % of quotes": QuoteFilter(text=f"-{common_word(50)}"),
    }
    plain = built[1].connection
    columns = ("outlet", "speaker", "kind", "type", "cue_class", "status")
    theirs = milliseconds(
        lambda: [plain.execute(f"SELECT {c}, count(*) FROM quotes GROUP BY {c}").fetchall() for c in columns]
    )
    for name, one in wanted.items():
        times = []
        for _ in range(3):
            project.quotes._counted.clear()
            times.append(milliseconds(lambda: project.quotes.facets(one)))  # noqa: B023
        report(f"facets under: {name}", min(times), "ms", "< 300", theirs)
    for name, one in wanted.items():
        took = min(milliseconds(lambda: project.quotes.newest_articles(one)) for _ in range(3))  # noqa: B023
        report(f"newest articles under: {name}", took, "ms", "off thread")
    for name, counting in (
        ("day", project.quotes.days),
        ("outlet, unnamed", project.quotes.unnamed),
        ("speaker, class of cue", project.quotes.classes_of_speakers),
    ):
        took = min(milliseconds(counting) for _ in range(3))
        report(f"counts by {name}, for a chart", took, "ms", "off thread")


def test_confirm_and_next(project: Project, built: tuple[Path, Plain]) -> None:
    ids = project.quotes.ids(limit=300)

    def decide(at: int, following: int) -> None:
        ops.perform(project, ops.Confirm((at,)))
        project.quotes.get(following)

    times = [milliseconds(partial(decide, *pair)) for pair in itertools.pairwise(ids)]
    plain = built[1].connection
    theirs = [
        milliseconds(lambda: plain.execute("UPDATE quotes SET status = 'confirmed' WHERE id = ?", (id_,)))  # noqa: B023
        for id_ in ids
    ]
    report(
        "confirm and read the next, median", statistics.median(times), "ms", "< 20", statistics.median(theirs)
    )
    report("confirm and read the next, p95", p95(times), "ms", "< 20", p95(theirs))
    report("undo of one confirmation", milliseconds(lambda: ops.undo(project)), "ms", "")


def test_speakers(project: Project) -> None:
    report(
        "speaker suggestions while typing",
        min(milliseconds(lambda: project.speakers.suggest("محمد الصن")) for _ in range(3)),
        "ms",
        "",
    )
    report(
        "merge suggestions over all speakers",
        milliseconds(project.speakers.merge_suggestions),
        "ms",
        "off thread",
    )
    report(
        "merge suggestions for one speaker",
        milliseconds(lambda: project.speakers.merge_suggestions(7)),
        "ms",
        "",
    )


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside the checkout")
def test_real_articles(tmp_path: Path) -> None:
    from quotetrack.detection.detector import detect

    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        news = [json.loads(line) for line in itertools.islice(lines, 6_000)]
    items = [
        Article(text=one["text"], title=one["title"], outlet=one["outlet"], link=one["url"]) for one in news
    ]
    started = time.perf_counter()
    found = [(article, detect(article.text)) for article in items]
    detecting = time.perf_counter() - started
    with Project.create(tmp_path / "real.qtrack") as project:
        ours = 0.0
        for at in range(0, len(found), CHUNK):
            part = found[at : at + CHUNK]
            ours += milliseconds(lambda: ops.perform(project, ops.ImportArticles(part)))  # noqa: B023
        quotes = project.quotes.count()
        repeats = sum(row.duplicate_of is not None for row in project.articles.list(limit=10_000))
        sys.stdout.write(f"{len(found):,} real articles, {quotes:,} quotes, {repeats:,} told twice\n")
        report("detection alone, one process", len(found) / detecting, "articles/s", "")
        report("import of what was detected", len(found) / ours * 1_000, "articles/s", "")
