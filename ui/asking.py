"""Questions to the user, behind one interface, so that every flow can be tested without a person."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QFileInfo, QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QMessageBox, QWidget

from ui.language import QT_TRANSLATE_NOOP, isolate
from ui.settings import Settings

_QTS_OWN = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
"""Words of Qt's file dialog that its own Arabic lacks; ours are asked first."""
_ENDING = re.compile(r"(?<=\*)\.\w+")


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

    def sure(self, title: str, question: str, yes: str) -> bool:
        """Whether to go on with what `yes` says."""


class _PlainIcons(QFileIconProvider):
    """Knows files by what the system says of them, never by what is in them.

    Qt would open whatever has no ending that it knows, and reading some files (/proc/kmsg) never ends.
    """

    def icon(self, what: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        if isinstance(what, QFileInfo):
            kinds = QFileIconProvider.IconType
            return super().icon(kinds.Folder if what.isDir() else kinds.File)
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        return info.suffix().upper()


class AskingUser(QObject):
    """Asks with Qt's own dialogs and remembers the folder."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(parent)
        self._parent = parent
        self._settings = settings
        self._icons = _PlainIcons()  # Qt keeps no reference of its own

    def _dialog(self, title: str, filters: str = "") -> QFileDialog:
        dialog = QFileDialog(self._parent, title, self._settings.folder, filters)
        dialog.setIconProvider(self._icons)
        return dialog

    def _chosen(self, dialog: QFileDialog) -> list[Path]:
        try:
            return [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
        finally:
            dialog.deleteLater()

    def _remember(self, path: Path) -> Path:
        self._settings.folder = str(path.parent)
        return path

    def files(self, title: str, filters: str) -> list[Path]:
        """Files to open."""
        dialog = self._dialog(title, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return [self._remember(path) for path in self._chosen(dialog)]

    def file(self, title: str, filters: str) -> Path | None:
        """One file to open."""
        dialog = self._dialog(title, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return next(map(self._remember, self._chosen(dialog)), None)

    def folder(self, title: str) -> Path | None:
        """A folder to read."""
        dialog = self._dialog(title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return next(iter(self._chosen(dialog)), None)

    def target(self, title: str, name: str, filters: str) -> Path | None:
        """A file to write, with the ending of the chosen filter where none is typed.

        The system's dialog asks before it replaces what was typed; what is completed is asked about here.
        """
        dialog = self._dialog(title, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        for path in self._chosen(dialog):
            ending = _ENDING.search(dialog.selectedNameFilter())
            whole = path if path.suffix else path.with_suffix(ending[0] if ending else "")
            if whole == path or not whole.exists() or self._may_replace(title, whole):
                return self._remember(whole)
        return None

    def _may_replace(self, title: str, path: Path) -> bool:
        question = self.tr("{} is there already. Replace it?").format(isolate(path.name))
        return self.sure(title, question, self.tr("Replace"))

    def sure(self, title: str, question: str, yes: str) -> bool:
        """Whether to go on."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, question, parent=self._parent)
        go_on = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is go_on
