"""A chart as a picture or a drawing in a file, under its title."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from ui.theme import Tokens, interface_font
from ui.widgets.drawing import Drawing, write

_HEAD = 44
_MARGIN = 16


def save_chart(
    path: Path,
    title: str,
    chart: QWidget,
    tokens: Tokens,
    paint: Callable[[QPainter, QRectF], None],
) -> None:
    """Write what `paint` draws of `chart` as SVG or PNG, as the name of `path` says.

    The letters of an SVG are outlines; what they say stands in its title and description.

    Raises:
        OSError: the picture could not be written.
    """
    size = QSize(chart.width() + 2 * _MARGIN, chart.height() + _HEAD)

    def drawn(painter: QPainter) -> None:
        painter.setLayoutDirection(chart.layoutDirection())
        painter.fillRect(0, 0, size.width(), size.height(), QColor(tokens.page))
        painter.setFont(interface_font(16, bold=True))
        painter.setPen(QColor(tokens.text))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        write(painter, QRectF(_MARGIN, 8, chart.width(), 30), side, title)
        paint(painter, QRectF(_MARGIN, _HEAD, chart.width(), chart.height()))
        painter.end()

    if path.suffix.lower() == ".svg":
        drawing = Drawing(size, title, chart.accessibleDescription())
        drawn(QPainter(drawing))
        path.write_text(drawing.text(), encoding="utf-8")
        return
    image = QImage(size * 2, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(2)
    drawn(QPainter(image))
    if not image.save(str(path)):
        raise OSError(5, "", str(path))
