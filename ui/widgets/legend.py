"""What the marks on the page of an article mean, drawn as they are there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.desk import Desk
from ui.theme import article_font
from ui.widgets.basic import FlowLayout, button, label
from ui.widgets.chosen_bar import BAR, BAR_INK
from ui.widgets.mark_formats import MarkFormats

_SWATCH = (26, 20)
_LETTERS = 13
_SPACES = "\u00a0" * 24


class Swatch(QWidget):
    """A piece of the page without words, marked as `part`."""

    def __init__(self, desk: Desk, part: str) -> None:
        super().__init__()
        self.setFixedSize(*_SWATCH)
        self._ink = desk.tokens.color(BAR_INK) if part == "selected" else None
        formats = MarkFormats(desk.tokens)
        formats.underline(on=desk.settings.underline)
        whole = QTextLayout.FormatRange()
        whole.start, whole.length, whole.format = 0, len(_SPACES), formats.of(part)
        self._layout = QTextLayout(_SPACES, article_font(pixels=_LETTERS))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._layout.setTextOption(option)
        self._layout.setFormats([whole])
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(4 * self.width())
        self._layout.endLayout()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        marked = self.rect().adjusted(0, 0, -BAR - 3 if self._ink is not None else 0, 0)
        painter.setClipRect(marked)
        self._layout.draw(painter, QPointF(0, (self.height() - self._line.height()) / 2))
        painter.setClipping(False)
        if self._ink is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink)
            bar = QRectF(self.width() - BAR, 1, BAR, self.height() - 2)
            painter.drawRoundedRect(bar, BAR / 2, BAR / 2)


class Legend(QWidget):
    """What the marks mean, and a way to the article's details."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 6, 16, 6)
        whole.setSpacing(8)
        edit = desk.actions["edit.article"]
        link = button(self.tr("Article details"), edit.trigger, style="link")
        entries = QWidget()
        entries.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        flow = FlowLayout(entries, spacing=12)
        for part, word in (
            ("content", self.tr("quote")), ("nested", self.tr("quote inside another")),
            ("selected", self.tr("chosen")), ("cue", self.tr("cue")), ("source", self.tr("source")),
        ):  # fmt: skip
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(7)
            row.addWidget(Swatch(desk, part))
            row.addWidget(label(word, "small"))
            flow.addWidget(entry)
            entry.setMinimumHeight(link.sizeHint().height())
        whole.addWidget(entries, 1)
        whole.addWidget(link, 0, Qt.AlignmentFlag.AlignBottom)
