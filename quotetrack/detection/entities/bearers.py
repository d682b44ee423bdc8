"""Who of those met so far bears a name: one name is part of another, cut otherwise, or spelt otherwise.

A name is compared by its key, the stems of its words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from quotetrack.detection.entities.entity import REMEMBERED, Entity
from quotetrack.detection.entities.mentions import Mention, Mentions
from quotetrack.detection.records import Gender, SpeakerKind
from quotetrack.detection.text.tokens import Tokens
from quotetrack.detection.words import nouns

Key = tuple[str, ...]

SON: Final = "بن"
"""How a key spells «son of», whatever the text has."""
_GOD: Key = ("الله",)
_SPELLABLE: Final = 5
"""How many letters a last name has at least that may be spelt with another one."""


class Bearers:
    """Finds the bearers of names among `known`, the entities of one article, which grow meanwhile."""

    def __init__(self, tokens: Tokens, mentions: Mentions, known: list[Entity]) -> None:
        self._tokens, self._given, self._known = tokens, mentions.given, known
        self._all_joined: dict[Key, _Joined] = {}

    def likeliest(self, mention: Mention, key: Key) -> Entity | None:
        """Who the one of that name is: he of the fullest name, who has spoken, whom the text named last."""
        assert mention.name
        fitting = self._fitting(mention, key)
        if not fitting:
            return None
        at, count = mention.phrase[0], self._tokens.count
        heard = len(key) == 1 or not self._tokens.words[mention.name[0]].given  # آل فايد: father and son
        other = {Gender.FEMININE, Gender.MASCULINE} - {mention.gender}
        other = other if len(other) == 1 else set()
        if len(key) > 1:
            fitting = [e for e in fitting if e.key == key or e.gender not in other]  # إيفا عبدالله، عبد الله
            if not fitting:
                return None
        return min(
            fitting,
            key=lambda e: (e.gender in other, len(e.key) == 1, heard and e.spoke < 0, e.distance(at, count)),
        )

    def misspelt(self, key: Key) -> Entity | None:
        """Who a last name spelt with one letter more, less or other is: foreign names vary, and slip."""
        if len(key) != 1 or len(key[0]) < _SPELLABLE:
            return None
        for entity in reversed(self._known[-REMEMBERED:]):
            if entity.named and any(
                len(known) >= _SPELLABLE and OSA.distance(key[0], known, score_cutoff=1) <= 1
                for known in entity.key
            ):
                return entity
        return None

    def is_nobody(self, mention: Mention, key: Key) -> bool:
        """Whether the name is only itself, never part of another (الله؛ «الواقع», no «سامي واقع»)."""
        assert mention.name
        first = self._tokens.words[mention.name[0]]
        return key == _GOD or (len(key) == 1 and first.definite and bool(first.noun & nouns.MUTE))

    def _fitting(self, mention: Mention, key: Key) -> list[Entity]:
        """All whose name may be that of the mention."""
        assert mention.name
        parts, given = frozenset(key), self._tokens.words[mention.name[0]].given
        nobody = self.is_nobody(mention, key)
        outlet, medium = SpeakerKind.OUTLET, mention.kind is SpeakerKind.OUTLET
        fitting = []
        for e in self._known[-REMEMBERED:]:
            if not e.named:
                continue
            if key != e.key and (nobody or e.key == _GOD):
                continue  # الله، رسول الله
            if medium or e.kind is outlet:  # «ذي دايلي مايل»، «ذي دايلي تلغراف»
                same = _holds(parts, e.key)
            else:
                same = self._is_same(key, parts, e.key, given=given)
            if same and not (len(key) == 1 and self._is_pair(e)):
                fitting.append(e)
        return fitting

    def _is_pair(self, entity: Entity) -> bool:
        """Whether two names are joined in the entity's (سامي الخالد وكريم الحسن)."""
        return any(part[0] == "و" and part[1:] in self._given for part in entity.key)

    def _is_same(self, key: Key, parts: frozenset[str], theirs: Key, *, given: bool) -> bool:
        """Whether two names are those of one person: one is part of the other, or cut otherwise.

        A last name may open a phrase that goes on with other words, unless it is a first name (`given`).
        """
        if given and len(key) > 1 and (SON, key[0]) in pairwise(theirs):
            return False  # محمد بن راشد is the father of حمدان بن محمد بن راشد
        if parts.isdisjoint(theirs):
            return key[-1][-1:] == theirs[-1][-1:] and self._run_together(key, theirs)
        return _holds(parts, theirs) or _begins(key, theirs, given=given) or self._run_together(key, theirs)

    def _run_together(self, key: Key, other: Key) -> bool:
        """Whether two names differ only in where they are cut (نصر الله، نصرالله), first names aside."""
        one, two = self._joined(key), self._joined(other)
        if one.size > two.size:
            one, two = two, one
        return len(one.whole) > 4 and one.whole in two.tails

    def _joined(self, key: Key) -> _Joined:
        joined = self._all_joined.get(key)
        if joined is None:
            joined = self._all_joined[key] = _Joined.of(key)
        return joined


class _Joined(NamedTuple):
    """A name run together: its length, the whole without articles, and the same from each word on."""

    size: int
    whole: str
    tails: frozenset[str]

    @classmethod
    def of(cls, key: Key) -> _Joined:
        tails = [_without_article("".join(key[k:])) for k in range(len(key))]
        return cls(sum(map(len, key)), tails[0], frozenset(tails))


def _holds(parts: frozenset[str], theirs: Key) -> bool:
    """Whether one of two names is part of the other."""
    return parts.issubset(theirs) or parts.issuperset(theirs)


def _begins(key: Key, theirs: Key, *, given: bool) -> bool:
    """Whether a phrase begins with a known name and goes on with other words (an object, a slip)."""
    known = 0
    while known < len(key) and key[known] in theirs:
        known += 1
    names = [part for part in key[:known] if part != SON]
    return (
        0 < known < len(key)
        and (len(names) > 1 or (key[0] == theirs[-1] and not given))
        and not set(theirs) <= set(key)
    )


def _without_article(name: str) -> str:
    """A name run together without the article in it (عبدالخالق, as عبد and خالق make it)."""
    return name.replace("عبدال", "عبد", 1)
