"""The one place where Python's code points and Qt's UTF-16 units meet.

Stored offsets count code points of the frozen text; a QTextDocument counts UTF-16 units and
changes some characters on the way in. `shown` makes the text that a document keeps unit for unit.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from itertools import count

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_LONE_RETURN = re.compile("\r(?!\n)")
# A block ends at \n, \r, U+2029 and at the frame marks U+FDD0 and U+FDD1; "\r\n" would become one block
# end and so lose a unit. Lone surrogates and NUL cannot be drawn.
_UNKEPT = (
    ("\r", " "), ("\u2029", "\n"), ("\ufdd0", "\ufffd"), ("\ufdd1", "\ufffd"), ("\0", "\ufffd"),
    ("\ufeff", "\u2060"),
)  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")


class Utf16Offsets:
    """Turns places in one frozen text into UTF-16 units and back."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points = (
            array("q") if text.isascii() else array("q", (m.start() for m in _ASTRAL.finditer(text)))
        )
        self._units = array("q", map(int.__add__, self._points, count()))

    def to_utf16(self, point: int) -> int:
        """The UTF-16 unit at which code point `point` starts."""
        return point + bisect_left(self._points, point)

    def to_code_points(self, unit: int) -> int:
        """The code point at UTF-16 unit `unit`; inside a surrogate pair, the one that the pair makes."""
        before = bisect_right(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            return self._points[before - 1]
        return unit - bisect_left(self._units, unit)


def shown(text: str) -> str:
    """`text` as a QTextDocument keeps it: as many code points and units, no character that Qt eats."""
    kept = _LONE_RETURN.sub("\n", text)
    for unkept, instead in _UNKEPT:  # some twenty times as fast as str.translate
        kept = kept.replace(unkept, instead)
    return _SURROGATE.sub("\ufffd", kept)
