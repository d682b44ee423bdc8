"""Where the program's own files are, in a checkout and in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def assets() -> Path:
    """The folder of lexicon, messages, fonts and samples.

    The wheel carries it inside the package; a checkout has it beside the package.

    Raises:
        FileNotFoundError: neither place has it (a broken installation).
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "assets", package.parent / "assets"):
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError(package / "assets")
