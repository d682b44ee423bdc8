"""Names of files in a folder that holds one or two for each article."""

from __future__ import annotations

import re
from pathlib import PurePath

from quotetrack.exports.records import SheetArticle

_LENGTH = 40


class Names:
    """Gives every article a file name of its own, readable and safe on every system."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, article: SheetArticle) -> str:
        """A name without ending, from the article's file or title."""
        known = PurePath(article.name.replace("\\", "/")).stem or article.title
        plain = re.sub(r"\W+", "_", known).strip("_")[:_LENGTH].strip("_") or "article"
        name, number = plain, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{plain}_{number}"
        self._taken.add(name.casefold())
        return name
