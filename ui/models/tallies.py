"""What the charts count: who, where, when, with which verbs, and who stays unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from quotetrack.filters import QuoteFilter
from quotetrack.store import Reading
from quotetrack.store.records import Facets

MOST = 12
_STEPS = ((36, 1), (36 * 7, 7))


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `conditions` are what a click on it narrows the filter to, `key` names it in a catalogue."""

    label: str
    value: float
    conditions: tuple[tuple[str, Any], ...] = ()
    key: str = ""
    period: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Tallies:
    """The bars of every chart under one filter."""

    speakers: tuple[Bar, ...] = ()
    outlets: tuple[Bar, ...] = ()
    times: tuple[Bar, ...] = ()
    verbs: tuple[Bar, ...] = ()
    anonymous: tuple[Bar, ...] = ()


def tallies(reader: Reading, wanted: QuoteFilter) -> Tallies:
    """Count everything under `wanted`; runs in the reading lane."""
    facets = reader.quotes.facets(wanted)
    outlets = {outlet.id: outlet.name for outlet in reader.outlets.list()}
    return Tallies(
        speakers=tuple(_speakers(reader, facets)),
        outlets=tuple(_outlets(facets, outlets)),
        times=tuple(_times(reader, wanted)),
        verbs=tuple(
            Bar("", count, (("cue_classes", frozenset({each})),), key=f"exports.cue_class.{each.value}")
            for each, count in sorted(facets.cue_classes.items(), key=lambda pair: -pair[1])[:MOST]
            if count
        ),
        anonymous=tuple(_anonymous(reader, wanted, facets, outlets)),
    )


def _speakers(reader: Reading, facets: Facets) -> Iterator[Bar]:
    counted = {id_: count for id_, count in facets.speakers.items() if id_ is not None and count}
    first = sorted(counted, key=lambda id_: -counted[id_])[:MOST]
    names = {speaker.id: speaker.name for speaker in reader.speakers.many(first)}
    for id_ in first:
        yield Bar(names.get(id_, ""), counted[id_], (("speakers", frozenset({id_})),))


def _outlets(facets: Facets, names: dict[int, str]) -> Iterator[Bar]:
    counted = {id_: count for id_, count in facets.outlets.items() if id_ is not None and count}
    for id_ in sorted(counted, key=lambda each: -counted[each])[:MOST]:
        yield Bar(names.get(id_, ""), counted[id_], (("outlets", frozenset({id_})),))


def _anonymous(reader: Reading, wanted: QuoteFilter, facets: Facets, names: dict[int, str]) -> Iterator[Bar]:
    counted = reader.quotes.unnamed(replace(wanted, outlets=frozenset()))
    for bar in _outlets(facets, names):
        (outlet,) = dict(bar.conditions)["outlets"]
        nameless, total = counted.get(outlet, (0, 0))
        if total:
            yield Bar(bar.label, nameless / total, (*bar.conditions, ("anonymous", True)))


def _times(reader: Reading, wanted: QuoteFilter) -> Iterator[Bar]:
    dated = {day: count for day, count in reader.quotes.days(wanted).items() if day is not None}
    if not dated:
        return
    for start, end in _periods(min(dated), max(dated)):
        since, until = max(start, wanted.since or start), min(end, wanted.until or end)
        count = sum(count for day, count in dated.items() if start <= day <= end)
        yield Bar("", count, (("since", since), ("until", until)), period=(start, end))


def _periods(first: date, last: date) -> Iterator[tuple[date, date]]:
    """At most some forty stretches of days, weeks, months or years, ends included."""
    days = (last - first).days + 1
    step = next((step for most, step in _STEPS if days <= most), 0)
    if step:
        start = first - timedelta(days=first.weekday()) if step > 1 else first
        while start <= last:
            yield start, start + timedelta(days=step - 1)
            start += timedelta(days=step)
        return
    months = 1 if days <= 36 * 31 else 12
    start = first.replace(day=1) if months == 1 else first.replace(month=1, day=1)
    while start <= last:
        number = start.month - 1 + months
        following = start.replace(year=start.year + number // 12, month=number % 12 + 1)
        yield start, following - timedelta(days=1)
        start = following
