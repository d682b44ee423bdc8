"""Connections: one that writes, any number that read."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

WRITER_CACHE = 64 * 1024
# Counting goes along an index that takes some 50 MB at a million quotes, again and again.
READER_CACHE = 96 * 1024
WAL_KEPT = 64 * 1024 * 1024
Query = tuple[str, Sequence[Any]]
"""SQL and its parameters."""
# Four times SQLite's own: a bulk import would copy the same pages over after every batch.
CHECKPOINT_PAGES = 4_000


@lru_cache(maxsize=64)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _matches(pattern: str, text: str | None) -> bool:
    return text is not None and _pattern(pattern).search(text) is not None


def _connect(path: Path, mode: str, *pragmas: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=5,
    )
    try:
        connection.create_function("regexp", 2, _matches, deterministic=True)
        for pragma in ("foreign_keys = ON", "temp_store = MEMORY", *pragmas):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_writer(path: Path, *, create: bool = False) -> sqlite3.Connection:
    """A connection that may write; every statement outside a transaction commits itself."""
    return _connect(
        path,
        "mode=rwc" if create else "mode=rw",
        f"cache_size = -{WRITER_CACHE}",
        "synchronous = FULL",
        f"journal_size_limit = {WAL_KEPT}",
        f"wal_autocheckpoint = {CHECKPOINT_PAGES}",
        "recursive_triggers = ON",
    )


def connect_reader(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """A connection that only reads; `immutable` for a file that nobody writes.

    That is also said of a file in a folder without the right to write: SQLite would want to put
    its shared memory there.
    """
    immutable = immutable or not os.access(path.parent, os.W_OK)
    return _connect(path, "immutable=1" if immutable else "mode=ro", f"cache_size = -{READER_CACHE}")


def path_of(connection: sqlite3.Connection) -> Path:
    """The file that a connection is to."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])
