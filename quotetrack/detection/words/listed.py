"""Which lists of the lexicon hold a word, as bits: one look into one table instead of one into each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from quotetrack.detection.records import CueClass, SpeakerKind
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import with_pronouns

GIVEN: Final = 1 << 0
KIND: Final = 1 << 1
"""It names a kind of speaker."""
COMMON: Final = 1 << 2
OBJECT: Final = 1 << 3
OCCASION: Final = 1 << 4
NAMING: Final = 1 << 5
ORDINARY: Final = 1 << 6
"""It is in no name."""
TOWN: Final = 1 << 7
PLACE: Final = 1 << 8
"""A town, a country or what stands for one."""
HEAD: Final = 1 << 9
"""A title, or an office behind which a name stands."""
QUALIFIER: Final = 1 << 10
QUANTITY: Final = 1 << 11
HONORIFIC: Final = 1 << 12
VOICE: Final = 1 << 13
DAY: Final = 1 << 14
SAME: Final = 1 << 15
ONE_OF: Final = 1 << 16
NO_OPENER: Final = 1 << 17
PARTICLE: Final = 1 << 18
INSTITUTION: Final = 1 << 19
PLURAL: Final = 1 << 20
VERB: Final = 1 << 21
DEMONSTRATIVE: Final = 1 << 22
COMPLEMENTISER: Final = 1 << 23
PUBLISHED: Final = 1 << 24
WITHHOLDING: Final = 1 << 25
ISSUED: Final = 1 << 26
DOCUMENT: Final = 1 << 27
ORGANISATION: Final = 1 << 28
OUTLET: Final = 1 << 29
GROUP: Final = 1 << 30
ANONYMOUS: Final = 1 << 31
AUDIENCE: Final = 1 << 32
ACTED_ON: Final = 1 << 33
OFFERED: Final = 1 << 34
WORK: Final = 1 << 35
"""A book, a film or the like."""
HIS_WORK: Final = 1 << 36

PLAIN: Final = COMMON | OBJECT | OCCASION | NAMING
THING_OF_HIS: Final = OBJECT | OCCASION
THING: Final = THING_OF_HIS | DOCUMENT | ORGANISATION
ADDRESSED: Final = HEAD | HONORIFIC
BODY: Final = ORGANISATION | OUTLET
SEVERAL: Final = GROUP | ANONYMOUS

_KINDS: Final = {
    SpeakerKind.DOCUMENT: DOCUMENT,
    SpeakerKind.ORGANISATION: ORGANISATION,
    SpeakerKind.OUTLET: OUTLET,
    SpeakerKind.GROUP: GROUP,
    SpeakerKind.ANONYMOUS: ANONYMOUS,
}


class Lists:
    """The table of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        praise = (cue.of for cue in lexicon.cues if cue.cue_class is CueClass.PRAISE)
        lists: tuple[tuple[int, Iterable[str]], ...] = (
            (GIVEN, words["given"]),
            (COMMON, words["common"]),
            (OBJECT, words["objects"]),
            (OCCASION, words["occasions"]),
            (NAMING, words["naming"]),
            (ORDINARY, words["ordinary"] | words["mute"]),
            (TOWN, lexicon.places),
            (PLACE, lexicon.places | words["metonyms"]),
            (HEAD, words["heads"] | words["before"]),
            (QUALIFIER, words["qualifiers"]),
            (QUANTITY, words["quantities"] | words["each"]),
            (HONORIFIC, words["honorifics"]),
            (VOICE, words["voices"]),
            (DAY, words["days"]),
            (SAME, words["same"]),
            (ONE_OF, words["one_of"]),
            (NO_OPENER, words["no_openers"]),
            (PARTICLE, words["name_particles"]),
            (INSTITUTION, words["institutions"] | words["naming"]),
            (PLURAL, words["plurals"]),
            (VERB, lexicon.verbs),
            (DEMONSTRATIVE, words["demonstratives"]),
            (COMPLEMENTISER, words["complementisers"]),
            (PUBLISHED, words["published"]),
            (WITHHOLDING, words["withholding"]),
            (ISSUED, words["issued"]),
            (AUDIENCE, words["audience"]),
            (WORK, words["works"]),
            (HIS_WORK, with_pronouns(words["works"])),
            (ACTED_ON, words["acts.objects"]),
            (OFFERED, (noun for nouns in praise for noun in nouns if noun.startswith("ال"))),
        )
        self._table = {noun: KIND | _KINDS.get(kind, 0) for noun, kind in lexicon.kinds.items()}
        for bit, listed in lists:
            for fold in listed:
                self._table[fold] = self._table.get(fold, 0) | bit

    def of(self, fold: str) -> int:
        """The lists that hold a folded word."""
        return self._table.get(fold, 0)
