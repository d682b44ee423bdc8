"""Where a noun phrase stops by the words around: at a preposition, and at words that these decide about."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.noun_phrases.enclosed_names import is_in_name
from quotetrack.detection.noun_phrases.noun_shapes import is_full_name, is_private, is_unknown, office
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import ACCUSATIVE, COMMA, OPEN, STRAIGHT, WORD, Word, bare

BY_WORDS_BEFORE: Final = (
    nouns.SO_CALLED | nouns.DEMONSTRATIVE | nouns.TIME | nouns.ANOTHER | nouns.PUBLISHED | nouns.SAYING
    | nouns.IN_ACCUSATIVE
)  # fmt: skip
"""What `Neighbours.before` may decide about."""
BY_WORDS_BEHIND: Final = nouns.WITHHOLDING | nouns.OVERSEEN | nouns.BEARING | nouns.HANGING | nouns.WISHING
"""What `Neighbours.behind` may decide about."""
_OF: Final = "من"
_WITH: Final = "مع"
_ABOUT: Final = "حول"
_TO: Final = "الي"
_AT: Final = "لدي"
_GOD: Final = "الله"
_IN_NAME: Final = "باسم"
_SHORT: Final = 5
"""The most words in marks with which a preposition carries a phrase on."""


def _is_sent_to(tokens: Tokens, i: int, first: int, parts: frozenset[str]) -> bool:
    """Whether the «إلى» at i says where the envoy at `first` is sent (المبعوث إلى اليمن، إلى الشرق الأوسط).

    A name follows, or the verb before him takes no «إلى» of its own (قال, not أشار); `parts` are those
    of the world that an adjective follows.
    """
    words = tokens.words
    part = i + 1 < tokens.count and words[i + 1].fold in parts
    end = i + 2 + part
    if end >= tokens.count or not (part or words[i + 1].noun & nouns.PLACE):
        return False
    forms = words[first - 1].cues if first else ()
    takes = any(_TO in form.cue.act or _TO in form.cue.clause for form in forms)
    apposed = words[end].kind == COMMA and end + 1 < tokens.count and is_unknown(words[end + 1])
    return not takes or apposed or words[end].given or words[end].title


class Neighbours:
    """Tells by the words around one whether it carries a phrase on."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._occasions, self._days = words["occasions"], words["days"]
        self._withheld, self._related = words["withheld"], words["related"]
        self._members, self._for_their_part = words["members"], words["for_their_part"]
        self._quantities, self._parts = words["quantities"], words["parts"]
        self._saying, self._envoys = words["saying"], words["envoys"]
        self._releases, self._one_of = words["releases"], words["one_of"]
        self._names_of_media = words["names_of_media"]
        self._parts_of_world = words["parts_of_world"]
        self._of_office, self._private = words["links_of_office"], words["private"]

    def at_link(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the phrase ends before the preposition at i."""
        words = tokens.words
        if i + 1 < tokens.count and words[i + 1].fold in self._for_their_part:
            return True  # نادي الزمالك من جانبه
        if words[i].fold in self._of_office or (words[i - 1].head and not words[i - 1].definite):
            first = office(tokens, first, i)  # سامي الخالد جندي من مشاة البحرية
        if words[i].fold == _AT and words[first].fold in self._envoys | self._members:
            return False  # الممثل الدائم لروسيا لدى الأمم المتحدة
        bound = i - 1 > first and words[i - 1].noun & (nouns.ISSUED | nouns.PARTICIPLE)  # المصدر المقرب من
        following = words[i + 1] if i + 1 < tokens.count else None
        person = following is not None and following.title and following.definite
        if words[i].fold == _WITH and person and not bound:
            return True  # لقاء الوزير مع الأمير
        alone = words[first].definite and not words[first].noun & nouns.PARTICIPLE  # سئل الوزير عن
        whole = i > first + 1 or (alone and words[first].fold not in self._members)
        far = words[i].noun & nouns.RELAYING and whole and not bound  # كشف مسؤول في الإدارة عن قيام …
        sent = words[i].noun & nouns.RELAYING and self._sent_by(tokens, i, first)
        far = far and not sent
        goes_on = bound or sent or self._goes_on(tokens, first, i)
        return i == first or bool(far) or not goes_on or not self.is_inner(tokens, i)

    def _sent_by(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the عن at i says for whom somebody sits (النائبة في المجلس عن الحزب)."""
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        return (
            tokens.words[first].fold in self._members
            and following is not None
            and (following.naming or bool(following.noun & (nouns.TOWN | nouns.BODY | nouns.DISTRICT)))
        )

    def _goes_on(self, tokens: Tokens, first: int, i: int) -> bool:
        """Whether the phrase may go on with the preposition at i: not once a titled name is complete."""
        words = tokens.words
        if words[first].noun & nouns.NUMBER and words[i].fold == _OF:
            return True  # 91 % من المشاركين، 40 في المئة من
        if words[i].fold == _OF and words[i - 1].base in self._quantities:
            return True  # الأمم المتحدة وعدد من الدول
        if words[i].fold == _OF and bare(words[first].base) in self._parts:
            return True  # المادة 12 من القانون
        if words[first].noun & nouns.NUMBER and first + 1 < i:
            first += 1
        if any(word.noun & nouns.SO_CALLED for word in words[first + 1 : i]):
            return False  # رجل يدعى سامي الخالد في
        before = words[i - 1]
        if is_full_name(tokens, i - 1, first):
            return False  # الدكتور سامي الخالد من جميع …
        named = words[first].title and i > first + 1
        if named and not (before.head or before.noun & (nouns.QUALIFIER | nouns.WITH_ARTICLE)):
            return False
        return bool(words[first].noun & nouns.OPEN_ENDED)

    def is_inner(self, tokens: Tokens, i: int, *, occasions: bool = False) -> bool:
        """Whether the preposition at i carries the noun phrase on (مسؤول في الوزارة).

        With `occasions` it may name one (المشرف على برنامج التوعية), else that is what was spoken in.
        """
        words = tokens.words
        if i + 1 >= tokens.count:
            return False
        following = words[i + 1]
        if following.kind in (OPEN, STRAIGHT):
            return i + 1 in tokens.quote_at and tokens.quote_at[i + 1].words <= _SHORT
        if following.kind != WORD or following.complementiser or following.adverbial or following.relative:
            return False
        if following.noun & nouns.DEMONSTRATIVE:
            return i + 2 < tokens.count and words[i + 2].naming and words[i + 2].definite  # في هذا المجلس
        base = following.fold
        if words[i].fold in (_WITH, _ABOUT) and not base.startswith("ال"):
            return False
        if following.noun & nouns.DOCUMENT and not following.definite:
            return False  # أفادت الوزارة في بلاغ أصدرته
        second = words[i + 2] if i + 2 < tokens.count else None
        if (
            second is not None
            and second.noun & nouns.OCCASION
            and not (following.definite or second.definite)
        ):
            return False  # في سلسلة تغريدات
        if second is not None and self._is_before_press(words[i - 1], following, second):
            return False
        if second is not None and following.fold in self._one_of and bare(second.fold) in self._occasions:
            return False  # مدرب النجم في إحدى المقابلات
        return (occasions or base not in self._occasions) and base not in self._days and not base[0].isdigit()

    def _is_before_press(self, before: Word, occasion: Word, kind: Word) -> bool:
        """Whether somebody spoke to the press on the occasion (مدرب النجم في المؤتمر الصحفي).

        Who take part in it are called by it (المشاركون في المؤتمر الصحفي).
        """
        if before.noun & nouns.PARTICIPLE or not (occasion.definite and kind.definite):
            return False
        return bare(occasion.fold) in self._occasions and bare(kind.fold) in self._releases

    def before(self, tokens: Tokens, i: int, first: int) -> bool | None:
        """What the words before the one at i decide; None where they do not."""
        words = tokens.words
        opening, facts = words[first], words[i].noun
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
        whole = words[i - 1].definite or (opening.naming and i > first + 1 and not words[i - 1].head)
        if i > first and facts & nouns.SAYING and whole and self._that_behind(tokens, i):
            return True  # جدد المجلس التأكيد أن، بحسب وكالة دوغان موضحة أن
        if i > first and words[i].fold in self._saying:
            return True  # أضاف سامي القول إن
        if facts & nouns.IN_ACCUSATIVE and not (words[i].head or opening.noun & nouns.IN_ACCUSATIVE):
            return not self._is_last_name(tokens, i, first)
        return None

    @staticmethod
    def _is_last_name(tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i stands behind an unknown name and a title (وزير الإعلام مود سيلا)."""
        words = tokens.words
        if i - 2 <= first or words[i].raw.endswith(ACCUSATIVE):
            return False
        name, office = words[i - 1], words[i - 2]
        unknown = is_unknown(name) and bool(name.noun & nouns.NAMES) and not name.definite
        return unknown and office.definite and words[first].head

    def _that_behind(self, tokens: Tokens, i: int) -> bool:
        """Whether أن stands behind the word at i, or behind the preposition that follows it."""
        behind = i + 1
        if behind < tokens.count and tokens.words[behind].noun & nouns.LINK:
            behind += 1
        return behind < tokens.count and tokens.words[behind].complementiser

    def _tells_name(self, tokens: Tokens, i: int) -> bool:
        """Whether a name follows the verb at i, which calls somebody by it."""
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        if following is None or i + 2 >= tokens.count:
            return False
        named = tokens.words[i + 2].noun & nouns.MAY_BEGIN_NAME and not tokens.words[i + 2].definite
        titled = following.title and following.definite and bool(named)  # متحدث باسمها هو الرائد سامي
        if tokens.words[i].noun & nouns.COPULA:
            return titled or following.given
        return titled or (bool(following.noun & nouns.MAY_BEGIN_NAME) and not following.definite)

    def _name_ends(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word before i is the last of a name that opens with a first name."""
        words = tokens.words
        if words[i - 1].definite and words[i - 2].definite:
            return False  # معهد العالم العربي ومديرة
        return words[i - 1].given or (i - 2 > first and words[i - 2].given and words[i - 1].kind == WORD)

    def behind(self, tokens: Tokens, i: int, first: int) -> bool | None:
        """What the words behind the one at i decide; None where they do not."""
        words = tokens.words
        word, facts = words[i], words[i].noun
        following = words[i + 1].fold if i + 1 < tokens.count else ""
        if facts & nouns.WITHHOLDING and following in self._withheld:
            return True
        if facts & nouns.OVERSEEN and following in self._related:
            return i == first  # مصادر على صلة بالأمر
        if facts & nouns.WISHING and following == _GOD:
            return True
        general = i - 1 > first and words[i - 1].noun & nouns.QUALIFIER
        overseer = words[i - 1].noun | (words[i - 2].noun if general else 0)
        if facts & nouns.OVERSEEN and overseer & nouns.OVERSEER:
            return not self.is_inner(tokens, i, occasions=True)  # المشرف على مركز …، والمشرف العام على
        if word.fold == _TO and words[first].fold in self._envoys:
            strange = i + 2 < tokens.count and is_in_name(tokens, i + 2, first)
            return not (strange or _is_sent_to(tokens, i, first, self._parts_of_world))
        if facts & nouns.BEARING and i > first and self._lies(tokens, i, words[first]):
            return False
        if facts & nouns.HANGING:
            if i > first and is_private(tokens, i, self._private):
                return False
            if i == first + 1 and self._is_called_so(words[i], words[first]):
                return False
            named = word.given and i > first and self._called(tokens, i)
            return not (named or (i == first and facts & nouns.SOMEBODY))
        return None

    def _is_called_so(self, word: Word, opening: Word) -> bool:
        """Whether a word of time or manner is the name of the medium right before it (وكالة معا)."""
        medium = opening.noun & nouns.NAMED_BY_NUMBER and not opening.definite
        return bool(medium) and word.fold in self._names_of_media

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
