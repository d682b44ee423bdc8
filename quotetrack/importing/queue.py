"""The queue: sources in, results out, one writer, and nothing lost when it is stopped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace

from quotetrack.article import Article
from quotetrack.importing.records import Item, Progress
from quotetrack.importing.report import Report
from quotetrack.importing.running import Run
from quotetrack.importing.sources import Found, Source, first_look, read_source
from quotetrack.readers import ReadOptions
from quotetrack.store import Project, Reading
from quotetrack.store.articles import text_hash
from quotetrack.text import fold

OnProgress = Callable[[Progress], None]
Identity = tuple[str, str, str]


class ImportQueue:
    """Imports sources into a project.

    `run` and `look` block: the window calls them on a worker thread, the command line directly.
    Others may read the project meanwhile. Everything that one `run` imports is undone in one step.
    `jobs` are the worker processes for detection (two by default, as far as there are cores);
    `repeats` imports articles that the project has already.
    """

    def __init__(
        self,
        project: Project,
        sources: Iterable[Source],
        *,
        options: ReadOptions | None = None,
        jobs: int | None = None,
        repeats: bool = False,
    ) -> None:
        self._project = project
        self._sources = tuple(sources)
        self._options = options or ReadOptions()
        self._jobs = jobs if jobs is not None else min(2, os.cpu_count() or 1)
        self._repeats = repeats
        self.items: tuple[Item, ...] = tuple(map(first_look, self._sources))

    def look(
        self, *, progress: OnProgress | None = None, cancelled: Callable[[], bool] | None = None
    ) -> tuple[Item, ...]:
        """Reads everything without storing it, so that `items` say what to expect."""
        reader = self._project.reader()
        try:
            seen: dict[Identity, int | None] = {}
            for number, source in enumerate(self._sources):
                if cancelled is not None and cancelled():
                    break
                if progress is not None:
                    progress(Progress(name=self.items[number].name, done=number, expected=len(self.items)))
                item = _looked_at(self.items[number], read_source(source, self._options), reader, seen)
                self.items = (*self.items[:number], item, *self.items[number + 1 :])
        finally:
            reader.close()
        return self.items

    def run(
        self, *, progress: OnProgress | None = None, cancelled: Callable[[], bool] | None = None
    ) -> Report:
        """Reads, detects and stores.

        A file that cannot be read is a result, not an error; trouble with the project's own file
        ends the run and is the report's `stopped`. `cancelled` is asked between articles; what is
        stored by then stays.
        """
        return Run(
            self._project,
            self._sources,
            self.items,
            self._options,
            self._repeats,
            progress or (lambda _: None),
            cancelled or (lambda: False),
        ).go(self._jobs)


def _looked_at(item: Item, found: Iterable[Found], reader: Reading, seen: dict[Identity, int | None]) -> Item:
    """An item with what reading it has shown."""
    articles = failures = duplicates = 0
    first: Article | None = None
    warnings: dict[str, None] = {}
    for one in found:
        if not isinstance(one.what, Article):
            failures += 1
            item = replace(item, error=item.error or one.what)
            continue
        articles += 1
        origin = one.what.origin
        warnings |= dict.fromkeys(origin.warnings)
        item = replace(item, quality=min(item.quality, origin.quality), format=item.format or one.format)
        known = _known(one.what, reader, seen)
        if known is not _NEW:
            duplicates += 1
            item = replace(item, duplicate_of=item.duplicate_of or known)
        if first is None:
            first = one.what
            item = replace(item, encoding=origin.encoding, first=first.title)
    return replace(
        item,
        articles=articles,
        failures=failures,
        duplicates=duplicates,
        warnings=tuple(warnings),
        error=item.error if not articles else None,
    )


_NEW = -1


def _known(article: Article, reader: Reading, seen: dict[Identity, int | None]) -> int | None:
    """The id of the same article in the project, None when it is further up in the queue, _NEW when new."""
    identity = (text_hash(article.text), fold(article.title), fold(" ".join(article.outlet.split())))
    if identity in seen:
        return seen[identity]
    known = reader.articles.same([identity[0]]).get(identity)
    seen[identity] = known
    return _NEW if known is None else known
