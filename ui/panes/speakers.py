"""The page of each speaker: what was said, in order of time, where and with which verbs."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from quotetrack.errors import QuotetrackError
from quotetrack.filters import QuoteFilter
from quotetrack.store import Reading
from quotetrack.store.records import Changes, Facets, Kind, Sort, SortBy, StoredSpeaker
from ui.desk import Desk
from ui.language import isolate
from ui.models.speakers import Known, SpeakersModel, SpokenModel, read_known
from ui.widgets.aside import Aside
from ui.widgets.basic import EmptyState, FlowLayout, button, label, line, scrolling
from ui.widgets.long_list import KeyList
from ui.widgets.spoken import spoken_list

_MOST_VERBS = 20
_LEAST_HEIGHT = 150
"""Of the list of quotes, in pixels; where there is less room the whole page scrolls."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """One speaker with everything that the page shows; `quotes` are ids in order of time."""

    speaker: StoredSpeaker
    facets: Facets
    quotes: array[int]
    outlets: Mapping[int, str]
    verbs: Mapping[str, int]


def portrait(reader: Reading, speaker: int) -> Portrait | None:
    """Read a speaker's page; None where the speaker is gone by now."""
    wanted = QuoteFilter(speakers=frozenset({speaker}))
    try:
        known = reader.speakers.get(speaker)
    except QuotetrackError:
        return None
    return Portrait(
        known,
        reader.quotes.facets(wanted),
        reader.quotes.ids(wanted, Sort(SortBy.DATE, descending=False)),
        {outlet.id: outlet.name for outlet in reader.outlets.list()},
        reader.quotes.verbs(wanted),
    )


class SpeakersPane(QWidget):
    """A list of speakers and the page of the chosen one."""

    drawn = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = True
        self._wanted: int | None = None
        self.model = SpeakersModel(desk, parent=self)
        self.spoken = SpokenModel(desk, parent=self)
        self._portrait: Portrait | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(
            EmptyState(
                self.tr("No speakers yet"),
                self.tr(
                    "Everybody who is quoted gets a page here: all they said, where, and in which words."
                ),
            )
        )
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._index())
        splitter.addWidget(self._page())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([250, 540])
        self._stack.addWidget(splitter)
        desk.session.changed.connect(self._changed)
        desk.session.project_changed.connect(self._outdate)

    # --- building --------------------------------------------------------------------------------

    def _index(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 14, 8, 8)
        column.setSpacing(8)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a speaker"))
        self.search.setAccessibleName(self.tr("Find a speaker"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._seek)
        self.list = KeyList()
        self.list.setAccessibleName(self.tr("Speakers"))
        self.list.setItemDelegate(Aside(self._desk.tokens, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(lambda index, _old: self._choose(index))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        return side

    def _page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 20, 28, 12)
        column.setSpacing(8)
        self._name = label("", "title", wrap=True, selectable=True)
        self._about = label("", "muted", wrap=True)
        self._aliases = label("", "small", wrap=True)
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons, spacing=8)
        actions = self._desk.actions
        for word, name in (
            (self.tr("Edit…"), "speakers.edit"),
            (self.tr("Merge…"), "speakers.merge"),
            (self.tr("Split…"), "speakers.split"),
            (self.tr("Show only this speaker"), "speakers.only"),
        ):
            made = button(word, actions[name].trigger)
            made.setToolTip(actions[name].toolTip())
            buttons.addWidget(made)
        self._where, self._verbs, self._tone = (label("", wrap=True) for _ in range(3))
        self.quotes = spoken_list(self._desk, self.tr("Quotes in order of time"))
        self.quotes.setModel(self.spoken)
        self.quotes.activated.connect(self._open)
        self.quotes.clicked.connect(self._open)
        for widget in (self._name, self._about, self._aliases):
            column.addWidget(widget)
        column.addWidget(self._buttons)
        column.addSpacing(6)
        for word, widget in (
            (self.tr("Quoted in"), self._where),
            (self.tr("Introduced with"), self._verbs),
            (self.tr("Which makes of the words"), self._tone),
        ):
            column.addWidget(label(word, "caption"))
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(line())
        self.quotes.setMinimumHeight(_LEAST_HEIGHT)
        column.addWidget(self.quotes, 1)
        area = scrolling(page)
        area.setMinimumWidth(300)
        return area

    # --- showing ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        chosen = self._desk.session.quote()
        if chosen is not None and chosen.speaker is not None:
            self._wanted = chosen.speaker.id
        self._outdate()

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & {Kind.SPEAKERS, Kind.QUOTES, Kind.ARTICLES, Kind.OUTLETS}:
            self._outdate()

    def _outdate(self) -> None:
        self._stale = True
        if not self.isVisible():
            return
        if self._desk.session.project is None:
            self._stack.setCurrentIndex(0)
            return
        self._desk.session.read(read_known, self._take, "speakers")

    def _take(self, known: tuple[Known, ...]) -> None:
        self._stale = False
        self._stack.setCurrentIndex(1 if known else 0)
        self.model.show(known)
        self._return()

    def _seek(self, text: str) -> None:
        self.model.seek(text)
        self._return()

    def _return(self) -> None:
        """Go back to the speaker whose page is open, or to the first."""
        row = self.model.row_of(self._wanted) if self._wanted is not None else None
        self.list.go_to(self.model.index(row or 0, 0))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            speaker = self._wanted = self.model.id_at(index.row())
            self._desk.session.read(lambda reader: portrait(reader, speaker), self._draw, "portrait")

    def show_speaker(self, speaker: int) -> None:
        """Open the page of `speaker`."""
        self._wanted = speaker
        self.search.clear()
        self._outdate()

    @property
    def speaker(self) -> StoredSpeaker | None:
        """The speaker whose page is open."""
        return self._portrait.speaker if self._portrait is not None else None

    def _draw(self, found: Portrait | None) -> None:
        self._portrait = found
        if found is None:
            return
        tongue, speaker = self._desk.tongue, found.speaker
        count = tongue.digits(self.tr("%n quote(s)", "", speaker.quotes))
        kind = tongue.message(f"exports.kind.{speaker.kind.value}")
        self._name.setText(speaker.name)
        self._about.setText(tongue.join((kind, speaker.role, speaker.country, count)))
        self._aliases.setText(self.tr("Also: {}").format(tongue.listed(map(isolate, speaker.aliases))))
        self._aliases.setVisible(bool(speaker.aliases))
        where = {found.outlets.get(id_ or 0, ""): n for id_, n in found.facets.outlets.items() if id_ and n}
        tone = {
            tongue.message(f"exports.cue_class.{each.value}"): n
            for each, n in found.facets.cue_classes.items()
            if n
        }
        verbs = {verb: n for verb, n in found.verbs.items() if any(map(str.isalpha, verb))}
        self._where.setText(self._counts(where))
        self._verbs.setText(self._counts(dict(list(verbs.items())[:_MOST_VERBS])))
        self._tone.setText(self._counts(tone))
        self.spoken.show(found.quotes)
        self.drawn.emit()

    def _counts(self, counted: Mapping[str, int]) -> str:
        tongue = self._desk.tongue
        ranked = sorted(counted.items(), key=lambda pair: -pair[1])
        return tongue.join(f"{name}\u00a0{tongue.number(count)}" for name, count in ranked if name) or "—"

    def _open(self, index: QModelIndex) -> None:
        self._desk.session.select(self.spoken.id_at(index.row()))
