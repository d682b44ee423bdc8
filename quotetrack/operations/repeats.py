"""The same story told again: found while articles come in."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from quotetrack.store import Reading
from quotetrack.store.fingerprints import SHARED, Likeness, likeness, sketch
from quotetrack.text import fold


@dataclass(frozen=True, slots=True)
class Repeat:
    """An article repeats `of`; `similarity` is the part of their shingles that they share."""

    of: int
    similarity: float


@dataclass(slots=True)
class Repeats:
    """Compares articles with those of the project, and with those that come in with them."""

    reading: Reading
    _texts: dict[int, str] = field(default_factory=dict)
    _by_hash: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _originals: dict[int, int] = field(default_factory=dict)
    _same_text: dict[str, int] = field(default_factory=dict)

    def of(self, id_: int, folded: str, text_hash: str) -> Repeat | None:
        """What the article that will have `id_` repeats, None where it tells a story of its own."""
        found = self._find(folded, text_hash)
        self._texts[id_] = folded
        self._same_text.setdefault(text_hash, id_)
        self._originals[id_] = id_ if found is None else found.of
        for hash_ in sketch(folded):
            self._by_hash[hash_].append(id_)
        return found

    def _find(self, folded: str, text_hash: str) -> Repeat | None:
        same = self._same_text.get(text_hash) or next(iter(self.reading.articles.with_hash(text_hash)), None)
        if same is not None:
            return Repeat(self._original(same), 1.0)
        hashes = sketch(folded)
        shared: Counter[int] = self.reading.articles.alike(hashes)
        for hash_ in hashes:
            shared.update(self._by_hash.get(hash_, ()))
        candidates = (id_ for id_, count in shared.most_common(5) if count >= SHARED)
        best = max(
            ((found.alike, -id_) for id_ in candidates if (found := self._likeness(folded, id_)).same_story),
            default=None,
        )
        return None if best is None else Repeat(self._original(-best[1]), best[0])

    def _likeness(self, folded: str, id_: int) -> Likeness:
        other = self._texts.get(id_)
        return likeness(folded, fold(self.reading.articles.text(id_)) if other is None else other)

    def _original(self, id_: int) -> int:
        return self._originals.get(id_) or self.reading.articles.original_of(id_)
