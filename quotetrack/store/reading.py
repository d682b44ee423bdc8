"""Everything that can be read over one connection."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from quotetrack.store.articles import Articles
from quotetrack.store.beside import Beside
from quotetrack.store.catalogue import Outlets, SavedFilters, Tags
from quotetrack.store.connection import connect_reader
from quotetrack.store.history import History
from quotetrack.store.quotes import Quotes
from quotetrack.store.speakers import Speakers


class Reading:
    """The reading side of a project."""

    articles: Articles
    quotes: Quotes
    speakers: Speakers
    outlets: Outlets
    tags: Tags
    saved_filters: SavedFilters
    history: History

    def __init__(self, connection: sqlite3.Connection, beside: Beside | None = None) -> None:
        self._connection = connection
        self.articles = Articles(connection)
        self.speakers = Speakers(connection)
        self.quotes = Quotes(connection, self.speakers, beside)
        self.outlets = Outlets(connection)
        self.tags = Tags(connection)
        self.saved_filters = SavedFilters(connection)
        self.history = History(connection)


class Reader(Reading):
    """A second pair of eyes on a project, for a worker thread; close it when done."""

    def __init__(self, path: Path) -> None:
        self._beside = Beside(path)
        super().__init__(connect_reader(path), self._beside)
        self.path = path

    def interrupt(self) -> None:
        """Stops the query that runs on this reader in another thread."""
        self._connection.interrupt()
        self._beside.interrupt()

    def close(self) -> None:
        """Closes what it reads over."""
        self._beside.close()
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
