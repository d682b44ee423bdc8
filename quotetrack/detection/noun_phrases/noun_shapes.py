"""What a noun is by its shape, or with the noun behind it."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    LEANING,
    PLURAL,
    WORD,
    Word,
    is_plural_participle,
    may_be_masdar,
)

_PRIVATE: Final = "خاصه"
_WITH: Final = "ب"
_YESTERDAY: Final = "امس"
_THE_FIRST: Final = "الاول"
_OF_WHOM: Final = "ل"
_MARKED: Final = 4
"""The most words in marks that name a body."""
_HERS: Final = "ها"
_LEANED: Final = ("بال", "لل", "كال")
"""How a noun with its article begins that a preposition leans on."""
_PLURAL_AS_OWNED: Final = "و"
_AGENT: Final = "ا"
_SHORTEST: Final = 4
_ACCUSATIVE_HAMZA: Final = ("اءه", "اءها", "اءهم", "اءهما", "اءهن")


def is_object_by_hamza(word: Word) -> bool:
    """Whether the seat of its hamza shows the word in the accusative (زملاءه, as زملاؤه is a subject)."""
    return word.raw.endswith(_ACCUSATIVE_HAMZA)


def things(lexicon: Lexicon) -> frozenset[str]:
    """The folded nouns of the language on which a ب may lean, though with it they look like a name (بوفد)."""
    words = lexicon.words
    return words["ordinary"] | words["begins_with_w"] | words["begins_with_b"]


def is_with_b(word: Word, nouns_behind: Container[str], own: Container[str]) -> bool:
    """Whether the preposition ب leans on one of the nouns («عاد الوزير بوفد»), and the word is not its `own`.

    Both hold folded words.
    """
    fold = word.fold
    return fold[0] == _WITH and fold[1:] in nouns_behind and fold not in own and not word.given


def is_felt(tokens: Tokens, i: int, feelings: Container[str]) -> bool:
    """Whether the honorific at i is what somebody feels about something (أبدت سعادتها بالنجاح)."""
    words = tokens.words
    if i + 1 >= tokens.count or words[i].fold not in feelings or not words[i].noun & nouns.SAME:
        return False
    after = words[i + 1]
    return after.preposition or (after.kind == WORD and after.fold[0] in LEANING)


def is_its_same(tokens: Tokens, first: int, end: int, *, feminine: bool) -> bool:
    """Whether «himself» before `end` goes with the noun at `first` (المصدر نفسه), not with one behind it.

    «مزارع في القرية نفسها», «رئيس اللجنة نفسها»: those are new, unless the noun is definite.
    """
    words = tokens.words
    at = next((k for k in range(first + 1, end) if words[k].noun & nouns.SAME), end)
    if at == end or at == first + 1 or words[first].definite:
        return True
    apart = any(word.preposition or word.fold.startswith(_LEANED) for word in words[first + 1 : at])
    return not apart and words[at].fold.endswith(_HERS) is feminine


def is_private(tokens: Tokens, i: int, private: Container[str]) -> bool:
    """Whether the word at i is an adjective of one of the nouns `private` (مصادر خاصة), no «especially»."""
    return i > 0 and tokens.words[i].fold == _PRIVATE and tokens.words[i - 1].base in private


def pointed_at(tokens: Tokens, phrase: Range) -> int:
    """The first token of a phrase behind the demonstrative that it may open with (هذا الاستطلاع)."""
    first, end = phrase
    return first + bool(tokens.words[first].noun & nouns.DEMONSTRATIVE and first + 1 < end)


def office(tokens: Tokens, first: int, i: int) -> int:
    """The token before i at which the office begins of whom the phrase at `first` names (سامي الخالد مدير …).

    `first` itself where the phrase begins with no name, or none follows.
    """
    words = tokens.words
    opening = words[first]
    if opening.title or opening.head or not (opening.given or opening.noun & nouns.NAMES):
        return first
    return next((k for k in range(i - 1, first + 1, -1) if words[k].title or words[k].head), first)


def is_day_before_yesterday(tokens: Tokens, i: int) -> bool:
    """Whether «أمس الأول» begins at i, whose second word is nobody."""
    words = tokens.words
    return i + 1 < tokens.count and words[i].fold == _YESTERDAY and words[i + 1].fold == _THE_FIRST


def is_unknown(word: Word) -> bool:
    """Whether the word may be a name that no list knows, and is no word of the language."""
    return bool(word.noun & nouns.MAY_BEGIN_NAME) and not word.noun & nouns.ORDINARY


def is_explained(tokens: Tokens, i: int) -> bool:
    """Whether the word at i is a noun of the language, in no name, and the next one says of what it is.

    «رابطة العالم الإسلامي»، «مستخدمو الحافلات»، «كبار ضباط الجيش».
    """
    word, following = tokens.words[i], tokens.words[i + 1] if i + 1 < tokens.count else None
    if word.kind != WORD or following is None or following.relative:
        return False
    if word.noun & nouns.WITH_ARTICLE or word.given or (word.cues and not _is_noun(word)):
        return False
    if following.noun & (nouns.TIME | nouns.DAY):
        return False  # تقرير صادر الشهر الماضي
    noun = word.noun & nouns.ORDINARY or is_plural_participle(f"{word.fold}ن")
    return bool(noun) and (following.definite or bool(following.noun & nouns.OPEN_ENDED))


def awaits_owner(word: Word) -> bool:
    """Whether the word is a plural without its nun, which the next noun must explain (مراقبو، ناشطو)."""
    fold = word.fold
    if not fold.endswith(_PLURAL_AS_OWNED) or word.given or word.definite or word.finite:
        return False
    agents = len(fold) > _SHORTEST and fold[1] == _AGENT  # معارضو, صائدو
    return is_plural_participle(f"{fold}ن") or (agents and bool(word.noun & nouns.ORDINARY))


def _is_noun(word: Word) -> bool:
    """Whether what is spelt like a cue is a noun as often, on no preposition (أبرز الخبراء، إعلان الضفاف)."""
    return word.noun_too and word.raw[0] not in LEANING and not word.joined


def is_full_name(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the word at i is a surname with its article, right behind a first name (سامي الخالد)."""
    word, given = tokens.words[i], tokens.words[i - 1]
    if i - 1 < first or not given.given or given.definite or not word.definite:
        return False
    office = word.head or word.title or word.naming
    return not (office or word.noun & (nouns.ORDINARY | nouns.QUALIFIER))


def is_act_of(tokens: Tokens, i: int) -> bool:
    """Whether the word at i has the shape of a verbal noun, and a noun behind it says whose act it is."""
    following = tokens.words[i + 1] if i + 1 < tokens.count else None
    if following is None or not following.definite or not may_be_masdar(tokens.words[i].fold):
        return False
    return following.raw.endswith("ة") or bool(following.noun & nouns.ORDINARY)


def is_feminine_thing(word: Word) -> bool:
    """Whether the word is surely a feminine body or thing (الوزارة، الشركات): no men, as القادة are."""
    ends = word.raw.endswith("ة") or word.fold.endswith("ات")
    people = word.title or word.head or word.given
    known = word.noun & (nouns.BODY | nouns.MANY) or (word.naming and word.raw.endswith("ة"))
    return (word.definite or word.naming) and ends and not people and bool(known)


def is_body(tokens: Tokens, i: int) -> bool:
    """Whether a field and its town name a body at token i (صحة تبوك)."""
    words = tokens.words
    if not words[i].noun & nouns.FIELD or i + 1 >= tokens.count:
        return False
    return bool(words[i + 1].noun & (nouns.TOWN | nouns.DISTRICT))


def is_of_marked(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the ل alone at i says whose title it is, by a name in marks before the bearer's own.

    «الرئيس التنفيذي لـ«الضفاف» سامي الخالد»: to a medium («قال الوزير لـ«الضفاف» إن») nobody's name follows.
    """
    words = tokens.words
    quotation = tokens.quote_at.get(i + 1)
    if words[i].fold != _OF_WHOM or quotation is None or quotation.words > _MARKED:
        return False
    opening, after = words[first], quotation.close + 1
    if not (opening.title or opening.head) or after >= tokens.count or words[after].complementiser:
        return False
    if any(word.given for word in words[first + 1 : i]):
        return False  # the title has its bearer already
    return words[after].given or _is_called_so(words[after])


def _is_called_so(word: Word) -> bool:
    """Whether the word is a title with its article, or a name that no list knows."""
    if word.title and word.definite:
        return True
    unknown = is_unknown(word) and word.kind == WORD and bool(word.noun & nouns.NAMES)
    return unknown and not (word.definite or word.joined or word.noun & (nouns.ACTS | nouns.ENDS_NAME))


def is_alone(tokens: Tokens, phrase: Range, end: int) -> bool:
    """Whether nothing but `phrase`, one word or words in marks, stands before `end`: no nominative plural."""
    word, quotation = tokens.words[phrase[0]], tokens.quote_at.get(phrase[0])
    if phrase[1] != end:
        return False
    if quotation is not None:
        return quotation.words > 1 and quotation.close + 1 == end
    return end - phrase[0] == 1 and not (word.definite and word.fold.endswith(PLURAL))
