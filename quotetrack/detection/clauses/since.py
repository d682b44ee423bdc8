"""Clauses that «وإذ» opens, which wait for the main verb behind a comma: «وإذ أشار إلى أن …، دعا …».

Parties and churches write so. Whoever speaks in the clause does what the main verb says, too, and
whoever stands behind that verb is whom it asks something of.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.word import BREAK, COMMA, STOP, WORD

_SINCE: Final = "اذ"
_AND_SINCE: Final = "واذ"
_NEAR: Final = 12
"""How far before what is said in such a clause it opens."""
_FAR: Final = 60
"""How far before its main verb such a clause opens."""


def waits_for_verb(tokens: Tokens, first: int) -> bool:
    """Whether what is said from `first` on stands in a clause that «وإذ» opens."""
    return _opening(tokens, first, _NEAR) is not None


def is_main_verb(tokens: Tokens, i: int) -> bool:
    """Whether the verb at i is the first behind a comma, and so what «وإذ» before it waits for."""
    if not _is_verb(tokens, i):
        return False
    opening = _opening(tokens, i, _FAR)
    return opening is not None and not any(_is_verb(tokens, k) for k in range(opening + 2, i))


def _is_verb(tokens: Tokens, i: int) -> bool:
    """Whether a finite verb without «and» stands at i, behind a comma."""
    word = tokens.words[i]
    if i < 1 or tokens.words[i - 1].kind != COMMA:
        return False
    if word.kind != WORD or word.joined or word.raw[0] == "و":
        return False
    return word.verbal or any(form.form in (Form.PAST, Form.PRESENT) for form in word.cues)


def _opening(tokens: Tokens, i: int, reach: int) -> int | None:
    """The «وإذ» that opens the clause before i, at most `reach` tokens away."""
    words = tokens.words
    for k in range(i - 1, max(i - 1 - reach, -1), -1):
        word = words[k]
        if word.kind in (STOP, BREAK):
            return None
        begins = k == 0 or words[k - 1].kind != WORD
        if word.fold == _AND_SINCE or (word.fold == _SINCE and begins and words[k - 1].kind != COMMA):
            return k
    return None
