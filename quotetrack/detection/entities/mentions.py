"""What a source phrase says of its speaker: name, role, kind, gender and number.

Arabic news puts title before name («وزير الخارجية الأميركي أنتوني بلينكين») or name before role
(«خالد مشعل، رئيس المكتب السياسي»). No list knows foreign names, so a word that no list knows and
that stands after a complete title is itself the sign of a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from quotetrack.detection.drafts.draft import Range
from quotetrack.detection.entities.entity import BODIES
from quotetrack.detection.morphology import Morphology, gender_of
from quotetrack.detection.noun_phrases.name_ends import NameEnds
from quotetrack.detection.noun_phrases.name_starts import NameStarts
from quotetrack.detection.noun_phrases.names import Names
from quotetrack.detection.noun_phrases.noun_shapes import is_explained, is_its_same
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    PAREN,
    PLURAL,
    PLURAL_OBLIQUE,
    WORD,
    Word,
    bare,
    light,
    stem,
    without_clitic,
)

_SEVERAL_WORDS: Final = 3
_CALLED: Final = 2
_HIS: Final = "ه"
_MOTHER: Final = "ام"
_IN_NAME: Final = "باسم"


@dataclass(slots=True)
class Mention:
    """A source phrase taken apart. Ranges are tokens; `head` is the folded, article-less first noun.

    `traits` are the light stems of all but the head: what describes it.

    `name` is None for a mere description. `definite` tells «المسؤول» from «مسؤول».
    """

    phrase: Range
    name: Range | None
    role: Range | None
    head: str
    traits: frozenset[str]
    located: frozenset[str]
    """The traits that only say where (السفير البابوي في إسرائيل)."""
    definite: bool
    kind: SpeakerKind
    gender: Gender
    number: Number
    titled: bool
    noun: bool
    secret: bool
    same: bool
    other: bool
    """One more of a kind (مسؤول آخر)."""
    owned: bool
    """Told by a pronoun whose he is (جاره)."""
    clitic: bool

    @property
    def is_last_name(self) -> bool:
        """Whether it is one name alone, which does not tell a man from a woman (قالت حداد)."""
        return self.name == self.phrase and self.phrase[1] - self.phrase[0] == 1


class _Parts(NamedTuple):
    """A phrase taken apart: its first token without honorifics, the folded head, and what is made of it.

    `owned` tells «رئيسها» from «رئيس».
    """

    first: int
    head: str
    owned: bool
    clitic: bool
    titled: bool
    name: Range | None
    role: Range | None


class Mentions:
    """Takes source phrases apart by a lexicon."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology | None = None) -> None:
        self._morphology = morphology
        self.starts, self._ends = NameStarts(lexicon), NameEnds(lexicon)
        self._names = Names(lexicon, self.starts)
        words = lexicon.words
        self._kinds = self.kinds = lexicon.kinds
        self._heads, self._before = words["heads"], words["before"]
        self.in_lam = words["in_lam"]
        self._titles, self._his_heads = self._heads | self._before, words["his_heads"]
        self._adjectives = words["common"]
        self._common = words["common"] | words["objects"] | words["occasions"] | words["naming"]
        self._nouns = (
            words["naming"] | words["occasions"] | {bare(k) for k in lexicon.kinds} | words["institutions"]
        )
        self._unpossessed, self._owned = self._titles - words["possessed"], lexicon.owned
        self._plurals = words["plurals"]
        self._kinsfolk, self._kunya = words["kinsfolk"], words["kunya"]
        self._feminine, self._fields = words["feminine"], words["fields"]
        self._places, self._masculine_places = lexicon.places, words["places_masculine"]
        self.given = words["given"]
        self._women = words["given_feminine"]
        self.honorifics = words["honorifics"]
        self._honorifics = self.honorifics | words["demonstratives"] | words["approximately"]
        self.particles = words["name_particles"]
        self.learning = words["learning"]
        self.when = words["when"]
        self.on_behalf, self.which_is = words["on_behalf"], words["asides_after_quotation"]
        self.within, self.in_turn = words["within"], words["for_their_part"] | words["in_turn"]
        self.each = words["each"]
        self.latter = words["latter"]
        self.pairs = words["pairs"]
        self.networks = frozenset(map(light, words["networks"]))
        self._seats = {
            stem(adjective): frozenset(map(stem, listed))
            for adjective, listed in lexicon.lists("seats").items()
        }
        self.called, self._one_of = words["called"], words["one_of"]
        self._generic = words["generic"]
        self._same, self._same_before = words["same"], words["same_before"]
        self._men_in_ta, self._specialists = words["men_in_ta"], words["specialists"]
        self._short_titles, self._owners = words["short_titles"], words["owners"]

    def is_title(self, fold: str) -> bool:
        """Whether a folded word is a title."""
        return fold in self._titles

    def adds_another(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i is و and a name, a title or a body: one more of those who speak."""
        word = tokens.words[i]
        noun = word.fold[1:]
        return word.raw[0] == "و" and (
            noun in self.given
            or noun in self._titles
            or noun in self._kinds
            or noun in self._places
            or stem(noun) in tokens.named
        )

    def adds_source(self, word: Word) -> bool:
        """Whether the word is و and somebody without a name (ومسؤول)."""
        return word.raw[0] == "و" and self._kinds.get(word.fold[1:]) is SpeakerKind.ANONYMOUS

    def adds_name(self, tokens: Tokens, i: int, mention: Mention) -> bool:
        """Whether the word at i is و and the name of one more who speaks with those whom `mention` names."""
        word = tokens.words[i]
        noun = word.fold[1:]
        if word.raw[0] != "و" or word.given or tokens.words[i - 1].kind != WORD:
            return False
        if noun in self.given or noun in self.particles:
            return True
        known = noun in self._titles or noun in self._kinds or noun in self._places or noun in self._common
        bare_names = mention.name is not None and mention.role is None and not noun.startswith("ال")
        return bare_names and stem(noun) in tokens.named and not known and not word.noun & nouns.ORDINARY

    def within_document(self, tokens: Tokens, mention: Mention) -> Mention | None:
        """The document whose figures or findings a description names («معطيات التقرير»), or None."""
        first, end = mention.phrase
        if mention.kind is not SpeakerKind.DOCUMENT or mention.definite or end - first < 2:
            return None
        word = tokens.words[first + 1]
        if not word.definite or self._kinds.get(word.fold) is not SpeakerKind.DOCUMENT:
            return None
        return self.parse(tokens, (first + 1, end))

    def describes(self, fold: str) -> bool:
        """Whether a folded title is an adjective as often (كبير)."""
        return fold in self._adjectives

    def adjective_of(self, heads: set[str]) -> str | None:
        """The stem of the adjective of the country whose seat of power is among `heads`."""
        return next((adjective for adjective, seats in self._seats.items() if heads & seats), None)

    def parse(self, tokens: Tokens, phrase: Range, *, clitic: bool = False) -> Mention:
        """The mention that the phrase makes; `clitic` says that a preposition leans on its first word."""
        return self._mention(tokens, phrase, self._take_apart(tokens, phrase, clitic=clitic))

    def naming(self, tokens: Tokens, phrase: Range, *, clitic: bool = False) -> Mention | None:
        """The mention that the phrase makes, or None where it names nobody."""
        parts = self._take_apart(tokens, phrase, clitic=clitic)
        return None if parts.name is None else self._mention(tokens, phrase, parts)

    def _take_apart(self, tokens: Tokens, phrase: Range, *, clitic: bool) -> _Parts:
        """Head, name and role of the phrase, its honorifics left out."""
        words, end = tokens.words, phrase[1]
        first, head, owned, clitic = self._opening(tokens, phrase, clitic=clitic)
        titled = owned or head in self._titles or bare(head) in self._heads or head in self._specialists
        titled = titled and not self._is_first_name(tokens, first, end, head)
        if titled and self._kinds.get(head) is SpeakerKind.ORGANISATION and not head.startswith("ال"):
            titled = any(w.given and not w.definite for w in words[first + 1 : end])  # مؤسسة النقد: a body
        stands_in = head in self._same or head in self.pairs
        unnamed = stands_in or self._kinds.get(bare(head)) is SpeakerKind.ANONYMOUS  # مصادر "سبق"
        name = None if unnamed else self._names.quoted(tokens, first, end, head)
        if name is None and not unnamed and self._is_all_in_marks(tokens, phrase):
            name = phrase[0] + 1, phrase[1] - 1  # قال "تجمع أهالي المعتقلين" إن
        role: Range | None = None
        called = next((k for k in range(first + 1, end - 1) if self._tells_name(words[k])), None)
        one = name is None and head in self._one_of
        if called is not None:  # شاهد يدعى سامي
            at = called + 1 + (words[called + 1].title and called + 2 < end)
            name, role, titled = (at, self._ends.after(tokens, at, end)), (first, called), True
        elif one and (start := self._names.of_one(tokens, first, end)):
            name, role = (start, self._ends.after(tokens, start, end)), (first, start)  # أحد الزبائن، سامي
        elif name is None and not owned and self._is_kin_of(tokens, first, end, head):
            role, titled = phrase, True  # والدة ميك فانينج: the name is his
            if (start := self._names.apposed(tokens, first, end)) is not None:
                name, role = (start, self._ends.after(tokens, start, end)), (first, start)
        elif name is None and titled:
            start = self._names.apposed(tokens, first, end) or self.starts.start(tokens, first, end, head)
            if start is not None:
                stop = self._ends.after(tokens, start, end)
                if stop == start + 1 < end and self._is_told_by(tokens, phrase):
                    stop = self._ends.past_verb(tokens, stop, end)
                name, role = (start, stop), (first, start)
            else:
                role = phrase
        elif name is None and not stands_in and (inner := self._names.inner_title(tokens, first, end)):
            start = self.starts.start(tokens, inner, end, words[inner].fold) or end
            name = (start, self._ends.after(tokens, start, end)) if start < end else None
            role, titled = (first, start), True
            if self._names.opens_before(tokens, first, inner, name):
                name, role, titled = (first, inner), (inner, end), False
        elif (
            name is None
            and not stands_in
            and self._kinds.get(head) is None
            and (start := self._names.behind_noun(tokens, first, end)) is not None
        ):
            name, role, titled = (start, self._ends.after(tokens, start, end)), (first, start), True
        elif name is None and not stands_in and self._names.begins(tokens, phrase, first, head):
            named = any(word.given for word in words[first + 1 : end])
            whole = end - first > 1 and not named and is_explained(tokens, first)
            stop = end if whole else self._ends.after(tokens, first, end)
            name = (first, stop)
            role = (stop, end) if stop < end else None
        if name is not None and any(word.noun & nouns.OTHER for word in words[slice(*name)]):
            name, role = None, phrase if titled else None  # صاحب متجر آخر
        return _Parts(first, head, owned, clitic, titled, name, role)

    def _is_first_name(self, tokens: Tokens, first: int, end: int, head: str) -> bool:
        """Whether a title that women and men are called by as well stands for a name (قالت أمينة).

        It does alone, before a last name (أمينة الخالد, not أمينة المظالم), and before another first name.
        """
        if head not in self.given or head not in self._heads or tokens.words[first].definite:
            return False
        following = tokens.words[first + 1] if first + 1 < end else None
        if following is None or following.kind != WORD:
            return True
        known = bool(following.noun & (nouns.ORDINARY | nouns.COMMON | nouns.PLACE | nouns.TOWN))
        if following.given and not (known or following.definite or following.head):
            return following.fold not in self._kinds  # أمين حسن
        last = following.definite and following.noun & nouns.MAY_BEGIN_NAME and not (known or following.head)
        behind = tokens.words[first + 2] if first + 2 < end else None
        ends = behind is None or behind.kind != WORD or bool(behind.noun & nouns.IN_ACCUSATIVE)
        return bool(last and ends) and following.fold not in self._kinds

    def _is_all_in_marks(self, tokens: Tokens, phrase: Range) -> bool:
        """Whether marks hold all of a phrase of several words that no title and no first name opens."""
        quotation = tokens.quote_at.get(phrase[0])
        if quotation is None or quotation.close + 1 != phrase[1] or quotation.words < _SEVERAL_WORDS:
            return False
        word = tokens.words[phrase[0] + 1]
        return word.kind == WORD and not (word.given or word.title or word.head or word.fold in self._kinds)

    def _tells_name(self, word: Word) -> bool:
        """Whether the word only tells a name behind what somebody is (يدعى، هو)."""
        is_one = word.noun & nouns.SO_CALLED and word.noun & nouns.COPULA
        return word.fold in self.called or bool(is_one)

    def _opening(self, tokens: Tokens, phrase: Range, *, clitic: bool) -> tuple[int, str, bool, bool]:
        """The first token without honorifics, its folded noun, whether that is somebody's, and its clitic."""
        words = tokens.words
        first, end = phrase
        while first + 1 < end and words[first].base in self._honorifics and words[first + 1].kind == WORD:
            if words[first].base in self._owners and bare(words[first + 1].fold) not in self._honorifics:
                break  # صاحب متجر، صاحب الهدف الوحيد, not صاحب السمو
            first += 1
            clitic = False
        while words[first].fold in self._short_titles and first + 2 < end and words[first + 1].kind != WORD:
            first += 2  # د. سامي الخالد، أ. د. سامي الخالد
        if words[first].fold in self._same_before and first + 1 < end and words[first + 1].definite:
            first += 1  # ذات المصادر
        head = without_clitic(words[first].fold, self.in_lam) if clitic else words[first].fold
        if words[first].kind != WORD and first + 1 < end and words[first + 1].fold in self._kinds:
            head = words[first + 1].fold  # «رويترز»
        if self.is_accusative(tokens, first):
            head = head[:-1]  # مصدراً، لكن مصدرا
        if head in self._owned:
            return first, self._owned[head], True, clitic
        following = words[first + 1] if first + 1 < end else None
        his = words[first].raw.endswith(_HIS) and head[:-1] in self._his_heads
        if his and not (following is not None and following.definite):
            return first, head[:-1], True, clitic  # والده سامي, not والدة سامي
        return first, head, False, clitic

    def _is_kin_of(self, tokens: Tokens, first: int, end: int, head: str) -> bool:
        """Whether kin at `first` is told by whose it is (والدة الطفل فلان, not والدة الضحية أم محمد)."""
        words = tokens.words
        following = words[first + 1] if first + 1 < end else None
        parent = head in self._kunya and following is not None and following.definite and following.head
        if not (parent or head in self._kinsfolk):
            return False
        called = any(word.fold in self._kunya for word in words[first + 1 : end])
        return not (words[first].definite or called) and first + 1 < end and words[first + 1].kind == WORD

    def _is_told_by(self, tokens: Tokens, phrase: Range) -> bool:
        """Whether a verb of saying stands right before the phrase, so that no other verb is in it."""
        return phrase[0] > 0 and tokens.words[phrase[0] - 1].finite

    def is_accusative(self, tokens: Tokens, i: int) -> bool:
        """Whether the word at i is a noun of source in the accusative (مصدراً، باحثا)."""
        word, following = tokens.words[i], tokens.words[i + 1] if i + 1 < tokens.count else None
        if word.given or word.definite or not word.fold.endswith("ا"):
            return False  # ناديا
        noun, known = word.fold[:-1], word.fold in self._kinds or word.fold in self._titles
        alone = following is None or following.kind != WORD or following.preposition
        one = alone or (following is not None and following.raw.endswith("ا"))  # two: حاكما الولايتين
        return not known and (noun in self._kinds or (one and noun in self._titles))

    def _mention(self, tokens: Tokens, phrase: Range, parts: _Parts) -> Mention:
        """The mention that a phrase makes which has been taken apart."""
        first, head, owned, clitic, titled, name, role = parts
        name = _before_preposition(tokens, name)
        behind = tokens.words[first + 1 : phrase[1]]
        kind = self._kind(head, name, titled, owned=owned)
        gender = self._gender(head, kind, raw=tokens.words[first].raw)
        if tokens.words[phrase[0]].kind == PAREN:  # كتبت (الضفاف)
            kind, gender = SpeakerKind.OUTLET, Gender.UNKNOWN
        number, called = self._number(head), stem(head)
        oblique = number is Number.PLURAL and called.endswith(PLURAL_OBLIQUE)
        if oblique and tokens.words[first].stem not in tokens.named:
            called = called.removesuffix(PLURAL_OBLIQUE) + PLURAL  # المدعين as المدعون
            if kind is SpeakerKind.GROUP and head.startswith("ال"):
                name = None
        leaned = clitic and name is not None and name[0] == first
        traits, located = set(), set()
        hangs, facts, hers = False, 0, gender is Gender.FEMININE
        for word in behind:
            if word.kind == WORD and word.fold != _IN_NAME:
                trait = light(word.fold)
                traits.add(trait)
                if hangs:
                    located.add(trait)
            hangs = word.preposition
            facts |= word.noun
        return Mention(
            phrase=phrase,
            name=name,
            role=role,
            head=called,
            traits=frozenset(traits),
            located=frozenset(located),
            definite=owned or head.startswith("ال"),
            kind=kind,
            gender=self._named_gender(tokens, name, gender, kind, clitic=leaned),
            number=number,
            titled=titled,
            secret=self._kinds.get(bare(head)) is SpeakerKind.ANONYMOUS and name is None,
            noun=titled or head in self._kinds or bare(head) in self._nouns,
            owned=owned,
            clitic=clitic,
            same=head in self._same
            or tokens.words[phrase[0]].fold in self._same_before
            or (not behind and head in self._generic)
            or (bool(facts & nouns.SAME) and is_its_same(tokens, first, phrase[1], feminine=hers)),
            other=bool(facts & nouns.OTHER) and name is None and not (owned or head.startswith("ال")),
        )

    def _kind(self, head: str, name: Range | None, titled: bool, *, owned: bool) -> SpeakerKind:  # noqa: FBT001
        kind = self._kinds.get(head) or self._kinds.get(bare(head))
        if titled:
            if name is not None or owned or head.startswith("ال"):
                return SpeakerKind.PERSON
            return SpeakerKind.ANONYMOUS if kind is SpeakerKind.ANONYMOUS or kind is None else kind
        if kind is not None:
            return kind
        if head[0].isdigit():
            return SpeakerKind.GROUP
        if head in self._places or head in self._fields:
            return SpeakerKind.ORGANISATION
        several = self._is_several(head) or self._names.is_plural(head)
        return SpeakerKind.GROUP if several else SpeakerKind.PERSON

    def _number(self, head: str) -> Number:
        """The number that the ending of the first noun shows; الأمين and ياسين end like plurals."""
        if head in self._titles or head in self.given:
            return Number.PLURAL if head in self._plurals else Number.SINGULAR
        if head in self._places or self._kinds.get(head) in BODIES:
            return Number.SINGULAR  # الكرملين، التلفزيون
        if head[0].isdigit() or self._is_several(head) or self._names.is_plural(head):
            return Number.PLURAL
        if head.endswith("ان") and head.startswith("ال") and len(head) > 6:
            return Number.DUAL
        return Number.SINGULAR

    def _is_several(self, head: str) -> bool:
        """Whether a folded noun means people in the plural without its ending (ركاب، الركاب)."""
        return head in self._plurals or bare(head) in self._plurals

    def _named_gender(
        self, tokens: Tokens, name: Range | None, gender: Gender, kind: SpeakerKind, *, clitic: bool
    ) -> Gender:
        """`gender`, or where title and noun are silent that of the first name, by list or morphology."""
        silent = gender is Gender.UNKNOWN and kind is SpeakerKind.PERSON
        if name is None or not silent:
            return gender
        raw, fold = tokens.words[name[0]].raw, tokens.words[name[0]].fold
        if name[1] - name[0] == 1 and tokens.words[name[0]].stem in tokens.last_names:
            return gender  # آر كيلي … كيلي: a last name here
        if fold[clitic:] in self._women or fold[clitic:] == _MOTHER:
            return Gender.FEMININE
        if fold[clitic:] in self._kunya:
            return Gender.MASCULINE
        if fold[clitic:] in self.given:
            return Gender.MASCULINE
        if self._morphology is None:
            return gender
        return gender_of(self._morphology, raw[1:] if clitic else raw)

    def _gender(self, head: str, kind: SpeakerKind, *, raw: str) -> Gender:
        possessed = head.endswith("ه") and raw[-1:] == "ه" and head not in self._unpossessed
        if head in self._masculine_places or bare(head) in self._men_in_ta:
            return Gender.MASCULINE
        if head in self._feminine or bare(head) in self._feminine or head in self._places:
            return Gender.FEMININE
        many = head.endswith("ات") and kind is SpeakerKind.ORGANISATION  # الولايات، السلطات
        if many and head not in self._titles:
            return Gender.FEMININE
        marked = head.endswith("ه") and (len(head) > 3 or raw.endswith("ة"))
        marked = marked and not self._is_several(head)  # قادة
        if marked and kind is not SpeakerKind.PERSON and not possessed:
            return Gender.FEMININE
        if head in self._titles:
            hers = head.endswith("ه") and not (possessed or self._is_several(head))
            return Gender.FEMININE if hers else Gender.MASCULINE
        return Gender.UNKNOWN if kind is SpeakerKind.PERSON else Gender.MASCULINE


def _before_preposition(tokens: Tokens, name: Range | None) -> Range | None:
    """The name without a preposition at its end; None where only a noun is left («مندوبان في المنظمة»)."""
    if name is None or not tokens.words[name[1] - 1].preposition or name[1] - name[0] < _CALLED:
        return name
    end = name[1] - 1
    alone = end - name[0] == 1 and not tokens.words[name[0]].given
    return None if alone else (name[0], end)
