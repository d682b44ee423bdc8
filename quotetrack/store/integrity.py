"""Is the file whole? A quick look when it is opened, a thorough one behind the window's back."""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from quotetrack.store.articles import text_hash
from quotetrack.store.errors import ProjectDamagedError
from quotetrack.store.rows import content_spans, quoted_text
from quotetrack.store.tables import TABLES

OPENING_SECONDS = 0.2
SMALL = 32 * 1024 * 1024
_HEADER = 100


def check_size(path: Path) -> None:
    """Compares the size of the file with the one that its header gives.

    Raises:
        ProjectDamagedError: a part of the file is missing.
    """
    beside = path.with_name(f"{path.name}-wal")
    if beside.exists() and beside.stat().st_size:
        return
    with path.open("rb") as file:
        header = file.read(_HEADER)
    page = int.from_bytes(header[16:18], "big")
    page = 65_536 if page == 1 else page
    pages = int.from_bytes(header[28:32], "big")
    if header[24:28] == header[92:96] and path.stat().st_size < page * pages:
        raise ProjectDamagedError("store.damaged", path=path)


def check_quickly(connection: sqlite3.Connection, path: Path, seconds: float = OPENING_SECONDS) -> None:
    """Looks at everything in a small file; at the ends of every table in one that takes long to read.

    Raises:
        ProjectDamagedError: something is wrong.
    """
    tables = _tables(connection)
    if not {*TABLES, "settings", "history", "history_changes"} <= set(tables):
        raise ProjectDamagedError("store.damaged", path=path)
    for table in tables:
        for end in ("min", "max"):
            connection.execute(f'SELECT {end}(rowid) FROM "{table}"').fetchall()
    if path.stat().st_size > SMALL:
        return
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise ProjectDamagedError("store.damaged", path=path)
    deadline = time.monotonic() + seconds
    for problem in _changed_texts(connection, deadline):
        raise ProjectDamagedError("store.damaged_article", title=problem)


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_schema"
        " WHERE type = 'table' AND rootpage > 0 AND sql NOT LIKE '%WITHOUT ROWID'"
    )
    return [row[0] for row in rows]


def _changed_texts(connection: sqlite3.Connection, deadline: float = math.inf) -> Iterator[str]:
    """The titles of articles whose text is not the one that was imported."""
    for id_, title, known, text in connection.execute(
        "SELECT id, title, text_hash, text FROM articles JOIN article_texts ON article_id = id"
    ):
        if text_hash(text) != known:
            yield title or str(id_)
        if time.monotonic() > deadline:
            return


def _changed_quotes(connection: sqlite3.Connection) -> Iterator[int]:
    """The quotes whose words are not those of their places in the article."""
    rows = connection.execute(
        "SELECT id, text, content, content_start, content_end, content_spans, cue, cue_start, cue_end,"
        " source, source_start, source_end FROM quotes JOIN article_texts USING (article_id)"
    )
    for id_, text, content, start, end, spans, *parts in rows:
        if content != quoted_text(text, content_spans(start, end, spans)):
            yield id_
            continue
        for words, first, last in (parts[:3], parts[3:]):
            if first is not None and text[first:last] != words:
                yield id_
                break


def check_thoroughly(connection: sqlite3.Connection) -> list[str]:
    """Everything that is wrong with a project, as lines for an expert; none where all is well.

    Takes seconds to a minute on a large file.
    """
    problems = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    if problems:
        return problems
    problems += [f"foreign key: {tuple(row)}" for row in connection.execute("PRAGMA foreign_key_check")]
    problems += [f"text of article: {title}" for title in _changed_texts(connection)]
    problems += [f"words of quote: {id_}" for id_ in _changed_quotes(connection)]
    return problems
