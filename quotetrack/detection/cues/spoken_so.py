"""The verb that a participle of saying only goes on with: «رد الوزير على السؤال قائلاً إن …».

Two reporting words of one clause are one act of speaking, and its finite verb is the cue.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.cues.false_friends import FalseFriends
from quotetrack.detection.drafts.frame import Frame, Opening
from quotetrack.detection.records import CueClass
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import BREAK, COLON, COMMA, STOP, WORD
from quotetrack.text import fold

_REACH: Final = 24
"""How many tokens may stand between the verb and the participle."""
_EDGES: Final = frozenset((COLON, STOP, BREAK))
_SAY: Final = frozenset(
    (CueClass.STATEMENT, CueClass.ADDITION, CueClass.ANSWER, CueClass.EXPLANATION, CueClass.POINTING)
)
"""The classes of verbs that only say, where others do something of their own (انتقد القرار قائلاً)."""


class SpokenSo:
    """Finds such verbs by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._friends = FalseFriends(lexicon)
        self._saying, self._that = words["saying"], words["that"]
        self._plain = {cue.lemma for cue in lexicon.cues if fold(cue.lemma) in words["plain_verbs"]}
        self._only_say = {cue.lemma for cue in lexicon.cues if fold(cue.lemma) in words["only_say"]}

    def verb(self, tokens: Tokens, frame: Frame) -> tuple[int, CueForm] | None:
        """The token of the verb before the participle of `frame`, and its form; None where it has none."""
        words, i = tokens.words, frame.cue
        saying = words[i].fold in self._saying
        if not (saying or self._quotes(tokens, frame)):
            return None
        apart = False
        for k in range(i - 1, max(tokens.sentence_starts[i], i - _REACH) - 1, -1):
            word = words[k]
            if word.kind in _EDGES or word.complementiser or word.fold in self._that:
                return None
            apart = apart or word.kind == COMMA
            his = next((c for c in word.cues if c.form is Form.NOUN and c.suffix), None)
            if his is not None and his.cue.lemma in self._plain:
                return k, his  # نقلت الوكالة عن سامي قوله، مخاطبا خصمه: «…»
            if (
                word.kind != WORD
                or word.preposition
                or k in tokens.inside
                or not (word.finite or word.verbal)
                or (k > tokens.sentence_starts[k] and self._friends.is_other_word(tokens, k))  # رد فعل الشركة
            ):
                continue
            finite = (c for c in word.cues if c.form in (Form.PAST, Form.PRESENT) and not c.cue.within)
            form = next(finite, None)
            if form is None or form.person != 3 or not self._goes_on(form, saying=saying, apart=apart):
                return None
            return None if k and words[k - 1].relative else (k, form)
        return None

    @staticmethod
    def _quotes(tokens: Tokens, frame: Frame) -> bool:
        """Whether a participle stands before a quotation that no preposition of its own leads to."""
        if frame.opening is Opening.CLAUSE or frame.form.form is not Form.PARTICIPLE:
            return False
        return frame.until == frame.at or tokens.words[frame.until].kind == COLON

    def _goes_on(self, form: CueForm, *, saying: bool, apart: bool) -> bool:
        """Whether the participle goes on with the verb of `form`; a comma may stand between them."""
        lemma = form.cue.lemma
        if not saying:
            return lemma in self._plain  # وقال سامي الخالد، معلقا على القرار: «…»
        return lemma in self._only_say if apart else form.cue.cue_class in _SAY
