"""A canonical dump: every row of every table a person's work lives in."""

from __future__ import annotations

from quotetrack.store import Project
from quotetrack.store.tables import TABLES


def dump(project: Project) -> bytes:
    lines: list[str] = []
    for table in sorted(TABLES):
        rows = project._connection.execute(f"SELECT * FROM {table} ORDER BY rowid")
        lines.extend(f"{table} {row!r}" for row in rows)
    return "\n".join(lines).encode()


def search_dump(project: Project) -> list[tuple[object, ...]]:
    """Every word of the search indexes with the document it is in."""
    writes = project._writes
    assert writes is not None
    connection = writes.connection
    found: list[tuple[object, ...]] = []
    for index in ("quote_search", "article_search", "speaker_search"):
        connection.execute(f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, {index}, instance)")
        found += connection.execute("SELECT term, doc, col FROM temp.vocabulary").fetchall()
        connection.execute("DROP TABLE temp.vocabulary")
    return found
