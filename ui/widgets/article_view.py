"""The article as a page to read, with the three parts of each attribution told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from quotetrack.detection.records import Span
from quotetrack.store.records import Quote
from ui.language import direction_of
from ui.offsets import Utf16Offsets, shown
from ui.theme import ARTICLE_PIXELS, HEADLINE_PIXELS, LEADING, Tokens, article_font, interface_font
from ui.widgets.chosen_bar import ChosenBar
from ui.widgets.laying_out import LayingOut, pieces
from ui.widgets.mark_formats import Mark, MarkFormats, marks_of

_SAMPLE = "أعلنت وزارة الطاقة أن تعرفة الكهرباء لن تمس قبل الربيع المقبل"
_MEASURE = 68
_MARGIN = 36
_LONGEST_HEADLINE = 220
_BEYOND = 3_000
_LEFT, _RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on the page: the frozen text and what is set above it."""

    text: str = ""
    headline: str = ""
    byline: str = ""


class ArticleView(QTextEdit):
    """A read-only page; all its places are code points of the frozen text."""

    clicked = Signal(int)
    zoomed = Signal(int)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.explain: Callable[[int], str] = lambda _place: ""
        self._tokens = tokens
        self._percent = 100
        self._page = Page()
        self._offsets = Utf16Offsets("")
        self._body = 0
        self._pressed: QPoint | None = None
        self._formats = MarkFormats(tokens)
        self._measure = (0, 0)
        self._marks: list[Mark] = []
        self._drawn = (0, 0)
        self._laying = LayingOut(self)
        self._bar = ChosenBar(self, tokens)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    # --- the page --------------------------------------------------------------------------------

    def set_page(self, page: Page, percent: int) -> None:
        """Set `page` at a text size of `percent`."""
        self._marks = []
        self.setExtraSelections([])
        self._bar.stand_beside(())
        self._page, self._percent = page, percent
        self._offsets = Utf16Offsets(page.text)
        self.clear()
        self._laying.hold()
        document = self.document()
        document.setDocumentMargin(_MARGIN)
        document.setDefaultFont(article_font(percent))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        if page.headline:
            self._set_headline(cursor, page.headline)
            cursor.insertBlock()
        if page.byline:
            self._set_byline(cursor)
            cursor.insertBlock()
        self._body = cursor.position()
        self._set_body(cursor)
        cursor.endEditBlock()
        self.setTextCursor(QTextCursor(document))
        self.verticalScrollBar().setValue(0)
        self._fit(anew=True)

    def _pixels(self, pixels: int) -> float:
        return pixels * self._percent / 100

    def _set_headline(self, cursor: QTextCursor, text: str) -> None:
        cursor.setBlockFormat(self._headline_block(text))
        cursor.insertText(shown(text.replace("\n", " ").replace("\r", " ")), self._headline_letters())

    def _headline_letters(self) -> QTextCharFormat:
        letters = QTextCharFormat()
        font = article_font(self._percent, HEADLINE_PIXELS)
        font.setWeight(QFont.Weight.Bold)
        letters.setFont(font)
        return letters

    def _headline_block(self, text: str) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setLayoutDirection(direction_of(text))
        block.setLineHeight(
            self._pixels(HEADLINE_PIXELS) * 1.6, QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        block.setBottomMargin(6)
        return block

    def _set_byline(self, cursor: QTextCursor) -> None:
        block = QTextBlockFormat()
        block.setLayoutDirection(direction_of(self._page.headline or self._page.text[:200]))
        block.setBottomMargin(18)
        letters = QTextCharFormat()
        letters.setFont(interface_font(13))
        letters.setForeground(self._tokens.color("muted"))
        cursor.setBlockFormat(block)
        cursor.insertText(self._page.byline, letters)

    def _set_body(self, cursor: QTextCursor) -> None:
        block = QTextBlockFormat()
        block.setLayoutDirection(_RIGHT)
        block.setLineHeight(
            self._pixels(ARTICLE_PIXELS) * LEADING, QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        block.setBottomMargin(self._pixels(ARTICLE_PIXELS) * 0.55)
        letters = QTextCharFormat()
        letters.setFont(article_font(self._percent))
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(letters)
        lines = [piece for paragraph in shown(self._page.text).split("\n") for piece in pieces(paragraph)]
        cursor.insertText("\n".join(line for line, _ in lines), letters)
        self._set_lines(block, lines)
        first, _, _ = self._page.text.partition("\n")
        if (
            not self._page.headline
            and 0 < len(first.strip()) <= _LONGEST_HEADLINE
            and len(first) < len(self._page.text)
        ):
            cursor.setPosition(self._body)
            cursor.setBlockFormat(self._headline_block(first))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(self._headline_letters())

    def _set_lines(self, body: QTextBlockFormat, lines: Sequence[tuple[str, bool]]) -> None:
        """Give each line its direction; those that a paragraph goes on after, and empty ones, less room."""
        gap = QTextBlockFormat(body)
        gap.setLineHeight(4, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        gap.setBottomMargin(0)
        block = self.document().findBlock(self._body)
        for line, ends_paragraph in lines:
            form = gap if not line.strip() else body
            direction = direction_of(line)
            if form is body and (direction is _LEFT or not ends_paragraph):
                form = QTextBlockFormat(body)
                form.setLayoutDirection(direction)
                form.setBottomMargin(body.bottomMargin() if ends_paragraph else 0)
            if form is not body:
                QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._follow_scroll()

    def _fit(self, *, anew: bool = False) -> None:
        """Keep lines as long as they are good to read, in the middle of the pane.

        They are laid out where their length has changed, or all `anew`.
        """
        letters = QFontMetricsF(article_font(self._percent))
        wanted = round(letters.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * _MEASURE) + 2 * _MARGIN
        available = self.width() - self.verticalScrollBar().sizeHint().width()
        measure = max(160, min(wanted, available))
        before, self._measure = self._measure, (measure, available)
        if self._measure != before:
            margin = max(0, (available - measure) // 2)
            self.setViewportMargins(margin, 0, margin, 0)
        if anew or measure != before[0]:
            self._laying.begin(measure)

    # --- the marks -------------------------------------------------------------------------------

    def mark(
        self, quotes: Sequence[Quote], chosen: int | None, hits: Iterable[Span], *, underline: bool
    ) -> None:
        """Tell the parts of `quotes` apart, the chosen one most; `hits` are what a search has found."""
        self._formats.underline(on=underline)
        self._bar.stand_beside([
            (cursor.selectionStart(), cursor.selectionEnd())
            for quote in quotes if quote.id == chosen
            for cursor in map(self.cursor_for, quote.content)
        ])  # fmt: skip
        self._marks = marks_of(quotes, chosen, hits)
        self._draw_marks()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._bar.paint(QPainter(self.viewport()), event.rect())

    def _draw_marks(self) -> None:
        """Draw the marks in sight and some way beyond; a long article has too many to draw all at once."""
        first, last = self._in_sight()
        first, last = max(0, first - _BEYOND), last + _BEYOND
        self._drawn = (first, last)
        self.setExtraSelections(
            [
                self._selection(Span(start, end), self._formats.of(part, faded=faded))
                for start, end, part, faded in self._marks
                if start < last and end > first
            ]
        )

    def _in_sight(self) -> tuple[int, int]:
        """Where the first line in sight begins or ends, and the last."""
        top = self.verticalScrollBar().value()
        return self._line_at(top), self._line_at(top + self.viewport().height())

    def _line_at(self, y: int) -> int:
        position = self.document().documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
        return self._place(position)

    def _follow_scroll(self) -> None:
        if self._marks:
            first, last = self._in_sight()
            if first < self._drawn[0] or last > self._drawn[1]:
                self._draw_marks()

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self.cursor_for(span)
        made.format = form
        return made

    # --- places ----------------------------------------------------------------------------------

    def cursor_for(self, span: Span) -> QTextCursor:
        """A cursor that selects `span`."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._body + self._offsets.to_utf16(span.start))
        cursor.setPosition(self._body + self._offsets.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _place(self, position: int) -> int:
        place = self._offsets.to_code_points(max(0, position - self._body))
        return min(len(self._page.text), place)

    def selected(self) -> Span | None:
        """What the user has selected of the text, without white space at its ends; None for nothing."""
        cursor = self.textCursor()
        start, end = self._place(cursor.selectionStart()), self._place(cursor.selectionEnd())
        piece = self._page.text[start:end]
        if not piece.strip():
            return None
        start += len(piece) - len(piece.lstrip())
        return Span(start, start + len(piece.strip()))

    def cursor_place(self) -> int:
        """Where the text cursor stands."""
        return self._place(self.textCursor().position())

    def place_at(self, point: QPoint) -> int | None:
        """The place in the text under a point of the viewport; None beside the text."""
        position = (
            self.document()
            .documentLayout()
            .hitTest(
                point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value()),
                Qt.HitTestAccuracy.ExactHit,
            )
        )
        return self._place(position) if position >= self._body else None

    def reveal(self, span: Span) -> None:
        """Bring the start of `span` into the middle third of the view, if it is not there.

        In a long article that happens as soon as it is laid out as far as that.
        """
        self._laying.at(self.cursor_for(span).position(), lambda: self._reveal(span))

    def _reveal(self, span: Span) -> None:
        cursor = self.cursor_for(Span(span.start, span.start))
        top = self.cursorRect(cursor).top()
        height = self.viewport().height()
        if not height / 3 <= top <= height * 2 / 3:
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + top - height * 0.4))

    @property
    def scrolled(self) -> float:
        """How far down the page is scrolled, from 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / max(1, bar.maximum())

    def scroll_to(self, share: float) -> None:
        """Scroll as far down; a long article as soon as all of it is laid out."""
        bar = self.verticalScrollBar()
        self._laying.at(None, lambda: bar.setValue(round(share * bar.maximum())))

    # --- what the user does ----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        near = self._pressed is not None and (point - self._pressed).manhattanLength() < 6
        self._pressed = None
        if near and event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            place = self.place_at(point)
            if place is not None:
                self.clicked.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: for the place under the pointer, or for the cursor's where a key was pressed."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            corner = self.cursorRect().bottomLeft()
            self.menu_wanted.emit(self.cursor_place(), self.viewport().mapToGlobal(corner))
        else:
            self.menu_wanted.emit(self.place_at(event.pos()), event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The page takes only the keys that move and select; all others are the window's.
        key = event.key()
        moving = Qt.Key.Key_Home <= key <= Qt.Key.Key_PageDown
        ours = event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in {Qt.Key.Key_C, Qt.Key.Key_A}
        if moving or ours:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.place_at(event.pos())
            text = self.explain(place) if place is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the frozen text, not what Qt has made of it."""
        made = QMimeData()
        span = self.selected()
        made.setText(span.of(self._page.text) if span else self.textCursor().selection().toPlainText())
        return made

    def retint(self) -> None:
        """Take the palette of the look."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._tokens.color("page"))
        self.setPalette(palette)
