"""What a person does to a project: the only way that its data changes.

`perform(project, Confirm(quotes=(7,)))` does an operation in one transaction; `undo` and `redo`
take it back and bring it back, by name, across restarts.
"""

from quotetrack.operations.articles import KEEP, EditArticle
from quotetrack.operations.base import Operation, perform, redo, undo
from quotetrack.operations.importing import ImportArticles
from quotetrack.operations.reviewing import Confirm, CorrectSpeaker, MarkForCheck, MarkUnreviewed, Reject

__all__ = [
    "KEEP",
    "Confirm",
    "CorrectSpeaker",
    "EditArticle",
    "ImportArticles",
    "MarkForCheck",
    "MarkUnreviewed",
    "Operation",
    "Reject",
    "perform",
    "redo",
    "undo",
]
