"""A bar chart that reads in the direction of the window; its text is drawn, and shaped, by Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from ui.language import led
from ui.models.tallies import Bar
from ui.theme import Tokens, interface_font

_ROW = 30
_LABEL = 190
_THICK = 0.62
_LABELS_ABREAST = 4


class BarChart(pg.PlotWidget):  # type: ignore[misc]
    """Horizontal bars with their names at the side where reading begins, or upright ones over time."""

    picked = Signal(object)

    def __init__(self, tokens: Tokens, *, right_to_left: bool, upright: bool = False) -> None:
        super().__init__(background=QColor(tokens.page))
        self._tokens = tokens
        self._right_to_left = right_to_left
        self._upright = upright
        self._bars: tuple[Bar, ...] = ()
        self.setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot = self.getPlotItem()
        # Everything is placed by hand below; Qt must not mirror it a second time.
        plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        plot.getViewBox().invertX(right_to_left)
        self._side = "right" if right_to_left else "left"
        for name in ("left", "right", "top", "bottom"):
            plot.showAxis(name, show=False)
        plot.showAxis("bottom" if upright else self._side)
        axis = plot.getAxis("bottom" if upright else self._side)
        axis.setStyle(tickFont=interface_font(12), tickLength=0, tickTextOffset=8)
        axis.setPen(pg.mkPen(None))
        axis.setTextPen(pg.mkPen(tokens.text))
        if not upright:
            axis.setWidth(_LABEL)
        self.scene().sigMouseClicked.connect(self._click)

    def show_bars(
        self, bars: Sequence[Bar], label: Callable[[Bar], str], value: Callable[[Bar], str]
    ) -> None:
        """Draw `bars`; `label` and `value` say what stands at each."""
        self._bars = tuple(bars)
        plot = self.getPlotItem()
        plot.clear()
        places = list(range(len(bars))) if self._upright else [-place for place in range(len(bars))]
        sizes = [bar.value for bar in bars]
        brush = pg.mkBrush(self._tokens.accent)
        shape: dict[str, Any] = (
            {"x": places, "height": sizes, "width": _THICK}
            if self._upright
            else {"x0": [0] * len(bars), "y": places, "width": sizes, "height": _THICK}
        )
        plot.addItem(pg.BarGraphItem(**shape, brush=brush, pen=pg.mkPen(None)))
        metrics = QFontMetrics(interface_font(12))
        width = 10_000 if self._upright else _LABEL - 16
        labels = [
            metrics.elidedText(
                led(label(bar), right_to_left=self._right_to_left), Qt.TextElideMode.ElideRight, width
            )
            for bar in bars
        ]
        every = -(-len(bars) // _LABELS_ABREAST) if self._upright else 1
        ticks = [
            [pair for number, pair in enumerate(zip(places, labels, strict=True)) if number % every == 0]
        ]
        plot.getAxis("bottom" if self._upright else self._side).setTicks(ticks)
        self._write_values(places, value)
        most = max(sizes, default=1) or 1
        if self._upright:
            self.setRange(xRange=(-0.6, len(bars) - 0.4), yRange=(0, most * 1.15), padding=0)
        else:
            self.setRange(xRange=(0, most * 1.3), yRange=(-len(bars) + 0.4, 0.6), padding=0)
            self.setFixedHeight(max(2, len(bars)) * _ROW + 12)

    def _write_values(self, places: Sequence[int], value: Callable[[Bar], str]) -> None:
        for place, bar in zip(places, self._bars, strict=True):
            if self._upright and len(self._bars) > 16:
                break
            if not bar.value:
                continue
            anchor = (0.5, 1.0) if self._upright else (1.0 if self._right_to_left else 0.0, 0.5)
            text = pg.TextItem(value(bar), color=self._tokens.muted, anchor=anchor)
            text.setFont(interface_font(12))
            text.setPos(*((place, bar.value) if self._upright else (bar.value, place)))
            self.getPlotItem().addItem(text)

    def bar_at(self, position: Any) -> Bar | None:
        """The bar whose row or column is at a point of the scene."""
        view = self.getPlotItem().getViewBox()
        inside = view.mapSceneToView(position)
        place = round(inside.x()) if self._upright else -round(inside.y())
        return self._bars[place] if 0 <= place < len(self._bars) else None

    def _click(self, event: Any) -> None:
        bar = self.bar_at(event.scenePos())
        if bar is not None:
            self.picked.emit(bar)

    def save(self, path: Path, title: str) -> None:
        """Write the chart with its title as SVG or PNG, as the name of `path` says."""
        size = QSize(self.width(), self.height() + 44)
        if path.suffix.lower() == ".svg":
            made = QSvgGenerator()
            made.setFileName(str(path))
            made.setSize(size)
            made.setViewBox(QRectF(0, 0, size.width(), size.height()))
            made.setTitle(title)
            self._paint(QPainter(made), size, title)
            return
        image = QImage(size * 2, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(2)
        self._paint(QPainter(image), size, title)
        if not image.save(str(path)):
            raise OSError(5, "", str(path))

    def _paint(self, painter: QPainter, size: QSize, title: str) -> None:
        direction = Qt.LayoutDirection.RightToLeft if self._right_to_left else Qt.LayoutDirection.LeftToRight
        painter.setLayoutDirection(direction)
        painter.fillRect(0, 0, size.width(), size.height(), QColor(self._tokens.page))
        painter.setFont(interface_font(16, bold=True))
        painter.setPen(QColor(self._tokens.text))
        painter.drawText(
            QRectF(16, 8, size.width() - 32, 30),
            int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter),
            title,
        )
        self.scene().render(painter, QRectF(0, 44, size.width(), size.height() - 44), QRectF(self.rect()))
        painter.end()
