"""Three hints for the first run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.widgets.basic import label


class HintsDialog(Dialog):
    """What to do first, on the sample project."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Welcome"),
            self.tr("This is a sample project. Try these three things, then open your own articles."),
            width=560,
        )  # fmt: skip
        keys = desk.actions.keys
        hints = (
            (keys("review.confirm"), self.tr("Read and decide"),
             self.tr("Click a coloured quote. Confirm it, reject it with X, or mark it with C.")),
            (keys("correct.speaker"), self.tr("Correct who said it"),
             self.tr("Type a name or take one from the list. Everything can be undone.")),
            (keys("project.export"), self.tr("Take a quote sheet with you"),
             self.tr("Choose an outlet or a speaker at the side, then export what is shown.")),
        )  # fmt: skip
        for key, title, text in hints:
            self.column.addWidget(self._card(key, title, text))
        self.add_buttons(self.tr("Begin"), cancel=False)

    def _card(self, key: str, title: str, text: str) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(title, "subtitle"))
        words.addWidget(label(text, "muted", wrap=True))
        row.addLayout(words, 1)
        shown = label(key, "key")
        shown.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row.addWidget(shown, 0, Qt.AlignmentFlag.AlignVCenter)
        return card
