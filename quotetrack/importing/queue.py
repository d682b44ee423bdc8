"""The queue: sources in, results out, one writer, and nothing lost when it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from threading import Lock

from quotetrack.importing.detecting import usual_jobs
from quotetrack.importing.looking import Looking
from quotetrack.importing.records import Choice, Item, Progress
from quotetrack.importing.report import Report
from quotetrack.importing.running import Run
from quotetrack.importing.samples import Sample, sample_of
from quotetrack.importing.sources import Source, WebAddress, first_look, opened
from quotetrack.readers import ReadError, ReadOptions
from quotetrack.store import Project, Reading

OnProgress = Callable[[Progress], None]
OnItem = Callable[[int, Item], None]
Asked = Callable[[], bool]


def _never() -> bool:
    return False


class ImportQueue:
    """Imports sources into a project.

    `run`, `look` and `sample` block: the window calls them on a worker thread, the command line
    directly. Others may read the project meanwhile. Everything that one `run` imports is undone in
    one step. `options` hold for the whole queue; `rules` say for names that match a pattern, and
    `choices` for an item's (or part's) own name, what the user wants otherwise there. `jobs` are
    the worker processes for detection (`usual_jobs` by default); `repeats` imports articles that
    the project has already.
    """

    def __init__(  # noqa: PLR0913 - what a user can say about an import, each with its name
        self,
        project: Project,
        sources: Iterable[Source],
        *,
        options: ReadOptions | None = None,
        choices: Mapping[str, Choice] | None = None,
        rules: Sequence[tuple[str, Choice]] = (),
        jobs: int | None = None,
        repeats: bool = False,
    ) -> None:
        self._project = project
        self._sources = list(sources)
        self._options = options or ReadOptions()
        self.choices = dict(choices or {})
        self._rules = tuple(rules)
        self._jobs = jobs if jobs is not None else usual_jobs()
        self.repeats = repeats
        self.items: tuple[Item, ...] = tuple(map(first_look, self._sources))
        self._looking = Looking()
        self._lock = Lock()

    def look(
        self,
        *,
        progress: OnProgress = lambda _: None,
        cancelled: Asked = _never,
        each: OnItem | None = None,
    ) -> tuple[Item, ...]:
        """Reads what was not looked at yet without storing it, so that `items` say what to expect.

        `each` is told of every item that became known. A page that was fetched for it is not
        fetched again by `run`.
        """
        with self._project.reader() as reader:
            for number, item in enumerate(self.items):
                if item.articles is not None:
                    continue
                if cancelled():
                    break
                progress(Progress(name=item.name, done=number, expected=len(self.items)))
                self._look_at(number, reader, cancelled, each)
        return self.items

    def look_again(self, name: str, *, cancelled: Asked = _never) -> None:
        """Reads one item anew, after another choice for it or for one of its parts."""
        with self._project.reader() as reader:
            for number, item in enumerate(self.items):
                if item.name == name or any(part.name == name for part in item.parts):
                    self._look_at(number, reader, cancelled, None)

    def _look_at(self, number: int, reader: Reading, cancelled: Asked, each: OnItem | None) -> None:
        # Looking at all and looking again at one may happen on two threads.
        with self._lock:
            self._look_alone(number, reader, cancelled, each)

    def _look_alone(self, number: int, reader: Reading, cancelled: Asked, each: OnItem | None) -> None:
        options_of = partial(self._options_of, stopped=cancelled)
        source, blank = self._sources[number], first_look(self._sources[number])
        if isinstance(source, WebAddress):
            try:
                source = self._sources[number] = opened(source, replace(self._options, stopped=cancelled))
            except ReadError as error:
                if not cancelled():
                    self._put(number, replace(blank, articles=0, error=error), each)
                return
            blank = replace(first_look(source), name=blank.name)
        item = self._looking.at(number, blank, source, options_of, reader)
        if not cancelled():
            self._put(number, item, each)

    def _put(self, number: int, item: Item, each: OnItem | None) -> None:
        self.items = (*self.items[:number], item, *self.items[number + 1 :])
        if each is not None:
            each(number, item)

    def sample(self, name: str, *, cancelled: Asked = _never) -> Sample:
        """How the item or part called `name` begins as it will be read, and what can be chosen for it.

        Nothing is fetched for it: of an address that was not looked at the sample is empty.
        """
        options_of = partial(self._options_of, stopped=cancelled)
        for source, item in zip(self._sources, self.items, strict=True):
            inside = item.name == name or any(part.name == name for part in item.parts)
            if inside and not isinstance(source, WebAddress):
                return sample_of(source, item.name, name, options_of)
        return Sample()

    def _options_of(self, name: str, stopped: Asked) -> ReadOptions | None:
        options = replace(self._options, stopped=stopped)
        for choice in self._chosen_for(name):
            if choice.left_out:
                return None
            options = replace(
                options,
                encoding=choice.encoding or options.encoding,
                columns=choice.columns or options.columns,
            )
        return options

    def _chosen_for(self, name: str) -> Iterator[Choice]:
        """What is chosen for a name, the most special last; an archive's choice holds for its parts."""
        path = PurePath(name)
        around = (path, *path.parents)
        for pattern, choice in self._rules:
            if any(one.match(pattern) for one in around):
                yield choice
        for key in sorted(self.choices, key=len):
            if name == key or name.startswith(f"{key}/"):
                yield self.choices[key]

    def run(
        self,
        *,
        alone: bool = False,
        progress: OnProgress = lambda _: None,
        cancelled: Asked = _never,
    ) -> Report:
        """Reads, detects and stores.

        A file that cannot be read is a result, not an error; trouble with the project's own file
        ends the run and is the report's `stopped`. `cancelled` is asked all the time, also while a
        file is parsed or a page fetched; what is stored by then stays. With `alone` nobody changes
        the project meanwhile, and transactions are as long as is fastest.
        """
        wanted = [
            (source, item)
            for source, item in zip(self._sources, self.items, strict=True)
            if self._options_of(item.name, cancelled) is not None
        ]
        return Run(
            project=self._project,
            sources=[source for source, _ in wanted],
            items=[item for _, item in wanted],
            options_of=partial(self._options_of, stopped=cancelled),
            repeats=self.repeats,
            alone=alone,
            progress=progress,
            cancelled=cancelled,
        ).go(self._jobs)
