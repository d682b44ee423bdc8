"""What an operation is, and how it is done, undone and redone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from quotetrack.status import Status
from quotetrack.store.errors import GoneError

if TYPE_CHECKING:
    from quotetrack.store import Changes, Project, Quote, Reading
    from quotetrack.store.writer import Writer


class Operation(Protocol):
    """Something that a person does: `name` is the message key of what it is called in menus."""

    name: ClassVar[str]

    def apply(self, writer: Writer, reading: Reading) -> None:
        """Changes rows; `reading` sees what `writer` has changed so far."""


def perform(project: Project, operation: Operation, *, batch: str = "") -> Changes:
    """Does `operation` in one transaction and notes how to take it back.

    Operations in a row that share a `batch` (an import in pieces, say) are undone together.

    Raises:
        GoneError: a row that it is about does not exist any more.
        RefusedError: it makes no sense for these rows; nothing has changed.
        StoreError: the file cannot be written; nothing has changed.
    """
    return project.change(operation.name, operation.apply, batch)


def undo(project: Project) -> Changes:
    """Takes back the last operation; falsy changes where there is none."""
    return project.undo()


def redo(project: Project) -> Changes:
    """Brings back the operation that was undone last; falsy changes where there is none."""
    return project.redo()


class Keep:
    """The type of `KEEP`."""


KEEP: Final = Keep()
"""What a field of an editing operation says that stays as it is."""


def now() -> str:
    """The present moment as the store writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def corrected(values: Mapping[str, object], status: Status = Status.CORRECTED) -> dict[str, object]:
    """Values of a quote's columns together with the mark that a person has decided."""
    return {**values, "status": status.value, "decided": now()}


def existing(reading: Reading, ids: Iterable[int]) -> list[Quote]:
    """The quotes `ids`, all of which have to be there.

    Raises:
        GoneError: one is not.
    """
    wanted = sorted(set(ids))
    found = reading.quotes.many(wanted)
    if len(found) != len(wanted):
        missing = set(wanted) - {quote.id for quote in found}
        raise GoneError("store.gone_quote", id=min(missing))
    return found
