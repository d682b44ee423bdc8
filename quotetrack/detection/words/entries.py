"""What the lexicon holds of a word of saying: cues, their inflected forms, and source phrases."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from quotetrack.detection.records import CueClass, Gender, Number

SHADDA: Final = "\u0651"


class Form(Enum):
    """What a form of a cue is."""

    PAST = auto()
    PRESENT = auto()
    PARTICIPLE = auto()
    NOUN = auto()


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying and what it takes; see the head of `cues.toml`."""

    lemma: str
    cue_class: CueClass
    past: str
    present: str = ""
    short: str = ""
    participle: str = ""
    nouns: tuple[str, ...] = ()
    clause: frozenset[str] = frozenset()
    act: frozenset[str] = frozenset()
    quotes: bool = True
    object: bool = False
    describes: bool = False
    transitive: bool = False
    document: bool = False
    relay: bool = False
    within: bool = False
    hamza: bool = False
    """Whether the past ends in a hamza, which folds like the alef of a defective verb (تنبأ)."""
    of: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    passes: bool = False
    greets: bool = False
    repeats: bool = False
    unowned: bool = False
    events: bool = False
    calls: bool = False
    near: bool = False
    doubled: bool = False
    quoted: bool = False
    blames: bool = False
    hopes: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class CueForm:
    """One inflected form: which cue, what form, and whom it agrees with."""

    cue: Cue
    form: Form
    gender: Gender = Gender.UNKNOWN
    number: Number = Number.UNKNOWN
    person: int = 3
    suffix: bool = False
    jussive: bool = False
    """A short present that only follows a negation (لم يقل)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase such as وفقاً لـ: its words, what the source follows, whom it names.

    `unless` are the folded words before which it says something else. One that stands `apart` covers
    a clause only where a mark or the start of the sentence parts it from the word before.
    """

    words: tuple[str, ...]
    then: str = ""
    relay: bool = False
    unless: frozenset[str] = frozenset()
    apart: bool = False
    his: bool = False
    """Whether it ends with a pronoun, which means whoever spoke before (برأيه), or who speaks (حد تعبيره)."""


OF_FACTS: Final = frozenset(
    (
        CueClass.STATEMENT,
        CueClass.ANNOUNCEMENT,
        CueClass.CONFIRMATION,
        CueClass.EXPLANATION,
        CueClass.ADDITION,
        CueClass.POINTING,
        CueClass.CLAIM,
        CueClass.ANSWER,
        CueClass.ADMISSION,
        CueClass.ACCUSATION,
    )
)
"""What says that something is so: a wish or an order needs more to be one of these."""
OF_OTHERS: Final = frozenset((CueClass.CLAIM, CueClass.ACCUSATION))
"""What people deny that others say: a noun of these with a clause may be what a verb is about."""
