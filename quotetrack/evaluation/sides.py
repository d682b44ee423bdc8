"""Attributions of either side as sets of words, so that punctuation and spaces cost nothing."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from quotetrack.assets import assets
from quotetrack.detection.records import Attribution, AttributionType, Span
from quotetrack.evaluation.gold import GoldAttribution

_TOKEN = re.compile(r"[^\W_]+(?:[\u064B-\u0652\u0670\u0640]+[^\W_]*)*")
_DIACRITICS = re.compile(r"[\u064B-\u0652\u0670\u0640]")
_FOLD = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_ARTICLE = "ال"
_REPORTED = AttributionType.REPORTED


def words(text: str) -> list[str]:
    """The words of a text, folded: no diacritics, one form of alef, ya, ta marbuta and hamza."""
    return [_DIACRITICS.sub("", word).translate(_FOLD).lower() for word in _TOKEN.findall(text)]


@cache
def _titles() -> frozenset[str]:
    path = assets() / "evaluation" / "titles.toml"
    return frozenset(words(tomllib.loads(path.read_text(encoding="utf-8"))["titles"]))


def same_speaker(gold: str | None, detected: str | None) -> bool:
    """The same name: one holds every word of the other, titles and the article apart."""
    if gold is None or detected is None:
        return gold is detected
    a, b = (_name(name) for name in (gold, detected))
    return bool(a and b) and (a <= b or b <= a)


def _name(text: str) -> set[str]:
    all_words = set(words(text))
    kept = (all_words - _titles()) or all_words
    return {word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word for word in kept}


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One attribution of either side as sets of token numbers."""

    type: AttributionType
    speaker: str | None
    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]
    span: Span
    cue_text: str = ""
    detected: Attribution | None = None


class Tokens:
    """Where the words of a text are."""

    def __init__(self, text: str) -> None:
        self.text = text
        spans = [match.span() for match in _TOKEN.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def covered(self, spans: Iterable[Span]) -> frozenset[int]:
        """Numbers of the tokens that lie at least half inside the spans."""
        return frozenset(
            number
            for start, end in spans
            for number in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
            if 2 * (min(self._ends[number], end) - max(self._starts[number], start))
            > self._ends[number] - self._starts[number]
        )

    def side(self, attribution: GoldAttribution | Attribution) -> Side:
        """An annotated or a detected attribution with its parts as tokens."""
        content, cue, source = attribution.content, attribution.cue, attribution.source
        detected = attribution if isinstance(attribution, Attribution) else None
        speaker = attribution.speaker
        return Side(
            type=attribution.type,
            speaker=speaker if speaker is None or isinstance(speaker, str) else speaker.name,
            content=self.covered(content),
            cue=self.covered([cue] if cue else []),
            source=self.covered([source] if source else []),
            span=Span(min(s for s, _ in content), max(e for _, e in content)),
            cue_text=cue.of(self.text) if cue else "",
            detected=detected,
        )


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Intersection over union; 0 for two empty sets."""
    return len(a & b) / len(a | b) if a | b else 0.0


def pair(gold: Sequence[Side], detected: Sequence[Side]) -> list[tuple[Side, Side]]:
    """One-to-one pairs whose contents overlap by half or more, the largest overlaps first."""
    scored = sorted(
        (
            (overlap(g.content, d.content), g.type is not _REPORTED, overlap(g.cue, d.cue), -i, -j)
            for (i, g), (j, d) in product(enumerate(gold), enumerate(detected))
            if g.content & d.content
        ),
        reverse=True,
    )
    pairs: list[tuple[Side, Side]] = []
    used_gold: set[int] = set()
    used_detected: set[int] = set()
    for share, _, _, i, j in scored:
        if share >= 0.5 and i not in used_gold and j not in used_detected:
            used_gold.add(i)
            used_detected.add(j)
            pairs.append((gold[-i], detected[-j]))
    return pairs
