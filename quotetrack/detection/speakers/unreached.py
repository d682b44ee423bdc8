"""Whom a paper did not reach, but who has spoken before («تعذر الاتصال بالوزارة، لكنها قالت سابقا إن»)."""

from __future__ import annotations

from typing import Final

from quotetrack.detection.drafts.draft import Draft
from quotetrack.detection.entities.entity import Entity
from quotetrack.detection.entities.mentions import Mentions
from quotetrack.detection.noun_phrases.source import Phrases
from quotetrack.detection.speakers.candidates import agree
from quotetrack.detection.speakers.naming import Naming
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words.lexicon import Lexicon
from quotetrack.detection.words.word import WORD

_THAT: Final = "ان"
_AND: Final = "و"
_ALONG: Final = "مع"
_WITH: Final = "ب"
_NEAR: Final = 5
"""How near the verb stands to the word that sets it against the clause before."""
_CLAUSE: Final = 24
"""How far before that word it stands that somebody was not reached."""
_FAILED: Final = 4
_WHOM: Final = 5
"""How far behind «reaching» whom a paper did not reach is named."""


class UnreachedWords:
    """The words of the lexicon by which such clauses are told; one serves all articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.words
        self.reaching, self.failing, self.links = (
            words["reaching"],
            words["failing"],
            words["acts.to"] | {_ALONG},
        )
        self.pronouns, self.contrast = words["pronoun_subjects"], words["contrast"] | words["but"]


class Unreached:
    """Finds, in one article, who was not reached."""

    def __init__(
        self, words: UnreachedWords, tokens: Tokens, mentions: Mentions, names: Phrases, naming: Naming
    ) -> None:
        self._words, self._tokens, self._mentions = words, tokens, mentions
        self._names, self._naming = names, naming

    def entity(self, draft: Draft) -> Entity | None:
        """Whom «لكنها» or «إلا أنها» before the verb of `draft` takes up from such a clause, or None."""
        words = self._tokens.words
        start = self._tokens.sentence_starts[draft.anchor]
        near = range(draft.anchor - 1, max(start, draft.anchor - _NEAR) - 1, -1)
        but = next((k for k in near if self._sets_against(k)), None)
        if but is None:
            return None
        for k in range(but - 1, max(start, but - _CLAUSE) - 1, -1):
            if words[k].fold in self._words.reaching:
                tried = (word.fold.removeprefix(_AND) for word in words[max(start, k - _FAILED) : k])
                failed = not self._words.failing.isdisjoint(tried)
                return self._whom(draft, k, but) if failed else None
        return None

    def _sets_against(self, k: int) -> bool:
        """Whether a pronoun at k begins a clause that contrasts with the one before (لكنه، غير أنها)."""
        words = self._tokens.words
        if words[k].fold in self._words.pronouns:
            return True
        owned = words[k].complementiser and words[k].fold != _THAT
        return owned and k > 0 and words[k - 1].fold in self._words.contrast

    def _whom(self, draft: Draft, k: int, limit: int) -> Entity | None:
        """Who is named behind «reaching» at k, if the verb of `draft` agrees."""
        words = self._tokens.words
        for j in range(k + 1, min(k + _WHOM, limit)):
            word = words[j]
            if word.kind != WORD:
                return None
            leans = word.fold[0] == _WITH and not word.given and len(word.fold) > 3
            first = j + (not leans)
            if not leans and word.fold not in self._words.links:
                continue
            phrase = self._names.noun_phrase(self._tokens, first, limit, apposition=False, leaning=leans)
            if phrase is None or phrase[0] != first:
                return None
            mention = self._mentions.parse(self._tokens, phrase, clitic=leans)
            agrees = agree(draft, mention.gender, mention.number, mention.kind)
            return self._naming.entity(mention) if agrees else None
        return None
