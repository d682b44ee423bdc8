"""Taking a quote sheet along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from quotetrack.exports.exporting import Report as SheetReport
from ui.dialogs.export import ExportDialog
from ui.exporting import Wish, write_sheet
from ui.language import isolate

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Sheets(QObject):
    """Exports what is shown."""

    def __init__(
        self, window: MainWindow, guarded: Callable[[Callable[[], object]], Callable[[], None]]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._session = window.session
        self._guarded = guarded

    def export(self) -> None:
        """Ask how, and write what is shown to a file."""
        if self._session.project is None:
            return
        dialog = ExportDialog(self._desk, self._window)
        dialog.accepted.connect(self._guarded(lambda: self._export(dialog)))
        dialog.open()

    def _export(self, dialog: ExportDialog) -> None:
        project, form = self._session.project, dialog.chosen_format()
        if project is None:
            return
        suffix = form.form.suffix
        words = f"{form.label(self._desk.tongue.language)} (*{suffix})"
        path = self._desk.asking.target(self.tr("Export a quote sheet"), project.path.stem + suffix, words)
        if path is None:
            return
        wish = Wish(dialog.chosen(), self._session.shown.sort, form, dialog.options(), path)
        self._desk.tasks.run(
            lambda task: write_sheet(project, wish, task),
            lambda report: self._exported(path, report),
            name=lambda: self.tr("Exporting"),
        )

    def _exported(self, path: Path, report: SheetReport) -> None:
        text = self.tr("%n quote(s) written to {}", "", report.quotes).format(isolate(path.name))
        notes = [self._desk.tongue.note(key, count) for key, count in report.notes]
        self._window.say(
            self._desk.tongue.digits("\n".join([text, *notes])),
            self.tr("Show it"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
        )
