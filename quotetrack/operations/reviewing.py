"""What a person decides about quotes: confirm, reject, put aside, correct the speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quotetrack.detection.records import SpeakerKind
from quotetrack.operations import names
from quotetrack.operations.base import corrected, existing, now
from quotetrack.operations.removing import sweep_speakers
from quotetrack.status import Status
from quotetrack.store import GoneError, Reading
from quotetrack.store.writer import Writer


def _decide(writer: Writer, reading: Reading, quotes: tuple[int, ...], status: Status) -> None:
    known = reading.quotes.statuses(quotes)
    if missing := set(quotes) - known.keys():
        raise GoneError("store.gone_quote", id=min(missing))
    changing = [id_ for id_, before in known.items() if before is not status]
    decided = None if status is Status.UNREVIEWED else now()
    writer.update("quotes", changing, {"status": status.value, "decided": decided})


@dataclass(frozen=True, slots=True)
class Confirm:
    """The quotes are right as they are."""

    name: ClassVar[str] = "store.operation.confirm"
    quotes: tuple[int, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the status."""
        _decide(writer, reading, self.quotes, Status.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Reject:
    """The quotes are none."""

    name: ClassVar[str] = "store.operation.reject"
    quotes: tuple[int, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the status."""
        _decide(writer, reading, self.quotes, Status.REJECTED)


@dataclass(frozen=True, slots=True)
class MarkForCheck:
    """Somebody should look at the quotes again."""

    name: ClassVar[str] = "store.operation.mark_for_check"
    quotes: tuple[int, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the status."""
        _decide(writer, reading, self.quotes, Status.CHECK)


@dataclass(frozen=True, slots=True)
class MarkUnreviewed:
    """Nobody has decided about the quotes yet."""

    name: ClassVar[str] = "store.operation.mark_unreviewed"
    quotes: tuple[int, ...]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Sets the status."""
        _decide(writer, reading, self.quotes, Status.UNREVIEWED)


@dataclass(frozen=True, slots=True)
class CorrectSpeaker:
    """Somebody else said it: a speaker's id, a name (made a speaker where it is new), or nobody known.

    `kind` is what a new speaker is.
    """

    name: ClassVar[str] = "store.operation.correct_speaker"
    quotes: tuple[int, ...]
    speaker: int | str | None
    kind: SpeakerKind = SpeakerKind.PERSON

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Links the quotes to the speaker and marks them as corrected."""
        quotes = existing(reading, self.quotes)
        speaker = None if self.speaker is None else names.speaker_id(writer, reading, self.speaker, self.kind)
        changing = [quote.id for quote in quotes if (quote.speaker.id if quote.speaker else None) != speaker]
        before = {quote.speaker.id for quote in quotes if quote.speaker}
        writer.update("quotes", changing, corrected({"speaker_id": speaker}))
        sweep_speakers(writer, reading, before)
