"""Where the name ends that begins at a token: at a title, a comma, an object, a word that is in no name."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.noun_phrases.enclosed_names import end_of_name
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COLON, DASH, OPEN, PAREN, WORD, Word, bare

_THINGS: Final = (SpeakerKind.DOCUMENT, SpeakerKind.ORGANISATION)
_COMMAS: Final = "،,؛"
_NISBA: Final = "ي"
_OF_WHAT: Final = "ب"
_AND: Final = "و"
_GOD: Final = "الله"
_SHORTEST: Final = 3
_LONG: Final = 5
_HERS: Final = ("ها", "هم")
_HIS: Final = ("ته", "تها", "تهم")
"""How a noun in ة ends with a pronoun."""
_TITLE: Final = 7
"""How far before a name its title may begin."""
_SEVERAL: Final = ("ان", "ين", "ون")
_HAMZA: Final = "اء"
_SHORTEST_OWNED: Final = 4
"""The letters of the shortest noun that is somebody's, and of no name with its pronoun."""


class NameEnds:
    """Finds the ends of names by a lexicon; `Names` and `NameStarts` find where they begin."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._kinds, self._verbs = lexicon.kinds, lexicon.verbs
        self._heads, self._titles = words["heads"], words["heads"] | words["before"]
        self._common = words["common"] | words["objects"] | words["occasions"] | words["naming"]
        self._given, self._alike, self._everybody = words["given"], words["names_alike"], words["everybody"]
        self._same, self._acted_on = words["same"], words["acts.objects"] | words["acts.quantities"]
        self._acted_on |= {noun for noun, kind in lexicon.kinds.items() if kind is SpeakerKind.DOCUMENT}
        self._several = words["plurals"]
        self._offices, self._states = words["in_no_name"], words["states"]
        self._ordinary = words["ordinary"] | words["mute"] | words["objects"]
        self._particles, self._sons, self._faith = words["name_particles"], words["sons"], words["faith"]

    def after(self, tokens: Tokens, start: int, end: int) -> int:
        """The token after the name that begins at `start`, before token `end`."""
        words = tokens.words
        i = start
        while i < end:
            word = words[i]
            if word.kind == WORD:
                if word.given_added and i > start + 1 and self._is_of_one(tokens, start):
                    break  # رئيس الحزب سامي خوري ومحمد حداد
                if i > start and not self._is_part(tokens, start, i, end):
                    if word.noun & nouns.ENDS_NAME and word.fold not in self._given:
                        i += self._is_surname(tokens, start, i)
                        break
                    if self._leaves(tokens, start, i, end) or (
                        i > start + 1 and self._is_other(tokens, start, i, end)
                    ):
                        break
            elif word.kind == PAREN or word.raw in _COMMAS or _parts(tokens, i):
                break
            i += 1
        return max(i, start + 1, end_of_name(tokens, start, end))

    def _is_of_one(self, tokens: Tokens, start: int) -> bool:
        """Whether the title before the name at `start` is that of one person, not of two or more."""
        words = tokens.words
        for k in range(start - 1, max(-1, start - _TITLE), -1):
            if words[k].title or words[k].head:
                return words[k].base not in self._several and not words[k].fold.endswith(_SEVERAL)
        return False

    def past_verb(self, tokens: Tokens, i: int, end: int) -> int:
        """The token behind a last name at i that is spelt like a verb («الوزير التركي تانر يلدز»), else i."""
        word = tokens.words[i]
        return i + 1 if self._is_like_verb(word) and i + 1 == end else i

    def _is_part(self, tokens: Tokens, start: int, i: int, end: int) -> bool:
        """Whether the word at i is surely part of the name, whatever it is spelt like."""
        words = tokens.words
        word, before = words[i], words[i - 1]
        if before.fold in self._sons:
            return True  # إياد بن أمين
        if before.definite and word.fold in self._faith:
            return True  # المنتصر بالله
        title = word.head and not word.definite and i > start + 1
        if before.fold in self._particles and not title:
            return True  # نعمة عبد، ممثل المنظمة
        if word.definite and word.head and self._lacks_surname(tokens, start, i, end):
            return True  # محمد بن عبدالرحمن المخرج
        if word.noun & nouns.DAY and before.given:
            return word.definite  # عبدالعزيز الماضي
        if i + 1 >= end:
            return False
        if self._is_like_verb(word) and self._goes_on(tokens, i, end):
            return True  # دنيس لوكهارت رئيس البنك
        office = words[i + 1].head and not words[i + 1].definite
        if i > start + 1 and word.given and before.given and not word.definite and office:
            return True  # سامي كمال أمين حاكم المنطقة
        named = i > start + 1 and word.definite and words[i - 2].fold in self._sons
        return named and is_nisba(words[i + 1])  # محمد بن محمد المختار الشنقيطي

    def _is_like_verb(self, word: Word) -> bool:
        """Whether a word that no list knows only has the shape of a verb (يلدز، لوكهارت)."""
        return word.verbal and not (word.finite or word.joined) and word.fold not in self._verbs

    @staticmethod
    def _goes_on(tokens: Tokens, i: int, end: int) -> bool:
        """Whether an office, a comma or the last word of a name follows the name's word at i."""
        words = tokens.words
        before, after = words[i - 1], words[i + 1]
        if before.definite or not before.noun & nouns.MAY_BEGIN_NAME:
            return False
        if after.head or after.title or after.raw in _COMMAS:
            return True
        unknown = after.noun & nouns.MAY_BEGIN_NAME and not (after.noun & nouns.ORDINARY or after.definite)
        edge = words[i + 2] if i + 2 < end else None
        return bool(unknown) and (edge is None or edge.head or edge.title or edge.raw in _COMMAS)

    def _lacks_surname(self, tokens: Tokens, start: int, i: int, end: int) -> bool:
        """Whether a word that is an office as well stands last, behind a father's name or one with a title.

        «محمد بن عبدالرحمن المخرج», «المهندس محمد المخرج».
        """
        words = tokens.words
        father = words[i - 1]
        last = i + 1 == end or words[i + 1].raw in _COMMAS
        sons = any(word.fold in self._sons for word in words[start + 1 : i - 1])
        titled = i == start + 1 and start and words[start - 1].title and words[start - 1].definite
        return bool(last and (sons or titled) and father.given and not father.definite)

    def _leaves(self, tokens: Tokens, start: int, i: int, end: int) -> bool:
        """Whether the word at i, right behind the first of the name or later, is none of it."""
        words = tokens.words
        word, after = words[i], words[i + 1] if i + 1 < tokens.count else None
        if word.fold in self._same:
            return True  # كوزلوف نفسه
        title = word.head and not (word.definite or word.given)
        if title and i + 1 < end and word.fold in self._offices:
            return True  # جالكا مدرب الضفاف
        office = title and words[start].given
        body = after is not None and after.definite and not after.relative
        if office and body and after is not None and after.noun & (nouns.ORDINARY | nouns.BODY):
            return True  # الدكتور محمد رئيس اللجنة, not الباجي قائد السبسي
        if word.noun & nouns.ORDINARY and self._is_ordinary(tokens, start, i):
            return True
        if self._is_his_thing(word, words[i - 1]):
            return True  # سامي رأسه
        if word.fold in self._states and (i > start + 1 or (i + 1 < end and words[i + 1].preposition)):
            return True
        participle = word.noun & nouns.PARTICIPLE and not self._closes(tokens, start, i)
        if participle and after is not None and (after.preposition or after.adverbial):
            return True  # غسان دغلس المسؤول في السلطة
        if word.raw[0] == "و":
            more = word.joined or (word.fold.startswith("وال") and not word.given)
            his = len(word.raw) > _LONG and word.raw.endswith("ه")  # سامي الخالد وأحفاده
            if (more and not words[start].definite) or his or word.fold.endswith(("يه", "ها", "هم")):
                return True  # سامي الخالد وأعضاء المجلس، والديه
        plural = word.definite and word.fold.endswith(("ين", "ون", "ات"))
        if not plural or word.fold in self._given or word.fold in self._faith:
            return False
        return not (i == start + 1 and start and self._may_be_surname(tokens, i))

    def _is_his_thing(self, word: Word, before: Word) -> bool:
        """Whether the word is a noun of the language with a pronoun (جورج حداد سيارته، خالد بورسلي حذاءه).

        Behind a first name a short one is more likely a surname in ة, written without its dots (سلامه).
        """
        fold = word.fold
        if not word.raw.endswith(("ه", "ها", "هم")) or word.given:
            return False
        noun = fold[:-2] if fold.endswith(_HERS) else fold[:-1]
        if noun in self._given or len(noun) < _SHORTEST:
            return False
        of_ta = noun[:-1] + "ه" if noun.endswith("ت") else noun
        if noun in self._ordinary or of_ta in self._ordinary:
            return True
        long = len(noun) >= _SHORTEST_OWNED + before.given
        return bool(long and word.noun & nouns.HAS_PRONOUN and noun.endswith(_HAMZA))

    def _is_other(self, tokens: Tokens, start: int, i: int, end: int) -> bool:
        """Whether the word at i, behind two of the name, is a title, a thing, an adjective or a new name."""
        words = tokens.words
        word = words[i]
        if word.given and self._is_over(tokens, i):
            return True
        if word.base in self._titles or word.fold in self._common or word.fold in self._everybody:
            return True
        if word.preposition or word.relative or self._kinds.get(word.fold) in _THINGS:
            return True
        if word.noun & nouns.IN_TA and (not word.definite or word.noun & nouns.ORDINARY):
            return not self._is_last_in_ta(tokens, i, end)  # سامي الخالد برقية, not عبد الحميد الدبيبة
        hers = word.raw.endswith(_HIS) or (len(word.raw) > _LONG - 1 and word.raw.endswith(_HERS))
        if hers or (word.noun & nouns.HAS_PRONOUN and words[i - 1].definite):
            return True  # سامي فهد ورشته، سامي الخالد رتبته
        leans = word.noun & nouns.LEANS_ON_B or (word.fold[0] == _OF_WHAT and word.fold[1:] in self._acted_on)
        if leans and not word.given:
            return True  # سامي الخالد بفصل نائبه، سامي فؤاد بطلب إحاطة
        if not word.definite:
            return self._is_behind_last(tokens, start, i) or self._owns(tokens, i)
        noun = bare(word.fold)
        known = noun in self._heads or word.fold in self._kinds
        thing = not (word.given or word.fold.endswith(_NISBA)) and (
            noun in self._common or noun in self._kinds
        )
        # سامي الخالد المدرسة، مارتن بارتنشتاين المختص النفطي
        return known or thing or bool(word.noun & nouns.QUALIFIER)

    def _is_behind_last(self, tokens: Tokens, start: int, i: int) -> bool:
        """Whether a noun stands behind a last name with its article (سامي الخالد ورشته، طارق الحسن خلف)."""
        words = tokens.words
        last, word = words[i - 1], words[i]
        if not words[start].given or not last.definite or last.given or last.fold in self._faith:
            return False
        if last.fold == _GOD or len(word.fold) < _SHORTEST or word.raw[0] == _AND:
            return False  # سيف الله شربتلي، سامي الخالد وفهد الحسن
        inner = words[i - 2].fold in self._particles or words[i - 2].fold in self._sons
        part = word.given or word.kin or word.fold in self._particles or word.fold in self._sons
        return not (inner or part)

    @staticmethod
    def _is_last_in_ta(tokens: Tokens, i: int, end: int) -> bool:
        """Whether a word in ة that no list knows ends phrase and name (علي محمد حندودة)."""
        word, father = tokens.words[i], tokens.words[i - 1]
        unknown = word.noun & nouns.MAY_BEGIN_NAME and not word.noun & nouns.ORDINARY
        return bool(unknown) and i + 1 == end and father.given and not father.definite

    @staticmethod
    def _owns(tokens: Tokens, i: int) -> bool:
        """Whether the word at i makes one noun with the ordinary one behind it («كاتي بيري فستان الزفاف»)."""
        word, after = tokens.words[i], tokens.words[i + 1] if i + 1 < tokens.count else None
        if word.given or word.head or tokens.words[i - 1].given:
            return False  # محمد جواد ظريف
        if after is None or not (after.definite and after.noun & nouns.ORDINARY):
            return False
        return not (after.title or after.head or after.given or after.fold.endswith(("ي", "يه")))

    def _is_over(self, tokens: Tokens, i: int) -> bool:
        """Whether a surname with its article stands before the first name at i (سامي الخالد أسماء)."""
        words = tokens.words
        last, word = words[i - 1], words[i]
        if not last.definite or last.given or last.fold in self._faith or word.definite:
            return False
        inner = words[i - 2].fold in self._particles  # عبد الحميد أبو زيد
        return not (inner or word.kin or word.fold in self._sons or word.fold in self._particles)

    def _closes(self, tokens: Tokens, start: int, i: int) -> bool:
        """Whether what is shaped like a participle is the surname behind one first name (سامي المديفر)."""
        words = tokens.words
        unknown = words[i].noun & nouns.MAY_BEGIN_NAME and not words[i].noun & nouns.ORDINARY
        return i == start + 1 and words[start].given and bool(unknown)

    def _is_ordinary(self, tokens: Tokens, start: int, i: int) -> bool:
        """Whether the ordinary word at i stands behind the name that begins at `start` (ترامب الملف النووي).

        Right behind the first word, and last before what is said, it may well be a surname.
        """
        words = tokens.words
        opening, word = words[start], words[i]
        if opening.definite or opening.noun & (nouns.ORDINARY | nouns.PLACE) or opening.fold in self._kinds:
            return False
        if word.noun & (nouns.BEHIND_B | nouns.HAS_PRONOUN | nouns.OWNED_ACT):
            return not self._ends_clause_name(tokens, start, i)
        if word.stem in tokens.speaking or words[i - 1].kin or words[i - 1].fold in self._alike:
            return False
        if word.definite and not word.noun & nouns.MUTE and words[i - 2].fold in self._sons:
            return False  # فيصل بن سعد الهلال
        if word.noun & nouns.MUTE and opening.given and i > start + 1 + opening.kin:
            return True  # وصف سامي الخالد الحادث.
        following = words[i + 1] if i + 1 < tokens.count else None
        if following is None or following.kind != WORD or following.complementiser or following.finite:
            return False
        if following.head and not (following.definite or word.definite):
            return False  # عبد الكريم شهيد رئيس لجنة المالية
        if i == start + 1 and word.noun & nouns.MUTE and word.definite and not opening.given:
            return opening.stem in tokens.last_names  # رائف زريق … افتتح زريق النقاش
        if i == start + 1 + opening.kin:  # عبد القادر مسعي
            return opening.given and bool(following.noun & nouns.ORDINARY)
        second = words[start + 1]
        noun = second.definite or second.noun & nouns.ORDINARY  # جهاز الأمن الداخلي
        return bool(opening.given or not noun)

    @staticmethod
    def _ends_clause_name(tokens: Tokens, start: int, i: int) -> bool:
        """Whether the word at i stands between a first name and what is said (وأكد حسن باحسن أن).

        A surname in ي may have an office behind it, too (جمال بيومي مستشار الوزير).
        """
        after = tokens.words[i + 1] if i + 1 < tokens.count else None
        if i != start + 1 or after is None or not tokens.words[start].given:
            return False
        said = after.complementiser or after.kind == COLON
        surname = tokens.words[i].fold.endswith(_NISBA) and tokens.words[i].noun & nouns.MAY_BEGIN_NAME
        return said or bool(surname and after.head)

    def _may_be_surname(self, tokens: Tokens, i: int) -> bool:
        """Whether a word like a plural may be the surname behind a title and a first name (فضل البوعينين)."""
        words = tokens.words
        plain = bare(words[i].fold)
        known = words[i].fold in self._kinds or plain in self._kinds or plain in self._common
        before = words[i - 2]
        acts = before.finite or before.verbal
        return (before.title or acts or bool(before.noun & nouns.WITH_ARTICLE)) and not known

    def _is_surname(self, tokens: Tokens, start: int, i: int) -> bool:
        """Whether a word like a plural is a surname: alone behind a first name, and the clause follows.

        One that no text has as a word of its own may stand before any edge (نزار مهيدات، الثلاثاء).
        """
        words = tokens.words
        if i != start + 1 or not words[start].given or not words[i].fold.endswith("ات"):
            return False
        after = words[i + 1] if i + 1 < tokens.count else None
        if after is not None and (after.complementiser or after.kind in (COLON, OPEN)):
            return True
        edge = after is None or after.kind != WORD or after.title or after.head
        return edge and not words[i].noun & nouns.ORDINARY


def is_nisba(word: Word) -> bool:
    """Whether the word is a surname of a tribe or town, and no adjective that a list knows (العتيبي)."""
    unknown = word.noun & nouns.MAY_BEGIN_NAME and not word.noun & (nouns.ORDINARY | nouns.QUALIFIER)
    return word.definite and word.raw.endswith("ي") and bool(unknown)


def _parts(tokens: Tokens, i: int) -> bool:
    """Whether a dash at i stands apart from the name before it, and joins no two names (جان-بول)."""
    return tokens.words[i].kind == DASH and tokens.starts[i] > tokens.ends[i - 1]
