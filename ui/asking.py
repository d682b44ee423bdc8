"""Questions to the user, behind one interface, so that every flow can be tested without a person."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from ui.language import QT_TRANSLATE_NOOP
from ui.settings import Settings

_QTS_OWN = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Words of Qt's file dialog that its own Arabic lacks; ours are asked first."""


class Asking(Protocol):
    """What the window may ask."""

    def files(self, title: str, filters: str) -> list[Path]:
        """Files to open; none where the user thinks better of it."""

    def file(self, title: str, filters: str) -> Path | None:
        """One file to open."""

    def folder(self, title: str) -> Path | None:
        """A folder to read."""

    def target(self, title: str, name: str, filters: str) -> Path | None:
        """A file to write."""

    def words(self, title: str, question: str, value: str = "") -> str:
        """A line of text, "" where the user thinks better of it."""

    def sure(self, title: str, question: str, yes: str) -> bool:
        """Whether to go on with what `yes` says."""


class AskingUser(QObject):
    """Asks with Qt's own dialogs and remembers the folder."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._parent = parent
        self._settings = settings

    def _remember(self, path: str) -> Path | None:
        if not path:
            return None
        self._settings.folder = str(Path(path).parent)
        return Path(path)

    def files(self, title: str, filters: str) -> list[Path]:
        """Files to open."""
        paths, _ = QFileDialog.getOpenFileNames(self._parent, title, self._settings.folder, filters)
        return [found for path in paths if (found := self._remember(path))]

    def file(self, title: str, filters: str) -> Path | None:
        """One file to open."""
        path, _ = QFileDialog.getOpenFileName(self._parent, title, self._settings.folder, filters)
        return self._remember(path)

    def folder(self, title: str) -> Path | None:
        """A folder to read."""
        path = QFileDialog.getExistingDirectory(self._parent, title, self._settings.folder)
        return Path(path) if path else None

    def target(self, title: str, name: str, filters: str) -> Path | None:
        """A file to write; the system's dialog asks before it replaces one."""
        path, _ = QFileDialog.getSaveFileName(
            self._parent, title, str(Path(self._settings.folder) / name), filters
        )
        return self._remember(path)

    def words(self, title: str, question: str, value: str = "") -> str:
        """A line of text."""
        text, accepted = QInputDialog.getText(self._parent, title, question, text=value)
        return text.strip() if accepted else ""

    def sure(self, title: str, question: str, yes: str) -> bool:
        """Whether to go on."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, question, parent=self._parent)
        go_on = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is go_on
