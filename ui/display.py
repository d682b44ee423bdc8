"""Whether there is a display, asked before Qt is: without one, Qt ends the process with an abort.

Nothing here imports Qt, for a missing system library already fails its import.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from quotetrack.errors import QuotetrackError

EXIT_NO_DISPLAY = 4
"""What the process ends with when there is nowhere to show the window."""

_NEED_A_DISPLAY = ("xcb", "wayland")


class DisplayError(QuotetrackError):
    """There is nowhere to show the window."""


def require_display(environ: Mapping[str, str]) -> None:
    """Return when Qt will find a display in `environ` (of this process or of another).

    Raises:
        DisplayError: there is none, it does not answer, or a system library that draws on it is
            not installed.
    """
    if not sys.platform.startswith("linux") or _draws_elsewhere(environ.get("QT_QPA_PLATFORM", "")):
        return
    display, wayland = environ.get("DISPLAY", ""), environ.get("WAYLAND_DISPLAY", "")
    if not display and not wayland:
        raise DisplayError("display.none")
    _load(_platform_plugin())
    socket = Path(environ.get("XDG_RUNTIME_DIR", "")) / wayland
    if not (wayland and socket.is_socket()) and not (display and _answers(display)):
        raise DisplayError("display.silent", display=display or wayland)


def _draws_elsewhere(platforms: str) -> bool:
    """Whether one of the platforms that the user chose («offscreen», «vnc:port=1;xcb») needs no display."""
    names = [name.split(":")[0] for name in platforms.split(";") if name]
    return any(not name.startswith(_NEED_A_DISPLAY) for name in names)


def _platform_plugin() -> str:
    """The X11 plugin of PySide6's wheel, or its client library where Qt is the distribution's."""
    spec = find_spec("PySide6")
    for folder in spec.submodule_search_locations or [] if spec else []:
        plugin = Path(folder) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.is_file():
            return str(plugin)
    return "libxcb.so.1"


def _load(library: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(library)
    except OSError as error:
        # The loader says "libxcb-cursor.so.0: cannot open shared object file: …".
        raise DisplayError("display.library", library=str(error).partition(":")[0]) from error


def _answers(display: str) -> bool:
    """Whether an X server accepts a connection to `display`."""
    xcb = _load("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)
