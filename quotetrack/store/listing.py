"""Ids that a query finds, so that other threads go on meanwhile.

SQLite works without the interpreter: it writes all ids into one value, and Python only takes that over
piece by piece. To make a number of each would take the interpreter for a tenth of a second a million,
to copy the value at once for half of that, and the window would have to wait.
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
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS listed (digits BLOB)")
    # Without a limit SQLite may pass over an order: nobody but the list would see it.
    row = connection.execute(
        f"WITH found (id) AS ({sql}) INSERT INTO temp.listed"
        f" SELECT CAST(coalesce(group_concat(printf('%0{_DIGITS}x', id), ''), '') AS BLOB) FROM found",
        parameters,
    ).lastrowid
    ids: array[int] = array("q")
    with connection.blobopen("listed", "digits", row or 0, readonly=True, name="temp") as digits:
        while piece := digits.read(_DIGITS * AT_ONCE):
            ids.frombytes(a2b_hex(piece))
    connection.execute("DELETE FROM temp.listed")
    if sys.byteorder == "little":
        ids.byteswap()
    return ids
