"""Which tables hold what a person can undo, and which texts search looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotetrack.store.records import Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A table under undo: a change of its rows is a change of the `kind` row that `owner` names."""

    name: str
    kind: Kind
    owner: str = "id"


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("outlets", Kind.OUTLETS),
        Table("articles", Kind.ARTICLES),
        Table("article_texts", Kind.ARTICLES, "article_id"),
        Table("originals", Kind.ARTICLES, "article_id"),
        Table("speakers", Kind.SPEAKERS),
        Table("aliases", Kind.SPEAKERS, "speaker_id"),
        Table("distinct_speakers", Kind.SPEAKERS, "first_id"),
        Table("quotes", Kind.QUOTES),
        Table("tags", Kind.TAGS),
        Table("quote_tags", Kind.QUOTES, "quote_id"),
        Table("evidence", Kind.QUOTES, "quote_id"),
        Table("saved_filters", Kind.FILTERS),
        Table("dismissed", Kind.ARTICLES, "article_id"),
    )
}


@dataclass(frozen=True, slots=True)
class Feed:
    """A table whose `columns` go into a search index, under the document that `document` names."""

    document: str
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An FTS5 index: `documents` selects id and texts of its documents.

    Its words join the vocabulary unless another index `repeats` them.
    """

    name: str
    columns: tuple[str, ...]
    documents: str
    feeds: Mapping[str, Feed]
    repeats: bool = False


QUOTE_SEARCH = SearchIndex(
    "quote_search",
    ("content", "source"),
    "SELECT id, content, source || ' ' || mention FROM quotes",
    {"quotes": Feed("id", frozenset({"content", "source", "mention"}))},
    repeats=True,
)
ARTICLE_SEARCH = SearchIndex(
    "article_search",
    ("title", "text"),
    "SELECT id, title, text FROM articles JOIN article_texts ON article_id = id",
    {
        "articles": Feed("id", frozenset({"title"})),
        "article_texts": Feed("article_id", frozenset({"text"})),
    },
)
SPEAKER_SEARCH = SearchIndex(
    "speaker_search",
    ("names",),
    "SELECT id, name || ' ' || coalesce((SELECT group_concat(alias, ' | ') FROM"
    " (SELECT alias FROM aliases WHERE speaker_id = speakers.id ORDER BY id)), '') FROM speakers",
    {
        "speakers": Feed("id", frozenset({"name"})),
        "aliases": Feed("speaker_id", frozenset({"alias"})),
    },
)
INDEXES = (QUOTE_SEARCH, ARTICLE_SEARCH, SPEAKER_SEARCH)
