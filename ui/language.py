"""The window's language: translators, direction, digits and dates."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from quotetrack.assets import assets
from quotetrack.errors import QuotetrackError
from quotetrack.figures import Digits, in_digits
from quotetrack.messages import Language, catalogue, explain, message
from ui.settings import Settings

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


class Tongue:
    """How the window speaks: the settings' language, digits and month names, and Qt's translators."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self._settings.language

    @property
    def right_to_left(self) -> bool:
        """Whether the window is mirrored for Arabic."""
        return self._settings.direction is Qt.LayoutDirection.RightToLeft

    def install(self, app: QApplication) -> None:
        """Make `app` speak the settings' language from now on."""
        for earlier in app.findChildren(QTranslator):
            app.removeTranslator(earlier)
            earlier.deleteLater()
        own = str(assets() / "translations")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for folder, name in ((qt, f"qtbase_{self.language}"), (own, f"quotetrack_{self.language}")):
            translator = QTranslator(app)
            if translator.load(name, folder):
                app.installTranslator(translator)
        QLocale.setDefault(QLocale("ar" if self.language == "ar" else "en"))
        app.setLayoutDirection(self._settings.direction)

    def digits(self, text: str) -> str:
        """`text` with its digits as the user wants them."""
        return in_digits(text, self._settings.digits)

    @property
    def number_locale(self) -> QLocale:
        """A locale for Qt's own fields that writes the digits of the settings."""
        arabic = self._settings.digits is Digits.ARABIC
        return QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt) if arabic else QLocale.c()

    def number(self, value: int) -> str:
        """A count, grouped by thousands."""
        return self.digits(f"{value:,}")

    def size(self, count: int) -> str:
        """A number of bytes as people say it; "" for none."""
        if not count:
            return ""
        if count < 1_000_000:
            text = QCoreApplication.translate("sizes", "{} KB").format(f"{max(1, round(count / 1000)):,}")
        else:
            text = QCoreApplication.translate("sizes", "{} MB").format(f"{count / 1_000_000:,.1f}")
        return self.digits(text)

    def percent(self, share: float) -> str:
        """A share between 0 and 1 as a percentage."""
        return self.digits(f"{round(share * 100)}%")

    def date(self, day: dt.date | None) -> str:
        """A date with the month's name as the user's country says it; "" for none."""
        if day is None:
            return ""
        return self.digits(f"{day.day} {self._locale.monthName(day.month)} {day.year}")

    def period(self, first: dt.date, last: dt.date) -> str:
        """A day, a week by its first day, a month or a year."""
        month = self._locale.monthName(first.month, QLocale.FormatType.ShortFormat)
        days = (last - first).days
        return self.digits(
            f"{first.day} {month}" if days < 8 else f"{month} {first.year}" if days < 32 else f"{first.year}"
        )

    @property
    def _locale(self) -> QLocale:
        """Where months have the names of the user's country; Qt and Babel both take them from the CLDR."""
        return QLocale(f"ar_{self._settings.country}" if self.language == "ar" else "en_GB")

    def moment(self, when: dt.datetime | None) -> str:
        """A date and a time of the day in local time; "" for none."""
        if when is None:
            return ""
        local = when.astimezone() if when.tzinfo else when
        return f"{self.date(local.date())} {self.digits(local.strftime('%H:%M'))}"

    def explain(self, error: QuotetrackError) -> str:
        """What to tell the user about `error`."""
        # A sentence may begin with a name in the other script; it still runs the window's way.
        return led(self.digits(explain(error, self.language)), right_to_left=self.right_to_left)

    def note(self, key: str, count: int) -> str:
        """What an export wants to be told about `count` quotes or cells."""
        return message(f"exports.note.{key}", self.language, count=count)

    def message(self, key: str) -> str:
        """The library's own word for `key`; the key's last part where the catalogue has none."""
        return catalogue(self.language).get(key, key.rpartition(".")[2])

    def listed(self, parts: Iterable[str]) -> str:
        """The parts as a sentence lists them, with the comma of the window's language."""
        return ("، " if self.language == "ar" else ", ").join(parts)

    def join(self, parts: Iterable[str]) -> str:
        """The parts that are not empty, in the window's direction, each with a direction of its own."""
        text = row(parts)
        return led(text, right_to_left=self.right_to_left) if text else ""


def row(parts: Iterable[str]) -> str:
    """The parts that are not empty, each isolated so that its direction stays its own."""
    return " · ".join(isolate(part) for part in parts if part)


def led(text: str, *, right_to_left: bool) -> str:
    """`text`, which may begin with a sign, laid out from the side on which the window begins."""
    return ("\u200f" if right_to_left else "\u200e") + text


def isolate(text: str) -> str:
    """`text` with its direction kept from its neighbours."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def direction_of(text: str) -> Qt.LayoutDirection:
    """The direction of the first letter of `text` that has one; right to left where none has."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.RightToLeft


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark `text` for translation; lupdate knows this function by its name. Typed, unlike PySide's."""
    return text


def translated(context: str, text: str) -> str:
    """The window's word for a `text` that was marked with QT_TRANSLATE_NOOP."""
    return QCoreApplication.translate(context, text)
