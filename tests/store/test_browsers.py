"""A project as it is in the real Datasette and the real sqlite-utils command."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette
from datasette.utils import tilde_encode

from quotetrack import operations as ops
from quotetrack.store import Project
from tests.store.articles import MINISTER, dam_article, short_article


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browsers") / "مشروع.qtrack"
    with Project.create(path) as project:
        ops.perform(project, ops.ImportArticles([dam_article(), *map(short_article, range(3))]))
        ops.perform(project, ops.Tag((1,), "مياه"))
        ops.perform(project, ops.Confirm((1, 2)))
    return path


def pages(path: Path, *addresses: str) -> list[Any]:
    """What Datasette answers under the database's name: JSON where that is asked for, else the page."""

    async def fetch() -> list[Any]:
        browser = Datasette([str(path)])
        found = []
        for address in addresses:
            answer = await browser.client.get(f"/{tilde_encode(path.stem)}{address}")
            assert answer.status_code == 200, (address, answer.text[:300])
            found.append(answer.json() if ".json" in address else answer.text)
        return found

    return asyncio.run(fetch())


def test_datasette_shows_every_table_and_view(made: Path) -> None:
    (database,) = pages(made, ".json")
    tables = [table["name"] for table in database["tables"] if not table["hidden"]]
    views = [view["name"] for view in database["views"]]
    assert {"articles", "quotes", "speakers"} <= set(tables)
    assert {"quote_sheet", "article_sheet"} == set(views)
    assert not any("_search_" in name for name in tables)
    for page in pages(made, *(f"/{name}" for name in (*tables, *views))):
        assert "<table" in page or "0 records" in page


def test_datasette_filters_counts_and_follows_references(made: Path) -> None:
    wanted = urlencode({"speaker": MINISTER, "_facet": "outlet", "_shape": "objects"})
    sheet, quotes, table, row = pages(
        made,
        f"/quote_sheet.json?{wanted}",
        "/quotes.json?_labels=on&_shape=array",
        "/quotes?id=1",
        "/quotes/1",
    )
    assert [one["quote"] for one in sheet["rows"]] == [
        "السدود امتلأت بنسبة ٨٠ في المئة",
        "لن نرفع الأسعار هذا العام",
    ]
    facet = sheet["facet_results"]["outlet"]["results"]
    assert [(one["value"], one["count"]) for one in facet] == [("صحيفة النهر", 2)]
    assert (quotes[0]["speaker_id"], quotes[0]["outlet_id"]) == (
        {"value": 1, "label": MINISTER},
        {"value": 1, "label": "صحيفة النهر"},
    )
    assert "/speakers/1" in table
    assert "quote_tags" in row


def told(*arguments: object) -> Any:
    program = Path(sys.executable).with_name("sqlite-utils")
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=True)
    return json.loads(done.stdout)


def test_the_sqlite_utils_command_reads_it(made: Path) -> None:
    counts = {table["table"]: table["count"] for table in told("tables", made, "--counts")}
    assert (counts["articles"], counts["quotes"], counts["quote_tags"]) == (4, 7, 1)
    assert [view["view"] for view in told("views", made)] == ["quote_sheet", "article_sheet"]
    rows = told("rows", made, "quote_sheet", "--where", "status = 'confirmed'")
    assert [row["tags"] for row in rows] == ["مياه", None]
    found = told("query", made, "SELECT count(*) AS n FROM quote_search WHERE quote_search MATCH 'القطار'")
    assert found == [{"n": 3}]


def test_looking_with_other_programs_changes_nothing(made: Path) -> None:
    before = made.read_bytes()
    pages(made, "/quotes")
    told("tables", made, "--counts")
    assert made.read_bytes() == before
    with Project.open(made) as project:
        assert project.check() == []
