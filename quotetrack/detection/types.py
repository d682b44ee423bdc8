"""Direct, indirect or mixed, told from where the quotation marks stand."""

from __future__ import annotations

from quotetrack.detection import nouns
from quotetrack.detection.records import AttributionType
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import WORD


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
                mixed = mixed or not _is_name(tokens, i, quotation.words)
                i = quotation.close + 1
                continue
            total += words[i].kind == WORD
            i += 1
    if quoted and quoted == total:
        return AttributionType.DIRECT
    return AttributionType.MIXED if mixed else AttributionType.INDIRECT


def _is_name(tokens: Tokens, opening: int, size: int) -> bool:
    """Whether the marks hold a name: a few words behind a noun that takes one (روايته الجديدة «ليل»)."""
    if size > 4 or not opening:
        return False
    before = tokens.words[opening - 1]
    if before.kind != WORD:
        return False
    described = before.definite and opening > 1 and tokens.words[opening - 2].noun & nouns.WORK
    return bool(before.noun & nouns.TITLED or described)
