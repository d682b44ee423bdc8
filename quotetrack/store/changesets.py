"""Steps of a change as the history keeps them: small, and able to be turned round."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Action = Literal["insert", "update", "delete"]
ROWS_A_STEP = 2_000


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one table, with what its inverse needs.

    An insert keeps only ids; an update keeps `columns` and, for each row, its id and old values;
    a delete keeps the rows.
    """

    action: Action
    table: str
    columns: tuple[str, ...] = ()
    rows: Sequence[Sequence[Any]] = ()

    def packed(self) -> bytes:
        """The step's columns and rows, for the history table."""
        rows = ranges(row[0] for row in self.rows) if self.action == "insert" else self.rows
        text = json.dumps([self.columns, rows], ensure_ascii=False, separators=(",", ":"))
        return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)

    @classmethod
    def unpacked(cls, action: Action, table: str, data: bytes) -> Step:
        """The step that `packed` packed.

        Raises:
            ValueError: the data are damaged.
        """
        try:
            columns, rows = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        except zlib.error as error:
            raise ValueError(error) from error
        if action == "insert":
            rows = [(id_,) for first, last in rows for id_ in range(first, last + 1)]
        return cls(action, table, tuple(columns), rows)

    def split(self) -> Iterator[Step]:
        """The same change in pieces that are small enough to hold in memory."""
        if self.action == "insert":
            yield self
            return
        for start in range(0, len(self.rows), ROWS_A_STEP):
            yield Step(self.action, self.table, self.columns, self.rows[start : start + ROWS_A_STEP])


def ranges(ids: Iterable[int]) -> list[list[int]]:
    """Ascending `ids` as first and last of each run."""
    runs: list[list[int]] = []
    for id_ in ids:
        if runs and id_ == runs[-1][1] + 1:
            runs[-1][1] = id_
        else:
            runs.append([id_, id_])
    return runs
