"""What a person does to a project: the only way that its data changes.

`perform(project, Confirm(quotes=(7,)))` does an operation in one transaction; `undo` and `redo`
take it back and bring it back, by name, across restarts.
"""

from quotetrack.operations.articles import DeleteArticles, EditArticle, SetDuplicate
from quotetrack.operations.base import KEEP, Keep, Operation, perform, redo, undo
from quotetrack.operations.correcting import (
    AddQuote,
    DeleteQuotes,
    JoinQuotes,
    SetContent,
    SetCue,
    SetCueClass,
    SetSource,
    SetType,
    SplitQuote,
)
from quotetrack.operations.importing import ImportArticles
from quotetrack.operations.labels import (
    AddEvidence,
    DeleteFilter,
    DeleteTag,
    EditEvidence,
    RemoveEvidence,
    RenameTag,
    SaveFilter,
    SetNote,
    SetVerdict,
    Tag,
    Untag,
)
from quotetrack.operations.redetection import ArticleRedetection, Redetect, preview_redetection
from quotetrack.operations.reviewing import Confirm, CorrectSpeaker, MarkForCheck, MarkUnreviewed, Reject
from quotetrack.operations.speakers import (
    AddSpeaker,
    EditSpeaker,
    KeepApart,
    MergeSpeakers,
    RemoveUnusedSpeakers,
    RenameSpeaker,
    SetAliases,
    SplitSpeaker,
)

__all__ = [
    "KEEP",
    "AddEvidence",
    "AddQuote",
    "AddSpeaker",
    "ArticleRedetection",
    "Confirm",
    "CorrectSpeaker",
    "DeleteArticles",
    "DeleteFilter",
    "DeleteQuotes",
    "DeleteTag",
    "EditArticle",
    "EditEvidence",
    "EditSpeaker",
    "ImportArticles",
    "JoinQuotes",
    "Keep",
    "KeepApart",
    "MarkForCheck",
    "MarkUnreviewed",
    "MergeSpeakers",
    "Operation",
    "Redetect",
    "Reject",
    "RemoveEvidence",
    "RemoveUnusedSpeakers",
    "RenameSpeaker",
    "RenameTag",
    "SaveFilter",
    "SetAliases",
    "SetContent",
    "SetCue",
    "SetCueClass",
    "SetDuplicate",
    "SetNote",
    "SetSource",
    "SetType",
    "SetVerdict",
    "SplitQuote",
    "SplitSpeaker",
    "Tag",
    "Untag",
    "perform",
    "preview_redetection",
    "redo",
    "undo",
]
