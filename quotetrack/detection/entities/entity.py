"""Somebody whom an article names or describes, with all that its mentions say of him."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final

from quotetrack.detection.records import Gender, Number, Span, Speaker, SpeakerKind

PEOPLE: Final = frozenset((SpeakerKind.PERSON, SpeakerKind.ANONYMOUS))
"""Somebody of a name, or whose name is withheld."""
BODIES: Final = frozenset((SpeakerKind.ORGANISATION, SpeakerKind.OUTLET))
REMEMBERED: Final = 120
"""How many entities and speakers back a reader remembers; it keeps long articles linear."""
_GOD: Final = "الله"
_PROPHET: Final = ("النبي", "الرسول")
_MESSENGER: Final = "رسول"


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody in the article, with all that its mentions said.

    `heads` are the nouns that it was called by (وزير، حركة), `traits` the light stems of everything
    that described it.
    """

    name: str
    key: tuple[str, ...]
    kind: SpeakerKind
    gender: Gender
    number: Number
    named_at: Span
    role: str = ""
    heads: set[str] = field(default_factory=set)
    traits: set[str] = field(default_factory=set)
    located: set[str] = field(default_factory=set)
    """The traits that only say where."""
    honours: set[str] = field(default_factory=set)
    """The honorifics before its titles (معالي، سمو)."""
    named: bool = False
    titled: bool = False
    seen: list[int] = field(default_factory=list)
    """The tokens of its mentions, in text order."""
    issued: bool = False
    """Whether a document has been asked for its issuer."""
    spoke: int = -1
    """The last cue by which it spoke, of those resolved so far."""

    def distance(self, at: int, count: int) -> int:
        """The tokens between `at` and the last mention before it; those that only follow are far.

        `count` is how many tokens the article has, which nobody mentioned before is away.
        """
        i = bisect_left(self.seen, at)
        if i:
            return at - self.seen[i - 1]
        return count + (self.seen[0] - at if self.seen else count)

    def speaker(self) -> Speaker:
        """The record that leaves the room."""
        return Speaker(self.name, self.kind, self.role, self.gender, self.number, self.named_at)

    def is_scripture(self) -> bool:
        """Whether it is God or the Prophet, behind whom somebody else goes on speaking."""
        messenger = bool(self.key) and (self.key[0], self.key[-1]) == (_MESSENGER, _GOD)
        return self.key == (_GOD,) or self.name in _PROPHET or messenger
