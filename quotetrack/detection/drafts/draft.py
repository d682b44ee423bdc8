"""An attribution while it is being made: token numbers in place of offsets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from quotetrack.detection.records import AttributionType, CueClass, Gender, Number, Speaker

Range = tuple[int, int]


class Whose(Enum):
    """How the speaker of a draft is to be found."""

    SOURCE = auto()
    """The source phrase names or describes the speaker."""
    CONTINUED = auto()
    """A pro-drop verb or a pronoun: whoever spoke before and agrees."""
    ATTACHED = auto()
    """A participle: the speaker of the verb it hangs on, else the subject of its sentence."""
    INTERVIEWED = auto()
    """An answer: whoever the interview is with."""
    NOBODY = auto()
    """Hearsay."""


@dataclass(slots=True)
class Found:
    """A source phrase in place: its first token, its cue, its source and the token after it."""

    first: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    after: int
    lemma: str
    cue_class: CueClass
    clitic: bool = False
    own: bool = False
    """Whether it only names the speaker once more (على حد تعبيره)."""
    relay: bool = False
    """Whether it names whom a report before it passes on (أفاد المصدر نقلاً عن مسؤول)."""
    his: bool = False
    """Whether a pronoun in it means whoever spoke before (والحل، برأيه، قريب)."""
    relayed: bool = False
    """Whether it names whom a relaying verb before it passes on (نقل البيان على لسان فلان)."""


@dataclass(slots=True)
class Draft:
    """What a rule found. `anchor` is the token that orders drafts; ranges end exclusively."""

    rule: str
    anchor: int
    type: AttributionType
    content: list[Range]
    cue: Range | None = None
    source: Range | None = None
    whose: Whose = Whose.SOURCE
    cue_class: CueClass = CueClass.NONE
    lemma: str = ""
    gender: Gender = Gender.UNKNOWN
    number: Number = Number.UNKNOWN
    first_person: bool = False
    pronoun: bool = False
    """Whether a pronoun before the verb is its subject (لكنه حذر)."""
    clitic: bool = False
    """Whether a ل or و stands before the source as part of its first word (وفقاً لمسؤول)."""
    praised: str = ""
    """Whom a eulogy names in place of a subject (قال تعالى)."""
    described: bool = False
    """Whether its clause only describes a noun, which nobody takes up (بلاغات تفيد بأن)."""
    anothers: bool = False
    """Whether its verb shows that nobody who has spoken is meant."""
    strength: int = 2
    """2 if the cue can be nothing but a cue, less the surer it is another word."""
    parent: int | None = None
    speaker: Speaker | None = None

    @property
    def start(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """The token after the content."""
        return self.content[-1][1]
