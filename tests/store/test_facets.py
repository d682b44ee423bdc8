"""Facet counts agree with counting one value at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotetrack import operations as ops
from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import Project

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
    facets = {
        "outlets": (counts.outlets, (1, 2)),
        "speakers": (counts.speakers, (1, 2, 3, 4, 5, 6)),
        "kinds": (counts.kinds, tuple(SpeakerKind)),
        "types": (counts.types, tuple(AttributionType)),
        "cue_classes": (counts.cue_classes, tuple(CueClass)),
        "statuses": (counts.statuses, tuple(Status)),
    }
    for name, (found, values) in facets.items():
        for value in values:
            alone = replace(wanted, **{name: frozenset({value})})  # type: ignore[arg-type]
            assert found.get(value, 0) == filled.quotes.count(alone), (name, value)  # type: ignore[call-overload]
    for value in (True, False):
        assert counts.anonymous.get(value, 0) == filled.quotes.count(replace(wanted, anonymous=value))
    assert counts.total == filled.quotes.count(wanted)


def test_the_packed_facets_tell_all_values_apart(project: Project, filled: Project) -> None:
    """Guards schema.sql and facets.py against each other when an enumeration grows."""
    connection = filled._connection
    for column, values in (
        ("status", Status),
        ("type", AttributionType),
        ("speaker_kind", SpeakerKind),
        ("cue_class", CueClass),
    ):
        writer = filled._writer
        assert writer is not None
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
