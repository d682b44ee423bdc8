"""The same story told again: found while articles come in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quotetrack.store import Reading
from quotetrack.store.fingerprints import SHARED, Likeness, likeness, sketch
from quotetrack.text import fold


@dataclass(frozen=True, slots=True)
class Repeat:
    """An article repeats `of`; `similarity` is the part of their shingles that they share."""

    of: int
    similarity: float


class Repeats:
    """Compares articles that come in with those of the project, and with each other.

    `incoming` has the folded text of each and its hash; the project is asked once about all of them.
    """

    def __init__(self, reading: Reading, incoming: Sequence[tuple[str, str]]) -> None:
        self._reading = reading
        self._first_with = reading.articles.first_with(hash_ for _, hash_ in incoming)
        wanted = {fingerprint for folded, _ in incoming for fingerprint in sketch(folded)}
        self._by_fingerprint: defaultdict[int, list[int]] = defaultdict(list)
        for fingerprint, id_ in reading.articles.with_fingerprints(wanted):
            self._by_fingerprint[fingerprint].append(id_)
        self._texts: dict[int, str] = {}
        self._originals: dict[int, int] = {}

    def of(self, id_: int, folded: str, text_hash: str) -> Repeat | None:
        """What the article that will have `id_` repeats, None where it tells a story of its own."""
        found = self._find(folded, text_hash)
        self._texts[id_] = folded
        self._first_with.setdefault(text_hash, id_)
        self._originals[id_] = id_ if found is None else found.of
        for fingerprint in sketch(folded):
            self._by_fingerprint[fingerprint].append(id_)
        return found

    def _find(self, folded: str, text_hash: str) -> Repeat | None:
        same = self._first_with.get(text_hash)
        if same is not None:
            return Repeat(self._original(same), 1.0)
        shared = Counter(
            id_ for fingerprint in sketch(folded) for id_ in self._by_fingerprint.get(fingerprint, ())
        )
        candidates = (id_ for id_, count in shared.most_common(5) if count >= SHARED)
        best = max(
            ((found.alike, -id_) for id_ in candidates if (found := self._likeness(folded, id_)).same_story),
            default=None,
        )
        return None if best is None else Repeat(self._original(-best[1]), best[0])

    def _likeness(self, folded: str, id_: int) -> Likeness:
        other = self._texts.get(id_)
        return likeness(folded, fold(self._reading.articles.text(id_)) if other is None else other)

    def _original(self, id_: int) -> int:
        return self._originals.get(id_) or self._reading.articles.original_of(id_)
