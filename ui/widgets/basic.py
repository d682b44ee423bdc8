"""Small parts that panes and dialogs are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import interface_font


def label(text: str = "", name: str = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label in the style `name` of the style sheet (caption, muted, small, title …)."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    # Qt would put each label on the side that its own words begin; ours begin where the window's do.
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    elif wrap:
        # Of words that cannot be selected Qt counts the space at the end of a line as well: Arabic lines
        # would not begin below each other.
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def line() -> QFrame:
    """A thin line between two parts."""
    made = QFrame()
    made.setObjectName("line")
    return made


def button(
    text: str, pressed: Callable[[], object], *, style: str = "", icon: QIcon | None = None, name: str = ""
) -> QPushButton:
    """A push button; `style` is a property that the style sheet knows (primary, flat, link)."""
    made = QPushButton(text)
    if style:
        made.setProperty(style, True)  # noqa: FBT003 - Qt's own signature
    if icon is not None:
        made.setIcon(icon)
        made.setIconSize(QSize(18, 18))
    made.setAccessibleName(name or text)
    made.setToolTip(name if name and not text else "")
    made.clicked.connect(lambda _checked=False: pressed())
    return made


def scrolling(inner: QWidget) -> QScrollArea:
    """What scrolls `inner` up and down, on the same ground; the keys go to what is in it."""
    made = QScrollArea()
    made.setObjectName(inner.objectName())
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inner)
    return made


class Segments(QWidget):
    """A row of buttons of which one, or none, is down."""

    chosen = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[object, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values = [value for value, _ in choices]
        for index, (_, text) in enumerate(choices):
            made = QPushButton(text)
            made.setCheckable(True)
            made.setProperty("segment", True)  # noqa: FBT003 - Qt's own signature
            made.setAccessibleName(f"{name}: {text}")
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(made, index)
            row.addWidget(made)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))

    def set_value(self, value: object) -> None:
        """Show `value` as the one that holds, without telling anybody."""
        for index, known in enumerate(self._values):
            self._group.button(index).setChecked(known == value)
        # Tab comes to the button that is down, the arrow keys go from there.
        entry = self._group.checkedButton() or self._group.button(0)
        for made in self._group.buttons():
            here = Qt.FocusPolicy.StrongFocus if made is entry else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(here)


class FlowLayout(QLayout):
    """Puts its items one after the other in reading direction and wraps them."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), dry=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, dry=False)

    def _place(self, rect: QRect, *, dry: bool) -> int:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, y, height = 0, 0, 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), 10_000))
            if x and x + size.width() > rect.width():
                x, y, height = 0, y + height + self.spacing(), 0
            if not dry:
                left = rect.right() + 1 - x - size.width() if mirrored else rect.left() + x
                item.setGeometry(QRect(QPoint(left, rect.top() + y), size))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        return y + height


def tab_after(first: QWidget, *others: QWidget) -> None:
    """Let Tab visit `others` after `first`, and then what came after it so far."""
    for earlier, later in pairwise((first, *others)):
        QWidget.setTabOrder(earlier, later)


def emptied(layout: QLayout) -> None:
    """Take every widget out of `layout` and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


_CHIP = 200
"""The width in pixels from which on the words of a chip are cut."""


class Chip(QFrame):
    """A word in a round frame, with a cross to take it away."""

    removed = Signal()

    def __init__(self, text: str, cross: QIcon, remove: str) -> None:
        super().__init__()
        self.setObjectName("chip")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 4, 2)
        row.setSpacing(4)
        metrics = QFontMetrics(interface_font(12))
        shown = label(metrics.elidedText(text, Qt.TextElideMode.ElideRight, _CHIP))
        shown.setToolTip(text if shown.text() != text else "")
        row.addWidget(shown)
        close = self.close_button = QToolButton()
        close.setIcon(cross)
        close.setIconSize(QSize(12, 12))
        close.setAccessibleName(remove)
        close.setToolTip(remove)
        close.clicked.connect(lambda _checked=False: self.removed.emit())
        row.addWidget(close)


class EmptyState(QWidget):
    """What to do next, where there is nothing to show."""

    def __init__(self, title: str, text: str, buttons: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(12)
        column.addStretch(2)
        for words, style in ((title, "title"), (text, "muted")):
            shown = label(words, style, wrap=True)
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(shown)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        for made in buttons:
            row.addWidget(made)
        row.addStretch()
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(3)


class Notice(QFrame):
    """A line that says how something ended, with one thing to do about it."""

    def __init__(self, cross: QIcon, close: str) -> None:
        super().__init__()
        self.setObjectName("notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 12, 8)
        row.setSpacing(10)
        self._text = label(wrap=True, selectable=True)
        self._action = QPushButton()
        self._handler: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        shut = QToolButton()
        shut.setIcon(cross)
        shut.setIconSize(QSize(14, 14))
        shut.setAccessibleName(close)
        shut.setToolTip(close)
        shut.clicked.connect(lambda _checked=False: self.hide())
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(shut)
        self.hide()

    def _act(self) -> None:
        if self._handler is not None:
            self._handler()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def say(self, text: str, action: str = "", handler: Callable[[], object] | None = None) -> None:
        """Show `text`, with a button for `handler` where there is one."""
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._handler = handler
        self.show()
