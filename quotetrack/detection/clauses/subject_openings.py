"""How subjects in front of verbs begin: a name, a title, a body, people with whose they are, a share."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.noun_phrases.noun_shapes import is_body
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns
from quotetrack.detection.words.entries import Form
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import (
    COMMA,
    PLURAL,
    STOP,
    WORD,
    Word,
    adds_noun,
    bare,
    with_pronouns,
)

_AND: Final = "و"
_THE: Final = "ال"
_HIM: Final = "ه"
_BUT: Final = "ولكن"
_FULL_NAME: Final = 5
_AND_LAST: Final = 2
_SHARES: Final = ("%", "٪", "من")


class SubjectOpenings:
    """Tells by a lexicon what may open a subject."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self._given, self._particles, self._topics = words["given"], words["name_particles"], words["topics"]
        self._kinds, self._places = lexicon.kinds, lexicon.places
        self._each, self._numbers = words["each"] | words["quantities"], words["counts"]
        self._people = (words["his_heads"] | words["people_owned"] | words["plurals"]) - self._each
        self._theirs = with_pronouns(self._people.union(f"{noun}و" for noun in self._people))
        self._alone = words["alone"] | words["others"]

    def may_open(self, tokens: Tokens, start: int, low: int) -> bool:
        """Whether the word at `start` may open a subject; an unknown one may as well be a verb."""
        words = tokens.words
        word = words[start]
        if start in tokens.quote_at or is_body(tokens, start):
            return True
        if word.verbal:
            return False
        if word.fold[0].isdigit() and any(w.raw in _SHARES for w in words[start + 1 : start + 4]):
            return True  # 91 % من المشاركين يرون
        counted = words[start + 1] if start + 1 < tokens.count else None
        number = word.noun & nouns.NUMBER or word.fold in self._numbers
        if number and counted is not None and (counted.head or counted.title or counted.fold in self._kinds):
            return True  # 33 شركة تعلن
        fold = word.base
        if (
            fold.startswith("ال")
            or fold in self._given
            or fold in self._particles
            or word.head
            or word.title
            or word.naming
            or fold in self._kinds
            or (fold.endswith("ا") and fold[:-1] in self._kinds)
            or fold in self._places
            or (fold in self._each and counted is not None and (counted.definite or counted.head))
        ):
            return True
        if fold in self._alone:
            return True  # وبعضهم أوضح، وآخر يقول
        if word.adds:  # والطبيب يقول إن، …، وخليفته يؤكد أن
            if start == low and adds_noun(word):
                return True
            return (start == low or words[start - 1].kind == COMMA) and self.are_people(word)
        if start == low and self._is_officer(tokens, start):
            return True  # رضوى السويفي رئيس القطاع قالت
        return start > low and words[start - 1].fold in self._topics

    def are_people(self, word: Word) -> bool:
        """Whether the word is و and a noun of people with its article or a pronoun (والسكان, وجاره)."""
        fold = word.fold[1:]
        if word.raw[0] != _AND:
            return False
        if fold.startswith(_THE):
            return bare(fold) in self._people or fold.endswith(PLURAL)
        return fold in self._theirs and not word.raw.endswith("ة")

    def is_called(self, tokens: Tokens, start: int, last: int) -> bool:
        """Whether one unknown name or two behind «but» are all from `start` to `last` (ولكن بينيتيز أكد)."""
        said = tokens.words[start : last + 1]
        but = start and tokens.words[start - 1].fold == _BUT
        return bool(but) and len(said) <= _AND_LAST and all(self._is_name(word) for word in said)

    @staticmethod
    def _is_officer(tokens: Tokens, start: int) -> bool:
        """Whether an unknown name of two words or three with its office behind it stands at `start`."""
        said = tokens.words[start : start + _FULL_NAME]
        office = next((k for k, word in enumerate(said) if word.head and not word.definite), 0)
        return office > 1 and all(SubjectOpenings._is_name(word) for word in said[:office])

    def is_bearer(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether a name and its office fill the tokens (سامي الخالد عضو اللجنة ومنسق المعرض)."""
        said = tokens.words[start:end]
        named = said[0].given and not said[0].definite and len(said) > 2 and self._is_name(said[1])
        office = any(word.head and not word.definite for word in said[2:4])
        return (
            named
            and office
            and not any(
                word.kind != WORD or word.finite or word.verbal or word.complementiser or word.relative
                for word in said
            )
        )

    def heads_line(self, tokens: Tokens, i: int) -> bool:
        """Whether an unknown name and the present verb at i open a heading, which has no stop."""
        present = any(form.form is Form.PRESENT for form in tokens.words[i].cues)
        unstopped = tokens.words[tokens.sentence_ends[i] - 1].kind != STOP
        return present and unstopped and self._is_name(tokens.words[i - 1])

    @staticmethod
    def _is_name(word: Word) -> bool:
        """Whether the word may be a name that no list knows, and no verb with its object (دعوه)."""
        name = word.noun & nouns.MAY_BEGIN_NAME and word.noun & nouns.COMPLETE and word.raw[0] != _AND
        return bool(name) and not (word.noun & nouns.ORDINARY or word.raw.endswith(_HIM))
