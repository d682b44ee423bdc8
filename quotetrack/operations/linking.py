"""From the speakers of one article to those of the project.

A name that leads to one known speaker is linked to it, unless the roles say that it is somebody
else; homonyms are told apart by role, then by outlet. In doubt a new speaker is made: merging two is
one step for a person, taking one apart is many (see `Speakers.merge_suggestions`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from quotetrack.detection.records import Attribution, Speaker, SpeakerKind
from quotetrack.store import Reading
from quotetrack.store.likely import role_likeness
from quotetrack.store.rows import folded_name
from quotetrack.store.writer import Writer
from quotetrack.text import fold

SAME_ROLE = 50.0
WHOLE_NAME = 3
Linked = tuple[int, str]
_Key = tuple[str, SpeakerKind, str, int | None]


@dataclass(slots=True)
class _Known:
    """A speaker that a name may mean; `outlets` are those in which this import quoted them.

    `by_alias` says that a person gave them this name.
    """

    id: int
    role: str
    by_alias: bool = False
    outlets: set[int | None] = field(default_factory=set)


class Linker:
    """Links mentions to speakers, and makes the speakers that are new."""

    def __init__(self, writer: Writer, reading: Reading) -> None:
        self._writer = writer
        self._reading = reading
        self._folded: dict[str, str] = {}
        self._links: dict[_Key, Linked] = {}
        self._known: dict[tuple[str, SpeakerKind], list[_Known]] = {}
        self._next = writer.next_id("speakers")
        self._fresh: list[tuple[str, ...]] = []

    def link(self, found: Attribution, outlet: int | None) -> Linked | None:
        """The speaker of an attribution in an article of `outlet`, and its kind; None without a name."""
        speaker = found.speaker
        if speaker is None or not (name := self._fold(speaker.name)):
            return None
        key = (name, speaker.kind, self._fold(speaker.role), outlet)
        if key not in self._links:
            self._links[key] = (self._find(key) or self._make(key, speaker), speaker.kind.value)
        return self._links[key]

    def finish(self) -> None:
        """Adds the new speakers; before the rows that name them."""
        self._writer.insert("speakers", ("name", "folded", "kind", "role"), self._fresh)
        self._fresh = []

    def _fold(self, text: str) -> str:
        if text not in self._folded:
            self._folded[text] = folded_name(text)
        return self._folded[text]

    def _find(self, key: _Key) -> int | None:
        name, kind, role, outlet = key
        if (name, kind) not in self._known:
            rows = self._reading.speakers.candidates(name, kind)
            self._known[name, kind] = [_Known(id_, fold(known), by) for id_, known, by in rows]
        known = self._known[name, kind]
        chosen = self._choose(known, name, role, outlet) if kind is SpeakerKind.PERSON else known[:1]
        if len(chosen) != 1:
            return None
        chosen[0].outlets.add(outlet)
        return chosen[0].id

    def _choose(self, known: list[_Known], name: str, role: str, outlet: int | None) -> list[_Known]:
        """The candidates that may be meant; the one is meant only where there is no other."""
        agreeing = [one for one in known if role and one.role and role_likeness(one.role, role) >= SAME_ROLE]
        if len(known) > 1:
            if len(agreeing) == 1:
                return agreeing
            here = [one for one in agreeing or known if self._quoted_in(one, outlet)]
            return here if len(here) == 1 else [one for one in known if not role and not one.role]
        certain = agreeing or len(name.split()) >= WHOLE_NAME or any(one.by_alias for one in known)
        if certain or not role or not all(one.role for one in known):
            return known
        return [one for one in known if self._quoted_in(one, outlet)]

    def _quoted_in(self, one: _Known, outlet: int | None) -> bool:
        return outlet is not None and (
            outlet in one.outlets or self._reading.speakers.quoted_in(one.id, outlet)
        )

    def _make(self, key: _Key, speaker: Speaker) -> int:
        name, kind, role, outlet = key
        id_ = self._next + len(self._fresh)
        self._fresh.append((" ".join(speaker.name.split()), name, kind.value, speaker.role.strip()))
        self._known[name, kind].append(_Known(id_, role, outlets={outlet}))
        return id_
