"""Whom sermons quote: God by what praises Him, the Prophet by the blessing behind him.

What scripture says is quoted by somebody, who goes on speaking behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import Word
from quotetrack.text import fold

_GOD: Final = "الله"
_UPON_HIM: Final = "عليه"
_GREAT: Final = "جل"
_EULOGY: Final = 3
"""The most words behind a verb of saying in which a eulogy tells whom it praises."""
_SAID: Final = "قال"
_WITH: Final = "ب"
_CITED: Final = 12
"""How far behind «he cited» the saying stands."""


class Scripture:
    """Tells by a lexicon whom eulogies name."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._praised = {
            word: praised for praised, listed in lexicon.lists("praised").items() for word in listed
        }
        self._exalted, self._divine = words["exalted"], words["divine"]
        self._citing = {cue.lemma for cue in lexicon.cues if fold(cue.lemma).split()[0] in words["citing"]}

    def named(self, tokens: Tokens, cue: int) -> str | None:
        """Whom the eulogy right behind the verb at `cue` praises (قال عليه أفضل الصلاة والسلام), or None."""
        behind = tokens.words[cue + 1 : cue + 1 + _EULOGY]
        if not behind:
            return None
        if behind[0].fold == _GREAT:  # قال جل وعلا, not قال جل الحاضرين
            return _GOD if any(word.fold in self._exalted for word in behind[1:]) else None
        if behind[0].fold in self._divine and len(behind) > 1 and self._praises_god(behind[1:]):
            return _GOD
        if behind[0].fold != _UPON_HIM:
            behind = behind[:1]
        return next((self._praised[word.fold] for word in behind if word.fold in self._praised), None)

    def _praises_god(self, behind: Sequence[Word]) -> bool:
        return self._praised.get(behind[0].fold) == _GOD or behind[0].fold == _GREAT

    def is_cited(self, tokens: Tokens, frame: Frame) -> bool:
        """Whether the quotation of a verb that cites belongs to a noun of saying (مستشهدا بقوله تعالى: …).

        So it does where the noun has an owner behind it; «بقوله» with none is the speaker's own.
        """
        if frame.form.cue.lemma not in self._citing or frame.opening is Opening.CLAUSE:
            return False
        for k in range(frame.cue + 1, min(frame.at, frame.cue + _CITED)):
            if tokens.words[k].fold[0] == _WITH and _is_saying(tokens.words[k]):
                owned = any(form.suffix for form in tokens.words[k].cues)
                return not owned or self.named(tokens, k) is not None
        return False

    def is_saying_cited(self, tokens: Tokens, i: int) -> bool:
        """Whether a verb that cites stands before the noun «saying» at i (استشهد الخطيب بقول فلان)."""
        words = tokens.words
        if not _is_saying(words[i]):
            return False
        before = words[max(tokens.sentence_starts[i], i - _CITED) : i]
        return any(form.cue.lemma in self._citing for word in before for form in word.cues)


def _is_saying(word: Word) -> bool:
    """Whether the word may be the noun «saying» (قول، بقولها)."""
    return any(form.form is Form.NOUN and form.cue.lemma == _SAID for form in word.cues)
