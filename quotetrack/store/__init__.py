"""The store: a project is one SQLite file.

`Project` opens it and reads from it; `quotetrack.operations` is the only way to change it.
"""

from quotetrack.store.catalogue import SavedFilter
from quotetrack.store.errors import (
    DiskError,
    GoneError,
    NewerProjectError,
    NotAProjectError,
    ProjectDamagedError,
    ProjectExistsError,
    ProjectLockedError,
    ProjectMissingError,
    ProjectReadOnlyError,
    RefusedError,
    StoreError,
)
from quotetrack.store.highlight import Snippet, marks, snippet
from quotetrack.store.history import HistoryEntry
from quotetrack.store.project import Project
from quotetrack.store.reading import Reader, Reading
from quotetrack.store.records import (
    ArticleRow,
    Changes,
    Evidence,
    Facets,
    Kind,
    MadeBy,
    Outlet,
    Quote,
    QuoteRow,
    Snapshot,
    Sort,
    SortBy,
    StoredArticle,
    StoredSpeaker,
    Tag,
)
from quotetrack.store.snapshots import list_snapshots, restore
from quotetrack.store.speakers import Suggestion

__all__ = [
    "ArticleRow",
    "Changes",
    "DiskError",
    "Evidence",
    "Facets",
    "GoneError",
    "HistoryEntry",
    "Kind",
    "MadeBy",
    "NewerProjectError",
    "NotAProjectError",
    "Outlet",
    "Project",
    "ProjectDamagedError",
    "ProjectExistsError",
    "ProjectLockedError",
    "ProjectMissingError",
    "ProjectReadOnlyError",
    "Quote",
    "QuoteRow",
    "Reader",
    "Reading",
    "RefusedError",
    "SavedFilter",
    "Snapshot",
    "Snippet",
    "Sort",
    "SortBy",
    "StoreError",
    "StoredArticle",
    "StoredSpeaker",
    "Suggestion",
    "Tag",
    "list_snapshots",
    "marks",
    "restore",
    "snippet",
]
