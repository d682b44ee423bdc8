"""What a plain text says about itself: a headline, and lines such as «المصدر: …» or «بقلم …»."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from quotetrack.assets import assets
from quotetrack.readers.dates import parse_date
from quotetrack.text import fold

_LONGEST_TITLE = 160
_LONGEST_LINE = 110
_LONGEST_DATE = 60
_SENTENCE_ENDS = (".", "،", ",", ":", ";", "؛")
_TOP, _BOTTOM = 6, 3
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LINK = re.compile(r"https?://\S+")


@dataclass(slots=True)
class Particulars:
    """What was found; "" where the text does not say."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    link: str = ""


def particulars(text: str, today: date | None = None) -> Particulars:
    """Title, outlet, author, date and link of a text without mark-up.

    Only its first and last lines are looked at; the text itself stays as it is.
    """
    found = Particulars(title=headline(text))
    for line in _edges(text):
        label, value = _labelled(line)
        if label == "date":
            made = parse_date(value, today)
            found.published = found.published or (made.isoformat() if made else "")
        elif label == "link":
            link = _LINK.search(value)
            found.link = found.link or (link[0] if link else "")
        elif label == "outlet":
            found.outlet = found.outlet or value
        elif label == "author":
            found.author = found.author or value
        elif not found.published and len(line) <= _LONGEST_DATE and _YEAR.search(fold(line)):
            made = parse_date(line, today)
            found.published = made.isoformat() if made else ""
    return found


def headline(text: str) -> str:
    """The first line of `text` when it reads like a headline, otherwise "".

    A headline is one short line of at least two words that ends in no full stop or comma and has
    a longer text after it.
    """
    first, _, rest = text.lstrip("\ufeff\r\n\t ").partition("\n")
    first = first.strip()
    words = len(first.split())
    if not 2 <= words <= 28 or len(first) > _LONGEST_TITLE or first.endswith(_SENTENCE_ENDS):
        return ""
    if _labelled(first)[0]:
        return ""
    return first if len(rest.strip()) > len(first) else ""


def _edges(text: str) -> Iterator[str]:
    """The short lines at the top and at the bottom."""
    top = text[:2000].splitlines()
    bottom = text[-1000:].splitlines()
    lines = top[:_TOP] + (bottom[-_BOTTOM:] if len(text) > 2000 else top[_TOP:][-_BOTTOM:])
    return (stripped for line in lines if 0 < len(stripped := line.strip()) <= _LONGEST_LINE)


def _labelled(line: str) -> tuple[str, str]:
    """The field that a line's label names and what stands after the label; "" where it has none."""
    for field, label in _labels():
        if match := label.match(line):
            return field, match[1].strip(" \t:؛-–—/|.")
    return "", line


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A label stands at the line's beginning before a colon, a dash or a slash; «بقلم» needs none."""
    table = tomllib.loads((assets() / "lexicon" / "bylines.toml").read_text(encoding="utf-8"))
    found = []
    for field, words in table["labels"].items():
        either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        found.append((field, re.compile(rf"(?:{either})\s*[:/|\-–—]\s*(.+)$")))
    bare = "|".join(re.escape(word) for word in table["bare"]["author"])
    found.append(("author", re.compile(rf"(?:{bare})\s+((?:\S+(?:\s+|$)){{1,5}})$")))
    return tuple(found)
