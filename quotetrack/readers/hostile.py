"""By what a hostile file is known before it is parsed, and how a broken archive shows itself."""

from __future__ import annotations

import re
import zipfile
import zlib

SMALL = 20 << 20
"""Bytes up to which nobody asks how little they came from."""

HONEST_RATIO = 300
"""How many bytes may come out of one that is packed."""

BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What `zipfile` raises on damaged archives."""

# In any encoding that XML may have, letters are a byte each or have NULs between them.
_DECLARES = re.compile(rb"<!\s*(?:ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)


def is_bomb(size: int, packed: int) -> bool:
    """Whether `size` bytes cannot honestly have come out of `packed` ones."""
    return size > SMALL and size > packed * HONEST_RATIO


def declares_entities(xml: bytes) -> bool:
    """Whether a piece of XML declares entities of its own."""
    return _DECLARES.search(xml.replace(b"\0", b"")) is not None
