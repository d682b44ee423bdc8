"""From the speakers of one article to those of the project."""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.detection.records import Attribution, Speaker, SpeakerKind
from quotetrack.store import Reading
from quotetrack.store.writer import Writer
from quotetrack.text import fold

Identity = tuple[str, SpeakerKind]


class Linker:
    """Links mentions to speakers by folded name and kind, and makes the speakers that are new."""

    def __init__(self, writer: Writer, reading: Reading) -> None:
        self._writer = writer
        self._reading = reading
        self._known: dict[Identity, int] = {}

    def link(self, articles: Sequence[tuple[str, Sequence[Attribution]]]) -> None:
        """Finds or makes the speakers of these articles; each is an outlet and what was found."""
        mentions: dict[Identity, Speaker] = {}
        for _, found in articles:
            for one in found:
                if one.speaker is not None and one.speaker.name.strip():
                    mentions.setdefault(_identity(one.speaker), one.speaker)
        for name, kind, id_ in self._reading.speakers.by_names(name for name, _ in mentions):
            if (name, kind) in mentions:
                self._known.setdefault((name, kind), id_)
        fresh = [identity for identity in mentions if identity not in self._known]
        ids = self._writer.insert(
            "speakers",
            ("name", "folded", "kind", "role"),
            [
                (mentions[identity].name.strip(), identity[0], identity[1].value, mentions[identity].role)
                for identity in fresh
            ],
        )
        self._known.update(zip(fresh, ids, strict=True))

    def speaker_of(self, found: Attribution) -> tuple[int, str] | None:
        """The project's speaker of an attribution, and its kind."""
        if found.speaker is None or not found.speaker.name.strip():
            return None
        return self._known[_identity(found.speaker)], found.speaker.kind.value


def _identity(speaker: Speaker) -> Identity:
    return fold(speaker.name).strip(), speaker.kind
