"""Names of which no list knows a word, told by what encloses them: a complete title and an edge.

«قال وزير المالية برديون ميبويه إن»: between a complete title and what cannot stand in a name, words that
the language does not have are one, whatever they begin or end like (a preposition, a verb, a plural).
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.strange_words import ENDS_TITLE, GOES_ON, LAST, SON, STRANGE
from quotetrack.detection.words.word import COMMA, WORD, Word

_SHORTEST: Final = 2
_LONGEST: Final = 5
"""The fewest words of such a name, and the most, particles included."""
_IN: Final = "بل"
_PARTICIPLE: Final = "م"
_EDGES: Final = nouns.HANGING | nouns.STOPS | nouns.AUDIENCE | nouns.DAY | nouns.TIME


def is_in_name(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the word at i stands in such a name: behind the title at `first`, or from there on."""
    words = tokens.words
    if not words[i].named & STRANGE:
        return False
    opening = words[first]
    if first and opening.named & STRANGE:
        end = _end(tokens, first)
        apposed = words[first - 1].kind == COMMA
        return end > i and (_is_edge(tokens, end) if apposed else _is_told(tokens, end))
    told = opening.definite and not opening.noun & nouns.DEMONSTRATIVE
    if not (opening.head or opening.title or told):
        return False
    for start in range(i, max(first, i - _LONGEST), -1):
        if words[start - 1].named & ENDS_TITLE:
            end = _end(tokens, start)
            return end > i and _is_edge(tokens, end)
        if not words[start - 1].named & STRANGE:
            break
    return False


def start_of_name(tokens: Tokens, first: int, end: int) -> int | None:
    """The token at which the first such name begins in a phrase from `first` to `end`, or None."""
    words = tokens.words
    for start in range(first + 1, end - 1):
        if words[start - 1].named & ENDS_TITLE and _may_open(words[start], words[start + 1]):
            stop = _end(tokens, start)
            if stop > start and (stop >= end or _is_edge(tokens, stop)):
                return start
    return None


def end_of_name(tokens: Tokens, start: int, end: int) -> int:
    """The token behind such a name from `start` on, in a phrase up to `end`; `start` for none."""
    stop = min(_end(tokens, start), end)
    if stop - start < _SHORTEST:
        return start
    before = tokens.words[max(start - 1, 0)]
    behind_title = before.kind == COMMA or before.named & ENDS_TITLE
    edge = (stop == end or _is_edge(tokens, stop)) if behind_title else _is_told(tokens, stop)
    return stop if edge else start


def opens_with_name(tokens: Tokens, first: int, end: int) -> bool:
    """Whether the phrase from `first` to `end` begins with such a name, before what its bearer is."""
    return bool(tokens.words[first].named & STRANGE) and end_of_name(tokens, first, end) > first


def is_name_apposed(tokens: Tokens, i: int) -> bool:
    """Whether such a name stands behind the comma before the word at i («الوزير، برونو لومير في»)."""
    if not i or tokens.words[i - 1].kind != COMMA:
        return False
    end = _end(tokens, i)
    return end > i and _is_edge(tokens, end)


def is_behind_name(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the word at i, which adds or does something, stands behind such a name.

    «رئيس الحزب برديون ميبويه ومحمد حداد»، «الدكتور برديون ميبويه يرافقه».
    """
    words = tokens.words
    if not words[i].named & GOES_ON or not (words[first].head or words[first].title):
        return False
    for start in range(i - _SHORTEST, max(first, i - _LONGEST - 1), -1):
        if words[start - 1].named & ENDS_TITLE:
            return _end(tokens, start) == i
    return False


def _end(tokens: Tokens, start: int) -> int:
    """The token behind the strange words from `start` on; `start` for too few."""
    words, end = tokens.words, start
    while end < tokens.count and end - start < _LONGEST and words[end].named & STRANGE:
        word = words[end]
        if end - start >= _SHORTEST and word.fold[0] == _PARTICIPLE and not word.given:
            break  # الرئيس مارك دوفال محتجز في
        if end > start and word.adverbial and _is_day(words[min(end + 1, tokens.count - 1)]):
            break  # الرئيس دوفال | صباح أمس
        end += 1
    if start < end < tokens.count and words[end].named & LAST:
        end += 1
    return end if end - start >= _SHORTEST else start


def _is_day(word: Word) -> bool:
    """Whether the word says which day a time behind a name is of (صباح الأحد, not صباح القرشي)."""
    return word.adverbial or bool(word.noun & nouns.DAY)


def _is_edge(tokens: Tokens, end: int) -> bool:
    """Whether no name goes on at the token `end`, and something of the sentence does."""
    if end >= tokens.count:
        return True
    word = tokens.words[end]
    if word.kind != WORD or word.complementiser or word.preposition or word.adverbial:
        return True
    said = any(form.suffix for form in word.cues)  # قوله
    return said or word.head or word.title or bool(word.named & GOES_ON or word.noun & _EDGES)


def _is_told(tokens: Tokens, end: int) -> bool:
    """Whether what somebody is or says stands behind his name, which ends before token `end`."""
    words = tokens.words
    if end >= tokens.count:
        return False
    behind = end + (words[end].kind == COMMA)
    office = behind < tokens.count and (words[behind].head or words[behind].title)
    return office or words[end].complementiser


def _may_open(word: Word, following: Word) -> bool:
    """Whether such a name may begin with the word: no «son of», and no town before a first name."""
    in_town = word.fold[0] in _IN and following.given and not word.given
    return bool(word.named & STRANGE) and not (in_town or word.named & SON)
