"""The noun phrase that names a source, and what it is.

A source is a title, a name, an apposition and adjectives, without a relative clause. Arabic gives
no brackets, so the phrase is followed word by word until something comes that cannot carry it on.
"""

from __future__ import annotations

from quotetrack.detection.lexicon import Form, Lexicon
from quotetrack.detection.records import SpeakerKind
from quotetrack.detection.tokens import (
    ACCUSATIVE,
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
    Tokens,
    Word,
    is_masdar,
    may_be_masdar,
)

_LONGEST = 28
_CLITICS = ("ب", "ل")
_LEANING_ON_HAMZA = ("لإ", "لأ", "لآ")
_WHAT = "ما"
_PERCENT = ("%", "٪")
_OF = "من"
_ALEF, _MAQSURA = "ا", "ى"
_FARTHEST = 60


class Phrases:
    """Finds noun phrases by a lexicon's word lists."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._occasions = words["occasions"]
        self._adverbials = words["adverbials"]
        self._days = words["days"]
        self._withholding, self._withheld = words["withholding"], words["withheld"]
        self._demonstratives = words["demonstratives"]
        self._nouns = words["institutions"] | words["naming"]
        self._complementisers = words["complementisers"]
        self._inner_links = words["inner_links"]
        self._from = words["relayed_from"]
        self._same = words["same"]
        self._so_called = words["so_called"]
        self._pronouns = words["pronouns"]
        self._objects = words["objects"]
        self._kinds, self._places = lexicon.kinds, lexicon.places | words["metonyms"]
        self._qualifiers = words["qualifiers"]
        self._common, self._given = words["common"], words["given"]
        self._audience = words["audience"]
        self._over, self._overseers = words["over"], words["overseers"]
        self._quantities, self._each = words["quantities"] | words["each"], words["each"]
        self._addressees = words["addressees"]
        self._copulas = words["copulas"]
        self._particles, self._published = words["name_particles"], words["published"]
        self._on_behalf = words["on_behalf"]
        self._alternatives, self._positions = words["alternatives"], words["positions"]
        self._reported_things = (
            frozenset(
                noun
                for noun, kind in lexicon.kinds.items()
                if kind in (SpeakerKind.DOCUMENT, SpeakerKind.ORGANISATION)
            )
            | words["occasions"]
            | words["objects"]
        )
        self._people = words["heads"] | words["before"]

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
            elif word.kind == WORD and self.is_audience(word):
                i = self._after_audience(tokens, i, limit)
            elif word.kind == WORD and self._addressed(word):
                i = self._after_addressed(tokens, i, limit)
            elif word.kind == WORD and (
                word.preposition or word.adverbial or word.fold in self._days or word.fold in self._pronouns
            ):
                i = self._after_aside(tokens, i, limit)
            else:
                break
        return i

    def is_audience(self, word: Word) -> bool:
        """Whether the word names those spoken to (للصحفيين، لوكالة، لرويترز) or leans on their name (لـ)."""
        fold = word.fold
        if fold in ("ل", "لل"):
            return True
        if fold[0] != "ل" or len(fold) < 4:
            return False
        bare = fold[1:]
        rest = "ال" + fold[2:] if fold.startswith("لل") else bare
        return bare in self._audience or rest in self._audience or fold[2:] in self._audience

    def _addressed(self, word: Word) -> bool:
        """Whether somebody with a title is spoken to (قال للأديب الإيرلندي برنارد شو)."""
        fold = word.fold
        return fold.startswith("لل") and len(fold) > 4 and "ال" + fold[2:] in self._people

    def _after_audience(self, tokens: Tokens, i: int, limit: int) -> int:
        words = tokens.words
        i += 1
        if i < limit and i in tokens.quote_at:
            return min(tokens.quote_at[i].close + 1, limit)
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
        if words[start].fold in self._days or words[start].fold in self._pronouns:
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
            if kind != WORD and (quotation := tokens.quote_at.get(i)) is not None:
                if (
                    quotation.words > 7
                    or (i == first and quotation.words > 1 and self._says(words[i + 1]))
                    or quotation.close >= limit + 1
                    or not self._takes_quoted(words[i - 1], i - first)
                ):
                    break
                i = end = quotation.close + 1
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
        word = words[i]
        if i > first and word.fold in self._positions and (words[i - 1].head or words[i - 1].title):
            return False  # لاعب وسط، فريق أول
        if word.complementiser or word.relative or word.fold in self._days:
            return True
        if word.fold[0] == "ف" and word.fold[1:] in self._complementisers:
            return True
        if word.fold in self._inner_links:
            far = word.fold in self._from and i > first + 1  # كشف مسؤول في الإدارة عن قيام …
            return i == first or far or not self._goes_on(tokens, first, i) or not self._inner(tokens, i)
        if word.base in self._published and self._kinds.get(words[first].fold) is SpeakerKind.DOCUMENT:
            return True
        if word.base in self._withholding and i + 1 < tokens.count and words[i + 1].fold in self._withheld:
            return True
        if self._accusative(word) and not (word.head or self._accusative(words[first])):
            return True  # an adverbial accusative, or an object
        if word.fold in self._alternatives:
            return True
        if word.fold in self._over and words[i - 1].fold in self._overseers:
            return not self._inner(tokens, i)  # المشرف على مركز …
        if word.adverbial or word.preposition:
            return not (i == first and word.fold in self._people)
        if i == first and word.fold in self._each and i + 1 < tokens.count and words[i + 1].fold == _OF:
            return False  # كل من الوزير والسفير
        if i == first:
            return self._opens_nothing(word)
        if words[first].fold in self._same and i == first + 1:
            return not (word.head or word.title)  # سماحته الوعاظ
        return (
            self._is_predicate(tokens, i)
            or self._hangs_on_verb(tokens, i, first)
            or self._is_object(tokens, i, first)
        )

    def _accusative(self, word: Word) -> bool:
        """Whether the word is an indefinite accusative, by tanween or as a known noun with alef (تقريرا)."""
        if word.raw.endswith(ACCUSATIVE):
            return True
        noun = word.fold[:-1]
        return (
            word.raw.endswith(_ALEF)
            and not word.given
            and len(noun) > 2
            and (noun in self._reported_things or is_masdar(noun))
        )

    def _opens_nothing(self, word: Word) -> bool:
        """Whether a phrase that the word would open names no source."""
        fold = word.fold
        if self._leans(word) or fold in _CLITICS or word.verbal or fold.removeprefix("ب") == _WHAT:
            return True
        if word.raw[0] == "و" and not (word.joined or fold.startswith("وال") or self._known(word)):
            return True  # a conjunction and an unknown word, most likely a verb
        return fold in self._objects and fold not in self._kinds

    def _is_predicate(self, tokens: Tokens, i: int) -> bool:
        """Whether a verb, a participle or a noun of saying with its pronoun ends the phrase."""
        word, before = tokens.words[i], tokens.words[i - 1]
        if any(cue.suffix for cue in word.cues):
            return True
        if word.fold in self._so_called and before.fold == _WHAT:
            return False  # زعيم ما يسمى بدولة …
        if word.fold in self._copulas or (word.verbal and word.fold[0] == "ت" and before.definite):
            return True  # حسب التقارير الطبية تحتاج المريضة إلى …
        if word.verbal and word.fold[0] == "ي" and not word.finite:
            return not (before.title or before.head)  # السفير يوهان: a name, not a verb
        if word.finite and (word.raw[-1] == _MAQSURA or self._is_verb(tokens, i)):
            return True
        participle = any(cue.form is Form.PARTICIPLE for cue in word.cues)
        return participle and word.fold[-1] in "اه" and word.raw[-1] in "اًا"

    def _hangs_on_verb(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word goes with the verb: a time, those spoken to, where or in what it was said."""
        words = tokens.words
        word, fold, named = words[i], words[i].fold, self._named(words[first])
        if fold[0].isdigit() or fold in _CLITICS or fold in self._demonstratives:
            return True
        if fold in self._on_behalf and not (words[i - 1].head or words[i - 1].title):
            return True  # رفع الرئيس العام باسمه …
        if self.is_audience(word) and not (words[i - 1].fold in self._qualifiers and not fold.endswith("ين")):
            return True
        if named and fold.startswith("لل") and fold.endswith("ين") and len(fold) > 6:
            return True
        if self._addressed(word) and words[i - 1].definite and not (words[first].title or words[first].head):
            return True  # أوضحت الجامعة للطالبة
        if word.raw[0] == "و" and word.verb_too and words[i - 1].definite and not self._known(word):
            return True  # زار الوزير سامي الخالد وبدأ
        if fold == "ما":
            return not (i + 1 < tokens.count and words[i + 1].fold in self._so_called)
        if word.joined and word.base in self._occasions:
            return True
        if fold[0] != "ب":
            titled = words[first].title or words[first].head
            return fold[0] == "ل" and fold[1:] in self._objects and not titled
        if fold[1:] in self._objects or fold[1:] in self._occasions or fold.startswith("بان"):
            return True
        settled = words[first].definite or words[first].fold in self._places
        inward = (fold.startswith("بال") and len(fold) > 4) or settled
        return inward and not self._open_ended(words[first])

    def _is_object(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word is the object of the verb: the source is complete, and it cannot belong to it."""
        words = tokens.words
        word, fold, before = words[i], words[i].fold, words[i - 1]
        complete = self._complete(before)
        if (
            fold[-1] == "ه"
            and len(fold) > 5
            and word.raw[-1] == "ه"
            and not (word.definite or before.definite or fold.endswith("الله"))
        ):
            return complete and fold not in self._common  # مشعل مباحثاته
        if complete and fold in self._addressees and self._named(words[first]):
            return True  # دعت رجوي أبناء الشعب
        owned = fold.endswith(("ها", "هم")) or (fold[-1] == "ه" and word.raw[-1] == "ه")
        if complete and owned and (fold in self._occasions or may_be_masdar(fold)):
            return True  # ختمت الخياط مؤتمرها، أبدت إعجابها
        if fold.startswith("ال") and fold.endswith(("ين", "ات")) and len(fold) > 5:
            if complete and self._named(words[first]):
                return True  # دعا فلان السياح، ناشد فلان المسؤولين
            singular = i == first + 1 and before.definite and not before.fold.endswith(("ون", "ين"))
            if singular and fold.endswith("ين") and len(fold) > 6:
                return True  # وعدت الوزارة المشجعين
        if complete and fold in self._places and self._named(words[first]):
            return True  # طالب بوتين الولايات المتحدة
        action = fold in self._objects and word.raw != "آي"
        shaped = is_masdar(fold) and fold not in self._kinds
        return complete and (action or shaped) and words[first].fold not in self._objects

    def _known(self, word: Word) -> bool:
        """Whether a list knows the word as a name or a noun that opens a source."""
        fold = word.fold
        return (
            word.head
            or word.title
            or fold in self._given
            or fold in self._kinds
            or fold in self._common
            or word.naming
        )

    def _says(self, word: Word) -> bool:
        """Whether a quotation that begins with the word is speech, no name (كما قال «لم نعد»)."""
        return word.complementiser or word.adverbial or word.verbal or word.finite

    def _takes_quoted(self, before: Word, place: int) -> bool:
        """Whether a name in quotation marks may follow the word (صحيفة "…"، الشاب "…")."""
        fold = before.fold
        return (
            place == 0
            or before.preposition
            or before.naming
            or before.head
            or before.title
            or fold.startswith("ال")
            or fold in self._kinds
            or fold in self._common
            or fold in ("ل", "ب")
            or fold[1:] in self._kinds
            or fold in self._nouns
        )

    def _leans(self, word: Word) -> bool:
        """Whether a first word hangs on a preposition that is written with it, and so names no source."""
        fold = word.fold
        if fold in self._particles:
            return False
        if fold.startswith(("بال", "كال", "لل")) or word.raw.startswith(_LEANING_ON_HAMZA):
            return True
        owned = fold.endswith(("ها", "هم")) or word.raw[-1] == "ه"
        manner = fold[0] == "ب" and word.raw[-1] == "ة" and not self._known(word) and fold not in self._nouns
        if fold[0] in "بل" and len(fold) > 4 and (owned or manner) and fold not in self._given:
            return True
        return fold[0] == "ل" and (fold[1:] in self._kinds or fold[1:] in self._common)

    def _closes(self, word: Word) -> bool:
        """Whether an apposition may end before the word."""
        if word.kind == COMMA or word.complementiser or word.adverbial or word.preposition:
            return True
        return word.kind == COLON or (word.kind == WORD and self.is_audience(word))

    def _complete(self, word: Word) -> bool:
        """Whether the word may end a source: no noun that waits for its genitive (زعيم تنظيم …)."""
        fold = word.fold
        if word.preposition:
            return False
        if word.kind != WORD or word.definite:
            return True
        return not (word.head or word.naming or fold in self._kinds or fold in self._common)

    def _named(self, word: Word) -> bool:
        """Whether a phrase begins with a name rather than with a noun that others explain."""
        return not (
            word.definite
            or self._open_ended(word)
            or word.naming
            or word.fold in self._kinds
            or word.fold in self._common
        )

    def _goes_on(self, tokens: Tokens, first: int, i: int) -> bool:
        """Whether the phrase may go on with the preposition at i: not once a titled name is complete."""
        words = tokens.words
        if words[first].fold[0].isdigit() and words[i].fold == _OF:
            return True  # 91 % من المشاركين
        if words[first].fold[0].isdigit() and first + 1 < i:
            first += 1
        before = words[i - 1]
        if (
            words[first].title
            and i > first + 1
            and not (before.definite or before.head or before.fold in self._qualifiers)
        ):
            return False
        return self._open_ended(words[first])

    def _open_ended(self, word: Word) -> bool:
        """Whether a phrase that this word opens may go on with في or من, as a name may not."""
        if word.head or word.title or word.fold in self._quantities:
            return True
        kind = self._kinds.get(word.fold) or self._kinds.get(word.fold[1:])
        return kind is not None and not word.definite and word.fold not in self._places

    def _is_verb(self, tokens: Tokens, i: int) -> bool:
        word = tokens.words[i]
        if word.joined or word.object:
            return True
        return not word.noun_too

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
            and words[start].fold not in self._people
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


def _closing(tokens: Tokens, i: int, limit: int) -> int:
    """The token after the bracket that opens at i, or i + 1 where it never closes."""
    for j in range(i + 1, min(limit + 12, tokens.count)):
        kind = tokens.words[j].kind
        if kind == UNPAREN:
            return j + 1
        if kind in (BREAK, COLON, STOP, CLOSE):
            break
    return i + 1
