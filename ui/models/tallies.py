"""What the charts count: who, with which verbs, where, when, and who stays unnamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from quotetrack.detection.records import CueClass
from quotetrack.filters import QuoteFilter
from quotetrack.store import Reading
from quotetrack.store.records import Facets

MOST = 12
MOST_STACKS = 8
BANDS = 6
"""Classes of cue that are told apart; all others are one band more."""
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
class Stack:
    """A bar in parts: each with the number of its band, in the order of the bands."""

    label: str
    parts: tuple[tuple[int, Bar], ...]

    @property
    def value(self) -> int:
        """What all parts are together."""
        return sum(round(part.value) for _, part in self.parts)


@dataclass(frozen=True, slots=True)
class Stacks:
    """Bars in parts; `bands` are the classes that the parts stand for, in their order, None for the rest."""

    bands: tuple[CueClass | None, ...] = ()
    rows: tuple[Stack, ...] = ()


@dataclass(frozen=True, slots=True)
class Tallies:
    """The bars of every chart under one filter."""

    speakers: tuple[Bar, ...] = ()
    said: Stacks = Stacks()
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
        said=_said(reader, wanted),
        outlets=tuple(_outlets(facets, outlets)),
        times=tuple(_times(reader, wanted)),
        verbs=tuple(
            Bar("", count, (("cue_classes", frozenset({each})),), key=class_key(each))
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


def class_key(cue_class: CueClass) -> str:
    """What the catalogue calls a class of cue."""
    return f"exports.cue_class.{cue_class.value}"


def _said(reader: Reading, wanted: QuoteFilter) -> Stacks:
    """With verbs of which classes those quoted most are quoted.

    Like every chart, this one leaves out what a click on it sets, so that another click finds the
    same parts in the same places.
    """
    classes = frozenset[CueClass]() if wanted.speakers else wanted.cue_classes
    free = replace(wanted, speakers=frozenset(), cue_classes=classes)
    counted = reader.quotes.classes_of_speakers(free, MOST_STACKS, wanted.speakers)
    bands = _bands(counted, wanted)
    names = {speaker.id: speaker.name for speaker in reader.speakers.many(list(counted))}
    rest = any(each not in bands for counts in counted.values() for each in counts)
    rows = (Stack(names.get(id_, ""), tuple(_parts(id_, counts, bands))) for id_, counts in counted.items())
    return Stacks((*bands, None) if rest else tuple(bands), tuple(rows))


def _bands(counted: Mapping[int, Mapping[CueClass, int]], wanted: QuoteFilter) -> list[CueClass]:
    """The classes with a band of their own: the most frequent, and the one that is asked for.

    Their order is always that of the classes, so that each stands in the same place under any filter.
    """
    totals: dict[CueClass, int] = {}
    for counts in counted.values():
        for each, count in counts.items():
            totals[each] = totals.get(each, 0) + count
    order = list(CueClass)
    ranked = sorted(totals, key=lambda each: (-totals[each], order.index(each)))
    if len(ranked) <= BANDS + 1:
        return sorted(ranked, key=order.index)
    bands = ranked[:BANDS]
    if len(wanted.cue_classes) == 1:
        (asked,) = wanted.cue_classes
        if asked in totals and asked not in bands:
            bands[-1] = asked
    return sorted(bands, key=order.index)


def _parts(id_: int, counts: Mapping[CueClass, int], bands: list[CueClass]) -> Iterator[tuple[int, Bar]]:
    speaker = ("speakers", frozenset({id_}))
    for band, each in enumerate(bands):
        if each in counts:
            chosen = ("cue_classes", frozenset({each}))
            yield band, Bar("", counts[each], (speaker, chosen), key=class_key(each))
    rest = frozenset(counts).difference(bands)
    if rest:
        yield len(bands), Bar("", sum(counts[each] for each in rest), (speaker, ("cue_classes", rest)))


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
