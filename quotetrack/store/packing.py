"""How the column `facets` of quotes packs status, type, kind, duplicate and cue class in one number.

The same packing stands in schema.sql; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from quotetrack.detection.records import AttributionType, CueClass, SpeakerKind
from quotetrack.status import Status

DUPLICATE = 512


@dataclass(frozen=True, slots=True)
class Field:
    """One packed enumeration: `values` from 1 on, 0 where there is none."""

    values: tuple[StrEnum, ...]
    shift: int
    mask: int

    def value(self, facets: int) -> StrEnum | None:
        """The packed value, None for none.

        Raises:
            IndexError: no program of ours packed it.
        """
        number = facets >> self.shift & self.mask
        return self.values[number - 1] if number else None

    def one_of(self, wanted: Collection[StrEnum]) -> str:
        """SQL for "the value is one of these"."""
        numbers = sorted(self.values.index(value) + 1 for value in wanted)
        return f"(q.facets >> {self.shift} & {self.mask}) IN ({', '.join(map(str, numbers))})"


STATUS = Field(tuple(Status), 0, 7)
TYPE = Field(tuple(AttributionType), 3, 7)
KIND = Field(tuple(SpeakerKind), 6, 7)
CUE_CLASS = Field(tuple(CueClass), 10, 31)
