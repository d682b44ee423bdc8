"""A bar chart that reads in the direction of the window; its text is drawn, and shaped, by Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
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
_LEAST_WIDTH = 260
_FADED = 0.35
_UNDER = 0.24
"""The room under upright bars, as a share of the highest."""


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
        if not upright:
            plot.showAxis(self._side)
            axis = plot.getAxis(self._side)
            axis.setStyle(tickFont=interface_font(12), tickLength=0, tickTextOffset=8)
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(pg.mkPen(tokens.text))
            axis.setWidth(_LABEL)
        self.scene().sigMouseClicked.connect(self._click)

    def show_bars(
        self,
        bars: Sequence[Bar],
        label: Callable[[Bar], str],
        value: Callable[[Bar], str],
        chosen: Callable[[Bar], bool] = lambda _bar: False,
    ) -> None:
        """Draw `bars`; `label` and `value` say what stands at each, others than the `chosen` are faded."""
        self._bars = tuple(bars)
        plot = self.getPlotItem()
        plot.clear()
        places = list(range(len(bars))) if self._upright else [-place for place in range(len(bars))]
        sizes = [bar.value for bar in bars]
        full, faded = self._tokens.color("accent"), self._tokens.color("accent")
        faded.setAlphaF(_FADED)
        some = any(map(chosen, bars))
        brushes = [pg.mkBrush(full if chosen(bar) or not some else faded) for bar in bars]
        shape: dict[str, Any] = (
            {"x": places, "height": sizes, "width": _THICK}
            if self._upright
            else {"x0": [0] * len(bars), "y": places, "width": sizes, "height": _THICK}
        )
        plot.addItem(pg.BarGraphItem(**shape, brushes=brushes, pen=pg.mkPen(None)))
        most = max(sizes, default=1) or 1
        self._write_values(places, value)
        if self._upright:
            beside = self._write_periods(places, [label(bar) for bar in bars])
            self.setRange(
                xRange=(-beside, len(bars) - 1 + beside), yRange=(-most * _UNDER, most * 1.15), padding=0
            )
        else:
            metrics = QFontMetrics(interface_font(12))
            labels = [
                metrics.elidedText(
                    led(label(bar), right_to_left=self._right_to_left),
                    Qt.TextElideMode.ElideRight,
                    _LABEL - 16,
                )
                for bar in bars
            ]
            plot.getAxis(self._side).setTicks([list(zip(places, labels, strict=True))])
            self.setRange(xRange=(0, most * 1.3), yRange=(-len(bars) + 0.4, 0.6), padding=0)
            self.setFixedHeight(max(2, len(bars)) * _ROW + 12)

    def _write_periods(self, places: Sequence[int], labels: Sequence[str]) -> float:
        """Under as many bars as there is room for: the day, and the month where it is another; or the like.

        By hand, since the axis would draw number and month without the space between them. Gives
        the room, in bars, that the first and the last of them need at the side.
        """
        lines = [parts if len(parts := _broken(label)) > 1 else (label, "") for label in labels]
        metrics = QFontMetrics(interface_font(12))
        widest = max((metrics.horizontalAdvance(part) for line in lines for part in line), default=0)
        room = max(self.width(), _LEAST_WIDTH) / max(1, len(places))
        shown_below = ""
        for number in range(0, len(places), max(1, ceil((widest + 10) / room))):
            upper, below = lines[number]
            text = pg.TextItem(anchor=(0.5, 0.0), color=self._tokens.text)
            text.setText(upper if below == shown_below else f"{upper}\n{below}".rstrip())
            text.setFont(interface_font(12))
            option = text.textItem.document().defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            text.textItem.document().setDefaultTextOption(option)
            text.textItem.setTextWidth(max(map(metrics.horizontalAdvance, lines[number])) + 10)
            text.setPos(places[number], 0)
            self.getPlotItem().addItem(text)
            shown_below = below
        return float(max(0.6, (widest + 10) / 2 / room))

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


def _broken(label: str) -> tuple[str, ...]:
    """A day apart from its month, a month apart from its year."""
    parts = label.split(" ")
    if len(parts) < 2:
        return (label,)
    at = 1 if parts[0].isdigit() else len(parts) - 1
    return " ".join(parts[:at]), " ".join(parts[at:])
