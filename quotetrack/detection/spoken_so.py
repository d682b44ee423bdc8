"""The verb that a participle of saying only goes on with: «رد الوزير على السؤال قائلاً إن …».

Two reporting words of one clause are one act of speaking, and its finite verb is the cue.
"""

from __future__ import annotations

from quotetrack.detection.frame import Frame
from quotetrack.detection.lexicon import CueForm, Form, Lexicon
from quotetrack.detection.records import CueClass
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import BREAK, COLON, COMMA, STOP, WORD

_REACH = 24
"""How many tokens may stand between the verb and the participle."""
_EDGES = frozenset((COMMA, COLON, STOP, BREAK))
_SAY = frozenset(
    (CueClass.STATEMENT, CueClass.ADDITION, CueClass.ANSWER, CueClass.EXPLANATION, CueClass.POINTING)
)
"""The classes of verbs that only say, where others do something of their own (انتقد القرار قائلاً)."""


class SpokenSo:
    """Finds such verbs by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._saying = lexicon.words["saying"]

    def verb(self, tokens: Tokens, frame: Frame) -> tuple[int, CueForm] | None:
        """The token of the verb before the participle of `frame`, and its form; None where it has none."""
        words, i = tokens.words, frame.cue
        if words[i].fold not in self._saying:
            return None
        for k in range(i - 1, max(tokens.sentence_starts[i], i - _REACH) - 1, -1):
            word = words[k]
            if word.kind in _EDGES or word.complementiser:
                return None
            if (
                word.kind != WORD
                or word.preposition
                or k in tokens.inside
                or not (word.finite or word.verbal)
            ):
                continue
            finite = (c for c in word.cues if c.form in (Form.PAST, Form.PRESENT) and not c.cue.within)
            form = next(finite, None)
            if form is None or form.person != 3 or form.cue.cue_class not in _SAY:
                return None
            return None if k and words[k - 1].relative else (k, form)
        return None
