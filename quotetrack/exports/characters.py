"""What the characters of a text ask of a format: direction, and which of them XML can hold."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Direction = Literal["rtl", "ltr"]
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def direction(text: str, otherwise: Direction = "rtl") -> Direction:
    """The direction of the first character that has one (UAX #9, P2 and P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return "rtl"
        if kind == "L":
            return "ltr"
    return otherwise


def xml_text(text: str) -> str:
    """`text` with U+FFFD for what no XML document may hold."""
    return _NOT_XML.sub("\ufffd", text)


def lines(text: str) -> str:
    """`text` with every kind of line break as a line feed, for formats with breaks of their own."""
    return _BREAK.sub("\n", text)
