"""Where the name in a source phrase begins; `name_ends` tells where it ends.

No list knows foreign names: a word that no list knows and that stands after a complete title is
itself the sign of a name. A first name that the list knows is the surest one.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotetrack.detection import nouns
from quotetrack.detection.draft import Range
from quotetrack.detection.government import Government
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.name_ends import is_nisba
from quotetrack.detection.noun_shapes import is_act_of
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import (
    COMMA,
    DASH,
    PAREN,
    PLURAL,
    PLURAL_OBLIQUE,
    UNPAREN,
    WORD,
    Word,
    bare,
    is_plural_participle,
    light,
)

_WHAT, _THE = "ما", "ال"
_IN_NAME = "باسم"
_SHORTEST_SURNAME = _SHORTEST_PLURAL = 4
_SHORTEST_SEVERAL = 5
_FOR_THE, _WITH = "لل", "ب"
_UNKNOWN_TITLE = 4
"""The most words of a title that no list knows, the name included."""
_FULL_NAME = 2
"""The fewest words of a name in full, and the most that name a document before whose it is."""


class Names:
    """Finds names in phrases by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._heads, self._before = words["heads"], words["before"]
        self._titles, self._his_heads = self._heads | self._before, words["his_heads"]
        self._qualifiers, self._regions = words["qualifiers"], words["regions"]
        self._common = words["common"] | words["objects"] | words["occasions"] | words["naming"]
        self._singulars = self._common | self._heads | self._before | words["ordinary"] | words["mute"]
        self._nouns = words["naming"] | words["occasions"] | words["institutions"]
        self._nouns |= {bare(noun) for noun in lexicon.kinds}
        self._naming = words["naming"] | words["institutions"]
        self._nations = frozenset(map(light, lexicon.places))
        self._metonyms, self._given = words["metonyms"], words["given"]
        self._owners, self._owned = words["owners"], lexicon.owned
        self._titles_alike = words["titles_alike"]
        self._without = words["without"]
        self._ordinary = words["ordinary"] | words["mute"]
        self._letters, self._numbers = words["letters"], words["counts"]
        self._one_of, self._headquarters = words["one_of"], words["headquarters"]
        self._particles, self._sons, self._faith = words["name_particles"], words["sons"], words["faith"]
        self._fathers, self._government = self._sons | self._faith, Government(lexicon)
        self._plurals, self._parts = words["plurals"], words["parts"]

    def quoted(self, tokens: Tokens, first: int, end: int, head: str) -> Range | None:
        """The name in quotation marks of a medium, a party or a company."""
        if tokens.words[first].given:
            return None  # سعاد الخياط، قائدة فريق (الضفاف)
        if head in self._titles and (name := self._in_marks(tokens, first, end)) is not None:
            return name
        for i in range(first, end):
            if tokens.words[i].kind == WORD:
                continue
            inner = tokens.words[i + 1] if i + 1 < end else None
            if inner is not None and (inner.preposition or inner.adverbial):
                continue  # الجمعية (تحت التأسيس)
            latin = inner is not None and inner.raw.isascii() and inner.raw.isalpha()
            if latin and i - first > 1:
                continue  # منظمة حظر الأسلحة "OPCW"
            quotation = tokens.quote_at.get(i)
            near = i - first <= 2 or head in self._kinds or bare(head) in self._common
            if (
                quotation is not None
                and quotation.words <= 6
                and near
                and not self._is_of_many(tokens, first, i)
            ):
                before = tokens.words[i - 1] if i > first else None
                if before is None or before.kind == WORD:
                    body = self._kinds.get(head) is SpeakerKind.ORGANISATION  # مؤسسة «الضفاف»
                    if head in self._titles and not body and (i - first > 1 or not head.startswith("ال")):
                        return None  # زعيم «الحركة»
                    return i + 1, quotation.close
            elif (
                tokens.words[i].kind == PAREN
                and (i == first or tokens.words[i - 1].naming)
                and head not in self._titles  # مدير شركة (الضفاف) سامي الخالد
                and not self._is_of_many(tokens, first, i)
            ):
                close = next(
                    (k for k in range(i + 1, min(i + 6, end)) if tokens.words[k].kind == UNPAREN), None
                )
                if close is not None:
                    return i + 1, close
        return None

    def _is_of_many(self, tokens: Tokens, first: int, i: int) -> bool:
        """Whether the marks at i name a body or a thing that a group or a document only has to do with.

        «علماء في وكالة «الضفاف»», «تقارير رقابية لهيئة المكافحة «نزاهة»».
        """
        fold = tokens.words[first].fold
        kind = self._kinds.get(fold) or self._kinds.get(_THE + fold)
        between = tokens.words[first + 1 : i]
        if kind is SpeakerKind.GROUP:
            return any(word.preposition for word in between)
        return kind is SpeakerKind.DOCUMENT and len(between) > _FULL_NAME

    @staticmethod
    def _in_marks(tokens: Tokens, first: int, end: int) -> Range | None:
        """The name of a person in the marks that end the phrase (الروائي «سامي الخالد»)."""
        words, close = tokens.words, end - 1
        if words[close].kind == WORD:
            return None
        opening = next((k for k in range(close - 2, first, -1) if words[k].kind != WORD), None)
        if opening is None or (words[close].kind != UNPAREN and opening not in tokens.quote_at):
            return None
        before, title = words[opening - 1], words[opening + 1]
        if title.title and title.definite and words[opening + 2].given:
            return opening + 2, close  # المتحدث الرسمي، «العقيد سامي الخالد»
        # not كاتب مسرحية «هيا تعال»
        settled = before.definite or before.noun & (nouns.WITH_ARTICLE | nouns.IN_PLACE | nouns.TOWN)
        named = words[opening + 1].given and close - opening > _FULL_NAME
        return (opening + 1, close) if settled and named else None

    def apposed(self, tokens: Tokens, first: int, end: int) -> int | None:
        """The name in apposition behind a comma («رئيس الجمهورية، الباجي قايد السبسي»)."""
        words = tokens.words
        commas = (i for i in range(first + 1, end - 1) if words[i].kind == COMMA)
        comma = next((i for i in commas if words[i + 1].fold not in self._headquarters), None)
        if comma is None:
            return None  # المحلل في البنك، ومقره لندن، سام كاو
        one = words[first].fold in self._one_of  # أحد مشايخ خولان بن عامر، الشيخ فلان
        if not one and any(words[i].given and not words[i].definite for i in range(first + 1, comma)):
            return None
        fold = words[comma + 1].fold
        faith = comma + 2 < end and words[comma + 2].fold in self._faith  # فخر الدين
        if words[comma + 1].noun & nouns.ORDINARY and not faith:
            return None  # النجم ليونيل ميسي، أفضل لاعب
        if words[comma + 1].title and comma + 2 < end and words[comma + 2].given:
            return comma + 2  # والد الشهيد، المواطن سامي الخالد
        if fold in self._titles or bare(fold) in self._heads or fold in self._kinds or fold in self._common:
            return None
        behind = self.behind_noun(tokens, comma + 1, end)
        return comma + 1 if behind is None else behind

    def of_one(self, tokens: Tokens, first: int, end: int) -> int | None:
        """The first name of whom «one of» tells: behind a comma (أحد الزبائن، سامي), or behind a title.

        «أحد رفاقه الدكتور سامي», not «أحد رفاق الدكتور سامي».
        """
        words = tokens.words
        start = self.apposed(tokens, first, end)
        if start is not None and words[start].given:
            return start
        titled = [k for k in range(first + 2, end - 1) if words[k].title and words[k].definite]
        titled = [k for k in titled if words[k - 1].definite or words[k - 1].noun & nouns.HAS_PRONOUN]
        return next((k + 1 for k in titled if words[k + 1].given and not words[k + 1].definite), None)

    def behind_noun(self, tokens: Tokens, first: int, end: int) -> int | None:
        """The first name behind definite words that no list knows for a title («المسافر علي العبدالقادر»).

        Or the name behind a nationality («السويسري كريستيان جروس»).
        """
        words = tokens.words
        definite = words[first].definite or words[first].fold.startswith(_FOR_THE)  # وفقاً للمسافر علي
        if words[first].given or not definite:
            return None
        k = first + 1
        while k < min(end, first + _UNKNOWN_TITLE) and not words[k].given:
            if not (words[k].definite or words[k].pronoun):  # المشتبه به سامي
                break
            k += 1
        if k < end and words[k].given and not words[k].definite:
            return k
        foreign = k == first + 1 < end - 1 and light(words[first].fold) in self._nations
        return k if foreign and words[k].noun & nouns.MAY_BEGIN_NAME else None

    def inner_title(self, tokens: Tokens, first: int, end: int) -> int | None:
        """A title inside a phrase whose first noun no list knows («خطيب الجامع الدكتور …»)."""
        words = tokens.words
        if words[first].fold in self._given or first + 1 >= end:
            return None
        sits = words[first].definite and words[first + 1].preposition  # المدرسة في الكلية الدكتورة …
        if not (words[first + 1].definite or sits):
            return None
        body = words[first].fold in self._kinds  # الهيئة الإعلامية للمؤتمر
        if body:  # شركة الضفاف، المستشار المالي
            end = next((i for i in range(first, end) if words[i].kind == COMMA), end)
        titles = [i for i in range(first + 1 + body, end) if words[i].title and i + 1 < end]
        if sits:
            titles = [
                i for i in titles if words[i + 1].noun & nouns.MAY_BEGIN_NAME and not words[i + 1].relative
            ]
        return next((i for i in titles if not self.is_eponym(tokens, i)), None)

    def opens_before(self, tokens: Tokens, first: int, title: int, name: Range | None) -> bool:
        """Whether an unknown name stands before the title at `title`, which no other one follows.

        «مزنة الخالدي المدربة المتطوعة».
        """
        words = tokens.words
        described = name is None or (name[1] - name[0] == 1 and words[name[0]].head)
        return described and all(
            word.noun & nouns.MAY_BEGIN_NAME and not word.noun & nouns.ORDINARY for word in words[first:title]
        )

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
        for i in range(first + 1, end - 1):
            if words[i].noun & nouns.SO_CALLED and words[i - 1].fold != _WHAT:
                return i + 1 + words[i + 1].title  # رجل يدعى سامي، متحدث هو الرائد سامي
        behind = words[first + 1] if first + 1 < end else words[first]
        if head in self._before and behind.given and not (behind.definite or behind.preposition):
            return first + 1  # الدكتور سامي الخالد المدير في مستشفى الدكتور هشام القرشي
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
        unknown = self._unknown_start(tokens, first, end, head)
        comma = next((i for i in range(first + 1, end) if words[i].kind == COMMA), end)
        named = comma < end and any(word.given for word in words[first + 1 : comma])
        last = min(comma, end - 1) if named else end - 1  # سامي فهد، شيخ قبيلة هلال بن عامر
        for i in range(first + 1, last):
            if words[i + 1].fold in self._fathers and not (
                words[i].given or words[i].title or words[i].definite
            ):
                return i - (words[i - 1].given and i - 1 > first)
        for i in range(first + 1, end):
            if words[i].fold not in self._given or words[i].preposition:
                continue
            if words[i].head and i + 1 < end and words[i + 1].fold in self._common:
                continue  # أمين عام
            marks = tokens.inside.get(i)
            if marks is not None and marks.open > first and not words[marks.open - 1].definite:
                continue  # كاتب مسرحية «هيا تعال»
            adjective = words[i].definite and words[i - 1].definite and not words[i - 1].title
            if adjective and i < end - 1 and (words[i - 1].head or words[i + 1].given):
                continue  # معهد العالم العربي، عضو الاتحاد العربي فايز
            last = i == end - 1 and words[i].definite and words[i].fold.endswith("ي")
            if last and (adjective or (i == first + 1 and words[first].definite)):
                continue  # المتحدث باسم التحالف العربي، الشاعر العربي
            if i > first + 1 or head in self._before or self._settled(words[first]):
                if unknown is not None and unknown < i and words[i - 1].kind == DASH:
                    return unknown  # تشونغ مونغ-جون
                before = unknown is not None and unknown == i - 1
                placed = (
                    before
                    and any(
                        w.fold in self._regions or (w.naming and not w.definite)  # مؤسسة أفق زون سامي
                        for w in words[max(first + 1, i - 3) : i - 1]
                    )
                )
                return i - 1 if before and not placed else i
        return unknown

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
        if alike and i == end - 2 and is_nisba(words[i + 1]):
            return True  # المدير التنفيذي مساعد العتيبي
        in_full = i == end - 3 and words[i + 1].given and not words[i + 1].definite and words[i + 2].definite
        if alike and in_full and words[i - 1].definite:
            return True  # المتحدث باسم الهلال الأحمر مساعد غالي الخالد
        return i == first + 1 and head in self._before and self._is_called(tokens, i, end)

    def _may_be_called(self, tokens: Tokens, i: int, first: int, end: int, head: str) -> bool:
        """Whether the word at i may be a name: no list knows it, and it belongs to nothing before it."""
        words = tokens.words
        word, before = words[i], words[i - 1]
        called = i == first + 1 and head in self._before  # الدكتور نعمة
        if word.noun & nouns.IN_TA and not (head.endswith("ه") or called):
            return False  # مدير التعليم رباطة: no man's name
        if word.fold in self._owners:
            return False  # الفنان ذو الشهرة العالمية
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
        if fold[0] not in "لب" or len(fold) < 4 or fold in self._given or tokens.words[i - 1].title:
            return False
        genitive = i + 1 < end and tokens.words[i + 1].definite
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

    def is_plural(self, head: str) -> bool:
        """Whether a folded noun in ون or ين is a sound plural, and no foreign name (جونسون، كاثلين)."""
        if not head.endswith((PLURAL, PLURAL_OBLIQUE)) or len(head) <= _SHORTEST_PLURAL:
            return False
        one = head[: -len(PLURAL)]
        known = one in self._singulars or one.endswith("ي")  # سوريون
        definite = head.startswith("ال") and len(head) > _SHORTEST_SEVERAL
        return definite or known or is_plural_participle(head)

    def opens(self, head: str) -> bool:
        """Whether a phrase whose first noun is the folded `head` begins with a name."""
        if head in self._given:
            return True
        several = head.endswith("ات") or (head.endswith(PLURAL) and self.is_plural(head))
        if head.endswith("ات") and head in self._ordinary:
            return False  # صفحات موالية للنظام
        if (
            head[0].isdigit()
            or head in self._numbers
            or head in self._plurals
            or (len(head) > _SHORTEST_SEVERAL and several)
        ):
            return False
        if (
            head in self._kinds
            or head in self._common
            or bare(head) in self._common
            or bare(head) in self._parts
            or bare(head) in self._kinds
        ):
            return False
        return head not in self._places or head in self._metonyms
