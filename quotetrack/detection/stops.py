"""Where a noun phrase stops: the word that cannot carry on the phrase which has begun."""

from __future__ import annotations

from quotetrack.detection import nouns
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import (
    COLON,
    LEANING,
    OPEN,
    PERCENT,
    STRAIGHT,
    WORD,
    Word,
    is_derived,
    may_be_masdar,
)

_BY_NEIGHBOURS = (
    nouns.SO_CALLED | nouns.DEMONSTRATIVE | nouns.TIME | nouns.ANOTHER | nouns.PUBLISHED | nouns.SAYING
    | nouns.IN_ACCUSATIVE
)  # fmt: skip
_BY_FOLLOWERS = nouns.WITHHOLDING | nouns.OVERSEEN | nouns.BEARING | nouns.HANGING | nouns.WISHING
_SPEECH = (COLON, OPEN, STRAIGHT)
_OF = "من"
_OF_HIS = ("ه", "ها", "هم")
_HOUSE, _GOD = "آل", "الله"
_WHAT, _WITH = "ما", "مع"
_IN_NAME = "باسم"
_ACCUSATIVE_HAMZA = ("اءه", "اءها", "اءهم", "اءهما", "اءهن")


class Stops:
    """Tells by what a word may do (`nouns`) and by the words around it."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._occasions, self._days = words["occasions"], words["days"]
        self._withheld, self._related = words["withheld"], words["related"]
        self._members, self._for_their_part = words["members"], words["for_their_part"]
        self._without, self._everybody = words["without"], words["everybody"]
        self._bodies = {noun for noun, kind in lexicon.kinds.items() if kind is SpeakerKind.ORGANISATION}
        self._places, self._regions = lexicon.places, words["regions"]
        self._polls, self._of_media = words["polls"], words["of_media"]

    def at(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at token i cannot carry on the phrase that begins at token `first`."""
        words = tokens.words
        word, opening = words[i], words[first]
        facts = word.noun
        seat = opening.noun & (nouns.PLACE | nouns.BODY)
        if i == first + 1 and seat and word.naming and not word.definite:
            return True  # أبلغت واشنطن مجلس الأمن
        if i == first + 1 and opening.noun & nouns.COUNTRY and word.definite and word.fold in self._bodies:
            return True  # أبلغت تركيا الأمم المتحدة
        if (
            facts & nouns.COUNTRY
            and opening.noun & nouns.BODY
            and words[i - 1].definite
            and not word.definite
        ):
            return True  # أمرت المفوضية الأوروبية فرنسا
        act = i == first + 1 and not (word.definite or word.given)
        if act and opening.noun & nouns.PLACE and (facts & nouns.OBJECT or may_be_masdar(word.fold)):
            return True  # قررت موسكو إعادة فرض الرسوم
        if i == first + 1 and opening.title and opening.definite and not word.given and is_act_of(tokens, i):
            return True  # أبرزت النائبة تشبث المرأة
        if i > first and not facts & nouns.WATCHED:
            if opening.noun & nouns.ALONE:
                return i == first + 1 and word.fold not in self._everybody  # البعض الآخر
            if facts & nouns.ORDINARY and self._is_left_over(word, words[i - 1], opening):
                return True
            if word.verbal and opening.noun & nouns.DOCUMENT and not word.given:
                return True  # مسح لإنتاج النفط أنتجت
            if facts & nouns.ORDINARY and i - 1 > first and self._is_told_of(word, words[i - 1]):
                return True
            body = opening.naming and not (opening.title or opening.head)
            if body and word.title and word.definite and words[i - 1].definite and self._named(tokens, i):
                return True  # رئيس المنظمة العربية الدكتور …: the organisation ends
            return bool(opening.noun & nouns.SAME) and i == first + 1 and not (word.head or word.title)
        if facts & nouns.POSITION and i > first and (words[i - 1].head or words[i - 1].title):
            return False
        if facts & nouns.STOPS:
            return not (facts & nouns.DAY and i > first and self._is_called_so(tokens, i))
        if facts & nouns.LINK:
            return self._at_link(tokens, i, first)
        decided = self._by_neighbours(tokens, i, first) if facts & _BY_NEIGHBOURS else None
        if decided is None and facts & _BY_FOLLOWERS:
            decided = self._by_followers(tokens, i, first)
        if decided is not None:
            return decided
        if i == first:
            return self._opens_nothing(tokens, i)
        if i == first + 1 and opening.noun & nouns.ALONE:
            return True  # وصف أحدهم تجربته
        if i == first + 1 and opening.noun & nouns.SAME:
            return not (word.head or word.title)  # سماحته الوعاظ
        if i == first + 1 and facts & nouns.VERB_IN_T and opening.noun & nouns.PLACE:
            return True  # مصر تخوض حربا
        return (
            (self._is_predicate(word, words[i - 1]) and not self._is_part_of_name(tokens, i, first))
            or self._hangs_on_verb(tokens, i, first)
            or self._is_object(tokens, i, first)
        )

    def _at_link(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the phrase ends before the preposition at i."""
        words = tokens.words
        if i + 1 < tokens.count and words[i + 1].fold in self._for_their_part:
            return True  # نادي الزمالك من جانبه
        bound = i - 1 > first and words[i - 1].noun & (nouns.ISSUED | nouns.PARTICIPLE)  # المصدر المقرب من
        following = words[i + 1] if i + 1 < tokens.count else None
        person = following is not None and following.title and following.definite
        if words[i].fold == _WITH and person and not bound:
            return True  # لقاء الوزير مع الأمير
        alone = words[first].definite and not words[first].noun & nouns.PARTICIPLE  # سئل الوزير عن
        whole = i > first + 1 or (alone and words[first].fold not in self._members)
        far = words[i].noun & nouns.RELAYING and whole and not bound  # كشف مسؤول في الإدارة عن قيام …
        far = far and not self._sent_by(tokens, i, first)
        goes_on = bound or self._goes_on(tokens, first, i)
        return i == first or bool(far) or not goes_on or not self._inner(tokens, i)

    def _sent_by(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the عن at i says for whom somebody sits (النائبة في المجلس عن الحزب)."""
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        return (
            tokens.words[first].fold in self._members
            and following is not None
            and (following.naming or bool(following.noun & (nouns.TOWN | nouns.BODY)))
        )

    def _by_neighbours(self, tokens: Tokens, i: int, first: int) -> bool | None:
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
        whole = words[i - 1].definite or (opening.naming and i > first + 1)
        if i > first and facts & nouns.SAYING and whole and self._that_behind(tokens, i):
            return True  # جدد المجلس التأكيد أن، بحسب وكالة دوغان موضحة أن
        if facts & nouns.IN_ACCUSATIVE and not (words[i].head or opening.noun & nouns.IN_ACCUSATIVE):
            return True
        return None

    def _that_behind(self, tokens: Tokens, i: int) -> bool:
        """Whether أن stands behind the word at i, or behind the preposition that follows it."""
        behind = i + 1
        if behind < tokens.count and tokens.words[behind].noun & nouns.LINK:
            behind += 1
        return behind < tokens.count and tokens.words[behind].complementiser

    def _by_followers(self, tokens: Tokens, i: int, first: int) -> bool | None:
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
            return not self._inner(tokens, i)  # المشرف على مركز …، والمشرف العام على
        if facts & nouns.BEARING and i > first and self._lies(tokens, i, words[first]):
            return False
        if facts & nouns.HANGING:
            named = word.given and i > first and self._called(tokens, i)
            return not (named or (i == first and facts & nouns.SOMEBODY))
        return None

    def _opens_nothing(self, tokens: Tokens, i: int) -> bool:
        """Whether no phrase begins with the word at i."""
        facts = tokens.words[i].noun
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        if is_body(tokens, i):
            return False
        if facts & nouns.DEMONSTRATIVE and not (following is not None and following.definite):
            return True  # هذا يشجع: no source by itself
        if facts & nouns.LISTING and following is not None and (following.fold == _OF or following.definite):
            return False  # كل من الوزير والسفير، كل التوقعات
        if facts & (nouns.NUMBER | nouns.LISTING) and (following is None or following.kind != WORD):
            return following is None or following.raw not in PERCENT  # في 15 نوفمبر 1854، تلك …
        if facts & nouns.SUFFIXED and facts & nouns.MUTE:
            return True  # نقل عنه قوله
        if not facts & nouns.OPENS_NOTHING:
            return False
        word = tokens.words[i]
        doubtful = word.fold[0] == "ب" and (word.raw[-1] == "ة" or is_derived(word.fold[1:]))
        return not (doubtful and word.stem in tokens.named)  # أكد بوريطة: a name, as the text shows

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

    @staticmethod
    def _is_called_so(tokens: Tokens, i: int) -> bool:
        """Whether the adjective of time at i is a surname: behind a first name, before an office or أن."""
        words = tokens.words
        before, after = words[i - 1], words[i + 1] if i + 1 < tokens.count else None
        if not (before.given and not before.definite and words[i].definite) or after is None:
            return False
        return after.complementiser or after.head or after.title or after.kind == COLON

    def _name_ends(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word before i is the last of a name that opens with a first name."""
        words = tokens.words
        if words[i - 1].definite and words[i - 2].definite:
            return False  # معهد العالم العربي ومديرة
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

    def _is_part_of_name(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether what is shaped like a verb is a name, with the unknown word beside it, and then an edge.

        That word stands before a surname («… بينار يلدز»), or behind a first name that follows a title
        («وزيرة الداخلية النمساوية يوهانا ميكل»).
        """
        words = tokens.words
        if not words[i].noun & nouns.LIKE_VERB or i + 1 >= tokens.count:
            return False
        opens = words[i - 1].definite and (words[first].title or words[first].head)
        other, edge = (i + 1, i + 2) if opens else (i - 1, i + 1)
        if edge >= tokens.count or other <= first or words[other].definite:
            return False
        if opens and (words[other].kind != WORD or words[other].noun & (nouns.ORDINARY | nouns.ACTS)):
            return False
        after = words[edge]
        over = after.complementiser or after.finite or after.kind != WORD or after.noun & nouns.STOPS
        over = over or (after.head and not after.definite and not opens)  # جان كلود يونكر رئيس المفوضية
        over = over or bool(opens and after.preposition)
        return bool(words[other].noun & nouns.NAMES and words[other].noun & nouns.MAY_BEGIN_NAME and over)

    def _hangs_on_verb(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word goes with the verb: a time, those spoken to, where or in what it was said."""
        words = tokens.words
        facts, before, opening = words[i].noun, words[i - 1], words[first]
        if facts & (nouns.WITH_VERB | nouns.OCCASION_TOO | nouns.LEANS_ON_B):
            return not is_body(tokens, i)  # المتحدث بصحة تبوك
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
        if facts & nouns.FOR_THING and alone:
            return True  # المرصد لغارات روسية
        if facts & nouns.FOR_BODY and opening.noun & nouns.NAMES and not self._role_between(tokens, first, i):
            return True  # ذكر أوغلو لهيئة الإذاعة
        if facts & nouns.FOR_PERSON and self._is_told(tokens, i, first):
            return True
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
        following = words[i + 1] if i + 1 < tokens.count else None
        last = following is not None and (following.complementiser or following.kind in _SPEECH)
        unknown = before.noun & nouns.MAY_BEGIN_NAME and before.noun & nouns.NAMES
        foreign = last and unknown and not before.noun & nouns.ORDINARY
        known = before.given and not facts & nouns.ORDINARY
        surname = facts & nouns.MAY_BEGIN_NAME and (known or foreign)  # توماس باخ، روني بيتي
        if i > first + 1 and before.definite and self._sits(tokens, i):
            return False
        inward = facts & nouns.IN_PLACE or (facts & nouns.BEHIND_B and settled and not surname)
        return bool(inward) and not opening.noun & nouns.OPEN_ENDED

    @staticmethod
    def _is_told(tokens: Tokens, i: int, first: int) -> bool:
        """Whether the one at i is spoken to (قال الوزير لرئيس اللجنة), not served (المستشار الخاص لرئيس)."""
        before, his = tokens.words[i - 1], tokens.words[i].raw.endswith(_OF_HIS)
        office = before.definite and before.fold.endswith(("ي", "يه")) and not his  # الروسي لنظيره
        office = office or bool(before.noun & nouns.QUALIFIER)
        return not (office and i > first + 1)

    def _sits(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i opens the town where a body sits, and what it says follows.

        «قالت الغرفة التجارية بالرياض إن»، «الدفاع المدني بمنطقة جازان أن».
        """
        words = tokens.words
        region = words[i].fold in self._regions
        town = words[i + region].fold if i + region < tokens.count else ""
        edge = words[i + region + 1] if i + region + 1 < tokens.count else None
        said = edge is not None and (edge.complementiser or edge.kind in _SPEECH)
        return said and (town if region else town[1:]) in self._places

    def _is_object(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word is the object of the verb: the source is complete, and it cannot belong to it."""
        words = tokens.words
        facts, before, opening = words[i].noun, words[i - 1], words[first]
        complete, name = bool(before.noun & nouns.COMPLETE), opening.noun & nouns.NAMES
        if is_body(tokens, i - 1):
            return False  # جوازات نجران
        if facts & nouns.OWNED and not before.definite:
            return complete and not facts & nouns.COMMON  # مشعل مباحثاته
        owned = facts & nouns.HAS_PRONOUN and not facts & nouns.SAME
        theirs = before.definite or (before.given and not words[i].fold.endswith("ه"))
        if i == first + 1 and theirs and owned:
            return True  # حذرت السعودية مواطنيها
        if complete and facts & nouns.OWNED_ACT:
            return True  # ختمت الخياط مؤتمرها، أبدت إعجابها
        if facts & nouns.COUNTRY and before.title and before.definite and not words[i].given:
            return True  # حذر السفير اليابان
        settled = self._is_settled(tokens, i, first)
        if facts & nouns.TOWN and i == first + 1 and opening.given and self._goes_on_with_office(tokens, i):
            return False  # مصطفى بغداد مدير المهرجان
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
        if facts & nouns.BODY and i > first + 1 and before.definite and not (before.title or before.head):
            return True  # اتهم المفوض الأعلى في الأمم المتحدة النظام
        several = facts & (nouns.MANY | nouns.PEOPLE) and facts & nouns.ENDS_IN_IN
        if several and self._is_definite_singular(tokens, first, i):
            return True  # نبهت اللجنة الدائمة المواطنين
        if facts & nouns.ORDINARY and self._is_left_over(words[i], before, opening):
            return True
        if facts & nouns.OFFERED and before.noun & (nouns.WITH_ARTICLE | nouns.TOWN) and not before.naming:
            return True  # قدم أمير منطقة حائل الشكر
        return complete and bool(facts & nouns.ACT) and not opening.noun & nouns.OBJECT

    @staticmethod
    def _is_told_of(word: Word, before: Word) -> bool:
        """Whether a noun with its article stands behind an indefinite adjective (تحليل فني اللحظات)."""
        adjective = before.noun & nouns.COMMON and before.raw.endswith(("ي", "ية"))
        adjective = adjective or (before.noun & nouns.ORDINARY and before.raw.endswith("ي"))
        plain = not (before.definite or before.head or before.title or before.naming)
        return bool(word.definite and adjective and plain and not word.fold.endswith(("ي", "يه")))

    def _is_left_over(self, word: Word, before: Word, opening: Word) -> bool:
        """Whether the noun cannot belong to the definite thing or body before it (الشركة سبب نموها)."""
        person = opening.title or opening.head or opening.given or opening.fold[0] in LEANING
        person = person or before.fold == _GOD  # ذبيح الله مجاهد
        apart = before.noun & nouns.WITH_ARTICLE and not word.noun & (nouns.WITH_ARTICLE | nouns.SAME)
        bound = word.fold[0] in LEANING or word.raw[0] == "و" or word.fold in self._without
        return bool(apart and not (person or bound))

    @staticmethod
    def _named(tokens: Tokens, i: int) -> bool:
        """Whether a name follows the title at i (الدكتور بندر): it is no adjective (المركز الإعلامي)."""
        following = tokens.words[i + 1] if i + 1 < tokens.count else None
        if following is None or following.definite:
            return False
        ordinary = following.noun & nouns.ORDINARY or following.preposition or following.fold[0] in LEANING
        return following.given or not ordinary

    def _is_definite_singular(self, tokens: Tokens, first: int, i: int) -> bool:
        """Whether a definite feminine noun and its adjectives stand before i: no plural can describe them."""
        return i > first + 1 and all(
            word.definite and word.raw.endswith("ة") and not (word.head or word.title)
            for word in tokens.words[first:i]
        )

    @staticmethod
    def _goes_on_with_office(tokens: Tokens, i: int) -> bool:
        """Whether an office or what is said follows the word at i, which is therefore the end of a name."""
        if i + 1 >= tokens.count:
            return False
        after = tokens.words[i + 1]
        return after.head or after.title or after.complementiser or after.kind == COLON

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
        if following.noun & nouns.DEMONSTRATIVE:
            return i + 2 < tokens.count and words[i + 2].naming and words[i + 2].definite  # في هذا المجلس
        base = following.fold
        if words[i].fold in ("مع", "حول") and not base.startswith("ال"):
            return False
        return base not in self._occasions and base not in self._days and not base[0].isdigit()


def is_object_by_hamza(word: Word) -> bool:
    """Whether the seat of its hamza shows the word in the accusative (زملاءه, as زملاؤه is a subject)."""
    return word.raw.endswith(_ACCUSATIVE_HAMZA)


def is_act_of(tokens: Tokens, i: int) -> bool:
    """Whether the word at i has the shape of a verbal noun, and a noun behind it says whose act it is."""
    following = tokens.words[i + 1] if i + 1 < tokens.count else None
    if following is None or not following.definite or not may_be_masdar(tokens.words[i].fold):
        return False
    return following.raw.endswith("ة") or bool(following.noun & nouns.ORDINARY)


def is_feminine_thing(word: Word) -> bool:
    """Whether the word is surely a feminine body or thing (الوزارة، الشركات): no men, as القادة are."""
    ends = word.raw.endswith("ة") or word.fold.endswith("ات")
    people = word.title or word.head or word.given
    return word.definite and ends and not people and bool(word.noun & (nouns.BODY | nouns.MANY))


def is_body(tokens: Tokens, i: int) -> bool:
    """Whether a field and its town name a body at token i (صحة تبوك)."""
    words = tokens.words
    if not words[i].noun & nouns.FIELD or i + 1 >= tokens.count:
        return False
    return bool(words[i + 1].noun & (nouns.TOWN | nouns.DISTRICT))
