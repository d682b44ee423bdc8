"""How each class of cue looks in a chart: a colour and a pattern that are its own under every filter.

Classes that follow each other in their order are told apart three times: one is dark and the next
light, they have other patterns, and a gap is between them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quotetrack.detection.records import CueClass
from ui.theme import Tokens

REST = "edge"
"""The token of what has no class of its own: an outline."""
_STEP = 6


def _plain(_box: QRectF) -> list[QLineF]:
    return []


def _rising(box: QRectF) -> list[QLineF]:
    """Lines from the lower left to the upper right, cut where the box ends."""
    lines, height = [], box.height()
    start = box.left() - height + _STEP / 2
    while start < box.right():
        first, last = max(start, box.left()), min(start + height, box.right())
        lines.append(QLineF(first, box.bottom() - (first - start), last, box.bottom() - (last - start)))
        start += _STEP
    return lines


def _falling(box: QRectF) -> list[QLineF]:
    middle = box.top() + box.bottom()
    return [QLineF(line.x1(), middle - line.y1(), line.x2(), middle - line.y2()) for line in _rising(box)]


def _upright(box: QRectF) -> list[QLineF]:
    return [QLineF(box.left() + at, box.top(), box.left() + at, box.bottom()) for at in _steps(box.width())]


def _level(box: QRectF) -> list[QLineF]:
    return [QLineF(box.left(), box.top() + at, box.right(), box.top() + at) for at in _steps(box.height())]


def _crossed(box: QRectF) -> list[QLineF]:
    return [*_upright(box), *_level(box)]


def _steps(length: float) -> list[float]:
    """Places at even distances, with as much room before the first as behind the last."""
    count = int(length / _STEP)
    return [(length - (count - 1) * _STEP) / 2 + at * _STEP for at in range(count)]


LOOKS: dict[CueClass, tuple[str, Callable[[QRectF], list[QLineF]]]] = {
    CueClass.STATEMENT: ("band_green", _plain),
    CueClass.ANNOUNCEMENT: ("band_amber", _rising),
    CueClass.CONFIRMATION: ("band_indigo", _level),
    CueClass.EXPLANATION: ("band_blue", _upright),
    CueClass.ADDITION: ("band_green", _crossed),
    CueClass.POINTING: ("band_blue", _falling),
    CueClass.DENIAL: ("band_red", _plain),
    CueClass.WARNING: ("band_amber", _level),
    CueClass.ACCUSATION: ("band_red", _rising),
    CueClass.CLAIM: ("band_rose", _crossed),
    CueClass.OPINION: ("band_slate", _upright),
    CueClass.ADMISSION: ("band_blue", _plain),
    CueClass.DIRECTIVE: ("band_indigo", _rising),
    CueClass.QUESTION: ("band_rose", _level),
    CueClass.ANSWER: ("band_slate", _rising),
    CueClass.PRAISE: ("band_amber", _falling),
    CueClass.PROMISE: ("band_green", _level),
    CueClass.RELAY: ("band_blue", _crossed),
    CueClass.ACCORDING: ("band_slate", _level),
    CueClass.HEARSAY: ("band_rose", _plain),
    CueClass.NONE: ("band_slate", _falling),
}
"""The token and the pattern of each class, in the order of the legend."""


def is_plain(cue_class: CueClass | None) -> bool:
    """Whether a class has no pattern that must be seen beside what is written on it."""
    return cue_class is None or LOOKS[cue_class][1] is _plain


def fill(painter: QPainter, box: QRectF, tokens: Tokens, cue_class: CueClass | None) -> None:
    """Fill a box as a class of cue looks, None for all others."""
    if cue_class is None:
        painter.setPen(QPen(tokens.color(REST), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.75, 0.75, -0.75, -0.75))
        return
    color, pattern = LOOKS[cue_class]
    painter.fillRect(box, tokens.color(color))
    # Lines, since Qt stretches its own patterns with the picture and an SVG has none of them.
    painter.setPen(QPen(tokens.color("page"), 1.3))
    painter.drawLines(pattern(box))
