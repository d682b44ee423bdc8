"""The file as other programs see it: sqlite-utils, Datasette, DB Browser, the sqlite3 shell."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from quotetrack import operations as ops
from quotetrack.store import Project, schema
from tests.store.articles import MINISTER, dam_article, short_article

README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article(), short_article(1)]))
        ops.perform(project, ops.Tag((1,), "مياه"))
    with closing(sqlite3.connect(path)) as connection:
        yield Database(connection)


def test_the_sheet_says_it_all_without_our_program(database: Database) -> None:
    rows = list(database.view("quote_sheet").rows)
    assert len(rows) == 5
    assert (rows[0]["speaker"], rows[0]["outlet"], rows[0]["tags"]) == (MINISTER, "صحيفة النهر", "مياه")
    assert {"quote", "cue", "type", "status", "title", "published", "link"} <= rows[0].keys()
    assert [row["quotes"] for row in database.view("article_sheet").rows] == [4, 1]


def test_every_reference_is_a_foreign_key_with_an_index(database: Database) -> None:
    for table in database.tables:
        keys = {key.column for key in table.foreign_keys}
        referring = {column.name for column in table.columns if column.name.endswith("_id")}
        if table.name != "shingles":
            assert referring <= keys, table.name
        indexed = {index.columns[0] for index in table.indexes} | set(table.pks)
        assert keys <= indexed, table.name


def test_another_program_may_change_a_row(database: Database, path: Path) -> None:
    """Triggers keep what is copied, without any function of ours."""
    with database.atomic():
        database.table("speakers").update(1, {"kind": "organisation"})
        database.table("articles").update(1, {"published": "2026-12-31"})
        database.table("quotes").update(2, {"speaker_id": 2})
    rows = {row["id"]: row for row in database.table("quotes").rows}
    assert (rows[1]["speaker_kind"], rows[1]["published"]) == ("organisation", "2026-12-31")
    assert rows[2]["speaker_kind"] == "organisation"
    database.vacuum()
    database.close()
    with Project.open(path) as project:
        assert project.check() == []
        assert project.quotes.facets().total == 5


def test_the_search_index_is_plain_fts5(database: Database) -> None:
    found = database.query("SELECT rowid FROM quote_search WHERE quote_search MATCH 'الاسعار'")
    assert [row["rowid"] for row in found] == [2]


def test_the_file_says_what_it_is(database: Database) -> None:
    assert database.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    assert database.execute("PRAGMA user_version").fetchone()[0] == schema.current_version()


def test_the_diagram_in_the_readme_shows_the_tables_as_they_are(database: Database) -> None:
    diagram = re.search(r"```mermaid\nerDiagram\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert diagram is not None
    drawn: dict[str, set[str]] = {}
    for table, columns in re.findall(r"^    (\w+) \{\n(.*?)^    \}", diagram[1], re.DOTALL | re.MULTILINE):
        drawn[table] = set(re.findall(r"^        \w+ (\w+)", columns, re.MULTILINE))
    ours = {table.name for table in database.tables if "_search" not in table.name}
    assert drawn.keys() == ours
    for table, columns in drawn.items():
        assert columns == {column[1] for column in database.execute(f"PRAGMA table_xinfo({table})")}, table
    lines = re.findall(r"^    (\w+) .*--.* (\w+) :", diagram[1], re.MULTILINE)
    keys = {(key.other_table, table.name) for table in database.tables for key in table.foreign_keys}
    assert set(lines) == keys
