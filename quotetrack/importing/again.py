"""Detection run again over articles that are in the project."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from quotetrack.detection.records import Attribution
from quotetrack.importing.detecting import Detected, Detector
from quotetrack.store import Reading


def detect_again(
    reading: Reading,
    articles: Sequence[int],
    *,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> dict[int, Sequence[Attribution]]:
    """What detection reports today, by article; nothing is stored.

    The result is what `operations.preview_redetection` and `operations.Redetect` take. An article
    on which detection breaks is left out, so that it stays as it is. `progress` is told how many
    are done and how many there are; once `cancelled` says so, only what is done is given back.
    """
    cancelled = cancelled or (lambda: False)
    found: dict[int, Sequence[Attribution]] = {}
    done = 0

    def take(article: int, detected: Detected) -> None:
        nonlocal done
        done += 1
        if not detected.failed:
            found[article] = detected.attributions
        if progress is not None:
            progress(done, len(articles))

    with Detector[int](jobs if jobs is not None else min(2, os.cpu_count() or 1)) as detector:
        for article in articles:
            if cancelled():
                return found
            for number, detected in detector.put(article, reading.articles.text(article)):
                take(number, detected)
        for number, detected in detector.finish():
            if cancelled():
                return found
            take(number, detected)
    return found
