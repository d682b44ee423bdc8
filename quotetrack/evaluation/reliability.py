"""Whether a confidence means what it says: bins of confidence against the share right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quotetrack.evaluation.scoring import Judged

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Attributions whose confidence lies from `low` up to (not at) `high`; shares from 0 to 1."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def reliability(judged: Iterable[Judged]) -> list[Bin]:
    """The reliability table: for each bin that holds any, mean confidence and share right."""
    listed = sorted(judged, key=lambda one: one.attribution.confidence)
    bins = []
    for low, high in pairwise(_EDGES):
        inside = [one for one in listed if low <= one.attribution.confidence < high or _last(one, high)]
        if inside:
            mean = sum(one.attribution.confidence for one in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), mean, sum(one.right for one in inside) / len(inside)))
    return bins


def _last(one: Judged, high: float) -> bool:
    return high == _EDGES[-1] and one.attribution.confidence >= high


def calibration_error(bins: Sequence[Bin]) -> float:
    """The mean distance between confidence and share right, weighted by the bins' counts."""
    total = sum(each.count for each in bins)
    return sum(each.count * abs(each.confidence - each.right) for each in bins) / total if total else 0.0
