"""Documents with a pronoun on them («تقريرهم», «بيانها»): what they are, and whose they may be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotetrack.detection.entities.entity import Entity
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.words.word import PLURAL, PLURAL_OBLIQUE, Word, is_plural_participle

_HERS: Final = "ها"
_THEIRS: Final = "هم"
_HIS: Final = "ه"


def document_of_theirs(word: Word, kinds: Mapping[str, SpeakerKind]) -> tuple[str, str]:
    """The folded document that the word is, and the pronoun that is on it; empty where none is.

    `kinds` tells by folded nouns what they are.
    """
    for pronoun in (_HERS, _THEIRS, _HIS):
        noun = word.fold.removesuffix(pronoun)
        if noun == word.fold or word.raw[-1] != pronoun[-1]:
            continue
        for known in (noun, noun[:-1] + _HIS if noun.endswith("ت") else noun):
            if kinds.get(known) is SpeakerKind.DOCUMENT:
                return known, pronoun
    return "", ""


def owns(entity: Entity, pronoun: str) -> bool:
    """Whether the pronoun on a document may be the entity's."""
    if entity.kind is SpeakerKind.DOCUMENT:
        return False
    if pronoun == _THEIRS:
        return entity.number is Number.PLURAL or entity.kind is SpeakerKind.GROUP
    gender = Gender.FEMININE if pronoun == _HERS else Gender.MASCULINE
    return entity.number is not Number.PLURAL and entity.gender is gender


def whose_name(name: str, pronoun: str) -> str:
    """The name of those whom the pronoun means, as it stands behind a noun."""
    return " ".join(map(_oblique, name.split(" "))) if pronoun == _THEIRS else name


def _oblique(word: str) -> str:
    """A word of people in the plural as it stands behind a noun (مراقبو as مراقبي، محليون as محليين)."""
    if word.endswith(PLURAL):
        return word.removesuffix(PLURAL) + PLURAL_OBLIQUE
    several = word.endswith("و") and is_plural_participle(f"{word}ن")
    return f"{word[:-1]}ي" if several else word
