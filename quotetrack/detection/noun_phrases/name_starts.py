"""Where the name begins that stands behind a title; `name_ends` tells where it ends.

No list knows foreign names: a word that no list knows and that stands after a complete title is
itself the sign of a name. A first name that the list knows is the surest one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotetrack.detection.noun_phrases.enclosed_names import start_of_name
from quotetrack.detection.noun_phrases.government import Government
from quotetrack.detection.noun_phrases.name_ends import is_nisba
from quotetrack.detection.noun_phrases.noun_shapes import is_act_of, is_with_b, things
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA, DASH, WORD, Word, bare, light

_WHAT: Final = "ما"
_WITH: Final = "ب"
_IN_NAME: Final = "باسم"
_SHORTEST_SURNAME: Final = 4


class NameStarts:
    """Finds the beginnings of names behind titles by a lexicon; `Names` finds all other names."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._before, self._his_heads = words["before"], words["his_heads"]
        self._qualifiers, self._regions = words["qualifiers"], words["regions"]
        self._common = words["common"] | words["objects"] | words["occasions"] | words["naming"]
        self._nouns = words["naming"] | words["occasions"] | words["institutions"]
        self._nouns |= {bare(noun) for noun in lexicon.kinds}
        self._naming = words["naming"] | words["institutions"]
        self._nations = frozenset(map(light, lexicon.places))
        self._given, self._titles_alike = words["given"], words["titles_alike"]
        self._kunya = words["kunya"]
        self._owners, self._owned = words["owners"], lexicon.owned
        self._without, self._letters = words["without"], words["letters"]
        self._particles, self._fathers = words["name_particles"], words["sons"] | words["faith"]
        self._with_own_b = words["begins_with_b"]
        self._people = words["plurals"] | words["heads"] | words["before"]
        self._with_b = things(lexicon) | self._nouns | self._people
        self._government = Government(lexicon)

    def start(self, tokens: Tokens, first: int, end: int, head: str) -> int | None:
        """The token at which the name behind a title begins; None where it is another's.

        «المسؤول المقرب من الرئيس فلان».
        """
        if self._speaks_for(tokens, first, end):
            return None
        start = self._start(tokens, first, end, head)
        if start is None or start - 2 <= first:
            return start
        title, link = tokens.words[start - 1], tokens.words[start - 2]
        return None if title.title and title.definite and link.preposition else start

    @staticmethod
    def _speaks_for(tokens: Tokens, first: int, end: int) -> bool:
        """Whether the one at `first` is somebody unnamed who speaks for a person (متحدث باسم الرئيس فلان)."""
        words = tokens.words
        if words[first].definite or first + 2 >= end or words[first + 1].fold != _IN_NAME:
            return False
        person = words[first + 2]
        return (person.title or person.head) and not (person.naming or person.given)

    def _start(self, tokens: Tokens, first: int, end: int, head: str) -> int | None:
        """The token at which the first name behind a title begins.

        A given name that the list knows is the surest sign; a word before it that no list knows may
        be the given name and the known one a father's (الباحثة نورا سالم).
        """
        words = tokens.words
        called = self._called(tokens, first, end, head)
        if called is not None:
            return called
        after = self._after_eponym(tokens, first, end)
        if after is not None and (after >= end or words[after].given):
            return after if after < end else None
        if after is not None:
            return self.start(tokens, after, end, words[after].fold)
        for i in range(end - 2, first, -1):
            named = words[i].definite and words[i + 1].given and words[i].base in self._before
            if named and words[i - 1].definite and not words[i - 1].title:
                return i + 1  # «والمعارض لبقاء المدرب سامي الجابر الأمير نواف …»
        if head not in self._before and (second := self._second_title(tokens, first, end)) is not None:
            return second
        if (enclosed := start_of_name(tokens, first, end)) is not None:
            return enclosed
        son = self._son(tokens, first, end)
        if son is not None:
            return son
        unknown = self._unknown_start(tokens, first, end, head)
        for i in range(first + 1, end):
            if not self._is_given(tokens, first, i, end):
                continue
            if i > first + 1 or head in self._before or self._settled(words[first]):
                return self._from_given(tokens, first, i, unknown)
        return unknown

    def _called(self, tokens: Tokens, first: int, end: int, head: str) -> int | None:
        """Where the name begins that the words right behind the title announce, or None."""
        words = tokens.words
        for i in range(first + 1, end - 1):
            if words[i].noun & nouns.SO_CALLED and words[i - 1].fold != _WHAT:
                return i + 1 + words[i + 1].title  # رجل يدعى سامي، متحدث هو الرائد سامي
        behind = words[first + 1] if first + 1 < end else words[first]
        if head in self._before and behind.given and not (behind.definite or behind.preposition):
            return first + 1  # الدكتور سامي الخالد المدير في مستشفى الدكتور هشام القرشي
        if behind.fold in self._kunya and first + 2 < end and self._settled(words[first]):
            return first + 1  # جارتها أم سالم، العجوز أم سالم
        return None

    def _son(self, tokens: Tokens, first: int, end: int) -> int | None:
        """Where the name begins that goes on with «son of» or its like, or None."""
        words = tokens.words
        comma = next((i for i in range(first + 1, end) if words[i].kind == COMMA), end)
        named = comma < end and any(word.given for word in words[first + 1 : comma])
        last = min(comma, end - 1) if named else end - 1  # سامي فهد، شيخ قبيلة هلال بن عامر
        for i in range(first + 1, last):
            if words[i + 1].fold in self._fathers and not (
                words[i].given or words[i].title or words[i].definite
            ):
                return i - (words[i - 1].given and i - 1 > first)
        return None

    def _is_given(self, tokens: Tokens, first: int, i: int, end: int) -> bool:
        """Whether the word at i is somebody's given name, and no part of what he is."""
        words = tokens.words
        if words[i].fold not in self._given or words[i].preposition or not words[i].given:
            return False
        if words[i].head and i + 1 < end and words[i + 1].fold in self._common:
            return False  # أمين عام
        marks = tokens.inside.get(i)
        if marks is not None and marks.open > first and not words[marks.open - 1].definite:
            return False  # كاتب مسرحية «هيا تعال»
        adjective = words[i].definite and words[i - 1].noun & nouns.WITH_ARTICLE and not words[i - 1].title
        later = adjective and any(word.given and not word.definite for word in words[i + 1 : end])
        if adjective and i < end - 1 and (words[i - 1].head or later):
            return False  # معهد العالم العربي، عضو الاتحاد العربي للعبة فايز
        closes = i == end - 1 and words[i].definite and words[i].fold.endswith("ي")
        # المتحدث باسم التحالف العربي، الشاعر العربي
        return not (closes and (adjective or (i == first + 1 and words[first].definite)))

    def _from_given(self, tokens: Tokens, first: int, i: int, unknown: int | None) -> int:
        """Where the name begins whose first known word stands at i: there, or with an unknown one before."""
        words = tokens.words
        if unknown is not None and unknown < i and words[i - 1].kind == DASH:
            return unknown  # تشونغ مونغ-جون
        if unknown is None or unknown != i - 1:
            return i
        placed = any(
            word.fold in self._regions or (word.naming and not word.definite)  # مؤسسة أفق زون سامي
            for word in words[max(first + 1, i - 3) : i - 1]
        )
        return i if placed else i - 1

    def _settled(self, word: Word) -> bool:
        """Whether a title is definite, by its article or its pronoun (والدها، والده)."""
        his = word.raw.endswith("ه") and word.fold[:-1] in self._his_heads
        return word.definite or his or word.fold in self._owned

    def _second_title(self, tokens: Tokens, first: int, end: int) -> int | None:
        """Where the name begins behind a title that و adds («مديرة المعهد ورئيسة المهرجان فلانة»)."""
        words = tokens.words
        for i in range(end - 2, first + 1, -1):
            if words[i].joined and words[i].head and not words[i].definite:
                named = any(w.given and not w.definite for w in words[first + 1 : i])
                return None if named else self.start(tokens, i, end, words[i].base)
        return None

    def _after_eponym(self, tokens: Tokens, first: int, end: int) -> int | None:
        """The title or first name behind a body that bears somebody's name («بجامعة الملك سعود الدكتور …»).

        `end` where there is neither.
        None where the phrase holds no such body.
        """
        words = tokens.words
        for i in range(first + 1, end):
            if not (words[i].title and self.is_eponym(tokens, i)):
                continue
            k = i + 2 + (i + 1 < end and words[i + 1].fold in self._particles)
            while k < end and not (
                words[k].title or (words[k].given and words[k - 1].fold not in self._particles)
            ):
                k += 1
            return min(k, end)
        return None

    def is_eponym(self, tokens: Tokens, i: int) -> bool:
        """Whether the title at i belongs to the name of a body («جامعة الملك سعود»)."""
        words = tokens.words
        if not i or not (words[i].title and words[i].definite):
            return False
        noun = words[i - 1].fold
        if words[i - 1].definite:
            return False  # مدير المطار اللواء فيصل
        return words[i - 1].naming or (noun[:1] in "بلو" and noun[1:] in self._naming)

    def _unknown_start(self, tokens: Tokens, first: int, end: int, head: str) -> int | None:
        """The first word behind a complete title that no list knows."""
        words = tokens.words
        complete = head.startswith("ال")
        secret = self._kinds.get(head) is SpeakerKind.ANONYMOUS and not complete
        spoken_for = end
        for i in range(first + 1, end):
            word = words[i]
            if word.kind != WORD:
                complete = complete or i in tokens.quote_at or i in tokens.quote_end
                continue
            if word.fold == _IN_NAME or (spoken_for == i - 1 and self._goes_on(tokens, i, end)):
                spoken_for = i  # متحدث باسم بي بي سي
                continue
            if self._spells(words, i):
                complete = True
                continue  # مراسل بي بي سي في لندن
            if word.definite and self._is_surname_alone(tokens, i, first, end, head):
                return i
            if self._settles(tokens, i, first):
                complete = True
                continue
            if not complete and i <= first + 2:
                continue
            if spoken_for == i - 1 or self._belongs(tokens, i, first):
                complete = True
                continue
            if self._is_first_name(tokens, i, first, end, head):
                return i
            if not secret and self._may_be_called(tokens, i, first, end, head):
                alone = i == end - 1 and i > first + 2 and self._in_construct(words[i - 2], i - 2 > first)
                return None if alone else i  # بجامعة عين شمس
        return None

    def _spells(self, words: Sequence[Word], i: int) -> bool:
        """Whether the word at i is a Latin letter beside another one, as in the name of a medium."""
        beside = (words[k].fold for k in (i - 1, i + 1) if k < len(words))
        return words[i].fold in self._letters and any(letter in self._letters for letter in beside)

    @staticmethod
    def _goes_on(tokens: Tokens, i: int, end: int) -> bool:
        """Whether the word at i is one of several unknown ones, behind which no first name stands."""
        word = tokens.words[i]
        alone = i + 1 >= end or tokens.words[i + 1].given or word.given
        return bool(word.noun & nouns.MAY_BEGIN_NAME) and not (alone or word.definite)

    def _is_surname_alone(self, tokens: Tokens, i: int, first: int, end: int, head: str) -> bool:
        """Whether the word with an article is all that stands behind a title (الدكتور السماري)."""
        word = tokens.words[i]
        behind = i == first + 1 and head in self._before and i + 1 == end
        if not behind or len(word.fold) < _SHORTEST_SURNAME or word.base in self._qualifiers:
            return False
        if self._adjective(word.fold) and not self._is_last_name(tokens, word):
            return False
        return not (word.noun & nouns.MANY or word.title)

    def _is_last_name(self, tokens: Tokens, word: Word) -> bool:
        """Whether an adjective by its shape is a last name: of no nation, behind a first name elsewhere."""
        listed = light(word.fold) in self._nations or bare(word.fold) in self._common
        return not listed and word.stem in tokens.surnames

    def _settles(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i makes a title complete: in marks, with an article, or a place."""
        word = tokens.words[i]
        if i in tokens.inside and tokens.inside[i].open >= first:
            return True
        definite = word.definite and len(word.fold) >= _SHORTEST_SURNAME
        leaned = word.fold[0] in "بلو" and word.fold[1:] in self._places  # بالسودان, not جمعان
        return definite or word.fold in self._places or leaned

    def _belongs(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i hangs on the one before it (أطباء بلا حدود), or is added to it."""
        before, fold = tokens.words[i - 1], tokens.words[i].fold
        if before.preposition or before.fold in self._without or self._in_construct(before, i - 1 > first):
            return True
        if fold[0] == _WITH and self._government.takes(tokens, i):
            return True  # المتهم بنشر صور, but الممثل لوكاس
        return fold[0] == "و" and fold not in self._given and len(fold) >= _SHORTEST_SURNAME

    def _is_first_name(self, tokens: Tokens, i: int, first: int, end: int, head: str) -> bool:
        """Whether the word at i, a noun or a title as well, is surely the first name behind a title."""
        words = tokens.words
        alike = words[i].fold in self._titles_alike
        if alike and i == end - 2 and words[i - 1].title and words[i - 1].definite:
            return True  # الدكتور مساعد الأحمد
        if alike and i == end - 2 and is_nisba(words[i + 1]):
            return True  # المدير التنفيذي مساعد العتيبي
        in_full = i == end - 3 and words[i + 1].given and not words[i + 1].definite and words[i + 2].definite
        if alike and in_full and words[i - 1].definite:
            return True  # المتحدث باسم الهلال الأحمر مساعد غالي الخالد
        behind = i == first + 1 and head in self._before
        if alike and behind and i == end - 2 and words[i + 1].given and not words[i + 1].definite:
            return True  # الإعلامية رائدة محمد
        return behind and self._is_called(tokens, i, end)

    def _may_be_called(self, tokens: Tokens, i: int, first: int, end: int, head: str) -> bool:
        """Whether the word at i may be a name: no list knows it, and it belongs to nothing before it."""
        words = tokens.words
        word, before = words[i], words[i - 1]
        called = i == first + 1 and head in self._before  # الدكتور نعمة
        if word.noun & nouns.IN_TA and not (head.endswith("ه") or called):
            return False  # مدير التعليم رباطة: no man's name
        if word.fold in self._owners:
            return False  # الفنان ذو الشهرة العالمية
        if i == end - 1 and not head.startswith("ال") and light(word.fold) in self._nations:
            return False  # قائد عسكري يمني
        following = words[i + 1].noun & nouns.ORDINARY if i + 1 < end else True
        if is_act_of(tokens, i):
            return False  # النائبة تشبث المرأة
        if (word.noun & nouns.ORDINARY and following) or word.fold in self._without:
            return False  # نائب رئيس تحرير
        plain = not (before.definite or before.head or before.title or words[i - 2].definite)
        ordinary = before.noun & nouns.ORDINARY and plain
        genitive = bool(ordinary and not words[i - 2].noun & nouns.WITH_ARTICLE)
        genitive = genitive or bool(before.noun & nouns.LEANS_ON_B)  # الكفيلة بضبط أسعار المواد
        if before.base in self._owners or genitive or self._explains(tokens, i, end):
            return False  # صاحب أغلى صفقة انتقال
        return bool(word.noun & nouns.MAY_BEGIN_NAME) and not self._leans_on(tokens, i, end)

    def _is_called(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the noun at i, behind a title, is a first name before a surname (المحامية بيان الخالد)."""
        words = tokens.words
        if i + 2 != end or words[i].head or words[i].title or words[i].preposition:
            return False
        if is_with_b(words[i], self._with_b, self._with_own_b):
            return False  # الأستاذ بجامعة الضفاف
        surname = words[i + 1]
        return bool(surname.noun & nouns.MAY_BEGIN_NAME) and not surname.noun & nouns.ORDINARY

    def _explains(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the noun at i says of what a body is («باسم لجنة عروج الإمام», «وزارة خارجيتها»)."""
        word, before = tokens.words[i], tokens.words[i - 1]
        body = self._kinds.get(before.fold) is SpeakerKind.ORGANISATION and before.raw.endswith("ة")
        genitive = i + 1 < end and tokens.words[i + 1].definite
        return body and not before.definite and (genitive or bool(word.noun & nouns.HAS_PRONOUN))

    def _leans_on(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the word is a noun behind ل or ب rather than a name («الرئيس العام لرعاية الشباب»)."""
        fold = tokens.words[i].fold
        if fold[0] not in "لب" or len(fold) < 4 or fold in self._given:
            return False
        genitive = i + 1 < end and tokens.words[i + 1].definite
        if is_with_b(tokens.words[i], self._with_b, self._with_own_b):
            return True
        if tokens.words[i - 1].title and not (genitive and fold[1:] in self._people):
            return False  # الوزير لافروف, but التقى الوزير بممثلي النقابات
        if fold[0] == "ب" and genitive and i + 2 == end and is_nisba(tokens.words[i + 1]):
            return bool(tokens.words[i].noun & nouns.ORDINARY)  # بوجمعة الرميلي
        return genitive or fold.endswith(("ه", "ات")) or fold[1:] in self._nouns

    def _in_construct(self, before: Word, inner: bool) -> bool:  # noqa: FBT001
        """Whether the word before names a kind of place or body, and so takes the next for its own name."""
        fold = before.fold
        plain = fold[1:] if fold[:1] in "بلو" and not before.naming else fold
        return inner and not before.definite and (plain in self._naming)

    def _adjective(self, fold: str) -> bool:
        return (fold.endswith(("ي", "يه")) and len(fold) > 5) or bare(fold) in self._common
