"""Bringing articles in off the window's thread: read, detect, store, with a result for each file."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from uuid import uuid4

from quotetrack import operations as ops
from quotetrack import readers
from quotetrack.article import Article
from quotetrack.detection import detect
from quotetrack.errors import QuotetrackError
from quotetrack.store import Project
from quotetrack.store.records import Changes, Kind
from ui.tasks import Task

_BULK_FILES = 4
_BULK_CHARACTERS = 200_000
_ARTICLES_AT_ONCE = 8


@dataclass(slots=True)
class Result:
    """How one file ended."""

    name: str
    articles: list[int] = field(default_factory=list)
    known: list[int] = field(default_factory=list)
    quotes: int = 0
    errors: list[QuotetrackError] = field(default_factory=list)
    warnings: set[str] = field(default_factory=set)


def files_below(paths: Sequence[Path]) -> list[Path]:
    """The files that `paths` name; of folders, those that a reader knows."""
    known = tuple(readers.suffixes())
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found.extend(
                sorted(
                    each for each in path.rglob("*") if each.is_file() and each.name.lower().endswith(known)
                )
            )
        else:
            found.append(path)
    return found


def import_files(project: Project, paths: Sequence[Path], task: Task) -> list[Result]:
    """Read, detect and store every file; one that fails does not stop the others."""
    files = files_below(paths)
    batch = uuid4().hex
    results: list[Result] = []
    with _detector(bulk=len(files) >= _BULK_FILES) as detector:
        for number, path in enumerate(files):
            task.progress(number, len(files), path.name)
            result = Result(path.name)
            results.append(result)
            try:
                for articles in _read(path, result):
                    _store(project, articles, result, batch, detector)
                    task.progress(number, len(files), path.name)
            except QuotetrackError as problem:
                result.errors.append(problem)
    return results


def import_articles(project: Project, articles: Sequence[Article], task: Task) -> list[Result]:
    """Detect and store articles that are already read."""
    batch = uuid4().hex
    results: list[Result] = []
    with _detector(bulk=sum(len(article.text) for article in articles) > _BULK_CHARACTERS) as detector:
        for number, article in enumerate(articles):
            task.progress(number, len(articles), article.title)
            result = Result(article.title or article.origin.name)
            results.append(result)
            try:
                _store(project, [article], result, batch, detector)
            except QuotetrackError as problem:
                result.errors.append(problem)
    return results


class _detector:  # noqa: N801 - used like a function
    """Detection here, or in processes of its own where it would hold up the window."""

    def __init__(self, *, bulk: bool) -> None:
        self._pool: ProcessPoolExecutor | None = None
        if bulk:
            self._pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def found(self, articles: Sequence[Article]) -> list[tuple[Article, list[object]]]:
        """Each article with what was detected in it."""
        texts = [article.text for article in articles]
        made = self._pool.map(detect, texts) if self._pool is not None else map(detect, texts)
        return list(zip(articles, made, strict=True))  # type: ignore[arg-type]


def _read(path: Path, result: Result) -> Iterator[list[Article]]:
    waiting: list[Article] = []
    for found in readers.read_each(path):
        if isinstance(found, Article):
            waiting.append(found)
        else:
            result.errors.append(found)
        if len(waiting) == _ARTICLES_AT_ONCE:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _store(
    project: Project, articles: list[Article], result: Result, batch: str, detector: _detector
) -> None:
    changes: Changes = ops.perform(project, ops.ImportArticles(detector.found(articles)), batch=batch)  # type: ignore[arg-type]
    result.articles.extend(changes.created.get(Kind.ARTICLES, ()))
    result.known.extend(changes.skipped.values())
    result.quotes += len(changes.created.get(Kind.QUOTES, ()))
    for article in articles:
        result.warnings.update(article.origin.warnings)
