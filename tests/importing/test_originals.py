"""What a fetched page was, and where a document's pages begin, stay with the article."""

import csv
import sqlite3
from pathlib import Path

import pytest

from quotetrack import operations as ops
from quotetrack.exports import Format, Options, export
from quotetrack.filters import QuoteFilter
from quotetrack.importing import ImportQueue, Piece, WebAddress
from quotetrack.readers import ReadOptions
from quotetrack.store import Project
from quotetrack.store.errors import ProjectDamagedError
from tests.readers import documents
from tests.readers.articles import ARTICLE
from tests.readers.server import UTF8, serving


def test_the_original_of_a_page_is_kept_packed_and_survives_deletion_and_undo(tmp_path: Path) -> None:
    path = tmp_path / "p.qtrack"
    with serving() as (address, _), Project.create(path) as project:
        [result] = ImportQueue(project, [WebAddress(f"{address}/gzip")]).run().results
        assert result.article is not None
        assert project.articles.original(result.article) == UTF8
        stored = project.articles.get(result.article)
        assert stored.original_hash is not None
        assert stored.article.origin.retrieved is not None
        ops.perform(project, ops.DeleteArticles((result.article,)))
        assert project.articles.original(result.article) is None
        ops.undo(project)
        assert project.articles.original(result.article) == UTF8
    with sqlite3.connect(path) as connection:
        [(length,)] = connection.execute("SELECT length(packed) FROM originals")
        assert length < len(UTF8)
        connection.execute("UPDATE originals SET packed = 'xx'")
    connection.close()
    with Project.open(path) as project, pytest.raises(ProjectDamagedError):
        project.articles.original(result.article)


def test_pages_are_kept_and_originals_of_files_only_when_wanted(tmp_path: Path) -> None:
    data = documents.pdf(shaped=False)
    with Project.create(tmp_path / "p.qtrack") as project:
        [result] = ImportQueue(project, [Piece("a.pdf", data)]).run().results
        assert result.article is not None
        stored = project.articles.get(result.article).article
        assert len(stored.pages) == 2
        assert stored.text[stored.pages[1] :].startswith("من جهتها")
        assert project.articles.original(result.article) is None
        export(project, QuoteFilter(), Format.CSV, tmp_path / "p.csv", Options(language="en"))
        with (tmp_path / "p.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows
        for row in rows:
            assert row["Page"] == ("2" if int(row["Start"]) >= stored.pages[1] else "1")
        kept = ReadOptions(keep_original=True)
        [result] = ImportQueue(project, [Piece("a.txt", ARTICLE.encode())], options=kept).run().results
        assert result.article is not None
        assert project.articles.original(result.article) == ARTICLE.encode()
