"""Reading speakers: one, many, those a name may mean."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from quotetrack.detection.records import SpeakerKind
from quotetrack.store.conditions import LISTED
from quotetrack.store.errors import GoneError
from quotetrack.store.records import MadeBy, StoredSpeaker
from quotetrack.store.rows import ids_json
from quotetrack.text import fold


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A speaker that may be meant; `score` is 0 to 100."""

    speaker: StoredSpeaker
    score: float


_SPEAKER = """
SELECT s.id, s.name, s.kind, s.role, s.country, s.note, s.made_by,
    (SELECT count(*) FROM quotes WHERE speaker_id = s.id) FROM speakers s
"""
_UNCOUNTED = "SELECT s.id, s.name, s.kind, s.role, s.country, s.note, s.made_by, 0 FROM speakers s"


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
        folded = fold(name).strip()
        rows = self._connection.execute(
            "SELECT id FROM speakers WHERE folded = ? UNION SELECT speaker_id FROM aliases WHERE folded = ?",
            (folded, folded),
        )
        return self.many([row[0] for row in rows])

    def by_names(self, folded: Iterable[str]) -> Sequence[tuple[str, SpeakerKind, int]]:
        """Name, kind and id of the speakers that have one of these folded names or aliases."""
        wanted = json.dumps(list(folded), ensure_ascii=False)
        rows = self._connection.execute(
            f"SELECT folded, kind, id FROM speakers WHERE folded {LISTED} UNION "
            f"SELECT a.folded, s.kind, s.id FROM aliases a JOIN speakers s ON s.id = a.speaker_id"
            f" WHERE a.folded {LISTED} ORDER BY 3",
            (wanted, wanted),
        )
        return [(name, SpeakerKind(kind), id_) for name, kind, id_ in rows]

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
