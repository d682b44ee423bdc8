"""Importing: one queue from files, folders, addresses and pasted texts to searchable quotes.

queue = ImportQueue(project, [Path("articles.jsonl.gz"), WebAddress("https://…"), Pasted("…")])
queue.look()      # optional: kind, size, encoding, quality and duplicates before anything is stored
queue.choices["articles.jsonl.gz"] = Choice(columns={"text": "body"})      # optional, for one item
report = queue.run(progress=show, cancelled=stop.is_set)
report.save(Path("report.csv"), language="ar")

And detection run again over what is there:

news = look_again(project)                # what would change
redetect(project, news)
"""

from quotetrack.importing.queue import ImportQueue
from quotetrack.importing.records import Choice, Item, Outcome, Progress, Result
from quotetrack.importing.redetecting import ArticleNews, Redetection, look_again, redetect
from quotetrack.importing.report import Report, item_rows, save_items
from quotetrack.importing.samples import Sample
from quotetrack.importing.sources import Pasted, Piece, Source, WebAddress, sources_of

__all__ = [
    "ArticleNews",
    "Choice",
    "ImportQueue",
    "Item",
    "Outcome",
    "Pasted",
    "Piece",
    "Progress",
    "Redetection",
    "Report",
    "Result",
    "Sample",
    "Source",
    "WebAddress",
    "item_rows",
    "look_again",
    "redetect",
    "save_items",
    "sources_of",
]
