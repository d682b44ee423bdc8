"""Project files as earlier versions of the program made them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

OLD_SCHEMAS = Path(__file__).parent
Structure = dict[str, object]


def make_version_1(path: Path) -> None:
    """Turns a closed project of today into one of version 1, which had another index for counts."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP INDEX quotes_by_outlet")
        (index,) = re.findall(r"CREATE INDEX quotes_by_outlet [^;]+;", old_script(1))
        connection.execute(index)
        connection.execute("PRAGMA user_version = 1")


def old_script(version: int) -> str:
    """The script that made an empty project of `version`."""
    return (OLD_SCHEMAS / f"schema_{version}.sql").read_text(encoding="utf-8")


def structure(connection: sqlite3.Connection) -> Structure:
    """What a schema says, however it is written: columns, indexes, keys, triggers, views."""
    found: Structure = {}
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema"):
        if kind == "table":
            for pragma in ("table_xinfo", "foreign_key_list"):
                found[f"{pragma} {name}"] = connection.execute(f"PRAGMA {pragma}('{name}')").fetchall()
        elif kind == "index":
            found[f"index {name}"] = connection.execute(f"PRAGMA index_xinfo('{name}')").fetchall()
        else:
            found[f"{kind} {name}"] = sql
    return found
