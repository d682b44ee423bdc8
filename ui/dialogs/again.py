"""What detecting again would change, article by article, before anything is changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QButtonGroup,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QRadioButton,
    QWidget,
)

from quotetrack import operations as ops
from quotetrack.detection.records import Attribution
from quotetrack.store import Project, Quote
from quotetrack.store.records import Changes, Kind
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.language import isolate
from ui.tasks import CancelledError, Task
from ui.widgets.basic import label
from ui.widgets.cells import OwnDirection

if TYPE_CHECKING:
    from quotetrack.importing import Redetection

_MOST_LINES = 500
_JOBS = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What detecting again would change; the first of it in full."""

    result: Redetection
    previews: Sequence[ops.ArticleRedetection]
    texts: Mapping[int, str]


def look(project: Project, articles: Sequence[int], task: Task) -> Look:
    """Detect in `articles` and compare with what the project has; runs in a thread of its own.

    Raises:
        CancelledError: it is not wanted any more.
    """
    from quotetrack.importing import look_again  # noqa: PLC0415 - detection, not before it is wanted

    def progress(done: int, total: int) -> None:
        if not task.cancelled:
            task.progress(done, total)

    with project.reader() as reader:
        result = look_again(reader, articles, jobs=_JOBS, progress=progress, cancelled=lambda: task.cancelled)
        if task.cancelled:
            raise CancelledError
        previews: list[ops.ArticleRedetection] = []
        lines = 0
        for news in result.news:
            if lines > _MOST_LINES:
                break
            previews += ops.preview_redetection(reader, {news.article: result.found[news.article]})
            lines += news.added + news.changed + news.removed
        texts = {one.article: reader.articles.text(one.article) for one in previews}
    return Look(result, previews, texts)


def take(project: Project, seen: Look, task: Task) -> Changes:
    """Take over what `look` saw; runs in a thread of its own."""
    from quotetrack.importing import redetect  # noqa: PLC0415 - as above

    redetect(project, seen.result, progress=task.progress, cancelled=lambda: task.cancelled)
    return Changes(ids={Kind.ARTICLES: frozenset(), Kind.QUOTES: frozenset()})


class AgainDialog(Dialog):
    """Looks at once at the article in the reader; `seen` is what accepting takes over."""

    def __init__(self, desk: Desk, parent: QWidget, article: int) -> None:
        super().__init__(
            parent,
            self.tr("Detect quotes again"),
            self.tr("What you decided, corrected or added stays as it is. It can be undone."),
            about=_title(desk, article),
            width=760,
        )
        self._desk = desk
        self._article = article
        self._task: Task | None = None
        self.seen: Look | None = None
        project = desk.session.project
        count = project.articles.count() if project is not None else 0
        self.this = QRadioButton(self.tr("This article"))
        self.all = QRadioButton(self.tr("All articles ({})").format(desk.tongue.number(count)))
        self.all.setEnabled(count > 1)
        self.this.setChecked(True)
        group = QButtonGroup(self)
        for choice in (self.this, self.all):
            group.addButton(choice)
            self.column.addWidget(choice)
        self.summary = label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the work"))
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setAccessibleName(self.tr("What would change"))
        self.list.setItemDelegate(OwnDirection(self.list))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(280)
        self.column.addWidget(self.summary)
        self.column.addWidget(self._bar)
        self.column.addWidget(self.list, 1)
        self.column.addStretch()
        self.add_buttons(self.tr("Take over"))
        group.buttonToggled.connect(lambda _button, on: self._look() if on else None)
        self.finished.connect(lambda _code: self._task.cancel() if self._task is not None else None)
        self._look()

    @property
    def touched(self) -> bool:
        """Never: what is chosen here is where to look, which is soon done again."""
        return False

    def thing(self, project: Project) -> object:
        if self.this.isChecked():
            project.articles.get(self._article)
        return None

    def _look(self) -> None:
        project = self._desk.session.project
        if project is None:
            return
        articles = [self._article] if self.this.isChecked() else list(project.articles.ids())
        self.seen = None
        self.list.clear()
        self.accept_button.setEnabled(False)
        self.summary.setText(self.tr("Detecting…"))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._task = self._desk.tasks.run(lambda task: look(project, articles, task), self._show, key="again")
        self._task.progressed.connect(self._progress)
        self._task.failed.connect(lambda _problem: self._stop())

    def _stop(self) -> None:
        self._task = None
        self._bar.hide()
        self.summary.clear()

    def _progress(self, done: int, total: int, _what: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _show(self, seen: Look) -> None:
        tongue = self._desk.tongue
        self._task = None
        self._bar.hide()
        self.seen = seen
        news = seen.result.news
        added = sum(one.added for one in news)
        removed = sum(one.removed for one in news)
        changed = sum(one.changed for one in news)
        told = (
            self.tr("%n new", "", added), self.tr("%n no longer reported", "", removed),
            self.tr("%n reported otherwise", "", changed),
            self.tr("in %n article(s)", "", len(news)) if len(news) > 1 else "",
        )  # fmt: skip
        if added + removed + changed:
            self.summary.setText(tongue.digits(tongue.join(told)))
        else:
            self.summary.setText(self.tr("Nothing would change."))
        lines = [line for one in seen.previews for line in self._lines(one, seen.texts.get(one.article, ""))]
        for line in lines[:_MOST_LINES]:
            self.list.addItem(QListWidgetItem(line))
        total = added + removed + changed
        if total > _MOST_LINES:
            more = self._desk.tongue.digits(self.tr("and %n more", "", total - _MOST_LINES))
            self.list.addItem(QListWidgetItem(more))
        self.list.setVisible(bool(lines))
        self.accept_button.setEnabled(bool(lines))

    def _lines(self, one: ops.ArticleRedetection, text: str) -> Iterator[str]:
        for quote in one.removed:
            yield f"−  {_told(quote.quote, _who(quote))}"
        for report in one.added:
            yield f"+  {_told(_words(report, text), report.speaker.name if report.speaker else '')}"
        for quote, report in one.changed:
            new = _told(_words(report, text), report.speaker.name if report.speaker else "")
            yield f"~  {_told(quote.quote, _who(quote))}\n→  {new}"


def _title(desk: Desk, article: int) -> str:
    project = desk.session.project
    rows = project.articles.rows([article]) if project is not None else ()
    return rows[0].title if rows else ""


def _who(quote: Quote) -> str:
    return quote.mention.name if quote.mention else quote.speaker.name if quote.speaker else ""


def _words(report: Attribution, text: str) -> str:
    return " ".join(span.of(text) for span in report.content)


def _told(words: str, who: str) -> str:
    short = " ".join(words.split())[:220]
    return f"{isolate(who)}: {isolate(short)}" if who else isolate(short)
