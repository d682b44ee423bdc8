"""What a damaged file does to whoever reads it, told as such and with the snapshot that there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import FunctionType
from typing import Any, TypeVar

from quotetrack.store.connection import path_of
from quotetrack.store.errors import (
    NO_VALUE,
    NotAProjectError,
    ProjectDamagedError,
    nonsense_told,
    translated,
)
from quotetrack.store.snapshots import list_snapshots

_Reading = TypeVar("_Reading")


@contextmanager
def offering_snapshot(path: Path) -> Iterator[None]:
    """Says of a file that cannot be read which snapshot there is, where there is one."""
    try:
        yield
    except (ProjectDamagedError, NotAProjectError) as error:
        offered = isinstance(error, ProjectDamagedError) and error.snapshot is not None
        known = [] if offered else list_snapshots(path)
        if not known:
            raise
        newest = known[0]
        raise ProjectDamagedError(
            "store.damaged_offer",
            snapshot=newest,
            path=path,
            taken=f"{newest.taken.astimezone():%Y-%m-%d %H:%M}",
        ) from error


def tells_damage(reading: type[_Reading]) -> type[_Reading]:
    """For classes that read rows over their `_connection`: whatever is asked of them tells damage as such."""
    for name, member in list(vars(reading).items()):
        if name.startswith("_"):
            continue
        if isinstance(member, FunctionType):
            setattr(reading, name, _telling(member))
        elif isinstance(member, property) and member.fget is not None:
            setattr(reading, name, property(_telling(member.fget)))
    return reading


def _telling(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def told(self: Any, /, *given: Any, **named: Any) -> Any:
        try:
            return method(self, *given, **named)
        except (sqlite3.Error, ProjectDamagedError, *NO_VALUE):
            path = path_of(self._connection)
            with offering_snapshot(path), translated(path), nonsense_told(path):
                raise

    return told
