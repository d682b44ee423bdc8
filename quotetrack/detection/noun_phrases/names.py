"""Names in a source phrase: in quotation marks, behind a comma, behind a noun that no list knows, alone.

`name_starts` tells where the name behind a title begins, `name_ends` where a name ends.
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.noun_phrases.enclosed_names import end_of_name, opens_with_name, start_of_name
from quotetrack.detection.noun_phrases.name_starts import NameStarts
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    COMMA,
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

_THE: Final = "ال"
_FOR_THE: Final = "لل"
_GOD: Final = "الله"
_NISBA: Final = "ي"
_OWNED: Final = "و"
_SHORTEST_PLURAL: Final = 4
_SHORTEST_SEVERAL: Final = 5
_UNKNOWN_TITLE: Final = 4
"""The most words of a title that no list knows, the name included."""
_FULL_NAME: Final = 2
"""The fewest words of a name in full, and the most that name a document before whose it is."""


class Names:
    """Finds names in phrases by a lexicon, but those behind a title, which `NameStarts` finds."""

    def __init__(self, lexicon: Lexicon, starts: NameStarts) -> None:
        self._starts = starts
        words = lexicon.words
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._heads, self._titles = words["heads"], words["heads"] | words["before"]
        self._common = words["common"] | words["objects"] | words["occasions"] | words["naming"]
        self._singulars = self._common | self._titles | words["ordinary"] | words["mute"]
        self._nations = frozenset(map(light, lexicon.places))
        self._metonyms, self._given = words["metonyms"], words["given"]
        self._ordinary = words["ordinary"] | words["mute"]
        self._one_of, self._headquarters = words["one_of"], words["headquarters"]
        self._numbers, self._faith = words["counts"], words["faith"]
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
        if words[comma + 1].definite and comma + 2 < end and words[comma + 2].preposition:
            return None  # الصحفي الإيطالي جيانكارلو ريفا، المختص في
        behind = self.behind_noun(tokens, comma + 1, end)
        return comma + 1 if behind is None else behind

    def of_one(self, tokens: Tokens, first: int, end: int) -> int | None:
        """The first name of whom «one of» tells: behind a comma (أحد الزبائن، سامي), or behind a title.

        «أحد رفاقه الدكتور سامي», not «أحد رفاق الدكتور سامي».
        """
        words = tokens.words
        start = self.apposed(tokens, first, end)
        if start is not None and (words[start].given or end_of_name(tokens, start, end) > start):
            return start
        if (strange := start_of_name(tokens, first, end)) is not None:
            return strange  # أحد الناجين برديون ميبويه
        titled = [k for k in range(first + 2, end - 1) if words[k].title and words[k].definite]
        titled = [k for k in titled if words[k - 1].definite or words[k - 1].noun & nouns.HAS_PRONOUN]
        return next((k + 1 for k in titled if words[k + 1].given and not words[k + 1].definite), None)

    def behind_noun(self, tokens: Tokens, first: int, end: int) -> int | None:
        """The first name behind definite words that no list knows for a title («المسافر علي العبدالقادر»).

        Or the name behind a nationality («السويسري كريستيان جروس»), or one of which no list knows a word
        («الفاعلة الجمعوية غيثة بناني»).
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
        told = first > 0 and words[first - 1].finite
        role = k > first + 1 or self._may_be_role(words[first])
        if told and role and self._is_unknown_name(tokens, k, end):
            return k
        foreign = k == first + 1 < end and light(words[first].fold) in self._nations
        if not foreign or not words[k].noun & nouns.MAY_BEGIN_NAME:
            return None
        return None if k == end - 1 and (words[k].definite or words[k].noun & nouns.ORDINARY) else k

    @staticmethod
    def _is_unknown_name(tokens: Tokens, first: int, end: int) -> bool:
        """Whether nothing but two words or three that no list knows for anything stand there."""
        said = tokens.words[first:end]
        return 1 < len(said) < _UNKNOWN_TITLE and all(
            word.noun & nouns.MAY_BEGIN_NAME
            and word.noun & nouns.NAMES
            and not (word.noun & nouns.ORDINARY or word.title or word.head or word.kin or word.definite)
            for word in said
        )

    @staticmethod
    def _may_be_role(word: Word) -> bool:
        """Whether a noun with its article is rather what somebody does than a first name (العياشي)."""
        if word.fold == _GOD:
            return False  # الله عز وجل
        return bool(word.noun & (nouns.ORDINARY | nouns.IN_TA)) or not word.fold.endswith(_NISBA)

    def inner_title(self, tokens: Tokens, first: int, end: int) -> int | None:
        """A title inside a phrase whose first noun no list knows («خطيب الجامع الدكتور …»)."""
        words = tokens.words
        if words[first].fold in self._given or first + 1 >= end:
            return None
        sits = words[first].definite and words[first + 1].preposition  # المدرسة في الكلية الدكتورة …
        of_them = words[first + 1].kind == COMMA and words[first].noun & (nouns.ALONE | nouns.HAS_PRONOUN)
        if not (words[first + 1].definite or sits or of_them):
            return None  # أحدهم، المهندس …
        body = words[first].fold in self._kinds  # الهيئة الإعلامية للمؤتمر
        if body:  # شركة الضفاف، المستشار المالي
            end = next((i for i in range(first, end) if words[i].kind == COMMA), end)
        titles = [i for i in range(first + 1 + body, end) if words[i].title and i + 1 < end]
        if sits:
            titles = [
                i for i in titles if words[i + 1].noun & nouns.MAY_BEGIN_NAME and not words[i + 1].relative
            ]
        return next((i for i in titles if not self._starts.is_eponym(tokens, i)), None)

    def opens_before(self, tokens: Tokens, first: int, title: int, name: Range | None) -> bool:
        """Whether an unknown name stands before the title at `title`, which no other one follows.

        «مزنة الخالدي المدربة المتطوعة».
        """
        words = tokens.words
        if words[first + 1].kind == COMMA:
            return False  # أحدهم، المهندس سامي
        described = name is None or (name[1] - name[0] == 1 and words[name[0]].head)
        return described and all(
            word.noun & nouns.MAY_BEGIN_NAME and not word.noun & nouns.ORDINARY for word in words[first:title]
        )

    def is_plural(self, head: str) -> bool:
        """Whether a folded noun in ون or ين is a sound plural, and no foreign name (جونسون، كاثلين).

        Before whose they are it ends in و (منتقدو النظام), as hardly a name of that shape does (محمدو).
        """
        if head.endswith(_OWNED):
            return head[:-1] not in self._given and is_plural_participle(f"{head}ن")
        if not head.endswith((PLURAL, PLURAL_OBLIQUE)) or len(head) <= _SHORTEST_PLURAL:
            return False
        one = head[: -len(PLURAL)]
        known = one in self._singulars or one.endswith("ي")  # سوريون
        definite = head.startswith("ال") and len(head) > _SHORTEST_SEVERAL
        return definite or known or is_plural_participle(head)

    def begins(self, tokens: Tokens, phrase: Range, first: int, head: str) -> bool:
        """Whether a phrase begins with a name, as its first noun (folded `head`) or what follows tells."""
        if opens_with_name(tokens, first, phrase[1]):
            return True
        return self._opens(head) and not self._is_body(tokens, phrase)

    def _is_body(self, tokens: Tokens, phrase: Range) -> bool:
        """Whether the phrase is that of a body that bears a name («عمادة القبول بجامعة الملك خالد»)."""
        first, end = phrase
        named = tokens.words[first].given
        return not named and any(self._starts.is_eponym(tokens, i) for i in range(first + 1, end))

    def _opens(self, head: str) -> bool:
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
