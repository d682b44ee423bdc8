"""A quote sheet as a document: sections of quotes with their facts, for every page-like format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from quotetrack.exports.characters import lines
from quotetrack.exports.columns import Cell, Column, Kind, kind_name
from quotetrack.exports.job import Group, Job
from quotetrack.exports.records import SheetArticle, SheetQuote

_HEADED = {
    Group.SPEAKER: frozenset({"quote", "speaker", "speaker_role", "speaker_kind"}),
    Group.ARTICLE: frozenset({"quote", "outlet", "title", "author", "date", "link"}),
}
_LONG = 60


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said about a quote; `link` is its web address, if it has one."""

    label: str
    text: str
    link: str = ""

    @property
    def long(self) -> bool:
        """Whether it needs a line of its own."""
        return len(self.text) > _LONG or "\n" in self.text


@dataclass(frozen=True, slots=True)
class Entry:
    """A quote and its facts, line by line: short facts share a line."""

    text: str
    lines: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A speaker's or an article's quotes."""

    title: str
    about: tuple[Fact, ...]
    entries: Iterable[Entry]


def sections(job: Job) -> Iterator[Section]:
    """The document's sections in order; entries are read while the section is written."""
    columns = tuple(c for c in job.columns if c.key not in _HEADED[job.options.group])
    if job.options.group is Group.ARTICLE:
        for article, stood in job.sheet.by_article():
            yield Section(article_title(article), _about_article(article, job), _entries(stood, columns, job))
    else:
        for first, quotes in job.sheet.by_speaker():
            title = lines(first.speaker) if first.speaker else job.say("nobody")
            yield Section(title, _about_speaker(first, job), _entries(quotes, columns, job))


def article_title(article: SheetArticle) -> str:
    """The headline, else the text's first line, else the file's name."""
    first = next((line.strip() for line in lines(article.text).split("\n") if line.strip()), "")
    return lines(article.title) or first[:120] or article.name


def subtitle(job: Job) -> str:
    """When the sheet was made and how many quotes it has."""
    count = job.options.figures.number(len(job.sheet))
    return job.say("made", date=job.day(job.made.astimezone().date()), count=count)


def web_link(text: str) -> str:
    """`text` if a document may link to it, else ""."""
    return text if text.startswith(("http://", "https://")) and text.isprintable() and " " not in text else ""


def _about_speaker(first: SheetQuote, job: Job) -> tuple[Fact, ...]:
    return tuple(
        Fact("", lines(text)) for text in (first.speaker_role, kind_name(first, job.language)) if text
    )


def _about_article(article: SheetArticle, job: Job) -> tuple[Fact, ...]:
    published = job.day(article.published) if article.published else ""
    texts = [Fact("", lines(text)) for text in (article.outlet, article.author, published) if text]
    if article.link:
        texts.append(Fact("", lines(article.link), web_link(article.link)))
    return tuple(texts)


def _entries(quotes: Iterable[SheetQuote], columns: Iterable[Column], job: Job) -> Iterator[Entry]:
    columns = tuple(columns)
    for quote in quotes:
        facts = tuple(fact for column in columns if (fact := _fact(column, quote, job)).text)
        yield Entry(lines(quote.quote), _arranged(facts))


def _fact(column: Column, quote: SheetQuote, job: Job) -> Fact:
    text = _shown(column.value(quote, job.language), job)
    return Fact(column.header(job.language), text, web_link(text) if column.kind is Kind.LINK else "")


def _shown(cell: Cell, job: Job) -> str:
    """A cell as a person reads it; words stay verbatim, their digits too."""
    match cell:
        case float():
            return job.options.figures.percent(cell)
        case int():
            return job.options.figures.number(cell)
        case date():
            return job.day(cell)
    return lines(cell or "")


def _arranged(facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], ...]:
    arranged: list[tuple[Fact, ...]] = []
    short: list[Fact] = []
    for fact in facts:
        if not fact.long:
            short.append(fact)
            continue
        if short:
            arranged.append(tuple(short))
            short = []
        arranged.append((fact,))
    return (*arranged, tuple(short)) if short else tuple(arranged)
