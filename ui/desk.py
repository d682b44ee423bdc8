"""What every pane is handed: the session and the ways of the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.actions import Actions
from ui.icons import icon
from ui.language import Tongue
from ui.opening import Opening
from ui.session import Session
from ui.settings import Settings
from ui.tasks import Tasks
from ui.theme import Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from ui.asking import Asking


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
