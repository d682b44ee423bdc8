"""Deciding about quotes and correcting them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from quotetrack import operations as ops
from quotetrack.detection.records import AttributionType, Span
from quotetrack.store.records import Kind
from ui.beside import Opener
from ui.boundaries import Unit, moved
from ui.desk import Desk
from ui.dialogs.evidence import EvidenceDialog
from ui.handlers import Handlers


class Review(Handlers):
    """What is done to the chosen quotes."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        session, details = self._session, self._window.bench.details
        made: dict[str, Callable[[], object]] = {
            "edit.copy": self.copy,
            "review.confirm": lambda: self.decide(ops.Confirm),
            "review.reject": lambda: self.decide(ops.Reject),
            "review.check": lambda: session.writing.perform_for_all(ops.MarkForCheck),
            "review.unreview": lambda: session.writing.perform_for_all(ops.MarkUnreviewed),
            "review.next_unreviewed": self.next_unreviewed,
            "review.next": lambda: session.walk.step(1),
            "review.previous": lambda: session.walk.step(-1),
            "review.parent": self.go_around,
            "review.note": details.note.setFocus,
            "review.tag": details.tag.setFocus,
            "review.verdict": details.verdict.begin,
            "review.evidence": self.add_evidence,
            "correct.speaker": details.speaker.begin,
            "correct.cue_class": details.cue_class.begin,
            "correct.add": self.add_quote,
            "correct.content": lambda: self.set_part("content"),
            "correct.cue": lambda: self.set_part("cue"),
            "correct.source": lambda: self.set_part("source"),
            "correct.split": self.split_quote,
            "correct.join": lambda: session.writing.perform(ops.JoinQuotes(session.targets)),
            "correct.delete": self.delete_quotes,
        }
        for kind in AttributionType:
            made[f"correct.{kind.value}"] = partial(self._set_type, kind)
        return made | self._boundaries()

    def _set_type(self, kind: AttributionType) -> None:
        self._session.writing.perform_for_all(lambda quotes: ops.SetType(quotes, kind))

    def _boundaries(self) -> dict[str, Callable[[], object]]:
        made: dict[str, Callable[[], object]] = {}
        for unit, middle in ((Unit.WORD, ""), (Unit.LETTER, "_letter")):
            for start in (True, False):
                for later in (True, False):
                    name = f"correct.{'start' if start else 'end'}{middle}_{'later' if later else 'earlier'}"
                    made[name] = partial(self.move, start=start, later=later, unit=unit)
        return made

    def decide(self, operation: Callable[[tuple[int, ...]], ops.Operation]) -> None:
        """Decide about the chosen quotes and go on to the next that nobody has decided about."""
        self._session.writing.perform_for_all(operation, self.next_unreviewed)

    def next_unreviewed(self) -> None:
        """Go to the next unreviewed quote, or say that there is none."""
        if not self._session.walk.next_unreviewed():
            self._window.say(self.tr("Every quote that is shown has been reviewed."))

    def go_around(self) -> None:
        """Go to the quote in which the chosen one stands, or say that there is none."""
        quote = self._session.quote()
        if quote is None or quote.parent is None:
            self._window.say(self.tr("This quote does not stand inside another."))
        else:
            self._session.select(quote.parent)

    def copy(self) -> None:
        """Put the quote, its speaker and its outlet on the clipboard."""
        project, quote = self._session.project, self._session.quote()
        if project is None or quote is None:
            return
        article = project.articles.get(quote.article_id).article
        who = quote.speaker.name if quote.speaker else quote.source_text
        parts = (who, article.outlet, self._desk.tongue.date(article.published), article.link)
        text = f"{quote.quote}\n— {self._desk.tongue.listed(filter(None, parts))}"
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
        changes = self._session.writing.perform(ops.AddQuote(article=article, content=(span,), type=kind))
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
            self._session.writing.perform(ops.SetContent(quote.id, (span,)))
        elif part == "cue":
            self._session.writing.perform(ops.SetCue(quote.id, span))
        else:
            self._session.writing.perform(ops.SetSource(quote.id, span))

    def move(self, *, start: bool, later: bool, unit: Unit) -> None:
        """Move a boundary of the chosen quote."""
        project, quote = self._session.project, self._session.quote()
        if project is None or quote is None:
            return
        text = project.articles.get(quote.article_id).article.text
        content = moved(text, quote.content, start=start, later=later, unit=unit)
        if content is not None:
            self._session.writing.perform(ops.SetContent(quote.id, content))

    def split_quote(self) -> None:
        """Make two quotes of the chosen one, at the cursor in the article."""
        quote, at = self._session.quote(), self._window.bench.reader.cursor_place()
        if quote is not None and at is not None:
            self._session.writing.perform(ops.SplitQuote(quote.id, at))

    def delete_quotes(self) -> None:
        """Take the chosen quotes out; undo brings them back."""
        following = self._session.walk.beside_targets()
        self._session.writing.perform_for_all(ops.DeleteQuotes, lambda: self._session.select(following))

    def add_evidence(self) -> None:
        """Ask for a link or a note that supports or contradicts the quote."""
        if self._session.quote_id is not None:
            self._desk.beside.show("evidence", (self._session.quote_id,))

    def openers(self) -> dict[str, Opener]:
        def make(_desk: Desk, window: QWidget, about: tuple[int, ...]) -> EvidenceDialog:
            quote, *pieces = about
            return EvidenceDialog(window, self._session.needed().quotes.get(quote), *pieces)

        perform = self._session.writing.perform
        return {"evidence": Opener(make, lambda dialog: perform(dialog.operation()) is not None)}
