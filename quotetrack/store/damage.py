"""What a damaged file does to whoever reads it, told as such and with the snapshot that there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from quotetrack.store.connection import path_of
from quotetrack.store.errors import NotAProjectError, ProjectDamagedError, nonsense_told, translated
from quotetrack.store.snapshots import list_snapshots


class _HasConnection(Protocol):
    _connection: sqlite3.Connection


_Reading = TypeVar("_Reading", bound=_HasConnection)
_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


@contextmanager
def offering_snapshot(path: Path) -> Iterator[None]:
    """Says of a file that cannot be read which snapshot there is, where there is one."""
    try:
        yield
    except (ProjectDamagedError, NotAProjectError) as error:
        known = list_snapshots(path)
        if not known:
            raise
        newest = known[0]
        raise ProjectDamagedError(
            "store.damaged_offer",
            snapshot=newest,
            path=path,
            taken=f"{newest.taken.astimezone():%Y-%m-%d %H:%M}",
        ) from error


def damage_told(
    method: Callable[Concatenate[_Reading, _Given], _Found],
) -> Callable[Concatenate[_Reading, _Given], _Found]:
    """For methods that read rows; see `nonsense_told`."""

    @wraps(method)
    def told(self: _Reading, /, *given: _Given.args, **named: _Given.kwargs) -> _Found:
        try:
            return method(self, *given, **named)
        except (sqlite3.Error, ValueError, IndexError):
            path = path_of(self._connection)
            with offering_snapshot(path), translated(path), nonsense_told(path):
                raise

    return told
