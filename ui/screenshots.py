"""Pictures of every pane and dialog, in Arabic and English, light and dark, on the sample project.

`python -m ui.screenshots --help` says how to choose.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

from quotetrack import operations as ops
from quotetrack.figures import Digits
from quotetrack.samples import sample_project
from ui.application import make_application
from ui.main_window import MainWindow
from ui.scenes import Scenes, settle
from ui.settings import Settings, ThemeChoice

SIZE = (1320, 840)
README = ("context", "table", "charts")
"""Scenes whose light Arabic and dark English pictures the README shows."""


def picture(window: MainWindow, before: QWidget | None) -> QPixmap:
    """The window, with the dialog or list that stands before it."""
    made = window.grab()
    fronts = [before] if before is not None else []
    details = window.bench.details
    lists = (details.speaker.list, details.verdict.view(), details.cue_class.view())
    fronts += [each for each in lists if each.isVisible()]
    painter = QPainter(made)
    for front in fronts:
        shown = front.grab()
        place = window.mapFromGlobal(front.mapToGlobal(QPoint(0, 0)))
        if isinstance(front, QDialog) and front.windowType() is not Qt.WindowType.Popup:
            left, top = (window.width() - front.width()) // 2, (window.height() - front.height()) // 3
            place = QPoint(left, max(20, top))
        painter.fillRect(
            place.x() - 1, place.y() - 1, front.width() + 2, front.height() + 2, Qt.GlobalColor.gray
        )
        painter.drawPixmap(place, shown)
    painter.end()
    return made


def draw(folder: Path, wanted: list[str]) -> int:
    """Draw the scenes whose names contain one of `wanted` (all without any); how many there are."""
    make_application()
    drawn = 0
    home = Path(tempfile.mkdtemp(prefix="quotetrack-"))
    sample = sample_project(home)
    for language in ("ar", "en"):
        for look in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            names = list(Scenes.all(Scenes(None)))  # type: ignore[arg-type]
            for name in names:
                if wanted and not any(word in f"{name}-{language}-{look.value}" for word in wanted):
                    continue
                window = _window(home, sample, language, look)
                before = Scenes(window).all()[name]()
                settle(window)
                picture(window, before).save(str(folder / f"{name}-{language}-{look.value}.png"))
                if before is not None:
                    before.close()
                window.close()
                window.deleteLater()
                drawn += 1
    shutil.rmtree(home, ignore_errors=True)
    return drawn


def _window(home: Path, sample: Path, language: str, look: ThemeChoice) -> MainWindow:
    (home / "settings.ini").unlink(missing_ok=True)
    settings = Settings(home / "settings.ini")
    settings.language = "en" if language == "en" else "ar"
    settings.theme, settings.hints_seen, settings.country = look, True, "LB"
    settings.digits = Digits.ARABIC if language == "ar" else Digits.LATIN
    window = MainWindow(settings)
    window.resize(*SIZE)
    window.show()
    project = shutil.copy(
        sample, home / ("أزمة المياه.qtrack" if language == "ar" else "Water crisis.qtrack")
    )
    window.session.open(Path(project))
    settle(window)
    _decide(window)
    settle(window)
    return window


def _decide(window: MainWindow) -> None:
    """Some decisions, so that the pictures show a project at work."""
    session = window.session
    project = session.project
    if project is None:
        return
    quotes = project.quotes.of_article(1)
    ops.perform(project, ops.Confirm(tuple(quote.id for quote in quotes[:3])))
    ops.perform(project, ops.Reject((quotes[-1].id,)))
    ops.perform(project, ops.MarkForCheck((quotes[6].id,)))
    ops.perform(project, ops.Tag((quotes[4].id,), "تعرفة"))
    ops.perform(project, ops.Tag((quotes[4].id,), "للمتابعة"))
    ops.perform(project, ops.SetNote(quotes[4].id, "سؤال الوزارة عن الرقم."))
    session.select(quotes[4].id)
    session.tell(
        ops.perform(project, ops.AddEvidence(quotes[4].id, "https://example.org/report", "تقرير الهيئة", ""))
    )


def main(argv: Sequence[str] | None = None) -> None:
    """Draw what the command line asks for."""
    parser = ArgumentParser(
        prog="python -m ui.screenshots",
        description="Draw every pane and dialog on the sample project: both languages, light and dark.",
    )
    parser.add_argument("words", nargs="*", help="draw only scenes with one of these in their names")
    parser.add_argument(
        "--folder", type=Path, default=Path("build/screenshots"), help="where to (%(default)s)"
    )
    parser.add_argument("--list", action="store_true", help="name the scenes and draw nothing")
    asked = parser.parse_args(argv)
    if asked.list:
        print(*Scenes(None).all(), sep="\n")  # type: ignore[arg-type]  # noqa: T201 - a command's answer
        return
    asked.folder.mkdir(parents=True, exist_ok=True)
    drawn = draw(asked.folder, asked.words)
    readme = Path(".github/screenshots")
    if not asked.words:
        readme.mkdir(parents=True, exist_ok=True)
        for name in README:
            for kind in ("ar-light", "en-dark"):
                shutil.copy(asked.folder / f"{name}-{kind}.png", readme)
    print(f"{drawn} pictures in {asked.folder}")  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
