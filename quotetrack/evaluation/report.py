"""An evaluation as text for people and as a dictionary for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from quotetrack.evaluation.reliability import calibration_error, reliability
from quotetrack.evaluation.scoring import Counts, Evaluation, Judged, Prf
from quotetrack.messages import Language, message

_F1 = ("attributed", "found", "strict", "soft", "reported")
_SHARES = ("speaker", "source", "cue", "type")


def as_dict(evaluation: Evaluation) -> dict[str, Any]:
    """The figures under the names of the published scorer, then breakdowns, reliability and errors."""
    judged = reliability(evaluation.judged)
    return asdict(evaluation.figures) | {
        "articles": evaluation.articles,
        "by_type": _groups(evaluation.by_type),
        "by_class": _groups(evaluation.by_class),
        "by_rule": {
            rule: {"predicted": c.detected, "found": c.content.p, "attributed": c.attributed.p}
            for rule, c in sorted(evaluation.by_rule.items())
        },
        "reliability": [asdict(each) for each in judged],
        "calibration_error": round(calibration_error(judged), 4),
        "errors": [asdict(mistake) for mistake in evaluation.mistakes],
        "problems": [asdict(problem) for problem in evaluation.problems],
    }


def _groups(groups: Mapping[str, Counts]) -> dict[str, Any]:
    return {
        name: {
            "gold": counts.gold,
            "predicted": counts.detected,
            "found": asdict(counts.content),
            "attributed": asdict(counts.attributed),
        }
        for name, counts in sorted(groups.items())
    }


def as_text(evaluation: Evaluation, language: Language, *, errors: bool = False) -> str:
    """The report for a person; with `errors`, every miss, extra and wrong speaker."""
    return "\n".join(_lines(evaluation, language, errors=errors)) + "\n"


def _lines(evaluation: Evaluation, language: Language, *, errors: bool) -> Iterator[str]:
    def say(key: str, **values: object) -> str:
        return message(f"evaluation.{key}", language, **values)

    figures = evaluation.figures
    for problem in evaluation.problems:
        what = say(f"problem.{problem.key}", detail=problem.detail)
        yield say("problem.line", article=problem.article, id=problem.id, what=what)
    yield say("head", articles=evaluation.articles, gold=figures.gold, predicted=figures.predicted)
    yield ""
    for name in _F1:
        yield f"{_f1(getattr(figures, name))}   {say(f'figure.{name}')}"
    for name in _SHARES:
        yield f"{getattr(figures, name):30.1f}   {say(f'figure.{name}')}"
    for title, groups in (("by_type", evaluation.by_type), ("by_class", evaluation.by_class)):
        yield from ("", say(title))
        for name, counts in sorted(groups.items(), key=lambda item: (-item[1].gold, item[0])):
            yield f"{_f1(counts.attributed)}   {counts.gold:5} {counts.detected:5}   {name}"
    yield from ("", say("by_rule"))
    for name, counts in sorted(evaluation.by_rule.items(), key=lambda item: (-item[1].detected, item[0])):
        yield f"{counts.detected:7} {counts.content.p:7.1f} {counts.attributed.p:7.1f}   {name}"
    yield ""
    yield from reliability_lines(evaluation.judged, language)
    if errors:
        yield from ("", say("errors"))
        for mistake in evaluation.mistakes:
            kind = say(f"error.{mistake.kind}")
            parts = (mistake.article, kind, mistake.what, mistake.rule, mistake.content)
            yield "\t".join(part for part in parts if part)


def _f1(prf: Prf) -> str:
    return f"P {prf.p:5.1f}  R {prf.r:5.1f}  F1 {prf.f1:5.1f}"


def reliability_lines(judged: Iterable[Judged], language: Language) -> Iterator[str]:
    """The reliability table, a line for each bin, and the mean distance from what is right."""
    bins = reliability(judged)
    yield message("evaluation.reliability", language)
    for each in bins:
        bounds = f"{each.low:.2f}–{each.high:.2f}"
        yield f"{bounds}  {each.count:6}  {100 * each.confidence:6.1f}  {100 * each.right:6.1f}"
    yield message("evaluation.calibration_error", language, error=f"{100 * calibration_error(bins):.1f}")
