"""A bar chart that reads in the direction of the window; its text is drawn, and shaped, by Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from pathlib import Path
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)

from ui.language import led
from ui.models.tallies import Bar
from ui.theme import Tokens, interface_font
from ui.widgets.chart_files import save_chart
from ui.widgets.chart_words import Axis, Words

_ROW = 30
_LABEL = 190
_THICK = 0.62
_GAP = 14
_LEAST_WIDTH = 260
_FADED = 0.35
_UNDER = 0.24
"""The room under upright bars, as a share of the highest."""


class BarChart(pg.PlotWidget):  # type: ignore[misc]
    """Horizontal bars with their names at the side where reading begins, or upright ones over time.

    A bar is picked by a click, or with the arrow keys and Return.
    """

    picked = Signal(object)
    focused = Signal()
    _bars: tuple[Bar, ...] = ()

    def __init__(self, tokens: Tokens, title: str, *, right_to_left: bool, upright: bool = False) -> None:
        self._side = "right" if right_to_left else "left"
        axes = {self._side: Axis(self._side)}
        super().__init__(background=QColor(tokens.page), enableMenu=False, axisItems=axes)
        self._tokens = tokens
        self._title = title
        self._right_to_left = right_to_left
        self._upright = upright
        self._labels: list[str] = []
        self._periods: list[str] = []
        self._chosen: list[bool] = []
        self._values: list[str] = []
        self._current = 0
        self._frame: pg.BarGraphItem | None = None
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        plot = self.getPlotItem()
        # Everything is placed by hand below; Qt must not mirror it a second time.
        plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        plot.getViewBox().invertX(right_to_left)
        for name in ("left", "right", "top", "bottom"):
            plot.showAxis(name, show=False)
        if not upright:
            plot.showAxis(self._side)
            axis = plot.getAxis(self._side)
            axis.setStyle(tickFont=interface_font(12), tickLength=0, tickTextOffset=8)
            axis.setPen(pg.mkPen(None))
            axis.setTickPen(None)
            axis.setTextPen(pg.mkPen(tokens.text))
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
        self._periods = [label(bar) for bar in bars]
        self._chosen = [chosen(bar) for bar in bars]
        self._labels = [led(label(bar), right_to_left=self._right_to_left) for bar in bars]
        self._values = [value(bar) for bar in bars]
        self._current = 0
        if not self._upright:
            self.setFixedHeight(max(2, len(bars)) * _ROW + 12)
        self._draw()
        self._name()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)  # pyqtgraph also calls it itself, without an event
        if event is not None and self._bars and event.size().width() != event.oldSize().width():
            self._draw()

    def _draw(self) -> None:
        plot = self.getPlotItem()
        plot.clear()
        self._frame = None
        full, faded = self._tokens.color("accent"), self._tokens.color("accent")
        faded.setAlphaF(_FADED)
        some = any(self._chosen)
        brushes = [pg.mkBrush(full if chosen or not some else faded) for chosen in self._chosen]
        plot.addItem(
            pg.BarGraphItem(**self._shape(range(len(self._bars))), brushes=brushes, pen=pg.mkPen(None))
        )
        most = max((bar.value for bar in self._bars), default=1) or 1
        if self._upright:
            beside = self._write_periods()
            self.setRange(
                xRange=(-beside, len(self._bars) - 1 + beside),
                yRange=(-most * _UNDER, most * 1.15),
                padding=0,
            )
        else:
            self.setRange(xRange=(0, most * 1.3), yRange=(-len(self._bars) + 0.4, 0.6), padding=0)
            self._write_beside()
        self._write_values()
        self._show_current()

    def _shape(self, numbers: Sequence[int]) -> dict[str, Any]:
        """What pyqtgraph calls the places and sizes of some bars."""
        sizes = [self._bars[number].value for number in numbers]
        if self._upright:
            return {"x": list(numbers), "height": sizes, "width": _THICK}
        places = [-number for number in numbers]
        return {"x0": [0] * len(places), "y": places, "width": sizes, "height": _THICK}

    def _write_beside(self) -> None:
        """Names beside the bars, in no more room than the longest needs."""
        metrics = QFontMetrics(interface_font(12))
        room = max((metrics.horizontalAdvance(each) for each in self._labels), default=0) + 2 * _GAP
        room = min(_LABEL, room, max(80, self.width() // 2))
        axis = self.getPlotItem().getAxis(self._side)
        axis.setWidth(room)
        shown = [metrics.elidedText(each, Qt.TextElideMode.ElideRight, room - _GAP) for each in self._labels]
        axis.setTicks([[(-number, text) for number, text in enumerate(shown)]])

    def _write_periods(self) -> float:
        """Under as many bars as there is room for: the day, and the month where it is another; or the like.

        By hand, since the axis would draw number and month without the space between them. Gives
        the room, in bars, that the first and the last of them need at the side.
        """
        lines = [parts if len(parts := _broken(label)) > 1 else (label, "") for label in self._periods]
        metrics = QFontMetrics(interface_font(12))
        room = max(self.width(), _LEAST_WIDTH) / max(1, len(lines))
        # Months are longer than days, but stand under few of them.
        widest, widest_below = (
            max((metrics.horizontalAdvance(line[part]) for line in lines), default=0) for part in (0, 1)
        )
        shown_below, free_from = "", 0.0
        for number in range(0, len(lines), max(1, ceil((widest + 10) / room))):
            upper, below = lines[number]
            with_below = below != shown_below and number >= free_from
            words = f"{upper}\n{below}".rstrip() if with_below else upper
            text = Words(words, self._tokens.text, (0.5, 0.0))
            option = text.textItem.document().defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            text.textItem.document().setDefaultTextOption(option)
            text.textItem.setTextWidth(max(map(metrics.horizontalAdvance, lines[number])) + 10)
            text.setPos(number, 0)
            self.getPlotItem().addItem(text)
            if with_below:
                shown_below, free_from = below, number + (widest_below + 10) / room
        return float(max(0.6, (max(widest, widest_below) + 10) / 2 / room))

    def _write_values(self) -> None:
        for number, bar in enumerate(self._bars):
            if self._upright and len(self._bars) > 16:
                break
            if not bar.value:
                continue
            across, up = (number, bar.value) if self._upright else (bar.value, -number)
            self._write(
                self._values[number],
                across,
                up,
                (0.5, 1.0) if self._upright else (0.0, 0.5),
                self._tokens.muted,
            )

    def _write(self, words: str, across: float, up: float, anchor: tuple[float, float], color: str) -> None:
        """Words at a place of the chart; the anchor counts from the side where reading begins."""
        side, height = anchor
        text = Words(words, color, (1.0 - side if self._right_to_left else side, height))
        text.setPos(across, up)
        self.getPlotItem().addItem(text)

    # --- by keyboard -----------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_current()
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        earlier, later = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if self._upright:
            earlier, later = (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if self._right_to_left:
                earlier, later = later, earlier
        last = len(self._bars) - 1
        wanted = {
            earlier: max(0, self._current - 1), later: min(last, self._current + 1),
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if wanted is not None and self._bars:
            self._current = wanted
            self._show_current()
            self._name()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._bars:
            self.picked.emit(self._bars[self._current])
        else:
            event.ignore()

    def _show_current(self) -> None:
        """A frame around the bar that the keys are at."""
        plot = self.getPlotItem()
        if self._frame is not None:
            plot.removeItem(self._frame)
            self._frame = None
        if self.hasFocus() and self._bars:
            pen = pg.mkPen(self._tokens.text, width=2)
            self._frame = pg.BarGraphItem(**self._shape([self._current]), brush=pg.mkBrush(None), pen=pen)
            plot.addItem(self._frame)

    def _name(self) -> None:
        """Tell a screen reader at which bar the keys are."""
        here = f"{self._labels[self._current]} {self._values[self._current]}" if self._bars else ""
        for told in (self, self.viewport()):  # a screen reader takes both for what has the keys
            told.setAccessibleName(f"{self._title}: {here}" if here else self._title)

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
        save_chart(path, title, self, self._tokens, self._paint)

    def _paint(self, painter: QPainter, place: QRectF) -> None:
        self.scene().render(painter, place, QRectF(self.rect()))


def _broken(label: str) -> tuple[str, ...]:
    """A day apart from its month, a month apart from its year."""
    parts = label.split(" ")
    if len(parts) < 2:
        return (label,)
    at = 1 if parts[0].isdigit() else len(parts) - 1
    return " ".join(parts[:at]), " ".join(parts[at:])
