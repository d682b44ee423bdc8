"""Everything about the chosen quote, each part editable at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from quotetrack import operations as ops
from quotetrack.article import page_at
from quotetrack.detection.records import AttributionType, CueClass
from quotetrack.status import Status
from quotetrack.store.records import Changes, Kind, Quote, StoredArticle, StoredSpeaker
from ui.desk import Desk
from ui.language import direction_of, isolate
from ui.models.quotes import STATUS_SIGNS
from ui.panes.evidence import EvidenceList
from ui.panes.tags import TagsEdit
from ui.theme import article_font
from ui.widgets.basic import EmptyState, Segments, button, label, line, scrolling
from ui.widgets.choices import CueClassEdit, VerdictEdit
from ui.widgets.note_edit import NoteEdit
from ui.widgets.speaker_edit import SpeakerEdit

_LEAST_WIDTH = 280


class DetailsPane(QWidget):
    """The third pane: what was said, by whom, with which word, and what we make of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._quote: Quote | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedLayout(self)
        empty = EmptyState(
            self.tr("No quote is chosen"), self.tr("Click a quote in the article or in the table.")
        )
        empty.setObjectName("panel")
        self._stack.addWidget(empty)
        self._stack.addWidget(self._build())
        desk.session.quote_changed.connect(self.show_quote)
        desk.session.changed.connect(self._changed)
        desk.session.project_changed.connect(self.show_quote)
        desk.session.selection_changed.connect(self._count_targets)
        desk.session.quote_changed.connect(self._count_targets)
        self.show_quote()
        self._count_targets()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> QWidget:
        whole = QWidget()
        whole.setObjectName("panel")
        frame = QVBoxLayout(whole)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        inner = QWidget()
        inner.setObjectName("panel")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(20, 18, 20, 18)
        self._column.setSpacing(5)
        self._add_quote()
        self._add_speaker()
        self._add_facts()
        self._add_review()
        self._add_origin()
        self._column.addStretch()
        self._area = scrolling(inner)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        frame.addWidget(self._area, 1)
        frame.addWidget(line())
        self._decided = self._decisions()
        frame.addWidget(self._decided)
        return whole

    def _caption(self, text: str, buddy: QWidget | None = None, *, taken_by: str = "") -> None:
        """A heading; with the action `taken_by` a button that takes what is selected in the article."""
        if self._column.count():
            self._column.addSpacing(12)
        shown = label(text, "caption")
        if isinstance(buddy, QLabel):
            shown.setBuddy(buddy)  # a name of its own would hide the words that it shows
        elif buddy is not None:
            buddy.setAccessibleName(text)
        if not taken_by:
            self._column.addWidget(shown)
            return
        action = self._desk.actions[taken_by]
        take = button(self.tr("Take the selection"), action.trigger, style="link")
        take.setAccessibleName(self._desk.actions.label(taken_by))
        take.setToolTip(action.toolTip())
        take.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.enabledChanged.connect(take.setVisible)
        take.setVisible(action.isEnabled())
        row = QHBoxLayout()
        row.addWidget(shown, 1)
        row.addWidget(take)
        self._column.addLayout(row)

    def _add_quote(self) -> None:
        self._text = label("", wrap=True, selectable=True)
        self._text.setFont(article_font(self._desk.settings.text_size))
        self._several = label("", "notice", wrap=True)
        self._column.addWidget(self._several)
        self._caption(self.tr("Quote"), self._text, taken_by="correct.content")
        self._column.addWidget(self._text)
        around = self._desk.actions["review.parent"]
        self._around = button("", around.trigger, style="link")
        self._column.addWidget(self._around, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_speaker(self) -> None:
        self.speaker = SpeakerEdit(self._suggest, self._describe)
        self._caption(self.tr("Speaker"), self.speaker)
        self.speaker.setPlaceholderText(self.tr("Who said it?"))
        self.speaker.decided.connect(self._correct_speaker)
        self._column.addWidget(self.speaker)
        self._who = label("", "small", wrap=True)
        self._column.addWidget(self._who)

    def _add_facts(self) -> None:
        self._written = label("", wrap=True, selectable=True)
        self._caption(self.tr("As written"), self._written, taken_by="correct.source")
        self._column.addWidget(self._written)
        self._cue = label("", wrap=True, selectable=True)
        self._caption(self.tr("Cue"), self._cue, taken_by="correct.cue")
        self._column.addWidget(self._cue)
        word = self._desk.tongue.message
        self.cue_class = CueClassEdit(word)
        self.cue_class.chosen.connect(self._set_cue_class)
        self._column.addWidget(self.cue_class)
        self._type = Segments(
            [(each, word(f"exports.type.{each.value}")) for each in AttributionType], self.tr("Type")
        )
        self._caption(self.tr("Type"))
        self._type.chosen.connect(self._set_type)
        self._column.addWidget(self._type)

    def _add_review(self) -> None:
        self._status = label("")
        self._caption(self.tr("Status"), self._status)
        self._column.addWidget(self._status)
        self.verdict = VerdictEdit()
        self._caption(self.tr("Verdict"), self.verdict)
        self.verdict.textActivated.connect(self._set_verdict)
        self._column.addWidget(self.verdict)
        self._caption(self.tr("Tags"))
        self._tags = TagsEdit(self._desk)
        self._tags.added.connect(self._add_tag)
        self._tags.removed.connect(self._untag)
        self.tag = self._tags.field
        self._column.addWidget(self._tags)
        self.note = NoteEdit()
        self._caption(self.tr("Note"), self.note)
        self.note.setPlaceholderText(self.tr("For yourself and your desk"))
        self.note.kept.connect(self._keep_note)
        self._column.addWidget(self.note)
        self._caption(self.tr("Evidence"))
        self.evidence = EvidenceList(self._desk)
        self._column.addWidget(self.evidence)
        add = self._desk.actions["review.evidence"]
        more = button(self._desk.actions.label("review.evidence"), add.trigger, style="link")
        self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_origin(self) -> None:
        self._why = label("", wrap=True, selectable=True)
        self._caption(self.tr("Why it was detected"), self._why)
        self._column.addWidget(self._why)
        self._origin = label("", "small", wrap=True, selectable=True)
        self._caption(self.tr("Where it comes from"), self._origin)
        self._column.addWidget(self._origin)
        self._link = button(
            self.tr("Open the link"), self._open_link, style="link", icon=self._desk.icon("link", "accent")
        )
        self._column.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeading)

    def _decisions(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("panel")
        row = QHBoxLayout(bar)
        # The buttons end where the fields above them do, beside the scroll bar.
        ends = (20 + self._area.verticalScrollBar().sizeHint().width(), 20)
        left, right = ends if self._desk.tongue.right_to_left else reversed(ends)
        row.setContentsMargins(left, 12, right, 12)
        row.setSpacing(8)
        actions = self._desk.actions
        for name, text, color in (
            ("review.confirm", self.tr("Confirm"), "on_accent"),
            ("review.reject", self.tr("Reject"), "text"),
            ("review.check", self.tr("Check"), "text"),
        ):
            spec = actions.spec(name)
            made = button(text, actions[name].trigger, icon=self._desk.icon(spec.icon, color))
            made.setToolTip(f"{actions.label(name)} ({actions.keys(name)})")
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setProperty("primary", name == "review.confirm")
            made.setProperty("decision", True)  # noqa: FBT003 - Qt's own signature
            row.addWidget(made, 1)
        return bar

    @property
    def has_cue(self) -> bool:
        """Whether the chosen quote has a word that introduces it."""
        return self._quote is not None and self._quote.cue is not None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The types stand in one row; were the pane narrower, all fields would reach under its edge.
        margins = self._column.contentsMargins()
        beside = margins.left() + margins.right() + self._area.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(max(_LEAST_WIDTH, self._type.minimumSizeHint().width() + beside))

    # --- showing ---------------------------------------------------------------------------------

    def show_quote(self) -> None:
        """Show the chosen quote as it is now."""
        previous = self._quote.id if self._quote else None
        self.note.keep_now()
        quote = self._quote = self._desk.session.quote()
        self._stack.setCurrentIndex(0 if quote is None else 1)
        if quote is None:
            return
        # Each part that comes or goes would have the whole column laid out.
        self._column.setEnabled(False)
        try:
            self._show_parts(quote, previous)
        finally:
            self._column.setEnabled(True)
            self._column.activate()

    def _show_parts(self, quote: Quote, previous: int | None) -> None:
        self._show_facts(quote)
        self._show_around(quote)
        self._tags.show_of(quote, self.verdict)
        self.evidence.show_of(quote)
        if quote.id != previous or not self.note.hasFocus():
            self.note.set_note(quote.note)
        project = self._desk.session.project
        if project is not None:
            self._show_origin(project.articles.get(quote.article_id), quote)

    def _changed(self, changes: Changes) -> None:
        article = self._quote.article_id if self._quote is not None else None
        if changes.kinds != {Kind.ARTICLES} or article is None or article in changes.ids[Kind.ARTICLES]:
            self.show_quote()

    def _count_targets(self) -> None:
        count = self._desk.session.target_count
        told = self.tr("%n quotes are selected; a change holds for all of them", "", count)
        self._several.setText(self._desk.tongue.digits(told))
        self._several.setVisible(count > 1)

    def _show_around(self, quote: Quote) -> None:
        """Say inside whose words the quote stands."""
        project = self._desk.session.project
        self._around.setVisible(quote.parent is not None)
        if quote.parent is None or project is None:
            return
        outer = project.quotes.get(quote.parent)
        who = outer.speaker.name if outer.speaker else outer.source_text
        self._around.setText(
            self.tr("Inside the words of {}").format(isolate(who)) if who else self.tr("Inside another quote")
        )
        self._around.setAccessibleName(self._around.text())

    def _show_facts(self, quote: Quote) -> None:
        tongue = self._desk.tongue
        text = " ".join(quote.quote.split())
        self._text.setText(text)
        arabic = direction_of(text) is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if arabic else Qt.AlignmentFlag.AlignLeft
        self._text.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.speaker.set_name(quote.speaker.name if quote.speaker else "")
        project = self._desk.session.project
        known = project.speakers.get(quote.speaker.id) if quote.speaker and project is not None else None
        self._who.setText(self._describe(known) if known else "")
        self._who.setVisible(bool(self._who.text()))
        self._written.setText(quote.source_text or "—")
        self._cue.setText(quote.cue_text or "—")
        self.cue_class.show_class(quote.cue_class, has_cue=quote.cue is not None)
        self._type.set_value(quote.type)
        status = tongue.message(f"exports.status.{quote.status.value}")
        decided = tongue.moment(quote.decided) if quote.status is not Status.UNREVIEWED else ""
        self._status.setText(tongue.join((f"{STATUS_SIGNS[quote.status]}  {status}", decided)))
        self.verdict.setCurrentText(quote.verdict)
        rule = tongue.message(f"rule.{quote.rule}") if quote.rule else self.tr("Added by a person")
        self._why.setText(tongue.join((tongue.percent(quote.confidence) if quote.rule else "", rule)))

    def _show_origin(self, stored: StoredArticle, quote: Quote) -> None:
        tongue = self._desk.tongue
        article = stored.article
        page = page_at(article.pages, quote.content[0].start)
        lines = (
            article.title,
            tongue.join((article.outlet, tongue.date(article.published), article.author)),
            article.link and isolate(article.link),
            self.tr("Page {}").format(tongue.number(page)) if page else "",
            self.tr("Imported {}").format(tongue.moment(stored.imported)),
            self.tr("Fingerprint of the text {}").format(isolate(stored.text_hash[:16])),
            "\n".join(tongue.message(f"readers.{key}") if "." not in key else tongue.message(key)
                      for key in article.origin.warnings),
        )  # fmt: skip
        self._origin.setText("\n".join(filter(None, lines)))
        self._link.setVisible(article.link.startswith(("http://", "https://")))
        self._link.setProperty("address", article.link)

    # --- changing --------------------------------------------------------------------------------

    def _suggest(self, text: str, take: Callable[[Sequence[StoredSpeaker]], None]) -> None:
        session = self._desk.session
        article = session.article_id
        session.read(
            lambda reader: [found.speaker for found in reader.speakers.suggest(text, article)],
            take,
            "suggestions",
        )

    def _describe(self, speaker: StoredSpeaker) -> str:
        tongue = self._desk.tongue
        count = self.tr("%n quote(s)", "", speaker.quotes)
        return tongue.join(
            (tongue.message(f"exports.kind.{speaker.kind.value}"), speaker.role, tongue.digits(count))
        )

    def _correct_speaker(self, speaker: object) -> None:
        if isinstance(speaker, int | str):
            self._desk.session.writing.perform_for_all(lambda quotes: ops.CorrectSpeaker(quotes, speaker))

    def _set_type(self, wanted: object) -> None:
        if isinstance(wanted, AttributionType):
            self._desk.session.writing.perform_for_all(lambda quotes: ops.SetType(quotes, wanted))

    def _set_cue_class(self, wanted: CueClass) -> None:
        self._desk.session.writing.perform_for_all(lambda quotes: ops.SetCueClass(quotes, wanted))

    def _set_verdict(self, text: str) -> None:
        if self._quote is not None and text.strip() != self._quote.verdict:
            self._desk.session.writing.perform_for_all(lambda quotes: ops.SetVerdict(quotes, text.strip()))

    def _add_tag(self, name: str) -> None:
        self._desk.session.writing.perform_for_all(lambda quotes: ops.Tag(quotes, name))

    def _untag(self, name: str) -> None:
        self._desk.session.writing.perform_for_all(lambda quotes: ops.Untag(quotes, name))

    def _keep_note(self) -> None:
        quote = self._quote
        note = self.note.toPlainText().strip()
        if quote is not None and note != quote.note:
            self._desk.session.writing.perform(ops.SetNote(quote.id, note))

    def _open_link(self) -> None:
        QDesktopServices.openUrl(QUrl(str(self._link.property("address"))))
