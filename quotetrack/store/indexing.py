"""Keeps the search indexes in step with the rows that a transaction changes.

The indexes hold folded words and no texts, so taking a document out needs the text as it was when
it went in. The indexer therefore remembers each document before its first change and writes the
difference once, at the end.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from functools import cache

from quotetrack.store.documents import Document, documents
from quotetrack.store.fingerprints import sketch
from quotetrack.store.tables import ARTICLE_SEARCH, INDEXES, SearchIndex
from quotetrack.store.words import Vocabulary, words
from quotetrack.text import fold

_BATCH = 5_000


@cache
def fold_version() -> str:
    """A fingerprint of what folding and taking apart do: an index made with others is made anew."""
    letters = "".join(
        map(chr, (*range(0x20, 0x7F), *range(0x300, 0x332), *range(0x600, 0x700), *range(0xFB50, 0xFDFE)))
    )
    folded = fold(letters)
    return hashlib.sha256("\n".join((folded, *words(folded))).encode()).hexdigest()[:16]


class Indexer:
    """Collects the documents that a transaction touches and brings the indexes up to date."""

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary | None = None) -> None:
        self._connection = connection
        self._vocabulary = vocabulary or Vocabulary()
        self.known_folds: dict[str, str] = {}
        self._before: dict[str, dict[int, Document | None]] = {index.name: {} for index in INDEXES}

    def _documents(self, index: SearchIndex, ids: Iterable[int]) -> dict[int, Document]:
        return documents(self._connection, index, ids, self.known_folds)

    def touch(self, table: str, columns: Iterable[str], owners: dict[str, list[int]], *, new: bool) -> None:
        """Remembers documents before `columns` of `table` change.

        `owners` has, for each feeding column, the ids of the documents; `new` says that the rows
        do not exist yet.
        """
        changed = frozenset(columns)
        for index in INDEXES:
            feed = index.feeds.get(table)
            if feed is None or not changed & feed.columns:
                continue
            before = self._before[index.name]
            ids = [id_ for id_ in owners[feed.document] if id_ not in before]
            if new and feed.document == "id":
                before.update(dict.fromkeys(ids))
                continue
            known = self._documents(index, ids)
            before.update((id_, known.get(id_)) for id_ in ids)

    def feeds(self, table: str) -> set[str]:
        """The columns of `table` that name documents."""
        return {index.feeds[table].document for index in INDEXES if table in index.feeds}

    def flush(self) -> None:
        """Writes what changed into the indexes and forgets it."""
        for index in INDEXES:
            before = self._before[index.name]
            ids = sorted(before)
            for start in range(0, len(ids), _BATCH):
                self._update(index, before, ids[start : start + _BATCH])
            before.clear()
        self.known_folds.clear()

    def _update(self, index: SearchIndex, before: dict[int, Document | None], ids: list[int]) -> None:
        after = self._documents(index, ids)
        columns = ", ".join(index.columns)
        marks = ", ".join("?" * len(index.columns))
        old = {id_: document for id_ in ids if (document := before[id_]) is not None}
        gone = {id_: document for id_, document in old.items() if document != after.get(id_)}
        come = {id_: document for id_, document in after.items() if document != old.get(id_)}
        self._connection.executemany(
            f"INSERT INTO {index.name} ({index.name}, rowid, {columns}) VALUES ('delete', ?, {marks})",
            [(id_, *document) for id_, document in gone.items()],
        )
        self._connection.executemany(
            f"INSERT INTO {index.name} (rowid, {columns}) VALUES (?, {marks})",
            [(id_, *document) for id_, document in come.items()],
        )
        if index is ARTICLE_SEARCH:
            self._sketch(gone, come)
        if not index.repeats:
            fresh = self._vocabulary.unknown(text for document in come.values() for text in document)
            self._connection.executemany(
                "INSERT OR IGNORE INTO words VALUES (?)", [(word,) for word in fresh]
            )

    def _sketch(self, gone: dict[int, Document], fresh: dict[int, Document]) -> None:
        """Keeps the fingerprints of the articles' texts."""
        self._connection.executemany(
            "DELETE FROM shingles WHERE hash = ? AND article_id = ?",
            [(hash_, id_) for id_, document in gone.items() for hash_ in sketch(document[-1])],
        )
        self._connection.executemany(
            "INSERT INTO shingles VALUES (?, ?)",
            [(hash_, id_) for id_, document in fresh.items() for hash_ in sketch(document[-1])],
        )


def rebuild(connection: sqlite3.Connection) -> None:
    """Makes all search indexes anew, after folding changed or the indexes were damaged."""
    indexer = Indexer(connection)
    connection.execute("DELETE FROM shingles")
    connection.execute("DELETE FROM words")
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index.name} ({index.name}) VALUES ('delete-all')")
        table = next(name for name, feed in index.feeds.items() if feed.document == "id")
        last = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        for start in range(0, last + 1, _BATCH):
            indexer.touch(
                table,
                next(iter(index.feeds.values())).columns,
                {"id": list(range(start, start + _BATCH))},
                new=True,
            )
            indexer.flush()
