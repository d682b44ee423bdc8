"""Charts for those who look rather than read; a click on a bar filters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from quotetrack.detection.records import CueClass
from quotetrack.filters import QuoteFilter
from ui.desk import Desk
from ui.models.tallies import Bar, Stack, Stacks, Tallies, class_key, tallies
from ui.widgets.basic import EmptyState, button, label, scrolling, tab_after

if TYPE_CHECKING:
    from ui.widgets.bars import BarChart
    from ui.widgets.stacks import StackChart


_TWO_COLUMNS = 640
"""Pixels from which on two columns of charts have room."""


class Card(QFrame):
    """A chart with its title and a way to save it."""

    def __init__(self, desk: Desk, title: str, explanation: str, chart: BarChart | StackChart) -> None:
        super().__init__()
        self._desk = desk
        self.chart = chart
        self.title = title
        self.setObjectName("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(title, "subtitle"), 1)
        name = self.tr("Save the chart “{}”").format(title)
        self.save_button = button(self.tr("Save…"), self._save, style="link", name=name)
        head.addWidget(self.save_button)
        column.addLayout(head)
        column.addWidget(label(explanation, "small", wrap=True))
        column.addWidget(chart)
        column.addStretch()

    def _save(self) -> None:
        kinds = self.tr("Picture (*.png);;Drawing (*.svg)")
        path = self._desk.asking.target(self.tr("Save the chart"), f"{self.title}.png", kinds)
        if path is not None:
            try:
                self.chart.save(path, self.title)
            except OSError as problem:
                self._desk.tasks.failed.emit(problem)


class ChartsPane(QWidget):
    """The charts under the present filter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = True
        self.cards: dict[str, Card] = {}
        self._stack = QStackedLayout(self)
        self._stack.addWidget(
            EmptyState(
                self.tr("Nothing to draw yet"),
                self.tr("As soon as there are quotes, you see here who is quoted, where and when."),
            )
        )
        inner = QWidget()
        inner.setObjectName("page")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(24, 22, 24, 22)
        self._row.setSpacing(18)
        self._scroll = scrolling(inner)
        # Were it to come with the third card, the charts of the first two would be drawn anew.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._stack.addWidget(self._scroll)
        self._columns = self._place()
        # A chart takes some 40 ms to make and draw, so the window gets its turn after each half of one.
        self._slices: Iterator[None] = iter(())
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        desk.session.shown.ids_changed.connect(self._outdate)

    @property
    def drawing(self) -> bool:
        """Whether some charts still wait for their turn."""
        return self._turn.isActive()

    @property
    def entry(self) -> QWidget:
        """Where the keys go when the charts come to the front."""
        return self.cards["speakers"].chart if self.cards else self

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._outdate()

    def _outdate(self) -> None:
        self._stale = True
        if not self.isVisible():
            return
        if not self._desk.session.shown.ids:
            self._stack.setCurrentIndex(0)
            return
        wanted = self._desk.session.shown.filter
        self._desk.session.read(lambda reader: tallies(reader, wanted), self._draw, "tallies")

    def _place(self) -> dict[str, QVBoxLayout]:
        """Two columns, by the names of the charts that stand in them."""
        columns: dict[str, QVBoxLayout] = {}
        for names in (("speakers", "outlets", "verbs"), ("times", "said", "anonymous")):
            # A layout without widgets has no width: with the first card of the second column all charts of
            # the first would be drawn anew.
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(18)
            column.addStretch()
            self._row.addWidget(side, 1)
            columns |= dict.fromkeys(names, column)
        return columns

    def _fit(self) -> None:
        """The columns side by side, or one under the other where there is little room."""
        wide = self.width() >= _TWO_COLUMNS
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _told(self, name: str) -> tuple[str, str]:
        """The title of a chart, and a sentence about it."""
        return {
            "speakers": (
                self.tr("Who is quoted most"),
                self.tr("Quotes by speaker. Click a bar to see only these."),
            ),
            "said": (
                self.tr("Verbs of each speaker"),
                self.tr("Of those quoted most: said, claimed, denied. Click a part to see only it."),
            ),
            "outlets": (self.tr("Where they are quoted"), self.tr("Quotes by outlet.")),
            "times": (self.tr("When"), self.tr("Quotes by the date of their article.")),
            "verbs": (
                self.tr("How they are introduced"),
                self.tr("What the verb says about the words: said, claimed, denied."),
            ),
            "anonymous": (
                self.tr("Who stays unnamed"),
                self.tr("Share of quotes from unnamed sources, by outlet."),
            ),
        }[name]

    def _chart(self, name: str, title: str) -> BarChart | StackChart:
        # pyqtgraph brings numpy, which would hold up the start of the window.
        from ui.widgets.bars import BarChart  # noqa: PLC0415
        from ui.widgets.stacks import StackChart  # noqa: PLC0415

        tokens, right_to_left = self._desk.tokens, self._desk.tongue.right_to_left
        if name == "said":
            return StackChart(tokens, title, right_to_left=right_to_left)
        made = BarChart(tokens, title, right_to_left=right_to_left, upright=name == "times")
        if name == "times":
            made.setFixedHeight(220)
        return made

    def _add_card(self, name: str) -> None:
        title, explanation = self._told(name)
        card = self.cards[name] = Card(self._desk, title, explanation, self._chart(name, title))
        card.chart.picked.connect(self._narrow)
        card.chart.focused.connect(partial(self._scroll.ensureWidgetVisible, card))
        column = self._columns[name]
        column.insertWidget(column.count() - 1, card)
        stops = ((each.save_button, each.chart) for each in self.cards.values())
        tab_after(self._scroll, *(stop for both in stops for stop in both))

    def _draw(self, counted: Tallies) -> None:
        self._stale = False
        self._slices = self._drawn(counted)
        self._go_on()
        self._stack.setCurrentIndex(1)

    def _go_on(self) -> None:
        for _ in self._slices:
            self._turn.start()
            return

    def _drawn(self, counted: Tallies) -> Iterator[None]:
        """Draw chart after chart, making each the first time."""
        tongue = self._desk.tongue

        def label(bar: Bar) -> str:
            if bar.period is not None:
                return tongue.period(*bar.period)
            return tongue.message(bar.key) if bar.key else bar.label

        def number(bar: Bar) -> str:
            return tongue.number(round(bar.value))

        def share(bar: Bar) -> str:
            return tongue.percent(bar.value)

        for name in self._columns:
            if name not in self.cards:
                self._add_card(name)
                yield
            chart = self.cards[name].chart
            if name == "said":
                self._draw_said(counted.said, cast("StackChart", chart))
            else:
                bars, value = getattr(counted, name), share if name == "anonymous" else number
                self.cards[name].setVisible(bool(bars))
                cast("BarChart", chart).show_bars(bars, label, value, self._chosen)
                chart.setAccessibleDescription(tongue.listed(f"{label(bar)} {value(bar)}" for bar in bars))
            yield

    def _draw_said(self, said: Stacks, chart: StackChart) -> None:
        tongue = self._desk.tongue

        def band(cue_class: CueClass | None) -> str:
            return self.tr("others") if cue_class is None else tongue.message(class_key(cue_class))

        def told(stack: Stack) -> str:
            parts = (
                f"{band(said.bands[place])} {tongue.number(round(part.value))}" for place, part in stack.parts
            )
            return f"{stack.label} {tongue.number(stack.value)}: {tongue.listed(parts)}"

        self.cards["said"].setVisible(bool(said.rows))
        chart.show_stacks(said, band, tongue.number, self._within)
        chart.setAccessibleDescription("\n".join(map(told, said.rows)))

    def _within(self, bar: Bar) -> bool:
        """Whether the filter shows quotes of what the part of a bar stands for."""
        wanted = self._desk.session.shown.filter
        return all(
            not (chosen := getattr(wanted, field)) or not chosen.isdisjoint(value)
            for field, value in bar.conditions
        )

    def _chosen(self, bar: Bar) -> bool:
        """Whether the filter holds what the bar stands for."""
        wanted = self._desk.session.shown.filter
        return all(getattr(wanted, field) == value for field, value in bar.conditions)

    def _narrow(self, bar: Bar) -> None:
        """Show what the bar stands for; everything again where that is shown already."""
        anything = QuoteFilter()
        free = {field: getattr(anything, field) for field, _ in bar.conditions}
        self._desk.session.shown.narrow(**(free if self._chosen(bar) else dict(bar.conditions)))
