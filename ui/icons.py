"""The bundled line icons in the colour of the look."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from quotetrack.assets import assets

SIZE = QSize(20, 20)
_SCALE = 3


def _drawn(svg: str) -> QPixmap:
    pixmap = QPixmap(SIZE * _SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(_SCALE)
    return pixmap


@lru_cache(maxsize=256)
def icon(name: str, color: str, disabled: str = "") -> QIcon:
    """The icon `name` drawn in `color`, and in `disabled` (the same paler, without it) when it is off."""
    svg = (assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    made = QIcon(_drawn(svg.replace("#000000", color)))
    if disabled:
        made.addPixmap(_drawn(svg.replace("#000000", disabled)), QIcon.Mode.Disabled)
    return made
