"""What a source phrase says of its speaker: name, role, kind, gender and number.

Arabic news puts title before name («وزير الخارجية الأميركي أنتوني بلينكين») or name before role
(«خالد مشعل، رئيس المكتب السياسي»). No list knows foreign names, so a word that no list knows and
that stands after a complete title is itself the sign of a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quotetrack.detection.draft import Range
from quotetrack.detection.lexicon import Lexicon
from quotetrack.detection.morphology import Morphology, gender_of
from quotetrack.detection.nouns import ENDS_NAME, MAY_BEGIN_NAME, SAME
from quotetrack.detection.records import Gender, Number, SpeakerKind
from quotetrack.detection.tokens import Tokens
from quotetrack.detection.words import (
    ACCUSATIVE,
    COLON,
    COMMA,
    OPEN,
    PAREN,
    UNPAREN,
    WORD,
    Word,
    bare,
    light,
    stem,
    without_clitic,
)

_BODIES = frozenset((SpeakerKind.ORGANISATION, SpeakerKind.OUTLET))


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
    definite: bool
    kind: SpeakerKind
    gender: Gender
    number: Number
    titled: bool
    noun: bool
    secret: bool
    same: bool
    clitic: bool


class _Parts(NamedTuple):
    """A phrase taken apart: its first token without honorifics, the folded head, and what is made of it."""

    first: int
    head: str
    clitic: bool
    titled: bool
    name: Range | None
    role: Range | None


class Mentions:
    """Takes source phrases apart by a lexicon."""

    def __init__(self, lexicon: Lexicon, morphology: Morphology | None = None) -> None:
        self._morphology = morphology
        words = lexicon.words
        self._kinds = lexicon.kinds
        self._heads, self._before = words["heads"], words["before"]
        self._titles = self._heads | self._before
        self._qualifiers = words["qualifiers"]
        self._common = words["common"] | words["objects"] | words["occasions"] | words["naming"]
        self._nouns = (
            words["naming"] | words["occasions"] | {bare(k) for k in lexicon.kinds} | words["institutions"]
        )
        self._objects = words["objects"]
        self._possessed = words["possessed"]
        self._plurals = words["plurals"]
        self._naming = words["naming"] | words["institutions"]
        self._metonyms = words["metonyms"]
        self._feminine = words["feminine"]
        self._places, self._masculine_places = lexicon.places, words["places_masculine"]
        self.given = words["given"]
        self._women = words["given_feminine"]
        self.honorifics = words["honorifics"]
        self._honorifics = self.honorifics | words["demonstratives"]
        self.particles = words["name_particles"]
        self.learning = words["learning"]
        self.on_behalf = words["on_behalf"]
        self._regions = words["regions"]
        self.within = words["within"]
        self._faith = words["faith"]
        self._one_of = words["one_of"]
        self._sons, self.each = words["sons"], words["each"]
        self.pairs = words["pairs"]
        self.networks = frozenset(map(light, words["networks"]))
        self._seats = {
            stem(name.removeprefix("seats.")): frozenset(map(stem, listed))
            for name, listed in words.items()
            if name.startswith("seats.")
        }
        self._generic = words["generic"]
        self._same = words["same"]

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
        return fold in self._common

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
        words = tokens.words
        first, end = phrase
        while first + 1 < end and words[first].base in self._honorifics and words[first + 1].kind == WORD:
            first += 1
            clitic = False
        head = without_clitic(words[first].fold) if clitic else words[first].fold
        if words[first].raw.endswith(ACCUSATIVE) and head[:-1] in self._kinds:
            head = head[:-1]  # مصدراً
        titled = head in self._titles or bare(head) in self._heads
        stands_in = head in self._same or head in self.pairs
        unnamed = stands_in or self._kinds.get(bare(head)) is SpeakerKind.ANONYMOUS  # مصادر "سبق"
        name = None if unnamed else self._quoted_name(tokens, first, end, head)
        role: Range | None = None
        if name is None and titled:
            start = self._apposed_name(tokens, first, end) or self.name_start(tokens, first, end, head)
            if start is not None:
                name, role = (start, self._name_end(tokens, start, end)), (first, start)
            else:
                role = phrase
        elif not stands_in and name is None and (title := self._inner_title(tokens, first, end)) is not None:
            start = self.name_start(tokens, title, end, words[title].fold) or end
            name, role, titled = (
                ((start, self._name_end(tokens, start, end)) if start < end else None),
                (first, start),
                True,
            )
        elif not stands_in and name is None and self._is_name(head):
            stop = self._name_end(tokens, first, end)
            name = (first, stop)
            role = (stop, end) if stop < end else None
        return _Parts(first, head, clitic, titled, name, role)

    def _mention(self, tokens: Tokens, phrase: Range, parts: _Parts) -> Mention:
        """The mention that a phrase makes which has been taken apart."""
        first, head, clitic, titled, name, role = parts
        behind = tokens.words[first + 1 : phrase[1]]
        kind = self._kind(head, name, titled)
        gender = self._gender(head, kind, raw=tokens.words[first].raw)
        leaned = clitic and name is not None and name[0] == first
        return Mention(
            phrase=phrase,
            name=name,
            role=role,
            head=stem(head),
            traits=frozenset(word.light for word in behind if word.kind == WORD),
            definite=head.startswith("ال"),
            kind=kind,
            gender=self._named_gender(tokens, name, gender, kind, clitic=leaned),
            number=self._number(head),
            titled=titled,
            secret=self._kinds.get(bare(head)) is SpeakerKind.ANONYMOUS and name is None,
            noun=titled or head in self._kinds or bare(head) in self._nouns,
            clitic=clitic,
            same=head in self._same
            or (not behind and head in self._generic)
            or any(word.noun & SAME for word in behind),
        )

    def _quoted_name(self, tokens: Tokens, first: int, end: int, head: str) -> Range | None:
        """The name in quotation marks of a medium, a party or a company."""
        for i in range(first, end):
            quotation = tokens.quote_at.get(i)
            near = i - first <= 2 or head in self._kinds or bare(head) in self._common
            if quotation is not None and quotation.words <= 6 and near:
                before = tokens.words[i - 1] if i > first else None
                if before is None or before.kind == WORD:
                    if head in self._titles and (i - first > 1 or not head.startswith("ال")):
                        return None  # زعيم «الحركة»
                    return i + 1, quotation.close
            elif tokens.words[i].kind == PAREN and i > first and tokens.words[i - 1].naming:
                close = next(
                    (k for k in range(i + 1, min(i + 6, end)) if tokens.words[k].kind == UNPAREN), None
                )
                if close is not None:
                    return i + 1, close
        return None

    def _apposed_name(self, tokens: Tokens, first: int, end: int) -> int | None:
        """The name in apposition behind a comma («رئيس الجمهورية، الباجي قايد السبسي»)."""
        words = tokens.words
        comma = next((i for i in range(first + 1, end - 1) if words[i].kind == COMMA), None)
        if comma is None or any(words[i].fold in self.given for i in range(first + 1, comma)):
            return None
        fold = words[comma + 1].fold
        if fold in self._titles or bare(fold) in self._heads or fold in self._kinds or fold in self._common:
            return None
        return comma + 1

    def _inner_title(self, tokens: Tokens, first: int, end: int) -> int | None:
        """A title inside a phrase whose first noun no list knows («خطيب الجامع الدكتور …»)."""
        words = tokens.words
        if words[first].fold in self.given or not (first + 1 < end and words[first + 1].definite):
            return None
        return next((i for i in range(first + 1, end) if words[i].title and i + 1 < end), None)

    def name_start(self, tokens: Tokens, first: int, end: int, head: str) -> int | None:
        """The token at which the name behind a title begins.

        A given name that the list knows is the surest sign; a word before it that no list knows may
        be the given name and the known one a father's (الباحثة نورا سالم).
        """
        words = tokens.words
        after = self._after_eponym(tokens, first, end)
        if after is not None and (after >= end or words[after].given):
            return after if after < end else None
        if after is not None:
            return self.name_start(tokens, after, end, words[after].fold)
        for i in range(end - 2, first, -1):
            settled = words[i - 1].definite and not words[i - 1].title
            if words[i].base in self._before and words[i].definite and words[i + 1].given and settled:
                return i + 1  # «والمعارض لبقاء المدرب سامي الجابر الأمير نواف …»
        unknown = self._unknown_start(tokens, first, end, head)
        for i in range(first + 1, end - 1):
            if words[i + 1].fold in self._sons | self._faith and not (
                words[i].given or words[i].title or words[i].definite
            ):
                return i - (words[i - 1].given and i - 1 > first)
        for i in range(first + 1, end):
            if words[i].fold in self.given and (
                words[first].definite or i > first + 1 or head in self._before
            ):
                before = unknown is not None and unknown == i - 1
                placed = before and any(w.fold in self._regions for w in words[max(first, i - 3) : i - 1])
                return i - 1 if before and not placed else i
        return unknown

    def _after_eponym(self, tokens: Tokens, first: int, end: int) -> int | None:
        """The title or first name behind a body that bears somebody's name («بجامعة الملك سعود الدكتور …»).

        `end` where there is neither.
        None where the phrase holds no such body.
        """
        words = tokens.words
        for i in range(first + 2, end):
            if not self.is_eponym(tokens, i):
                continue
            k = i + 2 + (words[i + 1].fold in self.particles)
            while k < end and not (
                words[k].title or (words[k].given and words[k - 1].fold not in self.particles)
            ):
                k += 1
            return k
        return None

    def is_eponym(self, tokens: Tokens, i: int) -> bool:
        """Whether the title at i belongs to the name of a body («جامعة الملك سعود»)."""
        words = tokens.words
        if not i or not (words[i].title and words[i].definite):
            return False
        noun = words[i - 1].fold
        return words[i - 1].naming or (noun[0] in "بلو" and noun[1:] in self._naming)

    def _unknown_start(self, tokens: Tokens, first: int, end: int, head: str) -> int | None:
        """The first word behind a complete title that no list knows."""
        words = tokens.words
        complete = head.startswith("ال")
        secret = self._kinds.get(head) is SpeakerKind.ANONYMOUS and not complete
        for i in range(first + 1, end):
            word = words[i]
            if word.kind != WORD:
                if i in tokens.quote_at or i in tokens.quote_end:
                    complete = True
                continue
            fold = word.fold
            if i in tokens.inside and tokens.inside[i].open >= first:
                complete = True
                continue
            if word.definite and len(fold) > 3:
                honorific = (
                    i == first + 1
                    and head in self._before
                    and i + 1 == end
                    and word.base not in self._qualifiers
                )
                if honorific and not self._adjective(fold):
                    return i
                complete = True
                continue
            if fold in self._places or fold[1:] in self._places:
                complete = True
                continue
            if not complete and not (i > first + 2):
                continue
            if self._in_construct(words[i - 1], i - 1 > first):
                complete = True
                continue  # بجامعة عين شمس: the name of the university
            if fold[0] == "و" and fold not in self.given and len(fold) > 3:
                complete = True
                continue
            if secret:
                continue  # عضو بارز في الوفد المرافق للرئيس …: described, not named
            if word.noun & MAY_BEGIN_NAME and not self._leans_on(tokens, i, end):
                alone = i == end - 1 and i > first + 2 and self._in_construct(words[i - 2], i - 2 > first)
                return None if alone else i  # بجامعة عين شمس
        return None

    def _leans_on(self, tokens: Tokens, i: int, end: int) -> bool:
        """Whether the word is a noun behind ل or ب rather than a name («الرئيس العام لرعاية الشباب»)."""
        fold = tokens.words[i].fold
        if fold[0] not in "لب" or len(fold) < 5 or fold in self.given:
            return False
        genitive = i + 1 < end and tokens.words[i + 1].definite
        return genitive or fold.endswith(("ه", "ات")) or fold[1:] in self._nouns

    def _in_construct(self, before: Word, inner: bool) -> bool:  # noqa: FBT001
        """Whether the word before names a kind of place or body, and so takes the next for its own name."""
        fold = before.fold
        plain = fold[1:] if fold[:1] in "بلو" and not before.naming else fold
        return inner and not before.definite and (plain in self._naming)

    def _adjective(self, fold: str) -> bool:
        return (fold.endswith(("ي", "يه")) and len(fold) > 5) or bare(fold) in self._common

    def _name_end(self, tokens: Tokens, start: int, end: int) -> int:
        """The token after the name that begins at `start`: a title, a comma or a bracket ends it."""
        words = tokens.words
        i = start
        while i < end:
            word = words[i]
            if word.kind == WORD:
                if words[i - 1].fold in self.particles:
                    i += 1
                    continue
                if i > start and word.fold not in self.given and word.noun & ENDS_NAME:
                    if self._is_surname(tokens, start, i):
                        i += 1
                    break
                if i > start + 1 and (
                    word.base in self._titles
                    or word.fold in self._common
                    or word.preposition
                    or word.relative
                ):
                    break
                if (
                    i > start
                    and word.definite
                    and word.fold.endswith(("ين", "ون", "ات"))
                    and word.fold not in self.given
                ):
                    break
                if (
                    i > start
                    and (bare(word.fold) in self._heads or word.fold in self._kinds)
                    and word.definite
                    and i - start > 1
                ):
                    break
            elif word.kind == PAREN or word.raw in "،,؛":
                break
            i += 1
        return max(i, start + 1)

    def _is_surname(self, tokens: Tokens, start: int, i: int) -> bool:
        """Whether a word like a plural is a surname: alone behind a first name, and the clause follows."""
        words = tokens.words
        after = words[i + 1] if i + 1 < tokens.count else None
        closed = after is not None and (after.complementiser or after.kind in (COLON, OPEN))
        return i == start + 1 and words[start].given and words[i].fold.endswith("ات") and closed

    def _is_name(self, head: str) -> bool:
        if head in self.given:
            return True
        if head[0].isdigit() or (len(head) > 5 and head.endswith(("ات", "ون"))):
            return False
        if (
            head in self._kinds
            or head in self._common
            or bare(head) in self._common
            or bare(head) in self._kinds
        ):
            return False
        return head not in self._places or head in self._metonyms

    def _kind(self, head: str, name: Range | None, titled: bool) -> SpeakerKind:  # noqa: FBT001
        kind = self._kinds.get(head) or self._kinds.get(bare(head))
        if titled:
            if name is not None or head.startswith("ال"):
                return SpeakerKind.PERSON
            return SpeakerKind.ANONYMOUS if kind is SpeakerKind.ANONYMOUS or kind is None else kind
        if kind is not None:
            return kind
        if head[0].isdigit():
            return SpeakerKind.GROUP
        if head in self._places:
            return SpeakerKind.ORGANISATION
        if head.endswith(("ون", "ين")) and len(head) > 4:
            return SpeakerKind.GROUP
        return SpeakerKind.PERSON

    def _number(self, head: str) -> Number:
        """The number that the ending of the first noun shows; الأمين and ياسين end like plurals."""
        if head in self._titles or head in self.given:
            return Number.PLURAL if head in self._plurals else Number.SINGULAR
        if head in self._places or self._kinds.get(head) in _BODIES:
            return Number.SINGULAR  # الكرملين، التلفزيون
        if head[0].isdigit() or head in self._plurals or (head.endswith("ون") and len(head) > 4):
            return Number.PLURAL
        if head.endswith("ان") and head.startswith("ال") and len(head) > 6:
            return Number.DUAL
        return Number.PLURAL if head.endswith("ين") and len(head) > 5 else Number.SINGULAR

    def _named_gender(
        self, tokens: Tokens, name: Range | None, gender: Gender, kind: SpeakerKind, *, clitic: bool
    ) -> Gender:
        """`gender`, or where title and noun are silent that of the first name, by list or morphology."""
        silent = gender is Gender.UNKNOWN and kind is SpeakerKind.PERSON
        if name is None or not silent:
            return gender
        raw, fold = tokens.words[name[0]].raw, tokens.words[name[0]].fold
        if fold[clitic:] in self._women:
            return Gender.FEMININE
        if fold[clitic:] in self.given:
            return Gender.MASCULINE
        if self._morphology is None:
            return gender
        return gender_of(self._morphology, raw[1:] if clitic else raw)

    def _gender(self, head: str, kind: SpeakerKind, *, raw: str) -> Gender:
        possessed = head.endswith("ه") and raw[-1:] == "ه" and head not in self._titles - self._possessed
        if head in self._masculine_places:
            return Gender.MASCULINE
        if head in self._feminine or bare(head) in self._feminine or head in self._places:
            return Gender.FEMININE
        if head.endswith("ه") and len(head) > 3 and kind is not SpeakerKind.PERSON and not possessed:
            return Gender.FEMININE
        if head in self._titles:
            return Gender.FEMININE if head.endswith("ه") and not possessed else Gender.MASCULINE
        return Gender.UNKNOWN if kind is SpeakerKind.PERSON else Gender.MASCULINE
