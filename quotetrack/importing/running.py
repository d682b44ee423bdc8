"""One run of the queue."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from quotetrack.article import Article
from quotetrack.errors import QuotetrackError
from quotetrack.importing.detecting import Detected, Detector
from quotetrack.importing.records import Item, Outcome, Progress, Result
from quotetrack.importing.report import Report
from quotetrack.importing.sources import Found, OptionsOf, Source, read_source
from quotetrack.operations import ImportArticles, perform
from quotetrack.store import Project
from quotetrack.store.records import Kind

# Articles a transaction. Whoever decides about a quote meanwhile waits for one: it has to be short.
_SHORT_BATCH, _BATCH = 8, 256
_BATCH_SECONDS = 1.0
_TELL_SECONDS = 0.05
_FAILED = "importing.warning.detection_failed"


@dataclass(slots=True, kw_only=True)
class Run:
    """Reads on this thread, detects in worker processes, stores on this thread in batches."""

    project: Project
    sources: Sequence[Source]
    items: Sequence[Item]
    options_of: OptionsOf
    repeats: bool
    alone: bool
    progress: Callable[[Progress], None]
    cancelled: Callable[[], bool]
    results: list[Result | None] = field(default_factory=list)
    _batch: str = field(default_factory=lambda: uuid4().hex)
    _ready: list[tuple[int, Article, Detected]] = field(default_factory=list)
    _at: int = 0
    _expected: int = 0
    _done: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    _quotes: int = 0
    _stored_at: float = field(default_factory=time.monotonic)
    _told_at: float = 0.0

    def go(self, jobs: int) -> Report:
        """Does it all; see `ImportQueue.run`."""
        begun = time.monotonic()
        self._expected = len(self.sources)
        stopped: QuotetrackError | None = None
        was_cancelled = False
        with Detector[tuple[int, Article]](jobs) as detector:
            try:
                was_cancelled = self._read_all(detector)
                self._store()
            except QuotetrackError as error:
                stopped = error
                self._cancel_from(self._at)
            left = detector.drop()
        for number, article in [*left, *((number, article) for number, article, _ in self._ready)]:
            self._finish(number, _result(article, Outcome.CANCELLED, self.results[number]))
        results = tuple(result for result in self.results if result is not None)
        return Report(results, time.monotonic() - begun, was_cancelled, stopped)

    def _read_all(self, detector: Detector[tuple[int, Article]]) -> bool:
        """Takes every source in turn; whether a person stopped it."""
        for at, source in enumerate(self.sources):
            self._at = at
            name = self.items[at].name
            before = len(self.results)
            for found in read_source(source, name, self.options_of):
                if self.cancelled():
                    self._cancel_from(at if len(self.results) > before else at - 1)
                    return True
                self._take(found, name, detector)
            self._expected = max(self._expected, len(self.results) + len(self.sources) - at - 1)
            self._tell()
        for tag, detected in detector.finish():
            stop = self.cancelled()
            self._collect(tag, detected)
            if stop:
                return True
        return False

    def _take(self, found: Found, source: str, detector: Detector[tuple[int, Article]]) -> None:
        number = len(self.results)
        self._expected = max(self._expected, number + 1 + found.left)
        if not isinstance(found.what, Article):
            name = str(found.what.values.get("name") or source)
            self.results.append(None)
            self._finish(
                number,
                Result(
                    name=name, outcome=Outcome.FAILED, format=found.format, size=found.size, error=found.what
                ),
            )
        else:
            self.results.append(
                Result(name=source, outcome=Outcome.CANCELLED, format=found.format, size=found.size)
            )
            for tag, detected in detector.put((number, found.what), found.what.text):
                self._collect(tag, detected)
        self._tell()

    def _collect(self, tag: tuple[int, Article], detected: Detected) -> None:
        number, article = tag
        self._ready.append((number, article, detected))
        enough = _BATCH if self.alone else _SHORT_BATCH
        if len(self._ready) >= enough or time.monotonic() - self._stored_at > _BATCH_SECONDS:
            self._store()

    def _store(self) -> None:
        """Stores what is ready in one transaction."""
        if not self._ready:
            return
        pairs = [(_warned(article, detected), detected.attributions) for _, article, detected in self._ready]
        changes = perform(self.project, ImportArticles(pairs, repeats=self.repeats), batch=self._batch)
        ids = iter(changes.created.get(Kind.ARTICLES, ()))
        for place, ((number, _, detected), (article, _)) in enumerate(zip(self._ready, pairs, strict=True)):
            known = changes.skipped.get(place)
            outcome = Outcome.IMPORTED if known is None else Outcome.DUPLICATE
            result = _result(article, outcome, self.results[number])
            if known is None:
                result = replace(result, article=next(ids), quotes=len(detected.attributions))
            self._finish(number, replace(result, duplicate_of=known))
        self._ready = []
        self._stored_at = time.monotonic()
        self._tell()

    def _finish(self, number: int, result: Result) -> None:
        self.results[number] = result
        self._done[result.outcome] += 1
        self._quotes += result.quotes

    def _cancel_from(self, source_number: int) -> None:
        """Notes the sources that were not reached."""
        for item in self.items[source_number + 1 :]:
            self.results.append(
                Result(name=item.name, outcome=Outcome.CANCELLED, format=item.format, size=item.size)
            )

    def _tell(self) -> None:
        now = time.monotonic()
        done = sum(self._done.values())
        if now - self._told_at < _TELL_SECONDS and done < self._expected:
            return
        self._told_at = now
        self.progress(
            Progress(
                name=self.items[self._at].name if self.items else "",
                done=done,
                expected=self._expected,
                imported=self._done[Outcome.IMPORTED],
                duplicates=self._done[Outcome.DUPLICATE],
                failed=self._done[Outcome.FAILED],
                quotes=self._quotes,
            )
        )


def _warned(article: Article, detected: Detected) -> Article:
    if not detected.failed:
        return article
    origin = article.origin
    return replace(article, origin=replace(origin, warnings=(*origin.warnings, _FAILED)))


def _result(article: Article, outcome: Outcome, before: Result | None) -> Result:
    origin = article.origin
    return Result(
        name=origin.name or (before.name if before else ""),
        outcome=outcome,
        format=before.format if before else origin.format,
        size=before.size if before else 0,
        encoding=origin.encoding,
        quality=origin.quality,
        warnings=origin.warnings,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        link=article.link,
    )
