"""Quotes as lines for a person at a terminal."""

from __future__ import annotations

from quotetrack.cli.language import current, say
from quotetrack.exports.columns import cue_class_name, kind_name, status_name, type_name
from quotetrack.exports.records import SheetQuote


def text_block(quote: SheetQuote) -> str:
    """A quote with its speaker above and what else is known below."""
    language = current()
    stored = quote.article.id is not None
    number = quote.id if stored else quote.id + 1
    speaker = " · ".join(filter(None, (quote.speaker or say("text.nobody"), quote.speaker_role)))
    about = (
        type_name(quote, language),
        kind_name(quote, language),
        f"{quote.cue_text} ({cue_class_name(quote, language)})" if quote.cue else "",
        say("text.inside", parent=quote.parent + (not stored)) if quote.parent is not None else "",
        f"{quote.start}–{quote.end}",
        f"{quote.confidence:.0%}",
        quote.rule,
    )
    lines = [f"\n{number}. {speaker}", *(f"    {each}" for each in quote.quote.splitlines())]
    lines.append("    " + " · ".join(filter(None, about)))
    if stored:
        lines.append("    " + " · ".join(filter(None, _stored(quote))))
    return "\n".join(lines) + "\n"


def _stored(quote: SheetQuote) -> tuple[str, ...]:
    article = quote.article
    published = article.published.isoformat() if article.published else ""
    return (
        status_name(quote, current()),
        quote.verdict,
        article.outlet,
        " ".join(article.title.split()) or article.name,
        published,
        article.link,
    )
