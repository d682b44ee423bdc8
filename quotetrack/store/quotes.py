"""Reading quotes: ids of a view, pages of rows, one quote in full, counts."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from quotetrack.detection.records import (
    AttributionType,
    CueClass,
    Gender,
    Number,
    Speaker,
    SpeakerKind,
)
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import facets as facet_counts
from quotetrack.store import highlight
from quotetrack.store.beside import Beside, one_state
from quotetrack.store.conditions import conditions
from quotetrack.store.damage import tells_damage
from quotetrack.store.errors import GoneError
from quotetrack.store.ordering import ordered_ids
from quotetrack.store.records import Evidence, Facets, MadeBy, Quote, QuoteRow, Sort, Tag
from quotetrack.store.rows import LISTED, content_spans, day, ids_json, moment, span
from quotetrack.store.speakers import Speakers
from quotetrack.store.words import words
from quotetrack.text import fold

ANY = QuoteFilter()
UNSORTED = Sort()
FACETS_KEPT = 32

# Python takes five times as long to find the member of an enumeration, and a long article has thousands.
_attribution_type, _status, _cue_class = cache(AttributionType), cache(Status), cache(CueClass)
_speaker_kind, _gender, _number, _made_by = cache(SpeakerKind), cache(Gender), cache(Number), cache(MadeBy)

_ROW = f"""
SELECT q.id, q.article_id, q.parent_id, q.content, coalesce(s.name, q.mention), q.speaker_id,
    q.speaker_kind, coalesce(nullif(q.mention_role, ''), s.role, ''), q.source, q.cue, q.cue_class,
    q.cue_lemma, q.type, q.status, q.verdict, q.verdict_scale, q.note, q.outlet_id,
    coalesce(o.name, ''), a.title, a.author, q.published, a.link, q.confidence, q.rule,
    q.content_start, q.content_end, q.content_spans, q.cue_start, q.cue_end, q.source_start,
    q.source_end, q.duplicate, q.made_by
FROM quotes q
JOIN articles a ON a.id = q.article_id
LEFT JOIN speakers s ON s.id = q.speaker_id
LEFT JOIN outlets o ON o.id = q.outlet_id
WHERE q.id {LISTED}
"""

_QUOTE = """
SELECT id, speaker_id, article_id, parent_id, type, status, content_start, content_end, content_spans,
    cue_start, cue_end, source_start, source_end, content, cue, source, cue_class, cue_lemma, mention,
    mention_kind, mention_role, mention_gender, mention_number, mention_start, mention_end, rule, confidence,
    made_by, verdict, verdict_scale, note, decided, duplicate
FROM quotes
"""

# The quotes of stories that several articles tell, those of the first article first.
_TOLD_OFTEN = """
WITH told (id, story) AS (
    SELECT id, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL
    UNION SELECT duplicate_of, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL
)
SELECT q.id, told.story, q.article_id, q.content FROM told JOIN quotes q ON q.article_id = told.id
ORDER BY told.story, told.id <> told.story, told.id, q.content_start, q.id
"""


@tells_damage
class Quotes:
    """The quotes of a project."""

    def __init__(
        self, connection: sqlite3.Connection, speakers: Speakers, beside: Beside | None = None
    ) -> None:
        self._connection = connection
        self._speakers = speakers
        self._beside = beside
        self._counted_at = -1
        self._counted: dict[QuoteFilter, Facets] = {}

    def ids(self, wanted: QuoteFilter = ANY, sort: Sort = UNSORTED, limit: int | None = None) -> array[int]:
        """The ids of the quotes that meet a filter, in order; `limit` for only the first ones."""
        with one_state(self._connection):
            return ordered_ids(self._connection, wanted, sort, limit)

    def count(self, wanted: QuoteFilter = ANY) -> int:
        """How many quotes meet a filter."""
        with one_state(self._connection):
            met = conditions(self._connection, wanted)
            sql = f"SELECT count(*) FROM quotes q{met.along}{met.where}"
            return int(self._connection.execute(sql, met.parameters).fetchone()[0])

    def facets(self, wanted: QuoteFilter = ANY) -> Facets:
        """How many quotes each facet value has under a filter (see `Facets`).

        Counts are kept until somebody changes the project.
        """
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._counted_at or len(self._counted) >= FACETS_KEPT:
            self._counted_at, self._counted = version, {}
        if wanted not in self._counted:
            self._counted[wanted] = facet_counts.facets(self._connection, wanted, self._beside)
        return self._counted[wanted]

    def newest_articles(self, wanted: QuoteFilter = ANY, most: int = 300) -> dict[int, int]:
        """By article, newest import first: how many of its quotes a filter shows.

        At most the first `most` that have any; as in `Facets`, chosen articles are no condition.
        """
        with one_state(self._connection):
            return facet_counts.newest_articles(self._connection, wanted, most)

    def days(self, wanted: QuoteFilter = ANY) -> dict[date | None, int]:
        """How many quotes a filter shows of each day of publication, earliest first; None is undated."""
        with one_state(self._connection):
            return facet_counts.days(self._connection, wanted)

    def verbs(self, wanted: QuoteFilter = ANY) -> dict[str, int]:
        """By the dictionary form of the cue: how many quotes a filter shows with it, most used first."""
        with one_state(self._connection):
            return facet_counts.verbs(self._connection, wanted)

    def classes_of_speakers(
        self, wanted: QuoteFilter = ANY, most: int = 8, always: Collection[int] = ()
    ) -> dict[int, dict[CueClass, int]]:
        """By speaker, most quoted first, and class of cue: how many quotes a filter shows.

        Only the `most` speakers with the most quotes are counted; those in `always` are among them.
        """
        with one_state(self._connection):
            return facet_counts.classes_of_speakers(self._connection, wanted, most, always)

    def unnamed(self, wanted: QuoteFilter = ANY) -> dict[int | None, tuple[int, int]]:
        """By outlet: how many quotes have an unnamed speaker, and how many there are, named or not."""
        with one_state(self._connection):
            return facet_counts.unnamed(self._connection, wanted)

    def once(self, ids: Sequence[int]) -> array[int]:
        """`ids` without quotes that another telling of the same story has among them, in the same order.

        Two are the same where their words are, marks and spelling aside. The story's first article
        goes before those that repeat it; what only a repeat has stays.
        """
        wanted, again = set(ids), set[int]()
        first: dict[tuple[int, tuple[str, ...]], int] = {}
        for id_, story, article, content in self._connection.execute(_TOLD_OFTEN):
            if id_ in wanted and first.setdefault((story, words(fold(content))), article) != article:
                again.add(id_)
        return array("q", (id_ for id_ in ids if id_ not in again))

    def rows(self, ids: Sequence[int]) -> list[QuoteRow]:
        """The rows of a page, in the order of `ids`; ids that are gone are left out."""
        wanted = ids_json(ids)
        found = {row[0]: row for row in self._connection.execute(_ROW, (wanted,))}
        tags = self._tags(wanted)
        counted = self._connection.execute(
            f"SELECT quote_id, count(*) FROM evidence WHERE quote_id {LISTED} GROUP BY quote_id",
            (wanted,),
        )
        evidence: dict[int, int] = dict(counted.fetchall())
        return [
            _quote_row(found[id_], tuple(tag.name for tag in tags.get(id_, ())), evidence.get(id_, 0))
            for id_ in ids
            if id_ in found
        ]

    def get(self, id_: int) -> Quote:
        """Everything about one quote.

        Raises:
            GoneError: there is no such quote (any more).
        """
        for quote in self._full(f"{_QUOTE} WHERE id = ?", (id_,)):
            return quote
        raise GoneError("store.gone_quote", id=id_)

    def of_article(self, article_id: int) -> list[Quote]:
        """All quotes of an article in the order of its text."""
        return self._full(
            f"{_QUOTE} WHERE article_id = ? ORDER BY content_start, content_end DESC, id", (article_id,)
        )

    def ids_of_article(self, article_id: int) -> array[int]:
        """The ids of all quotes of an article in the order of its text."""
        rows = self._connection.execute(
            "SELECT id FROM quotes WHERE article_id = ? ORDER BY content_start, content_end DESC, id",
            (article_id,),
        )
        return array("q", (row[0] for row in rows))

    def of_articles(self, article_ids: Iterable[int]) -> list[Quote]:
        """All quotes of several articles, by article and in the order of the text."""
        return self._full(
            f"{_QUOTE} WHERE article_id {LISTED} ORDER BY article_id, content_start, content_end DESC, id",
            (ids_json(article_ids),),
        )

    def many(self, ids: Iterable[int]) -> list[Quote]:
        """Everything about several quotes, by id; ids that are gone are left out."""
        return self._full(f"{_QUOTE} WHERE id {LISTED} ORDER BY id", (ids_json(ids),))

    def snippets(
        self, ids: Sequence[int], wanted: QuoteFilter, width: int = 160
    ) -> dict[int, highlight.Snippet]:
        """What a filter's text found in each quote: a stretch of the original with its marks."""
        rows = self._connection.execute(
            f"SELECT id, content FROM quotes WHERE id {LISTED}",
            (ids_json(ids),),
        )
        return {id_: highlight.snippet(content, wanted, width) for id_, content in rows}

    def statuses(self, ids: Iterable[int]) -> dict[int, Status]:
        """The status of quotes, by id; cheap for any number of them. Ids that are gone are left out."""
        rows = self._connection.execute(
            f"SELECT id, status FROM quotes WHERE id {LISTED} ORDER BY id", (ids_json(ids),)
        )
        return {id_: _status(status) for id_, status in rows}

    def article_count(self, ids: Iterable[int]) -> int:
        """In how many articles quotes stand."""
        row = self._connection.execute(
            f"SELECT count(DISTINCT article_id) FROM quotes WHERE id {LISTED}", (ids_json(ids),)
        )
        return int(row.fetchone()[0])

    def detected(self, ids: Iterable[int]) -> dict[int, str]:
        """What the detector reported for quotes before any correction, as a key; "" for a person's."""
        rows = self._connection.execute(
            f"SELECT id, detected FROM quotes WHERE id {LISTED} ORDER BY id", (ids_json(ids),)
        )
        return dict(rows.fetchall())

    def tag_links(self, ids: Iterable[int] | None, tag: int | None = None) -> list[int]:
        """The rows that put a tag (any, without one) on these quotes (all, with None)."""
        rows = self._connection.execute(
            "SELECT id FROM quote_tags WHERE (?1 IS NULL OR tag_id = ?1)"
            " AND (?2 IS NULL OR quote_id IN (SELECT value FROM json_each(?2))) ORDER BY id",
            (tag, None if ids is None else ids_json(ids)),
        )
        return [row[0] for row in rows]

    def _tags(self, wanted: str) -> dict[int, list[Tag]]:
        tags: dict[int, list[Tag]] = {}
        for quote, tag, name in self._connection.execute(
            "SELECT quote_id, tag_id, name FROM quote_tags JOIN tags ON tags.id = tag_id"
            f" WHERE quote_id {LISTED} ORDER BY folded",
            (wanted,),
        ):
            tags.setdefault(quote, []).append(Tag(tag, name))
        return tags

    def _evidence(self, wanted: str) -> dict[int, list[Evidence]]:
        evidence: dict[int, list[Evidence]] = {}
        for quote, id_, link, title, note, added in self._connection.execute(
            f"SELECT quote_id, id, link, title, note, added FROM evidence"
            f" WHERE quote_id {LISTED} ORDER BY id",
            (wanted,),
        ):
            known = moment(added)
            if known is not None:
                evidence.setdefault(quote, []).append(Evidence(id_, link, title, note, known))
        return evidence

    def _full(self, sql: str, parameters: tuple[object, ...]) -> list[Quote]:
        rows = self._connection.execute(sql, parameters).fetchall()
        ids = ids_json(row[0] for row in rows)
        said_by = self._speakers.many({row[1] for row in rows} - {None}, counted=False)
        speakers = {speaker.id: speaker for speaker in said_by}
        tags, evidence = self._tags(ids), self._evidence(ids)
        return [_quote(row, speakers, tags, evidence) for row in rows]


def _quote_row(row: tuple[Any, ...], tags: tuple[str, ...], evidence: int) -> QuoteRow:
    cells: Iterator[Any] = iter(row)
    take = cells.__next__
    return QuoteRow(
        id=take(),
        article_id=take(),
        parent=take(),
        quote=take(),
        speaker=take(),
        speaker_id=take(),
        kind=_kind(take()),
        role=take(),
        source=take(),
        cue=take(),
        cue_class=_cue_class(take()),
        cue_lemma=take(),
        type=_attribution_type(take()),
        status=_status(take()),
        verdict=take(),
        verdict_scale=take(),
        note=take(),
        outlet_id=take(),
        outlet=take(),
        title=take(),
        author=take(),
        published=day(take()),
        link=take(),
        confidence=take(),
        rule=take(),
        content=content_spans(take(), take(), take()),
        cue_span=span(take(), take()),
        source_span=span(take(), take()),
        duplicate=bool(take()),
        made_by=_made_by(take()),
        tags=tags,
        evidence=evidence,
    )


def _kind(value: str) -> SpeakerKind | None:
    return _speaker_kind(value) if value else None


def _quote(
    row: tuple[Any, ...],
    speakers: dict[int, Any],
    tags: dict[int, list[Tag]],
    evidence: dict[int, list[Evidence]],
) -> Quote:
    cells: Iterator[Any] = iter(row)
    take = cells.__next__
    id_, speaker = take(), take()
    return Quote(
        id=id_,
        article_id=take(),
        parent=take(),
        type=_attribution_type(take()),
        status=_status(take()),
        content=content_spans(take(), take(), take()),
        cue=span(take(), take()),
        source=span(take(), take()),
        quote=take(),
        cue_text=take(),
        source_text=take(),
        cue_class=_cue_class(take()),
        cue_lemma=take(),
        mention=_mention(*(take() for _ in range(7))),
        speaker=speakers.get(speaker),
        rule=take(),
        confidence=take(),
        made_by=_made_by(take()),
        verdict=take(),
        verdict_scale=take(),
        note=take(),
        decided=moment(take()),
        duplicate=bool(take()),
        tags=tuple(tags.get(id_, ())),
        evidence=tuple(evidence.get(id_, ())),
    )


def _mention(  # noqa: PLR0913, PLR0917
    name: str, kind: str, role: str, gender: str, number: str, start: int | None, end: int | None
) -> Speaker | None:
    if not kind:
        return None
    return Speaker(
        name,
        _speaker_kind(kind),
        role,
        _gender(gender) if gender else Gender.UNKNOWN,
        _number(number) if number else Number.UNKNOWN,
        span(start, end),
    )
