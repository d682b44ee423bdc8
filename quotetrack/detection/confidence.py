"""How far an attribution can be trusted: the share of its kind that was right on annotated articles.

`assets/lexicon/confidence.toml` counts, for each sort of speaker, way to him, rule and type, how
many attributions there were and how many had the right content and the right speaker
(`python -m quotetrack.calibration` counts anew). A kind that was seen seldom leans on the kinds
above it: the same speaker and way by any rule, the same sort of speaker, all attributions.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from quotetrack.assets import assets
from quotetrack.detection.records import Attribution, AttributionType, Span, Speaker
from quotetrack.errors import QuotetrackError

PATH: Final = Path("lexicon") / "confidence.toml"
_NEAR: Final = 250
"""Characters between cue and name within which a reader still has the speaker before him."""


class ConfidenceError(QuotetrackError):
    """The file of counts cannot be read; names the file and what is wrong."""


class Way(StrEnum):
    """How the words lead to the speaker."""

    NOBODY = "nobody"
    """The text names none."""
    NAMED = "named"
    """The source phrase holds the name itself."""
    DESCRIBED = "described"
    """The source phrase describes or shortens a name that stands elsewhere."""
    NEAR = "near"
    """There is no source phrase; the speaker was named shortly before or after."""
    FAR = "far"
    """There is no source phrase, and the speaker was named far away."""


class How(NamedTuple):
    """How the speaker was found: the way, and what is known of `who` it is.

    `who` is the kind of speaker, then "+role" where the text gives a title, then "+word" where the
    name is a single word: a person with title and full name is hardly ever a wrong one.
    """

    who: str
    way: Way


def how_found(cue: Span | None, source: Span | None, speaker: Speaker | None) -> How:
    """By which way an attribution came to its speaker, and to what sort of speaker."""
    if speaker is None:
        return How("nobody", Way.NOBODY)
    role = "+role" if speaker.role else ""
    word = "+word" if " " not in speaker.name.strip() else ""
    return How(f"{speaker.kind}{role}{word}", _way(cue, source, speaker.named_at))


def _way(cue: Span | None, source: Span | None, place: Span | None) -> Way:
    if source is not None:
        return Way.NAMED if place is None or _inside(place, source) else Way.DESCRIBED
    if cue is None or place is None:
        return Way.FAR
    return Way.NEAR if max(cue.start - place.end, place.start - cue.end) <= _NEAR else Way.FAR


def _inside(place: Span, source: Span) -> bool:
    return source.start <= place.start and place.end <= source.end


class Kind(NamedTuple):
    """What attributions have in common that are trusted alike."""

    rule: str
    type: AttributionType
    source: bool
    how: How

    @classmethod
    def of(cls, attribution: Attribution) -> Kind:
        """The kind of an attribution."""
        source = attribution.source
        how = how_found(attribution.cue, source, attribution.speaker)
        return cls(attribution.rule, attribution.type, source is not None, how)

    def levels(self) -> Iterator[tuple[object, ...]]:
        """From all attributions down to this kind; the speaker first, who is wrong most often."""
        yield ()
        yield (self.how.who,)
        yield (self.how.who, self.how.way)
        yield (self.how.who, self.how.way, self.rule)
        yield (self.how.who, self.how.way, self.rule, self.type, self.source)


@dataclass(frozen=True, slots=True)
class Count:
    """How many attributions of a kind there were and how many of them were right."""

    kind: Kind
    total: int
    right: int


class Calibration:
    """Shares right, smoothed: `strength` is how many attributions the kind above counts for."""

    def __init__(self, counts: Iterable[Count], strength: float = 8.0, prior: float = 0.8) -> None:
        self._strength, self._prior = strength, prior
        self._totals: dict[tuple[object, ...], list[int]] = {}
        for count in counts:
            for level in count.kind.levels():
                sums = self._totals.setdefault(level, [0, 0])
                sums[0] += count.total
                sums[1] += count.right
        self._known: dict[Kind, float] = {}

    def confidence(self, kind: Kind) -> float:
        """The smoothed share right of a kind, between 0 and 1, to three decimals."""
        known = self._known.get(kind)
        if known is None:
            share = self._prior
            for level in kind.levels():
                total, right = self._totals.get(level, (0, 0))
                share = (right + self._strength * share) / (total + self._strength)
            known = self._known[kind] = round(share, 3)
        return known


def read_counts(path: Path) -> tuple[list[Count], float]:
    """The counts of a file and the strength of its smoothing.

    Raises:
        ConfidenceError: the file is missing, is no TOML, or has an entry that makes no sense.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        counts = [_count(entry) for entry in table.get("count", [])]
        return counts, float(table["strength"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfidenceError("confidence.unreadable", file=path.name, problem=error) from error


def _count(entry: Mapping[str, Any]) -> Count:
    how = How(str(entry["who"]), Way(entry["way"]))
    kind = Kind(str(entry["rule"]), AttributionType(entry["type"]), bool(entry["source"]), how)
    total, right = int(entry["total"]), int(entry["right"])
    if not 0 <= right <= total:
        raise ValueError(f"{kind.rule}: {right} > {total}")
    return Count(kind, total, right)


@cache
def calibration() -> Calibration:
    """The calibration that comes with the program."""
    counts, strength = read_counts(assets() / PATH)
    return Calibration(counts, strength)


def confidence_of(rule: str, type_: AttributionType, *, has_source: bool, speaker_how: How) -> float:
    """The share of such attributions that had the right content and speaker, smoothed; 0 to 1.

    Raises:
        ConfidenceError: the file of counts was edited into something that cannot be read.
    """
    return calibration().confidence(Kind(rule, type_, has_source, speaker_how))
