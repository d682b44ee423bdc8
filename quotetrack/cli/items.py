"""What is said of each item before an import, and of each article after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotetrack.cli.language import current, say
from quotetrack.importing import Item, Result
from quotetrack.messages import explain, message
from quotetrack.readers import label


def item_lines(items: Iterable[Item]) -> Iterator[str]:
    """A line for each item, the parts of an archive indented under it."""
    for item in items:
        yield _item(item)
        yield from (f"    {_item(part)}" for part in item.parts)


def _item(item: Item) -> str:
    articles = say("import.articles", count=item.articles) if item.articles is not None else ""
    known = say("import.known", count=item.duplicates) if item.duplicates and item.articles != 1 else ""
    error = explain(item.error, current()) if item.error else ""
    missed = say("import.missed", count=item.failures) if item.failures and not error else ""
    facts = (
        item.name,
        *_reading(item.format, item.size, item.encoding, item.quality if item.articles else None),
        articles,
        item.first,
        known,
        _same(item.duplicate_of, item.same_as) if item.articles == 1 else "",
        missed,
        say("import.warned", count=item.warned) if 0 < item.warned != item.articles else "",
        *(message(key, current()) for key in item.warnings),
        error,
    )
    return " · ".join(filter(None, facts))


def result_line(result: Result) -> str:
    """A line for an article, or for a file that gave none."""
    language = current()
    read = result.encoding or result.title
    facts = (
        result.name,
        message(f"importing.outcome.{result.outcome.value}", language),
        *_reading(result.format, result.size, result.encoding, result.quality if read else None),
        result.title,
        say("import.quotes", count=result.quotes) if result.article is not None else "",
        _same(result.duplicate_of, ""),
        *(message(key, language) for key in result.warnings),
        explain(result.error, language) if result.error else "",
    )
    return " · ".join(filter(None, facts))


def _reading(format_: str, size: int, encoding: str, quality: float | None) -> tuple[str, ...]:
    return (
        message(f"readers.format.{format_}", current()) if format_ else "",
        say("import.bytes", count=f"{size:,}") if size else "",
        label(encoding),
        f"{quality:.0%}" if quality is not None else "",
    )


def _same(article: int | None, item: str) -> str:
    if article is not None:
        return say("import.as_article", number=article)
    return say("import.further_up", name=item) if item else ""
