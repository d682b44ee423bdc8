"""Any number of invented Arabic articles with attributions, for measuring; the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from quotetrack.article import Article, Origin, OriginKind
from quotetrack.detection.records import Attribution, AttributionType, CueClass, Span, Speaker, SpeakerKind

_ROOT_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
_PATTERNS = (
    "{}{}{}",
    "{}ا{}{}",
    "م{}{}و{}",
    "{}{}ا{}",
    "ت{}{}ي{}",
    "است{}{}ا{}",
    "{}{}{}ة",
    "م{}ا{}{}ة",
    "{}{}{}ات",
)
_PREFIXES = ("", "", "", "ال", "ال", "ال", "و", "وال", "بال", "ل", "في", "لل", "ف")
_FIRST = [
    "أحمد",
    "محمد",
    "سالم",
    "ليلى",
    "كريم",
    "مها",
    "خالد",
    "هدى",
    "يوسف",
    "سعاد",
    "طارق",
    "منى",
    "جمال",
    "رنا",
    "فادي",
    "نورا",
    "ماهر",
    "عبير",
    "أنس",
    "دينا",
]
_CUES = (
    ("قال", CueClass.STATEMENT),
    ("أكّد", CueClass.CONFIRMATION),
    ("أضاف", CueClass.ADDITION),
    ("نفى", CueClass.DENIAL),
    ("حذّر", CueClass.WARNING),
    ("أوضح", CueClass.EXPLANATION),
    ("زعم", CueClass.CLAIM),
    ("أعلن", CueClass.ANNOUNCEMENT),
)
_ROLES = ("وزير الخارجية", "رئيس البلدية", "المتحدث باسم الشركة", "مدير المستشفى", "النائبة", "الخبير")
_OUTLETS = tuple(
    f"صحيفة {name}" for name in ("النهر", "الساحل", "الجبل", "الميناء", "البستان", "الواحة")
) + tuple(f"وكالة {number}" for number in range(44))
VOCABULARY, PEOPLE = 60_000, 20_000


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Words and the running sum of how often they come, after Zipf."""
    chance = random.Random(1)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        root = chance.sample(_ROOT_LETTERS, 3)
        words[chance.choice(_PREFIXES) + chance.choice(_PATTERNS).format(*root)] = None
    return list(words), list(accumulate(1 / (rank + 8) for rank in range(VOCABULARY)))


@cache
def _people() -> tuple[list[Speaker], list[float]]:
    chance = random.Random(2)
    names: dict[str, None] = {}
    while len(names) < PEOPLE:
        family = chance.choice(_PATTERNS[:4]).format(*chance.sample(_ROOT_LETTERS, 3))
        names[f"{chance.choice(_FIRST)} {chance.choice(_FIRST)} ال{family}"] = None
    kinds = [SpeakerKind.PERSON] * 7 + [SpeakerKind.ORGANISATION] * 2 + [SpeakerKind.ANONYMOUS]
    people = [Speaker(name, chance.choice(kinds), chance.choice(_ROLES)) for name in names]
    return people, list(accumulate(1 / (rank + 20) for rank in range(PEOPLE)))


def articles(
    count: int, quotes: int = 10, characters: int = 1_800
) -> Iterator[tuple[Article, list[Attribution]]]:
    """`count` articles of about `characters` code points with `quotes` attributions each."""
    chance = random.Random(3)
    words, weights = _vocabulary()
    people, people_weights = _people()
    start = date(2015, 1, 1)
    for number in range(count):
        text, found = "", []
        speakers = chance.choices(people, cum_weights=people_weights, k=3)
        for _ in range(quotes):
            speaker, (cue, cue_class) = chance.choice(speakers), chance.choice(_CUES)
            said = " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(10, 25)))
            text += f"{cue} "
            cue_span = Span(len(text) - len(cue) - 1, len(text) - 1)
            source = Span(len(text), len(text) + len(speaker.role) + 1 + len(speaker.name))
            text += f"{speaker.role} {speaker.name} إن "
            content = Span(len(text), len(text) + len(said))
            text += f"{said}. "
            found.append(
                Attribution(
                    type=chance.choices(list(AttributionType), (3, 5, 1, 1))[0],
                    content=(content,),
                    cue=cue_span,
                    source=source,
                    speaker=speaker,
                    cue_class=cue_class,
                    cue_lemma=cue,
                    rule="vso",
                    confidence=round(chance.uniform(0.4, 1.0), 2),
                )
            )
        if len(text) < characters:
            text += (
                " ".join(chance.choices(words, cum_weights=weights, k=(characters - len(text)) // 6)) + "."
            )
        yield (
            Article(
                text=text,
                title=" ".join(chance.choices(words, cum_weights=weights, k=6)),
                outlet=chance.choice(_OUTLETS),
                published=start + timedelta(days=chance.randrange(4_000)),
                link=f"https://example.org/{number}",
                origin=Origin(kind=OriginKind.TABLE, name=str(number)),
            ),
            found,
        )


def common_word(rank: int) -> str:
    """The word that comes `rank`-most often."""
    return _vocabulary()[0][rank]
