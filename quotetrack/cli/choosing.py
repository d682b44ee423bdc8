"""The options that choose quotes: the same for `list` and `export`, the same filter as the window's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

import click

from quotetrack.cli.language import Function, option, say
from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.errors import QuotetrackError
from quotetrack.filters import QuoteFilter
from quotetrack.status import Status
from quotetrack.store import Reading, Sort, SortBy

Choice = TypeVar("Choice", bound=StrEnum)


class UnknownNameError(QuotetrackError):
    """A name that the project does not know."""


class _Enum(click.Choice[str]):
    """A choice among an enumeration's values, given as its members."""

    def __init__(self, members: type[StrEnum]) -> None:
        super().__init__([member.value for member in members])
        self._members = members

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The member with this value."""
        return self._members(super().convert(value, param, ctx))


_DAY = click.DateTime(["%Y-%m-%d"])
_SHARE = click.FloatRange(0.0, 1.0)
_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    option("--text", default="", help="choose.text"),
    option("--exact", is_flag=True, help="choose.exact"),
    option("--inside-words", is_flag=True, help="choose.inside_words"),
    option("--speaker", "speakers", multiple=True, help="choose.speaker"),
    option("--outlet", "outlets", multiple=True, help="choose.outlet"),
    option("--type", "types", multiple=True, type=_Enum(AttributionType), help="choose.type"),
    option("--kind", "kinds", multiple=True, type=_Enum(SpeakerKind), help="choose.kind"),
    option("--cue-class", "cue_classes", multiple=True, type=_Enum(CueClass), help="choose.cue_class"),
    option("--status", "statuses", multiple=True, type=_Enum(Status), help="choose.status"),
    option("--verdict", "verdicts", multiple=True, help="choose.verdict"),
    option("--tag", "tags", multiple=True, help="choose.tag"),
    option("--article", "articles", multiple=True, type=int, help="choose.article"),
    option("--since", type=_DAY, help="choose.since"),
    option("--until", type=_DAY, help="choose.until"),
    option("--min-confidence", type=_SHARE, default=0.0, help="choose.min_confidence"),
    option("--max-confidence", type=_SHARE, default=1.0, help="choose.max_confidence"),
    option("--anonymous/--named", default=None, help="choose.anonymous"),
    option("--speech-acts/--no-speech-acts", default=True, help="choose.speech_acts"),
    option("--duplicates/--no-duplicates", default=True, help="choose.duplicates"),
    option("--filter", "saved", help="choose.filter"),
    option("--sort", type=_Enum(SortBy), default=SortBy.RELEVANCE.value, help="choose.sort"),
    option("--descending/--ascending", default=True, help="choose.descending"),
)


def choosing(function: Function) -> Function:
    """All options that choose quotes; `chosen` and `ordered` understand what they give."""
    for one in reversed(_OPTIONS):
        function = one(function)
    return function


def ordered(values: dict[str, Any]) -> Sort:
    """The order that --sort and --ascending ask for."""
    return Sort(values["sort"], descending=values["descending"])


def chosen(reading: Reading, values: dict[str, Any]) -> QuoteFilter:
    """The filter that the options ask for, names looked up in the project.

    Raises:
        UnknownNameError: the project has no speaker, outlet, tag or saved filter of a name.
    """
    wanted = _saved(reading, values["saved"]) if values["saved"] else QuoteFilter()
    given: dict[str, Any] = {
        "speakers": _ids("speaker", values["speakers"], reading.speakers.named),
        "outlets": _ids("outlet", values["outlets"], lambda name: _some(reading.outlets.named(name))),
        "tags": _ids("tag", values["tags"], lambda name: _some(reading.tags.named(name))),
        "since": _day(values["since"]),
        "until": _day(values["until"]),
        **{
            name: frozenset(values[name])
            for name in ("types", "kinds", "cue_classes", "statuses", "verdicts")
        },
        "articles": frozenset(values["articles"]),
        **{name: values[name] for name in ("text", "exact", "inside_words", "anonymous")},
        **{name: values[name] for name in ("speech_acts", "duplicates")},
        "confidence": (values["min_confidence"], values["max_confidence"]),
    }
    plain = QuoteFilter()
    return replace(wanted, **{name: value for name, value in given.items() if value != getattr(plain, name)})


def _saved(reading: Reading, name: str) -> QuoteFilter:
    found = reading.saved_filters.named(name)
    if found is None:
        raise _unknown("filter", name)
    return found.filter


def _ids(kind: str, names: Iterable[str], look: Callable[[str], Iterable[Any]]) -> frozenset[int]:
    ids: set[int] = set()
    for name in names:
        found = {one.id for one in look(name)}
        if not found:
            raise _unknown(kind, name)
        ids |= found
    return frozenset(ids)


def _some(found: object | None) -> list[object]:
    return [] if found is None else [found]


def _unknown(kind: str, name: str) -> UnknownNameError:
    return UnknownNameError("cli.error.unknown", kind=say(f"kind.{kind}"), name=name)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
