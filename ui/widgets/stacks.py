"""Horizontal bars in parts, with a legend, in the direction of the window.

Every band has a pattern beside its colour (`ui.widgets.bands`), and every part its number where that fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from quotetrack.detection.records import CueClass
from ui.language import isolate, led
from ui.models.tallies import Bar, Stacks
from ui.theme import Tokens, interface_font
from ui.widgets.bands import fill, is_plain
from ui.widgets.chart_files import save_chart
from ui.widgets.drawing import write

_SIDE = 2
_ROW = 49
_NAME = 23
_BAR = 20
_LINE = 24
_SWATCH = 16
_BETWEEN = 16
_GAP = 2
_LEAST = 5
_AROUND = 12
"""Pixels of a pattern that are left beside a number."""
_FADED = 0.35


@dataclass(frozen=True, slots=True)
class _Part:
    bar: Bar
    row: int
    band: int
    words: str
    number: str
    told: str
    full: bool


class StackChart(QWidget):
    """One bar under each name, in parts; a part is picked by a click, or with the arrow keys and Return."""

    picked = Signal(object)
    focused = Signal()

    def __init__(self, tokens: Tokens, title: str, *, right_to_left: bool) -> None:
        super().__init__()
        self._tokens = tokens
        self._title = title
        self._right_to_left = right_to_left
        self._stacks = Stacks()
        self._legend: list[str] = []
        self._names: list[str] = []
        self._totals: list[str] = []
        self._parts: list[_Part] = []
        self._current = 0
        self._metrics = QFontMetrics(interface_font(12))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_stacks(
        self,
        stacks: Stacks,
        band: Callable[[CueClass | None], str],
        number: Callable[[int], str],
        chosen: Callable[[Bar], bool] = lambda _bar: True,
    ) -> None:
        """Draw `stacks`; `band` and `number` say what is written, parts that are not `chosen` are faded."""
        self._stacks = stacks
        self._legend = [band(cue_class) for cue_class in stacks.bands]
        self._names = [stack.label for stack in stacks.rows]
        self._totals = [number(stack.value) for stack in stacks.rows]
        self._parts = []
        for row, stack in enumerate(stacks.rows):
            for place, part in stack.parts:
                words, count = self._legend[place], number(round(part.value))
                told = self.tr("{}: {}, {} of {}").format(
                    isolate(stack.label), words, count, self._totals[row]
                )
                told = led(told, right_to_left=self._right_to_left)
                self._parts.append(_Part(part, row, place, words, count, told, chosen(part)))
        self._current = 0
        self._fit()
        self.update()
        self._name()

    # --- where everything is ---------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max((line for line, _, _ in self._legend_places()), default=-1) + 1
        self.setFixedHeight(lines * _LINE + len(self._names) * _ROW + 10)

    def _legend_places(self) -> Iterator[tuple[int, float, float]]:
        """Line, distance from where reading begins, and width of each entry of the legend."""
        line, along = 0, float(_SIDE)
        for words in self._legend:
            width = _SWATCH + 6 + self._metrics.horizontalAdvance(words)
            if along > _SIDE and along + width > self.width() - _SIDE:
                line, along = line + 1, float(_SIDE)
            yield line, along, width
            along += width + _BETWEEN

    def _box(self, along: float, top: float, width: float, height: float) -> QRectF:
        """A box at a distance from where reading begins."""
        return QRectF(self.width() - along - width if self._right_to_left else along, top, width, height)

    def _top(self, row: int) -> float:
        """Where a row begins, below the legend."""
        return self.height() - (len(self._names) - row) * _ROW - 4

    def part_boxes(self) -> list[QRectF]:
        """The box of every part, in the order of rows and bands."""
        most = max((stack.value for stack in self._stacks.rows), default=1) or 1
        beside = max(map(self._metrics.horizontalAdvance, self._totals), default=0) + 10
        least = _LEAST * len(self._legend)
        unit = max(1.0, self.width() - 2 * _SIDE - beside - least) / most
        boxes: list[QRectF] = []
        row, along = -1, 0.0
        for part in self._parts:
            if part.row != row:
                row, along = part.row, float(_SIDE)
            width = _LEAST + part.bar.value * unit
            boxes.append(self._box(along, self._top(row) + _NAME, width, _BAR))
            along += width
        return boxes

    def part_at(self, place: QPointF) -> int | None:
        """The number of the part at a point, a little above and below it, too."""
        for number, box in enumerate(self.part_boxes()):
            if box.adjusted(0, -3, 0, 3).contains(place):
                return number
        return None

    # --- drawing ---------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._paint(painter)
            if self.hasFocus() and self._parts:
                painter.setPen(QPen(self._tokens.color("text"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.part_boxes()[self._current].adjusted(0, -2, -_GAP, 2))

    def _paint(self, painter: QPainter, place: QRectF | None = None) -> None:
        painter.save()
        painter.translate(place.topLeft() if place is not None else QPointF())
        painter.setFont(interface_font(12))
        for cue_class, words, (line, along, width) in zip(
            self._stacks.bands, self._legend, self._legend_places(), strict=True
        ):
            height = line * _LINE
            fill(painter, self._box(along, height + 5, _SWATCH, 14), self._tokens, cue_class)
            beside = _SWATCH + 6
            self._write(painter, self._box(along + beside, height, width - beside + 2, _LINE), words)
        boxes = self.part_boxes()
        ends: dict[int, float] = {}
        for part, box in zip(self._parts, boxes, strict=True):
            shown = box.adjusted(
                _GAP if self._right_to_left else 0, 0, 0 if self._right_to_left else -_GAP, 0
            )
            painter.setOpacity(1.0 if part.full else _FADED)
            fill(painter, shown, self._tokens, self._stacks.bands[part.band])
            painter.setOpacity(1.0)
            self._number(painter, shown, part)
            ends[part.row] = self.width() - box.left() if self._right_to_left else box.right()
        for row, (name, total) in enumerate(zip(self._names, self._totals, strict=True)):
            top, room = self._top(row), self.width() - 2 * _SIDE
            short = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            told = led(isolate(short), right_to_left=self._right_to_left)
            self._write(painter, self._box(_SIDE, top, room, _NAME), told)
            self._write(painter, self._box(ends[row] + 4, top + _NAME, 80, _BAR), total, "muted")
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, words: str, color: str = "text") -> None:
        side = Qt.AlignmentFlag.AlignRight if self._right_to_left else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self._tokens.color(color))
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        write(painter, box, flags, words)

    def _number(self, painter: QPainter, box: QRectF, part: _Part) -> None:
        """The number of a part on a ground of its own, where there is room."""
        width = self._metrics.horizontalAdvance(part.number) + 6
        around = 0 if is_plain(self._stacks.bands[part.band]) else _AROUND
        if width + around > box.width():
            return
        ground = QRectF(0, 0, width, _BAR - 4)
        ground.moveCenter(box.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.color("page"))
        painter.drawRoundedRect(ground, 3, 3)
        painter.setPen(self._tokens.color("text"))
        write(painter, ground, Qt.AlignmentFlag.AlignCenter, part.number)

    def _name(self) -> None:
        """Tell a screen reader at which part the keys are."""
        here = self._parts[self._current].told if self._parts else ""
        self.setAccessibleName(f"{self._title}: {here}" if here else self._title)

    # --- by mouse and by keyboard ----------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.part_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if at is None else self._parts[at].told, self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.part_at(event.position())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(self._parts[at].bar)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._parts:
            event.ignore()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.picked.emit(self._parts[self._current].bar)
        elif (wanted := self._reached(key)) is not None:
            self._current = wanted
            self.update()
            self._name()
        else:
            event.ignore()

    def _reached(self, key: Qt.Key) -> int | None:
        """The part to which a key leads."""
        last, here = len(self._parts) - 1, self._parts[self._current]
        before, behind = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self._right_to_left:
            before, behind = behind, before
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            row = here.row + (1 if key is Qt.Key.Key_Down else -1)
            places = [number for number, part in enumerate(self._parts) if part.row == row]
            return min(places, key=lambda at: abs(self._parts[at].band - here.band), default=self._current)
        return {
            before: max(0, self._current - 1), behind: min(last, self._current + 1),
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }.get(key)  # fmt: skip

    def save(self, path: Path, title: str) -> None:
        """Write the chart with its title as SVG or PNG, as the name of `path` says."""
        save_chart(path, title, self, self._tokens, self._paint)
