"""How far the noun phrase of a speech act runs: less far than a clause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quotetrack.detection.clauses.questions import is_counted, takes_its_own
from quotetrack.detection.drafts.draft import Found
from quotetrack.detection.drafts.frame import Frame
from quotetrack.detection.reports.content import Extents
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    ACCUSATIVE,
    COMMA,
    STOP,
    SUFFIXES,
    WORD,
    Word,
    may_be_masdar,
    with_pronouns,
)

_INITIALS: Final = 2
"""The letters of the longest word that a dot divides or shortens."""
_LIKE_MASDAR: Final = 3
"""The letters of a verb that is spelt like its noun (ضرب)."""
_LONGEST: Final = 400
"""The most tokens that a speech act may hold: it keeps bad texts linear."""
_TO: Final = "الي"
_OF: Final = "من"
_AT: Final = "لدي"
_WHAT: Final = "ما"
_AND_THAT: Final = "وذلك"
_DAY: Final = "يوم"
_FOR: Final = "ل"
_UNTIL: Final = "حتي"
_BESIDE: Final = "جانب"
_OCCASION: Final = nouns.OCCASION | nouns.DOCUMENT
_SHORTEST: Final = 3
_GENITIVE: Final = 3
"""How many nouns behind «في» may stand before the definite one (في مسجد قوات الطوارئ)."""


class PhraseEnds:
    """Finds the ends of noun phrases by a lexicon; `extents` say where a clause would end."""

    def __init__(self, lexicon: Lexicon, extents: Extents) -> None:
        words = lexicon.words
        self._extents = extents
        self._circumstances, self._remarks = words["acts.circumstances"], words["acts.remarks"]
        self._regarding = words["acts.regarding"]
        self._carrying, self._within = words["acts.carrying"], words["acts.within"]
        self._above_all = self._carrying & words["no_report_before_that"]
        self._circumstantial = words["acts.circumstantial"]
        self._not_within = words["acts.own_view"] | words["meanwhile"]
        self._how, self._aside = words["acts.how"], words["acts.aside"]
        self._days, self._places = words["days"], words["acts.before_places"]
        self._without, self._comes = words["without"], words["acts.comes"]
        self._left_open, self._his = words["acts.left_open"], with_pronouns(words["acts.objects"])
        self._after_quote = words["asides_after_quotation"]

    def find(
        self,
        tokens: Tokens,
        first: int,
        limit: int,
        frames: Mapping[int, Frame],
        phrases: Mapping[int, Found],
        *,
        relatives: bool = True,
    ) -> int:
        """The token after the noun phrase of a speech act that opens at `first`.

        A speech act ends sooner than a clause: before a circumstance of the speaker (قائلاً، نظراً لـ),
        before a coordinated verb, and at a comma that neither an apposition nor a list follows.
        """
        words = tokens.words
        end = min(self._extents.clause_end(tokens, first, limit, frames, phrases), first + _LONGEST)
        verbs = False
        for i in range(first + 1, end):
            word = words[i]
            if word.kind == COMMA and i + 1 < end:
                if words[i + 1].joined and words[i + 1].base in (words[first - 1].fold, _TO):
                    continue  # دعا إلى المقاطعة، وإلى إنهاء العقود
                if not self._carries_on(tokens, i + 1, end) or (words[i + 1].relative and not relatives):
                    return i
            elif word.kind == STOP and (word.raw.startswith("..") or _is_full_stop(tokens, i, first)):
                return i
            elif word.kind == WORD:
                circumstance = _is_circumstance(word) and not is_counted(tokens, i)
                if circumstance or self._turns_aside(tokens, i, end):
                    return self._extents.trim(tokens, first, i, linked=False)
                verb = word.finite or (word.verbal and len(word.base) > _LIKE_MASDAR)
                verb = verb and not (word.noun_too or word.look_alike)
                adds = word.joined and not verbs and (verb or any(c.cue.blames for c in word.cues))
                if adds and (not word.object or takes_its_own(tokens, i)):
                    return self._extents.trim(tokens, first, i, linked=False)
                verbs = verbs or verb
        return end

    def _says_where(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether what opens at i says where or on what occasion it was said (من خلال مداخلة)."""
        near = tokens.words[i + 1 : min(i + 3, end)]
        if not near or near[0].fold == _BESIDE:
            return False
        return near[0].fold in self._aside or any(word.noun & _OCCASION for word in near)

    def _explains_how(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether what follows «وذلك» at i says how or what for (بهدف، وفق، لتمكينه), not when."""
        word = tokens.words[i]
        purpose = word.fold[0] == _FOR and len(word.fold) > _SHORTEST
        return (purpose or word.fold in self._how) and not self._says_where(tokens, i, end)

    def _lies_within(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the noun behind «في» at i belongs to what was said (في إقليم البنجاب، not في خطوة)."""
        words = tokens.words
        if words[i].fold in self._circumstantial:
            return True
        if words[i].fold in self._not_within or words[i].noun & nouns.OCCASION:
            return False
        for k in range(i, min(i + _GENITIVE, end)):
            word = words[k]
            if word.definite:
                return True
            if word.kind != WORD or word.finite or word.preposition or word.relative:
                return False
        return False

    def _turns_aside(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the word at i leaves what was said: «نظراً لـ»، «وهو الأمر», not «فيما يتعلق»."""
        word, following = tokens.words[i], tokens.words[i + 1].fold if i + 1 < end else ""
        if word.fold in self._circumstances:
            return following not in self._regarding and tokens.words[i - 1].fold != _OF  # من قبيل
        if self._leaves_unsaid(tokens, i, end):
            return True
        if word.fold == _AT and following and tokens.words[i - 1].fold != _WHAT:  # لدى وصولها
            plain = _without_pronoun(following)
            return following in self._his or (plain != following and may_be_masdar(plain))
        return word.fold in self._after_quote and following in self._remarks

    def _leaves_unsaid(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the paper tells at i what was not said besides (من دون أن يشير إلى، دون أن يسمي)."""
        words = tokens.words
        i += words[i].fold == _OF
        if i + 2 >= end or words[i].fold not in self._without or not words[i + 1].complementiser:
            return False
        return bool(words[i + 2].cues) or words[i + 2].fold in self._left_open

    def _carries_on(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the word at i, behind a comma, goes on with the noun phrase of a speech act."""
        words = tokens.words
        word = words[i]
        if word.kind != WORD:
            return True
        if word.relative:
            return i + 1 < end and not words[i + 1].cues
        if i + 1 < end and words[i + 1].complementiser and word.base in self._above_all:
            return False  # أعرب عن قلقه، خاصة أن الأسعار ارتفعت
        if i + 1 < end and (word.fold in self._carrying or word.base in self._carrying):
            if word.base == _UNTIL:
                return not words[i + 1].definite  # حتى نهاية العام, not حتى الجيران قالوها
            return not (word.base in self._places and self._says_where(tokens, i, end))
        if word.fold == _AND_THAT and i + 1 < end:
            return self._explains_how(tokens, i + 1, end)
        if word.fold in self._days or (word.fold == _DAY and i + 1 < end and words[i + 1].fold in self._days):
            return True
        if word.base in self._comes and i + 1 < end and words[i + 1].noun & nouns.DEMONSTRATIVE:
            return False  # …، ويأتي ذلك بعد
        if word.cues:
            short = any(len(c.cue.past) == 2 for c in word.cues)  # وحثهم can only be the verb
            return word.joined and word.noun_too and not (short or (word.finite and takes_its_own(tokens, i)))
        if word.fold in self._remarks or _is_circumstance(word):
            return False
        if word.raw[0] == "ف" and not (word.naming or word.preposition or word.given or word.head):
            return False  # فحارب
        if word.base in self._within and i + 1 < end:
            return self._lies_within(tokens, i + 1, end)
        return not (word.verbal or word.adverbial or word.preposition or word.raw.endswith(ACCUSATIVE))


def _is_circumstance(word: Word) -> bool:
    """Whether the word is a participle in the accusative (قائلاً، مكتفيا): what the speaker did besides."""
    if word.definite or word.noun_too or not word.fold.endswith("ا"):
        return False
    return any(c.form is Form.PARTICIPLE for c in word.cues)


def _without_pronoun(fold: str) -> str:
    """A folded noun without the pronoun of a third person on it."""
    return next((fold.removesuffix(end) for end in SUFFIXES if fold.endswith(end)), fold)


def _is_full_stop(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the dot at i ends a sentence that opens before `first`, between the same marks or outside any.

    «… بكشف الفاعلين. إن», not «أبل تي. في».
    """
    apart = i + 1 < tokens.count and tokens.starts[i + 1] > tokens.ends[i]
    apart = apart and tokens.inside.get(i) is tokens.inside.get(first)
    return apart and tokens.words[i].raw == "." and len(tokens.words[i - 1].fold) > _INITIALS
