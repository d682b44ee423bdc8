"""Speakers across articles: merged, split, renamed, described."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quotetrack.detection.records import SpeakerKind
from quotetrack.operations import names
from quotetrack.operations.base import KEEP, Keep, existing
from quotetrack.operations.removing import sweep_speakers
from quotetrack.store import MadeBy, Reading, RefusedError, StoredSpeaker
from quotetrack.store.rows import folded_name
from quotetrack.store.writer import Writer

_ALIAS = ("speaker_id", "alias", "folded")


def _set_aliases(writer: Writer, reading: Reading, speaker: StoredSpeaker, aliases: list[str]) -> None:
    """Makes these the aliases of a speaker; the own name and repetitions are left out."""
    cleaned = [names.clean(alias) for alias in aliases if alias.strip()]
    wanted = {folded_name(alias): alias for alias in reversed(cleaned)}
    wanted.pop(folded_name(reading.speakers.get(speaker.id).name), None)
    known = {id_: alias for id_, _, alias in reading.speakers.alias_rows((speaker.id,))}
    kept = {folded_name(alias) for alias in known.values() if wanted.get(folded_name(alias)) == alias}
    writer.delete("aliases", [id_ for id_, alias in known.items() if folded_name(alias) not in kept])
    rows = [(speaker.id, alias, folded) for folded, alias in reversed(wanted.items()) if folded not in kept]
    writer.insert("aliases", _ALIAS, rows)


def _keep_apart_from(writer: Writer, reading: Reading, into: int, others: list[int]) -> None:
    """Whoever is not one of `others` is not `into` either."""
    known = reading.speakers.distinct_pairs()
    merged = {into, *others}
    strangers = {id_ for pair in known if merged & set(pair) for id_ in pair} - merged
    pairs = {(min(into, id_), max(into, id_)) for id_ in strangers}
    writer.delete("distinct_speakers", reading.speakers.distinct_links(others))
    writer.insert("distinct_speakers", ("first_id", "second_id"), sorted(pairs - known))


@dataclass(frozen=True, slots=True)
class MergeSpeakers:
    """The speakers `others` are the speaker `into`: their quotes and names go there."""

    name: ClassVar[str] = "store.operation.merge_speakers"
    into: int
    others: tuple[int, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Moves quotes, names, aliases; what is not known of `into` is taken from the others.

        Raises:
            RefusedError: there is nobody to merge.
        """
        target = reading.speakers.get(self.into)
        others = [reading.speakers.get(id_) for id_ in dict.fromkeys(self.others) if id_ != self.into]
        if not others:
            raise RefusedError("store.bad_merge")
        ids = [speaker.id for speaker in others]
        writer.update("quotes", reading.speakers.quote_ids(ids), {"speaker_id": target.id})
        aliases = [*target.aliases]
        for speaker in others:
            aliases += [speaker.name, *speaker.aliases]
        writer.delete("aliases", [id_ for id_, _, _ in reading.speakers.alias_rows(ids)])
        _keep_apart_from(writer, reading, target.id, ids)
        writer.delete("speakers", ids)
        _set_aliases(writer, reading, target, aliases)
        values: dict[str, object] = {"made_by": MadeBy.PERSON.value}
        for field in ("role", "country"):
            known = [getattr(speaker, field) for speaker in (target, *others) if getattr(speaker, field)]
            if known:
                values[field] = known[0]
        notes = dict.fromkeys(speaker.note for speaker in (target, *others) if speaker.note)
        writer.update("speakers", (target.id,), values | {"note": "\n".join(notes)})


@dataclass(frozen=True, slots=True)
class SplitSpeaker:
    """Some quotes of a speaker are another's: a new speaker, who may have the same name."""

    name: ClassVar[str] = "store.operation.split_speaker"
    speaker: int
    quotes: tuple[int, ...]
    new_name: str
    kind: SpeakerKind | None = None
    role: str = ""

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Makes the new speaker, gives it the quotes and notes that the two are not one.

        Raises:
            RefusedError: a quote is not by the speaker.
        """
        speaker = reading.speakers.get(self.speaker)
        quotes = existing(reading, self.quotes)
        if not quotes or any(quote.speaker is None or quote.speaker.id != speaker.id for quote in quotes):
            raise RefusedError("store.bad_speaker_split")
        new = names.new_speaker(writer, self.new_name, self.kind or speaker.kind, self.role)
        writer.update("quotes", [quote.id for quote in quotes], {"speaker_id": new})
        writer.insert("distinct_speakers", ("first_id", "second_id"), [(speaker.id, new)])


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Two speakers are two people, however alike their names: never suggest to merge them."""

    name: ClassVar[str] = "store.operation.keep_apart"
    first: int
    second: int

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Notes the pair."""
        first, second = sorted((reading.speakers.get(self.first).id, reading.speakers.get(self.second).id))
        if first == second:
            raise RefusedError("store.bad_merge")
        if (first, second) not in reading.speakers.distinct_pairs():
            writer.insert("distinct_speakers", ("first_id", "second_id"), [(first, second)])


@dataclass(frozen=True, slots=True)
class RenameSpeaker:
    """The speaker is called otherwise; the name so far leads here as an alias."""

    name: ClassVar[str] = "store.operation.rename_speaker"
    speaker: int
    new_name: str

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the name."""
        speaker = reading.speakers.get(self.speaker)
        name = names.clean(self.new_name)
        if name == speaker.name:
            return
        values = {"name": name, "folded": folded_name(name), "made_by": MadeBy.PERSON.value}
        writer.update("speakers", (speaker.id,), values)
        _set_aliases(writer, reading, speaker, [*speaker.aliases, speaker.name])


@dataclass(frozen=True, slots=True)
class SetAliases:
    """These and no others are the further names of a speaker."""

    name: ClassVar[str] = "store.operation.set_aliases"
    speaker: int
    aliases: tuple[str, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the aliases."""
        _set_aliases(writer, reading, reading.speakers.get(self.speaker), list(self.aliases))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSpeaker:
    """Sets kind, role, country or note of a speaker; fields left at KEEP stay as they are."""

    name: ClassVar[str] = "store.operation.edit_speaker"
    speaker: int
    kind: SpeakerKind | Keep = KEEP
    role: str | Keep = KEEP
    country: str | Keep = KEEP
    note: str | Keep = KEEP

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the fields."""
        reading.speakers.get(self.speaker)
        values: dict[str, object] = {"made_by": MadeBy.PERSON.value}
        if not isinstance(self.kind, Keep):
            values["kind"] = self.kind.value
        for column, value in (("role", self.role), ("country", self.country), ("note", self.note)):
            if not isinstance(value, Keep):
                values[column] = value.strip()
        writer.update("speakers", (self.speaker,), values)


@dataclass(frozen=True, slots=True)
class AddSpeaker:
    """A speaker that nothing is quoted from yet."""

    name: ClassVar[str] = "store.operation.add_speaker"
    new_name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    role: str = ""

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Makes the speaker.

        Raises:
            RefusedError: the name is empty, or somebody has it.
        """
        name = names.clean(self.new_name)
        if reading.speakers.named(name):
            raise RefusedError("store.name_taken", name=name)
        names.new_speaker(writer, name, self.kind, self.role)


@dataclass(frozen=True, slots=True)
class RemoveUnusedSpeakers:
    """Takes out the speakers that nothing is quoted from and that no person described."""

    name: ClassVar[str] = "store.operation.remove_unused_speakers"

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Removes them."""
        unused = [speaker.id for speaker in reading.speakers.list() if not speaker.quotes]
        sweep_speakers(writer, reading, unused)
