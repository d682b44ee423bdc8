"""The noun phrase that names a source: where it begins, and how far it runs.

A source is a title, a name, an apposition and adjectives, without a relative clause. Arabic gives
no brackets, so the phrase is followed word by word until something comes that cannot carry it on.
"""

from __future__ import annotations

from quotetrack.detection import nouns
from quotetrack.detection.lexicon import Lexicon
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
_HOUSE = "آل"
_WHAT, _THAT = "ما", "ذلك"
_IN_NAME = "باسم"
_FARTHEST = 60
_NAME = 4
"""The most words of a name in quotation marks."""


class Phrases:
    """Finds noun phrases by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._occasions, self._days = words["occasions"], words["days"]
        self._withheld = words["withheld"]
        self._given, self._polls = words["given"], words["polls"]
        self._related = words["related"]
        self._of_media, self._audience = words["of_media"], words["audience"]

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
            elif i == first and (after := self._after_object(tokens, i, limit)):
                i = after
            elif word.noun & nouns.AUDIENCE:
                i = self._after_audience(tokens, i, limit)
            elif word.noun & nouns.ADDRESSED:
                i = self._after_addressed(tokens, i, limit)
            elif word.noun & nouns.ASIDE:
                i = self._after_aside(tokens, i, limit)
            else:
                break
        return i

    def _after_object(self, tokens: Tokens, i: int, limit: int) -> int:
        """Past an object between the verb and a subject that a title opens; 0 where none is.

        «أبلغ "الرأي" مدير الفرع»، «أوضح ذلك مدير الفرع».
        """
        words = tokens.words
        quotation = tokens.quote_at.get(i)
        if quotation is not None:
            outlet = quotation.words <= 2 and words[i + 1].fold in self._audience
            after = quotation.close + 1 if outlet else limit
        else:
            after = i + 1 if words[i].fold == _THAT else limit
        return after if after < limit and (words[after].title or words[after].head) else 0

    def _after_audience(self, tokens: Tokens, i: int, limit: int) -> int:
        words = tokens.words
        i += 1
        if i < limit and i in tokens.quote_at:
            return min(tokens.quote_at[i].close + 1, limit)
        if i < limit and words[i].kind == PAREN:
            return min(_closing(tokens, i, limit), limit)  # لـ(عكاظ)
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
        if words[start].noun & nouns.ASIDE_ALONE:
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
                    or (i == first and quotation.words > 1 and words[i + 1].noun & nouns.SAYS)
                    or quotation.close >= limit + 1
                    or not (
                        i == first
                        or words[i - 1].noun & nouns.TAKES_QUOTED
                        or self._names_somebody(tokens, i, first)
                    )
                ):
                    break
                i = end = quotation.close + 1
                named = quotation.words > 1 and words[quotation.open + 1].given
                if named and (words[first].head or words[first].title):
                    break
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

    def _names_somebody(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the quotation at i holds the name of whom a title calls (المتحدث … "فلان الفلاني": )."""
        quotation = tokens.quote_at[i]
        if not (tokens.words[first].head or tokens.words[first].title) or not 1 < quotation.words <= _NAME:
            return False
        after = quotation.close + 1
        if after >= tokens.count:
            return False
        following = tokens.words[after]
        said = following.complementiser or following.kind == COLON or after in tokens.quote_at
        return said or bool(following.noun & nouns.AUDIENCE)

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
        if i > first and not facts & nouns.WATCHED:
            return bool(opening.noun & nouns.SAME) and i == first + 1 and not (word.head or word.title)
        if facts & nouns.POSITION and i > first and (words[i - 1].head or words[i - 1].title):
            return False
        if facts & nouns.STOPS:
            return True
        if facts & nouns.LINK:
            bound = i - 1 > first and words[i - 1].noun & (
                nouns.ISSUED | nouns.PARTICIPLE
            )  # المصدر المقرب من
            far = facts & nouns.RELAYING and i > first + 1 and not bound  # كشف مسؤول في الإدارة عن قيام …
            goes_on = bound or self._goes_on(tokens, first, i)
            return i == first or bool(far) or not goes_on or not self._inner(tokens, i)
        if facts & nouns.SO_CALLED and i > first and self._tells_name(tokens, i):
            return False  # ناطق باسم الجبهة يدعى سامي
        if facts & nouns.DEMONSTRATIVE and i > first:
            return words[i - 1].fold != _IN_NAME and not words[i - 1].preposition  # باسم هذه المنظمة
        if facts & nouns.TIME and i > first and i + 1 < tokens.count and words[i + 1].noun & nouns.DAY:
            return True  # أعلنت الشركة الأسبوع الماضي أن
        if facts & nouns.ANOTHER and not opening.noun & nouns.LISTING and self._name_ends(tokens, i, first):
            return True  # المدير هشام القرشي والمساعد المالي
        if facts & nouns.PUBLISHED and opening.noun & nouns.DOCUMENT:
            return True
        if facts & nouns.WITHHOLDING and i + 1 < tokens.count and words[i + 1].fold in self._withheld:
            return True
        if facts & nouns.IN_ACCUSATIVE and not (word.head or opening.noun & nouns.IN_ACCUSATIVE):
            return True
        if facts & nouns.OVERSEEN and i + 1 < tokens.count and words[i + 1].fold in self._related:
            return i == first  # مصادر على صلة بالأمر
        if facts & nouns.OVERSEEN and words[i - 1].noun & nouns.OVERSEER:
            return not self._inner(tokens, i)  # المشرف على مركز …
        if facts & nouns.BEARING and i > first and self._lies(tokens, i, opening):
            return False
        if facts & nouns.HANGING:
            named = word.given and i > first and self._called(tokens, i)
            return not (named or (i == first and facts & nouns.SOMEBODY))
        if i == first:
            if is_body(tokens, i):
                return False
            if facts & nouns.DEMONSTRATIVE and not (i + 1 < tokens.count and words[i + 1].definite):
                return True  # هذا يشجع: no source by itself
            listing = facts & nouns.LISTING and i + 1 < tokens.count
            if listing and (words[i + 1].fold == _OF or words[i + 1].definite):
                return False  # كل من الوزير والسفير، كل التوقعات
            return bool(facts & nouns.OPENS_NOTHING)
        if i == first + 1 and opening.noun & nouns.SAME:
            return not (word.head or word.title)  # سماحته الوعاظ
        return (
            self._is_predicate(word, words[i - 1])
            or self._hangs_on_verb(tokens, i, first)
            or self._is_object(tokens, i, first)
        )

    def _role_between(self, tokens: Tokens, first: int, i: int) -> bool:
        """Whether a title stands behind the name that opens at `first` (فلان المدير التنفيذي لهيئة …)."""
        return any(word.title or word.head for word in tokens.words[first + 1 : i])

    def _tells_name(self, tokens: Tokens, i: int) -> bool:
        """Whether a name follows the verb at i, which calls somebody by it."""
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        return (
            following is not None and bool(following.noun & nouns.MAY_BEGIN_NAME) and not following.definite
        )

    def _lies(self, tokens: Tokens, i: int, opening: Word) -> bool:
        """Whether the bearing at i says where the place before it lies, of which somebody is in charge."""
        words = tokens.words
        place = words[i - 1].noun & (nouns.WITH_ARTICLE | nouns.TOWN)
        there = i + 1 < tokens.count and words[i + 1].noun & (nouns.WITH_ARTICLE | nouns.TOWN)
        return bool(opening.noun & nouns.OPEN_ENDED and place and there)

    def _called(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i, a time as often, is the name behind a title (الشيخ صباح)."""
        before, after = tokens.words[i - 1], tokens.words[i + 1] if i + 1 < tokens.count else None
        if before.title:
            return True
        named = after is not None and after.kind == WORD and bool(after.noun & nouns.MAY_BEGIN_NAME)
        return before.definite and named and after is not None and not after.definite

    def _name_ends(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word before i is the last of a name that opens with a first name."""
        words = tokens.words
        return words[i - 1].given or (i - 2 > first and words[i - 2].given and words[i - 1].kind == WORD)

    def _is_predicate(self, word: Word, before: Word) -> bool:
        """Whether a verb, a participle or a noun of saying with its pronoun ends the phrase."""
        facts = word.noun
        if facts & nouns.SUFFIXED:
            return True
        if facts & nouns.SO_CALLED and before.fold == _WHAT:
            return False  # زعيم ما يسمى بدولة …
        if facts & nouns.COPULA or (facts & nouns.VERB_IN_T and before.definite):
            return True  # حسب التقارير الطبية تحتاج المريضة إلى …
        if facts & nouns.VERB_IN_Y:
            return not (before.title or before.head)  # السفير يوهان: a name, not a verb
        return bool(facts & nouns.PREDICATE)

    def _hangs_on_verb(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word goes with the verb: a time, those spoken to, where or in what it was said."""
        words = tokens.words
        facts, before, opening = words[i].noun, words[i - 1], words[first]
        if facts & (nouns.WITH_VERB | nouns.OCCASION_TOO | nouns.LEANS_ON_B):
            return True
        titled = opening.title or opening.head
        if facts & nouns.ON_BEHALF and not (before.head or before.title):
            return True  # رفع الرئيس العام باسمه …
        body = opening.noun & nouns.OPEN_ENDED and not titled
        kept = opening.fold in self._polls or (body and words[i].fold in self._of_media)
        told = facts & nouns.AUDIENCE and not kept
        if told and not (before.noun & nouns.QUALIFIER and not words[i].fold.endswith("ين")):
            return True
        alone = i == first + 1 and opening.definite and not titled
        if facts & nouns.FOR_MANY and (alone or opening.noun & nouns.NAMES):
            return True
        if facts & nouns.FOR_BODY and opening.noun & nouns.NAMES and not self._role_between(tokens, first, i):
            return True  # ذكر أوغلو لهيئة الإذاعة
        if facts & nouns.FOR_HAMZA and alone and opening.noun & nouns.NAMES:
            return True  # أشار المفرج لأولى مباريات
        if facts & nouns.NUMBER and before.noun & nouns.NAMED_BY_NUMBER:
            return False  # موقع 24
        if facts & nouns.ADDRESSED and before.definite and not titled:
            return True  # أوضحت الجامعة للطالبة
        if facts & nouns.AND_VERB and before.definite:
            return True  # زار الوزير سامي الخالد وبدأ
        if facts & nouns.WHAT:
            return not (i + 1 < tokens.count and words[i + 1].noun & nouns.SO_CALLED)
        if facts & nouns.LEANS_ON_L:
            return not titled
        settled = opening.definite or opening.noun & nouns.PLACE
        inward = facts & nouns.IN_PLACE or (facts & nouns.BEHIND_B and settled)
        return bool(inward) and not opening.noun & nouns.OPEN_ENDED

    def _is_object(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word is the object of the verb: the source is complete, and it cannot belong to it."""
        words = tokens.words
        facts, before, opening = words[i].noun, words[i - 1], words[first]
        complete, name = bool(before.noun & nouns.COMPLETE), opening.noun & nouns.NAMES
        if facts & nouns.OWNED and not before.definite:
            return complete and not facts & nouns.COMMON  # مشعل مباحثاته
        if complete and facts & nouns.OWNED_ACT:
            return True  # ختمت الخياط مؤتمرها، أبدت إعجابها
        settled = self._is_settled(tokens, i, first)
        if complete and (name or settled) and facts & (nouns.ADDRESSEE | nouns.MANY | nouns.PLACE):
            return True  # دعت رجوي أبناء الشعب، دعا فلان السياح، طالب بوتين الولايات المتحدة
        led = (opening.head or opening.title) and before.definite and not opening.fold.endswith("ه")
        if settled and facts & nouns.PEOPLE:
            return True  # طمأن سامي الخالد السكان
        if settled and facts & nouns.DOCUMENT and not words[i].definite:
            return True  # بعث سامي الخالد برقية
        if (settled or led) and facts & nouns.IN_TA and self._begins_genitive(tokens, i):
            return True  # أكد عبده الحذيفي سيطرة الأجهزة، وصف مدير التعليم رباطة الجأش
        singular = i == first + 1 and before.definite and not before.noun & nouns.ENDS_PLURAL
        if singular and facts & nouns.MANY and facts & nouns.ENDS_IN_IN:
            return True  # وعدت الوزارة المشجعين
        return complete and bool(facts & nouns.ACT) and not opening.noun & nouns.OBJECT

    def _is_settled(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word before i is a last name: behind a first name or «بن»."""
        words = tokens.words
        last = words[i - 1]
        named = i - 2 >= first and (words[i - 2].given or words[i - 2].kin)
        return named and last.kind == WORD and not (last.title or last.head or last.kin)

    def _begins_genitive(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i begins a noun phrase of two; behind «آل …» a single noun does, too."""
        words = tokens.words
        if words[i].definite:
            return words[i - 2].raw == _HOUSE
        return i + 1 < tokens.count and words[i + 1].definite

    def _closes(self, word: Word) -> bool:
        """Whether an apposition may end before the word."""
        aside = word.noun & (nouns.HANGING | nouns.AUDIENCE)
        return word.kind in (COMMA, COLON) or word.complementiser or bool(aside)

    def _goes_on(self, tokens: Tokens, first: int, i: int) -> bool:
        """Whether the phrase may go on with the preposition at i: not once a titled name is complete."""
        words = tokens.words
        if words[first].noun & nouns.NUMBER and words[i].fold == _OF:
            return True  # 91 % من المشاركين
        if words[first].noun & nouns.NUMBER and first + 1 < i:
            first += 1
        if any(word.noun & nouns.SO_CALLED for word in words[first + 1 : i]):
            return False  # رجل يدعى سامي الخالد في
        before = words[i - 1]
        named = words[first].title and i > first + 1
        if named and not (before.head or before.noun & (nouns.QUALIFIER | nouns.WITH_ARTICLE)):
            return False
        return bool(words[first].noun & nouns.OPEN_ENDED)

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
            and not words[start].noun & nouns.SOMEBODY
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


def is_body(tokens: Tokens, i: int) -> bool:
    """Whether a field and its town name a body at token i (صحة تبوك)."""
    if i + 1 >= tokens.count:
        return False
    field, town = tokens.words[i : i + 2]
    return bool(field.noun & nouns.FIELD and town.noun & nouns.TOWN)


def _closing(tokens: Tokens, i: int, limit: int) -> int:
    """The token after the bracket that opens at i, or i + 1 where it never closes."""
    for j in range(i + 1, min(limit + 12, tokens.count)):
        kind = tokens.words[j].kind
        if kind == UNPAREN:
            return j + 1
        if kind in (BREAK, COLON, STOP, CLOSE):
            break
    return i + 1
