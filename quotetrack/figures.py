"""How numbers and dates are written for people: in which digits, with which country's names of months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quotetrack.messages import Language

COUNTRIES = (
    "LB", "SY", "JO", "PS", "IQ", "EG", "SD", "SA", "AE", "KW", "QA", "BH", "OM", "YE", "LY", "TN", "DZ",
    "MA", "MR",
)  # fmt: skip
"""Whose names of months there are, by ISO 3166 code."""

USUAL_COUNTRY = "LB"
"""Whose names of months are taken where neither a person nor the system says otherwise."""

_LATIN, _ARABIC = "0123456789%", "٠١٢٣٤٥٦٧٨٩٪"


class Digits(StrEnum):
    """Which digits numbers and dates are written in."""

    LATIN = "latin"
    ARABIC = "arabic"


_INTO = {Digits.LATIN: str.maketrans(_ARABIC, _LATIN), Digits.ARABIC: str.maketrans(_LATIN, _ARABIC)}


def in_digits(text: str, digits: Digits) -> str:
    """`text` with every digit, and the sign of a percentage, in these digits."""
    return text.translate(_INTO[digits])


@dataclass(frozen=True, slots=True)
class Figures:
    """A person's choice of digits, in either language, and of a country, whose months Arabic dates have."""

    digits: Digits = Digits.LATIN
    country: str = USUAL_COUNTRY

    def number(self, value: int) -> str:
        """A number, its thousands not parted."""
        return in_digits(str(value), self.digits)

    def percent(self, share: float) -> str:
        """A share between 0 and 1 as a whole percentage."""
        return in_digits(f"{share:.0%}", self.digits)

    def day(self, when: date, language: Language) -> str:
        """A date in words: figures around hyphens change places in a line that runs right to left."""
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 (the window starts without it)
        from babel.dates import format_date  # noqa: PLC0415

        try:
            locale = Locale.parse(f"ar_{self.country}" if language == "ar" else language)
        except UnknownLocaleError:  # Arabic speakers' systems may stand in any country.
            locale = Locale.parse(f"ar_{USUAL_COUNTRY}")
        return in_digits(format_date(when, "d MMMM y", locale=locale), self.digits)
