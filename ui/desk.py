"""What every pane is handed: the session and the ways of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from ui.actions import Actions
from ui.icons import icon
from ui.language import Tongue
from ui.session import Session
from ui.settings import Settings
from ui.tasks import Tasks
from ui.theme import Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget

    from ui.asking import Asking

D = TypeVar("D", bound="QWidget")


class Opening(Protocol):
    """What opens dialogs that stand beside the window."""

    def show(
        self,
        kind: str,
        make: Callable[[Desk, QWidget], D],
        take: Callable[[D], bool] | None = None,
        *,
        about: object = None,
        of_project: bool = True,
    ) -> None:
        """Show the dialog that `make` makes, or the one of this `kind` that is open.

        `take` does what accepting means and says whether it was done; if not, the dialog stays open
        with what was typed. `about` is what tells two dialogs of a kind apart: one about something
        else gives way, unless something in it is not saved. One that is not `of_project` outlives it.
        """


@dataclass(slots=True)
class Desk:
    """The session, the settings and the look; one for each building of the window."""

    session: Session
    settings: Settings
    tongue: Tongue
    tokens: Tokens
    tasks: Tasks
    actions: Actions
    asking: Asking
    beside: Opening

    def icon(self, name: str, color: str = "text") -> QIcon:
        """A bundled icon in the colour of a token."""
        return icon(name, str(getattr(self.tokens, color)), self.tokens.off)
