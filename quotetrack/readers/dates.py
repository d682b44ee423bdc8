"""Dates as the Arabic press writes them.

Gregorian with the month names of every Arab country, numbers in either kind of digits, Hijri, and
relative ones («قبل ثلاثة أيام», «أمس»). Words come from Babel's CLDR and `assets/lexicon/dates.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from quotetrack.assets import assets
from quotetrack.text import fold

_LOCALES = ("ar", "ar_LB", "ar_DZ", "ar_MA", "ar_MR", "en", "fr")
_ISO = re.compile(r"(?<!\d)(1[34]\d\d|19\d\d|20\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(1[34]\d\d|19\d\d|20\d\d)(?!\d)")
_RFC = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
_LONGEST = 200
_HIJRI_YEARS = range(1343, 1501)


def parse_date(text: str, today: date | None = None) -> date | None:
    """The first date in `text` that makes sense, None where there is none.

    `today` is the day from which relative dates and dates without a year count.
    """
    text = text[:_LONGEST].strip()
    if not text:
        return None
    today = today or date.today()  # noqa: DTZ011 (the reader's own calendar day is meant)
    if _RFC.match(text):
        try:
            return parsedate_to_datetime(text).date()
        except ValueError:
            pass
    words = fold(text)
    grammar = _grammar()
    for found in (_numeric(words), grammar.named(words, today), grammar.relative(words, today)):
        if found:
            return found
    return None


def _numeric(words: str) -> date | None:
    """The first date in figures; a Gregorian one wins over a Hijri one beside it."""
    found = [(int(match[1]), int(match[3]), int(match[4])) for match in _ISO.finditer(words)]
    for match in _DAY_FIRST.finditer(words):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        found.append((year, month, day) if month <= 12 else (year, day, month))
    if not found and (compact := _COMPACT.search(words)):
        found.append((int(compact[1]), int(compact[2]), int(compact[3])))
    found.sort(key=lambda parts: parts[0] in _HIJRI_YEARS)
    return next((made for parts in found if (made := _calendar(*parts))), None)


def _calendar(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a date in either calendar, told apart by its year."""
    if year in _HIJRI_YEARS:
        return _from_hijri(year, month, day)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_hijri(year: int, month: int, day: int) -> date | None:
    from hijridate import Hijri  # noqa: PLC0415 (its tables are rarely needed)

    try:
        made = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(made.year, made.month, made.day)


def _any(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A length of time: so many hours, or so many calendar months."""

    hours: float
    months: int

    def before(self, today: date, count: int) -> date | None:
        try:
            if not self.months:
                return today - timedelta(days=round(self.hours * count) // 24)
            index = today.year * 12 + today.month - 1 - self.months * count
            return date(index // 12, index % 12 + 1, min(today.day, 28))
        except (ValueError, OverflowError):
            return None


class _Grammar:
    """The patterns made of all the words."""

    def __init__(self, words: Mapping[str, Mapping[str, object]]) -> None:
        self._gregorian = dict(_numbered(words["gregorian"])) | _cldr_months()
        self._hijri = dict(_numbered(words["hijri"]))
        self._weekdays = _cldr_weekdays()
        self._units, self._numbers = dict(_units(words["units"])), dict(_numbered(words["numbers"]))
        relative = words["relative"]
        self._days = dict(_numbered(relative["days"]))
        fillers = _any(_folded(words["marks"]["fillers"]))
        self._hijri_mark = re.compile(rf"^\W*(?:{_any(_folded(words['marks']['hijri']))})(?!\w)")
        between = rf"(?:[\s،,/()\-–]|(?<!\w)(?:{fillers})(?!\w))"
        month = rf"({_any([*self._gregorian, *self._hijri])})(?!\w)"
        second = rf"(?:{between}*(?:{_any(self._gregorian)})(?!\w))?"
        self._day_month = re.compile(
            rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?{between}*(?<!\w){month}{second}(?:{between}*(\d{{4}})(?!\d))?"
        )
        self._month_day = re.compile(
            rf"(?<!\w){month}{second}{between}*(\d{{1,2}})(?!\d){between}*(\d{{4}})(?!\d)"
        )
        ago, last = _any(_folded(relative["ago"])), _any(_folded(relative["last"]))
        number = rf"(?:(\d{{1,3}}|{_any(self._numbers)})\s+)?"
        unit = rf"({_any(self._units)})(?!\w)"
        self._ago = re.compile(rf"(?<!\w)(?:{ago})\s+(?:ال)?{number}{unit}")
        self._passed = re.compile(rf"(?<!\w){number}{unit}\s+(?:{_any(_folded(relative['passed']))})")
        self._word = re.compile(rf"(?<!\w)({_any(self._days)})(?!\w)")
        self._last = re.compile(rf"(?<!\w)({_any(self._weekdays)})\s+(?:{last})(?!\w)")

    def named(self, words: str, today: date) -> date | None:
        """The first date with a month's name; a Gregorian one wins over a Hijri one beside it."""
        found: list[tuple[bool, date]] = []
        for match in self._day_month.finditer(words):
            made = self._made(int(match[1]), match[2], match[3], words[match.end() :], today)
            found += [made] if made else []
        for match in self._month_day.finditer(words):
            made = self._made(int(match[2]), match[1], match[3], "", today)
            found += [made] if made else []
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def _made(
        self, day: int, month: str, year: str | None, after: str, today: date
    ) -> tuple[bool, date] | None:
        hijri = month in self._hijri or bool(year and int(year) in _HIJRI_YEARS)
        hijri = hijri or bool(self._hijri_mark.match(after))
        if hijri:
            number = self._hijri.get(month)
            made = _from_hijri(int(year), number, day) if number and year else None
        else:
            made = _with_year(self._gregorian[month], day, year, today)
        return (hijri, made) if made else None

    def relative(self, words: str, today: date) -> date | None:
        """The day that «قبل يومين», «أمس» or «الأحد الماضي» means on `today`."""
        if match := self._ago.search(words) or self._passed.search(words):
            unit, count = self._units[match[2]]
            spoken = match[1]
            times = count if spoken is None else int(self._numbers.get(spoken, 0) or spoken)
            return unit.before(today, times)
        if match := self._last.search(words):
            back = (today.weekday() - self._weekdays[match[1]] - 1) % 7 + 1
            return today - timedelta(days=back)
        if match := self._word.search(words):
            return today - timedelta(days=self._days[match[1]])
        return None


def _with_year(month: int, day: int, year: str | None, today: date) -> date | None:
    """The day in `year`, or the latest such day up to `today` where no year is given."""
    try:
        if year:
            return date(int(year), month, day)
        made = date(today.year, month, day)
        return made if made <= today + timedelta(days=7) else made.replace(year=today.year - 1)
    except ValueError:
        return None


def _folded(words: object) -> list[str]:
    return [fold(word) for word in words] if isinstance(words, list) else []


def _numbered(table: object) -> Iterator[tuple[str, int]]:
    """Folded words with the number that stands before them in the table."""
    if isinstance(table, dict):
        for number, names in table.items():
            for name in _folded(names):
                yield name, int(number)


def _units(table: object) -> Iterator[tuple[str, tuple[_Unit, int]]]:
    """Folded words of time with their unit and how many of it the bare word means."""
    if isinstance(table, dict):
        for entry in table.values():
            unit = _Unit(entry.get("hours", 0), entry.get("months", 0))
            for count, form in ((1, "many"), (2, "two"), (1, "one")):
                for word in _folded(entry[form]):
                    yield word, (unit, count)


def _cldr_months() -> dict[str, int]:
    from babel import Locale  # noqa: PLC0415 (not needed before the first date)

    names: dict[str, int] = {}
    for tag in _LOCALES:
        months = Locale.parse(tag).months
        for width in ("wide", "abbreviated"):
            for number, name in months["format"][width].items():
                names[fold(name).rstrip(".")] = number
    return names


def _cldr_weekdays() -> dict[str, int]:
    from babel import Locale  # noqa: PLC0415

    return {fold(name): number for number, name in Locale.parse("ar").days["format"]["wide"].items()}


@cache
def _grammar() -> _Grammar:
    path = assets() / "lexicon" / "dates.toml"
    return _Grammar(tomllib.loads(path.read_text(encoding="utf-8")))
