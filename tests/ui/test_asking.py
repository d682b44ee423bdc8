"""Qt's own file dialogs: what they ask, complete and remember, and that they open no file by themselves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QTimer
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit, QMessageBox

from ui.asking import AskingUser, _PlainIcons

ROOT = Path(__file__).parents[2]
KINDS = "CSV (*.csv);;JSON (*.json)"
LISTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget
from ui.application import make_application
from ui.asking import AskingUser
from ui.settings import Settings
app = make_application()
settings = Settings(Path(sys.argv[1]))
settings.folder = sys.argv[2]
window = QWidget()
def refuse():
    [dialog] = [each for each in app.topLevelWidgets() if isinstance(each, QFileDialog)]
    dialog.reject()
QTimer.singleShot(3000, refuse)
print(AskingUser(window, settings).target("كشف", "sheet.csv", "CSV (*.csv)"))
"""


@pytest.fixture
def user(window):
    return AskingUser(window, window.settings)


def once_shown(qtbot, kind, act):
    """Do `act` with the dialog of this kind as soon as it is there; dialogs of the user's block."""

    def look():
        shown = [each for each in qtbot.app.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
        if shown:
            act(shown[0])
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


@pytest.fixture
def answered(qtbot, qapp):
    """Types a name into the coming file dialog and accepts it; then presses a button of a question."""
    qtbot.app = qapp

    def answer(name, *, kind="", button=""):
        def fill(dialog):
            if kind:
                dialog.selectNameFilter(kind)
            dialog.findChild(QLineEdit, "fileNameEdit").setText(name)
            dialog.accept()

        def press(box):
            [wanted] = [each for each in box.findChildren(QAbstractButton) if button in each.text()]
            wanted.click()

        once_shown(qtbot, QFileDialog, fill)
        if button:
            once_shown(qtbot, QMessageBox, press)

    return answer


@pytest.mark.parametrize(
    ("name", "kind", "completed"),
    [
        ("كشف", "", "كشف.csv"), ("كشف.csv", "", "كشف.csv"), ("كشف.txt", "", "كشف.txt"),
        ("كشف", "JSON (*.json)", "كشف.json"),
    ],
)  # fmt: skip
def test_an_ending_is_completed_and_the_folder_remembered(user, answered, tmp_path, name, kind, completed):
    folder = tmp_path / "sheets"
    folder.mkdir()
    answered(str(folder / name), kind=kind)
    assert user.target("كشف", "sheet.csv", KINDS) == folder / completed
    assert user._settings.folder == str(folder)


@pytest.mark.parametrize(("button", "goes"), [("استبدال", True), ("ألغِ", False)])
def test_a_file_that_was_completed_is_not_replaced_unasked(user, answered, tmp_path, button, goes):
    (tmp_path / "sheet.csv").write_text("old", encoding="utf-8")
    answered(str(tmp_path / "sheet"), button=button)
    assert user.target("كشف", "x.csv", KINDS) == (tmp_path / "sheet.csv" if goes else None)


def test_files_are_chosen_to_be_read(user, answered, tmp_path):
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").touch()
    answered(f'"{tmp_path / "a.txt"}" "{tmp_path / "b.txt"}"')
    assert user.files("افتح", "(*.txt)") == [tmp_path / "a.txt", tmp_path / "b.txt"]
    answered(str(tmp_path / "b.txt"))
    assert user.file("افتح", "(*.txt)") == tmp_path / "b.txt"


def test_a_folder_is_chosen(user, answered, tmp_path):
    (tmp_path / "in").mkdir()
    answered(str(tmp_path / "in"))
    assert user.folder("افتح") == tmp_path / "in"


def test_a_file_is_known_by_its_name_alone(qapp, tmp_path):
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "words").write_text("قال", encoding="utf-8")
    icons = _PlainIcons()
    picture, words, folder = (QFileInfo(str(tmp_path / name)) for name in ("picture", "words", ""))
    assert icons.type(picture) == icons.type(words)
    assert icons.icon(picture).cacheKey() == icons.icon(words).cacheKey() or icons.icon(picture).isNull()
    assert icons.icon(folder).isNull() or icons.icon(folder).cacheKey() != icons.icon(words).cacheKey()


@pytest.mark.slow
@pytest.mark.skipif(not os.access("/proc/kmsg", os.R_OK), reason="/proc/kmsg may not be read here")
def test_a_folder_with_a_file_that_never_ends_is_listed(tmp_path):
    """Qt looks into files to choose their pictures, and waited here for the next word of the kernel."""
    done = subprocess.run(
        [sys.executable, "-c", LISTED, tmp_path / "settings.ini", "/proc"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "None"), done.stderr
