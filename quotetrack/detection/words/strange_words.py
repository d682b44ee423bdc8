"""Words that the language does not have, and what may stand around a name that is made of them.

No list knows all names; what is no word of the language can only be one, whatever it begins or ends like.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import WORD, Word, bare, light

STRANGE: Final = 1 << 0  # of no language but that of names
LAST: Final = 1 << 1  # may be a last name with its article (العبادي)
ENDS_TITLE: Final = 1 << 2  # a title may end with it: it has an article, or is a place
GOES_ON: Final = 1 << 3  # adds somebody behind a name (ومحمد، والرئيس), or is a verb (يرافقه)
SON: Final = 1 << 4  # stands within names, and opens none (بن)

_LETTERS: Final = 3
"""The fewest letters of a strange word."""
_KNOWN: Final = (
    nouns.ORDINARY
    | nouns.SOMEBODY
    | nouns.COMMON
    | nouns.QUALIFIER
    | nouns.PLACE
    | nouns.IN_PLACE
    | nouns.TOWN
    | nouns.COUNTRY
    | nouns.BODY
    | nouns.ACT
    | nouns.DAY
    | nouns.TIME
    | nouns.NUMBER
    | nouns.IN_ACCUSATIVE
    | nouns.WITH_ARTICLE
    | nouns.DOCUMENT
    | nouns.AUDIENCE
    | nouns.STOPS
    | nouns.SAME
    | nouns.OTHER
    | nouns.ANOTHER
)
"""What is a word of the language."""
_LEANED: Final = "ولبكفس"
"""What may be written with the word of the language behind it (لسوق، وبالتالي، ستكون)."""
_ARTICLES: Final = ("بال", "كال", "لل", "وال", "فال", "وب", "ول")
_NO_ENDINGS: Final = ("ة", "ها", "هم")
_HIS: Final = "ه"
_NAMES_IN_HA: Final = ("يه", "لله")
"""How names end in ه, as hardly a noun with its pronoun does (ميبويه، عطالله, unlike إعجابه)."""
_AND: Final = "و"
_NISBA: Final = "ي"
_FOR_THE: Final = "لل"
_FOR_THAT: Final = "فإ"
"""How «then» begins that is spelt like a particle of names (فإن، فان)."""
_HE: Final = "ي"
_HE_WILL: Final = "سي"
_VOWELS: Final = "اويه"
"""With one of them behind ي a word is rather a name than a verb (يوهان, unlike يقرب)."""


class StrangeWords:
    """Tells them by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._verbs = lexicon.verbs - words["given"]
        self._language = words["ordinary"] | words["mute"] | words["heads"] | words["plurals"]
        self._language |= words["common"] | words["naming"] | words["objects"]
        self._language |= {bare(noun) for noun in lexicon.kinds}
        self._several = words["one_of"] | words["each"] | words["quantities"] | words["alone"]
        self._sons, self._faith = words["sons"], words["faith"]
        self._particles = words["name_particles"] | words["sons"] | words["kunya"]
        self._places, self._nations = lexicon.places, frozenset(map(light, lexicon.places))

    def flags(self, word: Word) -> int:
        """What the word, of which all else is known, is in or around a name that no list knows."""
        if word.kind != WORD:
            return 0
        return (
            self._is_strange(word) * STRANGE
            | self._may_be_last(word) * LAST
            | self._ends_title(word) * ENDS_TITLE
            | self._goes_on(word) * GOES_ON
            | (word.fold in self._sons) * SON
        )

    def _is_strange(self, word: Word) -> bool:
        if word.fold in self._particles:
            return not word.raw.startswith(_FOR_THAT)
        if len(word.fold) < _LETTERS or word.raw.endswith(_NO_ENDINGS) or word.base in self._several:
            return False
        if word.given:
            return not word.definite
        small = word.preposition or word.adverbial or word.relative or word.complementiser
        if small or word.cues or word.joined or word.given_added or _is_act(word.fold):
            return False
        listed = word.base in self._verbs or word.fold in self._places or light(word.fold) in self._nations
        return not (listed or word.noun & _KNOWN or self._is_led(word.fold))

    def _may_be_last(self, word: Word) -> bool:
        if not word.definite or word.head or word.title or not word.fold.endswith(_NISBA):
            return False
        known = word.noun & (_KNOWN & ~nouns.WITH_ARTICLE)
        return not known and light(word.fold) not in self._nations and word.base not in self._language

    def _ends_title(self, word: Word) -> bool:
        if word.fold in self._faith:
            return False
        return word.definite or word.fold.startswith(_FOR_THE) or word.fold in self._places

    def _goes_on(self, word: Word) -> bool:
        another = word.adds and (word.head or word.title)
        return word.given_added or another or word.joined or word.base in self._verbs or _is_act(word.fold)

    def _is_of_language(self, fold: str) -> bool:
        return fold in self._language or fold in self._verbs or f"{fold}ه" in self._language

    def _is_led(self, fold: str) -> bool:
        """Whether it is a word of the language with a letter or two before it, or a pronoun behind."""
        if fold.endswith(_HIS):
            noun = not fold.endswith(_NAMES_IN_HA) or self._is_of_language(fold[:-1])
            if noun or fold[0] == _AND:
                return True  # إعجابه، وأخيه
        rest = fold[1:]
        leaned = fold[0] in _LEANED and self._is_of_language(rest)
        return leaned or (fold.startswith(_ARTICLES) and len(rest) > _LETTERS + 1)


def _is_act(fold: str) -> bool:
    """Whether a folded word has the shape of a verb in the present, and of no foreign name."""
    if fold.startswith(_HE_WILL):
        return not any(letter in _VOWELS for letter in fold[2:])  # سيقطع, unlike سيمون
    return len(fold) > 1 and fold[0] == _HE and (fold[1] not in _VOWELS or fold.endswith(_HIS))
