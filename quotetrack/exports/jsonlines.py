"""JSON and JSON Lines: one object for an article, the same from `detect` and from a project."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, TextIO

from quotetrack.exports.job import Job
from quotetrack.exports.records import SheetArticle, SheetQuote


def article_record(article: SheetArticle, quotes: Sequence[SheetQuote]) -> dict[str, Any]:
    """The object of one article.

    `file` names it, `attributions` lists its quotes with spans as [start, end] in code points
    and `parent` as an index in the same list (None where the enclosing one is not in it). An
    article of a project also has its data and its text, into which the offsets count.
    """
    places = {quote.id: place for place, quote in enumerate(quotes)}
    record: dict[str, Any] = {"file": article.name}
    if article.id is not None:
        record["article"] = {
            "id": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "author": article.author,
            "published": article.published.isoformat() if article.published else None,
            "link": article.link,
            "text": article.text,
        }
    record["attributions"] = [quote_record(quote, places) for quote in quotes]
    return record


def quote_record(quote: SheetQuote, places: dict[int, int]) -> dict[str, Any]:
    """The object of one quote; `places` gives the index of every quote of its list by id."""
    record: dict[str, Any] = {
        "type": quote.type.value,
        "content": [list(span) for span in quote.content],
        "cue": list(quote.cue) if quote.cue else None,
        "source": list(quote.source) if quote.source else None,
        "speaker": quote.speaker,
        "parent": None if quote.parent is None else places.get(quote.parent),
        "speaker_kind": quote.speaker_kind.value if quote.speaker_kind else None,
        "speaker_role": quote.speaker_role,
        "cue_class": quote.cue_class.value,
        "cue_lemma": quote.cue_lemma,
        "rule": quote.rule,
        "confidence": round(quote.confidence, 4),
        "quote": quote.quote,
        "cue_text": quote.cue_text,
        "source_text": quote.source_text,
    }
    if quote.article.id is not None:
        record |= {
            "id": quote.id,
            "page": quote.page,
            "status": quote.status.value,
            "verdict": quote.verdict or None,
            "verdict_scale": quote.verdict_scale or None,
            "note": quote.note,
            "tags": list(quote.tags),
            "evidence": [asdict(piece) for piece in quote.evidence],
        }
    return record


def line(record: dict[str, Any]) -> str:
    """`record` as one line of JSON Lines, with its line feed."""
    return json.dumps(record, ensure_ascii=False) + "\n"


def write_jsonl(stream: TextIO, job: Job) -> None:
    """One article a line."""
    stream.writelines(line(article_record(*group)) for group in job.sheet.by_article())


def write_json(stream: TextIO, job: Job) -> None:
    """A list of the same objects."""
    write_list(stream, (article_record(*group) for group in job.sheet.by_article()))


def write_list(stream: TextIO, records: Iterable[dict[str, Any]]) -> None:
    """A JSON list, an object at a time."""
    stream.write("[")
    for number, record in enumerate(records):
        stream.write(",\n" if number else "\n")
        stream.write(json.dumps(record, ensure_ascii=False, indent=1))
    stream.write("\n]\n")
