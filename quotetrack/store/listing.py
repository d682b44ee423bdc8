"""Ids that a query finds, so that other threads go on meanwhile.

SQLite works without the interpreter: it lists all ids in one value, and Python only takes them over as
they are. To make a number of each would take the interpreter for a tenth of a second a million, and
the window would have to wait for it again and again.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array
from binascii import a2b_hex

from quotetrack.store.connection import Query

_DIGITS = 16
AT_ONCE = 4_096
"""Ids that are taken over in one step."""


def listed(connection: sqlite3.Connection, query: Query) -> array[int]:
    """The ids that a query with one column finds, in its order where it has a limit."""
    sql, parameters = query
    # Without a limit SQLite may pass over an order: nobody but the list would see it.
    (digits,) = connection.execute(
        f"WITH found (id) AS ({sql})"
        f" SELECT CAST(coalesce(group_concat(printf('%0{_DIGITS}x', id), ''), '') AS BLOB) FROM found",
        parameters,
    ).fetchone()
    ids: array[int] = array("q")
    for first in range(0, len(digits), _DIGITS * AT_ONCE):
        ids.frombytes(a2b_hex(digits[first : first + _DIGITS * AT_ONCE]))
    if sys.byteorder == "little":
        ids.byteswap()
    return ids
