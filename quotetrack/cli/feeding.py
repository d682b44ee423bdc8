"""`quotetrack feed`: what a feed lists; and the lines of it that an import is to take."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from quotetrack.article import Article
from quotetrack.cli.language import Command, language_option, option, say
from quotetrack.importing import Source, WebAddress
from quotetrack.readers import FeedEntry, Raw, ReadError, ReadOptions, load, read_feed, read_raw


@click.command("feed", cls=Command, help="feed.about")
@click.argument("source")
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="feed.format")
@language_option
def list_feed(source: str, form: str) -> None:
    """Print what a feed lists, numbered for `import --entries`; none of its pages is fetched."""
    entries = read_feed(open_feed(source))
    if form == "json":
        records = [_record(number, entry) for number, entry in enumerate(entries, start=1)]
        click.echo(json.dumps(records, ensure_ascii=False, indent=1))
        return
    for number, entry in enumerate(entries, start=1):
        published = entry.published.isoformat() if entry.published else ""
        whole = say("feed.whole" if entry.whole else "feed.beginning")
        click.echo(f"{number}. " + " · ".join(filter(None, (entry.title, published, whole, entry.link))))


def _record(number: int, entry: FeedEntry) -> dict[str, object]:
    return {
        "number": number,
        "title": entry.title,
        "link": entry.link,
        "outlet": entry.outlet,
        "published": entry.published.isoformat() if entry.published else None,
        "whole": entry.whole,
        "summary": entry.summary,
    }


def open_feed(source: str) -> Raw:
    """A feed from the web or from a file.

    Raises:
        ReadError: it cannot be had.
    """
    if "://" in source:
        from quotetrack.readers.web import fetch  # noqa: PLC0415 (no network code without the wish)

        return fetch(source)
    return load(Path(source), options=ReadOptions())


def entries_of(source: str, wanted: str, *, as_given: bool) -> Iterator[Source]:
    """The entries of a feed that `wanted` names ("1,3-5" or "all"), to be fetched, or as the feed has them.

    Raises:
        ReadError: the feed cannot be had.
    """
    raw = open_feed(source)
    entries = read_feed(raw)
    typed = source if "://" in source else ""
    texts = {a.link or a.title: a for a in read_raw(raw, ReadOptions()) if isinstance(a, Article)}
    for number in _numbers(wanted, len(entries)):
        entry = entries[number - 1]
        own = texts.get(entry.link or entry.title)
        if entry.link and not as_given:
            yield WebAddress(entry.link, typed=False, found_on=typed)
        elif own is not None:
            yield own
        else:
            raise ReadError("readers.empty", name=entry.title)


def _numbers(wanted: str, count: int) -> Iterable[int]:
    if wanted == "all":
        return range(1, count + 1)
    numbers: list[int] = []
    for piece in wanted.split(","):
        first, dash, last = piece.partition("-")
        if not (first.strip().isdecimal() and (last.strip().isdecimal() or not dash)):
            raise click.UsageError(say("error.entries", given=wanted))
        numbers += range(int(first), int(last or first) + 1)
    if not numbers or min(numbers) < 1 or max(numbers) > count:
        raise click.UsageError(say("error.no_entry", given=wanted, count=count))
    return dict.fromkeys(numbers)
