"""Reading speakers: one, many, those a name may mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotetrack.detection.records import SpeakerKind
from quotetrack.store.damage import tells_damage
from quotetrack.store.errors import GoneError
from quotetrack.store.likely import likely_pairs
from quotetrack.store.records import MadeBy, StoredSpeaker
from quotetrack.store.rows import LISTED, folded_name, ids_json
from quotetrack.text import fold


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A speaker that may be meant; `score` is 0 to 100."""

    speaker: StoredSpeaker
    score: float


@dataclass(frozen=True, slots=True)
class MergeSuggestion:
    """Two speakers that may be one: `into` has the fuller name; `score` is 0 to 100."""

    into: StoredSpeaker
    other: StoredSpeaker
    score: float


def _standing(speaker: StoredSpeaker) -> tuple[int, int, int]:
    """What makes one of two speakers the one that the other is merged into."""
    return len(speaker.name.split()), speaker.quotes, -speaker.id


_SPEAKER = """
SELECT s.id, s.name, s.kind, s.role, s.country, s.note, s.made_by,
    (SELECT count(*) FROM quotes WHERE speaker_id = s.id) FROM speakers s
"""
_UNCOUNTED = "SELECT s.id, s.name, s.kind, s.role, s.country, s.note, s.made_by, 0 FROM speakers s"


@tells_damage
class Speakers:
    """The speakers of a project."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def get(self, id_: int) -> StoredSpeaker:
        """A speaker with aliases and number of quotes.

        Raises:
            GoneError: there is no such speaker (any more).
        """
        for speaker in self.many((id_,)):
            return speaker
        raise GoneError("store.gone_speaker", id=id_)

    def many(self, ids: Iterable[int], *, counted: bool = True) -> Sequence[StoredSpeaker]:
        """The speakers `ids`, by id; their quotes are counted unless that is not wanted."""
        select = _SPEAKER if counted else _UNCOUNTED
        return self._read(f"{select} WHERE s.id {LISTED} ORDER BY s.id", ids_json(ids))

    def list(self, limit: int = -1) -> Sequence[StoredSpeaker]:
        """All speakers, those with the most quotes first."""
        return self._read(f"{_SPEAKER} ORDER BY 8 DESC, s.folded, s.id LIMIT ?", limit)

    def named(self, name: str) -> Sequence[StoredSpeaker]:
        """The speakers that have this name or alias, spelling differences aside."""
        folded = folded_name(name)
        rows = self._connection.execute(
            "SELECT id FROM speakers WHERE folded = ? UNION SELECT speaker_id FROM aliases WHERE folded = ?",
            (folded, folded),
        )
        return self.many([row[0] for row in rows])

    def candidates(self, folded: str, kind: SpeakerKind) -> Sequence[tuple[int, str, bool]]:
        """Id and role of the speakers of a kind that have a folded name, and whether it is an alias."""
        rows = self._connection.execute(
            "SELECT id, role, folded <> ?1 FROM speakers WHERE kind = ?2 AND (folded = ?1"
            " OR id IN (SELECT speaker_id FROM aliases WHERE folded = ?1)) ORDER BY id",
            (folded, kind.value),
        )
        return [(id_, role, bool(by_alias)) for id_, role, by_alias in rows]

    def quoted_in(self, id_: int, outlet_id: int) -> bool:
        """Whether an outlet has quoted a speaker."""
        row = self._connection.execute(
            "SELECT EXISTS (SELECT 1 FROM quotes WHERE speaker_id = ? AND outlet_id = ?)", (id_, outlet_id)
        ).fetchone()
        return bool(row[0])

    def merge_suggestions(self, speaker_id: int | None = None, limit: int = 50) -> Sequence[MergeSuggestion]:
        """Pairs that may be one speaker, likeliest first; only those of `speaker_id` where it is given.

        Pairs that a person said are two are left out. Nothing is merged.
        """
        rows = self._connection.execute(
            "SELECT s.id, s.folded, s.kind, s.role, a.folded FROM speakers s"
            " LEFT JOIN aliases a ON a.speaker_id = s.id ORDER BY s.id"
        ).fetchall()
        apart = self.distinct_pairs()
        pairs = likely_pairs(rows, speaker_id)
        open_pairs = sorted((-score, pair) for pair, score in pairs.items() if pair not in apart)[:limit]
        found = {
            speaker.id: speaker for speaker in self.many({id_ for _, pair in open_pairs for id_ in pair})
        }
        suggestions = []
        for score, pair in open_pairs:
            into, other = sorted((found[id_] for id_ in pair), key=_standing, reverse=True)
            suggestions.append(MergeSuggestion(into, other, -score))
        return suggestions

    def alias_rows(self, ids: Iterable[int]) -> Sequence[tuple[int, int, str]]:
        """Row id, speaker and alias of all aliases of these speakers."""
        rows = self._connection.execute(
            f"SELECT id, speaker_id, alias FROM aliases WHERE speaker_id {LISTED} ORDER BY id",
            (ids_json(ids),),
        )
        return rows.fetchall()

    def quote_ids(self, ids: Iterable[int]) -> Sequence[int]:
        """The quotes of these speakers."""
        rows = self._connection.execute(
            f"SELECT id FROM quotes WHERE speaker_id {LISTED} ORDER BY id", (ids_json(ids),)
        )
        return [row[0] for row in rows]

    def distinct_pairs(self) -> set[tuple[int, int]]:
        """The pairs that a person said are two, lower id first."""
        rows = self._connection.execute("SELECT first_id, second_id FROM distinct_speakers")
        return {(min(pair), max(pair)) for pair in rows}

    def distinct_links(self, ids: Iterable[int]) -> Sequence[int]:
        """The rows that say that one of these speakers is not another."""
        rows = self._connection.execute(
            f"SELECT id FROM distinct_speakers WHERE first_id {LISTED} OR second_id {LISTED} ORDER BY id",
            (wanted := ids_json(ids), wanted),
        )
        return [row[0] for row in rows]

    def suggest(self, text: str, article_id: int | None = None, limit: int = 10) -> Sequence[Suggestion]:
        """Speakers that `text` may mean, best first; those of the article `article_id` before others.

        With an empty text: the article's speakers, then those of the latest decisions.
        """
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - it would hold up the start of the window

        here = (
            [] if article_id is None else self._ids("WHERE article_id = ? ORDER BY content_start", article_id)
        )
        folded = fold(text).strip()
        if not folded:
            recent = self._ids("WHERE decided IS NOT NULL ORDER BY decided DESC LIMIT 200")
            ranked = dict.fromkeys((*here, *recent), 0.0)
        else:
            names = self._connection.execute(
                "SELECT id, folded FROM speakers UNION ALL SELECT speaker_id, folded FROM aliases"
            ).fetchall()
            best = process.extract(
                folded, [name for _, name in names], scorer=fuzz.WRatio, limit=limit * 4, score_cutoff=60
            )
            scores: dict[int, float] = {}
            for _, score, at in best:
                id_ = names[at][0]
                scores[id_] = max(scores.get(id_, 0.0), score + (15.0 if id_ in here else 0.0))
            ranked = dict(sorted(scores.items(), key=lambda item: -item[1]))
        found = {speaker.id: speaker for speaker in self.many(list(ranked)[:limit])}
        return [Suggestion(found[id_], min(100.0, score)) for id_, score in ranked.items() if id_ in found]

    def _ids(self, rest: str, *parameters: object) -> Sequence[int]:
        rows = self._connection.execute(f"SELECT speaker_id FROM quotes {rest}", parameters)
        return [id_ for id_ in dict.fromkeys(row[0] for row in rows) if id_ is not None]

    def _read(self, sql: str, parameter: object) -> Sequence[StoredSpeaker]:
        rows = self._connection.execute(sql, (parameter,)).fetchall()
        aliases: dict[int, list[str]] = {}
        for speaker, alias in self._connection.execute(
            f"SELECT speaker_id, alias FROM aliases WHERE speaker_id {LISTED} ORDER BY id",
            (ids_json(row[0] for row in rows),),
        ):
            aliases.setdefault(speaker, []).append(alias)
        return [
            StoredSpeaker(
                id=id_,
                name=name,
                kind=SpeakerKind(kind),
                role=role,
                country=country,
                note=note,
                made_by=MadeBy(made_by),
                quotes=quotes,
                aliases=tuple(aliases.get(id_, ())),
            )
            for id_, name, kind, role, country, note, made_by, quotes in rows
        ]
