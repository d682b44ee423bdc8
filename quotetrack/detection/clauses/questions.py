"""Small questions about clauses: whether a verb only explains a noun, whether a line has a second lead."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from quotetrack.detection.records import CueClass, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import CueForm, Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    BREAK,
    CLOSE,
    COMMA,
    LEANING,
    OPEN,
    STRAIGHT,
    SUFFIXES,
    UNPAREN,
    WORD,
    Word,
    may_be_masdar,
    stem,
)

_THEN: Final = "ف"
"""It adds what follows, and explains nothing (ليطمئن، فتجيبه الأم: «…»)."""
_HIS: Final = "ه"
_OF_WHAT: Final = "ب"
_LONG: Final = "آ"
_THAN: Final = "عن"
_OF: Final = "من"
_SAID: Final = 8
"""The most tokens of a verb, its subject and the من that explains what was said."""
_REQUIRES: Final = "تطلب"
_LESS: Final = 5
"""What follows «to be less», and how far behind it."""
_HEADLINE: Final = 20
"""The most words of a headline."""
_DESCRIBED: Final = 9
"""The most words of who describes and of what."""
_SHORT: Final = 4
"""The letters of the longest particle that begins like an article (إلا)."""
_BRACKET: Final = 14
"""The most tokens of a bracket behind which a search goes on."""
_APART: Final = 10
"""The most tokens of a participle between commas, and of what it takes."""
_REQUIRED: Final = 4
"""The most words of a subject of which something is demanded."""
_COUNTED: Final = "ا"
_YEAR: Final = 4
"""The digits of a year, which counts nothing."""
_LIST: Final = 4
"""The fewest words of names that a colon opens a list of."""


def second_lead(tokens: Tokens, colon: int) -> int | None:
    """Where somebody whom و adds to a headline's clause stands before its colon («… والوزير: …»), or None.

    The line is no longer than a headline, has no comma, and a verb with a subject before what و adds.
    """
    words = tokens.words
    start = colon
    while start and words[start - 1].kind == WORD and colon - start < _HEADLINE:
        start -= 1
    if (start and words[start - 1].kind != BREAK) or words[colon - 1].cues:
        return None
    for k in range(colon - 1, max(start + 2, colon - 4) - 1, -1):
        word = words[k]
        if word.raw[0] != "و" or word.finite or len(word.fold) < 4:
            continue
        verb = any(
            (words[v].finite or words[v].verbal) and not words[v].joined for v in range(start + 1, k - 1)
        )
        known = word.fold[1:3] == "ال" or word.joined or stem(word.fold[1:]) in tokens.named
        return k if verb and known else None
    return None


class Expressers:
    """Tells who may stand behind an unvocalised عبر that is the verb (عبر مسؤولون عن، not عبر قنوات سرية)."""

    def __init__(self, lexicon: Lexicon) -> None:
        means = (SpeakerKind.OUTLET, SpeakerKind.DOCUMENT)
        self._means = {noun for noun, kind in lexicon.kinds.items() if kind in means}
        lists = ("honorifics", "same", "guardians", "may_speak", "crowds", "addressees", "plurals")
        self._people = {noun for name in lists for noun in lexicon.words[name]}
        self._people |= lexicon.kinds.keys()

    def holds(self, word: Word) -> bool:
        """Whether the word may be who expresses something, and is no way or means (عبر تقديم التنازلات)."""
        if word.fold in self._means and not word.definite:
            return False
        somebody = word.head or word.title or word.given or word.fold in self._people
        if somebody or word.preposition or word.adverbial:
            return True
        return not may_be_masdar(word.fold) and (word.definite or not word.noun & nouns.ORDINARY)


def lists_names(said: Sequence[Word], given: AbstractSet[str]) -> bool:
    """Whether nothing but names stands behind a colon (لجنة الألعاب: سامي الخالد وهشام القرشي).

    `given` are the folded first names.
    """
    named = [word for word in said if word.kind == WORD]
    if len(named) < _LIST or any(
        word.finite or word.verbal or word.preposition or word.complementiser for word in named
    ):
        return False
    known, opened = 0, False
    for word in named:
        first = word.given or word.kin or word.title or word.noun & nouns.PLACE or word.fold[1:] in given
        surname = opened and word.noun & nouns.MAY_BEGIN_NAME and not word.noun & nouns.ORDINARY
        known += bool(first or surname)
        opened = bool(first)
    return known * 2 > len(named)


def is_subordinate(tokens: Tokens, j: int) -> bool:
    """Whether the verb at j stands in a clause that only explains a noun.

    It stands behind a relative pronoun, or its object takes the noun up (تقرير كتبه … ونشرته …).
    """
    words = tokens.words
    for k in range(j - 1, max(j - 3, -1), -1):
        if words[k].relative:
            return True
        if not words[k].adverbial:
            break
    again = words[j].object and words[j].joined and words[j].finite and words[j].raw[0] != _THEN
    return again or is_bare_relative(tokens, j)


def is_bare_relative(tokens: Tokens, j: int) -> bool:
    """Whether the verb at j only explains the indefinite noun before it (بلاغ نقلته، بلاغ توصلت به)."""
    words = tokens.words
    if words[j].joined or not words[j].finite or not j:
        return False
    if not words[j].object:
        after = words[j + 1] if j + 1 < tokens.count else None
        if after is None or not after.pronoun or after.fold.startswith("في"):  # تغريدة قال فيها: a report
            return False
    before = words[j - 1]
    return before.kind == WORD and not (
        before.definite
        or before.finite
        or before.adverbial
        or before.complementiser
        or before.fold.endswith("ما")
    )


def may_be_noun(tokens: Tokens, j: int) -> bool:
    """Whether the cue word at j is a noun or another word as often as a verb (رد، طلب، بين)."""
    return tokens.words[j].noun_too


def stands_apart(tokens: Tokens, j: int) -> bool:
    """Whether commas part the participle at j with its own from what is said (أكد، مخاطبا خصمه، أن)."""
    words = tokens.words
    if words[j - 1].kind != COMMA or all(form.form is not Form.PARTICIPLE for form in words[j].cues):
        return False
    for k in range(j + 1, min(j + _APART, tokens.sentence_ends[j] - 1)):
        if words[k].kind == COMMA and k > j + 1:
            return words[k + 1].complementiser or k + 1 in tokens.quote_at
        if words[k].kind != WORD or words[k].complementiser:
            return False
    return False


def has_owner(tokens: Tokens, i: int) -> bool:
    """Whether the participle at i has a pronoun (محمله) rather than an undotted ending (لافته إلى)."""
    if not tokens.words[i].raw.endswith(_HIS):
        return False
    following = tokens.words[i + 1] if i + 1 < tokens.count else None
    return following is None or not (following.preposition or following.complementiser)


def is_accusative(tokens: Tokens, i: int) -> bool:
    """Whether the participle at i stands as a circumstance (مؤكداً), not as a noun or adjective."""
    return not tokens.words[i].raw.startswith("ال")


def is_counted(tokens: Tokens, i: int) -> bool:
    """Whether the participle at i is a noun that a number before it counts (160 محتجا), no circumstance."""
    words = tokens.words
    if not i or not words[i].fold.endswith(_COUNTED) or i + 1 >= tokens.count:
        return False
    number, following = words[i - 1], words[i + 1]
    says = following.complementiser or following.preposition  # إلى 20 مؤكدا أن
    return bool(number.noun & nouns.NUMBER) and len(number.fold) != _YEAR and not says


def is_accused(tokens: Tokens, i: int, form: CueForm) -> bool:
    """Whether the participle at i is of those accused, as what of stands right behind it (متهمين بالتورط)."""
    accuses = form.cue.object and form.cue.cue_class is CueClass.ACCUSATION and i + 1 < tokens.count
    return accuses and tokens.words[i + 1].fold[0] == _OF_WHAT


def is_required(tokens: Tokens, i: int, form: CueForm) -> bool:
    """Whether the participle at i says what is demanded of the subject right before it, and nobody demands.

    «أن بلادها مطالبة بأن تكون أقوى», but not «خرجت الحشود مطالبة بأن», «أكدت النقابة موقفها، مطالبة بـ».
    """
    words = tokens.words
    noun = form.form is Form.NOUN  # spelt like it: مطالبة
    asks = (noun or form.form is Form.PARTICIPLE) and form.cue.cue_class is CueClass.DIRECTIVE
    if not i or not (asks and form.cue.object) or words[i].fold.endswith(_COUNTED) or words[i].definite:
        return False
    if noun and not (words[i - 1].definite or words[i - 1].raw.endswith(SUFFIXES)):
        return False
    for k in range(i - 1, max(i - 1 - _REQUIRED, -1), -1):
        word = words[k]
        if word.complementiser:
            return True
        if word.kind != WORD or word.finite or word.verbal or not _may_be_subject(word):
            return False
        if k == tokens.sentence_starts[k]:
            return word.definite
    return False


def _may_be_subject(word: Word) -> bool:
    """Whether the word may belong to the subject of a clause: definite, owned, a body or an office."""
    owned = word.raw.endswith(SUFFIXES)
    return word.definite or owned or word.adverbial or word.naming or word.head


def takes_its_own(tokens: Tokens, i: int) -> bool:
    """Whether what the verb at i takes stands behind it, which makes no noun of it (وحذره من)."""
    following = tokens.words[i + 1] if i + 1 < tokens.count else None
    if following is None:
        return False
    links = {following.fold, following.fold[0]} & {following.fold, *LEANING}
    return any(not links.isdisjoint(form.cue.act) for form in tokens.words[i].cues)


def requires(tokens: Tokens, i: int, subjects: AbstractSet[str]) -> bool:
    """Whether the verb at i says that something of the folded `subjects` needs it, not that she asks for it.

    «تطلب الأمر منها أن».
    """
    behind = tokens.words[i + 1].fold if i + 1 < tokens.count else ""
    return tokens.words[i].base == _REQUIRES and behind in subjects


def says_how_much(tokens: Tokens, i: int, measures: AbstractSet[str]) -> bool:
    """Whether «be less» at i says how much something is at least (لم تقل مدتها عن عام، لا يقل عن نصفهم).

    `measures` are the folded nouns of quantities.
    """
    words = tokens.words
    for k in range(i + 1, min(i + _LESS, tokens.sentence_ends[i] - 1)):
        if words[k].fold == _THAN:
            than = words[k + 1]
            counted = than.fold[0].isdigit() or than.noun & nouns.NUMBER or than.fold in measures
            return bool(counted) or k > i + 1
        if not (words[k].noun & nouns.HAS_PRONOUN or words[i + 1].fold in measures):
            return False
    return False


def calls_so(tokens: Tokens, i: int, that: int, form: CueForm) -> bool:
    """Whether nothing but a subject and an object stands between a verb that describes and its bare أن."""
    between = tokens.words[i + 1 : that]
    if form.form is Form.NOUN or not 0 < len(between) <= _DESCRIBED:
        return False
    adverb = any(w.adverbial and not w.preposition for w in between)
    return not adverb and all(w.kind == WORD and not (w.finite or w.relative) for w in between)


def is_surname(word: Word) -> bool:
    """Whether a word that أن goes with elsewhere is a name behind a verb of saying (وأكد الصعب أن)."""
    return (word.definite and len(word.fold) > _SHORT) or word.raw[0] == _LONG


def after_bracket(tokens: Tokens, opening: int, limit: int) -> int:
    """The token behind a short bracket that opens at `opening`, or the one behind that."""
    for k in range(opening + 1, min(limit, opening + _BRACKET)):
        if tokens.words[k].kind == UNPAREN:
            return k + 1
    return opening + 1


def says_of_what(tokens: Tokens, i: int) -> bool:
    """Whether من and أن behind the verb at i explain the «what» before it (ما قاله المدير من أن)."""
    words = tokens.words
    for k in range(i + 1, min(i + _SAID, tokens.sentence_ends[i] - 1)):
        if words[k].kind not in (WORD, OPEN, CLOSE, STRAIGHT) or words[k].complementiser:
            return False
        if words[k].fold == _OF and words[k + 1].complementiser:
            return True
    return False
