"""What the user sees when the program itself is wrong: an apology and a trace to copy."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

import quotetrack
from ui.desk import Desk
from ui.dialogs.base import Dialog


class ErrorDialog(Dialog):
    """Shows the trace of a bug; nothing that was saved is lost."""

    def __init__(self, parent: QWidget | None, error: BaseException) -> None:
        super().__init__(
            parent,
            self.tr("Something went wrong in quotetrack"),
            self.tr(
                "This is a fault of the program, not yours. Everything up to your last change is saved. "
                "Copy the report and send it to us, then go on working."
            ),
            width=640,
        )
        self._error = error
        self.report = QPlainTextEdit(report_of(error))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setReadOnly(True)
        self.report.setMinimumHeight(220)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setTabChangesFocus(True)
        self.column.addWidget(self.report, 1)
        box = self.add_buttons(self.tr("Go on"), cancel=False)
        copy = box.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(
            lambda _checked=False: QGuiApplication.clipboard().setText(self.report.toPlainText())
        )

    def anew(self, _desk: Desk, window: QWidget) -> ErrorDialog:
        return ErrorDialog(window, self._error)


def report_of(error: BaseException) -> str:
    """The trace of `error` and the versions that matter; no text of the user's articles."""
    versions = (
        f"quotetrack {quotetrack.__version__} · Qt {qVersion()} · "
        f"Python {platform.python_version()} · {platform.platform()}"
    )
    return versions + "\n\n" + "".join(traceback.format_exception(error))
