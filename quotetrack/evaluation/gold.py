"""Annotated articles: a folder with NAME.txt (the text) and NAME.json (its annotations).

NAME.json is a list of objects (or an object whose "attributions" is that list):

    {"id": 1, "type": "mixed", "content": ["إن المحادثات «بناءة»"], "cue": "قال",
     "source": "الوزير", "speaker": "فلان الفلاني", "parent": null}

Content, cue and source are exact substrings of the text, in the order of their cues. Where a
string occurs more than once, `locate` takes the place nearest to the cue.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotetrack.detection.records import AttributionType, Span
from quotetrack.errors import QuotetrackError


class GoldError(QuotetrackError):
    """A gold folder that cannot be used: none there, or a file in it that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAttribution:
    """One annotated attribution. `speaker` is a name or None; `parent` is the id of another."""

    id: int
    type: AttributionType
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    parent: int | None


@dataclass(frozen=True, slots=True)
class Problem:
    """An annotation that is left out, or doubtful: which one, and the key of what is wrong."""

    article: str
    id: object
    key: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article, what it holds, and what is wrong with its annotations."""

    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]
    problems: tuple[Problem, ...] = ()


def read_gold(folder: Path, only: Collection[str] = ()) -> list[GoldArticle]:
    """The annotated articles of a folder, by name; `only` keeps those with these names.

    An annotation that cannot be placed in its text is left out and listed in `problems`.

    Raises:
        GoldError: there are no annotated articles, or a file cannot be read.
    """
    names = sorted(path.stem for path in folder.glob("*.json") if not only or path.stem in only)
    if not names:
        raise GoldError("evaluation.empty", folder=folder)
    return [_read_article(folder, name) for name in names]


def _read_article(folder: Path, name: str) -> GoldArticle:
    path = folder / f"{name}.txt"
    try:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        path = folder / f"{name}.json"
        rows = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise GoldError("evaluation.no_text", name=path.name) from error
    except (OSError, ValueError) as error:
        raise GoldError("evaluation.unreadable", name=path.name, problem=error) from error
    rows = rows.get("attributions") if isinstance(rows, dict) else rows
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise GoldError("evaluation.unreadable", name=path.name, problem="[{…}, …]?")
    attributions: list[GoldAttribution] = []
    problems: list[Problem] = []
    floor = 0
    for number, row in enumerate(rows, 1):
        placed = _placed(text, row, row.get("id", number), floor)
        if isinstance(placed, GoldAttribution):
            attributions.append(placed)
            floor = (placed.cue or placed.content[0]).start
        else:
            key, detail = placed
            problems.append(Problem(name, row.get("id", number), key, detail))
    return GoldArticle(name, text, tuple(attributions), tuple(problems))


def _placed(text: str, row: Mapping[str, Any], id_: Any, floor: int) -> GoldAttribution | tuple[str, str]:
    """The row as spans of the text, or what is wrong with it."""
    if row.get("type") not in set(AttributionType):
        return "type", str(row.get("type"))
    content = row.get("content")
    if not isinstance(content, list) or not content or not all(isinstance(c, str) and c for c in content):
        return "content", str(content)
    spans = locate(text, content, row.get("cue"), row.get("source"), floor)
    if isinstance(spans, str):
        return "not_found", spans
    return GoldAttribution(
        id=id_,
        type=AttributionType(row["type"]),
        content=spans[0],
        cue=spans[1],
        source=spans[2],
        speaker=row.get("speaker"),
        parent=row.get("parent"),
    )


def places(text: str, needle: str) -> list[Span]:
    """Every place of the exact string; where some cut no word in two, only those."""
    found = []
    at = text.find(needle)
    while at >= 0:
        found.append(Span(at, at + len(needle)))
        at = text.find(needle, at + 1)
    return [span for span in found if _whole(text, span)] or found


def _whole(text: str, span: Span) -> bool:
    """Whether a span starts and ends where words do."""
    start, end = span
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (cut_before or cut_after)


Placed = tuple[tuple[Span, ...], Span | None, Span | None]


def locate(
    text: str, content: Sequence[str], cue: str | None, source: str | None, floor: int
) -> Placed | str:
    """The spans of content, cue and source; or the string that the text does not have.

    The cue (or, without one, the content) anchors them. Rows stand in the order of their anchors,
    so a place before `floor`, the anchor of the row before, is a last resort; then the tightest
    place wins. The other strings are taken at their nearest to the anchor.
    """
    parts = (
        [("cue", cue)] * bool(cue) + [("content", c) for c in content] + [("source", source)] * bool(source)
    )
    options = []
    for _, wanted in parts:
        assert wanted
        found = places(text, wanted)
        if not found:
            return wanted
        options.append(found)
    keys = [key for key, _ in parts]
    best = min(
        (_nearest(keys, options, anchor) for anchor in options[0]),
        key=lambda chosen: (chosen[0].start < floor, _width(chosen), chosen[0].start),
    )
    by_key: dict[str, list[Span]] = {"cue": [], "content": [], "source": []}
    for key, span in zip(keys, best, strict=True):
        by_key[key].append(span)
    return tuple(by_key["content"]), next(iter(by_key["cue"]), None), next(iter(by_key["source"]), None)


def _nearest(keys: Sequence[str], options: Sequence[Sequence[Span]], anchor: Span) -> list[Span]:
    chosen, after = [anchor], 0
    for key, found in zip(keys[1:], options[1:], strict=True):
        candidates = [span for span in found if span.start >= after] if key == "content" else []
        near = min(
            candidates or found, key=lambda span: max(span.start - anchor.end, anchor.start - span.end, 0)
        )
        after = near.end if key == "content" else after
        chosen.append(near)
    return chosen


def _width(spans: Sequence[Span]) -> int:
    return max(span.end for span in spans) - min(span.start for span in spans)


def problems_of(articles: Sequence[GoldArticle]) -> Iterator[Problem]:
    """What is wrong with the annotations of all articles."""
    for article in articles:
        yield from article.problems
