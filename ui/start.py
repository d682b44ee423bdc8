"""The way into the window: it asks for a display first, and imports Qt only when there is one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from quotetrack.messages import LANGUAGES, explain
from ui.display import EXIT_NO_DISPLAY, DisplayError, require_display


def main(argv: Sequence[str] | None = None) -> None:
    """Run the window with `argv` (the command line's by default) and exit with its code.

    Without a display it says on standard error how to get one, in both languages (which one the
    user chose is known to Qt alone), and exits with EXIT_NO_DISPLAY.
    """
    try:
        require_display(os.environ)
    except DisplayError as error:
        print(*(explain(error, language) for language in LANGUAGES), sep="\n\n", file=sys.stderr)  # noqa: T201
        sys.exit(EXIT_NO_DISPLAY)
    from ui.application import main as run  # noqa: PLC0415 - Qt, not before there is a display

    run(argv)
