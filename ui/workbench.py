"""The three panes and the bars around them; built anew when language or look change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.panes.charts import ChartsPane
from ui.panes.details import DetailsPane
from ui.panes.reader import ReaderPane
from ui.panes.sources import SourcesPane
from ui.panes.speakers import SpeakersPane
from ui.panes.table import TablePane
from ui.widgets.basic import Notice, line
from ui.widgets.status import StatusLine
from ui.widgets.top_bar import TopBar

TABS = ("context", "table", "speakers", "charts")
_SPLITTER = "splitter-v1"


class Workbench(QWidget):
    """Sources, article and table, details."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar(desk)
        self.notice = Notice(desk.icon("close", "muted"), self.tr("Close"))
        self.sources = SourcesPane(desk)
        self.reader = ReaderPane(desk)
        self.table = TablePane(desk)
        self.speakers = SpeakersPane(desk)
        self.charts = ChartsPane(desk)
        self.details = DetailsPane(desk)
        self.sources.page_wanted.connect(self.show_speaker)
        self.status = StatusLine(desk)
        column.addWidget(self.top)
        column.addWidget(line())
        column.addWidget(self.notice)
        column.addWidget(self._panes(), 1)
        column.addWidget(line())
        column.addWidget(self.status)
        # All else is visited in the order in which it was made.
        QWidget.setTabOrder(self.sources.tree, self.tabs)

    def _panes(self) -> QSplitter:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.sources.setMinimumWidth(190)
        for pane, share in ((self.sources, 0), (self._center(), 1), (self.details, 0)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, share)
        stored = self._desk.settings.state(_SPLITTER)
        if stored is None or not self.splitter.restoreState(stored):
            self.splitter.setSizes([236, 780, 336])
        return self.splitter

    def _center(self) -> QWidget:
        center = QWidget()
        center.setObjectName("page")
        center.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        center.setMinimumWidth(430)
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Views"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.pages = QStackedWidget()
        words = (self.tr("Article"), self.tr("Table"), self.tr("Speakers"), self.tr("Charts"))
        for word, page in zip(words, (self.reader, self.table, self.speakers, self.charts), strict=True):
            self.tabs.addTab(word)
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        return center

    def show_tab(self, name: str) -> None:
        """Bring one of `TABS` to the front and give it the keys."""
        self.tabs.setCurrentIndex(TABS.index(name))
        self.focus_center()

    def show_speaker(self, speaker: int) -> None:
        """Bring the page of `speaker` to the front."""
        self.show_tab("speakers")
        self.speakers.show_speaker(speaker)

    @property
    def tab(self) -> str:
        """The tab in front."""
        return TABS[self.tabs.currentIndex()]

    def focus_center(self) -> None:
        """Give the keys to what the tab in front shows, or to what it offers where it is empty."""
        places = (self.reader.view, self.table.table, self.speakers.list, self.charts.entry)
        wanted = places[self.tabs.currentIndex()]
        if not wanted.isVisibleTo(self):
            offered = self.pages.findChildren(QPushButton)
            wanted = next((each for each in offered if each.isVisibleTo(self)), wanted)
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_pane(self) -> None:
        """Go from pane to pane in reading order."""
        panes = (self.top, self.sources, self.pages, self.details)
        focused: QObject | None = self.window().focusWidget()
        while focused is not None and focused not in panes:
            focused = focused.parent()
        following = (panes.index(focused) + 1) % len(panes) if isinstance(focused, QWidget) else 2
        if following == 2:
            self.focus_center()
        else:
            targets: dict[int, QWidget] = {0: self.top.search, 1: self.sources.tree, 3: self.details.speaker}
            targets[following].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """Remember sizes for the present direction."""
        self._desk.settings.keep_state(_SPLITTER, self.splitter.saveState())
        self.table.keep()
