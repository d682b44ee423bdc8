"""The program's start: the Qt application, the last project, and what happens to a bug."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from quotetrack.errors import QuotetrackError
from quotetrack.messages import LANGUAGES, catalogue
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.tasks import Task
from ui.theme import load_fonts

PROGRAM = "quotetrack-gui"
_LATER = (
    "sqlite_utils",  # the first decision is written with it
    "quotetrack.importing",
    "quotetrack.exports.exporting",
    "quotetrack.samples",
    "ui.arrivals",
    "ui.sheets",
    "ui.widgets.bars",
)
_WARM_AFTER = 1_500
_WARMING = "قال الوزير إن العمل بدأ."


def make_application(argv: Sequence[str] = ()) -> QApplication:
    """The one QApplication of the process, with the bundled fonts."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["quotetrack", *argv])
    app.setApplicationName("quotetrack")
    app.setApplicationDisplayName("quotetrack")
    app.setDesktopFileName("quotetrack")
    load_fonts()
    # Threads that import and export give way to the window after a millisecond, not after five.
    sys.setswitchinterval(0.001)
    return app


def warm_up(window: MainWindow) -> None:
    """Load what brings articles in and takes sheets out, both languages' words, and the lexicon.

    All that while the user begins to read.
    """

    def load(_task: Task) -> None:
        for name in _LATER:
            import_module(name)
        for language in LANGUAGES:
            catalogue(language)
        import_module("quotetrack").detect(_WARMING)

    window.garbage.pause()
    window.tasks.run(load).ended.connect(window.garbage.go_on)


def open_window(
    settings: Settings, project: Path | None = None, articles: Sequence[Path] = (), *, sample: bool = False
) -> MainWindow:
    """A shown window on `project`, the `sample` or the last one, with `articles` on their way in."""
    window = MainWindow(settings)
    window.show()
    wanted = project if project or sample else settings.last_project
    if wanted is not None:
        try:
            window.session.open(wanted)
        except QuotetrackError as problem:
            window.trouble(problem)
    elif sample or not settings.hints_seen:
        window.commands.open_sample()
    if articles:
        window.commands.take_files(articles)
    if not settings.hints_seen:
        settings.hints_seen = True
        QTimer.singleShot(300, window.actions_["help.hints"].trigger)
    return window


def catch_bugs(window: MainWindow) -> None:
    """Show every exception that nobody caught, and go on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            window.trouble(error)

    sys.excepthook = hook


def main(argv: Sequence[str] | None = None) -> None:
    """Run the window and exit with its code.

    `argv` are projects and articles to open and `--sample` (the command line's by default); a
    first word that is the program's own name is passed over.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    parser = ArgumentParser(prog=PROGRAM, description="Open the window of quotetrack.")
    parser.add_argument("files", nargs="*", type=Path, help="a .qtrack project, or articles to import")
    parser.add_argument("--sample", action="store_true", help="open the sample project")
    asked = parser.parse_args(words[words[:1] == [PROGRAM] :])
    app = make_application()
    projects = [path for path in asked.files if path.suffix == ".qtrack"]
    articles = [path for path in asked.files if path.suffix != ".qtrack"]
    window = open_window(Settings(), projects[0] if projects else None, articles, sample=asked.sample)
    catch_bugs(window)
    QTimer.singleShot(_WARM_AFTER, lambda: warm_up(window))
    sys.exit(app.exec())
