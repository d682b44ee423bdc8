"""The article in context, with its quotes marked and a legend."""

from __future__ import annotations

from array import array

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from quotetrack.detection.records import Span
from quotetrack.errors import QuotetrackError
from quotetrack.store import Project, marks
from quotetrack.store.records import Changes, Kind, Quote, StoredArticle
from ui.desk import Desk
from ui.keys import in_text_field
from ui.language import isolate, row
from ui.settings import TEXT_SIZES
from ui.widgets.article_view import ArticleView, Page
from ui.widgets.basic import EmptyState, button, line
from ui.widgets.legend import Legend

_SELECTION_MENU = ("", "correct.add", "correct.content", "correct.cue", "correct.source")
_QUOTE_MENU = (
    "review.confirm", "review.reject", "review.check", "", "correct.speaker", "review.tag", "review.verdict",
    "review.evidence", "", "correct.split", "correct.delete", "", "review.parent", "speakers.page",
    "edit.copy",
)  # fmt: skip
_AT_ONCE = 400
"""Quotes of a page that are read at a time."""
_ARTICLE_MENU = ("edit.article", "view.next_article", "view.previous_article")


class ReaderPane(QWidget):
    """The page of the article, or what to do where there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stored: StoredArticle | None = None
        self._quotes: list[Quote] = []
        self._unread: array[int] = array("q")
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._read_on)
        self._stack = QStackedLayout(self)
        self.view = ArticleView(desk.tokens)
        self.view.setAccessibleName(self.tr("Article"))
        self.view.retint()
        self.view.explain = self._explain
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._reading())
        session = desk.session
        session.article_changed.connect(self._show_article)
        session.quote_changed.connect(self._show_quote)
        session.shown.filter_changed.connect(self._mark)
        session.changed.connect(self._after_change)
        session.project_changed.connect(self._show_article)
        self.view.clicked.connect(self._click)
        self.view.zoomed.connect(self.zoom)
        self.view.menu_wanted.connect(lambda place, at: self.menu(place).popup(at))
        self._show_article()

    def _empty(self) -> QWidget:
        actions = self._desk.actions
        names = ("project.import", "project.paste", "project.sample")
        buttons = [button(actions.label(name), actions[name].trigger) for name in names]
        buttons[0].setProperty("primary", True)  # noqa: FBT003 - Qt's own signature
        return EmptyState(
            self.tr("No article is open"),
            self.tr("Open or drop text and web files here, or paste an article. Quotes are found at once."),
            buttons,
        )

    def _reading(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = self._column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(line())
        self._legend = Legend(self._desk)
        column.addWidget(self._legend)
        return page

    # --- showing ---------------------------------------------------------------------------------

    def _show_article(self) -> None:
        session = self._desk.session
        self._stored, self._quotes, self._unread = None, [], array("q")
        if session.project is not None and session.article_id is not None:
            try:
                self._stored = session.project.articles.get(session.article_id)
            except QuotetrackError as problem:
                self._desk.tasks.failed.emit(problem)
        if self._stored is None or session.project is None:
            self._stack.setCurrentIndex(0)
            return
        self._unread = session.project.quotes.ids_of_article(self._stored.id)
        self._read_some()
        self.view.set_page(self._page(self._stored), self._desk.settings.text_size)
        begins = self._stack.currentIndex() == 0
        self._stack.setCurrentIndex(1)
        if begins and self.view.isVisible() and not in_text_field(self.window().focusWidget()):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_quote()

    def _read_some(self) -> None:
        """Read as many quotes of the page as take no longer than a frame."""
        some, self._unread = self._unread[:_AT_ONCE], self._unread[_AT_ONCE:]
        project = self._desk.session.project
        if project is not None:
            known = {quote.id: quote for quote in project.quotes.many(some)}
            self._quotes += [known[quote] for quote in some if quote in known]
        if self._unread:
            self._turn.start()

    def _read_on(self) -> None:
        if not self._unread:
            return
        self._read_some()
        if not self._unread:
            self._mark()

    def _page(self, stored: StoredArticle) -> Page:
        article = stored.article
        first, _, _ = article.text.lstrip().partition("\n")
        headline = "" if article.title.strip() == first.strip() else article.title
        tongue = self._desk.tongue
        byline = row((
            article.outlet, tongue.date(article.published), article.author, QUrl(article.link).host(),
            self._told_elsewhere(stored),
        ))  # fmt: skip
        return Page(article.text, headline, byline)

    def _told_elsewhere(self, stored: StoredArticle) -> str:
        """Who else has the story of an article, "" where nobody has."""
        project = self._desk.session.project
        if project is None:
            return ""
        first = stored.duplicate_of or stored.id
        others = {first, *project.articles.duplicates_of(first)} - {stored.id}
        names = dict.fromkeys(one.outlet or one.title or str(one.id) for one in project.articles.rows(others))
        return (
            self.tr("the same story: {}").format(self._desk.tongue.listed(map(isolate, names)))
            if names
            else ""
        )

    def _mark(self) -> None:
        if self._stored is None:
            return
        session = self._desk.session
        hits = (
            marks(self._stored.article.text, session.shown.filter)
            if session.shown.filter.text.strip()
            else ()
        )
        self.view.mark(self._quotes, session.quote_id, hits, underline=self._desk.settings.underline)

    def _show_quote(self) -> None:
        self._mark()
        chosen = self.chosen()
        if chosen is not None:
            self.view.reveal(chosen.content[0])

    def _after_change(self, changes: Changes) -> None:
        if (
            self._stored is None
            or self._desk.session.project is None
            or self._desk.session.article_id is None
        ):
            return
        if Kind.ARTICLES in changes.kinds and self._stored.id in changes.ids[Kind.ARTICLES]:
            place = self.view.scrolled
            self._show_article()
            self.view.scroll_to(place)
        elif changes.kinds & {Kind.QUOTES, Kind.SPEAKERS}:
            self._read_anew(self._desk.session.project, changes)
            self._mark()

    def _read_anew(self, project: Project, changes: Changes) -> None:
        """Read the quotes of the page anew, but only those that have changed where no others have come."""
        if self._stored is None:
            return
        changed = changes.ids.get(Kind.QUOTES, frozenset())
        if changes.kinds != {Kind.QUOTES} or not changed <= {quote.id for quote in self.quotes}:
            self._unread = array("q")
            self._quotes = project.quotes.of_article(self._stored.id)
            return
        kept = [quote for quote in self._quotes if quote.id not in changed]
        self._quotes = sorted(
            [*kept, *project.quotes.many(changed)],
            key=lambda quote: (quote.content[0].start, -quote.content[-1].end, quote.id),
        )

    # --- places ----------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The frozen text on the page."""
        return self._stored.article.text if self._stored else ""

    @property
    def quotes(self) -> list[Quote]:
        """The quotes of the article on the page."""
        while self._unread:
            self._read_some()
        return self._quotes

    def chosen(self) -> Quote | None:
        """The chosen quote, if it is on this page."""
        wanted = self._desk.session.quote_id
        if self._unread and self._stored is not None:
            quote = self._desk.session.quote()
            return quote if quote is not None and quote.article_id == self._stored.id else None
        return next((quote for quote in self._quotes if quote.id == wanted), None)

    def selected(self) -> Span | None:
        """The stretch of the text that the user has selected."""
        return self.view.selected()

    def cursor_place(self) -> int | None:
        """Where the text cursor stands in the article."""
        return self.view.cursor_place() if self._stored is not None else None

    def quote_at(self, place: int) -> Quote | None:
        """The innermost quote that has a part at `place`."""

        def covers(quote: Quote) -> int | None:
            parts = [*quote.content, *(part for part in (quote.cue, quote.source) if part)]
            sizes = [part.end - part.start for part in parts if part.start <= place < part.end]
            return min(sizes, default=None)

        found = [(size, quote.id, quote) for quote in self.quotes if (size := covers(quote)) is not None]
        return min(found, default=(0, 0, None), key=lambda each: each[:2])[2]

    def _click(self, place: int) -> None:
        quote = self.quote_at(place)
        if quote is not None:
            self._desk.session.select(quote.id)

    def menu(self, place: int | None) -> QMenu:
        """What can be done with the selection, or with the quote at `place`, which is chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        selected = self.selected() is not None
        if selected:
            copy = menu.addAction(self.tr("Copy the text"))
            copy.triggered.connect(lambda _checked=False: self.view.copy())
        elif place is not None:
            self._click(place)
        for name in _SELECTION_MENU if selected else _QUOTE_MENU if self.chosen() else _ARTICLE_MENU:
            if name:
                menu.addAction(self._desk.actions[name])
            else:
                menu.addSeparator()
        return menu

    def _explain(self, place: int) -> str:
        quote = self.quote_at(place)
        return why(self._desk, quote) if quote is not None else ""

    def zoom(self, steps: int) -> None:
        """Make the article's text larger or smaller by `steps`; 0 makes it normal."""
        settings = self._desk.settings
        nearest = min(range(len(TEXT_SIZES)), key=lambda index: abs(TEXT_SIZES[index] - settings.text_size))
        wanted = TEXT_SIZES.index(100) if steps == 0 else min(len(TEXT_SIZES) - 1, max(0, nearest + steps))
        settings.text_size = TEXT_SIZES[wanted]
        if self._stored is not None:
            self.view.set_page(self._page(self._stored), settings.text_size)
            self._show_quote()

    def set_underline(self) -> None:
        """Draw the legend and the marks anew after the setting has changed."""
        fresh = Legend(self._desk)
        self._column.replaceWidget(self._legend, fresh)
        self._legend.deleteLater()
        self._legend = fresh
        self._mark()


def why(desk: Desk, quote: Quote) -> str:
    """Why a quote was detected: speaker, rule, class of the cue, confidence."""
    tongue = desk.tongue
    who = quote.speaker.name if quote.speaker else quote.source_text
    kind = tongue.message(f"exports.type.{quote.type.value}")
    meant = tongue.message(f"exports.cue_class.{quote.cue_class.value}") if quote.cue is not None else ""
    rule = tongue.message(f"rule.{quote.rule}") if quote.rule else ""
    sure = tongue.percent(quote.confidence) if quote.rule else ""
    return "\n".join(filter(None, (who, tongue.join((kind, meant, rule, sure)))))
