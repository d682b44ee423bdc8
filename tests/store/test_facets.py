"""Facet counts agree with counting one value at a time."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from datetime import date

import pytest

from quotetrack import operations as ops
from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import Kind, Project, beside, facets
from tests.store.articles import TEXT, short_article, span

FILTERS = [
    QuoteFilter(),
    QuoteFilter(outlets=frozenset({1})),
    QuoteFilter(statuses=frozenset({Status.UNREVIEWED}), types=frozenset({AttributionType.INDIRECT})),
    QuoteFilter(speakers=frozenset({1, 2})),
    QuoteFilter(text="القطار"),
    QuoteFilter(anonymous=False, speech_acts=False),
    QuoteFilter(confidence=(0.5, 1.0), kinds=frozenset({SpeakerKind.PERSON})),
]


@pytest.mark.parametrize("wanted", FILTERS)
def test_each_value_counts_what_choosing_it_would_show(filled: Project, wanted: QuoteFilter) -> None:
    ops.perform(filled, ops.Confirm((2, 6)))
    counts = filled.quotes.facets(wanted)
    counted = {
        "outlets": (counts.outlets, (1, 2)),
        "speakers": (counts.speakers, (1, 2, 3, 4, 5, 6)),
        "kinds": (counts.kinds, tuple(SpeakerKind)),
        "types": (counts.types, tuple(AttributionType)),
        "cue_classes": (counts.cue_classes, tuple(CueClass)),
        "statuses": (counts.statuses, tuple(Status)),
    }
    for name, (found, values) in counted.items():
        for value in values:
            alone = replace(wanted, **{name: frozenset({value})})  # type: ignore[arg-type]
            assert found.get(value, 0) == filled.quotes.count(alone), (name, value)  # type: ignore[call-overload]
    for value in (True, False):
        assert counts.anonymous.get(value, 0) == filled.quotes.count(replace(wanted, anonymous=value))
    assert counts.total == filled.quotes.count(wanted)


@pytest.mark.parametrize("walked", [1, 1_000])
@pytest.mark.parametrize(
    "wanted", [*FILTERS, QuoteFilter(articles=frozenset({1})), QuoteFilter(text="سد -مياه")]
)
def test_each_article_counts_what_choosing_it_would_show(
    filled: Project, monkeypatch: pytest.MonkeyPatch, wanted: QuoteFilter, walked: int
) -> None:
    monkeypatch.setattr(facets, "WALKED", walked)
    found = filled.quotes.newest_articles(wanted)
    assert list(found) == sorted(found, reverse=True)
    assert 0 not in found.values()
    for article in filled.articles.ids():
        alone = replace(wanted, articles=frozenset({article}))
        assert found.get(article, 0) == filled.quotes.count(alone), article
    assert filled.quotes.newest_articles(wanted, 2) == dict(list(found.items())[:2])


def test_articles_with_any_are_looked_for_along_a_narrow_index(
    news: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A walk over all articles would read every row of the quotes."""
    monkeypatch.setattr(facets, "WALKED", 10)
    asked: list[str] = []
    news._connection.set_trace_callback(asked.append)
    try:
        for wanted in (QuoteFilter(since=date(2100, 1, 1)), QuoteFilter(confidence=(0.0, 0.001))):
            assert news.quotes.newest_articles(wanted) == {}
    finally:
        news._connection.set_trace_callback(None)
    queries = [sql for sql in asked if "GROUP BY" in sql]
    assert len(queries) == 4
    for near, all_ in zip(queries[::2], queries[1::2], strict=True):
        plans = [news._connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall() for sql in (near, all_)]
        assert "quotes_by_article (article_id>?)" in plans[0][0][3]
        assert "COVERING INDEX" in plans[1][0][3]


@pytest.mark.parametrize("wanted", FILTERS)
def test_verbs_of_a_speaker_count_what_choosing_both_would_show(filled: Project, wanted: QuoteFilter) -> None:
    counted = filled.quotes.classes_of_speakers(wanted)
    found = {(speaker, each): n for speaker, counts in counted.items() for each, n in counts.items()}
    among = wanted.speakers or range(1, 7)
    for speaker in range(1, 7):
        for each in CueClass:
            both = replace(wanted, speakers=frozenset({speaker}), cue_classes=frozenset({each}))
            expected = filled.quotes.count(both) if speaker in among else 0
            assert found.get((speaker, each), 0) == expected, (speaker, each)
    totals = [sum(counts.values()) for counts in counted.values()]
    assert totals == sorted(totals, reverse=True)


def test_verbs_are_those_of_the_speakers_quoted_most_and_of_those_asked_for(filled: Project) -> None:
    ops.perform(filled, ops.ImportArticles([short_article(n, name="كريم العدد1") for n in range(3, 6)]))
    counts = filled.quotes.facets().speakers
    ranked = sorted((s for s in counts if s is not None), key=lambda s: (-counts[s], s))
    quotes = filled.quotes
    assert list(quotes.classes_of_speakers(most=2)) == ranked[:2]
    assert quotes.classes_of_speakers(most=1) == {ranked[0]: {CueClass.CONFIRMATION: 4}}
    assert list(quotes.classes_of_speakers(most=2, always={ranked[-1]})) == [ranked[0], ranked[-1]]
    denied = QuoteFilter(cue_classes=frozenset({CueClass.DENIAL}))
    assert [list(each) for each in quotes.classes_of_speakers(denied).values()] == [[CueClass.DENIAL]]


def test_the_packed_facets_tell_all_values_apart(project: Project, filled: Project) -> None:
    """Guards schema.sql and facets.py against each other when an enumeration grows."""
    connection = filled._connection
    for column, values in (
        ("status", Status),
        ("type", AttributionType),
        ("speaker_kind", SpeakerKind),
        ("cue_class", CueClass),
    ):
        assert filled._writes is not None
        writer = filled._writes.connection
        packed = set()
        for value in values:
            writer.execute(f"UPDATE quotes SET {column} = ? WHERE id = 1", (value.value,))
            counts = filled.quotes.facets(QuoteFilter(articles=frozenset({1})))
            name = {
                "status": "statuses",
                "type": "types",
                "speaker_kind": "kinds",
                "cue_class": "cue_classes",
            }
            assert getattr(counts, name[column]).get(value, 0) >= 1
            packed.add(connection.execute("SELECT facets FROM quotes WHERE id = 1").fetchone()[0])
        assert len(packed) == len(values)


def test_counts_are_of_one_moment_while_others_write(
    filled: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "FEW", 0)
    enough = threading.Event()

    def write() -> None:
        content = (span(TEXT, "امتلأت"),)
        while not enough.is_set():
            changes = ops.perform(filled, ops.AddQuote(article=1, content=content, speaker=1))
            ops.perform(filled, ops.DeleteQuotes(changes.created[Kind.QUOTES]))

    writing = threading.Thread(target=write)
    writing.start()
    totals = set()
    try:
        with filled.reader() as reader:
            for number in range(400):
                counts = reader.quotes.facets(QuoteFilter(confidence=(number / 10_000, 1.0)))
                totals.add(counts.total)
                for facet in (counts.speakers, counts.outlets, counts.statuses, counts.types):
                    assert sum(facet.values()) == counts.total
    finally:
        enough.set()
        writing.join()
    assert totals == {7, 8}


def test_a_long_count_is_stopped_in_both_its_halves(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "FEW", 0)
    with filled.reader() as reader:
        reader.quotes.facets()
        for connection in (reader._connection, reader._beside._connection):
            assert connection is not None
            connection.set_progress_handler(lambda: reader.interrupt(), 1)  # noqa: PLW0108
            with pytest.raises(sqlite3.OperationalError, match="interrupted"):
                reader.quotes.facets(QuoteFilter(anonymous=False))
            connection.set_progress_handler(None, 0)
        assert reader.quotes.facets(QuoteFilter(anonymous=False)).total == 6
