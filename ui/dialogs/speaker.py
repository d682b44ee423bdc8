"""A speaker's name, other names, kind and role; and which speakers are one."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from quotetrack import operations as ops
from quotetrack.detection.records import SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.operations import KEEP
from quotetrack.store import Project, Reading
from quotetrack.store.records import Sort, SortBy, StoredSpeaker
from ui.desk import Desk
from ui.dialogs.base import Dialog
from ui.dialogs.lists import TickedDirection
from ui.language import isolate
from ui.models.speakers import Known, SpeakersModel, SpokenModel, read_known
from ui.widgets.basic import label
from ui.widgets.long_list import LongList
from ui.widgets.spoken import spoken_list


class SpeakerDialog(Dialog):
    """Changes what is known about a speaker."""

    def __init__(self, desk: Desk, parent: QWidget, speaker: StoredSpeaker) -> None:
        super().__init__(
            parent,
            self.tr("Speaker"),
            self.tr("A new name leaves the old one as another name."),
            about=speaker.name,
        )
        self.name, self.role, self.country = (
            QLineEdit(speaker.name),
            QLineEdit(speaker.role),
            QLineEdit(speaker.country),
        )
        self.kind = QComboBox()
        for kind in SpeakerKind:
            self.kind.addItem(desk.tongue.message(f"exports.kind.{kind.value}"), kind.value)
        self.kind.setCurrentIndex(list(SpeakerKind).index(speaker.kind))
        self.aliases = QPlainTextEdit("\n".join(speaker.aliases))
        self.aliases.setFixedHeight(92)
        self.aliases.setTabChangesFocus(True)
        self.aliases.setPlaceholderText(self.tr("One name a line"))
        self.note = QPlainTextEdit(speaker.note)
        self.note.setFixedHeight(70)
        self.note.setTabChangesFocus(True)
        self._before = speaker
        self.speaker = speaker.id
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        for word, field in (
            (self.tr("Name"), self.name),
            (self.tr("Role"), self.role),
            (self.tr("Kind"), self.kind),
            (self.tr("Country"), self.country),
            (self.tr("Other names"), self.aliases),
            (self.tr("Note"), self.note),
        ):
            form.addRow(word, field)
            field.setAccessibleName(word)
        self.column.addLayout(form)
        self.add_buttons(self.tr("Save"))
        self.name.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))

    def other_names(self) -> tuple[str, ...]:
        """The other names, without empty lines."""
        lines = (" ".join(line.split()) for line in self.aliases.toPlainText().split("\n"))
        return tuple(dict.fromkeys(line for line in lines if line))

    def thing(self, project: Project) -> object:
        return replace(project.speakers.get(self._before.id), quotes=0)

    def operations(self, now: StoredSpeaker) -> list[ops.Operation]:
        """What has to be done so that the speaker, by `now` perhaps another, is as was changed here."""
        before = self._before
        name, aliases = self.name.text().strip(), self.other_names()
        kind = SpeakerKind(self.kind.currentData())
        role, country = self.role.text().strip(), self.country.text().strip()
        note = self.note.toPlainText().strip()
        done: list[ops.Operation] = []
        if name != before.name:
            done.append(ops.RenameSpeaker(before.id, name))
        if (kind, role, country, note) != (before.kind, before.role, before.country, before.note):
            done.append(
                ops.EditSpeaker(
                    speaker=before.id,
                    kind=KEEP if kind is before.kind else kind,
                    role=KEEP if role == before.role else role,
                    country=KEEP if country == before.country else country,
                    note=KEEP if note == before.note else note,
                )
            )
        if aliases != before.aliases:
            came = [alias for alias in now.aliases if alias not in before.aliases]
            went = [alias for alias in before.aliases if alias not in now.aliases]
            kept = [*(alias for alias in aliases if alias not in went), *came]
            done.append(ops.SetAliases(before.id, (*kept, *(() if name == before.name else (now.name,)))))
        return done


class MergeDialog(Dialog):
    """Says which speakers are the same as one, and what merging them would touch."""

    def __init__(self, desk: Desk, parent: QWidget, into: StoredSpeaker) -> None:
        super().__init__(
            parent,
            self.tr("Merge speakers"),
            self.tr("Everybody chosen here becomes {}. It can be undone.").format(isolate(into.name)),
        )
        self._desk = desk
        self._into = into
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a speaker"))
        self.search.setAccessibleName(self.tr("Find a speaker"))
        self.search.setClearButtonEnabled(True)
        self.model = SpeakersModel(desk, ticks=True, parent=self)
        self.list = LongList()
        self.list.setObjectName("framed")
        self.list.setAccessibleName(self.tr("Speakers"))
        self.list.setItemDelegate(TickedDirection(self.list))
        self.list.setSpacing(4)
        self.list.setMinimumHeight(260)
        self.list.setModel(self.model)
        self.preview = label("", "muted", wrap=True)
        for widget in (self.search, self.list, self.preview):
            self.column.addWidget(widget)
        self.add_buttons(self.tr("Merge"))
        self.search.textChanged.connect(self.model.seek)
        self.model.ticked_changed.connect(self._ask)
        desk.session.read(partial(_others, into=into.id), self.model.show, "others")
        self._ask()

    def chosen(self) -> tuple[int, ...]:
        """The speakers that are to be merged into the first."""
        return tuple(self.model.ticked)

    def _ask(self) -> None:
        chosen = self.chosen()
        self.accept_button.setEnabled(bool(chosen))
        self.preview.setText(self.tr("Choose at least one speaker."))
        if chosen:
            self._desk.session.read(lambda reader: touched_by(reader, chosen), self._show, "merging")

    def _show(self, touched: Touched) -> None:
        if len(touched.speakers) != len(self.chosen()):
            return
        names = [name for speaker in touched.speakers for name in (speaker.name, *speaker.aliases)]
        quotes = self.tr("%n quote(s) will move", "", touched.quotes)
        where = self.tr("in %n article(s)", "", touched.articles)
        known = self.tr("Other names from then on: {}").format(self._desk.tongue.listed(map(isolate, names)))
        self.preview.setText(self._desk.tongue.digits(f"{quotes} {where}.\n{known}"))


@dataclass(frozen=True, slots=True)
class Touched:
    """What merging some speakers into another touches."""

    speakers: tuple[StoredSpeaker, ...]
    quotes: int
    articles: int


def touched_by(reader: Reading, speakers: Sequence[int]) -> Touched:
    """Count what has to move when `speakers` become somebody else; runs in the reading lane."""
    ids = reader.speakers.quote_ids(speakers)
    return Touched(tuple(reader.speakers.many(speakers)), len(ids), reader.quotes.article_count(ids))


def _others(reader: Reading, into: int) -> list[Known]:
    """All other speakers, those first who may well be the same."""
    likely = [
        one.id
        for pair in reader.speakers.merge_suggestions(into)
        for one in (pair.into, pair.other)
        if one.id != into
    ]
    place = {speaker: rank for rank, speaker in enumerate(likely)}
    others = [known for known in read_known(reader) if known.speaker.id != into]
    return sorted(others, key=lambda known: place.get(known.speaker.id, len(place)))


class SplitDialog(Dialog):
    """Takes some quotes of a speaker to another, who may have the same name."""

    def __init__(self, desk: Desk, parent: QWidget, speaker: StoredSpeaker) -> None:
        super().__init__(
            parent,
            self.tr("Split a speaker"),
            self.tr("Choose the quotes that somebody else said. They go to a new speaker."),
            about=speaker.name,
            width=640,
        )
        self._desk = desk
        self._speaker = speaker.id
        self.name = QLineEdit(speaker.name)
        self.name.setAccessibleName(self.tr("Name of the new speaker"))
        self.model = SpokenModel(desk, ticks=True, parent=self)
        self.list = spoken_list(desk, self.tr("Quotes"))
        self.list.setObjectName("framed")
        self.list.setMinimumHeight(340)
        self.list.setModel(self.model)
        self._read()
        form = QFormLayout()
        form.addRow(self.tr("Name of the new speaker"), self.name)
        self.column.addLayout(form)
        self.column.addWidget(self.list, 1)
        self.add_buttons(self.tr("Split"))
        self.model.ticked_changed.connect(self._check)
        self.name.textChanged.connect(lambda _text: self._check())
        desk.session.changed.connect(self._read)
        self._check()

    def _read(self) -> None:
        wanted = QuoteFilter(speakers=frozenset({self._speaker}))
        by_time = Sort(SortBy.DATE, descending=False)
        self._desk.session.read(lambda reader: reader.quotes.ids(wanted, by_time), self._show, "to split")

    def _show(self, ids: array[int]) -> None:
        there = set(ids)
        self.model.ticked = {each: None for each in self.model.ticked if each in there}
        self.model.show(ids)
        self._check()

    def thing(self, project: Project) -> object:
        project.speakers.get(self._speaker)
        return None

    def entered(self) -> list[object]:
        return [*super().entered(), tuple(self.model.ticked)]

    def enter(self, values: Sequence[object]) -> None:
        *fields, ticked = values
        super().enter(fields)
        self.model.ticked = dict.fromkeys(cast("tuple[int, ...]", ticked))
        self._check()

    def operation(self) -> ops.Operation:
        """What has to be done."""
        return ops.SplitSpeaker(self._speaker, self.chosen(), self.name.text().strip())

    def chosen(self) -> tuple[int, ...]:
        """The quotes that go to the new speaker."""
        return tuple(self.model.ticked)

    def _check(self) -> None:
        chosen = len(self.model.ticked)
        self.accept_button.setEnabled(0 < chosen < self.model.rowCount() and bool(self.name.text().strip()))
