"""Looking before an import: everything is read, nothing is stored."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from quotetrack.article import Article
from quotetrack.importing.records import Item
from quotetrack.importing.sources import Found, OptionsOf, Source, read_source
from quotetrack.store import Reading
from quotetrack.store.articles import text_hash
from quotetrack.text import fold

Identity = tuple[str, str, str]
"""By which the store knows an article again: hash of its text, folded title and outlet."""


class _Repeat(NamedTuple):
    """Where the same article is already: its id in the project, or the item further up in the queue."""

    article: int | None = None
    item: str = ""

    @property
    def known(self) -> bool:
        return self.article is not None or bool(self.item)


class Looking:
    """Remembers which item holds which articles, so that repeats further down are known."""

    def __init__(self) -> None:
        self._holders: dict[Identity, tuple[int, str]] = {}

    def at(self, number: int, item: Item, source: Source, options_of: OptionsOf, reader: Reading) -> Item:
        """The item, the `number`-th of the queue, with what reading its source has shown."""
        self._holders = {key: held for key, held in self._holders.items() if held[0] != number}
        item = replace(item, articles=0)
        parts: dict[str, Item] = {}
        for found in read_source(source, item.name, options_of):
            repeat = self._repeat(found, number, reader)
            item = _with(item, found, repeat)
            if found.item != item.name:
                part = parts.get(found.item) or Item(name=found.item, articles=0)
                parts[found.item] = _with(part, found, repeat)
        return replace(_ended(item), parts=tuple(map(_ended, parts.values())))

    def _repeat(self, found: Found, number: int, reader: Reading) -> _Repeat:
        if not isinstance(found.what, Article):
            return _Repeat()
        article = found.what
        identity = (text_hash(article.text), fold(article.title), fold(" ".join(article.outlet.split())))
        stored = reader.articles.same([identity[0]]).get(identity)
        if stored is not None:
            return _Repeat(article=stored)
        holder, name = self._holders.get(identity, (number + 1, ""))
        if holder <= number:
            return _Repeat(item=name)
        self._holders[identity] = (number, found.item)
        return _Repeat()


def _with(item: Item, found: Found, repeat: _Repeat) -> Item:
    item = replace(item, size=item.size or found.size, format=item.format or found.format)
    if not isinstance(found.what, Article):
        return replace(item, failures=item.failures + 1, error=item.error or found.what)
    origin = found.what.origin
    return replace(
        item,
        articles=(item.articles or 0) + 1,
        encoding=item.encoding or origin.encoding,
        quality=min(item.quality, origin.quality),
        warnings=tuple(dict.fromkeys((*item.warnings, *origin.warnings))),
        warned=item.warned + bool(origin.warnings),
        first=item.first or found.what.title,
        duplicates=item.duplicates + repeat.known,
        duplicate_of=item.duplicate_of or repeat.article,
        same_as=item.same_as or repeat.item,
    )


def _ended(item: Item) -> Item:
    """What went wrong is the item's own trouble only where nothing of it can be read."""
    return replace(item, error=None) if item.articles else item
