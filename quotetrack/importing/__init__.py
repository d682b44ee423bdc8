"""Importing: one queue from files, folders, addresses and pasted texts to searchable quotes.

queue = ImportQueue(project, [Path("articles.jsonl.gz"), WebAddress("https://…"), Pasted("…")])
queue.look()      # optional: kind, size, encoding, quality and duplicates before anything is stored
report = queue.run(progress=show, cancelled=stop.is_set)
report.save(Path("report.csv"), language="ar")
"""

from quotetrack.importing.queue import ImportQueue
from quotetrack.importing.records import Item, Outcome, Progress, Result
from quotetrack.importing.report import Report
from quotetrack.importing.sources import Pasted, Piece, Source, WebAddress, sources_of

__all__ = [
    "ImportQueue",
    "Item",
    "Outcome",
    "Pasted",
    "Piece",
    "Progress",
    "Report",
    "Result",
    "Source",
    "WebAddress",
    "sources_of",
]
