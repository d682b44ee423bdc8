"""What a verb of saying takes as a speech act: who says it, who is told, and what is said.

Arabic puts the subject between the verb and what it takes (ندد الوزير بالهجوم، أعلن النادي استقالة مدربه),
those spoke to behind the subject (طالب الوزير الشركة بإيضاحات), and times and places anywhere. A preposition
tells where the complement begins; a bare object is told by its shape: a verbal noun, a noun that names what
people say things of, a demonstrative.
"""

from __future__ import annotations

from quotetrack.detection.draft import Range
from quotetrack.detection.lexicon import CueForm, Form, Lexicon
from quotetrack.detection.records import Gender, Number
from quotetrack.detection.source import Phrases
from quotetrack.detection.subjects import Subjects
from quotetrack.detection.tokens import (
    ACCUSATIVE,
    COLON,
    COMMA,
    DASH,
    OPEN,
    PAREN,
    STOP,
    STRAIGHT,
    UNPAREN,
    WORD,
    Tokens,
    Word,
    may_be_masdar,
)

_REACH = 30
_ASIDE = 8
_SUFFIXES = ("هما", "ها", "هم", "ه")
_PLURAL_ALEF = ("أ", "الأ", "لأ", "للأ", "بالأ")


class Complements:
    """Finds complements by a lexicon."""

    def __init__(self, lexicon: Lexicon, names: Phrases, subjects: Subjects) -> None:
        self._names, self._subjects = names, subjects
        words = lexicon.words
        self._objects = words["objects"] | words["acts.objects"]
        self._occasions, self._links = words["occasions"], words["links"]
        self._begins_with_b, self._any_b = words["begins_with_b"], words["acts.with_b"]
        self._demonstratives = words["demonstratives"]
        self._nouns = words["institutions"] | words["common"]
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._same = words["same"]
        self._honorifics = words["same"] | words["honorifics"]
        self._quantities = words["acts.quantities"]
        self._days, self._pronouns, self._times = words["days"], words["pronouns"], words["acts.times"]
        self._before = words["acts.before_nouns"]
        self._qualifiers = words["qualifiers"]
        self._blame, self._no_links = words["acts.blame"], words["acts.no_links"]

    def of(self, tokens: Tokens, i: int, form: CueForm) -> tuple[Range | None, int] | None:
        """The source behind the cue at i, and the token that opens what was said; None where nothing is."""
        quotation = tokens.inside.get(i)
        end = min(tokens.sentence_ends[i], quotation.close if quotation else tokens.count)
        limit = min(end, i + _REACH)
        if form.cue.blames:
            return self._blamed(tokens, i, limit, form)
        bare = self._bare(tokens, i, limit, form) if "" in form.cue.act else None
        if bare is not None and form.cue.events and not self._is_event(tokens, bare[1]):
            bare = None
        if form.cue.of and (bare is None or not self._is_of(tokens.words[bare[1]], form)):
            return None
        linked = self._linked(tokens, i, limit, form)
        if bare is not None and (linked is None or (bare[1] < linked[1] and self.opens(tokens, bare[1]))):
            return bare
        if linked is None:
            return None
        if form.cue.events and "" not in form.cue.act and not self._is_event(tokens, linked[1]):
            return None
        if form.cue.near and not self._near(tokens, i, linked[0], form):
            return None
        return self._source(tokens, i, linked[0], form), linked[1]

    def _is_event(self, tokens: Tokens, k: int) -> bool:
        """Whether what opens at k happened or is: an action, so and so many (مقتل، أربعة مفقودين), a person."""
        word = tokens.words[k]
        if word.fold[0] == "ب":
            return word.fold in self._any_b or self.is_action(word.fold[1:], word)
        person = word.title or word.head or word.given
        return person or self.opens(tokens, k) or word.fold in self._quantities or word.fold[:1].isdigit()

    def _is_of(self, word: Word, form: CueForm) -> bool:
        """Whether the object is one of those that the cue takes, in the accusative, too (تبنى هجوماً)."""
        if form.cue.repeats and any(c.form is Form.NOUN for c in word.cues):
            return True
        return word.fold in form.cue.of or (word.fold.endswith("ا") and word.fold[:-1] in form.cue.of)

    def _near(self, tokens: Tokens, i: int, link: int, form: CueForm) -> bool:
        """Whether nothing but the subject and asides stand between the verb at i and its preposition."""
        if link == i + 1:
            return True
        phrase = self._names.noun_phrase(tokens, i + 1, link)
        if phrase is None or phrase[0] != i + 1:
            return False
        if form.gender is not Gender.FEMININE and not self._speaks(tokens, i + 1):
            return False
        return self._past_asides(tokens, phrase[1], link + 1) >= link

    # -- behind a preposition --------------------------------------------------------------------

    def _source(self, tokens: Tokens, i: int, at: int, form: CueForm) -> Range | None:
        """The subject between the verb at i and its complement."""
        if form.form is Form.PARTICIPLE or tokens.words[i].object or form.number is Number.PLURAL:
            return None
        source = self._without_object(tokens, self._names.noun_phrase(tokens, i + 1, at), form)
        first = i + 1 + tokens.words[i + 1].pronoun
        if source is None or source[0] > first or self._addressed(tokens.words[source[0]].fold, form):
            return None
        if form.cue.object and not self._speaks(tokens, source[0]) and self.opens(tokens, source[0]):
            return None  # وأرجع قرار الإقامة إلى
        return source

    def _without_object(self, tokens: Tokens, phrase: Range | None, form: CueForm) -> Range | None:
        """The phrase without those spoken to: after a relational adjective another noun begins them."""
        if phrase is None or not form.cue.object:
            return phrase
        words = tokens.words
        first = words[phrase[0]]
        if first.definite and not (first.head or first.title) and phrase[1] - phrase[0] > 1:
            following = words[phrase[0] + 1]
            if following.naming or following.fold in self._kinds or following.fold in self._nouns:
                return phrase[0], phrase[0] + 1  # اتهمت الخياط شركة المياه
        for k in range(phrase[0] + 2, phrase[1]):
            fold, before = words[k].fold, words[k - 1].fold
            if (
                fold.startswith("ال")
                and before.endswith(("ي", "يه"))
                and not fold.endswith(("ي", "يه"))
                and fold not in self._qualifiers
            ):
                return phrase[0], k
        return phrase

    def _addressed(self, fold: str, form: CueForm) -> bool:
        """Whether the phrase behind a verb is in the accusative: those spoken to (دعا المواطنين إلى)."""
        return form.cue.object and fold.endswith("ين") and len(fold) > 5

    def _linked(self, tokens: Tokens, i: int, limit: int, form: CueForm) -> tuple[int, int] | None:
        """The verb's preposition and the token behind it; the same where the two are one word."""
        words = tokens.words
        wanted = form.cue.act
        if wanted == {""}:
            return None
        j = i + 1
        loose = None
        while j < limit:
            word = words[j]
            if word.kind == PAREN:
                j = _closing(tokens, j, limit)
                continue
            if word.kind in (STOP, COLON) or (word.kind == COMMA and self._new_clause(tokens, j, limit)):
                return loose
            if word.kind != WORD:
                quotation = tokens.quote_at.get(j)
                j = quotation.close + 1 if quotation is not None else j + 1
                continue
            if word.preposition and word.fold in wanted and not self._other_link(tokens, j, limit):
                return (j, j + 1) if j + 1 < limit else None
            if loose and word.joined and word.finite:
                return loose
            if self.leans(tokens, i, j, wanted):
                if j == i + 1 or not word.fold.startswith("بال") or self.is_action(word.fold[1:], word):
                    return j, j
                loose = loose or (j, j)  # المهتمين بالصناعات … بوجود
            if word.finite and j > i + 1 and not (word.noun_too or word.look_alike):
                if not self._explains(words[j - 1], word):
                    return loose
            j += 1
        return loose

    def _new_clause(self, tokens: Tokens, comma: int, limit: int) -> bool:
        """Whether a clause of its own begins behind the comma."""
        following = tokens.words[comma + 1] if comma + 1 < limit else None
        return following is None or (following.finite and not following.noun_too)

    def _other_link(self, tokens: Tokens, j: int, limit: int) -> bool:
        """Whether the preposition at j belongs to another phrase (عدد من المزارعين، إلى جانب، من جهته)."""
        words = tokens.words
        if j + 1 < limit and words[j + 1].fold in self._no_links:
            return True
        return words[j].fold == "من" and words[j - 1].fold in self._quantities

    def _explains(self, before: Word, verb: Word) -> bool:
        """Whether the verb only explains the noun before it (أولياء أمور تحدثوا، الوفد الذي وصل)."""
        if before.relative:
            return True
        return before.kind == WORD and not (verb.joined or before.definite or before.adverbial)

    def leans(self, tokens: Tokens, i: int, j: int, wanted: frozenset[str]) -> bool:
        """Whether the word at j is the complement with the preposition that it is written with."""
        word = tokens.words[j]
        fold = word.fold
        if "ب" in wanted and fold[0] == "ب" and len(fold) > 2 and not word.title:
            if fold in self._any_b or fold in self._objects:
                return fold in self._any_b
            if j == i + 1 or self.is_action(fold[1:], word):
                return fold not in self._begins_with_b
            return (
                fold not in self._begins_with_b
                and fold[1:] not in self._occasions
                and fold[1:] not in self._places
            )
        if "ل" in wanted and fold[0] == "ل" and len(fold) > 3:
            return j == i + 1 or (fold.startswith("لل") and may_be_masdar(fold[2:]))
        return False

    def _blamed(
        self, tokens: Tokens, i: int, limit: int, form: CueForm
    ) -> tuple[Range | None, int] | None:
        """The source, and whoever is held to something (حمّل الوزير الشركة مسؤولية الحريق)."""
        words = tokens.words
        what = next((k for k in range(i + 1, limit) if words[k].fold in self._blame), None)
        if what is None:
            return None
        first = self._past_asides(tokens, i + 1, what)
        if first >= what or form.form is Form.PARTICIPLE or form.number is Number.PLURAL:
            return None, first
        for k in range(first + 1, what):
            word, before = words[k], words[k - 1]
            if word.kind == COMMA:
                return (first, k), k + 1
            if word.kind == WORD and not word.preposition and self._parts(tokens, k, first):
                return (first, k), k
        return None, first

    def _parts(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether a second noun phrase opens at k (المصدر | العناصر الخارجة، الطريفي | طرفي القتال)."""
        word, before = tokens.words[k], tokens.words[k - 1]
        if word.raw[0] == "و" or before.kind != WORD or word.given or before.preposition:
            return False
        if word.definite:
            return self._complete(tokens, k - 1, first) and (
                word.fold in self._kinds or word.head or word.title or word.fold.endswith(("ين", "ات"))
            )
        return before.definite and not word.fold.startswith(("لل", "بال"))

    # -- bare objects ----------------------------------------------------------------------------

    def _bare(self, tokens: Tokens, i: int, limit: int, form: CueForm) -> tuple[Range | None, int] | None:
        """The source and the first token of a bare object."""
        words = tokens.words
        if words[i].object:
            return None
        first = self._past_asides(tokens, i + 1, limit)
        if first >= limit or words[first].kind not in (WORD, OPEN, STRAIGHT):
            return None
        speaks = self._speaks(tokens, first)
        if not speaks and self.opens(tokens, first):
            return None, first
        if form.form is Form.PARTICIPLE or form.number is Number.PLURAL or self._subjects.leads(tokens, i):
            return (None, first) if self._nominal(words[first]) else None
        phrase = self._names.noun_phrase(tokens, first, limit)
        if phrase is None or phrase[0] != first:
            return None
        split = self.split(tokens, phrase)
        if split is not None:
            return (first, split), split
        if form.cue.object and (told := self._past_told(tokens, phrase[1], limit)) is not None:
            return self._without_object(tokens, phrase, form), told
        j = self._past_asides(tokens, phrase[1], limit)
        if j < limit and words[j].kind == WORD:
            apart = j > phrase[1]
            if self.opens(tokens, j) or (apart and self._nominal(words[j]) and not words[j].raw[0] == "و"):
                return phrase, j
        if not speaks and form.gender is Gender.FEMININE and self._masculine(words[first]):
            return None, first
        return None

    def _past_told(self, tokens: Tokens, first: int, limit: int) -> int | None:
        """The object behind those spoken to (ناشد المالكي العراقيين عدم التخلي), which open at `first`."""
        words = tokens.words
        if first >= limit or not words[first].definite:
            return None
        k = first + 1
        while k < limit and words[k].definite and not self.opens(tokens, k):
            k += 1
        return k if k < limit and self.opens(tokens, k) else None

    def _speaks(self, tokens: Tokens, k: int) -> bool:
        """Whether the word can open the name of somebody who speaks."""
        word = tokens.words[k]
        fold = word.fold
        if word.kind != WORD:
            return k in tokens.quote_at
        if fold in self._objects:
            return False
        return (
            word.head
            or word.title
            or word.given
            or word.naming
            or fold in self._kinds
            or fold in self._places
            or fold in self._honorifics
            or fold in self._nouns
            or word.stem in tokens.surnames
        )

    def _nominal(self, word: Word) -> bool:
        """Whether a noun phrase can open with the word."""
        if word.kind != WORD:
            return word.kind in (OPEN, STRAIGHT)
        if word.preposition or word.adverbial or word.relative or word.complementiser:
            return False
        if word.verbal and not word.fold.endswith("ا"):
            return False
        if word.finite and not word.noun_too:
            return False
        if word.fold[0] == "ب" and word.fold not in self._begins_with_b and not word.naming:
            return False
        return not (word.raw.endswith(ACCUSATIVE) or word.fold[:1].isdigit() or len(word.fold) < 3)

    def _masculine(self, word: Word) -> bool:
        """Whether a definite singular noun is masculine by its ending, so no subject of a feminine verb."""
        return word.definite and not word.fold.endswith(("ه", "ات", "ون", "ين", "ا", "ي"))

    def opens(self, tokens: Tokens, k: int) -> bool:
        """Whether the word opens an object: an action, a thing said of, a demonstrative, «ما»."""
        word = tokens.words[k]
        fold = word.fold
        if word.kind != WORD or word.preposition or word.adverbial or word.relative:
            return False
        if k + 1 < tokens.count and tokens.words[k + 1].fold == "من" and fold in self._quantities:
            return False
        if fold in self._demonstratives or fold == "ما" or fold in self._objects:
            return True
        if word.cues and all(c.form is Form.NOUN and c.suffix for c in word.cues):
            return True  # جدد تهديداته
        if word.raw[0] == "و":
            return False
        return self.is_action(fold, word)

    def is_action(self, fold: str, word: Word) -> bool:
        """Whether the noun is a verbal noun or of those that a speech act takes, whosever it is."""
        if fold in self._objects:
            return True
        plain = fold[2:] if fold.startswith("ال") else fold
        for suffix in _SUFFIXES:
            if plain.endswith(suffix) and len(plain) > len(suffix) + 2:
                stem = plain[: -len(suffix)]
                if stem in self._objects or (stem.endswith("ت") and stem[:-1] + "ه" in self._objects):
                    return word.raw[-1] != "ة"
        if plain in self._objects:
            return True
        if word.head or word.title or word.given or fold in self._kinds or fold in self._places:
            return False
        if word.verbal or word.naming or plain.endswith("ي"):
            return False
        if word.raw[-1] == "ة" and plain[:1] not in ("ا", "م"):
            return False
        if plain[:1] == "ا" and len(plain) == 5 and word.raw.startswith(_PLURAL_ALEF):
            return False  # أعضاء: a plural, where إعلان is an action
        return may_be_masdar(fold)

    def split(self, tokens: Tokens, phrase: Range) -> int | None:
        """Where the object begins inside a phrase that took subject and object for one."""
        words = tokens.words
        first, end = phrase
        if end - first < 2:
            return None
        if words[first].fold in self._places:
            following = words[first + 1]
            relational = following.fold.endswith("ي") and len(following.fold) > 5
            return None if relational or following.raw[0] == "و" else first + 1
        for k in range(first + 1, end):
            word, before = words[k], words[k - 1]
            if word.kind != WORD or word.fold in self._begins_with_b or word.preposition or word.adverbial:
                continue
            if not self._complete(tokens, k - 1, first):
                continue
            if self.opens(tokens, k):
                return k
            if not word.definite and before.definite and word.raw[0] not in "وبلفك":
                if word.fold in self._nouns or word.naming or word.fold in self._kinds:
                    return k
                if word.raw.endswith(("ة", "ات")) and not (word.given or word.head or word.title):
                    return k
        return None

    def _complete(self, tokens: Tokens, k: int, first: int) -> bool:
        """Whether a subject that begins at `first` may end with the word at k."""
        word = tokens.words[k]
        if word.kind != WORD:
            return True
        if word.preposition:
            return False
        if word.definite or word.fold in self._places or word.given or word.fold in self._same:
            return True
        if tokens.words[k + 1].definite:  # كليات الحقوق is one phrase, أوباما الاتفاق is two
            return word.stem in tokens.surnames and not self._waits(word)
        if k > first and word.fold.endswith(("ي", "يه", "ون", "ين")) and not word.head:
            return True  # لجنة مستقلة، سكان محليون
        return not self._waits(word)

    def _waits(self, word: Word) -> bool:
        """Whether the word is a noun that the next one explains (وزير، لجنة)."""
        return (
            word.head
            or word.title
            or word.naming
            or word.fold in self._kinds
            or word.fold in self._nouns
            or word.fold in self._objects
        )

    def _past_asides(self, tokens: Tokens, j: int, limit: int) -> int:
        """The first token from j that is no time, place, adverb or person spoken to."""
        words = tokens.words
        while j < limit:
            word = words[j]
            if word.kind == PAREN:
                j = _closing(tokens, j, limit)
            elif word.kind in (COMMA, DASH):
                j += 1
            elif word.kind != WORD or word.fold in self._demonstratives:
                break
            elif word.fold in self._days or word.fold in self._times or word.fold in self._pronouns:
                j += 1
            elif word.preposition or word.fold in self._before:
                j = self._past_phrase(tokens, j + 1, limit)
            elif word.adverbial or (word.raw.endswith(ACCUSATIVE) and not self.is_action(word.fold, word)):
                if word.cues or word.complementiser:
                    break
                j += 1
            elif self._names.is_audience(word) or (word.fold.startswith(("لل", "بال")) and len(word.fold) > 4):
                j += 1
                while j < limit and words[j].definite and not self.opens(tokens, j):
                    j += 1
            else:
                break
        return j

    def _past_phrase(self, tokens: Tokens, first: int, limit: int) -> int:
        """The token behind the noun phrase of a preposition: where an object, a comma or a link comes."""
        words = tokens.words
        for k in range(first, min(limit, first + _ASIDE)):
            word = words[k]
            if word.kind != WORD or word.preposition or (k > first and (word.adverbial or word.finite)):
                return k
            if k > first and word.raw[0] != "و" and self._complete(tokens, k - 1, first):
                if self.opens(tokens, k) or word.fold in self._days or word.raw.endswith(ACCUSATIVE):
                    return k
        return min(limit, first + _ASIDE)


def _closing(tokens: Tokens, j: int, limit: int) -> int:
    """The token behind the bracket that opens at j."""
    for k in range(j + 1, min(limit, j + 14)):
        if tokens.words[k].kind == UNPAREN:
            return k + 1
    return j + 1
