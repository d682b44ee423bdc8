"""What detecting again would change, before it does."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableView,
    QWidget,
)

from quotetrack.detection.records import Attribution
from quotetrack.importing import Redetection
from quotetrack.operations import ArticleRedetection
from quotetrack.store import Quote
from quotetrack.store.records import ArticleRow
from quotetrack.store.rows import quoted_text
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.dialogs.lists import TickedDirection, dress
from ui.language import isolate, led, row
from ui.models.redetection import KEPT, TITLE, NewsModel
from ui.widgets.basic import label

_COUNT_WIDTH = 84
_LONGEST = 300


class RedetectionDialog(Dialog):
    """The articles in which something would change, and for the chosen one each quote concerned."""

    def __init__(self, desk: Desk, parent: QWidget, found: Redetection, articles: list[ArticleRow]) -> None:
        super().__init__(
            parent,
            self.tr("Quotes that are found otherwise now"),
            self.tr(
                "Nothing is changed yet. What you have decided about stays as it is, and what you took out"
                " stays out."
            ),
            width=860,
        )
        self._desk = desk
        self._found = found
        titles = {one.id: " ".join(one.title.split()) or str(one.id) for one in articles}
        self.model = NewsModel(desk.tongue, found.news, titles.__getitem__, self)
        self._summary = label("", wrap=True)
        self.column.addWidget(self._summary)
        self.quotes = QListWidget()
        self.quotes.setObjectName("framed")
        self.quotes.setAccessibleName(self.tr("What would change in the article"))
        self.quotes.setWordWrap(True)
        self.quotes.setSpacing(3)
        self.quotes.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.quotes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._table())
        splitter.addWidget(self.quotes)
        splitter.setSizes([200, 280])
        self.column.addWidget(splitter, 1)
        self.resize(860, 680)
        self.add_buttons(self.tr("Take over what is ticked"))
        self.model.dataChanged.connect(lambda *_: self._tell())
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now.row()))
        self.table.setCurrentIndex(self.model.index(0, TITLE))
        self._tell()

    def _table(self) -> QTableView:
        self.table = table = QTableView()
        dress(table, self.tr("Articles in which something would change"))
        table.setModel(self.model)
        table.setItemDelegate(TickedDirection(table))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        for column in range(TITLE + 1, KEPT + 1):
            table.setColumnWidth(column, _COUNT_WIDTH)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(140)
        return table

    def _tell(self) -> None:
        tongue, wanted = self._desk.tongue, set(self.model.wanted())
        news = [one for one in self._found.news if one.article in wanted]
        parts = (
            self.tr("%n article(s)", "", len(news)),
            self.tr("%n new quote(s)", "", sum(one.added for one in news)),
            self.tr("%n reported otherwise", "", sum(one.changed for one in news)),
            self.tr("%n not found any more", "", sum(one.removed for one in news)),
        )
        self._summary.setText(tongue.digits(tongue.join(parts)))
        self.accept_button.setEnabled(bool(news))

    def _choose(self, place: int) -> None:
        article = self.model.article(place) if place >= 0 else None
        self.quotes.clear()
        if article is not None:
            self._desk.session.read(
                lambda reader: (reader.articles.text(article), self._found.of(reader, article)),
                lambda both: self._show(*both),
                "redetection",
            )

    def _show(self, text: str, preview: ArticleRedetection) -> None:
        for sign, words in self._lines(text, preview):
            line = led(f"{sign}  {words}", right_to_left=self._desk.tongue.right_to_left)
            self.quotes.addItem(QListWidgetItem(line))

    def _lines(self, text: str, preview: ArticleRedetection) -> Iterator[tuple[str, str]]:
        for one in preview.added:
            yield "+", self._now(text, one)
        for quote, one in preview.changed:
            now = self.tr("now: {}").format(row(self._differences(text, quote, one)))
            yield "≠", f"{self._before(quote)}\n{now}"
        for quote in preview.removed:
            yield "−", self._before(quote)
        for quote in preview.kept:
            yield "✓", self.tr("{}: decided, it stays").format(self._before(quote))

    def _now(self, text: str, one: Attribution) -> str:
        speaker = one.speaker.name if one.speaker is not None else ""
        return self._quote(quoted_text(text, one.content), speaker)

    def _differences(self, text: str, quote: Quote, one: Attribution) -> Iterator[str]:
        """What is said of a quote now and was not before."""
        tongue = self._desk.tongue
        if one.content != quote.content:
            yield self._now(text, one)
        elif one.speaker != quote.mention:
            known = one.speaker
            yield tongue.join((known.name, known.role)) if known else self.tr("nobody named")
        if one.type is not quote.type:
            yield tongue.message(f"exports.type.{one.type.value}")
        if one.cue != quote.cue and one.cue is not None:
            yield one.cue.of(text)
        if one.source != quote.source and one.source is not None:
            yield one.source.of(text)
        if one.cue_class is not quote.cue_class:
            yield tongue.message(f"exports.cue_class.{one.cue_class.value}")

    def _before(self, quote: Quote) -> str:
        return self._quote(quote.quote, quote.speaker.name if quote.speaker is not None else "")

    def _quote(self, words: str, speaker: str) -> str:
        cut = " ".join(words.split())
        cut = cut if len(cut) <= _LONGEST else f"{cut[:_LONGEST]}…"
        return ": ".join(isolate(part) for part in (speaker, cut) if part)
