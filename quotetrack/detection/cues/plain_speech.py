"""What people said with neither أن nor a mark before it, as in texts that have lost theirs.

«يقول سامي تشهد المطابخ إقبالا», «وقال الوزير في لندن نناشد الأطراف», «قال المتحدث لقد تم», «وقال لن نتراجع».
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA, WORD
from quotetrack.text import fold

_REACH: Final = 9
"""The most words of whoever is quoted by a verb that has its clause so."""
_REACH_APART: Final = 30
"""The most tokens between such a verb and what is said behind a comma, and how far an أن is looked for."""
_WE: Final = "ن"
_SHALL: Final = "س"
_PERSONS: Final = ("ي", "ت", "ن", "ا")


class PlainSpeech:
    """Finds where it opens by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._bare, self._behind = words["bare_speech"], words["bare_speech_behind"]
        self._apart = words["bare_speech_apart"]
        self._saying = {cue.lemma for cue in lexicon.cues if fold(cue.lemma) in words["plain_verbs"]}
        apart = words["plain_verbs"] | words["plain_verbs_apart"]
        self._saying_apart = {cue.lemma for cue in lexicon.cues if fold(cue.lemma) in apart}
        self._verbs = lexicon.verbs

    def at_once(self, tokens: Tokens, i: int, form: CueForm) -> bool:
        """Whether it opens right behind the cue at i (وقال لن نتراجع)."""
        word = tokens.words[i + 1]
        to_come = word.verbal and word.fold[0] == _SHALL and word.fold[1:2] in _PERSONS  # وقال سيتم العمل
        return (to_come or word.fold in self._bare) and self._may_go_on(tokens, i, form)

    def opens(self, tokens: Tokens, i: int, j: int, form: CueForm) -> bool:
        """Whether it opens at j, behind whoever is quoted by the cue at i: «we» speak, or a clause begins."""
        word, before = tokens.words[j], tokens.words[j - 1]
        if before.kind == COMMA:
            return self._opens_apart(tokens, i, j, form)
        clause = word.fold in self._behind
        if not (clause or (word.cues and word.finite and not word.joined and word.fold[0] == _WE)):
            return False
        settled = before.finite or (before.definite and not before.relative) or before.given
        if clause:
            ours = settled and (j - i < _REACH or bool(word.cues))
        else:
            settled = settled or bool(before.noun & nouns.TOWN)
            ours = settled and all(c.person == 1 for c in word.cues)
        return ours and self._may_go_on(tokens, i, form)

    def _opens_apart(self, tokens: Tokens, i: int, j: int, form: CueForm) -> bool:
        """Whether it opens at j behind a comma (قال المدير، لدينا خطة), with no أن behind one."""
        words = tokens.words
        if words[j].fold not in self._apart or j - i > _REACH_APART:
            return False
        if not self._may_go_on(tokens, i, form, self._saying_apart):
            return False
        rest = range(j + 1, min(j + _REACH_APART, tokens.sentence_ends[i]))
        return not any(words[k].complementiser and words[k - 1].kind == COMMA for k in rest)

    def verb(self, tokens: Tokens, i: int) -> tuple[CueForm, int] | None:
        """The form of the cue at i and the verb that opens it right behind whoever is named or definite."""
        words = tokens.words
        form = next((f for f in words[i].cues if self._may_go_on(tokens, i, f)), None)
        if form is None:
            return None
        for j in range(i + 1, min(i + _REACH, tokens.sentence_ends[i])):
            word = words[j]
            if word.kind != WORD or word.preposition or word.adverbial or word.joined or word.relative:
                return None
            if word.verbal or word.finite:
                before = words[j - 1]
                settled = before.definite or before.given
                sure = word.finite or word.fold in self._verbs
                return (form, j) if settled and sure and j > i + 1 else None
        return None

    def _may_go_on(
        self, tokens: Tokens, i: int, form: CueForm, saying: AbstractSet[str] | None = None
    ) -> bool:
        """Whether the verb at i, one of `saying`, may go on so, or «قوله» behind a verb that relays."""
        if form.cue.lemma not in (self._saying if saying is None else saying):
            return False
        if form.form is Form.NOUN:
            return bool(form.suffix)
        finite = form.form is Form.PAST or form.form is Form.PRESENT
        return finite and form.person == 3 and not tokens.words[i].object
