"""What the tree of sources and filters shows: groups of values with counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import Reading, SavedFilter
from quotetrack.store.records import ArticleRow, Facets, Outlet, StoredSpeaker, Tag
from ui.language import Tongue
from ui.models.quotes import STATUS_SIGNS

MOST = 300
"""Values in one group; a search finds the others."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names behind the ids that facets count."""

    articles: tuple[ArticleRow, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    speakers: tuple[StoredSpeaker, ...] = ()
    tags: tuple[Tag, ...] = ()
    saved: tuple[SavedFilter, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted beside the facets: quotes of listed articles, and of saved filters as far as known."""

    articles: tuple[tuple[ArticleRow, int], ...] = ()
    saved: Mapping[QuoteFilter, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `facet` is the condition that `value` belongs to."""

    facet: str
    value: Any
    text: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and its lines."""

    key: str
    text: str
    entries: tuple[Entry, ...]


def read_names(reader: Reading, articles: Collection[int] = ()) -> Names:
    """All names, from a reading connection; of articles only those of `articles`."""
    return Names(
        tuple(reader.articles.rows(articles)) if articles else (),
        tuple(reader.outlets.list()),
        tuple(reader.speakers.list(MOST)),
        tuple(reader.tags.list()),
        tuple(reader.saved_filters.list()),
    )


def read_articles(reader: Reading, wanted: QuoteFilter) -> tuple[tuple[ArticleRow, int], ...]:
    """The articles that the tree lists, newest import first, and how many quotes each would show.

    They are the newest of which `wanted` shows any quote, and the chosen ones; without a condition
    but on articles, those without quotes are listed, too.
    """
    if replace(wanted, articles=frozenset()) == QuoteFilter():
        rows = list(reader.articles.list(MOST))
        older = wanted.articles.difference(row.id for row in rows)
        rows += sorted(reader.articles.rows(older), key=lambda row: -row.id) if older else []
        return tuple((row, row.quotes) for row in rows)
    counts = reader.quotes.newest_articles(wanted, MOST)
    for chosen in wanted.articles.difference(counts):
        counts[chosen] = reader.quotes.count(replace(wanted, articles=frozenset({chosen})))
    rows = sorted(reader.articles.rows(counts), key=lambda row: -row.id)
    return tuple((row, counts[row.id]) for row in rows)


def groups(names: Names, facets: Facets, beside: Counted, wanted: QuoteFilter, tongue: Tongue) -> list[Group]:
    """The tree's content; values without quotes are left out unless they are chosen."""

    def counted(facet: str, pairs: list[tuple[Any, str]], counts: Any) -> tuple[Entry, ...]:
        chosen = getattr(wanted, facet)
        return tuple(
            Entry(facet, value, text, counts.get(value, 0))
            for value, text in pairs
            if counts.get(value, 0) or value in chosen
        )

    word = tongue.message
    outlets = sorted(names.outlets, key=lambda each: -facets.outlets.get(each.id, 0))
    speakers = sorted(names.speakers, key=lambda each: -facets.speakers.get(each.id, 0))
    statuses = [(each, f"{STATUS_SIGNS[each]}  {word(f'exports.status.{each.value}')}") for each in Status]
    types = [(each, word(f"exports.type.{each.value}")) for each in AttributionType]
    kinds = [(each, word(f"exports.kind.{each.value}")) for each in SpeakerKind]
    cue_classes = [(each, word(f"exports.cue_class.{each.value}")) for each in CueClass]
    articles = tuple(
        Entry(
            "articles",
            each.id,
            " ".join(each.title.split()) or QCoreApplication.translate("sources", "Untitled"),
            count,
        )
        for each, count in beside.articles
    )
    made = [
        Group(
            "saved",
            QCoreApplication.translate("sources", "Saved filters"),
            tuple(Entry("saved", saved, saved.name, beside.saved.get(saved.filter)) for saved in names.saved),
        ),
        Group("articles", QCoreApplication.translate("sources", "Articles"), articles),
        Group(
            "outlets",
            QCoreApplication.translate("sources", "Outlets"),
            counted("outlets", [(o.id, o.name) for o in outlets], facets.outlets),
        ),
        Group(
            "speakers",
            QCoreApplication.translate("sources", "Speakers"),
            counted("speakers", [(s.id, s.name) for s in speakers], facets.speakers),
        ),
        Group(
            "statuses",
            QCoreApplication.translate("sources", "Status"),
            counted("statuses", statuses, facets.statuses),
        ),
        Group("types", QCoreApplication.translate("sources", "Types"), counted("types", types, facets.types)),
        Group(
            "kinds",
            QCoreApplication.translate("sources", "Kinds of speaker"),
            counted("kinds", kinds, facets.kinds),
        ),
        Group(
            "cue_classes",
            QCoreApplication.translate("sources", "What the verb says"),
            counted("cue_classes", cue_classes, facets.cue_classes),
        ),
        Group(
            "verdicts",
            QCoreApplication.translate("sources", "Verdicts"),
            counted("verdicts", [(v, v) for v in facets.verdicts if v], facets.verdicts),
        ),
        Group(
            "tags",
            QCoreApplication.translate("sources", "Tags"),
            counted("tags", [(t.id, t.name) for t in names.tags], facets.tags),
        ),
    ]
    return [group for group in made if group.entries]
