"""Annotated articles whose people bear names that nobody has: words put together by lot.

Detection knows thousands of first names; the press brings new ones every day. What it reaches where it can
know none of them tells how far it leans on its lists.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

from quotetrack.detection.words.lexicon import Lexicon, lexicon
from quotetrack.text import fold

_FIRST = "كو بر ترا مي ستا ما دو في هان لوك غرا شو نو فر كلا إي أو زا تا بيت"
_SECOND = "لد ني رس دي ته غو ميل نز كا فا رن لي سو يل بو نت غ ش ر ك"
_LAST = "ون يش سكي ان و ر اد ين وف ست يه وس ا ينغ"
"""The syllables that names are put together of, by their place."""
_WORDS = re.compile("[\u0621-\u064a]+")
_KEPT = frozenset(["بن", "عبد", "أبو", "آل", "ولد", "الله", "ابن", "بنت", "فان", "دي"])
"""Parts of names that are no names by themselves."""
_LEADING = "ولبفك"


def renamed(folder: Path, out: Path, seed: int) -> None:
    """Write the annotated articles of `folder` to `out`, each person's name replaced throughout its article.

    The same `seed` gives the same names. A person is a speaker of two to four words none of which the lexicon
    has for a title, a body or a place.
    """
    words = lexicon()
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        table = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        rows = table["attributions"] if isinstance(table, dict) else table
        other = _renaming(rows, text, words, random.Random(f"{path.stem} {seed}"))
        for row in rows:
            row["content"] = [other(part) for part in row["content"]]
            row |= {key: other(row[key]) for key in ("cue", "source", "speaker") if row.get(key)}
        (out / path.name).write_text(other(text), encoding="utf-8")
        (out / path.name).with_suffix(".json").write_text(json.dumps(rows), encoding="utf-8")


def _renaming(
    rows: list[dict[str, str]], text: str, words: Lexicon, lot: random.Random
) -> Callable[[str], str]:
    """What puts the new names into a string of the article."""
    old = {part for row in rows for part in _name(row.get("speaker") or "", words)}
    new: dict[str, str] = {}
    for part in sorted(old):
        word = ""
        while not word or word in text or word in new.values():
            word = "".join(lot.choice(syllables.split()) for syllables in (_FIRST, _SECOND, _LAST))
        new[part] = word
    if not new:
        return lambda said: said
    parts = "|".join(sorted(map(re.escape, new), key=len, reverse=True))
    pattern = re.compile(f"(?<![\u0621-\u0652])([{_LEADING}]?)({parts})(?![\u0621-\u0652])")
    return lambda said: pattern.sub(lambda found: found[1] + new[found[2]], said)


def _name(speaker: str, words: Lexicon) -> list[str]:
    """The parts of a speaker's name that are replaced; none where he is no person with a name in full."""
    parts = _WORDS.findall(speaker)
    titles = words.words["heads"] | words.words["before"]
    known = any(
        fold(part) in titles or fold(part) in words.kinds or fold(part) in words.places for part in parts
    )
    if not 2 <= len(parts) <= 4 or known or "و" in parts:
        return []
    if parts[0].startswith("ال") and fold(parts[0]) not in words.words["given"]:
        return []
    return [part for part in parts if len(part) > 2 and part not in _KEPT]
