"""Where a noun phrase stops: the word that cannot carry on the phrase which has begun."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.noun_phrases.enclosed_names import is_behind_name, is_in_name
from quotetrack.detection.noun_phrases.government import Government
from quotetrack.detection.noun_phrases.noun_shapes import (
    is_body,
    is_explained,
    is_felt,
    is_full_name,
    is_unknown,
)
from quotetrack.detection.noun_phrases.stops_at_circumstances import Circumstances
from quotetrack.detection.noun_phrases.stops_at_objects import VerbObjects
from quotetrack.detection.noun_phrases.stops_by_neighbours import BY_WORDS_BEFORE, BY_WORDS_BEHIND, Neighbours
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    COLON,
    LEANING,
    PERCENT,
    WORD,
    Word,
    is_derived,
    with_pronouns,
)

_SEATS: Final = nouns.PLACE | nouns.BODY | nouns.COUNTRY
_SORTS: Final = nouns.QUALIFIER | nouns.COMMON | nouns.LISTING | nouns.ALONE | nouns.SOMEBODY
_PAST_ENDINGS: Final = ("ت", "وا")
_WITH: Final = "ب"
_OF_MANY: Final = "ي"
"""How a masculine plural ends before its genitive (ممثلي الفصائل)."""
_FRIDAY: Final = "الجمعه"
_OF: Final = "من"
_WHAT: Final = "ما"
_THESE: Final = "هولاء"
_BY_THE: Final = "بال"
_GOD: Final = "الله"
_HE: Final = "ي"
_PARTICIPLE: Final = "م"
_AGENT: Final = "ا"
"""How participles begin, and the second letter of those of form I: they have plurals in ين."""


class Stops:
    """Tells by what a word may do (`nouns`) and by the words around it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._quantities, self._sons = lexicon.words["quantities"], lexicon.words["sons"]
        self._peers, self._weekdays = lexicon.words["peers"], lexicon.words["weekdays"]
        self._people = lexicon.words["plurals"] | lexicon.words["addressees"]
        self._offices = lexicon.words["heads"]
        self._rulers, self._of_friday = lexicon.words["rulers"], lexicon.words["of_friday"]
        self._exalting, self._divine = lexicon.words["exalting"], lexicon.words["divine"] | {_GOD}
        self._everybody, self._of_hundred = lexicon.words["everybody"], lexicon.words["of_hundred"]
        self._verbs = lexicon.verbs - lexicon.words["given"]
        self._feelings = with_pronouns(lexicon.words["feelings"])
        self._neighbours, self._circumstances = Neighbours(lexicon), Circumstances(lexicon)
        self._objects, self._government = VerbObjects(lexicon), Government(lexicon)

    def at(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at token i cannot carry on the phrase that begins at token `first`."""
        words = tokens.words
        word, opening = words[i], words[first]
        facts = word.noun
        if facts & nouns.NAMES and is_in_name(tokens, i, first):
            return False
        if i > first + 2 and is_behind_name(tokens, i, first):
            return True
        if i > first and (words[i - 1].fold in self._sons or word.fold in self._peers):
            if words[i - 1].fold in self._sons:
                return word.kind != WORD  # علي بن فليس
            if i > first + 1 and not words[i - 1].preposition:
                return True  # حذر الوزير سامي الخالد نظيره
        if i > first and words[i - 1].noun & nouns.GOVERNS and self._goes_with_adjective(tokens, i, first):
            return False
        asked = word.fold == _GOD and i > first > 0 and words[i - 1].definite
        if asked and any(form.cue.object for form in words[first - 1].cues):
            return True  # سأل الخطيب الله أن, not أكد الجار الله
        if i > first and word.fold in self._exalting and words[i - 1].fold in self._divine:
            return True  # قال الله عز وجل
        if i > first and words[i - 1].pronoun and facts & nouns.MAY_BE_VERB and not word.given:
            return True  # المعلومات الواردة إلينا ساق
        if i > first and facts & nouns.SAME and is_felt(tokens, i, self._feelings):
            return True  # أبدى اللاعب سعادته بالفوز
        oblique = i > first and facts & nouns.OBLIQUE and words[first].raw != word.raw
        if oblique and (words[i - 1].definite or _is_told_to_theirs(tokens, i, first)):
            return True  # حث رئيس قطاع الأخبار موظفي المؤسسة، طالب سامي لاعبي الفريق
        if i > first and word.verbal and self._is_verb(word, words[i - 1]):
            return True
        if i > first and word.fold[0] == _WITH and self._meets(tokens, i):
            return True
        waits = i > first and word.definite and not words[i - 1].definite and is_explained(tokens, i - 1)
        if waits and not _is_told_of(word, words[i - 1]):
            return False  # رابطة العالم الإسلامي، سائقو الحافلات
        second = i == first + 1 and (opening.title or opening.given or opening.noun & _SEATS)
        if second and self._objects.is_second(tokens, i):
            return True
        country = facts & nouns.COUNTRY and not word.definite
        if country and opening.noun & nouns.BODY and words[i - 1].definite:
            return True  # أمرت المفوضية الأوروبية فرنسا
        if i <= first or facts & nouns.WATCHED:
            return self._ends_at_watched(tokens, i, first)
        if opening.noun & nouns.ALONE:
            return i == first + 1 and word.fold not in self._everybody  # البعض الآخر
        if facts & nouns.ORDINARY:
            if self._objects.is_left_over(word, words[i - 1], opening):
                return True
            if i - 1 > first and _is_told_of(word, words[i - 1]):
                return True
            if self._objects.is_behind_name(tokens, i, first):
                return True
        if (
            word.verbal
            and not word.given
            and (opening.noun & nouns.DOCUMENT or is_full_name(tokens, i - 1, first))
        ):
            return True  # مسح لإنتاج النفط أنتجت، بحسب سامي الخالد صممت
        body = opening.naming and not (opening.title or opening.head)
        if body and word.title and word.definite and words[i - 1].definite and _is_called(tokens, i):
            return True  # رئيس المنظمة العربية الدكتور …: the organisation ends
        return bool(opening.noun & nouns.SAME) and i == first + 1 and not (word.head or word.title)

    def _meets(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i is ب and people whom no title takes (التقى الموفد | بقادة الفصائل)."""
        word, before = tokens.words[i], tokens.words[i - 1]
        noun = word.fold[1:]
        several = noun in self._people or (noun.endswith(_OF_MANY) and noun[:-1] in self._offices)
        met = (several or noun in self._peers) and not word.given
        return met and before.definite and not self._government.takes(tokens, i)

    def _is_verb(self, word: Word, before: Word) -> bool:
        """Whether a word of a verb's shape is a listed past that no noun or name is spelt like.

        By its ending (مصادر عسكرية اتصلت بها), by و (وفق الوكالة وأدى), or behind a noun with its article.
        """
        if word.fold.startswith("ال") or word.given or word.noun & _SEATS or word.fold[0] == _HE:
            return False
        if word.base not in self._verbs:
            return False
        noun = before.definite and not (before.title or before.head)
        return word.joined or word.fold.endswith(_PAST_ENDINGS) or noun

    def _goes_with_adjective(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i leans on, or is, a preposition of the adjective before it."""
        word = tokens.words[i]
        if not (word.preposition or word.pronoun or word.fold[0] in LEANING):
            return False
        if not self._government.governs(tokens, i, first):
            return False
        return not word.preposition or self._neighbours.is_inner(tokens, i)

    def _counts(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i is a quantity in the accusative with من behind it (كثيرا من المراقبين)."""
        if i and (tokens.words[i - 1].finite or tokens.words[i - 1].verbal):
            return False  # قدمت عددا من الهدايا
        fold, behind = tokens.words[i].fold, i + 1
        if behind < tokens.count and tokens.words[behind].raw.endswith("ا"):
            behind += 1  # عددا كبيرا من
        counted = behind < tokens.count and tokens.words[behind].fold == _OF
        return counted and fold.endswith("ا") and fold[:-1] in self._quantities

    def _ends_at_watched(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the phrase ends before the word at i, its first one or one that may end phrases."""
        words = tokens.words
        word, opening = words[i], words[first]
        facts = word.noun
        if i > first and words[i - 1].noun & nouns.NUMBER:
            share = i + 1 if facts & nouns.LINK else i
            if share < tokens.count and words[share].fold in self._of_hundred:
                return False  # 40 في المئة من
        if facts & nouns.POSITION and i > first and (words[i - 1].head or words[i - 1].title):
            return False
        if facts & nouns.STOPS:
            if i > first and word.fold == _FRIDAY and words[i - 1].fold in self._of_friday:
                return False  # خطيب الجمعة
            return not (facts & nouns.DAY and i > first and self._is_surname(tokens, i))
        if facts & nouns.LINK:
            return self._neighbours.at_link(tokens, i, first)
        decided = self._neighbours.before(tokens, i, first) if facts & BY_WORDS_BEFORE else None
        if decided is None and facts & BY_WORDS_BEHIND:
            decided = self._neighbours.behind(tokens, i, first)
        if decided is not None:
            return decided
        if i == first:
            return _opens_nothing(tokens, i) and not self._counts(tokens, i)
        if words[i - 1].preposition and i > first + 1 and self._goes_with_adjective(tokens, i - 1, first):
            return False  # مطلع على سير المحادثات
        if i == first + 1:
            if opening.noun & nouns.ALONE:
                return True  # وصف أحدهم تجربته
            if opening.noun & nouns.SAME:
                return not (word.head or word.title)  # سماحته الوعاظ
            if facts & nouns.VERB_IN_T and opening.noun & nouns.PLACE:
                return True  # مصر تخوض حربا
        return (
            (_is_predicate(word, words[i - 1]) and not _is_part_of_name(tokens, i, first))
            or self._circumstances.begin(tokens, i, first)
            or self._objects.is_object(tokens, i, first)
        )

    def _is_surname(self, tokens: Tokens, i: int) -> bool:
        """Whether the adjective of time at i is a surname: behind a first name, before an office or أن.

        A day of the week is none behind a name in full («الرئيس محمود عباس | الخميس أن»), or a king's.
        """
        words = tokens.words
        before, after = words[i - 1], words[i + 1] if i + 1 < tokens.count else None
        if not (before.given and not before.definite and words[i].definite) or after is None:
            return False
        second = words[i - 2]
        full = second.given or second.fold in self._sons or second.fold in self._rulers
        if full and words[i].fold in self._weekdays:
            return False
        return after.complementiser or after.head or after.title or after.kind == COLON


def _is_told_to_theirs(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the plural at i, with whose they are behind it, is no surname of the name before it (أميري)."""
    following = tokens.words[i + 1] if i + 1 < tokens.count else None
    theirs = following is not None and (following.definite or following.naming or following.noun & _SEATS)
    fold = tokens.words[i].fold
    plural = fold[0] == _PARTICIPLE or fold[1] == _AGENT  # مشجعي، لاعبي, not وزيري
    return plural and bool(theirs) and _is_name_of_one(tokens, i - 1, first)


def _is_name_of_one(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the word at i is a name, alone in its phrase or right behind a title."""
    words = tokens.words
    titled = i == first + 1 and words[first].title and words[first].definite
    if not (i == first or titled):
        return False
    unknown = is_unknown(words[i]) and not words[i].noun & _SORTS
    unknown = unknown and (titled or not words[i].noun & nouns.MAY_BE_VERB)  # قدامى لاعبي الفريق
    return words[i].given or (bool(unknown) and not (words[i].head or words[i].naming))


def _opens_nothing(tokens: Tokens, i: int) -> bool:
    """Whether no phrase begins with the word at i."""
    facts = tokens.words[i].noun
    following = tokens.words[i + 1] if i + 1 < tokens.count else None
    if is_body(tokens, i) or facts & nouns.ALONE:
        return False  # بعضهم
    if facts & nouns.DEMONSTRATIVE and not (following is not None and following.definite):
        # هذا يشجع: no source by itself, but «قال هؤلاء إن»
        return not (tokens.words[i].fold == _THESE and following is not None and following.complementiser)
    of_all = following is not None and (following.fold == _OF or following.definite or following.head)
    if facts & nouns.LISTING and of_all:
        return False  # كل من الوزير والسفير، كل التوقعات، كل ناشر
    if facts & (nouns.NUMBER | nouns.LISTING) and (following is None or following.kind != WORD):
        return following is None or following.raw not in PERCENT  # في 15 نوفمبر 1854، تلك …
    if facts & nouns.SUFFIXED and facts & nouns.MUTE:
        return True  # نقل عنه قوله
    if not facts & nouns.OPENS_NOTHING:
        return False
    word = tokens.words[i]
    if _is_foreign(tokens, i):
        return False
    doubtful = word.fold[0] == "ب" and (word.raw[-1] == "ة" or is_derived(word.fold[1:]))
    return not (doubtful and word.stem in tokens.named)  # أكد بوريطة: a name, as the text shows


def _is_foreign(tokens: Tokens, i: int) -> bool:
    """Whether a foreign name in «بال» opens a name at i (بالوما كاساسيكا)."""
    word, following = tokens.words[i], tokens.words[i + 1] if i + 1 < tokens.count else None
    name = word.fold.startswith(_BY_THE) and following is not None and following.kind == WORD
    if not name or following is None or following.definite or word.raw.endswith("ة"):
        return False
    unknown = following.noun & nouns.MAY_BEGIN_NAME and following.noun & nouns.NAMES
    return bool(unknown) and not (word.noun | following.noun) & (nouns.ORDINARY | nouns.ACTS | nouns.PLACE)


def _is_predicate(word: Word, before: Word) -> bool:
    """Whether a verb, a participle or a noun of saying with its pronoun ends the phrase."""
    facts = word.noun
    if facts & nouns.SUFFIXED:
        return word.joined or not before.head or before.definite  # وزير دفاعه
    if facts & nouns.SO_CALLED and before.fold == _WHAT and not facts & nouns.COPULA:
        return False  # زعيم ما يسمى بدولة …
    if facts & nouns.COPULA or (facts & nouns.VERB_IN_T and before.definite):
        return True  # حسب التقارير الطبية تحتاج المريضة إلى …
    if facts & nouns.VERB_IN_Y:
        says = word.finite and word.fold.startswith(_HE) and before.definite  # وأضاف الوزير يقول
        says = says or bool(facts & nouns.ORDINARY and not before.definite)  # مسؤول يتعامل مع الملف
        return says or not (before.title or before.head)  # السفير يوهان: a name, not a verb
    return bool(facts & nouns.PREDICATE)


def _is_part_of_name(tokens: Tokens, i: int, first: int) -> bool:
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


def _is_told_of(word: Word, before: Word) -> bool:
    """Whether a noun with its article stands behind an indefinite adjective (تحليل فني اللحظات)."""
    adjective = before.noun & nouns.COMMON and before.raw.endswith(("ي", "ية"))
    adjective = adjective or (before.noun & nouns.ORDINARY and before.raw.endswith("ي"))
    body = before.naming or before.noun & (nouns.FIELD | nouns.OPEN_ENDED)  # مديرة بلدية النخيل
    plain = not (before.definite or before.head or before.title or body)
    return bool(word.definite and adjective and plain and not word.fold.endswith(("ي", "يه")))


def _is_called(tokens: Tokens, i: int) -> bool:
    """Whether a name follows the title at i (الدكتور بندر): it is no adjective (المركز الإعلامي)."""
    following = tokens.words[i + 1] if i + 1 < tokens.count else None
    if following is None or following.definite:
        return False
    ordinary = following.noun & nouns.ORDINARY or following.preposition or following.fold[0] in LEANING
    return following.given or not ordinary
