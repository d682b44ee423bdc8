"""What marks in a speech act hold: somebody's own words, which make it mixed, or a name or a term."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.types import content_type
from quotetrack.detection.records import AttributionType
from quotetrack.detection.text.quotations import Quotation
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.word import LEANING, WORD, Word

_CLITICS: Final = ("و", "ل", "ب")
_VERBATIM: Final = 2
_TERM: Final = 3
"""The fewest words in marks that may be somebody's own, and the most that a term has."""
_LEANS: Final = 1
"""How far behind the first token of what is said the marks that open it may stand (بـ"القسوة")."""
_LIKE: Final = "ك"
_ACCUSATIVE: Final = "ا"
_ADJECTIVE: Final = ("ي", "يه")
_SHORTEST_ADVERB: Final = 4
"""How words begin and end that only say how (كحرب، كاملا، القاسية), and the fewest letters of an adverb."""


def type_of(tokens: Tokens, start: int, stop: int) -> AttributionType:
    """The type of what a speech act says: mixed where it holds words in marks that are no name."""
    quotations = (tokens.quote_at[k] for k in range(start, stop) if k in tokens.quote_at)
    verbatim = any(q.close < stop and not _names(tokens, q, start) for q in quotations)
    mixed = verbatim and content_type(tokens, [(start, stop)]) is AttributionType.MIXED
    return AttributionType.MIXED if mixed else AttributionType.REPORTED


def _names(tokens: Tokens, quotation: Quotation, start: int) -> bool:
    """Whether the marks, in what begins at `start`, hold a name or a term: a few words behind its noun.

    A word alone is one, unless it only says how («رفع الحصار "كاملا"», «الأحكام "القاسية"»).
    """
    before, first = tokens.words[quotation.open - 1], tokens.words[quotation.open + 1]
    if quotation.words == 1 and quotation.close == quotation.open + 2:
        return not _says_how(before, first, opens=quotation.open <= start + _LEANS)
    if quotation.words < _VERBATIM:
        return True
    leans = before.fold[0] in LEANING and not before.noun & nouns.COMPLETE  # بمنطقة "ناد علي"
    named = leans or bool(before.noun & nouns.COMMON) or before.naming or before.fold in _CLITICS
    return quotation.words <= _TERM and (named or (before.preposition and first.definite))


def _says_how(before: Word, word: Word, *, opens: bool) -> bool:
    """Whether a word alone in marks is somebody's, and no name: an adverb, an adjective, an ordinary noun.

    `opens` says that what is said begins with it.
    """
    if word.given or word.noun & nouns.BODY or before.naming or before.kind != WORD:
        return False
    if word.definite:
        adjective = before.definite and word.fold.endswith(_ADJECTIVE)
        return adjective or (opens and bool(word.noun & nouns.ORDINARY))
    how = word.fold[0] == _LIKE or word.fold.endswith(_ACCUSATIVE)
    return how and not opens and len(word.fold) >= _SHORTEST_ADVERB
