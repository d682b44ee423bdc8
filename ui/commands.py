"""What the actions of the registry do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from quotetrack import operations as ops
from quotetrack import readers
from quotetrack.detection.records import AttributionType, Span
from quotetrack.errors import QuotetrackError
from quotetrack.filters import QuoteFilter
from quotetrack.samples import sample_project
from quotetrack.store import Project
from quotetrack.store.records import Changes, Kind
from ui.boundaries import Unit, moved
from ui.dialogs.about import AboutDialog
from ui.dialogs.article import ArticleDialog, PasteDialog
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.hints import HintsDialog
from ui.dialogs.keys import KeysDialog
from ui.dialogs.palette import Palette
from ui.dialogs.preferences import Preferences
from ui.dialogs.results import ResultsDialog
from ui.exporting import export_csv
from ui.importing import Result, import_articles, import_files
from ui.language import isolate
from ui.settings import ThemeChoice

if TYPE_CHECKING:
    from quotetrack.article import Article
    from ui.main_window import MainWindow
    from ui.tasks import Task


class Commands(QObject):
    """Binds every action; one for each building of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.bench)
        self._window = window
        self._desk = window.desk
        self._session = window.session
        for name, handler in self._handlers().items():
            window.actions_.bind(name, self._guarded(handler))

    def _guarded(self, handler: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            try:
                handler()
            except (QuotetrackError, OSError) as problem:
                self._window.trouble(problem)

        return run

    def _handlers(self) -> dict[str, Callable[[], object]]:
        window, session = self._window, self._session
        bench, details = window.bench, window.bench.details
        handlers: dict[str, Callable[[], object]] = {
            "project.import": self.choose_files,
            "project.paste": self.paste,
            "project.export": self.export,
            "project.new": self.new_project,
            "project.open": self.open_project,
            "project.sample": self.open_sample,
            "project.settings": self.preferences,
            "project.quit": window.close,
            "edit.undo": session.undo,
            "edit.redo": session.redo,
            "edit.copy": self.copy,
            "edit.search": bench.top.begin_search,
            "edit.clear": lambda: session.set_filter(QuoteFilter()),
            "edit.save_filter": self.save_filter,
            "edit.article": self.edit_article,
            "edit.delete_article": self.delete_article,
            "review.confirm": lambda: self.decide(ops.Confirm),
            "review.reject": lambda: self.decide(ops.Reject),
            "review.check": lambda: session.perform(ops.MarkForCheck(session.targets)),
            "review.next_unreviewed": self.next_unreviewed,
            "review.next": lambda: session.step(1),
            "review.previous": lambda: session.step(-1),
            "review.note": details.note.setFocus,
            "review.tag": details.tag.setFocus,
            "review.verdict": details.begin_verdict,
            "review.evidence": self.add_evidence,
            "correct.speaker": details.speaker.begin,
            "correct.add": self.add_quote,
            "correct.content": lambda: self.set_part("content"),
            "correct.cue": lambda: self.set_part("cue"),
            "correct.source": lambda: self.set_part("source"),
            "correct.delete": self.delete_quotes,
            "view.next_pane": bench.focus_next_pane,
            "view.larger": lambda: bench.reader.zoom(1),
            "view.smaller": lambda: bench.reader.zoom(-1),
            "view.normal_size": lambda: bench.reader.zoom(0),
            "view.underline": self.toggle_underline,
            "view.theme": self.toggle_theme,
            "view.language": self.toggle_language,
            "view.palette": lambda: Palette(self._desk, window).show(),
            "help.keys": lambda: KeysDialog(self._desk.actions, window).show(),
            "help.hints": lambda: HintsDialog(self._desk, window).show(),
            "help.about": lambda: AboutDialog(window).show(),
        }
        for kind in AttributionType:
            handlers[f"correct.{kind.value}"] = partial(self._set_type, kind)
        for tab in ("context", "table", "speakers", "charts"):
            handlers[f"view.{tab}"] = partial(bench.show_tab, tab)
        return handlers | self._boundaries()

    def _set_type(self, kind: AttributionType) -> None:
        self._session.perform(ops.SetType(self._session.targets, kind))

    def _boundaries(self) -> dict[str, Callable[[], object]]:
        made: dict[str, Callable[[], object]] = {}
        for unit, middle in ((Unit.WORD, ""), (Unit.LETTER, "_letter")):
            for start in (True, False):
                for later in (True, False):
                    name = f"correct.{'start' if start else 'end'}{middle}_{'later' if later else 'earlier'}"
                    made[name] = partial(self.move, start=start, later=later, unit=unit)
        return made

    # --- projects --------------------------------------------------------------------------------

    def _project_filter(self) -> str:
        return self.tr("Projects (*.qtrack)")

    def new_project(self) -> bool:
        """Ask for a name and make a project; whether there is one now."""
        path = self._desk.asking.target(
            self.tr("New project"), self.tr("My quotes") + ".qtrack", self._project_filter()
        )
        if path is None:
            return False
        self._session.open(path if path.suffix else path.with_suffix(".qtrack"), create=True)
        return True

    def open_project(self) -> None:
        """Ask for a project and open it."""
        path = self._desk.asking.file(self.tr("Open a project"), self._project_filter())
        if path is not None:
            self._session.open(path)

    def open_sample(self) -> None:
        """Open the sample project; it is made the first time, which takes a moment."""
        self._desk.tasks.run(
            lambda _: sample_project(), self._open_path, name=self.tr("Preparing the sample")
        )

    def _open_path(self, path: Path) -> None:
        try:
            self._session.open(path)
        except QuotetrackError as problem:
            self._window.trouble(problem)

    # --- articles --------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for files and import them."""
        known = " ".join(f"*{suffix}" for suffix in readers.suffixes())
        paths = self._desk.asking.files(
            self.tr("Open articles"), f"{self.tr('Articles')} ({known});;{self.tr('All files')} (*)"
        )
        self.take_files(paths)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Import files, or open a project that was dropped."""
        projects = [path for path in paths if path.suffix == ".qtrack"]
        if projects:
            self._open_path(projects[0])
            return
        project = self._project_or_new() if paths else None
        if project is not None:
            self._import(lambda task: import_files(project, paths, task))

    def paste(self, text: str = "") -> None:
        """Let the user paste a text and import it."""
        clipboard = QGuiApplication.clipboard().text()
        dialog = PasteDialog(self._desk, self._window, text or (clipboard if len(clipboard) > 60 else ""))
        dialog.accepted.connect(lambda: self._import_pasted(dialog.article))
        dialog.open()

    def _import_pasted(self, article: Article | None) -> None:
        project = self._project_or_new()
        if article is not None and project is not None:
            self._import(lambda task: import_articles(project, [article], task))

    def _project_or_new(self) -> Project | None:
        if self._session.project is None and not self.new_project():
            return None
        return self._session.project

    def _import(self, work: Callable[[Task], list[Result]]) -> None:
        self._desk.tasks.run(work, self._imported, name=self.tr("Importing"))

    def _imported(self, results: list[Result]) -> None:
        articles = [article for result in results for article in result.articles]
        known = [article for result in results for article in result.known]
        quotes = sum(result.quotes for result in results)
        self._session.tell(Changes(ids={Kind.ARTICLES: frozenset(articles), Kind.QUOTES: frozenset()}))
        if articles or known:
            self._show_first((articles or known)[0])
        failed = [error for result in results for error in result.errors]
        if len(results) == 1 and failed and not articles:
            self._window.trouble(failed[0])
            return
        text = self._desk.tongue.join(
            (self.tr("%n article(s) imported", "", len(articles)), self.tr("%n quote(s) found", "", quotes))
        )
        more = bool(failed or known or len(results) > 1 or any(result.warnings for result in results))
        show = self.tr("Show what happened to each") if more else ""
        self._window.say(self._desk.tongue.digits(text), show, lambda: self._show_results(results))

    def _show_first(self, article: int) -> None:
        project = self._session.project
        if project is None:
            return
        self._session.set_filter(QuoteFilter())
        quotes = project.quotes.of_article(article)
        if quotes:
            self._session.select(quotes[0].id)
        else:
            self._session.show_article(article)
        self._window.bench.show_tab("context")

    def _show_results(self, results: list[Result]) -> None:
        ResultsDialog(self._desk, self._window, results).show()

    def edit_article(self) -> None:
        """Change title, outlet, author, date and link of the article in the reader."""
        project, article = self._session.project, self._session.article_id
        if project is None or article is None:
            return
        dialog = ArticleDialog(self._desk, self._window, project.articles.get(article).article)

        def save() -> None:
            fields = dialog.fields
            self._session.perform(
                ops.EditArticle(
                    article=article,
                    title=fields.title.text(),
                    outlet=fields.outlet.text(),
                    author=fields.author.text(),
                    published=fields.published(),
                    link=fields.link.text().strip(),
                )
            )

        dialog.accepted.connect(self._guarded(save))
        dialog.open()

    def delete_article(self) -> None:
        """Take the article in the reader out of the project; undo brings it back."""
        if self._session.article_id is not None:
            self._session.perform(ops.DeleteArticles((self._session.article_id,)))

    # --- quotes ----------------------------------------------------------------------------------

    def decide(self, operation: Callable[[tuple[int, ...]], object]) -> None:
        """Decide about the chosen quotes and go on to the next that nobody has decided about."""
        targets = self._session.targets
        if targets:
            self._session.perform(operation(targets))
            self.next_unreviewed()

    def next_unreviewed(self) -> None:
        """Go to the next unreviewed quote, or say that there is none."""
        if not self._session.next_unreviewed():
            self._window.say(self.tr("Every quote that is shown has been reviewed."))

    def copy(self) -> None:
        """Put the quote, its speaker and its outlet on the clipboard."""
        project, quote = self._session.project, self._session.quote()
        if project is None or quote is None:
            return
        article = project.articles.get(quote.article_id).article
        who = quote.speaker.name if quote.speaker else quote.source_text
        parts = (who, article.outlet, self._desk.tongue.date(article.published), article.link)
        separator = "، " if self._desk.tongue.language == "ar" else ", "
        text = f"{quote.quote}\n— {separator.join(filter(None, parts))}"
        QGuiApplication.clipboard().setText(text)
        self._window.say(self.tr("The quote is on the clipboard, with its source."))

    def _selected(self) -> tuple[str, Span] | None:
        reader = self._window.bench.reader
        span = reader.selected()
        return (reader.text, span) if span is not None else None

    def add_quote(self) -> None:
        """Make the selection a quote of its own and ask who said it."""
        selected, article = self._selected(), self._session.article_id
        if selected is None or article is None:
            return
        text, span = selected
        marked = span.of(text)[0] in "«\"“‹'‘{"
        kind = AttributionType.DIRECT if marked else AttributionType.INDIRECT
        changes = self._session.perform(ops.AddQuote(article=article, content=(span,), type=kind))
        made = changes.created.get(Kind.QUOTES, ()) if changes is not None else ()
        if made:
            self._session.select(made[0])
            self._window.bench.details.speaker.begin()

    def set_part(self, part: str) -> None:
        """Make the selection the content, cue or source of the chosen quote."""
        selected, quote = self._selected(), self._session.quote()
        if selected is None or quote is None or quote.article_id != self._session.article_id:
            return
        _, span = selected
        if part == "content":
            self._session.perform(ops.SetContent(quote.id, (span,)))
        elif part == "cue":
            self._session.perform(ops.SetCue(quote.id, span))
        else:
            self._session.perform(ops.SetSource(quote.id, span))

    def move(self, *, start: bool, later: bool, unit: Unit) -> None:
        """Move a boundary of the chosen quote."""
        project, quote = self._session.project, self._session.quote()
        if project is None or quote is None:
            return
        text = project.articles.get(quote.article_id).article.text
        content = moved(text, quote.content, start=start, later=later, unit=unit)
        if content is not None:
            self._session.perform(ops.SetContent(quote.id, content))

    def delete_quotes(self) -> None:
        """Take the chosen quotes out; undo brings them back."""
        targets = self._session.targets
        if targets:
            self._session.step(1)
            self._session.perform(ops.DeleteQuotes(targets))

    def add_evidence(self) -> None:
        """Ask for a link or a note that supports or contradicts the quote."""
        quote = self._session.quote_id
        if quote is None:
            return
        dialog = EvidenceDialog(self._window)
        dialog.accepted.connect(
            self._guarded(lambda: self._session.perform(ops.AddEvidence(quote, *dialog.values())))
        )
        dialog.open()

    def save_filter(self) -> None:
        """Keep the present filter under a name."""
        name = self._desk.asking.words(self.tr("Save this filter"), self.tr("Name of the filter"))
        if name:
            self._session.perform(ops.SaveFilter(name, self._session.filter))

    # --- sheets ----------------------------------------------------------------------------------

    def export(self) -> None:
        """Write what is shown to a CSV file."""
        project = self._session.project
        if project is None:
            return
        path = self._desk.asking.target(
            self.tr("Export what is shown"), f"{project.path.stem}.csv", self.tr("CSV (*.csv)")
        )
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".csv")
        wanted, order, language = self._session.filter, self._session.sort, self._desk.tongue.language
        self._desk.tasks.run(
            lambda task: export_csv(project, wanted, order, path, language, task),
            lambda rows: self._exported(path, rows),
            name=self.tr("Exporting"),
        )

    def _exported(self, path: Path, rows: int) -> None:
        text = self.tr("%n quote(s) written to {}", "", rows).format(isolate(path.name))
        self._window.say(self._desk.tongue.digits(text))

    # --- the window ------------------------------------------------------------------------------

    def preferences(self) -> None:
        """Show the settings."""
        dialog = Preferences(self._desk, self._window)
        dialog.applying.connect(self._window.keep)
        dialog.applied.connect(self._window.rebuild)
        dialog.open()

    def toggle_underline(self) -> None:
        """Draw the marks without colour, or stop drawing them."""
        self._desk.settings.underline = not self._desk.settings.underline
        self._window.bench.reader.set_underline()

    def toggle_theme(self) -> None:
        """Change from light to dark or back."""
        self._desk.settings.theme = ThemeChoice.LIGHT if self._desk.tokens.dark else ThemeChoice.DARK
        self._window.rebuild()

    def toggle_language(self) -> None:
        """Change from Arabic to English or back."""
        self._window.keep()
        self._desk.settings.language = "en" if self._desk.settings.language == "ar" else "ar"
        self._window.rebuild()
