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
