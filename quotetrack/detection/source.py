"""The noun phrase that names a source: where it begins, and how far it runs.

A source is a title, a name, an apposition and adjectives, without a relative clause. Arabic gives
no brackets, so the phrase is followed word by word until something comes that cannot carry it on.
"""

from __future__ import annotations

from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.nouns import (
    ACT,
    ADDRESSED,
    ADDRESSEE,
    AND_VERB,
    ASIDE,
    ASIDE_ALONE,
    AUDIENCE,
    BEHIND_B,
    COMMON,
    COMPLETE,
    COPULA,
    DOCUMENT,
    ENDS_IN_IN,
    ENDS_PLURAL,
    FOR_MANY,
    HANGING,
    IN_ACCUSATIVE,
    IN_PLACE,
    LEANS_ON_B,
    LEANS_ON_L,
    LINK,
    LISTING,
    MANY,
    NAMES,
    NUMBER,
    OBJECT,
    OCCASION_TOO,
    ON_BEHALF,
    OPEN_ENDED,
    OPENS_NOTHING,
    OVERSEEN,
    OVERSEER,
    OWNED,
    OWNED_ACT,
    PLACE,
    POSITION,
    PREDICATE,
    PUBLISHED,
    QUALIFIER,
    RELAYING,
    SAME,
    SAYS,
    SO_CALLED,
    SOMEBODY,
    STOPS,
    SUFFIXED,
    TAKES_QUOTED,
    VERB_IN_T,
    VERB_IN_Y,
    WATCHED,
    WHAT,
    WITH_VERB,
    WITHHOLDING,
)
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import (
    BREAK,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    OPEN,
    PAREN,
    STOP,
    STRAIGHT,
    UNPAREN,
    WORD,
    Word,
)

_LONGEST = 28
_PERCENT = ("%", "٪")
_OF = "من"
_WHAT = "ما"
_FARTHEST = 60


class Phrases:
    """Finds noun phrases by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._occasions, self._days = words["occasions"], words["days"]
        self._withheld = words["withheld"]
        self._given = words["given"]

    def noun_phrase(
        self,
        tokens: Tokens,
        first: int,
        limit: int,
        *,
        apposition: bool = True,
        named: bool = False,
        leaning: bool = False,
    ) -> tuple[int, int] | None:
        """The source phrase that begins at token `first` and ends before `limit`, or None.

        Leading commas and adverbials («، في تصريح …،») are passed over; an apposition between
        commas is taken in («رئيس الجمهورية، الباجي …،»); with `named` only one that is surely a name
        or a title. With `leaning` the first word is known for a noun on which a preposition leans.
        """
        first = first if leaning else self.skip_asides(tokens, first, limit)
        if first >= limit:
            return None
        end = self._walk(tokens, first, limit, taken=leaning)
        if end <= first:
            return None
        if apposition and end < limit - 1 and tokens.words[end].kind == COMMA:
            following = tokens.words[end + 1]
            if named and not (following.fold in self._given or following.title or following.head):
                return first, end
            end = self._apposition(tokens, end, limit)
        return first, end

    def skip_asides(self, tokens: Tokens, first: int, limit: int) -> int:
        """The first token from `first` that can begin a noun phrase; `limit` where none is near."""
        words = tokens.words
        i = first
        far = first + _FARTHEST
        while i < limit:
            if i > far:
                return limit
            word = words[i]
            if word.kind in (COMMA, DASH):
                i += 1
            elif word.kind == PAREN:
                i = _closing(tokens, i, limit)
            elif word.noun & AUDIENCE:
                i = self._after_audience(tokens, i, limit)
            elif word.noun & ADDRESSED:
                i = self._after_addressed(tokens, i, limit)
            elif word.noun & ASIDE:
                i = self._after_aside(tokens, i, limit)
            else:
                break
        return i

    def _after_audience(self, tokens: Tokens, i: int, limit: int) -> int:
        words = tokens.words
        i += 1
        if i < limit and i in tokens.quote_at:
            return min(tokens.quote_at[i].close + 1, limit)
        taken = 0
        while (
            i < limit
            and words[i].kind == WORD
            and taken < 4
            and (words[i].definite or taken == 0)
            and not words[i].complementiser
            and not words[i].finite
            and not words[i].head
            and not words[i].title
            and not words[i].adverbial
        ):
            i, taken = i + 1, taken + 1
        if i < limit and i in tokens.quote_at and tokens.quote_at[i].words <= 4:
            i = min(tokens.quote_at[i].close + 1, limit)
        return i

    def _after_addressed(self, tokens: Tokens, i: int, limit: int) -> int:
        """Past somebody spoken to and his name, up to a comma, a colon or a report."""
        words = tokens.words
        while i < limit and words[i].kind == WORD and not words[i].complementiser:
            i += 1
        return i

    def _after_aside(self, tokens: Tokens, i: int, limit: int) -> int:
        """Past an adverbial that opens here: to the comma that ends it, or over a few words."""
        words = tokens.words
        start = i
        i += 1
        if words[start].noun & ASIDE_ALONE:
            return i
        taken = 0
        while i < limit and words[i].kind != COMMA and taken < 14:
            word = words[i]
            if word.kind != WORD:
                if i in tokens.quote_at:
                    i = tokens.quote_at[i].close + 1
                    continue
                break
            if (
                taken
                and (word.head or word.title)
                and not words[i - 1].preposition
                and start + 1 < i
                and not word.definite
            ):
                break
            i, taken = i + 1, taken + 1
        return min(i, limit)

    def _walk(self, tokens: Tokens, first: int, limit: int, *, taken: bool) -> int:
        words = tokens.words
        i = end = first + taken
        limit = min(limit, first + _LONGEST)
        while i < limit:
            word = words[i]
            kind = word.kind
            if kind == WORD:
                if self._stops(tokens, i, first):
                    break
                i += 1
                end = i
                continue
            if (quotation := tokens.quote_at.get(i)) is not None:
                if (
                    quotation.words > 7
                    or (i == first and quotation.words > 1 and words[i + 1].noun & SAYS)
                    or quotation.close >= limit + 1
                    or not (i == first or words[i - 1].noun & TAKES_QUOTED)
                ):
                    break
                i = end = quotation.close + 1
            elif kind == PAREN:
                after = _closing(tokens, i, limit)
                if after >= limit or words[after].kind != WORD or self._stops(tokens, after, first):
                    break
                i = after
            elif i > first and self._joins(tokens, i):
                i += 1
            else:
                break
        return end

    def _joins(self, tokens: Tokens, i: int) -> bool:
        """Whether the mark at i holds a phrase together: a hyphen, an initial's dot, a per cent sign."""
        word, before = tokens.words[i], tokens.words[i - 1]
        if word.kind == DASH:
            after = min(i + 1, tokens.count - 1)
            return tokens.ends[i] == tokens.starts[after] and tokens.ends[i - 1] == tokens.starts[i]
        if word.kind == STOP:
            return word.raw == "." and len(before.fold) == 1
        return word.raw in _PERCENT and before.fold[-1].isdigit()

    def _stops(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i cannot carry on the phrase that begins at `first`."""
        words = tokens.words
        word, opening = words[i], words[first]
        facts = word.noun
        if i > first and not facts & WATCHED:
            return bool(opening.noun & SAME) and i == first + 1 and not (word.head or word.title)
        if facts & POSITION and i > first and (words[i - 1].head or words[i - 1].title):
            return False
        if facts & STOPS:
            return True
        if facts & LINK:
            far = facts & RELAYING and i > first + 1  # كشف مسؤول في الإدارة عن قيام …
            return (
                i == first or bool(far) or not self._goes_on(tokens, first, i) or not self._inner(tokens, i)
            )
        if facts & PUBLISHED and opening.noun & DOCUMENT:
            return True
        if facts & WITHHOLDING and i + 1 < tokens.count and words[i + 1].fold in self._withheld:
            return True
        if facts & IN_ACCUSATIVE and not (word.head or opening.noun & IN_ACCUSATIVE):
            return True
        if facts & OVERSEEN and words[i - 1].noun & OVERSEER:
            return not self._inner(tokens, i)  # المشرف على مركز …
        if facts & HANGING:
            return not (i == first and facts & SOMEBODY)
        if i == first:
            listing = facts & LISTING and i + 1 < tokens.count and words[i + 1].fold == _OF
            return not listing and bool(facts & OPENS_NOTHING)  # كل من الوزير والسفير
        if i == first + 1 and opening.noun & SAME:
            return not (word.head or word.title)  # سماحته الوعاظ
        return (
            self._is_predicate(word, words[i - 1])
            or self._hangs_on_verb(tokens, i, first)
            or self._is_object(tokens, i, first)
        )

    def _is_predicate(self, word: Word, before: Word) -> bool:
        """Whether a verb, a participle or a noun of saying with its pronoun ends the phrase."""
        facts = word.noun
        if facts & SUFFIXED:
            return True
        if facts & SO_CALLED and before.fold == _WHAT:
            return False  # زعيم ما يسمى بدولة …
        if facts & COPULA or (facts & VERB_IN_T and before.definite):
            return True  # حسب التقارير الطبية تحتاج المريضة إلى …
        if facts & VERB_IN_Y:
            return not (before.title or before.head)  # السفير يوهان: a name, not a verb
        return bool(facts & PREDICATE)

    def _hangs_on_verb(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word goes with the verb: a time, those spoken to, where or in what it was said."""
        words = tokens.words
        facts, before, opening = words[i].noun, words[i - 1], words[first]
        if facts & (WITH_VERB | OCCASION_TOO | LEANS_ON_B):
            return True
        titled = opening.title or opening.head
        if facts & ON_BEHALF and not (before.head or before.title):
            return True  # رفع الرئيس العام باسمه …
        if facts & AUDIENCE and not (before.noun & QUALIFIER and not words[i].fold.endswith("ين")):
            return True
        if facts & FOR_MANY and opening.noun & NAMES:
            return True
        if facts & ADDRESSED and before.definite and not titled:
            return True  # أوضحت الجامعة للطالبة
        if facts & AND_VERB and before.definite:
            return True  # زار الوزير سامي الخالد وبدأ
        if facts & WHAT:
            return not (i + 1 < tokens.count and words[i + 1].noun & SO_CALLED)
        if facts & LEANS_ON_L:
            return not titled
        inward = facts & IN_PLACE or (facts & BEHIND_B and (opening.definite or opening.noun & PLACE))
        return bool(inward) and not opening.noun & OPEN_ENDED

    def _is_object(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word is the object of the verb: the source is complete, and it cannot belong to it."""
        words = tokens.words
        facts, before, opening = words[i].noun, words[i - 1], words[first]
        complete, name = bool(before.noun & COMPLETE), opening.noun & NAMES
        if facts & OWNED and not before.definite:
            return complete and not facts & COMMON  # مشعل مباحثاته
        if complete and facts & OWNED_ACT:
            return True  # ختمت الخياط مؤتمرها، أبدت إعجابها
        if complete and name and facts & (ADDRESSEE | MANY | PLACE):
            return True  # دعت رجوي أبناء الشعب، دعا فلان السياح، طالب بوتين الولايات المتحدة
        singular = i == first + 1 and before.definite and not before.noun & ENDS_PLURAL
        if singular and facts & MANY and facts & ENDS_IN_IN:
            return True  # وعدت الوزارة المشجعين
        return complete and bool(facts & ACT) and not opening.noun & OBJECT

    def _closes(self, word: Word) -> bool:
        """Whether an apposition may end before the word."""
        return word.kind in (COMMA, COLON) or word.complementiser or bool(word.noun & (HANGING | AUDIENCE))

    def _goes_on(self, tokens: Tokens, first: int, i: int) -> bool:
        """Whether the phrase may go on with the preposition at i: not once a titled name is complete."""
        words = tokens.words
        if words[first].noun & NUMBER and words[i].fold == _OF:
            return True  # 91 % من المشاركين
        if words[first].noun & NUMBER and first + 1 < i:
            first += 1
        before = words[i - 1]
        named = words[first].title and i > first + 1
        if named and not (before.definite or before.head or before.noun & QUALIFIER):
            return False
        return bool(words[first].noun & OPEN_ENDED)

    def _inner(self, tokens: Tokens, i: int) -> bool:
        """Whether the preposition at i carries the noun phrase on (مسؤول في الوزارة)."""
        words = tokens.words
        if i + 1 >= tokens.count:
            return False
        following = words[i + 1]
        if following.kind in (OPEN, STRAIGHT):
            return i + 1 in tokens.quote_at and tokens.quote_at[i + 1].words <= 5
        if following.kind != WORD or following.complementiser or following.adverbial or following.relative:
            return False
        base = following.fold
        if words[i].fold in ("مع", "حول") and not base.startswith("ال"):
            return False
        return base not in self._occasions and base not in self._days and not base[0].isdigit()

    def _apposition(self, tokens: Tokens, comma: int, limit: int) -> int:
        """The end of the phrase with the apposition after `comma`, or `comma` where there is none."""
        words = tokens.words
        start = comma + 1
        quotation = tokens.quote_at.get(start)
        if quotation is not None and quotation.words <= 3 and quotation.close < limit:
            return quotation.close + 1
        if (
            words[start].kind != WORD
            or self._stops(tokens, start, comma)
            or words[start].joined
            or words[start].cues
        ):
            return comma
        if (
            words[start].fold[0] in "وبل"
            and words[start].fold not in self._given
            and not words[start].noun & SOMEBODY
            and not words[start].head
        ):
            return comma
        end = self._walk(tokens, start, limit, taken=False)
        if end <= start or end - start > 16 or (end < limit and not self._closes(words[end])):
            return comma
        if end < limit and words[end].kind == COMMA and end + 1 < limit and end - start <= 12:
            return (
                self._apposition(tokens, end, limit) if words[end + 1].head or words[end + 1].title else end
            )
        return end


def _closing(tokens: Tokens, i: int, limit: int) -> int:
    """The token after the bracket that opens at i, or i + 1 where it never closes."""
    for j in range(i + 1, min(limit + 12, tokens.count)):
        kind = tokens.words[j].kind
        if kind == UNPAREN:
            return j + 1
        if kind in (BREAK, COLON, STOP, CLOSE):
            break
    return i + 1
