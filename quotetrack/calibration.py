"""Count, on annotated articles, which kinds of attributions are right: `python -m quotetrack.calibration`.

    python -m quotetrack.calibration tests/gold ../shared/eval/dev

writes the counts that `quotetrack.detection.confidence` reads, and prints how well such a
confidence predicts articles that it was not counted on. `--add` keeps what was counted before:
articles that nobody had read when they were detected say most, and can be counted only once.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import click

import quotetrack
from quotetrack.assets import assets
from quotetrack.detection.confidence import (
    PATH,
    Calibration,
    ConfidenceError,
    Count,
    Kind,
    calibration,
    read_counts,
)
from quotetrack.evaluation import evaluate, read_gold
from quotetrack.evaluation.report import reliability_lines
from quotetrack.evaluation.scoring import Judged
from quotetrack.messages import message

FOLDS = 10
STRENGTHS = (2.0, 4.0, 8.0, 16.0, 32.0)
_HEAD = """\
# How many attributions of a kind there were on annotated articles, and how many had the right content and the
# right speaker; written by `python -m quotetrack.calibration`. `strength` is how many attributions the kind
# above (any rule, any way, all) counts for where a kind is rare.
"""


def count(judged: Iterable[Judged]) -> list[Count]:
    """The counts by kind, sorted."""
    listed = [(Kind.of(one.attribution), one.right) for one in judged]
    total = Counter(kind for kind, _ in listed)
    right = Counter(kind for kind, is_right in listed if is_right)
    return [Count(kind, total[kind], right[kind]) for kind in sorted(total, key=_order)]


def added(counts: Iterable[Count], others: Iterable[Count]) -> list[Count]:
    """The counts of two sets of articles together, by kind, sorted."""
    total: Counter[Kind] = Counter()
    right: Counter[Kind] = Counter()
    for one in chain(counts, others):
        total[one.kind] += one.total
        right[one.kind] += one.right
    return [Count(kind, total[kind], right[kind]) for kind in sorted(total, key=_order)]


def _order(kind: Kind) -> tuple[str, ...]:
    """Where a kind stands in the file."""
    return (kind.rule, kind.type, str(kind.source), kind.how.who, kind.how.way)


def cross_validated(judged: Sequence[Judged], strength: float, folds: int = FOLDS) -> list[Judged]:
    """The same attributions, each rated by counts from the articles of the other folds."""
    names = sorted({one.article for one in judged})
    fold_of = {name: number % folds for number, name in enumerate(names)}
    rated: list[Judged] = []
    for fold in range(folds):
        inside = [one for one in judged if fold_of[one.article] == fold]
        outside = [one for one in judged if fold_of[one.article] != fold]
        rating = Calibration(count(outside), strength)
        for one in inside:
            confidence = rating.confidence(Kind.of(one.attribution))
            rated.append(replace(one, attribution=replace(one.attribution, confidence=confidence)))
    return rated


def surprise(judged: Sequence[Judged]) -> float:
    """The mean logarithmic loss of the confidences: 0 is omniscient, 0.693 a tossed coin."""
    losses = (
        -math.log(max(1e-6, one.attribution.confidence if one.right else 1 - one.attribution.confidence))
        for one in judged
    )
    return sum(losses) / len(judged) if judged else 0.0


def best_strength(judged: Sequence[Judged]) -> float:
    """The smoothing that predicts articles best that it was not counted on."""
    return min(STRENGTHS, key=lambda strength: surprise(cross_validated(judged, strength)))


def write_counts(path: Path, counts: Iterable[Count], strength: float) -> None:
    """Write a file that `quotetrack.detection.confidence` reads."""
    rows = (
        f'  {{ rule = "{each.kind.rule}", type = "{each.kind.type}", '
        f"source = {str(each.kind.source).lower()}, "
        f'who = "{each.kind.how.who}", way = "{each.kind.how.way}", '
        f"total = {each.total}, right = {each.right} }},\n"
        for each in counts
    )
    path.write_text(f"{_HEAD}\nstrength = {strength}\ncount = [\n{''.join(rows)}]\n", encoding="utf-8")


@click.command()
@click.argument(
    "folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--add", is_flag=True, help="Keep what was counted before: for articles that are new.")
def main(folders: tuple[Path, ...], *, add: bool) -> None:
    """Count on the annotated articles of FOLDERS and write the counts into the lexicon."""
    path = assets() / PATH
    try:
        before, strength = read_counts(path)
    except ConfidenceError:
        before, strength = [], STRENGTHS[0]
        write_counts(path, before, strength)  # detection reads it, and counting mends it
    articles = list(chain.from_iterable(read_gold(folder) for folder in folders))
    judged = evaluate(articles, quotetrack.detect).judged
    if not add:
        before, strength = [], best_strength(judged)
    write_counts(path, added(before, count(judged)), strength)
    calibration.cache_clear()
    say = {"count": len(judged), "articles": len(articles), "path": path, "strength": strength}
    click.echo(message("confidence.written", "en", **say))
    click.echo(message("confidence.met" if add else "confidence.tested", "en", folds=FOLDS))
    for line in reliability_lines(judged if add else cross_validated(judged, strength), "en"):
        click.echo(line)


if __name__ == "__main__":
    main()
