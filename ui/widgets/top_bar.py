"""The bar above the panes: search, chips of what is filtered, the most used actions."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from quotetrack.filters import QuoteFilter
from ui.actions import BREAKS, SPECS
from ui.desk import Desk
from ui.language import isolate
from ui.models.sources import Names, read_names
from ui.widgets.basic import Chip, FlowLayout, emptied, tab_after

_SETS = ("outlets", "speakers", "kinds", "types", "statuses", "verdicts", "tags", "articles", "cue_classes")
_PAUSE = 220
_MESSAGES = {"kinds": "kind", "types": "type", "statuses": "status", "cue_classes": "cue_class"}


class SearchField(QLineEdit):
    """Finds while the user types; Escape empties it and goes back to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.clearFocus()
            self.window().setFocus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


class BarButton(QToolButton):
    """An action as a button; `word` is what it is called where there is little room."""

    def __init__(self, action: QAction, word: str) -> None:
        super().__init__()
        self._word = word
        self._action = action
        self.setDefaultAction(action)
        self.setIconSize(QSize(20, 20))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if word:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        action.changed.connect(self._rename)
        self._rename()

    def _rename(self) -> None:
        if self._word:
            self.setText(self._word)
        self.setAccessibleName(self._action.toolTip())


class TopBar(QWidget):
    """Search and the actions of every day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._names = Names()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.search = self._search_field()
        row.addWidget(self.search, 3)
        row.addWidget(self._conditions())
        row.addStretch(2)
        words = {
            "project.import": self.tr("Open"),
            "project.paste": self.tr("Paste"),
            "project.export": self.tr("Export"),
        }
        for name in (*words, "edit.undo", "edit.redo", "view.palette"):
            self._last = self._tool(name, words.get(name, ""))
            row.addWidget(self._last)
        column.addLayout(row)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column.addWidget(self._chips)
        self._chips.hide()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._look)
        desk.session.shown.filter_changed.connect(self._show_filter)
        self._show_filter()

    def _search_field(self) -> SearchField:
        field = SearchField()
        field.setAccessibleName(self.tr("Search"))
        field.setPlaceholderText(self.tr("Search in quotes, speakers and texts"))
        field.setClearButtonEnabled(True)
        field.setMinimumHeight(36)
        field.setMinimumWidth(240)
        icon = QAction(self._desk.icon("search", "muted"), self.tr("Search"), field)
        field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        return field

    def _conditions(self) -> QToolButton:
        """The button whose menu holds what the tree of sources cannot say."""
        made = QToolButton()
        made.setIcon(self._desk.icon("filter"))
        made.setIconSize(QSize(20, 20))
        made.setToolTip(self.tr("More conditions"))
        made.setAccessibleName(self.tr("More conditions"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(made)
        for spec in SPECS:
            if spec.group == "filter":
                if spec.id in BREAKS:
                    menu.addSeparator()
                menu.addAction(self._desk.actions[spec.id])
        made.setMenu(menu)
        return made

    def _tool(self, name: str, word: str = "") -> BarButton:
        made = BarButton(self._desk.actions[name], word)
        self._desk.actions[name].setIcon(self._desk.icon(self._desk.actions.spec(name).icon))
        return made

    def begin_search(self) -> None:
        """Let the user type what to look for."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # --- the filter ------------------------------------------------------------------------------

    def _look(self) -> None:
        self._pause.stop()
        if self.search.text().strip() != self._desk.session.shown.filter.text:
            self._desk.session.shown.narrow(text=self.search.text().strip())

    def _show_filter(self) -> None:
        wanted = self._desk.session.shown.filter
        if self.search.text().strip() != wanted.text:
            self.search.setText(wanted.text)
            self._pause.stop()
        if any(getattr(wanted, facet) for facet in ("outlets", "speakers", "tags", "articles")):
            self._desk.session.read(
                lambda reader: read_names(reader, wanted.articles), self._take_names, "chip names"
            )
        else:
            self._show_chips()

    def _take_names(self, names: Names) -> None:
        self._names = names
        self._show_chips()

    def _show_chips(self) -> None:
        emptied(self._flow)
        conditions = [
            (facet, value) for facet in _SETS for value in getattr(self._desk.session.shown.filter, facet)
        ]
        others = [name for name in self._others() if name != "text"]
        session = self._desk.session
        chips = [
            self._add_chip(self._word(facet, value), lambda f=facet, v=value: session.shown.toggle(f, v))
            for facet, value in conditions
        ] + [
            self._add_chip(self._other_word(name), lambda n=name: session.shown.narrow(**{n: _default(n)}))
            for name in others
        ]
        tab_after(self._last, *(chip.close_button for chip in chips))
        self._chips.setVisible(bool(conditions or others))
        self._chips.updateGeometry()

    def _add_chip(self, text: str, remove: Any) -> Chip:
        chip = Chip(
            text, self._desk.icon("close", "muted"), self.tr("Take away the filter {}").format(isolate(text))
        )
        chip.removed.connect(remove)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _others(self) -> list[str]:
        wanted = self._desk.session.shown.filter
        names = [field.name for field in fields(QuoteFilter) if field.name not in _SETS]
        return [name for name in names if getattr(wanted, name) != _default(name)]

    def _other_word(self, name: str) -> str:
        wanted, tongue = self._desk.session.shown.filter, self._desk.tongue
        words = {
            "since": self.tr("since {}").format(tongue.date(wanted.since)),
            "until": self.tr("until {}").format(tongue.date(wanted.until)),
            "exact": self.tr("exact spelling"),
            "inside_words": self.tr("inside words"),
            "confidence": self.tr("confidence {} to {}").format(*map(tongue.percent, wanted.confidence)),
            "anonymous": self.tr("unnamed sources") if wanted.anonymous else self.tr("named sources"),
            "speech_acts": self.tr("without speech acts"),
            "duplicates": self.tr("without repeated stories"),
        }
        return words[name]

    def _word(self, facet: str, value: Any) -> str:
        if facet in _MESSAGES:
            return self._desk.tongue.message(f"exports.{_MESSAGES[facet]}.{value.value}")
        if facet == "articles":
            return next(
                (" ".join(each.title.split()) or "—" for each in self._names.articles if each.id == value),
                "…",
            )
        named: Any = getattr(self._names, facet, ())
        return next(
            (each.name for each in named if each.id == value), str(value) if facet == "verdicts" else "…"
        )


def _default(name: str) -> Any:
    return getattr(QuoteFilter(), name)
