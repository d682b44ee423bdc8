"""A word: one spelling, all that the lexicon knows of it, and what its shape tells."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quotetrack.detection.words.entries import CueForm

WORD: Final = 0
STOP: Final = 1
COMMA: Final = 2
COLON: Final = 3
OPEN: Final = 4
CLOSE: Final = 5
STRAIGHT: Final = 6
PAREN: Final = 7
UNPAREN: Final = 8
DASH: Final = 9
BREAK: Final = 10
OTHER: Final = 11

AS_NAME: Final = 1 << 0
AS_MARK: Final = 1 << 1
AS_OPENING: Final = 1 << 2
AS_OFFICE: Final = 1 << 3
BEFORE_NAME: Final = 1 << 4
AS_LETTER: Final = 1 << 5
"""What an article is searched for: flags of `Word.sought`."""

LEANING: Final = ("ل", "ب", "ك")
"""Prepositions that are written with the noun on which they lean."""
LEANING_ON_HAMZA: Final = ("لإ", "لأ", "لآ")
"""How a noun with a hamza begins on which ل leans."""
ADDING: Final = ("و", "ف")
PERCENT: Final = ("%", "٪")
SUFFIXES: Final = ("هما", "ها", "هم", "هن", "ه")
"""The pronouns of a third person as they are written on a noun."""
ACCUSATIVE: Final = ("اً", "ًا")
"""How an indefinite accusative ends where the text vocalises it."""
PLURAL: Final = "ون"
PLURAL_OBLIQUE: Final = "ين"
"""How the sound plural of people ends as a subject, and elsewhere."""
ALAN: Final = ("ألان", "آلان")
"""A first name that folds like «now» (الآن)."""


@dataclass(slots=True)
class Word:
    """One spelling and all that the lexicon knows of it.

    `base` is the folded word without a conjunction (و، ف) that stands before a known word;
    `joined` says whether one was there. `cues` are the cue forms that it may be. What passes over whole
    articles read stands first, close together in memory.
    """

    raw: str
    fold: str
    kind: int
    sought: int = 0
    """As what it is looked for in an article: flags from `AS_NAME` on."""
    noun: int = 0
    """What it may be in a noun phrase: flags of `nouns`."""
    named: int = 0
    """What it is in or around a name that no list knows: flags of `strange_words`."""
    signal: bool = True
    """Whether it may open, hinder or end a report; a search for one passes over all others."""
    base: str = ""
    joined: bool = False
    cues: tuple[CueForm, ...] = ()
    object: bool = False
    complementiser: bool = False
    adverbial: bool = False
    preposition: bool = False
    relative: bool = False
    pronoun: bool = False
    """A preposition with its pronoun (به، منها)."""
    title: bool = False
    head: bool = False
    leaned: bool = False
    """A title on which a preposition leans (بوزير)."""
    naming: bool = False
    given: bool = False
    given_added: bool = False
    """A first name that و adds (وأحمد)."""
    kin: bool = False
    """What stands behind it is a name (أبو، بن)."""
    finite: bool = False
    verbal: bool = False
    """A verb, as a list or its shape tells."""
    verb_too: bool = False
    """Spelt like a verb and like a noun (تقدم, بحث)."""
    surname_too: bool = False
    """Spelt like a verb or a particle, which a surname may be too (ساري، فان)."""
    adds: bool = False
    """Its first letter is the conjunction و (وسامي، والوزير), not its own (وزارة، وليد)."""
    stem: str = ""
    noun_too: bool = False
    look_alike: bool = False
    """Spelt like an adverb or a preposition (عبر، عقب), with no shadda to tell the verb."""
    definite: bool = False
    passive: bool = False
    opening: str = ""
    """As what it may open a source phrase: وبحسب as بحسب."""


def with_pronouns(nouns: Iterable[str]) -> frozenset[str]:
    """Folded nouns with each pronoun of a third person written on them (ثقته, ثقتها of ثقة)."""
    stems = (noun[:-1] + "ت" if noun.endswith("ه") else noun for noun in nouns)
    return frozenset(stem + pronoun for stem in stems for pronoun in SUFFIXES)


def without_clitic(fold: str, in_lam: Container[str]) -> str:
    """A folded noun without the و that adds it or the preposition that leans on it.

    Behind a ل another one stands for an article (للوزير), or is the first letter of one of `in_lam`:
    of a name (لليلى), or of a noun with its article, of which one ل is not written (للجنة).
    """
    if fold.startswith("لل"):
        article, letters = hidden_article(fold, in_lam)
        return article + fold[letters:]
    if fold.startswith("و") and len(fold) > 3:
        return fold[1:]
    return fold[1:] if fold.startswith(LEANING) and len(fold) > 2 else fold


def hidden_article(fold: str, in_lam: Container[str]) -> tuple[str, int]:
    """The article of a noun behind a ل, and how many letters of the two it stands in place of."""
    if not fold.startswith("لل") or fold[1:] in in_lam:
        return "", 1
    return "ال", 1 if f"ال{fold[1:]}" in in_lam else 2


def is_latin(letter: str) -> bool:
    """Whether a letter is one of the Latin alphabet (لـCNN)."""
    return letter.isascii() and letter.isalpha()


def bare(fold: str) -> str:
    """A folded noun without the article."""
    return fold[2:] if fold.startswith("ال") and len(fold) > 4 else fold


def stem(fold: str) -> str:
    """A folded noun or adjective without article and feminine ending: الأميركية and أميركي are one."""
    fold = bare(fold)
    if fold.endswith("يه") and len(fold) > 4:
        return fold[:-1]
    return fold[:-1] if fold.endswith("ا") and len(fold) > 4 else fold


@lru_cache(maxsize=1 << 16)
def light(fold: str) -> str:
    """A folded noun or adjective by what it shares with its kin: روسيا، الروسي and روسية are one.

    A light stem (Larkey, Ballesteros and Connell 2002): article and common endings off, no root.
    """
    for article in ("ال", "لل", "بال", "وال"):
        if fold.startswith(article) and len(fold) > len(article) + 2:
            fold = fold[len(article) :]
            break
    for _ in range(2):
        for ending in ("يا", "يه", "ات", "ون", "ين", "ي", "ه", "ا"):
            if fold.endswith(ending) and len(fold) - len(ending) >= 3:
                fold = fold[: -len(ending)]
                break
    return fold


def without_dual(fold: str) -> str:
    """A folded adjective without the ending of two who are the subject (مطلعان، مطلعتان)."""
    for ending in ("تان", "ان"):
        if fold.endswith(ending) and len(fold) - len(ending) >= 4:
            return fold.removesuffix(ending)
    return fold


def is_masdar(fold: str) -> bool:
    """Whether a folded word without article has the shape of a verbal noun of form II (تشغيل، تعزيز)."""
    return len(fold) == 5 and fold[0] == "ت" and fold[3] == "ي" and fold[4] != "ه"


_PLURAL_PARTICIPLE: Final = re.compile("م(?:[^اوي]|وا)\\w{2,}(?:ون|ين)")


def is_plural_participle(fold: str) -> bool:
    """Whether a folded noun has the shape of participles in the plural (متظاهرون), as hardly a name has."""
    return _PLURAL_PARTICIPLE.fullmatch(fold) is not None


_DERIVED: Final = re.compile("ا...ا.|است..ا.|است.ا.ه|ت..ي.")


def is_derived(fold: str) -> bool:
    """Whether a folded noun is by its shape a verbal noun of a form that no name has (الانتظار، التعليق)."""
    return _DERIVED.fullmatch(bare(fold)) is not None


_MASDAR: Final = re.compile(
    "(?:ت..ي.|ا..ا.|ا...ا.|است..ا.|است.ا.ه|ا.ا.ه|م.ا..ه|ت.ا..|ت...)(?:ه|ها|هم)?|(?:است.ا.|ا.ا.|م.ا..)ت(?:ه|ها|هم)"
)


def may_be_masdar(fold: str) -> bool:
    """Whether a folded noun may be a verbal noun by its shape, with article or pronoun (الانسحاب، توصله)."""
    return _MASDAR.fullmatch(bare(fold)) is not None


def adds_noun(word: Word) -> bool:
    """Whether the word is و and a noun with its article (والتجزئة), which begins no subject."""
    return word.fold.startswith("وال") and not (word.head or word.title or word.given)
