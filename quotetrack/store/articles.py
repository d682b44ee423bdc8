"""Reading articles."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from quotetrack.article import Article, Origin, OriginKind
from quotetrack.store.damage import tells_damage
from quotetrack.store.errors import GoneError, ProjectDamagedError, StoreError
from quotetrack.store.records import ArticleRow, StoredArticle
from quotetrack.store.rows import LISTED, day, ids_json, moment
from quotetrack.text import fold

_ARTICLE = """
SELECT a.id, t.text, a.title, coalesce(o.name, ''), a.author, a.published, a.link, a.pages, a.origin_kind,
    a.origin_name, a.origin_format, a.origin_encoding, a.origin_retrieved, a.quality, a.warnings,
    a.imported, a.text_hash, a.original_hash, a.outlet_id, a.duplicate_of, a.similarity
FROM articles a
JOIN article_texts t ON t.article_id = a.id
LEFT JOIN outlets o ON o.id = a.outlet_id
WHERE a.id = ?
"""

_ROW = """
SELECT a.id, a.title, coalesce(o.name, ''), a.outlet_id, a.author, a.published, a.link, a.imported, a.length,
    (SELECT count(*) FROM quotes WHERE article_id = a.id),
    (SELECT count(*) FROM quotes WHERE article_id = a.id AND status = 'unreviewed'),
    a.quality, a.warnings, a.duplicate_of
FROM articles a LEFT JOIN outlets o ON o.id = a.outlet_id
"""


def text_hash(text: str) -> str:
    """The fingerprint of a frozen text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def packed_original(data: bytes) -> str:
    """The bytes of an original as the table keeps them."""
    return base64.b85encode(gzip.compress(data, mtime=0)).decode("ascii")


@tells_damage
class Articles:
    """The articles of a project."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, id_: int) -> StoredArticle:
        """An article with its text.

        Raises:
            GoneError: there is no such article (any more).
            ProjectDamagedError: the text is not the one that was imported.
        """
        row = self._connection.execute(_ARTICLE, (id_,)).fetchone()
        if row is None:
            raise self._missing(id_)
        stored = _stored(row)
        if text_hash(stored.article.text) != stored.text_hash:
            raise ProjectDamagedError("store.damaged_article", title=stored.article.title or str(id_))
        return stored

    def original(self, id_: int) -> bytes | None:
        """The bytes that an article was read from, as they came; None where they were not kept.

        Raises:
            ProjectDamagedError: they are not the ones that came.
        """
        row = self._connection.execute(
            "SELECT packed, original_hash, title FROM originals JOIN articles ON id = article_id"
            " WHERE article_id = ?",
            (id_,),
        ).fetchone()
        if row is None:
            return None
        try:
            data = gzip.decompress(base64.b85decode(row[0]))
        except (ValueError, OSError, EOFError, zlib.error):
            data = b""
        if hashlib.sha256(data).hexdigest() != row[1]:
            raise ProjectDamagedError("store.damaged_article", title=row[2] or str(id_))
        return data

    def ids(self) -> Sequence[int]:
        """The ids of all articles, newest import first."""
        return [row[0] for row in self._connection.execute("SELECT id FROM articles ORDER BY id DESC")]

    def count(self) -> int:
        """How many articles there are."""
        return int(self._connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    def list(self, limit: int = 1_000, offset: int = 0) -> Sequence[ArticleRow]:
        """Articles without their texts, newest import first."""
        rows = self._connection.execute(f"{_ROW} ORDER BY a.id DESC LIMIT ? OFFSET ?", (limit, offset))
        return [_row(row) for row in rows]

    def rows(self, ids: Iterable[int]) -> Sequence[ArticleRow]:
        """The articles `ids` without their texts, by id."""
        found = self._connection.execute(f"{_ROW} WHERE a.id {LISTED} ORDER BY a.id", (ids_json(ids),))
        return [_row(row) for row in found]

    def same(self, hashes: Iterable[str]) -> dict[tuple[str, ...], int]:
        """The articles with these texts, by hash, folded title and folded outlet."""
        rows = self._connection.execute(
            "SELECT a.text_hash, a.title, coalesce(o.folded, ''), a.id FROM articles a"
            " LEFT JOIN outlets o ON o.id = a.outlet_id"
            " WHERE a.text_hash IN (SELECT value FROM json_each(?)) ORDER BY a.id DESC",
            (json.dumps(list(hashes)),),
        )
        return {(hash_, fold(title), outlet): id_ for hash_, title, outlet, id_ in rows}

    def dismissed_rows(self, ids: Iterable[int]) -> Sequence[int]:
        """The rows that keep quotes of these articles from being detected again."""
        rows = self._connection.execute(
            f"SELECT id FROM dismissed WHERE article_id {LISTED} ORDER BY id", (ids_json(ids),)
        )
        return [row[0] for row in rows]

    def dismissed(self, id_: int) -> Sequence[str]:
        """What a person took out of an article, as the detector's keys."""
        rows = self._connection.execute("SELECT detected FROM dismissed WHERE article_id = ?", (id_,))
        return [row[0] for row in rows]

    def first_with(self, hashes: Iterable[str]) -> dict[str, int]:
        """The first article with each of these texts, by hash; those that no article has are left out."""
        rows = self._connection.execute(
            "SELECT text_hash, min(id) FROM articles"
            " WHERE text_hash IN (SELECT value FROM json_each(?)) GROUP BY text_hash",
            (json.dumps(list(hashes)),),
        )
        return dict(rows.fetchall())

    def with_fingerprints(self, hashes: Iterable[int], each: int = 30) -> Sequence[tuple[int, int]]:
        """These fingerprints with the articles that have them, of each the newest `each`."""
        rows = self._connection.execute(
            "SELECT wanted.value, article_id FROM json_each(?1) wanted CROSS JOIN shingles"
            " ON hash = wanted.value AND article_id IN"
            " (SELECT article_id FROM shingles WHERE hash = wanted.value ORDER BY article_id DESC LIMIT ?2)",
            (ids_json(hashes), each),
        )
        return rows.fetchall()

    def text(self, id_: int) -> str:
        """The text of an article alone."""
        row = self._connection.execute(
            "SELECT text FROM article_texts WHERE article_id = ?", (id_,)
        ).fetchone()
        if row is None:
            raise self._missing(id_)
        return str(row[0])

    def _missing(self, id_: int) -> StoreError:
        """What to say where an article cannot be had: its text alone cannot be gone."""
        row = self._connection.execute("SELECT title FROM articles WHERE id = ?", (id_,)).fetchone()
        if row is None:
            return GoneError("store.gone_article", id=id_)
        return ProjectDamagedError("store.damaged_article", title=row[0] or str(id_))

    def original_of(self, id_: int) -> int:
        """The article whose story this one repeats, or its own id."""
        row = self._connection.execute("SELECT duplicate_of FROM articles WHERE id = ?", (id_,)).fetchone()
        return id_ if row is None or row[0] is None else int(row[0])

    def duplicates_of(self, id_: int) -> Sequence[int]:
        """The articles that repeat this one's story."""
        rows = self._connection.execute("SELECT id FROM articles WHERE duplicate_of = ? ORDER BY id", (id_,))
        return [row[0] for row in rows]


def _stored(row: tuple[Any, ...]) -> StoredArticle:
    cells: Iterator[Any] = iter(row)
    take = cells.__next__
    return StoredArticle(
        id=take(),
        article=Article(
            text=take(),
            title=take(),
            outlet=take(),
            author=take(),
            published=day(take()),
            link=take(),
            pages=tuple(json.loads(take())),
            origin=Origin(
                kind=OriginKind(take()),
                name=take(),
                format=take(),
                encoding=take(),
                retrieved=moment(take()),
                quality=take(),
                warnings=tuple(json.loads(take())),
            ),
        ),
        imported=datetime.fromisoformat(take()),
        text_hash=take(),
        original_hash=take(),
        outlet_id=take(),
        duplicate_of=take(),
        similarity=take(),
    )


def _row(row: tuple[Any, ...]) -> ArticleRow:
    cells: Iterator[Any] = iter(row)
    take = cells.__next__
    return ArticleRow(
        id=take(),
        title=take(),
        outlet=take(),
        outlet_id=take(),
        author=take(),
        published=day(take()),
        link=take(),
        imported=datetime.fromisoformat(take()),
        length=take(),
        quotes=take(),
        unreviewed=take(),
        quality=take(),
        warnings=tuple(json.loads(take())),
        duplicate_of=take(),
    )
