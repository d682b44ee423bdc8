"""Rows of which only those near the eye are in memory."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Container, Iterator
from typing import Generic, TypeVar

Row = TypeVar("Row")
SIZE, KEPT = 64, 64


class Pages(Generic[Row]):
    """Reads rows by pages of ids when one of them is asked for, and keeps the pages asked for last.

    `read` takes some ids and gives a row for each.
    """

    def __init__(self, read: Callable[[array[int]], list[Row]]) -> None:
        self._read = read
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def show(self, ids: array[int]) -> None:
        """Stand for other ids, or for the same read anew."""
        self._ids = ids
        self._pages.clear()

    def read_anew(self, changed: Container[int]) -> Iterator[int]:
        """Read those of the `changed` ids anew that are in memory, and give their rows."""
        for number, page in self._pages.items():
            first = number * SIZE
            for place, id_ in enumerate(self._ids[first : first + SIZE]):
                if id_ in changed:
                    (page[place],) = self._read(array("q", (id_,)))
                    yield first + place

    def at(self, row: int) -> Row:
        """What stands in `row`."""
        number, place = divmod(row, SIZE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._read(self._ids[number * SIZE : (number + 1) * SIZE])
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place]
