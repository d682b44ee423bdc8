"""What quotation marks hold: a name or a title, or words that somebody said."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from quotetrack.detection.text.quotations import Quotation, holds_person
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COLON, COMMA, PAREN, STOP, WORD

_WHAT: Final = "ما"
_SPOKEN_IN: Final = nouns.OCCASION | nouns.DOCUMENT
_RELATIONAL: Final = ("ي", "يه")
_SENTENCE: Final = 5
_NAME: Final = 2
"""The fewest words in marks behind a definite noun that are no name."""


class Marks:
    """Tells names in quotation marks by a lexicon and the words next to them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._leaning, self._which_is = lexicon.words["leaning"], lexicon.words["asides_after_quotation"]
        self._programmes = lexicon.words["programmes"]
        self._media = {word for word, kind in lexicon.kinds.items() if kind.value == "outlet"}

    def is_name(self, tokens: Tokens, quotation: Quotation) -> bool:
        """Whether the marks hold a name or a title rather than words that somebody said."""
        before = tokens.words[quotation.open - 1] if quotation.open else None
        if holds_person(tokens.words, quotation):
            return True
        if quotation.words > 6:
            after = quotation.close + 1
            if after < tokens.count and tokens.words[after].kind == COMMA:
                after += 1  # التقرير، المعنون "…"، أن
            return (
                before is not None
                and before.naming
                and quotation.words <= 12
                and after < tokens.count
                and (tokens.words[after].complementiser or tokens.words[after].kind == COLON)
            )
        if before is not None and before.kind == WORD:
            if before.definite and before.naming and quotation.words >= _SENTENCE:
                return False  # لدى تسلمه الجائزة "لم أكن أدرك أن هذا ممكن"
            if before.definite and quotation.open - 2 in tokens.quote_end and quotation.words > _NAME:
                return False  # وأضاف لقناة «الضفاف» الفضائية «هذا الاتفاق لم يمت»
            if _is_how_often(tokens, quotation.open - 1):
                return False  # في إفادة يومية "نحن قلقون"
            if before.naming or before.base in self._media or before.fold in self._leaning:
                return before.fold != "ب" or quotation.words < 3
            if before.fold[0] in "لب" and before.fold[1:] in self._programmes:
                return True
            if before.fold[0] in "لبو" and (before.fold[1:] in self._media or before.fold[2:] in self._media):
                return True
            if quotation.words <= 2 and not before.cues and not before.complementiser:
                return True
        after = quotation.close + 1
        if quotation.words <= 4 and self._explained(tokens, after):
            return True
        if quotation.words <= 4 and after < tokens.count:
            following = tokens.words[after]
            if following.complementiser or (following.kind == COLON) or after in tokens.quote_at:
                return True
            if following.kind == PAREN and quotation.words <= 3:
                return True
            first = tokens.words[quotation.open + 1]
            if first.naming and following.definite and following.fold.endswith(_RELATIONAL):
                return True  # «كتائب الضفة» الفلسطينية
        return False

    def _explained(self, tokens: Tokens, comma: int) -> bool:
        """Whether the text says behind the comma who or what was named («"س ع"، وهي شركة …»)."""
        words = tokens.words
        if comma + 2 >= tokens.count or words[comma].kind != COMMA:
            return False
        noun = words[comma + 2]
        return (
            words[comma + 1].fold in self._which_is
            and noun.kind == WORD
            and not (noun.definite or noun.finite or noun.verbal or noun.preposition)
            and noun.fold != _WHAT
        )


def _is_how_often(tokens: Tokens, i: int) -> bool:
    """Whether the word at i is the adjective of an occasion, and no newspaper (في إفادة يومية)."""
    words = tokens.words
    adjective = words[i].fold.endswith(_RELATIONAL) and not words[i].definite
    return i > 1 and adjective and bool(words[i - 1].noun & _SPOKEN_IN) and words[i - 2].preposition


def aside_follows(tokens: Tokens, found: Quotation) -> bool:
    """Whether a comma and an aside of the clause stand behind the quotation."""
    at = found.close + 2
    if at >= tokens.count or tokens.words[at - 1].kind != COMMA:
        return False
    return tokens.words[at].preposition or tokens.words[at].adverbial


def that_follows(tokens: Tokens, found: Quotation, conjunctions: AbstractSet[str]) -> bool:
    """Whether a complementiser stands a few words behind the quotation, so that it only holds a name.

    Behind one of the folded `conjunctions` it is none of the verb («لن نتراجع»، قبل أن يغادر).
    """
    for k in range(found.close + 1, min(found.close + 5, tokens.count)):
        word = tokens.words[k]
        if word.complementiser:
            return tokens.words[k - 1].base not in conjunctions
        if word.kind == COMMA:
            continue
        if word.kind != WORD or word.cues or word.verbal:
            return False
    return False


def closes_sentence(tokens: Tokens, found: Quotation) -> bool:
    """Whether the sentence ends with the quotation, or within its marks («نعم الجميع بخير.»)."""
    after = found.close + 1
    if tokens.words[found.close - 1].kind == STOP:
        return True
    return after >= tokens.count or tokens.words[after].kind in (STOP, BREAK, COMMA)
