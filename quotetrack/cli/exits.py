"""What the exit codes of the command line say; the README lists them."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    REFUSED = 3
    INTERRUPTED = 130
    PIPE_CLOSED = 141
