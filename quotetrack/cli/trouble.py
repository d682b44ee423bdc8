"""What the system refuses, said so that a person can act on it."""

from __future__ import annotations

import errno

from quotetrack.cli.language import say

_KNOWN = {
    errno.ENOENT: "not_found",
    errno.EISDIR: "is_folder",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
}


def of_system(error: OSError) -> str:
    """A sentence about `error` with the file that it is about."""
    key = _KNOWN.get(error.errno or 0, "system")
    return say(f"error.{key}", file=error.filename or "", reason=error.strerror or error)
