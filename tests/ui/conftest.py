"""The window under test: offscreen unless the environment says otherwise, on a copy of the sample project."""

import os
import shutil

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from quotetrack.samples import sample_project
from tests.ui.hands import Asking, settle
from ui.application import make_application
from ui.main_window import MainWindow
from ui.settings import Settings, ThemeChoice


@pytest.fixture(scope="session")
def qapp_cls(qapp_args):
    """Let pytest-qt take our application."""
    return lambda _args: make_application()


@pytest.fixture(scope="session", autouse=True)
def clipboard_emptied(qapp):
    """Leave nothing of Python's in the clipboard: without a display Qt destroys it when Python is gone."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    return sample_project(tmp_path_factory.mktemp("sample"))


@pytest.fixture(params=["ar", "en"])
def language(request):
    return request.param


@pytest.fixture
def settings(tmp_path):
    made = Settings(tmp_path / "settings.ini")
    made.hints_seen = True
    made.theme = ThemeChoice.LIGHT
    made.country = "LB"
    made.look_first = False
    made.folder = str(tmp_path)
    return made


@pytest.fixture
def asking():
    return Asking()


@pytest.fixture
def empty_window(qtbot, settings, asking):
    """A shown window without a project, in Arabic."""
    window = MainWindow(settings, asking)
    qtbot.addWidget(window, before_close_func=lambda w: settle(qtbot, w))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def project_file(tmp_path, sample_file):
    return shutil.copy(sample_file, tmp_path / "عينة.qtrack")


@pytest.fixture
def window(qtbot, empty_window, project_file):
    """A shown window on the sample project, in Arabic."""
    empty_window.session.open(project_file)
    settle(qtbot, empty_window)
    return empty_window


@pytest.fixture
def spoken(qtbot, window, language):
    """The window on the sample project, in each language."""
    if window.settings.language != language:
        window.actions_["view.language"].trigger()
        settle(qtbot, window)
    return window
