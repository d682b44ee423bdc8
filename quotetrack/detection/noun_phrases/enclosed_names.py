"""Names of which no list knows a word, told by what encloses them: a complete title and an edge.

«قال وزير المالية برديون ميبويه إن»: between a complete title and what cannot stand in a name, words that
the language does not have are one, whatever they begin or end like (a preposition, a verb, a plural).
"""

from __future__ import annotations

from typing import Final

from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import COMMA, WORD, Word, bare, light

_SHORTEST: Final = 2
_LONGEST: Final = 5
"""The fewest words of such a name, and the most, particles included."""
_LETTERS: Final = 3
"""The fewest letters of a word of it."""
_KNOWN: Final = (
    nouns.ORDINARY
    | nouns.SOMEBODY
    | nouns.COMMON
    | nouns.QUALIFIER
    | nouns.PLACE
    | nouns.IN_PLACE
    | nouns.TOWN
    | nouns.COUNTRY
    | nouns.BODY
    | nouns.ACT
    | nouns.DAY
    | nouns.TIME
    | nouns.NUMBER
    | nouns.IN_ACCUSATIVE
    | nouns.WITH_ARTICLE
    | nouns.DOCUMENT
    | nouns.AUDIENCE
    | nouns.STOPS
    | nouns.SAME
    | nouns.OTHER
    | nouns.ANOTHER
)
"""What is a word of the language."""
_LEANED: Final = "ولبكفس"
"""What may be written with the word of the language behind it (لسوق، وبالتالي، ستكون)."""
_ARTICLES: Final = ("بال", "كال", "لل", "وال", "فال", "وب", "ول")
_NO_ENDINGS: Final = ("ة", "ها", "هم")
_HIS: Final = "ه"
_NAMES_IN_HA: Final = ("يه", "لله")
"""How names end in ه, as hardly a noun with its pronoun does (ميبويه، عطالله, unlike إعجابه)."""
_AND: Final = "و"
_NISBA: Final = "ي"
_FOR_THE: Final = "لل"
_FOR_THAT: Final = "فإ"
"""How «then» begins that is spelt like a particle of names (فإن، فان)."""
_IN: Final = "بل"
_PARTICIPLE: Final = "م"
_HE: Final = "ي"
_HE_WILL: Final = "سي"
_VOWELS: Final = "اويه"
"""With one of them behind ي a word is rather a name than a verb (يوهان, unlike يقرب)."""
_EDGES: Final = nouns.HANGING | nouns.STOPS | nouns.AUDIENCE | nouns.DAY | nouns.TIME


class EnclosedNames:
    """Finds them by a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._verbs = lexicon.verbs - words["given"]
        self._language = (
            words["ordinary"] | words["mute"] | words["heads"] | words["plurals"] | words["common"]
        )
        self._language |= {bare(noun) for noun in lexicon.kinds} | words["naming"] | words["objects"]
        self._several = words["one_of"] | words["each"] | words["quantities"] | words["alone"]
        self._sons, self._god = words["sons"], words["faith"]
        self._particles = words["name_particles"] | words["sons"] | words["kunya"]
        self._places = lexicon.places
        self._nations = frozenset(map(light, lexicon.places))

    def holds(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i stands in such a name: behind the title at `first`, or from there on."""
        words = tokens.words
        if not self._is_strange(words[i]):
            return False
        if first and self._is_strange(words[first]):
            end = self._end(tokens, first)
            apposed = words[first - 1].kind == COMMA
            return end > i and (self._is_edge(tokens, end) if apposed else self._is_told(tokens, end))
        opening = words[first]
        told = opening.definite and not opening.noun & nouns.DEMONSTRATIVE
        if not (opening.head or opening.title or told):
            return False
        for start in range(i, max(first, i - _LONGEST), -1):
            if self._completes(words[start - 1]):
                end = self._end(tokens, start)
                return end > i and self._is_edge(tokens, end)
            if not self._is_strange(words[start - 1]):
                break
        return False

    def start(self, tokens: Tokens, first: int, end: int) -> int | None:
        """The token at which the first such name begins in a phrase from `first` to `end`, or None."""
        words = tokens.words
        for start in range(first + 1, end - 1):
            if self._completes(words[start - 1]) and self._opens_one(words[start], words[start + 1]):
                stop = self._end(tokens, start)
                if stop > start and (stop >= end or self._is_edge(tokens, stop)):
                    return start
        return None

    def end(self, tokens: Tokens, start: int, end: int) -> int:
        """The token behind such a name from `start` on, in a phrase up to `end`; `start` for none."""
        stop = min(self._end(tokens, start), end)
        if stop - start < _SHORTEST:
            return start
        before = tokens.words[max(start - 1, 0)]
        behind_title = before.kind == COMMA or self._completes(before)
        edge = (stop == end or self._is_edge(tokens, stop)) if behind_title else self._is_told(tokens, stop)
        return stop if edge else start

    def opens(self, tokens: Tokens, first: int, end: int) -> bool:
        """Whether the phrase from `first` to `end` begins with such a name, before what its bearer is."""
        return self._is_strange(tokens.words[first]) and self.end(tokens, first, end) > first

    def is_apposed(self, tokens: Tokens, i: int) -> bool:
        """Whether such a name stands behind the comma before the word at i («الوزير، برونو لومير في»)."""
        if not i or tokens.words[i - 1].kind != COMMA:
            return False
        end = self._end(tokens, i)
        return end > i and self._is_edge(tokens, end)

    def _end(self, tokens: Tokens, start: int) -> int:
        """The token behind the words from `start` that the language does not have; `start` for too few."""
        words, end = tokens.words, start
        while end < tokens.count and end - start < _LONGEST and self._is_strange(words[end]):
            word = words[end]
            if end - start >= _SHORTEST and word.fold[0] == _PARTICIPLE and not word.given:
                break  # الرئيس مارك دوفال محتجز في
            end += 1
        if start < end < tokens.count and self._may_close(words[end]):
            end += 1
        return end if end - start >= _SHORTEST else start

    def _may_close(self, word: Word) -> bool:
        """Whether the word may be a last name with its article, of no place or office (العبادي)."""
        if (
            not word.definite
            or word.kind != WORD
            or word.head
            or word.title
            or not word.fold.endswith(_NISBA)
        ):
            return False
        known = word.noun & (_KNOWN & ~nouns.WITH_ARTICLE)
        return not known and light(word.fold) not in self._nations and word.base not in self._language

    def _is_edge(self, tokens: Tokens, end: int) -> bool:
        """Whether no name goes on at the token `end`, and something of the sentence does."""
        if end >= tokens.count:
            return True
        word = tokens.words[end]
        if word.kind != WORD or word.complementiser or word.preposition or word.adverbial:
            return True
        said = any(form.suffix for form in word.cues)  # قوله
        return said or self._goes_on(word) or bool(word.noun & _EDGES) or word.head or word.title

    def closes(self, tokens: Tokens, i: int, first: int) -> bool:
        """Whether the word at i, which adds or does something, stands behind such a name.

        «رئيس الحزب برديون ميبويه ومحمد حداد»، «الدكتور برديون ميبويه يرافقه».
        """
        words = tokens.words
        if not self._goes_on(words[i]) or not (words[first].head or words[first].title):
            return False
        for start in range(i - _SHORTEST, max(first, i - _LONGEST - 1), -1):
            if self._completes(words[start - 1]):
                return self._end(tokens, start) == i
        return False

    def _goes_on(self, word: Word) -> bool:
        """Whether the word adds somebody (ومحمد، والرئيس), or is a verb (يرافقه)."""
        another = word.adds and (word.head or word.title)
        verb = word.base in self._verbs or self._is_his_act(word)
        return word.given_added or another or word.joined or verb

    @staticmethod
    def _is_his_act(word: Word) -> bool:
        """Whether the word has the shape of a verb in the present, and of no foreign name."""
        fold = word.fold
        if fold.startswith(_HE_WILL):
            return not any(letter in _VOWELS for letter in fold[2:])  # سيقطع, unlike سيمون
        return fold[0] == _HE and (fold[1] not in _VOWELS or fold.endswith(_HIS))

    def _is_told(self, tokens: Tokens, end: int) -> bool:
        """Whether what somebody is or says stands behind his name, which ends before token `end`."""
        words = tokens.words
        if end >= tokens.count:
            return False
        behind = end + (words[end].kind == COMMA)
        office = behind < tokens.count and (words[behind].head or words[behind].title)
        return office or words[end].complementiser

    def _completes(self, word: Word) -> bool:
        """Whether a title may end with the word: it has an article, or is a place."""
        if word.kind != WORD or word.fold in self._god:
            return False
        return word.definite or word.fold.startswith(_FOR_THE) or word.fold in self._places

    def _opens_one(self, word: Word, following: Word) -> bool:
        """Whether such a name may begin with the word: no «son of», and no town before a first name."""
        in_town = word.fold[0] in _IN and following.given and not word.given
        return word.fold not in self._sons and not in_town and self._is_strange(word)

    def _is_strange(self, word: Word) -> bool:
        """Whether the language has no such word, so that it can only be a name."""
        if word.fold in self._particles:
            return not word.raw.startswith(_FOR_THAT)
        if word.kind != WORD or len(word.fold) < _LETTERS or word.raw.endswith(_NO_ENDINGS):
            return False
        if word.base in self._several:
            return False
        if word.given:
            return not word.definite
        small = word.preposition or word.adverbial or word.relative or word.complementiser
        if small or word.cues or word.joined:
            return False
        if word.given_added or self._is_his_act(word):
            return False
        listed = word.base in self._verbs or word.fold in self._places or light(word.fold) in self._nations
        return not (listed or word.noun & _KNOWN or self._is_led(word.fold))

    def _is_of_language(self, fold: str) -> bool:
        return fold in self._language or fold in self._verbs or f"{fold}ه" in self._language

    def _is_led(self, fold: str) -> bool:
        """Whether it is a word of the language with a letter or two before it, or a pronoun behind."""
        if fold.endswith(_HIS) and (not fold.endswith(_NAMES_IN_HA) or self._is_of_language(fold[:-1])):
            return True
        if fold.endswith(_HIS) and fold[0] == _AND:
            return True  # وأخيه
        rest = fold[1:]
        leaned = fold[0] in _LEANED and self._is_of_language(rest)
        return leaned or (fold.startswith(_ARTICLES) and len(rest) > _LETTERS + 1)
