"""The wheel works away from the checkout: it is built, installed in a fresh environment and run there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path, **environ: str) -> str:
    """What `command` prints, run without the checkout on its path; it must succeed and warn of nothing."""
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean | environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


class Installed:
    """A virtual environment that has the wheel, and this one's packages behind it."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.folder = folder
        run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
        self.bin = folder / "bin"
        self.site = Path(
            self("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
        )
        self.before = {path.name for path in self.site.iterdir()}
        install = ("install", "--quiet", "--no-deps", "--no-index", "--no-compile", wheel)
        run(sys.executable, "-m", "pip", "--python", self.bin / "python", *install, cwd=folder)
        self.added = {path.name for path in self.site.iterdir()} - self.before
        # The dependencies of this environment; the checkout that it may have installed stays out,
        # because Python reads .pth files in its own site-packages only.
        (self.site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")

    def __call__(self, program: str, *arguments: str | Path, **environ: str) -> str:
        return run(self.bin / program, *arguments, cwd=self.folder, **environ)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("fresh") / "environment", wheel)


def test_wheel_is_for_every_system(wheel: Path) -> None:
    assert wheel.name.endswith("-py3-none-any.whl")


def test_site_packages_gets_the_two_packages_and_metadata_alone(installed: Installed) -> None:
    [metadata] = (name for name in installed.added if name.startswith("quotetrack-"))
    assert installed.added == {"quotetrack", "ui", metadata}
    assert metadata.endswith(".dist-info")
    assert (installed.site / metadata / "licenses" / "LICENSE").is_file()


def test_assets_travel_inside(installed: Installed) -> None:
    carried = {
        path.relative_to(installed.site / "quotetrack" / "assets") for path in assets_under(installed.site)
    }
    assert carried == {path.relative_to(ROOT / "assets") for path in assets_under(ROOT)}
    found = installed("python", "-c", "from quotetrack.assets import assets; print(assets())")
    assert Path(found.strip()) == installed.site / "quotetrack" / "assets"


def assets_under(folder: Path) -> list[Path]:
    """Every file of the assets of a checkout or of site-packages."""
    top = folder / "assets" if (folder / "assets").is_dir() else folder / "quotetrack" / "assets"
    return [path for path in top.rglob("*") if path.is_file()]


def test_detect_runs_from_the_wheel(installed: Installed) -> None:
    sample = installed.site / "quotetrack" / "assets" / "samples" / "agency-report.txt"
    [line] = installed("quotetrack", "detect", "--format", "jsonl", sample).splitlines()
    found = json.loads(line)["attributions"]
    assert any("سعاد الخياط" in (one["speaker"] or "") for one in found)
    assert Path(
        installed("python", "-c", "import quotetrack; print(quotetrack.__file__)").strip()
    ).is_relative_to(installed.site)


def test_sample_project_is_made_from_the_wheel(installed: Installed, tmp_path: Path) -> None:
    make = "from quotetrack.samples import sample_project; print(sample_project())"
    path = installed(
        "python", "-W", "error", "-c", make, HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path / "data")
    )
    assert Path(path.strip()) == tmp_path / "data" / "quotetrack" / "sample.qtrack"
    assert Path(path.strip()).is_file()


OPEN_AND_CLOSE = """
import json, sys
from PySide6.QtCore import QTimer
from ui.application import make_application, open_window
from ui.settings import Settings
import ui

app = make_application()
window = open_window(Settings(), sample=True)

def look():
    project = window.session.project
    if project is None:
        return  # still on its way
    seen = {"exposed": window.windowHandle().isExposed(), "platform": app.platformName(), "ui": ui.__file__,
            "articles": len(project.articles.list())}
    print(json.dumps(seen))
    window.close()
    app.quit()

timer = QTimer(interval=200, timeout=look)
timer.start()
QTimer.singleShot(60_000, lambda: app.exit(1))
sys.exit(app.exec())
"""


def window_from_the_wheel(installed: Installed, home: Path, **environ: str) -> dict[str, object]:
    """What the window of the wheel was like once it had opened the sample project."""
    places = {"HOME": home, "XDG_DATA_HOME": home / "data", "XDG_CONFIG_HOME": home / "config"}
    printed = installed(
        "python", "-c", OPEN_AND_CLOSE, **environ, **{name: str(at) for name, at in places.items()}
    )
    seen: dict[str, object] = json.loads(printed)
    assert Path(str(seen["ui"])).is_relative_to(installed.site)
    return seen


def test_window_opens_off_screen_from_the_wheel(installed: Installed, tmp_path: Path) -> None:
    seen = window_from_the_wheel(installed, tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (seen["exposed"], seen["platform"], seen["articles"]) == (True, "offscreen", 5)


def test_window_opens_on_a_display_from_the_wheel(
    installed: Installed, tmp_path: Path, x_server: str
) -> None:
    seen = window_from_the_wheel(installed, tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=x_server)
    assert (seen["exposed"], seen["platform"], seen["articles"]) == (True, "xcb", 5)


@pytest.mark.parametrize("command", [("quotetrack-gui",), ("quotetrack", "gui")])
def test_window_without_a_display_ends_with_its_own_code(
    installed: Installed, command: tuple[str, ...]
) -> None:
    bare = os.environ | dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH"), "")
    program = [installed.bin / command[0], *command[1:], "--sample"]
    done = subprocess.run(
        program, cwd=installed.folder, env=bare, capture_output=True, text=True, check=False
    )
    assert done.returncode == 4
    assert "There is no display" in done.stderr
