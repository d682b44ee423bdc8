"""Taking rows out with everything that hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotetrack.store import MadeBy, Quote, Reading
from quotetrack.store.writer import Writer


def remove_quotes(writer: Writer, reading: Reading, quotes: Sequence[Quote], *, dismiss: bool) -> None:
    """Takes quotes out; those inside them move up to what was around.

    `dismiss` notes the detector's among them, so that detection does not bring them back.
    """
    gone = {quote.id: quote for quote in quotes}

    def around(parent: int | None) -> int | None:
        while parent in gone:
            parent = gone[parent].parent
        return parent

    inner = [
        quote
        for quote in reading.quotes.of_articles({quote.article_id for quote in quotes})
        if quote.parent in gone and quote.id not in gone
    ]
    writer.update_each("quotes", ("parent_id",), [(quote.id, around(quote.parent)) for quote in inner])
    if dismiss:
        keys = reading.quotes.detected(gone)
        writer.insert(
            "dismissed",
            ("article_id", "detected"),
            [(gone[id_].article_id, key) for id_, key in keys.items() if key],
        )
    writer.delete("quote_tags", reading.quotes.tag_links(gone))
    writer.delete("evidence", [one.id for quote in quotes for one in quote.evidence])
    writer.delete("quotes", gone)
    sweep_speakers(writer, reading, {quote.speaker.id for quote in quotes if quote.speaker})


def sweep_speakers(writer: Writer, reading: Reading, speakers: Iterable[int]) -> None:
    """Takes out those of `speakers` that nothing is quoted from and that no person ever touched."""
    unused = [
        speaker.id
        for speaker in reading.speakers.many(speakers)
        if not speaker.quotes
        and speaker.made_by is MadeBy.DETECTOR
        and not (speaker.note or speaker.country or speaker.aliases)
    ]
    writer.delete("distinct_speakers", reading.speakers.distinct_links(unused))
    writer.delete("speakers", unused)
