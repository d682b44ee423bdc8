"""What a person attaches to quotes: tags, notes, verdicts, evidence; and filters worth keeping."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quotetrack.filters import QuoteFilter
from quotetrack.operations import names
from quotetrack.operations.base import KEEP, Keep, existing, now
from quotetrack.store import GoneError, Reading, RefusedError
from quotetrack.store.catalogue import filter_to_json
from quotetrack.store.rows import folded_name
from quotetrack.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Tag:
    """Puts a tag on quotes; a new name makes a new tag."""

    name: ClassVar[str] = "store.operation.tag"
    quotes: tuple[int, ...]
    tag: str

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Tags those quotes that do not carry the tag."""
        quotes = existing(reading, self.quotes)
        tag = names.tag_id(writer, reading, self.tag)
        fresh = [quote.id for quote in quotes if tag not in {known.id for known in quote.tags}]
        writer.insert("quote_tags", ("quote_id", "tag_id"), [(id_, tag) for id_ in fresh])
        writer.update("quotes", fresh, {"decided": now()})


def _known_tag(reading: Reading, tag: int | str) -> int:
    """The id of a tag that is given by id or name; a name may look like the id of another.

    Raises:
        GoneError: there is no such tag (any more).
    """
    if isinstance(tag, str):
        known = reading.tags.named(tag)
        found = None if known is None else known.id
    else:
        found = tag if tag in {one.id for one in reading.tags.list()} else None
    if found is None:
        raise GoneError("store.gone_tag", name=tag)
    return found


@dataclass(frozen=True, slots=True)
class Untag:
    """Takes a tag (its id or name) off quotes."""

    name: ClassVar[str] = "store.operation.untag"
    quotes: tuple[int, ...]
    tag: int | str

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Takes the tag off."""
        ids = [quote.id for quote in existing(reading, self.quotes)]
        writer.delete("quote_tags", reading.quotes.tag_links(ids, _known_tag(reading, self.tag)))


@dataclass(frozen=True, slots=True)
class RenameTag:
    """Gives a tag another name."""

    name: ClassVar[str] = "store.operation.rename_tag"
    tag: int
    new_name: str

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the name.

        Raises:
            RefusedError: it is empty, or another tag's.
        """
        tag = _known_tag(reading, self.tag)
        new = names.clean(self.new_name)
        known = reading.tags.named(new)
        if known is not None and known.id != tag:
            raise RefusedError("store.name_taken", name=new)
        writer.update("tags", (tag,), {"name": new, "folded": folded_name(new)})


@dataclass(frozen=True, slots=True)
class DeleteTag:
    """Takes a tag off all quotes and out of the project."""

    name: ClassVar[str] = "store.operation.delete_tag"
    tag: int

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Removes the tag."""
        tag = _known_tag(reading, self.tag)
        writer.delete("quote_tags", reading.quotes.tag_links(None, tag))
        writer.delete("tags", (tag,))


@dataclass(frozen=True, slots=True)
class SetNote:
    """Writes a note on a quote; "" takes it away."""

    name: ClassVar[str] = "store.operation.set_note"
    quote: int
    note: str

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the note."""
        if reading.quotes.get(self.quote).note != self.note:
            writer.update("quotes", (self.quote,), {"note": self.note, "decided": now()})


@dataclass(frozen=True, slots=True)
class SetVerdict:
    """Sets the verdict of a fact-check; `scale` names the set of verdicts it comes from."""

    name: ClassVar[str] = "store.operation.set_verdict"
    quotes: tuple[int, ...]
    verdict: str
    scale: str = ""

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the verdict."""
        wanted = (self.verdict.strip(), self.scale.strip())
        changing = [
            quote.id
            for quote in existing(reading, self.quotes)
            if (quote.verdict, quote.verdict_scale) != wanted
        ]
        writer.update(
            "quotes", changing, {"verdict": wanted[0], "verdict_scale": wanted[1], "decided": now()}
        )


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """Adds something that supports or contradicts a quote."""

    name: ClassVar[str] = "store.operation.add_evidence"
    quote: int
    link: str = ""
    title: str = ""
    note: str = ""

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Adds the evidence.

        Raises:
            RefusedError: it says nothing.
        """
        quote = reading.quotes.get(self.quote)
        values = (self.link.strip(), self.title.strip(), self.note.strip())
        if not any(values):
            raise RefusedError("store.empty_evidence")
        columns = ("quote_id", "link", "title", "note", "added")
        writer.insert("evidence", columns, [(quote.id, *values, now())])
        writer.update("quotes", (quote.id,), {"decided": now()})


@dataclass(frozen=True, slots=True, kw_only=True)
class EditEvidence:
    """Changes a piece of evidence of a quote; fields left at KEEP stay as they are."""

    name: ClassVar[str] = "store.operation.edit_evidence"
    quote: int
    evidence: int
    link: str | Keep = KEEP
    title: str | Keep = KEEP
    note: str | Keep = KEEP

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the fields."""
        _check_evidence(reading, self.quote, self.evidence)
        fields = (("link", self.link), ("title", self.title), ("note", self.note))
        values = {column: value.strip() for column, value in fields if not isinstance(value, Keep)}
        writer.update("evidence", (self.evidence,), values)


@dataclass(frozen=True, slots=True)
class RemoveEvidence:
    """Takes a piece of evidence off a quote."""

    name: ClassVar[str] = "store.operation.remove_evidence"
    quote: int
    evidence: int

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Removes it."""
        _check_evidence(reading, self.quote, self.evidence)
        writer.delete("evidence", (self.evidence,))


def _check_evidence(reading: Reading, quote: int, evidence: int) -> None:
    if evidence not in {one.id for one in reading.quotes.get(quote).evidence}:
        raise GoneError("store.gone_evidence")


@dataclass(frozen=True, slots=True)
class SaveFilter:
    """Keeps a filter under a name; one that has the name already is replaced."""

    name: ClassVar[str] = "store.operation.save_filter"
    filter_name: str
    filter: QuoteFilter

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Saves the filter.

        Raises:
            RefusedError: the name is empty.
        """
        name = " ".join(self.filter_name.split())
        if not name:
            raise RefusedError("store.empty_name")
        known = reading.saved_filters.named(name)
        text = filter_to_json(self.filter)
        if known is None:
            writer.insert("saved_filters", ("name", "filter"), [(name, text)])
        else:
            writer.update("saved_filters", (known.id,), {"filter": text})


@dataclass(frozen=True, slots=True)
class DeleteFilter:
    """Forgets a saved filter."""

    name: ClassVar[str] = "store.operation.delete_filter"
    filter_id: int

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Removes it."""
        if self.filter_id not in {saved.id for saved in reading.saved_filters.list()}:
            raise GoneError("store.gone_filter")
        writer.delete("saved_filters", (self.filter_id,))
