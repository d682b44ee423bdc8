"""Detection run again: what it would change, and doing it without touching what a person decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from quotetrack.detection.records import Attribution
from quotetrack.operations.linking import Linker
from quotetrack.operations.removing import remove_quotes
from quotetrack.operations.rows import QUOTE_COLUMNS, detected_key, quote_values
from quotetrack.operations.spans import overlap
from quotetrack.status import Status
from quotetrack.store import MadeBy, Quote, Reading, StoredArticle
from quotetrack.store.writer import Writer

SAME_CONTENT = 0.5
Found = Mapping[int, Sequence[Attribution]]


def decided(quote: Quote) -> bool:
    """Whether a person made or judged a quote, or attached anything to it."""
    return (
        quote.made_by is MadeBy.PERSON
        or quote.status is not Status.UNREVIEWED
        or quote.decided is not None
        or bool(quote.note or quote.verdict or quote.tags or quote.evidence)
    )


@dataclass(frozen=True, slots=True)
class ArticleRedetection:
    """What detecting again does to one article.

    `changed` pairs a quote with what is now reported in its place, `kept` are quotes that a person
    decided about, `left_out` are new reports that would repeat those or what a person took out.
    """

    article: int
    added: tuple[Attribution, ...] = ()
    removed: tuple[Quote, ...] = ()
    changed: tuple[tuple[Quote, Attribution], ...] = ()
    same: tuple[Quote, ...] = ()
    kept: tuple[Quote, ...] = ()
    left_out: int = 0


@dataclass(slots=True)
class _Matching:
    """Which existing quote each new report goes with, by its place in the list of reports."""

    free: dict[int, Quote] = field(default_factory=dict)
    decided: dict[int, int | None] = field(default_factory=dict)


def _near(one: Attribution, quotes: Sequence[Quote], keys: Mapping[int, str]) -> Quote | None:
    """The quote that is about the same words as `one`."""
    key = detected_key(one.content, one.cue)
    for quote in quotes:
        if keys[quote.id] == key:
            return quote
    ranked = [
        (
            overlap(one.content, quote.content) + (one.cue is not None and one.cue == quote.cue),
            quote.id,
            quote,
        )
        for quote in quotes
    ]
    best = max(ranked, default=None, key=lambda item: (item[0], -item[1]))
    return best[2] if best is not None and best[0] >= SAME_CONTENT else None


def _match(
    found: Sequence[Attribution], quotes: Sequence[Quote], keys: Mapping[int, str], dismissed: Sequence[str]
) -> _Matching:
    matching = _Matching()
    fixed = [quote for quote in quotes if decided(quote)]
    free = [quote for quote in quotes if not decided(quote)]
    for place, one in enumerate(found):
        if (near := _near(one, fixed, keys)) is not None:
            matching.decided[place] = near.id
        elif detected_key(one.content, one.cue) in dismissed:
            matching.decided[place] = None
    # Exact matches first, so that a near one does not take another's place.
    for exact in (True, False):
        for place, one in enumerate(found):
            if place in matching.decided or place in matching.free:
                continue
            candidates = [
                quote
                for quote in free
                if quote not in matching.free.values()
                and (not exact or keys[quote.id] == detected_key(one.content, one.cue))
            ]
            if (near := _near(one, candidates, keys)) is not None:
                matching.free[place] = near
    return matching


def _says_the_same(quote: Quote, one: Attribution) -> bool:
    return (quote.content, quote.cue, quote.source, quote.type, quote.cue_class, quote.mention) == (
        one.content,
        one.cue,
        one.source,
        one.type,
        one.cue_class,
        one.speaker,
    )


def preview_redetection(reading: Reading, found: Found) -> list[ArticleRedetection]:
    """What `Redetect(found)` would do, article by article; nothing is changed."""
    previews = []
    for article, reports in found.items():
        quotes = reading.quotes.of_article(article)
        keys = reading.quotes.detected(quote.id for quote in quotes)
        matching = _match(reports, quotes, keys, reading.articles.dismissed(article))
        matched = {quote.id for quote in matching.free.values()}
        pairs = [(quote, reports[place]) for place, quote in matching.free.items()]
        previews.append(
            ArticleRedetection(
                article,
                added=tuple(
                    one
                    for place, one in enumerate(reports)
                    if place not in matching.free and place not in matching.decided
                ),
                removed=tuple(quote for quote in quotes if not decided(quote) and quote.id not in matched),
                changed=tuple(pair for pair in pairs if not _says_the_same(*pair)),
                same=tuple(quote for quote, one in pairs if _says_the_same(quote, one)),
                kept=tuple(quote for quote in quotes if decided(quote)),
                left_out=len(matching.decided),
            )
        )
    return previews


@dataclass(frozen=True, slots=True)
class Redetect:
    """Takes over what detection reports now (by article), except where a person has decided.

    Quotes that a person made, judged, corrected or attached something to stay as they are, and
    what a person took out stays out. Quotes that are still reported keep their ids and, where the
    speaker is called the same, the speaker they were linked to.
    """

    name: ClassVar[str] = "store.operation.redetect"
    found: Found

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Updates, adds and removes the quotes that nobody has decided about."""
        for article, found in self.found.items():
            self._article(writer, reading, article, found)

    def _article(self, writer: Writer, reading: Reading, article: int, found: Sequence[Attribution]) -> None:
        stored = reading.articles.get(article)
        quotes = reading.quotes.of_article(article)
        keys = reading.quotes.detected(quote.id for quote in quotes)
        matching = _match(found, quotes, keys, reading.articles.dismissed(article))
        matched = {quote.id for quote in matching.free.values()}
        gone = [quote for quote in quotes if not decided(quote) and quote.id not in matched]
        remove_quotes(writer, reading, gone, dismiss=False)
        ids = dict(matching.decided) | {place: quote.id for place, quote in matching.free.items()}
        fresh = [place for place in range(len(found)) if place not in ids]
        ids |= dict(zip(fresh, range(writer.next_id("quotes"), 1 << 62), strict=False))
        place_of = (stored.id, stored.outlet_id, stored.article.published, stored.duplicate_of is not None)
        linker = Linker(writer, reading)
        rows = {}
        for place, one in enumerate(found):
            speaker = self._speaker(linker, matching.free.get(place), one, stored)
            rows[place] = quote_values(stored.article.text, place_of, replace(one, parent=None), 0, speaker)
        parent_at = QUOTE_COLUMNS.index("parent_id")

        def with_parent(place: int) -> tuple[object, ...]:
            parent = found[place].parent
            row = rows[place]
            return (*row[:parent_at], None if parent is None else ids.get(parent), *row[parent_at + 1 :])

        linker.finish()
        updates = [(quote.id, *with_parent(place)) for place, quote in matching.free.items()]
        writer.update_each("quotes", QUOTE_COLUMNS, updates)
        writer.insert("quotes", QUOTE_COLUMNS, [with_parent(place) for place in fresh])

    @staticmethod
    def _speaker(
        linker: Linker, quote: Quote | None, one: Attribution, stored: StoredArticle
    ) -> tuple[int, str] | None:
        """The speaker so far where the article calls them the same, else the one that is known by it."""
        if quote is None or quote.mention != one.speaker:
            return linker.link(one, stored.outlet_id)
        return None if quote.speaker is None else (quote.speaker.id, quote.speaker.kind.value)
