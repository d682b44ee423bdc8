"""The quotes of one export: in an order, by article, by speaker; walked as often as a format needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from quotetrack.exports.records import SheetArticle, SheetQuote
from quotetrack.text import fold

Tick = Callable[[], None]
ByArticle = Iterator[tuple[SheetArticle, list[SheetQuote]]]
BySpeaker = Iterator[tuple[SheetQuote, Iterable[SheetQuote]]]


class Sheet(Protocol):
    """Where a format takes its quotes from. Every quote comes once in every walk."""

    def __len__(self) -> int: ...

    def quotes(self) -> Iterator[SheetQuote]:
        """The quotes in the order in which the user sees them."""

    def by_article(self) -> ByArticle:
        """Each article with its quotes in text order; articles in the order of `quotes`."""

    def by_speaker(self) -> BySpeaker:
        """Each speaker's first quote and all quotes, speakers by name, nobody's last."""

    def whole(self, article: SheetArticle) -> list[SheetQuote]:
        """All quotes of an article, also those that the sheet leaves out."""


def text_order(quote: SheetQuote) -> tuple[int, int, int]:
    """Sorts quotes of an article as they stand in it, the enclosing before the enclosed."""
    return quote.start, -quote.end, quote.id


def speaker_order(name: str | None) -> tuple[bool, str]:
    """Sorts speakers by folded name; nobody comes last."""
    return name is None, fold(name or "")


class ListSheet:
    """A sheet of quotes that are all in memory."""

    def __init__(self, quotes: Sequence[SheetQuote]) -> None:
        self._quotes = quotes

    def __len__(self) -> int:
        return len(self._quotes)

    def quotes(self) -> Iterator[SheetQuote]:
        """The quotes in the order in which the user sees them."""
        return iter(self._quotes)

    def by_article(self) -> ByArticle:
        """Each article with its quotes in text order."""
        groups: dict[tuple[int | None, str], list[SheetQuote]] = {}
        for quote in self._quotes:
            groups.setdefault((quote.article.id, quote.article.name), []).append(quote)
        for group in groups.values():
            yield group[0].article, sorted(group, key=text_order)

    def by_speaker(self) -> BySpeaker:
        """Each speaker's first quote and all quotes."""
        groups: dict[str | None, list[SheetQuote]] = {}
        for quote in self._quotes:
            groups.setdefault(quote.speaker, []).append(quote)
        for name in sorted(groups, key=speaker_order):
            yield groups[name][0], groups[name]

    def whole(self, article: SheetArticle) -> list[SheetQuote]:
        """The article's quotes; a list knows no others."""
        return sorted((q for q in self._quotes if q.article == article), key=text_order)


class Beginning:
    """The first quotes of a sheet in every walk; groups are whole, and its length is the sheet's.

    `whole_length` is that length where the sheet itself holds no more than its beginning.
    """

    def __init__(self, sheet: Sheet, quotes: int, whole_length: int) -> None:
        self._sheet, self._quotes, self._length = sheet, quotes, whole_length

    def __len__(self) -> int:
        return self._length

    def quotes(self) -> Iterator[SheetQuote]:
        """The first quotes in the order in which the user sees them."""
        return islice(self._sheet.quotes(), self._quotes)

    def by_article(self) -> ByArticle:
        """The first articles, each with all its quotes."""
        left = self._quotes
        for article, quotes in self._sheet.by_article() if left else ():
            yield article, quotes
            left -= len(quotes)
            if left <= 0:
                return

    def by_speaker(self) -> BySpeaker:
        """The first speakers, and as many quotes as there is room for."""
        left = self._quotes
        for first, quotes in self._sheet.by_speaker() if left else ():
            shown = list(islice(quotes, left))
            yield first, shown
            left -= len(shown)
            if left <= 0:
                return

    def whole(self, article: SheetArticle) -> list[SheetQuote]:
        """All quotes of an article, also those that the sheet leaves out."""
        return self._sheet.whole(article)


class Watched:
    """A sheet that reports every quote it hands out, so that work can be shown and stopped."""

    def __init__(self, sheet: Sheet, tick: Tick) -> None:
        self._sheet, self._tick = sheet, tick

    def __len__(self) -> int:
        return len(self._sheet)

    def _ticking(self, quotes: Iterable[SheetQuote]) -> Iterator[SheetQuote]:
        for quote in quotes:
            self._tick()
            yield quote

    def quotes(self) -> Iterator[SheetQuote]:
        """The quotes in the order in which the user sees them."""
        return self._ticking(self._sheet.quotes())

    def by_article(self) -> ByArticle:
        """Each article with its quotes in text order."""
        for article, quotes in self._sheet.by_article():
            yield article, list(self._ticking(quotes))

    def by_speaker(self) -> BySpeaker:
        """Each speaker's first quote and all quotes."""
        for first, quotes in self._sheet.by_speaker():
            yield first, self._ticking(quotes)

    def whole(self, article: SheetArticle) -> list[SheetQuote]:
        """All quotes of an article, also those that the sheet leaves out."""
        return self._sheet.whole(article)
