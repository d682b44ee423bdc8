"""The way from quote to quote, and from article to article, among those that are shown."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from quotetrack.status import Status

if TYPE_CHECKING:
    from ui.session import Session

_PAGE = 128
_STRETCH = 32_768


def place_in(ids: array[int], quote: int) -> int | None:
    """Where `quote` stands among `ids`; None where it does not. For a worker thread.

    In stretches, since nobody else runs while one of them is looked through.
    """
    for first in range(0, len(ids), _STRETCH):
        stretch = ids[first : first + _STRETCH]
        if quote in stretch:
            return first + stretch.index(quote)
    return None


class Walk:
    """Steps of a session, in the order of its shown quotes."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._near = 0
        self._absent: int | None = None

    def step(self, by: int) -> None:
        """Choose the shown quote `by` places further; the first where none is chosen."""
        if not self._session.shown.ids:
            return
        place = self.place()
        wanted = 0 if place is None else min(len(self._session.shown.ids) - 1, max(0, place + by))
        self._session.select(self._session.shown.ids[wanted])

    def step_article(self, by: int) -> None:
        """Choose the first quote of the article that is shown after, or before, the present one."""
        project, place = self._session.project, self.place()
        if project is None or place is None:
            return
        reached: tuple[int, int] | None = None
        for page in self._away(place, by):
            for row in project.quotes.rows(page):
                if reached is None and row.article_id == self._session.article_id:
                    continue
                if reached is not None and (by > 0 or row.article_id != reached[0]):
                    self._session.select(reached[1])
                    return
                reached = row.article_id, row.id
        if reached is not None:
            self._session.select(reached[1])

    def _away(self, place: int, by: int) -> Iterator[array[int]]:
        """The shown quotes after `place`, or before it from there on back, in pages."""
        ids = self._session.shown.ids
        if by > 0:
            for first in range(place + 1, len(ids), _PAGE):
                yield ids[first : first + _PAGE]
        else:
            for end in range(place, 0, -_PAGE):
                yield ids[max(0, end - _PAGE) : end][::-1]

    def place(self) -> int | None:
        """Where the chosen quote stands among the shown ones."""
        return None if self._session.quote_id is None else self.place_of(self._session.quote_id)

    def place_of(self, quote: int) -> int | None:
        """Where `quote` stands among the shown ones; None where it is not shown."""
        # Looking through a million ids takes as long as a frame, and steps are small.
        if quote == self._absent:
            return None
        ids, near = self._session.shown.ids, self._near
        for place in range(max(0, near - 2), min(len(ids), near + 3)):
            if ids[place] == quote:
                self._near = place
                return place
        try:
            self._near = ids.index(quote)
        except ValueError:
            self._absent = quote
            return None
        return self._near

    def begin(self, quote: int | None, place: int | None) -> None:
        """Take note of where a quote stands among other shown ones, so that nobody has to look for it."""
        self._near, self._absent = place or 0, quote if place is None else None

    def beside_targets(self) -> int | None:
        """The shown quote that follows the targets, or the one before them where none follows."""
        targets, place = set(self._session.targets), self.place()
        if place is None:
            return None
        following = (self._session.shown.ids[at] for at in range(place, len(self._session.shown.ids)))
        earlier = (self._session.shown.ids[at] for at in range(place, -1, -1))
        return next((quote for quote in chain(following, earlier) if quote not in targets), None)

    def next_unreviewed(self) -> bool:
        """Choose the next shown quote that nobody has decided about; False where there is none."""
        if self._session.project is None:
            return False
        place, decided = self.place(), {self._session.quote_id, *self._session.writing.deciding}
        for page in self._pages(0 if place is None else place + 1):
            statuses = self._session.project.quotes.statuses(page)
            for quote in page:
                if statuses.get(quote) is Status.UNREVIEWED and quote not in decided:
                    self._session.select(quote)
                    return True
        return False

    def _pages(self, start: int) -> Iterator[array[int]]:
        """The shown quotes from `start` on and around, in pages that grow."""
        for place, last in ((start, len(self._session.shown.ids)), (0, start)):
            size, at = _PAGE, place
            while at < last:
                yield self._session.shown.ids[at : min(last, at + size)]
                at, size = at + size, size * 4
