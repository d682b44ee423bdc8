"""Long articles are laid out in pieces, between which the window has its turn.

Qt lays out a paragraph at once, and of a long document twice as much each time, up to 200,000
characters: the window would stand still meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QSizeF, Signal
from PySide6.QtWidgets import QTextEdit

AT_ONCE = 40_000
"""Characters up to which a document is laid out as soon as it is there."""
_STRETCH = 10_000
_LONG = 4_000
_PIECE = 2_000
_SENTENCE_END = re.compile(r"(?<=[.!?؟…»”\"]) ")


def pieces(paragraph: str) -> Iterator[tuple[str, bool]]:
    """The lines in which a paragraph is set, and whether it ends with each: one, where it is not very long.

    Where it goes on in a line of its own, the end of the line stands for a space.
    """
    begun, end = 0, len(paragraph) - _PIECE
    while len(paragraph) > _LONG and begun < end:
        at = begun + _PIECE
        found = _SENTENCE_END.search(paragraph, at, at + _PIECE // 4)
        place = found.start() if found else paragraph.find(" ", at)
        if place < 0:
            break
        yield paragraph[begun:place], False
        begun = place + 1
    yield paragraph[begun:], True


class LayingOut(QObject):
    """Lays out the document of `view` from its beginning to its end, little by little."""

    done = Signal()

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        self._layout = view.document().documentLayout()
        self._reached = 0
        self._finished = True
        self._then: tuple[int | None, Callable[[], object]] | None = None

    def hold(self) -> None:
        """Let nothing be laid out while the document is filled."""
        self._then = None
        self._view.document().setPageSize(QSizeF(0, 0))

    def begin(self, width: int) -> None:
        """Lay out anew in lines of `width` pixels."""
        self._view.setLineWrapColumnOrWidth(width)
        if self._finished:
            self._layout.installEventFilter(self)
        self._reached, self._finished = 0, False
        self._go_on(AT_ONCE if self._view.document().characterCount() <= AT_ONCE else _STRETCH)

    def at(self, position: int | None, do: Callable[[], object]) -> None:
        """Call `do` when the document is laid out up to `position` and some way on, None for its end.

        That is at once where it is; what waited before waits no longer.
        """
        self._then = (position, do)
        self._keep_waiting()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Timer or self._finished:
            return super().eventFilter(watched, event)
        self._go_on(_STRETCH)
        return True

    def _go_on(self, characters: int) -> None:
        document = self._view.document()
        block = document.findBlock(self._reached + characters)
        self._finished = not block.isValid()
        # Asking where a block stands lays out what is before it.
        self._layout.blockBoundingRect(document.lastBlock() if self._finished else block)
        self._reached = document.characterCount() if self._finished else block.position()
        self._layout.documentSizeChanged.emit(QSizeF())
        if self._finished:
            self._layout.removeEventFilter(self)
        self._keep_waiting()

    def _keep_waiting(self) -> None:
        if self._then is None:
            return
        position, do = self._then
        if self._finished or (position is not None and position + _STRETCH <= self._reached):
            self._then = None
            do()
