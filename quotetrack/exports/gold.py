"""Confirmed articles as annotations: NAME.txt and NAME.json, to measure detectors with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotetrack.exports.folders import Names
from quotetrack.exports.job import Job
from quotetrack.exports.records import SheetQuote
from quotetrack.status import Status

_SURE = frozenset({Status.CONFIRMED, Status.CORRECTED})


def write_gold(folder: Path, job: Job) -> None:
    """Write the articles of which every quote is confirmed, corrected or rejected.

    All quotes of an article count, also those that the sheet leaves out: an annotation that
    lacks some would call right detections wrong. Rejected quotes are left out.
    """
    names = Names()
    for article, taken in job.sheet.by_article():
        quotes = job.sheet.whole(article)
        kept = [quote for quote in quotes if quote.status is not Status.REJECTED]
        if not kept or any(quote.status not in _SURE for quote in kept):
            job.notes["not_confirmed"] += 1
            job.left_out["not_confirmed"] += len(taken)
            continue
        job.left_out["rejected"] += sum(quote.status is Status.REJECTED for quote in taken)
        name = names.of(article)
        (folder / f"{name}.txt").write_bytes(article.text.encode("utf-8"))
        record = {"attributions": rows(quotes)}
        (folder / f"{name}.json").write_text(
            json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


def rows(quotes: Sequence[SheetQuote]) -> list[dict[str, Any]]:
    """The rows of one article in the order of their cues, without those that were rejected."""
    by_id = {quote.id: quote for quote in quotes}
    kept = sorted((q for q in quotes if q.status is not Status.REJECTED), key=_anchor)
    numbers = {quote.id: number for number, quote in enumerate(kept, 1)}

    def parent(quote: SheetQuote) -> int | None:
        above = by_id.get(quote.parent) if quote.parent is not None else None
        if above is None:
            return None
        return numbers[above.id] if above.id in numbers else parent(above)

    return [
        {
            "id": numbers[quote.id],
            "type": quote.type.value,
            "content": [span.of(quote.article.text) for span in quote.content],
            "cue": quote.cue_text or None,
            "source": quote.source_text or None,
            "speaker": quote.speaker,
            "parent": parent(quote),
        }
        for quote in kept
    ]


def _anchor(quote: SheetQuote) -> tuple[int, int]:
    return (quote.cue or quote.content[0]).start, quote.start
