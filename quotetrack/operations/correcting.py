"""Correcting one quote: its type, its places, and quotes that are one too few or one too many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quotetrack.detection.records import AttributionType, CueClass, Span, SpeakerKind
from quotetrack.operations import names
from quotetrack.operations.base import corrected, existing
from quotetrack.operations.removing import remove_quotes
from quotetrack.operations.spans import Values, content_values, joined, span_values, trimmed
from quotetrack.status import Status
from quotetrack.store import MadeBy, Quote, Reading, RefusedError
from quotetrack.store.writer import Writer


def _text(reading: Reading, quote: Quote) -> str:
    return reading.articles.get(quote.article_id).article.text


@dataclass(frozen=True, slots=True)
class SetType:
    """The words are reported in another way: direct, indirect, mixed, reported."""

    name: ClassVar[str] = "store.operation.set_type"
    quotes: tuple[int, ...]
    type: AttributionType

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the type."""
        changing = [quote.id for quote in existing(reading, self.quotes) if quote.type is not self.type]
        writer.update("quotes", changing, corrected({"type": self.type.value}))


@dataclass(frozen=True, slots=True)
class SetCueClass:
    """The cue says something else about the words: a claim and no statement, say."""

    name: ClassVar[str] = "store.operation.set_cue_class"
    quotes: tuple[int, ...]
    cue_class: CueClass

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the class of the cue; quotes without a cue stay as they are."""
        changing = [
            quote.id
            for quote in existing(reading, self.quotes)
            if quote.cue is not None and quote.cue_class is not self.cue_class
        ]
        writer.update("quotes", changing, corrected({"cue_class": self.cue_class.value}))


@dataclass(frozen=True, slots=True)
class SetContent:
    """The quote's words are others: one span, or several where the cue interrupts them."""

    name: ClassVar[str] = "store.operation.set_content"
    quote: int
    content: tuple[Span, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the content."""
        quote = reading.quotes.get(self.quote)
        if quote.content != tuple(sorted(self.content)):
            values = content_values(_text(reading, quote), self.content)
            writer.update("quotes", (quote.id,), corrected(values))


@dataclass(frozen=True, slots=True)
class SetCue:
    """The cue is elsewhere, or there is none; its class and lemma where a person knows them."""

    name: ClassVar[str] = "store.operation.set_cue"
    quote: int
    cue: Span | None
    cue_class: CueClass | None = None
    cue_lemma: str | None = None

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the cue."""
        quote = reading.quotes.get(self.quote)
        wanted = (self.cue, self.cue_class or quote.cue_class, self.cue_lemma or quote.cue_lemma)
        if (quote.cue, quote.cue_class, quote.cue_lemma) == wanted:
            return
        values = span_values(_text(reading, quote), "cue", self.cue)
        if self.cue is None:
            values |= {"cue_class": CueClass.NONE.value, "cue_lemma": ""}
        if self.cue_class is not None:
            values["cue_class"] = self.cue_class.value
        if self.cue_lemma is not None:
            values["cue_lemma"] = self.cue_lemma.strip()
        writer.update("quotes", (quote.id,), corrected(values))


@dataclass(frozen=True, slots=True)
class SetSource:
    """The words that name the speaker are elsewhere, or there are none."""

    name: ClassVar[str] = "store.operation.set_source"
    quote: int
    source: Span | None

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the source."""
        quote = reading.quotes.get(self.quote)
        if quote.source != self.source:
            values = span_values(_text(reading, quote), "source", self.source)
            writer.update("quotes", (quote.id,), corrected(values))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddQuote:
    """A quote that the detector did not see. It belongs into the quote around it, where there is one."""

    name: ClassVar[str] = "store.operation.add_quote"
    article: int
    content: tuple[Span, ...]
    type: AttributionType = AttributionType.DIRECT
    cue: Span | None = None
    cue_class: CueClass = CueClass.NONE
    cue_lemma: str = ""
    source: Span | None = None
    speaker: int | str | None = None
    kind: SpeakerKind = SpeakerKind.PERSON

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Adds the quote as one that a person confirmed."""
        stored = reading.articles.get(self.article)
        text = stored.article.text
        speaker = None if self.speaker is None else names.speaker_id(writer, reading, self.speaker, self.kind)
        published = stored.article.published
        values: Values = corrected(
            {
                "article_id": stored.id,
                "outlet_id": stored.outlet_id,
                "published": None if published is None else published.isoformat(),
                "duplicate": int(stored.duplicate_of is not None),
                "parent_id": _around(reading, stored.id, self.content),
                "speaker_id": speaker,
                "speaker_kind": "" if speaker is None else reading.speakers.get(speaker).kind.value,
                "type": self.type.value,
                "cue_class": self.cue_class.value,
                "cue_lemma": self.cue_lemma,
                "made_by": MadeBy.PERSON.value,
            },
            Status.CONFIRMED,
        )
        values |= content_values(text, self.content)
        values |= span_values(text, "cue", self.cue) | span_values(text, "source", self.source)
        writer.insert("quotes", tuple(values), [tuple(values.values())])


def _around(reading: Reading, article: int, content: tuple[Span, ...]) -> int | None:
    """The innermost quote whose content holds `content` and more."""
    start, end = min(content).start, max(content).end
    around = [
        (span.end - span.start, quote.id)
        for quote in reading.quotes.of_article(article)
        for span in quote.content
        if span.start <= start and end <= span.end and span.end - span.start > end - start
    ]
    return min(around)[1] if around else None


@dataclass(frozen=True, slots=True)
class DeleteQuotes:
    """The quotes are taken out, and detection will not bring them back."""

    name: ClassVar[str] = "store.operation.delete_quotes"
    quotes: tuple[int, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Takes the quotes out; quotes inside them move up."""
        remove_quotes(writer, reading, existing(reading, self.quotes), dismiss=True)


@dataclass(frozen=True, slots=True)
class SplitQuote:
    """One quote becomes two at the code point `at` of the article's text."""

    name: ClassVar[str] = "store.operation.split_quote"
    quote: int
    at: int

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Cuts the content; the second half has everything else of the first."""
        quote = reading.quotes.get(self.quote)
        text = _text(reading, quote)
        first = [trimmed(text, Span(span.start, min(span.end, self.at))) for span in quote.content]
        second = [trimmed(text, Span(max(span.start, self.at), span.end)) for span in quote.content]
        first, second = ([span for span in half if span.end > span.start] for half in (first, second))
        if not first or not second:
            raise RefusedError("store.bad_split")
        writer.update("quotes", (quote.id,), corrected(content_values(text, tuple(first))))
        values = corrected(content_values(text, tuple(second)))
        new = writer.copy("quotes", quote.id, values | {"made_by": MadeBy.PERSON.value})
        tags = [(new, tag.id) for tag in quote.tags]
        writer.insert("quote_tags", ("quote_id", "tag_id"), tags)
        moving = [
            inner.id
            for inner in reading.quotes.of_article(quote.article_id)
            if inner.parent == quote.id and inner.content[0].start >= self.at
        ]
        writer.update("quotes", moving, {"parent_id": new})


@dataclass(frozen=True, slots=True)
class JoinQuotes:
    """Several quotes of an article are one: the first takes the words, tags, notes and evidence of all."""

    name: ClassVar[str] = "store.operation.join_quotes"
    quotes: tuple[int, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Joins the quotes; quotes inside any of them are then inside the first.

        Raises:
            RefusedError: fewer than two quotes, or of several articles.
        """
        quotes = sorted(existing(reading, self.quotes), key=lambda quote: (quote.content[0], quote.id))
        if len(quotes) < 2 or len({quote.article_id for quote in quotes}) > 1:
            raise RefusedError("store.bad_join")
        first, *others = quotes
        text = _text(reading, first)
        content = joined(text, [span for quote in quotes for span in quote.content])
        notes = dict.fromkeys(quote.note for quote in quotes if quote.note)
        values = content_values(text, content) | {"note": "\n".join(notes)}
        ids = {quote.id for quote in quotes}
        if first.parent in ids:
            values["parent_id"] = next((quote.parent for quote in others if quote.parent not in ids), None)
        writer.update("quotes", (first.id,), corrected(values))
        tags = {tag.id for quote in others for tag in quote.tags} - {tag.id for tag in first.tags}
        writer.insert("quote_tags", ("quote_id", "tag_id"), [(first.id, tag) for tag in sorted(tags)])
        evidence = [one.id for quote in others for one in quote.evidence]
        writer.update("evidence", evidence, {"quote_id": first.id})
        inner = [
            quote.id
            for quote in reading.quotes.of_article(first.article_id)
            if quote.parent in ids and quote.id not in ids
        ]
        writer.update("quotes", inner, {"parent_id": first.id})
        remove_quotes(writer, reading, reading.quotes.many(quote.id for quote in others), dismiss=True)
