"""Detection run again over what a project has: first what it would change, then the change."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import uuid4

from quotetrack.detection.records import Attribution
from quotetrack.importing.detecting import Detected, Detector
from quotetrack.operations import Redetect, perform, preview_redetection
from quotetrack.store import Project, Reading

_TELL_SECONDS = 0.05
_BATCH = 100
OnShare = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class ArticleNews:
    """How many quotes of one article are new, reported otherwise or gone when it is detected again.

    `kept` are those that a person has decided about, which stay as they are.
    """

    article: int
    added: int
    changed: int
    removed: int
    kept: int


class _Reports(Mapping[int, Sequence[Attribution]]):
    """Reports by article, packed: a project's worth of them is a tenth of its size that way."""

    def __init__(self) -> None:
        self._packed: dict[int, bytes] = {}

    def __setitem__(self, article: int, found: Sequence[Attribution]) -> None:
        self._packed[article] = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)

    def __getitem__(self, article: int) -> Sequence[Attribution]:
        found: Sequence[Attribution] = pickle.loads(self._packed[article])  # noqa: S301 - packed above
        return found

    def __iter__(self) -> Iterator[int]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


@dataclass(slots=True)
class Redetection:
    """What detecting again would change: the `news` of each article that has any.

    `looked` counts the articles that were detected, `failed` are those on which detection broke;
    their quotes stay. `found` are the reports, `cancelled` says that not every article was reached.
    """

    news: list[ArticleNews] = field(default_factory=list)
    looked: int = 0
    failed: list[int] = field(default_factory=list)
    cancelled: bool = False
    found: _Reports = field(default_factory=_Reports)


def look_again(
    reading: Reading,
    articles: Iterable[int] | None = None,
    *,
    jobs: int = 1,
    progress: OnShare = lambda _done, _expected: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Redetection:
    """Detects in `articles` (all, without them) again and says what would change; nothing is changed.

    `progress` is told how many articles are done, of how many.

    Raises:
        GoneError: there is no such article.
    """
    ids = list(reading.articles.ids() if articles is None else dict.fromkeys(articles))
    result = Redetection()
    told = 0.0
    with Detector[int](jobs) as detector:
        for article, detected in _detected(reading, ids, detector, cancelled):
            result.looked += 1
            _compare(reading, article, detected, result)
            if time.monotonic() - told > _TELL_SECONDS or result.looked == len(ids):
                told = time.monotonic()
                progress(result.looked, len(ids))
    result.cancelled = cancelled() and result.looked < len(ids)
    return result


def _detected(
    reading: Reading, ids: Iterable[int], detector: Detector[int], cancelled: Callable[[], bool]
) -> Iterator[tuple[int, Detected]]:
    for id_ in ids:
        if cancelled():
            return
        yield from detector.put(id_, reading.articles.text(id_))
    for found in detector.finish():
        if cancelled():
            return
        yield found


def _compare(reading: Reading, article: int, detected: Detected, result: Redetection) -> None:
    if detected.failed:
        result.failed.append(article)
        return
    (preview,) = preview_redetection(reading, {article: detected.attributions})
    if preview.added or preview.changed or preview.removed:
        counts = (len(preview.added), len(preview.changed), len(preview.removed), len(preview.kept))
        result.news.append(ArticleNews(article, *counts))
        result.found[article] = detected.attributions


def redetect(
    project: Project,
    redetection: Redetection,
    *,
    progress: OnShare = lambda _done, _expected: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Takes over what `look_again` found; in how many articles.

    What a person has decided meanwhile stays, too. Articles that are gone by now are passed over.
    All of it is undone in one step; when it is cancelled, what is done stays.
    """
    there = set(project.articles.ids())
    wanted = [one.article for one in redetection.news if one.article in there]
    done, batch = 0, uuid4().hex
    while done < len(wanted) and not cancelled():
        some = wanted[done : done + _BATCH]
        perform(project, Redetect({article: redetection.found[article] for article in some}), batch=batch)
        done += len(some)
        progress(done, len(wanted))
    return done
