"""Without a display the program says so; it asks before Qt would abort."""

from __future__ import annotations

import ctypes
import socket
import sys
from pathlib import Path

import pytest

from quotetrack.messages import LANGUAGES, Language, explain
from ui import display
from ui.display import DisplayError, require_display

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there is always a display"
)


def trouble(environ: dict[str, str]) -> DisplayError:
    with pytest.raises(DisplayError) as caught:
        require_display(environ)
    return caught.value


@pytest.mark.parametrize(
    "environ", [{}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, {"QT_QPA_PLATFORM": "wayland;xcb"}]
)
def test_no_display(environ: dict[str, str]) -> None:
    assert trouble(environ).key == "display.none"


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "wayland;offscreen"])
def test_other_platforms_need_none(platform: str) -> None:
    require_display({"QT_QPA_PLATFORM": platform})


def test_display_that_does_not_answer() -> None:
    error = trouble({"DISPLAY": ":987654"})
    assert error.key == "display.silent"
    assert error.values == {"display": ":987654"}


def test_wayland_without_its_socket(tmp_path: Path) -> None:
    assert trouble({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}).key == "display.silent"


def test_wayland(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        require_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> ctypes.CDLL:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(display.ctypes, "CDLL", refuse)
    error = trouble({"DISPLAY": ":0"})
    assert error.key == "display.library"
    assert error.values == {"library": "libxcb-cursor.so.0"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_how_to_get_one(language: Language) -> None:
    sentence = explain(DisplayError("display.none"), language)
    assert "ssh -X" in sentence
    assert "xvfb-run" in sentence


def test_real_display(x_server: str) -> None:
    require_display({"DISPLAY": x_server})
