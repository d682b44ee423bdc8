"""The figures are those of the published scorer, whatever was detected."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from quotetrack import detect
from quotetrack.detection.records import Attribution, AttributionType, Span, Speaker, SpeakerKind
from quotetrack.evaluation import GoldArticle, evaluate, read_gold

from .conftest import DEV, GOLD

FOLDERS = [pytest.param(GOLD, id="own"), pytest.param(DEV, id="shared", marks=pytest.mark.corpus)]
Detect = Callable[[str], Sequence[Attribution]]


def published(scorer: ModuleType, folder: Path, found: dict[str, Sequence[Attribution]]) -> dict[str, Any]:
    tally = scorer.Tally()
    for name in sorted(found):
        article, gold, _ = scorer.read_gold(folder, name)
        rows = [
            scorer.Attribution(
                article, str(a.type), a.content, a.cue, a.source, a.speaker.name if a.speaker else None
            )
            for a in found[name]
        ]
        tally.add(article, gold, [row for row in rows if row.content])
    figures: dict[str, Any] = tally.figures()
    return figures


def disturbed(article: GoldArticle, chance: random.Random) -> Iterator[Attribution]:
    """The annotations of an article with all that can go wrong with them, and some that are none."""
    names = [
        "الرئيس",
        "وزيرة الخارجية سلمى",
        "المصدر",
        *(a.speaker for a in article.attributions if a.speaker),
    ]
    for annotated in article.attributions:
        if chance.random() < 0.2:
            continue
        shift = chance.choice([0, 0, 0, 4, 15, 60])
        content = tuple(Span(max(0, s - shift), max(1, e - shift)) for s, e in annotated.content)
        name = annotated.speaker if chance.random() < 0.7 else chance.choice([*names, None])
        yield Attribution(
            type=annotated.type if chance.random() < 0.8 else chance.choice(list(AttributionType)),
            content=content,
            cue=annotated.cue if chance.random() < 0.8 else None,
            source=annotated.source if chance.random() < 0.8 else Span(0, 9),
            speaker=Speaker(name, SpeakerKind.PERSON) if name else None,
            rule="made-up",
        )
    for _ in range(chance.randrange(2)):
        start = chance.randrange(len(article.text))
        span = Span(start, min(len(article.text), start + chance.randrange(1, 90)))
        yield Attribution(type=chance.choice(list(AttributionType)), content=(span,))


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("seed", range(2))
def test_disturbed_annotations_score_the_same(scorer: ModuleType, folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    articles = read_gold(folder)
    found = {article.name: list(disturbed(article, chance)) for article in articles}
    by_text = {article.text: found[article.name] for article in articles}
    assert asdict(evaluate(articles, by_text.__getitem__).figures) == published(scorer, folder, found)


@pytest.mark.parametrize("folder", FOLDERS)
def test_detection_scores_the_same(scorer: ModuleType, folder: Path) -> None:
    articles = read_gold(folder)
    found = {article.name: detect(article.text) for article in articles}
    by_text = {article.text: found[article.name] for article in articles}
    assert asdict(evaluate(articles, by_text.__getitem__).figures) == published(scorer, folder, found)


def as_detected(article: GoldArticle) -> list[Attribution]:
    return [
        Attribution(
            type=a.type,
            content=a.content,
            cue=a.cue,
            source=a.source,
            speaker=Speaker(a.speaker, SpeakerKind.PERSON) if a.speaker else None,
        )
        for a in article.attributions
    ]


def test_the_annotations_themselves_are_perfect() -> None:
    articles = read_gold(GOLD)
    by_text = {article.text: as_detected(article) for article in articles}
    evaluation = evaluate(articles, by_text.__getitem__)
    assert asdict(evaluation.figures.attributed) == {"p": 100.0, "r": 100.0, "f1": 100.0}
    assert evaluation.figures.reported.f1 == 100.0
    assert evaluation.figures.source == evaluation.figures.cue == evaluation.figures.type == 100.0
    assert not evaluation.mistakes
    assert all(judged.right for judged in evaluation.judged)


def test_each_fault_costs_its_own_figure_alone() -> None:
    articles = [article for article in read_gold(GOLD) if article.name == "eg_bread"]
    rows = as_detected(articles[0])
    at = 1  # a verb with a named source
    count = sum(a.type is not AttributionType.REPORTED for a in rows)
    share = round(100 * (count - 1) / count, 1)
    stranger = Speaker("عابر سبيل", SpeakerKind.PERSON)
    for change, figure in (
        ({"source": None}, "source"),
        ({"cue": None}, "cue"),
        ({"speaker": stranger}, "speaker"),
        ({"type": AttributionType.DIRECT}, "type"),
    ):
        changed = [*rows[:at], replace(rows[at], **change), *rows[at + 1 :]]
        figures = evaluate(articles, lambda _, changed=changed: changed).figures
        shares = {name: getattr(figures, name) for name in ("speaker", "source", "cue", "type")}
        assert shares.pop(figure) == share
        assert set(shares.values()) == {100.0}
        assert figures.found.f1 == 100.0
        assert figures.attributed.f1 == (share if figure == "speaker" else 100.0)
