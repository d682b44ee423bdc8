"""Rows that are known by their name: the one that exists, or a new one."""

from __future__ import annotations

from quotetrack.detection.records import SpeakerKind
from quotetrack.store import MadeBy, Reading
from quotetrack.store.errors import RefusedError
from quotetrack.store.rows import folded_name
from quotetrack.store.writer import Writer


def clean(name: str) -> str:
    """A name that a person gave, without superfluous white space.

    Raises:
        RefusedError: nothing is left that it could be known by.
    """
    name = " ".join(name.split())
    if not folded_name(name):
        raise RefusedError("store.empty_name")
    return name


def outlet_id(writer: Writer, reading: Reading, name: str) -> int | None:
    """The outlet called `name`, made where it is new; None for an empty name."""
    name = " ".join(name.split())
    if not folded_name(name):
        return None
    known = reading.outlets.named(name)
    return _new(writer, "outlets", name) if known is None else known.id


def tag_id(writer: Writer, reading: Reading, name: str) -> int:
    """The tag called `name`, made where it is new.

    Raises:
        RefusedError: the name is empty.
    """
    name = clean(name)
    known = reading.tags.named(name)
    return _new(writer, "tags", name) if known is None else known.id


def _new(writer: Writer, table: str, name: str) -> int:
    return writer.insert(table, ("name", "folded"), [(name, folded_name(name))])[0]


def speaker_id(
    writer: Writer, reading: Reading, speaker: int | str, kind: SpeakerKind = SpeakerKind.PERSON
) -> int:
    """The speaker with this id or name; a name that nobody has makes a new speaker.

    Raises:
        GoneError: no speaker has this id.
        RefusedError: the name is empty, or several speakers have it and only an id can tell them apart.
    """
    if isinstance(speaker, int):
        return reading.speakers.get(speaker).id
    name = clean(speaker)
    known = reading.speakers.named(name)
    if len(known) > 1:
        raise RefusedError("store.ambiguous_speaker", name=name)
    if known:
        return known[0].id
    return new_speaker(writer, name, kind)


def new_speaker(writer: Writer, name: str, kind: SpeakerKind, role: str = "") -> int:
    """A speaker that a person made.

    Raises:
        RefusedError: the name is empty.
    """
    name = clean(name)
    columns = ("name", "folded", "kind", "role", "made_by")
    row = (name, folded_name(name), kind.value, role.strip(), MadeBy.PERSON.value)
    return writer.insert("speakers", columns, [row])[0]
