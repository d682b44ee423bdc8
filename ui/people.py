"""What is done to speakers: their page, names, merging and splitting."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from quotetrack import operations as ops
from quotetrack.store.records import StoredSpeaker
from ui.beside import Opener
from ui.dialogs.same import SameDialog
from ui.dialogs.speaker import MergeDialog, SpeakerDialog, SplitDialog
from ui.handlers import Handlers


class People(Handlers):
    """Acts on the speaker whose page is in front, otherwise on the one of the chosen quote."""

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "speakers.page": self.page,
            "speakers.only": self.only,
            "speakers.edit": self.edit,
            "speakers.merge": self.merge,
            "speakers.split": self.split,
            "speakers.same": self.same,
        }

    def speaker(self) -> int | None:
        """The speaker that is meant; None for nobody."""
        bench = self._window.bench
        if bench.tab == "speakers" and bench.speakers.speaker is not None:
            return bench.speakers.speaker.id
        quote = self._session.quote()
        return quote.speaker.id if quote is not None and quote.speaker is not None else None

    def perform(self, *operations: ops.Operation) -> bool:
        """Do several operations that are undone together, up to the first that cannot be done."""
        batch = uuid4().hex if len(operations) > 1 else ""
        return all(
            self._session.writing.perform(operation, batch=batch) is not None for operation in operations
        )

    def page(self) -> None:
        """Bring the speaker's page to the front."""
        speaker = self.speaker()
        if speaker is not None:
            self._window.bench.show_speaker(speaker)

    def only(self) -> None:
        """Show only what the speaker said, as a table."""
        speaker = self.speaker()
        if speaker is not None:
            self._session.shown.narrow(speakers=frozenset({speaker}))
            self._window.bench.show_tab("table")

    def edit(self) -> None:
        """Change name, role, kind, note and other names."""
        speaker = self.speaker()
        if speaker is not None:
            self._desk.beside.show("speaker", speaker)

    def _save(self, dialog: SpeakerDialog) -> bool:
        now = self._session.needed().speakers.get(dialog.speaker)
        return self.perform(*dialog.operations(now))

    def merge(self) -> None:
        """Say that other speakers are this one, after a look at what that touches."""
        speaker = self.speaker()
        if speaker is None:
            return
        known = self._session.needed().speakers.get(speaker)
        dialog = MergeDialog(self._desk, self._window, known)
        dialog.accepted.connect(lambda: self.perform(ops.MergeSpeakers(speaker, dialog.chosen())))
        dialog.open()

    def split(self) -> None:
        """Take some quotes to a speaker of their own."""
        speaker = self.speaker()
        if speaker is not None:
            self._desk.beside.show("split", speaker)

    def same(self) -> None:
        """Go through the pairs that may be one speaker."""
        self._desk.beside.show("same")

    def openers(self) -> dict[str, Opener]:
        def known(speaker: int) -> StoredSpeaker:
            return self._session.needed().speakers.get(speaker)

        return {
            "speaker": Opener(
                lambda desk, window, speaker: SpeakerDialog(desk, window, known(speaker)), self._save
            ),
            "split": Opener(
                lambda desk, window, speaker: SplitDialog(desk, window, known(speaker)),
                lambda dialog: self.perform(dialog.operation()),
            ),
            "same": Opener(lambda desk, window, _: SameDialog(desk, window, self.perform)),
        }
