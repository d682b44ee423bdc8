"""An SVG whose letters are outlines, so that it looks the same where our fonts are not installed.

Qt would write the words, and leave it to whoever looks at the file to find a font that has Arabic.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QBuffer, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPicture, QTextLayout, QTextOption
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QStyle

_FONT = re.compile(r'\s*font-[a-z]+="[^"]*"')
_DEFS = "<defs>"
_END = "</svg>"
_UNITS = 100
"""Units of a letter's outline in a pixel."""


class Drawing(QSvgGenerator):
    """A drawing of some size; `title` and `told` say to those who are read to what is in it."""

    def __init__(self, size: QSize, title: str, told: str) -> None:
        super().__init__()
        self._held = QBuffer()
        self._shapes: dict[tuple[object, ...], tuple[str, str]] = {}
        self._letters: list[str] = []
        self.setOutputDevice(self._held)
        self.setSize(size)
        # Qt stretches what was recorded for the screen (pyqtgraph's bars) by how fine both are.
        self.setResolution(QPicture().logicalDpiX())
        self.setViewBox(QRectF(0, 0, size.width(), size.height()))
        self.setTitle(title)
        self.setDescription(told)

    def add(self, layout: QTextLayout, place: QPointF, painter: QPainter) -> None:
        """Set the letters of `layout` at a place of `painter`, above all that is drawn."""
        color = painter.pen().color().name()
        for run in layout.glyphRuns():
            font = run.rawFont()
            kind = (font.familyName(), font.weight(), font.pixelSize())
            for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
                key = (*kind, glyph)
                if key not in self._shapes:
                    self._shapes[key] = (f"l{len(self._shapes)}", _told(font.pathForGlyph(glyph)))
                name, shape = self._shapes[key]
                if shape:
                    point = painter.combinedTransform().map(place + at)
                    self._letters.append(
                        f'<use xlink:href="#{name}" fill="{color}" x="{point.x():.2f}" y="{point.y():.2f}"/>'
                    )

    def text(self) -> str:
        """The file, when nothing more is drawn; each letter stands in it once, however often it is used."""
        drawn = _FONT.sub("", self._held.data().toStdString())
        shapes = "\n".join(
            f'<path id="{name}" transform="scale({1 / _UNITS})" d="{shape}"/>'
            for name, shape in self._shapes.values()
            if shape
        )
        before, _, after = drawn.partition(_DEFS)
        body, _, _ = after.rpartition(_END)
        return "\n".join((f"{before}{_DEFS}", f"{shapes}{body}", *self._letters, f"{_END}\n"))


def write(painter: QPainter, box: QRectF, flags: Qt.AlignmentFlag, words: str) -> None:
    """Write `words` in one line in `box`, and out of it where they are longer."""
    device = painter.device()
    if not isinstance(device, Drawing):
        painter.drawText(box, int(flags | Qt.TextFlag.TextDontClip), words)
        return
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(painter.layoutDirection())
    layout = QTextLayout(words, painter.font())
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width())
    layout.endLayout()
    begun, width = line.naturalTextRect().left(), line.naturalTextWidth()
    side = QStyle.visualAlignment(painter.layoutDirection(), flags)
    share = (
        1.0 if side & Qt.AlignmentFlag.AlignRight else 0.5 if side & Qt.AlignmentFlag.AlignHCenter else 0.0
    )
    before = (box.width() - width) * share
    above = (box.height() - line.height()) / 2
    device.add(layout, box.topLeft() + QPointF(before - begun, above), painter)


def _told(path: QPainterPath) -> str:
    """A path as an SVG tells it in the fewest figures: steps from point to point, in whole units."""
    kinds = QPainterPath.ElementType
    signs = {kinds.MoveToElement: "m", kinds.LineToElement: "l", kinds.CurveToElement: "c"}
    parts, here, last = [], (0, 0), (0, 0)
    for number in range(path.elementCount()):
        element = path.elementAt(number)
        there = (round(element.x * _UNITS), round(element.y * _UNITS))
        if element.type in signs:
            here = last  # the points of a curve are all told from where it begins
        parts.append(f"{signs.get(element.type, ' ')}{there[0] - here[0]} {there[1] - here[1]}")
        last = there
    return "".join(parts)
