"""Claims as JSON-LD in schema.org's words, for fact-checking databases and search engines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from quotetrack.detection.records import SpeakerKind
from quotetrack.exports.document import article_title, web_link
from quotetrack.exports.job import Job
from quotetrack.exports.records import Evidence, SheetArticle, SheetQuote

_AUTHORS = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ANONYMOUS: "Person",
    SpeakerKind.OUTLET: "NewsMediaOrganization",
}


def claim(quote: SheetQuote) -> dict[str, Any]:
    """What somebody said, as a schema.org Claim with the article in which it appeared."""
    article = quote.article
    found: dict[str, Any] = {
        "@type": "Claim",
        "identifier": str(quote.id),
        "text": quote.quote,
        "inLanguage": "ar",
        "appearance": _appearance(article),
    }
    if quote.speaker_kind is SpeakerKind.DOCUMENT:
        found["isBasedOn"] = {"@type": "CreativeWork", "name": quote.speaker}
    elif quote.speaker:
        kind = _AUTHORS.get(quote.speaker_kind or SpeakerKind.PERSON, "Organization")
        found["author"] = {"@type": kind, "name": quote.speaker}
        if quote.speaker_role and kind == "Person":
            found["author"]["jobTitle"] = quote.speaker_role
    if article.published:
        found["datePublished"] = article.published.isoformat()
    if quote.tags:
        found["keywords"] = list(quote.tags)
    return found


def claim_review(quote: SheetQuote, job: Job) -> dict[str, Any]:
    """A verdict on a claim, as a schema.org ClaimReview with its evidence."""
    rating = {"@type": "Rating", "alternateName": quote.verdict}
    if quote.verdict_scale:
        rating["ratingExplanation"] = quote.verdict_scale
    found: dict[str, Any] = {
        "@type": "ClaimReview",
        "datePublished": f"{job.made:%Y-%m-%d}",
        "claimReviewed": quote.quote,
        "inLanguage": job.language,
        "itemReviewed": claim(quote),
        "reviewRating": rating,
    }
    if job.options.publisher:
        found["author"] = {"@type": "Organization", "name": job.options.publisher}
    if quote.note:
        found["reviewBody"] = quote.note
    if quote.evidence:
        found["citation"] = [_citation(piece) for piece in quote.evidence]
    return found


def _appearance(article: SheetArticle) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "NewsArticle", "headline": article_title(article)}
    if link := web_link(article.link):
        found["url"] = link
    if article.author:
        found["author"] = {"@type": "Person", "name": article.author}
    if article.outlet:
        found["publisher"] = {"@type": "Organization", "name": article.outlet}
    if article.published:
        found["datePublished"] = article.published.isoformat()
    return found


def _citation(piece: Evidence) -> dict[str, Any]:
    parts = {"url": web_link(piece.link), "name": piece.title, "description": piece.note}
    if piece.link and not parts["url"]:
        parts["identifier"] = piece.link
    return {"@type": "CreativeWork"} | {key: text for key, text in parts.items() if text}


def write_claims(stream: TextIO, job: Job) -> None:
    """Every quote as a Claim."""
    _write_graph(stream, (claim(quote) for quote in job.sheet.quotes()))


def write_claim_reviews(stream: TextIO, job: Job) -> None:
    """Every quote that has a verdict as a ClaimReview; the others are counted."""
    _write_graph(stream, _reviews(job))


def _reviews(job: Job) -> Iterator[dict[str, Any]]:
    for quote in job.sheet.quotes():
        if quote.verdict:
            yield claim_review(quote, job)
        else:
            job.notes["no_verdict"] += 1
            job.left_out["no_verdict"] += 1


def _write_graph(stream: TextIO, things: Iterable[dict[str, Any]]) -> None:
    stream.write('{"@context": "https://schema.org", "@graph": [')
    for number, thing in enumerate(things):
        stream.write(",\n" if number else "\n")
        stream.write(json.dumps(thing, ensure_ascii=False))
    stream.write("\n]}\n")
