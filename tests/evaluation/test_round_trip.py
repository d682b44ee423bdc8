"""Articles that a project exports as annotations are read back as what they were."""

from __future__ import annotations

import json
from pathlib import Path

from quotetrack import detect
from quotetrack.evaluation import evaluate, read_gold
from quotetrack.exports.gold import rows
from quotetrack.exports.records import SheetArticle, from_detection

from .conftest import GOLD


def test_exported_annotations_are_read_back(tmp_path: Path) -> None:
    """All but the few whose very words stand twice in a row near the same cue."""
    texts = {article.name: article.text for article in read_gold(GOLD)}
    for name, text in texts.items():
        quotes = from_detection(SheetArticle(text=text, name=name), detect(text))
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.json").write_text(json.dumps({"attributions": rows(quotes)}), encoding="utf-8")
    evaluation = evaluate(read_gold(tmp_path), detect)
    assert not evaluation.problems
    figures = evaluation.figures
    assert figures.strict.f1 > 99
    assert min(figures.attributed.f1, figures.reported.f1, figures.cue, figures.source, figures.type) > 98
