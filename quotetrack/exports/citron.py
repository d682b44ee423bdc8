"""Quotes in the annotation format of BBC R&D's Citron: one JSON file an article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from quotetrack.detection.records import Span
from quotetrack.exports.folders import Names
from quotetrack.exports.job import Job
from quotetrack.exports.records import SheetQuote


def write_citron(folder: Path, job: Job) -> None:
    """Write NAME.json for each article: its text and its quotes with cue, sources and contents.

    `speaker`, `type` and `parent` are additions; a quote with no cue has null there.
    """
    names = Names()
    for article, quotes in job.sheet.by_article():
        record = {"text": article.text, "quotes": [_quote(quote) for quote in quotes]}
        path = folder / f"{names.of(article)}.json"
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _quote(quote: SheetQuote) -> dict[str, Any]:
    text = quote.article.text
    return {
        "id": str(quote.id),
        "cue": _span(quote.cue, text) if quote.cue else None,
        "sources": [_span(quote.source, text)] if quote.source else [],
        "contents": [_span(span, text) for span in quote.content],
        "coreferences": [],
        "confidence": round(quote.confidence, 4),
        "speaker": quote.speaker,
        "type": quote.type.value,
        "parent": None if quote.parent is None else str(quote.parent),
    }


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
