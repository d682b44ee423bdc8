"""Which speakers may be the same: pairs that share a rare word of their names, scored by RapidFuzz."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from quotetrack.text import fold

# A word that more speakers share than this is a first name or a rank, and says little.
COMMON = 40
LEAST = 70.0
_ARTICLE = "ال"
_WEAK = str.maketrans("", "", "اويه")
_NAMED_KINDS = {"person", "organisation", "outlet"}
Row = tuple[int, str, str, str, str | None]


@dataclass(slots=True)
class _Candidate:
    """A speaker with all names, folded."""

    kind: str
    role: str
    names: list[str] = field(default_factory=list)

    def skeletons(self) -> set[str]:
        """The skeletons of all words: spellings of a foreign name share them."""
        return {_skeleton(word) for name in self.names for word in name.split()}


def bare(word: str) -> str:
    """A word without its article."""
    return word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 2 else word


def _skeleton(word: str) -> str:
    """A word without its article and its long vowels: نتنياهو and نتانياهو have the same."""
    without = bare(word)
    return without.translate(_WEAK) or without


def likely_pairs(rows: Iterable[Row], only: int | None = None) -> Mapping[tuple[int, int], float]:
    """Pairs of ids, lower first, with their score; rows are id, name, kind, role and an alias."""
    candidates: dict[int, _Candidate] = {}
    for id_, name, kind, role, alias in rows:
        if kind not in _NAMED_KINDS:
            continue
        known = candidates.setdefault(id_, _Candidate(kind, fold(role), [name]))
        if alias is not None:
            known.names.append(alias)
    pairs = _sharing_words(candidates) if only is None else _sharing_words_with(only, candidates)
    scored = {pair: _score(candidates[pair[0]], candidates[pair[1]]) for pair in pairs}
    scored = {pair: score for pair, score in scored.items() if score >= LEAST}
    return _less_where_ambiguous(candidates, scored)


def _sharing_words(candidates: Mapping[int, _Candidate]) -> set[tuple[int, int]]:
    """Pairs that share a word which is not a common one."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for id_, candidate in candidates.items():
        for key in candidate.skeletons():
            sharing[key].append(id_)
    return {pair for ids in sharing.values() if len(ids) <= COMMON for pair in combinations(ids, 2)}


def _sharing_words_with(only: int, candidates: Mapping[int, _Candidate]) -> set[tuple[int, int]]:
    """Pairs of one candidate with all that share a word with it, however common."""
    if only not in candidates:
        return set()
    words = candidates[only].skeletons()
    return {
        (min(only, id_), max(only, id_))
        for id_, candidate in candidates.items()
        if id_ != only and not words.isdisjoint(candidate.skeletons())
    }


def role_likeness(first: str, second: str) -> float:
    """How alike two folded roles are, 0 to 100: all words of one in the other are 100."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - it would hold up the start of the window

    a, b = (" ".join(map(bare, role.split())) for role in (first, second))
    return fuzz.token_set_ratio(a, b)


def _score(first: _Candidate, second: _Candidate) -> float:
    if first.kind != second.kind:
        return 0.0
    names = max(_name_score(a, b) for a in first.names for b in second.names)
    if not (first.role and second.role):
        return names * 0.95
    return names * 0.85 + 0.15 * role_likeness(first.role, second.role)


def _name_score(first: str, second: str) -> float:
    """How likely two folded names are one person's: a short name within a full one, or two spellings."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - it would hold up the start of the window

    a, b = ([bare(word) for word in name.split()] for name in (first, second))
    short, long = sorted((a, b), key=len)
    skeletons = [_skeleton(word) for word in long]
    within = sum(_skeleton(word) in skeletons for word in short) / len(short)
    spelling = fuzz.token_sort_ratio(" ".join(a), " ".join(b))
    if within < 1.0:
        # A name of which a part is another name altogether is another person's.
        return spelling if spelling >= 85.0 else spelling * within
    return max(spelling, 92.0 if len(short) > 1 else 84.0 if _skeleton(short[-1]) == skeletons[-1] else 60.0)


def _less_where_ambiguous(
    candidates: Mapping[int, _Candidate], scored: Mapping[tuple[int, int], float]
) -> Mapping[tuple[int, int], float]:
    """Lowers the score of a single name that several full names may stand behind."""
    behind: dict[int, int] = defaultdict(int)

    def single(id_: int) -> bool:
        return all(len(name.split()) == 1 for name in candidates[id_].names)

    for pair in scored:
        for id_ in pair:
            behind[id_] += single(id_)
    return {
        pair: score - 4.0 * max(0, max(behind[id_] for id_ in pair) - 1) for pair, score in scored.items()
    }
