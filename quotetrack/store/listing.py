"""Ids that a query finds, so that other threads go on meanwhile.

One row with a list of them comes over twice as fast as a row for each, and SQLite makes it without the
interpreter. Read at once it would be the other way round: nobody else runs while Python reads a list
of a million numbers, makes a larger dictionary of them or frees them. So it is read in stretches.
"""

from __future__ import annotations

import json
import sqlite3
from array import array

from quotetrack.store.connection import Query

# Characters of a list that are read at once: some thousands of ids, in less than a millisecond.
STRETCH = 30_000


def listed(connection: sqlite3.Connection, query: Query) -> array[int]:
    """The ids that a query with one column finds, in its order where it has a limit."""
    sql, parameters = query
    # Without a limit SQLite may pass over an order: nobody but the list would see it.
    rows = connection.execute(
        f"WITH found (id) AS ({sql}) SELECT json_group_array(id) FROM found", parameters
    )
    (text,) = rows.fetchone()
    ids: array[int] = array("q")
    begun, last = 1, len(text) - 1
    while begun < last:
        end = text.find(",", begun + STRETCH, last)
        end = last if end < 0 else end
        ids.fromlist(json.loads(f"[{text[begun:end]}]"))
        begun = end + 1
    return ids
