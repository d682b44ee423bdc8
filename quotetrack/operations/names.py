"""Rows that are known by their name: the one that exists, or a new one."""

from __future__ import annotations

from quotetrack.detection.records import SpeakerKind
from quotetrack.store import MadeBy, Reading
from quotetrack.store.errors import RefusedError
from quotetrack.store.writer import Writer
from quotetrack.text import fold


def outlet_id(writer: Writer, reading: Reading, name: str) -> int | None:
    """The outlet called `name`, made where it is new; None for an empty name."""
    name = " ".join(name.split())
    if not name:
        return None
    known = reading.outlets.named(name)
    return (
        writer.insert("outlets", ("name", "folded"), [(name, fold(name))])[0] if known is None else known.id
    )


def tag_id(writer: Writer, reading: Reading, name: str) -> int:
    """The tag called `name`, made where it is new.

    Raises:
        RefusedError: the name is empty.
    """
    name = " ".join(name.split())
    if not name:
        raise RefusedError("store.empty_name")
    known = reading.tags.named(name)
    return writer.insert("tags", ("name", "folded"), [(name, fold(name))])[0] if known is None else known.id


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
    name = " ".join(speaker.split())
    if not name:
        raise RefusedError("store.empty_name")
    known = reading.speakers.named(name)
    if len(known) > 1:
        raise RefusedError("store.ambiguous_speaker", name=name)
    if known:
        return known[0].id
    return new_speaker(writer, name, kind)


def new_speaker(writer: Writer, name: str, kind: SpeakerKind, role: str = "") -> int:
    """A speaker that a person made."""
    columns = ("name", "folded", "kind", "role", "made_by")
    return writer.insert("speakers", columns, [(name, fold(name), kind.value, role, MadeBy.PERSON.value)])[0]
