"""Direct, indirect or mixed, told from where the quotation marks stand."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.records import AttributionType
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.word import WORD

_WHAT: Final = "ما"
_LONGEST: Final = 4
"""The most words of a name."""
_CLAUSE: Final = 2
"""How many words of a relative clause stand before a name in it."""
_GOD: Final = "الله"
_BLESSING: Final = 5
"""The most words that a blessing has (حفظهما الله ورعاهما)."""


def content_type(tokens: Tokens, content: list[tuple[int, int]]) -> AttributionType:
    """The type of a report by its content's token ranges.

    Direct where marks hold all of it; mixed where they hold some of it that is no name; else
    indirect.
    """
    words = tokens.words
    quoted = total = 0
    mixed = False
    for first, end in content:
        i = first
        while i < end:
            quotation = tokens.quote_at.get(i)
            if quotation is not None and quotation.close < end:
                quoted += quotation.words
                total += quotation.words
                named = _is_name(tokens, i, quotation.words) or _is_blessing(tokens, i, quotation.words)
                mixed = mixed or not named
                i = quotation.close + 1
                continue
            total += words[i].kind == WORD
            i += 1
    if quoted and quoted == total:
        return AttributionType.DIRECT
    return AttributionType.MIXED if mixed else AttributionType.INDIRECT


def _is_name(tokens: Tokens, opening: int, size: int) -> bool:
    """Whether marks hold a name: few words behind a noun that takes one, or who acts in a relative clause.

    «روايته الجديدة «ليل»», «الذي ينظمه «تجمع الضفاف»», «ما يسمى «جبهة الضفاف»».
    """
    if size > _LONGEST or not opening:
        return False
    words = tokens.words
    before = words[opening - 1]
    if before.kind != WORD:
        return False
    if before.noun & nouns.TITLED or opening < _CLAUSE:
        return bool(before.noun & nouns.TITLED)
    described = before.definite and words[opening - 2].noun & nouns.WORK
    acts = (before.finite or before.verbal) and not before.cues and words[opening - 2].relative
    called = before.noun & nouns.SO_CALLED and words[opening - 2].fold == _WHAT
    return bool(described or acts or called)


def _is_blessing(tokens: Tokens, opening: int, size: int) -> bool:
    """Whether the marks hold what the paper wishes somebody (الأمير "حفظه الله")."""
    words = tokens.words
    if not 1 < size <= _BLESSING or words[opening + 2].fold != _GOD:
        return False
    return not (words[opening + 1].preposition or words[opening + 1].fold[0] == "ب")
