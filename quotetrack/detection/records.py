"""What detection reports: attributions as spans into a frozen text.

The three parts (source, cue, content) are those of PARC 3.0 (Pareti 2016); the quotation types
follow the German Wikinews corpus (Petersen-Frey and Biemann 2024), adapted to Arabic.
Offsets count code points, ends are exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the frozen text: code points `start` to `end`, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]


class AttributionType(StrEnum):
    """How the words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    REPORTED = "reported"


class CueClass(StrEnum):
    """What the cue says about the act of speaking."""

    STATEMENT = "statement"
    ANNOUNCEMENT = "announcement"
    CONFIRMATION = "confirmation"
    EXPLANATION = "explanation"
    ADDITION = "addition"
    POINTING = "pointing"
    DENIAL = "denial"
    WARNING = "warning"
    ACCUSATION = "accusation"
    CLAIM = "claim"
    OPINION = "opinion"
    ADMISSION = "admission"
    DIRECTIVE = "directive"
    QUESTION = "question"
    ANSWER = "answer"
    PRAISE = "praise"
    PROMISE = "promise"
    RELAY = "relay"
    ACCORDING = "according"
    HEARSAY = "hearsay"
    NONE = "none"


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"
    ANONYMOUS = "anonymous"


class Gender(StrEnum):
    """Grammatical gender, where the text shows it."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    UNKNOWN = "unknown"


class Number(StrEnum):
    """Grammatical number, where the text shows it."""

    SINGULAR = "singular"
    DUAL = "dual"
    PLURAL = "plural"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is, resolved within one article.

    `name` is the fullest name or description that the article gives, without the title where
    there is a proper name; `role` is that title («وزير الخارجية الأميركي»), "" where none is
    given. `named_at` is where the name stands in the text.
    """

    name: str
    kind: SpeakerKind
    role: str = ""
    gender: Gender = Gender.UNKNOWN
    number: Number = Number.UNKNOWN
    named_at: Span | None = None

    @property
    def anonymous(self) -> bool:
        """Whether the text keeps the speaker's name back."""
        return self.kind is SpeakerKind.ANONYMOUS


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Somebody (source) said (cue) something (content).

    `content` has more than one span only where the cue or the source interrupts it. `parent` is
    the index, in the list that `detect` returns, of the attribution whose content holds this one.
    `rule` names the rule that made it (message key `rule.<name>`), `confidence` is the share of
    attributions of its kind that were right on annotated articles.
    """

    type: AttributionType
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: Speaker | None = None
    parent: int | None = None
    cue_class: CueClass = CueClass.NONE
    cue_lemma: str = ""
    rule: str = ""
    confidence: float = 1.0
