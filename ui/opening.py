"""What panes and handlers ask for dialogs beside the window: by their kind and what they are about."""

from __future__ import annotations

from typing import Protocol

About = int | str | tuple[int, ...] | None
"""What tells two dialogs of a kind apart, and is enough to make one again in another run."""


class Opening(Protocol):
    """What opens dialogs that stand beside the window."""

    def show(self, kind: str, about: About = None) -> None:
        """Show a dialog of this `kind`, or the one that is open.

        One about something else gives way, unless something in it is not saved.
        """
